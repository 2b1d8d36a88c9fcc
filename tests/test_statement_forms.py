"""Sworn statements: the person's own (MC-030) and those of witnesses (MC-031), word for word."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from forms_library import recognition
from forms_library.catalogue import current
from forms_library.checking import account_for
from forms_library.layout import lay_out
from forms_library.maps import FormMap, read_map
from forms_library.packet import forms_for, live_form
from forms_library.prepare import Prepared
from forms_library.recognition import Match, Recognised, recognise
from interview.case import Case
from interview.people import Petitioner
from interview.statements import Statements, WitnessStatement
from interview.vocabulary import YesNo
from tests.boxes import Delivery, drawn, marked
from tests.official import official_pdf
from tests.paper import text_of
from tests.stories_on_disk import story

OWN, WITNESS = "MC-030", "MC-031"
FORMS = pytest.mark.parametrize("number", [OWN, WITNESS])
DVRO, CHO = story("everything"), story("civil_everything")
BOTH = pytest.mark.parametrize("case", [DVRO, CHO], ids=["dvro", "cho"])
BLANKS = {OWN: 29, WITNESS: 15}
BOXES = {  # all of them, and the one that is ticked
    OWN: ({"Lawyer", "Plaintiff", "Petitioner", "Defendant", "Respondent", "Other"}, "Petitioner"),
    WITNESS: ({"Lawyer", "Plaintiff", "Petitioner", "Defendant", "Respondent", "Other"}, "Other"),
}
LONG = " ".join(f"Sentence{number} tells what happened then." for number in range(1, 400))


def with_statements(case: Case, own: str = "", *witnesses: WitnessStatement) -> Case:
    wants: YesNo = "yes" if own else "no"
    has: YesNo = "yes" if witnesses else "no"
    return replace(case, statements=Statements(wants, own, has, witnesses))


def map_of(number: str, copy: int = 1) -> FormMap:
    return read_map(number, current(number).revision).of_copy(copy)


def copy_of(number: str, case: Case, forms_dir: Path, folder: Path) -> str:
    """The words of every copy of the form, with its attached pages, in one line."""
    return " ".join(text_of(live_form(current(number), case, forms_dir).pdf, folder).split())


@FORMS
def test_every_blank_is_accounted_for(number: str, prepared_form: dict[str, Prepared]) -> None:
    account = account_for(current(number), map_of(number), prepared_form[number].index, Case)
    assert account.faults == () and account.unaccounted == 0 and account.blanks == BLANKS[number]


@FORMS
def test_a_saved_copy_is_known_by_what_is_printed(number: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition, "known_sha256", dict)
    form = current(number)
    assert recognise(official_pdf(form.file)) == Recognised(number, form.revision, Match.PRINT)


@BOTH
def test_the_own_statement_is_there_to_its_last_word(case: Case, forms_dir: Path, tmp_path: Path) -> None:
    text = copy_of(OWN, with_statements(case, LONG), forms_dir, tmp_path)
    assert all(f"Sentence{number} " in text for number in range(1, 400))
    assert "(continued on attached page)" in text and "Statement (continued):" in text
    assert "Item body" not in text and case.respondent.name in text
    assert case.petitioner.private_telephone not in text


@BOTH
def test_each_witness_has_a_copy_of_their_own(case: Case, forms_dir: Path, tmp_path: Path) -> None:
    heard, writes = WitnessStatement("Marisol Pena", "I heard him shout."), WitnessStatement("Bob Ng", "")
    told = with_statements(case, "", heard, writes)
    assert [form.number for form in forms_for(told)].count(WITNESS) == 1
    assert [sheet.attached_to for sheet in told.witness_sheets] == [told.witness_sheets[0].attached_to] * 2
    pages = text_of(live_form(current(WITNESS), told, forms_dir).pdf, tmp_path).split("\f")
    first, second = (" ".join(page.split()) for page in pages[:2])
    assert "Marisol Pena" in first and "I heard him shout." in first and "Bob Ng" not in first
    assert "Bob Ng" in second and "Marisol" not in second and "shout" not in second
    assert all("Witness" in page and case.petitioner.name in page for page in (first, second))


def test_what_a_witness_tells_is_there_to_its_last_word(forms_dir: Path, tmp_path: Path) -> None:
    told = with_statements(DVRO, "", WitnessStatement("Marisol Pena", LONG))
    text = copy_of(WITNESS, told, forms_dir, tmp_path)
    assert all(f"Sentence{number} " in text for number in range(1, 400))
    assert "Declaration of the witness" in text and "Statement of the witness (continued):" in text


def test_a_copy_without_words_leaves_the_page_to_the_hand(prepared_form: dict[str, Prepared]) -> None:
    told = with_statements(DVRO, "", WitnessStatement("Bob Ng", ""))
    layout = lay_out(map_of(WITNESS), prepared_form[WITNESS].index, told)
    assert layout.texts["FillText7"] == "Bob Ng" and "FillText8" not in layout.texts
    assert "FillText14" not in layout.texts  # the date is the pen's


@FORMS
def test_the_forms_own_words_are_not_hidden(
    number: str, prepared_form: dict[str, Prepared], tmp_path: Path
) -> None:
    """Under the notice of MC-030 a white field lies over "FOR COURT USE ONLY"."""
    print_pages, live_pages = (
        drawn(map_of(number), prepared_form[number], Case(), delivery, tmp_path)
        for delivery in get_args(Delivery)
    )
    corner = (405.0, 670.0, 570.0, 755.0)
    assert print_pages[0].inside(corner) == live_pages[0].inside(corner)


@FORMS
def test_no_notice_for_the_screen_is_left(number: str, forms_dir: Path, tmp_path: Path) -> None:
    told = with_statements(DVRO, "Own words.", WitnessStatement("Bob Ng", "I saw it."))
    text = copy_of(number, told, forms_dir, tmp_path)
    assert "press the Clear" not in text and "Save This Form" not in text


@FORMS
@pytest.mark.parametrize("delivery", get_args(Delivery))
@pytest.mark.parametrize("has_lawyer", ["no", "yes"])
def test_one_box_is_marked_and_no_neighbour(
    number: str, delivery: Delivery, has_lawyer: str, prepared_form: dict[str, Prepared], tmp_path: Path
) -> None:
    prepared, form_map = prepared_form[number], map_of(number)
    nobody = drawn(form_map, prepared, Case(), delivery, tmp_path)
    signs = Case(petitioner=Petitioner(name="X", has_lawyer=has_lawyer))  # type: ignore[arg-type]
    signs = with_statements(signs, "Own.", WitnessStatement("Y", ""))
    pages = drawn(form_map, prepared, signs, delivery, tmp_path)
    every, ticked = BOXES[number]
    labels = {row.widget: row.label for row in form_map.rows}
    assert {labels[blank.name] for blank in prepared.index.blanks if blank.kind == "tick"} == every
    assert marked(form_map, prepared, nobody, pages) == {ticked}
