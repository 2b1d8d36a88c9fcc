"""Answers read back as people gave them: questions with the words of the choices, not the codes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

from interview.answers import entry_count
from interview.case import Case
from interview.fields import Money, choice_labels
from interview.in_english import COURTS_LANGUAGE, english_answers, is_in_english
from interview.own_words import OwnWords, told_at
from interview.phrasing import date_in_words
from interview.questions import Chapter, FieldGroup, Group, QuestionForm, Step, steps_of
from interview.steps import REVIEW, another_text, entry_title, has_answer, step_url
from interview.vocabulary import us_date

_WORDS_SHOWN = 80  # letters of an entry, enough to know which it is


@dataclass(frozen=True)
class Line:
    """One question and its answer. No lines: not answered."""

    label: str
    answers: tuple[str, ...]
    own_words: tuple[OwnWords, ...] = ()  # the same in the person's own language
    language: str = ""  # of the answers, where it is not the page's


@dataclass(frozen=True)
class PageRead:
    """One page of questions read back, with the address to change it."""

    heading: str
    caption: str  # which entry of a list it is about
    lines: tuple[Line, ...]
    url: str
    is_list: bool = False  # the page where entries are added and removed


@dataclass(frozen=True)
class ChapterRead:
    title: str
    slug: str
    pages: tuple[PageRead, ...]


def read_back(chapters: tuple[Chapter, ...], case: Case) -> tuple[ChapterRead, ...]:
    """Every question that is asked, with its answer, by chapter. `case` is the pruned Case."""
    read = ((chapter, tuple(_pages(chapter, case))) for chapter in chapters)
    return tuple(ChapterRead(str(chapter.title), chapter.slug, pages) for chapter, pages in read if pages)


def _pages(chapter: Chapter, case: Case) -> Iterator[PageRead]:
    for step in steps_of(chapter, case):
        if step.form is None:
            heading = another_text(step.group, case) if step.group else ""
            yield PageRead(heading, "", (), step_url(chapter, step.slug, REVIEW), is_list=True)
            continue
        form = step.form(case=case, index=step.index)
        caption = entry_title(step.group, step.index) if step.group else ""
        yield PageRead(
            form.heading_text, caption, tuple(lines_of(form)), step_url(chapter, step.slug, REVIEW)
        )


def lines_of(form: QuestionForm) -> Iterator[Line]:
    """The questions of a page that apply, each with its answer."""
    answers = form.answers()
    yield from (Line(figure.title, (figure.words,)) for figure in form.figures)
    if groups := form.field_groups:
        yield from _told(form, groups, answers)
        return
    paths = english_answers(type(form), form.index, form.case.path)
    for name, field in form.fields.items():
        if form.asks(name, answers):
            label, told = str(field.label or form.heading_text), in_words(field, answers[name])
            own = told_at(form.case.own_words, paths[name]) if name in paths else ()
            yield Line(label, told, own, "" if is_in_english() or name not in paths else COURTS_LANGUAGE)


def _told(form: QuestionForm, groups: tuple[FieldGroup, ...], answers: dict[str, Any]) -> Iterator[Line]:
    """The groups of which something was told, each as one line; one empty line when there is none."""
    lines = []
    for group in groups:
        words = [(form.fields[one.name], answers[one.name]) for one in group.fields]
        told = [f"{field.label}: {', '.join(in_words(field, answer))}" for field, answer in words if answer]
        lines += [Line(group.title, tuple(told))] if told else []
    yield from lines or [Line(form.heading_text, ())]


def in_words(field: forms.Field, answer: Any) -> tuple[str, ...]:
    """An answer as the page words it; several where several may be chosen."""
    if answer in (None, "", (), []):
        return ()
    given = answer if isinstance(answer, (tuple, list)) else (answer,)
    labels = choice_labels(field)
    return tuple(
        _day(one) if isinstance(one, date) else labels.get(str(one), str(field.prepare_value(one)))
        for one in given
    )


def _day(day: date) -> str:
    """As the papers have it; in another language in words, for there "06/03" may be read as March 6."""
    return us_date(day) if is_in_english() else date_in_words(day)


def entries_of(chapter: Chapter, group: Group, case: Case) -> list[dict[str, Any]]:
    """The entries of a list, each with its number, a few words of it and the page to change it."""
    first = next((page for page in group.pages if page.when(case)), group.pages[0])
    return [
        {
            "index": index,
            "title": entry_title(group, index),
            "words": _first_words(group, index, case),
            "url": step_url(chapter, f"{first.slug}-{index + 1}"),
        }
        for index in range(entry_count(case, group.path))
    ]


def chapter_state(steps: list[Step], posted: set[str], case: Case) -> str:
    """One of "done", "begun" or "new": a page counts when it was posted or has an answer."""
    gone_through = [step for step in steps if step.slug in posted or has_answer(step, case)]
    if len(gone_through) == len(steps):
        return "done"
    return "begun" if gone_through else "new"


def _first_words(group: Group, index: int, case: Case) -> str:
    """What was typed on the first page that has an answer, or else what was chosen there."""
    for page in group.pages:
        form = page.form(case=case, index=index)
        typed = [name for name, field in form.fields.items() if not isinstance(field, forms.ChoiceField)]
        answers = form.answers()
        words = [_few_words(form.fields[name], answers[name]) for name in typed if answers[name]]
        words = words or [", ".join(line.answers) for line in lines_of(form) if line.answers][:1]
        if words:
            said = ", ".join(words).replace("\n", " ")
            return said if len(said) <= _WORDS_SHOWN else f"{said[: _WORDS_SHOWN - 1]}…"
    return ""


def _few_words(field: forms.Field, answer: Any) -> str:
    said = ", ".join(in_words(field, answer))
    return f"${said}" if isinstance(field, Money) else said
