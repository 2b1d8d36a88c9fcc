"""Settings from the environment: a value that cannot be read stops the site; logs hold no answers."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import override_settings

from interview import keys
from interview.middleware import PlaceOnlyFormatter
from interview.settings import flag, https_address, seconds

GOOD_KEY = "Pq7-zX2_mN9vBc4LkJh6GfD1sAw3eRt5YuI8oQ0p"


@pytest.fixture(autouse=True)
def no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)


@pytest.mark.parametrize(("said", "means"), [("1", True), ("Yes", True), ("off", False), ("", False)])
def test_a_flag(monkeypatch: pytest.MonkeyPatch, said: str, means: bool) -> None:
    monkeypatch.setenv("A_FLAG", said)
    assert flag("A_FLAG") is means


def test_a_flag_is_never_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("A_FLAG", "Ture")
    with pytest.raises(ImproperlyConfigured, match="A_FLAG"):
        flag("A_FLAG", default=True)


@pytest.mark.parametrize("said", ["soon", "-5", "0", "999999", "1.5"])
def test_seconds_out_of_reason(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("IDLE", said)
    with pytest.raises(ImproperlyConfigured):
        seconds("IDLE", 60, at_most=3600)


@pytest.mark.parametrize(
    "said", ["http://a.example/", "javascript:alert(1)", "//a.example", "https://", "https://a.example/?q=me"]
)
def test_the_way_out_is_a_plain_https_address(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("OUT", said)
    with pytest.raises(ImproperlyConfigured):
        https_address("OUT", "https://www.weather.gov/")


@pytest.mark.parametrize(
    "key", ["short", "a" * 60, "django-insecure-" + GOOD_KEY, "changeme" + GOOD_KEY, "0123456789" * 5]
)
def test_a_sample_key_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, key: str) -> None:
    monkeypatch.setenv("SECRET_KEY", key)
    with pytest.raises(ImproperlyConfigured):
        keys.secret_key(tmp_path)
    monkeypatch.delenv("SECRET_KEY")
    (tmp_path / "secret_key").write_text(key)
    with pytest.raises(ImproperlyConfigured):
        keys.secret_key(tmp_path)


def test_without_a_key_the_site_does_not_start(tmp_path: Path) -> None:
    with override_settings(KEYS_DIR=tmp_path), pytest.raises(ImproperlyConfigured, match="make_keys"):
        keys.require()
    (tmp_path / "secret_key").write_text(f"{GOOD_KEY}\n")
    with override_settings(KEYS_DIR=tmp_path):
        keys.require()
    assert keys.secret_key(tmp_path) == GOOD_KEY


def test_a_log_line_says_where_and_not_what() -> None:
    try:
        raise ValueError("Zaqxsw Canary")
    except ValueError:
        failed = logging.LogRecord("django.request", 40, __file__, 1, "at %s", ("/Canary/",), sys.exc_info())
    line = PlaceOnlyFormatter().format(failed)
    assert "ValueError" in line and "test_settings.py" in line and "Canary" not in line
    warned = logging.LogRecord("pypdf", 40, __file__, 1, "text %s", ("Zaqxsw Canary",), None)
    assert "Canary" not in PlaceOnlyFormatter().format(warned)


@pytest.mark.parametrize(
    ("address", "street", "city"),
    [
        ("720 Ninth Street, Sacramento, CA 95814", "720 Ninth Street", "Sacramento, CA 95814"),
        (
            "720 Ninth Street, Room 101, Sacramento, CA 95814",
            "720 Ninth Street, Room 101",
            "Sacramento, CA 95814",
        ),
        ("", "", ""),
    ],
)
def test_a_kiosks_court_is_filled_in(settings: Any, address: str, street: str, city: str) -> None:
    from interview.storage import _preset_case

    settings.COURT_COUNTY, settings.COURT_NAME, settings.COURT_ADDRESS = "Fresno County", "Main", address
    court = _preset_case().court
    assert (court.county, court.street, court.city_and_zip) == ("Fresno", street, city)
