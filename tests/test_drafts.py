"""Saving by choice: the seven words are the only key, everything else fails alike, and gone is gone."""

from __future__ import annotations

import difflib
import hashlib
import io
import itertools
import logging
import os
import re
import secrets
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta
from importlib import resources
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from cryptography.fernet import MultiFernet
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from django.conf import settings as django_settings
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.management import CommandError, call_command
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from interview import code_words, drafts, tries
from interview.case import Case
from interview.case_json import to_json
from interview.drafts import Draft, Hold
from interview.keyed import with_keys
from interview.models import SavedDraft, SealedSession
from interview.people import Petitioner
from interview.purge import keep_purging, purge
from interview.sessions import SessionStore
from tests.databases import Database, new_database

pytestmark = pytest.mark.django_db
Visit = Callable[[Case], Client]
CANARY = "Zaqxsw Canary"
MINE = Draft(Case(petitioner=Petitioner(name=CANARY)), {"you": ["name"]})
ROOT = Path(__file__).parent.parent


def other_words(words: tuple[str, ...]) -> tuple[str, ...]:
    return (*words[:-1], "abacus" if words[-1] != "abacus" else "abdomen")


def in_days(number: float) -> Any:
    now = timezone.now() + timedelta(days=number)
    return patch("django.utils.timezone.now", return_value=now)


def words_shown(page: Any) -> tuple[str, ...]:
    shown = re.search(r'class="code-words".*?</ol>', page.content.decode(), re.DOTALL)
    return tuple(re.findall(r"<li>(\w+)</li>", shown[0])) if shown else ()


def saved_by(browser: Client) -> tuple[str, ...]:
    words = words_shown(browser.post("/keep/"))
    assert len(words) == 7
    return words


def come_back(words: tuple[str, ...], browser: Client | None = None) -> HttpResponse:
    return (browser or Client()).post("/return/", {"words": " ".join(words)})  # type: ignore[return-value]


# The words


def test_the_words_are_of_the_list_it_is_said_to_be() -> None:
    """A list that changes with a new version of its package would lock out who has a word of the old one."""
    file = (resources.files("xkcdpass") / "static" / "eff-long").read_bytes()
    assert (
        hashlib.sha256(file).hexdigest() == "6d557f0693958fb5e650b68b5bee585eb82cf4da32965505c789e924743bc522"
    )
    words = code_words.word_list()
    assert len(words) == len(set(words)) == 7776 - 4
    assert all(re.fullmatch("[a-z]{3,9}", word) for word in words)


def test_words_are_chosen_by_the_systems_randomness() -> None:
    with patch("interview.code_words.secrets.choice", side_effect=["abacus"] * 7) as choice:
        assert code_words.choose() == ("abacus",) * 7
    assert all(call.args == (code_words.word_list(),) for call in choice.call_args_list)
    assert len({code_words.choose() for _try in range(200)}) == 200


@pytest.mark.parametrize(
    "typed",
    [
        "abacus abdomen ability ablaze abnormal abrasion abreast",
        "  Abacus, ABDOMEN;  ability\n\nablaze - abnormal--abrasion.abreast  ",
        "abacus-abdomen-ability-ablaze-abnormal-abrasion-abreast",
        "1. abacus 2. abdomen 3. ability 4. ablaze 5. abnormal 6. abrasion 7. abreast",
        "aba\u200bcus abdomen\u00a0ability ablaze\u202e abnormal\tabrasion ａｂｒｅａｓｔ",
    ],
)
def test_words_are_read_as_people_write_them(typed: str) -> None:
    words = ("abacus", "abdomen", "ability", "ablaze", "abnormal", "abrasion", "abreast")
    assert code_words.read(typed) == words


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("abacuss " * 7, "We do not know the word “abacuss”. Did you mean “abacus”?"),
        ("abacus " * 6 + "qqqzzz", "We do not know the word “qqqzzz”. Check how it is spelled."),
        ("q" * 399, "We do not know the word “" + "q" * 30 + "…”."),
        ("abacus " * 6, "Enter all seven words. You entered 6 words."),
        ("abacus", "You entered 1 word."),
        ("abacus " * 8, "You entered 8 words."),
        ("1 2 3 ,,", "You entered 0 words."),
    ],
)
def test_what_cannot_be_a_code_is_told_from_the_list_alone(client: Client, typed: str, told: str) -> None:
    with pytest.raises(ValidationError) as refused:
        code_words.read(typed)
    assert told in refused.value.messages[0]
    with patch("interview.drafts._hold", side_effect=AssertionError("looked up")):
        page = client.post("/return/", {"words": typed}).content.decode()
    assert told in page and typed.split()[0] in page


def test_misspelled_words_cost_the_server_little() -> None:
    """They are not counted as tries, so looking for words that are near must be cheap."""
    near = difflib.get_close_matches
    with (
        patch("interview.code_words.difflib.get_close_matches", wraps=near) as looked,
        pytest.raises(ValidationError),
    ):
        code_words.read("abacuss abdomenn abilityy ablazee abnormall abrasionn abreastt")
    assert looked.call_count == 7
    assert all(len(call.args[1]) < len(code_words.word_list()) / 4 for call in looked.call_args_list)


# What is kept, and what opens it


@pytest.mark.parametrize("name", ["everything", "civil_everything", "diacritics", "least"])
def test_a_story_comes_back_whole(story: Callable[[str], Case], visit: Visit, name: str) -> None:
    case = story(name)
    browser = visit(case)
    session = browser.session
    session["posted"] = {"you": ["name", "birth-date"], "first": ["who"]}
    session.save()
    before = browser.get("/review/").content.decode()
    words = saved_by(browser)
    browser.get("/exit/")
    assert not SealedSession.objects.exists()
    again = Client()
    assert come_back(words, again)["Location"] == "/tasks/"
    assert again.session["case"] == to_json(with_keys(case))
    assert again.session["posted"] == {"you": ["name", "birth-date"], "first": ["who"]}
    strip = re.compile(r'value="[\w-]{40,}"|<p>What you saved.*?</p>\n| What you saved stays saved\.')
    assert strip.sub("", again.get("/review/").content.decode()) == strip.sub("", before)


def test_the_row_holds_nothing_but_noise() -> None:
    """Nor can the id be made from the words by who has the database alone, or the site without its pepper."""
    words, hold = drafts.save(MINE)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM interview_saveddraft")
        dump = repr(cursor.fetchall()).encode()
    row = SavedDraft.objects.get()
    dump += bytes(row.sealed)
    for secret in (CANARY, "petitioner", "posted", hold.key, *[word for word in words if len(word) > 5]):
        assert secret.encode() not in dump
    for guess in (" ".join(words), "".join(words)):
        for algorithm in ("sha256", "sha512", "md5", "blake2b"):
            assert hashlib.new(algorithm, guess.encode()).hexdigest()[:64] != row.pk
    with patch.object(django_settings, "DRAFT_PEPPER", secrets.token_urlsafe(48)):
        assert drafts._hold(words) != hold
        assert drafts.open_with(words) is None
    assert row.version == 1 and row.pk == hold.lookup and hold.lookup not in hold.key


def test_the_length_of_a_row_and_its_times_tell_little(story: Callable[[str], Case]) -> None:
    drafts.save(Draft(Case(), {}))
    drafts.save(Draft(story("everything"), {"you": ["name"] * 40}))
    small, large = SavedDraft.objects.all()
    assert len(bytes(small.sealed)) == len(bytes(large.sealed))
    assert small.expires == large.expires and (timezone.localtime(small.expires).hour) == 0
    assert bytes(small.sealed)[:8] == bytes(large.sealed)[:8]  # Fernet's time stamp is always 0
    drafts.save(Draft(Case(petitioner=Petitioner(name="x" * drafts.PADDED_TO)), {}))
    lengths = sorted({len(bytes(row.sealed)) for row in SavedDraft.objects.all()})
    assert len(lengths) == 2 and lengths[1] - lengths[0] > drafts.PADDED_TO


def test_wrong_words_open_nothing() -> None:
    words, _hold = drafts.save(MINE)
    assert drafts.open_with(other_words(words)) is None
    assert drafts.open_with(tuple(reversed(words))) is None
    found = drafts.open_with(words)
    assert found is not None and found[0] == MINE


@pytest.mark.parametrize("where", [0, 9, 30, 2000, -40, -1])
def test_a_draft_that_was_tampered_with_opens_no_more(where: int) -> None:
    words, _hold = drafts.save(MINE)
    row = SavedDraft.objects.get()
    sealed = bytearray(bytes(row.sealed))
    sealed[where] = ord("A") if sealed[where] != ord("A") else ord("B")
    row.sealed = bytes(sealed)
    row.save()
    assert drafts.open_with(words) is None


def test_who_has_the_servers_keys_can_not_change_a_draft_either() -> None:
    """Inside the wrapping each byte counts too, and so does the version beside it."""
    words, hold = drafts.save(MINE)
    row = SavedDraft.objects.get()
    whole, fernet = bytes(row.sealed), drafts._server_keys()
    for where in (0, 12, -1):
        inside = bytearray(fernet.decrypt(whole))
        inside[where] ^= 1
        SavedDraft.objects.update(sealed=fernet.encrypt(bytes(inside)))
        assert drafts.open_with(words) is None
    SavedDraft.objects.update(sealed=whole, version=2)
    assert drafts.open_with(words) is None
    SavedDraft.objects.update(version=1)
    assert drafts.open_with(words) == (MINE, hold)


def test_exchanged_rows_open_with_neither_code() -> None:
    """Even under one and the same key a blob is bound to its row."""
    (mine, hold), (other, other_hold) = drafts.save(MINE), drafts.save(Draft(Case(), {}))
    blobs = {row.pk: row.sealed for row in SavedDraft.objects.all()}
    SavedDraft.objects.filter(pk=hold.lookup).update(sealed=blobs[other_hold.lookup])
    SavedDraft.objects.filter(pk=other_hold.lookup).update(sealed=blobs[hold.lookup])
    assert drafts.open_with(mine) is None and drafts.open_with(other) is None
    elsewhere = Hold(other_hold.lookup, hold.key)
    SavedDraft.objects.filter(pk=hold.lookup).update(sealed=drafts._sealed(elsewhere, MINE, 1))
    assert drafts.open_with(mine) is None


def test_a_draft_lasts_its_days_from_the_last_time_it_was_saved(settings: Any) -> None:
    settings.DRAFT_DAYS = 30
    words, hold = drafts.save(MINE)
    with in_days(29):
        assert drafts.open_with(words) is not None
        assert drafts.save_again(hold, MINE)
    with in_days(29 + 30):
        assert drafts.open_with(words) is not None
    with in_days(29 + 31 + 0.1):
        assert drafts.open_with(words) is None
        assert not drafts.save_again(hold, MINE) and not drafts.forget(words)


def test_the_servers_key_is_changed_without_the_words(settings: Any) -> None:
    words, hold = drafts.save(MINE)
    old, new = settings.DRAFT_KEYS[0], secrets.token_urlsafe(48)
    settings.DRAFT_KEYS = [new, old]
    assert drafts.open_with(words) == (MINE, hold)
    settings.DRAFT_KEYS = [new]
    assert drafts.open_with(words) is None  # a key taken away too soon, or stolen rows elsewhere
    with pytest.raises(CommandError, match="1 drafts"):
        call_command("rotate_drafts", stdout=io.StringIO())
    settings.DRAFT_KEYS = [new, old]
    before = SavedDraft.objects.get()
    out = io.StringIO()
    call_command("rotate_drafts", stdout=out)
    assert "newest key: 1." in out.getvalue()
    settings.DRAFT_KEYS = [new]
    assert drafts.open_with(words) == (MINE, hold)
    after = SavedDraft.objects.get()
    assert after.expires == before.expires and len(bytes(after.sealed)) == len(bytes(before.sealed))
    settings.DRAFT_KEYS = [old]
    assert drafts.open_with(words) is None


def test_wrapping_again_never_undoes_a_save_made_meanwhile(settings: Any) -> None:
    words, hold = drafts.save(Draft(Case(), {}))
    keys = drafts._server_keys()

    def slow(sealed: bytes) -> bytes:
        assert drafts.save_again(hold, MINE)
        return MultiFernet.rotate(keys, sealed)

    with patch.object(keys, "rotate", slow):
        assert drafts.rewrap() == (0, 0)
    assert drafts.open_with(words) == (MINE, hold)


@pytest.mark.parametrize(("name", "nothing"), [("DRAFT_PEPPER", ""), ("DRAFT_KEYS", [])])
def test_without_keys_nothing_is_saved_in_the_clear(settings: Any, name: str, nothing: Any) -> None:
    setattr(settings, name, nothing)
    with pytest.raises(ImproperlyConfigured, match=name):
        drafts.save(MINE)
    assert not SavedDraft.objects.exists()


# Failing alike


def _expire(_words: tuple[str, ...]) -> None:
    SavedDraft.objects.update(expires=timezone.now())


def _tamper(_words: tuple[str, ...]) -> None:
    sealed = bytearray(bytes(SavedDraft.objects.get().sealed))
    sealed[500] ^= 1
    SavedDraft.objects.update(sealed=bytes(sealed))


def _wrap_with_a_lost_key(_words: tuple[str, ...]) -> None:
    lost = drafts._fernet((secrets.token_urlsafe(48),))
    inside = drafts._server_keys().decrypt(bytes(SavedDraft.objects.get().sealed))
    SavedDraft.objects.update(sealed=lost.encrypt(inside))


def _swap(_words: tuple[str, ...]) -> None:
    _other, hold = drafts.save(Draft(Case(), {}))
    blob = SavedDraft.objects.get(pk=hold.lookup).sealed
    SavedDraft.objects.update(sealed=blob)


def _from_a_later_version(words: tuple[str, ...]) -> None:
    hold = drafts._hold(words)
    with patch("interview.drafts.case_json.to_json", return_value={"version": 1, "tomorrow": "yes"}):
        assert drafts.save_again(hold, MINE)


def _of_another_shape(words: tuple[str, ...]) -> None:
    """As a later program might write, before this one is put back."""
    hold = drafts._hold(words)
    with patch("interview.drafts.json.dumps", return_value='{"told": []}'):
        assert drafts.save_again(hold, MINE)


def _none(_words: tuple[str, ...]) -> None:
    SavedDraft.objects.all().delete()


FAILURES = [_none, _expire, _tamper, _wrap_with_a_lost_key, _swap, _from_a_later_version, _of_another_shape]


@pytest.mark.parametrize("broken", FAILURES)
def test_every_failure_is_answered_alike(broken: Callable[[tuple[str, ...]], None]) -> None:
    words, _hold = drafts.save(MINE)
    plain = come_back(other_words(words))
    broken(words)
    with patch("interview.drafts.Scrypt", wraps=Scrypt) as stretched:
        answer = come_back(words)
    assert stretched.call_count == 1  # the slow part is the same, whatever fails
    assert answer.status_code == plain.status_code == 200
    tokens = re.compile(r'name="csrfmiddlewaretoken" value="\w+"|>\s*[\w ]+</textarea>')
    assert tokens.sub("", answer.content.decode()) == tokens.sub("", plain.content.decode())
    assert "These words do not open anything." in answer.content.decode()
    assert CANARY not in answer.content.decode() and answer["Cache-Control"] == "no-store"


# The pages


def test_saving_is_offered_on_every_page_of_a_visit_and_coming_back_on_the_first(
    visit: Visit, story: Callable[[str], Case], client: Client
) -> None:
    first = client.get("/").content.decode()
    assert 'href="/return/"' in first and "unless you choose to save it" in first
    assert 'href="/keep/"' not in first
    browser = visit(story("least"))
    for address in ("/tasks/", "/step/you/name/", "/review/", "/result/", "/packet/", "/plan/"):
        assert 'href="/keep/"' in browser.get(address).content.decode(), address


def test_nothing_is_saved_by_looking(visit: Visit) -> None:
    browser = visit(MINE.case)
    page = browser.get("/keep/").content.decode()
    assert "30 days" in page and "nobody can get your answers back" in page
    assert not SavedDraft.objects.exists()
    assert Client().get("/keep/")["Location"] == "/"
    assert Client().post("/keep/")["Location"].startswith("/?")
    assert not SavedDraft.objects.exists()


def test_the_words_are_shown_once_and_kept_nowhere(
    visit: Visit, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    browser = visit(MINE.case)
    caplog.set_level(logging.DEBUG)
    shown = browser.post("/keep/")
    words = words_shown(shown)
    assert len(words) == 7 and shown.status_code == 200 and shown["Cache-Control"] == "no-store"
    assert come_back(words).status_code == 302
    held = repr(dict(browser.session.items()))
    later = "".join(browser.get(url).content.decode() for url in ("/keep/", "/tasks/", "/forget/", "/"))
    headers = repr(shown.headers) + repr(browser.cookies)
    for text in (held, later, headers, caplog.text):
        assert not any(re.search(rf"\b{word}\b", text) for word in words if len(word) > 6)
        assert " ".join(words) not in text and "-".join(words) not in text
    assert words_shown(browser.post("/keep/")) == ()  # under the same words, which we no longer know


def test_a_failed_try_writes_no_word_to_a_log(monkeypatch: pytest.MonkeyPatch) -> None:
    words, _hold = drafts.save(MINE)
    written = io.StringIO()
    handler = next(each for each in logging.getLogger("django.request").handlers if each.name == "console")
    monkeypatch.setattr(handler, "stream", written)
    browser = Client(raise_request_exception=False)
    with patch("interview.drafts._hold", side_effect=RuntimeError(" ".join(words))):
        assert come_back(words, browser).status_code == 500
    what, _at, places = written.getvalue().partition(" at ")
    assert what == "ERROR django.request RuntimeError" and "keeping.py" in places
    assert not any(f"{one} {next_one}" in places for one, next_one in itertools.pairwise(words))


def test_coming_back_begins_a_session_of_its_own(visit: Visit) -> None:
    words, _hold = drafts.save(MINE)
    browser = visit(Case(petitioner=Petitioner(name="Someone Else")))
    planted = browser.cookies[django_settings.SESSION_COOKIE_NAME].value
    session = browser.session
    session["helper"] = True
    session.save()
    assert "take their place" in browser.get("/return/").content.decode()
    token_before = browser.session.get("_csrftoken")
    assert come_back(words, browser)["Location"] == "/tasks/"
    assert browser.cookies[django_settings.SESSION_COOKIE_NAME].value != planted
    assert SessionStore(planted).load() == {}
    assert SealedSession.objects.count() == 1
    assert browser.session.get("helper") is None and browser.session.get("_csrftoken") != token_before
    review = browser.get("/review/").content.decode()
    assert CANARY in review and "Someone Else" not in review
    assert "To keep what you changed since then, save again" in review


def test_a_failed_try_harms_no_open_visit(visit: Visit) -> None:
    words, _hold = drafts.save(Draft(Case(), {}))
    browser = visit(MINE.case)
    assert come_back(other_words(words), browser).status_code == 200
    assert CANARY in browser.get("/review/").content.decode()


def test_saving_again_goes_under_the_same_words(visit: Visit) -> None:
    words, _hold = drafts.save(Draft(Case(), {}))
    browser = Client()
    come_back(words, browser)
    browser.post("/step/you/name/", {"name": CANARY})
    found = drafts.open_with(words)
    assert found is not None and found[0].case.petitioner.name == ""  # not before they say so
    page = browser.post("/keep/").content.decode()
    assert "same as before" in page
    found = drafts.open_with(words)
    assert found is not None and found[0].case.petitioner.name == CANARY
    assert found[0].posted == {"you": ["name"]}
    assert SavedDraft.objects.count() == 1


def test_new_words_end_the_old_ones(visit: Visit) -> None:
    browser = visit(MINE.case)
    old = saved_by(browser)
    new = words_shown(browser.post("/keep/", {"new": "1"}))
    assert len(new) == 7 and new != old
    assert drafts.open_with(old) is None and drafts.open_with(new) is not None
    assert SavedDraft.objects.count() == 1


_ON_DISK = """
import pathlib, sys
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
row = SavedDraft.objects.get()
left = {"text": bytes(row.sealed)[2000:2100], "id": hold.lookup.encode()}
if sys.argv[2] == "forget":
    assert drafts.forget(words)
elif sys.argv[2] == "purge":
    SavedDraft.objects.update(expires=timezone.now() - timedelta(days=1))
    call_command("purge", verbosity=0)
else:
    del left["id"]
    call_command("rotate_drafts", verbosity=0)
files = list(pathlib.Path(sys.argv[1]).glob("site.sqlite3*"))
print(len(files), [name for name, bytes_ in left.items() for file in files if bytes_ in file.read_bytes()])
"""


@pytest.mark.parametrize("way", ["forget", "purge", "rotate"])
def test_what_is_deleted_is_in_no_file_of_the_database(tmp_path: Path, way: str) -> None:
    """Nor in SQLite's write-ahead log, which secure_delete does not clean. Asked while the site is open."""
    keys = {name: secrets.token_urlsafe(48) for name in ("SECRET_KEY", "DRAFT_PEPPER", "DRAFT_KEYS")}
    environment = (
        os.environ
        | keys
        | {
            "DATABASE_URL": f"sqlite:///{tmp_path / 'site.sqlite3'}",
            "DJANGO_SETTINGS_MODULE": "interview.settings",
        }
    )
    ran = subprocess.run(
        [sys.executable, "-c", _ON_DISK, str(tmp_path), way],
        cwd=ROOT, env=environment, capture_output=True, text=True,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    count, _gap, found = ran.stdout.strip().partition(" ")
    assert int(count) >= 1 and found == "[]"


def test_what_was_forgotten_elsewhere_does_not_come_back_under_its_words(visit: Visit) -> None:
    browser = visit(MINE.case)
    old = saved_by(browser)
    assert drafts.forget(old)
    new = saved_by(browser)
    assert new != old and drafts.open_with(old) is None


def test_leaving_and_erasing_leave_what_was_saved(visit: Visit) -> None:
    browser = visit(MINE.case)
    words = saved_by(browser)
    assert "stays saved when you leave" in browser.get("/tasks/").content.decode()
    start = browser.post("/erase/", follow=True).content.decode()
    assert 'href="/return/"' in start and 'href="/forget/"' in start  # it is still there, and how to end it
    assert not SealedSession.objects.exists()
    assert come_back(words, browser)["Location"] == "/tasks/"
    browser.get("/exit/")
    assert drafts.open_with(words) is not None


def test_forgetting_with_the_words() -> None:
    words, _hold = drafts.save(MINE)
    browser = Client()
    wrong = browser.post("/forget/", {"words": " ".join(other_words(words))})
    assert "These words do not open anything." in wrong.content.decode()
    assert SavedDraft.objects.count() == 1
    gone = browser.post("/forget/", {"words": " ".join(words).upper()})
    assert "What you saved is erased" in gone.content.decode()
    assert not SavedDraft.objects.exists()
    again = browser.post("/forget/", {"words": " ".join(words)})
    assert "These words do not open anything." in again.content.decode()


def test_forgetting_at_once_in_the_visit_that_saved(visit: Visit) -> None:
    browser = visit(MINE.case)
    words = saved_by(browser)
    assert "Yes, erase what I saved" in browser.get("/forget/").content.decode()
    assert SavedDraft.objects.count() == 1  # the page alone erases nothing
    for _press in range(2):
        assert "What you saved is erased" in browser.post("/forget/", {"held": "1"}).content.decode()
    assert not SavedDraft.objects.exists() and drafts.open_with(words) is None
    assert "Yes, erase what I saved" not in browser.get("/forget/").content.decode()
    assert CANARY in browser.get("/review/").content.decode()
    assert len(saved_by(browser)) == 7


def test_without_the_pages_own_token_nothing_is_saved_opened_or_forgotten() -> None:
    words, _hold = drafts.save(MINE)
    strict = Client(enforce_csrf_checks=True)
    strict.get("/return/")
    for address in ("/return/", "/forget/"):
        assert strict.post(address, {"words": " ".join(words)})["Location"] == address
    assert "case" not in strict.session and SavedDraft.objects.count() == 1


def test_tries_are_limited_for_one_visit_and_nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    words, _hold = drafts.save(MINE)
    clock = [1_000_000.0]
    monkeypatch.setattr("interview.tries.time.time", lambda: clock[0])
    hammering = Client()
    with patch("interview.drafts.open_with", return_value=None) as opened:
        answers = [come_back(other_words(words), hammering).status_code for _try in range(15)]
    assert answers == [200] * tries.AT_ONCE + [429] * 5 and opened.call_count == tries.AT_ONCE
    slow = come_back(words, hammering)  # right or wrong, it is not looked up now
    assert slow.status_code == 429 and "wait one minute" in slow.content.decode()
    assert " ".join(words) in slow.content.decode()  # nothing to type again
    assert hammering.post("/forget/", {"words": " ".join(words)}).status_code == 429
    assert come_back(words, Client()).status_code == 302  # nobody is locked out by it
    clock[0] += tries.REFILL + 1
    assert come_back(words, hammering).status_code == 302


def test_a_clock_set_back_makes_nobody_wait_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    words, _hold = drafts.save(MINE)
    clock = [1_000_000.0]
    monkeypatch.setattr("interview.tries.time.time", lambda: clock[0])
    browser = Client()
    with patch("interview.drafts.open_with", return_value=None):
        for _try in range(tries.AT_ONCE):
            come_back(words, browser)
    clock[0] -= 10_000
    assert come_back(words, browser).status_code == 429
    clock[0] += tries.REFILL + 1
    assert come_back(words, browser).status_code == 302


def test_many_at_once_are_told_to_press_again_and_lose_nothing(visit: Visit) -> None:
    """Stretching takes a core and 32 MiB: a flood of it leaves a worker's other threads to everybody else."""
    words, _hold = drafts.save(MINE)
    browser, saver = Client(), visit(MINE.case)
    with ExitStack() as flood:
        for _post in range(drafts.INSIDE):
            flood.enter_context(drafts._room())
        for _press in range(tries.AT_ONCE + 5):  # none of them counts as a try
            busy = come_back(words, browser)
            assert busy.status_code == 503 and "busy" in busy.content.decode()
            assert " ".join(words) in busy.content.decode() and busy["Cache-Control"] == "no-store"
        assert browser.post("/forget/", {"words": " ".join(words)}).status_code == 503
        unsaved = saver.post("/keep/")
        assert unsaved.status_code == 503 and "busy" in unsaved.content.decode()
        assert SavedDraft.objects.count() == 1 and words_shown(unsaved) == ()
        assert browser.get("/").status_code == 200
    assert come_back(words, browser).status_code == 302
    assert len(saved_by(saver)) == 7


def test_only_so_many_are_stretched_at_once() -> None:
    at_work, most, told_busy = 0, 0, []
    count = threading.Lock()

    def slow(**_settings: Any) -> Any:
        class Slow:
            def derive(self, _words: bytes) -> bytes:
                nonlocal at_work, most
                with count:
                    at_work += 1
                    most = max(most, at_work)
                time.sleep(0.2)
                with count:
                    at_work -= 1
                return bytes(32)

        return Slow()

    def post() -> None:
        try:
            drafts._hold(("abacus",) * 7)
        except drafts.Busy:
            told_busy.append(1)

    with patch("interview.drafts.Scrypt", slow):
        posts = [threading.Thread(target=post) for _post in range(12)]
        for each in posts:
            each.start()
        for each in posts:
            each.join()
    assert most == drafts.AT_WORK and len(told_busy) == 12 - drafts.INSIDE


@pytest.mark.parametrize("address", ["/keep/", "/return/", "/forget/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_kiosk_has_no_such_pages(visit: Visit, settings: Any, address: str, method: str) -> None:
    words, _hold = drafts.save(MINE)
    settings.KIOSK = True
    browser = visit(MINE.case)
    answer = getattr(browser, method)(address, {"words": " ".join(words)})
    assert answer.status_code == 404 and SavedDraft.objects.count() == 1
    for page in ("/tasks/", "/step/you/name/", "/review/", "/safety/", "/", "/?ended=1"):  # "/" erases
        shown = browser.get(page)
        offer = re.compile(r"/keep/|/return/|/forget/|seven words|come back later|choose to save")
        assert shown.status_code == 200 and not offer.search(shown.content.decode()), page


# Deleting what has expired


def _one_expired_and_one_not_of_each() -> tuple[str, str]:
    kept = []
    for expired in (True, False):
        _words, hold = drafts.save(MINE)
        session = SessionStore()
        session.save()
        if expired:
            SavedDraft.objects.update(expires=timezone.now())
            SealedSession.objects.update(expires=timezone.now())
        kept = [hold.lookup, session.session_key or ""]
    return kept[0], kept[1]


@pytest.mark.parametrize("way", [purge, lambda: call_command("purge", verbosity=0)])
def test_purge_deletes_what_has_expired_and_nothing_else(way: Callable[[], None]) -> None:
    lookup, session_key = _one_expired_and_one_not_of_each()
    way()
    assert [row.pk for row in SavedDraft.objects.all()] == [lookup]
    assert SealedSession.objects.count() == 1 and SessionStore().exists(session_key)


def test_purging_goes_on_after_a_failure() -> None:
    with patch("interview.purge.purge", side_effect=RuntimeError) as failing:
        stop = keep_purging(every=0.01)
        end = time.monotonic() + 10
        while failing.call_count < 3 and time.monotonic() < end:
            time.sleep(0.01)
        stop.set()
    assert failing.call_count >= 3


def test_a_served_site_purges_by_itself(tmp_path: Path) -> None:
    """gunicorn, two workers, no request: an expired draft goes, another stays."""
    with new_database(tmp_path) as database:
        assert _kept_by_a_served_site(tmp_path, database) == ["new"]


def _kept_by_a_served_site(folder: Path, database: Database) -> list[str]:
    environment = os.environ | {
        "AMPARO_LOCAL": "1",
        "KEYS_DIR": str(folder / "keys"),
        **{name: secrets.token_urlsafe(48) for name in ("SECRET_KEY", "DRAFT_PEPPER", "DRAFT_KEYS")},
        "DATABASE_URL": database.url,
        "GUNICORN_BIND": f"unix:{folder / 'socket'}",
        "WEB_CONCURRENCY": "2",
    }
    migrate = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    subprocess.run(migrate, cwd=ROOT, env=environment, check=True)
    insert = "INSERT INTO interview_saveddraft (lookup, sealed, version, expires) VALUES (%s, %s, 1, %s)"
    database.ask(insert, ("old", b"-", "2020-01-01 00:00:00"))
    database.ask(insert, ("new", b"-", "2999-01-01 00:00:00"))
    server = subprocess.Popen([sys.executable, "-m", "gunicorn", "interview.wsgi"], cwd=ROOT, env=environment)
    try:
        there, end = ["old", "new"], time.monotonic() + 60
        while "old" in there and time.monotonic() < end:
            time.sleep(0.2)
            there = [row[0] for row in database.ask("SELECT lookup FROM interview_saveddraft")]
    finally:
        server.terminate()
        server.wait(timeout=20)
    return there
