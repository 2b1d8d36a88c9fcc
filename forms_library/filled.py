"""The forms of a packet filled, each with the pages attached to it, and how many pages that makes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from forms_library import ours
from forms_library.answer_sheets import answer_sheet
from forms_library.attachments import AttachedPage, attached_pages, attached_text
from forms_library.catalogue import Form
from forms_library.installed import InstalledForm, installed
from forms_library.layout import Layout, Rest, lay_out, mark_attached
from forms_library.maps import FormMap, read_map
from forms_library.values import resolve

ATTACHMENT_FORM = "MC-025"
_BODY = "attachment.text"
_NUMBER_OF_COPY, _TITLE_OF_COPY = " ({} of {})", ", copy {} of {}"


@dataclass(frozen=True)
class Filled:
    """A copy of a form laid out, with the pages attached to it. Not installed: an answer sheet instead."""

    form: Form
    copy: int  # from 1
    copies: int
    official: InstalledForm | None
    layout: Layout | None
    attached: tuple[Layout, ...]  # on the official attachment form
    loose: tuple[bytes, ...]  # pages of our own: answer sheet, or attached pages without the attachment form

    @property
    def name(self) -> str:
        return _with_copy(self.form.number, self.copy, self.copies, _NUMBER_OF_COPY)

    @property
    def title(self) -> str:
        return _with_copy(self.form.title, self.copy, self.copies, _TITLE_OF_COPY)

    @property
    def own_attached(self) -> int:
        """Pages that hold what did not fit on this form; 0 for an answer sheet, which holds it all."""
        return len(self.attached) + _pages_in(self.loose) if self.official else 0

    @property
    def pages(self) -> int:
        """Pages in the packet."""
        return (
            (self.official.index.pages if self.official else 0) + len(self.attached) + _pages_in(self.loose)
        )

    @property
    def pages_filed(self) -> int:
        """Pages when filed: an answer sheet is copied onto the official form."""
        return self.pages if self.official else self.form.pages


def fill_forms(forms: Iterable[Form], case: Any, forms_dir: Path) -> list[Filled]:
    """Every copy of every form, filled, with the attached pages counted where a form counts them.

    Raises layout.UnprintableAnswerError.
    """
    filled = [
        _fill(form, case, forms_dir, copy, copies)
        for form in forms
        for copies in [copies_of(form, case)]
        for copy in range(1, copies + 1)
    ]
    for each in filled:
        if each.layout is not None:
            headings = attached_text(each.layout.rests, each.name)
            mark_attached(each.layout, headings, each.own_attached + _pages_behind(each.form, filled))
    return filled


def copies_of(form: Form, case: Any) -> int:
    """How many copies of a form these answers fill."""
    return len(resolve(form.copies, case) or ()) if form.copies else 1


def _pages_behind(form: Form, filled: Sequence[Filled]) -> int:
    """The pages of the forms attached to a form, and of what is attached to those."""
    return sum(
        each.pages_filed + (_pages_behind(each.form, filled) if each.copy == 1 else 0)
        for each in filled
        if each.form.attaches_to == form.number
    )


def _fill(form: Form, case: Any, forms_dir: Path, copy: int, copies: int) -> Filled:
    official = installed(form.number, forms_dir)
    if official is None:
        form_map = read_map(form.number, form.revision).of_copy(copy)
        sheet = answer_sheet(form, _with_copy(form.title, copy, copies, _TITLE_OF_COPY), form_map, case)
        return Filled(form, copy, copies, None, None, (), (sheet,))
    layout = lay_out(read_map(form.number, official.revision).of_copy(copy), official.index, case)
    sheets, loose = _attach(
        form, _with_copy(form.number, copy, copies, _NUMBER_OF_COPY), layout.rests, case, forms_dir
    )
    return Filled(form, copy, copies, official, layout, sheets, loose)


def _with_copy(text: str, copy: int, copies: int, which: str) -> str:
    """A form's number or title, and which copy where there are several."""
    return text + which.format(copy, copies) if copies > 1 else text


def _attach(
    form: Form, name: str, rests: Sequence[Rest], case: Any, forms_dir: Path
) -> tuple[tuple[Layout, ...], tuple[bytes, ...]]:
    """Attached pages on the official attachment form, or on our own where it is not installed."""
    if not rests:
        return (), ()
    attachment = installed(ATTACHMENT_FORM, forms_dir)
    if attachment is None:
        return (), tuple(
            ours.attached_sheet(heading, name, case.short_title, case.case_number, _noted(form, text))
            for heading, text in attached_text(rests, name).items()
        )
    form_map = read_map(ATTACHMENT_FORM, attachment.revision)
    body = attachment.index.by_name()[_body_widget(form_map)]
    pages = attached_pages(rests, name, form.attached_notice, body, case.short_title, case.case_number)
    return tuple(_lay_out_page(form_map, attachment, page) for page in pages), ()


def _noted(form: Form, text: str) -> str:
    return f"{form.attached_notice}\n\n{text}" if form.attached_notice else text


def _lay_out_page(form_map: FormMap, attachment: InstalledForm, page: AttachedPage) -> Layout:
    layout = lay_out(form_map, attachment.index, page)
    lost = [rest for rest in layout.rests if rest.item != "caption"]
    assert not lost, "an attached page was given more than it holds"
    return layout


def _body_widget(form_map: FormMap) -> str:
    return next(row.widget for row in form_map.rows if row.value == _BODY)


def _pages_in(documents: Sequence[bytes]) -> int:
    return sum(len(PdfReader(io.BytesIO(document)).pages) for document in documents)
