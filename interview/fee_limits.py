"""The line for income on a request to waive court fees (FW-001 item 5b): read from fee_limits.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("fee_limits.toml")


@dataclass(frozen=True)
class IncomeTable:
    """One table as the court made it: dollars a month before taxes, by family size."""

    effective: date
    next_change: date
    source: str
    checked: date
    by_family_size: tuple[Decimal, ...]  # of 1 person, 2 people...
    each_extra_person: Decimal

    def limit_for(self, people: int) -> Decimal:
        """The income a family of this size must be under. Raises ValueError for less than one person."""
        if people < 1:
            raise ValueError("a family has at least one person")
        printed = self.by_family_size[:people]
        return printed[-1] + self.each_extra_person * (people - len(printed))


@dataclass(frozen=True)
class Limits:
    """The newest table we know for a day."""

    table: IncomeTable
    day: date

    @property
    def stale(self) -> bool:
        """Whether the court has likely changed the table since."""
        return self.day >= self.table.next_change

    def limit_for(self, people: int) -> Decimal:
        return self.table.limit_for(people)


def limits_on(day: date) -> Limits:
    """The table in force on a day; before the first one we know of, that one."""
    begun = [table for table in tables() if table.effective <= day]
    return Limits(begun[-1] if begun else tables()[0], day)


@cache
def tables() -> tuple[IncomeTable, ...]:
    """Every table, oldest first."""
    entries = tomllib.loads(_TABLE.read_text(encoding="utf-8"))["table"]
    read = (
        IncomeTable(
            effective=entry["effective"],
            next_change=entry["next_change"],
            source=entry["source"],
            checked=entry["checked"],
            by_family_size=tuple(map(Decimal, entry["by_family_size"])),
            each_extra_person=Decimal(entry["each_extra_person"]),
        )
        for entry in entries
    )
    return tuple(sorted(read, key=lambda table: table.effective))
