"""Recognising an official PDF: which form it is, which revision, and whether it is just that.

A known sha256 settles it. The court also re-saves files without changing what is printed, so a file
not known is read: its number (head of page 1) and revision (foot of page 1, "Rev. January 1, 2025"),
and then every printed word and every blank, each with its place, against the fingerprint of the
revision we know (fingerprints.py).
"""

from __future__ import annotations

import hashlib
import re
import sys
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from pypdf import PdfReader

from forms_library import fingerprints
from forms_library.blanks import read_blanks
from forms_library.catalogue import known_sha256
from forms_library.fingerprints import Fingerprint, Word, words_on
from forms_library.prepare import open_official

_MOST_PAGES = 40  # of an official form: 13 so far
_LARGEST_PAGE = 4 * 1024 * 1024  # bytes of drawing: 0.1 MB so far; reading more would take minutes
_HEAD = 0.9  # part of the page's height above which the form's number stands
_FOOT = 0.14  # and under which its revision does
_NUMBER = re.compile(r"[A-Z]{2,5}-\d{3}(?:\([A-Z]\))?(?:-INFO)?(?![\w-])")
_REVISIONS = (  # how it is printed, and how its date is; the first way that is found counts
    (re.compile(r"\b(?:Rev\.|Revised|New)\s+([A-Z][a-z]+ \d{1,2}, \d{4})"), "%B %d, %Y"),
    (re.compile(r"\bApproved for OPTIONAL Use\s+effective\s+(\d{1,2}/\d{1,2}/\d{4})"), "%m/%d/%Y"),  # INT-300
)


class Unrecognised(Exception):
    """Not an official form, as far as can be read; the message says why."""


class Match(Enum):
    FILE = "the file is known"
    PRINT = "what is printed, and every blank, is known"
    NONE = "only its number and revision were read off it"


@dataclass(frozen=True)
class Recognised:
    number: str
    revision: str  # ISO
    match: Match


def recognise(pdf: bytes) -> Recognised:
    """What an official PDF is. Raises Unrecognised."""
    if known := known_sha256().get(hashlib.sha256(pdf).hexdigest()):
        return Recognised(known.number, known.revision, Match.FILE)
    try:
        return _read(pdf)
    except Unrecognised:
        raise
    except Exception as problem:  # a broken or hostile PDF makes pypdf raise nearly anything
        raise Unrecognised(f"it cannot be read as a court form ({type(problem).__name__})") from problem


def read_fingerprint(pdf: bytes) -> Fingerprint:
    """The fingerprint of an official PDF. Raises Unrecognised when it is too large to be one."""
    reader = _open(pdf)
    return fingerprints.make(_words(reader), read_blanks(reader))


def printed_runs(pdf: bytes) -> list[str]:
    """The printed words, run by run, for a person to compare."""
    return [run.text for page in _open(pdf).pages for run in fingerprints.runs_on(page)]


def _read(pdf: bytes) -> Recognised:
    reader = _open(pdf)
    words = _words(reader)
    number, revision = _number_and_revision(reader)
    known = fingerprints.load(number, revision)
    same = known is not None and known.matches(words, read_blanks(reader))
    return Recognised(number, revision, Match.PRINT if same else Match.NONE)


def _open(pdf: bytes) -> PdfReader:
    reader = open_official(pdf)
    if len(reader.pages) > _MOST_PAGES:
        raise Unrecognised(f"it has more than {_MOST_PAGES} pages")
    for page in reader.pages:
        contents = page.get_contents()
        if contents is not None and len(contents.get_data()) > _LARGEST_PAGE:
            raise Unrecognised("one of its pages is far too large")
    return reader


def _words(reader: PdfReader) -> list[Word]:
    return [word for number, page in enumerate(reader.pages) for word in words_on(page, number)]


def _number_and_revision(reader: PdfReader) -> tuple[str, str]:
    page = reader.pages[0]
    height = float(page.mediabox.height)
    runs = fingerprints.runs_on(page)
    heads = [found[0] for run in runs if run.y > _HEAD * height and (found := _NUMBER.match(run.text))]
    foot = [run.text for run in runs if run.y < _FOOT * height]
    feet = [
        datetime.strptime(found[1], written).date().isoformat()
        for pattern, written in _REVISIONS
        for text in foot
        if (found := pattern.search(text))
    ]
    if not heads:
        raise Unrecognised("no form number stands at the head of its first page")
    if not feet:
        raise Unrecognised(f"it says {heads[0]}, but no revision stands at the foot of its first page")
    return heads[0], feet[0]


def write_fingerprint(pdf: bytes) -> Path:
    """Take a revision's fingerprint into the library: part of taking in a new revision."""
    found = recognise(pdf)
    path = fingerprints.FOLDER / found.number / f"{found.revision}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(read_fingerprint(pdf).to_text(), encoding="ascii")
    return path


if __name__ == "__main__":  # python -m forms_library.recognition FORM.pdf ...
    for name in sys.argv[1:]:
        print(write_fingerprint(Path(name).read_bytes()))
