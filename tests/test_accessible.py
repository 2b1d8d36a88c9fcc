"""Every page of a full story of each order, clean and with errors, in both languages: axe, a ruler, and what
a phone's keyboard is told.

One run looks at each page twice: clean in one language, light or dark and width, with errors in the others.
EVERY_WAY=1 looks at each in all of them.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any, Literal

import pytest
from django import forms
from playwright.sync_api import Browser, Page, ViewportSize

from interview import fields
from interview.case_json import from_json, to_json
from interview.chapters import CHAPTERS
from interview.questions import Group, QuestionForm
from tests.browser import PHONE, Site, visit_with
from tests.looks import axe, errors_told, measured, measured_spaced_out, send_nonsense
from tests.stories_on_disk import story
from tests.visits import AROUND, FOR_HELPERS, begin_visit, helper_pages, question_pages, speak

Scheme = Literal["light", "dark"]
LANGUAGES = ("en", "es")
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
SMALL: ViewportSize = {"width": 320, "height": 568}
LANDSCAPE: ViewportSize = {"width": 844, "height": 390}
ZOOMED: ViewportSize = {"width": 320, "height": 256}  # 1280 x 1024 at 400 % (WCAG 1.4.10)
SIZES = (PHONE, SMALL, LANDSCAPE)


@dataclass(frozen=True)
class Way:
    """A way a page can be looked at."""

    language: str
    scheme: Scheme
    size: ViewportSize

    def __str__(self) -> str:
        return f"{self.language} {self.scheme} {self.size['width']}"


WAYS = [Way(*each) for each in product(LANGUAGES, SCHEMES, SIZES)]


def ways(number: int) -> list[tuple[Way, Way]]:
    """How the page of this number is looked at: clean, and with errors."""
    if os.environ.get("EVERY_WAY"):
        return [(way, way) for way in WAYS]
    clean = Way(LANGUAGES[number % 2], SCHEMES[number // 2 % 2], SIZES[number % 3])
    given_back = Way(LANGUAGES[(number + 1) % 2], SCHEMES[(number // 2 + 1) % 2], SIZES[(number + 1) % 3])
    return [(clean, given_back)]


def _pages() -> dict[tuple[str, str], list[str]]:
    """Story and chapter -> addresses; the second story's pages where the first one has none of the kind."""
    found, seen = defaultdict(list), set()
    for name in ("everything", "civil_everything"):
        for chapter, address, step in question_pages(story(name)):
            kind = step.form or step.group
            if kind not in seen:
                seen.add(kind)
                found[name, chapter].append(address)
    return found


PAGES = _pages()


@pytest.fixture
def eyes(chromium: Browser, site: Site) -> Iterator[Eyes]:
    for page in visit_with(chromium, site):
        yield Eyes(page, site)


class Eyes:
    """A page looked at in many ways, and what was wrong: fault -> where."""

    def __init__(self, page: Page, site: Site) -> None:
        self.page, self.site = page, site
        self.faults: dict[str, list[str]] = defaultdict(list)

    def turn(self, way: Way) -> None:
        speak(self.page, self.site, way.language)
        self.page.emulate_media(color_scheme=way.scheme)
        self.page.set_viewport_size(way.size)

    def note(self, found: list[str], where: str) -> None:
        for each in found:
            self.faults[each].append(where)

    def look(self, address: str, way: Way) -> None:
        self.turn(way)
        answer = self.page.goto(address)
        assert answer is not None and answer.status == 200 and self.page.url.endswith(address), self.page.url
        assert self.page.locator("html").get_attribute("lang") == way.language
        self.note(axe(self.page), f"{address} {way}")
        self.note(measured(self.page), f"{address} {way}")
        self.page.set_viewport_size(ZOOMED)
        self.note(measured(self.page), f"{address} {way.language} at 400 %")
        self.note(measured_spaced_out(self.page), f"{address} {way.language} at 400 %")

    def look_at_errors(self, address: str, way: Way) -> None:
        self.turn(way)
        self.page.goto(address)
        if not send_nonsense(self.page):  # a page that asks nothing
            return
        where = f"{address} {way}, with errors"
        self.note(errors_told(self.page), where)
        self.note(axe(self.page), where)
        self.note(measured(self.page), where)


@pytest.mark.parametrize(("name", "chapter"), PAGES)
def test_every_page_of_questions_can_be_read_and_used(eyes: Eyes, name: str, chapter: str) -> None:
    begin_visit(eyes.page, eyes.site, story(name))
    for number, address in enumerate(PAGES[name, chapter], len(chapter)):
        for clean, given_back in ways(number):
            eyes.look(address, clean)
            eyes.look_at_errors(address, given_back)
    assert not eyes.faults, dict(eyes.faults)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["everything", "civil_after_hearing"])
def test_every_page_around_the_questions_can_be_read_and_used(eyes: Eyes, name: str, language: str) -> None:
    begin_visit(eyes.page, eyes.site, story(name))
    for number, address in enumerate(AROUND):
        eyes.look(address, Way(language, SCHEMES[number % 2], SIZES[number % 3]))
    for address in ("/return/", "/forget/"):
        eyes.look_at_errors(address, Way(language, "light", PHONE))
    assert not eyes.faults, dict(eyes.faults)


def test_helper_view_can_be_read_and_used(eyes: Eyes) -> None:
    case = story("everything")
    begin_visit(eyes.page, eyes.site, case, helper=True)
    for number, address in enumerate((*FOR_HELPERS, "/step/you/name/", *helper_pages(case)[::3])):
        eyes.look(address, Way(LANGUAGES[number % 2], SCHEMES[number // 2 % 2], SIZES[number % 3]))
    eyes.look_at_errors(helper_pages(case)[2], Way("en", "dark", PHONE))
    assert not eyes.faults, dict(eyes.faults)


LONG_NAME = "Wolfeschlegelsteinhausenbergerdorffvonundzuhohenlohe-Waldenburg-Schillingsfürst"


def _with_long_names(told: Any, key: str = "") -> Any:
    if isinstance(told, dict):
        return {name: _with_long_names(value, name) for name, value in told.items()}
    if isinstance(told, list):
        return [_with_long_names(value, key) for value in told]
    typed = isinstance(told, str) and re.search("[A-Z ]", told)  # not the site's own word for a choice
    return LONG_NAME if typed and key in ("name", "street", "place", "story") else told


def test_long_names_and_words_stay_on_the_page(eyes: Eyes) -> None:
    """Nothing is wider than the narrowest phone, or cut, when a word alone is wider."""
    case = from_json(_with_long_names(to_json(story("everything"))))
    assert case.respondent.name == LONG_NAME
    begin_visit(eyes.page, eyes.site, case, helper=True)
    speak(eyes.page, eyes.site, "es")
    eyes.page.set_viewport_size(SMALL)
    pages = [address for _chapter, address, _step in question_pages(case)]
    for address in (*AROUND, *FOR_HELPERS, *pages[::3], *helper_pages(case)):
        eyes.page.goto(address)
        eyes.note(measured(eyes.page), address)
    assert not eyes.faults, dict(eyes.faults)


def test_colours_forced_by_the_device_leave_nothing_out(eyes: Eyes) -> None:
    """Backgrounds are gone then: what can be pressed keeps an edge, and the focus an outline."""
    page = eyes.page
    begin_visit(page, eyes.site, story("everything"))
    page.emulate_media(forced_colors="active", color_scheme="dark")
    for address in ("/", "/step/you/name/", "/tasks/", "/plan/", "/review/", "/packet/"):
        page.goto(address)
        bare = page.evaluate("""() => [...document.querySelectorAll('.exit, button, .main-action, .state')]
            .filter(one => one.checkVisibility() && !one.matches('.link'))
            .filter(one => !(parseFloat(getComputedStyle(one).borderTopWidth) > 0))
            .map(one => one.outerHTML.slice(0, 100))""")
        eyes.note(bare, address)
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid", address
    assert not eyes.faults, dict(eyes.faults)


def test_nothing_moves_where_less_motion_is_wanted(eyes: Eyes) -> None:
    page = eyes.page
    begin_visit(page, eyes.site, story("everything"))
    page.emulate_media(reduced_motion="reduce")
    for address in ("/", "/step/you/name/", "/plan/"):
        page.goto(address)
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto", address
        moving = page.evaluate("""() => [...document.querySelectorAll('*')].filter(one => {
            const style = getComputedStyle(one);
            return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0;
        }).map(one => one.outerHTML.slice(0, 100))""")
        assert moving == [], address


# What a phone's keyboard is told

KEYBOARDS: dict[type[forms.Field], dict[str, str | None]] = {
    fields.Zip: {"inputmode": "numeric"},
    fields.Phone: {"inputmode": "tel"},
    fields.Age: {"inputmode": "numeric"},
    fields.Days: {"inputmode": "numeric"},
    fields.Year: {"inputmode": "numeric"},
    fields.Percent: {"inputmode": "numeric"},
    fields.Money: {"inputmode": "decimal"},
    fields.Hours: {"inputmode": "decimal"},
    fields.Email: {"inputmode": "email", "autocapitalize": "none", "spellcheck": "false"},
    fields.PersonName: {"autocapitalize": "words", "spellcheck": "false", "inputmode": None},
    fields.UsDate: {"inputmode": None},  # a phone's numbers have no stroke: 3/5/1990 could not be typed
}
SPOKEN_OF = {"zip": fields.Zip, "phone": fields.Phone, "email": fields.Email}


def _forms() -> Iterator[type[QuestionForm]]:
    for chapter in CHAPTERS:
        for part in chapter.pages:
            yield from (page.form for page in (part.pages if isinstance(part, Group) else (part,)))


def test_a_phone_offers_the_right_keys() -> None:
    seen = set()
    for form in _forms():
        for name, field in form.base_fields.items():
            kind = next((each for each in type(field).__mro__ if each in KEYBOARDS), None)
            for attribute, wanted in KEYBOARDS[kind].items() if kind else ():
                assert field.widget.attrs.get(attribute) == wanted, f"{form.__name__}.{name}: {attribute}"
            seen.add(kind)
            if isinstance(field, fields.PlainText):
                assert field.widget.attrs.get("autocomplete") == "off", f"{form.__name__}.{name}"
    assert seen >= KEYBOARDS.keys()


def test_no_zip_phone_or_email_is_asked_for_as_plain_text() -> None:
    for form in _forms():
        for name, field in form.base_fields.items():
            for word, kind in SPOKEN_OF.items():
                last = name.removesuffix("_number").rpartition("_")
                if last[2] == word and last[0] != "city_and" and isinstance(field, fields.PlainText):
                    assert isinstance(field, kind), f"{form.__name__}.{name}"
