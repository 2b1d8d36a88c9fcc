"""A real site and a real browser: gunicorn on loopback, Debian's Chromium driven by Playwright."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Locator,
    Page,
    Request,
    ViewportSize,
    sync_playwright,
)

from tests.databases import Database, new_database
from tests.shared_work import one_at_a_time

PHONE: ViewportSize = {"width": 390, "height": 844}
WAY_OUT = "https://www.weather.gov/"  # where the exit leads; the tests see that it is asked for
PDF_VIEWER = ("chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/", "chrome://")  # parts of Chromium
_ROOT = Path(__file__).parent.parent
# Without these Chromium looks for its maker's hosts at every start.
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # a test asks nobody outside
)


class Site(str):
    """The address of a site that runs, and its database."""

    database: Database
    log: Path  # all it has written
    pid: int  # gunicorn's own; its workers are its children


@pytest.fixture(scope="session")
def site(forms_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site, served by gunicorn with its own database and the official forms."""
    yield from serve(tmp_path_factory.mktemp("site"), forms_dir)


def serve(folder: Path, forms_dir: Path, **settings: str) -> Iterator[Site]:
    """Run a site of its own in this folder, with a database of its own, until the test is done with it."""
    with new_database(folder) as database:
        yield from _serve(folder, forms_dir, database, settings)


def _serve(folder: Path, forms_dir: Path, database: Database, settings: dict[str, str]) -> Iterator[Site]:
    free = socket.socket()  # held until the server takes its place: other tests look for one too
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.served_settings",
        "AMPARO_LOCAL": "1",
        "SECRET_KEY": "for-the-browser-tests-alone-" + "k" * 40,
        "KEYS_DIR": str(folder / "keys"),
        "DATABASE_URL": database.url,
        "FORMS_DIR": str(forms_dir),
        "PORT": str(port),
        "WEB_CONCURRENCY": "1",
        **settings,
    }
    with free:
        _manage(environment, "make_keys")
        _manage(environment, "migrate")
        with one_at_a_time(_ROOT / "var" / ".tests.lock"):  # var/static is everybody's
            _manage(environment, "collectstatic", "--noinput")
    log = folder / "server.log"
    with log.open("wb") as written:
        server = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "interview.wsgi"],
            cwd=_ROOT,
            env=environment,
            stdout=written,
            stderr=written,
        )
    try:
        address = Site(_when_up(f"http://127.0.0.1:{port}", server))
        address.database, address.log, address.pid = database, log, server.pid
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)
        sys.stdout.write(log.read_text(errors="replace"))  # pytest shows it with a failure


def _manage(environment: dict[str, str], *command: str) -> None:
    arguments = [sys.executable, "manage.py", *command, "--verbosity", "0"]
    subprocess.run(arguments, cwd=_ROOT, env=environment, check=True)


def _when_up(address: str, server: subprocess.Popen[bytes]) -> str:
    for _try in range(150):
        if server.poll() is not None:
            raise RuntimeError("the site did not start")
        try:
            with urllib.request.urlopen(f"{address}/health/", timeout=2):
                return address
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("the site did not answer in 30 seconds")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is not installed")
        pytest.skip("Chromium is not installed")
    with launched(path) as browser:
        yield browser


@contextmanager
def launched(path: str) -> Iterator[Browser]:
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright runs a loop; our code does not
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_QUIET))
        yield browser
        browser.close()


@pytest.fixture(params=[True, False], ids=["with-javascript", "without-javascript"])
def visitor(request: pytest.FixtureRequest, chromium: Browser, site: str) -> Iterator[Page]:
    """A page at phone width that fails the test when anything but our own site is asked for."""
    yield from visit_with(chromium, site, java_script_enabled=request.param)


@pytest.fixture
def visitor_with_javascript(chromium: Browser, site: str) -> Iterator[Page]:
    yield from visit_with(chromium, site, java_script_enabled=True)


def visit_with(chromium: Browser, site: str, **options: Any) -> Iterator[Page]:
    settings: dict[str, Any] = {"viewport": PHONE, "accept_downloads": True, "base_url": str(site)}
    context: BrowserContext = chromium.new_context(**settings | options)
    strangers: list[str] = []

    def note_stranger(asked: Request) -> None:
        if not asked.url.startswith((site, WAY_OUT, *PDF_VIEWER)):
            strangers.append(asked.url)

    context.on("request", note_stranger)
    page = context.new_page()
    page.set_default_timeout(15_000)
    yield page
    context.close()
    assert strangers == [], f"requests that left our own origin: {strangers}"


def follow(link: Locator) -> None:
    """Press a link or a button, and wait until the page it leads to is there, whole.

    A click alone comes back while that page is still arriving: what is then read at once (`count`,
    `all_inner_texts`, `url`) may be of half a page, or of the page before.
    """
    with link.page.expect_navigation():
        link.click()


def go_on(page: Page) -> None:
    follow(page.get_by_role("button", name="Continue"))


def begin(page: Page) -> None:
    """Begin a visit, from the start page."""
    page.goto("/")
    follow(page.get_by_role("link", name="Start", exact=True))
    go_on(page)


def dull_place(page: Page) -> None:
    """The place the exit leads to answers, as it would with a network."""
    page.context.route(f"{WAY_OUT}**", lambda route: route.fulfill(body="<title>Weather</title><p>Dull</p>"))
