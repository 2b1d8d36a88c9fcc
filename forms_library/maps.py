"""The maps: one row a blank, read from the tables a lawyer can check against the paper."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any, Literal, get_args

from forms_library.catalogue import map_file
from forms_library.values import holds

Kind = Literal["text", "story", "more", "tick", "list", "attached", "pages", "leave"]
Owner = Literal["court", "clerk", "pen", "lawyer", "server", "respondent", "control", "nobody"]

_COLUMNS = ["item", "label", "widget", "kind", "value", "more", "note"]
_COURTS = "only_when"  # a column of the orders' maps alone
EVERY_BLANK = "*"  # the widget of the one row of a form that is printed blank
_WHOLE = "whole:"


class MapError(ValueError):
    """A map that cannot be read; the message names the file and the line."""


@dataclass(frozen=True)
class Row:
    """One blank of a form: what prints there, or whose it is."""

    item: str
    label: str
    widget: str
    kind: Kind
    value: str
    more: str
    note: str
    only_when: str = ""  # the court's blank, and the test on the Case under which it is filled all the same

    @property
    def moves_whole(self) -> bool:
        """Whether an answer that does not fit goes to the attachment complete (CH-100)."""
        return self.more.startswith(_WHOLE)

    @property
    def attachment_heading(self) -> str:
        """The heading the form asks for on the attached page; "" where it asks for none."""
        return self.more.removeprefix(_WHOLE).strip()


@dataclass(frozen=True)
class FormMap:
    number: str
    revision: str
    rows: tuple[Row, ...]

    @cached_property
    def answers(self) -> tuple[tuple[Row, tuple[str, ...]], ...]:
        """Text rows, each with the widgets its answer may run on through."""
        found: list[tuple[Row, list[str]]] = []
        for row in self.rows:
            if row.kind in ("text", "story"):
                found.append((row, [row.widget]))
            elif row.kind == "more":
                found[-1][1].append(row.widget)
        return tuple((row, tuple(widgets)) for row, widgets in found)

    def of_copy(self, copy: int) -> FormMap:
        """The map of one of several copies of a form, counted from 1: "#" in its values is the copy."""
        return _map_of_copy(self, copy - 1)

    def for_answers(self, case: Any) -> FormMap:
        """The map without the court's blanks these answers do not fill."""
        tests = dict.fromkeys(row.only_when for row in self.rows if row.only_when)
        return _without(self, tuple(test for test in tests if not holds(test, case))) if tests else self

    def of_kind(self, kind: Kind) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.kind == kind)


@cache
def _map_of_copy(form_map: FormMap, index: int) -> FormMap:
    if not any("#" in row.value for row in form_map.rows):
        return form_map
    rows = (replace(row, value=row.value.replace("#", str(index))) for row in form_map.rows)
    return FormMap(form_map.number, form_map.revision, tuple(rows))


@cache
def _without(form_map: FormMap, tests: tuple[str, ...]) -> FormMap:
    rows = tuple(row for row in form_map.rows if row.only_when not in tests)
    return FormMap(form_map.number, form_map.revision, rows)


@cache
def read_map(number: str, revision: str) -> FormMap:
    """The map of a form's revision. Raises MapError if there is none or it cannot be read."""
    file = map_file(number, revision)
    if not file.is_file():
        raise MapError(f"no map for {number} of {revision}")
    with file.open(encoding="utf-8", newline="") as table:
        lines = csv.DictReader(table)
        if lines.fieldnames not in (_COLUMNS, [*_COLUMNS, _COURTS]):
            raise MapError(f"{file.name}: the columns are not {', '.join(_COLUMNS)}")
        rows = tuple(_row(line, f"{number} {file.name}, line {lines.line_num}") for line in lines)
    return FormMap(number, revision, rows)


def _row(line: dict[str, str], where: str) -> Row:
    if line["kind"] not in get_args(Kind):
        raise MapError(f"{where}: no such kind: {line['kind']}")
    if line["kind"] == "leave" and line["value"] not in get_args(Owner):
        raise MapError(f"{where}: a blank left must say whose it is")
    return Row(**{column: (text or "").strip() for column, text in line.items()})  # type: ignore[arg-type]
