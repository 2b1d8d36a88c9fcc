"""Dates as people type them: month first, with a message that says what is missing."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone, translation
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

FIRST_YEAR, LAST_YEAR = 1900, 2200

NOT_A_DATE = _("Enter the date as month, day and year, for example 3/5/1990.")
NO_YEAR = _("Enter the year, for example 1990.")
SHORT_YEAR = _("Enter the year with four numbers, for example 1990.")
WRONG_YEAR = _("Check the year. Enter it with four numbers, for example 1990.")
WRONG_MONTH = _("Enter the month as a number from 1 to 12. The month comes first, for example 3/25/1990.")
WRONG_DAY = _("%(month)s %(year)d has %(last)d days. Check the day.")
IN_THE_FUTURE = _("This date has not come yet. Check the month, day and year.")

_NUMBERS = re.compile(r"\d+(?:[\s/.\-,]+\d+)*")
_FULL_NUMBERS = re.compile(r"(?<![\d/.\-])(?:\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}|\d{4}-\d{1,2}-\d{1,2})(?![\d/])")
_FULL_WORDS = re.compile(r"\b([^\W\d_]{3,})\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}\b")
_FULL_WORDS_DAY_FIRST = re.compile(r"\b\d{1,2}(?:ro|º|°)?\s+de\s+([^\W\d_]{3,})\s+del?\s+\d{4}\b")
_ORDINAL = re.compile(r"(?<=\d)(?:(?:st|nd|rd|th|ro|º)\b|°)")
_BETWEEN = frozenset(("de", "del", "el"))  # "el 5 de marzo de 1990"
_OTHER_NAMES = (("es", "setiembre", 9),)  # as some countries write a month


def today() -> date:
    """The day it is where the court is (the site's time zone)."""
    return timezone.localdate()


def read_date(text: str) -> date:
    """The one date in the text: 3/5/1990, 03-05-1990, 03051990, March 5, 1990, 1990-03-05 or, in another
    language of the site, 5 de marzo de 1990.

    Raises ValidationError with a message that says what to type.
    """
    plain = _ORDINAL.sub("", text.strip().lower())
    if _NUMBERS.fullmatch(plain):
        return _from_numbers(re.findall(r"\d+", plain))
    words = [word for word in re.findall(r"[^\W\d_]+", plain) if word not in _BETWEEN]
    numbers = re.findall(r"\d+", plain)
    month = _month_named(words[0]) if len(words) == 1 else 0
    if not month or len(numbers) > 2:
        raise ValidationError(NOT_A_DATE, code="not_a_date")
    if len(numbers) == 1:
        raise ValidationError(NOT_A_DATE if len(numbers[0]) == 4 else NO_YEAR, code="incomplete")
    if not numbers:
        raise ValidationError(NOT_A_DATE, code="incomplete")
    day, year = sorted(numbers, key=len) if len(numbers[0]) == 4 else numbers
    return _make(year, str(month), day)


def dates_in(text: str) -> list[date]:
    """The whole dates in free text ("about March 2026" has none). Raises ValidationError for a
    date that cannot be, such as 30 February."""
    return [read_date(found) for found in _whole_dates(text)]


@cache
def months() -> tuple[tuple[str, str, int], ...]:
    """Language, name and number of every month in each language of the site, and of other names for one."""
    found = []
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            found += [(language, str(name).lower(), number) for number, name in MONTHS.items()]
    return (*found, *_OTHER_NAMES)


def _whole_dates(text: str) -> Iterator[str]:
    for found in _FULL_NUMBERS.finditer(text):
        yield found.group()
    for named in (_FULL_WORDS, _FULL_WORDS_DAY_FIRST):
        for found in named.finditer(text):
            if _month_named(found.group(1).lower()):
                yield found.group()


def _from_numbers(numbers: list[str]) -> date:
    if len(numbers) == 1 and len(numbers[0]) == 8:
        run = numbers[0]
        month_first = int(run[:2]) <= 12
        numbers = [run[:2], run[2:4], run[4:]] if month_first else [run[:4], run[4:6], run[6:]]
    if len(numbers) == 2:
        has_year = any(len(number) == 4 for number in numbers)
        raise ValidationError(NOT_A_DATE if has_year else NO_YEAR, code="incomplete")
    if len(numbers) != 3:
        raise ValidationError(NOT_A_DATE, code="not_a_date")
    if len(numbers[0]) == 4:
        return _make(*numbers)
    return _make(numbers[2], numbers[0], numbers[1])


def _make(year: str, month: str, day: str) -> date:
    if len(year) < 4:
        raise ValidationError(SHORT_YEAR, code="short_year")
    if len(year) > 4 or not FIRST_YEAR <= int(year) <= LAST_YEAR:
        raise ValidationError(WRONG_YEAR, code="wrong_year")
    if len(month) > 2 or not 1 <= int(month) <= 12:
        raise ValidationError(WRONG_MONTH, code="wrong_month")
    last = calendar.monthrange(int(year), int(month))[1]
    if len(day) > 2 or not 1 <= int(day) <= last:
        told = {"month": MONTHS[int(month)], "year": int(year), "last": last}
        raise ValidationError(WRONG_DAY, code="wrong_day", params=told)
    return date(int(year), int(month), int(day))


def _month_named(word: str) -> int:
    """The number of a month named in full or by its first letters, in any language of the site: a page that
    is read in one may be answered in another."""
    if len(word) < 3:
        return 0
    return next((number for _language, name, number in months() if name.startswith(word)), 0)
