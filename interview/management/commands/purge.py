"""`manage.py purge`: delete visits and drafts that have expired. gunicorn's workers do so by themselves."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from interview.purge import purge


class Command(BaseCommand):
    help = "Delete visits and saved drafts that have expired."

    def handle(self, *args: Any, **options: Any) -> None:
        purge()
        if options["verbosity"] > 0:
            self.stdout.write("What had expired is deleted.")
