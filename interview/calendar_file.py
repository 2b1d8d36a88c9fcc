"""The dates of the plan as a calendar file, under names that tell nothing (iCalendar, RFC 5545)."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from interview.hearing import Hearing

_CALIFORNIA = ZoneInfo("America/Los_Angeles")


def calendar_file(hearing: Hearing) -> bytes:
    """An entry for the hearing, and one for the last day to serve. No name, no court, no number of a case."""
    calendar = Calendar()
    calendar.add("prodid", "-//calendar//EN")
    calendar.add("version", "2.0")
    for title, when in _entries(hearing):
        calendar.add_component(_event(title, when))
    return bytes(calendar.to_ical())


def _entries(hearing: Hearing) -> Iterator[tuple[str, date]]:
    if hearing.last_day_to_serve:
        yield _("Reminder"), hearing.last_day_to_serve
    if hearing.date:
        yield _("Appointment"), _at(hearing.date, hearing.time)


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
