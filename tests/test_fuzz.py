"""Every page of questions with what nobody would type: no error of ours, no text cut, nobody else's answers.

A few posts a page here; `make fuzz` sends 10,000 (POSTS).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any
from urllib.parse import quote

import pytest
from django import forms
from django.conf import settings as django_settings
from django.test import Client
from django.utils.html import escape
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from interview.answers import get_answer
from interview.case import Case
from interview.case_json import from_json, to_json
from interview.chapters import CHAPTERS
from interview.fields import PersonName, PlainText, ShortText, Story, tidy
from interview.questions import Step, follow_up_applies, steps_of
from interview.sessions import SessionStore
from interview.steps import step_url
from tests.stories_on_disk import STORIES, story
from tests.test_web_attacks import _HOSTILE

_NUMBERED = re.compile(r"-\d+/$")
_OWN_WORD = re.compile(r"Qf\d{7}")
_next_word = count(1)


@dataclass
class Figures:
    """What the run has done; it ends at the first post that is answered wrongly."""

    posts: int = 0
    saved: int = 0
    told: int = 0  # page given back with a message
    texts: int = 0  # looked up again, whole
    pages: int = 0  # looked at for the words of other visits


FIGURES = Figures()


@dataclass(frozen=True)
class Asked:
    """A page of questions, and a story in which it is asked."""

    address: str
    step: Step
    case: Case


def _pages() -> Iterator[Asked]:
    """Every page there is, each once, of the first entry if it is of a list."""
    seen = set[str]()
    for name in ("everything", "civil_everything", *STORIES):
        case = story(name)
        for chapter in CHAPTERS:
            for step in steps_of(chapter, case):
                address = step_url(chapter, step.slug)
                kind = _NUMBERED.sub("/", address)
                if kind not in seen:
                    seen.add(kind)
                    yield Asked(address, step, case)


PAGES = list(_pages())
PER_PAGE = max(2, -(-int(os.environ.get("POSTS", "0")) // len(PAGES)))

_ODD = [
    "", " ", "0", "-1", "1e999", "NaN", "null", "None", "true", "[]", "{}", "../../x", "%s%n%00", "${7*7}",
    "{{7*7}}", "{% debug %}", "'; DROP TABLE x; --", "<img src=x onerror=alert(1)>", "]]>", "\\", "\\u0000",
    "9" * 400, "2/30/1990", "13/13/1313", "١/٢/٣", "99999999999/1/1", "25:61", "1" * 40 + ":00", "a@b@c",
    "Ω" * 600,
    "𝟙𝟚/𝟛/𝟜", "﷽" * 100, "I\u0307\u0131", "ß" * 301, "a" * 2_000, "word " * 3_000, "a\u0300" * 200,
]  # fmt: skip
_hostile = st.one_of(
    st.sampled_from(list(_HOSTILE.values())),
    st.sampled_from(_ODD),
    st.text(max_size=120),
    st.binary(max_size=40).map(lambda some: some.decode("utf-8", "surrogateescape")),
)
_extra_names = st.sampled_from(
    ["case", "index", "remove", "another", "wizard_goto_step", "chapter_wizard-current_step", "__class__",
     "a" * 999,
     "name\x00", "é", "requests.asked", "petitioner.name", "csrfmiddlewaretoken", "next", "back", ""]
)  # fmt: skip


def _right(field: Any) -> st.SearchStrategy[Any]:
    """What the field was made for."""
    if isinstance(field, forms.ChoiceField):
        one = st.sampled_from([str(value) for value, _label in field.choices])  # type: ignore[union-attr, misc]
        return st.lists(one, max_size=4) if isinstance(field, forms.MultipleChoiceField) else one
    if type(field) in (ShortText, PersonName, Story):
        return st.text(st.characters(codec="latin-1"), min_size=1, max_size=80)
    plain = ["3/5/1990", "34", "94103", "(415) 555-0134", "1,200.50", "a@example.com", "9:30 AM", "CA"]
    return st.sampled_from(plain)


def _value(field: forms.Field) -> st.SearchStrategy[list[str]]:
    one = st.one_of(_right(field), _hostile)
    listed = one.map(lambda value: value if isinstance(value, list) else [value])
    return st.one_of(listed, st.lists(_hostile, max_size=3))


def _fields(page: Asked) -> dict[str, forms.Field]:
    if page.step.form is None:
        return {"another": forms.ChoiceField(choices=[("yes", ""), ("no", "")]), "remove": forms.CharField()}
    return dict(page.step.form(case=page.case, index=page.step.index).fields)


def _visit(case: Case) -> Client:
    session = SessionStore()
    session["case"] = to_json(case)
    session.create()
    browser = Client()
    browser.cookies[django_settings.SESSION_COOKIE_NAME] = session.session_key or ""
    return browser


def _body(sent: dict[str, list[str]]) -> bytes:
    pairs = ((name, text) for name, texts in sent.items() for text in texts)
    return b"&".join(_coded(name) + b"=" + _coded(text) for name, text in pairs)


def _coded(text: str) -> bytes:
    return quote(text.encode("utf-8", "surrogatepass"), safe="").encode()


def _arrives(text: str) -> bool:
    """Whether the server can get it as it was typed: half a letter comes as a mark of that."""
    return not re.search("[\ud800-\udfff]", text)


@pytest.fixture(scope="module", autouse=True)
def figures() -> Iterator[None]:
    yield
    print(f"\n{len(PAGES)} pages: {FIGURES}")


@pytest.mark.django_db
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.address)
def test_hostile_posts_to_every_page(page: Asked) -> None:
    fields = _fields(page)

    @settings(
        max_examples=PER_PAGE,
        deadline=None,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(
        sent=st.fixed_dictionaries({}, optional={name: _value(field) for name, field in fields.items()}),
        more=st.dictionaries(_extra_names, st.lists(_hostile, max_size=2), max_size=3),
    )
    def hostile(sent: dict[str, list[str]], more: dict[str, list[str]]) -> None:
        _post(page, fields, sent, {name: texts for name, texts in more.items() if name not in fields})

    hostile()


def _post(
    page: Asked, fields: dict[str, Any], sent: dict[str, list[str]], more: dict[str, list[str]]
) -> None:
    """One post in a visit of its own, with a word in each text that no other visit has."""
    own = f"Qf{next(_next_word):07d}"
    for name, texts in sent.items():
        if type(fields[name]) in (ShortText, PersonName, Story):
            sent = sent | {name: [f"{text} {own}" for text in texts]}
    browser = _visit(page.case)
    answer = browser.generic(
        "POST", page.address, _body(sent | more), content_type="application/x-www-form-urlencoded"
    )  # an error of ours is raised here
    FIGURES.posts += 1
    html = answer.content.decode()
    assert answer.status_code in (200, 302), answer.status_code
    if answer.status_code == 200:
        FIGURES.told += 1
        assert "invalid-feedback" in html or "error" in html
        _still_in_the_boxes(fields, sent, html)
    else:
        FIGURES.saved += 1
        assert answer["Location"].startswith("/") and not answer["Location"].startswith("//")
        _saved_whole(page, fields, sent, browser)
        if FIGURES.posts % 3 == 0:
            html += browser.get(answer["Location"]).content.decode()
    if FIGURES.posts % 10 == 0:
        html += browser.get("/review/").content.decode()
    FIGURES.pages += 1
    assert set(_OWN_WORD.findall(html)) <= {own}, "an answer of another visit"
    assert "<img src=x" not in html and "<script>alert" not in html


def _still_in_the_boxes(fields: dict[str, Any], sent: dict[str, list[str]], html: str) -> None:
    for name, texts in sent.items():
        if isinstance(fields[name], PlainText) and texts and _arrives(texts[-1]) and f'name="{name}"' in html:
            FIGURES.texts += 1
            assert escape(texts[-1]) in html, name


def _saved_whole(page: Asked, fields: dict[str, Any], sent: dict[str, list[str]], browser: Client) -> None:
    form = page.step.form
    if form is None:
        return
    case = from_json(browser.session["case"])
    last = {name: texts[-1] for name, texts in sent.items() if texts}
    chosen = {name: texts if isinstance(fields[name], forms.MultipleChoiceField) else texts[-1]
              for name, texts in sent.items() if texts}  # fmt: skip
    for name, path in form.case_paths(page.step.index).items():
        field, needed = fields.get(name), form.follow_ups.get(name)
        if name not in last or type(field) not in (ShortText, PersonName, Story) or not _arrives(last[name]):
            continue
        if needed and not follow_up_applies(chosen, needed):
            continue
        text = tidy(last[name])
        FIGURES.texts += 1
        assert get_answer(case, path) == (
            text.strip() if isinstance(field, Story) else " ".join(text.split())
        )
