"""The money of who asks for support or lawyer's fees: one telling for FL-150 and for FL-155.

Which of the two it is, is decided here (`Finances.fits_short_form` and Case.uses_short_income_form).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Literal, get_args

from interview.expenses import (
    Assets,
    ChildrensCosts,
    Deductions,
    Expenses,
    Hardships,
    Housemate,
    HousemateTold,
    LawyersFees,
    OtherChild,
    Payment,
)
from interview.income import Business, IncomeKind, Incomes, Job, OthersIncome, Received, Schooling, Taxes
from interview.money import total
from interview.short_form import ShortForm
from interview.vocabulary import YesNo, YesNoUnknown

Fills = Literal["", "now", "later"]
WhichForm = Literal["", "short", "long"]

# Named by DV-570 (2003) and by FL-155 page 2 alike. FL-155 alone names interest: with it, it is FL-150.
_ON_THE_SHORT_FORM: frozenset[IncomeKind] = frozenset(
    (
        "salary",
        "overtime",
        "commissions",
        "public_assistance",
        "ssi",
        "pension",
        "social_security",
        "disability",
        "unemployment",
        "workers_compensation",
    )
)
_WAGES: tuple[IncomeKind, ...] = ("salary", "overtime", "commissions")
_ASSISTANCE: tuple[IncomeKind, ...] = ("public_assistance", "ssi")


_NOTHING = Received(last_month="0", usual="0", each="month")


@dataclass(frozen=True)
class Finances:
    fills: Fills = ""  # fill in the financial form now, or by hand later
    has_income: YesNo = ""  # of any kind, in the last 12 months
    kinds: tuple[IncomeKind, ...] = ()
    other_asks_support: YesNoUnknown = ""  # spousal support, from the petitioner (FL-155 page 2)
    other_asks_fees: YesNoUnknown = ""
    which_form: WhichForm = ""  # chosen, where both fit
    has_job: YesNo = ""  # now
    had_job: YesNo = ""  # who has no work now: ever
    job: Job = field(default_factory=Job)
    has_other_jobs: YesNo = ""
    other_jobs: tuple[Job, ...] = ()
    schooling: Schooling = field(default_factory=Schooling)
    taxes: Taxes = field(default_factory=Taxes)
    respondents: OthersIncome = field(default_factory=OthersIncome)
    has_new_spouse: YesNo = ""  # a spouse who is not the other person (FL-155 item 11)
    new_spouse_income: str = ""  # dollars a month
    incomes: Incomes = field(default_factory=Incomes)
    businesses: tuple[Business, ...] = ()
    applied_for_assistance: YesNo = ""  # FL-155 item 1b
    had_one_time_money: YesNo = ""
    one_time_money: str = ""  # item 8: source and amount
    has_changed: YesNo = ""
    change: str = ""  # item 9
    deductions: Deductions = field(default_factory=Deductions)
    assets: Assets = field(default_factory=Assets)
    lives_with_others: YesNo = ""
    lives_with_more: YesNo = ""  # others than those told of before
    household_known: tuple[
        str, ...
    ] = ()  # keys of children and protected people who live with the petitioner
    housemates_told: tuple[HousemateTold, ...] = ()  # what the adults among them have and pay, by their keys
    household: tuple[Housemate, ...] = ()  # and others
    expenses: Expenses = field(default_factory=Expenses)
    has_payments: YesNo = ""
    payments: tuple[Payment, ...] = ()
    lawyers_fees: LawyersFees = field(default_factory=LawyersFees)
    children: ChildrensCosts = field(default_factory=ChildrensCosts)
    has_other_children: YesNo = ""
    other_children: tuple[OtherChild, ...] = ()
    has_hardship: YesNo = ""
    hardships: Hardships = field(default_factory=Hardships)
    other_facts: str = ""  # FL-150 item 20, FL-155 item 12

    @property
    def fits_short_form(self) -> bool:
        """Whether nothing in these answers rules FL-155 out (DV-570; FL-155 page 2). "I don't know" does."""
        others_ask = (self.other_asks_support, self.other_asks_fees)
        return self.income_fits_short_form and others_ask == ("no", "no")

    @property
    def income_fits_short_form(self) -> bool:
        """Whether the kinds of income are those of FL-155."""
        told = self.has_income == "no" or bool(self.received)
        return told and set(self.received) <= _ON_THE_SHORT_FORM

    @property
    def received(self) -> tuple[IncomeKind, ...]:
        """The kinds of income there are."""
        return self.kinds if self.has_income == "yes" else ()

    @property
    def is_self_employed(self) -> bool:
        """Work of one's own is no job, and nobody who has it is unemployed (FL-150 items 1 and 7)."""
        return "self_employment" in self.received

    @property
    def monthly_pay(self) -> str:
        """What the jobs one has come to in a month, where the pay of each was told."""
        others = {"yes": self.other_jobs, "no": ()}.get(self.has_other_jobs)
        if self.has_job != "yes" or others is None or (self.has_other_jobs == "yes" and not others):
            return ""
        pays = [job.monthly_pay for job in (self.job, *others)]
        return total(pays) if all(pays) else ""

    @property
    def pay_is_salary(self) -> bool:
        """The pay told with the job need not be told again."""
        return "salary" in self.received and self.incomes.same_pay == "yes" and bool(self.monthly_pay)

    @property
    def told_incomes(self) -> Incomes:
        """The kinds of income as told, the salary with its job where that is the same."""
        if not self.pay_is_salary:
            return self.incomes
        salary = replace(self.incomes.salary, usual=self.monthly_pay, each="month")
        return replace(self.incomes, salary=salary)

    @property
    def on_the_long_form(self) -> Incomes:
        """Items 5 to 7 of FL-150: SSI is public assistance there; no income is 0 in each row."""
        if self.has_income == "no":
            nothing: dict[str, Any] = dict.fromkeys(get_args(IncomeKind), _NOTHING)
            return replace(self.incomes, **nothing)
        together: list[Received] = [
            getattr(self.incomes, kind) for kind in _ASSISTANCE if kind in self.received
        ]
        assistance = Received(
            last_month=_whole(each.last_month for each in together),
            usual=_whole(each.average for each in together),
            each="month",
        )
        return replace(self.told_incomes, public_assistance=assistance)

    def average(self, *kinds: IncomeKind) -> str:
        """Dollars a month of these kinds together, where the amount of each that is received was told.

        "0" of who said that there was no income of any kind.
        """
        if self.has_income == "no":
            return "0"
        incomes = self.told_incomes
        return _whole(getattr(incomes, kind).average for kind in kinds if kind in self.received)

    @property
    def wages(self) -> str:
        """FL-155 item 5: salary or wages, overtime and commissions."""
        return self.average(*_WAGES)

    @property
    def short_form_income(self) -> str:
        """FL-155 item 5: the rows of the form together, among which public assistance is not."""
        return self.short_form.total

    @property
    def short_form(self) -> ShortForm:
        """The rows and boxes of FL-155 that are not those of the telling."""
        return ShortForm(self)

    @property
    def lives_on_assistance(self) -> bool:
        """FL-155 item 1a: no income now but public assistance and SSI."""
        now = set(self.short_form.received)
        return bool(now) and not self.without_amount and now <= set(_ASSISTANCE)

    @property
    def without_amount(self) -> tuple[IncomeKind, ...]:
        """The kinds of income of which nobody knows yet what they come to."""
        return tuple(kind for kind in self.received if not self.average(kind))

    @property
    def average_income(self) -> str:
        """All of items 5 to 7 of FL-150, which has no blank for it: shown on the page."""
        return self.average(*get_args(IncomeKind))

    @property
    def payments_total(self) -> str:
        """FL-150 item 13p: the sum of item 14."""
        if self.has_payments != "yes":
            return "0" if self.has_payments == "no" else ""
        return total(payment.amount for payment in self.payments)

    @property
    def expenses_total(self) -> str:
        """FL-150 item 13r: 13a to 13q, without the parts of the mortgage (13a(1)(a) and (b)).

        Who told of no costs, and has no debts, did not say that they come to 0.
        """
        told = any(self.expenses.sums) or self.has_payments == "yes"
        return total((*self.expenses.sums, self.payments_total)) if told else ""


def _whole(amounts: Iterable[str]) -> str:
    """The sum where each amount is told: a part of it would be sworn to as all there is."""
    told = list(amounts)
    return total(told) if all(told) else ""
