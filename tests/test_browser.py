"""Stories walked from the start page to the packet in a real browser, by clicking and typing."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from forms_library.packet import make_packet
from interview.case import Case
from interview.needed_forms import still_needed
from interview.relevance import prune
from tests.paper import pictures_of, words_on
from tests.stories_on_disk import story
from tests.walker import walk

WALKED = ["teen_dating", "mother_of_three"]
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def begin(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Start").or_(page.get_by_role("button", name="Start")).first.click()
    page.get_by_role("button", name="Continue").click()


def walk_to_review(page: Page, case: Case, on_page=lambda page: None) -> list[str]:  # type: ignore[no-untyped-def]
    """From the start page through every chapter and the choice of path to the review."""
    begin(page)
    walked = walk(page, case, on_page)
    while "/review/" not in page.url:
        on_page(page)
        assert "/result/" in page.url, page.url
        page.locator('input[value="dvro"]').check()
        page.get_by_role("button", name="Continue").click()
        walked += walk(page, case, on_page)
    return walked


def download(page: Page) -> bytes:
    page.get_by_role("link", name="packet").or_(page.get_by_role("button", name="Continue")).first.click()
    with page.expect_download() as started:
        page.locator('a[href$="/packet/download/"], form[action$="/packet/download/"] button').first.click()
    assert started.value.suggested_filename == "forms.pdf"
    return Path(started.value.path()).read_bytes()


@pytest.mark.parametrize("name", WALKED)
def test_a_story_walked_by_clicking_and_typing_makes_the_same_packet(
    name: str, visitor: Page, forms_dir: Path, tmp_path: Path
) -> None:
    told = story(name)
    walk_to_review(visitor, told)
    downloaded = download(visitor)

    case = prune(replace(told, screening=replace(told.screening, chosen_path="dvro")))
    drafted = make_packet(case, forms_dir, still_needed(case)).pdf
    assert words_on(downloaded, tmp_path) == words_on(drafted, tmp_path)
    for there, here in zip(pictures_of(downloaded, tmp_path), pictures_of(drafted, tmp_path), strict=True):
        assert there == here


def test_axe_finds_nothing_on_any_page_walked(visitor_with_javascript: Page) -> None:
    page, axe, faults = visitor_with_javascript, Axe(), {}

    def look(page: Page) -> None:
        results = axe.run(page, options={"runOnly": {"type": "tag", "values": AXE_TAGS}})
        found = [
            (violation["id"], [node["html"][:200] for node in violation["nodes"][:3]])
            for violation in results.response["violations"]
        ]
        if found:
            faults[page.url.split("/", 3)[3]] = found
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > page.viewport_size["width"]:  # type: ignore[index]
            faults[f"{page.url} is too wide"] = [("width", [str(width)])]

    for address in ("/", "/safety/"):
        page.goto(address)
        look(page)
    walk_to_review(page, story("everything"), on_page=look)
    for address in ("/review/", "/packet/", "/plan/", "/tasks/", "/result/"):
        page.goto(address)
        look(page)
    page.set_viewport_size({"width": 320, "height": 700})
    for address in ("/review/", "/packet/", "/plan/", "/tasks/", "/result/", "/"):
        page.goto(address)
        look(page)
    assert faults == {}, json.dumps(faults, indent=1)


def test_a_page_with_errors_keeps_what_was_typed_and_passes_axe(visitor_with_javascript: Page) -> None:
    page = visitor_with_javascript
    begin(page)
    page.goto("/step/other-person/name/")
    page.locator("[name=other_names]").fill("Al")
    page.get_by_role("button", name="Continue").click()
    assert page.locator("[name=other_names]").input_value() == "Al"
    summary = page.locator(".error-summary, [role=alert]").first
    assert summary.is_visible()
    summary.locator("a").first.click()
    assert page.evaluate("document.activeElement.name") == "name"
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": AXE_TAGS}})
    assert results.response["violations"] == []


def test_leaving_ends_the_visit_and_back_shows_nothing(visitor: Page, site: str) -> None:
    page = visitor
    begin(page)
    page.goto("/step/you/name/")
    page.locator("[name=name]").fill("Canary Person")
    page.get_by_role("button", name="Continue").click()
    page.context.route("**/*", lambda route: route.continue_() if route.request.url.startswith(site) else route.abort())
    exit_link = page.get_by_role("link", name="Leave this site").first
    assert exit_link.is_visible()
    page.context.clear_cookies(name="nothing")
    page.request.get("/exit/", max_redirects=0)
    page.goto("/step/you/name/")
    assert "Canary" not in page.content()
