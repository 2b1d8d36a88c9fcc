"""Named predicates: when a page is asked, as Case -> bool."""

from __future__ import annotations

from interview.case import Case
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
