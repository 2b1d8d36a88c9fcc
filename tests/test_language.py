"""The switch between the languages, and how sentences say days, times and lists in each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.conf import settings as site_settings
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import translation

from interview import phrasing
from interview.case import Case
from interview.case_json import from_json
from interview.court_days import closed_for
from interview.fields import Money, RoughDate, UsDate, Zip
from interview.questions import naming
from interview.time_fields import ClockTime, MonthYear
from interview.typed_dates import dates_in, read_date
from tests.stories_on_disk import story
from tests.test_headers import pages

Visit = Callable[[Case], Client]
NAME = site_settings.LANGUAGE_COOKIE_NAME
PAGE = "/step/first/who/"


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    translation.activate("en")


def language_of(response: object) -> str:
    return str(re.search(r'<html lang="([\w-]+)"', response.content.decode())[1])  # type: ignore[attr-defined,index]


def a_box(browser: Client) -> tuple[str, str]:
    """A page with a box to type in, and the box's name."""
    for address in pages(story("least")):
        if found := re.search(r'<input type="text" name="([^"]+)"', browser.get(address).content.decode()):
            return address, found[1]
    raise AssertionError("there is no box to type in")


def test_the_browser_is_answered_in_its_own_language(client: Client, db: None) -> None:
    spanish = client.get("/", headers={"accept-language": "es-MX,es;q=0.9"})
    assert language_of(spanish) == "es" == spanish["Content-Language"]
    assert {"Accept-Language", "Cookie"} <= {name.strip() for name in spanish["Vary"].split(",")}
    assert language_of(client.get("/", headers={"accept-language": "fr"})) == "en"
    assert not client.cookies


def test_a_choice_outweighs_the_browser_and_goes_with_its_window(visit: Visit) -> None:
    browser = visit(story("least"))
    answer = browser.post("/language/", {"page_language": "es", "back": "/review/"})
    assert answer.status_code == 302 and answer["Location"] == "/review/"
    cookie = browser.cookies[NAME]
    assert cookie.value == "es" and cookie["httponly"] and cookie["samesite"] == "Lax"
    assert bool(cookie["secure"]) == site_settings.SESSION_COOKIE_SECURE
    assert not cookie["max-age"] and not cookie["expires"]
    assert language_of(browser.get("/review/", headers={"accept-language": "en"})) == "es"
    browser.post("/language/", {"page_language": "en", "back": "/review/"})
    assert language_of(browser.get("/review/", headers={"accept-language": "es"})) == "en"


@pytest.mark.parametrize(
    ("back", "leads_to"),
    [
        ("/step/first/who/?next=review", "/step/first/who/?next=review"),
        ("/result/?next=tasks&name=Ana", "/result/?next=tasks"),
        ("https://evil.example/", "/tasks/"),
        ("//evil.example/tasks/", "/tasks/"),
        ("/exit/", "/tasks/"),
        ("/none/", "/tasks/"),
        ("", "/tasks/"),
        ("/tasks/\r\nX: y", "/tasks/"),
        ("http://[", "/tasks/"),
    ],
)
def test_the_way_back_is_a_page_of_ours(visit: Visit, back: str, leads_to: str) -> None:
    answer = visit(story("least")).post("/language/", {"page_language": "es", "back": back})
    assert answer["Location"] == leads_to


def test_only_a_language_of_the_site_is_taken(visit: Visit) -> None:
    browser = visit(story("least"))
    for said in ("xx", "", "../es"):
        browser.post("/language/", {"page_language": said})
        assert NAME not in browser.cookies
    assert browser.get("/language/").status_code == 405


def test_another_site_cannot_choose(visit: Visit) -> None:
    visit(story("least"))
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/language/", {"page_language": "es"})
    assert NAME not in strict.cookies and answer.status_code in (302, 403)


def test_what_was_typed_is_kept_unsaved_and_unjudged(visit: Visit) -> None:
    browser = visit(story("least"))
    before = browser.session["case"]
    address, name = a_box(browser)
    page = browser.get(address).content.decode()
    assert re.search(
        r'<button[^>]* form="typed"[^>]* name="page_language" value="es" lang="es">Español<', page
    )
    answer = browser.post(address, {name: "Zoë Typed-Here", "page_language": "es"})
    html = answer.content.decode()
    assert language_of(answer) == "es" and "Zoë Typed-Here" in html and "error-summary" not in html
    assert browser.session["case"] == before and browser.cookies[NAME].value == "es"


def test_a_browser_fetches_the_page_with_what_was_typed(visit: Visit) -> None:
    browser = visit(story("least"))
    address, name = a_box(browser)
    sent = {name: "Zoë Typed-Here", "page_language": "es"}
    answer = browser.post(address, sent, headers={"sec-fetch-mode": "navigate"})
    assert answer.status_code == 303 and answer["Location"] == address
    again = browser.get(address)
    assert language_of(again) == "es" and "Zoë Typed-Here" in again.content.decode()


def test_ticks_of_the_plan_and_the_seven_words_are_not_lost(visit: Visit) -> None:
    browser = visit(story("mother_of_three"))
    slug = re.findall(r'name="done" value="([\w-]+)"', browser.get("/plan/").content.decode())[0]
    browser.post("/plan/", {"done": [slug], "page_language": "es"})
    assert from_json(browser.session["case"]).plan_done[0].endswith(slug)
    html = browser.post("/return/", {"words": "one two", "page_language": "en"}).content.decode()
    assert "one two" in html and "error-summary" not in html


def test_every_page_has_the_switch(visit: Visit) -> None:
    browser = visit(story("least"))
    for address in ("/", "/safety/", "/tasks/", PAGE, "/result/", "/review/", "/packet/", "/plan/", "/keep/",
                    "/return/", "/forget/", "/none/"):  # fmt: skip
        assert 'lang="es">Español<' in browser.get(address).content.decode().replace(' hreflang="es"', ""), (
            address
        )
    assert "Español" not in browser.post("/keep/").content.decode()  # the words are shown one time
    stranger = Client()
    for address in ("/", "/safety/", "/return/", "/none/"):
        assert "Español" in stranger.get(address).content.decode(), address


def test_the_start_page_needs_no_cookie_to_be_read_in_spanish(client: Client, db: None) -> None:
    assert 'href="/?in=es"' in client.get("/").content.decode()
    start = client.get("/?in=es")
    assert language_of(start) == "es" and set(client.cookies) == {NAME}
    assert language_of(client.get("/safety/")) == "es"


def test_leaving_forgets_the_choice_and_erasing_still_tells_of_it(visit: Visit) -> None:
    browser = visit(story("least"))
    browser.get("/?in=es")
    erased = browser.post("/erase/")
    assert erased["Location"] == "/?done=1&in=es" and erased.cookies[NAME].value == ""
    assert "Sus respuestas se" in browser.get("/?done=1&in=es").content.decode()
    assert browser.get("/exit/").cookies[NAME].value == ""
    assert not Client().get("/exit/").cookies  # who has chosen nothing is told nothing to forget


def test_a_kiosk_starts_anew_in_its_own_language(visit: Visit, settings: object) -> None:
    settings.KIOSK = True  # type: ignore[attr-defined]
    browser = visit(Case())
    browser.get("/?in=es")
    assert language_of(browser.get("/safety/")) == "es"
    assert browser.post("/erase/")["Location"] == "/?done=1"
    browser.cookies[NAME] = "es"
    start = browser.get("/?done=1")
    assert language_of(start) == "en" and start.cookies[NAME].value == ""


# Sentences


def test_days_and_times() -> None:
    day = date(2026, 3, 5)
    assert phrasing.date_in_words(day) == "March 5, 2026"
    assert phrasing.day_and_time(day, "13:00") == "Thursday, March 5, 2026 at 1:00 pm"
    with translation.override("es"):
        assert phrasing.date_in_words(day) == "5 de marzo de 2026"
        assert phrasing.day_in_words(day) == "jueves, 5 de marzo de 2026"
        assert phrasing.day_and_time(day, "13:00").endswith(" de 2026 a la 1:00 pm")
        assert phrasing.day_and_time(day, "14:30").endswith(" de 2026 a las 2:30 pm")
        assert phrasing.day_and_time(day, "") == phrasing.day_in_words(day)
        assert (closed_for(date(2026, 12, 25)), closed_for(date(2026, 11, 22))) == ("Navidad", "domingo")
        assert phrasing.cited("DV-105, items 10 and 11; page 3") == "DV-105, puntos 10 y 11; página 3"


@pytest.mark.parametrize(
    ("words", "all_of", "one_of"),
    [
        ([], "", ""),
        (["Ana"], "Ana", "Ana"),
        (["Ana", "Luis"], "Ana y Luis", "Ana o Luis"),
        (["Ana", "Luis", "Inés"], "Ana, Luis e Inés", "Ana, Luis o Inés"),
        (["Ana", "Hilda"], "Ana e Hilda", "Ana o Hilda"),
        (["agua", "hielo"], "agua y hielo", "agua o hielo"),
        (["Ana", "Óscar"], "Ana y Óscar", "Ana u Óscar"),
        (["Ana", "Horacio"], "Ana y Horacio", "Ana u Horacio"),
    ],
)
def test_lists(words: list[str], all_of: str, one_of: str) -> None:
    with translation.override("es"):
        assert (phrasing.all_of(words), phrasing.one_of(words)) == (all_of, one_of)
    assert (
        phrasing.all_of(["Ana", "Inés"]) == "Ana and Inés" and phrasing.one_of(["a", "Óscar"]) == "a or Óscar"
    )


def test_the_other_person_is_big_at_the_start_of_a_question() -> None:
    with translation.override("es"):
        told = naming(
            "¿{other} vive ahí? “{other} sí”. Si no, ¿{other} vive lejos? ¡{other}! {other}", Case()
        )
    assert told == (
        "¿La otra persona vive ahí? “La otra persona sí”. Si no, ¿la otra persona vive lejos? "
        "¡La otra persona! La otra persona"
    )


@pytest.mark.parametrize(
    "typed",
    ["5 de marzo de 1990", "el 5 de marzo del 1990", "5 marzo 1990", "marzo 5, 1990", "5º de mar. de 1990",
     "3/5/1990", "March 5th, 1990"],
)  # fmt: skip
@pytest.mark.parametrize("language", ["en", "es"])
def test_dates_typed_in_spanish(typed: str, language: str) -> None:
    with translation.override(language):
        assert read_date(typed) == date(1990, 3, 5)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("el 5 de marzo de 2026", "March 5, 2026"),
        ("en marzo de 2026", "March 2026"),
        ("mayo 2025 y el 1º de junio del 2026", "May 2025 and June 1, 2026"),
        ("A mediados de marzo de 2026", "the middle of March 2026"),
        ("a principios del año 2024", "the beginning of 2024"),
        ("en el verano  del 2023", "summer 2023"),
        ("entre marzo y mayo de 2024", "between March and May 2024"),
        ("del 3 de marzo de 2024 al 5 de mayo de 2024", "March 3, 2024 to May 5, 2024"),
        ("hace Dos años", "2 years ago"),
        ("hace 3 meses", "3 months ago"),
        ("desde 2019", "since 2019"),
        ("setiembre de 2025", "September 2025"),
        ("about March 2026", "about March 2026"),
        ("Mar 2026", "Mar 2026"),
        ("cerca de 2026", "about 2026"),
        ("a mediados de marzo de 2024, no recuerdo bien", "a mediados de March 2024, no recuerdo bien"),
        ("mi hijo y yo, en 2020", "mi hijo y yo, en 2020"),
        ("a year ago", "a year ago"),
        ("3/5/2026 or 3/6/2026", "3/5/2026 or 3/6/2026"),
        ("el día de mi cumpleaños", "el día de mi cumpleaños"),
    ],
)
def test_a_rough_date_in_spanish_prints_in_english(typed: str, printed: str) -> None:
    """Whole, or but for its months as it was typed: half of it in English says less than none."""
    assert RoughDate().clean(typed) == printed


def test_a_wrong_number_or_date_is_told_what_to_type_not_which_letters() -> None:
    for field, wanted in ((Money(), "1,250"), (Zip(), "5 numbers"), (UsDate(), "month, day and year")):
        with pytest.raises(ValidationError) as found:
            field.clean("文字")
        assert wanted in "".join(found.value.messages)


def test_each_form_is_named_once() -> None:
    places = ("DV-100, item 5f", "CLETS-001, page 1", "DV-100, caption", "DV-100, item 6")
    assert phrasing.by_form(places) == "DV-100, caption, items 5f, 6; CLETS-001, page 1"
    with translation.override("es"):
        assert (
            phrasing.cited(phrasing.by_form(places))
            == "DV-100, encabezado, puntos 5f, 6; CLETS-001, página 1"
        )


def test_dates_in_a_story_in_spanish() -> None:
    assert dates_in("Pasó el 5 de marzo de 1990, y otra vez el 3/4/2020.") == [
        date(2020, 3, 4),
        date(1990, 3, 5),
    ]
    assert MonthYear().clean("setiembre de 2020") == "09/2020"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("mediodía", "12:00"), ("12 del mediodía", "12:00"), ("al mediodia", "12:00"), ("medianoche", "00:00"),
     ("3 de la tarde", "15:00"), ("a la 1:30 de la tarde", "13:30"), ("a las 9 de la noche", "21:00"),
     ("12 de la noche", "00:00"), ("7 de la mañana", "07:00"), ("3 p. m.", "15:00")],
)  # fmt: skip
def test_times_typed_in_spanish(typed: str, kept: str) -> None:
    assert ClockTime().clean(typed) == kept
