"""Where an answer prints and who will read it there: derived from the maps and the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from forms_library.catalogue import Audience, CasePath, all_forms
from forms_library.maps import Row, read_map
from forms_library.values import split_list, split_test

_ENTRY = re.compile(r"\.\d+(?=\.|$)")


@dataclass(frozen=True)
class Place:
    """A blank an answer prints in."""

    form: str
    item: str
    audience: Audience
    paths: tuple[CasePath, ...]  # the orders whose papers it is one of
    entry: tuple[str, ...] = ()  # of a list with rows of their own: the numbers of the entry it is for, ".0"


def general(path: str) -> str:
    """A path with "#" for the number of an entry: "incidents.#.story"."""
    return _ENTRY.sub(".#", path)


def of_entry(places: tuple[Place, ...], path: str) -> tuple[Place, ...]:
    """Of the places of a list's answer those of its own entry; all, for an entry beyond the last row."""
    entry = tuple(_ENTRY.findall(path))
    own = tuple(place for place in places if not (entry and place.entry) or place.entry == entry)
    return own or places


def places_of(
    path: str, derived_from: Mapping[str, tuple[str, ...]], case_path: CasePath | Literal[""] = ""
) -> tuple[Place, ...]:
    """Where the answer at a path prints, itself or through a fact derived from it.

    `case_path`: only the papers of that order; "" those of any.
    """
    found = (place for name in names_of(path, derived_from) for place in _printed().get(name, ()))
    return tuple(dict.fromkeys(place for place in found if not case_path or case_path in place.paths))


def names_of(path: str, derived_from: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """What the maps may call the answer at a path: itself first, then the facts derived from it."""
    own = general(path)
    named = {own, *(fact for fact, sources in derived_from.items() if own in sources)}
    return tuple(sorted(named, key=lambda name: (name != own, name)))


def printed_paths() -> frozenset[str]:
    """Every path some map prints, "#" for the number of an entry."""
    return frozenset(_printed())


def paths_of(row: Row) -> Iterator[str]:
    """What a row prints. A list whose first entries have blanks of their own is told by those."""
    if row.kind in ("text", "story", "tick"):
        yield general(split_test(row.value)[0])
    elif row.kind == "list":
        path, first, attribute = split_list(row.value)
        if not first:
            yield f"{path}.#.{attribute}"


@cache
def _printed() -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for form in all_forms():
        for row in read_map(form.number, form.revision).rows:
            entry = tuple(_ENTRY.findall(split_test(row.value)[0]))
            for path in paths_of(row):
                place = Place(form.number, row.item, form.audience, form.paths, entry)
                found.setdefault(path, []).append(place)
    return found
