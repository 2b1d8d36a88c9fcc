"""A case as one file for a helper's own keeping: only its passphrase opens it, here or on another such site.

The file is a mark, the number of its version, a salt and a nonce, then AES-256-GCM of the answers under a
key that scrypt makes of the passphrase, with all that stands before them bound in. No key of a site takes
part, so the passphrase alone guards it: whoever has the file can try as many as they like, and each try costs
them what it costs us. That cost belongs to the version and is never read from a file. The answers are padded
as a draft is (drafts.py), so the length says little of how much was told; nothing in the file says what it is
about.
"""

from __future__ import annotations

import json
import os
import re
import unicodedata
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.core.files.uploadhandler import MemoryFileUploadHandler, StopUpload
from django.utils.translation import gettext_lazy as _

from interview import case_json
from interview.drafts import PADDED_TO, Draft, Posted, stretched

NAME = "file.dat"  # the same for everyone: it stays in the list of downloads
LARGEST = 4 * 1024 * 1024  # bytes of a file that is taken in, and so of one that is given out
ROOM = 64 * 1024  # bytes of a request beside the file: its other fields
LONGEST = 400  # letters of a passphrase
WORDS, LETTERS, UNLIKE = 4, 12, 6  # so many words, or so many letters; of these so many that are unlike
_MARK = b"handed\x00"
_VERSION = 1
_SALT, _NONCE = 16, 12  # bytes
_TIMES = 3  # scrypt's p: with a draft's N and r it is what OWASP wants for passwords
_HEADER = len(_MARK) + 1 + _SALT + _NONCE

TOO_EASY = _(
    "Use at least four words, or at least 12 letters and numbers. Do not repeat one word or letter over and "
    "over."
)


class WillNotOpenError(ValueError):
    """A wrong passphrase, or a file that is damaged, changed, or none of ours: nobody can tell which."""


class UnreadableCaseError(ValueError):
    """The passphrase is right, but this version of the site cannot read the answers in the file."""


class TooLargeError(ValueError):
    """More was told than one file may hold."""


def tidy_passphrase(typed: str) -> str:
    """As it counts: spaces between words are one, and letters that look alike are the same."""
    return " ".join(unicodedata.normalize("NFKC", typed).split())


def is_hard_to_guess(passphrase: str) -> bool:
    words = {word.casefold() for word in re.findall(r"\w{2,}", passphrase)}
    unlike = {letter for letter in passphrase.casefold() if not letter.isspace()}
    return (len(words) >= WORDS or len(passphrase) >= LETTERS) and len(unlike) >= UNLIKE


def sealed(draft: Draft, passphrase: str) -> bytes:
    """The file. Raises drafts.Busy, and TooLargeError for one that could not be taken in again."""
    told = {"case": case_json.to_json(draft.case), "posted": draft.posted}
    plain = json.dumps(told, separators=(",", ":")).encode()
    padded = plain.ljust(-(-len(plain) // PADDED_TO) * PADDED_TO)  # JSON does not mind spaces after it
    if len(padded) > LARGEST - _HEADER - 16:
        raise TooLargeError
    header = _MARK + bytes([_VERSION]) + os.urandom(_SALT) + os.urandom(_NONCE)
    return header + _cipher(header, passphrase).encrypt(header[-_NONCE:], padded, header)


def opened(file: bytes, passphrase: str) -> Draft:
    """What is in the file. Raises WillNotOpenError, UnreadableCaseError or drafts.Busy."""
    header, text = file[:_HEADER], file[_HEADER:]
    if not header.startswith(_MARK + bytes([_VERSION])) or not text or len(file) > LARGEST:
        raise WillNotOpenError
    try:
        plain = _cipher(header, passphrase).decrypt(header[-_NONCE:], text, header)
    except InvalidTag:
        raise WillNotOpenError from None
    try:
        told = json.loads(plain)
        return Draft(case_json.from_json(told["case"]), _posted(told["posted"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise UnreadableCaseError from None


def _posted(told: Any) -> Posted:
    """Chapter -> pages, as the session keeps them. Raises ValueError for anything else."""
    if not isinstance(told, dict) or not all(isinstance(slugs, list) for slugs in told.values()):
        raise ValueError("not pages by chapter")
    if not all(isinstance(slug, str) for slugs in told.values() for slug in slugs):
        raise ValueError("not the names of pages")
    return told


def _cipher(header: bytes, passphrase: str) -> AESGCM:
    salt = header[len(_MARK) + 1 : -_NONCE]
    return AESGCM(stretched(tidy_passphrase(passphrase).encode(), salt, times=_TIMES))


class InMemoryAlone(MemoryFileUploadHandler):
    """Takes a file into memory and never onto a disk, and stops reading a request that is too long."""

    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, *more: Any) -> None:
        self.activated = content_length <= LARGEST + ROOM

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        if not self.activated:
            raise StopUpload(connection_reset=True)
        super().new_file(*args, **kwargs)
