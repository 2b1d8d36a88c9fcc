"""Saving by choice: a draft that only seven words open, and that the database alone says nothing about.

The words are stretched by scrypt, salted with the site's pepper, into one secret; from it come, under two
labels, the row's id and the key of the answers. Neither the words nor the secret are kept anywhere. The
answers are AES-256-GCM, bound to the id and the version of the data, and wrapped once more with a server key
(settings.DRAFT_KEYS, the newest first; `manage.py rotate_drafts` wraps again). So:

- the database alone allows no guessing (the pepper and the server keys are elsewhere), and no linking: a row
  is an id, bytes padded to a multiple of 32 KiB, a version and the day it ends;
- the server's keys alone open nothing without the words;
- a wrong, changed, exchanged, expired or no longer wrapped draft is answered the same: None, after the same
  stretching.

To write a draft again without its words a visit keeps a Hold (the id and the key) in its own session, which
is sealed with the person's cookie and gone when they leave. It does not give the words back, and opens
nothing that the visit has not open already.

Stretching costs a core and 32 MiB, so only AT_WORK tries do it at a time in one process. One more waits for
them, and the next are told to press again (Busy): of a worker's threads (gunicorn.conf.py) one is always left
for all other pages, however many post words.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection
from django.db.models import QuerySet
from django.utils import timezone

from interview import case_json, code_words
from interview.case import Case
from interview.models import SavedDraft, SealedSession, delete_expired

PADDED_TO = 32 * 1024  # bytes; nearly every draft is one such block, however much was told
_NONCE = 12  # bytes, as GCM wants them
_COST = 2**15  # scrypt's N, with r=8: 32 MiB and some 100 ms a try
AT_WORK = 2  # stretchings at once in one process
INSIDE = 3  # those at work and the one that waits: one less than gunicorn's threads
_BUSY_FOR = 1000  # milliseconds scrub() waits for readers; writers wait as long

_inside, _at_work = threading.BoundedSemaphore(INSIDE), threading.BoundedSemaphore(AT_WORK)
Posted = dict[str, list[str]]  # chapter -> the pages the person has been through


class Busy(Exception):
    """Too many are trying words just now. Nothing was looked up or changed."""


@dataclass(frozen=True)
class Draft:
    """What is saved: everything told, and how far the person has come. Nothing else."""

    case: Case
    posted: Posted


@dataclass(frozen=True)
class Hold:
    """What a visit keeps, in its sealed session only, to write its draft again."""

    lookup: str
    key: str  # urlsafe base64 of 32 bytes


def save(draft: Draft) -> tuple[tuple[str, ...], Hold]:
    """Save under new words, which nobody has from here on but who asked."""
    words = code_words.choose()
    hold = _hold(words)
    SavedDraft.objects.create(pk=hold.lookup, **_row(hold, draft))
    return words, hold


def save_again(hold: Hold, draft: Draft) -> bool:
    """Replace what is saved. False if it is there no more: what was forgotten must not come back to life
    under words that someone else may have found."""
    return bool(_there(hold).update(**_row(hold, draft)))


def open_with(words: tuple[str, ...]) -> tuple[Draft, Hold] | None:
    """What is saved under the words; None, whatever the reason, if they do not open anything."""
    hold = _hold(words)
    row = _there(hold).first()
    if row is None:
        return None
    # CaseFormatError is a ValueError; the others come of a shape that another version of the site wrote.
    with contextlib.suppress(InvalidToken, InvalidTag, ValueError, KeyError, TypeError, AttributeError):
        return _opened(hold, bytes(row.sealed), row.version), hold
    return None


def forget(words: tuple[str, ...]) -> bool:
    """Delete what is saved under the words; whether there was anything."""
    return forget_held(_hold(words))


def forget_held(hold: Hold) -> bool:
    """Delete it. Whether it was still to be had: one that had expired goes too, and counts as none."""
    was_there = _there(hold).exists()
    deleted = bool(SavedDraft.objects.filter(pk=hold.lookup).delete()[0])
    scrub()
    return deleted and was_there


def is_kept(hold: Hold) -> bool:
    return _there(hold).exists()


def _there(hold: Hold) -> QuerySet[SavedDraft]:
    """The draft that is still to be had."""
    return SavedDraft.objects.filter(pk=hold.lookup, expires__gt=timezone.now())


def clear_expired() -> None:
    delete_expired(SavedDraft.objects)


def scrub() -> None:
    """Clear what was deleted or written over out of the database's own keeping, as far as it lets us. While
    others are at work it may not be possible; the next purge does it then (purge.py)."""
    if connection.in_atomic_block:
        return
    with contextlib.suppress(DatabaseError):
        if connection.vendor == "sqlite":
            _empty_write_ahead_log()
        elif connection.vendor == "postgresql":
            _vacuum()


def _empty_write_ahead_log() -> None:
    """SQLite's: `secure_delete` cleans the database file alone."""
    with connection.cursor() as cursor:
        usual = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        try:
            cursor.execute(f"PRAGMA busy_timeout={_BUSY_FOR}")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            cursor.execute(f"PRAGMA busy_timeout={usual}")


def _vacuum() -> None:
    """PostgreSQL keeps old versions of rows, and would wait with clearing them away until there are many. A
    table that another is just clearing is left to it."""
    tables = ", ".join(model._meta.db_table for model in (SavedDraft, SealedSession))
    with connection.cursor() as cursor:
        cursor.execute(f"VACUUM (SKIP_LOCKED) {tables}")


def last_day() -> date:
    """The last day, in the court's time, on which what is saved now can be opened."""
    return timezone.localtime().date() + timedelta(days=settings.DRAFT_DAYS)


def rewrap() -> tuple[int, int]:
    """Wrap every draft with the newest server key: how many were, how many no key of ours opens."""
    wrapped = unopened = 0
    keys = _server_keys()
    for lookup in list(SavedDraft.objects.values_list("pk", flat=True)):
        sealed = SavedDraft.objects.filter(pk=lookup).values_list("sealed", flat=True).first()
        if sealed is None:
            continue
        try:
            again = keys.rotate(bytes(sealed))
        except InvalidToken:
            unopened += 1
            continue
        # Only over what was read: a draft saved meanwhile is newer, and wrapped with the newest key already.
        wrapped += SavedDraft.objects.filter(pk=lookup, sealed=sealed).update(sealed=again)
    scrub()  # or a key that was taken away for being known would still open the old wrapping
    return wrapped, unopened


def _row(hold: Hold, draft: Draft) -> dict[str, object]:
    """Ends at the end of a day: the row does not tell the hour of saving, nor does Fernet's time stamp."""
    midnight = datetime.combine(last_day() + timedelta(days=1), time.min, timezone.get_current_timezone())
    version = case_json.VERSION
    return {"sealed": _sealed(hold, draft, version), "version": version, "expires": midnight}


def _sealed(hold: Hold, draft: Draft, version: int) -> bytes:
    told = {"case": case_json.to_json(draft.case), "posted": draft.posted}
    plain = json.dumps(told, separators=(",", ":")).encode()
    padded = plain.ljust(-(-len(plain) // PADDED_TO) * PADDED_TO)  # JSON does not mind spaces after it
    nonce = os.urandom(_NONCE)
    text = nonce + _cipher(hold).encrypt(nonce, padded, _bound_to(hold, version))
    return _server_keys().encrypt_at_time(text, current_time=0)


def _opened(hold: Hold, sealed: bytes, version: int) -> Draft:
    """Raises InvalidToken, InvalidTag or CaseFormatError for what is not this draft."""
    text = _server_keys().decrypt(sealed)
    plain = _cipher(hold).decrypt(text[:_NONCE], text[_NONCE:], _bound_to(hold, version))
    told = json.loads(plain)
    return Draft(case_json.from_json(told["case"]), told["posted"])


def _bound_to(hold: Hold, version: int) -> bytes:
    return f"amparo draft {hold.lookup} {version}".encode()


def _cipher(hold: Hold) -> AESGCM:
    return AESGCM(base64.urlsafe_b64decode(hold.key))


def _hold(words: tuple[str, ...]) -> Hold:
    """The slow step, the same for any words. Raises Busy, and ImproperlyConfigured without a pepper."""
    if not settings.DRAFT_PEPPER:
        raise ImproperlyConfigured("There is no DRAFT_PEPPER. Run `manage.py make_keys` once.")
    salt = b"amparo draft, version 1 " + settings.DRAFT_PEPPER.encode()
    secret = stretched(" ".join(words).encode(), salt)
    lookup, key = (
        HKDFExpand(algorithm=hashes.SHA256(), length=32, info=label).derive(secret)
        for label in (b"amparo draft id", b"amparo draft key")
    )
    return Hold(lookup.hex(), base64.urlsafe_b64encode(key).decode())


def stretched(typed: bytes, salt: bytes, times: int = 1) -> bytes:
    """32 bytes that cost anyone who guesses as much work as us. Raises Busy."""
    with _room(), _at_work:
        return Scrypt(salt=salt, length=32, n=_COST, r=8, p=times).derive(typed)


@contextlib.contextmanager
def _room() -> Iterator[None]:
    if not _inside.acquire(blocking=False):
        raise Busy
    try:
        yield
    finally:
        _inside.release()


def _server_keys() -> MultiFernet:
    if not settings.DRAFT_KEYS:
        raise ImproperlyConfigured("There are no DRAFT_KEYS. Run `manage.py make_keys` once.")
    return _fernet(tuple(settings.DRAFT_KEYS))


@lru_cache(maxsize=4)
def _fernet(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(_fernet_key(key)) for key in keys])


def _fernet_key(key: str) -> bytes:
    """A server key may be any secret of enough letters, as SECRET_KEY may; Fernet wants 32 bytes."""
    derive = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=b"amparo draft wrap")
    return base64.urlsafe_b64encode(derive.derive(key.encode()))
