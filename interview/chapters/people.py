"""Other people to protect (DV-100 item 8, DV-110 item 3, CH-100 item 3, CH-110 item 3, CLETS-001 item 4)."""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from interview import conditions
from interview.chapters.you import GENDERS
from interview.fields import Age, Choice, PersonName, ShortText, Story, UsDate, YesNo
from interview.keyed import KeyedForm
from interview.questions import Chapter, Group, Page, QuestionForm


class ProtectOthers(QuestionForm):
    heading = _("Do you want the order to protect other people too?")
    intro = _(
        "It can protect your children, other family, or people who live with you. Do not list yourself."
    )
    why = _("The order tells {other} to leave these people alone too.")
    law = "DV-100, item 8; Fam. Code, § 6320(a)"
    civil_law = "CH-100, item 3a; Code Civ. Proc., § 527.6(c)"

    protect_others = YesNo(label=_("Protect other people too"))


class Person(KeyedForm):
    at = "protected_people.#"
    key_word = "person"
    heading = _("Who else needs protection?")
    law = "DV-100, item 8b(1); DV-110, item 3"
    civil_law = "CH-100, item 3a; CH-110, item 3"

    name = PersonName(label=_("Full name"))
    age = Age(label=_("Age in years"))
    relationship = ShortText(
        label=_("What this person is to you"), help_text=_("For example: son, mother, roommate.")
    )
    lives_with_you = YesNo(label=_("Does this person live with you?"))


class PersonForPolice(QuestionForm):
    at = "protected_people.#"
    heading = _("What should the police database say about this person?")
    intro = _(
        "This goes only to the court and police. The gender is needed. The date of birth is your choice. "
        "With it, the name can go into the federal police database too. Without it, the order can be "
        "harder to enforce outside California."
    )
    law = "CLETS-001, item 4; Cal. Rules of Court, rule 1.51"
    civil_law = "CH-100, item 3a; CH-110, item 3; CLETS-001, item 4; Cal. Rules of Court, rule 1.51"

    gender = Choice(label=_("Gender"), choices=GENDERS)
    race = ShortText(label=_("Race"), help_text=_("You can leave this empty."))
    birth_date = UsDate(
        label=_("Date of birth"),
        past=True,
        help_text=_("Month, day and year, for example 3/5/2015. You can leave this empty."),
    )

    @property
    def heading_text(self) -> str:
        people = self.case.protected_people
        name = people[self.index].name if self.index < len(people) else ""
        if self.case.asks_for_cho:
            asked = gettext("What should the papers and the police database say about {name}?")
            return asked.replace("{name}", name or gettext("this person"))
        if name:
            return gettext("What should the police database say about {name}?").replace("{name}", name)
        return super().heading_text

    @property
    def intro_text(self) -> str:
        """The gender prints on CH-100 and CH-110, which the other person gets; on no such DV paper."""
        if not self.case.asks_for_cho:
            return super().intro_text
        return self._named(
            gettext(
                "{other} will see the gender on the court papers, and the police database needs it. Race and "
                "date of birth go only to the court and police, and are your choice. With the date of birth, "
                "the name can go into the federal police database too. Without it, the order can be harder "
                "to enforce outside California."
            )
        )


class Reason(QuestionForm):
    heading = _("Why do these people need protection?")
    why = _("The judge can add people to the order when there is a good reason.")
    law = "DV-100, item 8b(2); Fam. Code, § 6320(a)"
    civil_law = "CH-100, item 3b; Code Civ. Proc., § 527.6(c)"

    protection_reason = Story(
        label=_("Why they need protection"),
        rows=6,
        help_text=_("For example what they saw or heard, or what {other} did or said to them."),
    )


PEOPLE = Chapter(
    slug="people",
    title=_("Other people to protect"),
    pages=(
        Page("others", ProtectOthers),
        Group(
            slug="person",
            path="protected_people",
            pages=(Page("name", Person), Page("description", PersonForPolice)),
            another=_("Is there someone else to protect?"),
            entry_title=_("Person {number}"),
            when=conditions.protects_others,
        ),
        Page("reason", Reason, when=conditions.protects_others),
    ),
)
