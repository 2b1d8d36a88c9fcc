"""A database of its own for a site that a test starts: a file of SQLite's, or one on the PostgreSQL server
that `make test-postgres` runs the tests on."""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pytest

SERVER = os.environ.get("DATABASE_URL", "")  # a database on the server, to make others from
ON_POSTGRES = SERVER.startswith(("postgres:", "postgresql:"))

on_postgres_only = pytest.mark.skipif(not ON_POSTGRES, reason="about PostgreSQL: run by make test-postgres")
on_sqlite_only = pytest.mark.skipif(ON_POSTGRES, reason="about SQLite's own file: run by make test")


@dataclass(frozen=True)
class Database:
    """Looked into from outside, not through Django. Values stand as %s, on either database."""

    url: str

    @property
    def file(self) -> Path | None:
        return None if self.url.startswith("postgres") else Path(self.url.removeprefix("sqlite:///"))

    def ask(self, question: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """What it answers; what the question changes is kept."""
        if self.file is None:
            with psycopg.connect(self.url) as there:
                found = there.execute(question.encode(), values)
                return found.fetchall() if found.description else []
        with closing(sqlite3.connect(self.file, timeout=10)) as here, here:
            return here.execute(question.replace("%s", "?"), values).fetchall()

    def tables(self) -> list[str]:
        listed = (
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            if self.file is None
            else "SELECT name FROM sqlite_master WHERE type = 'table'"
        )
        return [str(name) for (name,) in self.ask(listed)]

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Nobody else can write; what there is can still be read."""
        if self.file is None:
            with psycopg.connect(self.url) as other:
                for table in self.tables():
                    other.execute(f'LOCK TABLE "{table}" IN EXCLUSIVE MODE'.encode())
                yield
                other.rollback()
            return
        with closing(sqlite3.connect(self.file, timeout=10, isolation_level=None)) as file:
            file.execute("BEGIN EXCLUSIVE")
            yield
            file.execute("ROLLBACK")

    def files(self) -> list[Path]:
        """Where its bytes are: the file with those beside it; or PostgreSQL's files of its tables, its log of
        changes and what the server says."""
        if self.file is not None:
            return sorted(self.file.parent.glob(f"{self.file.name}*"))
        own = "SELECT oid FROM pg_database WHERE datname = current_database()"
        ((folder, number),) = self.ask(f"SELECT current_setting('data_directory'), ({own})")
        data = Path(folder)
        places = [data / "base" / str(number), data / "pg_wal", data.parent / "log"]
        assert all(place.exists() for place in places), "the server's files are not to be seen from here"
        return places

    def to_disk(self) -> None:
        """Write to its files what is only in memory as yet; SQLite's always are."""
        if self.file is None:
            with psycopg.connect(self.url, autocommit=True) as there:
                there.execute("CHECKPOINT")


@contextmanager
def new_database(folder: Path) -> Iterator[Database]:
    """An empty one, for as long as it is needed: in this folder, or on the server of the tests."""
    if not ON_POSTGRES:
        yield Database(f"sqlite:///{folder / 'site.sqlite3'}")
        return
    name = f"site_{secrets.token_hex(8)}"
    _on_the_server(f"CREATE DATABASE {name}")
    try:
        yield Database(urlsplit(SERVER)._replace(path=f"/{name}").geturl())
    finally:
        _on_the_server(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def _on_the_server(command: str) -> None:
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(command.encode())
