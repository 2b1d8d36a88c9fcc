"""Leaving and going idle, in a browser: the cover, the slow network, Back, the second link, the warning."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, Request, Route

from interview.models import SealedSession
from tests.browser import WAY_OUT, Site, begin, dull_place, follow, go_on, visit_with
from tests.database_rows import make_old, rows
from tests.looks import axe

CANARY = "Zaqxsw Canary"


@pytest.fixture
def home(chromium: Browser, site: Site) -> Iterator[Page]:
    yield from visit_with(chromium, site)


def tell(page: Page) -> None:
    """A visit with one answer saved and one typed and not sent."""
    begin(page)
    page.goto("/step/you/name/")
    page.locator("[name=name]").fill(CANARY)
    go_on(page)
    page.goto("/step/you/name/")
    page.locator("[name=name]").fill(f"{CANARY} unsent")


_TELL_WHAT_IS_SEEN = """() => new MutationObserver(() => {
  const cover = document.querySelector(".cover"), box = cover && cover.getBoundingClientRect();
  if (cover) { console.log("SEEN" + JSON.stringify({
    title: document.title, html: document.documentElement.outerHTML,
    controls: document.querySelectorAll("input, textarea, a, button").length,
    cover: [cover.getAttribute("role"), cover.textContent, box.width, box.height] })); }
}).observe(document.body, { childList: true })"""


@contextmanager
def covered(page: Page) -> Iterator[dict[str, Any]]:
    """What the screen shows once it is covered. The page tells it: Playwright waits for the next page."""
    seen: dict[str, Any] = {}
    page.evaluate(_TELL_WHAT_IS_SEEN)
    with page.expect_console_message(lambda message: message.text.startswith("SEEN")) as told:
        yield seen
    seen |= json.loads(told.value.text.removeprefix("SEEN"))


# Leaving


def test_the_overlay_is_there_while_the_network_is_slow(home: Page, site: Site) -> None:
    tell(home)
    held: list[Route] = []
    home.context.route("**/exit/", lambda route: held.append(route))  # asked for, and not answered yet
    with home.expect_request("**/exit/"), covered(home) as seen:
        home.get_by_role("link", name="Leave this site").last.click(no_wait_after=True)
    home.wait_for_timeout(500)
    assert seen["title"] == "Loading." and seen["cover"] == ["alert", "Loading.", 390, 844]
    assert CANARY not in seen["html"] and seen["controls"] == 0  # gone, not only under the cover
    assert held and home.url.endswith("/step/you/name/")  # the covered page is what is still there
    dull_place(home)
    with home.expect_request(f"{WAY_OUT}**"):
        held[0].continue_()


def test_back_after_leaving_shows_nothing_and_does_not_return(visitor: Page, site: Site) -> None:
    dull_place(visitor)
    before = rows(site)
    tell(visitor)
    assert rows(site) == before + 1
    visitor.get_by_role("link", name="Leave this site").last.click()
    visitor.get_by_text("Dull").wait_for()
    assert rows(site) == before and visitor.context.cookies() == []
    for _press in range(5):  # through all of the visit, to the page before it
        visitor.go_back()
        visitor.wait_for_timeout(200)
        assert CANARY not in visitor.content()
        assert visitor.locator("[name=name]").count() == 0


def test_with_javascript_the_page_one_left_is_not_in_the_history(home: Page) -> None:
    dull_place(home)
    begin(home)
    home.goto("/step/you/name/")
    home.goto("/step/you/birth-date/")
    home.get_by_role("link", name="Leave this site").last.click()
    home.get_by_text("Dull").wait_for()
    asked: list[str] = []
    home.on("request", lambda request: asked.append(request.url))
    home.go_back()
    assert "/birth-date/" not in "".join(asked)  # one press of Back is one page further back


def test_the_second_link_of_every_page_leaves(visitor: Page, site: Site) -> None:
    dull_place(visitor)
    before = rows(site)
    tell(visitor)
    visitor.goto("/step/you/name/")
    visitor.keyboard.press("Tab")
    visitor.keyboard.press("Tab")
    link = visitor.get_by_role("link", name="Leave this site now", exact=True)
    assert link.evaluate("element => element === document.activeElement") and link.is_visible()
    box = link.bounding_box()
    assert box and box["y"] >= 0  # on the screen while it has the focus
    visitor.keyboard.press("Enter")
    visitor.get_by_text("Dull").wait_for()
    assert rows(site) == before


def test_shift_is_counted_aloud_and_forgotten(home: Page) -> None:
    tell(home)
    said = home.get_by_role("status")
    home.keyboard.press("Shift")
    assert said.last.inner_text() == "Shift, press 2 more times to leave."
    home.keyboard.press("Shift")
    assert said.last.inner_text() == "Shift, press 1 more time to leave."
    home.keyboard.press("a")
    home.keyboard.press("Shift")
    assert said.last.inner_text() == "Shift, press 2 more times to leave."
    assert home.url.endswith("/step/you/name/")


@pytest.mark.django_db
def test_the_way_out_answers_the_same_with_and_without_a_visit(settings: pytest.FixtureRequest) -> None:
    settings.EXIT_URL = "https://dull.example/"  # type: ignore[attr-defined]
    answer = Client().get("/exit/")
    assert answer.status_code == 303 and answer["Location"] == "https://dull.example/"
    assert answer.content == b"" and answer["Cache-Control"] == "no-store"
    assert answer["Referrer-Policy"] == "no-referrer" and not answer.cookies
    assert Client().post("/exit/").status_code == 405
    for purpose in ({"sec-purpose": "prefetch"}, {"purpose": "prefetch"}):
        assert Client().get("/exit/", headers=purpose).status_code == 204


# Pressed twice


def test_a_button_pressed_twice_sends_once(home: Page) -> None:
    """The answer to a second post would take the place of the seven words, which are shown one time."""
    tell(home)
    home.goto("/keep/")
    sent: list[str] = []
    home.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    held: list[Route] = []
    home.route("**/keep/", lambda route: held.append(route))  # the answer takes a moment
    press = home.get_by_role("button", name="Save and show my seven words").element_handle()
    with home.expect_request("**/keep/"):
        press.evaluate("button => { button.click(); setTimeout(() => button.click(), 300); }")
    home.wait_for_timeout(600)
    held[-1].continue_()
    home.wait_for_selector(".code-words")
    home.wait_for_timeout(500)
    assert home.locator(".code-words li").count() == 7 and len(sent) == 1


# Idle


def test_an_idle_visit_warns_gives_more_time_and_ends(home: Page, site: Site) -> None:
    before = rows(site)
    home.clock.install()
    tell(home)
    home.clock.fast_forward("27:30")
    assert home.get_by_role("alertdialog").count() == 0
    home.clock.fast_forward("00:40")
    warning = home.get_by_role("alertdialog")
    assert "120 seconds" in (warning.get_attribute("aria-label") or "")
    more = home.get_by_role("button", name="I need more time")
    assert more.evaluate("element => element === document.activeElement")  # it is read out
    assert axe(home) == []

    with home.expect_response("**/more-time/") as answer:
        home.keyboard.press("Enter")
    assert answer.value.status == 204
    warning.wait_for(state="detached")
    assert home.locator("[name=name]").evaluate("element => element === document.activeElement")
    assert home.locator("[name=name]").input_value() == f"{CANARY} unsent"
    home.clock.fast_forward("27:30")
    assert warning.count() == 0  # counted from the press

    make_old(site)
    home.clock.fast_forward("03:00")
    home.wait_for_url("**/?ended=1")
    assert CANARY not in home.content() and "We have no answers from you now" in home.content()
    assert rows(site) <= before and home.context.cookies() == []
    home.go_back()
    assert CANARY not in home.content() and home.locator("[name=name]").count() == 0


def test_seven_words_do_not_stay_on_an_idle_screen(home: Page) -> None:
    """Typed and not sent, before any visit: whoever finds them there could open what is saved."""
    home.clock.install()
    home.goto("/return/")
    home.locator("[name=words]").fill("abacus abdomen ability")
    home.clock.fast_forward("28:30")
    with home.expect_response("**/more-time/") as answer:
        home.get_by_role("button", name="I need more time").click()
    assert answer.value.status == 204
    assert home.locator("[name=words]").input_value() == "abacus abdomen ability"
    home.clock.fast_forward("31:00")
    home.wait_for_url("**/?ended=1")
    assert "abdomen" not in home.content()


def test_the_screen_is_cleared_though_the_network_is_gone(home: Page) -> None:
    home.clock.install()
    tell(home)
    held: list[Route] = []
    home.context.route("**/*", lambda route: held.append(route))  # nothing answers any more
    with covered(home) as seen:
        home.clock.fast_forward("31:00")
    for route in held:
        route.abort()
    assert seen["cover"] == ["alert", "Loading.", 390, 844]
    assert CANARY not in seen["html"] and seen["controls"] == 0


def test_use_in_another_tab_keeps_the_answers(home: Page) -> None:
    """The clock of a tab nobody uses clears that tab, and not what another is being typed into."""
    home.clock.install()
    tell(home)
    home.clock.fast_forward("31:00")
    home.wait_for_url("**/?ended=1")
    follow(home.get_by_role("link", name="Go on with my answers"))
    home.goto("/step/you/name/")
    assert home.locator("[name=name]").input_value() == CANARY


def test_more_time_asked_for_too_late_ends_the_visit(home: Page, site: Site) -> None:
    home.clock.install()
    tell(home)
    make_old(site)
    home.clock.fast_forward("28:30")
    left: list[Request] = []
    home.on("request", lambda request: left.append(request) if request.is_navigation_request() else None)
    home.get_by_role("button", name="I need more time").click()
    home.wait_for_url("**/?ended=1")
    assert CANARY not in home.content()
    assert len(left) == 1  # the touch and the press both learn that the visit is over


def test_without_javascript_the_next_click_after_an_idle_visit_lands_on_the_start_page(
    chromium: Browser, site: Site
) -> None:
    for page in visit_with(chromium, site, java_script_enabled=False):
        before = rows(site)
        tell(page)
        make_old(site)
        follow(page.get_by_role("link", name="All chapters"))
        assert page.url == f"{site}/?ended=1" and page.title() == "Court forms helper"
        assert CANARY not in page.content() and rows(site) <= before and page.context.cookies() == []
        page.go_back()
        assert CANARY not in page.content() and page.locator("[name=name]").count() == 0


@pytest.mark.django_db
def test_an_idle_visit_is_deleted_when_its_browser_asks_again(client: Client) -> None:
    client.post("/safety/")
    assert SealedSession.objects.count() == 1
    make_old()
    assert client.get("/?ended=1").status_code == 200
    assert not SealedSession.objects.exists()
