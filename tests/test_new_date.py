"""A new date for the hearing, or no hearing: from the Case to DV-115, DV-116 and DV-112."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from forms_library.catalogue import current
from forms_library.maps import read_map
from forms_library.packet import live_form, make_packet
from forms_library.prepare import Prepared
from interview import plan
from interview.answers import get_answer
from interview.audience import audience_of
from interview.case import Case
from interview.chapters.new_date import NEW_DATE
from interview.please_check import please_check
from interview.please_check_new_date import please_check_new_date
from interview.questions import steps_of
from interview.relevance import prune
from tests.paper import text_of
from tests.stories_on_disk import story
from tests.written_blanks import items, numbers, told, written

DVRO, CHO, CANCELS = story("everything"), story("civil_everything"), story("canceled")
FORMS = {"DV-112", "DV-115", "DV-116"}
DAY = date(2026, 11, 21)


def pages(case: Case) -> list[str]:
    return [step.slug for step in steps_of(NEW_DATE, case)]


def written_on(pdf: bytes, widget: str) -> str:
    return str((PdfReader(io.BytesIO(pdf)).get_fields() or {})[widget].get("/V", ""))


def of_these(case: Case) -> list[str]:
    return [number for number in numbers(case) if number in FORMS]


# The forms


@pytest.mark.parametrize("number", sorted(FORMS))
def test_every_blank_has_its_row_and_every_row_its_blank(
    number: str, prepared_form: dict[str, Prepared]
) -> None:
    form = current(number)
    blanks = [blank.name for blank in prepared_form[number].index.blanks]
    assert len(blanks) == form.blanks
    assert sorted(row.widget for row in read_map(number, form.revision).rows) == sorted(blanks)


def test_the_judges_part_is_left_in_the_map() -> None:
    rows = read_map("DV-116", current("DV-116").revision).rows
    filled = {row.item for row in rows if row.kind != "leave"}
    assert filled == {"caption", "1", "2"} == set(current("DV-116").petitioner_items)
    assert {row.value for row in rows if row.kind == "leave"} == {"court", "clerk"}


IS_OVER = {"hearing__held": "yes", "hearing__date": date(2026, 11, 19)}


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, ["DV-115", "DV-116"]),
        ({"continuance__wanted": ""}, []),
        ({"continuance__wanted": "no"}, []),
        ({"continuance__wanted": "no", "continuance__waive_hearing": "yes"}, ["DV-112"]),
        ({"continuance__waive_hearing": "yes", "hearing__first_orders": "all"}, ["DV-115", "DV-116"]),
        (IS_OVER, []),
        ({**IS_OVER, "continuance__waive_hearing": "yes"}, []),
        ({"continuance__waive_hearing": "yes", "hearing__is_set": "no"}, []),
        ({"continuance__waive_hearing": "yes", "hearing__is_set": ""}, []),
    ],
)
def test_the_forms_come_when_they_are_asked_for(answers: dict[str, Any], expected: list[str]) -> None:
    assert of_these(told(DVRO, **answers)) == expected


def test_civil_harassment_papers_have_none_of_them() -> None:
    told_both = replace(CHO, continuance=replace(DVRO.continuance, waive_hearing="yes"))
    assert of_these(told_both) == []
    assert prune(told_both).continuance == Case().continuance
    assert pages(told_both) == []


# The pages


def test_the_pages_wait_for_a_hearing() -> None:
    assert pages(Case()) == []
    assert pages(told(Case(), hearing__is_set="no")) == []
    assert pages(told(Case(), hearing__is_set="yes")) == ["wanted"]
    assert pages(told(Case(), hearing__is_set="yes", hearing__held="yes")) == []


def test_the_pages_follow_the_answers() -> None:
    case = told(Case(), hearing__is_set="yes", continuance__wanted="yes")
    assert pages(case) == ["wanted", "why"]
    assert pages(told(case, hearing__first_orders="all")) == ["wanted", "why", "now"]
    case = told(case, continuance__wanted="no", hearing__first_orders="none")
    assert pages(case) == ["wanted", "no-date"]


def test_what_is_answered_is_kept_and_what_is_not_asked_is_not() -> None:
    assert prune(DVRO).continuance == DVRO.continuance
    without = prune(told(DVRO, continuance__wanted="no", hearing__first_orders="all"))
    assert without.continuance == replace(Case().continuance, wanted="no")
    assert prune(told(DVRO, continuance__reasons=("service",))).continuance.other_reason == ""
    assert prune(told(DVRO, hearing__first_orders="unknown")).continuance.order_date is None


def test_a_page_takes_what_is_typed() -> None:
    page = next(step.form for step in steps_of(NEW_DATE, DVRO) if step.slug == "now")
    assert page is not None
    form = page({"order_date": "11/18/2026"}, case=Case())
    assert form.is_valid(), form.errors
    assert get_answer(form.saved_to(Case()), "continuance.order_date") == date(2026, 11, 18)


def test_the_first_page_says_the_date_that_is_known() -> None:
    page = next(step.form for step in steps_of(NEW_DATE, DVRO) if step.slug == "wanted")
    assert page is not None
    assert "Tuesday, December 15, 2026" in page(case=DVRO).intro_text
    assert "You told us" not in page(case=told(DVRO, hearing__date=None)).intro_text


# On the paper


def test_the_request_for_a_new_date(forms_dir: Path) -> None:
    found = written("DV-115", DVRO, forms_dir)
    assert found["1a|Your name"] == ["Elena Reyes Carter"]
    assert found["2a|Name of the other person"] == ["Thomas Carter"]
    assert found["2b|Date of the hearing"] == ["12/15/2026"]
    assert found["3|Date the order was made"] == ["11/18/2026"]
    assert "he did not open the door" in found["4c|Why a new date is needed"][0]
    assert found["signature|Lawyer's name beside the signature"] == ["Joan Achebe"]
    ticked = {key for key in found if key.startswith(("1b", "3|Temp", "4"))} - {"4c|Why a new date is needed"}
    assert ticked == {
        *("1b(1)|Protected party", "3|Temporary order in effect: yes"),
        *("4a|Reason: more time to serve", "4c|Other reason"),
    }


@pytest.mark.parametrize("answer", ["none", "unknown", ""])
def test_one_box_says_whether_an_order_is_in_effect(answer: str, forms_dir: Path) -> None:
    found = written("DV-115", told(DVRO, hearing__first_orders=answer), forms_dir)
    words = {"none": ["no"], "unknown": ["not known"], "": []}[answer]
    third = [key for key in found if key.startswith("3|")]
    assert third == [f"3|Temporary order in effect: {word}" for word in words]


def test_nothing_is_said_that_nobody_told(forms_dir: Path) -> None:
    bare = replace(
        DVRO,
        continuance=replace(Case().continuance, wanted="yes"),
        hearing=replace(DVRO.hearing, first_orders=""),
    )
    found = items(written("DV-115", bare, forms_dir))
    assert found == {"1a", "1b(1)", "2a", "2b", "caption", "signature"}


def test_a_long_reason_goes_on_on_a_page_of_its_own(forms_dir: Path, tmp_path: Path) -> None:
    words = " ".join(f"reason{number}" for number in range(600))
    part = live_form(current("DV-115"), prune(told(DVRO, continuance__other_reason=words)), forms_dir)
    assert part.attached
    form = " ".join(written_on(part.pdf, "DV-115[0].#subform[1].Below_ft[0]").split())
    attached = text_of(part.pdf, tmp_path, "-f", "3")
    assert "Item 4c, Why a new date is needed (continued)" in attached
    assert [int(one) for one in re.findall(r"reason(\d+)", form + attached)] == list(range(600))


def test_the_judges_answer_has_the_parties_and_nothing_more(forms_dir: Path) -> None:
    found = written("DV-116", DVRO, forms_dir)
    assert items(found) == {"caption", "1", "2"}
    assert found["1|Protected party"] == ["Elena Reyes Carter"]
    assert found["2|Restrained party"] == ["Thomas Carter"]
    numbers_told = [value for key, values in found.items() if "Case number" in key for value in values]
    assert numbers_told == [DVRO.case_number] * 3


def test_canceling_has_the_names_and_no_notice_of_the_screen(forms_dir: Path, tmp_path: Path) -> None:
    found = written("DV-112", CANCELS, forms_dir)
    assert items(found) == {"1", "2", "caption", "signature"}
    assert found["1|Your name"] == found["signature|Typed name"] == [CANCELS.petitioner.name]
    assert found["2|Name of the other person"] == [CANCELS.respondent.name]
    said = " ".join(text_of(make_packet(prune(CANCELS), forms_dir).pdf, tmp_path).split())
    assert "Waiver of Hearing" in said
    assert "Clear This Form" not in said and "To keep other people from" not in said


def test_the_cover_sets_them_aside(forms_dir: Path, tmp_path: Path) -> None:
    packet = make_packet(prune(DVRO), forms_dir)
    cover = " ".join(text_of(packet.pdf, tmp_path, "-f", "1", "-l", "2").split())
    assert "hand it in with DV-116 before the hearing" in cover
    assert "DV-115: you, page 2" in cover and "DV-115: your lawyer, page 2" in cover
    assert "DV-112" not in cover


# Badges, review, plan


def test_who_sees_it() -> None:
    assert audience_of("continuance.other_reason", "dvro").who == "served"
    assert audience_of("continuance.waive_hearing", "dvro").who == "you"
    assert audience_of("hearing.held", "dvro").who == "you"
    assert audience_of("hearing.first_orders", "dvro").who == "served"


@pytest.mark.parametrize(
    ("answers", "path", "page"),
    [
        ({"continuance__reasons": ()}, "continuance.reasons", "why"),
        ({"continuance__other_reason": " "}, "continuance.other_reason", "why"),
        ({"continuance__waive_hearing": "yes"}, "continuance.waive_hearing", "no-date"),
    ],
)
def test_the_review_looks_at_what_is_missing_or_at_odds(
    answers: dict[str, Any], path: str, page: str
) -> None:
    assert list(please_check_new_date(prune(DVRO))) == []
    case = prune(told(DVRO, **answers))
    (found,) = please_check_new_date(case)
    assert (found.path, found.chapter_slug, found.step_slug) == (path, "new-date", page)
    assert found in list(please_check(case, DAY))


def test_canceling_alone_is_no_odds() -> None:
    assert list(please_check_new_date(prune(CANCELS))) == []


def _plan(case: Case) -> dict[str, str]:
    said = {}
    for step in plan.steps(prune(case), DAY):
        said[step.slug] = " ".join(map(str, (*step.paragraphs, step.missed)))
    return said


def test_the_plan_names_the_forms_that_are_in_the_packet() -> None:
    new_date, cancels = _plan(DVRO), _plan(CANCELS)
    words = "DV-115 and DV-116 are filled in and lie in your papers"
    assert [slug for slug in new_date if words in new_date[slug]] == ["new-date"]
    assert not [slug for slug in cancels if words in cancels[slug]]
    words = "DV-112 is filled in and lies in your papers"
    assert [slug for slug in cancels if words in cancels[slug]] == ["cancel"]
    assert not [slug for slug in new_date if words in new_date[slug]]
