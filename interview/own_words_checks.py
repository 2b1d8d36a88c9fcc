"""What the review finds in the person's own words: what no one has put into English yet, or not all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from interview.answers import get_answer
from interview.audience import items_of
from interview.case import Case
from interview.findings import Kind, Problem
from interview.in_english import english_answers
from interview.own_words import OwnWords, told_at
from interview.questions import QuestionForm, Step, steps_of
from interview.relevance import all_chapters
from interview.steps import entry_title
from interview.which_language import language_of


@dataclass(frozen=True)
class Sentence:
    """An answer of the pruned Case that the court reads in English, and the page that asks for it."""

    path: str
    name: str  # the field
    step: Step
    english: str
    own_words: tuple[OwnWords, ...]

    @property
    def waits_for_english(self) -> bool:
        return bool(language_of(self.english)) if self.english else bool(self.own_words)

    @property
    def is_told_anew(self) -> bool:
        """Whether the own words changed after they were put into English."""
        return any(words.newer for words in self.own_words)

    def question(self, case: Case) -> str:
        """As the page asks it: "Time 2: What happened?"."""
        step = self.step
        assert step.form is not None
        form: QuestionForm = step.form(case=case, index=step.index)
        entry = f"{entry_title(step.group, step.index)}: " if step.group else ""
        is_one_of_several = len(english_answers(step.form, step.index, case.path)) > 1
        label = f" ({form.full_label(self.name)})" if is_one_of_several and self.name in form.fields else ""
        return f"{entry}{form.heading_text}{label}"


def own_words_problems(case: Case) -> Iterator[Problem]:
    """A court reads English alone: what is told in another language is not told to it."""
    for one in sentences(case):
        if one.waits_for_english:
            yield _problem("must", case, one, _("Put your words into English: “{question}”"))
        elif one.is_told_anew:
            message = _(
                "You changed your own words, and the English beside them is as before. See that both say the "
                "same: “{question}”"
            )
            yield _problem("check", case, one, message)


def sentences(case: Case) -> Iterator[Sentence]:
    """Every answer that must be in English and of which something was told, in any language."""
    for chapter in all_chapters():
        for step in steps_of(chapter, case):
            if step.form is None:
                continue
            for name, path in english_answers(step.form, step.index, case.path).items():
                english, own = get_answer(case, path), told_at(case.own_words, path)
                if english or own:
                    yield Sentence(path, name, step, english, own)


def _problem(kind: Kind, case: Case, one: Sentence, message: str) -> Problem:
    where = "; ".join(items_of(one.path, case.path))
    return Problem(kind, message.format(question=one.question(case)), where, one.path, case)
