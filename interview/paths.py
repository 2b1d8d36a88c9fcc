"""Which of the two orders the facts fit: by what the people are to each other, and what happened."""

from __future__ import annotations

from typing import Literal

from interview.conduct import Path, Screening, is_abuse, is_civil_harassment
from interview.relationship import Relationship

Tie = Literal["family_code_6211", "everyone_else", "uncertain"]


def tie(relationship: Relationship) -> Tie:
    """What the relationship is in law: Family Code 6211, everyone else, or not certain."""
    if relationship.is_family_code_6211:
        return "uncertain" if _rests_on_an_ended_marriage(relationship) else "family_code_6211"
    unclear = "related" in relationship.kinds or (
        "live_together" in relationship.kinds and relationship.lived_as_household != "no"
    )
    return "uncertain" if unclear or not relationship.kinds else "everyone_else"


def open_paths(relationship: Relationship, screening: Screening) -> tuple[Path, ...]:
    """The orders that what was told so far fits: none, one or both."""
    found = tie(relationship)
    paths: tuple[Path, ...] = ()
    if found != "everyone_else" and is_abuse(screening):
        paths += ("dvro",)
    if found != "family_code_6211" and is_civil_harassment(screening):
        paths += ("cho",)
    return paths


def path_of(relationship: Relationship, screening: Screening) -> Path:
    """The order the papers are for: the person's own choice; until there is one, the order the facts fit.

    People with no tie of Family Code 6211 have no other than civil harassment. "" where it is open.
    """
    if screening.chosen_path:
        return screening.chosen_path
    paths = open_paths(relationship, screening)
    if len(paths) == 1:
        return paths[0]
    return "cho" if tie(relationship) == "everyone_else" else ""


def _rests_on_an_ended_marriage(relationship: Relationship) -> bool:
    """In-laws or step-family of a marriage that has ended, and nothing else of Family Code 6211."""
    return relationship.in_law_after_divorce and not relationship.is_close_or_household
