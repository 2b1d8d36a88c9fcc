"""Reading and writing a Case as plain, versioned JSON: a draft, a test story, a staff export."""

from __future__ import annotations

import dataclasses
import types
from datetime import date
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from interview.case import Case
from interview.court_cases import Kind

VERSION = 1


class CaseFormatError(ValueError):
    """The JSON is not a Case. The message names the path, never the value."""


def to_json(case: Case) -> dict[str, Any]:
    """The Case as JSON data; answers not given are left out."""
    return {"version": VERSION, **_dump(case)}


def from_json(data: Any) -> Case:
    """The Case in JSON data of this version. Raises CaseFormatError, naming the path at fault."""
    if not isinstance(data, dict) or data.get("version") != VERSION:
        raise CaseFormatError(f"not a case of version {VERSION}")
    told = _with_parts({key: value for key, value in data.items() if key != "version"})
    return _load(Case, told, "case")  # type: ignore[no-any-return]


def _with_parts(told: dict[str, Any]) -> dict[str, Any]:
    """Other court cases (DV-100 item 4b) were one line each before they had a place, a year and a number:
    such a line stays, as the place."""
    cases = told.get("other_cases")
    if not isinstance(cases, dict):
        return told
    kinds = get_args(Kind)
    parts = {
        kind: {"place": line} if kind in kinds and isinstance(line, str) else line
        for kind, line in cases.items()
    }
    return told | {"other_cases": parts}


@cache
def hints(kind: type) -> dict[str, Any]:
    """Field name -> type of a Case dataclass, with annotations resolved."""
    return get_type_hints(kind)


def _dump(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        pairs = ((f.name, getattr(value, f.name)) for f in dataclasses.fields(value))
        dumped = ((name, _dump(item)) for name, item in pairs if item not in ("", None, ()))
        return {name: item for name, item in dumped if item != {}}
    if isinstance(value, tuple):
        return [_dump(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _load(kind: Any, data: Any, path: str) -> Any:
    origin = get_origin(kind)
    if dataclasses.is_dataclass(kind):
        return _load_dataclass(kind, data, path)
    if origin is tuple:
        if not isinstance(data, list):
            raise CaseFormatError(f"{path}: a list is wanted")
        return tuple(_load(get_args(kind)[0], item, f"{path}.{n}") for n, item in enumerate(data))
    if origin is Literal:
        return _load_choice(get_args(kind), data, path)
    if origin in (Union, types.UnionType):
        wanted = next(arg for arg in get_args(kind) if arg is not type(None))
        return None if data is None else _load(wanted, data, path)
    return _load_plain(kind, data, path)


def _load_dataclass(kind: Any, data: Any, path: str) -> Any:
    if not isinstance(data, dict):
        raise CaseFormatError(f"{path}: an object is wanted")
    known = hints(kind)
    unknown = set(data) - {f.name for f in dataclasses.fields(kind)}
    if unknown:
        raise CaseFormatError(f"{path}: no such answer: {', '.join(sorted(map(str, unknown)))[:80]}")
    return kind(**{name: _load(known[name], item, f"{path}.{name}") for name, item in data.items()})


def _load_choice(choices: tuple[Any, ...], data: Any, path: str) -> Any:
    if data not in choices:
        raise CaseFormatError(f"{path}: not one of the choices ({', '.join(filter(None, choices))})")
    return data


def _load_plain(kind: Any, data: Any, path: str) -> Any:
    if kind is date:
        try:
            return date.fromisoformat(data)
        except (TypeError, ValueError):
            raise CaseFormatError(f"{path}: a date as 2026-11-21 is wanted") from None
    if not isinstance(data, kind) or isinstance(data, bool):
        raise CaseFormatError(f"{path}: {kind.__name__} is wanted")
    return data
