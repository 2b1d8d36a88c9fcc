"""The visits in a database: how many there are, and making them old without waiting."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from interview.models import SealedSession
from tests.browser import Site

_TABLE = SealedSession._meta.db_table


def rows(site: Site) -> int:
    """How many visits the database of a running site holds."""
    return int(site.database.ask(f"SELECT count(*) FROM {_TABLE}")[0][0])


def empty(site: Site) -> None:
    """Take away the visits that other tests left open in a running site."""
    site.database.ask(f"DELETE FROM {_TABLE}")


def make_old(site: Site | None = None) -> None:
    """Every visit has gone unused for too long: in a running site, or in this test's own database."""
    if site is None:
        SealedSession.objects.update(expires=timezone.now() - timedelta(seconds=1))
        return
    site.database.ask(f"UPDATE {_TABLE} SET expires = '2000-01-01 00:00:00'")
