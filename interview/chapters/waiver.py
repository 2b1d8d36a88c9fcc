"""Asking the court to waive its fees (FW-001): why, and the income of the household."""

from __future__ import annotations

from decimal import Decimal

from django.template.defaultfilters import linebreaksbr
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from interview import conditions
from interview.chapters.waiver_money import MONEY_PAGES
from interview.fee_limits import Limits, limits_on
from interview.fields import UNSAID, Age, Choice, Money, MultiChoice, PersonName, ShortText, YesNo
from interview.phrasing import cited
from interview.questions import Chapter, Group, Page, QuestionForm, Text
from interview.typed_dates import today
from interview.vocabulary import us_date


class Job(QuestionForm):
    at = "fees.waiver"
    heading = _("What is your job?")
    intro = _("Leave all of it empty when you have no job now.")
    law = "FW-001, item 2"

    job_title = ShortText(label=_("Job title"), help_text=_("For example: cook, driver, cashier."))
    employer = ShortText(label=_("Name of your employer"))
    employer_address = ShortText(label=_("Address of your employer"))


class LawyerPays(QuestionForm):
    at = "fees.waiver"
    heading = _("Has your lawyer agreed to pay court fees for you for now?")
    intro = _("It can be all of the fees or a part. Your lawyer signs the form beside a yes.")
    law = "FW-001, item 3a"

    lawyer_advances = YesNo(label=_("My lawyer agreed to pay fees for me for now"))


class Benefits(QuestionForm):
    at = "fees.waiver"
    heading = _("Which of these benefits do you get?")
    intro = _("Check all that you get. One of them is enough: we then ask nothing about your money.")
    law = "FW-001, item 5a; Gov. Code, § 68632(a)"

    benefits = MultiChoice(
        label=_("I get"),
        choices=[
            ("food_stamps", _("Food stamps (CalFresh)")),
            ("ssi", _("Supplemental Security Income (SSI)")),
            ("ssp", _("State Supplementary Payment (SSP)")),
            ("medi_cal", _("Medi-Cal")),
            ("general_assistance", _("County Relief or General Assistance")),
            ("ihss", _("In-Home Supportive Services (IHSS)")),
            ("calworks", _("CalWORKs or Tribal TANF")),
            ("capi", _("Cash aid for immigrants (CAPI)")),
            ("wic", _("WIC, food help for women, infants and children")),
            ("unemployment", _("Unemployment benefits")),
        ],
    )


class IncomeLine(QuestionForm):
    """The table of item 5b, with its date and source, stands on the page."""

    at = "fees.waiver"
    heading = _("Is your household's monthly income under the court's line?")
    intro = _(
        "Count all income before taxes. Count yours, and that of people in your home who depend on you for "
        "support, or on whom you depend. Use the average of the last 12 months for income that changes a lot."
    )
    law = "FW-001, item 5b; Gov. Code, § 68632"

    income_is_low = YesNo(label=_("Our income is under the line for our family size"))

    @property
    def intro_text(self) -> str:
        return linebreaksbr("\n".join((super().intro_text, *table_lines(limits_on(today())))))


def table_lines(limits: Limits) -> tuple[str, ...]:
    """The line for each family size, where it is printed, and that there may be a newer one."""
    table = limits.table
    sizes = range(1, len(table.by_family_size) + 1)
    told = _now("The line in dollars a month, as of {date} (source: {source}):")
    extra = _now("Each person more: add {amount}.")
    return (
        told.format(source=cited(table.source), date=us_date(table.effective)),
        *(size_line(people, table.limit_for(people)) for people in sizes),
        extra.format(amount=in_dollars(table.each_extra_person)),
        *([_now("The court changes this table every March. Ask the clerk for the newest.")] * limits.stale),
    )


def size_line(people: int, limit: Decimal) -> str:
    text = ngettext("{people} person: {amount}", "{people} people: {amount}", people)
    return text.format(people=people, amount=in_dollars(limit))


def in_dollars(amount: Decimal) -> str:
    return f"${amount:,.2f}"


class BasicNeeds(QuestionForm):
    at = "fees.waiver"
    heading = _("What do you ask the court to do about the fees?")
    intro = _(
        "This is for people whose income does not pay for the basic needs of the household and the court "
        "fees too. Basic needs are, for example, food, rent and a doctor. You sign that it is true."
    )
    why = _("The court looks at your income, what you own and what you pay each month. We ask about it next.")
    law = "FW-001, item 5c; Gov. Code, § 68632"

    waived = Choice(
        label=_("My income is not enough for basic needs and the fees. I ask the court to"),
        choices=[
            ("all", _("Waive all of the fees")),
            ("some", _("Waive some of the fees")),
            ("payments", _("Let me pay over time")),
            (UNSAID, _("None of these")),
        ],
    )


class IncomeVaries(QuestionForm):
    at = "fees.waiver"
    heading = _("Does your income change a lot from month to month?")
    intro = _("With a yes, tell us the average of the last 12 months on the next pages.")
    law = "FW-001, item 7"

    income_varies = YesNo(label=_("My income changes a lot"))


class HasIncome(QuestionForm):
    at = "fees.waiver"
    heading = _("Do you get any money each month?")
    intro = _(
        "For example pay from work, Social Security, or benefits for a disability, retirement or veterans. "
        "It can be support for you or a child, rent, interest, or money from a business."
    )
    law = "FW-001, item 8"

    has_income = YesNo(label=_("I get money each month"))


_AVERAGE: Text = _("Give the average of the last 12 months.")


class AnIncome(QuestionForm):
    at = "fees.waiver.incomes.#"
    heading = _("What is the income, and how much is it a month?")
    intro = _("Give the amount before taxes and other deductions.")
    law = "FW-001, item 8a"

    what = ShortText(label=_("Where the money comes from"), help_text=_("For example: wages, child support."))
    amount = Money(label=_("Dollars a month"), help_text=_("For example 1,250 or 80.50."))

    @property
    def intro_text(self) -> str:
        varies = self.case.fees.waiver.income_varies == "yes"
        return f"{super().intro_text} {_AVERAGE}" if varies else super().intro_text


class HasHousehold(QuestionForm):
    at = "fees.waiver"
    heading = _("Do you live with people who depend on you for support, or on whom you depend?")
    intro = _("Support can be money, food or a home, in whole or in part. Children count too.")
    law = "FW-001, item 9"

    has_household = YesNo(label=_("Such people live in my home"))

    @property
    def intro_text(self) -> str:
        income = self.case.fees.waiver.own_income
        told = _now("Your monthly income comes to ${amount}.").format(amount=income) if income else ""
        return " ".join(filter(None, (told, super().intro_text)))


class AtHome(QuestionForm):
    at = "fees.waiver.household.#"
    heading = _("Who is the person, and what is their monthly income?")
    intro = _("Enter 0 for someone with no income. Leave empty what you do not know.")
    law = "FW-001, item 9a"

    name = PersonName(label=_("Name"))
    age = Age(label=_("Age"))
    relationship = ShortText(label=_("What is this person to you?"), help_text=_("For example: my daughter."))
    income = Money(label=_("Dollars a month before taxes"))


class AskedBefore(QuestionForm):
    at = "fees.waiver"
    heading = _("Have you asked the court to waive fees in this case before?")
    intro = _("Only the last six months count.")
    law = "FW-001, item 6"
    follow_ups = {"copy_attached": "asked_before=yes"}

    asked_before = YesNo(label=_("I asked in this case in the last six months"))
    copy_attached = YesNo(
        label=_("Will you put a copy of that request with your papers?"),
        help_text=_("The court wants one when you can get it easily."),
    )

    @property
    def intro_text(self) -> str:
        return " ".join(filter(None, (self._income_and_line, super().intro_text)))

    @property
    def _income_and_line(self) -> str:
        """What the income comes to, where the request rests on it."""
        waiver = self.case.fees.waiver
        if waiver.ground != "low_income" or not waiver.whole_income:
            return ""
        people = waiver.people_at_home
        text = ngettext(
            "Your household's monthly income comes to ${income}. The line for {people} person is {limit}.",
            "Your household's monthly income comes to ${income}. The line for {people} people is {limit}.",
            people,
        )
        limit = in_dollars(limits_on(today()).limit_for(people))
        return text.format(income=waiver.whole_income, people=people, limit=limit)


WAIVER = Chapter(
    slug="costs",
    title=_("Asking the court to waive fees"),
    when=conditions.asks_fee_waiver,
    pages=(
        Page("job", Job),
        Page("lawyer", LawyerPays, when=conditions.has_lawyer),
        Page("benefits", Benefits),
        Page("line", IncomeLine, when=conditions.has_no_benefits),
        Page("needs", BasicNeeds, when=conditions.is_over_the_line),
        Page("changes", IncomeVaries, when=conditions.tells_income),
        Page("earnings", HasIncome, when=conditions.tells_income),
        Group(
            slug="incomes",
            path="fees.waiver.incomes",
            pages=(Page("income", AnIncome),),
            another=_("Is there another income of yours?"),
            entry_title=_("Income {number}"),
            when=conditions.has_income,
        ),
        Page("home", HasHousehold, when=conditions.tells_income),
        Group(
            slug="people",
            path="fees.waiver.household",
            pages=(Page("person", AtHome),),
            another=_("Is there another person in your home?"),
            entry_title=_("Person {number}"),
            when=conditions.has_household,
        ),
        *MONEY_PAGES,
        Page("before", AskedBefore),
    ),
)
