"""What is printed on a form, and its blanks, as hashes: enough to know it again, not its text.

Each word counts with its page and place to 3 points (of the run of text it stands in), each blank
with its name, kind and two corners. 24 bits of SHA-256 are kept of each; fingerprints/<NUMBER>/<REVISION>.txt
holds them.
"""

from __future__ import annotations

import base64
import hashlib
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from pypdf import PageObject

from forms_library.blanks import Blank

FOLDER = Path(__file__).parent / "fingerprints"

_GRID = 3.0  # points
_BYTES = 3
_NEAR = [(0, 0)] + [(dx, dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if (dx, dy) != (0, 0)]


@dataclass(frozen=True)
class Run:
    """Text drawn in one go, and where it starts (points from the page's lower left corner)."""

    text: str
    x: float
    y: float


@dataclass(frozen=True)
class Word:
    """One printed word, where its run starts."""

    text: str
    page: int  # from 0
    x: float
    y: float


@dataclass(frozen=True)
class Fingerprint:
    """How many words and corners of blanks there are, and the hash of each."""

    words: int
    word_hashes: frozenset[bytes]
    corners: int
    corner_hashes: frozenset[bytes]

    def matches(self, words: Iterable[Word], blanks: Iterable[Blank]) -> bool:
        """Whether every word and every blank is there, at its place, and no other."""
        return _same(_printed(words), self.words, self.word_hashes) and _same(
            _corners(blanks), self.corners, self.corner_hashes
        )

    def to_text(self) -> str:
        return "".join(
            f"{kind} {count}\n{_packed(hashes)}\n"
            for kind, count, hashes in (
                ("words", self.words, self.word_hashes),
                ("corners", self.corners, self.corner_hashes),
            )
        )

    @classmethod
    def from_text(cls, text: str) -> Fingerprint:
        words, corners = text.removeprefix("words ").split("corners ")
        return cls(*_unpacked(words), *_unpacked(corners))


_Thing = tuple[str, float, float]  # what, and where


def make(words: Iterable[Word], blanks: Iterable[Blank]) -> Fingerprint:
    printed, corners = list(_printed(words)), list(_corners(blanks))
    return Fingerprint(
        len(printed), frozenset(map(_hash, printed)), len(corners), frozenset(map(_hash, corners))
    )


@lru_cache
def load(number: str, revision: str) -> Fingerprint | None:
    """The fingerprint of a revision we know; None for any other."""
    path = FOLDER / number / f"{revision}.txt"
    return Fingerprint.from_text(path.read_text(encoding="ascii")) if path.is_file() else None


def runs_on(page: PageObject) -> list[Run]:
    found: list[Run] = []

    def visit(text: str, cm: Any, tm: Any, font: Any, size: Any) -> None:
        if stripped := text.strip():
            x, y = float(tm[4]), float(tm[5])
            place = (x * cm[0] + y * cm[2] + cm[4], x * cm[1] + y * cm[3] + cm[5])
            found.append(Run(stripped, float(place[0]), float(place[1])))

    page.extract_text(visitor_text=visit)
    return found


def words_on(page: PageObject, number: int) -> list[Word]:
    return [Word(word, number, run.x, run.y) for run in runs_on(page) for word in run.text.split()]


def _printed(words: Iterable[Word]) -> Iterator[_Thing]:
    return ((f"{word.page}:{word.text}", word.x, word.y) for word in words)


def _corners(blanks: Iterable[Blank]) -> Iterator[_Thing]:
    for blank in blanks:
        what = f"{blank.page}:{blank.kind}:{blank.export}:{blank.name}"
        yield f"{what}:low", blank.rect[0], blank.rect[1]
        yield f"{what}:high", blank.rect[2], blank.rect[3]


def _hash(thing: _Thing, dx: int = 0, dy: int = 0) -> bytes:
    what, x, y = thing
    token = f"{what}:{round(x / _GRID) + dx}:{round(y / _GRID) + dy}"
    return hashlib.sha256(token.encode()).digest()[:_BYTES]


def _same(things: Iterable[_Thing], count: int, hashes: frozenset[bytes]) -> bool:
    """All there, each in its cell of the grid or the next: a hair's breadth may cross a cell's edge."""
    found = list(things)
    return len(found) == count and all(
        any(_hash(thing, dx, dy) in hashes for dx, dy in _NEAR) for thing in found
    )


def _packed(hashes: frozenset[bytes]) -> str:
    return "\n".join(textwrap.wrap(base64.b64encode(b"".join(sorted(hashes))).decode(), 100))


def _unpacked(text: str) -> tuple[int, frozenset[bytes]]:
    count, packed = text.split("\n", 1)
    data = base64.b64decode("".join(packed.split()))
    return int(count), frozenset(data[at : at + _BYTES] for at in range(0, len(data), _BYTES))
