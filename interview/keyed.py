"""Entries that other answers refer to: each gets a key when it is first told, never shown nor used again."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, cast

from django.utils.translation import pgettext

from interview.answers import empty_answer, get_answer, set_answer
from interview.case import Case
from interview.case_json import to_json
from interview.fields import MultiChoice
from interview.questions import QuestionForm
from interview.relevance import prune

_KEYED = {"children": "child", "protected_people": "person"}


def new_key(case: Case, word: str) -> str:
    """ "child-4": one more than any answer names, so that a key taken away is not given to someone else."""
    named = re.findall(rf'"{word}-(\d{{1,6}})"', json.dumps(to_json(case)))
    return f"{word}-{max(map(int, named), default=0) + 1}"


def with_keys(case: Case) -> Case:
    """The Case with a key for everyone who has none: told before there were keys, or written by hand."""
    for path, word in _KEYED.items():
        for index, entry in enumerate(get_answer(case, path)):
            if not entry.key and entry != empty_answer(f"{path}.{index}"):
                case = set_answer(case, f"{path}.{index}.key", new_key(case, word))
    return case


class KeyedForm(QuestionForm):
    """The first page of an entry that other answers refer to."""

    key_word: ClassVar[str]
    told: ClassVar[Mapping[str, str]] = {}  # field of the entry -> what telling one here says without asking

    def saved_to(self, case: Case) -> Case:
        saved = super().saved_to(case)
        entry = self.at.replace("#", str(self.index))
        key = get_answer(saved, f"{entry}.key")
        bare = set_answer(saved, f"{entry}.key", "")
        for name in self.told:
            bare = set_answer(bare, f"{entry}.{name}", "")
        if get_answer(bare, entry) == empty_answer(entry):
            return bare  # nothing was told of anyone
        saved = set_answer(saved, f"{entry}.key", key or new_key(saved, self.key_word))
        for name, answer in self.told.items():
            if not get_answer(saved, f"{entry}.{name}"):
                saved = set_answer(saved, f"{entry}.{name}", answer)
        return saved


class ChoosesPeople(QuestionForm):
    """A page with a field of checkboxes that are the Case's own people, by name."""

    # field -> who it offers: (key, name) pairs of the Case
    people: ClassVar[dict[str, Callable[[Case], list[tuple[str, str]]]]]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        case = prune(self.case)  # the page may be given all that was ever told
        for name, offered in self.people.items():
            choices = offered(case)
            cast(MultiChoice, self.fields[name]).choices = choices
            known = {key for key, _label in choices}
            self.initial[name] = [key for key in self.initial[name] if key in known]


def custody_children(case: Case) -> list[tuple[str, str]]:
    return [(child.key, child.name) for child in case.custody_children]


def minors(case: Case) -> list[tuple[str, str]]:
    me = pgettext("whom an order protects", "Me")
    return [
        (minor.key, f"{me}: {minor.name}".rstrip(": ") if minor.key == "me" else minor.name)
        for minor in case.minors
    ]
