"""What a page of questions is: forms that know where their answers live on the Case.

A chapter's module declares QuestionForms and lists them as Pages; nothing here knows a question.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interview.answers import (
    empty_answer,
    empty_answers,
    entry_count,
    get_answer,
    get_answers,
    set_answer,
)
from interview.case import Case

_AT_START = re.compile(r"((?:^|[.?!][”’\")]? |\n)[¿¡“‘\"(]*)\{other\}")

Text = str | Promise
Condition = Callable[[Case], bool]


def always(case: Case) -> bool:
    return True


@dataclass(frozen=True)
class FieldGroup:
    """Fields of one page that belong together, such as those of one day."""

    title: str
    words: str  # what was told, in short; it stands beside the title
    fields: tuple[forms.BoundField, ...]
    is_open: bool  # not folded


@dataclass(frozen=True)
class Figure:
    """A sum that was worked out from answers, shown with the way back to change them."""

    title: str
    words: str  # "$500 every week: $500 × 52 ÷ 12 = $2,166.67 a month"
    url: str


class QuestionForm(forms.Form):
    """One page of questions. A field's name is the answer's name on the Case, below `at`.

    `{other}` in headings, intros, labels, help and choices becomes the other person's name.
    """

    at: ClassVar[str] = ""  # "petitioner", "incidents.#" in a group, "" for the Case itself
    paths: ClassVar[Mapping[str, str]] = {}  # field -> path below `at`, where it is not the name
    heading: ClassVar[Text] = ""  # the page's h1, a question where it can be one
    intro: ClassVar[Text] = ""  # one or two short sentences under the heading
    why: ClassVar[Text] = ""  # opens on request: why it matters to the judge
    law: ClassVar[str] = ""  # helper view: the item and the code section behind the question
    civil_law: ClassVar[str] = ""  # those of civil harassment papers, where they differ
    # field -> "other_field=value" (or "=v1|v2"): asked only when that field of the page has it
    follow_ups: ClassVar[Mapping[str, str]] = {}

    def __init__(self, *args: Any, case: Case, index: int = 0, **kwargs: Any) -> None:
        self.case = case
        self.index = index
        initial = {name: get_answer(case, path) for name, path in self.case_paths(index).items()}
        kwargs["initial"] = initial | (kwargs.get("initial") or {})
        kwargs.setdefault("use_required_attribute", False)
        super().__init__(*args, **kwargs)
        for bound in self.fields.values():
            self._name_the_other_person(bound)

    @classmethod
    def case_paths(cls, index: int = 0) -> Mapping[str, str]:
        """Field name -> path on the Case, for one entry of the list if the page is of a group."""
        return _paths_of(cls, index)

    @classmethod
    def is_touched(cls, case: Case, index: int = 0) -> bool:
        """Whether the Case has any answer where this page's are: cheap, as no form is made."""
        paths = tuple(cls.case_paths(index).values())
        return get_answers(case, paths) != empty_answers(paths)

    def answers(self) -> dict[str, Any]:
        """Field name -> the answer the Case has; what this page shows of it, where it shares one."""
        return {name: self.initial[name] for name in self.case_paths(self.index)}

    @property
    def field_groups(self) -> tuple[FieldGroup, ...]:
        """All fields of a long page by what they are about; none: one field after the other."""
        return ()

    def full_label(self, name: str) -> str:
        """A field's label where its group's title is not in sight: "Monday, Starts at"."""
        label = str(self[name].label)
        titles = (group.title for group in self.field_groups if any(one.name == name for one in group.fields))
        return next((f"{title}, {label}" for title in titles), label)

    def is_answered(self) -> bool:
        return any(answer not in (None, "", (), []) for answer in self.answers().values())

    @property
    def heading_text(self) -> str:
        return self._named(self.heading)

    @property
    def intro_text(self) -> str:
        return self._named(self.intro)

    @property
    def told_text(self) -> str:
        """What the answers before this page come to, in a line of its own: it is no part of the question."""
        return ""

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Sums worked out, shown above the questions."""
        return ()

    @property
    def folded(self) -> tuple[str, ...]:
        """What was asked for, line by line, where it is too long for the intro."""
        return ()

    @property
    def law_text(self) -> str:
        return self.civil_law if self.case.asks_for_cho and self.civil_law else self.law

    @property
    def why_text(self) -> str:
        return self._named(self.why)

    def asks(self, name: str, answers: Mapping[str, Any]) -> bool:
        """Whether a question of the page is asked after these answers: each is that follows no other."""
        needed = self.follow_ups.get(name)
        return not needed or follow_up_applies(answers, needed)

    def clean(self) -> dict[str, Any]:
        """A follow-up that does not apply is never in the way: its errors are dropped."""
        cleaned = super().clean() or self.cleaned_data
        for name, needed in self.follow_ups.items():
            if not follow_up_applies(cleaned, needed) and name in self.errors:
                del self.errors[name]
                cleaned[name] = self.initial.get(name)
        return cleaned

    def saved_to(self, case: Case) -> Case:
        """The Case with this page's valid answers in it."""
        for name, path in self.case_paths(self.index).items():
            answer = self.cleaned_data.get(name)
            empty = empty_answer(path)
            if isinstance(answer, list):
                answer = tuple(answer)
            case = set_answer(case, path, empty if answer in (None, "", ()) else answer)
        return case

    def _named(self, text: Text) -> str:
        return naming(text, self.case)

    def _name_the_other_person(self, bound: forms.Field) -> None:
        if bound.label:
            bound.label = self._named(bound.label)
        if bound.help_text:
            bound.help_text = self._named(bound.help_text)
        if isinstance(bound, forms.ChoiceField) and not callable(bound.choices):
            bound.choices = [(value, self._named(str(label))) for value, label in bound.choices]


@lru_cache(4096)
def _paths_of(form: type[QuestionForm], index: int) -> Mapping[str, str]:
    at = form.at.replace("#", str(index))
    names = {name: form.paths.get(name, name) for name in form.base_fields}
    return MappingProxyType({name: f"{at}.{path}" if at else path for name, path in names.items()})


def naming(text: Text, case: Case) -> str:
    """A text with the other person's name for {other}; without one, "the other person", big at the start."""
    if name := case.respondent.name:
        return str(text).replace("{other}", name)
    nameless = str(_("the other person"))
    at_start = _AT_START.sub(rf"\1{nameless[:1].upper()}{nameless[1:]}", str(text))
    return at_start.replace("{other}", nameless)


def follow_up_applies(answers: Mapping[str, Any], needed: str) -> bool:
    """Whether "field=value|value" holds for the answers of one page."""
    name, _equals, values = needed.partition("=")
    given = answers.get(name) or ""
    wanted = set(values.split("|"))
    return bool(wanted & set(given)) if isinstance(given, (list, tuple)) else given in wanted


@dataclass(frozen=True)
class Page:
    """One page of a chapter: shown when its condition holds for the Case so far."""

    slug: str  # neutral: it stands in the browser's history
    form: type[QuestionForm]
    when: Condition = always


@dataclass(frozen=True)
class Group:
    """Pages asked once for each entry of a list on the Case, then "is there another?"."""

    slug: str
    path: str  # the list: "incidents", "requests.debts"
    pages: tuple[Page, ...]  # their forms' `at` is "<path>.#"
    another: Text  # the question that asks for one more
    entry_title: Text  # "Time {number}", the caption above each page of an entry
    when: Condition = always


@dataclass(frozen=True)
class Chapter:
    slug: str
    title: Text
    pages: tuple[Page | Group, ...]
    when: Condition = always


@dataclass(frozen=True)
class Step:
    """A page as it is asked now, of one entry if it is of a group. `form` None: "another?"."""

    slug: str
    form: type[QuestionForm] | None
    group: Group | None = None
    index: int = 0


def steps_of(chapter: Chapter, case: Case) -> Iterator[Step]:
    """The chapter's pages that apply to this Case, in order. The one place that decides."""
    if not chapter.when(case):
        return
    for part in chapter.pages:
        if not part.when(case):
            continue
        if isinstance(part, Page):
            yield Step(part.slug, part.form)
            continue
        for index in range(max(1, entry_count(case, part.path))):
            for page in part.pages:
                if page.when(case):
                    yield Step(f"{page.slug}-{index + 1}", page.form, part, index)
        yield Step(f"{part.slug}-more", None, part)
