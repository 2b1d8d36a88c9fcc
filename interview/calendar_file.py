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


def calendar_file(hearing: Hearing, ask_from: date | None = None) -> bytes:
    """An entry for each day there is. No name, no court, no number of a case.

    `ask_from` is the first day to ask for the order once more (plan_renewal.ask_from).
    """
    calendar = Calendar()
    calendar.add("prodid", "-//calendar//EN")
    calendar.add("version", "2.0")
    for title, when in entries(hearing, ask_from):
        calendar.add_component(_event(title, when))
    return bytes(calendar.to_ical())


def entries(hearing: Hearing, ask_from: date | None = None) -> tuple[tuple[str, date], ...]:
    """The last day to serve and the hearing, until it is over; then the day to ask for more."""
    return tuple(_ahead(hearing)) if not hearing.is_over else tuple(_after(ask_from))


def _ahead(hearing: Hearing) -> Iterator[tuple[str, date]]:
    if hearing.last_day_to_serve:
        yield _("Reminder"), hearing.last_day_to_serve
    if hearing.date:
        yield _("Appointment"), _at(hearing.date, hearing.time)


def _after(ask_from: date | None) -> Iterator[tuple[str, date]]:
    if ask_from:
        yield _("Reminder"), ask_from


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
