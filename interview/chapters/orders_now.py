"""Orders a judge can make right away (DV-100 items 10 to 22)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from interview import conditions
from interview.conditions import asks_for
from interview.fields import Choice, Money, MultiChoice, RoughDate, ShortText, Story, YesNo
from interview.orders_form import OrdersForm
from interview.questions import Chapter, Group, Page, QuestionForm

DISTANCES = [("hundred", _("100 yards (300 feet)")), ("other", _("Another distance"))]
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


class StayAwayFrom(QuestionForm):
    at = "requests.stay_away"
    heading = _("What should {other} stay away from?")
    intro = _("This shows on papers {other} will read. You choose which places to name.")
    law = "DV-100, item 12a; Fam. Code, § 6320"
    follow_ups = {"other_place": "places=other"}

    places = MultiChoice(
        label=_("Stay away from"),
        choices=[
            ("me", _("Me")),
            ("home", _("My home")),
            ("work", _("My job or workplace")),
            ("vehicle", _("My vehicle")),
            ("school", _("My school")),
            ("protected_people", _("Each of the other people to protect")),
            ("childrens_school", _("My children's school or child care")),
            ("other", _("Something else")),
        ],
    )
    other_place = ShortText(label=_("What else?"))


class StayAwayDistance(QuestionForm):
    at = "requests.stay_away"
    heading = _("How far away should {other} stay?")
    law = "DV-100, item 12b"
    follow_ups = {"yards": "distance=other"}

    distance = Choice(label=_("Distance"), choices=DISTANCES)
    yards = ShortText(label=_("How many yards?"), help_text=_("One yard is 3 feet."))


class LiveClose(QuestionForm):
    at = "requests.stay_away"
    heading = _("Do you and {other} live together or close to each other?")
    why = _("The judge needs to know how an order to stay away can work.")
    law = "DV-100, item 12c"

    live_close = YesNo(label=_("We live together or close to each other"))


class HowClose(QuestionForm):
    at = "requests.stay_away"
    heading = _("How close do you live?")
    law = "DV-100, item 12c"
    follow_ups = {"how_close_other": "how_close=other"}

    how_close = Choice(
        label=_("How close"),
        choices=[
            ("together", _("We live together")),
            ("same_building", _("In the same building, not in the same home")),
            ("same_neighborhood", _("In the same neighborhood")),
            ("other", _("Something else")),
        ],
    )
    how_close_other = ShortText(label=_("How close is it?"))


class SameWorkOrSchool(QuestionForm):
    at = "requests.stay_away"
    heading = _("Do you and {other} work at the same place or go to the same school?")
    law = "DV-100, item 12d"

    same_work_or_school = YesNo(label=_("We share a workplace or school"))


class WhichWorkOrSchool(QuestionForm):
    at = "requests.stay_away"
    heading = _("Which place do you share?")
    law = "DV-100, item 12d"
    follow_ups = {
        "company": "shared_places=work",
        "school": "shared_places=school",
        "shared_other": "shared_places=other",
    }

    shared_places = MultiChoice(
        label=_("We share"),
        choices=[("work", _("A workplace")), ("school", _("A school")), ("other", _("Something else"))],
    )
    company = ShortText(label=_("Name of the company"))
    school = ShortText(label=_("Name of the school"))
    shared_other = ShortText(label=_("What do you share?"))


class MoveOutAddress(QuestionForm):
    at = "requests.move_out"
    heading = _("What is the address of the home {other} should move out of?")
    intro = _("{other} will see this address.")
    law = "DV-100, item 13a; Fam. Code, § 6321"

    address = ShortText(label=_("Address"), help_text=_("Street, apartment, city."))


class RightToHome(QuestionForm):
    at = "requests.move_out"
    heading = _("Why do you have a right to live there?")
    why = _("The judge can order a move only where you have a right to be.")
    law = "DV-100, item 13b; Fam. Code, § 6321"
    follow_ups = {
        "years": "rights=lived_there",
        "months": "rights=lived_there",
        "right_other": "rights=other",
    }

    rights = MultiChoice(
        label=_("Check all that fit"),
        choices=[
            ("owner", _("I own the home")),
            ("lease", _("My name is on the lease")),
            ("with_children", _("I live there with my children")),
            ("pays", _("I pay some or all of the rent or mortgage")),
            ("lived_there", _("I have lived there for some time")),
            ("other", _("Something else")),
        ],
    )
    years = ShortText(label=_("For how many years?"))
    months = ShortText(label=_("And how many months?"))
    right_other = ShortText(label=_("What else gives you a right to live there?"))


class MoreForFamily(OrdersForm):
    heading = _("Are there orders about children, or something else to keep you safe?")
    intro = CHECK_ALL
    why = _("For child custody the court needs two more forms, DV-105 and DV-140. The plan tells about them.")
    law = "DV-100, items 14 and 15; Fam. Code, §§ 6320, 6323"

    asked = MultiChoice(
        label=_("More orders"),
        choices=[
            ("custody", _("Child custody and visits with a child {other} and I have together")),
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


class AnAnimal(QuestionForm):
    at = "requests.animals.#"
    heading = _("Which animal should be protected?")
    intro = _("It can be yours, your children's or {other}'s.")
    law = "DV-100, item 16a; Fam. Code, § 6320(b)"

    name = ShortText(label=_("Name, or how to tell it apart"))
    kind = ShortText(label=_("Kind of animal"))
    breed = ShortText(label=_("Breed"), help_text=_("Leave it empty when you do not know."))
    color = ShortText(label=_("Color"))


class AnimalOrders(QuestionForm):
    at = "requests.animal_protection"
    heading = _("What should the judge order about the animals?")
    law = "DV-100, item 16b; Fam. Code, § 6320(b)"

    orders = MultiChoice(
        label=_("{other} should have to"),
        choices=[
            ("stay_away", _("Stay away from the animals")),
            ("no_harm", _("Not take, sell, hide, hurt or get rid of the animals")),
            ("possession", _("Leave the animals in my care alone")),
        ],
    )


class AnimalDistance(QuestionForm):
    at = "requests.animal_protection"
    heading = _("How far should {other} stay from the animals?")
    law = "DV-100, item 16b(1)"
    follow_ups = {"yards": "distance=other"}

    distance = Choice(label=_("Distance"), choices=DISTANCES)
    yards = ShortText(label=_("How many yards?"), help_text=_("One yard is 3 feet."))


class AnimalReasons(QuestionForm):
    at = "requests.animal_protection"
    heading = _("Why should the animals be in your care?")
    law = "DV-100, item 16b(3)"
    follow_ups = {"reason_other": "reasons=other"}

    reasons = MultiChoice(
        label=_("Check all that fit"),
        choices=[
            ("abused", _("{other} abuses the animals")),
            ("care", _("I take care of the animals")),
            ("purchased", _("I bought the animals")),
            ("other", _("Something else")),
        ],
    )
    reason_other = ShortText(label=_("What is the reason?"))


class Property(QuestionForm):
    at = "requests"
    heading = _("Which things do you need to have and use?")
    why = _("The judge can let only you use these things for now. It does not decide who owns them.")
    law = "DV-100, item 17; Fam. Code, § 6324"

    property_description = Story(
        label=_("The things"), help_text=_("For example a car, keys, a phone, a computer or documents.")
    )
    property_reason = Story(label=_("Why you need them"))


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


class DebtFinding(QuestionForm):
    at = "requests"
    heading = _("Should the judge decide that {other} made bills without your permission?")
    intro = _("This is about bills that came from what {other} did to you and that you did not agree to.")
    why = _("The judge's decision may help you when someone sues you for such a bill.")
    law = "DV-100, item 22b; Fam. Code, § 6342.5"

    debts_finding = YesNo(label=_("I want the judge to decide this"))


class ADebt(QuestionForm):
    at = "requests.debts.#"
    heading = _("Which bill should {other} pay?")
    law = "DV-100, item 22a; Fam. Code, § 6324"

    pay_to = ShortText(label=_("Pay to"), help_text=_("The person or company, for example a landlord."))
    what_for = ShortText(label=_("For"), help_text=_("For example rent or a car payment."))
    amount = Money(label=_("Amount in dollars"), help_text=_("It can be the whole bill or a part of it."))
    due_date = RoughDate(label=_("Due date"))


class ADebtsOrigin(QuestionForm):
    at = "requests.debts.#"
    heading = _("Did this bill come from what {other} did to you?")
    law = "DV-100, item 22b(1); Fam. Code, § 6342.5"

    from_abuse = YesNo(label=_("It came from what {other} did, and I did not agree to it"))

    @property
    def intro_text(self) -> str:
        debts = self.case.requests.debts
        return debts[self.index].what_for if self.index < len(debts) else ""


class DebtsReason(QuestionForm):
    at = "requests"
    heading = _("Why should {other} pay these bills?")
    law = "DV-100, item 22a; Fam. Code, § 6324"

    debts_reason = Story(label=_("Why"))


class DebtsHow(QuestionForm):
    at = "requests"
    heading = _("Do you know how {other} made these bills?")
    law = "DV-100, item 22b(2); Fam. Code, § 6342.5"
    follow_ups = {"debts_how": "debts_known_how=yes"}

    debts_known_how = YesNo(label=_("I know how {other} made them"))
    debts_how = Story(label=_("How {other} made them"))


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
