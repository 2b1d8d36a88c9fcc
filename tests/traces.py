"""Looking for a word in everything that was written: plain, in other encodings, and packed."""

from __future__ import annotations

import base64
import contextlib
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

_PACKED = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")  # where zlib or gzip data may begin
_UNPACK_AT_MOST = 4 * 1024 * 1024  # bytes, of each


def spellings(word: str) -> list[bytes]:
    """The word as it may stand in a file; lower case, as everything is compared so where that is possible."""
    plain = word.encode()
    found = {plain, word.encode("utf-16-le"), word.encode("utf-16-be"), plain.hex().encode(), plain[::-1]}
    found |= {quote(word).encode(), quote(word.replace(" ", "+")).encode()}
    found |= {each.lower() for each in found} | {plain.hex().upper().encode()}
    return [*found, *_in_base64(plain)]


def _in_base64(plain: bytes) -> Iterator[bytes]:
    """The part of it that is the same whatever stands before and after, for each of three places."""
    for before in range(3):
        coded = base64.b64encode(b"\x00" * before + plain)
        start, end = (before * 8 + 5) // 6, (before + len(plain)) * 8 // 6
        yield coded[start:end]
        yield base64.urlsafe_b64encode(b"\x00" * before + plain)[start:end]


def found_in(data: bytes, words: Iterable[str]) -> set[str]:
    """Which of the words stand in these bytes, however they are written."""
    words, bytes_ = set(words), memoryview(data)
    seen = {word for word in words if _holds(data, word)}
    for match in _PACKED.finditer(data):
        window = zlib.decompressobj(47)  # zlib or gzip, told by its head
        try:
            inside = window.decompress(bytes_[match.start() :], _UNPACK_AT_MOST)
        except zlib.error:
            continue
        seen |= {word for word in words - seen if _holds(inside, word)}
    return seen


def _holds(data: bytes, word: str) -> bool:
    lowered = data.lower()
    return any(each in data or each in lowered for each in spellings(word))


def traces(places: Iterable[Path], words: Iterable[str]) -> tuple[dict[str, set[str]], int]:
    """File -> the words found in it or its name; and how many bytes were looked through."""
    words, found, looked = set(words), dict[str, set[str]](), 0
    for place in places:
        for file in [place, *place.rglob("*")] if place.is_dir() else [place]:
            data = _read(file)
            looked += len(data)
            if seen := found_in(data, words) | found_in(str(file).encode(), words):
                found[str(file)] = seen
    return found, looked


def _read(file: Path) -> bytes:
    """Nothing, for a folder or what was taken away since it was listed."""
    with contextlib.suppress(FileNotFoundError):
        return file.read_bytes() if file.is_file() else b""
    return b""
