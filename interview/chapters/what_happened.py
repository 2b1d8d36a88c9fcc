"""What happened: any number of events (DV-100 items 5, 6, 7 and "Describe Abuse"; CH-100 item 7)."""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from interview import conditions
from interview.fields import (
    RATHER_NOT,
    Choice,
    Choices,
    MultiChoice,
    RoughDate,
    ShortText,
    Story,
    YesNo,
    YesNoUnknown,
)
from interview.questions import Chapter, Group, Page, QuestionForm

LAW = "Fam. Code, §§ 6203, 6300, 6320"
CIVIL_LAW = "Code Civ. Proc., § 527.6(b)"


class When(QuestionForm):
    at = "incidents.#"
    heading = _("When was this?")
    intro = _("A guess is fine, for example “about March 2026”.")
    why = _("The judge looks at how recent it was. There is no rule that it must be recent.")
    law = f"DV-100, items 5a, 6a, 7a; {LAW}; Fam. Code, § 6301(c)"
    civil_law = f"CH-100, items 7a(1) and 7b; {CIVIL_LAW}"

    date = RoughDate(label=_("Date"), past=True)

    @property
    def heading_text(self) -> str:
        if self.index == 0:
            return str(_("When was the most recent time?"))
        return super().heading_text

    @property
    def intro_text(self) -> str:
        if self.index == 0:
            newest = _("Start with the newest. You can tell about other times after it.")
            return f"{newest} {super().intro_text}"
        return super().intro_text

    @property
    def why_text(self) -> str:
        """Family Code 6301(c), that old abuse is no bar, is not about civil harassment."""
        if self.case.asks_for_cho:
            return gettext("The judge looks at how recent it was, and whether it may happen again.")
        return super().why_text


class WhatHappened(QuestionForm):
    at = "incidents.#"
    heading = _("What happened?")
    intro = _("Tell it in your own words. {other} will be able to read it.")
    why = _("The judge decides from what you write. You sign that it is true, so write only what you know.")
    law = f"DV-100, items 5f, 6f, 7f; {LAW}"
    civil_law = f"CH-100, items 7a(3) and 7b; {CIVIL_LAW}"

    story = Story(
        label=_("What happened"),
        rows=14,
        help_text=_(
            "It can help to say where it was, what was said and done, what was sent to you, who was there, "
            "and what came after. Write as much as you need. What does not fit on the form prints on a page "
            "behind it."
        ),
    )

    @property
    def heading_text(self) -> str:
        """CH-100 asks about the last time by itself (item 7a), then about all others (7b)."""
        if not self.case.asks_for_cho:
            return super().heading_text
        if self.index:
            return gettext("What happened this other time?")
        return gettext("What happened the last time?")

    @property
    def intro_text(self) -> str:
        if self.case.asks_for_cho and self.index == 0:
            first = gettext("The court asks about the last time first, and then about other times.")
            return f"{first} {super().intro_text}"
        return super().intro_text

    @property
    def why_text(self) -> str:
        if not self.case.asks_for_cho:
            return super().why_text
        return gettext(
            "The judge looks for violence, threats, or several acts over time. Acts over time count when "
            "they had no good reason and upset you a great deal. You sign that what you write is true, so "
            "write only what you know."
        )


class Witnesses(QuestionForm):
    at = "incidents.#"
    heading = _("Did anyone else hear or see it?")
    why = _("A person who saw or heard it may tell the judge. You do not need one.")
    law = f"DV-100, items 5b, 6b, 7b; {LAW}"
    civil_law = f"CH-100, items 7a(2) and 7b; {CIVIL_LAW}"
    follow_ups = {"witness_names": "witnesses=yes"}

    witnesses = YesNoUnknown(label=_("Someone else heard or saw it"))
    witness_names = ShortText(label=_("Their names"), help_text=_("Children count too."))


class Weapon(QuestionForm):
    at = "incidents.#"
    heading = _("Did {other} use a gun or other weapon, or threaten to?")
    why = _("A weapon tells the judge about danger.")
    law = f"DV-100, items 5c, 6c, 7c; {LAW}"
    civil_law = f"CH-100, items 7a(4) and 7b; {CIVIL_LAW}"
    follow_ups = {"weapon_description": "weapon=yes"}

    weapon = YesNo(label=_("{other} used a gun or other weapon, or threatened to"))
    weapon_description = Story(
        label=_("What was it?"), rows=3, help_text=_("Say, too, what {other} did or said with it.")
    )


class Harm(QuestionForm):
    at = "incidents.#"
    heading = _("Were you hurt, in body or in feelings?")
    why = _("Harm can be emotional or physical. Fear, lost sleep and worry count too.")
    law = f"DV-100, items 5d, 6d, 7d; {LAW}"
    civil_law = f"CH-100, items 7a(5) and 7b; {CIVIL_LAW}"
    follow_ups = {"harm_description": "harm=yes"}

    harm = YesNo(label=_("I was hurt, in body or in feelings"))
    harm_description = Story(label=_("How were you hurt?"))


class Police(QuestionForm):
    at = "incidents.#"
    heading = _("Did the police come?")
    why = _("A police report can support what you say. Many people do not call the police.")
    law = f"DV-100, items 5e, 6e, 7e; {LAW}"
    civil_law = f"CH-100, items 7a(6) and 7b; {CIVIL_LAW}"

    police = YesNoUnknown(
        label=_("The police came"),
        help_text=_("An order the police gave you belongs under other restraining orders, too."),
    )


HOW_OFTEN: Choices = [  # of breaking an order too (renewal.py)
    ("once", _("Just this once")),
    ("two_to_five", _("2 to 5 times")),
    ("weekly", _("Every week")),
    ("other", _("Something else")),
    RATHER_NOT,
]


class HowOften(QuestionForm):
    at = "incidents.#"
    heading = _("How often has {other} done something like this?")
    law = f"DV-100, items 5g, 6g, 7g; {LAW}"
    follow_ups = {"frequency_other": "frequency=other"}

    frequency = Choice(label=_("How often"), choices=HOW_OFTEN)
    frequency_other = ShortText(label=_("How often was it?"))
    frequency_dates = Story(
        label=_("Dates, or your best guess"),
        help_text=_("For example: summer 2025, and three times in March. You can leave this empty."),
    )


class EmergencyOrder(QuestionForm):
    """Only of the last time, so it stands behind the events."""

    at = "incidents.0"
    heading = _("The police came the last time. Did they give you or {other} an Emergency Protective Order?")
    intro = _(
        "It is a paper with orders that the police get from a judge at any hour. It lasts only a few days. "
        "Put a copy with your papers when you have one."
    )
    why = _("The judge needs to know about other orders, so that the orders fit together.")
    law = "CH-100, item 7a(6); Fam. Code, § 6250 et seq.; Pen. Code, § 646.91"
    follow_ups = {"emergency_order_protects": "emergency_order=yes"}

    emergency_order = YesNo(label=_("The police gave an Emergency Protective Order"))
    emergency_order_protects = MultiChoice(
        label=_("Whom does it protect?"),
        choices=[
            ("me", _("Me")),
            ("respondent", _("{other}")),
            ("others", _("The other people I want to protect")),
        ],
    )


class OtherTimes(QuestionForm):
    """The first of the two was asked at the start as well; the answer is the same."""

    paths = {"more_than_once": "screening.more_than_once"}
    heading = _("Has {other} done something like this at other times?")
    intro = _("You can tell about the other times here all together, or go back and add each one by itself.")
    why = _("Some acts count only when they happened more than once. The judge looks at all of them.")
    law = f"CH-100, item 7b; {CIVIL_LAW}"
    follow_ups = {"earlier_times": "more_than_once=yes"}

    more_than_once = YesNo(label=_("It happened at other times"))
    earlier_times = Story(
        label=_("What happened at other times, and when?"),
        rows=10,
        help_text=_("Give the dates, or your best guess. {other} will be able to read it."),
    )


WHAT_HAPPENED = Chapter(
    slug="what-happened",
    title=_("What happened"),
    pages=(
        Group(
            slug="events",
            path="incidents",
            pages=(
                Page("when", When),
                Page("details", WhatHappened),
                Page("who-saw", Witnesses),
                Page("objects", Weapon),
                Page("effects", Harm),
                Page("reports", Police),
                Page("how-often", HowOften, when=conditions.papers_are_dvro),
            ),
            another=_("Do you want to tell about another time, or about something different?"),
            entry_title=_("Event {number}"),
        ),
        Page("last-time", EmergencyOrder, when=conditions.police_came_last_time),
        Page("other-times", OtherTimes, when=conditions.told_one_time_only),
    ),
)
