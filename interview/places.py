"""Counties and states, read from places.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any


@cache
def counties() -> tuple[str, ...]:
    """California's counties, in the order of the alphabet."""
    return tuple(_places()["counties"])


def county_named(text: str) -> str:
    """The county a setting names ("fresno county"); "" if California has none of this name."""
    wanted = text.strip().casefold().removesuffix(" county")
    return next((county for county in counties() if county.casefold() == wanted), "")


@cache
def states() -> Mapping[str, str]:
    """A state's name or letters in small letters -> its two letters."""
    named = {name.casefold(): letters for letters, name in _places()["states"].items()}
    return named | {letters.casefold(): letters for letters in _places()["states"]}


@cache
def _places() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("places.toml").read_text(encoding="utf-8"))
