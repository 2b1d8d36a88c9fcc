"""`manage.py make_keys`: the keys a site needs, made once, readable by the owner only, never in git.

`--new-draft-key` puts a new key before the others that wrap saved drafts. Restart every worker, run
`manage.py rotate_drafts`, and then the older lines of the file may go.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

KEYS = ("secret_key", "draft_pepper", "draft_keys")  # each unless the environment gives it (keys.py)
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


def add_draft_key(path: Path) -> None:
    """A new key before those there are. The file is whole at any moment, even if the power goes."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(f"{secrets.token_urlsafe(_BYTES)}\n{path.read_text(encoding='utf-8').strip()}\n")
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)


class Command(BaseCommand):
    help = "Make the site's own keys where there are none. Existing keys are never changed."
    requires_system_checks = []  # it must run before there is a key

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--new-draft-key", action="store_true", help="one more key for saved drafts")

    def handle(self, *args: Any, **options: Any) -> None:
        folder = Path(settings.KEYS_DIR)
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            folder.chmod(0o700)
            made = [name for name in KEYS if make_key(folder / name)]
            if options["new_draft_key"]:
                self._add_draft_key(folder / "draft_keys")
        except OSError as problem:
            raise CommandError(f"could not make the keys in {folder}: {problem.strerror}") from problem
        if made and options["verbosity"] > 0:
            self.stdout.write(f"Made {', '.join(made)} in {folder}, readable by this user only.")

    def _add_draft_key(self, path: Path) -> None:
        if os.environ.get("DRAFT_KEYS", "").strip():
            raise CommandError("DRAFT_KEYS is set in the environment: put the new key first there.")
        add_draft_key(path)
        self.stdout.write(
            "The new key comes first. Restart every worker, then run `manage.py rotate_drafts`; after that "
            f"the older lines of {path} may go."
        )
