"""A small picture of where an answer prints: the part of the official page around it, with a frame.

Drawn from the installed form, which has no answer on it, and from nothing else.
"""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path
from threading import Lock

from PIL import Image, ImageDraw

from forms_library.blanks import Rect
from forms_library.installed import InstalledForm, installed_revision
from forms_library.spots import Spot, around, spots_on

DOTS_A_POINT = 1.5
_GREYS = 15
_FRAME = _GREYS  # the last of sixteen colors
_FRAME_COLOR = (176, 0, 32)
_ROOM, _THICK = 1, 3  # dots between a blank and its frame; dots of the frame
_LETTER: Rect = (0.0, 0.0, 612.0, 792.0)

_one_at_a_time = Lock()  # PDFium works for one thread at a time


def size(form: InstalledForm, number: int) -> tuple[int, int]:
    """How many dots the picture of a spot is wide and high. Raises IndexError where there is no such spot."""
    left, bottom, right, top = around(_spot(form, number), _LETTER)
    return round((right - left) * DOTS_A_POINT), round((top - bottom) * DOTS_A_POINT)


def picture(form: InstalledForm, number: int) -> bytes:
    """The picture of a spot, counted from 1, as a PNG. Raises IndexError where there is no such spot."""
    _spot(form, number)
    return _drawn(form.number, form.revision, form.folder.parent.parent, form.official_sha256, number)


def _spot(form: InstalledForm, number: int) -> Spot:
    spots = spots_on(form)
    if not 1 <= number <= len(spots):
        raise IndexError(number)
    return spots[number - 1]


@lru_cache(maxsize=256)  # some 20 KB each, and no answers
def _drawn(number: str, revision: str, forms_dir: Path, official_sha256: str, spot_number: int) -> bytes:
    """`official_sha256` is in the key alone, so that a form installed anew is drawn anew."""
    form = installed_revision(number, revision, forms_dir)
    if form is None:
        raise IndexError(number)
    spot = _spot(form, spot_number)
    band = around(spot, _LETTER)
    image = _on_paper(form.print_pdf, spot.page, band)
    _frame(image, spot, band)
    out = io.BytesIO()
    image.save(out, "PNG", bits=4, optimize=True)
    return out.getvalue()


def _on_paper(pdf: bytes, page_number: int, band: Rect) -> Image.Image:
    """A band of a page, in fifteen greys; the sixteenth color is the frame's."""
    from pypdfium2 import PdfDocument  # 9 MB that a worker without a helper need not carry

    with _one_at_a_time, PdfDocument(pdf) as document:
        page = document[page_number]
        left, bottom, right, top = page.get_mediabox()
        cut = (band[0] - left, band[1] - bottom, right - band[2], top - band[3])
        grey = page.render(scale=DOTS_A_POINT, crop=cut, grayscale=True).to_pil().copy()
    shade_of = [round(value * (_GREYS - 1) / 255) for value in range(256)]
    image = Image.frombytes("P", grey.size, grey.point(shade_of).tobytes())
    shades = [round(shade * 255 / (_GREYS - 1)) for shade in range(_GREYS) for _channel in "rgb"]
    image.putpalette([*shades, *_FRAME_COLOR])
    return image


def _frame(image: Image.Image, spot: Spot, band: Rect) -> None:
    """A frame around each blank. What is in a blank stays as it is, though the frame of the next be near."""
    blank, pen, out = image.copy(), ImageDraw.Draw(image), _ROOM + _THICK
    places = [in_dots(rect, band) for rect in spot.rects]
    for left, top, right, bottom in places:
        pen.rectangle((left - out, top - out, right + out, bottom + out), outline=_FRAME, width=_THICK)
    for place in places:
        image.paste(blank.crop(place), place)


def in_dots(rect: Rect, band: Rect) -> tuple[int, int, int, int]:
    """Where a blank is in the picture: left, top, right, bottom, counted from the upper left corner."""
    left, right = ((edge - band[0]) * DOTS_A_POINT for edge in (rect[0], rect[2]))
    top, bottom = ((band[3] - edge) * DOTS_A_POINT for edge in (rect[3], rect[1]))
    return round(left), round(top), round(right), round(bottom)
