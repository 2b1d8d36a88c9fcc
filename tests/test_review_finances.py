"""The review of the money and of the sworn statements: each line once, on the form used, with its page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from interview.answers import set_answer
from interview.case import Case
from interview.expenses import ChildrensCosts, Expenses, Hardships, Housemate, LawyersFees, Payment
from interview.findings import Problem
from interview.income import Job, Received
from interview.please_check_costs import CHECKS as COSTS
from interview.please_check_finances import please_check_finances
from interview.please_check_income import CHECKS as INCOME
from interview.please_check_statements import CHECKS as STATEMENTS
from interview.please_check_statements import please_check_statements
from interview.questions import steps_of
from interview.relevance import prune
from interview.review import can_print, problems
from interview.statements import Statements, WitnessStatement
from tests.stories_on_disk import STORIES, story

LONG, SHORT = story("hourly_overtime"), story("short_form_wages")
OWN_WORK, ASSISTANCE, ALL = story("self_employed"), story("unemployed_calworks"), story("everything")
CHO = story("civil_statements")


def changed(case: Case, answers: dict[str, Any]) -> Case:
    """The answers put in by path; what is not asked any more goes."""
    for path, answer in answers.items():
        case = set_answer(case, path, answer)
    return case


def found(case: Case) -> list[Problem]:
    asked = prune(case)
    return [*please_check_finances(asked, case), *please_check_statements(asked)]


def lines(case: Case) -> list[tuple[str, str]]:
    return [(each.path, each.where) for each in found(case)]


@pytest.mark.parametrize(
    "name",
    [name for name in STORIES if story(name).finances.fills or story(name).statements.wants_own],
)
def test_a_whole_story_has_no_line(name: str) -> None:
    assert lines(story(name)) == []


def test_nothing_is_said_of_money_where_no_order_needs_it() -> None:
    assert lines(Case()) == []
    assert lines(changed(story("least"), {"finances.fills": "now"})) == []
    assert lines(changed(CHO, {"requests.asked": ("no_abuse", "lawyer_fees"), "finances.fills": "now"})) == []


# (the story, the answers put in, the path of the line, where it is)
ONE_LINE: list[tuple[Case, dict[str, Any], str, str]] = [
    # Now or later
    (LONG, {"finances.fills": ""}, "finances.fills", "DV-100, items 24 to 26; FL-150"),
    # Work
    (ALL, {"finances.job.hours": ""}, "finances.job.hours", "FL-150, item 1g"),
    (LONG, {"finances.other_jobs.1.hours": "", "finances.incomes.same_pay": "no",
            "finances.incomes.salary": Received("4,000", "4,000", "month")},
     "finances.other_jobs.1.hours", "FL-150, item 1g"),
    (ALL, {"finances.other_jobs": ()}, "finances.other_jobs.0.occupation", "FL-150, item 1"),
    (ASSISTANCE, {"finances.job.hours": ""}, "finances.job.hours", "FL-155, item 9"),
    (ASSISTANCE, {"finances.has_job": ""}, "finances.has_job", "FL-155, item 9"),
    (ASSISTANCE, {"finances.had_job": ""}, "finances.had_job", "FL-155, item 9"),
    (ASSISTANCE, {"finances.job": Job()}, "finances.job.occupation", "FL-155, item 9"),
    (ASSISTANCE, {"finances.job.pay": ""}, "finances.job.pay", "FL-155, item 9"),
    (ASSISTANCE, {"finances.job.paid_by": ""}, "finances.job.pay", "FL-155, item 9"),
    # What comes in
    (OWN_WORK, {"finances.has_income": "", "finances.had_job": "no"},
     "finances.has_income", "FL-150, items 5 to 7"),
    (OWN_WORK, {"finances.kinds": (), "finances.had_job": "no"}, "finances.kinds", "FL-150, items 5 to 7"),
    (ASSISTANCE, {"finances.incomes.public_assistance": Received()},
     "finances.incomes.public_assistance.usual", "FL-155, item 1"),
    (OWN_WORK, {"finances.incomes.rental.usual": ""}, "finances.incomes.rental.usual", "FL-150, item 6b"),
    (OWN_WORK, {"finances.incomes.rental.each": ""}, "finances.incomes.rental.usual", "FL-150, item 6b"),
    (OWN_WORK, {"finances.incomes.rental.last_month": ""},
     "finances.incomes.rental.last_month", "FL-150, item 6b"),
    (SHORT, {"finances.incomes.disability.each": ""},
     "finances.incomes.disability.usual", "FL-155, item 5"),
    (SHORT, {"finances.incomes.same_pay": ""}, "finances.incomes.same_pay", "FL-155, item 5"),
    (SHORT, {"finances.incomes.same_pay": "no"}, "finances.incomes.salary.usual", "FL-155, item 5"),
    (OWN_WORK, {"finances.businesses": ()}, "finances.businesses.0.kind", "FL-150, item 7"),
    (ALL, {"finances.incomes.other_what": " "}, "finances.incomes.other_what", "FL-150, item 5l"),
    (ALL, {"finances.incomes.other_investment_what": ""},
     "finances.incomes.other_investment_what", "FL-150, item 6d"),
    (OWN_WORK, {"finances.one_time_money": ""}, "finances.one_time_money", "FL-150, item 8"),
    (OWN_WORK, {"finances.change": ""}, "finances.change", "FL-150, item 9"),
    (LONG, {"finances.respondents.known": ""}, "finances.respondents.known", "FL-150, item 4"),
    (SHORT, {"finances.respondents.amount": ""}, "finances.respondents.amount", "FL-155, item 10"),
    (SHORT, {"finances.new_spouse_income": ""}, "finances.new_spouse_income", "FL-155, item 11"),
    # What goes out
    (LONG, {"finances.deductions.job_expenses_what": ""},
     "finances.deductions.job_expenses_what", "FL-150, item 10g"),
    (LONG, {"finances.lives_with_others": ""}, "finances.lives_with_others", "FL-150, item 12"),
    (LONG, {"finances.household_known": (), "finances.lives_with_more": "no"},
     "finances.lives_with_others", "FL-150, item 12"),
    (OWN_WORK, {"finances.household.1.name": ""}, "finances.household.1.name", "FL-150, item 12"),
    (LONG, {"finances.expenses": Expenses(), "finances.has_payments": "no"},
     "finances.expenses.home", "FL-150, item 13"),
    (LONG, {"finances.expenses": Expenses(basis="actual", groceries="0"), "finances.has_payments": "no"},
     "finances.expenses.home", "FL-150, item 13"),
    (LONG, {"finances.expenses.basis": ""}, "finances.expenses.basis", "FL-150, item 13"),
    (LONG, {"finances.expenses.home": ""}, "finances.expenses.home", "FL-150, item 13a(1)"),
    (SHORT, {"finances.expenses.home": ""}, "finances.expenses.home", "FL-155, item 8g"),
    (OWN_WORK, {"finances.expenses.mortgage_principal": "903.12"},
     "finances.expenses.mortgage_interest", "FL-150, item 13a(1)"),
    (SHORT, {"finances.expenses.mortgage_interest": "1,610.01"},
     "finances.expenses.mortgage_interest", "FL-155, item 8g"),
    (OWN_WORK, {"finances.expenses.other_what": ""}, "finances.expenses.other_what", "FL-150, item 13q"),
    (LONG, {"finances.expenses.paid_by_others": "10,000"},
     "finances.expenses.paid_by_others", "FL-150, items 13r and 13s"),
    (LONG, {"finances.has_payments": ""}, "finances.has_payments", "FL-150, item 14"),
    (LONG, {"finances.payments": ()}, "finances.payments.0.paid_to", "FL-150, items 13p and 14"),
    (LONG, {"finances.payments.1.amount": ""}, "finances.payments.1.amount", "FL-150, items 13p and 14"),
    (LONG, {"finances.lawyers_fees": LawyersFees()}, "finances.lawyers_fees.paid", "FL-150, item 15"),
    # The children
    (LONG, {"finances.children.time_with_me": "81"}, "finances.children.time_with_me", "FL-150, item 16b"),
    (SHORT, {"finances.children.time_with_respondent": "36"},
     "finances.children.time_with_me", "FL-155, item 3"),
    (SHORT, {"finances.children": ChildrensCosts()}, "finances.children.time_with_me", "FL-155, item 3"),
    (SHORT, {"finances.has_other_children": ""}, "finances.has_other_children", "FL-155, item 7"),
    (SHORT, {"finances.other_children": ()}, "finances.other_children.0.name", "FL-155, item 7"),
    (ALL, {"finances.other_children": ()}, "finances.other_children.0.name", "FL-150, item 19c(2)"),
    (ALL, {"finances.hardships": Hardships()}, "finances.hardships.health", "FL-150, item 19"),
    (ALL, {"finances.hardships.because": ""}, "finances.hardships.because", "FL-150, item 19"),
    # Statements
    (CHO, {"statements.own": " "}, "statements.own", "MC-030"),
    (ALL, {"statements.own": ""}, "statements.own", "MC-030"),
    (CHO, {"statements.witnesses": ()}, "statements.witnesses.0.name", "MC-031"),
    (CHO, {"statements.witnesses.0.name": ""}, "statements.witnesses.0.name", "MC-031"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "answers", "path", "where"), ONE_LINE)
def test_one_line(case: Case, answers: dict[str, Any], path: str, where: str) -> None:
    assert lines(changed(case, answers)) == [(path, where)]


@pytest.mark.parametrize(("case", "answers", "path", "where"), ONE_LINE)
def test_the_line_links_to_a_page_that_is_asked_and_stops_nobody(
    case: Case, answers: dict[str, Any], path: str, where: str
) -> None:
    from interview.chapters import CHAPTERS

    told = changed(case, answers)
    chapters = {chapter.slug: chapter for chapter in CHAPTERS}
    (line,) = found(told)
    assert line.step_slug in [step.slug for step in steps_of(chapters[line.chapter_slug], prune(told))]
    assert line.kind == "check"
    assert can_print(prune(told))
    assert "{" not in line.message


@pytest.mark.parametrize("check", (*INCOME, *COSTS, *STATEMENTS), ids=lambda check: check.path)
def test_every_check_speaks_in_a_test_here(check: Any) -> None:
    paths = {path for _case, _answers, path, _where in ONE_LINE} | {"children.0.birth_date"}
    assert check.path in paths


def test_the_lines_are_part_of_the_review() -> None:
    case = prune(changed(LONG, {"finances.children.time_with_me": "90", "statements.wants_own": "yes"}))
    paths = [each.path for each in problems(case, date(2026, 11, 21))]
    assert {"finances.children.time_with_me", "statements.own"} <= set(paths)


# Now or later


@pytest.mark.parametrize("fills", ["now", "later"])
def test_who_says_now_or_later_is_not_asked_again(fills: str) -> None:
    assert "finances.fills" not in [path for path, _where in lines(set_answer(LONG, "finances.fills", fills))]


def test_later_asks_nothing_of_the_money() -> None:
    assert lines(changed(story("least"), {"requests.asked": LONG.requests.asked})) != []
    assert lines(changed(LONG, {"finances.fills": "later", "finances.job": Job()})) == []


def test_for_lawyers_fees_alone_only_some_courts_want_it() -> None:
    fees = changed(LONG, {"requests.asked": ("no_abuse", "lawyer_fees"), "finances.fills": ""})
    (line,) = found(fees)
    assert "some courts" in line.message
    (line,) = found(set_answer(LONG, "finances.fills", ""))
    assert "some courts" not in line.message


def test_after_the_hearing_nothing_is_asked_of_it() -> None:
    over = story("after_hearing")
    assert lines(changed(over, {"finances.fills": "", "statements.wants_own": "yes"})) == []


# Which form


@pytest.mark.parametrize(
    ("answers", "path"),
    [
        ({"requests.asked": ("child_support", "lawyer_fees")}, "requests.asked=lawyer_fees"),
        ({"requests.asked": ("child_support", "spousal_support")}, "requests.asked=spousal_support"),
        ({"finances.other_asks_fees": "unknown"}, "finances.other_asks_support"),
        ({"finances.other_asks_support": "yes"}, "finances.other_asks_support"),
        ({"finances.kinds": ("public_assistance", "dividends")}, "finances.kinds"),
        ({"finances.kinds": ("public_assistance", "self_employment")}, "finances.kinds"),
    ],
)
def test_the_short_form_was_chosen_and_is_ruled_out(answers: dict[str, Any], path: str) -> None:
    case = changed(ASSISTANCE, answers)
    assert prune(case).uses_long_income_form
    assert [(each.path, "FL-155" in each.message) for each in found(case) if "page 2" in each.where] == [
        (path, True)
    ]


@pytest.mark.parametrize("which", ["", "long"])
def test_who_did_not_choose_it_is_told_nothing(which: str) -> None:
    case = changed(ASSISTANCE, {"finances.which_form": which, "finances.other_asks_fees": "yes"})
    assert "FL-155, page 2; FL-150" not in [where for _path, where in lines(case)]


@pytest.mark.parametrize("asks", ["yes", "no"])
def test_the_review_page_says_that_another_form_prints(asks: str, visit: Callable[[Case], Client]) -> None:
    """It knows of the answer that is not asked any more."""
    browser = visit(changed(ASSISTANCE, {"finances.other_asks_fees": asks}))
    html = browser.get(reverse("review")).content.decode()
    assert ("the short form about money, FL-155" in html) == (asks == "yes")


# Support without what it needs: one truth with the rest of the review


def test_a_child_who_is_grown_up_leaves_the_number_of_children_empty() -> None:
    case = set_answer(SHORT, "children.0.birth_date", date(2000, 1, 1))
    assert lines(case) == [("children.0.birth_date", "FL-155, item 2")]


def test_without_a_child_it_is_said_once() -> None:
    case = prune(replace(SHORT, children=()))
    about = [each.where for each in problems(case, date(2026, 11, 21)) if "support" in each.message]
    assert about == ["DV-100, items 3a and 24"]


# Figures


@pytest.mark.parametrize(
    ("usual", "far_off"),
    [("3,774.23", False), ("3,774.22", True), ("4,612.93", False), ("4,612.94", True), ("4,193.58", False)],
)
def test_a_salary_more_than_a_tenth_from_the_pay_is_told_with_both_figures(usual: str, far_off: bool) -> None:
    """The jobs come to 3,477.50 + 521.08 + 195 a month; a tenth of it is 419.358."""
    assert LONG.finances.monthly_pay == "4,193.58"
    salary = Received("4,000", usual, "month")
    case = changed(LONG, {"finances.incomes.same_pay": "no", "finances.incomes.salary": salary})
    told = [("$4,193.58" in each.message, f"${usual}" in each.message) for each in found(case)]
    assert told == ([(True, True)] if far_off else [])
    assert lines(case) == [("finances.incomes.salary.usual", "FL-150, items 1h and 5a")] * far_off


@pytest.mark.parametrize(
    ("mine", "theirs"), [("60", "40"), ("100", ""), ("", "100"), ("50", "20"), ("0", "0"), ("100", "0")]
)
def test_shares_of_time_up_to_100_are_fine(mine: str, theirs: str) -> None:
    shares = {"finances.children.time_with_me": mine, "finances.children.time_with_respondent": theirs}
    assert lines(changed(LONG, shares)) == []


def test_the_parts_of_a_house_payment_may_make_the_whole() -> None:
    expenses = OWN_WORK.finances.expenses
    assert expenses.mortgage_parts == expenses.home


def test_each_payment_and_each_person_has_a_line_of_its_own() -> None:
    payments = (Payment(paid_to="Bank"), Payment(paid_to="Store", amount="0"), Payment(what_for="Car"))
    people = (Housemate(age=3), Housemate(name="Ida"), Housemate(relationship="friend"))
    case = changed(OWN_WORK, {"finances.payments": payments, "finances.household": people})
    assert [path for path, _where in lines(case)] == [
        "finances.payments.0.amount",
        "finances.payments.2.amount",
        "finances.household.0.name",
        "finances.household.2.name",
    ]
    assert [name in each.message for each, name in zip(found(case), ("Bank", "Car"), strict=False)] == [
        True
    ] * 2


def test_pay_from_a_job_that_nobody_told_of() -> None:
    case = changed(OWN_WORK, {"finances.had_job": "no", "finances.kinds": ("overtime",)})
    case = set_answer(case, "finances.incomes.overtime", Received("1", "1", "month"))
    assert lines(case) == [("finances.has_job", "FL-150, items 1 and 5")]


def test_what_is_left_out_of_a_job_is_no_fault_but_its_pay_is() -> None:
    without = changed(LONG, {"finances.job.employer": "", "finances.job.started": ""})
    assert lines(without) == []
    assert ("finances.job.pay", "FL-150, item 1h") in lines(set_answer(LONG, "finances.job.pay", ""))
    assert "finances.job.pay" not in [
        path for path, _where in lines(set_answer(SHORT, "finances.job.pay", ""))
    ]


# Addresses the other person reads


ADDRESSED = "We now live at 4410 Sandpiper Mesa Dr., Apt. 12."


@pytest.mark.parametrize(
    ("case", "path", "where"),
    [
        (CHO, "statements.own", "MC-030"),
        (CHO, "statements.witnesses.0.words", "MC-031"),
        (LONG, "finances.children.arrangement", "FL-150, item 16b"),
        (LONG, "finances.deductions.job_expenses_what", "FL-150, item 10g"),
        (LONG, "finances.other_facts", "FL-150, item 20"),
        (OWN_WORK, "finances.change", "FL-150, item 9"),
        (ALL, "finances.hardships.because", "FL-150, item 19"),
        (SHORT, "finances.children.arrangement", "FL-155, item 3c"),
        (SHORT, "finances.other_facts", "FL-155, item 12"),
        (SHORT, "finances.deductions.job_expenses_what", "FL-155, item 8a"),
    ],
)
def test_a_street_in_words_the_other_person_reads(case: Case, path: str, where: str) -> None:
    assert lines(changed(case, {path: ADDRESSED})) == [(path, where)]
    assert lines(changed(case, {path: ADDRESSED, "petitioner.mailing_is_home": "yes"})) == []


@pytest.mark.parametrize(
    "words",
    [
        "On July 3 he stood in the way for 50 minutes, 20 yards from us.",
        "I paid 1,250 dollars. There are 27 visits in it.",
        "He lives at 2208 Tumbleweed Court, and that is where it took place.",
        "Write to PO Box 640.",
    ],
)
def test_words_without_an_address_to_keep(words: str) -> None:
    theirs = replace(CHO.respondent, address=replace(CHO.respondent.address, street="2208 Tumbleweed Court"))
    assert lines(replace(CHO, respondent=theirs, statements=replace(CHO.statements, own=words))) == []


def test_a_witness_may_write_by_hand() -> None:
    only = Statements(wants_own="no", has_witnesses="yes", witnesses=(WitnessStatement("Dov Peretz"),))
    assert lines(replace(CHO, statements=only)) == []
