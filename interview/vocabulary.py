"""What all parts of the Case share: yes and no, court cases by kind, and how papers write a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

YesNo = Literal["", "yes", "no"]
YesNoUnknown = Literal["", "yes", "no", "unknown"]
CourtCaseKind = Literal["custody", "divorce", "juvenile", "guardianship", "criminal", "other"]


@dataclass(frozen=True)
class CourtCases:
    """Other court cases (DV-100 item 4b, DV-105 item 5a): of each kind where, year, number."""

    involved: YesNo = ""
    kinds: tuple[CourtCaseKind, ...] = ()
    custody: str = ""
    divorce: str = ""
    juvenile: str = ""
    guardianship: str = ""
    criminal: str = ""
    other: str = ""


def us_date(day: date | None) -> str:
    """Month/day/year, as the forms print dates."""
    return f"{day.month:02}/{day.day:02}/{day.year}" if day else ""


def age_on(day: date, born: date) -> int:
    """Whole years; a birthday on 29 February falls on 1 March in other years (not before)."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
