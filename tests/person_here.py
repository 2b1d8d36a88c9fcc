"""Person, in the site's own process: called as gunicorn calls it, each request with what it cost."""

from __future__ import annotations

import gzip
import io
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from time import process_time
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.person import Answer, Person

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Any]
# Words to the database around queries. SQLite hears them in the process; they are no round trip of an answer.
_AROUND = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE SAVEPOINT")


@dataclass(frozen=True)
class Asked:
    """One request, and what it cost."""

    method: str
    address: str
    status: int
    bytes: int  # of the answer as sent, headers included
    unpacked: int  # of its body alone
    milliseconds: float  # of CPU
    queries: tuple[str, ...]  # if they are counted


class PersonHere(Person):
    """`after` is told of each request when it is over."""

    def __init__(
        self, site: Wsgi, counts_queries: bool = False, after: Callable[[Asked], None] = lambda asked: None
    ) -> None:
        super().__init__("http://localhost")
        self.cookies: dict[str, str] = {}
        self.posted: dict[str, dict[str, list[str]]] = {}  # what was sent last to each address
        self.all_asked: list[Asked] = []
        self.site, self._counts_queries, self._after = site, counts_queries, after

    def ask(self, method: str, address: str, body: bytes | None = None, **headers: str) -> Answer:
        environment = self._environment(method, address, body, headers)
        if not self._counts_queries:
            answer, spent = _call(self.site, environment)
            queries: tuple[str, ...] = ()
        else:
            with CaptureQueriesContext(connection) as captured:
                answer, spent = _call(self.site, environment)
            said = (query["sql"] for query in captured.captured_queries)
            queries = tuple(query for query in said if not query.startswith(_AROUND))
        if body is not None:
            self.posted[address] = parse_qs(body.decode(), keep_blank_values=True)
            self.posted[address].pop("csrfmiddlewaretoken", None)
        self.asked += 1
        sent = len(answer.body) + sum(len(f"{name}: {said}\r\n") for name, said in answer.headers.items())
        if answer.headers.get("content-encoding") == "gzip":
            answer = replace(answer, body=gzip.decompress(answer.body))
        asked = Asked(method, address, answer.status, sent, len(answer.body), spent, queries)
        self.all_asked.append(asked)
        self._remember(answer)
        self._after(asked)
        return answer

    def post_again(self, address: str) -> Answer:
        """The same answers as were sent there last."""
        return self.post(address, self.posted[address])

    def _remember(self, answer: Answer) -> None:
        for said in filter(None, answer.headers.get("set-cookie", "").split("\n")):
            name, _equals, value = said.split(";", 1)[0].partition("=")
            self.cookies[name] = value
        super()._remember(answer)

    def _environment(
        self, method: str, address: str, body: bytes | None, headers: Mapping[str, str]
    ) -> dict[str, Any]:
        parts = urlsplit(address)
        return {
            "REQUEST_METHOD": method,
            "SCRIPT_NAME": "",
            "PATH_INFO": parts.path,
            "QUERY_STRING": parts.query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": "localhost",
            "HTTP_ACCEPT_ENCODING": "gzip",
            "HTTP_COOKIE": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "CONTENT_TYPE": "" if body is None else "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(body or b"")),
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(body or b""),
            "wsgi.errors": sys.stderr,
            "wsgi.multithread": True,
            "wsgi.multiprocess": True,
            "wsgi.run_once": False,
        } | {f"HTTP_{name.upper()}": value for name, value in headers.items()}


def _call(site: Wsgi, environment: dict[str, Any]) -> tuple[Answer, float]:
    """The answer, and the milliseconds of CPU until it was sent and all was cleared away."""
    begun: list[Any] = []
    start = process_time()
    answer = site(environment, lambda status, headers, _error=None: begun.extend((status, headers)))
    body = b"".join(answer)
    if hasattr(answer, "close"):
        answer.close()
    spent = (process_time() - start) * 1000
    status, given = begun
    headers: dict[str, str] = {}
    for name, said in given:
        name = name.lower()
        headers[name] = f"{headers[name]}\n{said.strip()}" if name in headers else said.strip()
    return Answer(int(status.split()[0]), headers, body), spent
