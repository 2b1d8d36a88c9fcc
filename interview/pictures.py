"""Where an answer prints, as pictures: for each of a few forms the part of its page with the blank framed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from forms_library import pictures
from forms_library.audience import names_of, places_of
from forms_library.catalogue import all_forms
from forms_library.installed import InstalledForm, installed
from forms_library.spots import spots_on, where_printed
from interview.conduct import Path as Road
from interview.derived_from import DERIVED_FROM

_AT_MOST = 3  # a name is on every form: the list beside the pictures names them all


@dataclass(frozen=True)
class Picture:
    """What an <img> needs. The address names no form: it stays in logs that are not ours."""

    url: str
    alt: str
    caption: str
    width: int
    height: int


def pictures_of(path: str, case_path: Road = "") -> tuple[Picture, ...]:
    """The pictures for the answer at a path, of the first few of its forms that are installed."""
    found = (_picture(number, path) for number in _forms_with(path, case_path))
    return tuple(islice((picture for picture in found if picture), _AT_MOST))


def form_at(place: int) -> InstalledForm | None:
    """The installed form at a place in the catalogue, counted from 1."""
    forms = all_forms()
    return _installed(forms[place - 1].number) if 1 <= place <= len(forms) else None


def _installed(number: str) -> InstalledForm | None:
    return installed(number, Path(settings.FORMS_DIR))


@cache
def _forms_with(path: str, case_path: Road) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place.form for place in places_of(path, DERIVED_FROM, case_path)))


@cache
def _place_of(number: str) -> int:
    return 1 + [form.number for form in all_forms()].index(number)


def _picture(number: str, path: str) -> Picture | None:
    form = _installed(number)
    spot_number = where_printed(form, path, names_of(path, DERIVED_FROM)) if form else None
    if form is None or spot_number is None:
        return None
    spot = spots_on(form)[spot_number - 1]
    width, height = pictures.size(form, spot_number)
    caption = _where(form, spot.page + 1, spot.item)
    return Picture(
        url=reverse("picture", args=(_place_of(number), form.revision, spot_number)),
        alt=_("%(where)s: the blank has a frame around it.") % {"where": caption},
        caption=caption,
        width=width,
        height=height,
    )


def _where(form: InstalledForm, page: int, item: str) -> str:
    named = {"form": form.number, "page": page, "item": item}
    if item[:1].isdigit():
        return _("%(form)s, page %(page)d, item %(item)s") % named
    return _("%(form)s, page %(page)d") % named
