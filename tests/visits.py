"""Visits put straight into the database of a running site, and the addresses of their pages."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from playwright.sync_api import Page

from interview.case import Case
from interview.case_json import to_json
from interview.models import SealedSession
from interview.questions import Step, steps_of
from interview.relevance import all_chapters, prune
from interview.sessions import _row_id, _seal
from interview.steps import step_url
from tests.browser import Site

_TABLE = SealedSession._meta.db_table
AROUND = (
    "/",
    "/safety/",
    "/tasks/",
    "/result/",
    "/review/",
    "/packet/",
    "/plan/",
    "/keep/",
    "/return/",
    "/forget/",
)
FOR_HELPERS = ("/helper/all/", "/helper/file/", "/helper/open/")


def put_in(site: Site, case: Case, **more: Any) -> str:
    """A visit with these answers, read through; what its cookie holds. `more`: what else the session has."""
    key = secrets.token_hex(16)
    held = {"case": to_json(case), "reviewed": True, **more}
    now = datetime.now(UTC).replace(microsecond=0)
    site.database.ask(
        f"INSERT INTO {_TABLE} (id_hash, sealed, begun, expires) VALUES (%s, %s, %s, %s)",
        (_row_id(key), _seal(key, json.dumps(held).encode()), str(now), str(now + timedelta(hours=6))),
    )
    return key


def begin_visit(page: Page, site: Site, case: Case, **more: Any) -> None:
    """From here on the page's browser is in the middle of this visit."""
    page.context.add_cookies([{"name": "session", "value": put_in(site, case, **more), "url": str(site)}])


def speak(page: Page, site: Site, language: str) -> None:
    """The language of the pages from here on."""
    page.context.add_cookies([{"name": "language", "value": language, "url": str(site)}])


def question_pages(case: Case) -> Iterator[tuple[str, str, Step]]:
    """Chapter, address and step of each page of questions, in order; of a list, those of its first entry."""
    told = prune(case)
    for chapter in all_chapters():
        for step in steps_of(chapter, told):
            if step.index == 0:
                yield chapter.slug, step_url(chapter, step.slug), step


def helper_pages(case: Case) -> list[str]:
    """Each chapter at once, as helper view shows it."""
    return list(dict.fromkeys(f"/helper/{chapter}/" for chapter, _address, _step in question_pages(case)))
