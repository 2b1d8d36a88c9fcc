"""What an older version of the site saved is read for good, and nothing in it is lost (docs/deploy.md).

The files in tests/older_cases/ are never changed: a renamed or moved answer is brought over where a Case is
read (interview/case_json.py). Before a version goes out whose Case can hold more, add a file of that day.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from interview import drafts
from interview.case import Case
from interview.case_json import CaseFormatError, from_json, to_json

FILES = sorted((Path(__file__).parent / "older_cases").glob("*.json"))
OLDER = [
    pytest.param(told, id=f"{file.stem}-{name}")
    for file in FILES
    for name, told in json.loads(file.read_text(encoding="utf-8")).items()
]


def leaves(told: Any) -> Iterator[str]:
    """Every single answer, however it is nested."""
    if isinstance(told, dict):
        told = [*told.values()]
    if isinstance(told, list):
        for each in told:
            yield from leaves(each)
    elif told not in ("", None):
        yield str(told)


@pytest.mark.parametrize("told", OLDER)
def test_an_older_case_is_read_and_nothing_in_it_is_lost(told: dict[str, Any]) -> None:
    case = from_json(told)
    assert from_json(to_json(case)) == case
    before, now = sorted(leaves(told)), sorted(leaves(to_json(case)))
    assert len(before) > 20 and before == now


def test_a_line_about_another_court_case_became_its_place() -> None:
    older = {"version": 1, "other_cases": {"criminal": "Fresno, 2024"}}
    assert to_json(from_json(older))["other_cases"] == {"criminal": {"place": "Fresno, 2024"}}


@pytest.mark.django_db
def test_a_draft_that_cannot_be_read_is_kept_until_the_version_that_can_is_back() -> None:
    """An older version, put back for a while, does not know an answer that a newer one has saved."""
    words, _hold = drafts.save(drafts.Draft(Case(), {}))
    with patch("interview.case_json.from_json", side_effect=CaseFormatError("case: no such answer")):
        assert drafts.open_with(words) is None
    assert drafts.open_with(words) is not None
