"""Which answers apply: a person's whole telling (the raw Case) -> the Case that is asked and printed.

The raw Case keeps an answer whose question no longer applies, so that it comes back if the question does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from interview.answers import empty_answer, entry_count, get_answer, set_answer
from interview.case import Case
from interview.orders_form import OrdersForm
from interview.questions import Chapter, Group, Page, QuestionForm, follow_up_applies

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
    """
    walked = _walked(case, case, chapters)
    return walked if walked == case else _walked(case, walked, chapters)


def _walked(raw: Case, known: Case, chapters: tuple[Chapter, ...] | None) -> Case:
    pruning = _Pruning(raw, known)
    for chapter in all_chapters() if chapters is None else chapters:
        pruning.walk(chapter)
    return pruning.without_orders_not_offered()


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

    def _page(self, page: Page, asked: bool, index: int = 0) -> None:
        paths = page.form.case_paths(index)
        if not asked:
            for path in paths.values():
                self._drop(path)
            return
        if issubclass(page.form, OrdersForm):
            self.offered |= page.form.every_order()
        for name in _parents_first(page.form):
            needed = page.form.follow_ups.get(name)
            if needed and not follow_up_applies(self._answers(paths), needed):
                self._drop(paths[name])
            else:
                self._keep(paths[name])

    def _answers(self, paths: Mapping[str, str]) -> dict[str, Any]:
        return {name: get_answer(self.case, path) for name, path in paths.items()}

    def _group(self, group: Group, asked: bool) -> None:
        if not asked:
            if not any(path.startswith(f"{group.path}.") for path in self.asked):
                self._drop(group.path)
            return
        self.asked.add(group.path)
        if not get_answer(self.case, group.path):  # a group not asked emptied it: back whole, with the keys
            self.case = set_answer(self.case, group.path, get_answer(self.raw, group.path))
        for index in range(entry_count(self.raw, group.path)):
            for page in group.pages:
                self._page(page, page.when(self.case), index)
        self.case = without_empty_end(self.case, group.path)

    def _keep(self, path: str) -> None:
        """An earlier page that is not asked may have emptied it."""
        self.asked.add(path)
        if (answer := get_answer(self.raw, path)) != get_answer(self.case, path):
            self.case = set_answer(self.case, path, answer)

    def _drop(self, path: str) -> None:
        empty = empty_answer(path)
        if path not in self.asked and get_answer(self.case, path) != empty:
            self.case = set_answer(self.case, path, empty)


def without_empty_end(case: Case, path: str) -> Case:
    """The Case without the entries at the end of a list that say nothing."""
    entries, nothing = get_answer(case, path), empty_answer(f"{path}.0")
    count = len(entries)
    while count and entries[count - 1] == nothing:
        count -= 1
    return case if count == len(entries) else set_answer(case, path, entries[:count])


def _parents_first(form: type[QuestionForm]) -> Iterator[str]:
    """A page's fields, those that follow up after those they follow."""
    waiting = list(form.base_fields)
    done: set[str] = set()
    while waiting:
        ready = [name for name in waiting if _parent(form, name) in done | {""}]
        ready = ready or waiting  # a follow-up of a field the page does not have, or of itself
        yield from ready
        done.update(ready)
        waiting = [name for name in waiting if name not in done]


def _parent(form: type[QuestionForm], name: str) -> str:
    return form.follow_ups.get(name, "").partition("=")[0]
