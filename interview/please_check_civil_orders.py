"""What is worth a second look on the orders of a civil harassment request (CH-100 items 9 to 16)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.conditions import asks_in_cho, protects_others
from interview.findings import Check, Problem, problem
from interview.requests import Order


def beyond_this_order(case: Case) -> Iterator[Problem]:
    """Other orders that only a domestic violence order, or a family court, can make."""
    if _asks(case, "other_orders") and (word := _BEYOND.search(case.requests.other_orders)):
        text = str(_BEYOND_TEXT).replace("{word}", word[0])
        yield problem("check", case, "requests.other_orders", "CH-100, item 16", text)


def _asks(case: Case, order: Order) -> bool:
    return asks_in_cho(order)(case)


def _lists_people(case: Case) -> bool:
    return protects_others(case) and any(person.name.strip() for person in case.protected_people)


def _asks_distance_for_people(case: Case) -> bool:
    return _asks(case, "stay_away") and "protected_people" in case.requests.stay_away.places


def _no_distance_from_animals(case: Case) -> bool:
    protection = case.requests.animal_protection
    stays_away = _asks(case, "animals") and "stay_away" in protection.orders
    return stays_away and not protection.distance_in_yards.strip()


def _no_reason_for_animals(case: Case) -> bool:
    protection = case.requests.animal_protection
    wants_them = _asks(case, "animals") and "possession" in protection.orders
    return wants_them and not protection.reasons_in_words.strip()


# Words of what CH-100 has no item for: the home, children, support, bills, a phone account
_WORDS = (
    r"mov(?:e|es|ing) out",
    r"custody",
    r"visitation",
    r"(?:child|spousal|partner) support",
    r"alimony",
    r"rent",
    r"mortgage",
    r"debts?",
    r"phone (?:account|plan)",
)
_BEYOND = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_BEYOND_TEXT = _(
    "In your other orders we read “{word}”. This order cannot decide who lives in a home, custody of "
    "children, support, or who pays rent or debts. A domestic violence restraining order can, for partners, "
    "close family and people who shared a household. Leave your words as they are when you mean something "
    "else."
)

# The form says "not to do" before the blank: with one more "not" it would say the opposite
_BEGINS_WITH_NOT = re.compile(r"\s*(?:do not|don['’]t|should not|not|never|no)\b", re.IGNORECASE)

CONDUCT: tuple[Check, ...] = (
    Check(
        "requests.other_conduct",
        "CH-100, item 8c",
        _("The form says “not to do” before your words. Leave out “not”: begin with what {other} does."),
        lambda case: (
            _asks(case, "other_conduct") and bool(_BEGINS_WITH_NOT.match(case.requests.other_conduct))
        ),
    ),
)

DISTANCE: tuple[Check, ...] = (
    Check(
        "requests.stay_away.other_place",
        "CH-100, item 9a",
        _("You ask that {other} stay away from another place. Which place is missing."),
        lambda case: (
            _asks(case, "stay_away")
            and "other" in case.requests.stay_away.places
            and not case.requests.stay_away.other_place.strip()
        ),
    ),
    Check(
        "protect_others",
        "CH-100, items 3a and 9a",
        _("You ask that {other} stay away from other people. You did not say that you want to protect any."),
        lambda case: _asks_distance_for_people(case) and not protects_others(case),
    ),
    Check(
        "requests.stay_away.places",
        "CH-100, items 3a and 9a",
        _("You listed other people to protect. You did not ask that {other} stay away from them."),
        lambda case: (
            _asks(case, "stay_away")
            and bool(case.requests.stay_away.places)
            and _lists_people(case)
            and not _asks_distance_for_people(case)
        ),
    ),
    Check(
        "requests.stay_away.can_reach_own_places",
        "CH-100, item 9b",
        _("Say whether {other} could still get to their own home, school or job."),
        lambda case: _asks(case, "stay_away") and not case.requests.stay_away.can_reach_own_places,
    ),
    Check(
        "requests.stay_away.cannot_reach_why",
        "CH-100, item 9b",
        _("{other} could not get to their own home, school or job. Why is missing."),
        lambda case: (
            _asks(case, "stay_away")
            and case.requests.stay_away.can_reach_own_places == "no"
            and not case.requests.stay_away.cannot_reach_why.strip()
        ),
    ),
    Check(
        "requests.animal_protection.reasons",
        "CH-100, item 15a",
        _("You ask to have the animals with you. Why is missing."),
        _no_reason_for_animals,
    ),
    Check(
        "requests.animal_protection.distance",
        "CH-100, item 15b",
        _("You ask that {other} stay away from the animals. How far is missing."),
        _no_distance_from_animals,
    ),
)
HEARING: tuple[Check, ...] = (
    Check(
        "requests.asked=temporary_order",
        "CH-100, item 11; CH-110",
        _(
            "You do not ask for an order that starts before the hearing. The form for it, CH-110, is in the "
            "packet. The judge makes that order only when you ask for it."
        ),
        lambda case: not _asks(case, "temporary_order"),
    ),
    Check(
        "requests.respondent_told",
        "CH-100, item 11",
        _("You ask for an order right away. Say whether {other} was told that you would ask."),
        lambda case: _asks(case, "temporary_order") and not case.requests.respondent_told,
    ),
    Check(
        "requests.not_told_reason",
        "CH-100, item 11",
        _("{other} was not told that you would ask for an order right away. Why is missing."),
        lambda case: (
            _asks(case, "temporary_order")
            and case.requests.respondent_told == "no"
            and not case.requests.not_told_reason.strip()
        ),
    ),
    Check(
        "requests.less_notice_reason",
        "CH-100, item 12",
        _("You ask for fewer than five days between giving the papers and the hearing. Why is missing."),
        lambda case: _asks(case, "less_notice") and not case.requests.less_notice_reason.strip(),
    ),
    Check(
        "requests.fees_asked.0.what",
        "CH-100, item 14",
        _("You ask that {other} pay lawyer's fees or court costs. What they are for is missing."),
        lambda case: case.requests.asks_for_fees and not any(one.summary for one in case.requests.fees_asked),
    ),
)

CHECKS: tuple[Check, ...] = (*CONDUCT, *DISTANCE, *HEARING)
