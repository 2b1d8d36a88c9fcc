"""Stories walked from the start page to the packet in a real browser, by clicking and typing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page

from forms_library.packet import make_packet
from interview.case import Case
from interview.chapters import CHAPTERS
from interview.needed_forms import still_needed
from interview.questions import steps_of
from interview.relevance import prune
from tests.browser import begin, dull_place, follow, go_on
from tests.looks import axe
from tests.paper import pictures_of, words_on
from tests.stories_on_disk import story
from tests.walker import walk

WALKED = [  # a story, and whether the browser runs JavaScript: each way for some, as a walk takes its time
    *(("teen_dating", True), ("three_histories", True)),
    *(("civil_neighbor_threats", True), ("civil_waiver_hardship", False)),
    ("hourly_overtime", False),
]


def walk_to_review(page: Page, case: Case, on_page=lambda page: None) -> list[str]:  # type: ignore[no-untyped-def]
    """From the start page through every chapter and the choice of path to the review."""
    begin(page)
    walked = walk(page, case, on_page)
    while "/review/" not in page.url:
        on_page(page)
        assert "/result/" in page.url, page.url
        page.locator(f'input[value="{case.path or "dvro"}"]').check()
        go_on(page)
        walked += walk(page, case, on_page)
    return walked


def download(page: Page) -> bytes:
    follow(page.get_by_role("link", name="Go on to my packet"))
    with page.expect_download() as started:
        page.locator('a[href$="/packet/download/"], form[action$="/packet/download/"] button').first.click()
    assert started.value.suggested_filename == "forms.pdf"
    return Path(started.value.path()).read_bytes()


@pytest.mark.parametrize(("name", "visitor"), WALKED, indirect=["visitor"])
def test_a_story_walked_by_clicking_and_typing_makes_the_same_packet(
    name: str, visitor: Page, forms_dir: Path, tmp_path: Path
) -> None:
    told = story(name)
    walk_to_review(visitor, told)
    downloaded = download(visitor)

    case = prune(replace(told, screening=replace(told.screening, chosen_path=told.path or "dvro")))
    drafted = make_packet(case, forms_dir, still_needed(case)).pdf
    assert words_on(downloaded, tmp_path) == words_on(drafted, tmp_path)
    for there, here in zip(pictures_of(downloaded, tmp_path), pictures_of(drafted, tmp_path), strict=True):
        assert there == here


_LATER_ENTRY = re.compile(r"^step/.+-(?!1/)\d+/")


class Looks:
    """What axe and a ruler find on the pages looked at: fault -> the addresses that have it."""

    def __init__(self, but_for: Collection[str] = ()) -> None:
        self.faults: dict[str, list[str]] = defaultdict(list)
        self._but_for = but_for  # addresses looked at elsewhere

    def __call__(self, page: Page) -> None:
        address = page.url.split("/", 3)[3]
        if _LATER_ENTRY.search(address) or address in self._but_for:
            return  # a later entry has the same page as the first of its list
        for fault in axe(page):
            self.faults[fault].append(address)
        width = page.evaluate("document.documentElement.scrollWidth")
        if page.viewport_size and width > page.viewport_size["width"]:
            self.faults[f"wider than {page.viewport_size['width']}"].append(address)


def _addresses(case: Case) -> set[str]:
    steps = ((chapter.slug, step.slug) for chapter in CHAPTERS for step in steps_of(chapter, case))
    return {f"step/{chapter}/{step}/" for chapter, step in steps}


@pytest.mark.parametrize(("name", "seen_in"), [("everything", None), ("civil_everything", "everything")])
def test_axe_finds_nothing_on_any_page_walked(
    name: str, seen_in: str | None, visitor_with_javascript: Page
) -> None:
    page = visitor_with_javascript
    look = Looks(_addresses(prune(story(seen_in))) if seen_in else ())
    for address in ("/", "/safety/"):
        page.goto(address)
        look(page)
    walk_to_review(page, story(name), on_page=look)
    around = (
        "/review/",
        "/packet/",
        "/plan/",
        "/tasks/",
        "/result/",
        "/",
        "/safety/",
        "/keep/",
        "/return/",
        "/forget/",
    )
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 700})
        for address in around:
            page.goto(address)
            look(page)
    assert look.faults == {}


def test_a_page_with_errors_keeps_what_was_typed_and_passes_axe(visitor_with_javascript: Page) -> None:
    page, look = visitor_with_javascript, Looks()
    begin(page)
    page.goto("/step/you/birth-date/")
    page.locator("[name=birth_date]").fill("2/30/1990")
    go_on(page)
    assert page.locator("[name=birth_date]").input_value() == "2/30/1990"
    summary = page.locator(".error-summary, [role=alert]").first
    assert summary.is_visible()
    summary.locator("a").first.click()
    assert page.evaluate("document.activeElement.name") == "birth_date"
    look(page)
    assert look.faults == {}


def _told_a_secret(page: Page) -> None:
    begin(page)
    page.goto("/step/you/name/")
    page.locator("[name=name]").fill("Canary Person")
    go_on(page)
    page.goto("/step/you/name/")
    assert page.locator("[name=name]").input_value() == "Canary Person"


def test_leaving_ends_the_visit_and_back_shows_nothing(visitor: Page) -> None:
    _told_a_secret(visitor)
    with visitor.expect_event("requestfailed"):  # the browser says that it cannot reach the weather
        visitor.get_by_role("link", name="Leave this site").last.click()
    visitor.wait_for_timeout(500)
    assert visitor.context.cookies() == []
    visitor.evaluate("history.back()")
    visitor.wait_for_timeout(1000)
    assert "Canary" not in visitor.content()
    visitor.goto("/step/you/name/")
    assert "Canary" not in visitor.content() and "/step/" not in visitor.url


def test_what_was_saved_is_opened_with_the_seven_words_after_leaving(visitor: Page) -> None:
    _told_a_secret(visitor)
    follow(visitor.get_by_role("link", name="Save and come back later"))
    follow(visitor.get_by_role("button", name="Save and show my seven words"))
    words = visitor.get_by_role("list", name="Your seven words").get_by_role("listitem").all_inner_texts()
    assert len(words) == 7
    follow(visitor.get_by_role("button", name="Finish and erase my answers"))
    follow(visitor.get_by_role("link", name="Come back with seven words"))
    visitor.get_by_label("Your seven words").fill("-".join(words).upper())
    follow(visitor.get_by_role("button", name="Open my answers"))
    visitor.wait_for_url("**/tasks/")
    visitor.goto("/step/you/name/")
    assert visitor.locator("[name=name]").input_value() == "Canary Person"
    follow(visitor.get_by_role("link", name="Forget what I saved"))
    follow(visitor.get_by_role("button", name="Yes, erase what I saved"))
    assert visitor.get_by_role("heading", name="What you saved is erased").is_visible()


def test_shift_three_times_leaves(visitor_with_javascript: Page) -> None:
    page = visitor_with_javascript
    _told_a_secret(page)
    dull_place(page)
    for _press in range(3):
        page.keyboard.press("Shift")
    page.get_by_text("Dull").wait_for()
    page.goto("/review/")
    assert "Canary" not in page.content()


def test_a_capital_letter_typed_three_times_does_not_leave(visitor_with_javascript: Page) -> None:
    page = visitor_with_javascript
    begin(page)
    page.goto("/step/you/name/")
    page.locator("[name=name]").press_sequentially("ABC")
    for letter in "XYZ":
        page.keyboard.press(f"Shift+{letter}")
    assert "/step/you/name/" in page.url


def test_the_whole_way_can_be_gone_with_the_keyboard(visitor_with_javascript: Page) -> None:
    """Start, safety and the first questions by Tab, Space and Enter; focus is always to be seen."""
    page = visitor_with_javascript
    page.goto("/")
    _tab_to(page, "Start")
    page.keyboard.press("Enter")
    page.wait_for_url("**/safety/")
    _tab_to(page, "Continue")
    page.keyboard.press("Enter")
    page.wait_for_url("**/step/first/who/")
    for _tab in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "radio":
            break
    page.keyboard.press("Space")
    _tab_to(page, "Continue")
    page.keyboard.press("Enter")
    page.wait_for_url("**/step/first/age/")


def _tab_to(page: Page, text: str) -> None:
    for _tab in range(40):
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.innerText || ''")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none" or page.evaluate("document.activeElement === document.body"), focused
        if focused.strip() == text:
            return
    raise AssertionError(f"{text} cannot be reached with Tab")
