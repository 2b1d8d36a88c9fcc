"""Finding the blanks of one revision again in another.

A name that both revisions have proves little: the court gives old names to other blanks. So the items are
paired first, by their headings and by what they ask; then the blanks within each pair of items, by kind and
words in the order in which they stand on the paper; a name only decides between blanks alike in that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from forms_library.blanks import Blank
from forms_library.printed_items import NO_ITEM, Item, item_of

_ONE_LINE = 5.0  # points between the middles of two blanks on one printed line
_STILL = 2.0  # points within which a blank has not moved
_SAME_PLACE = 0.5  # part of the smaller of two blanks that they share when they are one
_ALIKE = 0.6  # how like each other the words of one blank, or of a heading, stay when the court edits them
_HEADING = 0.9  # and those of a heading and of the box beside it
_LONGER = 0.85  # what it counts when one blank's words are all within the other's
_ENOUGH = 3  # words without which that is chance
_IN_ITEM = 3  # parts of a name before those within the item
_FOR_ENDING, _FOR_NAME = 0.2, 0.1  # what those parts and a whole name count, beside 1 for the words
_ASIDES = re.compile(r"\b(if known|check one|check all that apply|describe|specify|list)\b")

Items = Mapping[str, Sequence["Place"]]  # an item's number to its blanks in reading order; "" the caption


@dataclass(frozen=True)
class Place:
    """A blank, and the item it stands in."""

    blank: Blank
    item: Item = NO_ITEM

    @property
    def words(self) -> str:
        return plain(self.blank.tooltip)


@dataclass(frozen=True)
class Pair:
    """One blank in both revisions."""

    old: Blank
    new: Blank
    old_item: Item = NO_ITEM
    new_item: Item = NO_ITEM

    @property
    def moved(self) -> bool:
        apart = (abs(a - b) for a, b in zip(self.old.rect, self.new.rect, strict=True))
        return self.old.page != self.new.page or max(apart) > _STILL

    @property
    def reworded(self) -> bool:
        return plain(self.old.tooltip) != plain(self.new.tooltip)

    @property
    def renamed(self) -> bool:
        return (self.old.name, self.old.export) != (self.new.name, self.new.export)

    @property
    def renumbered(self) -> bool:
        return self.old_item.number != self.new_item.number

    @property
    def under_another_heading(self) -> bool:
        """Then it may ask something else in the very same words."""
        return plain(self.old_item.heading) != plain(self.new_item.heading)

    @property
    def same(self) -> bool:
        """Whether it asks the same in the same item; it may have moved and have another name."""
        return not (self.reworded or self.renumbered or self.under_another_heading)


def in_reading_order(blanks: Sequence[Blank], items: Sequence[Item] = ()) -> list[Place]:
    """From the top of each page down, and each line from the left. Files keep added blanks at their end."""
    lines: list[tuple[int, float, list[Blank]]] = []
    for blank in sorted(blanks, key=lambda blank: (blank.page, -_middle(blank))):
        if lines and lines[-1][0] == blank.page and lines[-1][1] - _middle(blank) <= _ONE_LINE:
            lines[-1][2].append(blank)
        else:
            lines.append((blank.page, _middle(blank), [blank]))
    ordered = (blank for _page, _y, line in lines for blank in sorted(line, key=lambda blank: blank.rect[0]))
    return [Place(blank, item_of(blank, items)) for blank in ordered]


def paired(old: Sequence[Place], new: Sequence[Place]) -> list[Pair]:
    """The blanks both revisions have, in the old one's order."""
    before, now = _by_item(old), _by_item(new)
    found = [
        pair for one, other in _same_items(before, now).items() for pair in _within(before[one], now[other])
    ]
    found.sort(key=lambda pair: old.index(pair[0]))
    return [Pair(a.blank, b.blank, a.item, b.item) for a, b in found]


_Found = tuple[Place, Place]


def _by_item(places: Sequence[Place]) -> Items:
    items: dict[str, list[Place]] = {}
    for place in places:
        items.setdefault(place.item.number, []).append(place)
    return items


def _same_items(old: Items, new: Items) -> dict[str, str]:
    """Which item is which, those most alike first; the captions are one another's."""
    alike = {(a, b): _items_alike(old[a], new[b]) for a in old for b in new if a and b}
    found = {"": ""} if "" in old and "" in new else {}
    for a, b in sorted(alike, key=lambda pair: -alike[pair]):
        if alike[a, b] and a not in found and b not in found.values():
            found[a] = b
    return found


def _items_alike(old: Sequence[Place], new: Sequence[Place]) -> float:
    """How much speaks for two items being one: their headings, and the part of the old blanks still asked."""
    heading = _alike(plain(old[0].item.heading), plain(new[0].item.heading))
    before, now = (Counter((p.blank.kind, _core(p.words)) for p in places) for places in (old, new))
    asked = (before & now).total() / before.total()
    return heading + asked if max(heading, asked) >= _ALIKE else 0.0


def _within(old: Sequence[Place], new: Sequence[Place]) -> list[_Found]:
    """The pairs within one item: again and again what is left in order, then what is left in one place."""
    found: list[_Found] = []
    while True:
        left_old, left_new = _left(old, new, found)
        more = list(_in_order(left_old, left_new))
        found += more
        if not more:
            break
    for place in left_old:
        left = _left(old, new, found)[1]
        found += [(place, other) for other in left if _same_place(place.blank, other.blank)][:1]
    return found


def _left(old: Sequence[Place], new: Sequence[Place], found: list[_Found]) -> tuple[list[Place], list[Place]]:
    taken_old, taken_new = {a.blank.name for a, _b in found}, {b.blank.name for _a, b in found}
    return (
        [place for place in old if place.blank.name not in taken_old],
        [place for place in new if place.blank.name not in taken_new],
    )


def _in_order(old: Sequence[Place], new: Sequence[Place]) -> Iterator[_Found]:
    """The pairs, in one order in both, that together are most alike (longest common subsequence, weighed)."""
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            alone = max(best[i + 1][j], best[i][j + 1])
            alike = _likeness(old[i], new[j])
            best[i][j] = max(alone, best[i + 1][j + 1] + alike) if alike else alone
    i = j = 0
    while i < len(old) and j < len(new):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            yield old[i], new[j]
            i, j = i + 1, j + 1


def _likeness(a: Place, b: Place) -> float:
    """How much speaks for two blanks of one item being one; 0 when they cannot be."""
    if a.blank.kind != b.blank.kind:
        return 0.0
    words = (_alike(a.words, b.words) + _alike(_core(a.words), _core(b.words))) / 2
    if _opens_its_item(a) and _opens_its_item(b):
        words = max(words, _ALIKE)
    ending = _ending(a.blank) == _ending(b.blank)
    heading_stays = plain(a.item.heading) == plain(b.item.heading)
    if words < _ALIKE and not (ending and heading_stays):
        return 0.0
    return words**2 + _FOR_ENDING * ending + _FOR_NAME * (a.blank.name == b.blank.name)


def _opens_its_item(place: Place) -> bool:
    """Whether it is the box beside an item's heading, which has the heading for its words."""
    return place.blank.kind == "tick" and _alike(place.words, plain(place.item.heading)) >= _HEADING


def _same_place(a: Blank, b: Blank) -> bool:
    if (a.page, a.kind) != (b.page, b.kind):
        return False
    width = min(a.rect[2], b.rect[2]) - max(a.rect[0], b.rect[0])
    height = min(a.rect[3], b.rect[3]) - max(a.rect[1], b.rect[1])
    smaller = min(a.width * a.height, b.width * b.height)
    return width > 0 and height > 0 and width * height >= _SAME_PLACE * smaller


@lru_cache(maxsize=100_000)
def _alike(a: str, b: str) -> float:
    """From 0 to 1: how much of the words is the same."""
    if a == b:
        return 1.0
    ratio = SequenceMatcher(None, a, b, autojunk=False).ratio()
    shorter, longer = sorted((a.split(), b.split()), key=len)
    rest = iter(longer)
    if len(shorter) >= _ENOUGH and all(word in rest for word in shorter):
        return max(ratio, _LONGER)
    return ratio


@lru_cache(maxsize=10_000)
def plain(words: str) -> str:
    """Words alone: without capitals, punctuation and the difference between straight and curly quotes."""
    return " ".join(re.findall(r"[\w%]+", re.sub(r"['\u2018\u2019]", "", words.casefold())))


def _core(words: str) -> str:
    """Without what a form says beside the question, unless it says nothing else."""
    return " ".join(_ASIDES.sub("", words).split()) or words


def _ending(blank: Blank) -> str:
    """A name without the form, the page and the item, which the court changes in all of an item's names."""
    return ".".join(blank.name.split(".")[_IN_ITEM:])


def _middle(blank: Blank) -> float:
    return (blank.rect[1] + blank.rect[3]) / 2
