"""Relationship, age and conduct -> which orders the law opens, each with its reason and its source.

Information, never advice: what the law says about facts like these. It never ends dead: whatever the
facts, both orders are explained and the person chooses. Sources and dates are in rules.toml.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from interview import reasons as say
from interview.case import Case
from interview.comparison import Difference, comparison
from interview.conditions import may_ask_alone
from interview.conduct import CONTROL, Path, is_abuse, is_civil_harassment, told
from interview.other_roads import Road, other_roads
from interview.paths import open_paths, tie
from interview.questions import Text
from interview.rules import Rule, rule, with_numbers


@dataclass(frozen=True)
class Reason:
    """A fact of law that bears on the answers, and the rule it rests on."""

    text: Text
    rule: Rule

    @property
    def source(self) -> str:
        return self.rule.source


@dataclass(frozen=True)
class Result:
    """What the screening answers come to."""

    open_paths: tuple[Path, ...]  # what the facts told so far fit: none, one or both
    title: Text
    reasons: tuple[Reason, ...]
    notes: tuple[Reason, ...]
    other_roads: tuple[Road, ...]
    misfit: Reason | None  # the person's own choice is an order the answers do not fit
    comparison: tuple[Difference, ...]
    is_open: bool  # which order it will be is open: the comparison is shown unfolded


def result(case: Case, today: date | None = None) -> Result:
    """Which orders the answers fit, and why. `today` decides which rules are in force."""
    day = today or timezone.localdate()
    paths = open_paths(case.relationship, case.screening)
    reasons = (_tie_reason(case), *_conduct_reasons(case))
    return Result(
        open_paths=paths,
        title=say.TITLES[paths],
        reasons=_in_force(reasons, day),
        notes=_in_force(tuple(_reason(*entry[1:]) for entry in _NOTES if entry[0](case, paths)), day),
        other_roads=other_roads(case, day),
        misfit=misfit(case),
        comparison=comparison(day),
        is_open=len(paths) != 1 or tie(case.relationship) == "uncertain" or misfit(case) is not None,
    )


@dataclass(frozen=True)
class WhichOrder:
    """The order the papers are for, as the pages around the questions tell it."""

    path: Path  # "" not decided
    name: Text
    misfit: Reason | None


def which_order(case: Case) -> WhichOrder:
    return WhichOrder(case.path, say.ORDERS[case.path], misfit(case))


def misfit(case: Case) -> Reason | None:
    """What to say where the person's own choice is an order the answers do not fit. It stays all the same."""
    chosen = case.screening.chosen_path
    if not chosen or chosen in open_paths(case.relationship, case.screening):
        return None
    found = tie(case.relationship)
    if chosen == "dvro":
        if found == "everyone_else":
            return _reason("related_people", say.CHOSEN_DVRO_OTHER_TIE)
        return _reason("abuse", say.CHOSEN_DVRO_OTHER_CONDUCT)
    if found == "family_code_6211":
        return _reason("related_people", say.CHOSEN_CHO_CLOSE_TIE)
    return _reason("civil_harassment", say.CHOSEN_CHO_OTHER_CONDUCT)


def _reason(source: str, text: Text) -> Reason:
    return Reason(with_numbers(text, rule(source)), rule(source))


def _in_force(reasons: tuple[Reason, ...], day: date) -> tuple[Reason, ...]:
    return tuple(reason for reason in reasons if reason.rule.holds_on(day))


def _tie_reason(case: Case) -> Reason:
    kinds = case.relationship.kinds
    found = tie(case.relationship)
    if found == "family_code_6211":
        return _reason("related_people", say.RELATED)
    if case.relationship.in_law_after_divorce:
        return _reason("in_laws_after_divorce", say.IN_LAWS)
    if found == "everyone_else":
        household = "roommate" in kinds or "live_together" in kinds
        if household:
            return _reason("household", say.ROOMMATES)
        if "distant_relative" in kinds:
            return _reason("second_degree", say.FURTHER_FAMILY)
        return _reason("civil_harassment_anyone", say.ELSE)
    if "live_together" in kinds:
        return _reason("household", say.HOUSEHOLD_UNKNOWN)
    return _reason("second_degree", say.RELATIVE_UNKNOWN if kinds else say.TIE_UNKNOWN)


def _conduct_reasons(case: Case) -> tuple[Reason, ...]:
    found, happened = tie(case.relationship), bool(case.screening.conduct)
    reasons: list[Reason] = []
    if not happened:
        reasons.append(_reason("abuse", say.NOTHING_TOLD))
    if found != "everyone_else" and is_abuse(case.screening):
        reasons.append(_reason("abuse", say.ABUSE))
        if told(case.screening, CONTROL):
            reasons.append(_reason("coercive_control", say.CONTROL))
    if found == "family_code_6211" and happened and not is_abuse(case.screening):
        reasons.append(_reason("abuse", say.NOT_ABUSE_YET))
    if found != "family_code_6211" and happened:
        fits = is_civil_harassment(case.screening)
        reasons.append(
            _reason("civil_harassment", say.HARASSMENT) if fits else _reason("one_act", say.ONE_ACT)
        )
    return tuple(reasons)


Paths = tuple[Path, ...]


def _fits_cho(case: Case, paths: Paths) -> bool:
    return "cho" in paths or case.asks_for_cho


# when it is told, the rule it rests on, what it says
_NOTES: tuple[tuple[Callable[[Case, Paths], bool], str, Text], ...] = (
    (lambda case, paths: case.petitioner.is_under_12, "guardian_ad_litem", say.GUARDIAN),
    (
        lambda case, paths: case.screening.asking_for == "dependent_adult",
        "guardian_for_adult",
        say.DEPENDENT_ADULT,
    ),
    (lambda case, paths: may_ask_alone(case), "minor_alone", say.MINOR_ALONE),
    (
        lambda case, paths: (
            case.relationship.in_law_after_divorce and tie(case.relationship) == "family_code_6211"
        ),
        "in_laws_after_divorce",
        say.IN_LAWS_AND_ANOTHER_TIE,
    ),
    (_fits_cho, "civil_harassment_orders", say.CHO_CANNOT),
    (_fits_cho, "civil_filing_before", say.CHO_ONLINE_BEFORE),
    (_fits_cho, "civil_efiling", say.CHO_ONLINE),
    (_fits_cho, "civil_remote_before", say.CHO_REMOTE_BEFORE),
    (_fits_cho, "civil_remote", say.CHO_REMOTE),
    (lambda case, paths: case.asks_for_dvro, "where_to_file", say.WHERE_DVRO),
    (lambda case, paths: case.asks_for_cho, "civil_where_to_file", say.WHERE_CHO),
    (lambda case, paths: "dvro" in paths, "old_abuse", say.OLD_ABUSE),
    (lambda case, paths: True, "immigration", say.IMMIGRATION),
)
