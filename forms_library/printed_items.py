"""The numbered items of an official form, read off the page: which item a blank belongs to.

The number stands alone in the left margin, in its circle, and the item's heading beside it. Field names
carry item numbers too, but the court leaves them as they were when it numbers the items anew.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from forms_library.blanks import Blank
from forms_library.fingerprints import Run, runs_on
from forms_library.prepare import open_official

_MARGIN = 60.0  # points from the left edge: an item's number starts before it, everything else after
_SAME_LINE = 4.0  # points between the baselines of a number and of its heading
_ABOVE = 8.0  # points that an item's first blank may stand above its number
_CAPTION = 713.0  # points from the foot of a letter page: above stand the number, title and case number
_NUMBER = re.compile(r"(\d{1,2})(?=\s|$)\s*(.*)")


@dataclass(frozen=True)
class Item:
    """One item, or its continuation on another page. `y` is the height of its number, in points."""

    number: str
    heading: str
    page: int  # from 0
    y: float


NO_ITEM = Item("", "", 0, 0.0)  # the caption, and what stands before the first item


def printed_items(pdf: bytes) -> tuple[Item, ...]:
    """Every item of an official PDF, from the first to the last."""
    pages = (runs_on(page) for page in open_official(pdf).pages)
    return tuple(item for number, runs in enumerate(pages) for item in _items_on(runs, number))


def item_of(blank: Blank, items: Sequence[Item]) -> Item:
    """The item a blank belongs to: the last whose number stands above it or beside it."""
    if blank.rect[1] > _CAPTION:
        return NO_ITEM
    before = [item for item in items if (item.page, -item.y) <= (blank.page, _ABOVE - blank.rect[1])]
    return before[-1] if before else NO_ITEM


def _items_on(runs: Sequence[Run], page: int) -> list[Item]:
    found = [
        Item(match[1], match[2] or _heading(run, runs), page, run.y)
        for run in runs
        if run.x < _MARGIN and run.y < _CAPTION and (match := _NUMBER.match(run.text))
    ]
    return sorted(found, key=lambda item: -item.y)


def _heading(number: Run, runs: Sequence[Run]) -> str:
    beside = (run for run in runs if run.x > _MARGIN and abs(run.y - number.y) < _SAME_LINE)
    return " ".join(run.text for run in sorted(beside, key=lambda run: run.x))
