"""Sums of money as people tell them, to the cent: totals, and what a figure comes to in a month."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Literal

HowOften = Literal["", "week", "two_weeks", "twice_a_month", "month", "year"]

# How many times in a month of the year's 52 weeks; "year" is all of the last 12 months together
_TIMES_A_MONTH: dict[HowOften, Fraction] = {
    "week": Fraction(52, 12),
    "two_weeks": Fraction(26, 12),
    "twice_a_month": Fraction(2),
    "month": Fraction(1),
    "year": Fraction(1, 12),
}
_CENT = Decimal("0.01")


def in_a_month(amount: str, each: HowOften, times: Decimal = Decimal(1)) -> str:
    """What `times` that amount comes to in a month, to the cent; "" if not all is told."""
    if not amount or each not in _TIMES_A_MONTH:
        return ""
    rate = _TIMES_A_MONTH[each]
    return written(dollars(amount) * times * rate.numerator / rate.denominator)


def dollars(amount: str) -> Decimal:
    """An amount as fields.Money writes it ("1,250" or "80.50"), as a number."""
    return Decimal(amount.replace(",", ""))


def total(amounts: Iterable[str]) -> str:
    """The sum to the cent, written as fields.Money writes it; "" when no amount is given."""
    given = [dollars(amount) for amount in amounts if amount]
    return written(sum(given, Decimal())) if given else ""


def written(sum_of_money: Decimal) -> str:
    """As fields.Money writes it: "1,250" or "80.50"."""
    whole = sum_of_money.quantize(_CENT, ROUND_HALF_UP)
    return f"{whole:,.2f}" if whole % 1 else f"{whole:,.0f}"
