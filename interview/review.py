"""What stands between this Case and a good filing: what must be fixed, then what to check."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from interview.case import Case
from interview.findings import Problem, step_for
from interview.must_fix import must_fix
from interview.please_check import please_check

__all__ = ["Problem", "can_print", "problems", "step_for"]


def problems(case: Case, today: date | None = None, told: Case | None = None) -> tuple[Problem, ...]:
    """Every problem, "must" before "check". `today` decides about ages and dates in the future.

    `told` is all that was ever answered, where some of it is not asked any more (relevance.py).
    """
    return (*must_fix(case), *please_check(case, today or timezone.localdate(), told))


def can_print(case: Case) -> bool:
    """Whether nothing is left that must be fixed."""
    return next(must_fix(case), None) is None
