"""The site's own key: from the environment, or from the file `manage.py make_keys` makes."""

from __future__ import annotations

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

_SHORTEST = 40  # characters
_SAMPLES = ("django-insecure", "changeme", "change-me", "secret", "example", "your-", "0123", "abcd", "xxx")


def secret_key(folder: Path) -> str:
    """The key, or "" where there is none yet. Raises ImproperlyConfigured for one that is no secret."""
    key = os.environ.get("SECRET_KEY", "").strip()
    if not key:
        file = folder / "secret_key"
        key = file.read_text(encoding="utf-8").strip() if file.is_file() else ""
    if key and not _may_be_secret(key):
        raise ImproperlyConfigured(
            "SECRET_KEY is a sample or too short. Unset it and run `manage.py make_keys`, or set a random "
            f"one of {_SHORTEST} characters or more."
        )
    return key


def require() -> None:
    """Raises ImproperlyConfigured if there is no key: a site must not start without one."""
    from django.conf import settings

    if not settings.DEBUG and not secret_key(Path(settings.KEYS_DIR)):
        raise ImproperlyConfigured(
            "There is no SECRET_KEY. Run `manage.py make_keys` once, or set SECRET_KEY."
        )


def _may_be_secret(key: str) -> bool:
    return len(key) >= _SHORTEST and len(set(key)) >= 12 and not key.lower().startswith(_SAMPLES)
