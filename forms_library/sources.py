"""Where official PDFs come from: a folder, a mirror's address, or the court's own addresses."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit

from forms_library.catalogue import Form

_CHUNK = 1 << 16
_END_OF_PDF = 2048  # bytes at the end in which a whole PDF says %%EOF

Progress = Callable[[int, int], None]  # bytes so far, bytes in all (0: not known)


class SourceError(Exception):
    """A file could not be had; the message says why, for a maintainer to read."""


@dataclass(frozen=True)
class Limits:
    """How long (seconds) and how large (bytes) a download may be."""

    wait: float = 30.0  # for the next sign of life
    whole: float = 300.0
    size: int = 20 * 1024 * 1024  # the largest official form is 2.6 MB


def places(form: Form, source: str, shared: Path) -> list[str]:
    """Where to look for a form, best first.

    `source` is FORMS_SOURCE, a folder or a base address; when it is "", the `shared` folder if there
    is one, then the official address.
    """
    if is_address(source):
        return [f"{source.rstrip('/')}/{quote(name)}" for name in _names(form)]
    if source:
        return [str(Path(source).expanduser() / name) for name in _names(form)]
    in_shared = [str(path) for name in _names(form) if (path := shared / name).is_file()]
    return [*in_shared, form.address]


def is_address(place: str) -> bool:
    return place.lower().startswith(("http://", "https://"))


def _names(form: Form) -> tuple[str, str]:
    """A mirror may use our file name or the court's."""
    return form.file, form.address.rsplit("/", 1)[-1]


@dataclass
class Fetcher:
    """Fetches files; remembers hosts that could not be reached, to wait for each only once."""

    limits: Limits = field(default_factory=Limits)
    _unreachable: dict[str, str] = field(default_factory=dict)

    def fetch(self, place: str, progress: Progress = lambda done, whole: None) -> bytes:
        """A complete PDF from an address or a path. Raises SourceError."""
        pdf = self._download(place, progress) if is_address(place) else self._read(Path(place))
        _check_complete_pdf(pdf)
        progress(len(pdf), len(pdf))
        return pdf

    def _read(self, path: Path) -> bytes:
        try:
            if path.stat().st_size > self.limits.size:
                raise self._too_large()
            return path.read_bytes()
        except FileNotFoundError:
            raise SourceError("there is no such file") from None
        except OSError as problem:
            raise SourceError(f"the file cannot be read ({problem.strerror})") from problem

    def _download(self, address: str, progress: Progress) -> bytes:
        host = urlsplit(address).netloc
        if host in self._unreachable:
            raise SourceError(self._unreachable[host])
        try:
            response = _opener().open(_request(address), timeout=self.limits.wait)
        except urllib.error.HTTPError as problem:
            problem.close()
            raise SourceError(f"the server answered {problem.code} {problem.reason}") from None
        except (OSError, http.client.HTTPException, ValueError) as problem:
            self._unreachable[host] = f"the server cannot be reached ({self._reason(problem)})"
            raise SourceError(self._unreachable[host]) from problem
        with response:
            return self._body(response, progress)

    def _body(self, response: http.client.HTTPResponse, progress: Progress) -> bytes:
        declared = response.headers.get("Content-Length", "")
        whole = int(declared) if declared.isdecimal() else 0
        if whole > self.limits.size:
            raise self._too_large()
        body = bytearray()
        try:
            for chunk in self._chunks(response):
                body += chunk
                if len(body) > self.limits.size:
                    raise self._too_large()
                progress(len(body), whole)
        except (OSError, http.client.HTTPException) as problem:
            raise SourceError(f"the download broke off ({self._reason(problem)})") from problem
        if len(body) < whole:
            raise SourceError(f"the download broke off at {len(body):,} of {whole:,} bytes")
        return bytes(body)

    def _chunks(self, response: http.client.HTTPResponse) -> Iterator[bytes]:
        """What has come so far, piece by piece: read1, so that a server which drips cannot hold us."""
        deadline = time.monotonic() + self.limits.whole
        while chunk := response.read1(_CHUNK):
            yield chunk
            if time.monotonic() > deadline:
                raise SourceError(f"the download was not complete after {self.limits.whole:g} seconds")

    def _too_large(self) -> SourceError:
        return SourceError(f"the file is larger than {self.limits.size // 1024 // 1024} MB: not a court form")

    def _reason(self, problem: Exception) -> str:
        cause = getattr(problem, "reason", problem)
        if isinstance(cause, TimeoutError):
            return f"no answer for {self.limits.wait:g} seconds"
        return str(cause) or type(problem).__name__


def _check_complete_pdf(pdf: bytes) -> None:
    if not pdf.startswith(b"%PDF-"):
        start = pdf[:1024].lower()
        what = "a web page" if b"<html" in start or b"<!doctype" in start else "something else"
        raise SourceError(f"what came is {what}, not a PDF")
    if b"%%EOF" not in pdf[-_END_OF_PDF:]:
        raise SourceError("the PDF is not complete: its end is missing")


def _request(address: str) -> urllib.request.Request:
    headers = {"User-Agent": "Amparo install_forms", "Accept": "application/pdf"}
    return urllib.request.Request(address, headers=headers)


def _opener() -> urllib.request.OpenerDirector:
    """Only http and https, redirects included: never file: or ftp:, which urlopen would follow."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler,
        urllib.request.UnknownHandler,
        urllib.request.HTTPHandler,
        urllib.request.HTTPSHandler,
        urllib.request.HTTPDefaultErrorHandler,
        urllib.request.HTTPRedirectHandler,
        urllib.request.HTTPErrorProcessor,
    ):
        opener.add_handler(handler())
    return opener
