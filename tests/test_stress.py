"""Many people at once, and what breaks under them: no answers reach another, and nothing told is lost."""

from __future__ import annotations

import hashlib
import http.client
import os
import re
import resource
import shutil
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.db import OperationalError
from django.test import Client

from interview.case import Case
from interview.sessions import SessionStore
from tests.browser import Site, serve
from tests.databases import ON_POSTGRES, on_postgres_only
from tests.paper import text_of
from tests.person import Answer, Person
from tests.stories_on_disk import story

pytestmark = pytest.mark.alone  # it takes all the machine has
AT_ONCE = int(os.environ.get("PEOPLE", "100"))
WHOLE = bool(os.environ.get("WHOLE_STORY"))  # `make stress`: every page, and not only those with an answer
_MARK = re.compile(r"Qx[a-z]{6}")
NAME = "/step/you/name/"


@pytest.fixture(scope="module")
def busy_site(forms_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Several workers, each with several threads."""
    yield from serve(tmp_path_factory.mktemp("busy"), forms_dir, WEB_CONCURRENCY="3")


def workers_of(site: Site) -> list[int]:
    return [int(each) for each in Path(f"/proc/{site.pid}/task/{site.pid}/children").read_text().split()]


def mark(number: int, what: int) -> str:
    """A word nobody else has: "Qxaaaaab"."""
    number = number * 3 + what
    return "Qx" + "".join(chr(97 + number // 26**place % 26) for place in reversed(range(6)))


def story_of(number: int) -> Case:
    """A short story with three words in it that are this person's alone."""
    least = story("least")
    event = replace(least.incidents[0], story=f"{least.incidents[0].story} {mark(number, 2)}.")
    return replace(
        least,
        petitioner=replace(least.petitioner, name=f"Ana {mark(number, 0)}"),
        respondent=replace(least.respondent, name=f"Bo {mark(number, 1)}"),
        incidents=(event,),
    )


def own_words(number: int) -> set[str]:
    return {mark(number, what) for what in range(3)}


class Watched(Person):
    """Keeps every marked word any page has shown."""

    def __init__(self, site: str) -> None:
        super().__init__(site)
        self.seen: set[str] = set()
        self.failed: list[int] = []

    def ask(self, method: str, address: str, body: bytes | None = None, **headers: str) -> Answer:
        answer = super().ask(method, address, body, **headers)
        self.seen |= set(_MARK.findall(answer.body.decode("latin-1")))
        if answer.status >= 400:
            self.failed.append(answer.status)
        return answer


def test_a_hundred_people_at_once_each_get_their_own_packet(busy_site: Site, tmp_path: Path) -> None:
    together = threading.Barrier(AT_ONCE)

    def one(number: int) -> tuple[Watched, bytes]:
        person = Watched(busy_site)
        together.wait(timeout=60)
        person.tell(story_of(number)) if WHOLE else person.tell_shortly(story_of(number))
        packet = person.get("/packet/download/")
        assert packet.headers["content-type"] == "application/pdf"
        return person, packet.body

    started = time.monotonic()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        everyone = list(pool.map(one, range(AT_ONCE)))
    seconds = time.monotonic() - started
    crossed = 0
    # of the words told: a token of the site's own may look like one
    all_words = {word for number in range(AT_ONCE) for word in own_words(number)}
    for number, (person, packet) in enumerate(everyone):
        printed = set(_MARK.findall(text_of(packet, tmp_path)))
        assert printed == own_words(number), f"packet of person {number}"
        crossed += bool(person.seen & all_words - own_words(number))
        assert person.failed == []
    asked = sum(person.asked for person, _packet in everyone)
    print(f"{AT_ONCE} people, {asked} pages, {asked / seconds:.0f} a second, {crossed} sessions crossed")
    assert crossed == 0
    assert len({person.cookie for person, _packet in everyone}) == AT_ONCE


# A worker killed


def half_a_post(site: Site, person: Person, address: str, body: bytes) -> socket.socket:
    """A post whose second half never comes."""
    host, port = site.removeprefix("http://").split(":")
    open_post = socket.create_connection((host, int(port)), timeout=10)
    head = f"POST {address} HTTP/1.1\r\nHost: {host}:{port}\r\nCookie: {person.cookie}\r\n"
    head += f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body) * 2}\r\n\r\n"
    open_post.sendall(head.encode() + body)
    return open_post


def kill_every_worker(site: Site) -> None:
    """As the system does when memory runs out: no warning, nothing cleaned up."""
    for worker in workers_of(site):
        os.kill(worker, signal.SIGKILL)


def test_a_worker_killed_in_the_middle_of_a_post_loses_that_page_and_no_more(busy_site: Site) -> None:
    person = Person(busy_site)
    person.begin()
    person.get(NAME)
    assert person.post(NAME, {"name": "Ana Kept"}).status == 302
    with half_a_post(busy_site, person, NAME, b"name=Ana+Half") as broken:
        time.sleep(0.3)
        kill_every_worker(busy_site)
        assert broken.recv(1) == b""  # the browser says that the connection was reset, and offers to resend
    patiently(lambda: person.get(NAME))
    assert 'value="Ana Kept"' in person.get(NAME).text
    assert person.post(NAME, {"name": "Ana Again"}).status == 302
    assert 'value="Ana Again"' in person.get(NAME).text


def patiently(ask: Callable[[], Answer]) -> Answer:
    """Ask again while workers are being killed, as a person would press the button again."""
    for _try in range(200):
        try:
            return ask()
        except (OSError, http.client.HTTPException):
            time.sleep(0.1)
    raise AssertionError("the site did not come back")


def test_what_was_answered_stays_though_workers_are_killed_all_the_time(busy_site: Site) -> None:
    ended, counts = threading.Event(), [0] * 6

    def writer(number: int) -> tuple[str, str]:
        person = Person(busy_site)
        patiently(person.begin)
        last = ""
        while not ended.is_set():
            last = f"Ana {mark(counts[number] * 10 + number, 0)}"
            patiently(lambda: person.get(NAME))
            answer = patiently(lambda name=last: person.post(NAME, {"name": name}))  # type: ignore[misc]
            assert answer.status == 302 and "/step/" in answer.to, (answer.status, answer.to)
            counts[number] += 1
        return last, patiently(lambda: person.get(NAME)).text

    with ThreadPoolExecutor(6) as pool:
        writers = [pool.submit(writer, number) for number in range(6)]
        try:
            for _blow in range(3):
                until_each_has_grown(counts)  # however slow the machine, everyone is in the middle of writing
                kill_every_worker(busy_site)
        finally:
            ended.set()
        outcomes = [each.result(timeout=60) for each in writers]
    for last, page in outcomes:
        assert last and f'value="{last}"' in page


def until_each_has_grown(counts: list[int]) -> None:
    before, end = [*counts], time.monotonic() + 60
    while any(now <= then for now, then in zip(counts, before, strict=True)):
        assert time.monotonic() < end, f"someone does not get on: {before}, then {counts}"
        time.sleep(0.05)


# A disk that is full, a database that is locked


@contextmanager
def full_disk(site: Site) -> Iterator[None]:
    """No worker can write to any file any more: as far as SQLite can tell, no room is left."""
    limits = {worker: resource.prlimit(worker, resource.RLIMIT_FSIZE) for worker in workers_of(site)}
    for worker, (_soft, hard) in limits.items():
        resource.prlimit(worker, resource.RLIMIT_FSIZE, (1, hard))
    try:
        yield
    finally:
        for worker, limit in limits.items():
            resource.prlimit(worker, resource.RLIMIT_FSIZE, limit)


def locked_database(site: Site) -> AbstractContextManager[None]:
    return site.database.locked()


@contextmanager
def standby_database(site: Site) -> Iterator[None]:
    """The server that is asked may only be read, as when another has taken its place."""
    name = site.database.url.rpartition("/")[2]
    site.database.ask(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    forget_connections(site)
    try:
        yield
    finally:
        site.database.ask(f"SET TRANSACTION READ WRITE; ALTER DATABASE {name} RESET ALL")
        forget_connections(site)


def forget_connections(site: Site) -> None:
    """Everybody else's: as when the server is started again."""
    others = "WHERE datname = current_database() AND pid <> pg_backend_pid()"
    site.database.ask(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity {others}")


def try_again(page: Answer, person: Person) -> Answer:
    """Press the button of the page that says that it could not be saved."""
    form = re.search(r'<form method="post" action="([^"]+)">(.*?)<button>', page.text, re.DOTALL)
    assert form, page.text
    sent = re.findall(r'<textarea hidden name="([^"]+)">\n(.*?)</textarea>', form[2], re.DOTALL)
    return person.post(unescape(form[1]), {unescape(name): unescape(text) for name, text in sent})


# SQLite's file is written by the workers, and that can be taken from them. PostgreSQL's are written by its
# server; what a full disk there and a standby have in common is that nothing can be written.
TROUBLES = [locked_database, standby_database] if ON_POSTGRES else [full_disk, locked_database]


@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_page_that_cannot_be_saved_is_kept_to_be_sent_again(
    busy_site: Site, trouble: Callable[[Site], Any]
) -> None:
    patiently(lambda: Person(busy_site).get("/"))
    person, typed = Person(busy_site), "\nO’Neill <b> & “Ñ”\n\n  two"
    person.begin()
    person.get(NAME)
    person.post(NAME, {"name": "Ana Before"})
    address = "/step/what-happened/details-1/"
    assert person.get(address).status == 200, address
    with trouble(busy_site), ThreadPoolExecutor(3) as pool:  # at once: each waits a while for the database
        posted = pool.submit(person.post, address, {"story": typed})
        read = [pool.submit(person.get, each) for each in (NAME, "/plan/")]
        failed = posted.result()
        assert failed.status == 500 and failed.headers["cache-control"] == "no-store"
        assert "What you typed on it is not lost" in failed.text
        assert [each.result().status for each in read] == [200, 200]  # what there is can still be read
        assert "Ana Before" in read[0].result().text
    assert try_again(failed, person).status == 302
    page = unescape(person.get(address).text)
    assert typed.strip() in page
    assert "Ana Before" in person.get(NAME).text
    assert "Traceback" not in busy_site.log.read_text() and "Neill" not in busy_site.log.read_text()


@pytest.mark.parametrize("kiosk", [False, True])
def test_a_database_that_is_away_costs_nobody_what_they_typed(
    client: Client, db: None, settings: Any, kiosk: bool
) -> None:
    """Not even the visit can be read. At a kiosk nobody can tell then whose it was: nothing is shown."""
    settings.KIOSK = kiosk
    client.raise_request_exception = False
    client.post("/safety/")
    with patch.object(SessionStore, "load", side_effect=OperationalError):
        failed = client.post(NAME, {"name": "Zaqxsw"})
        assert failed.status_code == 500 and failed["Cache-Control"] == "no-store"
        assert ("Zaqxsw" in failed.content.decode()) is not kiosk and not failed.cookies
        assert client.post("/none/", {"name": "Zaqxsw"}).status_code == 500
    assert client.post(NAME, {"name": "Zaqxsw"}).status_code == 302
    assert "Zaqxsw" in client.get(NAME).content.decode()


@on_postgres_only
def test_a_database_server_that_was_started_again_costs_nobody_a_page(busy_site: Site) -> None:
    """Each thread's connection is gone, and is tried before it is used."""
    patiently(lambda: Person(busy_site).get("/"))
    person = Person(busy_site)
    person.begin()
    for number in range(30):
        person.get(NAME)
        forget_connections(busy_site)
        assert person.post(NAME, {"name": f"Ana {mark(number, 0)}"}).status == 302
        assert mark(number, 0) in person.get(NAME).text


def test_who_has_left_is_not_shown_what_was_typed_when_a_page_fails(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.raise_request_exception = False
    monkeypatch.setattr("interview.views.questions.chapter_named", lambda slug: 1 / 0)
    assert client.post(NAME, {"name": "Zaqxsw"})["Location"] == "/?ended=1"
    client.post("/safety/")
    failed = client.post(NAME, {"name": "Zaqxsw"})
    assert failed.status_code == 500 and "Zaqxsw" in failed.content.decode()


def test_a_kiosk_shows_the_next_person_nothing_when_a_page_fails(
    client: Client, db: None, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.KIOSK = True
    client.raise_request_exception = False
    client.cookies[settings.SESSION_COOKIE_NAME] = "a" * 32  # of a visit that has ended
    monkeypatch.setattr("interview.views.visits.to_start", lambda request: 1 / 0)
    failed = client.post(NAME, {"name": "Zaqxsw"})
    assert failed.status_code == 500 and "Zaqxsw" not in failed.content.decode()


# Forms that are missing or broken


@pytest.fixture
def broken_forms(forms_dir: Path, tmp_path: Path, settings: Any) -> Path:
    folder = tmp_path / "forms"
    shutil.copytree(forms_dir, folder)
    settings.FORMS_DIR = folder
    return folder


def ready(visit: Callable[[Case], Client]) -> Client:
    browser = visit(story("least"))
    browser.raise_request_exception = False
    assert browser.get("/review/").status_code == 200
    return browser


def test_a_missing_form_comes_out_as_its_answer_sheet(
    visit: Callable[[Case], Client], broken_forms: Path, tmp_path: Path
) -> None:
    browser = ready(visit)
    shutil.rmtree(broken_forms / "DV-110")
    packet = browser.get("/packet/download/")
    assert packet.status_code == 200
    assert "Answer sheet" in text_of(packet.content, tmp_path)


@pytest.mark.parametrize("damage", [b"", b"%PDF-1.7\nrubbish\n%%EOF\n"])
def test_a_form_that_has_been_damaged_comes_out_as_its_answer_sheet(
    visit: Callable[[Case], Client], broken_forms: Path, tmp_path: Path, damage: bytes
) -> None:
    for file in (broken_forms / "DV-110").rglob("*.pdf"):
        file.write_bytes(damage)
    packet = ready(visit).get("/packet/download/")
    assert packet.status_code == 200 and "Answer sheet" in text_of(packet.content, tmp_path)


def test_a_paper_that_cannot_be_made_gives_a_page_that_says_how_to_go_on(
    visit: Callable[[Case], Client], broken_forms: Path
) -> None:
    """A form that was bad when it was installed: its checksums fit, and it cannot be drawn on."""
    rubbish = b"%PDF-1.7\nrubbish\n%%EOF\n"
    for file in (broken_forms / "DV-110").rglob("*.pdf"):
        index = file.with_name("index.json")
        whole = hashlib.sha256(file.read_bytes()).hexdigest()
        index.write_text(index.read_text().replace(whole, hashlib.sha256(rubbish).hexdigest()))
        file.write_bytes(rubbish)
    browser = ready(visit)
    failed = browser.get("/packet/download/")
    page = failed.content.decode()
    assert failed.status_code == 500 and failed["Cache-Control"] == "no-store"
    assert "Your answers are not lost" in page and 'href="/packet/"' in page and "Brenda" not in page
    numbers = re.findall(r'href="(/packet/\d+/)"', browser.get("/packet/").content.decode())
    statuses = [browser.get(address).status_code for address in numbers]
    assert statuses.count(500) == 1 and statuses.count(200) == len(numbers) - 1 > 1
    assert "Brenda" in browser.get("/review/").content.decode()
