"""From a domestic violence order to a civil harassment order and back: nothing is asked twice or lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from interview.answers import get_answer
from interview.case import Case
from interview.chapters import CHAPTERS
from interview.questions import Step, steps_of
from interview.relevance import prune
from tests.stories_on_disk import story

Visit = Callable[[Case], Client]
SHARED = ("orders-now", "orders-later")  # chapters of which some pages are for one order only
BOTH = ("first", "you", "other-person", "people", "items", "names", "court")


def roommates() -> Case:
    """Everything told for a DVRO, by people who turn out to have been only roommates."""
    case = story("everything")
    relationship = replace(case.relationship, kinds=("live_together",), lived_as_household="no")
    return replace(case, relationship=relationship)


def asked(case: Case) -> Iterator[tuple[str, Step]]:
    for chapter in CHAPTERS:
        yield from ((f"{chapter.slug}/{step.slug}", step) for step in steps_of(chapter, case))


def answers_of(case: Case) -> dict[str, Any]:
    """Address of a page and path -> the answer, for all that is asked of a pruned Case."""
    return {
        f"{address} {path}": get_answer(case, path)
        for address, step in asked(case)
        if step.form
        for path in step.form.case_paths(step.index).values()
    }


def moved(case: Case, path: str) -> Case:
    return replace(case, screening=replace(case.screening, chosen_path=path))  # type: ignore[arg-type]


def test_what_both_orders_ask_keeps_its_answer_when_moving_over() -> None:
    dvro, cho = (answers_of(prune(moved(roommates(), path))) for path in ("dvro", "cho"))
    shared = (dvro.keys() & cho.keys()) - {
        key for key in dvro if key.endswith((" requests.asked", ".protected_people"))
    }
    told = {key for key in shared if dvro[key] not in ("", (), None)}
    lost = sorted(key for key in told if cho[key] != dvro[key])
    assert lost == []
    for chapter in BOTH:
        assert any(key.startswith(f"{chapter}/") for key in told), chapter
    assert any(key.startswith("what-happened/details-1 ") for key in told)
    assert len(told) > 60


def test_orders_that_only_one_of_them_has_come_and_go() -> None:
    raw = roommates()
    cho = prune(moved(raw, "cho"))
    assert set(cho.requests.asked) <= {
        *("no_abuse", "no_contact", "stay_away", "animals", "other_orders", "lawyer_fees"),
    }
    assert {"no_abuse", "stay_away"} <= set(cho.requests.asked)
    assert not cho.children and not cho.asks_for_custody and not cho.requests.move_out.address
    assert prune(moved(raw, "dvro")) == replace(prune(raw), screening=moved(raw, "dvro").screening)


@pytest.mark.django_db
def test_in_a_visit_the_chapters_told_before_are_done_and_come_back_filled_in(visit: Visit) -> None:
    browser = visit(moved(roommates(), "dvro"))
    assert "Your children" in browser.get("/tasks/").content.decode()
    answer = browser.post("/result/", {"chosen_path": "cho"})
    assert answer.status_code == 302 and "/step/you/" in answer["Location"]
    case = roommates()
    tasks = browser.get("/tasks/").content.decode()
    assert "Your children" not in tasks
    assert case.petitioner.name in browser.get("/step/you/name/").content.decode()
    story_page = browser.get("/step/what-happened/details-1/").content.decode()
    assert case.incidents[0].story[:40] in story_page
    review = browser.get("/review/").content.decode()
    assert "A place you listed is on a form that is not in this packet" in review
    assert "DV-1" not in review.partition('<section class="read"')[0]

    browser.post("/result/", {"chosen_path": "dvro"})
    assert "Your children" in browser.get("/tasks/").content.decode()
