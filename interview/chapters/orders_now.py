"""Orders a judge can make right away (DV-100 items 10 to 22)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from interview import conditions
from interview.chapters.orders_places import (
    HowClose,
    LiveClose,
    MoveOutAddress,
    RightToHome,
    SameWorkOrSchool,
    StayAwayDistance,
    StayAwayFrom,
    WhichWorkOrSchool,
)
from interview.chapters.orders_things import (
    ADebt,
    ADebtsOrigin,
    AnAnimal,
    AnimalDistance,
    AnimalOrders,
    AnimalReasons,
    DebtFinding,
    DebtsHow,
    DebtsReason,
    Property,
)
from interview.conditions import asks_for
from interview.fields import MultiChoice, Story
from interview.orders_form import OrdersForm
from interview.questions import Chapter, Group, Page, QuestionForm

CHECK_ALL = _("Check all that you want. You can leave all of them empty.")


class Safety(OrdersForm):
    heading = _("What should {other} have to do, or not do?")
    intro = CHECK_ALL
    why = _("A judge can make only the orders that someone asks for. You choose; nothing is checked for you.")
    law = "DV-100, items 10 to 13; Fam. Code, §§ 6320, 6321"

    asked = MultiChoice(
        label=_("Orders about safety"),
        choices=[
            ("no_abuse", _("Not hurt, threaten, follow, harass or disturb me and the people I listed")),
            ("no_contact", _("Not contact me or the people I listed")),
            ("stay_away", _("Stay away from me, or from places and people I name")),
            ("move_out", _("Move out of the home")),
        ],
    )


class MoreForFamily(OrdersForm):
    heading = _("Are there orders about children, or something else to keep you safe?")
    intro = CHECK_ALL
    why = _(
        "For child custody the court needs more forms, DV-105 and DV-140. We ask what they ask for later, "
        "and fill them in."
    )
    law = "DV-100, items 14 and 15; Fam. Code, §§ 6320, 6323"

    asked = MultiChoice(
        label=_("More orders"),
        choices=[
            ("custody", _("Custody of children, and visits with them")),
            ("other_orders", _("Another order that would keep me or the people I listed safe")),
        ],
    )


class OtherOrders(QuestionForm):
    at = "requests"
    heading = _("What other orders would keep you safe?")
    law = "DV-100, item 14; Fam. Code, § 6322"

    other_orders = Story(label=_("Other orders I want"))


class ThingsAndAnimals(OrdersForm):
    heading = _("Are there orders about animals, things, insurance or calls?")
    intro = CHECK_ALL
    law = "DV-100, items 16 to 19; Fam. Code, §§ 6320, 6324, 6325.5; Pen. Code, § 633.6"

    asked = MultiChoice(
        label=_("Orders about animals and things"),
        choices=[
            ("animals", _("Protect animals")),
            ("property", _("Let only me use certain things, such as a car or a phone, for now")),
            ("insurance", _("No changes to insurance for me, our children or {other}")),
            ("record", _("Let me record calls and messages from {other} that break the order")),
        ],
    )


class MoneyAndTime(OrdersForm):
    heading = _("Are there orders about bills, belongings or time?")
    intro = CHECK_ALL
    why = _("Someone must hand the papers to {other} before the hearing. The judge can allow more days.")
    law = "DV-100, items 20 to 22; Fam. Code, §§ 243, 6324, 6325"
    offered_when = {"property_restraint": conditions.is_married}

    asked = MultiChoice(
        label=_("Orders about bills, belongings and time"),
        choices=[
            (
                "property_restraint",
                _("{other} must not sell, hide or destroy what we own, and must tell me of big expenses"),
            ),
            ("pay_debts", _("{other} must pay certain bills, such as rent, a loan or a car payment")),
            ("more_time", _("More time to have the papers handed to {other}")),
        ],
    )


class MoreTime(QuestionForm):
    at = "requests"
    heading = _("Why do you need more time to have the papers handed over?")
    law = "DV-100, item 21; Fam. Code, § 243"

    more_time_reason = Story(label=_("Why more time is needed"))


STAY_AWAY = asks_for("stay_away")
MOVE_OUT = asks_for("move_out")
DEBTS = asks_for("pay_debts")
ANIMALS = asks_for("animals")

ORDERS_NOW = Chapter(
    slug="orders-now",
    title=_("Orders you want now"),
    when=conditions.papers_are_dvro,
    pages=(
        Page("orders", Safety),
        Page("places", StayAwayFrom, when=STAY_AWAY),
        Page("distance", StayAwayDistance, when=STAY_AWAY),
        Page("near", LiveClose, when=STAY_AWAY),
        Page("how-near", HowClose, when=conditions.lives_close),
        Page("shared", SameWorkOrSchool, when=STAY_AWAY),
        Page("which-shared", WhichWorkOrSchool, when=conditions.shares_work_or_school),
        Page("home", MoveOutAddress, when=MOVE_OUT),
        Page("home-rights", RightToHome, when=MOVE_OUT),
        Page("more-orders", MoreForFamily),
        Page("others", OtherOrders, when=asks_for("other_orders")),
        Page("things-orders", ThingsAndAnimals),
        Group(
            slug="animals",
            path="requests.animals",
            pages=(Page("animal", AnAnimal),),
            another=_("Is there another animal to protect?"),
            entry_title=_("Animal {number}"),
            when=ANIMALS,
        ),
        Page("animal-orders", AnimalOrders, when=ANIMALS),
        Page("animal-distance", AnimalDistance, when=conditions.wants_distance_from_animals),
        Page("animal-care", AnimalReasons, when=conditions.wants_the_animals),
        Page("things", Property, when=asks_for("property")),
        Page("money-orders", MoneyAndTime),
        Page("time", MoreTime, when=asks_for("more_time")),
        Page("bill-decision", DebtFinding, when=DEBTS),
        Group(
            slug="bills",
            path="requests.debts",
            pages=(
                Page("bill", ADebt),
                Page("bill-origin", ADebtsOrigin, when=conditions.wants_debt_finding),
            ),
            another=_("Is there another bill to pay?"),
            entry_title=_("Bill {number}"),
            when=DEBTS,
        ),
        Page("bill-reason", DebtsReason, when=DEBTS),
        Page("bill-details", DebtsHow, when=conditions.wants_debt_finding),
    ),
)
