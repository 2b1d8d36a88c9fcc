"""A week's timetable on one page: each day can be folded, and says in its title what was told of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interview.fields import MultiChoice, ShortText
from interview.parenting import DayPlan, wrong_ends
from interview.questions import FieldGroup, QuestionForm
from interview.time_fields import ClockTime

DAYS: Mapping[str, Promise] = {
    "monday": _("Monday"),
    "tuesday": _("Tuesday"),
    "wednesday": _("Wednesday"),
    "thursday": _("Thursday"),
    "friday": _("Friday"),
    "saturday": _("Saturday"),
    "sunday": _("Sunday"),
}
# Answer of parenting.DayPlan -> its field. The forms' table has these columns (DV-105 items 12c and 13b).
PARTS: Mapping[str, Callable[[], forms.Field]] = {
    "start": lambda: ClockTime(label=_("Starts at")),
    "end": lambda: ClockTime(label=_("Ends at")),
    "how": lambda: MultiChoice(
        label=_("Kind of visit"), choices=[("virtual", _("By video (virtual visit)"))]
    ),
    "brings": lambda: ShortText(label=_("Who brings the children, or sets up the call")),
    "where": lambda: ShortText(
        label=_("Where the children are dropped off and picked up"),
        help_text=_("{other} will see this. Do not write a place {other} should not know."),
    ),
}
ENDS_TOO_EARLY = _(
    "The end must be later than the start. Check am and pm. "
    "For a visit that goes on overnight, enter the end on the day it ends."
)


class WeekForm(QuestionForm):
    """The days of the week at `at`; their fields are made below (`timetable`)."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        days = [DayPlan(cleaned.get(f"{day}_start") or "", cleaned.get(f"{day}_end") or "") for day in DAYS]
        for day, wrong in zip(DAYS, wrong_ends(days), strict=True):
            if wrong:
                self.add_error(f"{day}_end", str(ENDS_TOO_EARLY))
        return cleaned

    @property
    def field_groups(self) -> tuple[FieldGroup, ...]:
        days = {day: tuple(self[f"{day}_{part}"] for part in PARTS) for day in DAYS}
        told = {day for day, fields in days.items() if any(field.value() or field.errors for field in fields)}
        opened = told or {"monday"}
        return tuple(
            FieldGroup(str(name), self._times(day), days[day], day in opened) for day, name in DAYS.items()
        )

    def _times(self, day: str) -> str:
        """ "3:00 pm to 6:00 pm", of a day with its times."""
        start, end = (str(self[f"{day}_{part}"].value() or "") for part in ("start", "end"))
        if start and end:
            return str(_("%(start)s to %(end)s")) % {"start": start, "end": end}
        if start:
            return str(_("from %(start)s")) % {"start": start}
        return str(_("until %(end)s")) % {"end": end} if end else ""


def timetable(name: str, **texts: Any) -> type[QuestionForm]:
    """A page that asks for a week: WeekForm with the fields of seven days and the page's own texts."""
    days = {(day, part): f"{day}_{part}" for day in DAYS for part in PARTS}
    made: dict[str, Any] = {field: PARTS[part]() for (_day, part), field in days.items()}
    paths = {field: f"{day}.{part}" for (day, part), field in days.items()}
    return cast(type[QuestionForm], type(name, (WeekForm,), {**made, "paths": paths, **texts}))
