"""Pictures of the forms in helper view: in the page, of the blank form, with nothing told on them."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.test import Client
from PIL import Image
from pypdfium2 import PdfDocument

from forms_library.catalogue import all_forms, current
from forms_library.installed import InstalledForm, installed
from forms_library.maps import read_map
from forms_library.pictures import DOTS_A_POINT, in_dots, picture, size
from forms_library.spots import around, spots_on, where_printed
from interview.case import Case
from interview.pictures import pictures_of
from interview.questions import steps_of
from interview.relevance import all_chapters
from interview.steps import step_url
from tests.stories_on_disk import story

pytestmark = pytest.mark.django_db
Visit = Callable[[Case], Client]
LETTER = (0.0, 0.0, 612.0, 792.0)
DRAWN = ("DV-100", "CH-100", "CLETS-001", "DV-105", "FL-150")
PRINTING = ("text", "story", "more", "tick")


@pytest.fixture
def forms(forms_dir: Path, settings: pytest.FixtureRequest) -> Path:
    settings.FORMS_DIR = forms_dir  # type: ignore[attr-defined]
    return forms_dir


def form_of(number: str, folder: Path) -> InstalledForm:
    form = installed(number, folder)
    assert form is not None
    return form


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def blank_page(form: InstalledForm, number: int) -> Image.Image:
    """A whole page of the form as the court printed it, drawn without our code."""
    with PdfDocument(form.print_pdf) as document:
        page = document[number]
        whole: Image.Image = page.render(scale=DOTS_A_POINT, grayscale=True).to_pil()
        return whole.convert("RGB")


def with_helper_view(visit: Visit, case: Case) -> Client:
    browser = visit(case)
    session = browser.session
    session["helper"] = True
    session.save()
    return browser


def images_on(page: str) -> list[tuple[str, str]]:
    return re.findall(r'<img src="([^"]*)" alt="([^"]*)"', page)


# The spots


def test_every_blank_that_prints_an_answer_is_in_a_spot_inside_its_page(forms: Path) -> None:
    for entry in all_forms():
        form = form_of(entry.number, forms)
        for page in PdfDocument(form.print_pdf):
            assert tuple(page.get_mediabox()) == LETTER, entry.number
        spots = spots_on(form)
        rects = {(spot.page, rect) for spot in spots for rect in spot.rects}
        blanks = form.index.by_name()
        for row in read_map(form.number, form.revision).rows:
            if row.kind in PRINTING:
                blank = blanks[row.widget]
                assert (blank.page, blank.rect) in rects, (entry.number, row.widget)
        for number, spot in enumerate(spots, 1):
            left, bottom, right, top = around(spot, LETTER)
            assert 0 <= spot.page < form.index.pages
            assert size(form, number) == ((right - left) * DOTS_A_POINT, (top - bottom) * DOTS_A_POINT)
            for rect in spot.rects:
                assert left <= rect[0] < rect[2] <= right, (entry.number, spot)
                assert bottom <= rect[1] < rect[3] <= top, (entry.number, spot)
                assert bottom >= 0 and top <= LETTER[3]


def test_an_entry_of_a_list_is_shown_in_its_own_row(forms: Path) -> None:
    form = form_of("DV-100", forms)
    spots = spots_on(form)
    shown = []
    for entry in (0, 3):
        number = where_printed(form, f"firearms.{entry}.description", ["firearms.#.description"])
        assert number
        shown.append(spots[number - 1])
    first, fourth = shown
    assert (first.path, fourth.path) == ("firearms.0.description", "firearms.3.description")
    assert first.rects[0][1] > fourth.rects[0][1]  # the fourth row stands below the first
    late = where_printed(form, "firearms.40.description", ["firearms.#.description"])  # is on no row
    assert late and spots[late - 1] == first
    assert where_printed(form, "none.such", ["none.such"]) is None


def test_the_boxes_of_one_choice_are_framed_together(forms: Path) -> None:
    form = form_of("DV-100", forms)
    number = where_printed(form, "incidents.0.police", ["incidents.#.police"])
    assert number and len(spots_on(form)[number - 1].rects) == 3  # I don't know, no, yes


# The picture


def every_tenth(form: InstalledForm) -> Iterator[int]:
    yield from range(1, len(spots_on(form)) + 1, 10)


@pytest.mark.parametrize("number", DRAWN)
def test_inside_the_frame_is_the_blank_form_and_around_it_the_page(forms: Path, number: str) -> None:
    form = form_of(number, forms)
    pages = {page: blank_page(form, page) for page in range(form.index.pages)}
    for spot_number in every_tenth(form):
        spot = spots_on(form)[spot_number - 1]
        drawn = opened(picture(form, spot_number))
        assert drawn.size == size(form, spot_number)
        band = around(spot, LETTER)
        page = pages[spot.page]
        top = round((LETTER[3] - band[3]) * DOTS_A_POINT)
        paper = page.crop((0, top, page.width, top + drawn.height))
        for rect in spot.rects:
            place = in_dots(rect, band)
            assert worst_difference(drawn.crop(place), paper.crop(place)) <= 10, (number, spot)
        framed = reds(drawn)
        assert framed and not reds(paper)
        edges = [in_dots(rect, band) for rect in spot.rects]
        for x, y in framed:  # close to a blank, and in none
            assert any(is_in(edge, x, y, room=5) for edge in edges)
            assert not any(is_in(edge, x, y) for edge in edges)


def is_in(edge: tuple[int, int, int, int], x: int, y: int, room: int = 0) -> bool:
    """A picture's right and lower edges are outside it."""
    left, top, right, bottom = edge
    return left - room <= x < right + room and top - room <= y < bottom + room


def worst_difference(one: Image.Image, other: Image.Image) -> int:
    """In shades of 255. Fifteen greys are at most half a step of 18 away from what they stand for."""
    pairs = zip(one.convert("L").tobytes(), other.convert("L").tobytes(), strict=True)
    return max((abs(a - b) for a, b in pairs), default=0)


def reds(image: Image.Image) -> list[tuple[int, int]]:
    raw, width = image.tobytes(), image.width
    return [(n // 3 % width, n // 3 // width) for n in range(0, len(raw), 3) if raw[n] > raw[n + 1] + 60]


def test_a_picture_is_small(forms: Path) -> None:
    form = form_of("DV-100", forms)
    sizes = [len(picture(form, number)) for number in every_tenth(form)]
    assert max(sizes) < 40_000


# On the page


def test_a_question_shows_where_it_prints(visit: Visit, forms: Path) -> None:
    browser = with_helper_view(visit, story("everything"))
    page = browser.get("/step/other-person/name/").content.decode()
    images = images_on(page)
    assert images, page
    for address, alt in images:
        assert re.fullmatch(r"/helper/picture/\d+/\d{4}-\d\d-\d\d/\d+\.png", address)
        assert re.fullmatch(r"[A-Z]+-\d+.*, page \d+(, item \S+)?: the blank has a frame around it\.", alt)
        answer = browser.get(address)
        assert answer["Content-Type"] == "image/png" and answer["Cache-Control"] == "no-store"
        assert f'width="{opened(answer.content).width}"' in page
    assert "DV-100, page 1, item 2" in images[0][1] or "CLETS" in images[0][1]
    assert len(images) <= 3 * page.count("Show it on the form")


def test_pictures_are_the_same_before_and_after_telling(visit: Visit, forms: Path) -> None:
    told = story("everything")
    for path in ("respondent.name", "incidents.0.police", "firearms.0.description"):
        addresses = [one.url for one in pictures_of(path, "dvro")]
        assert addresses
        empty = [with_helper_view(visit, Case()).get(each).content for each in addresses]
        full = [with_helper_view(visit, told).get(each).content for each in addresses]
        if not all(one.startswith(b"\x89PNG") for one in (*empty, *full)):
            pytest.fail(f"no pictures for {path}")
        assert empty == full


def test_no_address_holds_an_answer_or_names_a_form(visit: Visit, forms: Path) -> None:
    told = story("mother_of_three")
    browser = with_helper_view(visit, told)
    numbers = [form.number for form in all_forms()]
    for chapter in all_chapters():
        for step in steps_of(chapter, told):
            page = browser.get(step_url(chapter, step.slug)).content.decode()
            for address, _alt in images_on(page):
                assert re.fullmatch(r"/helper/picture/\d+/\d{4}-\d\d-\d\d/\d+\.png", address)
                assert not any(number in address for number in numbers)


def test_without_helper_view_there_are_no_pictures(visit: Visit, forms: Path) -> None:
    address = pictures_of("respondent.name", "dvro")[0].url
    browser = visit(story("least"))
    assert browser.get(address).status_code == 404
    assert not images_on(browser.get("/step/other-person/name/").content.decode())
    browser.post("/helper/")
    assert browser.get(address).status_code == 200
    browser.post("/helper/")
    assert browser.get(address).status_code == 404
    assert Client().get(address).status_code == 302  # no visit
    assert with_helper_view(visit, Case()).post(address).status_code == 405


@pytest.mark.parametrize(
    "address",
    ["0/{}/1", "999/{}/1", "{place}/{}/0", "{place}/{}/99999", "{place}/1999-01-01/1", "{place}/x/1"],
)
def test_what_is_no_spot_is_not_found(visit: Visit, forms: Path, address: str) -> None:
    place = 1 + [form.number for form in all_forms()].index("DV-100")
    browser = with_helper_view(visit, Case())
    rest = address.format(current("DV-100").revision, place=place)
    assert browser.get(f"/helper/picture/{rest}.png").status_code == 404


def test_without_installed_forms_there_is_the_list_alone(
    visit: Visit, settings: pytest.FixtureRequest, tmp_path: Path
) -> None:
    settings.FORMS_DIR = tmp_path  # type: ignore[attr-defined]
    page = with_helper_view(visit, story("least")).get("/step/other-person/name/").content.decode()
    assert "DV-100" in page and not images_on(page) and "Show it on the form" not in page


def test_who_wants_no_picture_carries_none_of_what_draws_them() -> None:
    """In a process of its own, and without Django's settings: the benchmarks import forms_library so."""
    asked = "import sys, forms_library.filled, forms_library.pictures; sys.exit('pypdfium2' in sys.modules)"
    bare = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    subprocess.run([sys.executable, "-c", asked], env=bare, check=True, cwd=Path(__file__).parent.parent)
