"""Preparing an official PDF once, so that filling it is quick and what we hand out is clean.

Drops the encryption, the XFA copy, usage rights, JavaScript and the controls for the screen; keeps
the words of form numbers that are buttons as ink; leaves out fonts that only typing would need.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from typing import Any

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    TextStringObject,
)

from forms_library.blanks import Blank, Index, inherited, is_push_button, read_blanks, widgets_of
from forms_library.rules import rules_on, text_on, walls_on, with_rules, within_frame
from forms_library.screen_only import PRIVACY_NOTICE, drop_screen_only
from forms_library.trimming import trim_fonts

_ROOT_REMAINDERS = ("/Perms", "/OpenAction", "/AA", "/Names", "/Metadata", "/Outlines", "/PageMode")


@dataclass(frozen=True)
class Prepared:
    """`print_pdf`: pages only; `live_pdf`: the same with the official fields; `index`: the blanks."""

    print_pdf: bytes
    live_pdf: bytes
    index: Index


def prepare(pdf: bytes) -> Prepared:
    """Prepare an official PDF. Raises pypdf.errors.PyPdfError when it is not a readable PDF."""
    reader = open_official(pdf)
    return Prepared(_without_fields(pdf), _with_clean_fields(pdf), _index(reader))


def open_official(pdf: bytes) -> PdfReader:
    reader = PdfReader(io.BytesIO(pdf))
    if reader.is_encrypted:
        reader.decrypt("")
    return reader


def is_control(widget: DictionaryObject) -> bool:
    """A button or notice for the screen only: never print (PAPER.md)."""
    if not is_push_button(widget):
        return False
    looks = widget.get("/MK") or DictionaryObject()
    return "/BG" in looks or str(looks.get("/CA", "")).lower().startswith(PRIVACY_NOTICE)


def _index(reader: PdfReader) -> Index:
    rules = [rules_on(page) for page in reader.pages]
    walls = [walls_on(page) for page in reader.pages]
    printed = [text_on(page) for page in reader.pages]
    ruled = (with_rules(blank, rules[blank.page], printed[blank.page]) for blank in read_blanks(reader))
    blanks = (within_frame(blank, rules[blank.page], walls[blank.page]) for blank in ruled)
    return Index(pages=len(reader.pages), blanks=tuple(_notices_marked(blank) for blank in blanks))


def _notices_marked(blank: Blank) -> Blank:
    """Ruled lines mean nothing in a read-only notice."""
    return replace(blank, rules=()) if blank.read_only and blank.multiline else blank


def _writer(pdf: bytes) -> PdfWriter:
    writer = PdfWriter(clone_from=open_official(pdf))
    root = writer.root_object
    for key in _ROOT_REMAINDERS:
        root.pop(NameObject(key), None)
    for page in writer.pages:
        for key in ("/AA", "/Metadata", "/PieceInfo", "/Thumb"):
            page.pop(NameObject(key), None)
        drop_screen_only(writer, page)
        _keep_button_words(writer, page)
    return writer


def _without_fields(pdf: bytes) -> bytes:
    writer = _writer(pdf)
    root = writer.root_object
    for key in ("/AcroForm", "/StructTreeRoot", "/MarkInfo"):
        root.pop(NameObject(key), None)
    for page in writer.pages:
        page.pop(NameObject("/Annots"), None)
        page.pop(NameObject("/StructParents"), None)
    return _rebuilt(writer)


def _with_clean_fields(pdf: bytes) -> bytes:
    writer = _writer(pdf)
    form = writer.root_object["/AcroForm"].get_object()
    assert isinstance(form, DictionaryObject)
    for key in ("/XFA", "/CO", "/SigFlags", "/NeedAppearances"):
        form.pop(NameObject(key), None)
    form[NameObject("/DR")] = _typing_fonts(writer)
    for page in writer.pages:
        _drop_buttons(page, form)
        for widget in widgets_of(page):
            _type_with_standard_fonts(widget)
    _drop_actions(writer)
    return _written(writer)


def _rebuilt(writer: PdfWriter) -> bytes:
    """The pages alone in a new document: whatever they do not need stays behind."""
    pages_only = PdfWriter()
    for page in PdfReader(io.BytesIO(_bytes_of(writer))).pages:
        pages_only.add_page(page)
    return _written(pages_only)


def _bytes_of(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _written(writer: PdfWriter) -> bytes:
    trim_fonts(writer)
    for page in writer.pages:  # before identical objects become one: it empties the parts it joins
        page.compress_content_streams()
    writer.compress_identical_objects(remove_duplicates=True, remove_unreferenced=True)
    return _bytes_of(writer)


def _keep_button_words(writer: PdfWriter, page: PageObject) -> None:
    """Draw the looks of buttons that are print onto the page, where they stood."""
    drawing: list[str] = []
    for number, widget in enumerate(widgets_of(page)):
        if not is_push_button(widget) or is_control(widget) or "/N" not in widget.get("/AP", {}):
            continue
        looks: Any = widget["/AP"]
        look = looks.raw_get("/N")
        if not isinstance(look, IndirectObject):
            look = writer._add_object(look)
        name = f"/Ink{number}"
        _resource(page, "/XObject")[NameObject(name)] = look
        drawn: Any = look.get_object()
        drawn[NameObject("/Type")] = NameObject("/XObject")
        drawn[NameObject("/Subtype")] = NameObject("/Form")
        x, y = (float(edge) for edge in widget["/Rect"][:2])  # type: ignore[index]
        drawing.append(f"q 1 0 0 1 {x:.3f} {y:.3f} cm {name} Do Q")
    if drawing:
        append_drawing(writer, page, "\n".join(drawing).encode())


def append_drawing(writer: PdfWriter, page: PageObject, drawing: bytes) -> None:
    """Add a content stream behind what a page already draws, its own state kept apart."""
    before, after = DecodedStreamObject(), DecodedStreamObject()
    before.set_data(b"q\n")
    after.set_data(b"\nQ\n" + drawing)
    contents: Any = page.raw_get("/Contents")
    listed = contents.get_object() if isinstance(contents, IndirectObject) else contents
    old = list(listed) if isinstance(listed, ArrayObject) else [contents]
    streams = [writer._add_object(before), *old, writer._add_object(after)]
    page[NameObject("/Contents")] = ArrayObject(streams)


def _resource(page: PageObject, kind: str) -> DictionaryObject:
    """A page's own resource dictionary of a kind, made where it is missing."""
    resources = page["/Resources"].get_object()
    assert isinstance(resources, DictionaryObject)
    found = resources.get(kind)
    if found is None:
        found = resources[NameObject(kind)] = DictionaryObject()
    held = found.get_object()
    assert isinstance(held, DictionaryObject)
    return held


def _typing_fonts(writer: PdfWriter) -> DictionaryObject:
    """Fonts a viewer types with when someone corrects a live form: standard, so not embedded."""
    fonts = DictionaryObject()
    for name, base in (("/TiRo", "/Times-Roman"), ("/ZaDb", "/ZapfDingbats")):
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject(base),
            }
        )
        if name == "/TiRo":
            font[NameObject("/Encoding")] = NameObject("/WinAnsiEncoding")
        fonts[NameObject(name)] = writer._add_object(font)
    return DictionaryObject({NameObject("/Font"): fonts})


def _drop_buttons(page: PageObject, form: DictionaryObject) -> None:
    """Take controls and button words (now ink) out of the page and out of the tree of fields."""
    kept = ArrayObject()
    for reference in page.get("/Annots") or []:
        annotation = reference.get_object()
        if annotation.get("/Subtype") == "/Widget" and (is_push_button(annotation) or _is_notice(annotation)):
            _forget(annotation, reference, form)
        else:
            kept.append(reference)
    page[NameObject("/Annots")] = kept


def _is_notice(widget: DictionaryObject) -> bool:
    """A read-only text box that already says something, or the white one that lies under it and hides the
    form's own words: for the screen."""
    flags = int(inherited(widget, "/Ff") or 0)
    shows = bool(inherited(widget, "/V")) or "/BG" in (widget.get("/MK") or {})
    return bool(flags & 1) and inherited(widget, "/FT") == "/Tx" and shows


def _forget(widget: Any, reference: Any, form: DictionaryObject) -> None:
    parent = widget.get("/Parent")
    siblings: Any = parent.get_object()["/Kids"] if parent is not None else form["/Fields"]
    for kid in list(siblings):
        if kid.get_object() is widget:
            siblings.remove(kid)


def _type_with_standard_fonts(widget: DictionaryObject) -> None:
    if inherited(widget, "/FT") == "/Tx":
        widget[NameObject("/DA")] = TextStringObject("/TiRo 10 Tf 0 g")


def _drop_actions(writer: PdfWriter) -> None:
    """Take every action and script off every object: the tags still hold buttons the pages lost."""
    for held in writer._objects:
        thing: Any = held.get_object() if held is not None else None
        if not isinstance(thing, DictionaryObject):
            continue
        for key in ("/AA", "/Metadata", "/JS"):
            thing.pop(NameObject(key), None)
        action: Any = thing.get("/A")
        if isinstance(action, DictionaryObject) and "/S" in action:
            thing.pop(NameObject("/A"))
