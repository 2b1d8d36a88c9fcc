"""Where an answer prints and who will read it there: derived from the maps and the catalogue."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from forms_library.catalogue import Audience, all_forms
from forms_library.maps import read_map
from forms_library.values import split_test

_ENTRY = re.compile(r"\.\d+(?=\.|$)")


@dataclass(frozen=True)
class Place:
    """A blank an answer prints in."""

    form: str
    item: str
    audience: Audience


def places_of(path: str, derived_from: Mapping[str, tuple[str, ...]]) -> tuple[Place, ...]:
    """Where the answer at a path prints, itself or through a fact derived from it."""
    general = _ENTRY.sub(".#", path)
    named = {general, *(fact for fact, sources in derived_from.items() if general in sources)}
    found = (place for name in sorted(named) for place in _printed().get(name, ()))
    return tuple(dict.fromkeys(found))


def printed_paths() -> frozenset[str]:
    """Every path some map prints, "#" for the number of an entry."""
    return frozenset(_printed())


@cache
def _printed() -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for form in all_forms():
        for row in read_map(form.number, form.revision).rows:
            if row.kind in ("text", "story", "tick"):
                path = _ENTRY.sub(".#", split_test(row.value)[0])
                found.setdefault(path, []).append(Place(form.number, row.item, form.audience))
    return found
