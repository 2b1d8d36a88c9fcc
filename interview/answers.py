"""Reading and changing one answer of a Case by its dotted path ("incidents.0.story")."""

from __future__ import annotations

import dataclasses
from typing import Any, get_args

from interview.case import Case
from interview.case_json import hints

_NOTHING_TOLD = Case()


def get_answer(case: Case, path: str) -> Any:
    """The answer at the path; the empty value of its type when a list is not that long."""
    value: Any = case
    kind: Any = Case
    for part in path.split(".") if path else []:
        kind, value = _step(kind, value, part)
    return value


def set_answer(case: Case, path: str, answer: Any) -> Case:
    """The Case with one answer changed. A list grows with empty entries up to the index named."""
    changed = _set(Case, case, path.split("."), answer)
    assert isinstance(changed, Case)
    return changed


def empty_answer(path: str) -> Any:
    """What an unanswered question leaves at this path."""
    return get_answer(_NOTHING_TOLD, path)


def entry_count(case: Case, path: str) -> int:
    return len(get_answer(case, path))


def remove_entry(case: Case, path: str, index: int) -> Case:
    """The Case without one entry of the list at the path; unchanged if there is no such entry."""
    entries = get_answer(case, path)
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
