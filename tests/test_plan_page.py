"""The plan as a page with boxes to tick and as a paper: what is ticked stays, no name tells whose it is."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page
from pypdf import PdfReader

from forms_library.ours import SheetStep, plan_sheet
from interview.case import Case
from interview.case_json import from_json, to_json
from interview.conduct import Path as Road
from interview.plan import steps
from interview.plan_step import PlanStep
from interview.plan_ticks import done_with, road
from interview.relevance import prune
from tests.browser import begin, follow
from tests.paper import words_on
from tests.stories_on_disk import story
from tests.test_browser import Looks

Visit = Callable[[Case], Client]
LIST = "Your list of evidence"
PRINTED = ["least", "everything", "civil_least", "civil_everything", "mother_of_three"]
STEPS = tuple(PlanStep(slug, slug.title(), ("Do it.",)) for slug in ("one", "two", "three"))


def slugs(case: Case) -> list[str]:
    return [step.slug for step in steps(prune(case))]


def kept(browser: Client) -> Case:
    return from_json(browser.session["case"])


def ticked_on(page: str) -> list[str]:
    boxes = re.findall(r'<input type="checkbox" name="done"[^>]*>', page)
    return [re.findall('value="([^"]*)"', box)[0] for box in boxes if " checked" in box]


def words_of(pdf: bytes) -> str:
    run = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return re.sub(r"\s+", " ", run.stdout.decode())


def letters_of(text: str) -> str:
    """Without spaces, bullets and page numbers: a line may end anywhere, and a page within a paragraph."""
    return re.sub(r"Page\dof\d", "", re.sub(r"[\s•]", "", text))


# The ticks


def moved(case: Case, path: Road) -> Case:
    return replace(case, screening=replace(case.screening, chosen_path=path))


def here(case: Case) -> list[str]:
    return [stop.step.slug for stop in road(case, STEPS) if stop.is_here]


@pytest.mark.parametrize(
    ("ticked", "where"),
    [((), ["one"]), (("one",), ["two"]), (("two",), ["one"]), (("one", "two", "three"), [])],
)
def test_you_are_at_the_first_step_that_is_not_done(ticked: tuple[str, ...], where: list[str]) -> None:
    assert here(replace(Case(), plan_done=done_with(Case(), STEPS, ticked))) == where


def test_a_box_unticked_is_no_longer_done() -> None:
    case = replace(Case(), plan_done=done_with(Case(), STEPS, ("one", "two")))
    case = replace(case, plan_done=done_with(case, STEPS, ("two",)))
    assert [stop.done for stop in road(case, STEPS)] == [False, True, False]


def test_a_step_not_shown_today_keeps_its_tick() -> None:
    case = replace(Case(), plan_done=done_with(Case(), STEPS, ("two", "three")))
    case = replace(case, plan_done=done_with(case, STEPS[:2], ()))
    assert [stop.done for stop in road(case, STEPS)] == [False, False, True]


@pytest.mark.django_db
def test_what_is_ticked_is_kept_with_the_answers_and_shown_in_words(visit: Visit) -> None:
    told = story("mother_of_three")
    first, second, third, *_rest = slugs(told)
    browser = visit(told)
    before = browser.get("/plan/").content.decode()
    assert ticked_on(before) == [] and before.count('value="') > len(slugs(told))
    assert '<span class="state done">' not in before
    answer: Any = browser.post("/plan/", {"done": [first, third]})
    assert (answer.status_code, answer["Location"]) == (302, "/plan/")
    page = browser.get("/plan/").content.decode()
    assert ticked_on(page) == [first, third]
    assert page.count('<span class="state done">Done</span>') == 4  # each in the list and at its step
    assert re.findall(r'<a href="#([^"]*)" aria-current="step">', page) == [second]
    assert page.count("You are here") == 2  # on the whole road, and in the list of steps
    assert replace(kept(browser), plan_done=()) == replace(told, plan_done=())


@pytest.mark.django_db
def test_every_step_has_one_box_and_every_box_a_name_of_its_own(visit: Visit) -> None:
    told = story("civil_everything")
    page = visit(told).get("/plan/").content.decode()
    boxes = re.findall(r'<input type="checkbox" name="done" value="([^"]*)" id="([^"]*)"', page)
    assert [value for value, _id in boxes] == slugs(told)
    names = {
        each: re.sub("<[^>]*>", "", words)
        for each, words in re.findall(r'<label for="([^"]*)">(.*?)</label>', page)
    }
    assert {each for _value, each in boxes} == set(names)
    assert len(set(names.values())) == len(boxes)


@pytest.mark.django_db
def test_a_tick_of_no_step_is_ignored(visit: Visit) -> None:
    told = story("least")
    browser = visit(told)
    first = slugs(told)[0]
    assert browser.post("/plan/", {"done": ["none", "<b>", "x" * 5_000, first]}).status_code == 302
    assert len(kept(browser).plan_done) == 1
    assert ticked_on(browser.get("/plan/").content.decode()) == [first]


@pytest.mark.django_db
def test_ticks_come_back_with_the_order_they_were_made_for(visit: Visit) -> None:
    """Who signed the papers of one order has not signed those of the other."""
    told = moved(story("everything"), "dvro")
    browser = visit(told)
    first, second = slugs(told)[:2]
    browser.post("/plan/", {"done": [first, second]})

    def move(path: Road) -> None:
        session = browser.session
        session["case"] = to_json(moved(kept(browser), path))
        session.pop("applies", None)  # was found for the answers before
        session.save()

    move("cho")
    assert ticked_on(browser.get("/plan/").content.decode()) == []
    other = slugs(moved(told, "cho"))[-1]
    browser.post("/plan/", {"done": [other]})
    assert ticked_on(browser.get("/plan/").content.decode()) == [other]
    move("dvro")
    assert ticked_on(browser.get("/plan/").content.decode()) == [first, second]


@pytest.mark.django_db
def test_a_tick_does_not_ask_for_another_review(visit: Visit) -> None:
    told = story("least")
    browser = visit(told)
    browser.post("/plan/", {"done": slugs(told)[:1]})
    assert browser.get("/packet/").status_code == 302  # nor does it stand for one
    browser.get("/review/")
    browser.post("/plan/", {"done": []})
    assert browser.get("/packet/").status_code == 200


@pytest.mark.django_db
def test_ticking_and_printing_need_a_visit() -> None:
    for answer in (Client().post("/plan/", {"done": ["sign"]}), Client().get("/plan/print/")):
        assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/")


@pytest.mark.django_db
def test_ticks_are_not_taken_from_another_site(visit: Visit) -> None:
    browser = visit(story("least"))
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = browser.cookies
    assert strict.post("/plan/", {"done": slugs(story("least"))[:1]}).status_code == 403
    assert kept(browser).plan_done == ()


@pytest.mark.django_db
def test_ticks_are_erased_with_the_visit(visit: Visit) -> None:
    told = story("least")
    browser = visit(told)
    browser.post("/plan/", {"done": slugs(told)})
    browser.post("/erase/")
    assert "case" not in browser.session
    assert browser.get("/plan/")["Location"].split("?")[0] == "/"
    session = browser.session
    session["case"] = to_json(told)
    session.save()
    assert ticked_on(browser.get("/plan/").content.decode()) == []


# The paper


@pytest.mark.django_db
@pytest.mark.parametrize("name", PRINTED)
def test_the_paper_has_every_step_on_one_to_four_sheets(visit: Visit, name: str) -> None:
    told = story(name)
    answer = visit(told).get("/plan/print/")
    assert answer["Content-Type"] == "application/pdf" and "no-store" in answer["Cache-Control"]
    assert answer["Content-Disposition"] == 'attachment; filename="steps.pdf"'
    pages = PdfReader(io.BytesIO(answer.content)).pages
    (start,) = (n for n, page in enumerate(pages) if page.extract_text().startswith(f"{LIST}\nEach thing"))
    assert 1 <= start <= 4  # the list stands behind the plan
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page.extract_text()
    text = letters_of(words_of(answer.content))
    for number, step in enumerate(steps(prune(told)), 1):
        wanted = [f"{number}. {step.title}", *step.paragraphs]
        wanted += [f"By when: {step.deadline}"] if step.deadline else []
        wanted += [f"If you miss it: {step.missed}"] if step.missed else []
        assert not [words for words in wanted if letters_of(str(words)) not in text]


@pytest.mark.django_db
@pytest.mark.parametrize("name", PRINTED)
def test_the_paper_is_tagged_and_nothing_outside_it_tells_whose_it_is(visit: Visit, name: str) -> None:
    answer = visit(story(name)).get("/plan/print/")
    reader = PdfReader(io.BytesIO(answer.content))
    catalog: Any = reader.root_object
    assert catalog["/Lang"] == "en" and catalog["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in catalog
    assert reader.metadata is not None
    assert {key: value for key, value in reader.metadata.items() if key != "/Producer"} == {
        "/Title": "Next steps"
    }


@pytest.mark.django_db
def test_the_paper_shows_what_is_done(visit: Visit) -> None:
    def printed() -> str:
        """Without the list of evidence, which has boxes of its own."""
        return words_of(browser.get("/plan/print/").content).partition(f" {LIST} Each thing ")[0]

    told = story("least")
    browser = visit(told)
    count = len(slugs(told))
    empty = printed()
    assert (empty.count("☐"), empty.count("☑")) == (count, 1)  # of the whole road, its first stop
    browser.post("/plan/", {"done": slugs(told)[1:3]})
    text = printed()
    assert (text.count("☐"), text.count("☑"), text.count(" Done ")) == (count - 2, 3, 2)


@pytest.mark.parametrize("lines", range(41, 48))
def test_no_title_stands_alone_at_the_foot(lines: int, tmp_path: Path) -> None:
    """The step before it leaves room for a few lines, for one, for none: text follows in the same column."""
    before = SheetStep("Before", ("Something to read.",) * lines)
    titled = SheetStep("Titled", ("Follows at once and is long enough to fill more than one line. " * 2,))
    later = SheetStep("Later", ("More.",) * 150)
    pdf = plan_sheet((before, titled, later))
    words = words_on(pdf, tmp_path)
    (title,) = (word for word in words if word.text == "Titled")
    text = next(word for word in words if word.text == "Follows")
    assert text.page == title.page and 0 < title.y0 - text.y0 < 30


def test_letters_shrink_before_a_fifth_sheet_is_taken_and_nothing_is_left_out(tmp_path: Path) -> None:
    step = SheetStep("Numbered", ("Some words that say what to do and where. " * 4,) * 5)
    heights = []
    for count in (5, 24, 32):
        pdf = plan_sheet([step] * count)
        words = words_on(pdf, tmp_path)
        assert sum(word.text == "Numbered" for word in words) == count
        assert (max(word.page for word in words) < 4) == (count < 32)
        heights.append(next(round(word.y1 - word.y0, 1) for word in words if word.text == "Some"))
    assert heights[0] > heights[1] == heights[2]


def test_letters_that_mean_something_to_a_page_are_printed() -> None:
    text = words_of(plan_sheet((SheetStep("<b>&amp;</b> {{ x }}", ("Nguyễn Żółć & “Петров”",)),)))
    assert "<b>&amp;</b> {{ x }}" in text and "Nguyễn Żółć & “Петров”" in text


# In the browser


def test_boxes_are_ticked_with_or_without_javascript(visitor: Page) -> None:
    begin(visitor)
    visitor.goto("/plan/")
    boxes = visitor.get_by_role("checkbox")
    name = visitor.get_by_role("navigation", name="The whole road").get_by_role("link").first.inner_text()
    assert not any(box.is_checked() for box in boxes.all())
    visitor.get_by_role("checkbox", name=re.compile(f"^This step is done ?: {re.escape(name)}$")).check()
    follow(visitor.get_by_role("button", name="Save what is done"))
    assert visitor.url.endswith("/plan/")
    assert [box.is_checked() for box in boxes.all()] == [True] + [False] * (boxes.count() - 1)
    with visitor.expect_download() as started:
        visitor.get_by_role("link", name="The steps on paper").click()
    assert started.value.suggested_filename == "steps.pdf"


def test_axe_finds_nothing_where_steps_are_done(visitor_with_javascript: Page) -> None:
    page, look = visitor_with_javascript, Looks()
    begin(page)
    page.goto("/plan/")
    page.get_by_role("checkbox").first.check()
    follow(page.get_by_role("button", name="Save what is done"))
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 700})
        look(page)
    page.emulate_media(color_scheme="dark")
    look(page)
    assert look.faults == {}


# What heads a list


@pytest.mark.django_db
def test_a_list_has_its_heading_outside_it(visit: Visit) -> None:
    browser = visit(story("least"))
    page = browser.get("/plan/").content.decode()
    assert re.search(r"<p>What you can do without a judge:</p>\s*<ul><li>", page)
    assert "have every form named here." in page
    text = words_of(browser.get("/plan/print/").content)
    assert "What you can do without a judge: " in text and "• What you can do" not in text
    assert "Keep it where the other person does not find it" in text and "every form named here." in text
