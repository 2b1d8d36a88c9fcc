"""One thing the review found, and the page of the interview where it is put right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from forms_library.catalogue import CasePath, all_forms
from forms_library.values import holds
from interview.case import Case
from interview.fields import choice_labels
from interview.questions import Group, Page, QuestionForm, Text, naming

Kind = Literal["must", "check"]


@dataclass(frozen=True)
class Problem:
    """What stands between these answers and a good filing."""

    kind: Kind  # "must": a form cannot be filed, or the police database refuses it; "check": please look
    message: str
    where: str  # the form and item that care: "DV-100, item 1a"
    path: str  # the answer on the Case; with "=custody", that one of the answer's choices
    case: Case = field(repr=False, compare=False)  # the answers themselves are not part of what is said

    @property
    def chapter_slug(self) -> str:
        return step_for(self.path, self.case)[0]

    @property
    def step_slug(self) -> str:
        return step_for(self.path, self.case)[1]


@dataclass(frozen=True)
class Check:
    """One rule of the review. It speaks only on the papers of an order with a form in `where`."""

    path: str
    where: str  # every form that cares, of either order: "DV-100, item 1c; CH-100, item 1b"
    message: Text  # {other}: the other person's name
    wrong: Callable[[Case], bool]

    def speaks(self, case: Case) -> bool:
        return bool(of_these_papers(self.where, case)) and self.wrong(case)

    def problem(self, kind: Kind, case: Case) -> Problem:
        return problem(kind, case, self.path, self.where, self.message)


def found_by(checks: Iterable[Check], kind: Kind, case: Case) -> Iterator[Problem]:
    yield from (check.problem(kind, case) for check in checks if check.speaks(case))


def problem(kind: Kind, case: Case, path: str, where: str, message: Text) -> Problem:
    where = of_these_papers(where, case)
    return Problem(kind, naming(message, case), where, path, case)


def of_these_papers(where: str, case: Case) -> str:
    """Those of the forms and items that are on the papers of the order the Case is for, and not done with."""
    others = _papers_of_others("cho" if case.asks_for_cho else "dvro") | _done_with(case)
    return "; ".join(part for part in where.split("; ") if part.partition(",")[0] not in others)


@cache
def _papers_of_others(order: CasePath) -> frozenset[str]:
    """The numbers of the forms that never come with this order."""
    return frozenset(form.number for form in all_forms() if order not in form.paths)


def _done_with(case: Case) -> frozenset[str]:
    """The numbers of the forms that have done their work."""
    return frozenset(form.number for form in all_forms() if form.until and holds(form.until, case))


def step_for(path: str, case: Case | None = None) -> tuple[str, str]:
    """Slugs of the chapter and step that ask for the answer at this path.

    The path may also be that of several answers ("court") or of a list ("incidents"): their first page.
    With a choice ("requests.asked=custody") it is the page that offers it. Where several pages ask for it,
    it is the first that is asked of this Case (a child's name is asked early, or with custody).
    Raises LookupError if no page asks for it.
    """
    from interview.chapters import CHAPTERS  # the chapters' conditions may well import from here

    answer, _equals, choice = path.partition("=")
    index = _index_in(answer)
    found = [
        (chapter.slug, slug, (chapter.when, part.when, page.when))
        for chapter in CHAPTERS
        for part in chapter.pages
        for page, slug in _pages(part, index)
        if _asks(page.form, index, answer, choice)
    ]
    if not found:
        raise LookupError(f"no page asks for {path}")
    asked = [one for one in found if case is not None and all(when(case) for when in one[2])]
    return (asked or found)[0][:2]


def _pages(part: Page | Group, index: int) -> list[tuple[Page, str]]:
    if isinstance(part, Page):
        return [(part, part.slug)]
    return [(page, f"{page.slug}-{index + 1}") for page in part.pages]


def _asks(form: type[QuestionForm], index: int, answer: str, choice: str) -> bool:
    return any(
        (path == answer or path.startswith(f"{answer}."))
        and (not choice or choice in choice_labels(form.base_fields[name]))
        for name, path in form.case_paths(index).items()
    )


def _index_in(path: str) -> int:
    """The number of the list entry a path names ("incidents.2.story": 2); 0 where it names none."""
    return next((int(part) for part in path.split(".") if part.isdecimal()), 0)
