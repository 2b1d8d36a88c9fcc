"""A Case as JSON: what cannot be read is named by its place, never by what was written there."""

from __future__ import annotations

from typing import Any

import pytest

from interview.case_json import CaseFormatError, from_json, to_json
from tests.stories_on_disk import STORIES, story


@pytest.mark.parametrize("name", STORIES)
def test_each_story_is_read_as_it_was_written(name: str) -> None:
    assert from_json(to_json(story(name))) == story(name)


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ({"petitioner": {"name": 5}}, "case.petitioner.name: str is wanted"),
        ({"petitioner": "Secret"}, "case.petitioner: an object is wanted"),
        ({"incidents": {"story": "Secret"}}, "case.incidents: a list is wanted"),
        ({"incidents": [{}, {"story": ["Secret"]}]}, "case.incidents.1.story: str is wanted"),
        ({"children": [{"birth_date": "Secret"}]}, "case.children.0.birth_date: a date as"),
        ({"respondent": {"gender": "Secret"}}, "case.respondent.gender: not one of the choices"),
        ({"petitioner": {"nickname": "Secret"}}, "case.petitioner: no such answer: nickname"),
    ],
)
def test_a_fault_is_named_by_its_place(told: dict[str, Any], message: str) -> None:
    with pytest.raises(CaseFormatError) as caught:
        from_json({"version": 1} | told)
    assert str(caught.value).startswith(message) and "Secret" not in str(caught.value)
