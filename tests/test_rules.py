"""The tables of law: each rule is told somewhere, and says where it comes from and when it was compared."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from interview.rules import rules

CODE = "\n".join(
    path.read_text(encoding="utf-8") for path in (Path(__file__).parent.parent / "interview").rglob("*.py")
)


@pytest.mark.parametrize("name", sorted(rules()))
def test_a_rule_is_told_and_has_a_source(name: str) -> None:
    rule = rules()[name]
    names = {name, name.removeprefix("civil_")}  # some steps add the prefix for the civil road
    assert any(f'"{one}"' in CODE for one in names), "nothing tells this rule"
    assert rule.source.strip() and date(2026, 1, 1) <= rule.checked
    assert rule.effective is None or rule.ends is None or rule.effective <= rule.ends
