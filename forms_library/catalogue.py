"""The catalogue of official forms: catalogue.toml, read once and checked."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, get_args

Audience = Literal["served", "clerk", "court", "sheriff", "order"]
CasePath = Literal["dvro", "cho"]
CompletedBy = Literal["petitioner", "petitioner and court", "respondent", "nobody"]

_HERE = Path(__file__).parent
_CATALOGUE = _HERE / "catalogue.toml"


@dataclass(frozen=True)
class Form:
    """An official form in its current revision (ISO date); catalogue.toml says what each entry means."""

    number: str
    title: str
    revision: str
    address: str
    file: str
    sha256: tuple[str, ...]
    pages: int
    blanks: int
    completed_by: CompletedBy
    attaches_to: str
    audience: Audience
    paths: tuple[CasePath, ...]  # the orders it may come with
    when: str  # a test on the Case, as in the maps; "" never by itself
    petitioner_items: tuple[str, ...]  # the only items the petitioner completes; () all of them
    sign: tuple[str, ...]  # "who, where | a test on the Case": where someone signs it, and when
    attached_notice: str  # said at the top of each page attached to it
    copies: str = ""  # the list on the Case that has one entry for each copy; "" there is one copy
    tell_clerk: str = ""  # said on the cover: what to tell the clerk when handing it in
    # Said on the cover, each "test on the Case | text": the first that holds (`said`). packet.forms_for keeps
    # that one alone, and of `hand_in` and `set_aside` at most one.
    hand_in: tuple[str, ...] = ()  # of a form handed in now
    set_aside: tuple[str, ...] = ()  # of a form that is not handed in with the others: for whom it is
    filed: str = ""  # a test on the Case: the court has it already
    is_filed: bool = False  # that test holds, for this Case
    until: str = ""  # a test on the Case that takes it out of the packet: it has done its work

    @property
    def is_confidential(self) -> bool:
        """Handed to the court alone: never served on the other person, and kept out of the copies."""
        return self.audience in ("clerk", "court")

    @property
    def is_never_served(self) -> bool:
        """No copy of it is ever handed to the other person."""
        return self.audience in ("clerk", "court", "sheriff")

    @property
    def is_blank(self) -> bool:
        """Printed as it is, with no answer on it: for the other person to fill in, or only to read."""
        return self.completed_by in ("respondent", "nobody")


@dataclass(frozen=True)
class Known:
    """Which form, in which revision, a known file is."""

    number: str
    revision: str


def all_forms() -> tuple[Form, ...]:
    """Every form in its current revision, in the catalogue's order."""
    return tuple(_current().values())


def current(number: str) -> Form:
    """A form in its current revision. Raises KeyError for a number that is not in the catalogue."""
    return _current()[number]


@lru_cache(maxsize=1)
def known_sha256() -> Mapping[str, Known]:
    """Every file whose sha256 is known, superseded ones too."""
    data = _read()
    entries = [*data["form"], *data.get("superseded", [])]
    return MappingProxyType(
        {sha256: Known(entry["number"], entry["revision"]) for entry in entries for sha256 in entry["sha256"]}
    )


def map_file(number: str, revision: str) -> Path:
    """Where a revision's map is, or would be."""
    return _HERE / "maps" / number / f"{revision}.csv"


def in_words(revision: str) -> str:
    """An ISO revision as the form prints it: "January 1, 2025"."""
    day = date.fromisoformat(revision)
    return f"{day:%B} {day.day}, {day.year}"


@lru_cache(maxsize=1)
def _current() -> Mapping[str, Form]:
    forms: dict[str, Form] = {}
    for entry in _read()["form"]:
        lists = {key: tuple(entry[key]) for key in ("sha256", "petitioner_items", "sign", "paths")}
        form = Form(**entry | lists | {key: tuple(entry.get(key, ())) for key in ("hand_in", "set_aside")})
        _check(form)
        if form.number in forms:
            raise ValueError(f"catalogue.toml: two current revisions of {form.number}")
        if form.attaches_to and form.attaches_to not in forms:
            raise ValueError(f"catalogue.toml: {form.number} must come behind {form.attaches_to}")
        forms[form.number] = form
    return MappingProxyType(forms)


def _check(form: Form) -> None:
    """Raises ValueError for an entry that cannot be right."""
    date.fromisoformat(form.revision)
    if form.audience not in get_args(Audience) or form.completed_by not in get_args(CompletedBy):
        raise ValueError(f"catalogue.toml: {form.number}: no such audience or completed_by")
    if not form.paths or set(form.paths) - set(get_args(CasePath)):
        raise ValueError(f"catalogue.toml: {form.number}: paths must name the orders it comes with")


@lru_cache(maxsize=1)
def _read() -> dict[str, Any]:
    return tomllib.loads(_CATALOGUE.read_text(encoding="utf-8"))
