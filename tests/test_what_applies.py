"""What applies is found when answers are saved, and taken from there until the day or the code is another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.test import Client
from django.utils import timezone

from interview import relevance
from interview.case import Case
from tests.stories_on_disk import story

Visit = Callable[[Case], Client]
NAME = "/step/you/name/"


@pytest.fixture
def saved(visit: Visit) -> Client:
    """Someone who has just saved a page."""
    client = visit(story("mother_of_three"))
    assert client.post(NAME, {"name": "Dana Whitfield"}).status_code == 302
    return client


def times_found(client: Client, address: str = NAME) -> int:
    with patch("interview.relevance._pruned", wraps=relevance._pruned) as found:
        assert client.get(address).status_code == 200
    return found.call_count


def test_a_page_that_is_only_read_finds_nothing_anew(saved: Client) -> None:
    assert times_found(saved) == 0


def test_another_day_it_is_found_anew(saved: Client) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    with patch("interview.conditions.today", return_value=tomorrow):
        assert times_found(saved) == 1


def test_by_other_code_it_is_found_anew(saved: Client) -> None:
    with patch("interview.relevance._code", return_value="another"):
        assert times_found(saved) == 1


def test_what_no_longer_applies_is_not_read_back_and_comes_back(saved: Client) -> None:
    told = story("mother_of_three").requests
    assert told.asked and "custody" in told.asked
    kept = saved.get("/review/").content.decode().count("/step/time/")
    assert saved.post("/step/orders-now/more-orders/", {"asked": []}).status_code == 302
    assert saved.get("/review/").content.decode().count("/step/time/") < kept
    assert saved.post("/step/orders-now/more-orders/", {"asked": ["custody"]}).status_code == 302
    assert saved.get("/review/").content.decode().count("/step/time/") == kept
