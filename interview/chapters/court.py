"""The court: which county, which courthouse, and a case number where there already is one.

A kiosk's court is on the Case from the start (storage.py).
"""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from interview import conditions
from interview.fields import UNSAID, Choice, Days, MultiChoice, ShortText, UsDate, YesNo
from interview.places import counties
from interview.questions import Chapter, Page, QuestionForm, Text
from interview.time_fields import ClockTime

# Senate Bill 554 (Stats. 2024, ch. 652) opened the same counties to both kinds of order
WHERE_TO_ASK = "CH-100, item 5; Code Civ. Proc., § 527.6 (Stats. 2024, ch. 652)"


NOT_KNOWN: tuple[str, Text] = (UNSAID, _("I don't know"))
ENTRY_CHOICES: list[tuple[str, Text]] = [
    ("clerk_enters", _("a: the clerk puts it into the database")),
    ("clerk_sends", _("b: the clerk sends it to the police")),
    ("me", _("c: I or my lawyer take it to the police")),
    ("none", _("No box is checked")),
    NOT_KNOWN,
]


def county_choices() -> list[tuple[str, Text]]:
    return [("", _("Choose a county")), *((county, county) for county in counties())]


class County(QuestionForm):
    at = "court"
    heading = _("In which county will you ask for the order?")
    intro = _(
        "It can be the county where you live or are staying, where {other} lives, or where it happened. You "
        "do not have to live in California."
    )
    why = _("The papers go to the court of this county.")
    law = "Fam. Code, § 6301(a)"
    civil_law = WHERE_TO_ASK

    county = forms.ChoiceField(
        label=_("County"),
        choices=county_choices,
        error_messages={
            "required": _("Choose the county. The papers must name a court."),
            "invalid_choice": _("Choose a county from the list."),
        },
    )


class Venue(QuestionForm):
    at = "court"
    heading = _("Why are you asking in this county?")
    intro = _("Check all that fit. The court asks this of everyone.")
    why = _("The court needs to know that it may decide. {other} will see what you check.")
    law = WHERE_TO_ASK
    follow_ups = {"venue_other": "venue=other"}

    venue = MultiChoice(
        label=_("Reasons for this county"),
        choices=[
            ("respondent_lives", _("{other} lives in this county")),
            ("happened", _("It happened in this county")),
            ("petitioner_stays", _("I live in this county, or am staying here for now")),
            ("other", _("Another reason")),
        ],
    )
    venue_other = ShortText(label=_("What is the reason?"))

    @property
    def heading_text(self) -> str:
        if county := self.case.court.county:
            return gettext("Why are you asking in {county} County?").replace("{county}", county)
        return super().heading_text


class Courthouse(QuestionForm):
    at = "court"
    heading = _("Which courthouse is it?")
    intro = _(
        "Large counties have several. You can leave this empty and write it in by hand at the clerk's "
        "window. To find the courthouse, see courts.ca.gov/find-my-court."
    )
    law = "Fam. Code, § 6301(a)"
    civil_law = WHERE_TO_ASK

    courthouse = ShortText(label=_("Name of the courthouse"))
    street = ShortText(label=_("Street address"))
    city_and_zip = ShortText(label=_("City, state and ZIP code"))


class CaseNumber(QuestionForm):
    heading = _("Do you already have a case number for this request?")
    intro = _("Most people do not: the clerk gives you one. Leave it empty then.")
    law = "DV-100, case number"
    civil_law = "CH-100, case number"

    case_number = ShortText(label=_("Case number"))


class HasHearing(QuestionForm):
    at = "hearing"
    heading = _("Did the court give you a date for the hearing?")
    intro = _(
        "Most people have no date yet. It comes with the papers you get back from the court. Say yes also "
        "when the hearing is over, and when you come to renew an order."
    )
    why = _("With the date we can count by when the papers must be handed over.")
    law = "DV-109, item 3; Fam. Code, § 242"
    civil_law = "CH-109, item 3; Code Civ. Proc., § 527.6(g)"

    is_set = YesNo(label=_("I have a date for the hearing"))


class HearingDate(QuestionForm):
    at = "hearing"
    heading = _("When is the hearing?")
    intro = _("You find it on the notice of court hearing that came back from the court, at item 3.")
    law = "DV-109, item 3"
    civil_law = "CH-109, item 3"

    date = UsDate(label=_("Date"), help_text=_("Month, day and year, for example 12/11/2026."))
    time = ClockTime(label=_("Time"), help_text=_("For example 8:30 am."))
    department = ShortText(label=_("Department"), help_text=_("You can leave this empty."))


class Held(QuestionForm):
    at = "hearing"
    heading = _("Has the hearing taken place?")
    intro = _(
        "A hearing that was moved, or that goes on on another day, is still to come. Go back then and put in "
        "the new date."
    )
    law = "DV-130, item 6"
    civil_law = "CH-130, item 5"

    held = Choice(
        label=_("The hearing"),
        choices=[("no", _("It is still to come")), ("yes", _("It has taken place"))],
    )


class FirstOrders(QuestionForm):
    at = "hearing"
    heading = _("What did the judge decide for the time until the hearing?")
    intro = _("The notice that came back from the court says it at item 4.")
    why = _(
        "A signed order is handed to {other} with the other papers. The judge decides again at the hearing."
    )
    law = "DV-109, item 4; DV-115, item 3; Fam. Code, § 6320.5"
    civil_law = "CH-109, item 4; CH-200, item 4b"

    first_orders = Choice(
        label=_("The judge's answer"),
        choices=[
            ("all", _("The judge made all the orders I wanted before the hearing")),
            ("some", _("The judge made some of them")),
            ("none", _("The judge made none of them")),
            ("unknown", _("I don't know")),
        ],
    )


class FirstEntry(QuestionForm):
    at = "hearing"
    heading = _("Who takes the temporary order to the police database?")
    intro = _("Look at item 13 of CH-110. One of three boxes is checked there.")
    why = _("Police can see the order only when it is in the database. It may be up to you, that same day.")
    law = "CH-110, item 13; Code Civ. Proc., § 527.6(r)"

    first_entry = Choice(label=_("Which box is checked?"), choices=ENTRY_CHOICES)


class DaysToServe(QuestionForm):
    at = "hearing"
    heading = _("How many days before the hearing must the papers be handed over?")
    intro = _("The same notice says it at item 6. One of two boxes is checked there.")
    why = _("Five days are printed there. A judge can write another number.")
    law = "DV-109, item 6; Fam. Code, § 243"
    civil_law = "CH-109, item 6; Code Civ. Proc., § 527.6(m)"
    follow_ups = {"other_days": "days_before=other"}

    days_before = Choice(
        label=_("Which box is checked?"),
        choices=[("five", _("Five days")), ("other", _("Another number of days")), NOT_KNOWN],
    )
    other_days = Days(label=_("How many days?"))


COURT = Chapter(
    slug="court",
    title=_("The court"),
    pages=(
        Page("county", County),
        Page("venue", Venue, when=conditions.papers_are_cho),
        Page("courthouse", Courthouse),
        Page("number", CaseNumber),
        Page("date", HasHearing),
        Page("when", HearingDate, when=conditions.has_hearing),
        Page("past", Held, when=conditions.hearing_may_be_over),
        Page("answer", FirstOrders, when=conditions.may_have_first_order),
        Page("entry", FirstEntry, when=conditions.has_first_civil_order),
        Page("days", DaysToServe, when=conditions.hearing_is_ahead),
    ),
)
