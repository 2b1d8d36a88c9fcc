"""Reading the ruled lines and the printed words off an official page.

Rules are not evenly spaced and boxes do not line up with them (PAPER.md), so both are read from the
page's own drawing, never worked out from the box.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pypdf import PageObject
from pypdf.generic import ContentStream

from forms_library.blanks import Blank

_FLAT = 0.7  # points of rise within which a stroke still is a ruled line
_BELOW_BOX = 3.0  # a rule this far under a box's lower edge is still its own
_ROOM_TO_WRITE = 7.0  # points a line of text needs above its rule
_TALLEST_LINE = 24.0  # points from rule to rule at the most
_IN_FRAME = 2.5  # points that a box's left edge lies off the frame's, at the most
_STROKE = 1.0  # points kept free beside a frame's line, from its middle
_ROOM_TO_READ = 2.5  # points above a box's middle, under which a rule would leave too little of it
_CELL_WALLS = 0.55  # a rule shorter than this part of the box is another box's


@dataclass(frozen=True)
class Rule:
    x0: float
    x1: float
    y: float


@dataclass(frozen=True)
class PrintedText:
    """A run of printed words: its start, its baseline and a generous guess at its end."""

    x0: float
    x1: float
    y: float


@dataclass(frozen=True)
class Wall:
    """An upright line of a frame."""

    x: float
    y0: float
    y1: float


def rules_on(page: PageObject) -> list[Rule]:
    """The horizontal lines drawn on a page, as strokes, thin rectangles or sides of boxes."""
    rules: list[Rule] = []
    for start, end, is_box in _drawn(page):
        if is_box:
            rules.extend(_sides(start, end))
        elif abs(start[1] - end[1]) < _FLAT:
            rules.append(Rule(min(start[0], end[0]), max(start[0], end[0]), (start[1] + end[1]) / 2))
    return rules


def walls_on(page: PageObject) -> list[Wall]:
    """The upright lines drawn on a page, as strokes or sides of boxes."""
    walls: list[Wall] = []
    for start, end, is_box in _drawn(page):
        low, high = sorted((start[1], end[1]))
        if high - low >= _ROOM_TO_WRITE and (is_box or abs(start[0] - end[0]) < _FLAT):
            walls.extend(Wall(x, low, high) for x in (start[0], end[0]))
    return walls


def _drawn(page: PageObject) -> Iterator[tuple[_Point, _Point, bool]]:
    """Lines by their ends and boxes (True) by two corners, in points on the page."""
    if "/Contents" not in page:
        return
    matrix, stack = _IDENTITY, []
    start = (0.0, 0.0)
    for operands, operator in ContentStream(page["/Contents"].get_object(), page.pdf).operations:
        if operator == b"q":
            stack.append(matrix)
        elif operator == b"Q":
            matrix = stack.pop() if stack else _IDENTITY
        elif operator == b"cm":
            matrix = _product(_numbers(operands), matrix)
        elif operator == b"m":
            start = _point(operands, matrix)
        elif operator == b"l":
            end = _point(operands, matrix)
            yield start, end, False
            start = end
        elif operator == b"re":
            x, y, width, height = _numbers(operands)
            yield _point((x, y), matrix), _point((x + width, y + height), matrix), True


def text_on(page: PageObject) -> list[PrintedText]:
    """Where words are printed on a page."""
    found: list[PrintedText] = []

    def visit(text: str, cm: Any, tm: Any, font: Any, size: float) -> None:
        if text.strip():
            x, y = _product(_numbers(tm), _numbers(cm))[4:]
            scale = abs(_product(_numbers(tm), _numbers(cm))[3]) or 1.0
            found.append(PrintedText(x, x + 0.45 * (size or 10) * scale * len(text.strip()), y))

    page.extract_text(visitor_text=visit)
    return found


def with_rules(blank: Blank, rules: Sequence[Rule], printed: Sequence[PrintedText]) -> Blank:
    """The blank with the ruled lines one writes on: its own, and not those under a printed label."""
    if blank.kind == "tick":
        return blank
    _x0, y0, _x1, y1 = blank.rect
    heights = sorted({round(rule.y, 2) for rule in rules if _belongs(rule, blank)}, reverse=True)
    inside = [y for y in heights if y0 - _BELOW_BOX <= y <= y1 - _ROOM_TO_WRITE]
    merged = [y for n, y in enumerate(inside) if n == 0 or inside[n - 1] - y > _ROOM_TO_WRITE]
    free = [y for y in merged if not _label_above(y, blank, printed)] if blank.multiline else merged
    if blank.multiline and blank.height > _TALLEST_LINE * (len(free) + 0.5):
        return blank  # a framed box: what looks like a rule is its frame
    return replace(blank, rules=tuple(free) if blank.multiline else tuple(free[-1:]))


def within_frame(blank: Blank, rules: Sequence[Rule], walls: Sequence[Wall]) -> Blank:
    """The blank without its edge beyond the frame it stands in: some of FL-155 reach over the line."""
    if blank.kind == "tick" or blank.multiline:
        return blank
    x0, y0, x1, y1 = blank.rect
    left = [wall.x for wall in walls if -_IN_FRAME < wall.x - x0 < _IN_FRAME and _is_beside(wall, blank)]
    inside = (rule.y for rule in rules if _belongs(rule, blank))
    above = [] if blank.rules else [y for y in inside if (y0 + y1) / 2 < y - _ROOM_TO_READ and y < y1]
    x0 = max([x0, *(x + _STROKE for x in left)])
    y1 = min([y1, *(y - _STROKE for y in above)])
    return replace(blank, rect=(x0, y0, x1, y1))


def _is_beside(wall: Wall, blank: Blank) -> bool:
    middle = (blank.rect[1] + blank.rect[3]) / 2
    return wall.y0 < middle < wall.y1


def _belongs(rule: Rule, blank: Blank) -> bool:
    shared = min(rule.x1, blank.rect[2]) - max(rule.x0, blank.rect[0])
    return shared >= _CELL_WALLS * blank.width


def _label_above(rule: float, blank: Blank, printed: Sequence[PrintedText]) -> bool:
    """Whether the form's own words stand on this rule, inside the box."""
    return any(
        rule - 1 < text.y < rule + 9 and text.x0 < blank.rect[2] - 12 and text.x1 > blank.rect[0] + 2
        for text in printed
    )


_Point = tuple[float, float]
_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1, 0, 0, 1, 0, 0)


def _numbers(operands: Any) -> Any:
    return tuple(float(number) for number in operands)


def _product(a: Any, b: Any) -> _Matrix:
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def _point(operands: Any, m: Any) -> _Point:
    x, y = _numbers(operands)[:2]
    return (x * m[0] + y * m[2] + m[4], x * m[1] + y * m[3] + m[5])


def _sides(corner: _Point, opposite: _Point) -> list[Rule]:
    (left, low), (right, high) = sorted((corner, opposite))
    if abs(right - left) < 15:  # a tick box or an upright line
        return []
    if abs(high - low) < 2:
        return [Rule(left, right, (low + high) / 2)]
    return [Rule(left, right, min(low, high)), Rule(left, right, max(low, high))]
