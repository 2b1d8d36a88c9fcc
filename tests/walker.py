"""Walks a story through the site as a person would: reads the page, types and clicks, presses Continue.

Which answer belongs in which field is read from the chapters, so a new question is walked by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from playwright.sync_api import Page

from interview.answers import entry_count, get_answer
from interview.case import Case
from interview.chapters import CHAPTERS
from interview.parenting import clock_time
from interview.questions import Step, steps_of
from tests.browser import go_on

_STEP_URL = re.compile(r"/step/([\w-]+)/([\w-]+)/")
_LIMIT = 400  # pages; a walk that is longer goes in circles


def walk(page: Page, case: Case, on_page: Callable[[Page], None] = lambda page: None) -> list[str]:
    """Answer every page of questions until none is left; the addresses walked, in order."""
    walked: list[str] = []
    while match := _STEP_URL.search(page.url):
        assert len(walked) < _LIMIT, f"the walk goes in circles: {walked[-6:]}"
        walked.append(match.group(0))
        on_page(page)
        step = _step(case, *match.groups())
        _answer_more(page, case, step, walked) if step.form is None else _answer(page, case, step)
        go_on(page)
        errors = page.locator("[role=alert] a, .error-summary a")
        assert errors.count() == 0, f"{match.group(0)}: {errors.all_inner_texts()}"
    return walked


def _step(case: Case, chapter_slug: str, step_slug: str) -> Step:
    chapter = next(chapter for chapter in CHAPTERS if chapter.slug == chapter_slug)
    found = [step for step in steps_of(chapter, case) if step.slug == step_slug]
    assert found, f"the story has no page {chapter_slug}/{step_slug}"
    return found[0]


def _answer(page: Page, case: Case, step: Step) -> None:
    assert step.form is not None
    folded = page.locator("form details:not([open]) > summary")
    while folded.count():
        folded.first.click()
    for name, path in step.form.case_paths(step.index).items():
        fields = page.locator(f'[name="{name}"]')
        if fields.count() == 0:
            continue
        _fill(page, name, get_answer(case, path))


def _fill(page: Page, name: str, answer: Any) -> None:
    field = page.locator(f'[name="{name}"]').first
    kind = field.get_attribute("type") or field.evaluate("element => element.tagName.toLowerCase()")
    if kind in ("radio", "checkbox"):
        for value in answer if isinstance(answer, tuple) else [answer]:
            box = page.locator(f'[name="{name}"][value="{value}"]')
            if value and box.count():
                box.check()
    elif kind == "select":
        field.select_option(answer)
    elif answer not in ("", None) and field.is_visible():
        field.fill(_typed(answer))


def _typed(answer: Any) -> str:
    """As a person types it: days and times in the American way."""
    if isinstance(answer, date):
        return answer.strftime("%m/%d/%Y")
    return clock_time(str(answer)) if re.fullmatch(r"\d\d:\d\d", str(answer)) else str(answer)


def _answer_more(page: Page, case: Case, step: Step, walked: list[str]) -> None:
    """ "Is there another?": yes until every entry of the story has been told."""
    assert step.group is not None
    first_page = next(page for page in step.group.pages if page.when(case)).slug
    chapter = _STEP_URL.search(page.url).group(1)  # type: ignore[union-attr]
    told = len({url for url in walked if re.fullmatch(rf"/step/{chapter}/{first_page}-\d+/", url)})
    answer = "yes" if told < entry_count(case, step.group.path) else "no"
    page.locator(f'input[type=radio][value="{answer}"]').check()
