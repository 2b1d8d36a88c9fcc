"""Court days and deadlines, against tables worked out by hand and the schedules courts publish."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from interview.court_days import closed_for, court_days_before, open_day_before
from interview.hearing import Hearing

# As the courts of California publish them (Code of Civil Procedure 135, rule 1.11)
CLOSED_2025 = "1/1 1/20 2/12 2/17 3/31 5/26 6/19 7/4 9/1 9/26 11/11 11/27 11/28 12/25"
CLOSED_2026 = "1/1 1/19 2/12 2/16 3/31 5/25 6/19 7/3 9/7 9/25 11/11 11/26 11/27 12/25"


def days(year: int, listed: str) -> set[date]:
    return {date(year, *map(int, day.split("/"))) for day in listed.split()}


@pytest.mark.parametrize(("year", "listed"), [(2025, CLOSED_2025), (2026, CLOSED_2026)])
def test_courts_are_closed_on_weekends_and_the_published_days_only(year: int, listed: str) -> None:
    year_round = (date(year, 1, 1) + timedelta(days=n) for n in range(365))
    closed = {day for day in year_round if day.weekday() < 5 and closed_for(day)}
    assert closed == days(year, listed)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2026-02-12", "Lincoln's Birthday"),  # not a holiday of the state's
        ("2026-09-25", "Native American Day"),
        ("2026-07-03", "Independence Day"),  # the 4th is a Saturday: the Friday before
        ("2027-07-05", "Independence Day"),  # the 4th is a Sunday: the Monday after
        ("2027-12-31", "New Year's Day"),  # of 2028, a Saturday
        ("2026-11-21", "Saturday"),
        ("2026-10-12", ""),  # Columbus Day: courts are open
        ("2027-10-29", ""),  # Diwali
        ("2028-02-29", ""),
    ],
)
def test_why_a_court_is_closed(day: str, why: str) -> None:
    assert closed_for(date.fromisoformat(day)) == why


@pytest.mark.parametrize(
    ("hearing", "count", "found"),
    [
        ("2026-12-11", 5, "2026-12-04"),  # a Friday: the Friday before
        ("2026-12-02", 5, "2026-11-23"),  # over a weekend, Thanksgiving and the day after it
        ("2027-01-04", 5, "2026-12-24"),  # over New Year, a weekend and Christmas
        ("2028-03-03", 5, "2028-02-25"),  # over a leap day
        ("2026-12-11", 0, "2026-12-11"),
    ],
)
def test_court_days_counted_back(hearing: str, count: int, found: str) -> None:
    assert court_days_before(date.fromisoformat(hearing), count) == date.fromisoformat(found)


@pytest.mark.parametrize(
    ("hearing", "days_before", "last"),
    [
        # Code of Civil Procedure 12c: back from the hearing, its own day not counted
        ("2026-12-11", 5, "2026-12-06"),  # a Sunday
        ("2026-12-10", 5, "2026-12-05"),  # a Saturday
        ("2026-12-09", 5, "2026-12-04"),
        ("2026-12-01", 5, "2026-11-26"),  # Thanksgiving
        ("2027-01-06", 5, "2027-01-01"),  # New Year's Day
        ("2027-01-04", 5, "2026-12-30"),  # over the year's end
        ("2028-03-03", 5, "2028-02-27"),  # over a leap day
        ("2028-03-05", 5, "2028-02-29"),  # on one
        ("2026-12-11", 2, "2026-12-09"),  # the judge wrote another number
        ("2026-12-11", 15, "2026-11-26"),
        ("2026-12-11", 0, "2026-12-11"),
    ],
)
def test_the_last_day_to_serve(hearing: str, days_before: int, last: str) -> None:
    told = Hearing(date=date.fromisoformat(hearing), days_before="other", other_days=days_before)
    assert told.last_day_to_serve == date.fromisoformat(last)
    if days_before == 5:
        five = Hearing(date=date.fromisoformat(hearing), days_before="five")
        assert five.last_day_to_serve == told.last_day_to_serve


def test_nothing_is_counted_from_what_is_not_told() -> None:
    assert Hearing(date=date(2026, 12, 11)).last_day_to_serve is None
    assert Hearing(days_before="five").last_day_to_serve is None
    assert Hearing(date=date(2026, 12, 11), days_before="other").last_day_to_serve is None


def test_the_open_day_before() -> None:
    assert open_day_before(date(2026, 11, 29)) == date(2026, 11, 25)  # Sunday: the Wednesday
    assert open_day_before(date(2026, 11, 25)) == date(2026, 11, 25)
