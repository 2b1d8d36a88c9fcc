"""Help a person needs at court: an interpreter (INT-300), and help because of a disability (MC-410)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from interview.hearing import Hearing
from interview.parenting import clock_time
from interview.vocabulary import YesNo, us_date

if TYPE_CHECKING:
    from interview.case import Court

Language = Literal[
    "",
    "spanish",
    "vietnamese",
    "korean",
    "mandarin",
    "cantonese",
    "farsi",
    "russian",
    "tagalog",
    "arabic",
    "punjabi",
    "other",
]


@dataclass(frozen=True)
class CourtHelp:
    """INT-300 and MC-410. Nothing here follows from the language told for the police (CLETS-001)."""

    wanted: YesNo = ""  # any of it
    wants_interpreter: YesNo = ""  # INT-300 item 3
    language: Language = ""  # the boxes of item 3
    language_other: str = ""
    town_of_origin: str = ""  # item 3: of who speaks an indigenous language
    witness_needs_interpreter: YesNo = ""  # item 4
    witness_language: str = ""
    wants_accommodation: YesNo = ""  # MC-410
    accommodation: str = ""  # item 4
    accommodation_why: str = ""  # item 5

    @property
    def asks_interpreter(self) -> bool:
        return "yes" in (self.wants_interpreter, self.witness_needs_interpreter)


def witness_hearing(told: CourtHelp, hearing: Hearing) -> Hearing:
    """INT-300 item 4a is about a witness alone."""
    if told.witness_needs_interpreter != "yes":
        return Hearing()
    return replace(hearing, time=clock_time(hearing.time))


def when_and_where(hearing: Hearing, court: Court) -> str:
    """MC-410 item 3: what is told of the hearing and the courthouse, and no more."""
    no_date = "Hearing, date not set yet" if hearing.is_set == "no" else ""
    day = f"Hearing on {us_date(hearing.date)}" if hearing.date else no_date
    at = f"at {clock_time(hearing.time)}" if day and hearing.time else ""
    department = f"Department {hearing.department}" if hearing.department else ""
    where = (department, court.courthouse, court.street, court.city_and_zip)
    return ", ".join(part for part in (" ".join(filter(None, (day, at))), *where) if part)
