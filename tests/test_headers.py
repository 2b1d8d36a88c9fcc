"""What every address answers with: nothing kept, nothing from elsewhere, nothing telling."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver

from interview.case import Case
from interview.questions import steps_of
from interview.relevance import all_chapters
from interview.steps import step_url
from interview.views.first_page import style, style_source

Visit = Callable[[Case], Client]
CSP = {
    "default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "img-src": "'self'",
    "font-src": "'self'", "connect-src": "'self'", "form-action": "'self'", "frame-ancestors": "'none'",
    "base-uri": "'none'",
}  # fmt: skip
STEP = "/step/first/who/"
PLAIN = {
    "start": "/", "safety": "/safety/", "tasks": "/tasks/", "step": STEP, "result": "/result/",
    "review": "/review/", "words": "/review/words/", "packet": "/packet/",
    "download": "/packet/download/", "one-form": "/packet/1/",
    "plan": "/plan/", "helper": "/helper/", "more-time": "/more-time/", "exit": "/exit/", "erase": "/erase/",
    "hand-in": "/packet/hand-in/", "hand-over": "/packet/hand-over/",
    "helper-desk": "/helper/all/", "helper-chapter": "/helper/first/", "new-client": "/helper/new/",
    "export": "/helper/file/", "import": "/helper/open/", "read-back": "/helper/read-back/",
    "picture": "/helper/picture/1/2025-01-01/1.png",
    "health": "/health/", "dates": "/plan/dates/", "print-plan": "/plan/print/",
    "language": "/language/", "keep": "/keep/", "return": "/return/", "forget": "/forget/",
}  # fmt: skip


def pages(case: Case) -> Iterator[str]:
    """Every page a person can read with this Case."""
    yield from ("/", "/safety/", "/tasks/", "/result/", "/review/", "/packet/", "/plan/", "/none/")
    yield from ("/keep/", "/return/", "/forget/", "/helper/all/", "/helper/file/", "/helper/open/")
    for chapter in all_chapters():
        yield from (step_url(chapter, step.slug) for step in steps_of(chapter, case))


def check_headers(response: HttpResponse, address: str) -> None:
    assert response.status_code < 500, address
    assert response["Cache-Control"] == "no-store", address
    assert response["X-Content-Type-Options"] == "nosniff", address
    assert response["Cross-Origin-Opener-Policy"] == "same-origin", address
    assert response["Cross-Origin-Resource-Policy"] == "same-origin", address
    assert response["Referrer-Policy"] in ("same-origin", "no-referrer"), address
    assert "noarchive" in response["X-Robots-Tag"], address
    assert "camera=()" in response["Permissions-Policy"], address
    given = dict(part.strip().split(" ", 1) for part in response["Content-Security-Policy"].split(";"))
    first_page_style = f"'self' {style_source()}"
    assert given in (CSP, CSP | {"style-src": first_page_style}), address
    assert given == CSP or not response.content or b"<style>" in response.content, address


def test_the_list_of_addresses_here_is_whole() -> None:
    named = {getattr(pattern, "name", "") for pattern in get_resolver().url_patterns}
    assert named | {"health"} == set(PLAIN)  # that one is answered before addresses are looked at


@pytest.mark.parametrize("method", ["get", "post", "head", "put", "options"])
@pytest.mark.parametrize("address", [*PLAIN.values(), "/none/", "/step/none/none/", "/step/first/none/"])
def test_headers_of_every_address(
    visit: Visit, forms_dir: Path, settings: pytest.FixtureRequest, address: str, method: str
) -> None:
    settings.FORMS_DIR = forms_dir  # type: ignore[attr-defined]
    browser = visit(Case())
    browser.get("/review/")
    check_headers(getattr(browser, method)(address), address)
    stranger = Client()
    check_headers(getattr(stranger, method)(address), address)
    strict = Client(enforce_csrf_checks=True)
    check_headers(getattr(strict, method)(address), address)


def test_errors_are_not_kept_either(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    client.raise_request_exception = False
    monkeypatch.setattr("interview.views.pages.render", lambda *a, **k: 1 / 0)
    broken = client.get("/")
    assert broken.status_code == 500 and broken["Cache-Control"] == "no-store"
    assert "not lost" in broken.content.decode()
    elsewhere = client.get("/", headers={"host": "evil.example"})
    assert elsewhere.status_code == 400 and elsewhere["Cache-Control"] == "no-store"


@pytest.mark.parametrize("name", ["mother_of_three", "everything"])
def test_no_page_names_anyone_loads_from_elsewhere_or_has_script_or_style_in_it(
    visit: Visit, story: Callable[[str], Case], name: str
) -> None:
    case = story(name)
    browser = visit(case)
    names = [*case.petitioner.name.split(), *case.respondent.name.split()]
    telling = re.compile(r"violen|abuse|restrain|protect|victim|DV-|dvro|harass|police|gun", re.IGNORECASE)
    for address in pages(case):
        html = browser.get(address).content.decode()
        if address == "/":  # the one style that the policy names by its hash
            assert html.count(f"<style>{style()}</style>") == 1
            html = html.replace(f"<style>{style()}</style>", "")
        title = re.findall(r"<title>(.*?)</title>", html)
        assert len(title) == 1 and title[0].startswith("Court forms helper"), address
        for text in (title[0], address):
            assert not telling.search(text), (address, text)
            assert not any(word in text for word in names), address
        assert not re.search(r"https?://", html), address
        assert not re.search(r"<style|style=|\son\w+=|javascript:", html), address
        assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", html)), address
        assert all(tag.startswith("/static/") for tag in re.findall(r'src="([^"]*)"', html)), address
        assert 'class="exit"' in html and html.count('href="/exit/"') == 2, address
        assert html.count("<h1") == 1 and '<html lang="en"' in html, address


def test_the_first_page_is_small(client: Client, db: None) -> None:
    static = Path(settings.BASE_DIR) / "static"
    assert (static / "amparo.css").stat().st_size < 20_000
    files = sum(file.stat().st_size for file in static.iterdir())
    assert len(client.get("/").content) + files < 100_000
    assert not client.cookies  # nothing is set before there is anything to keep
