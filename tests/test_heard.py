"""Pages as a screen reader hears them: names, roles, states, and what is read out with a field."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from django.utils import translation
from playwright.sync_api import Browser, Page

from interview.case import Case
from interview.chapters import CHAPTERS
from interview.plan import steps
from interview.questions import QuestionForm, steps_of
from interview.relevance import prune
from tests.browser import Site, visit_with
from tests.heard import heard
from tests.looks import send_nonsense
from tests.stories_on_disk import story
from tests.visits import begin_visit, speak

TOP = [
    'navigation "Shortcuts"',
    'link "Skip to the page"',
    'link "Leave this site now"',
    'link "Court forms helper"',
    'link "Emergency: Leave this site"',
]
EVERYTHING = story("everything")


@pytest.fixture
def reader(chromium: Browser, site: Site) -> Iterator[Page]:
    for page in visit_with(chromium, site):
        begin_visit(page, site, EVERYTHING)
        yield page


def asked(chapter_slug: str, slug: str, case: Case = EVERYTHING) -> QuestionForm:
    """The page's form: its words are what should be heard, whatever they are today."""
    told = prune(case)
    chapter = next(each for each in CHAPTERS if each.slug == chapter_slug)
    form = next(step.form for step in steps_of(chapter, told) if step.slug == slug)
    assert form is not None
    return form(case=told)


def test_every_page_has_its_landmarks_and_the_way_out_first(reader: Page) -> None:
    reader.goto("/step/you/name/")
    assert heard(reader, "banner") == ['banner ""', *TOP]
    assert [line for line in heard(reader, "contentinfo") if line.startswith("navigation")] == [
        'navigation "Your visit"',
        'navigation "Language"',
    ]
    assert len([line for line in heard(reader) if line.startswith("heading") and "[1]" in line]) == 1


def test_a_page_with_a_box_to_type_in(reader: Page) -> None:
    form = asked("you", "birth-date")
    field = form["birth_date"]
    reader.goto("/step/you/birth-date/")
    assert [line for line in heard(reader) if not line.startswith(("main", "form", "group"))] == [
        'link "Back"',
        f'heading "{form.heading_text}" [1]',
        'DisclosureTriangle "Why this matters" [closed]',
        f'textbox "{field.label}": {field.help_text}',
        'button "Continue"',
    ]


def test_a_page_with_a_choice(reader: Page) -> None:
    form = asked("first", "who")
    field = form["asking_for"]
    reader.goto("/step/first/who/")
    words = [label for _value, label in form.fields["asking_for"].choices]  # type: ignore[attr-defined]
    assert [line for line in heard(reader) if not line.startswith(("main", "form"))] == [
        'link "Back"',
        f'heading "{form.heading_text}" [1]',
        f'group "{field.label}": {field.help_text}',
        f'radio "{words[0]}" [checked]',
        *(f'radio "{word}" [not checked]' for word in words[1:]),
        'button "Continue"',
    ]


def test_a_page_with_errors_says_what_is_wrong_at_the_top_and_with_the_field(reader: Page) -> None:
    form = asked("you", "birth-date")
    label, hint = form["birth_date"].label, form["birth_date"].help_text
    reader.goto("/step/you/birth-date/")
    send_nonsense(reader)
    wrong = reader.locator(".error p").inner_text().removeprefix("Error:").strip()
    lines = heard(reader)
    assert lines[1:6] == [
        'link "Back"',
        'alert ""',
        'heading "Please look at this again" [2]',
        'list ""',
        f'link "{label}: {wrong}"',
    ]
    assert f'textbox "{label}" [invalid]: {hint} Error: {wrong}' in lines
    reader.goto("/step/first/who/")
    send_nonsense(reader)
    group = next(line for line in heard(reader) if line.startswith("group"))
    assert group.endswith("Error: Choose one of these answers.")
    radios = [line for line in heard(reader) if line.startswith("radio")]
    assert radios and all(line.endswith("[not checked, invalid]") for line in radios)


def test_the_review_reads_as_chapters_pages_and_a_way_to_each(reader: Page) -> None:
    reader.goto("/review/")
    lines = heard(reader)
    levels = [int(line[-2]) for line in lines if line.startswith("heading")]
    assert levels[0] == 1 and all(after <= before + 1 for before, after in pairwise(levels))
    pages = [line for line in lines if line.startswith("heading") and line.endswith("[3]")]
    changes = [line for line in lines if line.startswith(('link "Change :', 'link "Add or remove :'))]
    assert len(pages) == len(changes) > 50
    for page, change in zip(pages, changes, strict=True):
        assert page.removeprefix('heading "').removesuffix('" [3]') in change  # alone, "Change" says nothing
    assert lines[-1] == 'link "Go on to my packet"'


def test_the_plan_reads_as_numbered_steps_each_with_its_box(reader: Page) -> None:
    reader.goto("/plan/")
    titles = [str(step.title) for step in steps(prune(EVERYTHING))]
    lines = heard(reader)
    numbered = [line for line in lines if line.startswith("heading") and line[9].isdecimal()]
    assert numbered == [f'heading "{n}. {title}" [2]' for n, title in enumerate(titles, 1)]
    boxes = [line for line in lines if line.startswith("checkbox")]
    assert boxes == [f'checkbox "This step is done : {title}" [not checked]' for title in titles]
    assert [line for line in lines if line.startswith("table")] == ['table "Your list of evidence"']
    assert len([line for line in lines if line.startswith("columnheader")]) == 4
    reader.get_by_role("checkbox").first.check()
    assert f'checkbox "This step is done : {titles[0]}" [checked]' in heard(reader)


def test_another_language_is_heard_in_that_language(reader: Page, site: Site) -> None:
    """The page says which it is; what stands in the other is marked, so that it is read with its sounds."""
    speak(reader, site, "es")
    reader.goto("/step/you/birth-date/")
    with translation.override("es"):
        form = asked("you", "birth-date")
        assert f'heading "{form.heading_text}" [1]' in heard(reader)
        assert f'textbox "{form["birth_date"].label}": {form["birth_date"].help_text}' in heard(reader)
    assert reader.locator("html").get_attribute("lang") == "es"
    assert reader.get_by_role("button", name="English").get_attribute("lang") == "en"
    reader.goto("/result/")
    assert all(lang == "en" for lang in reader.locator(".source").evaluate_all("all => all.map(e => e.lang)"))
