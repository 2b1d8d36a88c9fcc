"""On PostgreSQL as on SQLite: the same tables, several at once, and what is left of what was deleted."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from interview import drafts
from interview.case import Case
from interview.drafts import Draft
from interview.models import SavedDraft, SealedSession
from interview.purge import purge
from interview.sessions import SessionStore
from tests.databases import ON_POSTGRES, SERVER, Database, new_database, on_postgres_only

ROOT = Path(__file__).parent.parent


def manage(url: str, *command: str, **more: str) -> str:
    keys = {name: secrets.token_urlsafe(48) for name in ("SECRET_KEY", "DRAFT_PEPPER", "DRAFT_KEYS")}
    environment = os.environ | keys | {"DATABASE_URL": url} | more
    ran = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


# The same tables


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def columns(database: Database) -> set[tuple[str, str, bool]]:
    """Table, column, whether it may be empty."""
    if database.file is None:
        listed = database.ask(
            "SELECT table_name, column_name, is_nullable = 'YES' FROM information_schema.columns"
            " WHERE table_schema = 'public'"
        )
        return {(str(table), str(name), bool(empty)) for table, name, empty in listed}
    found = ((table, database.ask(f'PRAGMA table_info("{table}")')) for table in database.tables())
    own = ((table, rows) for table, rows in found if not table.startswith("sqlite_"))
    return {(table, str(row[1]), not row[3]) for table, rows in own for row in rows}


def indexed(database: Database) -> set[tuple[str, str]]:
    """Table and column of each index, but for those PostgreSQL makes for looking for beginnings of words."""
    if database.file is None:
        listed = database.ask("SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public'")
        plain = ((t, d) for t, d in listed if "_pattern_ops" not in d)
        return {(str(table), str(made).rpartition("(")[2].rstrip(")")) for table, made in plain}
    return {
        (table, str(column[2]))
        for table in database.tables()
        for index in database.ask(f'PRAGMA index_list("{table}")')
        for column in database.ask(f'PRAGMA index_info("{index[1]}")')
    }


@on_postgres_only
def test_both_databases_hold_the_same_tables(tmp_path: Path) -> None:
    sqlite = Database(f"sqlite:///{tmp_path / 'other.sqlite3'}")
    with new_database(tmp_path) as postgres:
        for database in (postgres, sqlite):
            manage(database.url, "manage.py", "migrate", "--verbosity", "0")
        assert columns(postgres) == columns(sqlite)
        assert {table for table, *_rest in columns(postgres)} == {
            SealedSession._meta.db_table, SavedDraft._meta.db_table, "django_migrations",
        }  # fmt: skip
        ours = {each for each in indexed(sqlite) if each[0].startswith("interview_")}
        assert ours == {each for each in indexed(postgres) if each[0].startswith("interview_")}
        assert ("interview_saveddraft", "expires") in ours


def test_the_tests_run_on_the_database_they_were_told() -> None:
    assert connection.vendor == ("postgresql" if ON_POSTGRES else "sqlite")
    if ON_POSTGRES:
        assert connection.settings_dict["CONN_HEALTH_CHECKS"]
        assert "lock_timeout" in connection.settings_dict["OPTIONS"]["options"]


def test_the_address_of_a_server_is_read_with_its_options() -> None:
    url = "postgresql://amparo:pw@db.internal:5433/amparo?sslmode=verify-full&connect_timeout=2"
    read = "from django.conf import settings; print(settings.DATABASES['default'])"
    said = manage(url, "-c", read, DJANGO_SETTINGS_MODULE="interview.settings")
    for part in ("'sslmode': 'verify-full'", "'connect_timeout': 2", "lock_timeout", "'PORT': 5433"):
        assert part in said


# Several at once. SQLite's test database is in memory, with other locks than its file has; what is said
# here is seen there too with a site that is served (tests/test_stress.py).


def at_once(*what: Callable[[], Any]) -> list[Any]:
    """Each in a thread with a connection of its own, all starting together; an error is what it gives."""
    together = threading.Barrier(len(what))

    def one(do: Callable[[], Any]) -> Any:
        together.wait(timeout=20)
        try:
            return do()
        except Exception as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(what)) as pool:
        return list(pool.map(one, what))


@on_postgres_only
@pytest.mark.django_db(transaction=True)
def test_many_purge_at_once_and_none_is_in_anothers_way() -> None:
    """As each visit that begins and each worker's clock does."""
    now = timezone.now()
    for model, key in ((SealedSession, "id_hash"), (SavedDraft, "lookup")):
        more: dict[str, Any] = {"begun": now} if model is SealedSession else {"version": 1}
        for number in range(300):
            old = timedelta(hours=1 if number % 3 else -1)
            row = {key: f"{number}", "sealed": os.urandom(3000), "expires": now - old, **more}
            model.objects.create(**row)
    assert at_once(*[purge] * 4, *[SessionStore.clear_expired] * 4) == [None] * 8
    purge()
    assert SealedSession.objects.count() == SavedDraft.objects.count() == 100


@on_postgres_only
@pytest.mark.django_db(transaction=True)
def test_what_another_is_just_deleting_is_not_waited_for() -> None:
    """Or two who each hold a row the other wants would end with an error."""
    for number in range(5):
        now = timezone.now()
        SealedSession.objects.create(pk=f"{number}", sealed=b"-", begun=now, expires=now)
    with transaction.atomic():
        SealedSession.objects.filter(pk="3").delete()
        assert at_once(SessionStore.clear_expired) == [None]
        assert at_once(lambda: [*SealedSession.objects.values_list("pk", flat=True)]) == [["3"]]
    assert not SealedSession.objects.exists()


@on_postgres_only
@pytest.mark.django_db(transaction=True)
def test_who_leaves_while_a_page_is_saved_has_left() -> None:
    """Whichever comes first: the row does not come back."""
    for _time in range(15):
        session = SessionStore()
        session["case"] = "told"
        session.save()
        key = session.session_key
        assert key
        pages = [SessionStore(key) for _page in range(3)]
        for number, page in enumerate(pages):
            page["case"] = f"told again {number}"
        came = at_once(*(page.save for page in pages), SessionStore(key).delete)
        assert all(each is None or isinstance(each, UpdateError) for each in came), came
        assert not SealedSession.objects.exists() and SessionStore(key).load() == {}


@on_postgres_only
@pytest.mark.django_db(transaction=True)
def test_a_draft_saved_while_all_are_wrapped_again_is_the_newer_one() -> None:
    first, second = (Draft(replace(Case(), has_firearms=said), {}) for said in ("no", "yes"))
    words, hold = drafts.save(first)
    for _time in range(10):
        assert drafts.save_again(hold, first)
        came = at_once(drafts.rewrap, drafts.rewrap, partial(drafts.save_again, hold, second))
        assert came[2] is True and all(each[1] == 0 for each in came[:2]), came
        opened = drafts.open_with(words)
        assert opened and opened[0].case.has_firearms == "yes"


@on_postgres_only
@pytest.mark.django_db(transaction=True)
def test_what_is_forgotten_while_it_is_saved_again_is_forgotten() -> None:
    for _time in range(10):
        words, hold = drafts.save(Draft(Case(), {}))
        again = [partial(drafts.save_again, hold, Draft(Case(), {}))] * 2
        came = at_once(partial(drafts.forget_held, hold), *again)
        assert came[0] is True and set(came[1:]) <= {True, False}, came
        assert drafts.open_with(words) is None and not SavedDraft.objects.exists()


# What is left


_LEFT_BEHIND = """
import sys
import django
django.setup()
from datetime import timedelta
from django.core.management import call_command
from django.utils import timezone
from interview import drafts
from interview.case import Case
from interview.models import SavedDraft
call_command("migrate", verbosity=0)
words, hold = drafts.save(drafts.Draft(Case(), {}))
drafts.save(drafts.Draft(Case(), {}))
row = SavedDraft.objects.get(pk=hold.lookup)
print(hold.lookup, bytes(row.sealed)[2000:2100].hex())
if sys.argv[1] == "forget":
    assert drafts.forget(words)
elif sys.argv[1] == "purge":
    SavedDraft.objects.filter(pk=hold.lookup).update(expires=timezone.now() - timedelta(days=1))
    call_command("purge", verbosity=0)
else:
    call_command("rotate_drafts", verbosity=0)
"""
_TABLES_OF_IT = """
SELECT oid::regclass::text FROM pg_class WHERE oid = 'interview_saveddraft'::regclass
UNION SELECT reltoastrelid::regclass::text FROM pg_class WHERE oid = 'interview_saveddraft'::regclass
"""


@on_postgres_only
@pytest.mark.parametrize("way", ["forget", "purge", "rotate"])
def test_what_is_deleted_is_in_no_backup_and_no_row_is_kept_dead(tmp_path: Path, way: str) -> None:
    """Nor with the page it stood on, as far as PostgreSQL counts: its place is free at once, not some day."""
    with new_database(tmp_path) as database:
        settings = {"DJANGO_SETTINGS_MODULE": "interview.settings"}
        lookup, text = manage(database.url, "-c", _LEFT_BEHIND, way, **settings).split()
        programs = subprocess.check_output([ROOT / "scripts/with_postgres.sh", "--where"], text=True).strip()
        dump = subprocess.check_output([f"{programs}/pg_dump", database.url]).decode()
        assert text not in dump and ("lookup, sealed" in dump or "COPY public.interview_saveddraft" in dump)
        assert (lookup in dump) == (way == "rotate")
        database.ask("CREATE EXTENSION IF NOT EXISTS pgstattuple")
        for (table,) in database.ask(_TABLES_OF_IT):
            ((dead, live),) = database.ask(
                "SELECT dead_tuple_count, tuple_count FROM pgstattuple(%s::regclass)", (table,)
            )
            assert dead == 0 and live > 0, table


@on_postgres_only
def test_a_database_of_its_own_is_gone_afterwards(tmp_path: Path) -> None:
    there = Database(SERVER)
    with new_database(tmp_path) as database:
        name = database.url.rpartition("/")[2]
        assert there.ask("SELECT 1 FROM pg_database WHERE datname = %s", (name,)) == [(1,)]
    assert there.ask("SELECT 1 FROM pg_database WHERE datname = %s", (name,)) == []
