"""A day as told ("about March 2026"), as the court reads it: typed in another language, printed in English.

The words a language has for such days are in rough_dates.toml.
"""

from __future__ import annotations

import calendar
import re
import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from django.conf import settings

from interview.typed_dates import months

_FILE = Path(__file__).with_name("rough_dates.toml")
_DAY_OF_A_MONTH = re.compile(
    r"\b(?:el\s+)?(?P<day>\d{1,2})(?:ro|º|°)?\s+de\s+(?P<month>[^\W\d_]{3,}),?\s+(?:del?\s+)?(?P<year>\d{4})\b",
    re.IGNORECASE,
)
_MONTH_OF_A_YEAR = re.compile(
    r"\b(?:en\s+)?(?P<month>[^\W\d_]{3,}),?\s+(?:del?\s+)?(?P<year>\d{4})\b", re.IGNORECASE
)
_MONTH = re.compile(r"\b(?P<month>[^\W\d_]{3,})\b")
_WORD = re.compile(r"[^\W\d_]+")


def in_english(text: str) -> str:
    """The text with its days and months of another language as the court reads them.

    "el 5 de marzo de 2026" is "March 5, 2026", "a mediados de marzo de 2026" is "the middle of March 2026".
    With a word in it that is in no table, all but its months stays as it was.
    """
    dated = _MONTH_OF_A_YEAR.sub(_english_month, _DAY_OF_A_MONTH.sub(_english_month, text))
    for said in _tables():
        told = said.in_english(dated)
        if {word.lower() for word in _WORD.findall(told)} <= said.english:
            return told
    return dated


@dataclass(frozen=True)
class Said:
    """How a language says such days."""

    ago: str
    words: dict[str, str]
    numbers: dict[str, int]
    spans: dict[str, str]

    def in_english(self, text: str) -> str:
        """Word by word; what is in no table stays."""
        text = self._times_ago.sub(self._time_ago, text)
        text = self._any_word.sub(lambda found: self.words[_as_listed(found.group())], text)
        return " ".join(_MONTH.sub(_english_month, text).split())

    @cached_property
    def english(self) -> frozenset[str]:
        """Every word that can come of it."""
        phrases = (*self.words.values(), *self.spans.values(), *calendar.month_name, "ago")
        return frozenset(word.lower() for phrase in phrases for word in phrase.split())

    @cached_property
    def _times_ago(self) -> re.Pattern[str]:
        number, span = "|".join(self.numbers), "|".join(self.spans)
        return re.compile(rf"\b{self.ago}\s+(?P<number>\d+|{number})\s+(?P<span>{span})\b", re.IGNORECASE)

    def _time_ago(self, found: re.Match[str]) -> str:
        number = found["number"].lower()
        return f"{self.numbers.get(number, number)} {self.spans[found['span'].lower()]} ago"

    @cached_property
    def _any_word(self) -> re.Pattern[str]:
        longest_first = sorted(self.words, key=len, reverse=True)
        each = (re.sub(r"\bde$", "del?", word).replace(" ", r"\s+") for word in longest_first)
        return re.compile(rf"\b(?:{'|'.join(each)})\b", re.IGNORECASE)


def _as_listed(found: str) -> str:
    return re.sub(r"\bdel$", "de", " ".join(found.lower().split()))


def _english_month(found: re.Match[str]) -> str:
    parts = found.groupdict()
    month = _foreign_months().get(parts["month"].lower())
    if month is None:
        return found.group()
    day, year = parts.get("day"), parts.get("year")
    named = f"{calendar.month_name[month]} {int(day)}," if day else calendar.month_name[month]
    return f"{named} {year}" if year else named


@cache
def _foreign_months() -> dict[str, int]:
    """The full names of the months in the site's other languages."""
    return {name: number for language, name, number in months() if language != "en"}


@cache
def _tables() -> tuple[Said, ...]:
    """Of the site's languages, those that have one."""
    tables = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(Said(**tables[language]) for language, _name in settings.LANGUAGES if language in tables)
