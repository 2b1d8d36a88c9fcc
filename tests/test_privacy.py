"""The canary: a whole journey with marked answers, then a search of everything that was written anywhere."""

from __future__ import annotations

import base64
import gzip
import json
import os
import re
import secrets
import shutil
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.core import signing
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page

from interview import drafts, sessions
from interview.answers import get_answer, set_answer
from interview.case import Case
from interview.chapters import CHAPTERS
from interview.drafts import Draft
from interview.fields import PersonName, ShortText, Story
from interview.models import SavedDraft, SealedSession
from interview.questions import steps_of
from interview.steps import step_url
from tests.browser import _QUIET, PHONE, WAY_OUT, Site, begin, follow, go_on, serve
from tests.paper import text_of
from tests.person import Person
from tests.stories_on_disk import story
from tests.test_browser import download, walk_to_review
from tests.traces import found_in, spellings, traces

MARK = "Zaqxswcanary"
TITLE_ELSEWHERE = "Qokedycontrol"  # of the dull page: it must be found in the browser's history
WHOLE = bool(os.environ.get("WHOLE_STORY"))  # `make stress`: every page clicked and typed
_KNOWN = ("900-55-0117", "(559) 555-0143", "elena.rc@example.com", "0AMP123")  # of the story, as it is


def marked(case: Case) -> tuple[Case, int]:
    """The story with a marked word in every answer that takes any words; and how many those are."""
    paths = {
        path
        for chapter in CHAPTERS
        for step in steps_of(chapter, case)
        if step.form is not None
        for name, path in step.form.case_paths(step.index).items()
        if type(step.form.base_fields[name]) in (ShortText, PersonName, Story) and get_answer(case, path)
    }
    for path in paths:
        case = set_answer(case, path, f"{get_answer(case, path)} {MARK}")
    return case, len(paths)


# The search itself


@pytest.mark.parametrize(
    "written",
    [
        lambda text: text.encode(),
        lambda text: text.upper().encode(),
        lambda text: text.encode("utf-16-le"),
        lambda text: text.encode("utf-16-be"),
        lambda text: quote(text).encode(),
        lambda text: text.encode().hex().encode(),
        lambda text: base64.b64encode(text.encode()),
        lambda text: base64.b64encode(b"a" + text.encode()),
        lambda text: base64.b64encode(b"ab" + text.encode() + b"c"),
        lambda text: base64.urlsafe_b64encode(b"abcde" + text.encode()),
        lambda text: os.urandom(999) + zlib.compress(text.encode() * 9) + os.urandom(99),
        lambda text: gzip.compress(text.encode()),
        lambda text: json.dumps({"name": text}).encode(),
    ],
)
def test_the_search_finds_what_it_looks_for(written: Callable[[str], bytes], tmp_path: Path) -> None:
    """Or a search that finds nothing would say nothing."""
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "deep" / "er" / "file").write_bytes(b"x" * 5000 + written(f"Ana {MARK} Reyes") + b"y" * 99)
    (tmp_path / "other").write_bytes(os.urandom(100_000))
    found, looked = traces([tmp_path], [MARK, *_KNOWN])
    assert found == {str(tmp_path / "deep" / "er" / "file"): {MARK}}
    assert looked > 100_000
    assert found_in(f"/tmp/{MARK}.txt".encode(), [MARK]) and len(spellings(MARK)) > 8


# The journey


@dataclass(frozen=True)
class Journey:
    """A visit from the first page to the way out, and what it left behind."""

    site: Site
    places: list[Path]  # what the server wrote to, and its processes' environments; [1] for temporary files
    during: dict[str, set[str]]  # found on the server while the visit went on
    profile: Path
    words: str  # the seven, as they were typed to come back
    page: str  # a page of the visit
    packet: bytes
    needles: tuple[str, ...]
    marked: int  # answers


@contextmanager
def own_browser(chromium: Browser, profile: Path, site: Site, downloads: Path) -> Iterator[BrowserContext]:
    """A browser with a profile on disk, as a person's has."""
    context = chromium.browser_type.launch_persistent_context(
        profile,
        executable_path=shutil.which("chromium") or shutil.which("chromium-browser"),
        args=list(_QUIET),
        viewport=PHONE,
        base_url=str(site),
        accept_downloads=True,
        downloads_path=downloads,
    )
    dull = f"<title>{TITLE_ELSEWHERE}</title><p>Dull</p>"
    context.route(f"{WAY_OUT}**", lambda route: route.fulfill(body=dull, content_type="text/html"))
    yield context
    context.close()


def processes(site: Site) -> list[Path]:
    children = Path(f"/proc/{site.pid}/task/{site.pid}/children").read_text().split()
    return [Path(f"/proc/{pid}/{what}") for pid in (site.pid, *children) for what in ("environ", "cmdline")]


@pytest.fixture(scope="module")
def journey(
    chromium: Browser, forms_dir: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Journey]:
    folder = tmp_path_factory.mktemp("watched")
    for name in ("site", "tmp", "home", "downloads"):
        (folder / name).mkdir()
    told, count = marked(story("everything"))
    elsewhere = {"TMPDIR": str(folder / "tmp"), "HOME": str(folder / "home")}
    for site in serve(folder / "site", forms_dir, XDG_CACHE_HOME=str(folder / "home" / "cache"), **elsewhere):
        written = [*(folder / name for name in ("site", "tmp", "home")), *site.database.files()]
        places = [*written, *processes(site)]
        with own_browser(chromium, folder / "profile", site, folder / "downloads") as context:
            page = context.pages[0]
            page.set_default_timeout(20_000)
            (walk_to_review if WHOLE else _tell_and_look)(page, told)
            shown, packet, words, needles = _visit(page)
            site.database.to_disk()
            during, _looked = traces(places, needles)
            _leave(page)
        site.database.to_disk()
        yield Journey(site, places, during, folder / "profile", words, shown, packet, needles, count)


def _tell_and_look(page: Page, told: Case) -> None:
    """Told quickly in the visit of this browser, which then shows each page, and saves each fifth again."""
    begin(page)
    person = Person(page.url.split("/step/", 1)[0])
    cookie = page.context.cookies()[0]
    person.cookie = f"{cookie['name']}={cookie['value']}"
    person.tell(told)
    steps = [(chapter, step) for chapter in CHAPTERS for step in steps_of(chapter, told) if step.form]
    for number, (chapter, step) in enumerate(steps):
        page.goto(step_url(chapter, step.slug), wait_until="domcontentloaded")
        if number % 5 == 0:
            go_on(page)
            assert page.locator("[role=alert] a, .error-summary a").count() == 0
    page.goto("/review/")


def _visit(page: Page) -> tuple[str, bytes, str, tuple[str, ...]]:
    """One page with a mistake; the packet; the plan; saved, left, come back to."""
    packet = download(page)
    page.goto("/plan/")
    page.locator("input[type=checkbox]").first.check()
    follow(page.locator("main form button").last)
    page.goto("/step/you/birth-date/")
    page.locator("[name=birth_date]").fill(f"2/30/1990 {MARK}")
    go_on(page)
    assert page.locator("[name=birth_date]").input_value() == f"2/30/1990 {MARK}"
    page.goto("/keep/")
    follow(page.get_by_role("button", name="Save and show my seven words"))
    listed = page.get_by_role("list", name="Your seven words").get_by_role("listitem").all_inner_texts()
    words = "-".join(listed)
    _leave(page)
    page.goto("/return/")
    page.get_by_label("Your seven words").fill(f"{words}-{listed[0]}")  # one too many, first
    follow(page.get_by_role("button", name="Open my answers"))
    page.get_by_label("Your seven words").fill(words)
    follow(page.get_by_role("button", name="Open my answers"))
    page.wait_for_url("**/tasks/")
    page.goto("/step/you/name/")
    page.locator("[name=name]").fill(f"Typed and not sent {MARK}")
    return page.content() + page.locator("[name=name]").input_value(), packet, words, (MARK, words, *_KNOWN)


def _leave(page: Page) -> None:
    page.get_by_role("link", name="Leave this site").last.click()
    page.get_by_text("Dull").wait_for()


def test_the_marks_were_told_shown_and_printed(journey: Journey, tmp_path: Path) -> None:
    """The control: what is searched for below was really there."""
    assert journey.marked > 40
    assert MARK in journey.page
    printed = text_of(journey.packet, tmp_path)
    assert printed.count(MARK) > 30 and all(each in printed for each in _KNOWN)


def test_the_machine_keeps_nothing_of_what_was_told(journey: Journey) -> None:
    """Database with its WAL, all that was logged, temporary files, caches, the processes' environments."""
    assert journey.during == {}
    found, looked = traces(journey.places, journey.needles)
    print(f"server: {looked:,} bytes looked through, {len(found)} files with a trace")
    assert found == {}
    control, _looked = traces(journey.places, ["interview_sealedsession", "DATABASE_URL"])
    assert any("environ" in name for name in control)
    assert any("site.sqlite3" in name or "/base/" in name for name in control), "the database was not read"
    assert os.listdir(journey.places[1]) == [], "a temporary file was left"
    assert journey.site.database.ask("SELECT count(*) FROM interview_sealedsession") == [(0,)]
    assert journey.site.database.ask("SELECT count(*) FROM interview_saveddraft") == [(1,)]


def test_the_browser_keeps_nothing_of_what_was_told(journey: Journey) -> None:
    """Its whole profile: history, cache, suggestions, open tabs as they are kept for after a crash."""
    found, looked = traces([journey.profile], journey.needles)
    print(f"browser: {looked:,} bytes looked through, {len(found)} files with a trace")
    assert found == {}
    control, _looked = traces([journey.profile], [TITLE_ELSEWHERE])
    assert any("History" in name for name in control), "the profile was not really written"


@pytest.mark.django_db
def test_a_page_given_back_is_fetched_anew_and_not_kept_with_what_was_sent() -> None:
    """Or Chromium writes the post into its record of open tabs, where it stays."""
    browser = Client(headers={"sec-fetch-mode": "navigate"})
    browser.post("/safety/")
    address = "/step/you/birth-date/?next=review"
    answer = browser.post(address, {"birth_date": f"2/30/1990 {MARK}"})
    assert (answer.status_code, answer["Location"], answer.content) == (303, address, b"")
    for _look in range(2):  # loading it again, or going Back to it, loses nothing
        page = browser.get(address)
        assert page.status_code == 200 and MARK in page.content.decode()
        assert "error-summary" in page.content.decode() or 'role="alert"' in page.content.decode()
        assert page["X-Frame-Options"] == "DENY" and page["Cache-Control"] == "no-store"
    assert MARK not in browser.get("/step/you/birth-date/").content.decode()
    assert browser.post(address, {"birth_date": "3/5/1990"}).status_code == 302
    assert MARK not in browser.get(address).content.decode()
    assert not any(MARK in str(value) for value in browser.session.values())

    wrong = browser.post("/return/", {"words": f"abacus {MARK}"})
    assert wrong["Location"] == "/return/" and MARK in browser.get("/return/").content.decode()
    browser.get("/exit/")
    assert MARK not in browser.get("/return/").content.decode()


@pytest.mark.django_db
def test_the_seven_words_never_wait_anywhere() -> None:
    browser = Client(headers={"sec-fetch-mode": "navigate"})
    browser.post("/safety/")
    shown = browser.post("/keep/").content.decode()
    words = re.findall(r"<li>(\w+)</li>", shown[shown.index("code-words") :])[:7]
    assert len(words) == 7 and "asked_again" not in browser.session
    assert "code-words" not in browser.get("/keep/").content.decode()


def test_every_table_is_noise(journey: Journey) -> None:
    database = journey.site.database
    names = database.tables()
    dump = b"".join(
        repr(row).encode() + b"".join(cell for cell in row if isinstance(cell, bytes))
        for name in names
        for row in database.ask(f'SELECT * FROM "{name}"')
    )
    assert {"interview_sealedsession", "interview_saveddraft"} <= set(names)
    assert found_in(dump, [*journey.needles, "petitioner", "respondent", "posted"]) == set()
    assert b"interview" in dump  # of the list of migrations: the dump is no empty one


# A stolen database, with every key that is not in it


@pytest.mark.django_db
def test_a_stolen_database_and_the_servers_keys_open_nothing(settings: Any) -> None:
    browser = Client()
    browser.post("/safety/")
    browser.post("/step/you/name/", {"name": MARK})
    browser.post("/keep/")
    cookie = browser.cookies[settings.SESSION_COOKIE_NAME].value
    row, draft = SealedSession.objects.get(), SavedDraft.objects.get()
    stolen = repr((row.pk, bytes(row.sealed), draft.pk, bytes(draft.sealed))).encode()
    assert found_in(stolen + bytes(row.sealed) + bytes(draft.sealed), [MARK, cookie]) == set()

    for guess in (row.pk, row.pk[:32], row.pk.upper(), draft.pk, settings.SECRET_KEY, ""):
        assert sessions.SessionStore(guess).load() == {}
        with pytest.raises((InvalidTag, ValueError)):
            sessions._open(guess, bytes(row.sealed))
    for sealed in (bytes(row.sealed), bytes(draft.sealed)):
        with pytest.raises(signing.BadSignature):
            signing.loads(sealed.decode("latin-1"))

    inside = drafts._server_keys().decrypt(bytes(draft.sealed))  # with the server keys too: still sealed
    assert found_in(inside, [MARK, "petitioner"]) == set()
    every = [settings.SECRET_KEY, settings.DRAFT_PEPPER, *settings.DRAFT_KEYS, row.pk, draft.pk]
    for secret in every:
        for key in {secret.encode()[:32], drafts._fernet_key(secret), drafts._hold((secret,)).key.encode()}:
            raw = key if len(key) == 32 else base64.urlsafe_b64decode(key)
            for sealed in (inside, bytes(row.sealed)):
                for bound in (None, draft.pk.encode(), row.pk.encode(), drafts._bound_to(_held(draft.pk), 1)):
                    with pytest.raises(InvalidTag):
                        AESGCM(raw).decrypt(sealed[:12], sealed[12:], bound)
    wrong = MultiFernet(
        [Fernet(drafts._fernet_key(secret)) for secret in every if secret not in settings.DRAFT_KEYS]
    )
    with pytest.raises(InvalidToken):
        wrong.decrypt(bytes(draft.sealed))
    assert MARK in browser.get("/review/").content.decode()  # the person, with their cookie, reads it


def _held(lookup: str) -> drafts.Hold:
    return drafts.Hold(lookup, "")


@pytest.mark.django_db
def test_the_seven_words_without_the_servers_keys_open_nothing(settings: Any) -> None:
    words, _hold = drafts.save(Draft(replace(Case(), has_firearms="no"), {}))
    settings.SECRET_KEY = secrets.token_urlsafe(48)
    assert drafts.open_with(words) is not None  # Django's key has no part in it
    settings.DRAFT_PEPPER = secrets.token_urlsafe(48)
    assert drafts.open_with(words) is None


# The documentation


def test_every_test_the_documentation_names_is_there() -> None:
    here = Path(__file__).parent
    text = (here.parent / "docs" / "security.md").read_text(encoding="utf-8")
    code = "".join(file.read_text(encoding="utf-8") for file in here.glob("test_*.py"))
    named = set(re.findall(r"`(test_\w+)`", text))
    assert len(named) > 25
    assert [name for name in sorted(named) if f"def {name}(" not in code] == []
    files = re.findall(r"`(tests/\w+\.py)`", text)
    assert files and all((here.parent / name).is_file() for name in files)
    for who in ("phone", "router", "kiosk", "disk", "database", "subpoena", "operator", "Spyware", "history"):
        assert who in text
