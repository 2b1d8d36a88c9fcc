"""The commands for staff: a packet without the browser, and the proof that the maps are whole."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from pypdf import PdfReader

from forms_library.catalogue import all_forms
from forms_library.packet import make_packet
from interview.needed_forms import still_needed
from interview.relevance import prune
from tests.paper import words_on
from tests.stories_on_disk import story

STORY = Path(__file__).parent / "stories" / "two_brothers.json"


@pytest.fixture(autouse=True)
def _forms(settings: Any, forms_dir: Path) -> None:
    settings.FORMS_DIR = forms_dir


def test_draft_packet_writes_the_packet_the_site_gives(tmp_path: Path, forms_dir: Path) -> None:
    call_command("draft_packet", str(STORY), "--out", str(tmp_path / "out"), stdout=io.StringIO())
    case = prune(story("two_brothers"))
    made = make_packet(case, forms_dir, still_needed(case)).pdf
    drafted = (tmp_path / "out" / "packet.pdf").read_bytes()
    assert words_on(drafted, tmp_path) == words_on(made, tmp_path)


def test_draft_packet_live_writes_one_pdf_a_form_with_its_fields_open(tmp_path: Path) -> None:
    call_command("draft_packet", str(STORY), "--out", str(tmp_path), "--live", stdout=io.StringIO())
    names = sorted(file.name for file in tmp_path.glob("*.pdf"))
    assert names == ["CLETS-001.pdf", "DV-100.pdf", "DV-109.pdf", "DV-110.pdf", "DV-130.pdf"]
    fields = PdfReader(tmp_path / "DV-100.pdf").get_fields() or {}
    name = story("two_brothers").petitioner.name
    assert name in [field.get("/V") for field in fields.values()]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "cannot be read"),
        ("[]", "not a case of version 1"),
        ('{"version": 2}', "not a case of version 1"),
        ('{"version": 1, "petitioner": {"nickname": "Al"}}', "nickname"),
        ('{"version": 1, "petitioner": {"gender": "blue"}}', "case.petitioner.gender"),
        ('{"version": 1, "petitioner": {"birth_date": "1990-02-30"}}', "a date"),
        ('{"version": 1, "petitioner": {"age": true}}', "case.petitioner.age"),
        ('{"version": 1, "incidents": {"0": {}}}', "a list"),
    ],
)
def test_a_file_that_is_no_case_is_named_for_what_is_wrong(text: str, message: str, tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CommandError, match=message):
        call_command("draft_packet", str(file), "--out", str(tmp_path / "out"))


def test_check_forms_prints_the_table_and_passes() -> None:
    out = io.StringIO()
    call_command("check_forms", stdout=out)
    lines = {line.split()[0]: line.split() for line in out.getvalue().splitlines()}
    assert lines["DV-100"] == ["DV-100", "2025-01-01", "321", "319", "2", "0"]
    unaccounted = {number: row[5] for number, row in lines.items() if "-" in number}
    assert unaccounted == {form.number: "0" for form in all_forms()}


def test_check_forms_fails_when_a_form_is_not_installed(settings: Any, tmp_path: Path) -> None:
    settings.FORMS_DIR = tmp_path
    out = io.StringIO()
    with pytest.raises(CommandError, match="accounted"):
        call_command("check_forms", stdout=out)
    assert "DV-100: not installed" in out.getvalue()
