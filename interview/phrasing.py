"""Days, times and lists as sentences say them, in the language of the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.formats import date_format, get_format
from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import get_language, gettext, ngettext, pgettext_lazy

from interview.parenting import clock_time

# The word for "and" or "or" before a word that begins with the same sound: "e Inés", "u Óscar" (Real Academia
# Española, Diccionario panhispánico de dudas, "y" and "o").
_BEFORE_THE_SAME_SOUND = {
    "es": {
        "y": ("e", re.compile(r"h?[ií](?![aeoáéó])", re.IGNORECASE)),
        "o": ("u", re.compile(r"h?[oó]|8|11\b", re.IGNORECASE)),
    }
}

_PLACE_WORDS: dict[str, str | Promise] = {
    "item": pgettext_lazy("place on a form", "item"),
    "items": pgettext_lazy("place on a form", "items"),
    "page": pgettext_lazy("place on a form", "page"),
    "pages": pgettext_lazy("place on a form", "pages"),
    "and": pgettext_lazy("place on a form", "and"),
    "to": pgettext_lazy("place on a form", "to"),
    "caption": pgettext_lazy("place on a form", "caption"),
    "signature": pgettext_lazy("place on a form", "signature"),
    "body": pgettext_lazy("place on a form", "body"),
    "order": pgettext_lazy("place on a form", "order"),
}
_OF_A_PLACE = re.compile(rf"\b(?:{'|'.join(_PLACE_WORDS)})\b")
_WEEKDAYS_ARE_SMALL = ("es",)  # Ortografía de la lengua española (2010), "los días de la semana"


def date_in_words(day: date) -> str:
    """ "March 5, 1990", "5 de marzo de 1990": the language's own order, the month never cut short."""
    return date_format(day, _day_format())


def day_in_words(day: date) -> str:
    """The weekday too: a mistake in a date is seen by it."""
    return f"{weekday_in_words(day)}, {date_in_words(day)}"


def weekday_in_words(day: date) -> str:
    """As it stands inside a sentence."""
    name = date_format(day, "l")
    return name.lower() if get_language() in _WEEKDAYS_ARE_SMALL else name


def day_and_time(day: date, clock: str) -> str:
    """A day, with the time where there is one ("15:00")."""
    if not clock:
        return day_in_words(day)
    told = clock_time(clock)
    hour = int(told.partition(":")[0]) if told[:1].isdecimal() else 0
    # Languages tell one o'clock from the others: "a la 1:00 pm", "a las 2:00 pm".
    at = ngettext("%(day)s at %(time)s", "%(day)s at %(time)s", hour)
    return at % {"day": day_in_words(day), "time": told}


def all_of(words: Sequence[str]) -> str:
    """ "Ana, Luis and Eva"."""
    return _listed(words, gettext("and"))


def one_of(words: Sequence[str]) -> str:
    """ "Ana, Luis or Eva"."""
    return _listed(words, gettext("or"))


def cited(where: str) -> str:
    """A place on the forms, "DV-105, items 10 and 11": its few words in the page's language."""
    return _OF_A_PLACE.sub(lambda word: str(_PLACE_WORDS[word[0]]), where)


def by_form(places: Iterable[str]) -> str:
    """Places on the forms with each form named once: "DV-100, items 5f, 6; CLETS-001, page 1"."""
    found: dict[str, list[str]] = {}
    for form, _comma, place in (each.partition(", ") for each in places):
        found.setdefault(form, []).append(place)
    return "; ".join(f"{form}, {_with_items_together(told)}" for form, told in found.items())


def _with_items_together(places: list[str]) -> str:
    items = [place.removeprefix("item ") for place in places if place.startswith("item ")]
    others = [place for place in places if not place.startswith("item ")]
    word = "item" if len(items) == 1 else "items"
    return ", ".join([*others, *([f"{word} {', '.join(items)}"] if items else [])])


def _listed(words: Sequence[str], last: str) -> str:
    told = list(words)
    softened = _BEFORE_THE_SAME_SOUND.get(get_language() or "", {}).get(last)
    if softened and told and softened[1].match(told[-1]):
        last = softened[0]
    return str(get_text_list(told, last))


def _day_format() -> str:
    """Django's for the language; the English one would write "Nov. 5"."""
    return str(get_format("DATE_FORMAT")).replace("N", "F")
