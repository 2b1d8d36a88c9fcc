"""What is ours to print: the packet's cover, answer sheets, the plan, and attached pages where MC-025 is not
installed.

Pure functions: plain data in, one tagged PDF (PDF/UA-1) out, nothing read but our own templates and the
system's fonts. Texts come in as they are to be printed: see `letters.spell_out`.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import NoReturn

from django.template import Context, Engine
from pypdf import PdfReader
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher

TEMPLATES = Path(__file__).parent / "templates"
TICKED = "☑ check this box"  # the answer of a ticked box that has no words of its own

# The caption stands in the top margin of every attached page, so the margin must be able to hold it.
_CAPTION_LETTERS_A_LINE = 44  # of the widest letter (W, 0.94 em) at 10 pt, less the label
_CAPTION_LINE_PT = 13
_CAPTION_OTHER_LINES = 4  # the title, the case number, the space above and below

_PLAN_SHEETS = 4  # of which a plan is to be no longer
_PLAN_LETTERS_PT = (10, 9.5, 9)


@dataclass(frozen=True)
class ContentsPart:
    """One paper in the packet."""

    number: str
    title: str
    pages: int
    note: str = ""
    clerk_only: bool = False  # audience "clerk" or "court": never served on, or copied for, the other
    set_aside: bool = False  # not handed in with the others


@dataclass(frozen=True)
class Contents:
    """What the cover page tells."""

    parts: tuple[ContentsPart, ...]  # in the order they lie in the packet
    sign: tuple[str, ...] = ()  # "DV-100, item 33, page 12"
    still_needed: tuple[str, ...] = ()  # forms the answers call for that are not in the packet
    tell_clerk: tuple[str, ...] = ()  # what to say when handing in the papers
    judge_completes: tuple[str, ...] = ()  # forms whose other blanks are the judge's
    set_aside: tuple[str, ...] = ()  # for whom the forms are that are not handed in with the others


@dataclass(frozen=True)
class AnswerRow:
    """One blank of an official form and what to write in it."""

    page: int  # of the form, from 1; 0 where the blank has none of its own
    item: str
    label: str
    answer: str  # TICKED for a box; "" prints as "leave blank"


@dataclass(frozen=True)
class AnswerSheet:
    number: str
    title: str
    revision: str  # as it is to be read: "January 1, 2025"
    rows: tuple[AnswerRow, ...]  # in the order of the form


@dataclass(frozen=True)
class SheetStep:
    """One step of the plan."""

    title: str
    paragraphs: tuple[str, ...]
    deadline: str = ""
    missed: str = ""  # what happens when the deadline is missed, and the way back
    done: bool = False


class _NoFetcher(URLFetcher):
    """Our pages need nothing from anywhere; whatever asks for something is a mistake and stops the work."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> NoReturn:
        raise FatalURLFetchingError("a page of ours must not fetch anything")


def cover_page(contents: Contents) -> bytes:
    """What is inside and in which order, where to sign, how many copies, what goes to the clerk alone."""
    return _print(
        "cover.html",
        parts=contents.parts,
        pages=sum(part.pages for part in contents.parts),
        sign=contents.sign,
        clerk_only=tuple(part.number for part in contents.parts if part.clerk_only),
        clerk_pages=sum(part.pages for part in contents.parts if part.clerk_only),
        still_needed=contents.still_needed,
        tell_clerk=contents.tell_clerk,
        judge_completes=contents.judge_completes,
        not_copied=tuple(part.number for part in contents.parts if part.set_aside or part.clerk_only),
        set_aside=contents.set_aside,
    )


def answer_sheet(sheet: AnswerSheet) -> bytes:
    """A form's answers, page by page in the form's order, for copying by hand onto the official form."""
    pages = [
        (page, tuple(row for _page, row in rows)) for page, rows in groupby(_paged(sheet.rows), itemgetter(0))
    ]
    return _print("answer_sheet.html", sheet=sheet, pages=pages)


def plan_sheet(steps: Iterable[SheetStep]) -> bytes:
    """What to do next, step by step, with a box beside each to tick with a pen.

    In the largest letters that keep it to a few sheets; a plan too long even for the smallest takes more.
    """
    told = tuple(steps)
    pdf = b""
    for size in _PLAN_LETTERS_PT:
        pdf = _print("plan_sheet.html", steps=told, size=size)
        if len(PdfReader(io.BytesIO(pdf)).pages) <= _PLAN_SHEETS:
            break
    return pdf


def attached_sheet(heading: str, form: str, short_title: str, case_number: str, text: str) -> bytes:
    """Text that did not fit on `form`, under `heading`; the caption and the page number on every page."""
    caption_lines = len(short_title) // _CAPTION_LETTERS_A_LINE + 1 + case_number.count("\n")
    margin = max(72, (caption_lines + _CAPTION_OTHER_LINES) * _CAPTION_LINE_PT + 20)
    return _print(
        "attached_sheet.html",
        heading=heading,
        form=form,
        short_title=short_title,
        case_number=case_number,
        text=_lines(text),
        margin=margin,
    )


def _paged(rows: Iterable[AnswerRow]) -> Iterator[tuple[int, AnswerRow]]:
    """Each row with its page; one without a page of its own stands with the row before it."""
    page = 0
    for row in rows:
        page = row.page or page
        yield page, row


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _print(template: str, **values: object) -> bytes:
    html = _engine().get_template(template).render(Context(values, use_l10n=False, use_tz=False))
    fonts = FontConfiguration()
    document = HTML(string=html, url_fetcher=_NoFetcher())
    style = CSS(string=_style(), url_fetcher=_NoFetcher(), font_config=fonts)
    pdf = document.write_pdf(stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1")
    assert isinstance(pdf, bytes)
    return pdf


@cache
def _engine() -> Engine:
    """A template engine of our own: escapes everything, knows no settings, no loaders but our folder."""
    return Engine(dirs=[str(TEMPLATES)], autoescape=True)


@cache
def _style() -> str:
    return (TEMPLATES / "ours.css").read_text(encoding="utf-8")
