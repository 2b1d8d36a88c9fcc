"""What a person told in their own language: kept beside the English that the court reads, printed nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from interview.vocabulary import YesNo


@dataclass(frozen=True)
class OwnWords:
    """The person's own words for one answer, in one language."""

    path: str = ""  # of the answer on the Case: "incidents.0.story"
    language: str = ""  # "es"
    text: str = ""
    newer: YesNo = ""  # "yes": told anew since they were put into English


Told = tuple[OwnWords, ...]


def told_at(told: Told, path: str) -> Told:
    """What was told for the answer at a path, one for each language."""
    return tuple(one for one in told if one.path == path)


def is_told_within(told: Iterable[OwnWords], path: str) -> bool:
    """Whether anything was told for an answer below the path, as of one entry of a list."""
    return any(one.path.startswith(f"{path}.") for one in told)


def with_words(told: Told, words: OwnWords) -> Told:
    """All that was told, with these words in the place of those told before; none where they say nothing."""
    place = next((n for n, one in enumerate(told) if _same(one, words)), len(told))
    said = (words,) if words.text else ()
    return (*told[:place], *said, *told[place + 1 :])


def without_entry(told: Told, path: str, index: int) -> Told:
    """All that was told, once one entry of the list at the path is taken away: those after it move up."""
    moved = (replace(one, path=_moved_up(one.path, path, index)) for one in told)
    return tuple(one for one in moved if one.path)


def _same(one: OwnWords, other: OwnWords) -> bool:
    return (one.path, one.language) == (other.path, other.language)


def _moved_up(path: str, list_path: str, index: int) -> str:
    """The path after the entry is gone; "" for a path within it."""
    if not path.startswith(f"{list_path}."):
        return path
    number, dot, rest = path.removeprefix(f"{list_path}.").partition(".")
    if not number.isdecimal() or int(number) < index:
        return path
    return "" if int(number) == index else f"{list_path}.{int(number) - 1}{dot}{rest}"
