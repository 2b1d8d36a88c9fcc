"""Which answers apply: a person's whole telling (the raw Case) -> the Case that is asked and printed.

The raw Case keeps an answer whose question no longer applies, so that it comes back if the question does.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from interview import conditions
from interview.answers import (
    empty_answer,
    empty_answers,
    entry_count,
    get_answer,
    reader,
    set_answer,
)
from interview.case import Case
from interview.orders_form import OrdersForm
from interview.own_words import OwnWords, is_told_within
from interview.questions import Chapter, Group, Page, QuestionForm, follow_up_applies

_PRUNED = "_pruned"
ORDERS = "requests.asked"  # one answer, offered in parts


def all_chapters() -> tuple[Chapter, ...]:
    from interview.chapters import CHAPTERS  # the chapters' conditions may well import from here

    return CHAPTERS


def prune(case: Case, chapters: tuple[Chapter, ...] | None = None) -> Case:
    """The Case with every answer emptied whose question is not asked.

    Chapters are walked in their order, and each condition reads what is left so far. An answer that several
    pages ask for stays if one of them is asked. Answers no page asks for are left alone. A condition may also
    read a chapter that comes later (who serves depends on what came of the hearing): where anything was
    emptied, the chapters are walked once more with what is left.

    A Case never changes: what was found is kept with it, as many parts of a page ask.
    """
    if chapters is not None:
        return _pruned(case, chapters)
    found_as_of, found = vars(case).get(_PRUNED, ("", case))
    if found_as_of != as_of():
        found = _pruned(case, all_chapters())
        remember(case, found)
    assert isinstance(found, Case)
    return found


def remember(case: Case, pruned: Case) -> None:
    """Take for this Case, today, what prune found."""
    vars(case)[_PRUNED] = as_of(), pruned


def as_of() -> str:
    """Names the day, as some answers apply by ages and dates, and the code: what was found on another day or
    by other code is not taken."""
    return f"{conditions.today()} {_code()}"


@cache
def _code() -> str:
    here = Path(__file__).parent
    files = sorted([*here.rglob("*.py"), *here.glob("*.toml")])
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def _pruned(case: Case, chapters: tuple[Chapter, ...]) -> Case:
    walked = _walked(case, case, chapters)
    return walked if walked == case else _walked(case, walked, chapters)


def _walked(raw: Case, known: Case, chapters: tuple[Chapter, ...]) -> Case:
    pruning = _Pruning(raw, known)
    for chapter in chapters:
        pruning.walk(chapter)
    return pruning.with_own_words_asked(pruning.without_orders_not_offered())


class _Pruning:
    def __init__(self, raw: Case, known: Case) -> None:
        self.raw = raw
        self.case = known  # what the conditions read
        self.asked: set[str] = set()
        self.offered: set[str] = set()  # orders, by the pages that are asked

    def walk(self, chapter: Chapter) -> None:
        opened = chapter.when(self.case)
        for part in chapter.pages:
            asked = opened and part.when(self.case)
            if isinstance(part, Group):
                self._group(part, asked)
            else:
                self._page(part, asked)

    def without_orders_not_offered(self) -> Case:
        """The Case without the orders that only pages not asked offer, such as those of the other path."""
        asked = get_answer(self.case, ORDERS)
        kept = tuple(order for order in asked if order in self.offered)
        return self.case if kept == asked or ORDERS not in self.asked else set_answer(self.case, ORDERS, kept)

    def with_own_words_asked(self, case: Case) -> Case:
        """The Case with a person's own words for what is asked, and no others."""
        asked = self._own_words_asked()
        return case if case.own_words == asked else replace(case, own_words=asked)

    def _own_words_asked(self) -> tuple[OwnWords, ...]:
        return tuple(one for one in self.raw.own_words if one.path in self.asked)

    def _page(self, page: Page, asked: bool, index: int = 0) -> None:
        plan = _plan_of(page.form, index)
        if not asked:
            if plan.read(self.case) != plan.nothing:
                for path in plan.paths:
                    self._drop(path)
            return
        self.offered |= plan.orders
        if plan.follows_up:
            self._page_with_follow_ups(plan)
        else:
            self._keep_all(plan)

    def _page_with_follow_ups(self, plan: _Plan) -> None:
        answers = plan.answers(self.case)
        for path, needed in plan.in_order:
            before = self.case
            if needed and not follow_up_applies(answers, needed):
                self._drop(path)
            else:
                self._keep(path)
            if self.case is not before:
                answers = plan.answers(self.case)

    def _keep_all(self, plan: _Plan) -> None:
        self.asked.update(plan.paths)
        if self.case is not self.raw and plan.read(self.raw) != plan.read(self.case):
            for path in plan.paths:
                self._keep(path)

    def _group(self, group: Group, asked: bool) -> None:
        if not asked:
            told = entry_count(self.case, group.path)
            if told and not any(path.startswith(f"{group.path}.") for path in self.asked):
                self._drop(group.path)
            return
        self.asked.add(group.path)
        if not get_answer(self.case, group.path):  # a group not asked emptied it: back whole, with the keys
            self.case = set_answer(self.case, group.path, get_answer(self.raw, group.path))
        for index in range(entry_count(self.raw, group.path)):
            for page in group.pages:
                self._page(page, page.when(self.case), index)
        self.case = without_empty_end(self.case, group.path, self._own_words_asked())

    def _keep(self, path: str) -> None:
        """An earlier page that is not asked may have emptied it."""
        self.asked.add(path)
        if self.case is not self.raw and (answer := get_answer(self.raw, path)) != get_answer(
            self.case, path
        ):
            self.case = set_answer(self.case, path, answer)

    def _drop(self, path: str) -> None:
        if path not in self.asked and get_answer(self.case, path) != (empty := empty_answer(path)):
            self.case = set_answer(self.case, path, empty)


def without_empty_end(case: Case, path: str, own_words: tuple[OwnWords, ...] = ()) -> Case:
    """The Case without the entries at the end of a list that say nothing, in no language."""
    entries, nothing = get_answer(case, path), empty_answer(f"{path}.0")
    count = len(entries)
    while count and entries[count - 1] == nothing and not is_told_within(own_words, f"{path}.{count - 1}"):
        count -= 1
    return case if count == len(entries) else set_answer(case, path, entries[:count])


@dataclass(frozen=True)
class _Plan:
    """What pruning needs to know of a page, for one entry of a list if it is of a group."""

    names: tuple[str, ...]
    paths: tuple[str, ...]
    read: Callable[[Case], tuple[Any, ...]]
    nothing: tuple[Any, ...]  # what is read where nothing was told
    orders: frozenset[str]  # those the page offers
    follows_up: bool
    in_order: tuple[tuple[str, str], ...]  # path and what it follows up, after what it follows up

    def answers(self, case: Case) -> dict[str, Any]:
        return dict(zip(self.names, self.read(case), strict=True))


@lru_cache(4096)
def _plan_of(form: type[QuestionForm], index: int) -> _Plan:
    """Every request walks all pages: what does not depend on the Case is worked out once."""
    where = form.case_paths(index)
    paths = tuple(where.values())
    return _Plan(
        tuple(where),
        paths,
        reader(paths),
        empty_answers(paths),
        frozenset(form.every_order()) if issubclass(form, OrdersForm) else frozenset(),
        bool(form.follow_ups),
        tuple((where[name], form.follow_ups.get(name, "")) for name in _parents_first(form)),
    )


def _parents_first(form: type[QuestionForm]) -> list[str]:
    """A page's fields, those that follow up after those they follow."""
    waiting = list(form.base_fields)
    done: list[str] = []
    while waiting:
        ready = [name for name in waiting if _parent(form, name) in (*done, "")]
        done += ready or waiting  # a follow-up of a field the page does not have, or of itself
        waiting = [name for name in waiting if name not in done]
    return done


def _parent(form: type[QuestionForm], name: str) -> str:
    return form.follow_ups.get(name, "").partition("=")[0]
