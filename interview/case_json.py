"""Reading and writing a Case as plain, versioned JSON: a draft, a test story, a staff export."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable
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


def to_json_after(case: Case, before: Case, data: dict[str, Any]) -> dict[str, Any]:
    """As to_json, for a Case made by changing one that was read from this data: what has not changed is taken
    from there. What has is read back: raises CaseFormatError, naming the path, if it could not be read."""
    changed = {name: item for name, item in _told(case) if item is not getattr(before, name)}
    fresh = {name: dumped for name, item in changed.items() if (dumped := _dump(item)) != {}}
    from_json({"version": VERSION, **fresh})
    same = {name: data[name] for name, _item in _told(case) if name not in changed and name in data}
    return {"version": VERSION, **same, **fresh}


def from_json(data: Any) -> Case:
    """The Case in JSON data of this version. Raises CaseFormatError, naming the path at fault."""
    if not isinstance(data, dict) or data.get("version") != VERSION:
        raise CaseFormatError(f"not a case of version {VERSION}")
    told = _brought_over({key: value for key, value in data.items() if key != "version"})
    return _load(told)


def _brought_over(told: dict[str, Any]) -> dict[str, Any]:
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


def parts_that_differ(case: Case, other: Case) -> dict[str, Any]:
    """The parts of the other Case that are not the same in this one, as JSON data."""
    pairs = ((name, getattr(case, name), getattr(other, name)) for name in _names(Case))
    return {name: _dump(theirs) for name, ours, theirs in pairs if ours is not theirs and ours != theirs}


def with_parts(case: Case, parts: dict[str, Any]) -> Case:
    """The Case with these parts in place of its own. Raises CaseFormatError."""
    if not parts:
        return case
    loaded = _load(parts)
    return dataclasses.replace(case, **{name: getattr(loaded, name) for name in parts})


@cache
def hints(kind: type) -> dict[str, Any]:
    """Field name -> type of a Case dataclass, with annotations resolved."""
    return get_type_hints(kind)


def _dump(value: Any) -> Any:
    if type(value) in (str, int):
        return value
    if dataclasses.is_dataclass(value):
        dumped = ((name, _dump(item)) for name, item in _told(value))
        return {name: item for name, item in dumped if item != {}}
    if isinstance(value, tuple):
        return [_dump(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _told(value: Any) -> list[tuple[str, Any]]:
    """The fields of a dataclass in which something is told."""
    return [
        (name, item)
        for name in _names(value.__class__)
        if (item := getattr(value, name)) not in ("", None, ())
    ]


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


class _FaultError(ValueError):
    """What is wrong with a value, and the way to it, innermost first."""

    def __init__(self, wrong: str) -> None:
        super().__init__(wrong)
        self.way: list[str] = []


def _load(data: Any) -> Case:
    try:
        case = _loader(Case)(data)
    except _FaultError as fault:
        raise CaseFormatError(f"{'.'.join(('case', *reversed(fault.way)))}: {fault}") from None
    assert isinstance(case, Case)
    return case


@cache
def _loader(kind: Any) -> Callable[[Any], Any]:
    """Reads a value of this kind. Every page reads a whole Case: what a kind means is worked out once."""
    origin = get_origin(kind)
    if dataclasses.is_dataclass(kind):
        return _dataclass_loader(kind)
    if origin is tuple:
        return _list_loader(_loader(get_args(kind)[0]))
    if origin is Literal:
        return _choice_loader(get_args(kind))
    if origin in (Union, types.UnionType):
        wanted = _loader(next(arg for arg in get_args(kind) if arg is not type(None)))
        return lambda data: None if data is None else wanted(data)
    return _load_date if kind is date else _plain_loader(kind)


def _dataclass_loader(kind: Any) -> Callable[[Any], Any]:
    loaders = {name: _loader(hints(kind)[name]) for name in _names(kind)}
    untold = vars(kind())  # values that never change, and may be shared

    def load(data: Any) -> Any:
        if not isinstance(data, dict):
            raise _FaultError("an object is wanted")
        if unknown := data.keys() - loaders.keys():
            raise _FaultError(f"no such answer: {', '.join(sorted(map(str, unknown)))[:80]}")
        made = kind.__new__(kind)  # and not kind(**told), which takes each of its fields in turn
        told = vars(made)
        told.update(untold)
        for name, item in data.items():
            try:
                told[name] = loaders[name](item)
            except _FaultError as fault:
                fault.way.append(name)
                raise
        return made

    return load


def _list_loader(load_entry: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def load(data: Any) -> Any:
        if not isinstance(data, list):
            raise _FaultError("a list is wanted")
        entries = []
        for number, item in enumerate(data):
            try:
                entries.append(load_entry(item))
            except _FaultError as fault:
                fault.way.append(str(number))
                raise
        return tuple(entries)

    return load


def _choice_loader(choices: tuple[Any, ...]) -> Callable[[Any], Any]:
    def load(data: Any) -> Any:
        if data not in choices:
            raise _FaultError(f"not one of the choices ({', '.join(filter(None, choices))})")
        return data

    return load


def _load_date(data: Any) -> date:
    try:
        return date.fromisoformat(data)
    except (TypeError, ValueError):
        raise _FaultError("a date as 2026-11-21 is wanted") from None


def _plain_loader(kind: type) -> Callable[[Any], Any]:
    def load(data: Any) -> Any:
        if not isinstance(data, kind) or isinstance(data, bool):
            raise _FaultError(f"{kind.__name__} is wanted")
        return data

    return load
