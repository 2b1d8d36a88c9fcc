"""The two sets: what is handed in, and what someone hands to the other person. Read back off the paper."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from pypdf import PdfReader

from forms_library.catalogue import all_forms, current
from forms_library.filled import blank_form
from forms_library.installed import installed
from forms_library.maps import EVERY_BLANK, read_map
from forms_library.packet import Packet, forms_for, make_packet
from forms_library.paper_sets import Handed, HandedOver, clerk_set, handed_in, served_set
from interview.after_hearing import AfterHearing, Decided
from interview.case import Case
from interview.handing_over import handed_over, make_served_set
from interview.hearing import Hearing
from interview.relevance import prune
from interview.renewal import Renewal
from interview.served_papers import every_number, served_papers
from tests.paper import Word, keys_in, pictures_of, qpdf_complaints, text_of, words_on
from tests.stories_on_disk import STORIES, story
from tests.test_headers import check_headers

Visit = Callable[[Case], Client]

BLANK_DV = ["DV-120", "DV-120-INFO", "DV-250", "DV-800"]
BLANK_CH = ["CH-120", "CH-120-INFO", "CH-250", "CH-800"]
PRINTED_BLANK = {"DV-250", "CH-250", "FL-150", "FL-155"}  # for the other person, whatever their maps fill
WITH_CUSTODY = ("mother_of_three", "custody_refused", "custody_shared_week", "guardian_of_one")
CUSTODY = ["DV-100", "DV-105", *BLANK_DV]
WITH_STATEMENTS = ["CH-100", "MC-031", "MC-031", "MC-030", *BLANK_CH]
LONG_MONEY, SHORT_MONEY = (["DV-100", form, form, *BLANK_DV] for form in ("FL-150", "FL-155"))
WITNESSES = ["MC-031", "MC-031"]
SERVED = {  # the pages printed; any other story has the request and the blank forms alone
    **dict.fromkeys(("custody_refused", "custody_shared_week", "guardian_of_one"), CUSTODY),
    # FL-150 is filled in by hand, so only the blank one for the other person is printed here
    "mother_of_three": ["DV-100", "DV-105", "FL-150", *BLANK_DV],
    "everything": ["DV-100", "DV-105", "DV-108", *WITNESSES, "FL-150", "FL-150", "MC-030", *BLANK_DV],
    **dict.fromkeys(("elder_and_stepchild", "hourly_overtime", "self_employed"), LONG_MONEY),
    **dict.fromkeys(("short_form_wages", "unemployed_calworks"), SHORT_MONEY),
    **dict.fromkeys(("civil_statements", "civil_everything"), WITH_STATEMENTS),
    "passport": ["DV-100", "DV-105", "DV-108", *BLANK_DV],
    "three_histories": ["DV-100", "DV-105", "DV-105(A)", "DV-105(A)", *BLANK_DV],
    "canceled": [],  # the hearing is cancelled
}
CLERK_DV, CLERK_CH = ["DV-100", "DV-109", "DV-110"], ["CM-010", "CH-100", "CH-109", "CH-110"]
CLERK_LONG, CLERK_SHORT = [*CLERK_DV, "FL-150"], [*CLERK_DV, "FL-155"]
CLERK_CUSTODY = ["DV-100", "DV-105", "DV-109", "DV-110", "DV-140"]
CLERK = {  # without CLETS-001, which is last while the request is handed in
    **dict.fromkeys(WITH_CUSTODY, CLERK_CUSTODY),
    "passport": ["DV-100", "DV-105", "DV-108", "DV-109", "DV-110", "DV-140", "DV-145"],
    "three_histories": ["DV-100", "DV-105", "DV-105(A)", "DV-105(A)", "DV-109", "DV-110", "DV-140"],
    "confidential_minor": [*CLERK_DV, "DV-160", "DV-165"],
    # A hearing is set: the request is with the court
    "everything": [
        *("DV-115", "DV-116", "DV-130", "DV-140", "DV-145", "FL-150", "MC-030", "INT-300", "MC-410")
    ],
    "civil_everything": ["MC-030", "INT-300", "MC-410"],
    **dict.fromkeys(("elder_and_stepchild", "hourly_overtime", "self_employed"), CLERK_LONG),
    **dict.fromkeys(("short_form_wages", "unemployed_calworks"), CLERK_SHORT),
    "civil_statements": [*CLERK_CH[:2], *WITNESSES, *CLERK_CH[2:], "MC-030"],
    "canceled": ["DV-112"],
    "mother_of_three": [*CLERK_CUSTODY, "DV-130", "DV-140"],  # Sacramento wants the order with the request
    "civil_roommate": [*CLERK_CH, "CH-130"],
    # After it
    "after_hearing": ["DV-130", "DV-140", "DV-145"],
    "civil_after_hearing": ["CH-130"],
    "renewal": ["DV-700", "DV-710"],
    "civil_renewal": ["CH-700", "CH-710"],
    "civil_classmate_14": [*CLERK_CH, "CH-160", "CH-165"],
    **{name: [*CLERK_CH, "FW-001"] for name in STORIES if name.startswith("civil_waiver")},
}
NEVER = {"CLETS-001", "SER-001", "INT-300", "FW-001", "MC-410", "DV-160", "CH-160"}
BEFORE = [name for name in STORIES if not prune(story(name)).hearing_is_over]
EACH_BEFORE = pytest.mark.parametrize("name", BEFORE)
HANDING_OVER = [name for name in STORIES if handed_over(prune(story(name)))]
EACH_HANDING_OVER = pytest.mark.parametrize("name", HANDING_OVER)
HANDING_IN = [name for name in STORIES if handed_in(prune(story(name)))]
EACH_HANDING_IN = pytest.mark.parametrize("name", HANDING_IN)
EACH_STORY = pytest.mark.parametrize("name", STORIES)


@pytest.fixture(scope="module")
def clerk(forms_dir: Path) -> dict[str, Packet]:
    return {name: clerk_set(prune(story(name)), forms_dir) for name in HANDING_IN}


@pytest.fixture(scope="module")
def served(forms_dir: Path) -> dict[str, Packet]:
    return {name: make_served_set(prune(story(name)), forms_dir) for name in HANDING_OVER}


@pytest.fixture(scope="module")
def packets(forms_dir: Path) -> dict[str, Packet]:
    return {name: make_packet(prune(story(name)), forms_dir) for name in STORIES}


def _numbers(made: Packet) -> list[str]:
    return [part.number for part in made.parts]


def _front_pages(made: Packet) -> int:
    """Pages of the cover or sheet."""
    return len(PdfReader(io.BytesIO(made.pdf)).pages) - sum(part.pages for part in made.parts)


def _front(made: Packet, folder: Path) -> str:
    return " ".join(text_of(made.pdf, folder, "-l", str(_front_pages(made))).split())


def _words_of_parts(made: Packet, folder: Path) -> list[tuple[str, list[Word]]]:
    """Each part with the words on its pages, their pages counted from its own first."""
    words, at, found = words_on(made.pdf, folder), _front_pages(made), []
    for part in made.parts:
        of_part = [word for word in words if at <= word.page < at + part.pages]
        found.append((part.number, [replace(word, page=word.page - at) for word in of_part]))
        at += part.pages
    return found


# What is in them


@EACH_BEFORE
def test_the_served_set_holds_the_petitioners_papers_and_the_blank_forms(
    name: str, served: dict[str, Packet]
) -> None:
    plain = ["CH-100", *BLANK_CH] if story(name).asks_for_cho else ["DV-100", *BLANK_DV]
    found = _numbers(served[name]) if name in served else []
    assert found == SERVED.get(name, plain)
    assert name not in served or all(part.is_official for part in served[name].parts)


@EACH_HANDING_IN
def test_the_clerks_set_holds_what_is_handed_in_now(name: str, clerk: dict[str, Packet]) -> None:
    case = prune(story(name))
    plain = CLERK_CH if case.asks_for_cho else CLERK_DV
    last = [] if case.request_is_filed else ["CLETS-001"]
    assert _numbers(clerk[name]) == [*CLERK.get(name, plain), *last]
    assert {form.number for form in handed_in(case)} == set(_numbers(clerk[name]))


def test_nothing_is_handed_in_once_the_order_is_there() -> None:
    assert {"order_by_mail", "civil_order_by_mail"} <= set(STORIES) - set(HANDING_IN)


@EACH_HANDING_IN
def test_nothing_that_is_set_aside_is_in_the_clerks_set(
    name: str, clerk: dict[str, Packet], packets: dict[str, Packet], tmp_path: Path
) -> None:
    apart = {form.number for form in forms_for(prune(story(name))) if form.set_aside}
    assert all(current(number).set_aside for number in apart)
    assert not apart & set(_numbers(clerk[name]))
    inside = _front(clerk[name], tmp_path).partition(" All ")[0]
    assert not [number for number in apart if f" {number} " in inside]


@EACH_STORY
def test_filled_pages_are_those_of_the_packet(
    name: str,
    clerk: dict[str, Packet],
    served: dict[str, Packet],
    packets: dict[str, Packet],
    tmp_path: Path,
) -> None:
    whole = _words_of_parts(packets[name], tmp_path)
    sets = [made[name] for made in (clerk, served) if name in made]
    for made in sets:
        for part in _words_of_parts(made, tmp_path):
            assert part in whole or current(part[0]).is_blank or part[0] in PRINTED_BLANK, part[0]


@pytest.mark.parametrize("name", ["everything", "civil_everything", "two_brothers", "civil_least"])
def test_both_are_one_clean_pdf_with_bookmarks_and_a_neutral_title(
    name: str, clerk: dict[str, Packet], served: dict[str, Packet], tmp_path: Path
) -> None:
    for made in (clerk[name], served[name]):
        assert qpdf_complaints(made.pdf, tmp_path) == ""
        assert not keys_in(made.pdf, tmp_path) & {"/XFA", "/JavaScript", "/JS", "/AcroForm", "/Encrypt"}
        reader = PdfReader(io.BytesIO(made.pdf))
        titles = [str(item.title) for item in reader.outline if not isinstance(item, list)]
        assert titles[0] == "What is inside"
        assert all(any(title.startswith(number) for title in titles) for number in _numbers(made))
        assert str(dict(reader.metadata or {}).get("/Title")) == "Court forms"


# Never to the other person


def test_no_confidential_form_can_be_handed_over() -> None:
    kept = {form.number for form in all_forms() if form.is_never_served}
    assert {"CLETS-001", "SER-001", "FW-001", "MC-410"} <= kept <= kept | NEVER
    assert not every_number() & (kept | NEVER)


@pytest.mark.parametrize("number", sorted(form.number for form in all_forms() if form.is_never_served))
def test_the_engine_refuses_to_hand_one_over(number: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=number):
        served_set(Case(), HandedOver([Handed(number, "copy")], "dvro", "DV-200"), tmp_path)


@pytest.mark.parametrize("name", ["everything", "civil_everything"])
def test_what_the_police_and_the_sheriff_alone_are_told_is_not_handed_over(
    name: str, served: dict[str, Packet], packets: dict[str, Packet], tmp_path: Path
) -> None:
    case = prune(story(name))
    born, plate = case.petitioner.birth_date, case.respondent.vehicle_plate
    assert born and plate
    whole, handed = text_of(packets[name].pdf, tmp_path), text_of(served[name].pdf, tmp_path)
    for told in (f"{born:%m/%d/%Y}", plate):
        assert told in whole and told not in handed


# Blank is blank


@EACH_HANDING_OVER
def test_the_blank_forms_are_blank(
    name: str, served: dict[str, Packet], forms_dir: Path, tmp_path: Path
) -> None:
    blank = [paper.number for paper in handed_over(prune(story(name))) if paper.comes in ("blank", "read")]
    parts = dict(_words_of_parts(served[name], tmp_path))
    for number in blank:
        official = installed(number, forms_dir) if number in parts else None
        if official:
            assert parts[number] == words_on(official.print_pdf, tmp_path), number


@pytest.mark.parametrize("name", ["everything", "civil_everything"])
def test_no_ink_is_on_a_blank_form(
    name: str, served: dict[str, Packet], forms_dir: Path, tmp_path: Path
) -> None:
    pictures = pictures_of(served[name].pdf, tmp_path)
    at = _front_pages(served[name])
    for part in served[name].parts:
        if part.number in (*BLANK_DV, *BLANK_CH):
            official = installed(part.number, forms_dir)
            assert official and pictures[at : at + part.pages] == pictures_of(official.print_pdf, tmp_path)
        at += part.pages


def test_a_form_with_a_map_of_its_own_can_be_printed_blank(forms_dir: Path) -> None:
    filled = blank_form(current("DV-100"), forms_dir)
    assert filled is not None and filled.layout is not None and filled.pages == current("DV-100").pages
    assert not filled.layout.texts and not filled.layout.ticks and filled.own_attached == 0


@pytest.mark.parametrize(
    "form", [form for form in all_forms() if form.is_blank], ids=lambda form: form.number
)
def test_the_map_of_a_blank_form_is_one_row(form: Any) -> None:
    rows = read_map(form.number, form.revision).rows
    assert [row.widget for row in rows] == [EVERY_BLANK] and rows[0].kind == "leave"


# The sheet


def test_the_sheet_names_every_paper_and_where_it_comes_from(
    served: dict[str, Packet], tmp_path: Path
) -> None:
    sheet = _front(served["everything"], tmp_path)
    case = prune(story("everything"))
    assert all(paper.number in sheet for paper in served_papers(case))
    assert {"DV-109", "DV-110", "DV-165"}.isdisjoint(_numbers(served["everything"]))
    assert "DV-109 Notice of Court Hearing From the court" in sheet
    assert sheet.index(" DV-170 ") < sheet.index("☐ DV-109")
    assert f"{len(served_papers(case))} papers in all" in sheet
    assert "only if the judge granted it" in sheet
    assert "unstamped here: 13 pages" in sheet and "Printed here, blank: 8 pages" in sheet
    assert "Printed here, to read: 4 pages" in sheet
    by_hand = _front(served["mother_of_three"], tmp_path)  # FL-150
    assert "Yours, filled in by hand: a copy with copies of the pay stubs" in by_hand
    assert "Printed here, blank: 4 pages only if it is filled in by then" in by_hand
    assert (
        "DV-100, DV-105, DV-108, MC-031, FL-150, MC-030: do not hand over the pages printed here "
        "without the court's stamp" in sheet
    )
    assert "The sheriff or marshal can do it, free." in sheet
    never = sheet.partition("Never give the other person ")[2].partition(". ")[0]
    assert {"CLETS-001", "SER-001", "MC-410"} == set(never.split(", "))
    others = sheet.partition("Keep them out too: ")[2].partition(". ")[0].split(", ")
    assert {"DV-160", "DV-200", "DV-200-INFO", "INT-300"} <= set(others)
    assert case.petitioner.name not in sheet and case.respondent.name not in sheet


def test_the_sheet_of_a_civil_request(served: dict[str, Packet], tmp_path: Path) -> None:
    sheet = _front(served["civil_least"], tmp_path)
    assert "CH-109 Notice of Court Hearing From the court" in sheet and "checks on CH-200" in sheet
    assert "DV-" not in sheet and "18 or older" in sheet
    assert "free with a fee waiver" in sheet and "can do it, free." not in sheet


@pytest.mark.parametrize(
    ("name", "asks"), [("everything", True), ("civil_classmate_14", True), ("two_brothers", False)]
)
def test_nothing_private_goes_out_before_the_judge_decided(
    name: str, asks: bool, served: dict[str, Packet], tmp_path: Path
) -> None:
    sheet = _front(served[name], tmp_path)
    top = sheet.partition("The papers, in this order")[0]
    kind = "CH" if story(name).asks_for_cho else "DV"
    assert ("Hand over nothing before the judge has decided" in top) is asks
    assert (f"{kind}-165, item 13, says which papers" in top) is asks
    assert (f"{kind}-170 is the first page" in top) is asks


def test_a_form_that_is_not_installed_is_named_instead(forms_dir: Path, tmp_path: Path) -> None:
    partly = tmp_path / "forms"
    shutil.copytree(forms_dir, partly)
    for number in ("DV-100", "DV-120"):
        shutil.rmtree(partly / number)
    made = make_served_set(prune(story("two_brothers")), partly)
    assert _numbers(made) == ["DV-120-INFO", "DV-250", "DV-800"]
    sheet = _front(made, tmp_path)
    assert (
        "Restraining Order From the court: your stamped copy ☐" in sheet and "Blank, from the clerk" in sheet
    )


# The lists


def _at(case: Case, **answers: Any) -> Case:
    return replace(case, **answers)


@pytest.fixture
def custody() -> Case:
    return prune(story("passport"))


@pytest.mark.parametrize(
    ("made", "said"),
    [
        ("all", "; DV-110, DV-140, DV-145; "),
        ("some", "; DV-110; DV-140, DV-145 (if the judge made this order); "),
        ("unknown", "; DV-110, DV-140, DV-145 (if the judge made this order); "),
        ("none", "; blank DV-120; DV-120-INFO; blank DV-250"),
    ],
)
def test_the_list_for_the_sheriff_says_what_is_known(made: Any, said: str, custody: Case) -> None:
    case = _at(custody, hearing=Hearing(is_set="yes", first_orders=made))
    assert case.papers_to_serve.startswith("DV-109; DV-100 with all attached pages, DV-105, DV-108; ")
    assert said in case.papers_to_serve
    assert ("blank DV-800" in case.papers_to_serve) == (made != "none")


def test_what_has_no_box_on_the_proof_of_service_is_named_there(custody: Case) -> None:
    others = "DV-108; DV-120-INFO; blank DV-250; blank DV-800"
    assert custody.other_papers_served == f"DV-105; {others}" and not custody.serves_custody_papers
    made = _at(custody, hearing=Hearing(is_set="yes", first_orders="all"))
    assert made.serves_custody_papers  # DV-105 and DV-140 have one box
    assert made.other_papers_served == "DV-108; DV-145; DV-120-INFO; blank DV-250; blank DV-800"
    some = _at(custody, hearing=Hearing(is_set="yes", first_orders="some"))
    assert some.other_papers_served == f"DV-105; {others}" and not some.serves_custody_papers
    histories = prune(story("three_histories"))
    for answer in (histories, _at(histories, hearing=Hearing(is_set="yes", first_orders="all"))):
        assert "DV-105(A); " in answer.other_papers_served
    civil = prune(story("civil_everything"))
    # CH-200 has a box for all but the statements, and what the judge may have granted
    assert civil.other_papers_served == "MC-031; MC-030"


def test_the_order_and_the_renewal_have_lists_of_their_own(custody: Case) -> None:
    over = Hearing(is_set="yes", held="yes")
    after = AfterHearing(outcome="granted", attended=("me",), same_as_temporary="no")
    ordered = _at(custody, hearing=over, after=after)
    assert ordered.papers_to_serve == "DV-130; DV-140, DV-145 (if the judge made this order); blank DV-800"
    told = replace(after, decided=Decided(custody="changed", abduction="not_granted"))
    assert _at(ordered, after=told).papers_to_serve == "DV-130, DV-140; blank DV-800"
    assert _at(ordered, after=told).other_papers_served == "DV-140; blank DV-800"
    assert ordered.other_papers_served == "blank DV-800"
    renewed = _at(ordered, renewal=Renewal(wanted="yes"))
    assert renewed.papers_to_serve == "DV-700; DV-710; blank DV-720; DV-130"
    assert renewed.other_papers_served == "DV-700; DV-710; blank DV-720"
    once_more = _at(ordered, renewal=Renewal(wanted="yes", renewed_before="yes"))
    assert once_more.papers_to_serve.endswith("; blank DV-720; DV-730 with all attached pages")
    assert "DV-730" in once_more.other_papers_served and not once_more.serves_made_order
    mailed = _at(ordered, after=replace(after, same_as_temporary="yes"))
    assert mailed.papers_to_serve == "" and handed_over(mailed) == ()
    assert handed_in(ordered) == ()


@pytest.mark.parametrize("name", ["passport", "civil_least"])
def test_a_renewal_prints_the_request_and_names_the_rest(name: str, forms_dir: Path, tmp_path: Path) -> None:
    after = AfterHearing(outcome="granted", attended=("me",), ends_on=date(2027, 1, 4))
    over = Hearing(is_set="yes", held="yes")
    case = _at(prune(story(name)), hearing=over, after=after, renewal=Renewal(wanted="yes"))
    made = make_served_set(case, forms_dir)
    kind = (name == "passport" and "DV") or "CH"
    assert _numbers(made) == [f"{kind}-700"]
    sheet = _front(made, tmp_path)
    assert all(f"{kind}-{number}" in sheet for number in ("700", "710", "720", "130"))


# In the browser, and from the command line


@pytest.fixture(autouse=True)
def _forms(settings: Any, forms_dir: Path) -> None:
    settings.FORMS_DIR = forms_dir


@pytest.mark.parametrize("which", ["hand-in", "hand-over"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_each_is_given_after_the_review_and_kept_nowhere(which: str, method: str, visit: Visit) -> None:
    browser = visit(story("two_brothers"))
    address = f"/packet/{which}/"
    assert getattr(browser, method)(address).status_code == 302
    browser.get("/review/")
    answer = getattr(browser, method)(address)
    check_headers(answer, address)
    assert answer["Content-Type"] == "application/pdf" and answer.content.startswith(b"%PDF")
    assert 'filename="papers-' in answer["Content-Disposition"]
    assert b"Set-Cookie" not in answer.content


def test_the_page_offers_both_with_what_is_inside_and_names_nobody(visit: Visit) -> None:
    case = story("passport")
    browser = visit(case)
    browser.get("/review/")
    page = browser.get("/packet/").content.decode()
    offered = page.partition("Only a part of them")[2].partition("Each form on its own")[0]
    assert "/packet/hand-in/" in offered and "/packet/hand-over/" in offered
    assert all(number in offered for number in ("DV-105", "DV-109", "DV-120-INFO", "CLETS-001"))
    assert case.petitioner.name not in page and case.respondent.name not in page
    to_them = offered.partition("For the other person")[2]
    assert "CLETS-001" not in to_them and "SER-001" not in to_them


def test_where_there_is_nothing_to_print_the_page_leads_on(visit: Visit) -> None:
    over, denied = Hearing(is_set="yes", held="yes"), AfterHearing(outcome="denied")
    browser = visit(replace(story("two_brothers"), hearing=over, after=denied))
    browser.get("/review/")
    page = browser.get("/packet/").content.decode()
    assert "There is nothing to print now" in page and 'href="/plan/"' in page
    assert "/packet/download/" not in page and "Each form on its own" not in page
    answer = browser.get("/packet/download/")
    assert answer.status_code == 302 and answer["Location"] == "/packet/"


def test_where_nothing_is_handed_over_nothing_is_offered(visit: Visit) -> None:
    browser = visit(story("canceled"))
    browser.get("/review/")
    assert "/packet/hand-over/" not in browser.get("/packet/").content.decode()
    answer = browser.get("/packet/hand-over/")
    assert answer.status_code == 302 and answer["Location"] == "/packet/"


@pytest.mark.parametrize("which", ["clerk", "served"])
def test_the_command_writes_a_set(which: str, clerk: Any, served: Any, tmp_path: Path) -> None:
    file = Path(__file__).parent / "stories" / "two_brothers.json"
    out = io.StringIO()
    call_command("draft_packet", str(file), "--out", str(tmp_path), "--set", which, stdout=out)
    made = {"clerk": clerk, "served": served}[which]["two_brothers"]
    written = (tmp_path / f"{which}.pdf").read_bytes()
    at = _front_pages(made)
    said = [word for word in words_on(written, tmp_path) if word.page >= at]
    assert said == [word for word in words_on(made.pdf, tmp_path) if word.page >= at]


def test_the_command_says_when_nothing_is_handed_over(tmp_path: Path) -> None:
    file = Path(__file__).parent / "stories" / "canceled.json"
    with pytest.raises(CommandError, match="Nothing is handed"):
        call_command("draft_packet", str(file), "--out", str(tmp_path), "--set", "served")


def test_the_command_says_when_nothing_is_handed_in(tmp_path: Path) -> None:
    file = Path(__file__).parent / "stories" / "order_by_mail.json"
    with pytest.raises(CommandError, match="Nothing is handed in"):
        call_command("draft_packet", str(file), "--out", str(tmp_path), "--set", "clerk")


# The cover, by what is handed in


def _cover(name: str, packets: dict[str, Packet], folder: Path) -> str:
    return _front(packets[name], folder)


def test_with_a_hearing_set_the_cover_hands_in_no_request(packets: dict[str, Packet], tmp_path: Path) -> None:
    cover = _cover("everything", packets, tmp_path)
    assert "What to hand in now DV-115, DV-116, DV-130, DV-140 (with DV-130)" in cover
    before = cover.partition("Handed in before ")[2].partition(": the court has these")[0].split(", ")
    assert {"DV-100", "DV-110", "DV-140 (with DV-110)", "CLETS-001"} <= set(before)
    assert "Never give the other person CLETS-001." in cover
    assert "DV-100: you" not in cover and "two copies of DV-115, DV-116, DV-130" in cover
    assert "asks the judge to keep information" not in cover  # told to the clerk with the request


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("mother_of_three", "two copies of everything but FL-150, CLETS-001 "),
        ("civil_roommate", "one copy of everything but CLETS-001 "),
        ("custody_refused", "Bring the original. This court makes the copies."),
    ],
)
def test_the_cover_wants_as_many_copies_as_the_county(
    name: str, said: str, packets: dict[str, Packet], tmp_path: Path
) -> None:
    assert said in _cover(name, packets, tmp_path)


def test_the_order_is_told_by_what_it_is_for(packets: dict[str, Packet], tmp_path: Path) -> None:
    assert "Do not hand it in with the others, unless" in _cover("two_brothers", packets, tmp_path)
    assert "This county's court has wanted it" in _cover("mother_of_three", packets, tmp_path)
    made = _cover("after_hearing", packets, tmp_path)
    assert "read each line against what the judge said" in made and "unless this court wants it" not in made
    assert "date of the hearing" not in made  # SER-001 with the order alone
    assert "DV-200-INFO" not in made


@pytest.mark.parametrize("name", ["renewal", "civil_renewal"])
def test_at_a_renewal_the_cover_leads_with_the_request(
    name: str, packets: dict[str, Packet], tmp_path: Path
) -> None:
    cover, kind = _cover(name, packets, tmp_path), "DV" if name == "renewal" else "CH"
    now = cover.partition("What to hand in now ")[2]
    assert now.startswith(f"{kind}-700, {kind}-710. {kind}-700 asks the judge to make the order last longer")
    assert f"{kind}-700: you" in cover and "original and two copies" in cover


def test_a_cancelled_hearing_leaves_one_form(packets: dict[str, Packet], clerk: dict[str, Packet]) -> None:
    assert _numbers(packets["canceled"]) == _numbers(clerk["canceled"]) == ["DV-112"]
