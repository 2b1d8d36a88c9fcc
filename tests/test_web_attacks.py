"""What a hostile page, link, proxy or client may try. Nothing opens, nothing leaks, nothing is lost."""

from __future__ import annotations

import os
import re
import secrets
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import quote, urlsplit

import pytest
from django.conf import settings as django_settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import get_resolver, resolve

from interview import drafts
from interview.case import Case
from interview.case_json import to_json
from interview.models import SavedDraft, SealedSession
from interview.people import Petitioner
from interview.sessions import SessionStore
from tests.browser import Site
from tests.person import Person
from tests.test_headers import PLAIN

Visit = Callable[[Case], Client]
ROOT = Path(__file__).parent.parent
CANARY = "Zaqxsw Canary"
MINE = Case(petitioner=Petitioner(name=CANARY))
NAME = "/step/you/name/"
EVIL = "https://evil.example/"
COOKIE = django_settings.SESSION_COOKIE_NAME


def told(browser: Client) -> bool:
    """Whether the visit still holds what it held."""
    return CANARY in browser.get("/review/").content.decode()


# Forged forms


def strict_visit() -> Client:
    """A visit whose every form must carry the page's own token."""
    browser = Client(enforce_csrf_checks=True)
    session = SessionStore()
    session["case"] = to_json(MINE)
    session.create()
    browser.cookies[COOKIE] = session.session_key or ""
    return browser


def takes_posts() -> list[str]:
    """Every address that does not refuse the method: read off the site itself, not off a list."""
    browser = Client()
    return [address for address in PLAIN.values() if browser.post(address).status_code != 405]


@pytest.mark.django_db
@pytest.mark.parametrize("origin", [None, "https://evil.example", "null", "http://testserver.evil.example"])
def test_no_form_of_another_site_changes_anything(origin: str | None) -> None:
    addresses = takes_posts()
    assert {"/erase/", "/safety/", "/keep/", "/return/", "/forget/", "/helper/", "/plan/"} <= set(addresses)
    browser = strict_visit()
    words, _hold = drafts.save(drafts.Draft(MINE, {}))
    given: dict[str, str] = {} if origin is None else {"origin": origin}
    for address in [*addresses, NAME]:
        for token in ({}, {"csrfmiddlewaretoken": "a" * 64}, {"csrfmiddlewaretoken": "é\x00"}):
            data = {"name": "Forged", "words": " ".join(words), "held": "1", "chosen_path": "cho", **token}
            answer = browser.post(address, data, headers=given)
            assert answer.status_code in (302, 303, 403), address
            assert "Location" not in answer or not answer["Location"].startswith("http"), address
    assert told(browser) and "Forged" not in browser.get("/review/").content.decode()
    assert browser.session.get("helper") is None and browser.session.get("draft") is None
    assert SavedDraft.objects.count() == 1


@pytest.mark.django_db
def test_a_token_of_another_visit_is_no_token() -> None:
    mine, theirs = strict_visit(), strict_visit()
    page = theirs.get(NAME).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert token
    mine.get(NAME)
    assert mine.post(NAME, {"name": "Forged", "csrfmiddlewaretoken": token[1]}).status_code == 403
    assert told(mine)
    assert theirs.post(NAME, {"name": "Right", "csrfmiddlewaretoken": token[1]}).status_code == 302


@pytest.mark.django_db
def test_another_site_cannot_make_a_browser_erase_the_answers(visit: Visit) -> None:
    browser = visit(MINE)
    answer = browser.get("/exit/", headers={"sec-fetch-site": "cross-site"})  # as an image elsewhere asks
    assert SealedSession.objects.count() == 1
    assert "Clear-Site-Data" not in answer and not answer.cookies.get(COOKIE, {"max-age": ""})["max-age"]
    assert told(browser)


# Frames


@pytest.mark.parametrize("address", [*PLAIN.values(), "/none/"])
def test_no_page_can_be_framed(visit: Visit, address: str) -> None:
    for answer in (visit(MINE).get(address), Client().get(address), Client().post(address)):
        assert answer["X-Frame-Options"] == "DENY", address
        assert "frame-ancestors 'none'" in answer["Content-Security-Policy"], address


# Where a page leads


_ELSEWHERE = [
    EVIL, "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "https:evil.example",
    "javascript:alert(1)", "data:text/html,x", "/\t/evil.example", "\t//evil.example", "/%2f/evil.example",
    "http:///evil.example", "/@evil.example", "@evil.example", ".evil.example", "//evil%E3%80%82example",
    "/\r\nLocation: https://evil.example", "review\r\nSet-Cookie: a=b", "/\x00/evil.example", "tasks/../..",
]  # fmt: skip


@pytest.mark.parametrize("where", _ELSEWHERE)
def test_no_parameter_leads_to_another_site(visit: Visit, where: str) -> None:
    """`back` and `next` are all there is; any other name is tried as well."""
    browser = visit(MINE)
    names = ("next", "back", "url", "redirect", "return", "return_to", "continue", "to")
    query = "&".join(f"{name}={quote(where)}" for name in names)
    made = {"/packet/download/", "/packet/1/", "/plan/print/", "/plan/dates/"}  # a file: it leads nowhere
    for address in sorted({*PLAIN.values(), NAME, "/step/first/", "/none/"} - made):
        for answer in (
            browser.get(f"{address}?{query}"),
            browser.post(f"{address}?{query}", {"chosen_path": "dvro", "name": CANARY, "back": where}),
        ):
            location = answer.headers.get("Location", "/")
            if address == "/exit/" and "Location" in answer:
                assert location == django_settings.EXIT_URL
            else:
                _stays_here(location)
            assert not any("\n" in value or "\r" in value for value in answer.headers.values())
            assert "a" not in answer.cookies
        if not SealedSession.objects.exists():
            browser = visit(MINE)


def _stays_here(location: str) -> None:
    """As a browser reads it: tabs and line ends dropped, backslashes turned."""
    read = re.sub(r"[\t\r\n\x00]", "", location).replace("\\", "/")
    assert read.startswith("/") and not read.startswith("//"), location
    assert not urlsplit(read).netloc and not urlsplit(read).scheme, location


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "evil.example"},
        {"host": "testserver:80@evil.example"},
        {"host": "testserver.evil.example"},
        {"host": "evil.example#testserver"},
        {"host": "testserver\r\nX-Evil: 1"},
        {"host": ""},
    ],
)
def test_a_request_for_another_host_is_refused(visit: Visit, headers: dict[str, str]) -> None:
    browser = visit(MINE)
    answer = browser.get("/tasks/", headers=headers)
    assert answer.status_code == 400 and "evil" not in answer.content.decode()
    assert CANARY not in answer.content.decode()


def test_a_forwarded_host_is_not_believed(visit: Visit) -> None:
    browser = visit(MINE)
    for name in ("x-forwarded-host", "forwarded", "x-original-url", "x-rewrite-url", "x-forwarded-server"):
        value = "host=evil.example" if name == "forwarded" else "/erase/" if "url" in name else "evil.example"
        answer = browser.get("/tasks/", headers={name: value})
        assert answer.status_code == 200 and "evil" not in answer.content.decode() + str(answer.headers)
    assert told(browser)


# Cookies


@pytest.mark.django_db
@pytest.mark.parametrize(
    "planted", ["a" * 32, "0" * 32, "x", "../../etc/passwd", "é", "a" * 9000, "None", ""]
)
def test_a_planted_cookie_is_not_taken_up(planted: str) -> None:
    browser = Client()
    browser.cookies[COOKIE] = planted
    assert browser.post("/safety/").status_code == 302
    assert browser.cookies[COOKIE].value != planted
    assert SessionStore(planted).load() == {}
    assert browser.post(NAME, {"name": CANARY}).status_code == 302
    assert SealedSession.objects.count() == 1 and told(browser)


@pytest.mark.django_db
def test_the_key_of_a_visit_changes_when_it_begins_and_when_someone_comes_back() -> None:
    """Who set the cookie of an open page on this device beforehand has nothing of what is told then."""
    words, _hold = drafts.save(drafts.Draft(MINE, {}))
    for begin, data in (("/safety/", {}), ("/return/", {"words": " ".join(words)})):
        browser = Client()
        browser.get("/return/")  # gives a session, for the token alone
        planted = browser.cookies[COOKIE].value
        token_before = browser.session["_csrftoken"]  # read with the planted cookie beforehand
        assert browser.post(begin, data).status_code == 302
        assert browser.cookies[COOKIE].value != planted
        attacker = Client()
        attacker.cookies[COOKIE] = planted
        assert attacker.get("/review/")["Location"].startswith("/?")
        assert browser.get("/review/").status_code == 200
        assert browser.session.get("_csrftoken") != token_before


# Paths


_PATHS = [
    "/../../etc/passwd", "/..%2f..%2fetc%2fpasswd", "/%2e%2e/%2e%2e/etc/passwd", "/static/../manage.py",
    "/static/..%2f..%2finterview/settings.py", "/static/%2e%2e/%2e%2e/var/keys/secret_key",
    "/static//etc/passwd",
    "/static/%5c..%5c..%5cmanage.py", "/step/..%2f..%2f/name/", "/step/you/..%2fname/", "/step/you/%00/",
    "/step/%2e%2e/%2e%2e/", "/step/you/name-1/../../", "/packet/-1/", "/packet/0/",
    "/packet/99999999999999999999/",
    "/packet/1%2f..%2f2/", "/packet/..%2f..%2fDV-100/", "/packet/0x1/", "/packet/١/", "/.env", "/.git/config",
    "/var/amparo.sqlite3", "/static/.env", "/admin/", "/step/you/name/?next=../../../etc/passwd",
    "/step/you/name-999999999999999999999/", "/step/what-happened/what-0/", "/step/what-happened/what--1/",
]  # fmt: skip


@pytest.mark.parametrize("path", _PATHS)
def test_no_path_leads_out_of_the_site(visit: Visit, path: str) -> None:
    answer = visit(MINE).get(path)
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    assert answer.status_code < 500
    for inside in (b"root:", b"DJANGO_SETTINGS_MODULE", b"SECRET_KEY", b"SQLite format", b"[core]"):
        assert inside not in body
    if "Location" in answer:
        _stays_here(answer["Location"])


def test_every_part_of_every_address_takes_no_path(visit: Visit) -> None:
    parts = (
        "..",
        "....//",
        "%2e%2e%2fetc",
        "\x00",
        "a" * 5000,
        "-1",
        "²",
        "\u202e",
        "{{7*7}}",
        "%s%n",
        "'--",
    )
    for pattern in get_resolver().url_patterns:
        route = str(pattern.pattern)
        for name in re.findall(r"<\w+:(\w+)>", route):
            for part in parts:
                address = "/" + re.sub(
                    r"<\w+:(\w+)>",
                    lambda at, name=name, part=part: quote(part) if at[1] == name else "1",  # type: ignore[misc]
                    route,
                )
                assert visit(MINE).get(address).status_code in (200, 302, 404, 409), address
                assert visit(MINE).post(address, {}).status_code in (200, 302, 404, 405, 409), address


# Too much of it


_HEAVY: list[tuple[str, Any]] = [
    ("5 MB in one answer", {"name": "a" * (5 * 1024 * 1024)}),
    ("501 answers", {f"name{number}": "a" for number in range(501)}),
    ("600 times the same", {"name": ["a"] * 600}),
    ("deep names", {"a" + "[b]" * 20_000: "1", "name.__class__.__init__.__globals__": "1"}),
    ("names of the code", {"case": "x", "index": "7", "_errors": "x", "chapter": "x", "steps_here": "x"}),
    ("a file", {"name": SimpleUploadedFile("a.pdf", b"%PDF" * 100), "b": SimpleUploadedFile("b", b"b")}),
]  # fmt: skip


@pytest.mark.parametrize(("what", "data"), _HEAVY, ids=[what for what, _data in _HEAVY])
def test_too_much_is_refused_in_plain_words_and_nothing_is_lost(visit: Visit, what: str, data: Any) -> None:
    browser = visit(MINE)
    for address in (NAME, "/result/", "/plan/", "/return/", "/forget/"):
        answer = browser.post(address, data)
        assert answer.status_code in (200, 302, 400, 413), (address, answer.status_code)
        if answer.status_code in (400, 413):
            assert "Your other answers are not lost" in answer.content.decode()
            assert "Traceback" not in answer.content.decode()
    assert told(browser)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", b'{"name": ' + b"[" * 100_000),
        ("application/xml", b'<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>'),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name=a\r\n"),
        ("multipart/form-data", b"--"),
        ("multipart/form-data; boundary=" + "x" * 300, b"--x"),
        ("multipart/form-data; boundary=é", b"--x"),
        ("application/x-www-form-urlencoded; charset=utf-7", b"name=+ADw-script+AD4-"),
        ("application/x-www-form-urlencoded; charset=none", b"name=a"),
        ("application/x-www-form-urlencoded", b"%ff%fe=%80%81&name=%00%ed%a0%80&&&==&;"),
        ("", b"name=a"),
    ],
)
def test_a_body_of_another_kind_is_no_error_of_ours(visit: Visit, kind: str, body: bytes) -> None:
    browser = visit(MINE)
    for address in (NAME, "/return/", "/plan/"):
        answer = browser.generic("POST", address, body, content_type=kind)
        assert answer.status_code in (200, 302, 400, 403), address
        assert "<script>+" not in answer.content.decode() and "<script>alert" not in answer.content.decode()
    assert told(browser) or "/step/" in browser.get(NAME).request["PATH_INFO"]


@pytest.mark.parametrize(
    "method", ["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "CONNECT", "PROPFIND", "X" * 50]
)
def test_no_other_method_does_anything(visit: Visit, method: str) -> None:
    browser = visit(MINE)
    for address in (*PLAIN.values(), NAME):
        answer = browser.generic(method, address, b"name=Forged", headers={"x-http-method-override": "POST"})
        assert answer.status_code in (200, 302, 400, 403, 404, 405), address
        assert answer.status_code != 200 or address == "/health/" or method == "OPTIONS", address
        assert CANARY not in answer.content.decode(), "TRACE would echo the cookie"
    assert told(browser) and browser.session.get("helper") is None


# What a browser writes down of a post


_REFUSED: list[tuple[str, dict[str, Any], int]] = [
    (NAME, {"name": "a" * (5 * 1024 * 1024)}, 400),
    (NAME, {f"name{number}": "a" for number in range(501)}, 400),
    ("/step/none/name/", {"name": CANARY}, 404),
    ("/return/", {f"words{number}": "a" for number in range(501)}, 400),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "data", "status"), _REFUSED)
def test_a_refusal_is_fetched_too_so_that_no_body_stays_in_the_browser(
    address: str, data: dict[str, Any], status: int
) -> None:
    browser = Client(headers={"sec-fetch-mode": "navigate"})
    browser.post("/safety/")
    answer = browser.post(address, data)
    assert (answer.status_code, answer["Location"], answer.content) == (303, address, b"")
    page = browser.get(address)
    assert page.status_code == status and "not lost" in page.content.decode()


@pytest.mark.django_db
def test_a_page_that_failed_is_fetched_too_and_what_it_began_is_not_kept() -> None:
    browser = Client(raise_request_exception=False, headers={"sec-fetch-mode": "navigate"})
    browser.post("/safety/")
    browser.post(NAME, {"name": CANARY})
    with patch("interview.wizard.mark_posted", side_effect=RuntimeError):  # the answer is in hand by then
        answer = browser.post(NAME, {"name": "Half Done"})
    assert (answer.status_code, answer["Location"], answer.content) == (303, NAME, b"")
    page = browser.get(NAME)
    assert page.status_code == 500 and "Half Done" in page.content.decode()  # to be sent again
    assert told(browser) and "Half Done" not in browser.get("/review/").content.decode()
    assert browser.post(NAME, {"name": "Half Done"}).status_code == 302
    assert "Half Done" in browser.get("/review/").content.decode()


# Letters that are none


_HOSTILE = {
    "a word turned round": "\u202egnp.exe\u202c",
    "isolates": "\u2066a\u2067b\u2068c\u2069",
    "nothing to see": "\u200b\u200c\u200d\u2060\ufeff",
    "nul": "a\x00b",
    "half a letter": "a\ud83db",
    "a storm of marks": "Z" + "\u0327\u0308\u0301\u0489" * 200,
    "right to left": "שלום مرحبا",
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈🇺🇸",
    "no letters at all": "\ufffe\uffff\U0010ffff\ue000",
    "escape codes": "\x1b[2J\x1b]0;x\x07",
    "of another plane": "𝕬𝖓𝖆 ﷽ ꧅ 𒐫",
    "long words": "ﷺ" * 400,
    "markup": "</textarea><script>alert(1)</script><!--{{ 7*7 }}{% csrf_token %}",
    "line ends": "a\r\n\r\nb\u2028c\u0085d",
}


@pytest.mark.parametrize("text", _HOSTILE.values(), ids=list(_HOSTILE))
def test_hostile_letters_are_told_beside_the_field_or_kept_and_spelled_out(
    visit: Visit, forms_dir: Path, settings: Any, text: str
) -> None:
    settings.FORMS_DIR = forms_dir
    browser = visit(MINE)
    sent = text.encode("utf-8", "surrogatepass")
    for address, field in (
        (NAME, "name"), ("/step/what-happened/details-1/", "story"), ("/step/you/contact/", "email"),
        ("/step/you/birth-date/", "birth_date"), ("/step/court/county/", "county"), ("/return/", "words"),
    ):  # fmt: skip
        assert resolve(address)
        body = field.encode() + b"=" + quote(sent).encode()
        answer = browser.generic("POST", address, body, content_type="application/x-www-form-urlencoded")
        page = answer.content.decode()
        assert answer.status_code in (200, 302), address
        assert "<script>alert(1)" not in page and "49<" not in page
        if answer.status_code == 200:
            assert 'class="invalid-feedback"' in page or "error" in page, address
    review = browser.get("/review/")
    assert review.status_code == 200 and "<script>alert(1)" not in review.content.decode()
    packet = browser.get("/packet/download/")
    assert (packet.status_code == 200 and packet.content.startswith(b"%PDF")) or packet.status_code == 409
    for each in ("/packet/1/", "/plan/print/"):
        assert browser.get(each).status_code in (200, 409)


# Over the wire, where no library tidies up


@pytest.fixture
def wire(site: Site) -> Callable[[bytes], bytes]:
    """Send raw bytes, and get what came back, to the end."""
    host, port = site.removeprefix("http://").split(":")

    def send(raw: bytes, wait: float = 10.0) -> bytes:
        got = b""
        with socket.create_connection((host, int(port)), timeout=wait) as line:
            line.sendall(raw)
            with suppress(OSError):  # it may have answered already, and hung up
                line.shutdown(socket.SHUT_WR)
            while chunk := line.recv(65_536):
                got += chunk
        return got

    return send


_HEAD = b"Host: 127.0.0.1\r\nConnection: close\r\n"


@pytest.mark.parametrize(
    "raw",
    [
        b"GET /?a=%0d%0aSet-Cookie:%20evil=1 HTTP/1.1\r\n" + _HEAD + b"\r\n",
        b"GET /step/%0d%0aSet-Cookie:%20evil=1/x/ HTTP/1.1\r\n" + _HEAD + b"\r\n",
        b"GET /tasks/%0d%0aX-Evil:%201 HTTP/1.1\r\n" + _HEAD + b"\r\n",
        b"GET /exit/?next=%0d%0aX-Evil:1 HTTP/1.1\r\n" + _HEAD + b"\r\n",
        b"GET / HTTP/1.1\r\nHost: evil.example\r\nX-Evil: 1\r\nConnection: close\r\n\r\n",
        b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
        b"GET //evil.example/%2e%2e HTTP/1.1\r\n" + _HEAD + b"\r\n",
        b"GET //evil.example/tasks HTTP/1.1\r\n" + _HEAD + b"\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
        b"POST / HTTP/1.1\r\n"
        + _HEAD
        + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x",
        b"POST / HTTP/1.1\r\n" + _HEAD + b"Content-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\n" + _HEAD + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
        b"GET / HTTP/1.1\r\n" + _HEAD + b"X: " + b"a" * 100_000 + b"\r\n\r\n",
        b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n" + _HEAD + b"\r\n",
        b"GET / HTTP/1.1\r\n" + _HEAD + b"".join(b"X-%d: 1\r\n" % n for n in range(500)) + b"\r\n",
        b"GET / HTTP/1.1\r\n" + _HEAD + b"Cookie: session=" + b"\xff\xfe\x00" + b"\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"TRACE / HTTP/1.1\r\n" + _HEAD + b"Cookie: session=evil\r\n\r\n",
    ],
)
def test_a_crooked_request_gets_a_short_answer(
    wire: Callable[[bytes], bytes], site: Site, raw: bytes
) -> None:
    answer = wire(raw)
    head, _gap, body = answer.partition(b"\r\n\r\n")
    assert b"500" not in head.split(b"\r\n")[0], head
    assert answer.count(b"HTTP/1.1 ") <= 1, "two answers to one request"
    for line in head.split(b"\r\n")[1:]:
        name, _colon, value = line.partition(b":")
        assert name.lower() != b"x-evil" and b"evil=" not in line, line
        assert name.lower() != b"location" or b"//evil" not in value.replace(b"%2F", b"/"), line
    assert b"evil" not in body and b"Traceback" not in body
    assert Person(site).get("/health/").status == 200
    assert "127.0.0.1:" not in site.log.read_text().partition("stops it).")[2], "whose request it was"
    assert "ip=" not in site.log.read_text()


# Slow posts


def drip(site: Site, ended: threading.Event, begun: threading.Semaphore) -> None:
    """A post that sends a byte a second and never ends."""
    host, port = site.removeprefix("http://").split(":")
    try:
        with socket.create_connection((host, int(port)), timeout=10) as line:
            line.sendall(b"POST /return/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n\r\nwords=")
            begun.release()
            while not ended.wait(1.0):
                line.sendall(b"a")
    except OSError:
        pass


def test_slow_posts_do_not_hold_up_others(site: Site) -> None:
    """One worker of four threads here. The thread a slow post holds is all that it holds."""
    ended, begun = threading.Event(), threading.Semaphore(0)
    slow = [threading.Thread(target=drip, args=(site, ended, begun), daemon=True) for _post in range(3)]
    for each in slow:
        each.start()
        begun.acquire(timeout=10)
    time.sleep(1.5)
    person = Person(site)
    started = time.monotonic()
    person.begin()
    assert person.post(NAME, {"name": "Ana"}).status == 302
    assert person.get(NAME).status == 200
    seconds = time.monotonic() - started
    ended.set()
    for each in slow:
        each.join(timeout=10)
    print(f"4 pages in {seconds:.2f} s beside 3 posts of a byte a second")
    assert seconds < 5


# The settings the documentation asks for


def production() -> dict[str, str]:
    """As in docs/security.md, "Setting it up"."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    keys = {name: secrets.token_urlsafe(48) for name in ("SECRET_KEY", "DRAFT_PEPPER", "DRAFT_KEYS")}
    site = {"ALLOWED_HOSTS": "forms.example.org", "BEHIND_TLS_PROXY": "1", "HSTS_WHOLE_DOMAIN": "1"}
    return kept | keys | site


@pytest.mark.parametrize("kiosk", ["0", "1"])
def test_djangos_own_check_of_a_deployment_is_clean(kiosk: str) -> None:
    checked = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "INFO"],
        cwd=ROOT, env=production() | {"KIOSK": kiosk}, capture_output=True, text=True,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stderr
    assert "no issues (0 silenced)" in checked.stdout


@pytest.mark.parametrize(("hosts", "starts"), [("forms.example.org", False), ("localhost,[::1]", True)])
def test_plain_http_is_for_this_machine_alone(hosts: str, starts: bool) -> None:
    """Or a flag left over from trying it out sends the cookie of every visit in the clear."""
    checked = subprocess.run(
        [sys.executable, "manage.py", "check"], cwd=ROOT, capture_output=True, text=True,
        env=production() | {"AMPARO_LOCAL": "1", "ALLOWED_HOSTS": hosts},
    )  # fmt: skip
    assert (checked.returncode == 0) is starts
    assert starts or "AMPARO_LOCAL" in checked.stderr


def test_the_documentation_names_these_settings() -> None:
    page = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    for name in production().keys() - {"PATH", "HOME", "LANG"}:
        assert f"`{name}" in page, name
