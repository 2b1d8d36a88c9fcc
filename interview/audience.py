"""Who will see an answer, and where it prints: from the maps, never typed again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from django.utils.translation import gettext_lazy as _

from forms_library.audience import Place, of_entry, places_of
from interview.conduct import Path
from interview.derived_from import DERIVED_FROM
from interview.questions import QuestionForm, Text

Who = Literal["served", "clerk", "court", "sheriff", "you"]

_WORDS: dict[Who, Text] = {
    "served": _("The other person will see this"),
    "clerk": _("Only the court and police see this"),
    "court": _("Only the court sees this"),
    "sheriff": _("Only the sheriff sees this"),
    "you": _("Only you see this"),
}


@dataclass(frozen=True)
class Audience:
    who: Who

    @property
    def words(self) -> Text:
        return _WORDS[self.who]


@lru_cache(4096)  # paths are the forms' own, and no answers
def audience_of(path: str, case_path: Path = "") -> Audience:
    """Who reads the answer at a path. What is on any paper the other person gets, they read."""
    kinds = {place.audience for place in places_of(path, DERIVED_FROM, case_path)}
    if kinds & {"served", "order"}:
        return Audience("served")
    if "clerk" in kinds or {"court", "sheriff"} <= kinds:
        return Audience("clerk")  # the sheriff is police
    alone: tuple[Who, ...] = ("court", "sheriff")
    return Audience(next((who for who in alone if who in kinds), "you"))


def field_audiences(form: QuestionForm) -> dict[str, Audience]:
    return {name: audience_of(path, form.case.path) for name, path in form.case_paths(form.index).items()}


def page_audience(form: QuestionForm) -> Audience | None:
    """Who reads the answers of a page; None where not all have the same readers, or there are none."""
    return _page_audience(type(form), form.index, form.case.path)


@lru_cache(4096)
def _page_audience(page: type[QuestionForm], index: int, case_path: Path) -> Audience | None:
    readers = {audience_of(path, case_path) for path in page.case_paths(index).values()}
    return readers.pop() if len(readers) == 1 else None


def items_of(path: str, case_path: Path = "") -> tuple[str, ...]:
    """Where an answer prints: "DV-100, item 5f"; only on the papers of one order, where it is known."""
    places = of_entry(places_of(path, DERIVED_FROM, case_path), path)
    return tuple(dict.fromkeys(map(_item, places)))


def _item(place: Place) -> str:
    numbered = place.item[:1].isdigit()
    return f"{place.form}, item {place.item}" if numbered else f"{place.form}, {place.item}"
