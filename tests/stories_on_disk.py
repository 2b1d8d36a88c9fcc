"""The test stories: whole Cases in tests/stories/, by name."""

from __future__ import annotations

import json
from pathlib import Path

from interview.case import Case
from interview.case_json import from_json

_FOLDER = Path(__file__).parent / "stories"
STORIES = sorted(file.stem for file in _FOLDER.glob("*.json"))


def story(name: str) -> Case:
    return from_json(json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8")))
