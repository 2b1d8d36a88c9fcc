"""Carrying a map over to a new revision of its form: a draft, for a person to complete.

    python -m forms_library.carrying_over OLD.pdf NEW.pdf

A row is carried over as it was only where its blank still asks the same thing in the same item. Where the
words, the item's heading or its number are others the row is kept but marked CHECK; a blank nobody knows
gets a row marked NEW. Both marks are no kinds of a map, so check_forms fails until each has been dealt with.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields, replace
from itertools import pairwise
from pathlib import Path

from forms_library.blanks import Blank, Index, read_blanks
from forms_library.catalogue import map_file
from forms_library.maps import Row, read_map
from forms_library.pairing import Pair, in_reading_order
from forms_library.prepare import open_official
from forms_library.printed_items import Item, printed_items
from forms_library.recognition import printed_runs, recognise
from forms_library.revisions import Differences, differences, report

NEW, CHECK = "NEW", "CHECK"


@dataclass(frozen=True)
class DraftRow:
    """One line of the draft: a map's columns, and in `kind` perhaps a mark."""

    item: str
    label: str
    widget: str
    kind: str
    value: str
    more: str
    note: str
    only_when: str = ""


@dataclass(frozen=True)
class Draft:
    """A new map in the making, and the old rows that found no blank."""

    rows: tuple[DraftRow, ...]
    gone: tuple[Row, ...]

    @property
    def to_fill(self) -> list[DraftRow]:
        return [row for row in self.rows if row.kind == NEW]

    @property
    def to_check(self) -> list[DraftRow]:
        return [row for row in self.rows if row.kind.startswith(CHECK)]

    @property
    def carried(self) -> list[DraftRow]:
        """The rows whose blank asks the same in the same item."""
        return [row for row in self.rows if row.kind != NEW and not row.kind.startswith(CHECK)]

    def summary(self) -> str:
        lines = [
            f"{len(self.rows)} rows: {len(self.carried)} carried over, {len(self.to_check)} to check, "
            f"{len(self.to_fill)} new. {len(self.gone)} old rows have no blank any more"
        ]
        lines += [f"  item {row.item} ({row.label}): {row.kind} {row.value}".rstrip() for row in self.gone]
        return "\n".join(lines)


def compared(old: bytes, new: bytes) -> Differences:
    """What is different between two official PDFs."""
    return differences(_index(old), _index(new), printed_items(old), printed_items(new))


def carry_over(old_rows: Sequence[Row], found: Differences) -> Draft:
    """The old map's rows on the new revision's blanks, in the order of the new paper."""
    rows = {row.widget: row for row in old_rows if row.widget}
    pairs = {pair.new.name: pair for pair in found.pairs}
    items = {place.blank.name: place.item for place in found.new}
    drafted: list[DraftRow] = []
    for place in in_reading_order([*(pair.new for pair in found.pairs), *(new.blank for new in found.new)]):
        pair = pairs.get(place.blank.name)
        if pair and pair.old.name in rows:
            drafted.append(_carried(rows[pair.old.name], pair))
        else:
            drafted.append(_new(place.blank, pair.new_item if pair else items[place.blank.name]))
    kept = {pair.old.name for pair in found.pairs}
    return Draft(
        rows=tuple(_with_lists(_with_more_checked(drafted, old_rows, found), old_rows, found)),
        gone=tuple(row for row in old_rows if row.widget and row.widget not in kept),
    )


def _carried(row: Row, pair: Pair) -> DraftRow:
    number, before = pair.new_item.number, pair.old_item.number
    item = number + row.item.removeprefix(before) if before and row.item.startswith(before) else row.item
    draft = DraftRow(*astuple(replace(row, item=item, widget=pair.new.name)))
    if pair.same:
        return draft
    why = [f"was item {row.item}"] if pair.renumbered else []
    why += ["another heading"] if pair.under_another_heading else []
    why += ["other words"] if pair.reworded else []
    return _to_check(draft, "; ".join(why))


def _new(blank: Blank, item: Item) -> DraftRow:
    where = f"page {blank.page + 1} at {blank.rect[0]:.0f},{blank.rect[1]:.0f}, {blank.kind}"
    return DraftRow(item.number or "caption", "", blank.name, NEW, "", "", where)


def _to_check(row: DraftRow, why: str) -> DraftRow:
    note = "; ".join(part for part in (row.note, why) if part)
    return replace(row, kind=f"{CHECK} {row.kind.removeprefix(CHECK).strip()}", note=note)


def _with_more_checked(
    drafted: Sequence[DraftRow], old_rows: Sequence[Row], found: Differences
) -> Iterator[DraftRow]:
    """A row that only goes on with the row above must still stand under that row."""
    now = {pair.old.name: pair.new.name for pair in found.pairs}
    above = {now.get(row.widget): now.get(one.widget) for one, row in pairwise(old_rows)}
    for number, row in enumerate(drafted):
        torn = row.kind.endswith("more") and (not number or above[row.widget] != drafted[number - 1].widget)
        yield _to_check(row, "stands under another blank") if torn else row


def _with_lists(
    drafted: Iterator[DraftRow], old_rows: Sequence[Row], found: Differences
) -> Iterator[DraftRow]:
    """Lists have no blank: each comes again after the last row before it that has been kept."""
    now = {pair.old.name: pair.new.name for pair in found.pairs}
    following: dict[str, list[Row]] = {}
    last = ""
    for row in old_rows:
        last = now.get(row.widget, last)
        if not row.widget:
            following.setdefault(last, []).append(row)
    for draft in drafted:
        yield draft
        yield from (DraftRow(*astuple(row)) for row in following.get(draft.widget, ()))


def write_draft(old: bytes, new: bytes) -> str:
    """Write the draft to where the new map belongs; returns what a maintainer should read about it.

    Raises FileExistsError when there is a map already, MapError when the old revision has none.
    """
    before, now = recognise(old), recognise(new)
    if before.number != now.number or before.revision >= now.revision:
        raise ValueError(f"{now.number} of {now.revision} is no later {before.number} than {before.revision}")
    found = compared(old, new)
    draft = carry_over(read_map(before.number, before.revision).rows, found)
    path = map_file(now.number, now.revision)
    with path.open("x", encoding="utf-8", newline="") as table:
        lines = csv.writer(table, lineterminator="\n")
        lines.writerow([field.name for field in fields(DraftRow)])
        lines.writerows(astuple(row) for row in draft.rows)
    return f"{path}\n{draft.summary()}\n\n{report(found, printed_runs(old), printed_runs(new))}"


def _index(pdf: bytes) -> Index:
    reader = open_official(pdf)
    return Index(len(reader.pages), read_blanks(reader))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("python -m forms_library.carrying_over OLD.pdf NEW.pdf")
    try:
        print(write_draft(*(Path(name).read_bytes() for name in sys.argv[1:])))
    except (OSError, ValueError) as problem:
        sys.exit(str(problem))
