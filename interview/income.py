"""Work, schooling, taxes and what comes in (FL-150 items 1 to 9; FL-155)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from interview.money import HowOften, in_a_month, total
from interview.vocabulary import YesNo

PaidBy = Literal["", "hour", "week", "two_weeks", "twice_a_month", "month", "year"]
PrintedRate = Literal["", "hour", "week", "month"]
IncomeKind = Literal[
    "salary",
    "overtime",
    "commissions",
    "public_assistance",  # CalWORKs (TANF), General Assistance or Relief
    "ssi",
    "spousal_support",
    "partner_support",
    "pension",
    "social_security",
    "disability",
    "unemployment",
    "workers_compensation",
    "self_employment",
    "dividends",  # and interest
    "rental",
    "trust",
    "other_investment",
    "other",
]
SupportFrom = Literal["", "this", "different"]
DisabilityKind = Literal["social_security", "state", "private"]
Role = Literal["", "owner", "partner", "other"]
FilingStatus = Literal["", "single", "head_of_household", "married_separately", "married_jointly"]
TaxState = Literal["", "california", "other"]


@dataclass(frozen=True)
class Job:
    """The job one has, or the last one (FL-150 item 1, FL-155 item 9)."""

    employer: str = ""  # the other person gets a copy: may be left empty
    address: str = ""
    telephone: str = ""
    occupation: str = ""
    started: str = ""
    ended: str = ""  # only of who has no job now
    hours: str = ""  # a week
    pay: str = ""  # dollars before taxes
    paid_by: PaidBy = ""

    @property
    def rate(self) -> PrintedRate:
        """The box of FL-150 item 1h: it has one for a month, a week and an hour."""
        return _PRINTED.get(self.paid_by, "")

    @property
    def pay_at_rate(self) -> str:
        """The amount that goes with that box: of two weeks the half, of a year the twelfth."""
        if self.paid_by == "hour" or self.rate == "":
            return self.pay if self.rate else ""
        if self.rate == "month":
            return self.monthly_pay
        return self.pay if self.paid_by == "week" else total((_half(self.pay),))

    @property
    def monthly_pay(self) -> str:
        """Dollars a month before taxes; by the hour, for the hours of a week told as a plain number."""
        if self.paid_by == "hour":
            hours = self.hours.strip()
            return in_a_month(self.pay, "week", Decimal(hours)) if _NUMBER.fullmatch(hours) else ""
        return in_a_month(self.pay, self.paid_by) if self.paid_by else ""

    @property
    def summary(self) -> str:
        """For the attached page "Question 1—Other Jobs"."""
        told = (
            ("Employer", self.employer),
            ("Employer's address", self.address),
            ("Employer's phone number", self.telephone),
            ("Occupation", self.occupation),
            ("Date job started", self.started),
            ("Hours per week", self.hours),
            ("Gross pay (before taxes)", f"${self.pay_at_rate} per {self.rate}" if self.pay_at_rate else ""),
        )
        return "; ".join(f"{label}: {answer}" for label, answer in told if answer)


@dataclass(frozen=True)
class Schooling:
    """FL-150 item 2."""

    high_school: YesNo = ""
    highest_grade: str = ""
    college_years: str = ""
    college_degree: str = ""
    graduate_years: str = ""
    graduate_degree: str = ""
    license: str = ""
    training: str = ""


@dataclass(frozen=True)
class Taxes:
    """FL-150 item 3, FL-155 item 4."""

    last_year_filed: str = ""
    status: FilingStatus = ""
    jointly_with: str = ""
    state: TaxState = ""
    other_state: str = ""
    exemptions: str = ""


@dataclass(frozen=True)
class Received:
    """One kind of income, before taxes (FL-150 items 5 to 7)."""

    last_month: str = ""  # dollars
    usual: str = ""  # dollars each time
    each: HowOften = ""  # "year": all that came in the last 12 months

    @property
    def average(self) -> str:
        """Dollars a month, worked out; "" until both are told. Nothing is nothing, however often it comes."""
        return in_a_month(self.usual, "month" if self.usual == "0" else self.each)


@dataclass(frozen=True)
class Business:
    """FL-150 item 7. Its profit, after business expenses, is Incomes.self_employment."""

    role: Role = ""
    role_other: str = ""
    years: str = ""
    name: str = ""
    kind: str = ""

    @property
    def summary(self) -> str:
        role = {"owner": "Owner/sole proprietor", "partner": "Business partner"}.get(
            self.role, self.role_other
        )
        told = (
            ("Name of business", self.name),
            ("Type of business", self.kind),
            ("I am", role),
            ("Number of years in this business", self.years),
        )
        return "; ".join(f"{label}: {answer}" for label, answer in told if answer)


@dataclass(frozen=True)
class Incomes:
    """What comes in, by kind. A kind counts only while it is among `Finances.kinds`."""

    salary: Received = field(default_factory=Received)
    overtime: Received = field(default_factory=Received)
    commissions: Received = field(default_factory=Received)
    public_assistance: Received = field(default_factory=Received)
    ssi: Received = field(default_factory=Received)
    spousal_support: Received = field(default_factory=Received)
    partner_support: Received = field(default_factory=Received)
    pension: Received = field(default_factory=Received)
    social_security: Received = field(default_factory=Received)
    disability: Received = field(default_factory=Received)
    unemployment: Received = field(default_factory=Received)
    workers_compensation: Received = field(default_factory=Received)
    self_employment: Received = field(default_factory=Received)
    dividends: Received = field(default_factory=Received)
    rental: Received = field(default_factory=Received)
    trust: Received = field(default_factory=Received)
    other_investment: Received = field(default_factory=Received)
    other: Received = field(default_factory=Received)
    same_pay: YesNo = ""  # the pay told with the job came in each of the last 12 months: it is the salary
    gets_assistance_now: YesNo = ""  # item 5d: public assistance or SSI
    spousal_support_from: SupportFrom = ""
    spousal_support_taxable: YesNo = ""
    partner_support_from: SupportFrom = ""
    disability_kinds: tuple[DisabilityKind, ...] = ()
    other_investment_what: str = ""
    other_what: str = ""


@dataclass(frozen=True)
class OthersIncome:
    """What the petitioner thinks the other person earns (FL-150 item 4, FL-155 item 10)."""

    known: YesNo = ""  # "no": they do not know, which is an answer
    amount: str = ""
    each: HowOften = ""
    because: str = ""

    @property
    def monthly(self) -> str:
        """As it prints: dollars a month, or that it is not known."""
        return "unknown" if self.known == "no" else in_a_month(self.amount, self.each)

    @property
    def basis(self) -> str:
        return "I do not know the other party's income." if self.known == "no" else self.because


_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")
_PRINTED: dict[PaidBy, PrintedRate] = {
    "hour": "hour",
    "week": "week",
    "two_weeks": "week",
    "twice_a_month": "month",
    "month": "month",
    "year": "month",
}


def _half(amount: str) -> str:
    """Half of a sum of money, to the cent; "" of none."""
    return in_a_month(amount, "month", Decimal("0.5"))
