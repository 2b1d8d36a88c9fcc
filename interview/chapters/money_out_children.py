"""For child support: time with each parent, the costs, hardships (FL-150 items 16b to 20; FL-155)."""

from __future__ import annotations

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from interview import conditions_finances as conditions
from interview.chapters.money_form import FOR_EXAMPLE, read_by_other
from interview.chapters.money_out_page import FinancePage
from interview.fields import Age, Money, Percent, PersonName, ShortText, Story, YesNo
from interview.questions import Group, Page, QuestionForm

HOW_MANY_MONTHS = _("For how many months?")


class ParentingTime(FinancePage):
    at = "finances.children"
    heading = _("How much of their time are the children with each of you?")
    why = _("Child support depends on how the children's time is shared. One day a week is about 14 percent.")
    law = "FL-150, item 16b; FL-155, items 3a and 3b; Fam. Code, § 4055(b)(1)(D)"

    time_with_me = Percent(label=_("With you, in percent"), help_text=_("For example 80, or 100 for all."))
    time_with_respondent = Percent(label=_("With {other}, in percent"))

    @property
    def intro_text(self) -> str:
        intro = _now("Tell how it is now. About is fine. Leave it empty when you are not sure.")
        return " ".join(filter(None, (uneven_time(self), intro)))


class Arrangement(FinancePage):
    at = "finances.children"
    heading = _("When are the children with each of you?")
    law = "FL-150, item 16b; FL-155, item 3c"

    arrangement = Story(
        label=_("In your own words"),
        rows=4,
        help_text=_("{other} will see this. Do not write a place {other} should not know."),
    )

    @property
    def intro_text(self) -> str:
        intro = _now("Tell about a usual week or month. You can leave this empty.")
        return " ".join(filter(None, (uneven_time(self), intro)))


def uneven_time(page: FinancePage) -> str:
    """What to say of shares that do not make 100: a third person may have the rest, so it is no error."""
    told = page.money.children
    if not (told.time_with_me and told.time_with_respondent):
        return ""
    together = int(told.time_with_me) + int(told.time_with_respondent)
    if together == 100:
        return ""
    words = _now("You told {mine} percent with you and {theirs} with {other}. That makes {sum}, not 100.")
    less = _now("That can be right when the children are with someone else too.") if together < 100 else ""
    said = page.named(words).format(mine=told.time_with_me, theirs=told.time_with_respondent, sum=together)
    return f"{said} {less}".strip()


class ChildrensCostsPage(FinancePage):
    at = "finances.children"
    heading = _("What do you pay each month for the children you have with {other}?")
    law = "FL-150, items 18a to 18d; FL-155, item 6; Fam. Code, §§ 4061, 4062"
    why = _("The court can divide these costs between the parents, on top of child support.")

    child_care = Money(
        label=_("Child care so that you can work or learn"),
        help_text=_("Day care or preschool while you are at work, in school or in job training."),
    )
    health_care = Money(label=_("Doctor, dentist and medicine"), help_text=_("Only what no insurance pays."))
    travel = Money(label=_("Travel for visits"), help_text=_("For example gas or bus tickets."))
    special_needs = Money(label=_("School or special needs of a child"))

    @property
    def intro_text(self) -> str:
        """The household's costs were told in their own words; here it is the children's part of them."""
        about = _now("Enter dollars a month. About is fine. Leave empty what you do not pay.")
        told = self.money.expenses
        before = (
            (told.child_care, _now("${amount} for child care")),
            (told.health_care, _now("${amount} for doctors and medicine")),
            (told.education, _now("${amount} for school")),
        )
        sums = [words.format(amount=amount) for amount, words in before if amount and amount != "0"]
        if not sums:
            return about
        said = _now("You put {sums} before. Here tell the part of it that is for these children.")
        return f"{said.format(sums=', '.join(sums))} {about}"


class SpecialNeeds(QuestionForm):
    at = "finances.children"
    heading = _("What are the school costs or special needs?")
    intro = _("A few words are enough. You can leave this empty.")
    law = "FL-150, item 18d"

    special_needs_what = ShortText(
        label=_("What you pay for"),
        help_text=read_by_other(_("For example a tutor.")),
    )


class ChildrensInsurance(FinancePage):
    at = "finances.children"
    heading = _("Can you get health insurance for the children through your job?")
    why = _("The court can order a parent to insure the children when it does not cost too much.")
    law = "FL-150, item 17; Fam. Code, § 3751"
    follow_ups = {"insurer": "has_insurance=yes", "insurer_address": "has_insurance=yes"}

    has_insurance = YesNo(label=_("I can get it through my job"))
    insurer = ShortText(label=_("Name of the insurance company"))
    insurer_address = ShortText(label=_("Address of the insurance company"))
    insurance_cost = Money(
        label=_("What the children's insurance costs you a month, or would cost"),
        help_text=_("Not what an employer pays. Leave it empty when you do not know."),
    )

    @property
    def intro_text(self) -> str:
        told = self.money.deductions.health_insurance
        before = _now(
            "You put ${amount} for all your health insurance before. Here tell the children's part."
        )
        copy = self.named(_now("{other} gets a copy of this. You can leave the company empty."))
        return f"{before.format(amount=told)} {copy}" if told and told != "0" else copy


# Other children at home (FL-155 item 7; FL-150 item 19c)


class HasHardship(QuestionForm):
    at = "finances"
    heading = _("Do you have special costs that make it hard to live on your money?")
    intro = _(
        "For example high health costs, or a big loss such as a fire or theft. It can also be children "
        "from another relationship who live with you."
    )
    why = _("The court can take such costs into account when it sets child support.")
    law = "FL-150, item 19; Fam. Code, §§ 4070 to 4073"

    has_hardship = YesNo(label=_("I want to tell of special costs"))


class HardCosts(QuestionForm):
    at = "finances.hardships"
    heading = _("What are your costs for health and losses?")
    intro = _(
        "About is fine. Leave empty what you do not have. The court wants papers that show these costs."
    )
    law = "FL-150, items 19a and 19b; Fam. Code, § 4071(a)(1)"

    health = Money(
        label=_("Very high health costs, in dollars a month"),
        help_text=_("Not the children's costs you told us before."),
    )
    health_months = ShortText(label=HOW_MANY_MONTHS, help_text=_("For example 6, or: not known."))
    losses = Money(
        label=_("Big losses that no insurance pays, in dollars a month"),
        help_text=_("For example from a fire or a theft."),
    )
    losses_months = ShortText(label=HOW_MANY_MONTHS)


class HasOtherChildren(QuestionForm):
    at = "finances"
    heading = _("Do other children of yours live with you?")
    intro = _("Children under 18 who are not {other}'s.")
    law = "FL-150, item 19c; FL-155, item 7; Fam. Code, § 4071(a)(2)"

    has_other_children = YesNo(label=_("Other children of mine live with me"))


class AnOtherChild(FinancePage):
    at = "finances.other_children.#"
    heading = _("Who is this child?")
    law = "FL-150, item 19c(2); FL-155, item 7"
    long_only = ("age",)

    name = PersonName(label=_("Name"))
    age = Age(label=_("Age in years"))

    @property
    def intro_text(self) -> str:
        """FL-155 has a blank for how many they are, and none for who."""
        if self.told.uses_short_income_form:
            return _now("The court paper only says how many children there are. A first name is enough.")
        return self.named(_now("{other} gets a copy of this. A first name is enough."))


class OtherChildrensCosts(FinancePage):
    at = "finances.hardships"
    heading = _("What do you pay for these children?")
    intro = _("Your children from another relationship who live with you. About is fine.")
    law = "FL-150, items 19c(1) and 19c(3); FL-155, item 7; Fam. Code, § 4071(a)(2)"
    long_only = ("other_children_months", "support_received")

    other_children = Money(label=_("What you pay for them, in dollars a month"), help_text=FOR_EXAMPLE)
    other_children_months = ShortText(label=HOW_MANY_MONTHS, help_text=_("For example 24, or: until 18."))
    support_received = Money(label=_("Child support you get for them, in dollars a month"))


class WhyItIsHard(QuestionForm):
    at = "finances.hardships"
    heading = _("Why is it so hard to pay these costs?")
    intro = _("A few sentences are enough. The other parent will see this.")
    law = "FL-150, item 19; Fam. Code, §§ 4071, 4072"

    because = Story(label=_("In your own words"), rows=4)


class OtherFactsOfSupport(QuestionForm):
    at = "finances"
    heading = _("Is there anything else the court should know about child support?")
    intro = _("You can leave this empty. {other} will see what you write.")
    law = "FL-150, item 20; FL-155, item 12"

    other_facts = Story(label=_("What the court should know"))


CHILDREN_PAGES: tuple[Page | Group, ...] = (
    Page("children-time", ParentingTime, when=conditions.tells_children_costs),
    Page("children-week", Arrangement, when=conditions.tells_children_costs),
    Page("children-costs", ChildrensCostsPage, when=conditions.tells_children_costs),
    Page("children-needs", SpecialNeeds, when=conditions.tells_special_needs),
    Page("children-health", ChildrensInsurance, when=conditions.tells_children_costs_at_length),
    Page("hard", HasHardship, when=conditions.tells_children_costs_at_length),
    Page("hard-costs", HardCosts, when=conditions.has_hardship),
    Page("more-children", HasOtherChildren, when=conditions.may_have_other_children),
    Group(
        slug="more-child",
        path="finances.other_children",
        pages=(Page("one-child", AnOtherChild),),
        another=_("Does another child of yours live with you?"),
        entry_title=_("Child {number}"),
        when=conditions.has_other_children,
    ),
    Page("more-children-costs", OtherChildrensCosts, when=conditions.has_other_children),
    Page("hard-why", WhyItIsHard, when=conditions.has_hardship),
    Page("facts", OtherFactsOfSupport, when=conditions.tells_children_costs),
)
