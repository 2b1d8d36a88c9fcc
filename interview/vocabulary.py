"""What all parts of the Case share: the answers yes and no, and how papers write a day."""

from __future__ import annotations

from datetime import date
from typing import Literal

YesNo = Literal["", "yes", "no"]
YesNoUnknown = Literal["", "yes", "no", "unknown"]


def us_date(day: date | None) -> str:
    """Month/day/year, as the forms print dates."""
    return f"{day.month:02}/{day.day:02}/{day.year}" if day else ""
