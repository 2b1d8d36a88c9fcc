"""Named predicates: when a page is asked, as Case -> bool."""

from __future__ import annotations

from collections.abc import Callable

from interview.case import Case, Order
from interview.eligibility import chosen
from interview.rules import rule

# The first chapter


def is_related(case: Case) -> bool:
    return "related" in case.relationship.kinds


def lives_or_lived_together(case: Case) -> bool:
    return "live_together" in case.relationship.kinds


def something_happened(case: Case) -> bool:
    return bool(case.screening.conduct)


def may_be_dependent_adult(case: Case) -> bool:
    """Grown up and not yet an elder (Welfare and Institutions Code 15610.23), and not said already."""
    age, numbers = case.petitioner.age, rule("elder").numbers
    if age is None or case.screening.asking_for == "dependent_adult":
        return False
    return numbers["adult"] <= age < numbers["elder"]


# The chapters of a domestic violence request


def papers_are_dvro(case: Case) -> bool:
    """Whether the pages for DV-100 and its companions apply: unless civil harassment is chosen."""
    return chosen(case) != "cho"


def has_lawyer(case: Case) -> bool:
    return case.petitioner.has_lawyer == "yes"


def has_child_together(case: Case) -> bool:
    return papers_are_dvro(case) and "child_together" in case.relationship.kinds


def has_other_orders(case: Case) -> bool:
    return case.has_other_orders == "yes"


def is_in_other_cases(case: Case) -> bool:
    return case.other_cases.involved == "yes"


def protects_others(case: Case) -> bool:
    return case.protect_others == "yes"


def has_firearms(case: Case) -> bool:
    return case.has_firearms == "yes"


# Orders wanted


def asks_for(order: Order) -> Callable[[Case], bool]:
    """The condition that this order is wanted."""
    return lambda case: order in case.requests.asked


def lives_close(case: Case) -> bool:
    return "stay_away" in case.requests.asked and case.requests.stay_away.live_close == "yes"


def shares_work_or_school(case: Case) -> bool:
    return "stay_away" in case.requests.asked and case.requests.stay_away.same_work_or_school == "yes"


def wants_debt_finding(case: Case) -> bool:
    """DV-100 item 22b."""
    return "pay_debts" in case.requests.asked and case.requests.debts_finding == "yes"


def is_married(case: Case) -> bool:
    return case.relationship.is_married


def wants_distance_from_animals(case: Case) -> bool:
    """DV-100 item 16b(1)."""
    return "animals" in case.requests.asked and "stay_away" in case.requests.animal_protection.orders


def wants_the_animals(case: Case) -> bool:
    """DV-100 item 16b(3)."""
    return "animals" in case.requests.asked and "possession" in case.requests.animal_protection.orders
