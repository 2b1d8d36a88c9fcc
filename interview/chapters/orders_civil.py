"""Orders of a civil harassment case (CH-100 items 8 to 16), and what such an order cannot do."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from interview.chapters.orders_places import CHECK_ALL, NO_CONTACT, NOT_HARM, STAY_AWAY
from interview.fields import Money, MultiChoice, ShortText, Story, YesNo
from interview.orders_form import OrdersForm
from interview.questions import QuestionForm

WHAT_IT_CANNOT_DO = _(
    "This kind of order cannot make {other} move out. It cannot decide about custody, support, belongings, "
    "bills or a phone number. A domestic violence restraining order can. It is for family, partners and "
    "people who shared a household."
)


class Conduct(OrdersForm):
    heading = _("What should {other} have to do, or not do?")
    intro = CHECK_ALL
    why = _("A judge can make only the orders that someone asks for. You choose; nothing is checked for you.")
    law = "CH-100, items 8 and 9; Code Civ. Proc., § 527.6(b)(6)"

    asked = MultiChoice(
        label=_("Orders about what {other} does"),
        choices=[
            NOT_HARM,
            NO_CONTACT,
            ("other_conduct", _("Stop doing something else")),
            STAY_AWAY,
        ],
    )

    @property
    def intro_text(self) -> str:
        return f"{super().intro_text} {self._named(WHAT_IT_CANNOT_DO)}"


class OtherConduct(QuestionForm):
    at = "requests"
    heading = _("What else should {other} not do?")
    why = _("The judge can forbid other acts too, so that it stops. Say it as exactly as you can.")
    law = "CH-100, item 8c; Code Civ. Proc., § 527.6(b)(6)"

    other_conduct = Story(
        label=_("{other} should not"),
        help_text=_(
            "For example: play loud music at night to disturb you, or block your driveway. Leave out the "
            "word “not”: the form says it before your words."
        ),
    )


class OwnPlaces(QuestionForm):
    at = "requests.stay_away"
    heading = _("Could {other} still get to their own home, school and job?")
    intro = _("Think of the places and the distance on the pages before this one.")
    why = _("The judge needs to know how an order to stay away can work.")
    law = "CH-100, item 9b"
    follow_ups = {"cannot_reach_why": "can_reach_own_places=no"}

    can_reach_own_places = YesNo(label=_("{other} could still get to their home, school and job"))
    cannot_reach_why = Story(
        label=_("Which place could {other} not get to, and why?"),
        help_text=_("For example: we live in the same building."),
    )


class AnimalsAndOthers(OrdersForm):
    heading = _("Are there orders about animals, or anything else you need?")
    intro = CHECK_ALL
    law = "CH-100, items 15 and 16; Code Civ. Proc., §§ 527.6(b)(6), 527.10"

    asked = MultiChoice(
        label=_("More orders"),
        choices=[
            ("animals", _("Protect animals")),
            ("other_orders", _("Another order that would keep me or the people I listed safe")),
        ],
    )


class BeforeTheHearing(OrdersForm):
    heading = _("Do you want an order that starts before the hearing?")
    intro = _(
        "It is called a temporary restraining order. A judge decides on it the same day, or on the court's "
        "next day. It lasts until the end of the hearing."
    )
    why = _(
        "The judge looks for proof of what happened, and whether you would be badly harmed while you wait. "
        "The hearing takes place with or without a temporary order."
    )
    law = "CH-100, item 11; CH-110; Code Civ. Proc., § 527.6(d) to (g)"

    asked = MultiChoice(
        label=_("An order before the hearing"),
        choices=[("temporary_order", _("I want a temporary restraining order"))],
    )


class Told(QuestionForm):
    at = "requests"
    heading = _("Has {other} been told that you will ask for a temporary order?")
    intro = _(
        "You can answer No and say why, for example that telling {other} could put you in danger. A judge "
        "can make this order without notice to {other}. The judge decides."
    )
    why = _("The judge reads your answer and your reason. {other} gets this paper and can read them too.")
    law = "CH-100, item 11; Code Civ. Proc., § 527.6(d)"
    follow_ups = {"not_told_reason": "respondent_told=no"}

    respondent_told = YesNo(label=_("{other} has been told"))
    not_told_reason = Story(
        label=_("Why has {other} not been told?"),
        help_text=_("For example: what you are afraid that {other} would do."),
    )


class FewerDays(OrdersForm):
    heading = _("Do you need less than five days between getting the papers to {other} and the hearing?")
    intro = _(
        "Someone else, not you, must hand your papers to {other} at least five days before the hearing. A "
        "judge can allow less time when there is a good reason. You can leave this empty."
    )
    law = "CH-100, item 12; Code Civ. Proc., § 527.6(m)"

    asked = MultiChoice(
        label=_("Time to hand over the papers"),
        choices=[("less_notice", _("I ask for less than five days"))],
    )


class WhyFewerDays(QuestionForm):
    at = "requests"
    heading = _("Why do you need less than five days?")
    law = "CH-100, item 12; Code Civ. Proc., § 527.6(m)"

    less_notice_reason = Story(
        label=_("Why less time is needed"),
        help_text=_("For example: {other} is hard to find, or you need the hearing very soon."),
    )


class FeesAndCosts(OrdersForm):
    heading = _("Should {other} pay your lawyer's fees or court costs?")
    intro = CHECK_ALL
    why = _(
        "The judge decides this at the hearing. The judge may order the one who loses to pay the fees and "
        "costs of the other. That can be {other} or you."
    )
    law = "CH-100, item 14; Code Civ. Proc., § 527.6(s)"

    asked = MultiChoice(
        label=_("{other} should pay"),
        choices=[("lawyer_fees", _("My lawyer's fees")), ("court_costs", _("My court costs"))],
    )


class AFee(QuestionForm):
    at = "requests.fees_asked.#"
    heading = _("Which fee or cost should {other} pay?")
    intro = _("A guess is fine. Bring bills or receipts to your court date.")
    law = "CH-100, item 14; Code Civ. Proc., § 527.6(s)"

    what = ShortText(label=_("What it is for"), help_text=_("For example: lawyer, or serving the papers."))
    amount = Money(label=_("Amount in dollars"))
