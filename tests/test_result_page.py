"""The result of the first questions and the task list: which order, why, and how to move over."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.test import Client

from interview.case import Case
from interview.conduct import Path, Screening
from interview.fields import UNSAID
from interview.people import Petitioner, Respondent
from interview.relationship import Relationship
from interview.storage import case_of

Visit = Callable[[Case], Client]

MARRIED = Case(relationship=Relationship(kinds=("married",)), screening=Screening(conduct=("injury",)))
NEIGHBOR = Case(
    petitioner=Petitioner(name="Ana Reyes", age=30),
    respondent=Respondent(name="Sam Poe"),
    relationship=Relationship(kinds=("neighbor",)),
    screening=Screening(asking_for="self", conduct=("threats",), more_than_once="yes"),
)
NOT_CERTAIN = Case(relationship=Relationship(kinds=("related",)), screening=Screening(conduct=("threats",)))


def choosing(case: Case, path: Path) -> Case:
    return replace(case, screening=replace(case.screening, chosen_path=path))


def words(html: str) -> str:
    """What a page's main part says, without its tags."""
    main = html.split("<main", 1)[1].split("</main>", 1)[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main))


def page(browser: Client, address: str) -> str:
    return browser.get(address).content.decode()


def told(browser: Client) -> Case:
    response = browser.get("/tasks/")
    return case_of(response.wsgi_request)


def chosen(browser: Client, address: str, path: str) -> str:
    response: Any = browser.post(address, {"chosen_path": path})
    assert response.status_code == 302
    return str(response.url)


@pytest.mark.parametrize(("case", "folded"), [(MARRIED, True), (NEIGHBOR, True), (NOT_CERTAIN, False)])
def test_the_comparison_is_there_for_everyone(visit: Visit, case: Case, folded: bool) -> None:
    html = page(visit(case), "/result/")
    assert (
        html.count("<dt>Domestic violence order</dt>") == html.count("<dt>Civil harassment order</dt>") == 8
    )
    assert ("<summary>Compare the two orders</summary>" in html) is folded
    comparison = html.split('class="compare"')[1].split("<h2>")[0]
    assert comparison.count('class="source"') == 16
    assert "does not fill in" not in html


def test_the_one_that_fits_goes_on_and_nothing_is_chosen_for_the_person(visit: Visit) -> None:
    html = page(visit(NEIGHBOR), "/result/")
    assert "checked" not in html.split("<form", 1)[1]
    assert "Until you choose, the pages are those for a civil harassment restraining order." in html
    assert chosen(visit(NEIGHBOR), "/result/", "").startswith("/step/")


def test_until_chosen_the_pages_are_those_of_the_domestic_violence_order(visit: Visit) -> None:
    browser = visit(NOT_CERTAIN)
    html = page(browser, "/result/")
    assert "Until you choose, the pages are those for a domestic violence restraining order." in html
    assert chosen(browser, "/result/", UNSAID).startswith("/step/")
    assert told(browser).path == "" and told(browser).asks_for_dvro
    assert "Which order: not decided yet . Until you choose" in words(page(browser, "/tasks/"))


def test_both_orders_can_be_chosen_and_the_choice_is_shown(visit: Visit) -> None:
    browser = visit(NOT_CERTAIN)
    for path in ("cho", "dvro"):
        chosen(browser, "/result/", path)
        assert told(browser).path == path
        assert re.search(rf'value="{path}"[^>]*checked', page(browser, "/result/"))


@pytest.mark.parametrize(("case", "order"), [
    (MARRIED, "a domestic violence restraining order"), (NEIGHBOR, "a civil harassment restraining order"),
    (choosing(MARRIED, "cho"), "a civil harassment restraining order"),
])  # fmt: skip
def test_the_task_list_says_which_order_and_leads_to_the_choice(visit: Visit, case: Case, order: str) -> None:
    html = page(visit(case), "/tasks/")
    assert f"Which order: {order} . Change which order" in words(html)
    assert 'href="/result/?next=tasks"' in html


@pytest.mark.parametrize(("address", "to"), [
    ("/result/?next=tasks", "/tasks/"), ("/result/?next=review", "/review/"),
])  # fmt: skip
def test_from_the_task_list_and_the_review_it_goes_back(visit: Visit, address: str, to: str) -> None:
    assert chosen(visit(NEIGHBOR), address, "cho") == to
    assert f'class="back" href="{to}"' in page(visit(NEIGHBOR), address)


@pytest.mark.parametrize("address", ["/result/?next=//evil.example", "/result/?next=packet"])
def test_it_goes_nowhere_else(visit: Visit, address: str) -> None:
    assert chosen(visit(NEIGHBOR), address, "cho").startswith("/step/")


def test_moving_over_keeps_every_answer(visit: Visit) -> None:
    """A roommate who came by the domestic violence order is told on both pages, and loses nothing."""
    roommates = Relationship(kinds=("live_together",), lived_as_household="no")
    browser = visit(choosing(replace(NEIGHBOR, relationship=roommates), "dvro"))
    for address in ("/result/", "/tasks/"):
        assert "is another tie" in words(page(browser, address))
        assert "Moving over keeps every answer." in words(page(browser, address))
    assert told(browser).path == "dvro"  # never changed for the person
    before = told(browser)
    chosen(browser, "/result/?next=tasks", "cho")
    after = told(browser)
    assert after.path == "cho"
    assert (after.petitioner, after.respondent, after.relationship) == (
        before.petitioner,
        before.respondent,
        before.relationship,
    )
    assert "is another tie" not in page(browser, "/tasks/") + page(browser, "/result/")


def test_a_change_in_the_first_chapter_leaves_the_choice_and_says_so(visit: Visit) -> None:
    browser = visit(choosing(NEIGHBOR, "cho"))
    assert "Your choice stays" not in page(browser, "/result/")
    browser.post("/step/first/relationship/", {"kinds": ["dating"]})
    assert told(browser).path == "cho"
    for address in ("/result/", "/tasks/"):
        assert "a tie of the domestic violence restraining order" in words(page(browser, address))


@pytest.mark.parametrize(("kind", "to"), [
    ("coworker", "/review/"),  # the same order
    ("dating", "/result/?next=review"),  # another order: its page says so first
    ("related", "/step/first/family/?next=review"),  # what decides is asked before that
])  # fmt: skip
def test_a_change_from_the_review_that_leads_to_another_order_is_told(
    visit: Visit, kind: str, to: str
) -> None:
    browser = visit(NEIGHBOR)
    answer: Any = browser.post("/step/first/relationship/?next=review", {"kinds": [kind]})
    assert answer.url == to


@pytest.mark.parametrize(("day", "said"), [
    (date(2026, 12, 31), "Some courts take civil harassment papers online"),
    (date(2027, 1, 1), "You can file these papers online"),
])  # fmt: skip
def test_the_page_follows_the_day(
    visit: Visit, monkeypatch: pytest.MonkeyPatch, day: date, said: str
) -> None:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: day)
    assert said in page(visit(NEIGHBOR), "/result/")
