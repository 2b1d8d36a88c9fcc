"""Reading paper back: words by position, pixels by box. Poppler does the reading, not our own code."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pikepdf

_WORD = re.compile(
    r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>', re.DOTALL
)


@dataclass(frozen=True)
class Word:
    """A word on a page, its box in points from the lower left corner."""

    text: str
    page: int
    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def centre(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2


@dataclass(frozen=True)
class Picture:
    """One page in grey, a byte a point."""

    width: int
    height: int
    pixels: bytes

    def inside(self, rect: tuple[float, float, float, float]) -> bytes:
        x0, x1 = int(rect[0]), int(rect[2]) + 1
        top, bottom = int(self.height - rect[3]), int(self.height - rect[1]) + 1
        return b"".join(
            self.pixels[row * self.width + x0 : row * self.width + x1] for row in range(top, bottom)
        )


def words_on(pdf: bytes, folder: Path) -> list[Word]:
    file = folder / "read.pdf"
    file.write_bytes(pdf)
    page_html = subprocess.run(
        ["pdftotext", "-bbox", file, "-"], capture_output=True, check=True
    ).stdout.decode()
    found: list[Word] = []
    for number, page in enumerate(page_html.split("<page ")[1:]):
        height = float(re.search(r'height="([\d.]+)"', page).group(1))  # type: ignore[union-attr]
        for x0, y0, x1, y1, text in _WORD.findall(page):
            box = (float(x0), height - float(y1), float(x1), height - float(y0))
            found.append(Word(unescape(text), number, *box))
    return found


def text_of(pdf: bytes, folder: Path, *options: str) -> str:
    """The words of a PDF, top to bottom, as a reader would select them."""
    file = folder / "read.pdf"
    file.write_bytes(pdf)
    return subprocess.run(["pdftotext", *options, file, "-"], capture_output=True, check=True).stdout.decode()


def pictures_of(pdf: bytes, folder: Path) -> list[Picture]:
    """Each page drawn at 72 dots an inch: a pixel a point."""
    file = folder / "draw.pdf"
    file.write_bytes(pdf)
    for old in folder.glob("page-*.pgm"):
        old.unlink()
    subprocess.run(["pdftoppm", "-r", "72", "-gray", file, folder / "page"], check=True)
    return [_picture(image.read_bytes()) for image in sorted(folder.glob("page-*.pgm"))]


def qpdf_complaints(pdf: bytes, folder: Path) -> str:
    """What qpdf finds wrong with a document; "" when it is clean."""
    file = folder / "check.pdf"
    file.write_bytes(pdf)
    checked = subprocess.run(["qpdf", "--check", file], capture_output=True)
    return "" if checked.returncode == 0 else (checked.stdout + checked.stderr).decode()


def keys_in(pdf: bytes, folder: Path) -> set[str]:
    """Every dictionary key used anywhere in a document, read by qpdf."""
    file = folder / "keys.pdf"
    file.write_bytes(pdf)
    with pikepdf.open(file) as document:
        dictionaries = [o for o in document.objects if isinstance(o, (pikepdf.Dictionary, pikepdf.Stream))]
        return {str(key) for dictionary in dictionaries for key in dictionary} | set(document.Root.keys())


def _picture(image: bytes) -> Picture:
    kind, width, height, _depth = image.split(maxsplit=4)[:4]
    assert kind == b"P5"
    return Picture(int(width), int(height), image[-int(width) * int(height) :])
