"""The check of a load balancer: yes or no, to anyone, and nothing else happens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.db import InterfaceError, OperationalError
from django.test import Client

from interview.case import Case
from interview.models import SealedSession
from tests.test_headers import check_headers

pytestmark = pytest.mark.django_db
Visit = Callable[[Case], Client]


@pytest.fixture(autouse=True)
def readable(settings: Any, tmp_path: Path) -> None:
    settings.FORMS_DIR = tmp_path


@pytest.mark.parametrize("method", ["get", "head"])
def test_it_is_well(client: Client, method: str) -> None:
    answer = getattr(client, method)("/health/")
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/plain")
    assert answer.content == (b"ok\n" if method == "get" else b"")
    check_headers(answer, "/health/")


@pytest.mark.parametrize("error", [OperationalError("Zaqxsw"), InterfaceError("Zaqxsw")])
def test_a_database_that_does_not_answer(client: Client, error: Exception) -> None:
    with patch("django.db.models.query.QuerySet.exists", side_effect=error):
        answer = client.get("/health/")
    assert (answer.status_code, answer.content) == (503, b"not ok\n")
    assert answer["Cache-Control"] == "no-store"
    assert client.get("/health/").status_code == 200


@pytest.mark.django_db(transaction=True)
def test_a_database_without_its_tables() -> None:
    """Made, and not migrated: it would serve nobody."""
    with patch.object(SealedSession._meta, "db_table", "not_there"):
        assert Client().get("/health/").status_code == 503
    assert Client().get("/health/").status_code == 200


def test_forms_that_cannot_be_read(client: Client, settings: Any, tmp_path: Path) -> None:
    settings.FORMS_DIR = tmp_path / "unmounted"
    assert client.get("/health/").status_code == 503
    settings.FORMS_DIR.touch()
    assert client.get("/health/").status_code == 503


@pytest.mark.parametrize("method", ["post", "put", "delete", "options", "patch"])
def test_it_is_only_asked(client: Client, method: str) -> None:
    answer = getattr(client, method)("/health/")
    assert answer.status_code == 405 and answer["Allow"] == "GET, HEAD" and answer.content == b""


def test_no_visit_is_begun_prolonged_or_told_of(visit: Visit) -> None:
    answer = Client().get("/health/")
    assert not answer.cookies and not SealedSession.objects.exists()
    browser = visit(Case())
    before = SealedSession.objects.values().get()
    answer = browser.get("/health/")
    assert not answer.cookies and answer.content == b"ok\n"
    assert SealedSession.objects.values().get() == before


def test_at_a_kiosk_it_erases_nothing(visit: Visit, settings: Any) -> None:
    settings.KIOSK = True
    browser = visit(Case())
    assert browser.get("/health/").content == b"ok\n"
    assert SealedSession.objects.count() == 1 and browser.get("/tasks/").status_code == 200


@pytest.mark.parametrize("host", ["10.0.0.7:8000", "[fd00::7]", "balancer.internal", "a b", ""])
def test_a_load_balancer_asks_by_number_and_plain_http(client: Client, settings: Any, host: str) -> None:
    """It knows no name of the site, and speaks no TLS behind the proxy. Any other page refuses both."""
    settings.ALLOWED_HOSTS = ["forms.example.org"]
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_REDIRECT_EXEMPT = [r"^health/$"]
    answer = Client().get("/health/", headers={"host": host})
    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert "Location" not in answer and "Strict-Transport-Security" not in answer
    assert Client().get("/", headers={"host": host}).status_code == 400
    assert Client().get("/", headers={"host": "forms.example.org"}).status_code == 301
