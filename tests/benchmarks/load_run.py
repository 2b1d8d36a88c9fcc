"""One database's half of bench_load: a site of its own, a recorded story, and crowds that tell it.

`python -m tests.benchmarks.load_run OUT FORMS_DIR` writes its pickled Runs to the file OUT; on PostgreSQL
when DATABASE_URL names a server (scripts/with_postgres.sh), else on SQLite.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO
from urllib.parse import urlsplit

import django
import psycopg

from tests.benchmarks.load_person import MARK, PACKET, TOKEN, WORDS, Asked, Crowd, Saw, kind_of

WORKERS = int(os.environ.get("WEB_CONCURRENCY", "3"))  # what docs/deploy.md sets
# People at once, how many stories each of them tells, and seconds of thought over a page: LOAD="10x1" is a
# short try.
CROWDS = os.environ.get("LOAD") or "1x5 40x1x1 50x2 200x1"
CLIENTS = 2  # processes; a thread in them to a person
_TICKS = os.sysconf("SC_CLK_TCK")  # of /proc, a second
# scripts/with_postgres.sh runs a server that need not outlive a crash. A site's must: as it comes.
_AS_INSTALLED = {"fsync": "on", "full_page_writes": "on", "min_wal_size": "'80MB'", "max_wal_size": "'1GB'"}


@dataclass(frozen=True)
class Story:
    """How long it is."""

    pages: int  # requests for pages, those that only lead on too
    files: int
    read: int  # pages that a person has to read


@dataclass(frozen=True)
class Served:
    """A site that runs, and its processes."""

    address: str
    process: int
    postgres: int | None
    database: str  # "SQLite 3.40.1"


@dataclass(frozen=True)
class Run:
    """So many people at once on one database."""

    database: str
    people: int
    thinking: float  # seconds a page, in the mean
    story: Story
    seconds: float
    saw: Saw
    server_cpu: float  # seconds, gunicorn with its workers
    database_cpu: float  # seconds, PostgreSQL with its own; SQLite's is the server's

    @property
    def stories_an_hour(self) -> float:
        return self.saw.stories / self.seconds * 3600

    def times(self, kind: str) -> list[float]:
        return sorted(seconds for each, seconds, _end in self.saw.times if each == kind)


def recorded(site: str) -> tuple[Asked, ...]:
    """The shortest story, told once from the start page to its erasure: what everybody then tells."""
    from tests.person import Answer, Person
    from tests.test_stress import mark, story_of

    own = [mark(0, what) for what in range(len(WORDS))]
    asked: list[Asked] = []

    class Recorded(Person):
        def ask(self, method: str, address: str, body: bytes | None = None, **headers: str) -> Answer:
            text = None if body is None else _blank(body.decode(), self.token, own)
            answer = super().ask(method, address, body, **headers)
            assert answer.status < 400, (address, answer.status)
            seen = {each.decode() for each in MARK.findall(answer.body)} if address != PACKET else set()
            shown = frozenset(number for number, word in enumerate(own) if word in seen)
            asked.append(Asked(method, address, text, answer.status, answer.to, shown))
            return answer

    person = Recorded(site)
    for file in re.findall(r'(?:href|src)="(/static/[^"]+)"', person.get("/").text):
        person.get(file)
    person.tell(story_of(0))
    assert b"/packet/download/" in person.get("/packet/").body
    assert person.get(PACKET).headers["content-type"] == "application/pdf"
    person.get(person.post("/erase/", {}).to)
    return tuple(asked)


def _blank(text: str, token: str, own: list[str]) -> str:
    """A posted form without what is one visit's alone."""
    assert token
    for word, placeholder in zip((token, *own), (TOKEN, *WORDS), strict=True):
        text = text.replace(word, placeholder)
    return text


def crowds(host: str, story: tuple[Asked, ...], first: int, crowd: str) -> list[Crowd]:
    """The people, shared among the client processes. Their visits are numbered from the first on."""
    from tests.test_stress import mark

    people, each, thinking = _numbers(crowd)
    last = first + people * each
    own = [(mark(number, 0), mark(number, 1), mark(number, 2)) for number in range(last)]
    walks = [tuple(own[one : one + each]) for one in range(first, last, each)]
    words = frozenset(word for three in own for word in three)
    parts = range(min(CLIENTS, people))
    return [Crowd(host, story, tuple(walks[part::CLIENTS]), words, thinking) for part in parts]


def _numbers(crowd: str) -> tuple[int, int, float]:
    people, each, *thinking = crowd.split("x")
    return int(people), int(each), float(thinking[0]) if thinking else 0.0


def cpu_of(process: int | None) -> float:
    """Seconds of CPU that a process and its children have taken, those that have ended too."""
    if process is None:
        return 0.0
    total = 0.0
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    for number in (str(process), *children):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):  # it has ended meanwhile
            fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
            own, reaped = fields[11:13], fields[13:15]
            total += sum(map(int, own + (reaped if number == str(process) else []))) / _TICKS
    return total


def run(served: Served, story: tuple[Asked, ...], first: int, crowd: str) -> Run:
    parts = crowds(urlsplit(served.address).netloc, story, first, crowd)
    clients = [_client(part) for part in parts]
    for client in clients:
        assert _pipe(client.stdout).readline() == b"ready\n"
    spent, start = (cpu_of(served.process), cpu_of(served.postgres)), time.monotonic()
    _tell(clients, b"walk\n")
    for client in clients:
        assert _pipe(client.stdout).readline() == b"walked\n"
    taken = cpu_of(served.process) - spent[0], cpu_of(served.postgres) - spent[1]
    _tell(clients, b"read your packet\n")
    saw = sum((pickle.load(_pipe(client.stdout)) for client in clients), Saw())
    for client in clients:
        client.wait()
    assert saw.stories, f"no story came to its end: {saw.errors[:3]}"
    seconds = max(end for _kind, _seconds, end in saw.times) - start
    people, _each, thinking = _numbers(crowd)
    return Run(served.database, people, thinking, length_of(story), seconds, saw, *taken)


def _client(part: Crowd) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.benchmarks.load_person"]
    client = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    pickle.dump(part, _pipe(client.stdin))
    _pipe(client.stdin).flush()
    return client


def length_of(story: tuple[Asked, ...]) -> Story:
    files = sum(kind_of(each) == "file" for each in story)
    read = sum(kind_of(each) == "page" and each.status == 200 for each in story)
    return Story(len(story) - files, files, read)


def _tell(clients: list[subprocess.Popen[bytes]], what: bytes) -> None:
    for client in clients:
        _pipe(client.stdin).write(what)
        _pipe(client.stdin).flush()


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe


def as_installed(server: str) -> None:
    """The tests' PostgreSQL does not wait for the disk. This one does."""
    with psycopg.connect(server, autocommit=True) as there:
        for name, value in _AS_INSTALLED.items():
            there.execute(f"ALTER SYSTEM SET {name} = {value}".encode())
        there.execute("SELECT pg_reload_conf()")


def _postgres(url: str) -> tuple[int, str]:
    """The process that is the parent of all its processes, and what it calls itself."""
    with psycopg.connect(url) as there:
        found = there.execute("SELECT pg_backend_pid(), current_setting('server_version')").fetchone()
        assert found is not None
        parent = Path(f"/proc/{found[0]}/stat").read_text().rpartition(")")[2].split()[1]
        return int(parent), f"PostgreSQL {str(found[1]).split()[0]}"


def runs(forms: Path) -> list[Run]:
    import sqlite3

    from tests.browser import serve
    from tests.databases import ON_POSTGRES, SERVER

    if ON_POSTGRES:
        as_installed(SERVER)
    postgres, name = _postgres(SERVER) if ON_POSTGRES else (None, f"SQLite {sqlite3.sqlite_version}")
    done, first = [], 1  # visit number 0 is recorded
    site_of = contextlib.contextmanager(serve)
    with TemporaryDirectory() as folder, site_of(Path(folder), forms, WEB_CONCURRENCY=str(WORKERS)) as site:
        story = recorded(site)
        for crowd in CROWDS.split():
            done.append(run(Served(site, site.pid, postgres, name), story, first, crowd))
            first += done[-1].people * _numbers(crowd)[1]
    return done


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interview.settings")
    django.setup()
    out, forms = (Path(each) for each in sys.argv[1:])
    out.write_bytes(pickle.dumps(runs(forms)))


if __name__ == "__main__":
    from tests.benchmarks import load_run

    load_run.main()
