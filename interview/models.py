"""What the site stores: sessions nobody can read without the cookie they belong to (sessions.py), and drafts
nobody can read without the seven words (drafts.py)."""

from __future__ import annotations

from typing import Any

from django.db import models, transaction
from django.utils import timezone


class SealedSession(models.Model):
    """One visit: a hash of its cookie and ciphertext. Neither says anything to who has only the database."""

    id_hash = models.CharField(primary_key=True, max_length=64)
    sealed = models.BinaryField()
    begun = models.DateTimeField()
    expires = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.id_hash[:8]


class SavedDraft(models.Model):
    """What someone chose to save: an id made from their words, ciphertext, and the day it ends."""

    lookup = models.CharField(primary_key=True, max_length=64)
    sealed = models.BinaryField()
    version = models.PositiveSmallIntegerField()  # of the data, as in case_json.py
    expires = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.lookup[:8]


def delete_expired(rows: models.Manager[Any]) -> None:
    """Delete what has expired, beside others who do so too: every visit that begins, and each worker's clock.

    What another is just deleting is left to it. Two who each wait for a row the other holds would else end
    with an error (PostgreSQL; SQLite has one writer at a time, and ignores the lock).
    """
    with transaction.atomic():
        expired = rows.select_for_update(skip_locked=True).filter(expires__lte=timezone.now())
        rows.filter(pk__in=expired.values("pk")).delete()
