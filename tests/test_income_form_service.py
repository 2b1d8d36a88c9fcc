"""FL-150 and FL-155 on the road: who is given them, what goes with them, by when (DV-100 page 13, step 4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from forms_library.filled import fill_forms
from forms_library.packet import forms_for, make_packet
from forms_library.paper_sets import handed_in
from interview.case import Case
from interview.finances import Finances
from interview.handing_over import handed_over, make_served_set
from interview.hearing import Hearing
from interview.income import Incomes, Received
from interview.income_papers import BLACK_OUT
from interview.needed_forms import forms_not_filled, still_needed
from interview.plan import PlanStep, steps
from interview.relevance import prune
from interview.requests import ChildSupportAsk, Order
from interview.review import problems
from interview.rules import rules
from tests.paper import text_of
from tests.stories_on_disk import story
from tests.written_blanks import written

PLAIN = replace(story("two_brothers"), service=replace(story("two_brothers").service, by_sheriff="no"))
NOW = Finances(fills="now", has_income="no", other_asks_support="no", other_asks_fees="no")
NUMBERS = {"long": "FL-150", "short": "FL-155"}


def asking(*orders: Order, finances: Finances | None = None) -> Case:
    asked = (*PLAIN.requests.asked, *orders)
    case = replace(PLAIN, requests=replace(PLAIN.requests, asked=asked))
    return replace(case, finances=finances or Finances())


LONG = asking("child_support", finances=replace(NOW, which_form="long"))
SHORT = asking("child_support", finances=replace(NOW, which_form="short"))
LATER = asking("child_support", finances=Finances(fills="later"))
FEES = asking("lawyer_fees")
FILLED = pytest.mark.parametrize(
    ("case", "number"), [(LONG, "FL-150"), (SHORT, "FL-155")], ids=["long", "short"]
)


def income_forms(case: Case) -> list[tuple[str, str]]:
    return [(paper.number, paper.comes) for paper in handed_over(case) if paper.number in NUMBERS.values()]


def step(case: Case) -> PlanStep:
    return next(one for one in steps(case, date(2026, 11, 23)) if one.slug == "money-form")


def said(case: Case) -> str:
    return " ".join(step(case).paragraphs)


# Who is given what


@FILLED
def test_a_copy_goes_with_a_blank_one_of_the_same_number(case: Case, number: str) -> None:
    assert income_forms(case) == [(number, "copy"), (number, "blank")]
    assert f"; {number}, with a blank {number}; " in case.papers_to_serve
    assert number not in case.other_papers_served  # DV-200 has a box for it


def test_one_that_is_filled_in_later_is_named_and_not_printed(forms_dir: Path, tmp_path: Path) -> None:
    for case in (LATER, asking("spousal_support")):
        assert income_forms(case) == [("FL-150", "hand"), ("FL-150", "blank")]
        assert "; FL-150, with a blank FL-150 (if it is filled in by then); " in case.papers_to_serve
        assert "FL-150" not in case.other_papers_served
    made = make_served_set(LATER, forms_dir)
    assert [part.number for part in made.parts].count("FL-150") == 1
    sheet = " ".join(text_of(made.pdf, tmp_path, "-l", "1").split())
    assert "FL-150 Income and Expense Declaration Yours, filled in by hand: a copy" in sheet
    assert "Printed here, blank: 4 pages only if it is filled in by then" in sheet
    assert "FL-150: do not hand over" not in sheet and "FL-150, " not in sheet


@pytest.mark.parametrize(("case", "taxes"), [(LONG, False), (SHORT, True), (LATER, False)])
def test_the_sheet_says_what_goes_behind_it(case: Case, taxes: bool, forms_dir: Path, tmp_path: Path) -> None:
    sheet = " ".join(text_of(make_served_set(case, forms_dir).pdf, tmp_path, "-l", "2").split())
    assert sheet.count("with copies of the pay stubs and other papers you attach") == 1
    assert ("you attach, and of the latest federal tax return" in sheet) is taxes


@pytest.mark.parametrize("case", [asking(), FEES, asking("custody")], ids=["none", "fees-later", "custody"])
def test_who_has_no_such_form_hands_none_over(case: Case) -> None:
    assert not income_forms(case) and "FL-1" not in case.papers_to_serve


def test_for_lawyers_fees_it_is_handed_over_where_it_is_filled_in() -> None:
    assert income_forms(replace(FEES, finances=NOW)) == [("FL-150", "copy"), ("FL-150", "blank")]


@FILLED
def test_the_filled_form_and_a_blank_one_behind_it_are_printed(
    case: Case, number: str, forms_dir: Path, tmp_path: Path
) -> None:
    made = make_served_set(case, forms_dir)
    numbers = [part.number for part in made.parts]
    assert numbers.count(number) == 2 and numbers[numbers.index(number) + 1] == number
    pages = text_of(made.pdf, tmp_path).split("\f")
    at = numbers.index(number)
    first = len(pages) - 1 - sum(part.pages for part in made.parts[at:])
    own, blank = pages[first], pages[first + made.parts[at].pages]
    assert case.petitioner.name in own and number in blank
    assert case.petitioner.name not in blank and case.respondent.name not in blank
    sheet = " ".join(pages[0].split())
    assert "From the court: your stamped copy" in sheet and "may not be there" in sheet  # DV-110
    assert f"{number}: do not hand over the pages printed here" in sheet


@pytest.mark.parametrize(
    ("case", "checked"),
    [(LONG, {"4d"}), (SHORT, {"4e"}), (LATER, set()), (FEES, set()), (asking(), set())],
    ids=["long", "short", "later", "fees", "none"],
)
def test_the_box_is_checked_of_what_is_there_for_sure(case: Case, checked: set[str], forms_dir: Path) -> None:
    boxes = {key.partition("|")[0] for key in written("DV-200", case, forms_dir)}
    assert boxes & {"4d", "4e"} == checked
    named = written("DV-200", case, forms_dir)["4i|Other papers: which"][0]
    assert "FL-1" not in named


def test_sheet_sheriff_and_proof_agree(forms_dir: Path, tmp_path: Path) -> None:
    for case in (LONG, SHORT, LATER):
        asks = replace(case, case_number="26X1", service=replace(case.service, by_sheriff="yes"))
        (listed,) = (
            value for key, value in written("SER-001", asks, forms_dir).items() if key.startswith("5b|")
        )
        sheet = " ".join(text_of(make_served_set(case, forms_dir).pdf, tmp_path, "-l", "1").split())
        for number, _comes in income_forms(case):
            assert number in " ".join(listed) and number in sheet


def test_it_is_no_paper_of_the_order_or_of_a_cancelled_hearing() -> None:
    over = replace(LONG, hearing=Hearing(is_set="yes", held="yes"))
    assert not income_forms(over)
    assert not {"FL-150", "FL-155"} & {form.number for form in forms_for(over)}


# The number of pages behind DV-100


@FILLED
def test_it_is_not_counted_with_the_request(case: Case, number: str, forms_dir: Path) -> None:
    def counted(one: Case) -> list[list[str]]:
        found = written("DV-100", one, forms_dir)
        return [value for key, value in found.items() if key.startswith("32|")]

    assert counted(case) == counted(asking("child_support")) == counted(asking())
    made = fill_forms(forms_for(case), case, forms_dir)
    assert not next(each for each in made if each.form.number == number).attached_to


# What is put with it


def lines(case: Case) -> str:
    return "\n".join(still_needed(case))


@FILLED
def test_what_shows_the_income_is_named_with_what_to_black_out(case: Case, number: str) -> None:
    earns = replace(case, finances=replace(case.finances, has_income="yes", kinds=("salary",)))
    assert "pay stubs of the last two months" in lines(earns) and f"to {number}" in lines(earns)
    assert all(
        word in line
        for line in still_needed(earns)
        if "Copies" in line or "tax return" in line
        for word in (
            "Social Security numbers",
            "account numbers",
            "any address",
            "employer and where you work",
        )
    )
    assert "tax return" in lines(earns) and "to the hearing" in lines(earns)
    assert "pay stubs" not in lines(case)  # no income of any kind
    assert "tax return" in lines(case)
    assert not forms_not_filled(earns)


def test_each_form_wants_its_own_papers() -> None:
    self_employed = replace(NOW, has_income="yes", kinds=("self_employment", "rental"), has_hardship="yes")
    own = asking("child_support", finances=self_employed)
    assert all(f"FL-150, item {item}" in lines(own) for item in (6, 7, 19)) and "Schedule C" in lines(own)
    assert "FL-155, item 8" not in lines(own) and "It is not attached" in lines(own)
    assert not any(f"FL-150, item {item}" in lines(LONG) for item in (6, 7, 19))
    assert "FL-155, item 8" in lines(SHORT) and "Two copies of your latest" in lines(SHORT)
    assert "FL-150" not in lines(SHORT)


def test_every_paper_that_is_attached_says_what_to_black_out() -> None:
    """A lease, a rental list, the papers of a hardship show what was left out of the form on purpose."""
    told = replace(NOW, has_income="yes", kinds=("salary", "self_employment", "rental"), has_hardship="yes")
    for case in (asking("child_support", finances=told), SHORT, LATER):
        papers = [line for line in still_needed(case) if "ttach" in line and "yourself count" not in line]
        assert papers and all(str(BLACK_OUT) in line for line in papers)
    assert "{" not in lines(asking("child_support", finances=told))
    assert "lease" in lines(SHORT)
    for case in (LONG, SHORT, LATER):
        (form,) = (form for form in forms_for(case) if form.number in NUMBERS.values())
        assert str(BLACK_OUT) in " ".join((*form.hand_in, *form.set_aside))


@pytest.mark.parametrize(("case", "counts"), [(LONG, True), (LATER, True), (SHORT, False)])
def test_fl_150_counts_the_sheets_put_behind_it(case: Case, counts: bool) -> None:
    assert ("add them to the number of pages attached, on page 1" in lines(case)) is counts


def test_the_local_child_support_agency_gets_a_copy() -> None:
    aid = replace(LONG, requests=replace(LONG.requests, child_support=("want", "benefits")))
    assert "agency part of your case? Then one copy of FL-150 " in lines(aid) and "agency" in said(aid)
    assert "agency part of your case? Then one copy of FL-155 " in lines(SHORT) and "agency" in said(SHORT)
    assert "agency" not in lines(LONG) and "agency" not in said(LONG)


def test_who_fills_it_in_later_needs_the_same_papers() -> None:
    assert "pay stubs" in lines(LATER) and "Schedule C" not in lines(LATER)


def test_they_are_named_until_the_hearing_also_once_the_request_is_filed() -> None:
    assert lines(replace(LONG, hearing=Hearing(is_set="yes"))) == lines(LONG)
    assert not still_needed(replace(LONG, hearing=Hearing(is_set="yes", held="yes")))


def test_the_cover_names_them(forms_dir: Path, tmp_path: Path) -> None:
    made = make_packet(SHORT, forms_dir, still_needed(SHORT))
    cover = " ".join(text_of(made.pdf, tmp_path, "-l", "2").split())
    assert "Still needed" in cover and "Two copies of your latest federal tax return" in cover


def test_fees_alone_some_courts_want_it() -> None:
    (form,) = forms_not_filled(FEES)
    assert form.number == "FL-150" and "Some courts" in str(form.why) and form.rule in rules()
    assert "money-form" not in [one.slug for one in steps(FEES)]
    assert "pay stubs" not in lines(FEES)


# The plan


@FILLED
def test_the_step_says_by_when_and_what_goes_with_it(case: Case, number: str) -> None:
    one = step(replace(case, hearing=Hearing(is_set="yes", date=date(2026, 12, 15))))
    assert one.deadline.startswith(
        f"{number}, and the proof that the other person got it: before the hearing"
    )
    assert "Monday, December 14, 2026" in one.deadline
    assert "not be able to decide about money" in one.missed and "Ask the clerk" in one.missed
    assert f"on page {1 if number == 'FL-150' else 2}" in said(case)
    assert f"a blank {number}" in said(case) and "no older than 3 months" in said(case)
    assert ("for it, item 4d." if number == "FL-150" else "for it, item 4e.") in said(case)
    assert ("DV-250, item 4c" if number == "FL-150" else "DV-250, item 4d") in said(case)
    assert any("5.260" in source for source in one.sources)
    assert set(still_needed(case)) <= set(one.listed)
    assert NUMBERS["short" if number == "FL-150" else "long"] not in said(case)


@FILLED
def test_mail_takes_days_of_its_own(case: Case, number: str) -> None:
    assert rules()["income_form_service"].numbers == {"mail_days": 5}
    assert "Have it handed over with the other papers" in said(case)
    assert "well before the hearing: for papers that come by mail the law adds 5 days" in said(case)
    one = step(replace(case, hearing=Hearing(is_set="yes", date=date(2026, 12, 15))))
    assert one.deadline.endswith("What is mailed goes out well before: 5 days more.")


def test_while_the_judge_has_not_decided_the_form_stays_in_the_packet() -> None:
    for case in (LONG, SHORT, LATER):
        over = replace(case, hearing=Hearing(is_set="yes", held="yes"))
        waits = replace(over, after=replace(over.after, outcome="later"))
        (form,) = (form for form in forms_for(waits) if form.number in NUMBERS.values())
        assert "has not decided yet" in form.set_aside[0] and form not in handed_in(waits)
        assert lines(waits) == lines(case)
        decided = (replace(waits, after=replace(over.after, outcome=said)) for said in ("granted", "denied"))
        for done in (over, *decided):
            assert not {form.number for form in forms_for(done)} & set(NUMBERS.values())
            assert not still_needed(done)


def test_it_comes_with_the_request_or_later() -> None:
    slugs = [one.slug for one in steps(LONG)]
    assert slugs[:3] == ["sign", "money-form", "copies"]
    assert "together with your request, or later" in said(LONG)
    filed = replace(LONG, hearing=Hearing(is_set="yes"))
    assert [one.slug for one in steps(filed)][:2] == ["money-form", "decision"]
    assert "unless the court has it already" in said(filed)


@pytest.mark.parametrize(("case", "number"), [(LONG, "FL-150"), (SHORT, "FL-155"), (FEES, "")])
def test_the_tax_return_is_brought_to_the_hearing(case: Case, number: str) -> None:
    told = " ".join(text for one in steps(case) if one.slug == "hearing" for text in one.paragraphs)
    assert ("latest federal tax return" in told) is bool(number) and number in told


def test_filling_it_in_by_hand() -> None:
    told = said(LATER)
    assert step(LATER).title.startswith("Fill in") and "names and the court alone" in told
    assert "page 1" in told and "Page 4 is about child support" in told and "DV-570" in told
    partner = asking("spousal_support", finances=Finances(fills="later"))
    assert "leave it empty" in said(partner) and "DV-570" not in said(partner)
    assert "Once you have filled it in by hand: FL-150." in " ".join(
        paragraph for one in steps(LATER) if one.slug == "serve" for paragraph in one.paragraphs
    )


def test_the_lawyer_signs_too_where_fees_are_asked_for() -> None:
    case = asking("lawyer_fees", finances=NOW)
    with_lawyer = replace(case, petitioner=replace(case.petitioner, has_lawyer="yes"))
    assert "item 15" in said(with_lawyer) and "item 15" not in said(case)


@pytest.mark.parametrize("case", [asking(), FEES, story("civil_least")], ids=["none", "fees", "cho"])
def test_nobody_else_has_the_step(case: Any) -> None:
    assert "money-form" not in [one.slug for one in steps(case)]


def test_no_text_is_left_unfilled() -> None:
    for case in (LONG, SHORT, LATER, replace(LONG, hearing=Hearing(is_set="yes"))):
        one = step(case)
        assert not {"{", "}", "%"} & set(
            " ".join((*one.paragraphs, one.deadline, one.missed, *still_needed(case)))
        )


# The review

AID = Received("700", "700", "month")
ON_AID = replace(
    SHORT.finances,
    has_income="yes",
    kinds=("public_assistance",),
    incomes=Incomes(public_assistance=AID),
    applied_for_assistance="no",
)


def aid_lines(case: Case, *told: ChildSupportAsk, short: bool = True, **answers: Any) -> list[str]:
    finances = replace(case.finances, which_form="short" if short else "long", **answers)
    case = replace(case, finances=finances, requests=replace(case.requests, child_support=told))
    return [str(one.message) for one in problems(prune(case)) if one.where == "DV-100, item 24c"]


@pytest.mark.parametrize("short", [True, False], ids=["short", "long"])
def test_aid_is_told_alike_on_both_forms(short: bool) -> None:
    on_aid, none = replace(SHORT, finances=ON_AID), replace(SHORT, finances=replace(ON_AID, has_income="no"))
    assert not aid_lines(on_aid, "want", "benefits", short=short) and not aid_lines(none, "want", short=short)
    (line,) = aid_lines(none, "want", "benefits", short=short)
    assert "does not say so" in line
    (line,) = aid_lines(on_aid, "want", short=short)
    assert "it is not checked" in line
    assert not aid_lines(on_aid, short=short)  # that item 24 is missing is said elsewhere


def test_aid_that_was_asked_for_counts_where_the_form_asks_it() -> None:
    none = replace(SHORT, finances=replace(ON_AID, has_income="no"))
    assert not aid_lines(none, "benefits", applied_for_assistance="yes")
    assert aid_lines(none, "want", applied_for_assistance="yes")
    assert not aid_lines(none, "benefits", applied_for_assistance="")  # not told yet
    assert not aid_lines(none, "benefits", fills="later")
