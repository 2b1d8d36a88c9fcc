"""Asking for the order once more before it ends (DV-700, CH-700)."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from typing import Literal

from interview.incidents import FREQUENCIES, Frequency
from interview.rules import rule
from interview.typed_dates import today
from interview.vocabulary import YesNo

Reason = Literal["afraid", "violated", "other"]


@dataclass(frozen=True)
class Violation:
    """DV-700 item 4b."""

    date: str = ""  # as told: estimates are allowed
    story: str = ""
    how_often: Frequency = ""
    how_often_other: str = ""
    other_dates: str = ""

    @property
    def summary(self) -> str:
        """The whole of it as labelled lines, for an attached page."""
        lines = [
            ("Date of violation", self.date),
            ("What the person did", self.story),
            ("How often", FREQUENCIES.get(self.how_often, self.how_often_other)),
            ("Other dates or estimates", self.other_dates),
        ]
        return "\n".join(f"{label}: {text}" for label, text in lines if text)


@dataclass(frozen=True)
class Renewal:
    wanted: YesNo = ""
    ends_on: date | None = None  # DV-700 item 3a, CH-700 item 3a
    renewed_before: YesNo = ""
    times: int | None = None
    how_long: Literal["", "five_years", "permanently", "other"] = ""
    how_long_other: str = ""
    reasons: tuple[Reason, ...] = ()  # DV-700 item 4
    afraid_because: str = ""
    violations: tuple[Violation, ...] = ()
    other_reason: str = ""
    why: str = ""  # CH-700 item 3d
    wants_fees: YesNo = ""  # DV-700 item 5


def may_be_renewed(end: date | None, *, civil: bool) -> bool:
    """Whether the last months of an order have begun; of one whose end is not told, they may have.

    The three months are those of Family Code 6345(a) and Code of Civil Procedure 527.6(j)(1).
    """
    return end is None or today() >= first_day_to_ask(end, civil=civil)


def end_without_a_date(held: date | None, *, civil: bool) -> date | None:
    """When an order ends that was made on that day and names no end (DV-130 and CH-130, item 4)."""
    if held is None:
        return None
    years = rule("civil_order_lasts" if civil else "order_lasts").numbers["no_date"]
    return months_later(held, 12 * years)


def first_day_to_ask(end: date, *, civil: bool) -> date:
    return months_later(end, -rule("civil_renewal" if civil else "renewal").numbers["months"])


def months_later(day: date, months: int) -> date:
    """The same day of another month, or that month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
