"""What someone owns and pays each month (FW-001 items 10 and 11): asked for item 5c only."""

from __future__ import annotations

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from interview.conditions import tells_all_finances, tells_of
from interview.fields import Money, ShortText, Story, YesNo
from interview.questions import Group, Page, QuestionForm

LEAVE_EMPTY = _("Leave empty what you do not know.")
FOR_EXAMPLE = _("For example 1,250 or 80.50.")


class Cash(QuestionForm):
    at = "fees.waiver"
    heading = _("How much cash do you have?")
    intro = _("About is fine. Money in a bank comes next.")
    law = "FW-001, item 10a"

    cash = Money(label=_("Cash in dollars"), help_text=FOR_EXAMPLE)

    @property
    def told_text(self) -> str:
        income = self.case.fees.waiver.whole_income
        return (
            _now("Your household's monthly income comes to ${amount}.").format(amount=income)
            if income
            else ""
        )


class WhatYouHave(QuestionForm):
    at = "fees.waiver"
    heading = _("Which of these do you have?")
    intro = _("We ask for a few details about each yes.")
    why = _("The court asks about everything when your income is over its line.")
    law = "FW-001, items 10b to 10e"

    has_accounts = YesNo(label=_("A bank account or another account with money"))
    has_vehicles = YesNo(label=_("A car, a boat or another vehicle"))
    has_real_estate = YesNo(label=_("A house or land"))
    has_other_property = YesNo(
        label=_("Other things of value"), help_text=_("For example jewelry, furniture, stocks or bonds.")
    )


class AnAccount(QuestionForm):
    at = "fees.waiver.accounts.#"
    heading = _("Which account is it, and how much is in it?")
    intro = LEAVE_EMPTY
    law = "FW-001, item 10b"

    what = ShortText(label=_("Name of the bank"))
    amount = Money(label=_("Dollars in the account"), help_text=FOR_EXAMPLE)


class _Property(QuestionForm):
    intro = _("Fair value is what someone would pay for it today. Leave empty what you do not know.")

    value = Money(label=_("Fair value in dollars"), help_text=FOR_EXAMPLE)
    owed = Money(label=_("Dollars you still owe on it"))
    field_order = ("what", "value", "owed")


class AVehicle(_Property):
    at = "fees.waiver.vehicles.#"
    heading = _("Which vehicle is it?")
    law = "FW-001, item 10c"

    what = ShortText(label=_("Make and year"), help_text=_("For example: Ford Focus, 2011."))


class ARealEstate(_Property):
    at = "fees.waiver.real_estate.#"
    heading = _("Which house or land is it?")
    law = "FW-001, item 10d"

    what = ShortText(label=_("Address"))


class AThing(_Property):
    at = "fees.waiver.other_property.#"
    heading = _("What is it?")
    law = "FW-001, item 10e"

    what = ShortText(label=_("What it is"), help_text=_("For example: a ring, furniture."))


class HasDeductions(QuestionForm):
    at = "fees.waiver"
    heading = _("Is money taken out of your pay?")
    intro = _("For example for taxes, Social Security, health insurance or retirement.")
    law = "FW-001, item 11a"

    has_deductions = YesNo(label=_("Money is taken out of my pay"))


class ADeduction(QuestionForm):
    at = "fees.waiver.deductions.#"
    heading = _("What is taken out of your pay, and how much a month?")
    intro = _("Your pay stub lists it. Leave empty what you do not know.")
    law = "FW-001, item 11a"

    what = ShortText(label=_("What it is for"), help_text=_("For example: income tax."))
    amount = Money(label=_("Dollars a month"), help_text=FOR_EXAMPLE)


class Expenses(QuestionForm):
    at = "fees.waiver.expenses"
    heading = _("What do you pay each month?")
    intro = _("Enter dollars a month. About is fine. Leave empty what you do not pay or do not know.")
    why = _("These are the household's basic needs. The court compares them with the income.")
    law = "FW-001, items 11b to 11k and 11m"

    rent = Money(label=_("Rent or house payment, and upkeep"), help_text=FOR_EXAMPLE)
    food = Money(label=_("Food and things for the household"))
    utilities = Money(label=_("Power, gas, water and telephone"))
    clothing = Money(label=_("Clothes"))
    laundry = Money(label=_("Laundry and cleaning"))
    medical = Money(label=_("Doctor, dentist and medicine"))
    insurance = Money(
        label=_("Insurance"), help_text=_("Life, health or accident. Car insurance goes with the car.")
    )
    school = Money(label=_("School and child care"))
    support = Money(label=_("Child or spousal support for another marriage"))
    transportation = Money(label=_("Bus or car: gas, repairs and car insurance"))
    withheld = Money(label=_("Money taken from my pay by a court order"))


class OtherPayments(QuestionForm):
    at = "fees.waiver"
    heading = _("Do you pay anything else each month?")
    intro = _("We ask for a few details about each yes.")
    law = "FW-001, items 11l and 11n"

    has_installments = YesNo(
        label=_("Payments over time"), help_text=_("For example for a car, a loan or a credit card.")
    )
    has_other_expenses = YesNo(label=_("Other things you have not told us yet"))


class _Payment(QuestionForm):
    intro = LEAVE_EMPTY

    what = ShortText(label=_("Paid to"))
    amount = Money(label=_("Dollars a month"), help_text=FOR_EXAMPLE)


class AnInstallment(_Payment):
    at = "fees.waiver.installments.#"
    heading = _("Whom do you pay over time, and how much a month?")
    law = "FW-001, item 11l"


class AnOtherExpense(_Payment):
    at = "fees.waiver.other_expenses.#"
    heading = _("Whom else do you pay, and how much a month?")
    law = "FW-001, item 11n"


class OtherFacts(QuestionForm):
    at = "fees.waiver"
    heading = _("Is there anything else the court should know about your money?")
    intro = _("For example, high costs for a doctor. It prints on an attached page. You can leave it empty.")
    law = "FW-001, page 2, other facts"

    other_facts = Story(label=_("What the court should know"))

    @property
    def told_text(self) -> str:
        spent = self.case.fees.waiver.monthly_expenses
        return _now("Your monthly expenses come to ${amount}.").format(amount=spent) if spent else ""


MONEY_PAGES: tuple[Page | Group, ...] = (
    Page("cash", Cash, when=tells_all_finances),
    Page("things", WhatYouHave, when=tells_all_finances),
    Group(
        slug="accounts",
        path="fees.waiver.accounts",
        pages=(Page("account", AnAccount),),
        another=_("Is there another account?"),
        entry_title=_("Account {number}"),
        when=tells_of("accounts"),
    ),
    Group(
        slug="vehicles",
        path="fees.waiver.vehicles",
        pages=(Page("vehicle", AVehicle),),
        another=_("Is there another vehicle?"),
        entry_title=_("Vehicle {number}"),
        when=tells_of("vehicles"),
    ),
    Group(
        slug="houses",
        path="fees.waiver.real_estate",
        pages=(Page("house", ARealEstate),),
        another=_("Is there another house or piece of land?"),
        entry_title=_("House or land {number}"),
        when=tells_of("real_estate"),
    ),
    Group(
        slug="others",
        path="fees.waiver.other_property",
        pages=(Page("other", AThing),),
        another=_("Is there another thing of value?"),
        entry_title=_("Thing {number}"),
        when=tells_of("other_property"),
    ),
    Page("pay", HasDeductions, when=tells_all_finances),
    Group(
        slug="deductions",
        path="fees.waiver.deductions",
        pages=(Page("deduction", ADeduction),),
        another=_("Is something else taken out of your pay?"),
        entry_title=_("Deduction {number}"),
        when=tells_of("deductions"),
    ),
    Page("monthly", Expenses, when=tells_all_finances),
    Page("more", OtherPayments, when=tells_all_finances),
    Group(
        slug="installments",
        path="fees.waiver.installments",
        pages=(Page("installment", AnInstallment),),
        another=_("Is there another payment over time?"),
        entry_title=_("Payment over time {number}"),
        when=tells_of("installments"),
    ),
    Group(
        slug="payments",
        path="fees.waiver.other_expenses",
        pages=(Page("payment", AnOtherExpense),),
        another=_("Is there another payment?"),
        entry_title=_("Payment {number}"),
        when=tells_of("other_expenses"),
    ),
    Page("facts", OtherFacts, when=tells_all_finances),
)
