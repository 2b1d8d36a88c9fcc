"""What is ours to print: the packet's cover, answer sheets, the plan, and attached pages where MC-025 is not
installed.

The cover and the plan are the person's own and speak the language of the pages; the rest goes to a court, a
server or the other person and is in English.

Plain data in, one tagged PDF (PDF/UA-1) out, nothing read but our own templates, the language spoken now and
the system's fonts. Texts come in as they are to be printed: see `letters.spell_out`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Literal, NoReturn

from django.template import Context, Engine
from django.utils.text import get_text_list
from django.utils.translation import gettext
from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher

# From the court; one's own, which the court stamped; a form with nothing on it; a sheet that nobody fills in;
# one's own, still to be filled in by hand
Comes = Literal["court", "copy", "blank", "read", "hand"]

TEMPLATES = Path(__file__).parent / "templates"
_VARIANT = "pdf/ua-1"
TICKED = "☑ check this box"  # the answer of a ticked box that has no words of its own

# The caption stands in the top margin of every attached page, so the margin must be able to hold it.
_CAPTION_LETTERS_A_LINE = 44  # of the widest letter (W, 0.94 em) at 10 pt, less the label
_CAPTION_LINE_PT = 13
_CAPTION_OTHER_LINES = 4  # the title, the case number, the space above and below

_PLAN_SHEETS = 4  # of which a plan is to be no longer, not counting its list of evidence
_PLAN_LETTERS_PT = (10, 9.5, 9)
_ROAD_PT = 532  # across the sheet
_LIST = "evidence"  # the anchor where the list of evidence begins
_LIST_ROWS = 18  # with the empty ones, of which there are a few in any case
_EMPTY_ROWS = 4
_LETTERS_A_WRITTEN_LINE = 45


@dataclass(frozen=True)
class ContentsPart:
    """One paper in the packet."""

    number: str
    title: str
    pages: int
    name: str = ""  # the number, and which copy it is where there are several
    note: str = ""
    clerk_only: bool = False  # audience "clerk" or "court": never served on, or copied for, the other
    filed: bool = False  # the court has it already
    set_aside: bool = False  # not handed in with the others

    @property
    def is_handed_in(self) -> bool:
        return not self.filed and not self.set_aside


@dataclass(frozen=True)
class Contents:
    """What the cover page tells."""

    parts: tuple[ContentsPart, ...]  # in the order they lie in the packet
    copies: int  # beside the original, as the court wants; 0: it makes them itself
    sign: tuple[str, ...] = ()  # "DV-100, item 33, page 12"
    still_needed: tuple[str, ...] = ()  # forms the answers call for that are not in the packet
    tell_clerk: tuple[str, ...] = ()  # what to say when handing in the papers
    judge_completes: tuple[str, ...] = ()  # forms whose other blanks are the judge's
    hand_in: tuple[str, ...] = ()  # what to know of a form that is handed in
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


@dataclass(frozen=True)
class SheetStop:
    """One stop of the drawing of the whole road. `drawing`: the path of its sign, in a square of 24."""

    title: str
    drawing: str
    passed: bool = False
    is_here: bool = False


@dataclass(frozen=True)
class SheetExhibit:
    """One row of the list of evidence."""

    what: str
    when: str = ""
    made_by: str = ""  # or who has it


@dataclass(frozen=True)
class SheetPaper:
    """One paper handed to the other person."""

    number: str
    title: str
    comes: Comes
    pages: int  # printed behind the sheet; 0 none: it comes from elsewhere
    doubt: str = ""  # "if the judge made this order"
    is_behind: bool = False  # attached to the one above it
    with_it: str = ""  # what is put behind it by hand


@dataclass(frozen=True)
class ServedSheet:
    """What the sheet says to whoever hands the papers over."""

    papers: tuple[SheetPaper, ...]  # in the order they are put
    never: tuple[str, ...]  # forms that the other person must never see
    others: tuple[str, ...]  # other forms in the packet that are for someone else
    proof: str  # the form on which the server says what was handed over
    sheriff: str  # what it costs to have the sheriff do it
    first: tuple[str, ...] = ()  # what must be known before anything is handed over


@dataclass(frozen=True)
class ReadingLine:
    """One question and what was answered."""

    label: str  # "" where the heading above asks it
    answers: tuple[tuple[str, str], ...]  # each with its language, where it is not the sheet's


@dataclass(frozen=True)
class ReadingPage:
    heading: str
    lines: tuple[ReadingLine, ...]


@dataclass(frozen=True)
class ReadingChapter:
    title: str
    pages: tuple[ReadingPage, ...]


@dataclass(frozen=True)
class SheetWords:
    """One answer to put into English."""

    question: str  # in English
    own_question: str  # in the language of the page; "" where that is English
    text: str  # as the person told it
    language: str  # of the text


class _NoFetcher(URLFetcher):
    """Our pages need nothing from anywhere; whatever asks for something is a mistake and stops the work."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> NoReturn:
        raise FatalURLFetchingError("a page of ours must not fetch anything")


def cover_page(contents: Contents) -> bytes:
    """What is inside and in which order, where to sign, how many copies, what goes to the clerk alone."""
    parts = contents.parts
    handed_in = tuple(part for part in parts if part.is_handed_in)
    copied = _named(part for part in handed_in if not part.clerk_only)
    not_copied = _named(part for part in parts if part.clerk_only or not part.is_handed_in)
    clerks = tuple(part for part in handed_in if part.clerk_only)
    filed_clerk_only = _named(part for part in parts if part.filed and part.clerk_only)
    copies = _copies(contents.copies) if copied else ""
    few_are_copied = len(copied) < len(not_copied)
    return _print(
        "cover.html",
        contents=contents,
        pages=sum(part.pages for part in parts),
        clerk_only=_named(clerks),
        clerk_pages=sum(part.pages for part in clerks),
        clerks_are_last=parts[-len(clerks) :] == clerks,
        handed_in=_named(handed_in),
        filed=_named(part for part in parts if part.filed),
        filed_clerk_only=str(get_text_list(list(filed_clerk_only), gettext("or"))),
        copies=copies,
        copied=copied if copies and few_are_copied else (),
        not_copied=not_copied if copies and not few_are_copied else (),
    )


def _named(parts: Iterable[ContentsPart]) -> tuple[str, ...]:
    return tuple(part.name or part.number for part in parts)


def _copies(count: int) -> str:
    few = {0: "", 1: gettext("one copy"), 2: gettext("two copies")}
    return few.get(count, gettext("%(count)d copies") % {"count": count})


def answer_sheet(sheet: AnswerSheet) -> bytes:
    """A form's answers, page by page in the form's order, for copying by hand onto the official form."""
    pages = [
        (page, tuple(row for _page, row in rows)) for page, rows in groupby(_paged(sheet.rows), itemgetter(0))
    ]
    return _print("answer_sheet.html", sheet=sheet, pages=pages)


def plan_sheet(
    steps: Iterable[SheetStep],
    exhibits: Iterable[SheetExhibit] | None = None,
    road: Iterable[SheetStop] = (),
) -> bytes:
    """What to do next, step by step, with a box beside each to tick with a pen; then the list of evidence,
    with empty rows, on a page of its own. None: no such list. Above them the whole road as a drawing.

    In the largest letters that keep the steps to a few sheets; too many even for the smallest take more.
    """
    told, evidence = tuple(steps), None if exhibits is None else tuple(exhibits)
    empty = ("",) * max(_EMPTY_ROWS, _LIST_ROWS - len(evidence or ()))
    values = {"steps": told, "exhibits": evidence, "empty": empty, "list": _LIST} | _drawing(tuple(road))
    for size in _PLAN_LETTERS_PT:
        document = _render("plan_sheet.html", size=size, **values)
        if _before_list(document) <= _PLAN_SHEETS:
            break
    return _written(document)


def _drawing(road: tuple[SheetStop, ...]) -> dict[str, object]:
    """The road laid out across the sheet: each stop with the middle of its column."""
    column = _ROAD_PT / max(1, len(road))
    middles = [round(column * (number + 0.5), 1) for number in range(len(road))]
    here = next((number for number, stop in enumerate(road, 1) if stop.is_here), 0)
    places = [{"stop": stop, "x": str(x)} for stop, x in zip(road, middles, strict=True)]
    ends = {"start": str(middles[0]), "end": str(middles[-1])} if road else {}
    return {"road": places, "here": here, "across": str(_ROAD_PT)} | ends


def _before_list(document: Document) -> int:
    """How many pages the steps take."""
    return next((n for n, page in enumerate(document.pages) if _LIST in page.anchors), len(document.pages))


def served_sheet(sheet: ServedSheet) -> bytes:
    """What is handed to the other person, in order, and where each paper comes from."""
    return _print(
        "served_sheet.html",
        sheet=sheet,
        doubtful=sum(bool(paper.doubt) for paper in sheet.papers),
        unstamped=tuple(paper.number for paper in sheet.papers if paper.comes == "copy" and paper.pages),
    )


def reading_sheet(chapters: Iterable[ReadingChapter]) -> bytes:
    """The answers in their order, to be read back to who gave them, and room to sign that they were.

    The person's own: not for the court and not for the other person.
    """
    return _print("reading_sheet.html", chapters=tuple(chapters))


def words_sheet(words: Iterable[SheetWords]) -> bytes:
    """What the person told in another language, with room to write each answer in English by hand.

    For whoever translates; not for the court and not for the other person.
    """
    with_room = [(one, ("",) * (len(one.text) // _LETTERS_A_WRITTEN_LINE + 2)) for one in words]
    return _print("words_sheet.html", words=with_room)


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
    return _written(_render(template, **values))


def _render(template: str, **values: object) -> Document:
    """The pages laid out, not yet written."""
    html = _engine().get_template(template).render(Context(values, use_l10n=False, use_tz=False))
    fonts = FontConfiguration()
    style = CSS(string=_style() + _page_numbers(), url_fetcher=_NoFetcher(), font_config=fonts)
    document = HTML(string=html, url_fetcher=_NoFetcher()).render(
        stylesheets=[style], font_config=fonts, pdf_variant=_VARIANT
    )
    assert isinstance(document, Document)
    return document


def _written(document: Document) -> bytes:
    pdf = document.write_pdf(pdf_variant=_VARIANT)
    assert isinstance(pdf, bytes)
    return pdf


@cache
def _engine() -> Engine:
    """A template engine of our own: escapes everything, no loaders but our folder; of Django's tags, those of
    its translations."""
    return Engine(dirs=[str(TEMPLATES)], autoescape=True, libraries={"i18n": "django.templatetags.i18n"})


def _page_numbers() -> str:
    """At the foot of each page: "Page 2 of 5", in the language of the paper."""
    before, between, after = re.split(r"\{pages?\}", gettext("Page {page} of {pages}"))
    counted = f'"{before}" counter(page) "{between}" counter(pages) "{after}"'
    return f"@page {{ @bottom-center {{ content: {counted} }} }}"


@cache
def _style() -> str:
    return (TEMPLATES / "ours.css").read_text(encoding="utf-8")
