"""Other orders that the facts may open beside the two this site is about, and who asks for each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.conduct import VIOLENCE, told
from interview.questions import Text
from interview.rules import Rule, rule, with_numbers


@dataclass(frozen=True)
class Road:
    """Another order that facts like these may open, and who asks for it."""

    name: Text
    text: Text
    rule: Rule

    @property
    def source(self) -> str:
        return self.rule.source


def other_roads(case: Case, day: date) -> tuple[Road, ...]:
    """The other orders to name to this person, by the rules in force that day."""
    return tuple(
        Road(name, with_numbers(text, rule(source)), rule(source))
        for applies, source, name, text in _ROADS
        if applies(case) and rule(source).holds_on(day)
    )


def _is_elder(case: Case) -> bool:
    age = case.petitioner.age
    return age is not None and age >= rule("elder").numbers["elder"]


def _is_dependent_adult(case: Case) -> bool:
    """18 to 64: an older person is an elder; a younger one is a child."""
    age, numbers = case.petitioner.age, rule("elder").numbers
    said = case.screening.dependent_adult == "yes" or case.screening.asking_for == "dependent_adult"
    return said and (age is None or numbers["adult"] <= age < numbers["elder"])


# when it is named, the rule it rests on, its name, what it is
_ROADS: tuple[tuple[Callable[[Case], bool], str, Text, Text], ...] = (
    (
        lambda case: case.screening.danger_now == "yes",
        "emergency",
        _("Emergency protective order"),
        _(
            "Call 911. The police can ask a judge for this order at any hour. It ends on the {court_days}th "
            "day the court is open or on the {days}th day, whichever comes first. You can ask for a longer "
            "order meanwhile."
        ),
    ),
    (
        lambda case: _is_elder(case) or _is_dependent_adult(case),
        "elder",
        _("Elder or dependent adult abuse order (form EA-100)"),
        _(
            "For people {elder} or older, and for adults with limits of body or mind that make it hard to "
            "care for themselves. It also covers neglect and taking someone's money."
        ),
    ),
    (
        lambda case: (
            "workplace" in case.screening.setting
            or bool({"coworker", "employer"} & set(case.relationship.kinds))
        ),
        "workplace",
        _("Workplace violence order (form WV-100)"),
        _("Your employer asks for this one, not you. It protects people at work."),
    ),
    (
        lambda case: "school" in case.screening.setting or "classmate" in case.relationship.kinds,
        "school",
        _("School violence order (form SV-100)"),
        _("The school asks for this one, not you. Not every school can: ask the school's office."),
    ),
    (
        lambda case: case.has_firearms == "yes" or told(case.screening, VIOLENCE),
        "gun_violence",
        _("Gun violence order (form GV-100)"),
        _(
            "It takes away guns and ammunition only. Police, family, household members and some others can "
            "ask. It does not tell anyone to stay away from you."
        ),
    ),
    (
        lambda case: told(case.screening, VIOLENCE),
        "criminal",
        _("Criminal protective order"),
        _(
            "In a criminal case the prosecutor can ask the judge for this one. You can tell the prosecutor "
            "you want it."
        ),
    ),
)
