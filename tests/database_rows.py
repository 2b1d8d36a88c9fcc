"""The visits in a database: how many there are, and making them old without waiting."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta

from django.utils import timezone

from interview.models import SealedSession
from tests.browser import Site

_TABLE = SealedSession._meta.db_table


def rows(site: Site) -> int:
    """How many visits the database of a running site holds."""
    with closing(sqlite3.connect(site.database, timeout=10)) as database:
        return int(database.execute(f"SELECT count(*) FROM {_TABLE}").fetchone()[0])


def empty(site: Site) -> None:
    """Take away the visits that other tests left open in a running site."""
    with closing(sqlite3.connect(site.database, timeout=10)) as database, database:
        database.execute(f"DELETE FROM {_TABLE}")


def make_old(site: Site | None = None) -> None:
    """Every visit has gone unused for too long: in a running site, or in this test's own database."""
    if site is None:
        SealedSession.objects.update(expires=timezone.now() - timedelta(seconds=1))
        return
    with closing(sqlite3.connect(site.database, timeout=10)) as database, database:
        database.execute(f"UPDATE {_TABLE} SET expires = '2000-01-01 00:00:00'")
