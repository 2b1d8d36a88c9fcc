"""Drawing: lines of text and ticks as PDF content, in the fonts of letters.py."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from functools import cache

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from forms_library.blanks import Blank
from forms_library.lettering import Line
from forms_library.letters import Face, faces, runs
from forms_library.ready_pages import Written, written

_TICK_STROKE = 1.3  # points


def font_name(face: int) -> str:
    return f"/AmparoSerif{face}"


def draw(lines: Iterable[Line], ticks: Iterable[Blank], origin: tuple[float, float] = (0, 0)) -> bytes:
    """Content that draws these lines and ticks, in black, moved so that `origin` is 0, 0."""
    parts = ["q 0 g 0 G"]
    parts.extend(_line(line, origin) for line in lines)
    parts.extend(_cross(blank, origin) for blank in ticks)
    parts.append("Q")
    return "\n".join(parts).encode("ascii")


def faces_in(lines: Iterable[Line]) -> set[int]:
    return {face for line in lines for face, _letters in runs(line.text)}


def _line(line: Line, origin: tuple[float, float]) -> str:
    shown = []
    for face, letters in runs(line.text):
        codes = letters.translate(_codes(face))
        shown.append(f"{font_name(face)} {line.size * faces()[face].scale:.2f} Tf <{codes}> Tj")
    return f"BT {line.x - origin[0]:.2f} {line.y - origin[1]:.2f} Td {' '.join(shown)} ET"


def _cross(blank: Blank, origin: tuple[float, float]) -> str:
    x0, y0, x1, y1 = blank.rect
    inset = 0.18 * min(blank.width, blank.height)
    left, right = x0 + inset - origin[0], x1 - inset - origin[0]
    low, high = y0 + inset - origin[1], y1 - inset - origin[1]
    return (
        f"{_TICK_STROKE} w {left:.2f} {low:.2f} m {right:.2f} {high:.2f} l S "
        f"{left:.2f} {high:.2f} m {right:.2f} {low:.2f} l S"
    )


def embed_font(writer: PdfWriter, face: int) -> IndirectObject:
    """Add one of our fonts to a document; draw() names it font_name(face)."""
    font = faces()[face]
    name = NameObject(f"/AMPARO+{font.name}")
    descriptor = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/FontDescriptor"),
            NameObject("/FontName"): name,
            NameObject("/Flags"): NumberObject(4),
            NameObject("/FontBBox"): ArrayObject(NumberObject(n) for n in (-200, -300, 1200, 1000)),
            NameObject("/ItalicAngle"): NumberObject(0),
            NameObject("/Ascent"): NumberObject(891),
            NameObject("/Descent"): NumberObject(-216),
            NameObject("/CapHeight"): NumberObject(655),
            NameObject("/StemV"): NumberObject(80),
            NameObject("/FontFile2"): writer._add_object(
                _stream(_font_file(face), {"/Length1": len(font.embedded)})
            ),
        }
    )
    descendant = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/CIDFontType2"),
            NameObject("/BaseFont"): name,
            NameObject("/CIDSystemInfo"): DictionaryObject(
                {
                    NameObject("/Registry"): TextStringObject("Adobe"),
                    NameObject("/Ordering"): TextStringObject("Identity"),
                    NameObject("/Supplement"): NumberObject(0),
                }
            ),
            NameObject("/FontDescriptor"): writer._add_object(descriptor),
            NameObject("/W"): _glyph_widths(face),
            NameObject("/CIDToGIDMap"): NameObject("/Identity"),
        }
    )
    return writer._add_object(
        DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type0"),
                NameObject("/BaseFont"): name,
                NameObject("/Encoding"): NameObject("/Identity-H"),
                NameObject("/DescendantFonts"): ArrayObject([writer._add_object(descendant)]),
                NameObject("/ToUnicode"): writer._add_object(_stream(_to_unicode(face))),
            }
        )
    )


def stream_of(content: bytes) -> StreamObject:
    """Content, compressed, as a stream to add to a document."""
    return _stream(zlib.compress(content, 6))


def _stream(compressed: bytes, extra: dict[str, int] | None = None) -> StreamObject:
    stream = StreamObject()
    stream._data = compressed
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    for key, value in (extra or {}).items():
        stream[NameObject(key)] = NumberObject(value)
    return stream


@cache
def _codes(face: int) -> dict[int, str]:
    """Code point -> the glyph's number as a content stream has it."""
    return {point: f"{glyph:04x}" for point, glyph in faces()[face].glyph_ids.items()}


@cache
def _font_file(face: int) -> bytes:
    return zlib.compress(faces()[face].embedded, 9)


@cache
def _glyph_widths(face: int) -> Written:
    by_glyph = _letters_by_glyph(faces()[face])
    widths = ArrayObject()
    for glyph, letter in sorted(by_glyph.items()):
        widths.extend(
            [NumberObject(glyph), ArrayObject([FloatObject(round(faces()[face].widths[letter], 1))])]
        )
    return written(widths)


@cache
def _to_unicode(face: int) -> bytes:
    """A character map, so that what we draw can be selected, searched and read aloud."""
    pairs = sorted(_letters_by_glyph(faces()[face]).items())
    blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    body = "\n".join(
        f"{len(block)} beginbfchar\n"
        + "\n".join(f"<{g:04x}> <{ord(c):04x}>" for g, c in block)
        + "\nendbfchar"
        for block in blocks
    )
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{body}\nendcmap CMapName currentdict /CMap defineresource pop end end"
    )
    return zlib.compress(cmap.encode("ascii"), 9)


def _letters_by_glyph(face: Face) -> dict[int, str]:
    """Glyph -> the first letter drawn with it (a no-break space shares the space's glyph)."""
    found: dict[int, str] = {}
    for point, glyph in sorted(face.glyph_ids.items()):
        found.setdefault(glyph, chr(point))
    return found
