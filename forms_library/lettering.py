"""Fitting text to a blank and to ruled lines. Nothing is cut: what is left over is handed back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from math import inf

from forms_library.blanks import Blank
from forms_library.letters import letter_widths, text_width

_BASELINE_ABOVE_RULE = 1.9  # points; the forms' own typing sits 1.6 and more above
_MARGIN = 1.5  # points kept free at both ends of a blank
_LARGEST = 11.0  # the size the forms' own fields declare
_SMALLEST_LINE = 7.0  # a short answer shrinks to this before it moves to an attachment
_SMALLEST_STORY = 9.0
_CAP_HEIGHT = 0.66  # of the size: Liberation Serif's capitals
_LEADING = 1.17  # of the size, where no rules are printed
_PITCH_TO_SIZE = 0.86

_WIDER_THAN_ANY_PAGE = 5_000  # letters

CONTINUED = "(continued on attached page)"
CONTINUED_SHORT = "(attached)"


@dataclass(frozen=True)
class Slot:
    """Room for one line: where its baseline starts, and how wide it may be, in points."""

    blank: Blank
    x: float
    y: float
    width: float


@dataclass(frozen=True)
class Line:
    """One line of ink in a blank."""

    blank: Blank
    x: float
    y: float
    size: float
    text: str


@dataclass(frozen=True)
class Fitted:
    """What prints in the blanks, and the rest, word for word, that has to go elsewhere."""

    lines: tuple[Line, ...]
    rest: str = ""


def fit(text: str, blanks: Sequence[Blank]) -> Fitted:
    """Fit text to one blank, or to several that follow one another.

    The largest size at which everything fits is taken; when none does, the blanks are filled at a
    readable size, marked as continued, and what is left is returned as `rest`.
    """
    text = text.strip()
    if not text:
        return Fitted(())
    sizes = _sizes(blanks)
    for size in sizes:
        lines, rest = _pour(text, _slots(blanks, size), size)
        if not rest:
            return Fitted(tuple(lines))
    size = sizes[0] if any(blank.multiline for blank in blanks) else sizes[len(sizes) // 2]
    return _fitted_with_rest(text, _slots(blanks, size), size)


def wrap(text: str, width: float, size: float) -> list[str]:
    """The text in lines no wider than `width` points; paragraphs and blank lines kept."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        words = _Words(paragraph)
        lines.append(words.take(width, size))
        while words.left:
            lines.append(words.take(width, size))
    return lines


def lines_in(blank: Blank, size: float = _LARGEST) -> int:
    """How many lines of this size a multi-line blank without rules holds."""
    return len(_slots([blank], size))


def _sizes(blanks: Sequence[Blank]) -> list[float]:
    ruled = any(len(blank.rules) > 1 for blank in blanks)
    multiline = any(blank.multiline for blank in blanks)
    largest = min(_LARGEST, *(_largest_in(blank) for blank in blanks))
    smallest = min(_SMALLEST_STORY if multiline or ruled else _SMALLEST_LINE, largest)
    steps = int((largest - smallest) / 0.5)
    return [*(largest - 0.5 * step for step in range(steps + 1)), smallest]


def _largest_in(blank: Blank) -> float:
    if len(blank.rules) > 1:
        pitches = [upper - lower for upper, lower in zip(blank.rules, blank.rules[1:], strict=False)]
        return min(_LARGEST, _PITCH_TO_SIZE * min(pitches))
    return _LARGEST if blank.multiline else min(_LARGEST, blank.height * 0.98)


def _slots(blanks: Sequence[Blank], size: float) -> list[Slot]:
    return [slot for blank in blanks for slot in _slots_of(blank, size)]


def _slots_of(blank: Blank, size: float) -> list[Slot]:
    x, width = blank.rect[0] + _MARGIN, blank.width - 2 * _MARGIN
    return [Slot(blank, x, y, width) for y in _baselines(blank, size)]


def _baselines(blank: Blank, size: float) -> list[float]:
    _x0, y0, _x1, y1 = blank.rect
    if blank.rules and (blank.multiline or abs(blank.rules[0] - y0) < 4):
        return [rule + _BASELINE_ABOVE_RULE for rule in blank.rules]
    if not blank.multiline:
        return [y0 + max(1.0, (blank.height - _CAP_HEIGHT * size) / 2)]
    top, leading = y1 - 0.9 * size, _LEADING * size
    count = max(1, int((top - y0 - 0.22 * size) / leading) + 1)
    return [top - leading * number for number in range(count)]


def _fitted_with_rest(text: str, slots: list[Slot], size: float) -> Fitted:
    last = slots[-1]
    mark = next((m for m in (CONTINUED, CONTINUED_SHORT) if text_width(m, size) + 40 < last.width), "")
    room = last.width - (text_width(" " + mark, size) if mark else 0)
    marked = [*slots[:-1], Slot(last.blank, last.x, last.y, room)]
    lines, rest = _pour(text, marked, size)
    if mark and lines:
        filled = lines[-1]
        lines[-1] = Line(filled.blank, filled.x, filled.y, size, f"{filled.text} {mark}".strip())
    return Fitted(tuple(lines), rest)


def _pour(text: str, slots: Sequence[Slot], size: float) -> tuple[list[Line], str]:
    """Fill the slots in order; the rest is what no slot was left for."""
    lines: list[Line] = []
    ruled = any(slot.blank.rules for slot in slots)  # rules are too few to leave any empty
    paragraphs = text.split("\n")
    free = iter(slots)
    for number, paragraph in enumerate(paragraphs):
        if ruled and not paragraph.strip():
            continue
        words = _Words(paragraph)
        while words.left:
            slot = next(free, None)
            if slot is None:
                return lines, "\n".join([words.remaining(), *paragraphs[number + 1 :]])
            lines.append(Line(slot.blank, slot.x, slot.y, size, words.take(slot.width, size)))
    return lines, ""


class _Words:
    """A paragraph given out line by line."""

    def __init__(self, paragraph: str) -> None:
        self._words = paragraph.split(" ")
        self._next = 0
        self._widths = letter_widths()

    @property
    def left(self) -> bool:
        return self._next < len(self._words)

    def remaining(self) -> str:
        return " ".join(self._words[self._next :])

    def take(self, width: float, size: float) -> str:
        """The words that fit on the next line; a word wider than the line is divided."""
        room, space, taken = width * 1000 / size, self._widths[" "], self._next
        for word in islice(self._words, taken, None):
            room -= self._width(word) + (space if self._next > taken else 0)
            if room < 0:
                break
            self._next += 1
        if self._next == taken and self.left:
            return self._divide(width, size)
        return " ".join(self._words[taken : self._next])

    def _divide(self, width: float, size: float) -> str:
        word, room, count = self._words[self._next], width * 1000 / size, 0
        while count < len(word) and room >= self._widths[word[count]]:
            room -= self._widths[word[count]]
            count += 1
        count = max(1, count)
        self._words[self._next] = word[count:]
        if not word[count:]:
            self._next += 1
        return word[:count]

    def _width(self, word: str) -> float:
        """In thousandths of the size; a word wider than any page is not measured to its end."""
        if len(word) > _WIDER_THAN_ANY_PAGE:
            return inf
        widths = self._widths
        return sum([widths[letter] for letter in word])
