"""The packet: which forms a Case needs, in which order, what is attached to what, and the one PDF."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject

from forms_library import ours
from forms_library.answer_sheets import answer_sheet
from forms_library.attachments import AttachedPage, attached_pages, attached_text
from forms_library.catalogue import Form, all_forms
from forms_library.fill import Fonts, add_ink, fill_live
from forms_library.installed import InstalledForm, installed
from forms_library.layout import Layout, Rest, lay_out, mark_attached
from forms_library.maps import FormMap, read_map
from forms_library.values import holds

ATTACHMENT_FORM = "MC-025"
_TITLE = "Court forms"
_BODY = "attachment.text"
_ANSWER_SHEET = -1  # in place of a number of attached pages: the form is not installed
_ONE_AT_A_TIME = Lock()  # the parsed forms are shared by a process's threads, and read lazily


@dataclass(frozen=True)
class Part:
    """One form of the packet with its attached pages, as one PDF of its own."""

    number: str
    title: str
    revision: str
    pages: int
    attached: int  # of those pages
    is_official: bool
    pdf: bytes


@dataclass(frozen=True)
class Packet:
    pdf: bytes
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class _Filled:
    """A form laid out, with the pages attached to it. `layout` is None where it is not installed."""

    form: Form
    official: InstalledForm | None
    layout: Layout | None
    attached: tuple[Layout, ...]  # on the official attachment form
    loose: tuple[bytes, ...]  # pages of our own, where a form is not installed
    rests: tuple[Rest, ...]


def forms_for(case: Any) -> tuple[Form, ...]:
    """The forms this Case needs, in filing order. The one place that decides."""
    return tuple(form for form in all_forms() if form.when and holds(form.when, case))


def make_packet(case: Any, forms_dir: Path, still_needed: tuple[str, ...] = ()) -> Packet:
    """Every form the Case needs, filled for printing, behind a cover page, as one PDF.

    `still_needed` names forms the answers call for that this packet does not hold. Raises
    layout.UnprintableAnswerError.
    """
    filled = [_fill(form, case, forms_dir) for form in forms_for(case)]
    writer = PdfWriter()
    with _ONE_AT_A_TIME:
        parts = _put_together(writer, filled, case, forms_dir, still_needed)
        return Packet(_written(writer), parts)


def live_forms(case: Any, forms_dir: Path) -> tuple[Part, ...]:
    """Each form on its own with its official fields filled and open to correction."""
    return tuple(live_form(form, case, forms_dir) for form in forms_for(case))


def live_form(form: Form, case: Any, forms_dir: Path) -> Part:
    """One form with its fields live, its attached pages behind it."""
    filled = _fill(form, case, forms_dir)
    writer = PdfWriter()
    if filled.layout is None or filled.official is None:
        parts = list(filled.loose)
    else:
        parts = [fill_live(filled.official.live_pdf, filled.layout)]
        attachment = installed(ATTACHMENT_FORM, forms_dir)
        for number, layout in enumerate(filled.attached, 1):
            assert attachment is not None
            parts.append(fill_live(attachment.live_pdf, layout, suffix=f"-{number}"))
        parts.extend(filled.loose)
    for part in parts:
        writer.append(PdfReader(io.BytesIO(part)), import_outline=False)
    pages = len(writer.pages)
    attached = pages - (filled.official.index.pages if filled.official else pages)
    official = filled.official is not None
    return Part(form.number, form.title, form.revision, pages, attached, official, _written(writer))


def _fill(form: Form, case: Any, forms_dir: Path) -> _Filled:
    official = installed(form.number, forms_dir)
    if official is None:
        sheet = answer_sheet(form, read_map(form.number, form.revision), case)
        return _Filled(form, None, None, (), (sheet,), ())
    form_map = read_map(form.number, official.revision)
    layout = lay_out(form_map, official.index, case)
    sheets, loose = _attach(form, layout.rests, case, forms_dir)
    headings = attached_text(layout.rests, form.number)
    mark_attached(layout, headings, len(sheets) + _pages_in(loose))
    return _Filled(form, official, layout, sheets, loose, tuple(layout.rests))


def _attach(
    form: Form, rests: Sequence[Rest], case: Any, forms_dir: Path
) -> tuple[tuple[Layout, ...], tuple[bytes, ...]]:
    """Attached pages on the official attachment form, or on our own where it is not installed."""
    if not rests:
        return (), ()
    attachment = installed(ATTACHMENT_FORM, forms_dir)
    if attachment is None:
        return (), tuple(
            ours.attached_sheet(heading, form.number, case.short_title, case.case_number, _noted(form, text))
            for heading, text in attached_text(rests, form.number).items()
        )
    form_map = read_map(ATTACHMENT_FORM, attachment.revision)
    body = attachment.index.by_name()[_body_widget(form_map)]
    pages = attached_pages(rests, form, body, case.short_title, case.case_number)
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


def _put_together(
    writer: PdfWriter, filled: Sequence[_Filled], case: Any, forms_dir: Path, still_needed: tuple[str, ...]
) -> tuple[Part, ...]:
    """Cover, then each form with its attached pages, bookmarked."""
    counts = [_page_counts(each) for each in filled]
    forms = tuple(each.form for each in filled)
    cover = _cover(forms, tuple(counts), _signatures(forms, case), still_needed)
    _append(writer, PdfReader(io.BytesIO(cover)), "What is inside")
    fonts = Fonts(writer)
    parts = []
    for each, (pages, attached) in zip(filled, counts, strict=True):
        _append_form(writer, each, fonts, forms_dir)
        form = each.form
        parts.append(
            Part(
                form.number,
                form.title,
                form.revision,
                pages,
                max(0, attached),
                each.official is not None,
                b"",
            )
        )
    return tuple(parts)


def _append_form(writer: PdfWriter, filled: _Filled, fonts: Fonts, forms_dir: Path) -> None:
    title = f"{filled.form.number} {filled.form.title}"
    if filled.layout is not None and filled.official is not None:
        start = _append(writer, _pages_of(filled.official.print_pdf), title)
        add_ink(writer, _pages_from(writer, start), filled.layout, fonts)
    attachment = installed(ATTACHMENT_FORM, forms_dir)
    for number, layout in enumerate(filled.attached, 1):
        assert attachment is not None
        name = f"{filled.form.number}, attached page {number}"
        start = _append(writer, _pages_of(attachment.print_pdf), name)
        add_ink(writer, _pages_from(writer, start), layout, fonts)
    for loose in filled.loose:
        _append(writer, PdfReader(io.BytesIO(loose)), title)


@lru_cache(maxsize=64)
def _pages_of(print_pdf: bytes) -> PdfReader:
    """A prepared form's pages, parsed once in a process; only under _ONE_AT_A_TIME."""
    return PdfReader(io.BytesIO(print_pdf))


def _append(writer: PdfWriter, reader: PdfReader, title: str) -> int:
    """Add a document's pages under a bookmark; the number of the first."""
    start = len(writer.pages)
    for page in reader.pages:
        writer.add_page(page)
    writer.add_outline_item(title=title, page_number=start)
    return start


def _pages_from(writer: PdfWriter, start: int) -> list[Any]:
    return [writer.pages[number] for number in range(start, len(writer.pages))]


def _page_counts(filled: _Filled) -> tuple[int, int]:
    attached = len(filled.attached)
    if filled.official is None:
        return _pages_in(filled.loose), _ANSWER_SHEET
    attached += _pages_in(filled.loose)
    return filled.official.index.pages + attached, attached


def _pages_in(documents: Sequence[bytes]) -> int:
    return sum(len(PdfReader(io.BytesIO(document)).pages) for document in documents)


def _signatures(forms: Sequence[Form], case: Any) -> tuple[str, ...]:
    """Where to sign: "DV-100: you, item 33, page 13"."""
    found = []
    for form in forms:
        for entry in form.sign:
            place, _bar, test = entry.partition("|")
            if not test or holds(test.strip(), case):
                found.append(f"{form.number}: {place.strip()}")
    return tuple(found)


@lru_cache(maxsize=64)
def _cover(
    forms: tuple[Form, ...],
    counts: tuple[tuple[int, int], ...],
    signatures: tuple[str, ...],
    still_needed: tuple[str, ...],
) -> bytes:
    """The cover page. It holds no answer, only which papers and how many pages, so it may be kept."""
    parts = tuple(
        ours.ContentsPart(
            form.number, form.title, pages, note=_note(attached), clerk_only=form.audience == "clerk"
        )
        for form, (pages, attached) in zip(forms, counts, strict=True)
    )
    return ours.cover_page(ours.Contents(parts, signatures, still_needed))


def _note(attached: int) -> str:
    """What the cover says of a form's pages; _ANSWER_SHEET in place of a number."""
    if attached == _ANSWER_SHEET:
        return "answer sheet: copy it onto the official form"
    if not attached:
        return ""
    return f"with {attached} attached page{'s' if attached > 1 else ''}"


def _written(writer: PdfWriter) -> bytes:
    """The finished document: a neutral title, and nothing of whoever made it."""
    writer.metadata = {"/Title": _TITLE}
    writer.root_object[NameObject("/Lang")] = TextStringObject("en-US")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
