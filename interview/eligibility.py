"""Relationship, age and conduct -> which orders the law opens, each with its reason and its source.

Information, never advice: what the law says about facts like these. It never ends dead: whatever the
facts, both orders are explained and the person chooses. Sources and dates are in rules.toml.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interview import reasons as say
from interview.case import Case, Path
from interview.conduct import CONTROL, is_abuse, is_civil_harassment, told
from interview.other_roads import Road, other_roads
from interview.questions import Text
from interview.rules import Rule, rule, with_numbers

Tie = Literal["family_code_6211", "everyone_else", "uncertain"]


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
    path: Path  # the one that fits; "" where none or both do, and the person chooses
    title: Text
    reasons: tuple[Reason, ...]
    notes: tuple[Reason, ...]
    other_roads: tuple[Road, ...]


def result(case: Case, today: date | None = None) -> Result:
    """Which orders the answers fit, and why. `today` decides which rules are in force."""
    day = today or timezone.localdate()
    paths = _open_paths(case)
    reasons = (_tie_reason(case), *_conduct_reasons(case))
    return Result(
        open_paths=paths,
        path=paths[0] if len(paths) == 1 else "",
        title=_TITLES[paths],
        reasons=_in_force(reasons, day),
        notes=_in_force(tuple(_reason(*entry[1:]) for entry in _NOTES if entry[0](case, paths)), day),
        other_roads=other_roads(case, day),
    )


def chosen(case: Case) -> Path:
    """The person's own choice; until there is one, the order the facts fit ("" if none or both)."""
    return case.screening.chosen_path or result(case).path


def packet_can_be_made(case: Case) -> bool:
    """Whether to offer the packet: this site fills no civil harassment forms yet."""
    return chosen(case) != "cho"


def tie(case: Case) -> Tie:
    """What the relationship is in law: Family Code 6211, everyone else, or not certain."""
    relationship = case.relationship
    if relationship.is_family_code_6211:
        return "uncertain" if _rests_on_an_ended_marriage(case) else "family_code_6211"
    unclear = "related" in relationship.kinds or (
        "live_together" in relationship.kinds and relationship.lived_as_household != "no"
    )
    return "uncertain" if unclear or not relationship.kinds else "everyone_else"


def _rests_on_an_ended_marriage(case: Case) -> bool:
    """In-laws or step-family of a marriage that has ended, and nothing else of Family Code 6211."""
    relationship = case.relationship
    close = {"child_together", "married", "formerly_married", "dating", "engaged"}
    household = "live_together" in relationship.kinds and relationship.lived_as_household == "yes"
    return is_in_law_after_divorce(case) and not household and not close & set(relationship.kinds)


def is_in_law_after_divorce(case: Case) -> bool:
    return "related" in case.relationship.kinds and case.relationship.in_law_after_divorce


def _open_paths(case: Case) -> tuple[Path, ...]:
    found = tie(case)
    paths: tuple[Path, ...] = ()
    if found != "everyone_else" and is_abuse(case):
        paths += ("dvro",)
    if found != "family_code_6211" and is_civil_harassment(case):
        paths += ("cho",)
    return paths


_TITLES: dict[tuple[Path, ...], Text] = {
    ("dvro",): _("The law has a domestic violence restraining order for facts like these"),
    ("cho",): _("The law has a civil harassment restraining order for facts like these"),
    ("dvro", "cho"): _("The law has two kinds of restraining order that may be for facts like these"),
    (): _("What you told so far is not enough for either order, but you can go on"),
}


def _reason(source: str, text: Text) -> Reason:
    return Reason(with_numbers(text, rule(source)), rule(source))


def _in_force(reasons: tuple[Reason, ...], day: date) -> tuple[Reason, ...]:
    return tuple(reason for reason in reasons if reason.rule.holds_on(day))


def _tie_reason(case: Case) -> Reason:
    kinds = case.relationship.kinds
    found = tie(case)
    if found == "family_code_6211":
        return _reason("related_people", say.RELATED)
    if is_in_law_after_divorce(case):
        return _reason("in_laws_after_divorce", say.IN_LAWS)
    if found == "everyone_else":
        household = "roommate" in kinds or "live_together" in kinds
        if household:
            return _reason("household", say.ROOMMATES)
        return _reason("civil_harassment_anyone", say.ELSE)
    if "live_together" in kinds:
        return _reason("household", say.HOUSEHOLD_UNKNOWN)
    return _reason("second_degree", say.RELATIVE_UNKNOWN if kinds else say.TIE_UNKNOWN)


def _conduct_reasons(case: Case) -> tuple[Reason, ...]:
    found, happened = tie(case), bool(case.screening.conduct)
    reasons: list[Reason] = []
    if not happened:
        reasons.append(_reason("abuse", say.NOTHING_TOLD))
    if found != "everyone_else" and is_abuse(case):
        reasons.append(_reason("abuse", say.ABUSE))
        if told(case, CONTROL):
            reasons.append(_reason("coercive_control", say.CONTROL))
    if found == "family_code_6211" and happened and not is_abuse(case):
        reasons.append(_reason("abuse", say.NOT_ABUSE_YET))
    if found != "family_code_6211" and happened:
        fits = is_civil_harassment(case)
        reasons.append(
            _reason("civil_harassment", say.HARASSMENT) if fits else _reason("one_act", say.ONE_ACT)
        )
    return tuple(reasons)


Paths = tuple[Path, ...]


def _minor_alone(case: Case) -> bool:
    age, numbers = case.petitioner.age, rule("minor_alone").numbers
    return age is not None and numbers["age"] <= age < numbers["adult"]


def _fits_cho(case: Case, paths: Paths) -> bool:
    return "cho" in paths or case.screening.chosen_path == "cho"


# when it is told, the rule it rests on, what it says
_NOTES: tuple[tuple[Callable[[Case, Paths], bool], str, Text], ...] = (
    (
        lambda case, paths: case.petitioner.is_under_12,
        "guardian_ad_litem",
        _(
            "A child under {age} cannot ask alone. An adult can ask for the child: the court names that "
            "adult the child's “guardian ad litem”. It can be a parent or another adult the judge trusts. "
            "That adult may come to court without a lawyer. Courts use form CIV-010 or form FL-935 for "
            "this: ask the clerk or the self-help center which one."
        ),
    ),
    (
        lambda case, paths: _minor_alone(case),
        "minor_alone",
        _(
            "A person who is {age} or older can ask for either order without a parent. The judge may want "
            "a trusted adult to help. A self-help center or legal aid can help too."
        ),
    ),
    (
        lambda case, paths: is_in_law_after_divorce(case) and tie(case) == "family_code_6211",
        "in_laws_after_divorce",
        _(
            "Sources do not agree about family through a marriage that has ended. It does not change the "
            "result here: another tie you checked is enough."
        ),
    ),
    (
        _fits_cho,
        "civil_harassment_orders",
        _(
            "This site does not fill in the civil harassment forms yet. The forms and how to use them are "
            "at selfhelp.courts.ca.gov/restraining-orders, and the court's self-help center can help for "
            "free."
        ),
    ),
    (
        _fits_cho,
        "civil_harassment_orders",
        _(
            "A civil harassment order cannot make someone move out, and cannot decide child custody, "
            "support, property, bills or a phone account. A domestic violence order can."
        ),
    ),
    (
        lambda case, paths: True,
        "where_to_file",
        _(
            "You do not have to live in California. You can ask in the county where you live or are "
            "staying, where the other person lives, or where it happened."
        ),
    ),
    (
        lambda case, paths: "dvro" in paths,
        "old_abuse",
        _("It does not matter that it was long ago, or that you have moved out."),
    ),
    (lambda case, paths: True, "immigration", _("You can ask whatever your immigration status is.")),
)
