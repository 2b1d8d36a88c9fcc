"""What a chapter's pages were told, line by line, for the page that asks what the judge made of it."""

from __future__ import annotations

from collections.abc import Callable, Collection

from interview.case import Case
from interview.questions import Chapter, QuestionForm, steps_of
from interview.reading_back import Line, lines_of
from interview.relevance import prune


def told_in(chapter: Chapter, only: Collection[type[QuestionForm]] = ()) -> Callable[[Case], str]:
    """Question and answer of every page of the chapter that is asked and was answered, a line each."""

    def words(case: Case) -> str:
        told = prune(case)  # the page may be given all that was ever told
        forms = [step.form(case=told, index=step.index) for step in steps_of(chapter, told) if step.form]
        lines = (line for form in forms if not only or type(form) in only for line in lines_of(form))
        return "\n".join(_in_words(line) for line in lines if line.answers)

    return words


def _in_words(line: Line) -> str:
    answers = ", ".join(line.answers).replace("\n", " ")
    return f"{line.label} {answers}" if line.label.endswith("?") else f"{line.label}: {answers}"
