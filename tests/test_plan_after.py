"""After the hearing, and what helps without an order: both roads, what is named comes from the Case."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from interview.case import Case
from interview.conduct import Screening
from interview.hearing import Hearing
from interview.people import ProtectedPerson
from interview.plan import PlanStep, steps
from interview.plan_after import steps_after
from interview.relationship import Relationship
from interview.relevance import prune
from interview.renewal import months_later
from interview.requests import Requests, StayAway
from interview.rules import rules
from tests.stories_on_disk import STORIES, story
from tests.test_plan_ready import CONFRONTING, NOT_TO, TOLD

NEIGHBOR = Case(relationship=Relationship(kinds=("neighbor",)), requests=Requests(asked=("temporary_order",)))


def words(step: PlanStep) -> str:
    return " ".join(filter(None, (step.title, *step.paragraphs, step.deadline, step.missed)))


def after(case: Case) -> dict[str, str]:
    return {step.slug: words(step) for step in steps_after(case)}


@pytest.mark.parametrize("name", TOLD)
def test_the_steps_are_whole(name: str) -> None:
    case = prune(story(name))
    known = {rule.source for rule in rules().values()}
    for step in steps_after(case):
        assert step.title and step.sources and set(step.sources) <= known
        assert all(step.paragraphs) and bool(step.deadline) == bool(step.missed)
        other = "DV-" if case.asks_for_cho else "CH-"
        assert other not in words(step) and not any(other in source for source in step.sources)
        assert not {"{", "}", "%"} & set(words(step))
        assert not re.search(r"\(\)|: \.|\.\.|  |; ;|, ,|None", words(step))
        assert not CONFRONTING.search(NOT_TO.sub("", words(step)))
        assert not any(word in words(step).casefold() for word in ("recommend", "victim", "abuser"))


@pytest.mark.parametrize("name", STORIES)
def test_every_story_has_the_whole_road_once(name: str) -> None:
    case = prune(story(name))
    slugs = [step.slug for step in steps(case, date(2026, 11, 21))]
    assert len(slugs) == len(set(slugs))
    if case.hearing_is_over or case.cancels_hearing:  # test_plan_stages.py
        assert not {"sign", "serve", "ready", "hearing"} & set(slugs) and "without-order" in slugs
        return
    assert slugs[slugs.index("ready") :] == [
        "ready",
        "hearing",
        "the-day",
        "after",
        "order-service",
        "order-copies",
        "order-not-followed",
        "order-changes",
        "renewal",
        "without-order",
    ]


def test_three_facts_decide_how_the_order_is_served() -> None:
    told = after(Case())["order-service"]
    assert all(f"Box 32{box}:" in told for box in ("a", "b(1)", "b(2)", "b(3)"))
    assert "there was no DV-110" in told and "DV-200" in told and "DV-250" in told and "for free" in told
    told = after(NEIGHBOR)["order-service"]
    assert all(f"Box 17{box}:" in told for box in ("a", "b(1)", "b(2)", "b(3)"))
    assert "not you and not anyone it protects" in told and "county they mail it from" in told
    assert "18 or older" in told and "item 18 of CH-130" in told


@pytest.mark.parametrize(
    ("case", "by_mail"),
    [
        (Case(), True),
        (Case(hearing=Hearing(first_orders="all")), True),
        (Case(hearing=Hearing(first_orders="none")), False),
        (NEIGHBOR, True),
        (replace(NEIGHBOR, requests=Requests()), False),
        (replace(NEIGHBOR, hearing=Hearing(first_orders="none")), False),
    ],
)
def test_by_mail_only_where_there_was_a_first_order(case: Case, by_mail: bool) -> None:
    assert ("mail it" in after(case)["order-service"]) is by_mail
    assert ("until the hearing end then" in after(case)["without-order"]) is by_mail


def test_the_people_it_protects_are_named() -> None:
    people = (ProtectedPerson("Inés Castellano", 79), ProtectedPerson(""), ProtectedPerson("Leo Reyes", 9))
    case = Case(protect_others="yes", protected_people=people)
    assert "Inés Castellano and Leo Reyes" in after(case)["order-copies"]
    assert "Inés Castellano and Leo Reyes" in after(case)["after"]
    nobody = after(replace(case, protect_others="no"))
    assert "Castellano" not in " ".join(nobody.values()) and "protects, or" not in nobody["order-copies"]


def test_places_are_those_that_were_told() -> None:
    away = StayAway(
        places=("school", "childcare"),
        same_work_or_school="yes",
        shared_places=("work", "school"),
        company="Golden Sheaf Bakery",
        school="Mare Cove Middle School",
    )
    asked = Case(requests=Requests(asked=("stay_away",), stay_away=away))
    told = after(asked)["order-copies"]
    assert "your work (Golden Sheaf Bakery), your school (Mare Cove Middle School) and child care." in told
    taken_back = replace(asked, requests=replace(asked.requests, asked=()))
    assert "Golden Sheaf" not in after(taken_back)["order-copies"]
    not_shared = replace(away, same_work_or_school="no")
    told = after(replace(asked, requests=replace(asked.requests, stay_away=not_shared)))["order-copies"]
    assert "Golden Sheaf" not in told and "your school and child care." in told and "your work" not in told
    assert "School, child care, work" in after(Case())["order-copies"]


def test_certified_copies_are_free_where_the_form_says_so() -> None:
    assert "3 certified copies free" in after(Case())["order-copies"]
    told = after(NEIGHBOR)["order-copies"]
    assert "what they cost" in told and "free" not in told


@pytest.mark.parametrize("case", [Case(), NEIGHBOR])
def test_the_day_from_which_to_ask_for_more(case: Case) -> None:
    assert "item 4 of the order" in after(case)["renewal"] and "about" not in after(case)["renewal"]
    told = after(replace(case, hearing=Hearing(is_set="yes", date=date(2026, 12, 11))))["renewal"]
    assert "ends about Thursday, December 11, 2031" in told
    assert "from about Thursday, September 11, 2031" in told


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 12, 11), 60, date(2031, 12, 11)),
        (date(2028, 2, 29), 60, date(2033, 2, 28)),
        (date(2031, 5, 31), -3, date(2031, 2, 28)),
        (date(2031, 1, 15), -3, date(2030, 10, 15)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_months_are_counted_by_the_calendar(day: date, months: int, then: date) -> None:
    assert months_later(day, months) == then


def test_renewal_is_of_each_road() -> None:
    told = after(Case())["renewal"]
    assert "DV-700" in told and "permanently" in told and "3 months" in told and "new DV-100" in told
    told = after(NEIGHBOR)["renewal"]
    assert "CH-700" in told and "permanently" not in told and "once more, you do" in told


def test_changes_and_other_states() -> None:
    assert "DV-300" in after(Case())["order-changes"] and "page 10" in after(Case())["order-changes"]
    assert "CH-600" in after(NEIGHBOR)["order-changes"] and "federal law" in after(NEIGHBOR)["order-changes"]


def test_orders_about_children_outlive_the_order() -> None:
    custody = Case(requests=Requests(asked=("custody",)))
    assert "stay in force when DV-130 has ended" in after(custody)["after"]
    assert "stay in force when" not in after(Case())["after"]


def test_what_helps_without_an_order_follows_the_story() -> None:
    watched = after(Case(screening=Screening(conduct=("monitoring_or_control",))))["without-order"]
    called = after(Case(screening=Screening(conduct=("unwanted_contact",))))["without-order"]
    assert "from a device that only you use" in watched and "second number" not in watched
    assert "second number" in called and "from a device" not in called
    assert watched.index("Ask an advocate before you change") < watched.index("Then block the number")
    for told in (watched, called, after(Case())["without-order"]):
        assert all(one in told for one in ("locks", "police report", "(877) 322-5227", "800-799-7233", "911"))
    at_school = after(Case(screening=Screening(setting=("school",))))["without-order"]
    assert "people at school and at home" in at_school and "work" not in at_school
