"""The days California courts are open: the state's holidays (`holidays` package) and court_days.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import holidays
from django.utils.translation import gettext

from interview.phrasing import weekday_in_words

_FILE = Path(__file__).with_name("court_days.toml")
_SATURDAY, _SUNDAY = 5, 6
_OBSERVED = " (observed)"
_FIRST_YEAR = 2020


def closed_for(day: date) -> str:
    """Why courts are closed that day, in the page's language: the holiday's name, or the weekday's; "" when
    they are open."""
    weekend = weekday_in_words(day) if day.weekday() in (_SATURDAY, _SUNDAY) else ""
    names = _holidays_of(day.year).get(day, "")
    return "; ".join(gettext(name) for name in names.split("; ")) if names else weekend


def holiday_names() -> tuple[str, ...]:
    """Every name `closed_for` may say, in English: of the holidays of a lifetime of hearings."""
    years = range(_FIRST_YEAR, _FIRST_YEAR + 50)
    names = {name for year in years for day in _holidays_of(year).values() for name in day.split("; ")}
    return tuple(sorted(names))


def court_days_before(day: date, count: int) -> date:
    """The court day that is `count` court days before a day (Code of Civil Procedure 12, 12c)."""
    while count:
        day -= timedelta(days=1)
        count -= not closed_for(day)
    return day


def open_day_before(day: date) -> date:
    """The nearest day before, or that day itself, on which courts are open."""
    while closed_for(day):
        day -= timedelta(days=1)
    return day


@cache
def _holidays_of(year: int) -> Mapping[date, str]:
    """Judicial holidays by day: one on a weekend is observed on the Friday before or the Monday after."""
    rules = _rules()
    listed = holidays.country_holidays("US", subdiv="CA", years=[year])
    found = {day: _name(names, rules["not_closed"]) for day, names in listed.items()}
    added = {_observed(day): name for day, name in _added(year, rules["added"])}
    return {day: name for day, name in (found | added).items() if name}


def _name(names: str, not_closed: list[str]) -> str:
    kept = (name.removesuffix(_OBSERVED) for name in names.split("; "))
    return "; ".join(name for name in kept if name not in not_closed)


def _added(year: int, entries: list[dict[str, Any]]) -> Iterator[tuple[date, str]]:
    for entry in entries:
        if "day" in entry:
            yield date(year, entry["month"], entry["day"]), entry["name"]
        else:
            yield _nth_weekday(year, entry["month"], entry["nth"], entry["weekday"]), entry["name"]


def _nth_weekday(year: int, month: int, nth: int, weekday: str) -> date:
    days = (date(year, month, 1) + timedelta(days=n) for n in range(31))
    found = [day for day in days if day.month == month and f"{day:%A}" == weekday]
    return found[nth - 1]


def _observed(day: date) -> date:
    """California Rules of Court, rule 1.11."""
    return day + timedelta(days={_SATURDAY: -1, _SUNDAY: 1}.get(day.weekday(), 0))


@cache
def _rules() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
