"""Session engine: rows nobody can read without the person's cookie.

The row's id is the SHA-256 of the session id, its data AES-256-GCM under a key derived from the session
id, bound to that row. The cookie holds the session id and is the only key: deleting it, here or there,
shreds the answers, backups included.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from datetime import datetime, timedelta
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.contrib.sessions.backends.base import CreateError, SessionBase, UpdateError
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

_NONCE = 12  # bytes, as GCM wants them
_PURPOSE = b"amparo session, version 1"


class SessionStore(SessionBase):
    _begun: tuple[str, datetime] | None = None  # of a row: its id, and when it was made

    def load(self) -> dict[str, Any]:
        """What the row holds; nothing if there is no such row, it has expired or it was tampered with."""
        key = self.session_key or ""
        row = self._rows().filter(pk=_row_id(key), expires__gt=timezone.now()).first()
        if row is not None:
            with contextlib.suppress(InvalidTag, ValueError):
                data: dict[str, Any] = self.serializer().loads(_open(key, bytes(row.sealed)))
                self._begun = row.pk, row.begun
                return data
        self._session_key = None
        return {}

    def exists(self, session_key: str) -> bool:
        return bool(self._rows().filter(pk=_row_id(session_key)).exists())

    def create(self) -> None:
        while True:
            self._session_key = self._get_new_session_key()  # type: ignore[attr-defined]
            try:
                self.save(must_create=True)
            except CreateError:
                continue
            self.modified = True
            return

    def save(self, must_create: bool = False) -> None:
        """Write the row. Raises UpdateError if it has been deleted meanwhile: leaving is for good."""
        if self.session_key is None:
            return self.create()
        if must_create:
            self._insert(self._sealed(self._held(no_load=True)))
        elif self.modified:
            self._update(sealed=self._sealed(self._held()))
        else:  # a page that only reads must not undo what another request writes meanwhile
            with contextlib.suppress(DatabaseError):  # nor fail where nothing can be written: only the clock
                self._update()

    def delete(self, session_key: str | None = None) -> None:
        key = session_key or self.session_key
        if key is not None:
            self._rows().filter(pk=_row_id(key)).delete()

    @classmethod
    def clear_expired(cls) -> None:
        from interview.models import delete_expired  # as in _rows

        delete_expired(cls._rows())

    def _insert(self, sealed: bytes) -> None:
        now = timezone.now()
        try:
            with transaction.atomic():
                self._rows().create(
                    pk=_row_id(self.session_key),
                    sealed=sealed,
                    begun=now,
                    expires=now + timedelta(seconds=settings.SESSION_COOKIE_AGE),
                )
        except IntegrityError:
            raise CreateError from None

    def _update(self, **changed: bytes) -> None:
        """Every use puts off the end of an idle session, up to the longest a session may last."""
        pk = _row_id(self.session_key)
        idle_end = timezone.now() + timedelta(seconds=settings.SESSION_COOKIE_AGE)
        last_end = self._begun_at(pk) + timedelta(seconds=settings.SESSION_LONGEST)
        if not self._rows().filter(pk=pk).update(expires=min(idle_end, last_end), **changed):
            raise UpdateError

    def _begun_at(self, pk: str) -> datetime:
        """When the row was made: known since it was read. Raises UpdateError if there is none."""
        if self._begun is None or self._begun[0] != pk:
            begun = self._rows().filter(pk=pk).values_list("begun", flat=True).first()
            if begun is None:
                raise UpdateError
            self._begun = pk, begun
        return self._begun[1]

    def _held(self, no_load: bool = False) -> dict[str, Any]:
        data: dict[str, Any] = self._get_session(no_load=no_load)  # type: ignore[attr-defined]
        return data

    def _sealed(self, data: dict[str, Any]) -> bytes:
        return _seal(self.session_key or "", self.serializer().dumps(data))

    @staticmethod
    def _rows() -> Any:
        from interview.models import SealedSession  # settings name this module before models can load

        return SealedSession.objects


def _row_id(session_key: str | None) -> str:
    return hashlib.sha256((session_key or "").encode()).hexdigest()


def _cipher(session_key: str) -> AESGCM:
    derive = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=_PURPOSE)
    return AESGCM(derive.derive(session_key.encode()))


def _seal(session_key: str, plain: bytes) -> bytes:
    nonce = os.urandom(_NONCE)
    return nonce + _cipher(session_key).encrypt(nonce, plain, _row_id(session_key).encode())


def _open(session_key: str, sealed: bytes) -> bytes:
    nonce, text = sealed[:_NONCE], sealed[_NONCE:]
    return _cipher(session_key).decrypt(nonce, text, _row_id(session_key).encode())
