"""Trimming whole embedded fonts to the letters that print needs.

Official PDFs carry whole copies of Times and Arial for typing into the form (PAPER.md); what the
pages and the words of buttons need of them is a few percent.
"""

from __future__ import annotations

import io

from fontTools import subset
from fontTools.ttLib import TTFont, TTLibError
from pypdf import PdfWriter
from pypdf.generic import NameObject, NumberObject, StreamObject

_WHOLE_FONT = 200_000  # bytes; the forms' own subsets are under a hundred thousand
_PRINTABLE = [*range(0x20, 0x7F), 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022]


def trim_fonts(writer: PdfWriter) -> None:
    """Cut every whole embedded TrueType font of the document down to Western letters."""
    for held in writer._objects:
        font_file = held.get_object() if held is not None else None
        if isinstance(font_file, StreamObject) and int(font_file.get("/Length1", 0)) > _WHOLE_FONT:
            _trim(font_file)


def _trim(font_file: StreamObject) -> None:
    try:
        font = TTFont(io.BytesIO(font_file.get_data()))
    except TTLibError:
        return
    if "cmap" not in font:  # its letters cannot be told: the form's own subset (INT-300's scripts)
        return
    options = subset.Options(retain_gids=True, notdef_outline=True, symbol_cmap=True, hinting=False)
    options.layout_features = []
    options.drop_tables += ["DSIG", "GPOS", "GSUB", "GDEF", "kern", "PCLT", "LTSH", "VDMX", "hdmx", "meta"]
    trimmer = subset.Subsetter(options)
    trimmer.populate(unicodes=_PRINTABLE)
    trimmer.subset(font)
    out = io.BytesIO()
    font.save(out)
    font_file.set_data(out.getvalue())
    font_file[NameObject("/Length1")] = NumberObject(len(out.getvalue()))
