"""A Case as JSON: what cannot be read is named by its place, never by what was written there."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from interview.case import Case
from interview.case_json import (
    CaseFormatError,
    from_json,
    parts_that_differ,
    to_json,
    to_json_after,
    with_parts,
)
from interview.relevance import prune
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


@pytest.mark.parametrize("name", STORIES)
def test_what_changed_is_written_and_what_did_not_is_taken_over(name: str) -> None:
    before, after = story(name), story("everything" if name != "everything" else "least")
    data = to_json(before)
    for part in ("petitioner", "incidents", "children", "requests", "case_number", "has_firearms"):
        changed = replace(before, **{part: getattr(after, part)})
        assert from_json(to_json_after(changed, before, data)) == changed
        emptied = replace(before, **{part: getattr(Case(), part)})
        assert to_json_after(emptied, before, data) == to_json(emptied)
    assert to_json_after(before, before, data) == data


def test_a_change_that_could_not_be_read_again_is_refused() -> None:
    before = story("least")
    wrong = replace(before, petitioner=replace(before.petitioner, name=5))  # type: ignore[arg-type]
    with pytest.raises(CaseFormatError, match=r"case\.petitioner\.name"):
        to_json_after(wrong, before, to_json(before))


@pytest.mark.parametrize("name", STORIES)
def test_what_applies_is_the_same_by_the_parts_that_differ(name: str) -> None:
    for told in (story(name), replace(story(name), screening=story("least").screening, has_firearms="no")):
        parts = parts_that_differ(told, prune(told))
        assert with_parts(told, json.loads(json.dumps(parts))) == prune(told)
