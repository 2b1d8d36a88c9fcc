"""Reading the ruled lines and the printed words off an official page.

Rules are not evenly spaced and boxes do not line up with them (PAPER.md), so both are read from the
page's own drawing, never worked out from the box.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pypdf import PageObject
from pypdf.generic import ContentStream

from forms_library.blanks import Blank

_FLAT = 0.7  # points of rise within which a stroke still is a ruled line
_BELOW_BOX = 3.0  # a rule this far under a box's lower edge is still its own
_ROOM_TO_WRITE = 7.0  # points a line of text needs above its rule
_TALLEST_LINE = 24.0  # points from rule to rule at the most
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


def rules_on(page: PageObject) -> list[Rule]:
    """The horizontal lines drawn on a page, as strokes, thin rectangles or sides of boxes."""
    if "/Contents" not in page:
        return []
    matrix, stack = _IDENTITY, []
    rules: list[Rule] = []
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
            if abs(start[1] - end[1]) < _FLAT:
                rules.append(Rule(min(start[0], end[0]), max(start[0], end[0]), (start[1] + end[1]) / 2))
            start = end
        elif operator == b"re":
            rules.extend(_sides(_numbers(operands), matrix))
    return rules


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


def _belongs(rule: Rule, blank: Blank) -> bool:
    shared = min(rule.x1, blank.rect[2]) - max(rule.x0, blank.rect[0])
    return shared >= _CELL_WALLS * blank.width


def _label_above(rule: float, blank: Blank, printed: Sequence[PrintedText]) -> bool:
    """Whether the form's own words stand on this rule, inside the box."""
    return any(
        rule - 1 < text.y < rule + 9 and text.x0 < blank.rect[2] - 12 and text.x1 > blank.rect[0] + 2
        for text in printed
    )


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


def _point(operands: Any, m: Any) -> tuple[float, float]:
    x, y = _numbers(operands)[:2]
    return (x * m[0] + y * m[2] + m[4], x * m[1] + y * m[3] + m[5])


def _sides(box: Any, matrix: Any) -> list[Rule]:
    x, y, width, height = box
    corners = [_point((x, y), matrix), _point((x + width, y + height), matrix)]
    (left, low), (right, high) = min(corners), max(corners)
    if abs(right - left) < 15:  # a tick box or an upright line
        return []
    if abs(high - low) < 2:
        return [Rule(left, right, (low + high) / 2)]
    return [Rule(left, right, min(low, high)), Rule(left, right, max(low, high))]
