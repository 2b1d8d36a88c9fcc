"""Dates as people tell them ("about March 2026", "6/1/25", "summer 2024"): the days they may mean."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_SHORT_YEAR = r"(?P<year>(?:19|20)\d\d|\d\d)"
_PATTERNS = tuple(
    re.compile(rf"(?<![\w/-]){pattern}(?![\w/-])", re.IGNORECASE)
    for pattern in (
        rf"(?P<month>\d\d?)[/.-](?P<day>\d\d?)[/.-]{_SHORT_YEAR}",
        rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)",
        rf"{_MONTH}\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s+{_YEAR}",
        rf"{_MONTH},?\s+(?:of\s+)?{_YEAR}",
        rf"(?P<month>\d\d?)/{_YEAR}",
        rf"{_YEAR}",
    )
)


def days_meant(told: str) -> tuple[date, date] | None:
    """The first and last day the words may mean; None where no year is told or no such day exists."""
    spans = list(_spans(told))
    if not spans:
        return None
    return min(first for first, _last in spans), max(last for _first, last in spans)


def _spans(told: str) -> Iterator[tuple[date, date]]:
    """Each date found, the most exact reading first; what one reading took, no other sees again."""
    for pattern in _PATTERNS:
        for found in pattern.finditer(told):
            span = _span({name: text for name, text in found.groupdict().items() if text})
            if span:
                yield span
        told = pattern.sub(" ", told)


def _span(parts: dict[str, str]) -> tuple[date, date] | None:
    year = int(parts["year"]) + (2000 if len(parts["year"]) == 2 else 0)
    month = _MONTHS.index(parts["name"].lower()) + 1 if "name" in parts else int(parts.get("month", 0))
    day = int(parts.get("day", 0))
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return first, first
    last_month = month or 12
    return first, date(year, last_month, monthrange(year, last_month)[1])
