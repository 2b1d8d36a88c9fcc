"""What is paid each month, loans and debts, the lawyer (FL-150 items 13 to 15; FL-155 item 8g)."""

from __future__ import annotations

from typing import ClassVar

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from interview.chapters.money_form import FOR_EXAMPLE, KEPT_BACK, read_by_other
from interview.chapters.money_out_page import FinancePage
from interview.expenses import Basis as BasisTold
from interview.fields import RATHER_NOT, UNSAID, Choice, Money, RoughDate, ShortText, YesNo
from interview.questions import QuestionForm, Text

# What the amounts are was said on the first page (FL-150 item 13); FL-155 does not ask it
A_MONTH: dict[BasisTold, Text] = {
    "": _("Enter dollars a month. About is fine. Leave empty what you do not pay or do not know."),
    "estimated": _(
        "Enter your best guess in dollars a month. About is fine. Leave empty what you do not pay."
    ),
    "actual": _(
        "Enter what you really pay in dollars a month. Leave empty what you do not pay or do not know."
    ),
    "proposed": _("Enter what you will need in dollars a month. Leave empty what you will not need."),
}


class _Costs(FinancePage):
    """Amounts of item 13: what is paid now, or what will be needed."""

    at = "finances.expenses"
    heading_of_needs: ClassVar[Text]

    @property
    def heading_text(self) -> str:
        return self.named(self.heading_of_needs) if self.is_about_needs else super().heading_text

    @property
    def intro_text(self) -> str:
        return str(A_MONTH[self.money.expenses.basis])


class Basis(QuestionForm):
    at = "finances.expenses"
    heading = _("Which amounts do you want to tell for your monthly costs?")
    intro = _("Next we ask for your costs each month. The court paper says which kind of amounts they are.")
    law = "FL-150, item 13"

    basis = Choice(
        label=_("The amounts are"),
        choices=[
            ("actual", _("What I really pay now")),
            ("estimated", _("My best guess at what I pay")),
            ("proposed", _("What I will need, such as for a new home")),
            RATHER_NOT,
        ],
    )


class HomeCosts(_Costs):
    heading = _("What do you pay for your home each month?")
    heading_of_needs = _("What will you need for your home each month?")
    law = "FL-150, item 13a(1); FL-155, item 8g"
    follow_ups = {
        "home": "home_is=rent|mortgage",
        "mortgage_principal": "home_is=mortgage",
        "mortgage_interest": "home_is=mortgage",
    }
    long_only = ("mortgage_principal",)

    home_is = Choice(
        label=_("The payment is"),
        choices=[
            ("rent", _("Rent")),
            ("mortgage", _("A house loan (mortgage)")),
            (UNSAID, _("Neither, or I'd rather not say")),
        ],
    )
    home = Money(label=_("The whole payment, in dollars a month"), help_text=FOR_EXAMPLE)
    mortgage_principal = Money(
        label=_("The part that pays the loan back (principal)"), help_text=_("It is on the bank's letters.")
    )
    mortgage_interest = Money(label=_("The part that is interest"))


class MoreHomeCosts(_Costs):
    heading = _("What else do you pay for your home?")
    heading_of_needs = _("What else will you need for your home?")
    law = "FL-150, items 13a(2) to 13a(4); FL-155, item 8g"
    long_only = ("home_insurance", "maintenance")

    property_taxes = Money(label=_("Property taxes on a house or land"), help_text=FOR_EXAMPLE)
    home_insurance = Money(
        label=_("Insurance for the home"), help_text=_("Not when it is in the payment you told us before.")
    )
    maintenance = Money(label=_("Upkeep and repairs"))

    @property
    def intro_text(self) -> str:
        return " ".join(filter(None, (self._parts_that_differ, super().intro_text)))

    @property
    def _parts_that_differ(self) -> str:
        """The parts of a house payment are not added to the total, so only this page can tell."""
        costs = self.money.expenses
        if not (costs.mortgage_principal and costs.mortgage_interest and costs.home):
            return ""
        if costs.mortgage_parts == costs.home:
            return ""
        told = _now("The two parts of your house payment come to ${parts}. The whole payment is ${whole}.")
        return told.format(parts=costs.mortgage_parts, whole=costs.home)


class FoodAndBills(_Costs):
    heading = _("What do you pay for food and bills?")
    heading_of_needs = _("What will you need for food and bills?")
    law = "FL-150, items 13d to 13h"

    groceries = Money(label=_("Groceries and things for the household"), help_text=FOR_EXAMPLE)
    eating_out = Money(label=_("Eating out"))
    utilities = Money(label=_("Power, gas, water and trash"))
    telephone = Money(label=_("Telephone, cell phone and internet"))
    laundry = Money(label=_("Laundry and cleaning"))


class PeopleCosts(_Costs):
    heading = _("What do you pay for yourself and the people you care for?")
    heading_of_needs = _("What will you need for yourself and the people you care for?")
    law = "FL-150, items 13b, 13c and 13i to 13l"

    health_care = Money(label=_("Doctor, dentist and medicine"), help_text=_("Only what no insurance pays."))
    child_care = Money(label=_("Child care"))
    clothes = Money(label=_("Clothes"))
    education = Money(label=_("School and classes"))
    entertainment = Money(label=_("Fun, gifts and vacation"))
    transportation = Money(
        label=_("Car or bus"), help_text=_("Gas, repairs, car insurance, bus fares. Not a car loan.")
    )


class OtherCosts(_Costs):
    heading = _("What else do you pay each month?")
    heading_of_needs = _("What else will you need each month?")
    law = "FL-150, items 13m to 13o and 13q"

    insurance = Money(
        label=_("Life or accident insurance"), help_text=_("Not insurance for a car, the home or health.")
    )
    savings = Money(label=_("Money you save or invest"))
    charity = Money(label=_("Gifts to a church or a good cause"))
    other = Money(label=_("Something you have not told us yet"))
    other_what = ShortText(label=_("What this is"), help_text=KEPT_BACK)

    @property
    def intro_text(self) -> str:
        return " ".join((super().intro_text, _now("Loans and debts come next.")))


# Loans and debts (FL-150 item 14)


class HasPayments(QuestionForm):
    at = "finances"
    heading = _("Do you pay for loans or debts over time?")
    intro = _("For example for a car, a credit card or a doctor. Not what you told us before.")
    law = "FL-150, item 14"

    has_payments = YesNo(label=_("I have loans or debts"))


class APayment(QuestionForm):
    at = "finances.payments.#"
    heading = _("What is this loan or debt?")
    intro = read_by_other(_("About is fine. Leave empty what you do not know."))
    law = "FL-150, items 13p and 14"

    paid_to = ShortText(label=_("Paid to"), help_text=_("For example the name of a bank."))
    what_for = ShortText(label=_("For"), help_text=_("For example: car loan, credit card."))
    amount = Money(label=_("Dollars a month"), help_text=FOR_EXAMPLE)
    balance = Money(label=_("Dollars you still owe"))
    last_paid = RoughDate(
        label=_("Day of the last payment"), past=True, help_text=_("For example March 2026.")
    )


class YourLawyer(QuestionForm):
    at = "finances.lawyers_fees"
    heading = _("What does your lawyer cost?")
    intro = _("Your lawyer can tell you. Leave empty what you do not know. Your lawyer signs here too.")
    why = _("The court needs these amounts to decide who pays the lawyers.")
    law = "FL-150, item 15; Fam. Code, §§ 2030, 6344; Cal. Rules of Court, rule 5.427"

    paid = Money(label=_("Dollars you have paid so far"), help_text=_("Put 0 for nothing."))
    source = ShortText(
        label=_("Where that money came from"),
        help_text=read_by_other(_("For example: savings, a loan from family.")),
    )
    owed = Money(label=_("Dollars you still owe the lawyer"))
    hourly_rate = Money(label=_("Dollars the lawyer charges for an hour"), help_text=_("For example 350."))
