"""Blanks of the court that are filled under one condition, and forms that are printed blank."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from forms_library.catalogue import current
from forms_library.checking import Account, account_for
from forms_library.maps import EVERY_BLANK, FormMap, MapError, Row, read_map
from forms_library.prepare import Prepared
from interview.after_hearing import AfterHearing
from interview.case import Case
from interview.hearing import Hearing

TOLD_TO_PREPARE = Case(hearing=Hearing(is_set="yes"), after=AfterHearing(court_wants_order="yes"))
DV110 = current("DV-110")
ROWS = read_map(DV110.number, DV110.revision).rows
JUDGES = next(n for n, row in enumerate(ROWS) if row.item == "4" and row.kind == "leave")
FIRST_PAGE = next(n for n, row in enumerate(ROWS) if row.item == "1")


def account_with(number: int, row: Row, prepared_form: dict[str, Prepared]) -> Account:
    rows = (*ROWS[:number], row, *ROWS[number + 1 :])
    return account_for(DV110, FormMap("DV-110", DV110.revision, rows), prepared_form["DV-110"].index, Case)


def filled_if(only_when: str, row: Row = ROWS[JUDGES]) -> Row:
    return replace(row, kind="text", value="petitioner.name", only_when=only_when)


def test_a_blank_of_the_court_may_be_filled_under_one_named_condition(
    prepared_form: dict[str, Prepared],
) -> None:
    account = account_with(JUDGES, filled_if("prepares_order"), prepared_form)
    assert account.faults == () and account.courts == 1
    assert any("the court's" in fault for fault in account_with(JUDGES, filled_if(""), prepared_form).faults)


@pytest.mark.parametrize(
    ("number", "row", "fault"),
    [
        (JUDGES, filled_if("prepares_dinner"), "no answer at"),
        (FIRST_PAGE, replace(ROWS[FIRST_PAGE], only_when="prepares_order"), "not the court's"),
        (JUDGES, replace(ROWS[JUDGES], only_when="prepares_order"), "or is left"),
        (JUDGES, replace(filled_if("prepares_order"), kind="more", value=""), "another condition"),
    ],
)
def test_a_condition_that_cannot_be_right_is_found(
    number: int, row: Row, fault: str, prepared_form: dict[str, Prepared]
) -> None:
    assert any(fault in found for found in account_with(number, row, prepared_form).faults)


def test_what_the_answers_do_not_fill_is_not_in_the_map_they_are_laid_out_with() -> None:
    kept = Row("1", "Name", "a", "text", "petitioner.name", "", "")
    line = Row("9", "Order", "b", "story", "petitioner.name", "", "", "prepares_order")
    more = replace(line, widget="c", kind="more", value="")
    form_map = FormMap("X", "2026-01-01", (kept, line, more))
    assert form_map.for_answers(Case()).rows == (kept,)
    assert form_map.for_answers(TOLD_TO_PREPARE).rows == form_map.rows
    assert FormMap("X", "2026-01-01", (kept,)).for_answers(Case()).rows == (kept,)


def test_one_row_accounts_for_a_form_that_is_printed_blank(prepared_form: dict[str, Prepared]) -> None:
    blank = FormMap("DV-110", DV110.revision, (Row("all", "", EVERY_BLANK, "leave", "respondent", "", ""),))
    account = account_for(DV110, blank, prepared_form["DV-110"].index, Case)
    assert (account.left, account.filled, account.unaccounted, account.faults) == (DV110.blanks, 0, 0, ())


def test_a_column_nobody_knows_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "map.csv"
    file.write_text("item,label,widget,kind,value,more,note,whenever\n", encoding="utf-8")
    monkeypatch.setattr("forms_library.maps.map_file", lambda number, revision: file)
    with pytest.raises(MapError, match="columns"):
        read_map("X-1", "2026-01-01")
