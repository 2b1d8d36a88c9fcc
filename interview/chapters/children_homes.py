"""Where the children have lived for the last five years (DV-105 item 4, DV-105(A), Family Code 3429)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from interview.fields import Choices, MultiChoice, ShortText, State, YesNo
from interview.keyed import ChoosesPeople, custody_children
from interview.questions import QuestionForm
from interview.time_fields import MonthYear
from interview.typed_dates import today

WITH_WHOM: Choices = [("me", _("Me")), ("respondent", _("{other}")), ("other", _("Someone else"))]
A_MONTH = _("Month and year, for example 3/2023. The year alone is fine too.")
WHAT_THEY_ARE = _("What that person is to the children")
FOR_EXAMPLE = _(
    "For example: grandmother, aunt, foster parent. {other} will see this, and it can show where the "
    "children are. You can leave it empty."
)
TOWN = _("Town or city")
TRIBAL_LAND = _("For tribal land, write its name.")
STATE = _("State")
OUTSIDE = _("For a place outside the United States, name the country.")


class Stay(QuestionForm):
    """Months between which the children lived somewhere: they have come, and one follows the other."""

    months: ClassVar[tuple[str, ...]] = ()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        now = f"{today():%m/%Y}"
        for name in self.months:
            if _is_before(now, cleaned.get(name) or ""):
                self.add_error(name, ValidationError(_("This month has not come yet. Check the year.")))
        since, until = (cleaned.get(name) or "" for name in ("since", "until"))
        if _is_before(until, since):
            self.add_error("until", ValidationError(_("Enter a month that is not before the first one.")))
        return cleaned


class HomeNow(Stay):
    at = "custody.homes_now.#"
    heading = _("Where do the children live now?")
    intro = _(
        "The judge must know where the children live to decide about them. "
        "{other} gets a copy of the papers and will see this."
    )
    why = _(
        "The law asks for every place of the last five years. From it, the judge sees whether a court in "
        "California may decide. Without it, the judge may not be able to make orders about the children."
    )
    law = "DV-105, item 4b; DV-105(A), items 2b and 3b; Fam. Code, § 3429"
    follow_ups = {"city": "private=no"}
    months = ("since",)

    since = MonthYear(label=_("They have lived there since"), help_text=A_MONTH)
    private = YesNo(
        label=_("Should the town stay private?"),
        help_text=_("Then the papers name only the state. The street is not asked."),
    )
    city = ShortText(label=TOWN, help_text=TRIBAL_LAND)
    state = State(label=STATE, help_text=OUTSIDE)


class NowWith(QuestionForm):
    at = "custody.homes_now.#"
    heading = _("Who do the children live with there?")
    intro = _("Check all that fit.")
    law = "DV-105, item 4b; DV-105(A), items 2b and 3b; Fam. Code, § 3429(a)"
    follow_ups = {"other_relationship": "lived_with=other"}

    lived_with = MultiChoice(label=_("They live with"), choices=WITH_WHOM)
    other_relationship = ShortText(label=WHAT_THEY_ARE, help_text=FOR_EXAMPLE)


class WhoLivesThere(ChoosesPeople):
    at = "custody.homes_now.#"
    heading = _("Which children live there?")
    why = _("The papers tell the places of each child. Children with the same places stand together.")
    law = "DV-105, item 4a; DV-105(A), items 2a and 3a"
    people = {"children": custody_children}

    children = MultiChoice(label=_("Children who live there"), choices=())


class LivedElsewhere(QuestionForm):
    at = "custody"
    heading = _("Did any of the children live somewhere else in the last five years?")
    intro = _("For a child under five, think back to the birth.")
    why = _("The law asks for every place of the last five years, and who the children lived with.")
    law = "DV-105, item 4b; Fam. Code, § 3429(a)"

    lived_elsewhere = YesNo(label=_("They lived somewhere else too"))


class HomeBefore(Stay):
    at = "custody.homes_before.#"
    heading = _("Where did the children live before?")
    intro = _("Start with the latest place and go back five years. A guess at the month is fine.")
    why = _("The law asks for every place of the last five years, and who the children lived with.")
    law = "DV-105, item 4b; DV-105(A), items 2b and 3b; Fam. Code, § 3429(a)"
    months = ("since", "until")

    since = MonthYear(label=_("They lived there from"), help_text=A_MONTH)
    until = MonthYear(label=_("Until"), help_text=A_MONTH)
    city = ShortText(label=TOWN, help_text=TRIBAL_LAND)
    state = State(label=STATE, help_text=OUTSIDE)


class BeforeWith(QuestionForm):
    at = "custody.homes_before.#"
    heading = _("Who did the children live with there?")
    intro = _("Check all that fit.")
    law = "DV-105, item 4b; DV-105(A), items 2b and 3b; Fam. Code, § 3429(a)"
    follow_ups = {"other_relationship": "lived_with=other"}

    lived_with = MultiChoice(label=_("They lived with"), choices=WITH_WHOM)
    other_relationship = ShortText(label=WHAT_THEY_ARE, help_text=FOR_EXAMPLE)


class WhoLivedThere(ChoosesPeople):
    at = "custody.homes_before.#"
    heading = _("Which children lived there?")
    law = "DV-105, item 4a; DV-105(A), items 2a and 3a"
    people = {"children": custody_children}

    children = MultiChoice(label=_("Children who lived there"), choices=())


def _is_before(one: str, other: str) -> bool:
    """Whether "03/2021" comes before "2022"; where a month is not told, its year alone speaks."""
    if not one or not other:
        return False
    with_months = "/" in one and "/" in other
    return _parts(one, with_months) < _parts(other, with_months)


def _parts(text: str, with_month: bool) -> tuple[int, ...]:
    month, _slash, year = text.rpartition("/")
    return (int(year), int(month)) if with_month else (int(year),)
