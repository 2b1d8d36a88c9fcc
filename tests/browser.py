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
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, ViewportSize, sync_playwright

PHONE: ViewportSize = {"width": 390, "height": 844}
WAY_OUT = "https://www.weather.gov/"  # where the exit leads; the tests see that it is asked for
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


@pytest.fixture(scope="session")
def site(forms_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site, served by gunicorn with its own database and the official forms."""
    folder = tmp_path_factory.mktemp("site")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {
        "AMPARO_LOCAL": "1",
        "SECRET_KEY": "for-the-browser-tests-alone-" + "k" * 40,
        "KEYS_DIR": str(folder / "keys"),
        "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
        "FORMS_DIR": str(forms_dir),
        "PORT": str(port),
        "WEB_CONCURRENCY": "1",
    }
    for command in (["migrate"], ["collectstatic", "--noinput"]):
        arguments = [sys.executable, "manage.py", *command, "--verbosity", "0"]
        subprocess.run(arguments, cwd=_ROOT, env=environment, check=True)
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "interview.wsgi"], cwd=_ROOT, env=environment
    )
    try:
        yield _when_up(f"http://127.0.0.1:{port}", server)
    finally:
        server.terminate()
        server.wait(timeout=20)


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
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright runs a loop; our code does not
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_QUIET))
        yield browser
        browser.close()


@pytest.fixture(params=[True, False], ids=["with-javascript", "without-javascript"])
def visitor(request: pytest.FixtureRequest, chromium: Browser, site: str) -> Iterator[Page]:
    """A page at phone width that fails the test when anything but our own site is asked for."""
    yield from _visit(chromium, site, java_script_enabled=request.param)


@pytest.fixture
def visitor_with_javascript(chromium: Browser, site: str) -> Iterator[Page]:
    yield from _visit(chromium, site, java_script_enabled=True)


def _visit(chromium: Browser, site: str, **options: Any) -> Iterator[Page]:
    context: BrowserContext = chromium.new_context(
        viewport=PHONE, accept_downloads=True, base_url=site, **options
    )
    strangers: list[str] = []

    def note_stranger(asked: Request) -> None:
        if not asked.url.startswith((site, WAY_OUT)):
            strangers.append(asked.url)

    context.on("request", note_stranger)
    page = context.new_page()
    page.set_default_timeout(15_000)
    yield page
    context.close()
    assert strangers == [], f"requests that left our own origin: {strangers}"
