"""Orders a judge can make right away (DV-100 items 10 to 22, CH-100 items 8 to 16)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from interview import conditions
from interview.chapters.orders_civil import (
    WHAT_IT_CANNOT_DO,
    AnimalsAndOthers,
    BeforeTheHearing,
    Conduct,
    FewerDays,
    OtherConduct,
    OwnPlaces,
    Told,
    WhyFewerDays,
)
from interview.chapters.orders_places import (
    CHECK_ALL,
    NO_CONTACT,
    NOT_HARM,
    STAY_AWAY,
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
from interview.conditions import asks_for, asks_in_cho, asks_in_dvro, papers_are_cho, papers_are_dvro
from interview.fields import MultiChoice, Story
from interview.orders_form import OrdersForm
from interview.questions import Chapter, Group, Page, QuestionForm


class Safety(OrdersForm):
    heading = _("What should {other} have to do, or not do?")
    intro = CHECK_ALL
    why = _("A judge can make only the orders that someone asks for. You choose; nothing is checked for you.")
    law = "DV-100, items 10 to 13; Fam. Code, §§ 6320, 6321"

    asked = MultiChoice(
        label=_("Orders about safety"),
        choices=[
            NOT_HARM,
            NO_CONTACT,
            STAY_AWAY,
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
    civil_law = "CH-100, item 16; Code Civ. Proc., § 527.6(b)(6)"

    other_orders = Story(label=_("Other orders I want"))

    @property
    def intro_text(self) -> str:
        return self._named(WHAT_IT_CANNOT_DO) if self.case.asks_for_cho else super().intro_text


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


STAYING_AWAY = asks_for("stay_away")
ANIMALS = asks_for("animals")
NEARNESS = asks_in_dvro("stay_away")
MOVE_OUT = asks_in_dvro("move_out")
DEBTS = asks_in_dvro("pay_debts")
BEFORE_HEARING = asks_in_cho("temporary_order")

ORDERS_NOW = Chapter(
    slug="orders-now",
    title=_("Orders you want now"),
    pages=(
        Page("orders", Safety, when=papers_are_dvro),
        Page("conduct", Conduct, when=papers_are_cho),
        Page("other-conduct", OtherConduct, when=asks_in_cho("other_conduct")),
        Page("places", StayAwayFrom, when=STAYING_AWAY),
        Page("distance", StayAwayDistance, when=STAYING_AWAY),
        Page("own-places", OwnPlaces, when=asks_in_cho("stay_away")),
        Page("near", LiveClose, when=NEARNESS),
        Page("how-near", HowClose, when=conditions.lives_close),
        Page("shared", SameWorkOrSchool, when=NEARNESS),
        Page("which-shared", WhichWorkOrSchool, when=conditions.shares_work_or_school),
        Page("home", MoveOutAddress, when=MOVE_OUT),
        Page("home-rights", RightToHome, when=MOVE_OUT),
        Page("more-orders", MoreForFamily, when=papers_are_dvro),
        Page("animals-others", AnimalsAndOthers, when=papers_are_cho),
        Page("others", OtherOrders, when=asks_for("other_orders")),
        Page("things-orders", ThingsAndAnimals, when=papers_are_dvro),
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
        Page("things", Property, when=asks_in_dvro("property")),
        Page("money-orders", MoneyAndTime, when=papers_are_dvro),
        Page("time", MoreTime, when=asks_in_dvro("more_time")),
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
        Page("before", BeforeTheHearing, when=papers_are_cho),
        Page("told", Told, when=BEFORE_HEARING),
        Page("days", FewerDays, when=papers_are_cho),
        Page("days-why", WhyFewerDays, when=asks_in_cho("less_notice")),
    ),
)
