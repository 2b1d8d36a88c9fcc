"""The other person: name, description, whereabouts (DV-100 item 2, DV-110 item 2, CLETS-001 item 1;
CH-100 items 2 and 4, CH-110 item 2)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from interview import conditions
from interview.chapters.you import GENDERS
from interview.fields import (
    Age,
    Choice,
    PersonName,
    Phone,
    ShortText,
    State,
    Story,
    UsDate,
    YesNoUnknown,
    Zip,
)
from interview.questions import Chapter, Page, QuestionForm
from interview.typed_dates import today
from interview.vocabulary import age_on


class Name(QuestionForm):
    at = "respondent"
    heading = _("What is the name of the person you want protection from?")
    why = _("The order must name the person. Police look for this name.")
    law = "DV-100, item 2a; Fam. Code, § 6300(c)"
    civil_law = "CH-100, item 2; CH-109, item 2; CH-110, item 2; Code Civ. Proc., § 527.6(a)"

    name = PersonName(
        label=_("Full name, as well as you know it"),
        required=True,
        error_messages={"required": _("Enter the name of the other person. The order must name someone.")},
    )


class HowKnown(QuestionForm):
    at = "relationship"
    heading = _("How do you know {other}?")
    intro = _("You can say how you met and for how long. Say so, too, when you do not know {other} at all.")
    why = _("The judge sees who the two of you are to each other.")
    law = "CH-100, item 4; Code Civ. Proc., § 527.6(b)"

    how_known_story = Story(label=_("How I know {other}"), rows=4)

    @property
    def intro_text(self) -> str:
        told = self.case.relationship.in_words
        if not told:
            return super().intro_text
        left_empty = gettext("Left empty, the papers say what you checked before: {words}.")
        return f"{super().intro_text} {left_empty.replace('{words}', told)}"


class OtherNames(QuestionForm):
    at = "respondent"
    heading = _("Does {other} use other names?")
    why = _("Other names help police find the right person.")
    law = "CLETS-001, item 1"

    other_names = ShortText(
        label=_("Other names"),
        help_text=_("For example a nickname, or a name from before a marriage. You can leave this empty."),
    )


class AgeAndBirthDate(QuestionForm):
    at = "respondent"
    heading = _("How old is {other}?")
    intro = _("A good guess is fine.")
    why = _("The police database needs an age to hold the order.")
    law = "DV-100, items 2b and 2c; DV-110, item 2"
    civil_law = "CH-100, item 2; CH-110, item 2; CLETS-001, item 1"

    age = Age(label=_("Age in years"))
    age_is_estimate = Choice(
        label=_("How sure are you of the age?"),
        choices=[("no", _("I am sure")), ("yes", _("It is my best guess"))],
    )
    birth_date = UsDate(
        label=_("Date of birth"),
        past=True,
        help_text=_("Month, day and year, for example 3/5/1990. Leave it empty when you do not know it."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        age, born = cleaned.get("age"), cleaned.get("birth_date")
        if age is None or born is None or cleaned.get("age_is_estimate") == "yes":
            return cleaned
        reached = age_on(today(), born)
        if reached != age:
            told = {"reached": reached, "age": age}
            message = _(
                "A person born on this date is %(reached)d now, and the age you gave is %(age)d. "
                "Change one of them, or say that the age is a guess."
            )
            self.add_error("age", message % told)
        return cleaned


class Description(QuestionForm):
    at = "respondent"
    heading = _("What is {other}'s gender and race?")
    why = _("The police database needs both to hold the order. Write what you know.")
    law = "DV-100, items 2d and 2e; DV-110, item 2"
    civil_law = "CH-110, item 2; CLETS-001, item 1"

    gender = Choice(label=_("Gender"), choices=GENDERS)
    race = ShortText(
        label=_("Race"), help_text=_("In your own words, as well as you know it. You can write “unknown”.")
    )


class Looks(QuestionForm):
    at = "respondent"
    heading = _("What does {other} look like?")
    intro = _("Fill in what you know. Guesses are fine.")
    why = _("This helps police know {other} when they see them.")
    law = "DV-110, item 2; CLETS-001, item 1"
    civil_law = "CH-110, item 2; CLETS-001, item 1"

    height = ShortText(label=_("Height"), help_text=_("For example 5 feet 10 inches."))
    weight = ShortText(label=_("Weight"), help_text=_("For example 170 pounds."))
    hair_color = ShortText(label=_("Hair color"))
    eye_color = ShortText(label=_("Eye color"))


class Marks(QuestionForm):
    at = "respondent"
    heading = _("Does {other} have marks, scars or tattoos?")
    law = "CLETS-001, item 1"

    marks = ShortText(
        label=_("Marks, scars or tattoos"),
        help_text=_("Say what it is and where on the body. You can leave this empty."),
    )


class Home(QuestionForm):
    at = "respondent.address"
    heading = _("Where does {other} live?")
    intro = _("Fill in what you know.")
    why = _("Someone has to hand the court papers to {other}. Police may go to this address.")
    law = "DV-110, item 2"
    civil_law = "CH-100, item 2; CH-110, item 2"

    street = ShortText(label=_("Street address"))
    city = ShortText(label=_("City"))
    state = State(label=_("State"))
    zip = Zip(label=_("ZIP code"))


class PhoneNumber(QuestionForm):
    at = "respondent"
    heading = _("What is {other}'s phone number?")
    law = "CLETS-001, item 1"

    telephone = Phone(label=_("Phone number"), help_text=_("You can leave this empty."))


class Work(QuestionForm):
    at = "respondent"
    heading = _("Where does {other} work?")
    why = _("Police and the person who hands over the papers can find {other} there.")
    law = "CLETS-001, item 1"

    employer = ShortText(label=_("Employer and its address"), help_text=_("You can leave this empty."))


class Numbers(QuestionForm):
    at = "respondent"
    heading = _("Do you know {other}'s license or Social Security number?")
    intro = _("Most people do not. You can leave this empty.")
    why = _("A number makes sure the order is tied to the right person.")
    law = "CLETS-001, item 1; Cal. Rules of Court, rule 1.51"

    drivers_license = ShortText(label=_("Driver's license number and state"))
    social_security_number = ShortText(label=_("Social Security number"))


class Vehicle(QuestionForm):
    at = "respondent"
    heading = _("What does {other} drive?")
    intro = _("Fill in what you know. You can leave this empty.")
    law = "CLETS-001, item 1"

    vehicle_type = ShortText(label=_("Type"), help_text=_("For example car, pickup truck or motorcycle."))
    vehicle_model = ShortText(label=_("Make and model"), help_text=_("For example Honda Civic."))
    vehicle_year = ShortText(label=_("Year"))
    vehicle_plate = ShortText(label=_("License plate"))


class Language(QuestionForm):
    at = "respondent"
    heading = _("Does {other} speak English?")
    law = "CLETS-001, item 1"
    follow_ups = {"language": "speaks_english=no"}

    speaks_english = YesNoUnknown(label=_("{other} speaks English"))
    language = ShortText(label=_("Which language does {other} speak?"))


OTHER_PERSON = Chapter(
    slug="other-person",
    title=_("The other person"),
    pages=(
        Page("name", Name),
        Page("known", HowKnown, when=conditions.papers_are_cho),
        Page("other-names", OtherNames),
        Page("age", AgeAndBirthDate),
        Page("description", Description),
        Page("looks", Looks),
        Page("marks", Marks),
        Page("address", Home),
        Page("phone", PhoneNumber),
        Page("work", Work),
        Page("numbers", Numbers),
        Page("vehicle", Vehicle),
        Page("language", Language),
    ),
)
