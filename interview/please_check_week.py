"""The week's table of visits (DV-105 items 12c and 13b(2)): times that cannot be meant."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.conditions_children import lays_out_a_week, wants_supervised_visits
from interview.findings import Problem, problem
from interview.parenting import DayPlan, Week
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
    days: list[DayPlan] = [getattr(week, name) for name in DAYS]
    for number, (name, day) in enumerate(zip(DAYS, days, strict=True)):
        if wrong := _wrong(days, number):
            text, part = wrong
            message = str(text).replace("{day}", str(DAYS[name]))
            yield problem("check", case, f"{AT}.{name}.{part}", where, message)
        elif day != DayPlan() and not (day.start or day.end or _goes_on(days, number)):
            yield problem(
                "check", case, f"{AT}.{name}.start", where, str(_NO_TIME).replace("{day}", str(DAYS[name]))
            )


def _wrong(days: list[DayPlan], number: int) -> tuple[Text, str] | None:
    """What to say of a day's end, and which of its answers to look at. Times are kept as "15:00"."""
    day = days[number]
    if day.start and day.end and day.end <= day.start:
        return _ENDS_FIRST, "end"
    if day.end and not day.start and not _goes_on(days, number):
        return _NO_START, "start"
    return None


def _goes_on(days: list[DayPlan], number: int) -> bool:
    """Whether a visit began on an earlier day and has not ended: it goes on overnight, also into Monday."""
    before = (days[(number - back) % len(days)] for back in range(1, len(days)))
    told = next((day for day in before if day.start or day.end), DayPlan())
    return bool(told.start) and not told.end


_EMPTY = _("You want to lay out a week of visits. No day has a visit yet.")
_ENDS_FIRST = _("On {day}, the visit ends before it starts. Check am and pm.")
_NO_START = _("On {day}, the visit has an end and no start.")
_NO_TIME = _("On {day}, the times of the visit are missing.")
