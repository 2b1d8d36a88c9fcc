"""Whether a tick is in its box and in no other, by pixels, on paper and in the official fields."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, Literal

from pypdf import PdfReader, PdfWriter

from forms_library.fill import Fonts, add_ink, fill_live
from forms_library.layout import Layout, lay_out
from forms_library.maps import FormMap
from forms_library.prepare import Prepared
from tests.paper import Picture, pictures_of

Delivery = Literal["print", "live"]


def delivered(prepared: Prepared, layout: Layout, delivery: Delivery) -> bytes:
    if delivery == "live":
        return fill_live(prepared.live_pdf, layout)
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(prepared.print_pdf)))
    add_ink(writer, list(writer.pages), layout, Fonts(writer))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def drawn(
    form_map: FormMap, prepared: Prepared, case: Any, delivery: Delivery, folder: Path
) -> list[Picture]:
    """The pages of the form with what this Case says."""
    return pictures_of(delivered(prepared, lay_out(form_map, prepared.index, case), delivery), folder)


def marked(form_map: FormMap, prepared: Prepared, before: list[Picture], after: list[Picture]) -> set[str]:
    """The labels of the boxes whose pixels differ."""
    labels = {row.widget: row.label for row in form_map.rows}
    boxes = [blank for blank in prepared.index.blanks if blank.kind == "tick"]
    return {
        labels[box.name]
        for box in boxes
        if before[box.page].inside(box.rect) != after[box.page].inside(box.rect)
    }
