"""What is worth a second look on a request for a civil harassment restraining order (CH-100), only there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.conditions import police_came_last_time, told_one_time_only
from interview.conduct import is_civil_harassment
from interview.findings import Check, Problem, found_by, problem
from interview.paths import tie
from interview.please_check_civil_orders import CHECKS as ORDERS
from interview.please_check_civil_orders import beyond_this_order


def please_check_civil(case: Case) -> Iterator[Problem]:
    if not case.asks_for_cho:
        return
    yield from found_by((*CHECKS, *ORDERS), "check", case)
    yield from _cases_without_place_and_year(case)
    yield from _orders_that_may_be_in_force(case)
    yield from _told_by_half(case)
    yield from beyond_this_order(case)


def _one_act_without_violence(case: Case) -> bool:
    """Code of Civil Procedure 527.6(b): one act is enough only when it is violence or a credible threat."""
    told = replace(case.screening, more_than_once=case.harassed_before)
    weapon = any(incident.weapon == "yes" for incident in case.incidents)
    return bool(told.conduct) and not weapon and not is_civil_harassment(told)


def _cases_without_place_and_year(case: Case) -> Iterator[Problem]:
    """CH-100 item 6a asks where and when each was filed."""
    for kind in case.other_cases.kinds if case.other_cases.ever_involved == "yes" else ():
        told = case.other_cases.of_kind(kind)
        if not told.place.strip() and not told.year.strip():
            text = str(_CASE).replace("{kind}", told.what or str(_("another kind")))
            yield problem("check", case, f"other_cases.{kind}.place", "CH-100, item 6a", text)


def _orders_that_may_be_in_force(case: Case) -> Iterator[Problem]:
    """CH-100 item 6b: one order in force answers it; else each needs an answer."""
    if case.has_other_orders == "yes" and not case.order_in_force:
        unsaid = (index for index, order in enumerate(case.other_orders) if not order.in_force)
        path = f"other_orders.{next(unsaid, 0)}.in_force"
        yield problem("check", case, path, "CH-100, item 6b", _IN_FORCE)


def _told_by_half(case: Case) -> Iterator[Problem]:
    """A weapon or harm that is not described (CH-100 items 7a(4) and 7a(5), of earlier times 7b)."""
    for index, incident in enumerate(case.incidents):
        parts = (
            ("weapon", incident.weapon, incident.weapon_description, "7a(4)", _WEAPON),
            ("harm", incident.harm, incident.harm_description, "7a(5)", _HARM),
        )
        for name, answer, told, item, text in parts:
            if answer == "yes" and not told.strip():
                where = f"CH-100, item {'7b' if index else item}"
                yield problem("check", case, f"incidents.{index}.{name}_description", where, text)


_CASE = _(
    "You told of another court case ({kind}). Where and when it was filed is missing. You can leave it empty "
    "when you do not know."
)
_IN_FORCE = _(
    "You said there is another restraining order. Say whether it is in force now. Add a copy of an order in "
    "force to your papers, if you have one."
)
_WEAPON = _("You said there was a weapon. What {other} did with it is missing.")
_HARM = _("You said you were harmed. How you were harmed is missing.")

ABOUT: tuple[Check, ...] = (
    Check(
        "relationship.kinds",
        "CH-100, item 4",
        _(
            "You have a tie to {other} that a domestic violence restraining order is for. A civil harassment "
            "restraining order is for people without such a tie. You can choose again at the end of the "
            "first questions, and all your answers stay."
        ),
        lambda case: tie(case.relationship) == "family_code_6211",
    ),
    Check(
        "relationship.how_known_story",
        "CH-100, item 4",
        _("How you know {other} is missing."),
        lambda case: not case.relationship.how_known.strip(),
    ),
    Check(
        "court.venue",
        "CH-100, item 5",
        _("Why you ask in this county is missing."),
        lambda case: not case.court.venue,
    ),
    Check(
        "court.venue_other",
        "CH-100, item 5d",
        _("You have another reason to ask in this county. What it is is missing."),
        lambda case: "other" in case.court.venue and not case.court.venue_other.strip(),
    ),
    Check(
        "other_cases.ever",
        "CH-100, item 6a",
        _("Whether there is or was another court case with {other} is missing."),
        lambda case: not case.other_cases.ever_involved,
    ),
)
HAPPENED: tuple[Check, ...] = (
    Check(
        "incidents.0.date",
        "CH-100, item 7a(1)",
        _("When it happened the last time is missing. A guess is fine."),
        lambda case: not any(incident.date.strip() for incident in case.incidents[:1]),
    ),
    Check(
        "incidents.0.emergency_order_protects",
        "CH-100, item 7a(6)",
        _("There was an emergency order from the police. Whom it protects is missing."),
        lambda case: (
            police_came_last_time(case)
            and case.incidents[0].emergency_order == "yes"
            and not case.incidents[0].emergency_order_protects
        ),
    ),
    Check(
        "earlier_times",
        "CH-100, item 7b",
        _("You said it happened at other times too. What happened then is missing."),
        lambda case: told_one_time_only(case) and case.harassed_before == "yes" and not case.earlier_times,
    ),
    Check(
        "screening.more_than_once",
        "CH-100, item 7",
        _(
            "Civil harassment is violence, a believable threat of violence, or more than one act over time "
            "(Code of Civil Procedure, section 527.6(b)). You told of one act that is none of these. Have "
            "you told everything? You can go on."
        ),
        _one_act_without_violence,
    ),
)
CHECKS: tuple[Check, ...] = (*ABOUT, *HAPPENED)
