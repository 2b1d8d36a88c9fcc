"""What changed between two revisions of a form: the report with which a maintainer takes in a new one.

Blanks are found again by what they ask and in which item (pairing.py), never by their name alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import unified_diff

from forms_library.blanks import Blank, Index
from forms_library.pairing import Pair, Place, in_reading_order, paired
from forms_library.printed_items import Item


@dataclass(frozen=True)
class Differences:
    """Two revisions' blanks set side by side."""

    pages: tuple[int, int]  # before and now
    pairs: tuple[Pair, ...]
    gone: tuple[Place, ...]
    new: tuple[Place, ...]

    @property
    def moved(self) -> list[Pair]:
        return [pair for pair in self.pairs if pair.moved]

    @property
    def reworded(self) -> list[Pair]:
        return [pair for pair in self.pairs if pair.reworded]

    @property
    def renamed(self) -> list[Pair]:
        return [pair for pair in self.pairs if pair.renamed]

    @property
    def in_another_item(self) -> list[Pair]:
        """Their item has another number or another heading."""
        return [pair for pair in self.pairs if pair.renumbered or pair.under_another_heading]

    @property
    def misleading_names(self) -> list[str]:
        """Names both revisions have, but for different blanks: carrying over their rows would be wrong."""
        before = {pair.old.name: pair.new.name for pair in self.pairs}
        before |= {place.blank.name: "" for place in self.gone}
        after = {pair.new.name for pair in self.pairs} | {place.blank.name for place in self.new}
        return [name for name, now in before.items() if name in after and name != now]

    def summary(self) -> str:
        return (
            f"{len(self.pairs) + len(self.gone)} blanks before, {len(self.pairs) + len(self.new)} now: "
            f"{len(self.new)} new, {len(self.gone)} gone, {len(self.moved)} moved, "
            f"{len(self.reworded)} with other words, {len(self.in_another_item)} in another item, "
            f"{len(self.renamed)} with another name, "
            f"{len(self.misleading_names)} old names now on other blanks"
        )


def differences(
    old: Index, new: Index, old_items: Sequence[Item] = (), new_items: Sequence[Item] = ()
) -> Differences:
    """Set two revisions' blanks side by side; `*_items`: what printed_items reads off each PDF."""
    before, now = in_reading_order(old.blanks, old_items), in_reading_order(new.blanks, new_items)
    pairs = paired(before, now)
    kept, known = {pair.old.name for pair in pairs}, {pair.new.name for pair in pairs}
    return Differences(
        pages=(old.pages, new.pages),
        pairs=tuple(pairs),
        gone=tuple(place for place in before if place.blank.name not in kept),
        new=tuple(place for place in now if place.blank.name not in known),
    )


def report(found: Differences, old_print: Sequence[str], new_print: Sequence[str]) -> str:
    """The whole report as text: blanks first, then the printed words (`*_print`: runs in order)."""
    sections = [
        f"Pages: {found.pages[0]} before, {found.pages[1]} now\n{found.summary()}\n",
        _section("New blanks", (_line(place.blank, place.item) for place in found.new)),
        _section("Blanks that are gone", (_line(place.blank, place.item) for place in found.gone)),
        _section(
            "Blanks with other words: is it still the same question?", map(_before_and_now, found.reworded)
        ),
        _section(
            "Blanks whose item has another number or heading: is it still the same question?",
            map(_items, found.in_another_item),
        ),
        _section("Blanks that moved", (f"{_new(p)}\n    from {_place(p.old)}" for p in found.moved)),
        _section("Blanks with another name", (f"{_new(p)}\n    was {p.old.name}" for p in found.renamed)),
        _section("Old names now on other blanks: do not carry these rows over", found.misleading_names),
        _section("Printed words", words_changed(old_print, new_print)),
    ]
    return "\n".join(section for section in sections if section)


def words_changed(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """The runs of printed words that differ: "-" before, "+" now."""
    return [
        line for line in unified_diff(old, new, n=0, lineterm="") if not line.startswith(("---", "+++", "@@"))
    ]


def _section(title: str, lines: Iterable[str]) -> str:
    listed = [f"  {line}\n" for line in lines]
    return f"{title} ({len(listed)})\n{''.join(listed)}" if listed else ""


def _before_and_now(pair: Pair) -> str:
    return f"{_line(pair.old, pair.old_item)}\n    now {_new(pair)}"


def _items(pair: Pair) -> str:
    return f"{_new(pair)}\n    was in item {pair.old_item.number}, {pair.old_item.heading}"


def _new(pair: Pair) -> str:
    return _line(pair.new, pair.new_item)


def _line(blank: Blank, item: Item) -> str:
    where = f"item {item.number}, {_place(blank)}" if item.number else _place(blank)
    return f"{where}, {blank.kind}: {blank.tooltip or '(no tooltip)'} [{blank.name}]"


def _place(blank: Blank) -> str:
    x0, y0, x1, y1 = blank.rect
    return f"page {blank.page + 1} at {x0:.0f},{y0:.0f} to {x1:.0f},{y1:.0f}"
