"""What FL-155, MC-030 and MC-031 print, and the answers each fact follows from. A part of derived_from.py."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from interview.derived_finances import PAY
from interview.income import IncomeKind
from interview.short_form import ROWS, ChildsCost, Spent

Fact = tuple[str, tuple[str, ...]]

_MONEY = "finances"
_SHORT = f"{_MONEY}.short_form"
_ADDRESS = tuple(f"petitioner.mailing_address.{part}" for part in ("street", "city", "state", "zip"))
_LAWYER = tuple(f"petitioner.lawyer.{part}" for part in ("name", "firm", "bar_number"))
_WORK = (f"{_MONEY}.has_job", f"{_MONEY}.had_job")
_WITNESS = "statements.witnesses.#"
_FACTS: dict[str, tuple[str, ...]] = {
    "caption_address": ("petitioner.name", "petitioner.has_lawyer", *_LAWYER, *_ADDRESS),
    f"{_SHORT}.pays": (
        *(f"{_MONEY}.children.{cost}" for cost in get_args(ChildsCost)),
        *(f"{_MONEY}.deductions.{cost}" for cost in get_args(Spent)),
        f"{_MONEY}.expenses.home",
    ),
    f"{_SHORT}.employment": _WORK,
    f"{_SHORT}.income_before_work_stopped": (
        *(f"{_MONEY}.job.{part}" for part in ("pay", "paid_by", "hours")),
        *_WORK,
    ),
    f"{_SHORT}.other_facts.#.text": (f"{_MONEY}.other_facts",),
    "witness_sheets.#.name": (f"{_WITNESS}.name",),
    "witness_sheets.#.words": (f"{_WITNESS}.words",),
    "witness_sheets.#.signs_as": (f"{_WITNESS}.name", "statements.has_witnesses"),
}


def of_statements() -> dict[str, tuple[str, ...]]:
    """Every fact of these forms, with the answers it follows from."""
    return {**_FACTS, **dict(_of_rows())}


def _of_rows() -> Iterator[Fact]:
    """Item 5 of FL-155."""
    told = (f"{_MONEY}.has_income", f"{_MONEY}.kinds")
    every = (*_averages(*get_args(IncomeKind)), *PAY, *told)
    yield f"{_SHORT}.received", every
    yield f"{_SHORT}.rows", every
    for row, kinds in ROWS.items():
        yield f"{_SHORT}.{row}", (*_averages(*kinds), *(PAY if "salary" in kinds else ()), *told)
    yield f"{_SHORT}.public_assistance.#.text", every


def _averages(*kinds: IncomeKind) -> tuple[str, ...]:
    return tuple(f"{_MONEY}.incomes.{kind}.{part}" for kind in kinds for part in ("usual", "each"))
