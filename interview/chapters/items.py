"""Guns, ammunition and body armor (DV-100 item 9, DV-110 item 2, CH-100 item 10, CLETS-001 item 1)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from interview import conditions
from interview.fields import ShortText, Story, YesNoUnknown
from interview.questions import Chapter, Group, Page, QuestionForm


class HasFirearms(QuestionForm):
    heading = _("Does {other} have guns, gun parts or ammunition?")
    intro = _(
        "Gun parts are a frame or receiver, or something easily made into one. Ammunition is bullets, "
        "shells, cartridges or clips."
    )
    why = _(
        "While an order is in force, {other} may not have them. They must be turned in, sold or stored "
        "within 24 hours of getting the order. Police are told what you write."
    )
    law = "DV-100, item 9; Fam. Code, § 6389; Pen. Code, § 16531"
    civil_law = "CH-100, item 10; Code Civ. Proc., §§ 527.6(u), 527.9, 527.11; Pen. Code, § 16531"

    has_firearms = YesNoUnknown(label=_("{other} has guns, gun parts or ammunition"))


class Firearm(QuestionForm):
    at = "firearms.#"
    heading = _("What does {other} have, and where is it?")
    intro = _("Fill in what you know.")
    law = "DV-100, item 9c; Fam. Code, § 6389"
    civil_law = "CH-100, item 10c; Code Civ. Proc., §§ 527.6(u), 527.9"

    description = ShortText(
        label=_("What it is"), help_text=_("For example: black handgun, rifle, box of bullets.")
    )
    amount = ShortText(label=_("How many, or how much"))
    location = ShortText(label=_("Where it is kept"))


class BodyArmor(QuestionForm):
    heading = _("Does {other} have body armor?")
    intro = _("Body armor is a vest or other gear that stops bullets.")
    why = _("While an order is in force, {other} may not have body armor.")
    law = "CLETS-001, item 1; DV-100, item 30"
    civil_law = "CLETS-001, item 1; CH-100, item 10; CH-110, item 9"
    follow_ups = {"body_armor_details": "has_body_armor=yes"}

    has_body_armor = YesNoUnknown(label=_("{other} has body armor"))
    body_armor_details = Story(label=_("What kind, and where is it?"), rows=3)


ITEMS = Chapter(
    slug="items",
    title=_("Guns and body armor"),
    pages=(
        Page("first", HasFirearms),
        Group(
            slug="item",
            path="firearms",
            pages=(Page("details", Firearm),),
            another=_("Is there another gun, gun part or kind of ammunition?"),
            entry_title=_("Item {number}"),
            when=conditions.has_firearms,
        ),
        Page("more", BodyArmor),
    ),
)
