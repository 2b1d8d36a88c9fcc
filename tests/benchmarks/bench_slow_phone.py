"""How soon a page can be read on a slow phone: Chromium with its processor and its network held back.

The server is on loopback. What finding its name, connecting and TLS take is added, where a network's latency
does not stand for it.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from tests.benchmarks.report import Row, Section, as_markdown, under
from tests.browser import _QUIET, PHONE, serve

ROUNDS = 3
SLOWER = 4  # times, the phone's processor
WITHIN = 3  # seconds
# From the moment the page was asked for, a post and its redirect included.
_READABLE = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
_IS_READABLE = f"({_READABLE})() > 0"


@dataclass(frozen=True)
class Network:
    """What Chromium is held to. Latency: milliseconds from asking to the first byte, for each request."""

    name: str
    latency: float
    kilobits: float  # a second, each way
    connecting: float = 0  # milliseconds, once: what of it is not in the latency


NETWORKS = (
    # front_end/core/sdk/NetworkManager.ts: 500 kbit/s × 0.8, 400 ms × 5 for the round trips TCP and TLS need
    Network("Slow 3G as Chrome's DevTools have it", 400 * 5, 500 * 0.8),
    # a round trip each for the name, the connection and TLS 1.3, which loopback has not
    Network("slow 3G as WebPageTest has it", 400, 400, connecting=3 * 400),
    # core/config/constants.js, mobileSlow4G by DevTools: 150 ms × 3.75, 1,638.4 kbit/s × 0.9
    Network("slow 4G as Lighthouse has it for phones", 150 * 3.75, 1638.4 * 0.9),
)
UNHELD = Network("no limit", 0, -8 / 1000)


@dataclass(frozen=True)
class Visit:
    """Seconds until each page could be read."""

    first: float  # nothing is in the phone's cache
    question: float  # asked for by a link
    next_question: float  # from pressing Continue: the post, and the page it leads to


def measure() -> Section:
    with _browser() as browser, tempfile.TemporaryDirectory() as folder:
        for site in serve(Path(folder), Path(folder)):
            _visit(browser, site, UNHELD)  # the server's first answers are slower
            seen = {
                network: [_visit(browser, site, network) for _round in range(ROUNDS)] for network in NETWORKS
            }
    return _told(seen)


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(_QUIET))
        yield browser
        browser.close()


def _visit(browser: Browser, site: str, network: Network) -> Visit:
    context = browser.new_context(viewport=PHONE, base_url=str(site))
    page = context.new_page()
    page.set_default_timeout(60_000)
    _hold_back(page, network)
    page.goto("/")
    first = _readable(page)
    page.get_by_role("link", name="Start", exact=True).click()
    page.wait_for_url("**/safety/")
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url("**/step/**")
    question = page.url
    page.goto(question)
    asked = _readable(page)
    page.locator("input[type=radio]").first.check()
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url(lambda url: url != question)
    then = _readable(page)
    context.close()
    return Visit(first, asked, then)


def _hold_back(page: Page, network: Network) -> None:
    chromium = page.context.new_cdp_session(page)
    bytes_a_second = network.kilobits * 1000 / 8
    chromium.send("Network.enable")
    chromium.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": network.latency,
            "downloadThroughput": bytes_a_second,
            "uploadThroughput": bytes_a_second,
        },
    )
    chromium.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER if network.latency else 1})


def _readable(page: Page) -> float:
    page.wait_for_load_state()
    while not page.evaluate(_IS_READABLE):  # to wait for it in the page, the policy would have to allow eval
        page.wait_for_timeout(50)
    return float(page.evaluate(_READABLE)) / 1000


def _told(seen: dict[Network, list[Visit]]) -> Section:
    rows: list[Row] = []
    for network, visits in seen.items():
        first, question, then = (
            median(figures) for figures in zip(*(vars(visit).values() for visit in visits), strict=True)
        )
        rows += [
            under(f"{network.name}: first page", first + network.connecting / 1000, WITHIN, "s", 2),
            Row(f"{network.name}: a page of questions", f"{question:.2f} s"),
            Row(f"{network.name}: from Continue to the next page", f"{then:.2f} s"),
        ]
    held = "; ".join(
        f"{each.name}: {each.latency:,.0f} ms for each request, {each.kilobits:,.0f} kbit/s" for each in seen
    )
    return Section(
        "A slow phone",
        f"Chromium, its processor {SLOWER} times slower, {PHONE['width']} pixels wide, its network held to: "
        f"{held}. Seconds from asking for a page to its First Contentful Paint, the median of {ROUNDS} "
        "visits, each with an empty cache; the later pages have style and script from it. The server is on "
        "loopback by plain http: finding its name, connecting and TLS are in the latency of DevTools' and "
        "Lighthouse's networks; to WebPageTest's first page three round trips are added for them.",
        tuple(rows),
    )


if __name__ == "__main__":
    print(as_markdown((measure(),)))
