"""The calendar file: the right days under neutral names, and nothing of anyone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from icalendar import Calendar, Component

from interview.calendar_file import entries
from interview.case import Case
from interview.hearing import Hearing
from tests.stories_on_disk import story

Visit = Callable[[Case], Client]
HEARING = Hearing(is_set="yes", date=date(2026, 12, 11), time="13:30", department="5B", days_before="five")


def events(ics: bytes) -> list[Component]:
    return [part for part in Calendar.from_ical(ics).walk() if part.name == "VEVENT"]


@pytest.mark.django_db
def test_the_hearing_and_the_last_day_to_serve(visit: Visit) -> None:
    case = replace(story("civil_neighbor_threats"), hearing=HEARING)
    answer = visit(case).get("/plan/dates/")
    assert answer["Content-Type"] == "text/calendar" and "no-store" in answer["Cache-Control"]
    assert answer["Content-Disposition"] == 'attachment; filename="dates.ics"'
    found = {str(event["summary"]): event.decoded("dtstart") for event in events(answer.content)}
    california = ZoneInfo("America/Los_Angeles")
    assert found == {
        "Reminder": date(2026, 12, 6),
        "Appointment": datetime(2026, 12, 11, 13, 30, tzinfo=california),
    }
    assert b"DTSTART:20261211T213000Z" in answer.content  # a named zone would need its table in the file


@pytest.mark.django_db
def test_nothing_in_it_tells_what_it_is_about(visit: Visit) -> None:
    case = replace(story("civil_neighbor_threats"), hearing=HEARING, case_number="26CV00123")
    lines = visit(case).get("/plan/dates/").content.decode().splitlines()
    text = "\n".join(line for line in lines if not line.startswith("UID:"))  # random letters
    names = {*case.petitioner.name.split(), *case.respondent.name.split(), case.court.county}
    telling = {"court", "hearing", "serve", "order", "restrain", "26CV", "5B", "Amparo"}
    assert not [word for word in names | telling if word.casefold() in text.casefold()]


@pytest.mark.django_db
def test_without_a_time_it_is_the_whole_day_and_without_a_date_there_is_none(visit: Visit) -> None:
    browser = visit(replace(story("teen_dating"), hearing=replace(HEARING, time="", days_before="")))
    (event,) = events(browser.get("/plan/dates/").content)
    assert event.decoded("dtstart") == date(2026, 12, 11)
    assert "Dates for a calendar" in browser.get("/plan/").content.decode()

    browser = visit(story("teen_dating"))
    assert browser.get("/plan/dates/")["Location"] == "/plan/"
    assert "Dates for a calendar" not in browser.get("/plan/").content.decode()


def test_after_the_hearing_the_days_its_outcome_calls_for() -> None:
    told = story("order_by_mail")
    ask_from = ("Reminder", date(2031, 8, 19))
    assert entries(told) == (ask_from,)
    day, serve_by = date(2027, 1, 8), date(2026, 12, 28)
    after = replace(told.after, has_review="yes", review_about=("guns",), review_time="13:30")
    after = replace(after, review_date=day, serve_by=serve_by)
    review = datetime(2027, 1, 8, 13, 30, tzinfo=ZoneInfo("America/Los_Angeles"))
    found = entries(replace(told, after=after))
    assert found == (("Reminder", serve_by), ("Appointment", review), ask_from)
    no_review = replace(told, after=replace(after, has_review="no"))
    assert entries(no_review) == (ask_from,)


def test_a_canceled_hearing_leaves_no_day() -> None:
    told = replace(story("canceled"), hearing=replace(HEARING, first_orders="none"))
    assert told.cancels_hearing and entries(told) == ()
    goes = replace(told, continuance=replace(told.continuance, waive_hearing="no"))
    assert [title for title, _day in entries(goes)] == ["Reminder", "Appointment"]


@pytest.mark.django_db
def test_the_file_has_the_day_to_ask_for_more_once_the_hearing_is_over(visit: Visit) -> None:
    browser = visit(story("order_by_mail"))
    (event,) = events(browser.get("/plan/dates/").content)
    assert event.decoded("dtstart") == date(2031, 8, 19)
    assert "Dates for a calendar" in browser.get("/plan/").content.decode()
    told = story("order_by_mail")
    not_told = visit(replace(told, after=replace(told.after, ends_on=None)))
    assert not_told.get("/plan/dates/")["Location"] == "/plan/"
    page = not_told.get("/plan/").content.decode()
    assert "Dates for a calendar" not in page and "Once the court has given you a date" not in page
