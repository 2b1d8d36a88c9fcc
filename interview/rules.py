"""The rules the site tells people about, and what counties ask for: read from rules.toml, counties.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils.functional import lazy

if TYPE_CHECKING:
    from interview.questions import Text

USUAL_COPIES = 2  # beside the original

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Rule:
    """Where a rule comes from, when someone last compared it, and from when to when it holds."""

    source: str
    checked: date
    effective: date | None = None
    ends: date | None = None
    numbers: Mapping[str, int] = field(default_factory=dict)
    note: str = ""

    def holds_on(self, day: date) -> bool:
        return (self.effective is None or self.effective <= day) and (self.ends is None or day <= self.ends)


@dataclass(frozen=True)
class County:
    """What one county's court has asked for beside the state's forms; `as_of` says when."""

    source: str
    as_of: str
    forms: tuple[str, ...] = ()
    copies: int | None = None  # beside the original; None: the usual number
    file_by: str = ""
    ready_at: str = ""
    heard: str = ""  # when a judge has looked at requests for orders now


def _filled(text: Text, numbers: Mapping[str, int]) -> str:
    return str(text).format(**numbers)


_filled_when_shown = lazy(_filled, str)


def with_numbers(text: Text, rule: Rule) -> Text:
    """The sentence with the rule's numbers in it, put into words only when it is shown."""
    return _filled_when_shown(text, rule.numbers)


@cache
def rules() -> Mapping[str, Rule]:
    return {name: Rule(**entry) for name, entry in _read("rules.toml").items()}


def rule(name: str) -> Rule:
    """The rule of this name. Raises KeyError if rules.toml has none."""
    return rules()[name]


@cache
def counties(civil: bool = False) -> Mapping[str, County]:
    """What we know of some counties' courts: the family court's, or the `civil` court's."""
    return {
        name: County(**{**entry, "forms": tuple(entry["forms"])})
        for name, entry in _read("counties_civil.toml" if civil else "counties.toml").items()
    }


def copies_wanted(local: County | None) -> int:
    """Copies beside the original: this court's number, or the usual one."""
    return USUAL_COPIES if local is None or local.copies is None else local.copies


def county(name: str, civil: bool = False) -> County | None:
    """What we know of this county's court; None where we know nothing of its own."""
    return counties(civil).get(name.strip().removesuffix(" County"))


def _read(name: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads((_HERE / name).read_text(encoding="utf-8"))
