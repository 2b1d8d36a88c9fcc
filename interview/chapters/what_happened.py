"""What happened: any number of events (DV-100 items 5, 6, 7 and "Describe Abuse")."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from interview import conditions
from interview.fields import RATHER_NOT, Choice, RoughDate, ShortText, Story, YesNo, YesNoUnknown
from interview.questions import Chapter, Group, Page, QuestionForm

LAW = "Fam. Code, §§ 6203, 6300, 6320"


class When(QuestionForm):
    at = "incidents.#"
    heading = _("When was this?")
    intro = _("A guess is fine, for example “about March 2026”.")
    why = _("The judge looks at how recent it was. There is no rule that it must be recent.")
    law = f"DV-100, items 5a, 6a, 7a; {LAW}; Fam. Code, § 6301(c)"

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


class WhatHappened(QuestionForm):
    at = "incidents.#"
    heading = _("What happened?")
    intro = _("Tell it in your own words. {other} will be able to read it.")
    why = _("The judge decides from what you write. You sign that it is true, so write only what you know.")
    law = f"DV-100, items 5f, 6f, 7f; {LAW}"

    story = Story(
        label=_("What happened"),
        rows=14,
        help_text=_(
            "It can help to say where it was, what was said and done, what was sent to you, who was there, "
            "and what came after. Write as much as you need. What does not fit on the form prints on a page "
            "behind it."
        ),
    )


class Witnesses(QuestionForm):
    at = "incidents.#"
    heading = _("Did anyone else hear or see it?")
    why = _("A person who saw or heard it may tell the judge. You do not need one.")
    law = f"DV-100, items 5b, 6b, 7b; {LAW}"
    follow_ups = {"witness_names": "witnesses=yes"}

    witnesses = YesNoUnknown(label=_("Someone else heard or saw it"))
    witness_names = ShortText(label=_("Their names"), help_text=_("Children count too."))


class Weapon(QuestionForm):
    at = "incidents.#"
    heading = _("Did {other} use a gun or other weapon, or threaten to?")
    why = _("A weapon tells the judge about danger.")
    law = f"DV-100, items 5c, 6c, 7c; {LAW}"
    follow_ups = {"weapon_description": "weapon=yes"}

    weapon = YesNo(label=_("A gun or other weapon was used or talked about"))
    weapon_description = ShortText(label=_("What was it?"))


class Harm(QuestionForm):
    at = "incidents.#"
    heading = _("Were you hurt, in body or in feelings?")
    why = _("Harm can be emotional or physical. Fear, lost sleep and worry count too.")
    law = f"DV-100, items 5d, 6d, 7d; {LAW}"
    follow_ups = {"harm_description": "harm=yes"}

    harm = YesNo(label=_("I was hurt, in body or in feelings"))
    harm_description = Story(label=_("How were you hurt?"))


class Police(QuestionForm):
    at = "incidents.#"
    heading = _("Did the police come?")
    why = _("A police report can support what you say. Many people do not call the police.")
    law = f"DV-100, items 5e, 6e, 7e; {LAW}"

    police = YesNoUnknown(
        label=_("The police came"),
        help_text=_("An order the police gave you belongs under other restraining orders."),
    )


class HowOften(QuestionForm):
    at = "incidents.#"
    heading = _("How often has {other} done something like this?")
    law = f"DV-100, items 5g, 6g, 7g; {LAW}"
    follow_ups = {"frequency_other": "frequency=other"}

    frequency = Choice(
        label=_("How often"),
        choices=[
            ("once", _("Just this once")),
            ("two_to_five", _("2 to 5 times")),
            ("weekly", _("Every week")),
            ("other", _("Something else")),
            RATHER_NOT,
        ],
    )
    frequency_other = ShortText(label=_("How often was it?"))
    frequency_dates = Story(
        label=_("Dates, or your best guess"),
        help_text=_("For example: summer 2025, and three times in March. You can leave this empty."),
    )


WHAT_HAPPENED = Chapter(
    slug="what-happened",
    title=_("What happened"),
    when=conditions.papers_are_dvro,
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
                Page("how-often", HowOften),
            ),
            another=_("Do you want to tell about another time, or about something different?"),
            entry_title=_("Event {number}"),
        ),
    ),
)
