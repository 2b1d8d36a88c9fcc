"""A computer many people use (KIOSK=1): no saving, no way out, papers on the screen, nothing left behind."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from interview import settings as site_settings
from interview.case import Case
from interview.models import SealedSession
from interview.people import Petitioner
from tests.browser import Site, begin, follow, go_on, serve, visit_with
from tests.database_rows import empty, make_old, rows
from tests.stories_on_disk import story
from tests.test_browser import Looks, walk_to_review
from tests.test_headers import pages

Visit = Callable[[Case], Client]
CANARY = "Zaqxsw Canary"
WIDE = {"width": 1280, "height": 900}
_ROOT = Path(site_settings.BASE_DIR)
# How our code asks for a variable of the environment, by name.
_READS = r"""(?:environ\.get|flag|seconds|days|words|https_address|_said)\(\s*["']([A-Z][A-Z_]{3,})["']"""


@pytest.fixture
def kiosk(settings: Any) -> None:
    settings.KIOSK = True


@pytest.fixture
def told(kiosk: None, visit: Visit) -> Client:
    return visit(Case(petitioner=Petitioner(name=CANARY)))


def read_settings(**said: str) -> subprocess.CompletedProcess[str]:
    """What the settings are in a fresh process with this environment."""
    names = "KIOSK SESSION_COOKIE_AGE SESSION_LONGEST"
    code = f"import interview.settings as s; print([getattr(s, name) for name in {names!r}.split()])"
    environment = {**os.environ, "SESSION_IDLE_SECONDS": "", "DEBUG": "1"} | said
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=_ROOT, env=environment, capture_output=True, text=True, check=False)


def test_a_kiosk_waits_less() -> None:
    assert read_settings(KIOSK="1").stdout == "[True, 300, 14400]\n"
    assert read_settings(KIOSK="0").stdout == "[False, 1800, 28800]\n"
    assert read_settings(KIOSK="1", SESSION_IDLE_SECONDS="90").stdout == "[True, 90, 14400]\n"


def test_a_kiosk_that_would_wait_long_does_not_start() -> None:
    refused = read_settings(KIOSK="1", SESSION_IDLE_SECONDS="7200")
    assert refused.returncode != 0 and "SESSION_IDLE_SECONDS" in refused.stderr
    assert read_settings(KIOSK="0", SESSION_IDLE_SECONDS="7200").returncode == 0


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("address", ["/keep/", "/return/", "/forget/"])
def test_nothing_can_be_saved_or_opened(told: Client, address: str, method: str) -> None:
    assert getattr(told, method)(address).status_code == 404
    assert getattr(Client(), method)(address).status_code == 404


def test_the_start_screen_erases_whatever_was_open(told: Client) -> None:
    stolen = told.cookies[site_settings.SESSION_COOKIE_NAME].value
    response = told.get("/")
    assert response.status_code == 200 and CANARY not in response.content.decode()
    assert response["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert told.cookies[site_settings.SESSION_COOKIE_NAME].value == ""
    assert not SealedSession.objects.exists()
    told.cookies[site_settings.SESSION_COOKIE_NAME] = stolen
    for address in ("/tasks/", "/review/", "/step/you/name/", "/packet/download/?pdf"):
        assert told.get(address)["Location"].startswith("/?"), address


def test_the_start_screen_of_a_fresh_kiosk_sets_nothing(kiosk: None, client: Client, db: None) -> None:
    response = client.get("/")
    assert not client.cookies and "Clear-Site-Data" not in response
    assert "shared" in client.get("/safety/").content.decode()


def test_a_prefetched_start_screen_erases_nothing_and_is_none(told: Client) -> None:
    assert told.get("/", headers={"sec-purpose": "prefetch;prerender"}).status_code == 204
    assert CANARY in told.get("/step/you/name/").content.decode()


def test_at_home_the_start_page_erases_nothing(visit: Visit) -> None:
    browser = visit(Case(petitioner=Petitioner(name=CANARY)))
    assert "Go on with my answers" in browser.get("/").content.decode()
    assert CANARY in browser.get("/step/you/name/").content.decode()


def test_the_way_out_leads_to_the_start_screen(told: Client) -> None:
    response = told.get("/exit/")
    assert response.status_code == 303 and response["Location"] == "/"
    assert response["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert not SealedSession.objects.exists()


def test_finish_and_erase_leads_to_the_start_screen(told: Client) -> None:
    assert told.post("/erase/")["Location"] == "/?done=1"
    assert not SealedSession.objects.exists()


def test_the_start_screen_says_that_all_was_erased(told: Client) -> None:
    said = "The answers that were here are erased"
    assert said in told.post("/erase/", follow=True).content.decode()
    assert said not in told.get("/").content.decode()


def test_at_home_finishing_says_what_stays(visit: Visit, settings: Any) -> None:
    browser = visit(Case(petitioner=Petitioner(name=CANARY)))
    here = browser.get("/?done=1").content.decode()
    assert "Your answers are erased." not in here and "Go on with my answers" in here  # nothing was erased
    html = browser.post("/erase/", follow=True).content.decode()
    assert "Your answers are erased." in html and 'href="/forget/"' in html
    for stays in ("What you saved is still there", "Papers you downloaded", "history still says"):
        assert stays in html
    settings.SESSION_COOKIE_AGE = 2400
    assert "have not used the page for 40 minutes" in browser.get("/").content.decode()


def test_a_kiosk_does_not_ask_to_come_back_to_the_plan(visit: Visit, settings: Any) -> None:
    browser = visit(story("civil_least"))
    home = browser.get("/plan/").content.decode()
    assert "Once the court has given you a date, tell us" in home and "To keep them, save them first" in home
    settings.KIOSK = True
    html = browser.get("/plan/").content.decode()
    assert "tell us under" not in html and "save them first" not in html
    assert "does not keep your answers until then" in html


@pytest.mark.parametrize("is_kiosk", [True, False])
def test_the_safety_page_says_what_does_not_work_without_javascript(
    client: Client, db: None, settings: Any, is_kiosk: bool
) -> None:
    settings.KIOSK = is_kiosk
    (said,) = re.findall(r"<noscript>(.*?)</noscript>", client.get("/safety/").content.decode(), re.DOTALL)
    assert "The Shift key does not work" in said


def test_the_block_list_of_the_guide_names_the_browsers_own_pages() -> None:
    """Tried in Chromium: "*" alone lets chrome://settings, history and downloads open."""
    guide = (_ROOT / "docs" / "kiosk.md").read_text(encoding="utf-8")
    (written,) = re.findall(r"```json\n(.*?)```", guide, re.DOTALL)
    policy = json.loads(written)
    assert {"*", "chrome://*"} <= set(policy["URLBlocklist"])
    outside = ("chrome://print", "chrome-untrusted://print", "chrome-extension://")
    assert [each for each in policy["URLAllowlist"] if not each.startswith(outside)] == [
        "http://127.0.0.1:8000"
    ]
    assert policy["DownloadRestrictions"] == 3 and policy["AllowFileSelectionDialogs"] is False


def test_the_settings_table_has_every_variable_that_is_read() -> None:
    guide = (_ROOT / "docs" / "deploy.md").read_text(encoding="utf-8").partition("## Settings")[2]
    table = set(re.findall(r"`([A-Z][A-Z_]+)`", guide))
    read = set[str]()
    for source in (
        *_ROOT.glob("interview/**/*.py"),
        *_ROOT.glob("forms_library/**/*.py"),
        _ROOT / "gunicorn.conf.py",
    ):
        read |= set(re.findall(_READS, source.read_text(encoding="utf-8")))
    assert len(read) >= 20
    assert read <= table


def test_after_an_idle_visit_the_next_person_cannot_send_its_last_page_again(told: Client) -> None:
    told.handler.enforce_csrf_checks = True
    SealedSession.objects.all().delete()
    response = told.post("/step/you/name/", {"name": CANARY, "csrfmiddlewaretoken": "x" * 64})
    assert response.status_code == 302 and response["Location"] == "/?ended=1"


@pytest.mark.parametrize("address", ["/tasks/", "/?ended=1", "/", "/exit/"])
def test_an_idle_visit_leaves_no_row(told: Client, address: str) -> None:
    make_old()
    told.get(address)
    assert not SealedSession.objects.exists()


@pytest.mark.parametrize("name", ["everything", "civil_everything"])
def test_no_page_leads_out_of_the_kiosk(kiosk: None, visit: Visit, name: str) -> None:
    browser = visit(story(name))
    for address in [each for each in pages(story(name)) if each != "/"] + ["/"]:
        html = browser.get(address).content.decode()
        for link in re.findall(r'(?:href|src|action|formaction|content)="([^"]*)"', html):
            assert "//" not in link and not re.match(r"(?i)\s*(?!\d)[a-z]+:", link), (address, link)
        assert "<a download" not in html and 'target="' not in html, address
        for offer in ("Downloads", "Download my", 'href="/keep/"', 'href="/plan/dates/"'):
            assert offer not in html, (address, offer)
        assert html.count(">Erase and start over") == 2 and "Leave this site" not in html, address
        assert '<html lang="en" class="kiosk">' in html, address
        assert ('http-equiv="refresh"' in html) == (address != "/"), address


def test_at_home_no_page_erases_itself(visit: Visit) -> None:
    browser = visit(story("least"))
    assert "refresh" not in browser.get("/tasks/").content.decode()
    assert 'class="kiosk"' not in browser.get("/tasks/").content.decode()


PAPERS = ["/packet/download/", "/packet/1/", "/plan/print/"]


@pytest.mark.parametrize("address", PAPERS)
def test_a_paper_is_shown_in_a_page_that_can_be_wiped(
    kiosk: None, visit: Visit, forms_dir: Path, settings: Any, address: str
) -> None:
    settings.FORMS_DIR = forms_dir
    browser = visit(story("everything"))
    browser.get("/review/")
    page = browser.get(address)
    html = page.content.decode()
    assert page["Content-Type"].startswith("text/html") and page["Cache-Control"] == "no-store"
    assert "frame-src 'self'" in page["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]
    assert "erase everything" in html and 'action="/erase/"' in html
    (source,) = re.findall(r'<iframe[^>]* src="([^"]*)"', html)

    paper = browser.get(source, headers={"sec-fetch-dest": "iframe"})
    assert paper["Content-Type"] == "application/pdf" and paper["Content-Disposition"] == "inline"
    assert paper["Cache-Control"] == "no-store" and paper["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in paper["Content-Security-Policy"]
    assert len(PdfReader(io.BytesIO(paper.content)).pages) >= 1
    assert links_in(paper.content) == []

    alone = browser.get(source, headers={"sec-fetch-dest": "document"})
    assert alone["Content-Type"].startswith("text/html")  # it would fill the window: no button to erase


def links_in(pdf: bytes) -> list[str]:
    """The addresses a click in this PDF would lead to."""
    return [
        str(annotation.get_object().get("/A"))
        for page in PdfReader(io.BytesIO(pdf)).pages
        for annotation in page.get("/Annots") or []
        if "/A" in annotation.get_object()
    ]


def test_no_paper_before_the_review_and_no_calendar_file(kiosk: None, visit: Visit) -> None:
    browser = visit(story("everything"))
    for address in ("/packet/download/", "/packet/download/?pdf", "/packet/1/"):
        assert browser.get(address)["Location"] == "/packet/"
    assert browser.get("/plan/dates/")["Location"] == "/plan/"


def test_at_home_a_paper_is_a_file(visit: Visit) -> None:
    answer = visit(story("least")).get("/plan/print/?pdf")
    assert answer["Content-Disposition"].startswith("attachment") and answer["X-Frame-Options"] == "DENY"


# In a browser


@pytest.fixture(scope="module")
def kiosk_site(forms_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    yield from serve(tmp_path_factory.mktemp("kiosk"), forms_dir, KIOSK="1", COURT_COUNTY="Fresno")


@pytest.fixture(params=[True, False], ids=["with-javascript", "without-javascript"])
def stranger(request: pytest.FixtureRequest, chromium: Browser, kiosk_site: Site) -> Iterator[Page]:
    """A page on the kiosk's screen, with and without JavaScript."""
    empty(kiosk_site)
    yield from visit_with(chromium, kiosk_site, java_script_enabled=request.param, viewport=WIDE)


@pytest.fixture
def at_kiosk(chromium: Browser, kiosk_site: Site) -> Iterator[Page]:
    empty(kiosk_site)
    yield from visit_with(chromium, kiosk_site, viewport=WIDE)


def _type_name(page: Page) -> None:
    begin(page)
    page.goto("/step/you/name/")
    page.locator("[name=name]").fill(CANARY)


def test_the_shortest_story_to_the_printed_packet_and_the_wipe(stranger: Page, kiosk_site: Site) -> None:
    walk_to_review(stranger, story("civil_least"))
    follow(stranger.get_by_role("link", name="Go on to my packet"))
    with stranger.expect_response("**/packet/download/?pdf") as shown:
        stranger.get_by_role("link", name="Print my papers").click()
    assert shown.value.status == 200 and shown.value.headers["content-disposition"] == "inline"
    assert stranger.url.endswith("/packet/download/")
    follow(stranger.get_by_role("button", name="I have printed: erase everything"))
    stranger.get_by_role("heading", name="Ask a California court").wait_for()
    assert stranger.context.cookies() == [] and rows(kiosk_site) == 0
    stranger.go_back()
    assert "/packet" not in stranger.url and stranger.locator("iframe").count() == 0
    stranger.goto("/review/")
    assert stranger.url.rstrip("/") == kiosk_site


def test_the_court_of_a_kiosk_is_there_before_it_is_asked_for(at_kiosk: Page) -> None:
    begin(at_kiosk)
    at_kiosk.goto("/review/")
    assert "Fresno" in at_kiosk.locator("main").inner_text()


def test_print_now_prints_the_paper(at_kiosk: Page) -> None:
    begin(at_kiosk)
    at_kiosk.goto("/plan/print/")
    at_kiosk.locator("iframe").element_handle().content_frame().wait_for_load_state()  # type: ignore[union-attr]
    at_kiosk.evaluate(
        "document.getElementById('paper').contentWindow.print = () => { window.printed = true }"
    )
    at_kiosk.get_by_role("button", name="Print now").click()
    assert at_kiosk.evaluate("window.printed") is True


def test_erase_and_start_over_from_the_keyboard(stranger: Page, kiosk_site: Site) -> None:
    _type_name(stranger)
    stranger.locator("h1").click()
    stranger.goto("/step/you/name/")
    for name in ("Skip to the page", "Erase and start over now"):
        stranger.keyboard.press("Tab")
        assert stranger.get_by_role("link", name=name, exact=True).evaluate(
            "e => e === document.activeElement"
        )
    stranger.keyboard.press("Enter")
    stranger.wait_for_url(f"{kiosk_site}/")
    assert stranger.context.cookies() == [] and rows(kiosk_site) == 0


def test_a_stranger_at_a_half_finished_visit_finds_nothing_behind_the_start_screen(
    stranger: Page, kiosk_site: Site
) -> None:
    _type_name(stranger)
    go_on(stranger)
    stranger.goto("/")
    assert rows(kiosk_site) == 0
    for _press in range(4):
        stranger.go_back()
        assert CANARY not in stranger.content()


def test_a_tab_behind_is_cleared_when_its_visit_ended_in_another(at_kiosk: Page, kiosk_site: Site) -> None:
    _type_name(at_kiosk)
    go_on(at_kiosk)
    at_kiosk.goto("/step/you/name/")
    with at_kiosk.context.expect_page() as opened:
        at_kiosk.get_by_role("link", name="All chapters").last.click(modifiers=["ControlOrMeta"])
    follow(opened.value.get_by_role("button", name="Finish and erase my answers"))
    opened.value.wait_for_url("**/?done=1")
    assert CANARY in at_kiosk.content()  # as it was left behind
    at_kiosk.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # headless tabs never hide
    at_kiosk.wait_for_url("**/?ended=1")
    assert CANARY not in at_kiosk.content() and rows(kiosk_site) == 0


def test_everything_is_larger_at_a_kiosk(
    at_kiosk: Page, chromium: Browser, kiosk_site: Site, site: Site
) -> None:
    sizes = """() => ["h1", "main p", ".exit"].map(
      e => parseFloat(getComputedStyle(document.querySelector(e)).fontSize))"""
    at_kiosk.goto("/safety/")
    there = at_kiosk.evaluate(sizes)
    for page in visit_with(chromium, site, viewport=WIDE):
        page.goto("/safety/")
        here = page.evaluate(sizes)
    assert all(large >= 1.2 * usual for large, usual in zip(there, here, strict=True))


def test_an_idle_kiosk_warns_and_erases_what_was_typed(at_kiosk: Page, kiosk_site: Site) -> None:
    page = at_kiosk
    page.clock.install()
    _type_name(page)
    page.clock.fast_forward("04:05")
    warning = page.get_by_role("alertdialog")
    assert "60 seconds" in warning.inner_text()
    assert page.get_by_role("button", name="I need more time").evaluate("e => e === document.activeElement")
    page.clock.fast_forward("01:00")
    page.wait_for_url("**/?ended=1")
    assert CANARY not in page.content() and page.context.cookies() == [] and rows(kiosk_site) == 0
    page.go_back()
    assert CANARY not in page.content() and page.locator("[name=name]").count() == 0


def test_without_javascript_an_idle_kiosk_erases_too(
    chromium: Browser, forms_dir: Path, tmp_path: Path
) -> None:
    for site in serve(tmp_path, forms_dir, KIOSK="1", SESSION_IDLE_SECONDS="30"):
        for page in visit_with(chromium, site, java_script_enabled=False, viewport=WIDE):
            _type_name(page)
            assert page.locator("noscript p").is_visible()
            page.wait_for_url("**/?ended=1", timeout=45_000)
            assert CANARY not in page.content() and rows(site) == 0
            page.go_back()
            assert page.locator("[name=name]").count() == 0


def test_axe_finds_nothing_on_the_pages_of_a_kiosk(at_kiosk: Page) -> None:
    look = Looks()
    begin(at_kiosk)
    at_kiosk.goto("/review/")
    for address in ("/tasks/", "/packet/", "/plan/print/", "/plan/", "/safety/", "/"):
        at_kiosk.goto(address)
        look(at_kiosk)
    assert look.faults == {}
