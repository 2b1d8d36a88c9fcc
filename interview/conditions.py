"""Named predicates: when a page is asked, as Case -> bool."""

from __future__ import annotations

from interview.case import Case

# The first chapter


def is_related(case: Case) -> bool:
    return "related" in case.relationship.kinds


def lives_or_lived_together(case: Case) -> bool:
    return "live_together" in case.relationship.kinds


def something_happened(case: Case) -> bool:
    return bool(case.screening.conduct)


def may_be_dependent_adult(case: Case) -> bool:
    """Between 18 and 64 (Welfare and Institutions Code 15610.23), and not said already."""
    age = case.petitioner.age
    return age is not None and 18 <= age <= 64 and case.screening.asking_for != "dependent_adult"
