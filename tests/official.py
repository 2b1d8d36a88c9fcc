"""The official PDFs the tests need: never in the repository, so from a folder beside it."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

import pytest

_CHECKOUT = Path(__file__).parent.parent


def official_folder() -> Path:
    """FORMS_LIBRARY, or the forms library next to the checkout. Without one: skips; fails when CI is set."""
    folder = Path(os.environ.get("FORMS_LIBRARY") or _CHECKOUT.parent / "shared" / "forms")
    if not folder.is_dir():
        _missing(f"no official forms: {folder} is not a folder (set FORMS_LIBRARY)")
    return folder


@lru_cache(maxsize=64)
def official_pdf(file_name: str) -> bytes:
    """An official PDF by its name in that folder, such as "DV-100_2025-01-01.pdf"."""
    path = official_folder() / file_name
    if not path.is_file():
        _missing(f"{path} is missing")
    return path.read_bytes()


def _missing(why: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(why)
    pytest.skip(why)
