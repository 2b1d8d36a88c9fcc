"""What a page costs: beside a Django page that only renders a form, late in a story, in queries, in bytes.

Both sites are set as in production, each in a process of its own, and asked in turn by plain WSGI calls.
"""

from __future__ import annotations

import os
import re
import secrets
import tempfile
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks import plain_django
from tests.benchmarks.report import Row, Section, as_markdown, ratio, under
from tests.person import step_at
from tests.person_here import Asked, PersonHere
from tests.stories_on_disk import story

ROUNDS = 15
FULLEST = "everything"  # the story with the most pages
PAGES = (
    "/step/first/who/",  # a choice of three
    "/step/you/name/",  # one line
    "/step/you/mail/",  # an address
    "/step/orders-now/places/",  # many boxes
    "/step/money/kinds/",  # 18 boxes
    "/step/court/county/",  # a list of 58
    "/step/what-happened/details-2/",  # long text, of a group
    "/step/what-happened/how-often-1/",
    "/step/money-out/home/",
    "/step/money-out/debt-1/",
    "/step/time/week/",  # seven groups of five fields
)
AT_EVERY_AGE = "/step/you/name/"  # the page asked early and late in a story
AGES = (1, 60)  # pages answered; and all
OTHERS = ("/tasks/", "/review/", "/packet/", "/plan/")
KILOBYTE = 1000
_LOADED = re.compile(r'(?:src|rel="(?:icon|stylesheet)" href)="([^"]+)"')

_here: dict[str, Any] = {}  # in a site's own process: who walks it


def measure() -> tuple[Section, ...]:
    with tempfile.TemporaryDirectory() as folder, _process(_our_site, folder) as ours:
        walked: list[Asked] = ours.submit(_walk).result()
        with _process(_plain_site, folder) as plain:
            forms = ours.submit(_posted).result()
            addresses = plain.submit(_plain_pages, forms).result()
            keeping = [f"{address}?keep" for address in addresses]
            costs = _alternately(ROUNDS, (ours, PAGES), (plain, addresses), (plain, keeping))
        ages = _alternately(ROUNDS, *((ours, [f"{age}:{AT_EVERY_AGE}"]) for age in (*AGES, "all")))
        others = {address: ours.submit(_get, address, 5).result() for address in OTHERS}
        loaded = ours.submit(_first_page).result()
    return (_beside_plain(*costs), _growth(ages, walked), _traffic(walked, loaded), _others(others))


def _process(start: Callable[[str], None], folder: str) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, get_context("spawn"), initializer=start, initargs=(folder,))


Costs = dict[str, tuple[float, float]]  # address -> milliseconds of a GET, of a POST


def _alternately(rounds: int, *sites: tuple[ProcessPoolExecutor, Sequence[str]]) -> list[Costs]:
    """The median of each page's costs, with the sites asked in turn."""
    spent: list[list[list[tuple[float, float]]]] = [[] for _site in sites]
    for _round in range(rounds + 1):
        for number, (site, addresses) in enumerate(sites):
            spent[number].append(site.submit(_get_and_post, list(addresses)).result())
    return [
        {
            address: (median(get for get, _post in column), median(post for _get, post in column))
            for address, column in zip(addresses, zip(*told[1:], strict=True), strict=True)
        }
        for told, (_site, addresses) in zip(spent, sites, strict=True)
    ]


# In the site's own process


def _our_site(folder: str) -> None:
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "interview.settings",
        "DEBUG": "0",
        "ALLOWED_HOSTS": "localhost",
        "DATABASE_URL": f"sqlite:///{folder}/site.sqlite3",
        **{name: secrets.token_urlsafe(48) for name in ("SECRET_KEY", "DRAFT_PEPPER", "DRAFT_KEYS")},
    }
    for name in ("AMPARO_LOCAL", "BEHIND_TLS_PROXY", "KIOSK"):
        os.environ.pop(name, None)
    from django.core.management import call_command

    from interview.wsgi import application

    call_command("migrate", verbosity=0)
    _here["site"] = application


def _walk() -> list[Asked]:
    """Tell the fullest story, page after page. Visits are kept as they were at each age."""

    def keep(asked: Asked) -> None:
        told = sum(each.method == "POST" and "/step/" in each.address for each in person.all_asked)
        if asked.method == "POST" and told in AGES and str(told) not in _here:
            _here[str(told)] = _copy(person)

    person = PersonHere(_here["site"], counts_queries=True, after=keep)
    person.tell(story(FULLEST))
    _here["all"] = _copy(person)
    for age in map(str, AGES):
        _here[age].posted = person.posted
    return person.all_asked


def _copy(person: PersonHere) -> PersonHere:
    """Someone with a visit of their own, as far as this one has come."""
    from django.conf import settings

    from interview.sessions import SessionStore

    copied = SessionStore()
    copied.update(SessionStore(person.cookies[settings.SESSION_COOKIE_NAME]).load())
    copied.create()
    twin = PersonHere(_here["site"])
    twin.cookies = {settings.SESSION_COOKIE_NAME: copied.session_key or ""}
    twin.token, twin.posted = person.token, dict(person.posted)
    return twin


def _posted() -> list[tuple[str, dict[str, list[str]]]]:
    """Each page, and what was answered there."""
    return [(page, _here["all"].posted[page]) for page in PAGES]


def _get_and_post(addresses: Iterable[str]) -> list[tuple[float, float]]:
    """Milliseconds of CPU of each. "60:/step/…" is asked by who has answered 60 pages."""
    return [_one(*address.rpartition(":")[::2]) for address in addresses]


def _one(age: str, address: str) -> tuple[float, float]:
    person: PersonHere = _here[age or "all"]
    answers = person.get(address), person.post_again(address)
    assert [answer.status for answer in answers] == [200, 302], (address, [each.status for each in answers])
    get, post = person.all_asked[-2:]
    return get.milliseconds, post.milliseconds


def _get(address: str, rounds: int) -> float:
    person: PersonHere = _here["all"]
    assert all(person.get(address).status == 200 for _round in range(rounds + 1)), address
    return median(asked.milliseconds for asked in person.all_asked[-rounds:])


def _first_page() -> list[Asked]:
    """What a browser loads for the start page: the page itself first."""
    person = PersonHere(_here["site"])
    for address in _LOADED.findall(person.get("/").text):
        assert person.get(address).status == 200, address
    return person.all_asked


def _plain_site(folder: str) -> None:
    _here["all"] = plain_django.start(Path(folder), _database_options())


def _database_options() -> dict[str, Any]:
    from interview.settings import DATABASES

    options: dict[str, Any] = DATABASES["default"]["OPTIONS"]
    return options


def _plain_pages(pages: Iterable[tuple[str, dict[str, list[str]]]]) -> list[str]:
    told, made = story(FULLEST), list(pages)
    steps = [step_at(told, page) for page, _data in made]
    forms = [step.form(case=told, index=step.index) for step in steps if step.form]
    addresses = plain_django.serve(forms)
    for address, (_page, data) in zip(addresses, made, strict=True):
        _here["all"].get(address)
        assert _here["all"].post(f"{address}?keep", data).status == 302, address
        assert _here["all"].post(address, data).status == 302, address
    return addresses


# What it says


def _beside_plain(ours: Costs, plain: Costs, keeping: Costs) -> Section:
    rows = []
    for number, method in enumerate(("GET", "POST")):
        pairs = [  # both with the plain page's GET: that is what renders a form
            (mine[number] / other[0], page, mine[number], other[0])
            for (page, mine), other in zip(ours.items(), plain.values(), strict=True)
        ]
        pairs.sort()
        for which, (_times, page, mine, other) in (
            ("the median page", pairs[len(pairs) // 2]),
            ("the worst page", pairs[-1]),
        ):
            what = f"{method}, {which} ({page})"
            rows.append(ratio(what, mine, other, 4, f"the plain page ({mine:.1f} to {other:.1f} ms of CPU)"))
    for what, others in (("that saves nothing", plain), ("that keeps what was typed", keeping)):
        times = median(mine[1] / other[1] for mine, other in zip(ours.values(), others.values(), strict=True))
        rows.append(Row(f"POST, the median page, beside a plain POST {what}", f"{times:.2f} times"))
    return Section(
        "A page of questions beside a plain Django page",
        f"{len(PAGES)} pages of the story with the most pages, all of it told. The plain page: the "
        "middleware of startproject without auth, sessions in SQLite tuned as ours, the same fields with the "
        "same first values by `{{ form.as_div }}`; its POST validates and redirects, and renders nothing. "
        f"Two processes asked in turn, {ROUNDS} rounds, the median of each page; CSRF tokens checked; each "
        "set as in production.",
        tuple(rows),
        (
            "Each page, ours and the plain one's GET and POST, ms of CPU: "
            + "; ".join(
                f"{page} {mine[0]:.1f} and {mine[1]:.1f} to {other[0]:.1f} and {other[1]:.1f}"
                for (page, mine), other in zip(ours.items(), plain.values(), strict=True)
            ),
        ),
    )


def _growth(ages: list[Costs], walked: Sequence[Asked]) -> Section:
    first, *later = [next(iter(costs.values())) for costs in ages]
    pages = sum(asked.method == "POST" and "/step/" in asked.address for asked in walked)
    rows = []
    for number, method in enumerate(("GET", "POST")):
        for age, costs in zip((AGES[-1], pages), later, strict=True):
            words = f"that at page {AGES[0]} ({costs[number]:.1f} to {first[number]:.1f} ms of CPU)"
            row = ratio(f"{method} at page {age}", costs[number], first[number], 1.5, words)
            rows.append(row if age == AGES[-1] else Row(f"{row.what}, the last", row.figure))
    return Section(
        "A page late in a story beside the same page early",
        f"{AT_EVERY_AGE} asked and answered in visits that have come so far in the longest story.",
        tuple(rows),
    )


def _traffic(walked: Sequence[Asked], loaded: Sequence[Asked]) -> Section:
    rows = []
    for method in ("GET", "POST"):
        asked = [each for each in walked if each.method == method and "/step/" in each.address]
        most = max(len(each.queries) for each in asked)
        rows.append(under(f"Queries for a {method}, the most of {len(asked)}", most, 2, "queries"))
    pages = [each for each in walked if each.method == "GET"]
    largest = max(pages, key=lambda each: each.bytes)
    longest = max(pages, key=lambda each: each.unpacked)
    everything = sum(each.bytes for each in loaded) / KILOBYTE
    rows += [
        under("The start page with all it loads, as sent", everything, 100, "KB", 1),
        under(
            f"The largest page after it, as sent ({largest.address})", largest.bytes / KILOBYTE, 30, "KB", 1
        ),
        Row(f"The longest, unpacked ({longest.address})", f"{longest.unpacked / KILOBYTE:.1f} KB"),
        Row("The median page, as sent", f"{median(each.bytes for each in pages) / KILOBYTE:.1f} KB"),
    ]
    parts = ", ".join(f"{each.address} {each.bytes:,} ({each.unpacked:,} unpacked)" for each in loaded)
    return Section(
        "Queries and bytes",
        f"Every page of the story with the most pages, {len(pages)} of them, from the safety page to the "
        "review, the session's queries included. BEGIN, COMMIT and savepoints are not counted. As sent: "
        "bodies and headers, to a browser that takes gzip; unpacked: bodies alone. 1 KB is 1,000 bytes.",
        tuple(rows),
        (f"The start page loads, in bytes: {parts}.",),
    )


def _others(spent: dict[str, float]) -> Section:
    rows = tuple(Row(address, f"{milliseconds:.0f} ms of CPU") for address, milliseconds in spent.items())
    return Section("Other pages", "With the story with the most pages told; told only.", rows)


if __name__ == "__main__":
    print(as_markdown(measure()))
