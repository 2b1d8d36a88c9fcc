"""Times of day, and months of a year, as our pages take them."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from interview.fields import PlainText
from interview.parenting import clock_time
from interview.typed_dates import FIRST_YEAR, LAST_YEAR, read_date

_HALF = r"(?:(?P<half>[ap])\.?\s*(?:m\.?)?)?"
_CLOCK = re.compile(rf"(?P<hour>[0-9]{{1,2}})(?:\s*[:.]\s*(?P<minute>[0-9]{{2}})(?::[0-5][0-9])?)?\s*{_HALF}")
_RUN = re.compile(rf"(?P<hour>[0-9]{{1,2}})(?P<minute>[0-9]{{2}})\s*{_HALF}")  # "330pm"
_NAMED = re.compile(
    r"(?:(?:al?\s+)?(?:las?\s+)?12(?::00)?\s*(?:del?\s+)?|a\s+|al\s+)?(noon|midnight|mediod[ií]a|medianoche)"
)
_NOON = ("noon", "mediodia", "mediodía")
_AT = re.compile(r"^(?:a\s+)?las?\s+")  # "a las 3"
# "3 de la tarde"; at 12 "de la noche" is midnight
_PART_OF_DAY = re.compile(r"\s+(?:de|en)\s+la\s+(mañana|madrugada|tarde|noche)$")
_KEPT = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")

_NUMBERS = re.compile(r"(?P<month>[0-9]{1,2})\s*[/.\-]\s*(?P<year>[0-9]{4})")
_YEAR_FIRST = re.compile(r"(?P<year>[0-9]{4})\s*[/.\-]\s*(?P<month>[0-9]{1,2})")
_WORDS = re.compile(r"(?P<name>[^\W\d_]{3,})\.?,?\s+(?:(?:of|del?)\s+)?(?P<year>[0-9]{4})")
_YEAR = re.compile(r"[0-9]{4}")


class _Typed(str):
    """Typed on this page: "10:00" without am or pm looks like a time that is kept, and is none yet."""


class ClockTime(PlainText):
    """A time of day, typed in one box and kept as "15:00".

    Typed, as our dates are: a browser's own clock sends nothing at all, and says nothing, when a part of it
    was left empty; and it takes four stops of the Tab key for one time.
    """

    default_error_messages = {
        "clock": _("Enter a time, for example 3:00 pm."),
        "half": _("Add am or pm to the time, for example 3:00 pm."),
    }

    def bound_data(self, data: Any, initial: Any) -> Any:
        return _Typed(data) if isinstance(data, str) else data

    def prepare_value(self, value: Any) -> Any:
        """A time that is kept as "3:00 pm", as people write it; what was typed just now stays as it was."""
        kept = isinstance(value, str) and not isinstance(value, _Typed) and _KEPT.fullmatch(value)
        return clock_time(value) if kept else value

    def clean(self, value: Any) -> str:
        text: str = super().clean(value).casefold()
        if not text:
            return ""
        if named := _NAMED.fullmatch(text):
            return "12:00" if named[1] in _NOON else "00:00"
        text = _PART_OF_DAY.sub(_half_of, _AT.sub("", text))
        found = _CLOCK.fullmatch(text) or _RUN.fullmatch(text)
        hour, minute = (int(found["hour"]), int(found["minute"] or 0)) if found else (99, 0)
        if found is None or hour > 23 or minute > 59 or (found["half"] and not 1 <= hour <= 12):
            raise ValidationError(self.error_messages["clock"], code="clock")
        if found["half"]:
            hour = hour % 12 + (12 if found["half"] == "p" else 0)
        elif 1 <= hour <= 12 and not text.startswith("0"):  # "3" or "10:30" may be day or night
            raise ValidationError(self.error_messages["half"], code="half")
        return f"{hour:02}:{minute:02}"


def _half_of(part: re.Match[str]) -> str:
    is_twelve = part.string.startswith("12")
    return " pm" if part[1] == "tarde" or (part[1] == "noche" and not is_twelve) else " am"


class MonthYear(PlainText):
    """A month of a year as DV-105 item 4b has room for it: "03/2023"; a year alone where that is all."""

    default_error_messages = {
        "month": _("Enter the month and year, for example 3/2023. The year alone is fine too.")
    }

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        written = _month_year(text)
        if text and not written:
            raise ValidationError(self.error_messages["month"], code="month")
        return written


def _month_year(text: str) -> str:
    """ "03/2023" or "2023"; "" for what is neither."""
    if _YEAR.fullmatch(text):
        return text if FIRST_YEAR <= int(text) <= LAST_YEAR else ""
    found = _NUMBERS.fullmatch(text) or _YEAR_FIRST.fullmatch(text) or _WORDS.fullmatch(text)
    if found is None:
        return ""
    named = found.groupdict()
    try:
        first = read_date(f"{named.get('month') or named['name']} 1 {named['year']}")
    except ValidationError:
        return ""
    return f"{first.month:02}/{first.year}"
