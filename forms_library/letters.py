"""The letters we can print: what court papers take, what is spelt out, what is refused, and the fonts.

What we draw is drawn in embedded subsets of open fonts from the system's packages: Liberation Serif,
which has the widths of the forms' own Times, and DejaVu Serif for the letters it lacks.
"""

from __future__ import annotations

import io
import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

# file, and how much smaller it is drawn so that its letters look the size of the first one's
_FONT_FILES = (("LiberationSerif-Regular.ttf", 1.0), ("DejaVuSerif.ttf", 0.88))
_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "/Library/Fonts")

# Latin with its extensions, Greek, Cyrillic, Vietnamese, and the punctuation people type.
_REPERTOIRE = (
    (0x20, 0x7E),
    (0xA0, 0x24F),
    (0x2B0, 0x2DF),
    (0x300, 0x36F),
    (0x370, 0x3FF),
    (0x400, 0x52F),
    (0x1E00, 0x1EFF),
    (0x2010, 0x2027),
    (0x2030, 0x205E),
    (0x2070, 0x209C),
    (0x20A0, 0x20BF),
    (0x2116, 0x2116),
    (0x2122, 0x2122),
    (0x2150, 0x215E),
    (0x2212, 0x2212),
)
_SPELT_AS = {"❤": "red heart", "♥": "heart", "♡": "heart", "☹": "frowning face", "☺": "smiling face"}
_SKIN_TONES = range(0x1F3FB, 0x1F400)


class FontMissingError(RuntimeError):
    """A font we draw with is not installed; the message names its file."""


@dataclass(frozen=True)
class Face:
    """One font: which letters it has, how wide they are, and a subset of it to embed."""

    file: Path
    scale: float

    @property
    def name(self) -> str:
        return self.file.stem

    @cached_property
    def _font(self) -> TTFont:
        return TTFont(self.file, lazy=True)

    @cached_property
    def glyph_ids(self) -> dict[int, int]:
        """Code point -> glyph number, for the letters court papers take."""
        cmap = self._font.getBestCmap()
        points = (point for low, high in _REPERTOIRE for point in range(low, high + 1))
        return {point: self._font.getGlyphID(cmap[point]) for point in points if point in cmap}

    @cached_property
    def widths(self) -> dict[str, float]:
        """Letter -> advance in thousandths of the font size."""
        metrics, em = self._font["hmtx"], self._font["head"].unitsPerEm
        order = self._font.getGlyphOrder()
        return {chr(point): metrics[order[glyph]][0] * 1000 / em for point, glyph in self.glyph_ids.items()}

    @cached_property
    def embedded(self) -> bytes:
        """The font cut down to the letters court papers take, glyph numbers kept."""
        font = TTFont(self.file)
        options = subset.Options(retain_gids=True, notdef_outline=True, hinting=False)
        options.layout_features = []
        options.drop_tables += ["FFTM"]  # when it was made: not ours to hand on
        trimmer = subset.Subsetter(options)
        trimmer.populate(unicodes=list(self.glyph_ids))
        trimmer.subset(font)
        out = io.BytesIO()
        font.save(out)
        return out.getvalue()


@cache
def faces() -> tuple[Face, ...]:
    """The fonts we draw with, in order of preference. Raises FontMissingError."""
    return tuple(Face(_font_file(name), scale) for name, scale in _FONT_FILES)


def _font_file(name: str) -> Path:
    folders = [os.environ.get("AMPARO_FONTS", ""), *_FONT_FOLDERS]
    for folder in filter(None, folders):
        for found in sorted(Path(folder).expanduser().rglob(name)):
            return found
    raise FontMissingError(f"the font {name} is not installed (Debian: fonts-liberation, fonts-dejavu-core)")


@cache
def _face_of_letter() -> dict[str, int]:
    found: dict[str, int] = {}
    try:
        drawn_with = faces()
    except FontMissingError:  # questions can still be asked; what is drawn will say what is missing
        return {chr(point): 0 for low, high in _REPERTOIRE for point in range(low, high + 1)}
    for number, face in reversed(list(enumerate(drawn_with))):
        found.update(dict.fromkeys(face.widths, number))
    return found


@cache
def letter_widths() -> dict[str, float]:
    """Letter -> advance in thousandths of the size, in the face that will draw it."""
    return {
        letter: faces()[face].widths[letter] * faces()[face].scale
        for letter, face in _face_of_letter().items()
    }


def warm_up() -> None:
    """Read the fonts once, before threads could read them at the same time. Nothing if they are missing."""
    try:
        letter_widths()
        for face in faces():
            _ = face.embedded
    except FontMissingError:
        return


def text_width(text: str, size: float) -> float:
    """Width in points, as drawn. Raises KeyError for a letter that cannot be printed."""
    widths = letter_widths()
    return sum(widths[letter] for letter in text) * size / 1000


def runs(text: str) -> Iterator[tuple[int, str]]:
    """The text in runs of one face each: (number of the face, letters)."""
    if text and faces()[0].widths.keys() >= set(text):  # nearly every line
        yield 0, text
        return
    face_of = _face_of_letter()
    run, current = "", -1
    for letter in text:
        face = face_of[letter]
        if face != current and run:
            yield current, run
            run = ""
        run, current = run + letter, face
    if run:
        yield current, run


def refused(text: str) -> str:
    """The distinct characters court papers cannot take, in the order they come; "" if all is well."""
    spelt = spell_out(text)
    unknown = _without_a_face(spelt)
    return "".join(dict.fromkeys(letter for letter in spelt if letter in unknown))


def spell_out(text: str) -> str:
    """The text as it prints: composed letters, plain line ends, emoji in words, nothing invisible."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    unknown = _without_a_face(lines)
    return lines.translate({ord(letter): _in_words(letter) for letter in unknown}) if unknown else lines


def _without_a_face(text: str) -> set[str]:
    """The letters of a text that no font has; the end of a line is none."""
    return set(text).difference(_face_of_letter(), "\n")


def _in_words(letter: str) -> str:
    kind = unicodedata.category(letter)
    if letter in "\u2028\u2029\u0085\u000b\u000c":
        return "\n"
    if kind in ("Cc", "Cf") or letter in "\ufe0e\ufe0f\u20e3" or ord(letter) in _SKIN_TONES:
        return ""
    if kind == "Zs":
        return " "
    plain = unicodedata.normalize("NFKC", letter)
    if all(part in _face_of_letter() for part in plain):
        return plain
    if kind in ("So", "Sm", "Sk", "Po", "Pd"):
        name = _SPELT_AS.get(letter) or unicodedata.name(letter, "").lower()
        return f"[{name}]" if name else letter
    return letter
