"""What goes out: what has to be paid first (FL-150 item 10, FL-155 item 8), and all the chapter's pages."""

from __future__ import annotations

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from interview import conditions_finances as conditions
from interview.chapters.money_form import FOR_EXAMPLE, read_by_other
from interview.chapters.money_out_children import CHILDREN_PAGES
from interview.chapters.money_out_costs import (
    APayment,
    Basis,
    FoodAndBills,
    HasPayments,
    HomeCosts,
    MoreHomeCosts,
    OtherCosts,
    PeopleCosts,
    YourLawyer,
)
from interview.chapters.money_out_owned import (
    AdultsWithYou,
    AHousemate,
    LivesWithOthers,
    OtherThings,
    Savings,
    WhoLivesWithYou,
)
from interview.chapters.money_out_page import FinancePage
from interview.chapters.money_out_sum import Together
from interview.fields import (
    UNSAID,
    YES_NO,
    Choice,
    Money,
    Story,
)
from interview.questions import Chapter, Group, Page, QuestionForm

# What has to be paid before anything else (FL-150 item 10)


class _Deductions(FinancePage):
    at = "finances.deductions"

    @property
    def intro_text(self) -> str:
        """FL-150 asks about the last month, FL-155 about the average."""
        if self.told.uses_short_income_form:
            return _now("Tell what you pay in a usual month. About is fine. Leave empty what you do not pay.")
        return _now("Tell what you paid last month. About is fine. Leave empty what you do not pay.")


class FromYourPay(_Deductions):
    heading = _("What do you pay for a union, retirement and health insurance?")
    why = _("The court takes these costs off your income when it works out support. A pay stub lists them.")
    law = "FL-150, items 10a to 10c; FL-155, items 8b to 8d; Fam. Code, § 4059"

    union_dues = Money(label=_("Union dues you must pay"), help_text=FOR_EXAMPLE)
    retirement = Money(
        label=_("Retirement payments you must make"),
        help_text=_("Not Social Security, FICA, a 401(k) or an IRA."),
    )
    health_insurance = Money(
        label=_("Health insurance"),
        help_text=_("Doctor, hospital and dental insurance together. Only what you pay yourself."),
    )


class SupportYouPay(_Deductions):
    heading = _("Do you pay support to someone else?")
    why = _("The court takes support that you pay off your income.")
    law = "FL-150, items 10d to 10f; FL-155, items 8e and 8f; Fam. Code, § 4059"
    long_only = ("partner_support",)

    child_support = Money(
        label=_("Child support for your other children"),
        help_text=_("Children who are not yours and {other}'s, and who do not live with you."),
    )
    spousal_support = Money(
        label=_("Spousal support from another marriage"), help_text=_("Only what a court ordered.")
    )
    partner_support = Money(
        label=_("Partner support from another domestic partnership"),
        help_text=_("Only what a court ordered."),
    )


class SupportAndTaxes(QuestionForm):
    at = "finances.deductions"
    heading = _("Can you take the spousal support you pay off your federal taxes?")
    intro = _("Mostly you can when the order was made before January 1, 2019. You can leave it empty.")
    law = "FL-150, item 10e"

    spousal_support_deductible = Choice(
        label=_("I can take it off my federal taxes"),
        choices=[*YES_NO, (UNSAID, _("I don't know"))],
    )


class WorkCosts(_Deductions):
    heading = _("Do you pay for things your job needs?")
    why = _("The court can take such costs off your income when they are needed and nobody pays you back.")
    law = "FL-150, item 10g; FL-155, item 8a; Fam. Code, § 4059(f)"

    job_expenses = Money(
        label=_("What your job costs you"),
        help_text=_("For example tools or a uniform. Not what your employer pays back."),
    )
    job_expenses_what = Story(
        label=_("What it is for, and why your job needs it"),
        rows=3,
        help_text=read_by_other(_("This prints on an attached page.")),
    )


MONEY_OUT = Chapter(
    slug="money-out",
    title=_("What you pay and own"),
    when=conditions.fills_income_form,
    pages=(
        Page("pay", FromYourPay),
        Page("work", WorkCosts),
        Page("support", SupportYouPay),
        Page("taxes", SupportAndTaxes, when=conditions.pays_spousal_support),
        Page("savings", Savings, when=conditions.fills_long_form),
        Page("things", OtherThings, when=conditions.fills_long_form),
        Page("household", LivesWithOthers, when=conditions.fills_long_form),
        Page("household-who", WhoLivesWithYou, when=conditions.may_live_with_people_told_of),
        Page("household-share", AdultsWithYou, when=conditions.lives_with_adults_told_of),
        Group(
            slug="people",
            path="finances.household",
            pages=(Page("person", AHousemate),),
            another=_("Does another person live with you?"),
            entry_title=_("Person {number}"),
            when=conditions.lives_with_more_people,
        ),
        Page("amounts", Basis, when=conditions.fills_long_form),
        Page("home", HomeCosts),
        Page("home-more", MoreHomeCosts, when=conditions.tells_more_home_costs),
        Page("food", FoodAndBills, when=conditions.fills_long_form),
        Page("everyday", PeopleCosts, when=conditions.fills_long_form),
        Page("other", OtherCosts, when=conditions.fills_long_form),
        Page("loans", HasPayments, when=conditions.fills_long_form),
        Group(
            slug="debts",
            path="finances.payments",
            pages=(Page("debt", APayment),),
            another=_("Is there another loan or debt?"),
            entry_title=_("Loan or debt {number}"),
            when=conditions.has_payments,
        ),
        Page("total", Together, when=conditions.fills_long_form),
        Page("lawyer", YourLawyer, when=conditions.tells_lawyers_costs),
        *CHILDREN_PAGES,
    ),
)
