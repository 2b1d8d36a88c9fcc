"""The list of evidence: from what was told alone, on the page and on paper, with rows to write in."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page
from pypdf import PdfReader
from weasyprint.document import Document

from forms_library import ours
from forms_library.ours import SheetExhibit, SheetStep, plan_sheet
from interview.case import Case
from interview.conduct import Screening
from interview.court_cases import CasesBetween, CourtCase
from interview.evidence import ROWS, Exhibit, exhibits, grouped, listed
from interview.incidents import Incident
from interview.parenting import Child
from interview.relevance import prune
from tests.stories_on_disk import STORIES, story
from tests.test_browser import Looks

Visit = Callable[[Case], Client]
LOOKED_AT = ("least", "mother_of_three", "everything", "civil_least", "civil_everything", "civil_long")
STEPS = (SheetStep("Go", ("Go there.",)),)


def words_of(pdf: bytes) -> str:
    run = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return run.stdout.decode()


def letters_of(text: str) -> str:
    return re.sub(r"\s", "", text)


# What is on the list


def test_exhibits_follow_what_happened() -> None:
    def kinds(*conduct: str) -> set[str]:
        case = Case(screening=Screening(conduct=conduct))  # type: ignore[arg-type]
        return {one.what for one in exhibits(case)}

    assert kinds() == set()
    assert kinds("isolation") == set()
    assert "Medical or counseling records" in kinds("injury")
    assert "Photos of what was broken, and bills for the repair" in kinds("property_damage")
    assert "Messages, emails, letters and posts" in kinds("unwanted_contact")
    assert "Call lists and voicemails" in kinds("threats")
    assert "Pictures of what was written in your name" in kinds("impersonation")


def test_an_exhibit_says_what_when_and_from_whom() -> None:
    found = exhibits(prune(story("civil_neighbor_threats")))
    assert Exhibit("police", "Police report", "11/17/2026", "The police") in found
    assert Exhibit("order", "Emergency Protective Order", "11/17/2026", "The police") in found
    assert [one.when for one in found if one.kind == "police"] == ["11/17/2026", "About June 2026"]
    assert any(one.kind == "witness" and "Mr. Pham from across the street" in one.made_by for one in found)


def test_an_answer_taken_back_is_no_exhibit() -> None:
    taken_back = Incident(
        witnesses="no",
        witness_names="Rosa",
        police="no",
        emergency_order="yes",
        harm="no",
        harm_description="A cut",
    )
    assert exhibits(Case(incidents=(taken_back,))) == ()


def test_court_cases_are_one_exhibit_however_many() -> None:
    between = CasesBetween(
        involved="yes",
        kinds=("custody", "criminal", "other"),
        custody=CourtCase("", "Fresno, California", "2024", "24CEFL00311"),
        criminal=CourtCase("", "Kern", "2025", ""),
        other=CourtCase("Water rights", "", "", " 7 "),
    )
    (one,) = exhibits(Case(other_cases=between))
    assert one.what == "Orders made in other cases: Custody 24CEFL00311; Criminal 2025 Kern; Water rights 7"
    assert exhibits(Case(other_cases=replace(between, involved="no"))) == ()


@pytest.mark.parametrize("name", STORIES)
def test_the_list_is_of_the_story_and_not_endless(name: str) -> None:
    case = prune(story(name))
    found, shown = exhibits(case), listed(case)
    assert {(one.kind, one.what, one.made_by) for one in found} == {
        (one.kind, one.what, one.made_by) for one in shown
    }
    assert len(shown) <= 20 and all(one.what for one in shown)
    shown_days = " ".join(one.when for one in shown)
    assert all(one.when in shown_days for one in found)


def test_days_stand_alone_while_the_list_is_short() -> None:
    def told(times: int) -> Case:
        return Case(incidents=tuple(Incident(date=f"May {n}", police="yes") for n in range(times)))

    assert len(listed(told(ROWS))) == ROWS
    (one,) = listed(told(ROWS + 1))
    assert one == grouped(exhibits(told(ROWS + 1)))[0] and one.when.startswith("May 0; May 1; ")


# On paper


@pytest.mark.django_db
@pytest.mark.parametrize("name", LOOKED_AT)
def test_the_list_starts_a_page_of_its_own_behind_the_plan(visit: Visit, name: str) -> None:
    told = story(name)
    pdf = visit(told).get("/plan/print/").content
    pages = words_of(pdf).split("\f")[:-1]
    (start,) = (n for n, page in enumerate(pages) if page.split("\n")[0].strip() == "Your list of evidence")
    assert 1 <= start <= 4 and len(pages) - start <= 2
    shown = listed(prune(told))
    rows = [line for page in pages[start:] for line in page.splitlines() if line.count("☐") == 3]
    assert len(rows) == max(len(shown) + 4, 18)
    assert [int(row.split()[0]) for row in rows] == list(range(1, len(rows) + 1))
    assert "originals stay with you" in " ".join("".join(pages[start:]).split())


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["least", "civil_long"])
def test_a_reader_finds_the_table_and_its_headings(visit: Visit, name: str) -> None:
    reader = PdfReader(io.BytesIO(visit(story(name)).get("/plan/print/").content))
    tags = tags_of(reader.root_object["/StructTreeRoot"])
    rows = max(len(listed(prune(story(name)))) + 4, 18)
    assert tags.count("/Table") == 1 and tags.count("/TR") == rows + 1
    assert tags.count("/TH") == 7 + rows and tags.count("/TD") == 6 * rows


def tags_of(node: Any) -> list[str]:
    node = node.get_object()
    if isinstance(node, list):
        return [tag for each in node for tag in tags_of(each)]
    if not isinstance(node, dict):
        return []
    own = [str(node["/S"])] if "/S" in node else []
    return own + (tags_of(node["/K"]) if "/K" in node else [])


def test_the_list_does_not_count_among_the_sheets_of_the_plan() -> None:
    """The letters are as large as without it, however long it is."""
    step = SheetStep("Numbered", ("Some words that say what to do and where. " * 4,) * 5)
    alone = PdfReader(io.BytesIO(plan_sheet([step] * 17)))
    long = PdfReader(io.BytesIO(plan_sheet([step] * 17, [SheetExhibit("A paper")] * 150)))
    assert len(long.pages) > len(alone.pages) + 2
    for before, after in zip(alone.pages, long.pages, strict=False):
        first, second = (page.extract_text().rpartition("Page ")[0] for page in (before, after))
        assert first == second


def test_no_list_where_none_is_asked_for() -> None:
    assert "evidence" not in words_of(plan_sheet(STEPS))
    assert words_of(plan_sheet(STEPS, ())).count("☐") == 1 + 18 * 3


def test_one_layout_is_written_and_none_read_back(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[Document] = []
    real = ours._written

    def note(document: Document) -> bytes:
        written.append(document)
        return real(document)

    monkeypatch.setattr(ours, "_written", note)
    step = SheetStep("Numbered", ("Some words that say what to do and where. " * 4,) * 5)
    assert len(PdfReader(io.BytesIO(plan_sheet([step] * 32))).pages) > 4 and len(written) == 1


def test_letters_that_mean_something_to_a_page_are_printed() -> None:
    text = letters_of(words_of(plan_sheet(STEPS, (SheetExhibit("<b>&amp;</b>", "Żółć", "Nguyễn & “P”"),))))
    assert "<b>&amp;</b>" in text and "Żółć" in text and "Nguyễn&“P”" in text


# On the web


class Cells(HTMLParser):
    """The cells of the tables of a page, row by row, without what is hidden from a screen reader."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.inside, self.hidden = False, False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.inside = True
            self.rows[-1].append("")
        self.hidden = self.hidden or ("aria-hidden", "true") in attrs

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag not in ("td", "th")
        self.hidden = self.hidden and tag != "span"

    def handle_data(self, data: str) -> None:
        if self.inside and not self.hidden:
            self.rows[-1][-1] += data


@pytest.mark.django_db
@pytest.mark.parametrize("name", LOOKED_AT)
def test_the_page_shows_the_same_list(visit: Visit, name: str) -> None:
    told = story(name)
    page = visit(told).get("/plan/").content.decode()
    step = page.partition('id="ready"')[2].partition("</section>")[0]
    assert "Your list of evidence</h3>" in step and page.count("Your list of evidence</h3>") == 1
    cells = Cells()
    cells.feed(step)
    assert cells.rows[1:] == [
        [str(number), one.what, one.when, one.made_by] for number, one in enumerate(listed(prune(told)), 1)
    ]
    assert bool(cells.rows) is ("<table" in step) is not ("names nothing yet" in unescape(step))


@pytest.mark.parametrize("width", [390, 320])
def test_the_list_fits_a_phone_and_reads_as_a_table(
    visitor_with_javascript: Page, visit: Visit, width: int
) -> None:
    """The page as the server makes it, in the site's own styles: no sideways scrolling, every row a row."""
    page, look = visitor_with_javascript, Looks()
    page.goto("/safety/")
    page.set_viewport_size({"width": width, "height": 800})
    made = visit(story("everything")).get("/plan/").content.decode()
    page.evaluate("made => { document.body.innerHTML = made }", made.partition("<body")[2].partition(">")[2])
    table = page.get_by_role("table", name="Your list of evidence")
    assert table.get_by_role("row").count() == 1 + len(listed(prune(story("everything"))))
    headings = ["No.", "What it is", "When", "Who made it or has it"]
    assert table.get_by_role("columnheader").all_text_contents() == headings
    assert table.get_by_role("rowheader").first.inner_text() == "Police report"
    look(page)
    assert look.faults == {}


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Leo Reyes", ""),
        ("Leo", ""),
        ("my son Leo, and my neighbor Deb Ling", "my neighbor Deb Ling"),
        ("Leo Martinez and Rosa", "Leo Martinez and Rosa"),
        ("Leonor; Deb", "Leonor; Deb"),
        ("a man with a dog.", "a man with a dog"),
    ],
)
def test_a_child_is_not_asked_for_a_written_statement(typed: str, asked: str) -> None:
    child = Child("Leo Reyes", date(2018, 1, 2), "child-1", "both")
    case = Case(children=(child,), incidents=(Incident(witnesses="yes", witness_names=typed),))
    assert [one.made_by for one in exhibits(case) if one.kind == "witness"] == ([asked] if asked else [])
