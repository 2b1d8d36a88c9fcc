"""The form about money that goes with a request for support: now or later, which one, and what comes in.

FL-150 items 1 to 9; FL-155 items 1, 4, 5 and 9 to 11. What goes out is asked in money_out.py.
"""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from interview import conditions_finances as conditions
from interview.chapters.money_form import FOR_EXAMPLE, HOW_OFTEN, MoneyForm, comes_to, read_by_other
from interview.chapters.money_in_kinds import KINDS, kind_pages, told_before
from interview.chapters.money_in_sum import SLUG, EachMonth
from interview.chapters.money_in_work import WORK_PAGES
from interview.fields import UNSAID, Choice, Money, MultiChoice, ShortText, Story, YesNo, YesNoUnknown
from interview.questions import Chapter, Group, Page, QuestionForm, naming


class NowOrLater(QuestionForm):
    at = "finances"
    heading = _("Do you want to fill in the form about your money now?")
    intro = _(
        "The court needs this form to decide about support, but your request does not wait for it. It takes "
        "some 20 minutes with your pay stubs at hand."
    )
    why = _(
        "{other} gets a copy of the form, now or later. With “later”, it prints with the names and the court "
        "alone, and you fill in the rest by hand."
    )
    law = "FL-150; FL-155; DV-100, items 24 to 26; Fam. Code, § 3552"

    fills = Choice(label=_("The form"), choices=[("now", _("Now")), ("later", _("Later, by hand"))])

    @property
    def intro_text(self) -> str:
        if self.case.asks_support:
            return super().intro_text
        return _now(
            "For lawyer's fees alone, only some courts want this form. The court clerk knows. It takes some "
            "20 minutes with your pay stubs at hand."
        )

    @property
    def why_text(self) -> str:
        if self.case.asks_support:
            return super().why_text
        text = _now(
            "{other} gets a copy of the form. With “later”, it does not print: the court has blank ones."
        )
        return self._named(text)


class HasIncome(QuestionForm):
    at = "finances"
    heading = _("Did you get any money in the last 12 months?")
    intro = _("From work, benefits, support for you, rent or anything else. Do not count child support.")
    law = "FL-150, items 5 to 7; FL-155, item 5; Fam. Code, §§ 4050 to 4076"

    has_income = YesNo(label=_("I got money in the last 12 months"))


class IncomeKinds(QuestionForm):
    at = "finances"
    heading = _("What kinds of money did you get in the last 12 months?")
    intro = _(
        "Check all that you got, even when it has ended. We ask for the amounts later. The short form is "
        "about now: there, put 0 for what has ended."
    )
    law = "FL-150, items 5 to 7; FL-155, item 5 and page 2"

    kinds = MultiChoice(
        label=_("I got"),
        choices=[
            ("salary", _("Pay from a job")),
            ("overtime", _("Pay for overtime")),
            ("commissions", _("Commissions or bonuses")),
            ("public_assistance", _("CalWORKs (TANF), or General Assistance or Relief (GA/GR)")),
            ("ssi", _("Supplemental Security Income (SSI)")),
            ("unemployment", _("Unemployment benefits")),
            ("disability", _("State disability, Social Security disability, or disability insurance")),
            ("workers_compensation", _("Workers' compensation, after I was injured at work")),
            ("social_security", _("Social Security retirement")),
            ("pension", _("A pension or money from a retirement fund")),
            ("self_employment", _("A business, gig work or other work for myself")),
            ("spousal_support", _("Spousal support (alimony)")),
            ("partner_support", _("Support from a domestic partner")),
            ("dividends", _("Interest from a bank, or dividends")),
            ("rental", _("Rent from a house or room of mine")),
            ("trust", _("Money from a trust")),
            ("other_investment", _("Money from another investment")),
            ("other", _("Other money, such as military allowances or royalties")),
        ],
    )


class OtherAsks(QuestionForm):
    at = "finances"
    heading = _("Does {other} ask you for money too?")
    intro = _(
        "With a yes or an “I don't know”, the long form about money is the one to use. Where {other} has "
        "handed in no papers to the court, the answer is no."
    )
    law = "FL-155, page 2; DV-570"

    other_asks_support = YesNoUnknown(label=_("{other} asks the court for spousal support from me"))
    other_asks_fees = YesNoUnknown(label=_("{other} asks me to pay their lawyer's fees"))


class WhichForm(QuestionForm):
    at = "finances"
    heading = _("Which of the two forms do you want to use?")
    intro = _(
        "Your answers fit both of them, and the court takes either. Without a choice, it is the long one."
    )
    why = _(
        "The short form wants what you get now, and 0 for what has ended. The long one wants last month and "
        "the average of 12 months. After a change of the form, look at the amounts once more."
    )
    law = "FL-155, page 2; FL-150"

    which_form = Choice(
        label=_("I use"),
        choices=[
            ("short", _("The short form, FL-155. It has 2 pages and asks for few of your costs.")),
            (
                "long",
                _("The long form, FL-150. It has 4 pages and asks for all your costs and what you own."),
            ),
        ],
    )


class AppliedForAssistance(QuestionForm):
    at = "finances"
    heading = _("Have you asked for public assistance?")
    intro = _("That is CalWORKs (TANF), SSI, or General Assistance or Relief.")
    law = "FL-155, item 1b"

    applied_for_assistance = YesNo(label=_("I have applied for it"))


class AssistanceNow(QuestionForm):
    at = "finances.incomes"
    heading = _("Do you still get this public assistance?")
    intro = _("SSI counts too.")
    law = "FL-150, item 5d"

    gets_assistance_now = YesNo(label=_("I get it now"))

    @property
    def told_text(self) -> str:
        return told_before(self.case, "spousal_support")  # the kind after assistance and SSI


class ABusiness(QuestionForm):
    at = "finances.businesses.#"
    heading = _("What is your work or business?")
    intro = read_by_other(_("Leave empty what does not fit."))
    law = "FL-150, item 7"
    follow_ups = {"role_other": "role=other"}

    kind = ShortText(label=_("Type of business"), help_text=_("For example: house cleaning, rides, a shop."))
    name = ShortText(label=_("Name of the business"))
    role = Choice(
        label=_("I am"),
        choices=[
            ("owner", _("The owner, or I work alone")),
            ("partner", _("A business partner")),
            ("other", _("Something else")),
        ],
    )
    role_other = ShortText(label=_("What are you there?"))
    years = ShortText(label=_("Years in this business"))

    @property
    def told_text(self) -> str:
        return comes_to(KINDS["self_employment"].name, self.case.finances.average("self_employment"))


class OneTimeMoney(QuestionForm):
    at = "finances"
    heading = _("Did you get money that came only once?")
    intro = _("For example an inheritance or a prize, in the last 12 months.")
    law = "FL-150, item 8"
    follow_ups = {"one_time_money": "had_one_time_money=yes"}

    @property
    def told_text(self) -> str:
        return _what_they_make(self)

    had_one_time_money = YesNo(label=_("I got money that came only once"))
    one_time_money = ShortText(
        label=_("Where did it come from, and how much was it?"),
        help_text=read_by_other(_("For example: from my aunt's will, $3,000.")),
    )


class BigChange(QuestionForm):
    at = "finances"
    heading = _("Did your money situation change a lot in the last 12 months?")
    intro = _("For example, you lost a job or now pay a higher rent.")
    law = "FL-150, item 9"
    paths = {"changed": "has_changed"}  # a form has a method of that name
    follow_ups = {"change": "changed=yes"}

    changed = YesNo(label=_("It changed a lot"))
    change = Story(label=_("What changed, and why?"), help_text=_("{other} will read this."), rows=3)


class TheirIncome(MoneyForm):
    at = "finances.respondents"
    heading = _("What do you think {other} makes?")
    intro = _("Before taxes, and about is fine. “I don't know” is fine too.")
    law = "FL-150, item 4; FL-155, item 10"
    follow_ups = {"amount": "known=yes", "each": "known=yes", "because": "known=yes"}

    known = Choice(
        label=_("My answer"),
        choices=[
            ("yes", _("I know about what they make")),
            ("no", _("I don't know")),
            (UNSAID, _("I'd rather not say")),
        ],
    )
    amount = Money(label=_("The amount in dollars"), help_text=FOR_EXAMPLE)
    each = Choice(label=_("How often does it come?"), choices=HOW_OFTEN)
    because = ShortText(
        label=_("How do you know?"),
        help_text=_("For example: I saw a pay stub in May. {other} will read this."),
    )

    def unneeded(self) -> Collection[str]:
        return ["because"] if self.is_for_short_form else []


class NewSpouse(QuestionForm):
    at = "finances"
    heading = _("Are you married to someone other than {other}?")
    intro = _("The short form asks what that spouse makes each month.")
    law = "FL-155, item 11"
    follow_ups = {"new_spouse_income": "has_new_spouse=yes"}

    has_new_spouse = YesNo(label=_("I am married to someone else now"))
    new_spouse_income = Money(label=_("Your spouse's dollars a month before taxes"), help_text=FOR_EXAMPLE)

    @property
    def told_text(self) -> str:
        return _what_they_make(self)


def _what_they_make(form: QuestionForm) -> str:
    theirs = form.case.finances.respondents
    name = naming(_now("What {other} makes"), form.case)
    return comes_to(name, theirs.monthly) if theirs.known == "yes" else ""


MONEY_IN = Chapter(
    slug=SLUG,
    title=_("Your money: what comes in"),
    when=conditions.may_need_income_form,
    pages=(
        Page("now", NowOrLater),
        Page("any", HasIncome, when=conditions.fills_income_form),
        Page("kinds", IncomeKinds, when=conditions.had_money_coming_in),
        Page("others", OtherAsks, when=conditions.may_choose_short_form),
        Page("form", WhichForm, when=conditions.chooses_income_form),
        *WORK_PAGES,
        Page("asked", AppliedForAssistance, when=conditions.fills_short_form),
        *kind_pages("salary", "overtime", "commissions", "public_assistance", "ssi"),
        Page(
            "still",
            AssistanceNow,
            when=conditions.receives_on_long_form("public_assistance", "ssi"),
        ),
        *kind_pages("spousal_support", "partner_support", "pension", "social_security", "disability"),
        *kind_pages("unemployment", "workers_compensation", "self_employment"),
        Group(
            slug="businesses",
            path="finances.businesses",
            pages=(Page("business", ABusiness),),
            another=_("Do you have another business or work of your own?"),
            entry_title=_("Business {number}"),
            when=conditions.receives("self_employment"),
        ),
        *kind_pages("dividends", "rental", "trust", "other_investment", "other"),
        Page("each-month", EachMonth, when=conditions.had_money_coming_in),
        Page("their-money", TheirIncome, when=conditions.fills_income_form),
        Page("once", OneTimeMoney, when=conditions.fills_long_form),
        Page("change", BigChange, when=conditions.fills_long_form),
        Page("spouse", NewSpouse, when=conditions.may_have_new_spouse),
    ),
)
