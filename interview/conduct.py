"""What happened, as checked at the start, and what it is in law: abuse, civil harassment, control."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from interview.vocabulary import YesNo

Path = Literal["", "dvro", "cho"]
Conduct = Literal[
    # Family Code 6203 and 6320
    "injury",
    "attempted_injury",
    "sexual_assault",
    "strangulation",
    "fear_of_harm",
    "threats",
    "stalking",
    "unwanted_contact",
    "property_damage",
    "impersonation",
    "harm_to_children",
    "harm_to_animals",
    "isolation",
    "deprived_of_needs",
    "monitoring_or_control",
    "money_control",
    "immigration_threats",
    "forced_acts",
    "reproductive_coercion",
    "disturbed_peace",
    # one act that seriously alarms or annoys, without the above (Code of Civil Procedure 527.6)
    "single_annoyance",
]
Setting = Literal["home", "workplace", "school", "elsewhere"]


@dataclass(frozen=True)
class Screening:
    """Answers that decide which paths are open (eligibility.py)."""

    asking_for: Literal["", "self", "child", "dependent_adult"] = ""
    conduct: tuple[Conduct, ...] = ()
    more_than_once: YesNo = ""
    dependent_adult: YesNo = ""  # 18 to 64 with limits that make caring for oneself hard
    setting: tuple[Setting, ...] = ()
    danger_now: YesNo = ""
    chosen_path: Path = ""


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


def told(screening: Screening, conduct: frozenset[Conduct]) -> bool:
    return bool(conduct & set(screening.conduct))


def is_abuse(screening: Screening) -> bool:
    """Family Code 6203 and 6320; repeated annoyance is harassment (6320(a))."""
    return bool(ABUSE & set(screening.conduct)) or _repeated_annoyance(screening)


def is_civil_harassment(screening: Screening) -> bool:
    """Code of Civil Procedure 527.6(b): violence, a credible threat of it, or a course of conduct."""
    told = set(screening.conduct)
    if told & VIOLENCE:
        return True
    may_be_repeated = screening.more_than_once != "no"
    return bool(told & ABUSE and may_be_repeated) or _repeated_annoyance(screening)


def _repeated_annoyance(screening: Screening) -> bool:
    return bool(ANNOYANCE & set(screening.conduct)) and screening.more_than_once == "yes"
