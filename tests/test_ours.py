"""What is ours to print, read back from the PDFs with a second reader (poppler)."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from weasyprint import HTML
from weasyprint.urls import FatalURLFetchingError

from forms_library import ours
from forms_library.ours import AnswerRow, AnswerSheet, Contents, ContentsPart

CONTENTS = Contents(
    parts=(
        ContentsPart("DV-100", "Request", 13),
        ContentsPart("MC-025", "Attachment", 2, note="Describe Abuse"),
        ContentsPart("CLETS-001", "Confidential", 2, clerk_only=True),
    ),
    copies=2,
    sign=("DV-100, item 33, page 12",),
    still_needed=("DV-105, for child custody",),
)


def sheet(*rows: AnswerRow) -> AnswerSheet:
    return AnswerSheet("DV-100", "Request", "January 1, 2025", rows)


def words_of(pdf: bytes) -> str:
    """All that is printed, spaces folded (wrapping may break a line anywhere)."""
    run = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return re.sub(r"\s+", " ", run.stdout.decode())


def letters_of(pdf: bytes) -> str:
    return re.sub(r"\s+", "", words_of(pdf))


def story(letters: int) -> str:
    """Numbered words, so that a lost or repeated one shows."""
    words = (f"word{n}" for n in range(letters))
    text = ""
    while len(text) < letters:
        text += next(words) + " "
    return text


PAPERS: dict[str, Callable[[], bytes]] = {
    "cover": lambda: ours.cover_page(CONTENTS),
    "answers": lambda: ours.answer_sheet(sheet(AnswerRow(1, "1a", "Your name", "Ana"))),
    "attached": lambda: ours.attached_sheet("Describe Abuse", "DV-100", "Ana v. Ben", "", "What happened."),
}


@pytest.mark.parametrize("paper", PAPERS)
def test_tagged_in_english_and_neutral(paper: str) -> None:
    reader = PdfReader(io.BytesIO(PAPERS[paper]()))
    catalog: Any = reader.root_object
    assert catalog["/Lang"] == "en"
    assert catalog["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in catalog
    assert reader.metadata is not None
    assert reader.metadata.title in {"Cover page", "Answer sheet", "Attached page"}
    assert reader.metadata.author is None
    assert reader.metadata.creation_date is None
    pages: list[Any] = list(reader.pages)
    fonts = {str(font["/BaseFont"]) for page in pages for font in page["/Resources"]["/Font"].values()}
    assert all(re.search("Liberation|DejaVu", font) for font in fonts), fonts


@pytest.mark.parametrize("paper", PAPERS)
def test_same_input_same_bytes(paper: str) -> None:
    assert PAPERS[paper]() == PAPERS[paper]()


def test_cover_tells_what_is_inside_and_what_to_do() -> None:
    text = words_of(ours.cover_page(CONTENTS))
    assert (
        text.index("DV-100 Request 13")
        < text.index("MC-025 Attachment")
        < text.index("CLETS-001 Confidential 2")
    )
    assert "All 17" in text
    assert "DV-100, item 33, page 12" in text
    assert "original and two copies" in text
    assert "ask your clerk" in text
    assert "CLETS-001, with any page attached: to the clerk only. That is the last 2 pages" in text
    assert "None of it goes into the public court file or to the other person" in text
    assert "DV-105, for child custody" in text


def test_cover_says_nothing_that_does_not_apply() -> None:
    text = words_of(ours.cover_page(Contents((ContentsPart("DV-109", "Notice", 4),), copies=2)))
    for absent in ("Still needed", "Where to sign", "clerk only"):
        assert absent not in text


def test_answer_sheet_is_marked_on_every_page_and_keeps_the_order() -> None:
    pdf = ours.answer_sheet(
        sheet(
            AnswerRow(1, "1a", "Your name", "Ana"),
            AnswerRow(1, "2d", "Nonbinary", ours.TICKED),
            AnswerRow(4, "5f", "What happened", story(20_000)),
            AnswerRow(12, "33", "Date", ""),
        )
    )
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    assert len(pages) > 5
    assert all("Answer sheet – not the official form" in page for page in pages)
    text = words_of(pdf)
    assert "DV-100 (revised January 1, 2025)" in text
    assert "2d Nonbinary ☑ check this box" in text
    assert "33 Date leave blank" in text
    assert (
        text.index("Page 1 of the form") < text.index("1a Your name Ana") < text.index("Page 4 of the form")
    )


def test_a_row_without_a_page_stands_with_the_row_before_it() -> None:
    rows = (AnswerRow(page, "8", f"Blank {n}", "Ana") for n, page in enumerate((0, 3, 0, 3, 4)))
    text = words_of(ours.answer_sheet(sheet(*rows)))
    headings = re.findall(r"The form(?= Item)|Page \d of the form|Blank \d", text)
    assert headings == [
        *("The form", "Blank 0"),
        *("Page 3 of the form", "Blank 1", "Blank 2", "Blank 3"),
        *("Page 4 of the form", "Blank 4"),
    ]


@pytest.mark.parametrize("place", ["answers", "attached"])
def test_no_word_of_a_long_story_is_lost_or_doubled(place: str) -> None:
    told = story(20_000)
    if place == "answers":
        pdf = ours.answer_sheet(sheet(AnswerRow(4, "5f", "What happened", told)))
    else:
        pdf = ours.attached_sheet("Describe Abuse", "DV-100", "Ana v. Ben", "", told)
    assert re.findall(r"\bword\d+\b", words_of(pdf)) == told.split()


def test_attached_pages_carry_caption_heading_and_number() -> None:
    pdf = ours.attached_sheet("Describe Abuse", "DV-100", "Ana v. Ben", "24FL00012", story(9_000))
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert "Attached to form DV-100" in page
        assert "Short title: Ana v. Ben" in page
        assert "Case number: 24FL00012" in page
        assert f"Page {number} of {len(pages)}" in page
    assert [("Describe Abuse" in page) for page in pages] == [True] + [False] * (len(pages) - 1)


def test_blank_lines_and_line_ends_are_kept() -> None:
    pdf = ours.attached_sheet("Heading", "DV-100", "Ana v. Ben", "", "One.\r\n\r\n  Two.\rThree.")
    run = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    lines = run.stdout.decode().split("\n")
    one, two, three = (
        next(n for n, line in enumerate(lines) if word in line) for word in ("One.", "Two.", "Three.")
    )
    assert two - one >= 2
    assert three - two >= 1


@pytest.mark.parametrize(
    "words", ["Nguyễn", "Łukasz Żółć", "Петров Їжак", "“quoted” — 1½", "<b>&amp;</b> {{ x }} {% if %}"]
)
def test_letters_print_as_they_are(words: str) -> None:
    assert words in words_of(ours.answer_sheet(sheet(AnswerRow(1, "1a", words, words))))
    assert words in words_of(ours.attached_sheet(words, words, words, words, words))


@pytest.mark.parametrize("letter", ["W", "i", "Щ"])
def test_a_word_wider_than_the_page_stays_on_it(letter: str) -> None:
    """Names of 200 letters in the caption, a story with no space: nothing past the edge or over the text."""
    name = letter * 200
    pdf = ours.attached_sheet(name, "DV-100", f"{name} v. {name}", "", letter * 2_000)
    assert letters_of(pdf).count(letter) >= 2_600
    box = subprocess.run(
        ["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()
    words = re.findall(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</word>', box)
    assert all(
        float(left) > 60 and float(right) < 552 and float(top) > 10 for left, top, right, _, _ in words
    )
    first_page = words[: next(n for n, word in enumerate(words) if word[4] == "Page")]
    case = next(float(word[3]) for word in first_page if word[4] == "number:")
    assert all(float(top) > case - 4 for _, top, _, bottom, _ in first_page if float(bottom) > case)


@settings(max_examples=12, deadline=None)
@given(
    st.text(
        st.characters(min_codepoint=0x21, max_codepoint=0x17E, exclude_categories=("C", "Z")), max_size=300
    )
)
def test_any_latin_letter_prints(text: str) -> None:
    pdf = ours.attached_sheet("Heading", "DV-100", "Ana v. Ben", "", text)
    assert f"Heading{text}" in re.sub(r"AttachedtoformDV-100.*?Casenumber:|Page\dof\d", "", letters_of(pdf))


def test_our_pages_fetch_nothing() -> None:
    for address in ("file:///etc/hostname", "http://127.0.0.1/x.css"):
        with pytest.raises(FatalURLFetchingError):
            HTML(
                string=f'<link rel="stylesheet" href="{address}">', url_fetcher=ours._NoFetcher()
            ).write_pdf()


def test_our_templates_ask_for_nothing_and_name_no_form() -> None:
    for path in Path(ours.TEMPLATES).iterdir():
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"url\(|src=|href=|@import", text), path.name
        assert not re.search(r"\b(DV|CH|FL|MC|CLETS)-\d", text), path.name
