"""Someone beside the person: a chapter at once, what is doubtful, a case as a file, the next client."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, cast
from unittest.mock import patch

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.utils.choices import flatten_choices
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from interview import drafts, handed_file, tries
from interview.answers import get_answer
from interview.case import Case
from interview.case_json import from_json, to_json
from interview.doubtful import look_through
from interview.drafts import Draft
from interview.incidents import Incident
from interview.keyed import with_keys
from interview.parenting import clock_time
from interview.people import Petitioner
from interview.questions import Step, steps_of
from interview.relevance import all_chapters, prune
from interview.steps import chapter_named, step_url, steps_around
from tests import stories_on_disk
from tests.browser import begin, follow, visit_with

pytestmark = pytest.mark.django_db
Visit = Callable[[Case], Client]
Story = Callable[[str], Case]
CANARY = "Zaqxsw Canary"
PASSPHRASE = "four plain little words"
ME = Petitioner(name=CANARY)
ROOT = Path(__file__).parent.parent


def told(browser: Client) -> Case:
    return from_json(browser.session["case"])


def typed(answer: Any) -> Any:
    """As a browser sends an answer: days and times in the American way."""
    if isinstance(answer, date):
        return answer.strftime("%m/%d/%Y")
    if isinstance(answer, tuple):
        return list(answer)
    if re.fullmatch(r"\d\d:\d\d", str(answer)):
        return clock_time(str(answer))
    return "" if answer is None else str(answer)


def sent_for(story: Case, step: Step, now: Case, prefix: str = "") -> dict[str, Any]:
    """What a person who tells this story sends on a page; nothing for what it has no answer to."""
    assert step.form is not None
    form = step.form(case=now, index=step.index)
    sent = {}
    for name, path in form.case_paths(step.index).items():
        answer, field = typed(get_answer(story, path)), cast(Any, form.fields.get(name))
        if isinstance(answer, list):  # a page may offer a part of them
            choices: Any = flatten_choices(getattr(field, "choices", ()))
            offered = {str(value) for value, _label in choices}
            answer = [one for one in answer if one in offered]
        if name in form.fields and answer not in ("", []):
            sent[f"{prefix}{name}"] = answer
    return sent


def at_once(slug: str, anything: str = "") -> str:
    return f"/helper/{slug}/{anything}"


def save_chapter(browser: Client, slug: str, **data: Any) -> HttpResponse:
    """Send the pages named by the prefixes of the data."""
    pages = {name.rpartition("-")[0] for name in data if name not in ("pages", "add", "remove")}
    return browser.post(at_once(slug), {"pages": " ".join(sorted(pages)), **data})  # type: ignore[return-value]


def pages_on(page: str) -> list[str]:
    named = re.search(r'name="pages" value="([^"]*)"', page)
    assert named
    return named[1].split()


# A chapter at once


def one_by_one(browser: Client, story: Case, slug: str) -> None:
    """The pages of a chapter, each by itself, as they come to be asked."""
    chapter, gone = chapter_named(slug), set[str]()
    assert chapter is not None
    while step := next(
        (each for each in steps_of(chapter, prune(told(browser))) if each.form and each.slug not in gone),
        None,
    ):
        gone.add(step.slug)
        answer = browser.post(step_url(chapter, step.slug), sent_for(story, step, told(browser)))
        assert answer.status_code == 302, (slug, step.slug)
        if step.group:  # another, as long as the story has more
            count = len(get_answer(story, step.group.path))
            for new in steps_of(chapter, story):
                if new.group == step.group and new.form and step.index < new.index < count:
                    if new.slug in gone:
                        continue
                    gone.add(new.slug)
                    browser.post(step_url(chapter, new.slug), sent_for(story, new, told(browser)))


def all_at_once(browser: Client, story: Case, slug: str) -> None:
    """The whole page of a chapter again and again, until it shows no page that was not sent."""
    chapter, sent = chapter_named(slug), set[str]()
    assert chapter is not None
    address = at_once(slug)
    for _time in range(80):
        page = browser.get(address).content.decode() if address else ""
        shown = pages_on(page)
        data: dict[str, Any] = {}
        now = told(browser)
        for step in steps_around(chapter, prune(now), *shown):
            if step.form and step.slug in shown:
                data |= sent_for(story, step, now, f"{step.slug}-")
        group = _with_more(chapter, now, story, shown)
        answer = browser.post(
            at_once(slug), data | {"pages": " ".join(shown)} | ({"add": group} if group else {})
        )
        assert answer.status_code == 302, (slug, errors_on(answer.content.decode()))
        address = answer["Location"].partition("#")[0]
        if set(shown) <= sent and not group:
            return
        sent |= set(shown)
    raise AssertionError(f"{slug} goes in circles: {group} {shown}")


def _with_more(chapter: Any, case: Case, story: Case, shown: list[str]) -> str:
    """The first list of the chapter of which the story has more entries than are shown."""
    for step in steps_of(chapter, prune(case)):
        if step.form is None and step.group:
            slugs = {page.slug for page in step.group.pages}
            named = (one.rpartition("-") for one in shown)
            on_page = {int(number) for slug, _dash, number in named if slug in slugs and number.isdecimal()}
            if max(on_page, default=0) < len(get_answer(story, step.group.path)):
                return step.group.slug
    return ""


def errors_on(page: str) -> list[str]:
    summary = re.search(r'id="errors"[^>]*>(.*?)</div>', page, re.DOTALL)
    return re.findall(r"<li>(.*?)</li>", summary[1], re.DOTALL) if summary else []


@pytest.mark.parametrize("name", ["mother_of_three", "civil_everything"])
def test_a_chapter_saved_at_once_is_as_its_pages_saved_one_by_one(story: Story, name: str) -> None:
    """Every chapter of a whole story, from its first page on."""
    whole = prune(with_keys(story(name)))
    browsers = Client(), Client()
    for browser in browsers:
        browser.post("/safety/")
    for chapter in all_chapters():
        if not next(steps_of(chapter, prune(told(browsers[0]))), None):
            assert next(steps_of(chapter, prune(told(browsers[1]))), None) is None, chapter.slug
            continue
        one_by_one(browsers[0], whole, chapter.slug)
        all_at_once(browsers[1], whole, chapter.slug)
        if chapter.slug == "first":
            for browser in browsers:
                browser.post("/result/", {"chosen_path": whole.path})
        mine, theirs = (to_json(prune(told(browser))) for browser in browsers)
        assert mine == theirs, chapter.slug
    assert prune(told(browsers[1])) == replace(
        whole, plan_done=()
    )  # and nothing of the story was passed over


def test_what_is_not_valid_stays_beside_its_field_and_the_rest_is_saved(visit: Visit) -> None:
    browser = visit(Case())
    you = chapter_named("you")
    assert you is not None
    by_field = {
        name: step.slug for step in steps_of(you, Case()) if step.form for name in step.form.base_fields
    }
    wrong, right = f"{by_field['name']}-name", f"{by_field['birth_date']}-birth_date"
    answer = save_chapter(browser, "you", **{wrong: "张 Wei", right: "2/30/1990"})
    page = answer.content.decode()
    assert answer.status_code == 200 and len(errors_on(page)) == 2
    assert 'value="张 Wei"' in page and 'value="2/30/1990"' in page
    assert f'href="#id_{wrong}"' in page and f'id="id_{wrong}_error"' in page
    answer = save_chapter(browser, "you", **{wrong: "张 Wei", right: "2/28/1990"})
    page = answer.content.decode()
    assert len(errors_on(page)) == 1 and 'value="张 Wei"' in page
    assert told(browser).petitioner.birth_date == date(1990, 2, 28) and not told(browser).petitioner.name
    assert "<title>Error: " in page


def test_a_page_that_an_answer_opens_appears_after_saving(visit: Visit) -> None:
    browser = visit(Case())
    opened = _step_with("cases", None, Case(has_other_orders="yes"), group=True).slug
    assert f'id="page-{opened}"' not in browser.get(at_once("cases")).content.decode()
    step = _step_with("cases", "has_other_orders")
    answer = save_chapter(browser, "cases", **{f"{step.slug}-has_other_orders": "yes"})
    assert answer.status_code == 302
    page = browser.get(answer["Location"]).content.decode()
    assert "Your answers opened these questions" in page and f'id="page-{opened}"' in page
    assert "Your answers opened" not in browser.get(at_once("cases")).content.decode()


def test_what_was_typed_on_a_page_that_is_no_longer_asked_comes_back_with_it(visit: Visit) -> None:
    browser = visit(Case(has_other_orders="yes"))
    asks = f"{_step_with('cases', 'has_other_orders').slug}-has_other_orders"
    first = _step_with("cases", None, Case(has_other_orders="yes"), group=True)
    assert first.form is not None
    name = next(name for name in first.form.base_fields if first.form.at)
    sent = sent_for(_with_an_order(), first, told(browser), f"{first.slug}-")
    assert sent, name
    save_chapter(browser, "cases", **{asks: "no"}, **sent)
    assert not prune(told(browser)).other_orders and told(browser).other_orders
    save_chapter(browser, "cases", **{asks: "yes"})
    assert prune(told(browser)).other_orders


def _with_an_order() -> Case:
    return next(case for name in ("mother_of_three", "everything", "civil_everything")
                if (case := stories_on_disk.story(name)).other_orders)  # fmt: skip


def _step_with(slug: str, field: str | None, case: Case | None = None, group: bool = False) -> Step:
    """The page of a chapter that has a field; or the first of a list."""
    chapter = chapter_named(slug)
    assert chapter is not None
    return next(
        step
        for step in steps_of(chapter, case or Case())
        if step.form and ((field in step.form.base_fields) if field else bool(step.group) is group)
    )


def test_an_entry_is_added_and_taken_out(visit: Visit) -> None:
    browser = visit(Case(incidents=(Incident(story="One."), Incident(story="Two."))))
    page = browser.get(at_once("what-happened")).content.decode()
    assert "One." in page and "Two." in page and 'name="add" value="events"' in page
    story = next(one for one in re.findall(r'name="([\w-]+)-1-story"', page))
    answer = browser.post(at_once("what-happened"), {"pages": "", "add": "events"})
    page = browser.get(answer["Location"].partition("#")[0]).content.decode()
    assert f"{story}-3" in pages_on(page)
    save_chapter(browser, "what-happened", **{f"{story}-3-story": "Three."})
    assert [one.story for one in told(browser).incidents] == ["One.", "Two.", "Three."]
    browser.post(
        at_once("what-happened"), {"pages": "", "remove": ["events:0", "events:1", "events:x", "a:0"]}
    )
    assert [one.story for one in told(browser).incidents] == ["Three."]
    wrong = {f"{story}-1-story": "\U00020000", "remove": "events:0"}
    assert save_chapter(browser, "what-happened", **wrong).status_code == 200
    assert len(told(browser).incidents) == 1  # nothing is taken out while something must be looked at


def test_a_page_nobody_touched_is_neither_an_error_nor_gone_through(visit: Visit) -> None:
    """A question that must be answered on a page of its own does not stand in the way of the others."""
    browser = visit(Case())
    for chapter in all_chapters():
        page = browser.get(at_once(chapter.slug))
        if page.status_code == 200:
            slugs = " ".join(pages_on(page.content.decode()))
            assert browser.post(at_once(chapter.slug), {"pages": slugs}).status_code == 302, chapter.slug
    assert prune(told(browser)) == Case() and "posted" not in browser.session


def test_a_long_chapter_comes_in_parts_that_one_request_can_carry(visit: Visit, settings: Any) -> None:
    many = Case(incidents=tuple(Incident(story=f"Number {n}.") for n in range(60)))
    browser = visit(many)
    page = browser.get(at_once("what-happened")).content.decode()
    addresses = re.findall(r'href="(/helper/what-happened/\?at=[\w-]+)">Part', page)
    shown = pages_on(page)
    assert len(addresses) >= 2
    for address in addresses:
        page = browser.get(address).content.decode()
        assert len(set(re.findall(r'<(?:input|textarea|select)[^>]*? name="([^"]+)"', page))) <= 400
        shown += pages_on(page)
    chapter = chapter_named("what-happened")
    assert chapter is not None
    assert sorted(shown) == sorted(step.slug for step in steps_of(chapter, many) if step.form)
    last = shown[-1].rpartition("-")[2]
    page = browser.get(at_once("what-happened", f"?at={shown[-1]}")).content.decode()
    assert shown[-1] in pages_on(page) and last == "60"


def test_hostile_posts_change_nothing_and_are_no_error_of_ours(visit: Visit) -> None:
    browser = visit(Case(petitioner=ME))
    for data in (
        {"pages": "name " * 5000},
        {"pages": "../../etc nothing-1 events-more story-99999", "events-more-another": "yes"},
        {"pages": "\x00 é ", "add": "nothing", "remove": "events:-1"},
        {"add": ["events"] * 3, "remove": "events:" + "9" * 400},
        {"pages": " ".join(f"events-{n}" for n in range(400))},
    ):
        for slug in ("you", "what-happened", "cases"):
            assert browser.post(at_once(slug), data).status_code in (200, 302)
    assert prune(told(browser)) == Case(petitioner=ME)
    assert browser.get(at_once("none")).status_code == 404
    assert browser.get(at_once("you", "?at=no-such-page")).status_code == 200


def test_a_chapter_sent_without_its_token_saves_nothing_and_loses_nothing(visit: Visit) -> None:
    mine = visit(Case(petitioner=ME))
    browser = Client(enforce_csrf_checks=True)
    browser.cookies = mine.cookies
    page = browser.post(at_once("you"), {"pages": "name", "name-name": "Forged"})
    assert page.status_code == 403
    assert 'value="Forged"' in page.content.decode() and "too old to be saved" in page.content.decode()
    assert told(browser).petitioner == ME
    for address in ("/helper/new/", "/helper/file/", "/helper/open/"):
        assert browser.post(address, {"passphrase": PASSPHRASE, "again": PASSPHRASE}).status_code == 403
    assert told(browser).petitioner == ME


def test_the_button_for_another_language_checks_and_saves_nothing(visit: Visit) -> None:
    browser = visit(Case())
    sent = {"pages": "name", "name-name": "张", "page_language": "es"}
    page = browser.post(at_once("you"), sent).content.decode()
    assert 'value="张"' in page and not errors_on(page) and '<html lang="es"' in page
    assert told(browser) == Case()


# The desk


def test_helper_view_leads_to_the_desk_and_to_the_chapter(visit: Visit) -> None:
    browser = visit(Case())
    assert "/helper/all/" not in browser.get("/step/you/name/").content.decode()
    browser.post("/helper/", {"back": "/tasks/"})
    page = browser.get("/step/you/name/").content.decode()
    assert 'href="/helper/all/"' in page and 'href="/helper/you/?at=name#page-name"' in page


@pytest.mark.parametrize("name", ["mother_of_three", "civil_everything"])
def test_the_desk_leads_to_every_page_there_is(visit: Visit, story: Story, name: str) -> None:
    case = story(name)
    browser = visit(case)
    page = browser.get("/helper/all/").content.decode()
    pruned = prune(with_keys(case))
    for chapter in all_chapters():
        if not (slugs := [step.slug for step in steps_of(chapter, pruned)]):
            continue
        at_once_page = browser.get(at_once(chapter.slug)).content.decode()
        for slug in slugs:
            assert f'href="/helper/{chapter.slug}/?at={slug}#page-{slug}"' in page, slug
            assert f'id="page-{slug}"' in at_once_page or "Part" in at_once_page, slug
        assert len(re.findall(r'id="([^"]+)"', at_once_page)) == len(
            set(re.findall(r'id="([^"]+)"', at_once_page))
        )


def test_each_question_of_a_chapter_says_where_it_prints_and_the_law(visit: Visit) -> None:
    browser = visit(Case(petitioner=ME))
    page = browser.get(at_once("you")).content.decode()
    assert "DV-100, item 1" in page
    chapter = chapter_named("you")
    assert chapter is not None
    laws = [step.form.law for step in steps_of(chapter, Case()) if step.form and step.form.law]
    assert laws and all(law.replace("'", "&#x27;") in page for law in laws)
    assert page.count('<div class="helper">') == len(pages_on(page))


def test_unanswered_and_doubtful_points_are_named(visit: Visit) -> None:
    unknown = Case(petitioner=ME, incidents=(Incident(story="One.", witnesses="unknown"),))
    browser = visit(unknown)
    page = browser.get("/helper/all/").content.decode()
    assert "Must fix before you file" in page and "/helper/other-person/" in page
    assert "Answered “I don’t know”" in page and "/helper/what-happened/?at=" in page
    states = {
        (chapter.slug, each.slug): each.state for chapter in look_through(prune(unknown), {"you": ["born"]})
        for each in chapter.pages
    }  # fmt: skip
    assert states["you", "name"] == "answered" and "new" in states.values()
    assert states["what-happened", "events-more"] == "list"
    chapters = look_through(prune(unknown), {"you": [slug for _you, slug in states]})
    you = next(chapter for chapter in chapters if chapter.slug == "you")
    assert {each.state for each in you.unanswered} == {"empty"}
    total = sum(len(chapter.unanswered) for chapter in look_through(prune(unknown), {}))
    assert f"{total} pages have no answer" in page


def test_forms_can_be_corrected_once_the_review_was_read(visit: Visit, story: Story) -> None:
    browser = visit(story("least"))
    assert "/packet/1/" not in browser.get("/helper/all/").content.decode()
    browser.get("/review/")
    page = browser.get("/helper/all/").content.decode()
    assert 'href="/packet/1/"' in page


def test_a_new_client_finds_nothing_of_the_last(visit: Visit) -> None:
    browser = visit(Case(petitioner=ME))
    browser.post("/helper/", {"back": "/tasks/"})
    before = browser.cookies["session"].value if "session" in browser.cookies else browser.session.session_key
    assert browser.get("/helper/new/").status_code == 405
    answer = browser.post("/helper/new/")
    assert answer.status_code == 302 and answer["Location"] == "/helper/all/"
    assert "storage" in answer["Clear-Site-Data"] and "cookies" not in answer["Clear-Site-Data"]
    assert browser.session.session_key != before and told(browser) == Case()
    assert browser.session["helper"] is True and set(browser.session.keys()) <= {
        "case",
        "applies",
        "helper",
        "_csrftoken",
    }
    assert CANARY not in browser.get("/review/").content.decode()
    assert not type(browser.session)().exists(str(before))


# The answers on paper


@pytest.mark.parametrize(("language", "title"), [("en", "Answers to read back"), ("es", "")])
def test_the_sheet_to_read_back(visit: Visit, story: Story, language: str, title: str) -> None:
    browser = visit(story("diacritics"))
    answer = browser.get("/helper/read-back/", headers={"accept-language": language})
    assert answer["Content-Type"] == "application/pdf" and answer["Cache-Control"] == "no-store"
    assert answer["Content-Disposition"] == 'attachment; filename="read-back.pdf"'
    reader = PdfReader(io.BytesIO(answer.content))
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == language and root["/MarkInfo"]["/Marked"]
    assert reader.metadata is not None and (reader.metadata.title or "").startswith(title)
    text = "".join(page.extract_text() for page in reader.pages)
    words = " ".join(text.split())
    name = story("diacritics").petitioner.name
    assert name in words
    if language == "en":
        for said in (
            "Not for the court. Not for the other person.",
            "Read back to",
            "By",
            "Date",
            "Not answered",
        ):
            assert said in words, said
        titles = [
            str(chapter.title)
            for chapter in all_chapters()
            if next(steps_of(chapter, prune(story("diacritics"))), None)
        ]
        places = [words.find(one) for one in titles[:4]]
        assert -1 not in places and places == sorted(places)


# A case as a file


def export(browser: Client, passphrase: str = PASSPHRASE, again: str | None = None) -> HttpResponse:
    return browser.post(  # type: ignore[return-value]
        "/helper/file/", {"passphrase": passphrase, "again": passphrase if again is None else again}
    )


def take_in(browser: Client, file: bytes, passphrase: str = PASSPHRASE, **more: Any) -> HttpResponse:
    data = {"file": SimpleUploadedFile("file.dat", file), "passphrase": passphrase, "replace": "on"} | more
    return browser.post("/helper/open/", {name: each for name, each in data.items() if each is not None})  # type: ignore[return-value]


@pytest.mark.parametrize("name", ["everything", "civil_everything", "least"])
def test_a_case_goes_out_as_a_file_and_comes_in_whole(visit: Visit, story: Story, name: str) -> None:
    case = with_keys(story(name))
    browser = visit(case)
    browser.post("/step/you/name/", {"name": case.petitioner.name})
    answer = export(browser)
    assert answer["Content-Disposition"] == 'attachment; filename="file.dat"'
    assert answer["Content-Type"] == "application/octet-stream" and answer["Cache-Control"] == "no-store"
    assert case.petitioner.name.encode() not in answer.content and b"DV-" not in answer.content
    other = Client()
    other.post("/safety/")
    before = other.session.session_key
    assert take_in(other, answer.content, PASSPHRASE.replace(" ", "  "))["Location"] == "/helper/all/"
    assert told(other) == told(browser) and other.session["posted"] == {"you": ["name"]}
    assert other.session.session_key != before and other.session["helper"] is True


def test_the_file_is_noise_of_a_round_length_and_never_the_same(story: Story) -> None:
    least, much = (
        handed_file.sealed(Draft(story(name), {}), PASSPHRASE) for name in ("least", "mother_of_three")
    )
    again = handed_file.sealed(Draft(story("least"), {}), PASSPHRASE)
    assert len(least) == len(again) and least[8:60] != again[8:60]
    assert (len(much) - len(least)) % drafts.PADDED_TO == 0
    assert least.startswith(b"handed\x00\x01")


def test_the_file_opens_without_any_key_of_the_site(settings: Any) -> None:
    file = handed_file.sealed(Draft(Case(petitioner=ME), {}), PASSPHRASE)
    settings.DRAFT_PEPPER, settings.DRAFT_KEYS, settings.SECRET_KEY = "", [], "another" * 9
    assert handed_file.opened(file, PASSPHRASE).case.petitioner.name == CANARY


def _damaged(file: bytes) -> Iterator[bytes]:
    yield b""
    yield b"PK\x03\x04 something else altogether"
    yield file[:20]
    yield file[:-1]
    yield file + b"\x00"
    for place in (3, 7, 12, 30, 60, len(file) // 2, len(file) - 1):  # mark, version, salt, nonce, text, tag
        yield file[:place] + bytes([file[place] ^ 1]) + file[place + 1 :]


def test_a_wrong_passphrase_and_a_damaged_file_are_answered_alike(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tries, "AT_ONCE", 100)
    file = handed_file.sealed(Draft(Case(), {}), PASSPHRASE)
    browser = visit(Case(petitioner=ME))

    def answered(content: bytes, passphrase: str = PASSPHRASE) -> tuple[int, list[str]]:
        page = take_in(browser, content, passphrase)
        return page.status_code, errors_on(page.content.decode())

    wrong = answered(file, "five plain little words")
    assert wrong[0] == 200 and len(wrong[1]) == 1 and "The file does not open." in wrong[1][0]
    assert all(answered(content) == wrong for content in _damaged(file))
    assert told(browser).petitioner == ME


def test_a_case_that_cannot_be_read_is_said_to_be_one(visit: Visit) -> None:
    browser = visit(Case(petitioner=ME))
    for case, posted in (
        ({"version": 99}, {}),
        ({"version": 1, "petitioner": {"nme": "x"}}, {}),
        ({"version": 1}, [1]),
    ):
        with patch("interview.handed_file.case_json.to_json", return_value=case):
            file = handed_file.sealed(Draft(Case(), posted), PASSPHRASE)  # type: ignore[arg-type]
        page = take_in(browser, file).content.decode()
        assert "this site cannot read the answers in the file" in page
    assert told(browser).petitioner == ME


def test_nothing_is_replaced_without_the_tick(visit: Visit) -> None:
    file = handed_file.sealed(Draft(Case(), {}), PASSPHRASE)
    browser = visit(Case(petitioner=ME))
    page = take_in(browser, file, replace=None).content.decode()
    assert "Tick this box to go on." in page and told(browser).petitioner == ME
    page = browser.post("/helper/open/", {"passphrase": PASSPHRASE, "replace": "on"}).content.decode()
    assert "Choose the file." in page and told(browser).petitioner == ME


def test_a_huge_file_is_refused_before_it_is_read(visit: Visit) -> None:
    browser = visit(Case(petitioner=ME))
    huge = b"handed\x00\x01" + b"x" * (handed_file.LARGEST + handed_file.ROOM)
    with patch(
        "interview.handed_file.MemoryFileUploadHandler.receive_data_chunk", side_effect=AssertionError
    ):
        page = take_in(browser, huge)
    assert page.status_code == 200 and "This file is too large." in page.content.decode()
    unstretched = patch("interview.drafts.Scrypt", side_effect=AssertionError)
    with unstretched, pytest.raises(handed_file.WillNotOpenError):
        handed_file.opened(b"handed\x00\x01" + b"x" * handed_file.LARGEST, PASSPHRASE)
    assert told(browser).petitioner == ME


def test_a_file_sent_to_us_is_never_written_to_a_disk(visit: Visit) -> None:
    browser = visit(Case(petitioner=ME))
    with patch("tempfile.NamedTemporaryFile", side_effect=AssertionError("a file on a disk")):
        take_in(browser, b"x" * (handed_file.LARGEST - 1000))
        browser.post("/step/you/name/", {"name": SimpleUploadedFile("a", b"x" * 3_500_000)})


def test_no_file_is_given_out_that_could_not_come_in(visit: Visit) -> None:
    long = tuple(Incident(story="x" * 190_000) for _n in range(24))
    page = export(visit(Case(incidents=long))).content.decode()
    assert "There is too much in these answers for one file." in page


@pytest.mark.parametrize(
    ("passphrase", "good"),
    [
        ("four plain little words", True), ("ab cd ef gh", True), ("correcthorse7", True),
        ("Zq7!Zq7!Kp2?", True),
        ("short", False), ("two words", False), ("one two six", False), ("aaaaaaaaaaaaaaaa", False),
        ("no no no no no no", False), ("a b c d", False), ("           x", False),
    ],
)  # fmt: skip
def test_passphrases(visit: Visit, passphrase: str, good: bool) -> None:
    answer = export(visit(Case()), passphrase)
    assert (answer["Content-Type"] == "application/octet-stream") is good
    if not good:
        assert "Use at least four words" in " ".join(errors_on(answer.content.decode()))


def test_the_passphrase_is_typed_twice(visit: Visit) -> None:
    page = export(visit(Case()), again="four plain little wards").content.decode()
    assert "The two are not the same." in " ".join(errors_on(page)) and 'id="id_again_error"' in page
    page = export(visit(Case()), "", "").content.decode()
    assert len(errors_on(page)) == 2


def test_tries_to_open_are_limited_and_a_busy_site_says_so(visit: Visit) -> None:
    browser = visit(Case())
    file = handed_file.sealed(Draft(Case(), {}), PASSPHRASE)
    with patch("interview.handed_file.stretched", side_effect=drafts.Busy):
        assert take_in(browser, file).status_code == 503
        assert export(browser).status_code == 503
    with patch("interview.handed_file.stretched", return_value=b"k" * 32):
        answers = [
            take_in(browser, file, "wrong passphrase here").status_code for _try in range(tries.AT_ONCE + 1)
        ]
    assert answers == [200] * tries.AT_ONCE + [429]


@pytest.mark.parametrize("address", ["/helper/file/", "/helper/open/"])
def test_a_kiosk_gives_out_no_file_and_takes_none(visit: Visit, settings: Any, address: str) -> None:
    settings.KIOSK = True
    browser = visit(Case(petitioner=ME))
    browser.post("/helper/", {"back": "/tasks/"})
    assert browser.get(address).status_code == 404
    assert browser.post(address, {"passphrase": PASSPHRASE, "again": PASSPHRASE}).status_code == 404
    desk = browser.get("/helper/all/").content.decode()
    assert address not in desk and "/helper/new/" in desk


def test_no_helpers_page_is_there_without_a_visit() -> None:
    stranger = Client()
    for address in ("/helper/all/", "/helper/you/", "/helper/file/", "/helper/open/", "/helper/read-back/"):
        assert stranger.get(address).status_code == 302, address
    assert stranger.post("/helper/new/").status_code == 302


def test_no_chapter_has_the_name_of_a_helpers_page() -> None:
    assert not {chapter.slug for chapter in all_chapters()} & {"all", "new", "file", "open", "read-back"}


def test_what_a_helper_reads_is_kept_by_no_browser(visit: Visit) -> None:
    browser = visit(Case(petitioner=ME))
    for address in ("/helper/all/", "/helper/you/", "/helper/file/", "/helper/open/", "/helper/read-back/"):
        assert browser.get(address)["Cache-Control"] == "no-store", address
    sent = {"pages": "name", "name-name": "张"}
    answer = browser.post(at_once("you"), sent, headers={"sec-fetch-mode": "navigate"})
    assert answer.status_code == 303  # a page given back is fetched anew (asking_again.py)
    assert 'value="张"' in browser.get(answer["Location"]).content.decode()


# A walk by hand


@pytest.fixture
def phone(chromium: Browser, site: str) -> Iterator[Page]:
    yield from visit_with(chromium, site, java_script_enabled=False)


def _fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= 390, page.url


def test_a_helper_walks_a_case_through_on_a_phone_without_javascript(phone: Page, tmp_path: Path) -> None:
    begin(phone)
    follow(phone.get_by_role("button", name="Helper view"))
    follow(phone.get_by_role("link", name="For helpers"))
    _fits(phone)
    follow(phone.locator("#jump").get_by_role("link", name="You", exact=True))
    _fits(phone)
    phone.locator("#id_name-name").fill("Ana 张")
    follow(phone.get_by_role("button", name="Save this chapter").last)
    assert phone.locator("#errors a").count() == 1
    _fits(phone)
    assert phone.locator("#id_name-name").input_value() == "Ana 张"
    phone.locator("#id_name-name").fill("Ana Zhang")
    follow(phone.get_by_role("button", name="Save this chapter").last)
    phone.get_by_text("This chapter is saved.").wait_for()
    follow(phone.get_by_role("link", name="For helpers").first)
    follow(phone.get_by_role("link", name="Save this case to a file"))
    _fits(phone)
    phone.get_by_label("Passphrase for this file").fill(PASSPHRASE)
    phone.get_by_label("The same passphrase again").fill(PASSPHRASE)
    with phone.expect_download() as started:
        phone.get_by_role("button", name="Save the file").click()
    file = tmp_path / started.value.suggested_filename
    started.value.save_as(file)
    assert file.name == "file.dat" and b"Zhang" not in file.read_bytes()
    follow(phone.get_by_role("link", name="For helpers").first)
    phone.get_by_text("New client", exact=True).click()
    follow(phone.get_by_role("button", name="Yes, erase and begin anew"))
    phone.goto("/helper/you/")
    assert phone.locator("#id_name-name").input_value() == ""
    phone.goto("/helper/open/")
    phone.get_by_label("The file", exact=True).set_input_files(file)
    phone.get_by_label("Passphrase of the file").fill(PASSPHRASE)
    phone.get_by_label("Yes, erase the answers of this visit").check()
    _fits(phone)
    follow(phone.get_by_role("button", name="Open the file"))
    phone.get_by_role("heading", name="For helpers").wait_for()
    phone.goto("/helper/you/")
    assert phone.locator("#id_name-name").input_value() == "Ana Zhang"
