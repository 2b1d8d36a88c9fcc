"""The packet read back as a clerk would: what is on it, what is not, and nothing lost between."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from forms_library.blanks import named_widgets
from forms_library.catalogue import all_forms, current
from forms_library.filled import ATTACHMENT_FORM, fill_forms
from forms_library.layout import UnprintableAnswerError
from forms_library.lettering import CONTINUED, CONTINUED_SHORT
from forms_library.letters import spell_out
from forms_library.maps import EVERY_BLANK, read_map
from forms_library.packet import Packet, Part, forms_for, live_form, live_forms, make_packet
from forms_library.prepare import Prepared
from interview.case import Case
from interview.incidents import Incident
from interview.people import Petitioner
from interview.relevance import prune
from tests.paper import keys_in, qpdf_complaints, text_of, words_on
from tests.stories_on_disk import STORIES, story

MANDATORY = ("DV-100", "DV-109", "DV-110", "DV-130", "CLETS-001")
CIVIL = ["CM-010", "CH-100", "CH-109", "CH-110", "CH-130", "CLETS-001"]
CIVIL_FIRST, CIVIL_MINOR = CIVIL[:4], ["CH-160", "CH-165"]
CIVIL_WITH_WAIVER = [*CIVIL[:-1], "FW-001", "CLETS-001"]
FIRST_CUSTODY = ["DV-109", "DV-110", "DV-140"]
WITH_CUSTODY = ["DV-100", "DV-105", *FIRST_CUSTODY, "DV-130", "DV-140", "CLETS-001"]
FIRST_ABDUCTION = ["DV-100", "DV-105", "DV-108", *FIRST_CUSTODY, "DV-145"]
WITNESSES = ["MC-031", "MC-031"]
WITH_MONEY, SHORT_MONEY = ([*MANDATORY[:-1], form, "CLETS-001"] for form in ("FL-150", "FL-155"))
ORDER_ABDUCTION, PROOF = ["DV-130", "DV-140", "DV-145"], ["DV-200", "DV-200-INFO"]
FORMS_OF = {  # the stories whose answers call for more, each with its copies
    "mother_of_three": [*WITH_CUSTODY[:-1], "FL-150", "CLETS-001"],
    "custody_refused": WITH_CUSTODY,
    "custody_shared_week": WITH_CUSTODY,
    "guardian_of_one": WITH_CUSTODY,
    "everything": [
        *(*FIRST_ABDUCTION[:3], *WITNESSES, *FIRST_ABDUCTION[3:], "DV-160", "DV-165", "DV-115", "DV-116"),
        *(*ORDER_ABDUCTION, *PROOF, "FL-150", "MC-030", "INT-300", "SER-001", "MC-410", "CLETS-001"),
    ],
    "elder_and_stepchild": WITH_MONEY,
    "hourly_overtime": WITH_MONEY,
    "self_employed": WITH_MONEY,
    "short_form_wages": SHORT_MONEY,
    "unemployed_calworks": SHORT_MONEY,
    "canceled": ["DV-112"],
    "three_histories": [
        *("DV-100", "DV-105", "DV-105(A)", "DV-105(A)", *FIRST_CUSTODY, "DV-130", "DV-140", "CLETS-001"),
    ],
    "passport": [*FIRST_ABDUCTION, *ORDER_ABDUCTION, "CLETS-001"],
    "confidential_minor": ["DV-100", "DV-109", "DV-110", "DV-160", "DV-165", "DV-130", "CLETS-001"],
    "after_hearing": [*ORDER_ABDUCTION, "DV-200", "SER-001"],
    "order_by_mail": ["DV-250"],
    "renewal": ["DV-700", "DV-710", *PROOF],
    **dict.fromkeys((name for name in STORIES if name.startswith("civil_")), CIVIL),
    "civil_classmate_14": [*CIVIL_FIRST, *CIVIL_MINOR, "CH-130", "CLETS-001"],
    "civil_waiver_benefits": CIVIL_WITH_WAIVER,
    "civil_waiver_hardship": CIVIL_WITH_WAIVER,
    "civil_waiver_low_income": CIVIL_WITH_WAIVER,
    "civil_everything": [
        *(*CIVIL[:2], *WITNESSES, *CIVIL[2:4], *CIVIL_MINOR, "CH-130", "CH-200", "MC-030", "INT-300"),
        *("SER-001", "FW-001", "MC-410", "CLETS-001"),
    ],
    "civil_statements": [*CIVIL[:2], *WITNESSES, *CIVIL[2:-1], "MC-030", "CLETS-001"],
    "civil_after_hearing": ["CH-130", "CH-200"],
    "civil_order_by_mail": ["CH-250"],
    "civil_renewal": ["CH-700", "CH-710", "CH-200"],
}
OFFICIAL_TICKS = {"✖", "✔"}  # live boxes wear the form's own mark, a letter; ours is two strokes
EACH_STORY = pytest.mark.parametrize("name", STORIES)
DVRO_STORIES = [name for name in STORIES if story(name).asks_for_dvro]
EACH_DVRO_STORY = pytest.mark.parametrize(
    "name", [name for name in DVRO_STORIES if "DV-100" in FORMS_OF.get(name, MANDATORY)]
)


@pytest.fixture(scope="module")
def packets(forms_dir: Path) -> dict[str, Packet]:
    return {name: make_packet(prune(story(name)), forms_dir) for name in STORIES}


@pytest.fixture(scope="module")
def lives(forms_dir: Path) -> Callable[[str], tuple[Part, ...]]:
    """A story's forms with their fields live, made once for the tests that read them."""
    return cache(lambda name: live_forms(prune(story(name)), forms_dir))


@cache
def _fields_of(pdf: bytes) -> dict[str, Any]:
    """Read once: several tests look at the same forms."""
    reader = PdfReader(io.BytesIO(pdf))
    fields: dict[str, Any] = reader.get_fields() or {}
    for _page, widget, name in named_widgets(reader.pages):
        if name not in fields:  # the name in the map, where blanks share a field: each box has its own mark
            fields[name] = {"/V": widget["/AS"]} if "/AS" in widget else fields[name.rpartition("=")[0]]
    return fields


def _part_text(case: Case, number: str, forms_dir: Path, folder: Path) -> str:
    return text_of(live_form(current(number), case, forms_dir).pdf, folder)


@EACH_STORY
def test_the_packet_holds_the_forms_the_answers_call_for_in_filing_order(
    name: str, packets: dict[str, Packet]
) -> None:
    assert [part.number for part in packets[name].parts] == FORMS_OF.get(name, list(MANDATORY))
    assert all(part.is_official for part in packets[name].parts)


def test_no_story_with_forms_of_its_own_is_forgotten() -> None:
    assert set(FORMS_OF) <= set(STORIES)
    assert {number for forms in FORMS_OF.values() for number in forms} == {
        form.number for form in all_forms() if form.when
    }


def test_a_form_stands_behind_the_one_it_is_attached_to() -> None:
    numbers = [form.number for form in all_forms()]
    for form in all_forms():
        if form.attaches_to:
            between = numbers[numbers.index(form.attaches_to) + 1 : numbers.index(form.number)]
            assert all(_is_behind(number, form.attaches_to) for number in between), form.number


@EACH_STORY
def test_the_packet_is_clean(name: str, packets: dict[str, Packet], tmp_path: Path) -> None:
    pdf = packets[name].pdf
    assert qpdf_complaints(pdf, tmp_path) == ""
    keys = keys_in(pdf, tmp_path)
    assert not keys & {"/XFA", "/JavaScript", "/JS", "/Perms", "/OpenAction", "/AcroForm", "/Encrypt"}
    assert not PdfReader(io.BytesIO(pdf)).is_encrypted


@EACH_STORY
def test_nothing_about_the_person_is_in_the_metadata(name: str, packets: dict[str, Packet]) -> None:
    metadata = dict(PdfReader(io.BytesIO(packets[name].pdf)).metadata or {})
    assert metadata == {"/Title": "Court forms"} | {k: v for k, v in metadata.items() if k == "/Producer"}


@EACH_STORY
def test_every_page_is_behind_a_bookmark_of_its_form(name: str, packets: dict[str, Packet]) -> None:
    reader = PdfReader(io.BytesIO(packets[name].pdf))
    titles = [item.title for item in reader.outline if not isinstance(item, list)]
    assert titles[0] == "What is inside"
    for part in packets[name].parts:
        assert any(str(title).startswith(part.number) for title in titles)
    assert len(reader.pages) > sum(part.pages for part in packets[name].parts)


@EACH_DVRO_STORY
def test_the_story_is_on_the_form_and_its_attached_pages_word_for_word(
    name: str, forms_dir: Path, tmp_path: Path
) -> None:
    """In order, none missing, none twice: each incident's words read back off the paper."""
    case = prune(story(name))
    part = live_form(current("DV-100"), case, forms_dir)
    on_form = PdfReader(io.BytesIO(part.pdf)).get_fields() or {}
    attached = _attached_text(part.pdf, part.pages - part.attached, tmp_path)
    rows = {row.value: row.widget for row in read_map("DV-100", current("DV-100").revision).rows}
    for number, incident in enumerate(case.incidents):
        widget = rows.get(f"incidents.{number}.story", "")
        printed = str(on_form[widget].get("/V") or "") if widget else ""
        start = _words(printed.replace(CONTINUED, "").replace(CONTINUED_SHORT, ""))
        told = _words(spell_out(incident.story))
        assert told[: len(start)] == start
        rest = told[len(start) :]
        if rest:
            assert _occurrences(attached, rest) == 1, f"incident {number + 1}"


@EACH_DVRO_STORY
def test_item_32_counts_the_pages_attached_to_the_request_and_to_what_is_attached_to_it(
    name: str, packets: dict[str, Packet], forms_dir: Path
) -> None:
    """What the person swears to have attached is what lies between DV-100's last page and DV-109."""
    reader = PdfReader(io.BytesIO(packets[name].pdf))
    starts = {
        str(item.title).split()[0]: reader.get_destination_page_number(item) or 0
        for item in reversed(reader.outline)
        if not isinstance(item, list)
    }
    attached = starts["DV-109"] - starts["DV-100"] - current("DV-100").pages
    assert _written_pages("DV-100", prune(story(name)), forms_dir) == str(attached or "")


def test_a_form_that_stands_alone_counts_only_its_own_pages(forms_dir: Path) -> None:
    case = prune(story("confidential_minor"))
    part = live_form(current("DV-160"), case, forms_dir)
    assert part.attached and _written_pages("DV-160", case, forms_dir) == str(part.attached)


def _written_pages(number: str, case: Case, forms_dir: Path) -> str:
    part = live_form(current(number), case, forms_dir)
    row = next(r for r in read_map(number, part.revision).rows if r.kind == "pages")
    field = (PdfReader(io.BytesIO(part.pdf)).get_fields() or {})[row.widget]
    return str(field.get("/V") or "")


def _is_behind(number: str, other: str) -> bool:
    """Whether a form is attached to the other, or to a form that is."""
    form = current(number)
    return form.attaches_to == other or (bool(form.attaches_to) and _is_behind(form.attaches_to, other))


@EACH_STORY
def test_a_heading_is_ticked_exactly_when_it_has_an_attached_page(
    name: str, lives: Callable[[str], tuple[Part, ...]], tmp_path: Path
) -> None:
    for part in lives(name):
        fields = _fields_of(part.pdf)
        attached = _attached_text(part.pdf, part.pages - part.attached, tmp_path)
        for row in read_map(part.number, part.revision).of_kind("attached"):
            ticked = fields[row.widget].get("/V") not in (None, "/Off")
            if row.value in ("", "*"):  # DV-130 item 34: whether there are any pages; tests/test_order_made
                continue
            assert ticked == (_occurrences(attached, _words(row.value)) > 0), (part.number, row.value)


@EACH_STORY
def test_the_blanks_of_others_stay_blank(name: str, lives: Callable[[str], tuple[Part, ...]]) -> None:
    for part in lives(name):
        fields = _fields_of(part.pdf)
        for row in read_map(part.number, part.revision).of_kind("leave"):
            if row.widget == EVERY_BLANK:
                assert not [name for name, one in fields.items() if one.get("/V") not in (None, "", "/Off")]
            elif row.value != "control":
                assert fields[row.widget].get("/V") in (None, "", "/Off"), (part.number, row.item, row.label)


@EACH_STORY
def test_print_and_live_say_the_same(
    name: str, packets: dict[str, Packet], lives: Callable[[str], tuple[Part, ...]], tmp_path: Path
) -> None:
    printed = PdfReader(io.BytesIO(packets[name].pdf))
    cover = len(printed.pages) - sum(part.pages for part in packets[name].parts)
    words = [w for w in words_on(packets[name].pdf, tmp_path) if w.page >= cover]
    live = [w for part in lives(name) for w in words_on(part.pdf, tmp_path)]
    said = [w.text for w in live if w.text not in OFFICIAL_TICKS]
    assert sorted(w.text for w in words) == sorted(said)


def test_the_police_form_is_never_mixed_with_what_is_served(
    packets: dict[str, Packet], tmp_path: Path
) -> None:
    """The birth date given for the police prints on CLETS-001 and nowhere else."""
    case = prune(story("everything"))
    assert case.petitioner.birth_date
    born = f"{case.petitioner.birth_date:%m/%d/%Y}"
    pages = {w.page for w in words_on(packets["everything"].pdf, tmp_path) if w.text == born}
    last_part = packets["everything"].parts[-1]
    total = len(PdfReader(io.BytesIO(packets["everything"].pdf)).pages)
    assert last_part.number == "CLETS-001" and pages
    assert all(page >= total - last_part.pages for page in pages)


def test_every_blank_the_person_has_is_filled_in_some_story(
    lives: Callable[[str], tuple[Part, ...]],
) -> None:
    """And of those that any DVRO has, all but the ones that exclude each other in the fullest."""
    filled: set[tuple[str, str]] = set()
    for name in STORIES:
        for part in lives(name):
            fields = _fields_of(part.pdf)
            filled |= {(part.number, widget) for widget, field in fields.items() if field.get("/V")}
    empty = [
        (form.number, row.item, row.label)
        for form in all_forms()
        if form.when
        for row in read_map(form.number, form.revision).rows
        if row.kind in ("text", "story") and not row.only_when and (form.number, row.widget) not in filled
    ]
    assert empty == []


def test_copies_of_one_form_in_one_file_keep_their_fields_apart(forms_dir: Path, tmp_path: Path) -> None:
    case = prune(story("three_histories"))
    part = live_form(current("DV-105(A)"), case, forms_dir)
    assert part.pages - part.attached == 2
    fields = _fields_of(part.pdf)
    row = next(r for r in read_map("DV-105(A)", part.revision).rows if r.value.endswith("first.names"))
    root, _dot, rest = row.widget.partition(".")
    told = [sheet.first.names for sheet in case.history_sheets]
    assert [fields[row.widget].get("/V"), fields[f"{root}-copy-2.{rest}"].get("/V")] == told
    assert told[0] != told[1]


def test_a_request_not_installed_still_counts_what_is_attached(forms_dir: Path, tmp_path: Path) -> None:
    """The pages of an answer sheet are those of the form it is copied onto."""
    case = prune(story("custody_refused"))
    partly = tmp_path / "forms"
    shutil.copytree(forms_dir, partly)
    shutil.rmtree(partly / "DV-105")
    part = live_form(current("DV-100"), case, partly)
    assert _written_pages("DV-100", case, partly) == str(part.attached + current("DV-105").pages)


def test_without_official_forms_the_packet_is_answer_sheets(tmp_path: Path) -> None:
    case = prune(story("mother_of_three"))
    packet = make_packet(case, tmp_path / "nothing-here")
    text = " ".join(text_of(packet.pdf, tmp_path).split())
    assert not any(part.is_official for part in packet.parts)
    assert "not the official form" in text.lower()
    assert case.petitioner.name in text
    for incident in case.incidents:
        assert _occurrences(_words(text), _words(spell_out(incident.story))[-12:]) >= 1


def test_answer_sheets_of_several_copies_say_which(tmp_path: Path) -> None:
    packet = make_packet(prune(story("three_histories")), tmp_path / "nothing-here")
    text = " ".join(text_of(packet.pdf, tmp_path).split())
    assert "copy 1 of 2" in text and "copy 2 of 2" in text


def test_a_list_that_goes_whole_to_the_attached_page_stands_there_once(forms_dir: Path) -> None:
    """DV-160 item 5c(2): five passages for four rows, one of them too long for its row."""
    case = prune(story("confidential_minor"))
    longest = "The second sentence of the story, from the words she said to the end. " * 4
    passages = case.minor_privacy.passages[:4]
    passages = (replace(passages[0], information=longest.strip()), *passages[1:], passages[0])
    case = replace(case, minor_privacy=replace(case.minor_privacy, passages=passages))
    filled = fill_forms((current("DV-160"),), case, forms_dir)[0]
    assert filled.layout is not None
    told = [rest for rest in filled.layout.rests if rest.heading == "Attachment 5c(2)"]
    assert len(told) == 1 and longest.strip() in " ".join(told[0].text.split())


def test_letters_no_court_paper_takes_are_named_not_dropped(forms_dir: Path) -> None:
    case = Case(petitioner=Petitioner(name="李小龍"))
    with pytest.raises(UnprintableAnswerError, match="李 小 龍"):
        make_packet(case, forms_dir)


def test_a_name_of_200_letters_is_printed_whole(forms_dir: Path, tmp_path: Path) -> None:
    name = "Wolfeschlegelsteinhausenbergerdorff" * 6
    case = Case(petitioner=Petitioner(name=name), incidents=(Incident(story="x"),))
    letters = re.sub(r"\s", "", _part_text(case, "DV-100", forms_dir, tmp_path)).replace("(attached)", "")
    assert letters.count("Wolfeschlegelsteinhausenbergerdorff") >= 5


def test_packets_made_at_once_by_many_threads_are_each_their_own(
    packets: dict[str, Packet], forms_dir: Path, tmp_path: Path
) -> None:
    alone = {name: words_on(packet.pdf, tmp_path) for name, packet in packets.items()}
    jobs = STORIES * 3
    with ThreadPoolExecutor(max_workers=6) as pool:
        made = list(pool.map(lambda name: make_packet(prune(story(name)), forms_dir), jobs))
    for name, packet in zip(jobs, made, strict=True):
        assert words_on(packet.pdf, tmp_path) == alone[name]


def test_the_attachment_form_never_comes_by_itself() -> None:
    assert ATTACHMENT_FORM not in [form.number for form in forms_for(Case())]


def test_prepared_forms_keep_every_printed_word(prepared_form: dict[str, Prepared], tmp_path: Path) -> None:
    """Form numbers that were buttons are still on the page; controls for the screen are gone."""
    thirteenth = text_of(prepared_form["DV-100"].print_pdf, tmp_path, "-f", "13")
    for number in (
        "DV-110",
        "DV-109",
        "CLETS-001",
        "DV-105",
        "DV-140",
        "SER-001",
        "FL-150",
        "FL-155",
        "DV-570",
    ):
        assert number in thirteenth
    for control in ("Print this form", "Clear this form", "For your protection and privacy"):
        assert control not in thirteenth
    assert {form.number for form in all_forms()} == set(prepared_form)


def test_blank_answers_leave_blank_forms(forms_dir: Path) -> None:
    """A case with nothing in it ticks nothing and writes nothing but what a map always prints."""
    for part in live_forms(replace(Case(), case_number=""), forms_dir):
        fields = _fields_of(part.pdf)
        assert {k: f.get("/V") for k, f in fields.items() if f.get("/V") not in (None, "", "/Off")} == {}


def _words(text: str) -> list[str]:
    return text.split()


def _occurrences(words: list[str], wanted: list[str]) -> int:
    return sum(words[at : at + len(wanted)] == wanted for at in range(len(words) - len(wanted) + 1))


def _attached_text(pdf: bytes, first: int, folder: Path) -> list[str]:
    """The words of the attached pages' bodies, page furniture and repeated headings taken out."""
    reader = PdfReader(io.BytesIO(pdf))
    words: list[str] = []
    fields = reader.get_fields() or {}
    row = next(
        r for r in read_map(ATTACHMENT_FORM, current(ATTACHMENT_FORM).revision).rows if r.kind == "story"
    )
    for number in range(1, len(reader.pages) - first + 1):
        head, _blank, body = str(fields[f"{row.widget}-{number}"].get("/V") or "").partition("\n\n")
        words += ([] if head.endswith("(continued)") else _words(head)) + _words(body)
    return words
