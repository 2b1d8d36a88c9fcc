"""What FL-150 and FL-155 print of the money, and which answers it follows from. Part of derived_from.py."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import get_args

from interview.expenses import Expenses, Housemate, OtherChild
from interview.income import IncomeKind, Job

Fact = tuple[str, tuple[str, ...]]

_MONEY = "finances"
_INCOMES = f"{_MONEY}.incomes"
_LONG_FORM = f"{_MONEY}.on_the_long_form"
_ON_ONE_ROW: dict[str, tuple[IncomeKind, ...]] = {  # of FL-150; each other kind has a row of its own
    "public_assistance": ("public_assistance", "ssi"),
}
_NOT_ADDED = ("home_is", "basis", "mortgage_principal", "mortgage_interest", "other_what", "paid_by_others")
PAY = (  # told with the jobs, it may be the salary
    f"{_INCOMES}.same_pay",
    *(f"{_MONEY}.{job}.{part}" for job in ("job", "other_jobs.#") for part in ("pay", "paid_by", "hours")),
)
_KNOWN_BEFORE = {  # of those named in other chapters, item 12 tells these
    "name": ("children.#.name", "protected_people.#.name"),
    "age": ("children.#.birth_date", "protected_people.#.age"),
    "relationship": ("protected_people.#.relationship",),
    "pays_expenses": (f"{_MONEY}.housemates_told.#.pays_expenses",),
}
_FACTS: dict[str, tuple[str, ...]] = {
    "income_form_age": ("petitioner.age",),
    "income_form_name": ("petitioner.name",),
    "income_form_lawyer": ("petitioner.lawyer.name", "petitioner.has_lawyer"),
    "income_form_children": ("children.#.name", "children.#.birth_date", "children.#.whose"),
    "number_of_children_together": ("children.#.name", "children.#.birth_date", "children.#.whose"),
    f"{_MONEY}.job.rate": (f"{_MONEY}.job.paid_by",),
    f"{_MONEY}.job.pay_at_rate": (f"{_MONEY}.job.pay", f"{_MONEY}.job.paid_by"),
    f"{_MONEY}.respondents.monthly": tuple(
        f"{_MONEY}.respondents.{part}" for part in ("known", "amount", "each")
    ),
    f"{_MONEY}.respondents.basis": (f"{_MONEY}.respondents.known", f"{_MONEY}.respondents.because"),
    f"{_MONEY}.deductions.job_expenses_explained.#.text": (f"{_MONEY}.deductions.job_expenses_what",),
    f"{_MONEY}.lawyers_fees.hourly_rate_with_sign": (f"{_MONEY}.lawyers_fees.hourly_rate",),
}


def of_finances() -> dict[str, tuple[str, ...]]:
    """Every fact about money that prints, with the answers it follows from."""
    return {**_FACTS, **dict(_of_incomes()), **dict(_of_sums()), **dict(_of_lists())}


def _of_incomes() -> Iterator[Fact]:
    """FL-150 items 5 to 7: each is 0 of who has no income. The pay told with the jobs may be the salary."""
    for kind in get_args(IncomeKind):
        together = _ON_ONE_ROW.get(kind, (kind,))
        more = (f"{_MONEY}.has_income", *(PAY if kind == "salary" else ()))
        last = (f"{_INCOMES}.{one}.last_month" for one in together)
        usual = (f"{_INCOMES}.{one}.{part}" for one in together for part in ("usual", "each"))
        yield f"{_LONG_FORM}.{kind}.last_month", (*last, f"{_MONEY}.has_income")
        yield f"{_LONG_FORM}.{kind}.average", (*usual, *more)


def _of_sums() -> Iterator[Fact]:
    told = (f"{_MONEY}.has_income", f"{_MONEY}.kinds")
    incomes = tuple(
        f"{_INCOMES}.{kind}.{part}" for kind in get_args(IncomeKind) for part in ("usual", "each")
    )
    yield f"{_MONEY}.short_form_income", (*incomes, *PAY, *told)
    yield f"{_MONEY}.lives_on_assistance", (*incomes, *PAY, *told)
    payments = (f"{_MONEY}.has_payments", f"{_MONEY}.payments.#.amount")
    sums = (field.name for field in fields(Expenses) if field.name not in _NOT_ADDED)
    yield f"{_MONEY}.payments_total", payments
    yield f"{_MONEY}.expenses_total", (*(f"{_MONEY}.expenses.{name}" for name in sums), *payments)


def _of_lists() -> Iterator[Fact]:
    yield (
        f"{_MONEY}.other_jobs.#.summary",
        tuple(f"{_MONEY}.other_jobs.#.{field.name}" for field in fields(Job) if field.name != "ended"),
    )
    for name in (field.name for field in fields(Housemate) if field.name != "income"):
        of_others = (
            f"{_MONEY}.household.#.{name}",
            f"{_MONEY}.household_known",
            f"{_MONEY}.lives_with_others",
        )
        yield f"household.#.{name}", (*of_others, *_KNOWN_BEFORE.get(name, ()))
    incomes = (f"{_MONEY}.{people}.#.income" for people in ("household", "housemates_told"))
    yield "household.#.income_with_sign", tuple(incomes)
    children = tuple(f"{_MONEY}.other_children.#.{field.name}" for field in fields(OtherChild))
    yield "other_children_in_words", (*children, f"{_MONEY}.has_other_children")
    yield "number_of_other_children", (f"{_MONEY}.other_children.#.name", f"{_MONEY}.has_other_children")
