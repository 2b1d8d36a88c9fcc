"""The packet: which forms a Case needs, in which order, what is attached to what, and the one PDF."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from django.utils.translation import get_language, gettext, ngettext, override
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject

from forms_library import ours
from forms_library.attached_order import in_order
from forms_library.catalogue import Form, all_forms
from forms_library.fill import Fonts, add_ink, fill_live
from forms_library.filled import ATTACHMENT_FORM, Filled, filed_before, fill_forms, handed_in_now
from forms_library.installed import installed
from forms_library.ready_pages import ready_pages
from forms_library.tagged import joined
from forms_library.values import holds, resolve

_TITLE = "Court forms"
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


def forms_for(case: Any) -> tuple[Form, ...]:
    """The forms this Case needs, in filing order. The one place that decides."""
    needed = (form for form in all_forms() if form.when and holds(form.when, case))
    forms = [_for_case(form, case) for form in needed if not (form.until and holds(form.until, case))]
    return tuple(in_order(forms, lambda form, parent: form.attaches_to == parent.number))


def _for_case(form: Form, case: Any) -> Form:
    """The form as these answers make it: attached to another one, or handed in with the others."""
    copies = resolve(form.copies, case) if form.copies else ()
    attaches_to = getattr(copies[0], "attached_to", form.attaches_to) if copies else form.attaches_to
    hand_in = _said(form.hand_in, case)
    return replace(
        form,
        attaches_to=attaches_to,
        hand_in=hand_in,
        set_aside=() if hand_in else _said(form.set_aside, case),
        is_filed=bool(form.filed) and holds(form.filed, case),
    )


def _said(texts: Sequence[str], case: Any) -> tuple[str, ...]:
    """Of "test | text", the first text whose test holds; a text alone always does."""
    for line in texts:
        test, bar, text = line.partition(" | ")
        if not bar or holds(test, case):
            return (text if bar else line,)
    return ()


def make_packet(case: Any, forms_dir: Path, still_needed: tuple[str, ...] = ()) -> Packet:
    """Every form the Case needs, filled for printing, behind a cover page, as one PDF.

    `still_needed` names papers the answers call for that this packet does not hold. Raises
    layout.UnprintableAnswerError.
    """
    filled = fill_forms(forms_for(case), case, forms_dir)
    return bound(cover_of(filled, case, still_needed), filled, forms_dir)


def bound(cover: bytes, filled: Sequence[Filled], forms_dir: Path) -> Packet:
    """Forms behind a page of our own that says what they are, as one PDF with a bookmark for each."""
    writer = PdfWriter()
    with _ONE_AT_A_TIME, override("en"):
        _append(writer, _front_page(cover), "What is inside")
        fonts = Fonts(writer)
        for each in filled:
            _append_form(writer, each, fonts, forms_dir)
        return Packet(_written(writer), tuple(_part(each) for each in filled))


def live_forms(case: Any, forms_dir: Path) -> tuple[Part, ...]:
    """Each form on its own with its official fields filled and open to correction."""
    filled = fill_forms(forms_for(case), case, forms_dir)
    return tuple(_live(each, forms_dir) for each in filled)


def live_form(form: Form, case: Any, forms_dir: Path) -> Part:
    """One form with its fields live, its attached pages behind it; all its copies, one after another."""
    every = fill_forms(forms_for(case), case, forms_dir)
    filled = [each for each in every if each.form.number == form.number]
    parts = [_live(each, forms_dir, f"-copy-{each.copy}" if each.copy > 1 else "") for each in filled]
    together = parts[0].pdf if len(parts) == 1 else _joined([part.pdf for part in parts])
    pages, attached = sum(part.pages for part in parts), sum(part.attached for part in parts)
    return replace(parts[0], pages=pages, attached=attached, pdf=together)


def _part(filled: Filled, pdf: bytes = b"") -> Part:
    form = filled.form
    revision = filled.official.revision if filled.official else form.revision
    official = filled.official is not None
    return Part(form.number, form.title, revision, filled.pages, filled.own_attached, official, pdf)


def _live(filled: Filled, forms_dir: Path, suffix: str = "") -> Part:
    """One copy of a form, its fields live. The suffix keeps apart the fields of copies that are joined."""
    parts = list(filled.loose)
    if filled.layout is not None and filled.official is not None:
        attachment = installed(ATTACHMENT_FORM, forms_dir)
        sheets = []
        for number, layout in enumerate(filled.attached, 1):
            assert attachment is not None
            sheets.append(fill_live(attachment.live_pdf, layout, suffix=f"{suffix}-{number}"))
        parts = [fill_live(filled.official.live_pdf, filled.layout, suffix=suffix), *sheets, *parts]
    return _part(filled, _joined(parts))


def _joined(parts: Sequence[bytes]) -> bytes:
    return _written(joined(parts))


def _append_form(writer: PdfWriter, filled: Filled, fonts: Fonts, forms_dir: Path) -> None:
    title = f"{filled.form.number} {filled.title}"
    if filled.layout is not None and filled.official is not None:
        start = _append(writer, _pages_of(filled.official.print_pdf), title)
        add_ink(writer, _pages_from(writer, start), filled.layout, fonts)
    attachment = installed(ATTACHMENT_FORM, forms_dir)
    for number, layout in enumerate(filled.attached, 1):
        assert attachment is not None
        name = f"{filled.name}, attached page {number}"
        start = _append(writer, _pages_of(attachment.print_pdf), name)
        add_ink(writer, _pages_from(writer, start), layout, fonts)
    for loose in filled.loose:
        _append(writer, PdfReader(io.BytesIO(loose)), title)


@lru_cache(maxsize=64)
def _pages_of(print_pdf: bytes) -> PdfReader:
    """A prepared form's pages, made ready once in a process; only under _ONE_AT_A_TIME."""
    return ready_pages(print_pdf)


@lru_cache(maxsize=16)
def _front_page(cover: bytes) -> PdfReader:
    """A page of our own that says what is inside, which holds no answer; only under _ONE_AT_A_TIME."""
    return ready_pages(cover)


def _append(writer: PdfWriter, reader: PdfReader, title: str) -> int:
    """Add a document's pages under a bookmark; the number of the first."""
    start = len(writer.pages)
    for page in reader.pages:
        writer.add_page(page)
    writer.add_outline_item(title=title, page_number=start)
    return start


def _pages_from(writer: PdfWriter, start: int) -> list[Any]:
    return [writer.pages[number] for number in range(start, len(writer.pages))]


def _signatures(forms: Sequence[Form], case: Any) -> tuple[str, ...]:
    """Where to sign, in the page's language: "DV-100: you, item 33, page 13"."""
    found = []
    for form in forms:
        for entry in form.sign:
            place, _bar, test = entry.partition("|")
            if not test or holds(test.strip(), case):
                found.append(f"{form.number}: {gettext(place.strip())}")
    return tuple(found)


def cover_of(filled: Sequence[Filled], case: Any, still_needed: tuple[str, ...]) -> bytes:
    """The cover of these forms, in the page's language: what is inside, where to sign, what goes where."""
    now = {id(each) for each in handed_in_now(filled)}
    before = {id(each) for each in filed_before(filled)}
    parts = tuple(
        ours.ContentsPart(
            each.form.number,
            each.title,
            each.pages,
            name=each.name,
            note=_note(each, waits=bool(now)),
            clerk_only=each.form.is_confidential,
            filed=id(each) in before,
            set_aside=id(each) not in now | before,
        )
        for each in filled
    )
    forms = tuple(dict.fromkeys(each.form for each in filled))
    ahead = tuple(dict.fromkeys(each.form for each in filled if id(each) not in before))
    contents = ours.Contents(
        parts,
        copies=case.copies_wanted,
        sign=_signatures(ahead, case),
        still_needed=still_needed,
        tell_clerk=tuple(gettext(form.tell_clerk) for form in ahead if form.tell_clerk),
        judge_completes=tuple(form.number for form in ahead if form.completed_by == "petitioner and court"),
        hand_in=tuple(gettext(text) for form in forms for text in form.hand_in if not form.is_filed),
        set_aside=tuple(gettext(text) for form in forms for text in form.set_aside if not form.is_filed),
    )
    return _cover(contents, get_language())


@lru_cache(maxsize=64)
def _cover(contents: ours.Contents, language: str | None) -> bytes:
    """The cover page, in the language that is spoken now. It holds no answer, only which papers and how many
    pages, so it may be kept."""
    return ours.cover_page(contents)


def _note(filled: Filled, waits: bool) -> str:
    """What the cover says of a form's pages. `waits`: others are handed in before those set aside."""
    notes = []
    if filled.attached_to:
        notes.append(gettext("attached to %(form)s") % {"form": filled.attached_to})
    if filled.form.set_aside and not filled.form.is_filed and waits:
        notes.append(gettext("set aside: not handed in with the others"))
    if filled.official is None:
        notes.append(gettext("answer sheet: copy it onto the official form"))
    elif filled.own_attached:
        count = filled.own_attached
        pages = ngettext("with %(count)d attached page", "with %(count)d attached pages", count)
        notes.append(pages % {"count": count})
    return "; ".join(notes)


def _written(writer: PdfWriter) -> bytes:
    """The finished document: a neutral title, and nothing of whoever made it."""
    writer.metadata = {"/Title": _TITLE}
    writer.root_object[NameObject("/Lang")] = TextStringObject("en-US")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
