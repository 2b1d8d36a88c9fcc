"""PDFs as a screen reader takes them: ours are tagged (PDF/UA-1) with a language and a title; an official
form with live fields keeps the court's own tags, and what is put behind it has its own."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation
from pypdf import PdfReader, PdfWriter

from forms_library import ours
from forms_library.packet import forms_for, live_form
from forms_library.tagged import joined
from interview.case import Case
from interview.relevance import prune
from tests.stories_on_disk import story
from tests.test_ours import CONTENTS

_STEP = ours.SheetStep("Hand in your papers", ("Go to the clerk.",), "Today", "Ask the clerk.")
_LINES = (ours.ReadingLine("What is your name?", (("Ana", ""),)),)
OF_THE_PERSON: dict[str, Callable[[], bytes]] = {
    "cover": lambda: ours.cover_page(CONTENTS),
    "plan": lambda: ours.plan_sheet([_STEP], [ours.SheetExhibit("A photo", "May 2026", "Ana")]),
    "answers to read back": lambda: ours.reading_sheet(
        [ours.ReadingChapter("You", (ours.ReadingPage("Name", _LINES),))]
    ),
    "words": lambda: ours.words_sheet([ours.SheetWords("What happened?", "¿Qué pasó?", "Me pegó.", "es")]),
}
FOR_THE_COURT: dict[str, Callable[[], bytes]] = {
    "attached": lambda: ours.attached_sheet("Describe Abuse", "DV-100", "Ana v. Ben", "", "What happened."),
    "handed over": lambda: ours.served_sheet(
        ours.ServedSheet(
            (ours.SheetPaper("DV-100", "Request", "copy", 13),), ("CLETS-001",), (), "DV-200", "Free."
        )
    ),
}


def tags_of(node: Any) -> Iterator[Any]:
    """Every tag below a node of the tree, in order."""
    found = node.get_object()
    for each in found if isinstance(found, list) else [found]:
        tag = each.get_object()
        if isinstance(tag, dict) and "/S" in tag:
            yield tag
        if isinstance(tag, dict) and "/K" in tag:
            yield from tags_of(tag["/K"])


def _numbers(tree: Any) -> dict[int, Any]:
    found: dict[int, Any] = {}
    for kid in tree.get("/Kids", ()):
        found |= _numbers(kid.get_object())
    flat = tree.get("/Nums", [])
    return found | {int(flat[place]): flat[place + 1] for place in range(0, len(flat), 2)}


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("paper", [*OF_THE_PERSON, *FOR_THE_COURT])
def test_a_paper_of_ours_is_tagged_and_says_its_language_and_title(paper: str, language: str) -> None:
    with translation.override(language):
        pdf = (OF_THE_PERSON | FOR_THE_COURT)[paper]()
    reader = PdfReader(io.BytesIO(pdf))
    root: Any = reader.root_object
    assert root["/Lang"] == (language if paper in OF_THE_PERSON else "en")
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None and reader.metadata.title
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_object().get_data()
    tags = list(tags_of(root["/StructTreeRoot"]["/K"]))
    kinds = [str(tag["/S"]) for tag in tags]
    assert next(kind for kind in kinds if kind.startswith("/H")) == "/H1"
    cells = [tag for tag in tags if tag["/S"] == "/TD" and "/K" in tag]
    assert all("/Headers" in str(cell.get("/A")) for cell in cells), "a cell without its headings"
    assert all(tag.get("/Alt") for tag in tags if tag["/S"] == "/Figure")
    assert all(page.get("/StructParents") is not None and page.get("/Tabs") == "/S" for page in reader.pages)


def _check_whole(pdf: bytes) -> list[Any]:
    """Every page and field leads to a tag, and that tag to the same page; all tags, in order."""
    reader = PdfReader(io.BytesIO(pdf))
    root: Any = reader.root_object
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"]
    parents = _numbers(root["/StructTreeRoot"]["/ParentTree"].get_object())
    seen: list[int] = []
    pages: list[Any] = list(reader.pages)
    for page in pages:
        seen.append(int(page["/StructParents"]))
        kids = parents[seen[-1]].get_object()
        assert any(kid.get_object().get("/S") for kid in kids if kid.get_object() is not None)
        for widget in page.get("/Annots", ()):
            number = widget.get_object().get("/StructParent")
            assert number is not None, widget.get_object().get("/T")
            seen.append(int(number))
            tag = parents[seen[-1]].get_object()
            parts = [part.get_object() for part in tag["/K"]] if isinstance(tag["/K"], list) else [tag["/K"]]
            own = [part for part in parts if isinstance(part, dict) and part.get("/Type") == "/OBJR"]
            assert any(part["/Obj"].get_object() == widget.get_object() for part in own)
    assert len(seen) == len({*seen}), "two lead to the same tag"
    return list(tags_of(root["/StructTreeRoot"]["/K"]))


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("mother_of_three", "DV-100"),
        ("everything", "DV-140"),
        ("civil_long", "CH-100"),
        ("least", "CLETS-001"),
    ],
)
def test_a_live_form_keeps_the_tags_of_the_court(forms_dir: Path, name: str, number: str) -> None:
    """DV-100 and CH-100 with attached pages behind them, which have no tags of their own."""
    case: Case = prune(story(name))
    form = next(each for each in forms_for(case) if each.number == number)
    part = live_form(form, case, forms_dir)
    tags = _check_whole(part.pdf)
    assert len(tags) > 50
    fields = [tag for tag in tags if tag["/S"] == "/Form"]
    assert fields
    if number in ("DV-100", "CH-100"):
        assert part.attached


def test_tags_go_on_behind_those_of_the_first_document() -> None:
    first, second = FOR_THE_COURT["attached"](), OF_THE_PERSON["cover"]()
    out = io.BytesIO()
    joined([first, second, second]).write(out)
    tags = _check_whole(out.getvalue())
    assert [str(tag["/S"]) for tag in tags].count("/H1") == 3


def test_a_page_without_tags_is_read_as_one_paragraph() -> None:
    blank, out = io.BytesIO(), io.BytesIO()
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(OF_THE_PERSON["cover"]())))
    del writer.root_object["/StructTreeRoot"]
    writer.write(blank)
    joined([FOR_THE_COURT["attached"](), blank.getvalue()]).write(out)
    reader = PdfReader(io.BytesIO(out.getvalue()))
    page: Any = reader.pages[-1]
    assert b"/P <</MCID 0>> BDC" in page.get_contents().get_data()
    assert "Your papers, in order" in page.extract_text()
    _check_whole(out.getvalue())
