"""The dates of the plan: counted from the hearing, with a clear word where one cannot be right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from interview.case import Case
from interview.conduct import Screening
from interview.hearing import Hearing
from interview.plan import PlanStep, steps
from interview.review import problems

TODAY = date(2026, 11, 21)  # a Saturday
FRIDAY = date(2026, 12, 11)


def plan(path: str, hearing: Hearing, today: date = TODAY) -> dict[str, PlanStep]:
    case = Case(screening=Screening(chosen_path=path), hearing=hearing)  # type: ignore[arg-type]
    return {step.slug: step for step in steps(case, today)}


def told(day: date = FRIDAY, **answers: object) -> Hearing:
    return replace(Hearing(is_set="yes", date=day, days_before="five"), **answers)  # type: ignore[arg-type]


@pytest.mark.parametrize(("path", "notice"), [("dvro", "DV-109"), ("cho", "CH-109")])
def test_without_a_date_the_plan_says_where_it_stands(path: str, notice: str) -> None:
    found = plan(path, Hearing())
    assert f"{notice}, item 6 has the number of days, often 5." in found["serve"].deadline
    assert found["hearing"].deadline == f"The date and time on {notice}, item 3."
    assert found["proof-of-service"].deadline == "Before the hearing."
    half = plan(path, Hearing(is_set="yes", date=FRIDAY))["serve"].deadline
    assert "Tell us the number of days" in half


@pytest.mark.parametrize("path", ["dvro", "cho"])
def test_with_a_date_every_deadline_is_a_day(path: str) -> None:
    found = plan(path, told(time="13:30", department="5B", days_before="other", other_days=7))
    assert found["serve"].deadline.startswith("Friday, December 4, 2026 at the latest. Counted back")
    assert "7 days" in found["serve"].deadline and "Serve well before." in found["serve"].deadline
    assert found["hearing"].deadline == "Friday, December 11, 2026 at 1:30 pm, Department 5B."
    assert "Thursday, December 10, 2026 is the last day" in found["proof-of-service"].deadline
    assert "For MC-410 that is Friday, December 4, 2026." in " ".join(found["ready"].paragraphs)


@pytest.mark.parametrize(
    ("hearing", "why", "before"),
    [
        ("2026-12-11", "Sunday", "Friday, December 4, 2026"),
        ("2026-12-01", "Thanksgiving Day", "Wednesday, November 25, 2026"),
        ("2027-01-06", "New Year's Day", "Thursday, December 31, 2026"),
    ],
)
def test_a_last_day_the_court_is_closed_is_named(hearing: str, why: str, before: str) -> None:
    deadline = plan("cho", told(date.fromisoformat(hearing)))["serve"].deadline
    assert f"The court is closed that day ({why})" in deadline
    assert f"serve by {before}, or ask the clerk" in deadline


def test_a_last_day_that_is_over_or_today() -> None:
    assert "It is over." in plan("dvro", told(TODAY + timedelta(days=4)))["serve"].deadline
    assert "at the latest" not in plan("dvro", told(TODAY + timedelta(days=4)))["serve"].deadline
    assert "That is today." in plan("dvro", told(TODAY + timedelta(days=5)))["serve"].deadline


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 20), "This date is over."),
        (date(2026, 11, 21), "That is today."),
        (date(2026, 11, 22), "That is tomorrow."),
        (date(2028, 11, 20), "more than a year from now"),
        (date(2026, 12, 25), "Courts are closed that day (Christmas Day)."),
        (date(2026, 12, 12), "Courts are closed that day (Saturday)."),
    ],
)
def test_a_date_that_cannot_be_right_gets_a_clear_word(day: date, said: str) -> None:
    assert said in plan("dvro", told(day))["hearing"].deadline


def test_a_good_date_gets_none() -> None:
    assert plan("cho", told())["hearing"].deadline == "Friday, December 11, 2026."


@pytest.mark.parametrize("path", ["dvro", "cho"])
def test_the_review_asks_for_what_is_missing_and_points_to_odd_dates(path: str) -> None:
    def said(hearing: Hearing) -> list[str]:
        case = Case(screening=Screening(chosen_path=path), hearing=hearing)  # type: ignore[arg-type]
        return [f"{p.path}: {p.message}" for p in problems(case, TODAY) if p.path.startswith("hearing.")]

    assert said(Hearing()) == said(Hearing(is_set="no")) == said(told()) == []
    assert [one.partition(":")[0] for one in said(Hearing(is_set="yes"))] == [
        "hearing.date",
        "hearing.days_before",
    ]
    (odd,) = said(told(date(2026, 11, 20)))
    assert odd.startswith("hearing.date: ") and "This date is over." in odd


@pytest.mark.parametrize("path", ["dvro", "cho"])
@pytest.mark.parametrize("late", [0, 1])
def test_nobody_is_told_to_be_early_when_it_is_late(path: str, late: int) -> None:
    last_day = FRIDAY - timedelta(days=5)
    deadline = plan(path, told(), last_day + timedelta(days=late))["serve"].deadline
    assert ("It is over." if late else "That is today.") in deadline and "Serve well before" not in deadline
    same_day = plan(path, told(days_before="other", other_days=0))["serve"].deadline
    assert same_day.startswith("Friday, December 11, 2026 at the latest.")


@pytest.mark.parametrize("path", ["dvro", "cho"])
def test_where_the_judge_made_no_order_none_stays_in_force(path: str) -> None:
    assert "orders you have" not in plan(path, told(first_orders="none"))["serve"].missed


@pytest.mark.parametrize(
    ("today", "said"),
    [
        # Five days before Friday, December 11 is Sunday, December 6; the open day before it is the 4th.
        (date(2026, 12, 4), "To be safe, serve by Friday, December 4, 2026, or ask the clerk."),
        (date(2026, 12, 5), "before it, Friday, December 4, 2026, is over. Ask the clerk at once"),
        (date(2026, 12, 6), "before it, Friday, December 4, 2026, is over. Ask the clerk at once"),
    ],
)
@pytest.mark.parametrize("path", ["dvro", "cho"])
def test_an_open_day_that_is_past_is_not_offered(path: str, today: date, said: str) -> None:
    deadline = plan(path, told(), today)["serve"].deadline
    assert said in deadline and "well before" not in deadline
    assert ("serve by" in deadline) is (today.day == 4)


@pytest.mark.parametrize("path", ["dvro", "cho"])
def test_the_proof_has_its_day_until_it_is_over(path: str) -> None:
    def by(today: date) -> str:
        return plan(path, told(), today)["proof-of-service"].deadline

    assert "Thursday, December 10, 2026 is the last day" in by(date(2026, 12, 9)) and "today" not in by(TODAY)
    assert "That is today." in by(date(2026, 12, 10))
    assert "was Thursday, December 10, 2026. It is over." in by(FRIDAY)


@pytest.mark.parametrize(("orders", "kept"), [("all", True), ("none", False), ("unknown", True)])
def test_the_proof_step_speaks_of_orders_only_where_there_may_be_some(orders: str, kept: bool) -> None:
    missed = plan("dvro", told(first_orders=orders))["proof-of-service"].missed
    assert ("orders you have in force" in missed) is kept


@pytest.mark.parametrize("path", ["dvro", "cho"])
def test_a_hearing_whose_day_is_over_is_asked_about(path: str) -> None:
    deadline = plan(path, told(), date(2026, 12, 12))["hearing"].deadline
    assert "Tell us whether the hearing has taken place, or the day it was moved to." in deadline
