"""What goes out, what is owned and owed, and the children's costs (FL-150 items 10 to 20; FL-155)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from interview.money import total
from interview.vocabulary import YesNo

Basis = Literal["", "estimated", "actual", "proposed"]
HomeIs = Literal["", "rent", "mortgage"]
PropertyKind = Literal["real", "personal"]


@dataclass(frozen=True)
class Explanation:
    """An answer the form has no blank for: it goes to an attached page."""

    text: str = ""


@dataclass(frozen=True)
class Deductions:
    """Dollars of the last month (FL-150 item 10, FL-155 items 8a to 8f)."""

    union_dues: str = ""
    retirement: str = ""
    health_insurance: str = ""
    child_support: str = ""  # for children from other relationships
    spousal_support: str = ""  # by court order, from a different marriage
    spousal_support_deductible: YesNo = ""
    partner_support: str = ""
    job_expenses: str = ""
    job_expenses_what: str = ""  # FL-150 wants it on a page "Question 10g"

    @property
    def job_expenses_explained(self) -> tuple[Explanation, ...]:
        """For that page: the list of its one entry, or of none."""
        return (Explanation(self.job_expenses_what),) if self.job_expenses_what else ()


@dataclass(frozen=True)
class Assets:
    """FL-150 item 11, in dollars."""

    cash: str = ""
    investments: str = ""
    property: str = ""  # what it is worth less what is owed on it
    property_kinds: tuple[PropertyKind, ...] = ()


@dataclass(frozen=True)
class Housemate:
    """Someone who lives with the petitioner (FL-150 item 12)."""

    name: str = ""
    age: int | None = None
    relationship: str = ""
    income: str = ""  # dollars a month, before taxes
    pays_expenses: YesNo = ""

    @property
    def income_with_sign(self) -> str:
        """The column of item 12 prints no dollar sign."""
        return f"${self.income}" if self.income else ""

    @property
    def summary(self) -> str:
        told = (
            self.name,
            f"age {self.age}" if self.age is not None else "",
            self.relationship,
            f"gross monthly income: ${self.income}" if self.income else "",
            {
                "yes": "pays some of the household expenses: Yes",
                "no": "pays some of the household expenses: No",
            }.get(self.pays_expenses, ""),
        )
        return "; ".join(filter(None, told))


@dataclass(frozen=True)
class HousemateTold:
    """What is told here of an adult whom another chapter names (FL-150 item 12)."""

    key: str = ""
    income: str = ""  # dollars a month, before taxes
    pays_expenses: YesNo = ""


@dataclass(frozen=True)
class Payment:
    """An installment or a debt (FL-150 item 14)."""

    paid_to: str = ""
    what_for: str = ""
    amount: str = ""  # dollars a month
    balance: str = ""
    last_paid: str = ""

    @property
    def summary(self) -> str:
        told = (
            ("Paid to", self.paid_to),
            ("For", self.what_for),
            ("Amount", f"${self.amount}" if self.amount else ""),
            ("Balance", f"${self.balance}" if self.balance else ""),
            ("Date of last payment", self.last_paid),
        )
        return "; ".join(f"{label}: {answer}" for label, answer in told if answer)


@dataclass(frozen=True)
class Expenses:
    """Dollars a month (FL-150 item 13); the home's are FL-155 item 8g too."""

    basis: Basis = ""
    home_is: HomeIs = ""
    home: str = ""  # 13a(1): rent or mortgage
    mortgage_principal: str = ""  # part of `home`: not added again
    mortgage_interest: str = ""
    property_taxes: str = ""
    home_insurance: str = ""
    maintenance: str = ""
    health_care: str = ""
    child_care: str = ""
    groceries: str = ""
    eating_out: str = ""
    utilities: str = ""
    telephone: str = ""
    laundry: str = ""
    clothes: str = ""
    education: str = ""
    entertainment: str = ""
    transportation: str = ""
    insurance: str = ""
    savings: str = ""
    charity: str = ""
    other: str = ""
    other_what: str = ""
    paid_by_others: str = ""  # 13s: not part of the total

    @property
    def sums(self) -> tuple[str, ...]:
        """13a to 13o and 13q: what the total adds up, besides the installments."""
        return (
            *(self.home, self.property_taxes, self.home_insurance, self.maintenance, self.health_care),
            *(self.child_care, self.groceries, self.eating_out, self.utilities, self.telephone),
            *(self.laundry, self.clothes, self.education, self.entertainment, self.transportation),
            *(self.insurance, self.savings, self.charity, self.other),
        )

    @property
    def mortgage_parts(self) -> str:
        """Principal and interest together."""
        return total((self.mortgage_principal, self.mortgage_interest))


@dataclass(frozen=True)
class LawyersFees:
    """FL-150 item 15."""

    paid: str = ""
    source: str = ""
    owed: str = ""
    hourly_rate: str = ""

    @property
    def hourly_rate_with_sign(self) -> str:
        """Item 15d, where no dollar sign is printed."""
        return f"${self.hourly_rate}" if self.hourly_rate else ""


@dataclass(frozen=True)
class ChildrensCosts:
    """FL-150 items 16b to 18, FL-155 items 3 and 6: dollars a month, percent of the time."""

    time_with_me: str = ""  # percent
    time_with_respondent: str = ""
    arrangement: str = ""  # in words
    has_insurance: YesNo = ""
    insurer: str = ""
    insurer_address: str = ""
    insurance_cost: str = ""
    child_care: str = ""
    health_care: str = ""
    travel: str = ""
    special_needs: str = ""
    special_needs_what: str = ""


@dataclass(frozen=True)
class OtherChild:
    """A minor child from another relationship who lives with the petitioner (FL-150 item 19c(2))."""

    name: str = ""
    age: int | None = None

    @property
    def summary(self) -> str:
        return f"{self.name}, {self.age}" if self.name and self.age is not None else self.name


@dataclass(frozen=True)
class Hardships:
    """FL-150 item 19: dollars a month, and for how many months; FL-155 item 7."""

    health: str = ""
    health_months: str = ""
    losses: str = ""
    losses_months: str = ""
    other_children: str = ""
    other_children_months: str = ""
    support_received: str = ""
    because: str = ""
