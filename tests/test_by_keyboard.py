"""A story told from the start page to its packet by keyboard alone; where the focus goes, how it shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.utils import translation
from playwright.sync_api import Browser, Page

from interview.answers import get_answer
from interview.case import Case
from interview.questions import Step
from tests.browser import Site, visit_with
from tests.paper import words_on
from tests.stories_on_disk import story
from tests.visits import begin_visit, helper_pages
from tests.walker import _STEP_URL, _step, _typed

_MOST_STOPS = 600

# The element that has the focus, whether that is seen, and whether any of it is in sight (2.4.7, 2.4.11).
_STOP = """() => {
  const one = document.activeElement, style = getComputedStyle(one), box = one.getClientRects()[0];
  const spots = box ? [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]] : [];
  const inSight = spots.some(([across, down]) => {
    const top = document.elementFromPoint(box.left + box.width * across, box.top + box.height * down);
    return top && (one.contains(top) || top.contains(one) && !top.matches('header'));
  });
  return {
    tag: one.tagName, type: one.type || '', name: one.name || '', value: one.value || '',
    text: one.innerText || '',
    checked: !!one.checked, action: one.matches('form[id] .main-action'), html: one.outerHTML.slice(0, 150),
    outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2, inSight,
  };
}"""

# Every stop there should be, in the order it is read; one for the radio buttons of a question.
_STOPS = """() => {
  const names = new Set();
  return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, iframe')]
    .filter(one => one.checkVisibility() && one.type !== 'hidden' && !one.disabled)
    .filter(one => one.type !== 'radio' || !names.has(one.name) && names.add(one.name))
    .map(one => one.type === 'radio' ? one.name : one.outerHTML.slice(0, 150));
}"""


@pytest.fixture
def hands(chromium: Browser, site: Site) -> Iterator[Hands]:
    """Less motion: a page that is still scrolling cannot be measured."""
    for page in visit_with(chromium, site, reduced_motion="reduce"):
        yield Hands(page, site)


class Hands:
    """Someone who presses keys and nothing else."""

    def __init__(self, page: Page, site: Site) -> None:
        self.page, self.site = page, site

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def tab(self, key: str = "Tab") -> dict[str, Any]:
        """The next stop; that it has the focus must be seen."""
        self.press(key)
        stop: dict[str, Any] = self.page.evaluate(_STOP)
        if stop["tag"] != "BODY":
            assert stop["outlined"], f"{self.page.url}: no outline: {stop['html']}"
            assert stop["inSight"], f"{self.page.url}: out of sight: {stop['html']}"
        return stop

    def go(self, text: str) -> None:
        """To the link or button with these words, and press it."""
        self.reach(text)
        with self.page.expect_navigation():
            self.press("Enter")

    def reach(self, text: str) -> None:
        for _stop in range(_MOST_STOPS):
            stop = self.tab()
            if stop["text"].strip() == text:
                return
        raise AssertionError(f"{self.page.url}: {text} cannot be reached")

    def answer(self, case: Case, step: Step, walked: list[str]) -> None:
        """Every question of the page in the order of its stops, then Continue."""
        done: set[str] = set()
        for _stop in range(_MOST_STOPS):
            stop = self.tab()
            if stop["action"]:
                with self.page.expect_navigation():
                    self.press("Enter")
                return
            self._answer_one(stop, _wanted(case, step, stop["name"], walked), done)
        raise AssertionError(f"{self.page.url}: the button to go on cannot be reached")

    def _answer_one(self, stop: dict[str, Any], wanted: Any, done: set[str]) -> None:
        if wanted in (None, "", ()):
            return
        if stop["type"] == "checkbox":
            if (stop["value"] in wanted) != stop["checked"]:
                self.press("Space")
        elif stop["type"] == "radio":
            if stop["name"] not in done:
                self._choose(wanted)
        elif stop["tag"] == "SELECT":
            self.page.keyboard.type(wanted)
        elif not stop["value"]:
            self.page.keyboard.type(_typed(wanted))
        done.add(stop["name"])

    def _choose(self, wanted: str) -> None:
        """Of the radio buttons of a question: the space bar takes the first, the arrows the others."""
        self.press("Space")
        for _button in range(30):
            if self.page.evaluate("document.activeElement.value") == wanted:
                assert self.page.evaluate("document.activeElement.checked")
                return
            self.press("ArrowDown")
        raise AssertionError(f"{self.page.url}: {wanted} cannot be chosen")


def _wanted(case: Case, step: Step, name: str, walked: list[str]) -> Any:
    """What the story answers to the field of this name."""
    if step.form is None:
        return "no" if name == "another" else None
    path = step.form.case_paths(step.index).get(name)
    return get_answer(case, path) if path else None


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_story_is_told_and_its_packet_made_by_keyboard(hands: Hands, tmp_path: Any, language: str) -> None:
    """From the start page to the papers and the plan, each page in the language chosen on the first."""
    page, told = hands.page, story("least")
    told = replace(told, screening=replace(told.screening, chosen_path="dvro"))
    page.goto("/")
    if language != "en":
        hands.go("Español")
    hands.go(said("Start", language))
    hands.go(said("Continue", language))
    walked: list[str] = []
    while "/review/" not in page.url:
        assert page.locator("html").get_attribute("lang") == language, page.url
        if match := _STEP_URL.search(page.url):
            hands.answer(told, _step(told, *match.groups()), walked)
            walked.append(match[0])
            assert page.locator("#errors").count() == 0, f"{match[0]}: {page.locator('#errors').inner_text()}"
        else:
            _choose_the_order(hands, said("Continue", language))
        assert len(walked) < 200, walked[-5:]
    hands.go(said("Go on to my packet", language))
    hands.reach(said("Download my papers", language))
    with page.expect_download() as started:
        hands.press("Enter")
    printed = [word.text for word in words_on(started.value.path().read_bytes(), tmp_path)]
    assert {"Amy", "Ortega", "kicked", "cracked."} <= {*printed}
    hands.go(said("What to do next", language))
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("h1").inner_text() == said("What to do next", language)
    assert page.locator("section.step").count() > 3


def said(text: str, language: str) -> str:
    with translation.override(language):
        return translation.gettext(text)


def _choose_the_order(hands: Hands, go_on: str) -> None:
    assert "/result/" in hands.page.url, hands.page.url
    while (stop := hands.tab())["name"] != "chosen_path":
        assert stop["tag"] != "BODY"
    hands._choose("dvro")
    hands.go(go_on)


def _pages_with_all_kinds_of_stops() -> list[str]:
    case = story("everything")
    asked = ["/step/you/name/", "/step/first/who/", "/step/first/conduct/", "/tasks/", "/result/", "/review/"]
    return [*asked, "/packet/", "/plan/", "/keep/", "/return/", "/helper/all/", *helper_pages(case)[:2]]


@pytest.mark.parametrize("address", _pages_with_all_kinds_of_stops())
def test_tab_goes_through_all_there_is_in_reading_order_and_out_again(hands: Hands, address: str) -> None:
    begin_visit(hands.page, hands.site, story("everything"), helper=True)
    hands.page.goto(address)
    assert hands.page.locator("[tabindex]:not([tabindex='-1'], [tabindex='0'])").count() == 0
    should: list[str] = hands.page.evaluate(_STOPS)
    assert [_name(hands.tab()) for _stop in should] == should
    assert hands.tab()["tag"] == "BODY", "the keyboard cannot leave the page"
    back = [_name(hands.tab("Shift+Tab")) for _stop in should]
    assert back == should[::-1]


def _name(stop: dict[str, Any]) -> str:
    return str(stop["name"] if stop["type"] == "radio" else stop["html"])


def test_the_first_stop_skips_to_the_page(hands: Hands) -> None:
    begin_visit(hands.page, hands.site, story("least"))
    for address in ("/", "/step/you/name/", "/plan/"):
        hands.page.goto(address)
        assert hands.tab()["text"] == "Skip to the page", address
        assert hands.page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
        hands.press("Enter")
        assert hands.page.evaluate("document.activeElement.id") == "main"
        hands.tab()
        assert hands.page.evaluate("document.activeElement.closest('main') !== null"), address


@pytest.mark.parametrize("scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_errors_take_the_focus_and_lead_to_their_field(chromium: Browser, site: Site, scripts: bool) -> None:
    for page in visit_with(chromium, site, reduced_motion="reduce", java_script_enabled=scripts):
        hands = Hands(page, site)
        begin_visit(page, site, replace(story("least"), own_words=()))
        page.goto("/step/you/birth-date/")
        while hands.tab()["name"] != "birth_date":
            pass
        page.keyboard.type("2/30/1990")
        with page.expect_navigation():
            hands.press("Enter")
        assert page.title().startswith("Error:")
        assert page.evaluate("document.activeElement.id") == "errors"
        assert hands.tab()["tag"] == "A"
        hands.press("Enter")
        assert page.evaluate("document.activeElement.name") == "birth_date"
        hands.press("Control+a")
        page.keyboard.type("2/28/1990")
        with page.expect_navigation():
            hands.press("Enter")
        assert "/step/you/birth-date/" not in page.url


def test_what_opens_with_a_key_closes_with_it_and_keeps_the_focus(hands: Hands) -> None:
    begin_visit(hands.page, hands.site, story("least"))
    hands.page.goto("/step/you/birth-date/")
    hands.reach("Why this matters")
    for is_open in (True, False, True):
        hands.press("Space")
        assert hands.page.evaluate("document.activeElement.parentElement.open") is is_open
