"""Staying away and moving out: the details (DV-100 items 12 and 13, CH-100 item 9), and what pages of
orders share."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from interview.fields import Choice, MultiChoice, ShortText, YesNo
from interview.questions import QuestionForm, Text

CHECK_ALL = _("Check all that you want. You can leave all of them empty.")
NOT_HARM: tuple[str, Text] = (
    "no_abuse",
    _("Not hurt, threaten, follow, harass or disturb me or the people I listed, or destroy our things"),
)
NO_CONTACT: tuple[str, Text] = ("no_contact", _("Not contact me or the people I listed"))
STAY_AWAY: tuple[str, Text] = ("stay_away", _("Stay away from me, or from places and people I name"))
DISTANCES = [("hundred", _("100 yards (300 feet)")), ("other", _("Another distance"))]


class StayAwayFrom(QuestionForm):
    at = "requests.stay_away"
    heading = _("What should {other} stay away from?")
    intro = _("This shows on papers {other} will read. You choose which places to name.")
    law = "DV-100, item 12a; Fam. Code, § 6320"
    civil_law = "CH-100, item 9a; Code Civ. Proc., § 527.6(b)(6)"
    follow_ups = {"other_place": "places=other"}

    places = MultiChoice(
        label=_("Stay away from"),
        choices=[
            ("me", pgettext_lazy("whom an order protects", "Me")),
            ("home", _("My home")),
            ("work", _("My job or workplace")),
            ("vehicle", _("My vehicle")),
            ("school", _("My school")),
            ("protected_people", _("Each of the other people to protect")),
            ("childrens_school", _("My children's school")),
            ("childcare", _("My children's child care")),
            ("other", _("Something else")),
        ],
    )
    other_place = ShortText(label=_("What else?"))


class StayAwayDistance(QuestionForm):
    at = "requests.stay_away"
    heading = _("How far away should {other} stay?")
    law = "DV-100, item 12b"
    civil_law = "CH-100, item 9a"
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
