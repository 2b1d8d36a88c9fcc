"""Animals, things and bills: the details (DV-100 items 16, 17 and 22; CH-100 item 15)."""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from interview.chapters.orders_places import DISTANCES
from interview.fields import Choice, Money, MultiChoice, RoughDate, ShortText, Story, YesNo
from interview.questions import QuestionForm


class AnAnimal(QuestionForm):
    at = "requests.animals.#"
    heading = _("Which animal should be protected?")
    intro = _("It can be yours, your children's or {other}'s.")
    law = "DV-100, item 16a; Fam. Code, § 6320(b)"
    civil_law = "CH-100, item 15a; Code Civ. Proc., § 527.6(b)(6)"

    name = ShortText(label=_("Name, or how to tell it apart"))
    kind = ShortText(label=_("Kind of animal"))
    breed = ShortText(label=_("Breed"), help_text=_("Leave it empty when you do not know."))
    color = ShortText(label=_("Color"))

    @property
    def intro_text(self) -> str:
        if self.case.asks_for_cho:
            return gettext("It can be an animal you own, keep or care for, or one that lives in your home.")
        return super().intro_text


class AnimalOrders(QuestionForm):
    at = "requests.animal_protection"
    heading = _("What should the judge order about the animals?")
    law = "DV-100, item 16b; Fam. Code, § 6320(b)"
    civil_law = "CH-100, items 15a and 15b; Code Civ. Proc., § 527.6(b)(6)"

    orders = MultiChoice(
        label=_("{other} should have to"),
        choices=[
            ("stay_away", _("Stay away from the animals")),
            ("no_harm", _("Not take, sell, hide, hurt or get rid of the animals")),
            ("possession", _("Let only me have and care for the animals")),
        ],
    )

    @property
    def intro_text(self) -> str:
        if self.case.asks_for_cho:
            return gettext("The court papers have one box for the first two. They are asked for together.")
        return super().intro_text


class AnimalDistance(QuestionForm):
    at = "requests.animal_protection"
    heading = _("How far should {other} stay from the animals?")
    law = "DV-100, item 16b(1)"
    civil_law = "CH-100, item 15b"
    follow_ups = {"yards": "distance=other"}

    distance = Choice(label=_("Distance"), choices=DISTANCES)
    yards = ShortText(label=_("How many yards?"), help_text=_("One yard is 3 feet."))


class AnimalReasons(QuestionForm):
    at = "requests.animal_protection"
    heading = _("Why should the animals be in your care?")
    law = "DV-100, item 16b(3)"
    civil_law = "CH-100, item 15a"
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
    reason_other = Story(label=_("What is the reason?"))


class Property(QuestionForm):
    at = "requests"
    heading = _("Which things do you need to have and use?")
    why = _("The judge can let only you use these things for now. It does not decide who owns them.")
    law = "DV-100, item 17; Fam. Code, § 6324"

    property_description = Story(
        label=_("The things"), help_text=_("For example a car, keys, a phone, a computer or documents.")
    )
    property_reason = Story(label=_("Why you need them"))


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
