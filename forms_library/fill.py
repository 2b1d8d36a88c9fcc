"""Two ways to hand over a laid-out form: ink on the pages (print), or the official fields (live)."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from forms_library.blanks import Blank, inherited, named_widgets, on_state
from forms_library.ink import draw, embed_font, faces_in, font_name, stream_of
from forms_library.layout import Layout
from forms_library.lettering import Line

_BELOW_BASELINE = 2.6  # points that the tails of letters reach down


class Fonts:
    """Our fonts in one document, each embedded once, when first needed."""

    def __init__(self, writer: PdfWriter) -> None:
        self._writer = writer
        self._embedded: dict[int, IndirectObject] = {}

    def resources(self, lines: Sequence[Line]) -> DictionaryObject:
        """A font dictionary for these lines."""
        fonts = DictionaryObject()
        for face in sorted(faces_in(lines)):
            if face not in self._embedded:
                self._embedded[face] = embed_font(self._writer, face)
            fonts[NameObject(font_name(face))] = self._embedded[face]
        return fonts


def add_ink(writer: PdfWriter, pages: Sequence[PageObject], layout: Layout, fonts: Fonts) -> None:
    """Draw a layout on the pages of its prepared form, already in `writer`."""
    for number, page in enumerate(pages):
        lines, ticks = layout.lines.get(number, []), layout.ticks.get(number, [])
        if lines or ticks:
            page[NameObject("/Resources")] = _with_fonts(page, fonts.resources(lines))
            _add_content(writer, page, draw(lines, ticks))


def fill_live(live_pdf: bytes, layout: Layout, suffix: str = "") -> bytes:
    """The prepared form with its official fields filled and our appearance on them.

    `suffix` is added to the outermost field names, so that copies of a form can stand together.
    """
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(live_pdf)))
    fonts = Fonts(writer)
    lines = [line for page in layout.lines.values() for line in page]
    ticked = {blank.name for page in layout.ticks.values() for blank in page}
    blanks = layout.index.by_name()
    for _page, widget, name in named_widgets(writer.pages):
        if name in layout.texts:
            own = [line for line in lines if line.blank.name == name]
            _set_text(writer, widget, layout.texts[name], blanks[name], own, fonts)
        elif name in ticked:
            _set_tick(widget)
    _rename_fields(writer, suffix)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _with_fonts(page: PageObject, ours: DictionaryObject) -> DictionaryObject:
    """A page's resources with our fonts added; the page's own are shared with others and stay."""
    held = page["/Resources"].get_object()
    assert isinstance(held, DictionaryObject)
    resources = DictionaryObject(held)
    theirs = resources.get("/Font", DictionaryObject()).get_object()
    resources[NameObject("/Font")] = DictionaryObject({**theirs, **ours})
    return resources


def _add_content(writer: PdfWriter, page: PageObject, content: bytes) -> None:
    """Our ink behind the form's own content, whose state is shut in between q and Q."""
    current = page.raw_get("/Contents")
    listed = current.get_object()
    old = list(listed) if isinstance(listed, ArrayObject) else [current]
    opening, ink = writer._add_object(stream_of(b"q\n")), writer._add_object(stream_of(b"\nQ\n" + content))
    page[NameObject("/Contents")] = ArrayObject([opening, *old, ink])


def _set_text(
    writer: PdfWriter, widget: DictionaryObject, text: str, blank: Blank, lines: list[Line], fonts: Fonts
) -> None:
    x0, y0, x1, y1 = blank.rect
    low = min([y0, *(line.y - _BELOW_BASELINE for line in lines)])  # a rule can lie under the box
    look = stream_of(b"/Tx BMC\n" + draw(lines, (), origin=(x0, low)) + b"\nEMC")
    look.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): ArrayObject(FloatObject(n) for n in (0, 0, x1 - x0, y1 - low)),
            NameObject("/Resources"): DictionaryObject({NameObject("/Font"): fonts.resources(lines)}),
        }
    )
    widget[NameObject("/Rect")] = ArrayObject(FloatObject(n) for n in (x0, low, x1, y1))
    widget[NameObject("/AP")] = DictionaryObject({NameObject("/N"): writer._add_object(look)})
    _field_of(widget)[NameObject("/V")] = TextStringObject(text)


def _set_tick(widget: DictionaryObject) -> None:
    state = NameObject(f"/{on_state(widget)}")
    widget[NameObject("/AS")] = state
    _field_of(widget)[NameObject("/V")] = state


def _field_of(widget: DictionaryObject) -> DictionaryObject:
    """The dictionary that holds a widget's value: itself, or the field above it."""
    if "/T" in widget or inherited(widget, "/Parent") is None:
        return widget
    parent = widget["/Parent"].get_object()
    assert isinstance(parent, DictionaryObject)
    return parent


def _rename_fields(writer: PdfWriter, suffix: str) -> None:
    form = writer.root_object["/AcroForm"].get_object()
    assert isinstance(form, DictionaryObject)
    form[NameObject("/SigFlags")] = NumberObject(0)
    fields: Any = form["/Fields"] if suffix else ()
    for reference in fields:
        root = reference.get_object()
        root[NameObject("/T")] = TextStringObject(f"{root['/T']}{suffix}")
