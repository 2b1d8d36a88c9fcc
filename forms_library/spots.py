"""The spots of a form: the blanks of one item in which one answer prints, and the page around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from forms_library.audience import general, paths_of
from forms_library.blanks import Blank, Rect
from forms_library.installed import InstalledForm
from forms_library.maps import FormMap, Row, read_map
from forms_library.values import split_test

_ABOVE_AND_BELOW = 72.0  # points of the page around a spot, so that it is found again on the paper


@dataclass(frozen=True)
class Spot:
    """`path` is what the map says prints there; `general` the same with "#" for the number of an entry."""

    item: str
    path: str
    general: str
    page: int  # from 0
    rects: tuple[Rect, ...]  # of its blanks, in points


@lru_cache(maxsize=128)
def spots_of(number: str, revision: str, blanks: tuple[Blank, ...]) -> tuple[Spot, ...]:
    """The spots of a form in the map's order. A choice's boxes are one spot, and so are the lines of a text
    that runs on, as far as they are on one page."""
    by_name = {blank.name: blank for blank in blanks}
    found: dict[tuple[str, str, str, int], list[Rect]] = {}
    for item, path, general_path, widget in _printed(read_map(number, revision)):
        if blank := by_name.get(widget):
            found.setdefault((item, path, general_path, blank.page), []).append(blank.rect)
    return tuple(Spot(*named, tuple(rects)) for named, rects in found.items())


def spots_on(form: InstalledForm) -> tuple[Spot, ...]:
    return spots_of(form.number, form.revision, form.index.blanks)


def where_printed(form: InstalledForm, path: str, named: Iterable[str]) -> int | None:
    """The number, from 1, of the first spot in which the answer at `path` prints; None: it prints nowhere.

    `named`: the paths it prints under, itself first, "#" for the number of an entry. The spot of its own
    entry goes before that of another.
    """
    first_of: dict[str, int] = {}
    for number, spot in enumerate(spots_on(form), 1):
        first_of.setdefault(spot.path, number)
        first_of.setdefault(spot.general, number)
    return next((first_of[name] for name in (path, *named) if name in first_of), None)


def around(spot: Spot, page: Rect) -> Rect:
    """A band of the page, of its whole width, with the spot in its middle; in whole points."""
    bottom = max(page[1], min(rect[1] for rect in spot.rects) - _ABOVE_AND_BELOW)
    top = min(page[3], max(rect[3] for rect in spot.rects) + _ABOVE_AND_BELOW)
    # Even numbers, so that at one and a half dots a point its edges fall between two dots.
    return page[0], page[1] + _even(bottom - page[1]), page[2], page[3] - _even(page[3] - top)


def _even(points: float) -> float:
    return points // 2 * 2


def _printed(form_map: FormMap) -> Iterator[tuple[str, str, str, str]]:
    """(item, path, general path, widget) of every blank that an answer prints in."""
    widgets = {row.widget: widgets for row, widgets in form_map.answers}
    for row in form_map.rows:
        for path in paths_of(row):
            for widget in widgets.get(row.widget, (row.widget,)):
                yield row.item, _path(row, path), path, widget


def _path(row: Row, general_path: str) -> str:
    exact = split_test(row.value)[0]
    return exact if general(exact) == general_path else general_path
