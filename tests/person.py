"""Someone at the site without a browser: cookie, page tokens and all, over a socket of their own.

Quick enough to have a hundred at once, and says exactly what was asked and answered.
"""

from __future__ import annotations

import http.client
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

from interview.answers import entry_count, get_answer
from interview.case import Case
from interview.chapters import CHAPTERS
from interview.parenting import clock_time
from interview.questions import Step, steps_of
from interview.steps import step_url

_STEP = re.compile(r"^/step/([\w-]+)/([\w-]+)/")
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
_LONGEST_WAY = 400  # pages
WAIT = 120.0  # seconds for an answer: a hundred at once on a small machine


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def to(self) -> str:
        """Where it leads."""
        return self.headers.get("location", "")


class Person:
    """Asks one page after the other. Any answer that is no page of ours is for the test to judge."""

    def __init__(self, site: str) -> None:
        self._host = urlsplit(site).netloc
        self.cookie = ""
        self.token = ""
        self.asked = 0

    def ask(self, method: str, address: str, body: bytes | None = None, **headers: str) -> Answer:
        connection = http.client.HTTPConnection(self._host, timeout=WAIT)
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.cookie:
            given["Cookie"] = self.cookie
        if body is not None:
            given.setdefault("Content-Type", "application/x-www-form-urlencoded")
        try:
            self.asked += 1
            connection.request(method, address, body, given)
            got = connection.getresponse()
            answer = Answer(got.status, {n.lower(): v for n, v in got.getheaders()}, got.read())
        finally:
            connection.close()
        self._remember(answer)
        return answer

    def get(self, address: str) -> Answer:
        return self.ask("GET", address)

    def post(self, address: str, data: Mapping[str, Any]) -> Answer:
        return self.ask(
            "POST", address, urlencode({"csrfmiddlewaretoken": self.token, **data}, True).encode()
        )

    def begin(self) -> Answer:
        self.get("/safety/")
        answer = self.post("/safety/", {})
        if answer.to:
            self.get(answer.to)  # the forms of a visit have a secret of their own
        return answer

    def tell(self, case: Case) -> None:
        """From the safety page through every page of questions to the review. Raises AssertionError."""
        address, told = self.begin().to, list[str]()
        while not address.startswith("/review/"):
            assert len(told) < _LONGEST_WAY, f"goes in circles: {told[-5:]}"
            page = self.get(address)
            assert page.status == 200, address
            if "/result/" in address:
                data = {"chosen_path": case.path or "dvro"}
            else:
                data = _asked_on(page.text, _data(case, address, told))
            told.append(urlsplit(address).path)
            answer = self.post(address, data)
            assert answer.status == 302, f"{address}: {answer.status} {errors_in(answer.text)}"
            address = urljoin(address, answer.to)
        assert self.get("/review/").status == 200

    def tell_shortly(self, case: Case) -> None:
        """Only the pages the story has an answer for, one after the other. Raises AssertionError."""
        self.begin()
        for chapter in CHAPTERS:
            for step in steps_of(chapter, case):
                if step.form is None or not (data := data_of(case, step)):
                    continue
                address = step_url(chapter, step.slug)
                page = self.get(address)
                assert page.status == 200, address
                answer = self.post(address, _asked_on(page.text, data))
                assert answer.status == 302, f"{address}: {answer.status} {errors_in(answer.text)}"
        assert self.post("/result/", {"chosen_path": case.path or "dvro"}).status == 302
        assert self.get("/review/").status == 200

    def _remember(self, answer: Answer) -> None:
        if said := answer.headers.get("set-cookie"):
            self.cookie = said.split(";", 1)[0]
        if answer.headers.get("content-type", "").startswith("text/html") and (
            found := _TOKEN.search(answer.text)
        ):
            self.token = found[1]


def errors_in(html: str) -> list[str]:
    return re.findall(r'class="invalid-feedback"[^>]*>(.*?)<', html, re.DOTALL)


def step_at(case: Case, address: str) -> Step:
    match = _STEP.match(address)
    assert match, address
    chapter = next(chapter for chapter in CHAPTERS if chapter.slug == match[1])
    return next(step for step in steps_of(chapter, case) if step.slug == match[2])


def data_of(case: Case, step: Step) -> dict[str, Any]:
    """What a form of this page sends for the Case's answers."""
    assert step.form is not None
    form = step.form(case=case, index=step.index)
    answers = {name: get_answer(case, path) for name, path in form.case_paths(step.index).items()}
    given = {name: _typed(answer) for name, answer in answers.items() if name in form.fields}
    return {name: answer for name, answer in given.items() if answer not in ("", "None", [])}


def _asked_on(html: str, data: dict[str, Any]) -> dict[str, Any]:
    """What this page has a box for: two pages may share a list of answers, and what is asked depends."""
    found: dict[str, Any] = {}
    for name, answer in data.items():
        if isinstance(answer, list):
            found[name] = [each for each in answer if _has_box(html, name, each)]
        elif f'name="{name}"' in html:
            found[name] = answer
    return found


def _has_box(html: str, name: str, value: str) -> bool:
    boxes = re.findall(rf'<input[^>]*name="{name}"[^>]*>', html)
    return any(f'value="{value}"' in box for box in boxes)


def _data(case: Case, address: str, told: list[str]) -> dict[str, Any]:
    step = step_at(case, address)
    if step.form is not None:
        return data_of(case, step)
    assert step.group is not None
    first = next(page for page in step.group.pages if page.when(case)).slug
    entries = len({each for each in told if re.search(rf"/{first}-\d+/$", each)})
    return {"another": "yes" if entries < entry_count(case, step.group.path) else "no"}


def _typed(answer: Any) -> Any:
    if isinstance(answer, tuple):
        return list(answer)
    if isinstance(answer, date):
        return answer.strftime("%m/%d/%Y")
    return clock_time(str(answer)) if re.fullmatch(r"\d\d:\d\d", str(answer)) else str(answer)
