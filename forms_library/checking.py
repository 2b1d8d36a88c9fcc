"""The proof that a map is whole: every blank has its row, every row its blank and its answer."""

from __future__ import annotations

import dataclasses
import types
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from forms_library.blanks import Blank, Index
from forms_library.catalogue import Form
from forms_library.layout import OWN_PAGES
from forms_library.maps import EVERY_BLANK, FormMap, Row
from forms_library.values import MapValueError, split_list, split_test

_TEXT_KINDS = ("text", "story", "more", "pages")
_TICK_KINDS = ("tick", "attached")


@dataclass(frozen=True)
class Account:
    """What became of the blanks of one form."""

    number: str
    revision: str
    blanks: int
    filled: int
    left: int
    courts: int  # of those filled, the court's, each under the one condition its row names
    faults: tuple[str, ...]

    @property
    def unaccounted(self) -> int:
        return self.blanks - self.filled - self.left


def account_for(form: Form, form_map: FormMap, index: Index, root: type) -> Account:
    """Check a map against its form's blanks and against the type its values are paths on."""
    blanks = index.by_name()
    if [row.widget for row in form_map.rows] == [EVERY_BLANK]:
        return Account(form.number, form_map.revision, len(blanks), 0, len(blanks), 0, ())
    rows = [row for row in form_map.rows if row.kind != "list"]
    named = Counter(row.widget for row in rows)
    faults = [
        *(f"no row for the blank {name}" for name in blanks if name not in named),
        *(f"{count} rows for the blank {name}" for name, count in named.items() if count > 1),
        *(fault for row in form_map.rows for fault in _faults_of(row, form, blanks, root)),
        *(fault for above, row in pairwise(form_map.rows) for fault in _faults_between(above, row)),
    ]
    known = {row.widget: row for row in rows if row.widget in blanks}
    left = sum(row.kind == "leave" for row in known.values())
    courts = sum(bool(row.only_when) for row in known.values())
    counts = len(blanks), len(known) - left, left, courts
    return Account(form.number, form_map.revision, *counts, tuple(faults))


def _faults_of(row: Row, form: Form, blanks: dict[str, Blank], root: type) -> Iterator[str]:
    where = f"item {row.item} ({row.label})"
    blank = blanks.get(row.widget)
    if row.kind == "list":
        if row.widget:
            yield f"{where}: a list has no blank of its own"
    elif blank is None:
        yield f"{where}: the form has no blank {row.widget}"
    elif row.kind in _TEXT_KINDS and blank.kind != "text":
        yield f"{where}: text for a tick box"
    elif row.value == OWN_PAGES and blank.kind == "text":
        pass  # the name of the attachment form, beside its box
    elif row.kind in _TICK_KINDS and (blank.kind != "tick" or not blank.export):
        yield f"{where}: a tick for a blank without an export value"
    petitioners = not form.petitioner_items or _item_number(row) in form.petitioner_items
    if row.kind != "leave" and not petitioners and not row.only_when:
        yield f"{where}: fills a blank that is the court's"
    if row.only_when and (petitioners or row.kind == "leave"):
        yield f"{where}: a condition for a blank that is not the court's, or is left"
    yield from (f"{where}: {fault}" for fault in _value_faults(row, root))


def _faults_between(above: Row, row: Row) -> Iterator[str]:
    if row.kind == "more" and row.only_when != above.only_when:
        yield f"item {row.item} ({row.label}): goes on from a blank that is filled under another condition"


def _item_number(row: Row) -> str:
    """ "2" of "2d", "caption" of "caption"."""
    digits = row.item[: len(row.item) - len(row.item.lstrip("0123456789"))]
    return digits or row.item


def _value_faults(row: Row, root: type) -> Iterator[str]:
    value = row.value.replace("#", "0")  # the number of the copy
    try:
        if row.only_when:
            yield from _test_faults(row.only_when, root)
        if row.kind in ("text", "story"):
            if not _prints(kind_at(value, root)):
                yield f"{value} is not something that prints"
        elif row.kind == "list":
            path, _first, attribute = split_list(value)
            kind_at(f"{path}.0.{attribute}", root)
        elif row.kind == "tick":
            yield from _test_faults(value, root)
    except (AttributeError, KeyError, IndexError, MapValueError):
        yield f"there is no answer at {row.value!r}"


def _test_faults(test: str, root: type) -> Iterator[str]:
    path, word, wanted = split_test(test)
    kind = kind_at(path, root)
    if word == "has":
        kind = get_args(kind)[0]
    if word and get_origin(kind) is Literal and wanted not in get_args(kind):
        yield f"{wanted!r} is not a choice of {path}"
    if word and get_origin(kind) is not Literal:
        yield f"{path} has no choices to compare with"


def kind_at(path: str, root: type) -> Any:
    """The type of the value at a dotted path. Raises AttributeError, KeyError or IndexError."""
    kind: Any = root
    for part in path.split("."):
        kind = _without_none(kind)
        if part.isdecimal():
            if get_origin(kind) is not tuple:
                raise AttributeError(part)
            kind = get_args(kind)[0]
        elif isinstance(held := getattr(kind, part, None), property):
            kind = get_type_hints(held.fget)["return"]
        elif isinstance(held, cached_property):
            kind = get_type_hints(held.func)["return"]
        else:
            kind = get_type_hints(kind)[part]
    return _without_none(kind)


def _without_none(kind: Any) -> Any:
    if get_origin(kind) in (Union, types.UnionType):
        return next(arg for arg in get_args(kind) if arg is not type(None))
    return kind


def _prints(kind: Any) -> bool:
    return get_origin(kind) is Literal or not (
        get_origin(kind) or dataclasses.is_dataclass(kind) or kind is bool
    )
