"""What a page may take, counted and not timed: queries, bytes, and work that does not grow with the story.

`make bench` has the figures (tests/benchmarks/bench_pages.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections

from interview.models import SealedSession
from interview.questions import QuestionForm
from tests.person_here import Asked, PersonHere
from tests.stories_on_disk import story

MOST_QUERIES = 2  # the session is read, and is written
FIRST_PAGE = 100_000  # bytes as sent, with everything it loads
PAGE = 30_000  # bytes as sent
FULLEST = "everything"  # the story with the most pages
pytestmark = pytest.mark.django_db
BEGINS = ("POST", "/safety/")  # begins a visit, and deletes those that have expired
EARLY_AND_LATE = ("/step/first/who/", "/step/you/name/", "/step/you/mail/", "/step/court/county/")


@pytest.fixture(scope="module")
def teller(django_db_setup: None, django_db_blocker: Any) -> Iterator[PersonHere]:
    """Someone who has told the fullest story, from the start page to the review."""
    with django_db_blocker.unblock(), connections_kept():
        person = PersonHere(get_wsgi_application(), counts_queries=True)
        person.get("/")
        person.tell(story(FULLEST))
        yield person
        with django_db_blocker.unblock():  # a test's own end has blocked it again
            SealedSession.objects.all().delete()


@contextmanager
def connections_kept() -> Iterator[None]:
    """As Django's own test client does: else a request drops a connection that is in a test's transaction."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def beginner(teller: PersonHere) -> PersonHere:
    """Someone who has been asked nothing yet."""
    person = PersonHere(teller.site, counts_queries=True)
    person.begin()
    person.posted = dict(teller.posted)
    return person


@pytest.fixture(scope="module")
def walked(teller: PersonHere) -> tuple[Asked, ...]:
    return tuple(teller.all_asked)


def test_no_page_asks_the_database_more_than_twice(walked: tuple[Asked, ...]) -> None:
    too_many = [
        (asked.method, asked.address, len(asked.queries))
        for asked in walked
        if len(asked.queries) > MOST_QUERIES and (asked.method, asked.address) != BEGINS
    ]
    assert len(walked) > 700 and too_many == [], (len(too_many), too_many[:5])


def test_every_page_is_small_as_sent(walked: tuple[Asked, ...]) -> None:
    large = [(asked.address, asked.bytes) for asked in walked if asked.bytes >= PAGE]
    assert large == []


def test_a_page_of_questions_is_small_where_nothing_is_packed_too(walked: tuple[Asked, ...]) -> None:
    large = [
        (each.address, each.unpacked) for each in walked if "/step/" in each.address and each.unpacked >= PAGE
    ]
    assert large == []


def test_the_first_page_is_small_with_all_it_loads(teller: PersonHere) -> None:
    person = PersonHere(teller.site)
    page = person.get("/").text
    for address in re.findall(r'(?:src=|<link [^>]*href=)"([^"]+)"', page):
        answer = person.get(address)
        assert answer.status == 200, address
        assert not re.search(r"url\(|@import", answer.text), f"{address} loads more"
    assert person.asked == 4  # the page, its style, its script, its icon
    assert sum(asked.bytes for asked in person.all_asked) < FIRST_PAGE


@pytest.mark.parametrize("address", EARLY_AND_LATE)
def test_a_page_makes_as_many_forms_late_in_a_story_as_early(
    address: str, teller: PersonHere, beginner: PersonHere, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wizard that reads every page again at each step would make one of each."""
    made: list[type[QuestionForm]] = []
    make = QuestionForm.__init__

    def counted(form: QuestionForm, *args: Any, **kwargs: Any) -> None:
        made.append(type(form))
        make(form, *args, **kwargs)

    monkeypatch.setattr(QuestionForm, "__init__", counted)
    forms = []
    for person in (beginner, teller):
        for method in ("GET", "POST"):
            made.clear()
            answer = person.get(address) if method == "GET" else person.post_again(address)
            assert answer.status == (200 if method == "GET" else 302)
            forms.append([*made])
    get_early, post_early, get_late, post_late = forms
    assert len(get_late) == len(get_early) == 1
    assert len(post_late) == len(post_early) == 1
