"""What a helper looks through: every page that is asked, with its state, and answers that leave a doubt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from django.forms import Field
from django.utils.translation import gettext as _

from interview.audience import items_of
from interview.case import Case
from interview.fields import choice_labels
from interview.questions import Chapter, QuestionForm, Step, steps_of
from interview.relevance import all_chapters
from interview.steps import another_text, entry_title

State = Literal["answered", "empty", "new", "list"]  # empty: gone through without an answer; new: not yet
_UNKNOWN = "unknown"  # the value of "I don't know" on most pages that keep it as an answer


@dataclass(frozen=True)
class Doubt:
    """A question answered "I don't know" whose answer prints."""

    label: str
    where: str  # "DV-100, item 5f"


@dataclass(frozen=True)
class PageState:
    slug: str
    heading: str
    caption: str  # which entry of a list it is about
    state: State
    doubts: tuple[Doubt, ...] = ()

    @property
    def is_unanswered(self) -> bool:
        return self.state in ("empty", "new")


@dataclass(frozen=True)
class ChapterState:
    title: str
    slug: str
    pages: tuple[PageState, ...]

    @property
    def unanswered(self) -> tuple[PageState, ...]:
        return tuple(page for page in self.pages if page.is_unanswered)


def look_through(case: Case, posted: Mapping[str, list[str]]) -> tuple[ChapterState, ...]:
    """Every chapter that is asked, with its pages. `case` is the pruned Case."""
    found = []
    for chapter in all_chapters():
        gone_through = set(posted.get(chapter.slug, ()))
        pages = tuple(_page(chapter, step, case, gone_through) for step in steps_of(chapter, case))
        if pages:
            found.append(ChapterState(str(chapter.title), chapter.slug, pages))
    return tuple(found)


def _page(chapter: Chapter, step: Step, case: Case, gone_through: set[str]) -> PageState:
    if step.form is None:
        return PageState(step.slug, another_text(step.group, case) if step.group else "", "", "list")
    form = step.form(case=case, index=step.index)
    caption = entry_title(step.group, step.index) if step.group else ""
    is_answered = step.form.is_touched(case, step.index) and form.is_answered()
    state: State = "answered" if is_answered else "empty" if step.slug in gone_through else "new"
    return PageState(step.slug, form.heading_text, caption, state, _doubts(form))


def _doubts(form: QuestionForm) -> tuple[Doubt, ...]:
    """The answers "I don't know" of a page that some paper has a blank for."""
    answers, paths = form.answers(), form.case_paths(form.index)
    unknown = [name for name, field in form.fields.items() if _is_unknown(field, answers.get(name))]
    asked = [name for name in unknown if form.asks(name, answers)]
    doubts = (
        Doubt(form.full_label(name) or form.heading_text, "; ".join(items_of(paths[name], form.case.path)))
        for name in asked
    )
    return tuple(doubt for doubt in doubts if doubt.where)


def _is_unknown(field: Field, answer: Any) -> bool:
    if not isinstance(answer, str) or not answer:
        return False
    labels = choice_labels(field)
    return answer in labels and (answer == _UNKNOWN or labels[answer] == _("I don't know"))
