"""Sessions: what is stored says nothing without the cookie, and leaving or waiting ends it for good."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.conf import settings
from django.contrib.sessions.backends.base import UpdateError
from django.db import connection
from django.test import Client
from django.utils import timezone

from interview.case import Case
from interview.models import SealedSession
from interview.people import Petitioner
from interview.sessions import SessionStore, _row_id

pytestmark = pytest.mark.django_db
CANARY = "Zaqxsw Canary"


def stored(**data: Any) -> SessionStore:
    session = SessionStore()
    session.update(data or {"said": CANARY})
    session.save()
    return session


def later(seconds: float) -> Any:
    now = timezone.now() + timedelta(seconds=seconds)
    return patch("interview.sessions.timezone.now", return_value=now)


def test_what_is_stored_comes_back_with_the_cookie() -> None:
    assert SessionStore(stored().session_key)["said"] == CANARY


def test_a_stolen_database_says_nothing() -> None:
    session = stored()
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM interview_sealedsession")
        dump = repr(cursor.fetchall()).encode() + b"".join(
            bytes(row.sealed) for row in SealedSession.objects.all()
        )
    for secret in (CANARY, "said", session.session_key or "no key"):
        assert secret.encode() not in dump


def test_a_row_does_not_open_with_another_cookie_or_in_another_place() -> None:
    mine, other = stored(), stored(said="other")
    assert SessionStore("x" * 32).load() == {}
    sealed = SealedSession.objects.get(pk=_row_id(mine.session_key)).sealed
    SealedSession.objects.filter(pk=_row_id(other.session_key)).update(sealed=sealed)
    assert SessionStore(other.session_key).load() == {}


def test_the_row_id_from_a_stolen_database_is_no_cookie() -> None:
    assert SessionStore(_row_id(stored().session_key)).load() == {}


@pytest.mark.parametrize("where", [0, 15, -1])
def test_a_row_that_was_tampered_with_is_as_good_as_none(where: int) -> None:
    session = stored()
    row = SealedSession.objects.get()
    sealed = bytearray(bytes(row.sealed))
    sealed[where] ^= 1
    row.sealed = bytes(sealed)
    row.save()
    assert SessionStore(session.session_key).load() == {}


def test_the_same_answers_are_never_stored_as_the_same_bytes() -> None:
    session = stored()
    before = bytes(SealedSession.objects.get().sealed)
    session["said"] = CANARY
    session.save()
    assert bytes(SealedSession.objects.get().sealed) != before


def test_a_new_id_takes_the_answers_along_and_ends_the_old_one() -> None:
    session = stored()
    old = session.session_key
    session.cycle_key()
    session.save()
    assert SessionStore(session.session_key)["said"] == CANARY
    assert SessionStore(old).load() == {}
    assert SealedSession.objects.count() == 1


def test_leaving_shreds_the_row_and_nothing_brings_it_back() -> None:
    session = stored()
    still_open = SessionStore(session.session_key)
    still_open["said"] = "from a slower request"
    session.flush()
    assert not SealedSession.objects.exists()
    with pytest.raises(UpdateError):
        still_open.save()
    assert not SealedSession.objects.exists()


def test_a_page_that_only_reads_does_not_undo_a_page_that_writes() -> None:
    session = stored(said="old")
    reads, writes = SessionStore(session.session_key), SessionStore(session.session_key)
    assert reads["said"] == "old"
    writes["said"] = "new"
    writes.save()
    reads.save()
    assert SessionStore(session.session_key)["said"] == "new"


def test_an_idle_visit_ends_and_use_puts_the_end_off() -> None:
    session = stored()
    with later(settings.SESSION_COOKIE_AGE - 1):
        SessionStore(session.session_key).save()
    with later(settings.SESSION_COOKIE_AGE + 1):
        assert SessionStore(session.session_key)["said"] == CANARY
    with later(2 * settings.SESSION_COOKIE_AGE + 1):
        assert SessionStore(session.session_key).load() == {}


def test_no_visit_lasts_longer_than_the_longest() -> None:
    session = stored()
    for seconds in range(0, settings.SESSION_LONGEST + 1, settings.SESSION_COOKIE_AGE // 2):
        with later(seconds):
            SessionStore(session.session_key).save()
    with later(settings.SESSION_LONGEST + 1):
        assert SessionStore(session.session_key).load() == {}


def test_expired_rows_are_cleared_away_and_others_not() -> None:
    stored()
    with later(settings.SESSION_COOKIE_AGE - 10):
        kept = stored(said="kept")
    with later(settings.SESSION_COOKIE_AGE + 10):
        SessionStore.clear_expired()
        assert [row.pk for row in SealedSession.objects.all()] == [_row_id(kept.session_key)]


def test_a_new_visit_clears_expired_ones_away(client: Client) -> None:
    old = stored()
    SealedSession.objects.update(expires=timezone.now())
    client.post("/safety/")
    assert not SealedSession.objects.filter(pk=_row_id(old.session_key)).exists()
    assert SealedSession.objects.count() == 1


def test_the_cookie_of_a_visit(visit: Callable[[Case], Client]) -> None:
    browser = visit(Case(petitioner=Petitioner(name=CANARY)))
    cookie = browser.get("/tasks/").cookies[settings.SESSION_COOKIE_NAME]
    assert cookie["httponly"] and cookie["samesite"] == "Lax" and cookie["path"] == "/"
    assert cookie["secure"] and settings.SESSION_COOKIE_NAME.startswith("__Host-")
    assert not cookie["max-age"] and not cookie["expires"] and not cookie["domain"]


def test_exit_shreds_the_answers(visit: Callable[[Case], Client]) -> None:
    browser = visit(Case(petitioner=Petitioner(name=CANARY)))
    stolen = browser.cookies[settings.SESSION_COOKIE_NAME].value
    assert CANARY in browser.get("/step/you/name/").content.decode()
    browser.get("/exit/")
    assert not SealedSession.objects.exists()
    browser.cookies[settings.SESSION_COOKIE_NAME] = stolen
    assert browser.get("/step/you/name/")["Location"].startswith("/?")


def test_a_visit_begun_before_court_cases_had_parts_goes_on(visit: Callable[[Case], Client]) -> None:
    browser = visit(Case(petitioner=Petitioner(name=CANARY)))
    session = browser.session
    line = {"involved": "yes", "kinds": ["divorce"], "divorce": "Fresno, CA, 2024, 24FL00311"}
    session["case"] = session["case"] | {"other_cases": line}
    session.save()
    review = browser.get("/review/").content.decode()
    assert CANARY in review and "Fresno, CA, 2024, 24FL00311" in review


def test_a_visit_this_version_cannot_read_has_ended(visit: Callable[[Case], Client]) -> None:
    browser = visit(Case(petitioner=Petitioner(name=CANARY)))
    session = browser.session
    session["case"] = session["case"] | {"answers_of_tomorrow": "yes"}
    session.save()
    for address in ("/tasks/", "/review/", "/step/you/name/", "/result/"):
        assert browser.get(address)["Location"] == "/?ended=1"
    assert browser.post("/safety/")["Location"].startswith("/step/")
    assert CANARY not in browser.get("/step/you/name/").content.decode()
