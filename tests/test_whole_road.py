"""The drawing of the whole road: true for both orders, the stop where someone stands, on page and paper."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils import timezone, translation
from django.utils.html import escape
from playwright.sync_api import Page
from pypdf import PdfReader

from interview.case import Case
from interview.hearing import Hearing
from interview.plan import steps
from interview.plan_ticks import road
from interview.relevance import prune
from interview.rules import rule
from interview.whole_road import WHOLE_ROAD, ahead, road_of
from tests.browser import begin
from tests.looks import axe, measured
from tests.stories_on_disk import STORIES, story

Visit = Callable[[Case], Client]
# Of the plan, but of no one stop: papers that go in between, and the roads of a renewal and of no hearing
ON_NO_STOP = {
    "new-date", "cancel", "own-words", "entry", "renewal-service", "renewal-ready", "renewal-hearing",
}  # fmt: skip


def here(case: Case) -> list[str]:
    way = road_of(case, road(case, steps(case)))
    return [stop.landmark.slug for stop in way if stop.state == "here"]


def ticked(case: Case, *slugs: str) -> Case:
    order = "cho" if case.asks_for_cho else "dvro"
    return replace(case, plan_done=tuple(f"{order}.{slug}" for slug in slugs))


def drawing_on(html: str) -> str:
    found = re.findall(r'<figure class="way.*?</figure>', html, re.DOTALL)
    assert len(found) == 1
    return str(found[0])


# What it says


def test_its_numbers_hold_for_both_orders() -> None:
    for one, other in (("hearing_date", "civil_hearing_date"), ("order_lasts", "civil_order_lasts")):
        assert rule(one).numbers == rule(other).numbers
    said = {stop.slug: str(stop.about) for stop in WHOLE_ROAD}
    assert "within 21 days, or 25" in said["hearing"] and "up to 5 years" in said["order"]


def test_it_promises_nothing_and_names_no_form() -> None:
    for language in ("en", "es"):
        with translation.override(language):
            told = " ".join(f"{stop.title} {stop.about}" for stop in WHOLE_ROAD)
        assert not re.search(r"[A-Z]{2}-\d|\bwill\b|\bmust\b|victim|abuser|pursuant", told)


def test_each_step_of_every_plan_is_on_one_stop_or_knowingly_on_none() -> None:
    of_stops = [slug for stop in WHOLE_ROAD for slug in stop.steps]
    assert len(set(of_stops)) == len(of_stops) and not set(of_stops) & ON_NO_STOP
    met = {step.slug for name in STORIES for step in steps(prune(story(name)))}
    assert met <= {*of_stops, *ON_NO_STOP}


def test_each_sign_is_a_path_in_its_square() -> None:
    for stop in WHOLE_ROAD:
        assert re.fullmatch(r"[MmLlHhVvQqTtAaZz0-9 .\-]+", stop.drawing), stop.slug
        assert stop.drawing.startswith("M")


# Where someone stands


def test_the_stop_moves_on_with_the_ticks() -> None:
    case = prune(story("least"))
    assert here(case) == ["sign"]
    assert here(ticked(case, "sign")) == ["sign"]  # copies are not made yet
    assert here(ticked(case, "sign", "copies")) == ["hand-in"]
    assert here(ticked(case, "sign", "copies", "file")) == ["judge"]
    everything = [step.slug for step in steps(case)]
    assert here(ticked(case, *everything)) == ["order"]


@pytest.mark.parametrize("name", ["least", "civil_least"])
def test_what_the_court_has_done_is_behind(name: str) -> None:
    """Though nobody ticked it."""
    case = prune(story(name))
    soon = timezone.localdate() + timedelta(days=15)
    filed = replace(case, hearing=Hearing(is_set="yes", date=soon))
    assert here(filed) == ["judge"]
    assert here(ticked(filed, "decision")) == ["hand-over"]
    held = replace(case, hearing=replace(filed.hearing, held="yes"))
    assert here(held) == ["order"]


def test_the_road_is_one_line_with_one_stop_here() -> None:
    for case in (prune(story(name)) for name in STORIES):
        way = road_of(case, road(case, steps(case)))
        if case.cancels_hearing or case.has_later_order:
            assert way == ()
            continue
        assert [stop.landmark for stop in way] == list(WHOLE_ROAD)
        order = {"passed": 0, "here": 1, "": 2}
        assert all(order[one.state] <= order[other.state] for one, other in pairwise(way))
        assert [stop.state for stop in way].count("here") == 1 and way[0].state == "passed"
    assert {stop.state for stop in ahead()} == {""}


# On the pages


@pytest.mark.django_db
def test_the_start_page_shows_the_road_and_stays_small(client: Client) -> None:
    html = client.get("/").content.decode()
    figure = drawing_on(html)
    assert len(html) < 30_000
    assert "aria-current" not in figure and "You are here" not in figure
    assert all(escape(text) in figure for stop in WHOLE_ROAD for text in (str(stop.title), str(stop.about)))
    assert figure.count('aria-hidden="true"') == figure.count("<svg") == figure.count("<li") == 7


@pytest.mark.django_db
def test_the_drawing_is_well_formed_and_has_no_style_in_it(client: Client) -> None:
    for address in ("/", "/?language=es"):
        figure = drawing_on(client.get(address).content.decode())
        ElementTree.fromstring(figure.replace("&nbsp;", " "))
        assert not re.search(r"style|\son\w+=", figure)


@pytest.mark.django_db
def test_the_plan_marks_the_stop(visit: Visit) -> None:
    case = prune(story("least"))
    figure = drawing_on(visit(ticked(case, "sign", "copies")).get("/plan/").content.decode())
    (marked,) = re.findall(r'<li class="here" aria-current="step">(.*?)</li>', figure, re.DOTALL)
    assert "You hand the papers in" in marked and "You are here" in marked
    assert figure.count('class="passed"') == 2
    assert "You are at stop 3 of 7: You hand the papers in." in figure


@pytest.mark.django_db
def test_the_paper_has_the_drawing_described(visit: Visit) -> None:
    case = ticked(prune(story("least")), "sign", "copies")
    reader = PdfReader(io.BytesIO(visit(case).get("/plan/print/").content))
    assert alternatives(reader.trailer["/Root"]["/StructTreeRoot"]) == [  # type: ignore[index]
        "A drawing of the whole road, with 7 stops. You are at stop 3."
    ]
    text = " ".join(reader.pages[0].extract_text().split())
    assert "3. You hand the papers in You are here" in text


def alternatives(node: Any) -> list[str]:
    node = node.get_object()
    kids = node if isinstance(node, list) else node.get("/K", []) if isinstance(node, dict) else []
    own = [str(node["/Alt"])] if isinstance(node, dict) and "/Alt" in node else []
    below = kids if isinstance(kids, list) else [kids]
    return own + [found for kid in below for found in alternatives(kid)]


def test_the_drawing_fits_every_screen(visitor_with_javascript: Page) -> None:
    page = visitor_with_javascript
    begin(page)
    for address in ("/", "/plan/"):
        page.goto(address)
        assert page.get_by_role("figure").get_by_role("listitem").count() == 7
        for width in (320, 390, 1280):
            page.set_viewport_size({"width": width, "height": 700})
            for scheme, forced in (("light", "none"), ("dark", "none"), ("light", "active")):
                page.emulate_media(color_scheme=scheme, forced_colors=forced)  # type: ignore[arg-type]
                assert axe(page) + measured(page) == [], (address, width, scheme, forced)
