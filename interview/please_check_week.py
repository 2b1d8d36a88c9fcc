"""The week's table of visits (DV-105 items 12c and 13b(2)): times that cannot be meant."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.conditions_children import lays_out_a_week, wants_supervised_visits
from interview.findings import Problem, problem
from interview.parenting import DayPlan, Week, nights, wrong_ends
from interview.questions import Text
from interview.week_form import DAYS

AT = "custody.visit.week"


def week_checks(case: Case) -> Iterator[Problem]:
    if not lays_out_a_week(case):
        return
    where = "DV-105, item 12c" if wants_supervised_visits(case) else "DV-105, item 13b(2)"
    week = case.custody.visit.week
    if week == Week():
        yield problem("check", case, AT, where, _EMPTY)
        return
    days = zip(DAYS, week.days, nights(week.days), wrong_ends(week.days), strict=True)
    for name, day, goes_on, wrong_end in days:
        if wrong := _wrong(day, goes_on, wrong_end):
            text, part = wrong
            message = str(text).replace("{day}", str(DAYS[name]))
            yield problem("check", case, f"{AT}.{name}.{part}", where, message)


def _wrong(day: DayPlan, goes_on: bool, wrong_end: bool) -> tuple[Text, str] | None:
    """What to say of a day, and which of its answers to look at."""
    if wrong_end:
        return _ENDS_FIRST, "end"
    if day.end and not day.start and not goes_on:
        return _NO_START, "start"
    if day != DayPlan() and not (day.start or day.end or goes_on):
        return _NO_TIME, "start"
    return None


_EMPTY = _("You want to lay out a week of visits. No day has a visit yet.")
_ENDS_FIRST = _("On {day}, the visit ends before it starts. Check am and pm.")
_NO_START = _("On {day}, the visit has an end and no start.")
_NO_TIME = _("On {day}, the times of the visit are missing.")
