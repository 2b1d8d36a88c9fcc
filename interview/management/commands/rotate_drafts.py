"""`manage.py rotate_drafts`: wrap every saved draft with the newest of DRAFT_KEYS.

To change the key: put a new one first (`make_keys --new-draft-key`, or DRAFT_KEYS), restart every worker, run
this, and take the old one away. No words and no answers are needed or seen.
"""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from interview.drafts import rewrap


class Command(BaseCommand):
    help = "Wrap every saved draft with the newest of DRAFT_KEYS, so that older ones can be taken away."

    def handle(self, *args: Any, **options: Any) -> None:
        wrapped, unopened = rewrap()
        if options["verbosity"] > 0:
            self.stdout.write(f"Wrapped with the newest key: {wrapped}.")
        if unopened:
            raise CommandError(f"{unopened} drafts are wrapped with a key that is not in DRAFT_KEYS.")
