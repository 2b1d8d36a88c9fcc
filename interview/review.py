"""What stands between this Case and a good filing: what must be fixed, then what to check."""

from __future__ import annotations

from datetime import date
from itertools import chain

from django.utils import timezone

from interview.case import Case
from interview.findings import Problem, step_for
from interview.must_fix import must_fix
from interview.own_words_checks import own_words_problems
from interview.please_check import please_check

__all__ = ["Problem", "can_print", "problems", "step_for"]


def problems(case: Case, today: date | None = None, told: Case | None = None) -> tuple[Problem, ...]:
    """Every problem, "must" before "check". `today` decides about ages and dates in the future.

    `told` is all that was ever answered, where some of it is not asked any more (relevance.py).
    """
    own = tuple(own_words_problems(case))
    not_missing = {one.path for one in own if one.kind == "must"}  # it is only not in English yet
    others = (*must_fix(case), *please_check(case, today or timezone.localdate(), told))
    found = (*(one for one in others if one.path not in not_missing), *own)
    return tuple(sorted(found, key=lambda one: one.kind == "check"))


def can_print(case: Case) -> bool:
    """Whether nothing is left that must be fixed."""
    found = chain(must_fix(case), own_words_problems(case))
    return not any(one.kind == "must" for one in found)
