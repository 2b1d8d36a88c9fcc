"""Papers in their order: each with those attached to it behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Paper = TypeVar("Paper")
IsBehind = Callable[[Paper, Paper], bool]  # whether the first is attached to the second


def in_order(papers: Sequence[Paper], is_behind: IsBehind[Paper]) -> list[Paper]:
    """Every paper with those attached to it behind it; else in the order given."""
    first = [each for each in papers if not any(is_behind(each, other) for other in papers)]
    return [one for each in first for one in with_those_behind(each, papers, is_behind)]


def with_those_behind(parent: Paper, papers: Sequence[Paper], is_behind: IsBehind[Paper]) -> list[Paper]:
    """A paper, those attached to it, and those attached to these."""
    behind = (each for each in papers if is_behind(each, parent))
    return [parent, *(one for each in behind for one in with_those_behind(each, papers, is_behind))]
