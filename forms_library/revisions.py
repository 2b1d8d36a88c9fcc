"""What changed between two revisions of a form: the report with which a maintainer takes in a new one.

A name that both revisions have proves nothing: the court gives old names to other blanks (ANCHORS.md,
section 4). Blanks are therefore paired by their tooltip and kind, in the form's order; what is left
between such pairs by its place on the page, or by a name whose words have stayed nearly the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, unified_diff

from forms_library.blanks import Blank, Index

_STILL = 2.0  # points within which a blank has not moved
_SAME_PLACE = 0.5  # part of the smaller of two blanks that they share when they are one
_NEARLY = 0.8  # how like each other the words of one blank stay when the court edits them


@dataclass(frozen=True)
class Pair:
    """One blank in both revisions."""

    old: Blank
    new: Blank

    @property
    def moved(self) -> bool:
        apart = (abs(a - b) for a, b in zip(self.old.rect, self.new.rect, strict=True))
        return self.old.page != self.new.page or max(apart) > _STILL

    @property
    def reworded(self) -> bool:
        return _words(self.old) != _words(self.new)

    @property
    def renamed(self) -> bool:
        return (self.old.name, self.old.export) != (self.new.name, self.new.export)


@dataclass(frozen=True)
class Differences:
    """Two revisions' blanks set side by side."""

    pairs: tuple[Pair, ...]
    gone: tuple[Blank, ...]
    new: tuple[Blank, ...]

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
    def misleading_names(self) -> list[str]:
        """Names both revisions have, but for different blanks: carrying over their rows would be wrong."""
        before = {pair.old.name: pair.new.name for pair in self.pairs} | {
            blank.name: "" for blank in self.gone
        }
        after = {pair.new.name for pair in self.pairs} | {blank.name for blank in self.new}
        return [name for name, now in before.items() if name in after and name != now]

    def summary(self) -> str:
        return (
            f"{len(self.pairs) + len(self.gone)} blanks before, {len(self.pairs) + len(self.new)} now: "
            f"{len(self.new)} new, {len(self.gone)} gone, {len(self.moved)} moved, "
            f"{len(self.reworded)} with other words, {len(self.renamed)} with another name, "
            f"{len(self.misleading_names)} old names now on other blanks"
        )


def differences(old: Index, new: Index) -> Differences:
    """Set two revisions' blanks side by side."""
    pairs: list[Pair] = []
    gone: list[Blank] = []
    fresh: list[Blank] = []
    matcher = SequenceMatcher(None, [*map(_key, old.blanks)], [*map(_key, new.blanks)], autojunk=False)
    for what, a0, a1, b0, b1 in matcher.get_opcodes():
        before, now = list(old.blanks[a0:a1]), list(new.blanks[b0:b1])
        if what == "equal":
            pairs.extend(map(Pair, before, now))
        else:
            pairs.extend(_take_pairs(before, now, _at_one_place))
            gone.extend(before)
            fresh.extend(now)
    for alike in (_unmoved, _alike_by_name):  # what only its order in the form has torn apart
        pairs.extend(_take_pairs(gone, fresh, alike))
    return Differences(tuple(pairs), tuple(gone), tuple(fresh))


def report(old: Index, new: Index, old_print: Sequence[str], new_print: Sequence[str]) -> str:
    """The whole report as text: blanks first, then the printed words (`*_print`: runs in order)."""
    found = differences(old, new)
    sections = [
        f"Pages: {old.pages} before, {new.pages} now\n{found.summary()}\n",
        _section("New blanks", map(_blank, found.new)),
        _section("Blanks that are gone", map(_blank, found.gone)),
        _section(
            "Blanks with other words", (f"{_blank(p.old)}\n    now {_blank(p.new)}" for p in found.reworded)
        ),
        _section("Blanks that moved", (f"{_blank(p.new)}\n    from {_place(p.old)}" for p in found.moved)),
        _section(
            "Blanks with another name", (f"{_blank(p.new)}\n    was {p.old.name}" for p in found.renamed)
        ),
        _section("Old names now on other blanks: do not carry these rows over", found.misleading_names),
        _section("Printed words", words_changed(old_print, new_print)),
    ]
    return "\n".join(section for section in sections if section)


def words_changed(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """The runs of printed words that differ: "-" before, "+" now."""
    return [
        line for line in unified_diff(old, new, n=0, lineterm="") if not line.startswith(("---", "+++", "@@"))
    ]


def _take_pairs(old: list[Blank], new: list[Blank], alike: Callable[[Blank, Blank], bool]) -> list[Pair]:
    """Take out of both lists the blanks that are alike, the first for the first."""
    pairs: list[Pair] = []
    for blank in list(old):
        found = next((other for other in new if alike(blank, other)), None)
        if found is not None:
            old.remove(blank)
            new.remove(found)
            pairs.append(Pair(blank, found))
    return pairs


def _at_one_place(a: Blank, b: Blank) -> bool:
    if (a.page, a.kind) != (b.page, b.kind):
        return False
    width = min(a.rect[2], b.rect[2]) - max(a.rect[0], b.rect[0])
    height = min(a.rect[3], b.rect[3]) - max(a.rect[1], b.rect[1])
    smaller = min(a.width * a.height, b.width * b.height)
    return width > 0 and height > 0 and width * height >= _SAME_PLACE * smaller


def _unmoved(a: Blank, b: Blank) -> bool:
    return _key(a) == _key(b) and _at_one_place(a, b)


def _alike_by_name(a: Blank, b: Blank) -> bool:
    """A name counts only where kind and words agree, nearly at least."""
    if (a.name, a.kind) != (b.name, b.kind):
        return False
    return SequenceMatcher(None, _words(a), _words(b), autojunk=False).ratio() >= _NEARLY


def _key(blank: Blank) -> tuple[str, str]:
    """What a blank is. One without a tooltip can only go by its name."""
    return blank.kind, _words(blank) or blank.name


def _words(blank: Blank) -> str:
    return " ".join(blank.tooltip.casefold().split()).strip(" .:")


def _section(title: str, lines: Iterable[str]) -> str:
    listed = [f"  {line}\n" for line in lines]
    return f"{title} ({len(listed)})\n{''.join(listed)}" if listed else ""


def _blank(blank: Blank) -> str:
    return f"{_place(blank)}, {blank.kind}: {blank.tooltip or '(no tooltip)'} [{blank.name}]"


def _place(blank: Blank) -> str:
    x0, y0, x1, y1 = blank.rect
    return f"page {blank.page + 1} at {x0:.0f},{y0:.0f} to {x1:.0f},{y1:.0f}"
