"""What all parts of the Case share: yes and no, ages, and how papers write a day."""

from __future__ import annotations

from datetime import date
from typing import Literal

YesNo = Literal["", "yes", "no"]
YesNoUnknown = Literal["", "yes", "no", "unknown"]


def us_date(day: date | None) -> str:
    """Month/day/year, as the forms print dates."""
    return f"{day.month:02}/{day.day:02}/{day.year}" if day else ""


def age_on(day: date, born: date) -> int:
    """Whole years; a birthday on 29 February falls on 1 March in other years (not before)."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
