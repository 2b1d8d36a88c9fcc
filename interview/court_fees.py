"""Court fees: none where the law says so (CH-100 item 13), or a request to waive them (FW-001)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from interview.money import total
from interview.vocabulary import YesNo

FreeOf = Literal["filing", "service"]
Benefit = Literal[
    "food_stamps",
    "ssi",
    "ssp",
    "medi_cal",
    "general_assistance",
    "ihss",
    "calworks",
    "capi",
    "wic",
    "unemployment",
]
Waived = Literal["", "all", "some", "payments"]
Ground = Literal["", "benefits", "low_income", "hardship"]
WaiverList = Literal[
    "accounts",
    "vehicles",
    "real_estate",
    "other_property",
    "deductions",
    "installments",
    "other_expenses",
]


@dataclass(frozen=True)
class Sum:
    """An amount of money and what it is: an income, a deduction, a payment, a fee."""

    what: str = ""
    amount: str = ""  # dollars without the sign, which is printed

    @property
    def summary(self) -> str:
        return _line(self.what, ("", self.amount))


@dataclass(frozen=True)
class HouseholdMember:
    """Someone at home who depends on the petitioner, or on whom the petitioner depends (FW-001 item 9)."""

    name: str = ""
    age: int | None = None
    relationship: str = ""
    income: str = ""  # dollars a month, before deductions

    @property
    def summary(self) -> str:
        who = ", ".join(
            filter(None, (self.name, f"age {self.age}" if self.age is not None else "", self.relationship))
        )
        return _line(who, ("gross monthly income", self.income))


@dataclass(frozen=True)
class Owned:
    """A vehicle, a piece of real estate or another thing of value (FW-001 items 10c to 10e)."""

    what: str = ""
    value: str = ""
    owed: str = ""

    @property
    def summary(self) -> str:
        return _line(self.what, ("fair market value", self.value), ("still owed", self.owed))


@dataclass(frozen=True)
class MonthlyExpenses:
    """FW-001 items 11b to 11k and 11m: dollars a month."""

    rent: str = ""
    food: str = ""
    utilities: str = ""
    clothing: str = ""
    laundry: str = ""
    medical: str = ""
    insurance: str = ""
    school: str = ""
    support: str = ""
    transportation: str = ""
    withheld: str = ""

    @property
    def amounts(self) -> tuple[str, ...]:
        return tuple(vars(self).values())


@dataclass(frozen=True)
class Fact:
    """Something else the court should know; it has no blank, so it goes to an attached page."""

    text: str = ""


@dataclass(frozen=True)
class FeeWaiver:
    """FW-001 (Gov. Code 68633): by benefits, by income under the table's line, or by hardship."""

    job_title: str = ""
    employer: str = ""
    employer_address: str = ""
    lawyer_advances: YesNo = ""  # item 3a
    benefits: tuple[Benefit, ...] = ()  # item 5a
    income_is_low: YesNo = ""  # item 5b
    waived: Waived = ""  # item 5c
    asked_before: YesNo = ""  # item 6
    copy_attached: YesNo = ""
    income_varies: YesNo = ""  # item 7
    has_income: YesNo = ""
    incomes: tuple[Sum, ...] = ()  # item 8a
    has_household: YesNo = ""
    household: tuple[HouseholdMember, ...] = ()  # item 9a
    cash: str = ""  # item 10a
    has_accounts: YesNo = ""
    accounts: tuple[Sum, ...] = ()  # item 10b
    has_vehicles: YesNo = ""
    vehicles: tuple[Owned, ...] = ()
    has_real_estate: YesNo = ""
    real_estate: tuple[Owned, ...] = ()
    has_other_property: YesNo = ""
    other_property: tuple[Owned, ...] = ()
    has_deductions: YesNo = ""
    deductions: tuple[Sum, ...] = ()  # item 11a
    expenses: MonthlyExpenses = field(default_factory=MonthlyExpenses)
    has_installments: YesNo = ""
    installments: tuple[Sum, ...] = ()  # item 11l
    has_other_expenses: YesNo = ""
    other_expenses: tuple[Sum, ...] = ()  # item 11n
    other_facts: str = ""

    @property
    def ground(self) -> Ground:
        """Which box of item 5: benefits go before income, income before hardship.

        Hardship is said with what is asked for: an income over the line alone does not say that it is
        not enough to live on.
        """
        if self.benefits:
            return "benefits"
        if self.income_is_low == "yes":
            return "low_income"
        return "hardship" if self.income_is_low == "no" and self.waived else ""

    @property
    def people_at_home(self) -> int:
        """Family size for the table of item 5b: the petitioner and those of item 9."""
        others = () if self.has_household == "no" else self.household
        return 1 + sum(1 for person in others if person != HouseholdMember())

    @property
    def own_income(self) -> str:
        """Item 8b."""
        return _zero(self.has_income) or total(income.amount for income in self.incomes)

    @property
    def household_income(self) -> str:
        """Item 9b."""
        return _zero(self.has_household) or total(person.income for person in self.household)

    @property
    def whole_income(self) -> str:
        """8b plus 9b; nothing while either is not told."""
        both = (self.own_income, self.household_income)
        return total(both) if all(both) else ""

    @property
    def monthly_expenses(self) -> str:
        """The sum of items 11a to 11n."""
        lists = (
            (self.has_deductions, self.deductions),
            (self.has_installments, self.installments),
            (self.has_other_expenses, self.other_expenses),
        )
        sums = (each.amount for has_any, listed in lists if has_any != "no" for each in listed)
        return total((*sums, *self.expenses.amounts))

    @property
    def facts(self) -> tuple[Fact, ...]:
        return (Fact(self.other_facts),) if self.other_facts else ()


@dataclass(frozen=True)
class Fees:
    """CH-100 item 13."""

    free_of: tuple[FreeOf, ...] = ()  # 13a, 13b: violence, threats or stalking is the ground
    wants_waiver: YesNo = ""  # 13c
    waiver: FeeWaiver = field(default_factory=FeeWaiver)


def _zero(has_any: YesNo) -> str:
    return "0" if has_any == "no" else ""


def _line(what: str, *amounts: tuple[str, str]) -> str:
    """ "Ford Focus 2011; fair market value: $2,000; still owed: $0"."""
    told = (f"{label}: ${amount}" if label else f"${amount}" for label, amount in amounts if amount)
    return "; ".join(filter(None, (what, *told)))
