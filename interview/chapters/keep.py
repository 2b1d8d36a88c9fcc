"""Keeping the children from being taken away (DV-105 item 8, DV-108; Family Code 3048)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from interview import conditions_children as conditions
from interview.conditions_children import says_risk, wants_abduction_order
from interview.fields import Money, MultiChoice, ShortText, Story, UsDate, YesNo
from interview.questions import Chapter, Page, QuestionForm

CHECK_TRUE = _("Check all that is true. You can leave all of them empty.")
DAY = _("Month, day and year, for example 3/5/2026.")
TIES_ALONE = _(
    "Ties to another state or country, or being its citizen, are not enough alone. The law counts them "
    "only together with another sign."
)


class FearsAbduction(QuestionForm):
    at = "custody"
    heading = _("Do you believe {other} might take the children without your permission and hide them?")
    intro = _("The form calls this abducting, or kidnapping. Is a child in danger right now? Call 911.")
    why = _(
        "A judge can make orders so that the children are not taken away. The judge first looks at how "
        "likely it is. With a yes, we ask you about the reasons and which orders you want."
    )
    law = "DV-105, item 8; DV-108; Fam. Code, § 3048"

    fears_abduction = YesNo(label=_("{other} might take the children without my permission and hide them"))


class Risks(QuestionForm):
    at = "abduction"
    heading = _("Which of these are true of {other}?")
    intro = CHECK_TRUE
    why = _(
        "The law names these signs. A judge must look at them to see how likely it is. Ties to another "
        "state or country, or being its citizen, are not enough alone. The law counts them only together "
        "with another sign."
    )
    law = "DV-108, item 3; Fam. Code, § 3048(b)"

    risks = MultiChoice(
        label=_("True of {other}"),
        choices=[
            ("violated_order", _("Broke an order about custody or visits, or threatened to")),
            ("weak_ties", _("Does not have strong ties to California, such as work, family or a home")),
            ("recent_acts", _("Did things lately that make it easy to leave with the children")),
            (
                "history",
                _(
                    "Has a history of abuse, of taking or hiding children, or of not working with me as a "
                    "parent"
                ),
            ),
            ("criminal_record", _("Has a criminal record")),
            ("strong_ties", _("Has strong ties to another county, state or country")),
            ("citizen_elsewhere", _("Is a citizen of another country")),
        ],
    )


class RecentActs(QuestionForm):
    at = "abduction"
    heading = _("What did {other} do lately that makes it easy to leave?")
    intro = CHECK_TRUE
    law = "DV-108, item 3c; Fam. Code, § 3048(b)"
    follow_ups = {"recent_act_other": "recent_acts=other"}

    recent_acts = MultiChoice(
        label=_("{other} has"),
        choices=[
            ("quit_job", _("Quit a job")),
            ("closed_account", _("Closed a bank account")),
            ("sold_property", _("Sold things, or got rid of them")),
            ("sold_home", _("Sold a home, or ended a lease")),
            (
                "applied_documents",
                _("Asked for a passport, a birth certificate, or school or doctor's papers"),
            ),
            ("hid_documents", _("Hidden or destroyed papers")),
            ("other", _("Done something else")),
        ],
    )
    recent_act_other = ShortText(label=_("What else did {other} do?"))


class PastActs(QuestionForm):
    at = "abduction"
    heading = _("Which of these does {other} have a history of?")
    intro = CHECK_TRUE
    law = "DV-108, item 3d; Fam. Code, § 3048(b)"

    past_acts = MultiChoice(
        label=_("{other} has a history of"),
        choices=[
            ("abused_me", _("Hurting, threatening or controlling me")),
            ("child_abuse", _("Abusing a child")),
            ("abused_partners", _("Hurting, threatening or controlling other partners")),
            ("took_children", _("Taking our children away from me, or hiding them")),
            ("threatened_to_take", _("Threatening to take our children away or hide them")),
            ("no_cooperation", _("Not working with me as a parent")),
        ],
    )


class StrongTies(QuestionForm):
    at = "abduction"
    heading = _("Where does {other} have strong ties?")
    intro = _("Ties are for example family, friends, work or a home. Check all that fit.")
    why = TIES_ALONE
    law = "DV-108, item 3f; Fam. Code, § 3048(b)"
    follow_ups = {
        "ties_county": "ties_in=county",
        "ties_state": "ties_in=state",
        "ties_country": "ties_in=country",
    }

    ties_in = MultiChoice(
        label=_("Strong ties in"),
        choices=[
            ("county", _("Another county in California")),
            ("state", _("Another state")),
            ("country", _("Another country")),
        ],
    )
    ties_county = ShortText(label=_("Which county?"))
    ties_state = ShortText(label=_("Which state?"))
    ties_country = ShortText(label=_("Which country?"))


class Citizenship(QuestionForm):
    at = "abduction"
    heading = _("Of which other country is {other} a citizen?")
    why = TIES_ALONE
    law = "DV-108, item 3g; Fam. Code, § 3048(b)"

    citizen_of = ShortText(label=_("Country or countries"))
    ties_to_citizenship = YesNo(
        label=_("Does {other} have strong ties to that country?"),
        help_text=_("For example through family, a way of life or feelings."),
    )


class Explanation(QuestionForm):
    at = "abduction"
    heading = _("Why are you afraid that {other} might take the children away?")
    intro = _(
        "Tell it in your own words: what {other} said or did, when, and who knows of it. Give an example for "
        "each thing you checked. What does not fit on the form prints on an attached page."
    )
    why = _("The judge decides about these orders from what you write here.")
    law = "DV-108, item 3; Fam. Code, § 3048(b)"

    explanation = Story(label=_("What makes you afraid of it"), rows=8)


class AbductionOrders(QuestionForm):
    at = "abduction"
    heading = _("Which orders could keep the children from being taken away?")
    intro = _("Check all that you want. You can leave all of them empty.")
    why = _("This tells the judge which orders you want. Nothing is checked for you.")
    law = "DV-108, items 4 to 10; Fam. Code, § 3048(b)"

    orders = MultiChoice(
        label=_("{other} must"),
        choices=[
            ("no_move", _("Not move with the children without my written permission or the judge's")),
            ("documents", _("Hand over passports and other papers for travel, and not ask for new ones")),
            ("travel_plan", _("Give me the plan of each trip with the children, with tickets and addresses")),
            ("other_state", _("Register the order in another state before the children visit there")),
            ("embassy", _("Tell an embassy or consulate of the order about passports")),
            ("foreign_order", _("Get the same order from a court in another country before a visit there")),
            (
                "bond",
                _(
                    "Put up money, called a bond. I can use it to bring the children back when {other} takes "
                    "them without my permission."
                ),
            ),
        ],
    )


class Documents(QuestionForm):
    at = "abduction"
    heading = _("Which papers should {other} hand over?")
    law = "DV-108, item 5; Fam. Code, § 3048(b)"

    documents = ShortText(
        label=_("Papers to hand over"), help_text=_("For example the children's passports, visas.")
    )
    documents_by = UsDate(label=_("By which day?"), help_text=DAY)
    documents_to = ShortText(
        label=_("Who should get them?"), help_text=_("A name, for example a lawyer or a relative.")
    )


class TravelPlan(QuestionForm):
    at = "abduction"
    heading = _("What should {other} give you before a trip with the children?")
    intro = _("These are for trips the judge allows. Check all that you want.")
    law = "DV-108, item 6; Fam. Code, § 3048(b)"
    follow_ups = {"travel_plan_other": "travel_plan=other"}

    travel_plan = MultiChoice(
        label=_("{other} should give me"),
        choices=[
            ("schedule", _("The days and places of the children's trip")),
            ("tickets", _("Copies of plane tickets there and back")),
            ("addresses", _("Addresses and phone numbers where the children can be reached")),
            ("open_ticket", _("An open plane ticket for me, in case the children are not brought back")),
            ("other", _("Something else")),
        ],
    )
    travel_plan_other = ShortText(label=_("What else?"))


class OtherState(QuestionForm):
    at = "abduction"
    heading = _("In which other state should {other} register the order?")
    intro = _("To register means to have a court there know of the order before the children visit.")
    law = "DV-108, item 7; Fam. Code, § 3048(b)"

    register_in = ShortText(label=_("County and state"), help_text=_("For example: Washoe County, Nevada."))


class Embassy(QuestionForm):
    at = "abduction"
    heading = _("Which embassy or consulate should {other} tell of the order?")
    intro = _("An embassy or consulate can give passports of its country. {other} must show it was told.")
    law = "DV-108, item 8; Fam. Code, § 3048(b)"

    embassy = ShortText(label=_("Embassy or consulate of"), help_text=_("Name the country, and the city."))
    embassy_by = UsDate(label=_("By which day should {other} show the court?"), help_text=DAY)


class ForeignOrder(QuestionForm):
    at = "abduction"
    heading = _("For visits to which country should {other} first get an order there?")
    intro = _(
        "A court there would make the same order as here. Its own law says how far such an order helps."
    )
    law = "DV-108, item 9; Fam. Code, § 3048(b)"

    foreign_country = ShortText(label=_("Country"))


class Bond(QuestionForm):
    at = "abduction"
    heading = _("How much money should {other} put up?")
    intro = _("You could use this money, called a bond, to bring the children back.")
    law = "DV-108, item 10; Fam. Code, § 3048(b)"

    bond = Money(label=_("Amount in dollars"), help_text=_("For example 5,000."))


KEEP = Chapter(
    slug="keep",
    title=_("Keeping the children safe here"),
    when=conditions.asks_for_custody,
    pages=(
        Page("start", FearsAbduction),
        Page("signs", Risks, when=conditions.fears_abduction),
        Page("lately", RecentActs, when=says_risk("recent_acts")),
        Page("earlier", PastActs, when=says_risk("history")),
        Page("ties", StrongTies, when=says_risk("strong_ties")),
        Page("country", Citizenship, when=says_risk("citizen_elsewhere")),
        Page("reasons", Explanation, when=conditions.fears_abduction),
        Page("orders", AbductionOrders, when=conditions.fears_abduction),
        Page("papers", Documents, when=wants_abduction_order("documents")),
        Page("trips", TravelPlan, when=wants_abduction_order("travel_plan")),
        Page("state", OtherState, when=wants_abduction_order("other_state")),
        Page("consulate", Embassy, when=wants_abduction_order("embassy")),
        Page("visits", ForeignOrder, when=wants_abduction_order("foreign_order")),
        Page("money", Bond, when=wants_abduction_order("bond")),
    ),
)
