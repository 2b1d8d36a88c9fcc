"""Reading and changing one answer of a Case by its dotted path ("incidents.0.story")."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import lru_cache
from operator import attrgetter
from typing import Any, get_args

from interview.case import Case
from interview.case_json import hints
from interview.own_words import without_entry

_NOTHING_TOLD = Case()
_PATHS_KEPT = 8192  # paths are the forms' own; those of a list are as many as its entries


def get_answer(case: Case, path: str) -> Any:
    """The answer at the path; the empty value of its type when a list is not that long."""
    return _reader(path)(case)


def get_answers(case: Case, paths: tuple[str, ...]) -> tuple[Any, ...]:
    """The answers at several paths, as by get_answer."""
    return reader(paths)(case)


@lru_cache(_PATHS_KEPT)
def _reader(path: str) -> Callable[[Any], Any]:
    """Every page reads hundreds of paths: what a path means is worked out once."""
    return _reader_from(Case, path.split(".") if path else [])


@lru_cache(_PATHS_KEPT)
def reader(paths: tuple[str, ...]) -> Callable[[Case], tuple[Any, ...]]:
    """What get_answers does for these paths, to be kept where they are read again and again."""
    if len(paths) > 1 and not any(part.isdecimal() for path in paths for part in path.split(".")):
        return attrgetter(*paths)
    readers = [_reader(path) for path in paths]
    return lambda case: tuple([read(case) for read in readers])


def _reader_from(kind: Any, parts: list[str]) -> Callable[[Any], Any]:
    """Reads the parts of a path from a value of this kind."""
    if not parts:
        return lambda value: value
    number = next((place for place, part in enumerate(parts) if part.isdecimal()), None)
    if number is None:
        return attrgetter(".".join(parts))
    for part in parts[:number]:
        kind = hints(kind)[part]
    return _entry_reader(
        _reader_from(kind, parts[:number]), int(parts[number]), _entry_kind(kind), parts[number + 1 :]
    )


def _entry_reader(
    read_entries: Callable[[Any], Any], index: int, kind: Any, rest: list[str]
) -> Callable[[Any], Any]:
    read, nothing = _reader_from(kind, rest), kind()

    def read_entry(value: Any) -> Any:
        entries = read_entries(value)
        return read(entries[index] if index < len(entries) else nothing)

    return read_entry


def set_answer(case: Case, path: str, answer: Any) -> Case:
    """The Case with one answer changed. A list grows with empty entries up to the index named."""
    changed = _set(Case, case, path.split("."), answer)
    assert isinstance(changed, Case)
    return changed


def empty_answer(path: str) -> Any:
    """What an unanswered question leaves at this path."""
    return get_answer(_NOTHING_TOLD, path)


@lru_cache(_PATHS_KEPT)
def empty_answers(paths: tuple[str, ...]) -> tuple[Any, ...]:
    """What unanswered questions leave at these paths."""
    return get_answers(_NOTHING_TOLD, paths)


def entry_count(case: Case, path: str) -> int:
    return len(get_answer(case, path))


def remove_entry(case: Case, path: str, index: int) -> Case:
    """The Case without one entry of the list at the path; unchanged if there is no such entry."""
    entries = get_answer(case, path)
    if not 0 <= index < len(entries):
        return case
    case = dataclasses.replace(case, own_words=without_entry(case.own_words, path, index))
    return set_answer(case, path, entries[:index] + entries[index + 1 :])


def _entry_kind(kind: Any) -> Any:
    return get_args(kind)[0]


def _step(kind: Any, value: Any, part: str) -> tuple[Any, Any]:
    if part.isdecimal():
        entry = _entry_kind(kind)
        return entry, value[int(part)] if int(part) < len(value) else entry()
    return hints(kind)[part], getattr(value, part)


def _set(kind: Any, value: Any, parts: list[str], answer: Any) -> Any:
    if not parts:
        return answer
    part, rest = parts[0], parts[1:]
    child_kind, child = _step(kind, value, part)
    changed = _set(child_kind, child, rest, answer)
    if not part.isdecimal():
        return dataclasses.replace(value, **{part: changed})
    index = int(part)
    padded = value + tuple(child_kind() for _ in range(index + 1 - len(value)))
    return (*padded[:index], changed, *padded[index + 1 :])
