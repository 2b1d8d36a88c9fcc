"""Settings from the environment: a value that cannot be read stops the site; logs hold no answers."""

from __future__ import annotations

import io
import logging
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.test import override_settings

from interview import keys
from interview.middleware import PlaceOnlyFormatter
from interview.settings import flag, https_address, whole_number

GOOD_KEY = "Pq7-zX2_mN9vBc4LkJh6GfD1sAw3eRt5YuI8oQ0p"
FILES = {"secret_key": GOOD_KEY, "draft_pepper": f"Z{GOOD_KEY}", "draft_keys": f"X{GOOD_KEY}\nY{GOOD_KEY}\n"}


@pytest.fixture(autouse=True)
def no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SECRET_KEY", "DRAFT_PEPPER", "DRAFT_KEYS"):
        monkeypatch.delenv(name, raising=False)


def put_keys(folder: Path, **changed: str) -> None:
    for name, text in (FILES | changed).items():
        (folder / name).write_text(text, encoding="utf-8")


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
        whole_number("IDLE", 60, "seconds", 30, 3600)


@pytest.mark.parametrize("said", ["a month", "-1", "0", "366", "1.5"])
def test_days_out_of_reason(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("DRAFT_DAYS", said)
    with pytest.raises(ImproperlyConfigured, match="DRAFT_DAYS"):
        whole_number("DRAFT_DAYS", 30, "days", 1, 365)


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
@pytest.mark.parametrize("name", ["SECRET_KEY", "DRAFT_PEPPER", "DRAFT_KEYS"])
def test_a_sample_key_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, key: str
) -> None:
    read = {"SECRET_KEY": keys.secret_key, "DRAFT_PEPPER": keys.draft_pepper, "DRAFT_KEYS": keys.draft_keys}
    monkeypatch.setenv(name, key)
    with pytest.raises(ImproperlyConfigured, match=name):
        read[name](tmp_path)
    monkeypatch.delenv(name)
    put_keys(tmp_path, **{name.lower(): key})
    with pytest.raises(ImproperlyConfigured, match=name):
        read[name](tmp_path)
    with override_settings(KEYS_DIR=tmp_path), pytest.raises(ImproperlyConfigured, match=name):
        keys.require()


def test_one_sample_among_good_draft_keys_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DRAFT_KEYS", f"{GOOD_KEY}, X{GOOD_KEY}")
    assert keys.draft_keys(tmp_path) == [GOOD_KEY, f"X{GOOD_KEY}"]
    monkeypatch.setenv("DRAFT_KEYS", f"{GOOD_KEY},changeme")
    with pytest.raises(ImproperlyConfigured, match="DRAFT_KEYS"):
        keys.draft_keys(tmp_path)


@pytest.mark.parametrize("missing", FILES)
def test_without_one_of_its_keys_the_site_does_not_start(tmp_path: Path, missing: str) -> None:
    put_keys(tmp_path)
    with override_settings(KEYS_DIR=tmp_path):
        keys.require()
    (tmp_path / missing).unlink()
    with (
        override_settings(KEYS_DIR=tmp_path),
        pytest.raises(ImproperlyConfigured, match=f"{missing.upper()}.*make_keys"),
    ):
        keys.require()
    with override_settings(KEYS_DIR=tmp_path, DEBUG=True):
        keys.require()


@pytest.mark.parametrize(
    "changed", [{"draft_pepper": GOOD_KEY}, {"draft_keys": GOOD_KEY}, {"draft_keys": f"Z{GOOD_KEY}"}]
)
def test_one_key_for_two_things_is_refused(tmp_path: Path, changed: dict[str, str]) -> None:
    put_keys(tmp_path, **changed)
    with override_settings(KEYS_DIR=tmp_path), pytest.raises(ImproperlyConfigured, match="differ"):
        keys.require()


def test_keys_are_read_from_their_files(tmp_path: Path) -> None:
    put_keys(tmp_path)
    assert keys.secret_key(tmp_path) == GOOD_KEY
    assert keys.draft_pepper(tmp_path) == f"Z{GOOD_KEY}"
    assert keys.draft_keys(tmp_path) == [f"X{GOOD_KEY}", f"Y{GOOD_KEY}"]


def test_a_new_draft_key_comes_before_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with override_settings(KEYS_DIR=tmp_path):
        call_command("make_keys", verbosity=0)
        keys.require()
        (old,) = keys.draft_keys(tmp_path)
        call_command("make_keys", "--new-draft-key", stdout=io.StringIO())
        new, *rest = keys.draft_keys(tmp_path)
        assert rest == [old] and new != old
        assert (tmp_path / "draft_keys").stat().st_mode & 0o777 == 0o600
        keys.require()
        monkeypatch.setenv("DRAFT_KEYS", GOOD_KEY)
        with pytest.raises(CommandError, match="environment"):
            call_command("make_keys", "--new-draft-key", verbosity=0)


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
