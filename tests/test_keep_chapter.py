"""Keeping the children from being taken away: which pages come when, and what they keep."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from interview.abduction import Abduction, AbductionOrder, Risk
from interview.case import Case
from interview.case_json import from_json
from interview.chapters.keep import KEEP, AbductionOrders, Bond, FearsAbduction, Risks
from interview.conduct import Screening
from interview.parenting import Child, Custody
from interview.people import Respondent
from interview.questions import steps_of
from interview.reading_back import read_back
from interview.relationship import Relationship
from interview.relevance import prune
from interview.requests import Requests
from interview.steps import step_url
from tests.stories_on_disk import story

Visit = Callable[[Case], Client]

ASKED = Case(
    respondent=Respondent(name="Alex"),
    relationship=Relationship(kinds=("child_together",)),
    requests=Requests(asked=("custody",)),
    children=(Child("Ana Reyes", None, "child-1", "both"),),
)
AFRAID = replace(ASKED, custody=Custody(fears_abduction="yes"))
ALWAYS = ["start", "signs", "reasons", "orders"]


def slugs(case: Case) -> list[str]:
    return [step.slug for step in steps_of(KEEP, case)]


def afraid(**told: Any) -> Case:
    return replace(AFRAID, abduction=Abduction(**told))


def test_only_who_asks_for_custody_is_asked() -> None:
    assert slugs(ASKED) == ["start"]
    assert slugs(replace(ASKED, requests=Requests())) == []
    assert slugs(replace(AFRAID, screening=Screening(chosen_path="cho"))) == []


@pytest.mark.parametrize(("answer", "asked"), [("", ["start"]), ("no", ["start"]), ("yes", ALWAYS)])
def test_the_fear_opens_the_rest(answer: Any, asked: list[str]) -> None:
    assert slugs(replace(ASKED, custody=Custody(fears_abduction=answer))) == asked


@pytest.mark.parametrize(
    ("risk", "slug"),
    [
        ("recent_acts", "lately"),
        ("history", "earlier"),
        ("strong_ties", "ties"),
        ("citizen_elsewhere", "country"),
        ("violated_order", None),
        ("weak_ties", None),
        ("criminal_record", None),
    ],
)
def test_a_sign_is_asked_about_when_it_has_details(risk: Risk, slug: str | None) -> None:
    assert [one for one in slugs(afraid(risks=(risk,))) if one not in ALWAYS] == ([slug] if slug else [])


@pytest.mark.parametrize(
    ("order", "slug"),
    [
        ("documents", "papers"),
        ("travel_plan", "trips"),
        ("other_state", "state"),
        ("embassy", "consulate"),
        ("foreign_order", "visits"),
        ("bond", "money"),
        ("no_move", None),
    ],
)
def test_an_order_is_asked_about_when_it_has_details(order: AbductionOrder, slug: str | None) -> None:
    assert [one for one in slugs(afraid(orders=(order,))) if one not in ALWAYS] == ([slug] if slug else [])


def test_no_order_is_chosen_for_anyone() -> None:
    assert "checked" not in FearsAbduction(case=ASKED).as_div()
    assert "checked" not in Risks(case=AFRAID).as_div() + AbductionOrders(case=AFRAID).as_div()


def test_an_amount_is_kept_as_the_form_prints_it() -> None:
    page = Bond({"bond": "$25000"}, case=AFRAID)
    assert page.is_valid()
    assert page.saved_to(AFRAID).abduction.bond == "25,000"
    assert not Bond({"bond": "a lot"}, case=AFRAID).is_valid()


def test_what_is_no_longer_asked_is_not_printed_and_comes_back() -> None:
    told = story("passport")
    full = prune(told).abduction
    calm = replace(told, custody=replace(told.custody, fears_abduction="no"))
    assert prune(calm).abduction == Abduction()
    fewer = replace(told, abduction=replace(told.abduction, risks=("weak_ties",), orders=("no_move",)))
    left = prune(fewer).abduction
    assert left == Abduction(risks=("weak_ties",), explanation=full.explanation, orders=("no_move",))
    assert prune(replace(fewer, abduction=told.abduction)).abduction == full


def test_a_county_without_its_box_is_not_printed() -> None:
    case = afraid(risks=("strong_ties",), ties_in=("state",), ties_state="Nevada", ties_county="Kern")
    assert prune(case).abduction == Abduction(risks=("strong_ties",), ties_in=("state",), ties_state="Nevada")


def test_the_pages_lead_on_and_are_read_back(visit: Visit) -> None:
    browser = visit(ASKED)
    page = browser.get(step_url(KEEP, "start"))
    assert "Alex might take the children without your permission" in page.content.decode()
    assert "911" in page.content.decode()
    response = browser.post(step_url(KEEP, "start"), {"fears_abduction": "yes"})
    assert response["Location"] == step_url(KEEP, "signs")
    response = browser.post(step_url(KEEP, "signs"), {"risks": ["citizen_elsewhere"]})
    assert response["Location"] == step_url(KEEP, "country")
    response = browser.post(
        step_url(KEEP, "country"), {"citizen_of": "Portugal and Brazil", "ties_to_citizenship": "yes"}
    )
    assert response["Location"] == step_url(KEEP, "reasons")
    case = from_json(browser.session["case"])
    assert case.abduction == Abduction(
        risks=("citizen_elsewhere",), citizen_of="Portugal and Brazil", ties_to_citizenship="yes"
    )
    (chapter,) = read_back((KEEP,), case)
    answers = [answer for page in chapter.pages for line in page.lines for answer in line.answers]
    assert answers == ["Yes", "Is a citizen of another country", "Portugal and Brazil", "Yes"]
