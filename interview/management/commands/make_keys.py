"""`manage.py make_keys`: the keys a site needs, made once, readable by the owner only, never in git."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

KEYS = ("secret_key",)  # settings.SECRET_KEY, unless the environment gives it
_BYTES = 48  # of randomness; Django asks for 50 letters of it or more


def make_key(path: Path) -> bool:
    """Make the key at `path`; False if there is one. A key is whole or absent, even if the power goes."""
    if path.exists():
        path.chmod(0o600)
        return False
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(_BYTES))
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, path)  # unlike a rename, never over a key another process has just made
    except FileExistsError:
        return False
    finally:
        draft.unlink(missing_ok=True)
    return True


class Command(BaseCommand):
    help = "Make the site's own keys where there are none. Existing keys are never changed."
    requires_system_checks = []  # it must run before there is a key

    def handle(self, *args: Any, **options: Any) -> None:
        folder = Path(settings.KEYS_DIR)
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            folder.chmod(0o700)
            made = [name for name in KEYS if make_key(folder / name)]
        except OSError as problem:
            raise CommandError(f"could not make the keys in {folder}: {problem.strerror}") from problem
        if made and options["verbosity"] > 0:
            self.stdout.write(f"Made {', '.join(made)} in {folder}, readable by this user only.")
