"""The dates of the plan as a calendar file, under names that tell nothing (iCalendar, RFC 5545)."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from interview.case import Case
from interview.conditions_after import has_review, must_reach_by
from interview.plan_renewal import ask_from

_CALIFORNIA = ZoneInfo("America/Los_Angeles")


def calendar_file(case: Case) -> bytes:
    """An entry for each day there is. No name, no court, no number of a case."""
    calendar = Calendar()
    calendar.add("prodid", "-//calendar//EN")
    calendar.add("version", "2.0")
    for title, when in entries(case):
        calendar.add_component(_event(title, when))
    return bytes(calendar.to_ical())


def entries(case: Case) -> tuple[tuple[str, date], ...]:
    """What lies ahead: the hearing, until it is over or cancelled; then what its outcome calls for."""
    if case.cancels_hearing:
        return ()
    return tuple(_after(case) if case.hearing_is_over else _ahead(case))


def _ahead(case: Case) -> Iterator[tuple[str, date]]:
    hearing = case.hearing
    if hearing.last_day_to_serve:
        yield _("Reminder"), hearing.last_day_to_serve
    if hearing.date:
        yield _("Appointment"), _at(hearing.date, hearing.time)


def _after(case: Case) -> Iterator[tuple[str, date]]:
    """The last day to give the order (DV-130 item 32b(3)), the next hearing (item 5), the day to ask anew."""
    told = case.after
    if must_reach_by(case) and told.serve_by:
        yield _("Reminder"), told.serve_by
    if has_review(case) and told.review_date:
        yield _("Appointment"), _at(told.review_date, told.review_time)
    if first_day := ask_from(case):
        yield _("Reminder"), first_day


def _at(day: date, clock: str) -> date:
    """The moment, where the time is told; else the whole day. In UTC, which needs no table of time zones."""
    if not clock:
        return day
    return datetime.combine(day, time.fromisoformat(clock), _CALIFORNIA).astimezone(UTC)


def _event(title: str, when: date) -> Event:
    event = Event()
    event.add("uid", uuid.uuid4().hex)
    event.add("dtstamp", datetime.now(UTC))
    event.add("summary", title)
    event.add("dtstart", when)
    event.add("class", "PRIVATE")
    return event
