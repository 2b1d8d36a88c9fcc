"""Stories carried in one visit from the filing to after the hearing, on both paths, in a real browser."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from forms_library.packet import make_packet
from interview.after_hearing import AfterHearing, Decided
from interview.case import Case
from interview.chapters.court import COURT
from interview.chapters.renewal import RENEWAL
from interview.hearing import Hearing
from interview.needed_forms import still_needed
from interview.phrasing import day_in_words
from interview.questions import Chapter
from interview.relevance import prune
from interview.renewal import Renewal
from interview.requests import Order
from interview.service import Service
from tests.browser import follow
from tests.paper import pictures_of, words_on
from tests.stories_on_disk import story
from tests.test_browser import download, walk_to_review
from tests.walker import walk

TODAY = timezone.localdate()
AHEAD, PAST = TODAY + timedelta(days=20), TODAY - timedelta(days=1)


@dataclass(frozen=True)
class Road:
    """One story, and what is on its papers at each stage."""

    name: str
    notice: str
    order: str
    proof: str
    renewal: tuple[str, ...]
    asked: tuple[Order, ...]


ROADS = [
    pytest.param(
        Road("least", "DV-109", "DV-130", "DV-200", ("DV-700", "DV-710"), ("no_abuse", "record")),
        True,
        id="dvro",
    ),
    pytest.param(
        Road("civil_least", "CH-109", "CH-130", "CH-200", ("CH-700", "CH-710"), ("no_contact",)),
        False,
        id="cho",
    ),
]


def filed(road: Road) -> Case:
    told = story(road.name)
    return replace(told, requests=replace(told.requests, asked=road.asked))


def back_from_court(case: Case) -> Case:
    """The judge made no order before the hearing; the sheriff is to hand the papers over."""
    hearing = Hearing(
        is_set="yes", date=AHEAD, time="13:30", held="no", first_orders="none", days_before="five"
    )
    served = Service(by_sheriff="yes", place="known")
    return replace(case, hearing=hearing, service=served, case_number="26X1")


def heard(case: Case) -> Case:
    """The order was made without the other person there, and the court wants it written by who asked."""
    after = AfterHearing(
        outcome="granted",
        attended=("me",),
        ends_on=TODAY.replace(day=1) + timedelta(days=1000),
        has_review="no",
        entry="me" if case.asks_for_cho else "",
        court_wants_order="" if case.asks_for_cho else "yes",
        decided=Decided(no_abuse="as_asked", record="not_granted"),
    )
    return replace(case, hearing=replace(case.hearing, held="yes", date=PAST), after=after)


def years_later(case: Case) -> Case:
    """The order ends within the three months in which it can be renewed."""
    return replace(case, after=replace(case.after, ends_on=TODAY + timedelta(days=60)))


def once_more(case: Case) -> Case:
    renewal = Renewal(wanted="yes", renewed_before="no", how_long="five_years")
    if case.asks_for_cho:
        return replace(case, renewal=replace(renewal, why="I am still afraid."))
    return replace(case, renewal=replace(renewal, reasons=("afraid",), afraid_because="I am still afraid."))


def come_back(page: Page, case: Case, chapter: Chapter = COURT) -> None:
    """From the list of chapters through one of them and what follows from it, to the review."""
    page.goto("/tasks/")
    follow(page.get_by_role("link", name=str(chapter.title), exact=True))
    walk(page, case)
    assert "/review/" in page.url, page.url


def same_as_drafted(downloaded: bytes, told: Case, forms_dir: Path, tmp_path: Path) -> list[str]:
    case = prune(told)
    drafted = make_packet(case, forms_dir, still_needed(case))
    assert words_on(downloaded, tmp_path) == words_on(drafted.pdf, tmp_path)
    pictures = zip(pictures_of(downloaded, tmp_path), pictures_of(drafted.pdf, tmp_path), strict=True)
    assert all(there == here for there, here in pictures)
    return [part.number for part in drafted.parts]


def plan_of(page: Page) -> str:
    page.goto("/plan/")
    return page.locator("main").inner_text()


@pytest.mark.parametrize(("road", "visitor"), ROADS, indirect=["visitor"])
def test_a_story_is_carried_from_the_filing_to_after_the_hearing(
    road: Road, visitor: Page, forms_dir: Path, tmp_path: Path
) -> None:
    case = filed(road)
    walk_to_review(visitor, case)
    assert road.order in same_as_drafted(download(visitor), case, forms_dir, tmp_path)

    case = back_from_court(case)
    come_back(visitor, case)
    numbers = same_as_drafted(download(visitor), case, forms_dir, tmp_path)
    assert {"SER-001", road.proof, road.order} <= set(numbers)
    said = plan_of(visitor)
    assert day_in_words(AHEAD) in said and day_in_words(AHEAD - timedelta(days=5)) in said

    case = heard(case)
    come_back(visitor, case)
    numbers = same_as_drafted(download(visitor), case, forms_dir, tmp_path)
    assert road.proof in numbers and (road.order in numbers) == case.asks_for_dvro
    assert day_in_words(AHEAD) not in (said := plan_of(visitor))
    assert case.after.ends_on and day_in_words(case.after.ends_on) in said

    case = years_later(case)
    come_back(visitor, case)
    case = once_more(case)
    come_back(visitor, case, RENEWAL)
    numbers = same_as_drafted(download(visitor), case, forms_dir, tmp_path)
    assert set(road.renewal) <= set(numbers)
