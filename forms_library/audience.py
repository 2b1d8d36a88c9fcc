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


def places_of(
    path: str, derived_from: Mapping[str, tuple[str, ...]], case_path: CasePath | Literal[""] = ""
) -> tuple[Place, ...]:
    """Where the answer at a path prints, itself or through a fact derived from it.

    `case_path`: only the papers of that order; "" those of any.
    """
    general = _ENTRY.sub(".#", path)
    named = {general, *(fact for fact, sources in derived_from.items() if general in sources)}
    itself_first = sorted(named, key=lambda name: (name != general, name))
    found = (place for name in itself_first for place in _printed().get(name, ()))
    return tuple(dict.fromkeys(place for place in found if not case_path or case_path in place.paths))


def printed_paths() -> frozenset[str]:
    """Every path some map prints, "#" for the number of an entry."""
    return frozenset(_printed())


def _paths_of(row: Row) -> Iterator[str]:
    """What a row prints. A list whose first entries have blanks of their own is told by those."""
    if row.kind in ("text", "story", "tick"):
        yield _ENTRY.sub(".#", split_test(row.value)[0])
    elif row.kind == "list":
        path, first, attribute = split_list(row.value)
        if not first:
            yield f"{path}.#.{attribute}"


@cache
def _printed() -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for form in all_forms():
        for row in read_map(form.number, form.revision).rows:
            for path in _paths_of(row):
                found.setdefault(path, []).append(Place(form.number, row.item, form.audience, form.paths))
    return found
