"""A person's own words: kept beside the English that the court reads, never printed, never taken for it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any, ClassVar

import pytest
from django.conf import settings as of_site
from django.test import Client, override_settings
from django.urls import path as address
from django.urls import reverse
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser
from playwright.sync_api import Page as PlaywrightPage
from pypdf import PdfReader

from forms_library.packet import make_packet
from interview.answers import get_answer, remove_entry, set_answer
from interview.case import Case
from interview.case_json import from_json, to_json
from interview.chapters import CHAPTERS
from interview.in_english import SENTENCES, english_answers, offer_own_words, own_fields, with_own_words
from interview.own_words import OwnWords, with_words
from interview.questions import Page, steps_of
from interview.relevance import prune
from interview.review import can_print, problems
from interview.sessions import SessionStore
from interview.urls import handler404, urlpatterns
from interview.views.own_words import words
from interview.which_language import language_of
from interview.words_sheet import printed_words
from tests.browser import follow, visit_with
from tests.looks import axe
from tests.stories_on_disk import STORIES, story

Visit = Callable[[Case], Client]
SPANISH = "Me empujó contra la pared y me dijo que me iba a matar si llamaba a la policía."
ENGLISH = "He pushed me against the wall and said that he would kill me."
STORY = "incidents.0.story"
DETAILS = "/step/what-happened/details-1/"
OWN = "story-es"


def own(path: str = STORY, text: str = SPANISH, newer: Any = "") -> OwnWords:
    return OwnWords(path, "es", text, newer)


def only_own(case: Case, path: str = STORY, text: str = SPANISH) -> Case:
    """The story, with this answer told in Spanish alone."""
    return replace(set_answer(case, path, ""), own_words=(own(path, text),))


def speak(browser: Client, language: str) -> None:
    browser.cookies[of_site.LANGUAGE_COOKIE_NAME] = language


def kept(browser: Client) -> Case:
    return from_json(browser.session["case"])


def musts(case: Case) -> list[tuple[str, str]]:
    return [(one.path, one.message) for one in problems(prune(case)) if one.kind == "must"]


def send(browser: Client, address: str, data: Mapping[str, Any]) -> Any:
    return browser.post(address, data)


# On the page


def test_a_spanish_page_has_a_box_for_ones_own_words_above_the_english_one(visit: Visit) -> None:
    browser = visit(story("everything"))
    speak(browser, "es")
    html = browser.get(DETAILS).content.decode()
    boxes = re.findall(r'<textarea[^>]* name="([\w-]+)"', html) or re.findall(
        r'<textarea name="([\w-]+)"', html
    )
    assert boxes == [OWN, "story"]
    for name, language in ((OWN, "es"), ("story", "en")):
        assert re.search(rf'<textarea[^>]*name="{name}"[^>]*lang="{language}"', html)
        assert html.count(f'for="id_{name}"') == 1
    assert "<script>" not in html


def test_an_english_page_has_one_box(visit: Visit) -> None:
    html = visit(story("everything")).get(DETAILS).content.decode()
    assert OWN not in html
    assert 'name="story"' in html


def test_names_and_ticks_need_no_english(visit: Visit) -> None:
    browser = visit(story("everything"))
    speak(browser, "es")
    for page in ("/step/you/name/", "/step/court/county/", "/step/what-happened/when-1/"):
        html = browser.get(page).content.decode()
        assert not re.search(r'name="[\w-]+-es"', html), page


def test_own_words_are_kept_without_any_english(visit: Visit) -> None:
    browser = visit(replace(set_answer(story("everything"), STORY, "")))
    speak(browser, "es")
    answer = send(browser, DETAILS, {OWN: SPANISH, "story": ""})
    assert answer.status_code == 302
    assert kept(browser).own_words == (own(),)
    assert kept(browser).incidents[0].story == ""
    assert SPANISH in browser.get(DETAILS).content.decode()


def test_a_helper_sees_them_beside_the_box_and_translates_in_place(visit: Visit) -> None:
    browser = visit(only_own(story("everything")))
    speak(browser, "en")
    html = browser.get(DETAILS).content.decode()
    assert re.search(
        rf'<details class="own-words" open>.*?<div lang="es"><p>{re.escape(SPANISH)}', html, re.S
    )
    assert OWN not in html
    send(browser, DETAILS, {"story": ENGLISH})
    assert kept(browser).incidents[0].story == ENGLISH
    assert kept(browser).own_words == (own(),)


def test_an_error_keeps_both(visit: Visit) -> None:
    browser = visit(story("everything"))
    speak(browser, "es")
    answer = send(browser, DETAILS, {OWN: SPANISH, "story": f"{ENGLISH} 中"})
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "error-summary" in html
    assert SPANISH in html
    assert f"{ENGLISH} 中" in html


def test_own_words_take_any_letters_and_any_length(visit: Visit) -> None:
    browser = visit(story("everything"))
    speak(browser, "es")
    long = ("¡Ñandú! 中 Ω " * 500)[:5000].strip()
    assert send(browser, DETAILS, {OWN: long, "story": ""}).status_code == 302
    assert kept(browser).own_words[0].text == long


def test_a_page_opened_in_spanish_and_sent_in_english_loses_nothing(visit: Visit) -> None:
    browser = visit(story("everything"))
    speak(browser, "en")
    send(browser, DETAILS, {OWN: SPANISH, "story": ENGLISH})
    assert kept(browser).own_words == (replace(own(), newer=kept(browser).own_words[0].newer),)


def test_a_page_opened_in_english_and_sent_in_spanish_loses_nothing(visit: Visit) -> None:
    browser = visit(only_own(story("everything")))
    speak(browser, "es")
    send(browser, DETAILS, {"story": ENGLISH})
    assert kept(browser).own_words == (own(),)


def test_pages_shown_together_each_keep_their_own() -> None:
    """A helper has all pages of a chapter in one: each form's fields have the page's name before theirs."""
    case = prune(story("everything"))
    chapter = next(one for one in CHAPTERS if one.slug == "what-happened")
    step = next(one for one in steps_of(chapter, case) if one.slug == "details-1")
    assert step.form is not None
    form = step.form({f"{step.slug}-{OWN}": SPANISH}, case=case, index=0, prefix=step.slug)
    offer_own_words(form)  # on a page in English
    assert form.is_valid()
    assert with_own_words(form, form.saved_to(case)).own_words == (own(),)


def test_emptied_words_are_gone(visit: Visit) -> None:
    browser = visit(only_own(story("everything")))
    speak(browser, "es")
    send(browser, DETAILS, {OWN: "", "story": ENGLISH})
    assert kept(browser).own_words == ()


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.slug)
def test_every_page_of_sentences_is_told_in_spanish_alone(chapter: Any) -> None:
    """Every box for own words is valid, saved under its answer's path, and found by the review."""
    seen = set()
    for name in STORIES:
        case = prune(story(name))
        for step in steps_of(chapter, case):
            if step.form is None or step.form in seen:
                continue
            seen.add(step.form)
            with translation.override("es"):
                bare = step.form(case=case, index=step.index)
                paths = english_answers(step.form, step.index, case.path)
                offer_own_words(bare)
                assert {box.path for box in own_fields(bare).values()} == {
                    paths[name] for name in paths if name in bare.fields
                }
                sent = dict.fromkeys(own_fields(bare), SPANISH)
                form = step.form(sent, case=case, index=step.index)
                offer_own_words(form)
                form.is_valid()
                assert not set(form.errors) & set(sent)


def test_all_that_is_named_is_asked() -> None:
    asked = set()
    for chapter in CHAPTERS:
        for part in chapter.pages:
            for page in [part] if isinstance(part, Page) else part.pages:
                asked |= {re.sub(r"\.\d+(?=\.)", ".#", path) for path in page.form.case_paths(0).values()}
    assert asked >= SENTENCES


# In the review


def test_told_in_spanish_alone_must_be_put_right(visit: Visit) -> None:
    case = only_own(story("everything"))
    assert [path for path, _message in musts(case)].count(STORY) == 1
    assert not can_print(prune(case))
    browser = visit(case)
    speak(browser, "en")
    html = browser.get(reverse("review")).content.decode()
    assert "Put your words into English" in html
    assert f"{DETAILS}?next=review" in html
    packet = browser.get(reverse("packet")).content.decode()
    assert "Some things must still be fixed" in packet


def test_translated_it_is_ready() -> None:
    case = story("everything")
    told = replace(set_answer(case, STORY, ENGLISH), own_words=(own(),))
    assert can_print(prune(case))
    assert can_print(prune(told))


def test_the_review_shows_both_each_in_its_language(visit: Visit) -> None:
    browser = visit(replace(set_answer(story("everything"), STORY, ENGLISH), own_words=(own(),)))
    speak(browser, "es")
    html = browser.get(reverse("review")).content.decode()
    assert re.search(
        rf'<div lang="es"><p>{re.escape(SPANISH)}</p></div>.*?<div lang="en"><p>{re.escape(ENGLISH)}',
        html,
        re.S,
    )


def test_spanish_in_the_place_of_english_is_found() -> None:
    case = set_answer(story("everything"), STORY, SPANISH)
    assert [path for path, _message in musts(case)] == [STORY]


def test_spanish_in_the_place_of_english_is_kept_beside_it(visit: Visit) -> None:
    """Whoever puts it into English types over it."""
    browser = visit(story("everything"))
    speak(browser, "en")
    send(browser, DETAILS, {"story": SPANISH})
    send(browser, DETAILS, {"story": f"{SPANISH} Llamé al 911."})
    assert kept(browser).own_words == (own(text=f"{SPANISH} Llamé al 911."),)
    assert not can_print(prune(kept(browser)))
    send(browser, DETAILS, {"story": ENGLISH})
    assert kept(browser).own_words == (own(text=f"{SPANISH} Llamé al 911."),)
    assert can_print(prune(kept(browser)))


@pytest.mark.parametrize("name", STORIES)
def test_no_story_in_english_is_taken_for_spanish(name: str) -> None:
    assert not [message for _path, message in musts(story(name)) if "into English" in message]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (SPANISH, "es"),
        (ENGLISH, ""),
        ("", ""),
        ("He lives on Calle de la Rosa in El Monte, and he said «te voy a matar» to me.", ""),
        ("Calle de la Rosa, Los Angeles; El Camino de las Flores, La Mesa", ""),
        ("He texted: “voy a ir por ti y por tu hermana, y por tus hijos también”.", ""),
        ("En marzo de 2026 él vino a mi casa con un arma. Yo estaba con mis hijos.", "es"),
    ],
)
def test_which_language(text: str, language: str) -> None:
    assert language_of(text) == language


def test_own_words_told_anew_after_the_english_are_pointed_out(visit: Visit) -> None:
    told = replace(set_answer(story("everything"), STORY, ENGLISH), own_words=(own(),))
    browser = visit(told)
    speak(browser, "es")
    send(browser, DETAILS, {OWN: f"{SPANISH} Llamé al 911.", "story": ENGLISH})
    assert kept(browser).own_words[0].newer == "yes"
    found = [one for one in problems(prune(kept(browser))) if one.path == STORY]
    assert [one.kind for one in found] == ["check"]
    assert can_print(prune(kept(browser)))
    send(browser, DETAILS, {OWN: f"{SPANISH} Llamé al 911.", "story": ENGLISH})  # nothing new
    assert kept(browser).own_words[0].newer == "yes"
    speak(browser, "en")
    send(browser, DETAILS, {"story": ENGLISH})  # who reads English has seen both
    assert kept(browser).own_words[0].newer == ""


# What applies


def test_words_for_what_is_not_asked_do_not_count_and_come_back() -> None:
    case = story("everything")
    path = "requests.other_orders"
    told = only_own(case, path)
    asked = prune(told).requests.asked
    assert prune(told).own_words == (own(path),)
    unasked = set_answer(told, "requests.asked", tuple(one for one in asked if one != "other_orders"))
    assert prune(unasked).own_words == ()
    assert path not in [each for each, _message in musts(unasked)]
    assert prune(set_answer(unasked, "requests.asked", asked)).own_words == (own(path),)


def test_an_entry_told_in_own_words_alone_is_an_entry() -> None:
    case = story("everything")
    last = len(prune(case).incidents)
    path = f"incidents.{last}.story"
    told = replace(set_answer(case, path, ""), own_words=(own(path),))
    assert len(prune(told).incidents) == last + 1
    assert path in [each for each, _message in musts(told)]


def test_words_go_with_their_entry() -> None:
    of_incidents = (own(f"incidents.{number}.story", f"{number}") for number in range(12))
    words = (*of_incidents, own("earlier_times"))
    case = replace(set_answer(Case(), "incidents.11.date", "May"), own_words=words)
    left = remove_entry(case, "incidents", 1).own_words
    assert [(one.path, one.text) for one in left][:3] == [
        ("incidents.0.story", "0"),
        ("incidents.1.story", "2"),
        ("incidents.2.story", "3"),
    ]
    assert [one.path for one in left][-2:] == ["incidents.10.story", "earlier_times"]
    assert remove_entry(case, "incidents", 12) == case


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.sampled_from(["es", "vi"]), st.sampled_from(["", "x", "y"]))
    )
)
def test_one_telling_for_each_answer_and_language(tellings: list[tuple[str, str, str]]) -> None:
    told: tuple[OwnWords, ...] = ()
    for path, language, text in tellings:
        told = with_words(told, OwnWords(path, language, text))
    last = {(path, language): text for path, language, text in tellings}
    assert {(one.path, one.language): one.text for one in told} == {k: v for k, v in last.items() if v}
    assert len({(one.path, one.language) for one in told}) == len(told)


# On paper, for a helper without a computer


class WithSheet:
    """The site's addresses, with that of the sheet."""

    urlpatterns: ClassVar[list[Any]] = [*urlpatterns, address("review/words/", words, name="words")]
    handler404 = handler404


def printed(pdf: bytes) -> str:
    run = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return re.sub(r"\s+", " ", run.stdout.decode())


def test_the_sheet_has_the_question_and_the_words(visit: Visit) -> None:
    browser = visit(only_own(story("everything")))
    speak(browser, "en")
    with override_settings(ROOT_URLCONF=WithSheet):
        browser.get("/review/")
        assert 'href="/review/words/"' in browser.get("/review/").content.decode()
        answer = browser.get("/review/words/")
    assert answer["Content-Type"] == "application/pdf"
    assert "no-store" in answer["Cache-Control"]
    reader = PdfReader(BytesIO(answer.content))
    assert reader.root_object["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert reader.metadata is not None and reader.metadata.title == "Words to put into English"
    told = printed(answer.content)
    assert "1. Event 1: What happened?" in told
    assert SPANISH in told
    assert "2. " not in told


def test_no_sheet_where_all_is_in_english(visit: Visit) -> None:
    browser = visit(story("everything"))
    with override_settings(ROOT_URLCONF=WithSheet):
        assert 'href="/review/words/"' not in browser.get("/review/").content.decode()
        assert browser.get("/review/words/").headers["Location"] == "/review/"


def test_the_sheet_holds_any_telling() -> None:
    """Twelve stories, one of five thousand letters, one in the box for English; and letters nobody prints."""
    case = story("everything")
    answers = [
        path
        for chapter in CHAPTERS
        for step in steps_of(chapter, prune(case))
        if step.form
        for path in english_answers(step.form, step.index, case.path).values()
    ][:12]
    long = "palabra " * 625
    told = replace(case, own_words=tuple(own(path, f"{long}fin 中") for path in answers[1:]))
    for path in answers[1:]:
        told = set_answer(told, path, "")
    told = prune(set_answer(told, answers[0], SPANISH))
    with translation.override("es"):
        text = printed(printed_words(told))
    assert text.count("fin") >= len(told.own_words) > 5
    assert SPANISH in text


# In a browser, on a small phone


@pytest.mark.parametrize("javascript", [True, False], ids=["with-javascript", "without-javascript"])
def test_told_in_spanish_and_translated_in_place(chromium: Browser, site: str, javascript: bool) -> None:
    narrow = {"width": 320, "height": 700}
    options: dict[str, Any] = {"java_script_enabled": javascript, "viewport": narrow}
    spanish = visit_with(chromium, site, locale="es", **options)
    page = next(spanish)
    page.goto("/safety/")
    follow(page.locator("main form button").first)
    page.goto(DETAILS)
    page.locator(f"#id_{OWN}").fill(SPANISH)
    sees_well(page, javascript)
    follow(page.locator("button.main-action"))
    page.goto("/review/")
    assert page.locator('dd [lang="es"]', has_text=SPANISH).count() == 1
    follow(page.locator(f'.must a[href="{DETAILS}?next=review"]'))
    same_visit = page.context.storage_state()
    english = visit_with(chromium, site, locale="en", storage_state=same_visit, **options)
    helper = next(english)
    helper.goto(f"{DETAILS}?next=review")
    assert helper.locator('details[open] [lang="es"]').inner_text() == SPANISH
    sees_well(helper, javascript)
    helper.locator("#id_story").fill(ENGLISH)
    follow(helper.locator("button.main-action"))
    helper.goto("/review/")
    assert helper.locator(f'.must a[href^="{DETAILS}"]').count() == 0
    assert helper.locator("dd", has_text=SPANISH).filter(has_text=ENGLISH).count() == 1
    for one in (spanish, english):
        assert next(one, None) is None


def sees_well(page: PlaywrightPage, javascript: bool) -> None:
    """Nothing beyond the edge; nothing that axe complains of."""
    right = "[...document.querySelectorAll('main *')].map(one => one.getBoundingClientRect().right)"
    assert page.evaluate(f"Math.max(...{right})") <= 320
    if javascript:
        assert axe(page) == []


# Kept, and gone


def test_they_are_saved_and_read_again() -> None:
    case = only_own(story("everything"))
    assert from_json(to_json(case)) == case


def test_nothing_of_them_is_in_the_papers(forms_dir: Path) -> None:
    case = story("everything")
    words = "Palabrapropia única que no existe en otra parte."
    answers = [
        path
        for chapter in CHAPTERS
        for step in steps_of(chapter, prune(case))
        if step.form
        for path in english_answers(step.form, step.index, case.path).values()
    ]
    told = prune(replace(case, own_words=tuple(own(path, words) for path in answers)))
    assert len(told.own_words) > 10
    made = make_packet(told, forms_dir)
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(made.pdf)).pages)
    assert get_answer(told, "petitioner.name") in text
    assert "Palabrapropia" not in text.replace("-\n", "").replace("\n", "")
    assert b"Palabrapropia" not in made.pdf


def test_they_are_in_the_session_alone_and_gone_with_it(visit: Visit) -> None:
    browser = visit(only_own(story("everything")))
    key = browser.session.session_key
    page = browser.get(DETAILS)
    assert "no-store" in page["Cache-Control"]
    assert SPANISH not in str(page.request)
    assert not [name for name, cookie in browser.cookies.items() if "empuj" in cookie.value]
    browser.get(reverse("exit"))
    assert not SessionStore(key).load()
    assert SPANISH not in browser.get(reverse("start")).content.decode()
