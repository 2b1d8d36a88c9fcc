"""A Case and a map -> what ink goes where on one form. Both deliveries draw from this one layout."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext

from forms_library.blanks import Blank, Index
from forms_library.lettering import Line, fit
from forms_library.letters import refused, spell_out
from forms_library.maps import FormMap, Row
from forms_library.values import entries_at, holds, split_list, text_at

MORE_ATTACHED = "(more attached)"
OWN_PAGES = "*"  # an `attached` row about the pages of what did not fit, under whatever heading


class UnprintableAnswerError(ValueError):
    """An answer holds letters no court paper takes. Names the form, the item and the letters only, in the
    language spoken when it is shown."""

    def __init__(self, form: str, item: str, label: str, letters: str) -> None:
        super().__init__(form, item, label, letters)
        self._told = {"form": form, "item": item, "label": label, "letters": letters}

    def __str__(self) -> str:
        text = gettext(
            "%(form)s, item %(item)s (%(label)s): court papers take English letters; not: %(letters)s"
        )
        return text % self._told


@dataclass(frozen=True)
class Rest:
    """What did not fit in a blank, or had no blank, and goes to an attached page."""

    heading: str  # "" where the form asks for none
    item: str
    label: str
    text: str
    continues: bool = False  # its beginning is on the form


@dataclass
class Layout:
    """The ink of one form: lines of text and ticks by page (from 0), and what is left over."""

    form_map: FormMap
    index: Index
    texts: dict[str, str] = field(default_factory=dict)  # widget -> the text printed there
    lines: dict[int, list[Line]] = field(default_factory=lambda: defaultdict(list))
    ticks: dict[int, list[Blank]] = field(default_factory=lambda: defaultdict(list))
    rests: list[Rest] = field(default_factory=list)

    def tick(self, blank: Blank) -> None:
        self.ticks[blank.page].append(blank)

    def write(self, text: str, blanks: list[Blank]) -> str:
        """Write text into blanks that follow one another; what does not fit is returned."""
        fitted = fit(text, blanks)
        for line in fitted.lines:
            self.lines[line.blank.page].append(line)
            before = self.texts.get(line.blank.name)
            self.texts[line.blank.name] = f"{before}\n{line.text}" if before is not None else line.text
        return fitted.rest


def lay_out(form_map: FormMap, index: Index, root: Any) -> Layout:
    """Lay out every answer of a form. Raises UnprintableAnswerError.

    `attached` and `pages` rows wait for mark_attached: they depend on what is left over.
    """
    layout = Layout(form_map, index)
    blanks = index.by_name()
    marked = _rows_before_the_rest(form_map, blanks, root)
    for row, widgets in form_map.answers:
        mark = MORE_ATTACHED if row.widget in marked else ""
        _write_answer(layout, row, [blanks[name] for name in widgets], root, mark)
    for row in form_map.of_kind("tick"):
        if holds(row.value, root):
            layout.tick(blanks[row.widget])
    _list_the_rest(layout, root)
    places = {(row.item, row.label): place for place, row in reversed(list(enumerate(form_map.rows)))}
    layout.rests.sort(key=lambda rest: places[rest.item, rest.label])
    return layout


def mark_attached(
    layout: Layout, headings: Collection[str], attached_pages: int, attachment: str = ""
) -> None:
    """Tick "check here" for the headings that have attached pages, and write their number.

    `attachment`: the form what did not fit is written on, where a form asks which ones are attached.
    """
    blanks = layout.index.by_name()
    for row in layout.form_map.of_kind("attached"):
        if row.value == OWN_PAGES:
            _name_attachment(layout, blanks[row.widget], attachment)
        elif row.value in headings or (not row.value and attached_pages):  # no heading: any page at all
            layout.tick(blanks[row.widget])
    for row in layout.form_map.of_kind("pages"):
        if attached_pages:
            layout.write(str(attached_pages), [blanks[row.widget]])


def _name_attachment(layout: Layout, blank: Blank, attachment: str) -> None:
    """A box and the blank behind it, both empty where no such form is attached."""
    if attachment and blank.kind == "tick":
        layout.tick(blank)
    elif attachment:
        layout.write(attachment, [blank])


def _rows_before_the_rest(form_map: FormMap, blanks: dict[str, Blank], root: Any) -> set[str]:
    """The widest blank of the last row of each list that goes on, where no box on the form says so."""
    boxes = {row.value for row in form_map.of_kind("attached")}
    found = set()
    for row in form_map.of_kind("list"):
        path, first, _attribute = split_list(row.value)
        if row.attachment_heading in boxes or not entries_at(row.value, root):
            continue
        last = f"{path}.{first - 1}."
        widgets = [answer.widget for answer, _widgets in form_map.answers if answer.value.startswith(last)]
        if widgets:
            found.add(max(widgets, key=lambda widget: blanks[widget].width))
    return found


def _write_answer(layout: Layout, row: Row, blanks: list[Blank], root: Any, mark: str) -> None:
    text = printable(text_at(row.value, root), layout.form_map.number, row)
    if not text.strip():
        return
    if mark and not fit(f"{text} {mark}", blanks).rest:
        text = f"{text} {mark}"
    if row.moves_whole and fit(text, blanks).rest:
        layout.write(f"See {row.attachment_heading or 'attached page'}", blanks)
        layout.rests.append(Rest(row.attachment_heading, row.item, row.label, text))
        return
    rest = layout.write(text, blanks)
    if rest:
        layout.rests.append(Rest(row.attachment_heading, row.item, row.label, rest, continues=True))


def _list_the_rest(layout: Layout, root: Any) -> None:
    """Entries of a list beyond the rows the form has, each whole.

    Where the form wants the complete answer on the attached page, those that have a row are there too.
    """
    for row in layout.form_map.of_kind("list"):
        entries = entries_at(row.value, root)
        if not entries:
            continue
        if row.moves_whole:
            entries = entries_at(row.value, root, every=True)
            _drop_rests_of(layout, split_list(row.value)[0])
        layout.rests.append(_listed(layout.form_map.number, row, entries))


def _drop_rests_of(layout: Layout, path: str) -> None:
    """What did not fit of single entries, when all entries come whole."""
    answers = layout.form_map.answers
    listed = {(row.item, row.label) for row, _widgets in answers if row.value.startswith(f"{path}.")}
    layout.rests = [rest for rest in layout.rests if (rest.item, rest.label) not in listed]


def _listed(number: str, row: Row, entries: list[tuple[int, str]]) -> Rest:
    """Entries of a list, numbered as they were told; one that stands alone needs no number."""
    several_lines = any("\n" in text for _number, text in entries)
    if len(entries) == 1 and entries[0][0] == 1:
        text = entries[0][1]
    elif several_lines:
        text = "\n\n".join(f"{row.label} {place}:\n{text}" for place, text in entries)
    else:
        text = "\n".join(f"{place}. {text}" for place, text in entries)
    return Rest(row.attachment_heading, row.item, row.label, printable(text, number, row))


def printable(text: str, number: str, row: Row) -> str:
    letters = refused(text)
    if letters:
        raise UnprintableAnswerError(number, row.item, row.label, " ".join(letters))
    return spell_out(text)
