"""What FL-155 prints of the money where its rows are not those of the telling: a part of finances.py."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from interview.expenses import Explanation
from interview.income import IncomeKind
from interview.money import dollars

if TYPE_CHECKING:
    from interview.finances import Finances

Employment = Literal["", "current", "most_recent"]
ChildsCost = Literal["child_care", "health_care", "special_needs", "travel"]
Spent = Literal[
    "job_expenses", "union_dues", "retirement", "health_insurance", "child_support", "spousal_support"
]
Paid = Literal[ChildsCost, Spent, "home"]
Row = Literal["wages", "pension", "unemployment", "workers_compensation", "social_security", "disability"]

# Item 5: what each row takes together. Public assistance has none.
ROWS: dict[Row, tuple[IncomeKind, ...]] = {
    "wages": ("salary", "overtime", "commissions"),
    "pension": ("pension",),
    "unemployment": ("unemployment",),
    "workers_compensation": ("workers_compensation",),
    "social_security": ("ssi", "social_security"),
    "disability": ("disability",),
}


@dataclass(frozen=True)
class ShortForm:
    """Items 1a and 5 speak of now, the kinds of income of 12 months: what has ended was told as 0.

    Who has no income of any kind has a total of 0, and no row.
    """

    finances: Finances

    @property
    def received(self) -> tuple[IncomeKind, ...]:
        """The kinds of income there are now."""
        finances = self.finances
        return tuple(kind for kind in finances.received if dollars(finances.average(kind) or "0") > 0)

    @property
    def total(self) -> str:
        """Item 5: the rows together. "" while an amount is missing, and where public assistance is all there
        is: it has no row, and item 1a says it."""
        finances = self.finances
        if finances.without_amount:
            return ""
        rows = [kind for kind in self.received if kind != "public_assistance"]
        if rows:
            return finances.average(*rows)
        ended = bool(finances.received) and not self.received
        return "0" if ended or finances.has_income == "no" else ""

    @property
    def rows(self) -> tuple[Row, ...]:
        """Item 5: where the money comes from."""
        received = set(self.received)
        return tuple(row for row, kinds in ROWS.items() if received.intersection(kinds))

    @property
    def wages(self) -> str:
        return self._average("wages")

    @property
    def pension(self) -> str:
        return self._average("pension")

    @property
    def unemployment(self) -> str:
        return self._average("unemployment")

    @property
    def workers_compensation(self) -> str:
        return self._average("workers_compensation")

    @property
    def social_security(self) -> str:
        """SSI and other Social Security have one blank."""
        return self._average("social_security")

    @property
    def disability(self) -> str:
        return self._average("disability")

    @property
    def public_assistance(self) -> tuple[Explanation, ...]:
        """For an attached page: item 5 says that nothing comes in but what it states, and has no row for
        this. Item 1a says it already where nothing but assistance comes in."""
        finances = self.finances
        if "public_assistance" not in self.received or finances.lives_on_assistance:
            return ()
        amount = finances.average("public_assistance")
        return (Explanation(f"I also receive public assistance (TANF or GA/GR): ${amount} per month."),)

    @property
    def pays(self) -> tuple[Paid, ...]:
        """Items 6 and 8: what costs something each month."""
        finances = self.finances
        costs = {
            **{cost: getattr(finances.children, cost) for cost in get_args(ChildsCost)},
            **{cost: getattr(finances.deductions, cost) for cost in get_args(Spent)},
            "home": finances.expenses.home,
        }
        return tuple(cost for cost in get_args(Paid) if costs[cost] and dollars(costs[cost]) > 0)

    @property
    def employment(self) -> Employment:
        """Item 9: which job is told, the one there is or the last one."""
        if self.finances.has_job == "yes":
            return "current"
        return "most_recent" if self.finances.had_job == "yes" else ""

    @property
    def income_before_work_stopped(self) -> str:
        """Item 9: dollars a month before taxes."""
        return self.finances.job.monthly_pay if self.employment == "most_recent" else ""

    @property
    def other_facts(self) -> tuple[Explanation, ...]:
        """Item 12, for which the form has no blank."""
        return (Explanation(self.finances.other_facts),) if self.finances.other_facts else ()

    def _average(self, row: Row) -> str:
        return self.finances.average(*ROWS[row]) if row in self.rows else ""
