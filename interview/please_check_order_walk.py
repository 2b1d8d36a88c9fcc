"""What is worth a second look of the order that is prepared for the judge (DV-130, DV-140, DV-145)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.conditions_after import (
    forbids_to_move,
    made_supervised_visits,
    may_protect_others,
    was_decided,
    writes_the_order,
)
from interview.findings import Check, Problem, found_by, problem
from interview.parenting import Week
from interview.phrasing import cited

_NO_COMPANY = _("Who watches over the visits is missing. The form has no visits without it.")
# "I" and what belongs to it; "us" in small letters only, for the country is written alike
_OWN_WORDS = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself|[Ww]e|[Oo]ur|us)\b")
_OWN_VOICE = _(
    "The order form says “{words}” ({items}). Read it as the judge would write it: names, not my or me."
)


@dataclass(frozen=True)
class Wording:
    """A text the order form takes over: where it prints, and the answers it may come from."""

    item: str
    printed: str  # path on the Case as it prints; "" below `custody` and `abduction` for the last copy
    asked: str
    order: str = ""  # a name of Decided: "in another way" lets it be said again
    changed: str = ""


_ON_ORDER: tuple[Wording, ...] = (
    Wording(
        "DV-130, item 15b(3)",
        "order_made.details.contact_exception_other",
        "after.details.contact_exception_other",
    ),
    Wording(
        "DV-130, item 16a",
        "order_made.requests.stay_away.other_place",
        "requests.stay_away.other_place",
        "stay_away",
        "after.changed.stay_away.other_place",
    ),
    Wording(
        "DV-130, item 16b(3)",
        "order_made.details.stay_away_exception_other",
        "after.details.stay_away_exception_other",
    ),
    Wording(
        "DV-130, item 17",
        "order_made.requests.move_out.address",
        "requests.move_out.address",
        "move_out",
        "after.changed.move_out.address",
    ),
    Wording(
        "DV-130, item 18",
        "order_made.requests.other_orders",
        "requests.other_orders",
        "other_orders",
        "after.changed.other_orders",
    ),
    Wording(
        "DV-130, item 21",
        "order_made.requests.property_description",
        "requests.property_description",
        "property",
        "after.changed.property_description",
    ),
)
_CUSTODY, _ABDUCTION = "after.changed_custody", "after.changed_abduction"
_ON_CUSTODY_ORDER: tuple[Wording, ...] = (
    Wording("DV-140, item 4", "travel_other", "custody.travel_other", "travel", f"{_CUSTODY}.travel_other"),
    Wording(
        "DV-140, item 5", "records_other", "custody.records_other", "records", f"{_CUSTODY}.records_other"
    ),
    Wording("DV-140, item 7a", "legal_other", "custody.legal_other", "custody", f"{_CUSTODY}.legal_other"),
    Wording(
        "DV-140, item 7b", "physical_other", "custody.physical_other", "custody", f"{_CUSTODY}.physical_other"
    ),
    *(
        Wording(item, f"visits.{way}.{part}", "custody.visits", "visits", f"{_CUSTODY}.{told}")
        for way, item in (
            ("professional", "DV-140, item 9"),
            ("nonprofessional", "DV-140, item 10"),
            ("unsupervised", "DV-140, item 12"),
        )
        for part, told in (
            ("schedule", "schedule"),
            ("place_other", "place_details"),
            ("place_in_person", "place_details"),
        )
    ),
    Wording(
        "DV-140, item 11", "visits.exchanges.place", "custody.visits", "visits", f"{_CUSTODY}.exchange_place"
    ),
    Wording("DV-140, item 15", "visits.other_orders", "custody.visits", "visits", f"{_CUSTODY}.schedule"),
)
_ON_ABDUCTION_ORDER: tuple[Wording, ...] = tuple(
    Wording(
        f"DV-145, item {item}",
        f"made.{name}",
        f"abduction.{name}",
        "abduction",
        f"{_ABDUCTION}.{name}",
    )
    for item, name in (
        (5, "documents"),
        (5, "documents_to"),
        (6, "travel_plan_other"),
        (8, "embassy"),
    )
)


def please_check_order_walk(case: Case) -> Iterator[Problem]:
    yield from found_by(CHECKS, "check", case)
    yield from _own_voice(case)


def _own_voice(case: Case) -> Iterator[Problem]:
    """An order speaks of the persons in 1 and 2, or names them."""
    if not case.prepares_order:
        return
    found = [(wording, text) for wording, text in _texts(case) if _OWN_WORDS.search(text)]
    if not found:
        return
    first, text = found[0]
    items = ", ".join(dict.fromkeys(wording.item for wording, _text in found))
    said = str(_OWN_VOICE).replace("{words}", _around(text)).replace("{items}", cited(items))
    yield problem("check", case, _put_right_at(first, case), items, said)


def _texts(case: Case) -> Iterator[tuple[Wording, str]]:
    for wording in _ON_ORDER:
        yield wording, attrgetter(wording.printed)(case)
    copies = (
        (case.custody_orders, _ON_CUSTODY_ORDER),
        (case.abduction_orders, _ON_ABDUCTION_ORDER),
    )
    for orders, wordings in copies:
        for order in (one for one in orders if one.goes_with == "DV-130"):
            yield from ((wording, attrgetter(wording.printed)(order)) for wording in wordings)
    for order in (one for one in case.custody_orders if one.goes_with == "DV-130"):
        plan = Wording("DV-140, item 13", "visits.week", "custody.visits", "visits")
        yield plan, _of_week(order.visits.week, order.visits.repeat_other)


def _of_week(week: Week, repeat: str) -> str:
    days = (words for day in week.days for words in (day.brings, day.where))
    return "; ".join(words for words in (*days, repeat) if words)


def _around(text: str) -> str:
    """The few words where it speaks so."""
    found = _OWN_WORDS.search(text)
    words, start = text.split(), len(text[: found.start()].split()) if found else 0
    return " ".join(words[max(start - 2, 0) : start + 3])


def _put_right_at(wording: Wording, case: Case) -> str:
    """The page where it can be said in other words: of an order made as asked, that it was another way."""
    if not wording.order or not writes_the_order(case):
        return wording.asked
    if was_decided(wording.order, "changed")(case) and wording.changed:
        return wording.changed
    if was_decided(wording.order, "as_asked")(case):
        return f"after.decided.{wording.order}"
    return "after.details.more_orders_text"  # item 18 has nothing else


CHECKS: tuple[Check, ...] = (
    Check(
        "after.details.others",
        "DV-130, item 3",
        _("Whom else the judge protected is missing. Item 3 of the form names nobody without it."),
        lambda case: may_protect_others(case) and not case.after.details.others,
    ),
    Check(
        "after.details.others_chosen",
        "DV-130, item 3",
        _("The judge protected some of the people on your list. Which ones is missing."),
        lambda case: (
            may_protect_others(case) and case.after.details.others == "some" and not case.order_made.people
        ),
    ),
    Check(
        "after.details.no_move",
        "DV-145, item 4",
        _(
            "{other} must not move with the children without permission. Out of which place is missing. The "
            "form cannot show this order without it."
        ),
        lambda case: forbids_to_move(case) and not case.after.details.no_move,
    ),
    Check(
        "abduction.orders",
        "DV-145, item 4",
        _(
            "You ask that {other} not move with the children without permission. The order form asks "
            "out of which place. The request does not say it, so that item is left empty: ask for it at the "
            "hearing."
        ),
        lambda case: case.prepares_order and not case.hearing_is_over and "no_move" in case.abduction.orders,
    ),
    Check(
        "after.changed_custody.provider",
        "DV-140, items 9 and 10",
        _NO_COMPANY,
        lambda case: made_supervised_visits(case) and not case.after.changed_custody.provider,
    ),
    Check(
        "after.decided.visits",
        "DV-140, items 9 and 10",
        _NO_COMPANY,
        lambda case: (
            was_decided("visits", "as_asked")(case)
            and case.custody.supervised_answer == "yes"
            and not case.custody.supervisor.kind
        ),
    ),
    Check(
        "after.decided.visits",
        "DV-140, items 9, 10 and 12",
        _(
            "Your request does not say whether someone watches over the visits. The form has no visits "
            "without it."
        ),
        lambda case: (
            was_decided("visits", "as_asked")(case)
            and case.custody.has_visits
            and not case.custody.supervised_answer
        ),
    ),
    Check(
        "after.details.more_orders_text",
        "DV-130, item 18",
        _("You said that the judge ordered something else. What it is, is missing."),
        lambda case: (
            writes_the_order(case)
            and case.after.details.more_orders == "yes"
            and not case.after.details.more_orders_text
        ),
    ),
)
