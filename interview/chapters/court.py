"""The court: which county, which courthouse, and a case number where there already is one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from interview import conditions
from interview.fields import ShortText
from interview.places import counties
from interview.questions import Chapter, Page, QuestionForm, Text


def _county_choices() -> list[tuple[str, Text]]:
    return [("", _("Choose a county")), *((county, county) for county in counties())]


def _setting(name: str) -> str:
    return str(getattr(settings, name, "") or "").strip()


class PresetForm(QuestionForm):
    """A page that a kiosk's settings fill in where the person has not answered."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, preset in self.presets().items():
            self.initial[name] = self.initial.get(name) or preset

    @staticmethod
    def presets() -> dict[str, str]:
        raise NotImplementedError


class County(PresetForm):
    at = "court"
    heading = _("In which county will you ask for the order?")
    intro = _(
        "It can be the county where you live or are staying, where {other} lives, or where it happened. You "
        "do not have to live in California."
    )
    why = _("The papers go to the court of this county.")
    law = "Fam. Code, § 6301(a)"

    county = forms.ChoiceField(
        label=_("County"),
        choices=_county_choices,
        error_messages={
            "required": _("Choose the county. The papers must name a court."),
            "invalid_choice": _("Choose a county from the list."),
        },
    )

    @staticmethod
    def presets() -> dict[str, str]:
        named = _setting("COURT_COUNTY").casefold().removesuffix(" county")
        return {"county": next((one for one in counties() if one.casefold() == named), "")}


class Courthouse(PresetForm):
    at = "court"
    heading = _("Which courthouse is it?")
    intro = _(
        "Large counties have several. You can leave this empty and write it in by hand at the clerk's "
        "window. To find the courthouse, see courts.ca.gov/find-my-court."
    )
    law = "Fam. Code, § 6301(a)"

    courthouse = ShortText(label=_("Name of the courthouse"))
    street = ShortText(label=_("Street address"))
    city_and_zip = ShortText(label=_("City, state and ZIP code"))

    @staticmethod
    def presets() -> dict[str, str]:
        street, city_and_zip = split_address(_setting("COURT_ADDRESS"))
        return {"courthouse": _setting("COURT_NAME"), "street": street, "city_and_zip": city_and_zip}


class CaseNumber(QuestionForm):
    heading = _("Do you already have a case number for this request?")
    intro = _("Most people do not: the clerk gives you one. Leave it empty then.")
    law = "DV-100, case number"

    case_number = ShortText(label=_("Case number"))


def split_address(address: str) -> tuple[str, str]:
    """Street, and city with state and ZIP, of "1 Main Street, Suite 2, Fresno, CA 93701"."""
    lines = [line.strip(" ,") for line in address.splitlines() if line.strip(" ,")]
    if len(lines) > 1:
        return ", ".join(lines[:-1]), lines[-1]
    parts = [part.strip() for part in address.split(",") if part.strip()]
    of_city = 2 if len(parts) > 2 else 1
    return (", ".join(parts[:-of_city]), ", ".join(parts[-of_city:])) if len(parts) > 1 else (address, "")


COURT = Chapter(
    slug="court",
    title=_("The court"),
    when=conditions.papers_are_dvro,
    pages=(Page("county", County), Page("courthouse", Courthouse), Page("number", CaseNumber)),
)
