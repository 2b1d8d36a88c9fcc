"""Dates and ages that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.conditions import has_child_together, protects_others
from interview.findings import Problem, problem
from interview.questions import Text
from interview.told_dates import days_meant
from interview.vocabulary import age_on

ESTIMATE = 5  # years by which an age given as a guess may be off

_FUTURE: Text = _("The birth date of {name} is in the future.")
_DISAGREE: Text = _("The age and the birth date of {name} do not agree: by the birth date the age is {age}.")


def date_checks(case: Case, today: date) -> Iterator[Problem]:
    you, other = case.petitioner, case.respondent
    name = you.name or str(_("the person asking"))
    yield from _born(case, "petitioner", "CLETS-001, item 3", name, you.birth_date, you.age, today)
    slack = ESTIMATE if other.age_is_estimate == "yes" else 0
    name, where = other.name or str(_("the other person")), _RESPONDENT
    yield from _born(case, "respondent", where, name, other.birth_date, other.age, today, slack)
    for index, person in enumerate(case.protected_people if protects_others(case) else ()):
        path, where = f"protected_people.{index}", "DV-100, item 8; CH-100, item 3a; CLETS-001, item 4"
        yield from _born(case, path, where, person.name, person.birth_date, person.age, today)
    asked = has_child_together(case) or case.asks_for_custody
    for index, child in enumerate(case.children if asked else ()):
        yield from _born(case, f"children.{index}", "DV-105", child.name, child.birth_date, None, today)
    yield from _incidents(case, today)


def _born(
    case: Case,
    at: str,
    where: str,
    name: str,
    born: date | None,
    age: int | None,
    today: date,
    slack: int = 0,
) -> Iterator[Problem]:
    if born is None:
        return
    path = f"{at}.birth_date"
    if born > today:
        yield problem("check", case, path, where, str(_FUTURE).format(name=name))
    elif age is not None and abs(age_on(today, born) - age) > slack:
        text = str(_DISAGREE).format(name=name, age=age_on(today, born))
        yield problem("check", case, path, where, text)


def _incidents(case: Case, today: date) -> Iterator[Problem]:
    births = [day for day in (case.petitioner.birth_date, case.respondent.birth_date) if day and day <= today]
    for index, incident in enumerate(case.incidents):
        days = days_meant(incident.date)
        if days is None:
            continue
        path, where = f"incidents.{index}.date", _INCIDENT_ITEMS.get(index, _LATER_INCIDENTS)
        first, last = days
        if first > today:
            text = str(_("The date of what happened is in the future: {date}.")).format(date=incident.date)
            yield problem("check", case, path, where, text)
        elif births and last < max(births):
            text = str(_("The date of what happened is before you or the other person were born: {date}."))
            yield problem("check", case, path, where, text.format(date=incident.date))


_RESPONDENT = "DV-100, items 2b and 2c; DV-110, item 2; CH-100, item 2; CH-110, item 2"
_INCIDENT_ITEMS = {
    0: "DV-100, item 5a; CH-100, item 7a(1)",
    1: "DV-100, item 6a; CH-100, item 7b",
    2: "DV-100, item 7a; CH-100, item 7b",
}
_LATER_INCIDENTS = "DV-100, “Describe Abuse”; CH-100, item 7b"
