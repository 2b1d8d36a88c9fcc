"""What a map's values mean: paths on the Case and simple tests, never code."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

_LIST_FROM = re.compile(r"(?P<path>.+)\.(?P<first>\d+)\+\.(?P<attribute>\w+)")


class MapValueError(ValueError):
    """A map's value that is neither a path nor a test."""


def resolve(path: str, root: Any) -> Any:
    """The value at a dotted path; None beyond the end of a list. Raises AttributeError."""
    value = root
    for part in path.split("."):
        if part.isdecimal():
            value = value[int(part)] if int(part) < len(value) else None
        else:
            value = getattr(value, part)
        if value is None:
            return None
    return value


def text_at(path: str, root: Any) -> str:
    """The answer at a path as it prints: dates as month/day/year, nothing for no answer."""
    value = resolve(path, root)
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value.month:02}/{value.day:02}/{value.year}"
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise TypeError(f"{path} is not something that prints")
    return str(value)


def holds(test: str, root: Any) -> bool:
    """Whether "path", "path = value" or "path has value" is so."""
    path, word, wanted = split_test(test)
    value = resolve(path, root)
    if word == "=":
        return bool(value == wanted)
    if word == "has":
        return wanted in (value or ())
    return bool(value)


def split_test(test: str) -> tuple[str, str, str]:
    """(path, "=" or "has" or "", value)."""
    for word in ("=", "has"):
        path, found, wanted = test.partition(f" {word} ")
        if found:
            return path.strip(), word, wanted.strip()
    return test.strip(), "", ""


def split_list(value: str) -> tuple[str, int, str]:
    """("protected_people", 4, "summary") for "protected_people.4+.summary"."""
    match = _LIST_FROM.fullmatch(value)
    if match is None:
        raise MapValueError(f"not a list of entries: {value}")
    return match["path"], int(match["first"]), match["attribute"]


def entries_at(value: str, root: Any, every: bool = False) -> list[tuple[int, str]]:
    """The entries of a list from one on, or every one: (number counted from 1, text)."""
    path, first, attribute = split_list(value)
    first = 0 if every else first
    entries = resolve(path, root) or ()
    texts = ((number, str(getattr(entry, attribute))) for number, entry in enumerate(entries, 1))
    return [(number, text) for number, text in texts if number > first and text]
