"""Court fees of a civil harassment request: the pages, the line for income, the sums, the review."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, get_args

import pytest
from django.http import HttpResponse
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview import fee_checks as checks
from interview.answers import get_answer, set_answer
from interview.case import Case
from interview.chapters import CHAPTERS
from interview.chapters.fees import FEES, FreeOfCharge, WantsWaiver
from interview.chapters.waiver import (
    WAIVER,
    AnIncome,
    AskedBefore,
    BasicNeeds,
    Benefits,
    HasHousehold,
    IncomeLine,
    table_lines,
)
from interview.chapters.waiver_money import Cash, OtherFacts
from interview.conduct import Screening
from interview.court_fees import Benefit, FeeWaiver, HouseholdMember, MonthlyExpenses, Owned, Sum
from interview.fee_checks import must_fix_fees, please_check_fees
from interview.fee_limits import limits_on, tables
from interview.fields import Money
from interview.findings import step_for
from interview.money import total
from interview.people import Petitioner, Respondent
from interview.questions import Group, QuestionForm, steps_of
from interview.relevance import prune
from interview.steps import step_url

Visit = Callable[[Case], Client]

DAY = date(2026, 11, 21)
OF_2026 = next(table for table in tables() if table.effective == date(2026, 3, 1))
CHO = Case(screening=Screening(chosen_path="cho"), respondent=Respondent(name="Alex Doe"))


def told(case: Case = CHO, **answers: Any) -> Case:
    """A civil harassment request with answers about fees: free_of, wants_waiver."""
    for name, answer in answers.items():
        case = set_answer(case, f"fees.{name}", answer)
    return case


def waiving(**answers: Any) -> Case:
    """One that asks to waive fees, with answers of FW-001 ("expenses__rent")."""
    case = told(wants_waiver="yes")
    for name, answer in answers.items():
        case = set_answer(case, f"fees.waiver.{name.replace('__', '.')}", answer)
    return case


def low(**answers: Any) -> Case:
    return waiving(**{"income_is_low": "yes", **answers})


def hard(**answers: Any) -> Case:
    return waiving(**{"income_is_low": "no", "waived": "all", **answers})


def slugs(case: Case) -> str:
    return " ".join(step.slug for chapter in (FEES, WAIVER) for step in steps_of(chapter, prune(case)))


EVERYTHING = hard(
    has_income="yes",
    incomes=(Sum("Wages", "2,100.25"), Sum("Child support", "300")),
    has_household="yes",
    household=(HouseholdMember("Ana", 9, "my daughter", "0"), HouseholdMember("Luis", 40, "spouse", "3000")),
    cash="40",
    has_accounts="yes",
    accounts=(Sum("First Bank", "120.10"),),
    has_vehicles="yes",
    vehicles=(Owned("Ford, 2011", "2,000", "0"),),
    has_real_estate="yes",
    real_estate=(Owned("1 Elm St", "300,000", "290,000"),),
    has_other_property="yes",
    other_property=(Owned("Ring", "200", ""),),
    has_deductions="yes",
    deductions=(Sum("Taxes", "310.40"),),
    expenses=MonthlyExpenses(rent="1,500", food="600.60"),
    has_installments="yes",
    installments=(Sum("Car loan", "200"),),
    has_other_expenses="yes",
    other_expenses=(Sum("Storage", "50"),),
    other_facts="My daughter needs a doctor often.",
)


@pytest.fixture(autouse=True)
def in_2026(monkeypatch: pytest.MonkeyPatch) -> None:
    """The figures these tests name hold on any day they run, and when there is a newer table."""
    monkeypatch.setattr("interview.chapters.waiver.today", lambda: DAY)
    monkeypatch.setattr("interview.fee_limits.tables", lambda: (OF_2026,))


# Which pages are asked

HARD = "free waive job benefits line needs changes earnings home cash things pay monthly more facts before"


@pytest.mark.parametrize(
    ("case", "asked"),
    [
        (CHO, "free waive"),
        (told(free_of=("filing",)), "free waive"),
        (told(free_of=("service",)), "free waive"),
        (told(free_of=("filing", "service")), "free"),
        (told(free_of=("filing", "service"), wants_waiver="yes"), "free"),
        (told(wants_waiver="no"), "free waive"),
        (waiving(), "free waive job benefits line before"),
        (waiving(benefits=("wic",)), "free waive job benefits before"),
        (waiving(benefits=("wic",), income_is_low="no", waived="all"), "free waive job benefits before"),
        (waiving(income_is_low="no"), "free waive job benefits line needs before"),
        (low(), "free waive job benefits line changes earnings home before"),
        (
            low(has_income="yes", has_household="yes"),
            "free waive job benefits line changes earnings income-1 incomes-more home person-1 people-more"
            " before",
        ),
        (low(has_accounts="yes"), "free waive job benefits line changes earnings home before"),
        (hard(), HARD),
        (hard(has_accounts="yes"), HARD.replace(" pay", " account-1 accounts-more pay")),
        (hard(has_vehicles="yes"), HARD.replace(" pay", " vehicle-1 vehicles-more pay")),
        (hard(has_real_estate="yes"), HARD.replace(" pay", " house-1 houses-more pay")),
        (hard(has_other_property="yes"), HARD.replace(" pay", " other-1 others-more pay")),
        (hard(has_deductions="yes"), HARD.replace(" monthly", " deduction-1 deductions-more monthly")),
        (hard(has_installments="yes"), HARD.replace(" facts", " installment-1 installments-more facts")),
        (hard(has_other_expenses="yes"), HARD.replace(" facts", " payment-1 payments-more facts")),
        (hard(has_accounts="no", has_installments="no"), HARD),
    ],
)
def test_each_page_is_asked_of_those_who_need_it(case: Case, asked: str) -> None:
    assert slugs(case) == asked


def test_every_page_is_reached_by_someone() -> None:
    with_lawyer = replace(EVERYTHING, petitioner=Petitioner(has_lawyer="yes"))
    reached = {step.form for chapter in (FEES, WAIVER) for step in steps_of(chapter, with_lawyer)} - {None}
    assert reached == {
        page.form
        for part in (*FEES.pages, *WAIVER.pages)
        for page in (part.pages if isinstance(part, Group) else (part,))
    }


def test_only_who_has_a_lawyer_is_asked_what_the_lawyer_pays() -> None:
    case = replace(waiving(), petitioner=Petitioner(has_lawyer="yes"))
    assert "job lawyer benefits" in slugs(case)


def test_a_domestic_violence_request_is_asked_none_of_it_and_prints_none() -> None:
    moved = replace(EVERYTHING, screening=Screening(chosen_path="dvro"))
    assert slugs(moved) == ""
    assert prune(moved).fees == Case().fees
    back = replace(moved, screening=CHO.screening)
    assert prune(back).fees == EVERYTHING.fees


def test_answers_that_no_longer_apply_are_not_printed_and_come_back() -> None:
    at_first = set_answer(EVERYTHING, "fees.waiver.benefits", ("ssi",))
    assert prune(at_first).fees.waiver == FeeWaiver(benefits=("ssi",))
    assert prune(set_answer(at_first, "fees.waiver.benefits", ())) == EVERYTHING
    free = set_answer(EVERYTHING, "fees.free_of", ("filing", "service"))
    assert prune(free).fees == replace(Case().fees, free_of=("filing", "service"))


# What the pages say


def shown(form: type[QuestionForm], case: Case) -> str:
    page = form(case=case)
    return f"{page.heading_text} {page.intro_text} {page.told_text} {page.why_text} {page.as_div()}"


@pytest.mark.parametrize("form", [FreeOfCharge, WantsWaiver, Benefits, IncomeLine, BasicNeeds])
def test_nothing_is_checked_before_a_person_does(form: type[QuestionForm]) -> None:
    case = replace(CHO, screening=replace(CHO.screening, conduct=("injury", "threats", "stalking")))
    assert not re.search(r"(?<!un)checked(=|[ >])", shown(form, case).replace("You checked", ""))


def test_benefits_offer_each_of_the_form() -> None:
    values = [value for value, _words in Benefits.base_fields["benefits"].choices]  # type: ignore[attr-defined]
    assert sorted(values) == sorted(get_args(Benefit))


def test_the_page_says_which_fees_are_left() -> None:
    assert "filing is free" in shown(WantsWaiver, told(free_of=("filing",)))
    assert "serving is free" in shown(WantsWaiver, told(free_of=("service",)))
    assert "is free" not in shown(WantsWaiver, CHO)
    assert "Alex Doe does not get it" in shown(WantsWaiver, CHO)


def test_the_line_stands_on_the_page_with_its_date_and_source() -> None:
    html = shown(IncomeLine, waiving())
    for words in ("FW-001, item 5b", "03/01/2026", "1 person: $2,660.00", "6 people: $7,393.33", "$946.67"):
        assert words in html
    assert html.count("<br>") >= 8  # one family size to a line


@pytest.mark.parametrize(("form", "says"), [(HasHousehold, "2,400.25"), (Cash, "5,400.25")])
def test_the_sum_of_the_income_is_told(form: type[QuestionForm], says: str) -> None:
    assert f"comes to ${says}." in shown(form, EVERYTHING)
    assert "comes to" not in shown(form, hard())


def test_the_sum_of_the_expenses_is_told() -> None:
    assert "expenses come to $2,661." in shown(OtherFacts, EVERYTHING)
    assert "come to" not in shown(OtherFacts, hard())


def test_a_low_income_is_told_beside_its_line() -> None:
    case = low(has_income="yes", incomes=(Sum("Wages", "1,000.5"),), has_household="no")
    assert "comes to $1,000.50. The line for 1 person is $2,660.00." in shown(AskedBefore, case)
    case = changed(case, has_household="yes", household__0__name="Ana")
    assert "comes to" not in shown(AskedBefore, case)  # the other income is not told
    case = set_answer(case, "fees.waiver.household.0.income", "0")
    assert "The line for 2 people is $3,606.67." in shown(AskedBefore, case)
    assert "comes to" not in shown(AskedBefore, EVERYTHING)


def test_an_income_that_varies_is_asked_as_an_average() -> None:
    assert "last 12 months" in shown(AnIncome, low(income_varies="yes"))
    assert "last 12 months" not in shown(AnIncome, low(income_varies="no"))


# The line


def test_the_tables_figures() -> None:
    limits = limits_on(DAY)
    printed = ["2660.00", "3606.67", "4553.33", "5500.00", "6446.67", "7393.33"]
    assert [limits.limit_for(people) for people in range(1, 7)] == list(map(Decimal, printed))
    assert limits.limit_for(7) == Decimal("8340.00")
    assert limits.limit_for(10) == Decimal("11180.01")
    with pytest.raises(ValueError, match="at least one"):
        limits.limit_for(0)


@pytest.mark.parametrize("table", tables(), ids=lambda table: str(table.effective))
def test_a_table_can_be_right(table: Any) -> None:
    assert table.effective < table.next_change
    assert table.checked >= table.effective
    assert table.source
    assert list(table.by_family_size) == sorted(set(table.by_family_size))
    steps = {
        b - a for a, b in zip(table.by_family_size, table.by_family_size[1:], strict=False)
    }  # the same for each person, but for the rounding to a cent
    assert all(abs(step - table.each_extra_person) <= Decimal("0.01") for step in steps)


@pytest.mark.parametrize(
    ("day", "stale"),
    [
        (date(2026, 2, 28), False),  # before the first table we know
        (date(2026, 3, 1), False),
        (date(2027, 2, 28), False),
        (date(2027, 3, 1), True),
        (date(2030, 1, 1), True),
    ],
)
def test_a_table_is_old_from_the_day_of_the_next_change(day: date, stale: bool) -> None:
    limits = limits_on(day)
    assert limits.table.effective == date(2026, 3, 1)
    assert limits.stale is stale
    assert any("every March" in line for line in table_lines(limits)) is stale


def test_a_newer_table_counts_from_its_day(monkeypatch: pytest.MonkeyPatch) -> None:
    old = OF_2026
    new = replace(old, effective=date(2027, 3, 1), next_change=date(2028, 3, 1), by_family_size=(Decimal(3),))
    monkeypatch.setattr("interview.fee_limits.tables", lambda: (old, new))
    eve = new.effective - timedelta(days=1)
    assert (limits_on(eve).table, limits_on(eve).stale) == (old, False)
    assert (limits_on(new.effective).table, limits_on(new.effective).stale) == (new, False)
    assert limits_on(new.effective).limit_for(1) == Decimal(3)


# The sums

AMOUNTS = st.decimals(min_value=0, max_value=9_999_999, places=2).map(lambda amount: f"{amount:.2f}")
TYPED = st.lists(st.one_of(st.just(""), AMOUNTS), max_size=6)


@settings(max_examples=200, deadline=None)
@given(typed=TYPED)
def test_sums_are_right_to_the_cent_and_written_as_money_is(typed: list[str]) -> None:
    money = Money()
    written = total(money.clean(amount) for amount in typed)
    exact = sum(map(Decimal, filter(None, typed)), Decimal(0))
    assert written == ("" if not any(typed) else money.clean(str(exact)))
    assert not written or Decimal(written.replace(",", "")) == exact


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(mine=TYPED, theirs=TYPED, taken=TYPED, paid=TYPED, rent=AMOUNTS)
def test_the_totals_of_the_form(
    mine: list[str], theirs: list[str], taken: list[str], paid: list[str], rent: str
) -> None:
    waiver = FeeWaiver(
        has_income="yes",
        incomes=tuple(Sum("x", Money().clean(amount)) for amount in mine),
        has_household="yes",
        household=tuple(HouseholdMember("y", income=Money().clean(amount)) for amount in theirs),
        deductions=tuple(Sum("z", Money().clean(amount)) for amount in taken),
        expenses=MonthlyExpenses(rent=Money().clean(rent)),
        installments=tuple(Sum("z", Money().clean(amount)) for amount in paid),
        other_expenses=tuple(Sum("z", Money().clean(amount)) for amount in paid),
    )
    both = _exact(mine) + _exact(theirs)
    assert waiver.whole_income == (Money().clean(str(both)) if any(mine) and any(theirs) else "")
    spent = Money().clean(str(_exact(taken) + 2 * _exact(paid) + Decimal(rent)))
    assert waiver.monthly_expenses == spent


def test_what_was_listed_before_a_no_does_not_count() -> None:
    """A page is given all that was ever told."""
    waiver = FeeWaiver(
        has_household="no",
        household=(HouseholdMember("y", income="900"),),
        has_deductions="no",
        deductions=(Sum("z", "40"),),
        installments=(Sum("z", "7"),),
    )
    assert waiver.people_at_home == 1 and waiver.household_income == "0"
    assert waiver.monthly_expenses == "7"


def _exact(amounts: list[str]) -> Decimal:
    return sum(map(Decimal, filter(None, amounts)), Decimal(0))


def test_no_income_is_a_total_too() -> None:
    assert low(has_income="no", has_household="no").fees.waiver.whole_income == "0"
    assert low(has_income="no").fees.waiver.whole_income == ""


def test_a_hardship_is_said_by_what_is_asked_for() -> None:
    assert waiving(income_is_low="no").fees.waiver.ground == ""
    assert hard().fees.waiver.ground == "hardship"
    assert low(waived="all").fees.waiver.ground == "low_income"
    assert hard(benefits=("ssi",)).fees.waiver.ground == "benefits"


# What the review says


def messages(case: Case, day: date = DAY) -> list[tuple[str, str]]:
    asked = prune(case)
    problems = [*must_fix_fees(asked), *please_check_fees(asked, day)]
    return [(problem.kind, problem.path.removeprefix("fees.")) for problem in problems]


TOLD_LOW = low(has_income="yes", incomes=(Sum("Wages", "2,659.99"),), has_household="no")


def changed(case: Case, **answers: Any) -> Case:
    for name, answer in answers.items():
        case = set_answer(case, f"fees.waiver.{name.replace('__', '.')}", answer)
    return case


WRONG = {
    "nothing free": (CHO, ("check", "free_of")),
    "no reason": (waiving(), ("must", "waiver.benefits")),
    "over the line": (waiving(income_is_low="no"), ("must", "waiver.waived")),
    "at the line": (changed(TOLD_LOW, incomes__0__amount="2,660"), ("check", "waiver.income_is_low")),
    "under the line": (
        changed(EVERYTHING, household=(HouseholdMember("Luis", 40, "spouse", "1000"),)),
        ("check", "waiver.income_is_low"),
    ),
    "income not told": (changed(TOLD_LOW, has_income=""), ("check", "waiver.has_income")),
    "income not listed": (changed(TOLD_LOW, incomes=()), ("check", "waiver.incomes")),
    "household not told": (changed(TOLD_LOW, has_household=""), ("check", "waiver.has_household")),
    "nobody listed": (changed(TOLD_LOW, has_household="yes"), ("check", "waiver.household")),
    "no source": (changed(TOLD_LOW, incomes__0__what=""), ("check", "waiver.incomes.0.what")),
    "no amount": (changed(TOLD_LOW, incomes__0__amount=""), ("check", "waiver.incomes.0.amount")),
    "no name": (changed(EVERYTHING, household__1__name=""), ("check", "waiver.household.1.name")),
    "no income of theirs": (
        changed(EVERYTHING, household__0__income=""),
        ("check", "waiver.household.0.income"),
    ),
    "no bank": (changed(EVERYTHING, accounts__0__what=""), ("check", "waiver.accounts.0.what")),
    "no value": (changed(EVERYTHING, vehicles__0__value=""), ("check", "waiver.vehicles.0.value")),
    "a house": (changed(EVERYTHING, real_estate__0__value=""), ("check", "waiver.real_estate.0.value")),
    "a thing": (changed(EVERYTHING, other_property__0__what=""), ("check", "waiver.other_property.0.what")),
    "a tax": (changed(EVERYTHING, deductions__0__amount=""), ("check", "waiver.deductions.0.amount")),
    "a loan": (changed(EVERYTHING, installments__0__what=""), ("check", "waiver.installments.0.what")),
    "another": (changed(EVERYTHING, other_expenses__0__what=""), ("check", "waiver.other_expenses.0.what")),
    "owns nothing": (
        changed(
            EVERYTHING, cash="", has_accounts="", has_vehicles="", has_real_estate="", has_other_property=""
        ),
        ("check", "waiver.cash"),
    ),
    "spends nothing": (
        changed(
            EVERYTHING,
            expenses=MonthlyExpenses(rent="0"),
            has_deductions="no",
            has_installments="",
            has_other_expenses="no",
        ),
        ("check", "waiver.expenses"),
    ),
    "lawyer": (
        replace(TOLD_LOW, petitioner=Petitioner(has_lawyer="yes")),
        ("check", "waiver.lawyer_advances"),
    ),
}
FINE = {
    "filing free": told(free_of=("filing",)),
    "all free": told(free_of=("filing", "service")),
    "benefits": waiving(benefits=("medi_cal",)),
    "low income": TOLD_LOW,
    "no income": changed(TOLD_LOW, has_income="no"),
    "hardship": EVERYTHING,
    "only cash": changed(EVERYTHING, has_accounts="", has_vehicles="", has_real_estate=""),
    "lawyer": changed(replace(TOLD_LOW, petitioner=Petitioner(has_lawyer="yes")), lawyer_advances="no"),
    "not of this path": Case(screening=Screening(chosen_path="dvro")),
    "moved": replace(hard(), screening=Screening(chosen_path="dvro")),
}


@pytest.mark.parametrize("name", WRONG)
def test_the_review_finds(name: str) -> None:
    case, expected = WRONG[name]
    assert messages(case) == [expected]


@pytest.mark.parametrize("name", FINE)
def test_the_review_has_nothing_to_say(name: str) -> None:
    assert messages(FINE[name]) == []


@pytest.mark.parametrize("name", WRONG)
def test_a_finding_leads_to_a_page_that_is_asked(name: str) -> None:
    case = prune(WRONG[name][0])
    for problem in (*must_fix_fees(case), *please_check_fees(case, DAY)):
        chapter_slug, step_slug = step_for(problem.path, case)
        chapter = next(chapter for chapter in CHAPTERS if chapter.slug == chapter_slug)
        assert step_slug in [step.slug for step in steps_of(chapter, case)]
        assert problem.where
        assert "{" not in problem.message
        assert "recommend" not in problem.message


def over(day: date) -> str:
    case = prune(changed(TOLD_LOW, incomes__0__amount="9,000"))
    return next(one.message for one in please_check_fees(case, day) if "line" in one.message)


def test_figures_of_the_line_come_with_their_date() -> None:
    assert "comes to $9,000 a month" in over(DAY)
    assert "a family of 1 is $2,660.00 since 03/01/2026" in over(DAY)
    assert "every March" not in over(DAY)
    assert "every March" in over(date(2027, 3, 1))


@pytest.mark.parametrize("text", [str(check.message) for check in (*checks.MUST, *checks.CHECKS)])
def test_findings_are_in_plain_words(text: str) -> None:
    for sentence in re.split(r"[.?:] ", text):
        assert len(sentence.split()) <= 26, sentence
    assert not text.startswith("If ")


# In the browser's stead


def post(client: Client, chapter: str, slug: str, **data: Any) -> HttpResponse:
    steps = {one.slug: one for one in CHAPTERS}
    return client.post(step_url(steps[chapter], slug), data)  # type: ignore[return-value]


@pytest.mark.django_db
def test_pages_lead_from_one_to_the_next(visit: Visit) -> None:
    client = visit(CHO)
    answers: list[tuple[str, dict[str, Any], str]] = [
        ("fees/free", {"free_of": ["filing"]}, "fees/waive"),
        ("fees/waive", {"wants_waiver": "yes"}, "costs/job"),
        ("costs/job", {}, "costs/benefits"),
        ("costs/benefits", {}, "costs/line"),
        ("costs/line", {"income_is_low": "no"}, "costs/needs"),
        ("costs/needs", {"waived": "payments"}, "costs/changes"),
    ]
    for at, data, then in answers:
        response = post(client, *at.split("/"), **data)
        assert response.status_code == 302
        assert response["Location"] == f"/step/{then}/"
        assert client.get(response["Location"]).status_code == 200


@pytest.mark.django_db
def test_an_amount_that_is_none_is_said_beside_it_and_kept(visit: Visit) -> None:
    response = post(visit(hard()), "costs", "monthly", rent="a lot", food="$600.5")
    html = response.content.decode()
    assert "Enter the amount in dollars" in html
    assert 'value="a lot"' in html
    assert 'value="$600.5"' in html


def test_the_lists_are_those_that_a_yes_opens() -> None:
    for name in ("accounts", "vehicles", "real_estate", "other_property", "deductions", "installments"):
        assert get_answer(Case(), f"fees.waiver.has_{name}") == ""
        case = set_answer(EVERYTHING, f"fees.waiver.has_{name}", "no")
        assert get_answer(prune(case), f"fees.waiver.{name}") == ()
