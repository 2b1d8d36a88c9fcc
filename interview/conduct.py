"""What the conduct checked at the start is in law: abuse, civil harassment, violence, control."""

from __future__ import annotations

from typing import get_args

from interview.case import Case, Conduct

# "Something else that seriously alarmed or annoyed": harassment only when it is repeated
ANNOYANCE: frozenset[Conduct] = frozenset({"single_annoyance"})
ABUSE: frozenset[Conduct] = frozenset(get_args(Conduct)) - ANNOYANCE  # Family Code 6203, 6320
# One such act is enough for Code of Civil Procedure 527.6(b)(3): violence, or a credible threat of it
VIOLENCE: frozenset[Conduct] = frozenset(
    {
        "injury",
        "attempted_injury",
        "sexual_assault",
        "strangulation",
        "fear_of_harm",
        "threats",
        "stalking",
        "harm_to_children",
        "forced_acts",
    }
)
CONTROL: frozenset[Conduct] = frozenset(
    {
        "isolation",
        "deprived_of_needs",
        "monitoring_or_control",
        "money_control",
        "immigration_threats",
        "forced_acts",
        "reproductive_coercion",
    }
)


def told(case: Case, conduct: frozenset[Conduct]) -> bool:
    return bool(conduct & set(case.screening.conduct))


def is_abuse(case: Case) -> bool:
    """Family Code 6203 and 6320; repeated annoyance is harassment (6320(a))."""
    return bool(ABUSE & set(case.screening.conduct)) or _repeated_annoyance(case)


def is_civil_harassment(case: Case) -> bool:
    """Code of Civil Procedure 527.6(b): violence, a credible threat of it, or a course of conduct."""
    told = set(case.screening.conduct)
    if told & VIOLENCE:
        return True
    may_be_repeated = case.screening.more_than_once != "no"
    return bool(told & ABUSE and may_be_repeated) or _repeated_annoyance(case)


def _repeated_annoyance(case: Case) -> bool:
    return bool(ANNOYANCE & set(case.screening.conduct)) and case.screening.more_than_once == "yes"
