"""Orders a judge can make only at the hearing (DV-100 items 23 to 28, CH-100 item 14)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from interview import conditions
from interview.chapters.orders_civil import AFee, FeesAndCosts
from interview.conditions import asks_in_dvro, papers_are_cho, papers_are_dvro
from interview.fields import Choice, Money, MultiChoice, Phone, ShortText
from interview.orders_form import OrdersForm
from interview.questions import Chapter, Group, Page, QuestionForm


class AtTheHearing(OrdersForm):
    heading = _("Which orders do you want at the hearing?")
    intro = _("A judge can make these at your court date, not before. Check all that you want, or none.")
    why = _(
        "{other} must be told of the court date first. For support the court also needs a form about your "
        "money, of which {other} gets a copy. We ask about it later."
    )
    law = "DV-100, items 23 to 28; Fam. Code, §§ 6341 to 6344, 6347"
    offered_when = {"spousal_support": conditions.is_married}

    asked = MultiChoice(
        label=_("Orders at the hearing"),
        choices=[
            ("pay_expenses", _("{other} must pay costs they caused, such as repairs, a doctor or a hotel")),
            ("child_support", _("{other} must pay child support for a child we have together")),
            ("spousal_support", _("{other} must pay me spousal or partner support")),
            ("lawyer_fees", _("{other} must pay some or all of my lawyer's fees and costs")),
            ("batterer_program", _("{other} must go to a 52-week program to stop abuse")),
            ("phone_transfer", _("Move my phone number or a child's from {other}'s account to me")),
        ],
    )


class AnExpense(QuestionForm):
    at = "requests.expenses.#"
    heading = _("Which cost should {other} pay?")
    intro = _("Bring bills or receipts to your court date.")
    law = "DV-100, item 23; Fam. Code, § 6342"

    pay_to = ShortText(label=_("Pay to"), help_text=_("You, or the person or company to be paid."))
    what_for = ShortText(label=_("For"), help_text=_("For example a broken window or counseling."))
    amount = Money(label=_("Amount in dollars"))


class ChildSupport(QuestionForm):
    at = "requests"
    heading = _("What is true about child support?")
    law = "DV-100, item 24; Fam. Code, § 6341"

    child_support = MultiChoice(
        label=_("Check all that fit"),
        choices=[
            ("want", _("I have no child support order and I want one")),
            ("change", _("I have a child support order and I want it changed")),
            ("benefits", _("I get, or have asked for, TANF, welfare or CalWORKs")),
        ],
    )


class APhone(QuestionForm):
    at = "requests.phones.#"
    heading = _("Which phone number should move to you?")
    intro = _("After it moves, you pay for it. {other} will see this number.")
    law = "DV-100, item 28; Fam. Code, § 6347"

    whose = Choice(
        label=_("Whose number is it?"),
        choices=[("mine", _("Mine")), ("child", _("A child's in my care"))],
    )
    number = Phone(label=_("Phone number with area code"))


ORDERS_LATER = Chapter(
    slug="orders-later",
    title=_("Orders at the hearing"),
    pages=(
        Page("orders", AtTheHearing, when=papers_are_dvro),
        Group(
            slug="costs",
            path="requests.expenses",
            pages=(Page("cost", AnExpense),),
            another=_("Is there another cost to pay?"),
            entry_title=_("Cost {number}"),
            when=asks_in_dvro("pay_expenses"),
        ),
        Page("support", ChildSupport, when=asks_in_dvro("child_support")),
        Group(
            slug="phones",
            path="requests.phones",
            pages=(Page("phone", APhone),),
            another=_("Is there another phone number?"),
            entry_title=_("Number {number}"),
            when=asks_in_dvro("phone_transfer"),
        ),
        Page("fees", FeesAndCosts, when=papers_are_cho),
        Group(
            slug="fee",
            path="requests.fees_asked",
            pages=(Page("amount", AFee),),
            another=_("Is there another fee or cost?"),
            entry_title=_("Fee or cost {number}"),
            when=conditions.asks_for_fees,
        ),
    ),
)
