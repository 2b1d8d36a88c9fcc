"""What the site stores: sessions nobody can read without the cookie they belong to (sessions.py)."""

from __future__ import annotations

from django.db import models


class SealedSession(models.Model):
    """One visit: a hash of its cookie and ciphertext. Neither says anything to who has only the database."""

    id_hash = models.CharField(primary_key=True, max_length=64)
    sealed = models.BinaryField()
    begun = models.DateTimeField()
    expires = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.id_hash[:8]
