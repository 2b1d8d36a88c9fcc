"""Who hands the papers to the other person, and what the sheriff must know to do it (SER-001)."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from interview import conditions
from interview.chapters.court import county_choices
from interview.fields import Choice, MultiChoice, ShortText, State, Story, YesNo, YesNoUnknown, Zip
from interview.questions import Chapter, Page, QuestionForm

KINDS = [("home", _("A home")), ("business", _("A business or workplace"))]


class BySheriff(QuestionForm):
    at = "service"
    heading = _("Who should hand the papers to {other}?")
    intro = _(
        "You may not do it yourself. It can be the sheriff, or another person of 18 or older who is not to "
        "be protected by the order. The sheriff does it for free."
    )
    why = _("The judge can decide only when {other} has been given the papers.")
    law = "SER-001; Gov. Code, § 6103.2(b)(4); Code Civ. Proc., § 414.10"
    civil_law = "SER-001; CH-100, item 13b; Code Civ. Proc., §§ 414.10, 527.6(y)"

    by_sheriff = Choice(
        label=_("Who hands over the papers?"),
        choices=[("yes", _("The sheriff")), ("no", _("Someone else"))],
    )

    @property
    def why_text(self) -> str:
        if not self.case.serves_order:
            return super().why_text
        return self._named(
            gettext("{other} was not at the hearing, and has to get the order the judge made.")
        )

    @property
    def intro_text(self) -> str:
        if not self.case.asks_for_cho:
            return super().intro_text
        return gettext(
            "You may not do it yourself. It can be the sheriff, or another person of 18 or older who is not "
            "to be protected by the order. The sheriff may charge a fee. It is free after violence, stalking "
            "or a threat that can be believed, or with a fee waiver."
        )


class SheriffsCounty(QuestionForm):
    at = "service"
    heading = _("In which county can the sheriff find {other}?")
    intro = _("It may be another county than the court's. You give your papers to the sheriff there.")
    law = "SER-001, item 1"

    county = forms.ChoiceField(
        label=_("County"),
        choices=county_choices,
        required=False,
        error_messages={"invalid_choice": _("Choose a county from the list.")},
    )


class VehicleColor(QuestionForm):
    at = "service"
    heading = _("What color is {other}'s car?")
    law = "SER-001, item 3a(3)"

    vehicle_color = ShortText(label=_("Color"), help_text=_("You can leave this empty."))


class Picture(QuestionForm):
    at = "service"
    heading = _("Will you give the sheriff a picture of {other}?")
    intro = _("It helps the sheriff know {other}. You add it to the form yourself.")
    law = "SER-001, item 3a(3)"

    picture_included = YesNo(label=_("I will add a picture"))


class KnowsIssues(QuestionForm):
    at = "service"
    heading = _("Is there something the sheriff should know before going to {other}?")
    intro = _(
        "It can be about safety, or about what {other} needs to understand the papers. What you told before "
        "about guns and about language is on the form already."
    )
    law = "SER-001, item 3a(4)"

    knows_issues = YesNo(label=_("There is something to know"))


class Issues(QuestionForm):
    at = "service"
    heading = _("What should the sheriff know?")
    intro = _("Check all that fit.")
    law = "SER-001, item 3a(4)"
    follow_ups = {"other_issues": "issues=other"}

    issues = MultiChoice(
        label=_("{other}…"),
        choices=[
            ("weapon", _("has a gun or another weapon")),
            ("violence", _("has been violent or abusive before")),
            ("training", _("has special training, for example as a soldier or a guard")),
            ("deaf", _("is deaf or hard of hearing")),
            ("probation", _("is on probation or parole")),
            ("animal", _("has an animal that may attack")),
            ("mental_health", _("has mental health problems")),
            ("other", _("Something else")),
        ],
    )
    other_issues = Story(label=_("What else should the sheriff know?"), rows=3)


class Place(QuestionForm):
    at = "service"
    heading = _("Where should the sheriff look for {other} first?")
    intro = _("The sheriff mostly comes on weekdays, in working hours.")
    why = _("The sheriff tries at the address you give.")
    law = "SER-001, item 4"
    follow_ups = {"jail": "place=jail"}

    place = Choice(
        label=_("Place"),
        choices=[
            ("known", _("At the home address I gave before")),
            ("other", _("At another address, for example at work")),
            ("jail", _("In jail or prison")),
        ],
    )
    jail = ShortText(label=_("Name of the jail or prison"))

    @property
    def intro_text(self) -> str:
        home = self.case.respondent.address.one_line
        told = (
            gettext("The home address you gave: {address}.") if home else gettext("You gave no home address.")
        )
        return f"{super().intro_text} {told.replace('{address}', home)}"


class AnAddress(QuestionForm):
    """Where the sheriff is to go; which address it is, the page says."""

    intro = _("Fill in what you know.")
    law = "SER-001, item 4"

    street = ShortText(label=_("Street address"))
    city = ShortText(label=_("City"))
    state = State(label=_("State"))
    zip = Zip(label=_("ZIP code"))


class Jail(AnAddress):
    at = "service.first"
    heading = _("What is the address of the jail or prison?")


class HomeOrBusiness(AnAddress):
    kind = Choice(label=_("What is it?"), choices=KINDS)


class OtherPlace(HomeOrBusiness):
    at = "service.first"
    heading = _("What is the address of this place?")


class GettingIn(QuestionForm):
    at = "service.first"
    heading = _("What helps the sheriff to meet {other} there?")
    intro = _("You can leave both empty.")
    law = "SER-001, item 4"

    gate_code = ShortText(label=_("Gate code, or how to get to the door"))
    best_time = ShortText(label=_("Best time of day"), help_text=_("For example 8 am to noon."))


class HasSecondPlace(QuestionForm):
    at = "service"
    heading = _("Do you know a second address?")
    intro = _("Some sheriffs try a second one in the same county.")
    law = "SER-001, item 4"

    has_second = YesNo(label=_("I know a second address"))

    @property
    def intro_text(self) -> str:
        if not (work := self.case.respondent.employer):
            return super().intro_text
        told = gettext("Where {other} works, as you told: {work}.")
        return f"{super().intro_text} {self._named(told).replace('{work}', work)}"


class SecondPlace(GettingIn, HomeOrBusiness):
    """Both on one page: the address, then how to get in."""

    at = "service.second"
    heading = _("What is the second address?")
    intro = AnAddress.intro


class OtherWay(QuestionForm):
    at = "service"
    heading = _("Did the judge allow another way than handing over the papers in person?")
    intro = _("Most often the answer is no. A judge can allow it in an order, when nothing else worked.")
    law = "SER-001, item 5e; DV-117"
    civil_law = "SER-001, item 5e; CH-117"

    other_way = YesNoUnknown(label=_("The judge allowed another way"))


class OtherInformation(QuestionForm):
    at = "service"
    heading = _("Is there anything else to tell the sheriff?")
    law = "SER-001, item 5f"
    follow_ups = {"other_information": "has_other_information=yes"}

    has_other_information = YesNo(label=_("I have something to add"))
    other_information = Story(label=_("What else should the sheriff know to find {other}?"))


SERVICE = Chapter(
    slug="handing-over",
    title=_("Handing over the papers"),
    when=conditions.has_papers_to_hand_over,
    pages=(
        Page("who", BySheriff),
        Page("county", SheriffsCounty, when=conditions.wants_sheriff),
        Page("color", VehicleColor, when=conditions.sheriff_looks_for_vehicle),
        Page("picture", Picture, when=conditions.wants_sheriff),
        Page("known", KnowsIssues, when=conditions.wants_sheriff),
        Page("points", Issues, when=conditions.tells_sheriff_of_issues),
        Page("place", Place, when=conditions.wants_sheriff),
        Page("address", OtherPlace, when=conditions.sheriff_goes_elsewhere),
        Page("facility", Jail, when=conditions.sheriff_goes_to_jail),
        Page("meeting", GettingIn, when=conditions.sheriff_goes_to_door),
        Page("second", HasSecondPlace, when=conditions.wants_sheriff),
        Page("second-address", SecondPlace, when=conditions.sheriff_has_second_place),
        Page("way", OtherWay, when=conditions.sheriff_after_court),
        Page("more", OtherInformation, when=conditions.wants_sheriff),
    ),
)
