"""The site's own keys: from the environment, or from the files `manage.py make_keys` makes.

SECRET_KEY is Django's. DRAFT_PEPPER and DRAFT_KEYS guard saved drafts (drafts.py): the pepper stays for good,
as drafts cannot be found without it; the keys, newest first, can be changed (`manage.py rotate_drafts`).
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

_SHORTEST = 40  # characters
_SAMPLES = ("django-insecure", "changeme", "change-me", "secret", "example", "your-", "0123", "abcd", "xxx")


def secret_key(folder: Path) -> str:
    """The key, or "" where there is none yet. Raises ImproperlyConfigured for one that is no secret."""
    return _checked("SECRET_KEY", _said("SECRET_KEY", folder))


def draft_pepper(folder: Path) -> str:
    """The pepper, or "" where there is none yet. Raises ImproperlyConfigured for one that is no secret."""
    return _checked("DRAFT_PEPPER", _said("DRAFT_PEPPER", folder))


def draft_keys(folder: Path) -> list[str]:
    """The keys, newest first; none yet: an empty list. Raises ImproperlyConfigured if one is no secret."""
    said = re.split(r"[\s,]+", _said("DRAFT_KEYS", folder))
    return [_checked("DRAFT_KEYS", key) for key in said if key]


def require() -> None:
    """Raises ImproperlyConfigured if a key is missing or is used for two things: a site must not start so."""
    from django.conf import settings

    if settings.DEBUG:
        return
    folder = Path(settings.KEYS_DIR)
    found = {
        "SECRET_KEY": [secret_key(folder)],
        "DRAFT_PEPPER": [draft_pepper(folder)],
        "DRAFT_KEYS": draft_keys(folder),
    }
    missing = [name for name, keys in found.items() if not any(keys)]
    if missing:
        raise ImproperlyConfigured(
            f"There is no {' and no '.join(missing)}. Run `manage.py make_keys` once, or set each."
        )
    every = [key for keys in found.values() for key in keys]
    if len(set(every)) < len(every):
        raise ImproperlyConfigured("SECRET_KEY, DRAFT_PEPPER and each of DRAFT_KEYS must all differ.")


def _said(name: str, folder: Path) -> str:
    said = os.environ.get(name, "").strip()
    file = folder / name.lower()
    return said or (file.read_text(encoding="utf-8").strip() if file.is_file() else "")


def _checked(name: str, key: str) -> str:
    if key and not _may_be_secret(key):
        raise ImproperlyConfigured(
            f"{name} is a sample or too short. Unset it and run `manage.py make_keys`, or set a random "
            f"one of {_SHORTEST} characters or more."
        )
    return key


def _may_be_secret(key: str) -> bool:
    return len(key) >= _SHORTEST and len(set(key)) >= 12 and not key.lower().startswith(_SAMPLES)
