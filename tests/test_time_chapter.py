"""Time with the children: which pages are asked, and the week on one page (DV-105 items 10 to 13)."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page as BrowserPage

from interview.answers import get_answer, set_answer
from interview.case import Case
from interview.case_json import from_json
from interview.chapters.time import (
    TIME,
    Details,
    ExchangesWatchedBy,
    Place,
    VisitsWatchedBy,
    Week,
    WhichVisits,
)
from interview.parenting import Custody, DayPlan, Supervisor, Visits, clock_time
from interview.parenting import Week as WeekAnswers
from interview.questions import Page, QuestionForm, steps_of
from interview.reading_back import Line, lines_of, read_back
from interview.relevance import prune
from interview.week_form import DAYS, PARTS
from tests.browser import begin, go_on
from tests.test_browser import Looks

Visit = Callable[[Case], Client]
WEEK = "/step/time/week/"


def asking(**custody: Any) -> Case:
    """Someone who asks for custody, with answers of DV-105 ("visit__place")."""
    case = set_answer(Case(), "screening.chosen_path", "dvro")
    case = set_answer(case, "requests.asked", ("custody",))
    for name, answer in custody.items():
        case = set_answer(case, f"custody.{name.replace('__', '.')}", answer)
    return case


WITH_WEEK = asking(visits="yes", supervised="yes", visit__frequency="week")


def pages(case: Case) -> list[str]:
    return [step.slug for step in steps_of(TIME, prune(case))]


# Which pages are asked


@pytest.mark.parametrize(
    ("custody", "asked"),
    [
        ({}, "visits"),
        ({"visits": "none"}, "visits"),
        ({"visits": "yes"}, "visits company"),
        ({"visits": "virtual"}, "visits company"),
        (
            {"visits": "yes", "supervised": "yes"},
            "visits company company-who place how-often begin",
        ),
        (
            {"visits": "yes", "supervised": "yes", "visit__frequency": "once"},
            "visits company company-who place how-often begin",
        ),
        (
            {"visits": "yes", "supervised": "yes", "visit__frequency": "week"},
            "visits company company-who place how-often week repeat begin",
        ),
        (
            {"visits": "yes", "supervised": "no"},
            "visits company handover place details begin",
        ),
        (
            {"visits": "yes", "supervised": "no", "exchanges_supervised": "no", "visit__wants_week": "yes"},
            "visits company handover place details week repeat begin",
        ),
        (
            {"visits": "yes", "supervised": "no", "exchanges_supervised": "yes"},
            "visits company handover handover-who place details begin",
        ),
        (
            {"visits": "yes", "supervised": "no", "exchanges_supervised": "yes", "visit__wants_week": "yes"},
            "visits company handover handover-who place details week repeat begin",
        ),
        (
            {"visits": "virtual", "supervised": "yes", "visit__frequency": "week"},
            "visits company company-who how-often week repeat begin",
        ),
        (
            {"visits": "virtual", "supervised": "no", "exchanges_supervised": "yes"},
            "visits company details begin",
        ),
    ],
)
def test_each_branch_asks_its_own_pages(custody: dict[str, Any], asked: str) -> None:
    assert pages(asking(**custody)) == asked.split()


def test_nothing_is_asked_of_those_who_do_not_ask_for_custody() -> None:
    assert pages(Case()) == []
    assert pages(set_answer(asking(visits="yes"), "requests.asked", ("no_abuse",))) == []
    assert pages(set_answer(asking(visits="yes"), "screening.chosen_path", "cho")) == []


def _leaves(kind: type, at: str) -> set[str]:
    found: set[str] = set()
    for field in dataclasses.fields(kind):
        inner = {
            "supervisor": Supervisor,
            "exchange_supervisor": Supervisor,
            "visit": Visits,
            "week": WeekAnswers,
        }
        part = inner.get(field.name) or (DayPlan if kind is WeekAnswers else None)
        found |= _leaves(part, f"{at}.{field.name}") if part else {f"{at}.{field.name}"}
    return found


def test_every_answer_about_visits_is_asked_on_exactly_one_page() -> None:
    asked = [
        path for page in TIME.pages if isinstance(page, Page) for path in page.form.case_paths().values()
    ]
    mine = ("visits", "supervised", "supervisor", "exchanges_supervised", "exchange_supervisor", "visit")
    wanted = {path for path in _leaves(Custody, "custody") if path.split(".")[1] in mine}
    assert sorted(asked) == sorted(wanted)
    assert len(wanted) == 2 * 8 + 3 + 7 * 5 + 11


def test_nothing_is_chosen_for_the_person() -> None:
    for page in TIME.pages:
        assert isinstance(page, Page)
        assert "checked" not in page.form(case=asking()).as_div()


# A change of mind


TOLD = asking(
    visits="yes",
    supervised="no",
    exchanges_supervised="yes",
    exchange_supervisor__kind="professional",
    exchange_supervisor__fee_me="50",
    supervisor__kind="nonprofessional",
    supervisor__professional_name="Left over",
    supervisor__nonprofessional_name="Ana Ruiz",
    visit__place="in_person",
    visit__details="Saturdays",
    visit__wants_week="yes",
    visit__frequency="once",
    visit__hours_once="2",
    visit__week__monday__start="15:00",
    visit__repeat="every_week",
)


def test_unsupervised_visits_keep_their_answers_alone() -> None:
    custody = prune(TOLD).custody
    assert custody.exchange_supervisor.fee_me == "50"
    assert custody.visit.details == "Saturdays" and custody.visit.week.monday.start == "15:00"
    assert custody.supervisor == Supervisor()
    assert not custody.visit.frequency and not custody.visit.hours_once


def test_supervised_visits_keep_their_answers_alone() -> None:
    custody = prune(set_answer(TOLD, "custody.supervised", "yes")).custody
    assert custody.supervisor == Supervisor(kind="nonprofessional", nonprofessional_name="Ana Ruiz")
    assert not custody.exchanges_supervised and custody.exchange_supervisor == Supervisor()
    assert custody.visit.hours_once == "2" and not custody.visit.details
    assert custody.visit.week == WeekAnswers() and not custody.visit.repeat


def test_no_visits_leave_nothing_of_them() -> None:
    assert prune(set_answer(TOLD, "custody.visits", "none")).custody == Custody(visits="none")


def test_only_calls_take_place_by_phone_or_video() -> None:
    custody = prune(set_answer(TOLD, "custody.visits", "virtual")).custody
    assert not custody.visit.place and not custody.exchanges_supervised
    assert custody.unsupervised_visits.place == "virtual"
    assert custody.supervised_visits.place == ""
    assert prune(TOLD).custody.unsupervised_visits.place == "in_person"


@pytest.mark.parametrize(
    ("form", "at"), [(VisitsWatchedBy, "supervisor"), (ExchangesWatchedBy, "exchange_supervisor")]
)
def test_both_supervisors_are_asked_the_same(form: type[QuestionForm], at: str) -> None:
    sent = form({"kind": "professional", "fee_me": "50 %", "fee_other": "0"}, case=asking())
    assert sent.is_valid(), sent.errors
    told = get_answer(sent.saved_to(asking()), f"custody.{at}")
    assert told == Supervisor(kind="professional", fee_me="50", fee_other="0")
    wrong = form({"kind": "professional", "fee_me": "150"}, case=asking())
    assert "0 to 100" in str(wrong.errors["fee_me"])
    hidden = form({"kind": "nonprofessional", "fee_me": "150"}, case=asking())
    assert hidden.is_valid()


def test_visits_are_chosen_or_left_open_and_nothing_stands_for_not_knowing() -> None:
    assert not WhichVisits({"visits": "unsaid"}, case=TOLD).is_valid()
    page = WhichVisits({}, case=asking())
    assert page.is_valid() and page.saved_to(asking()).custody.visits == ""


def test_who_reads_a_place_is_told_beside_it() -> None:
    case = set_answer(asking(), "respondent.name", "Alex")
    for form, field in ((Place, "place_other"), (Details, "details"), (Week, "sunday_where")):
        told = str(form(case=case).fields[field].help_text)
        assert "Alex will see this. Do not write a place Alex should not know." in told


# The week


def week(**sent: Any) -> QuestionForm:
    return Week(sent, case=WITH_WEEK)


def day_of(html: str, name: str) -> str:
    """The part of the page that is one day."""
    days = re.findall(r'<details class="day".*?</details>', html, re.DOTALL)
    assert len(days) == 7
    return str(next(day for day in days if f"<strong>{name}</strong>" in day))


def is_open(html: str, name: str) -> bool:
    return day_of(html, name).startswith('<details class="day" open>')


def test_the_week_asks_each_day_for_its_own_answers() -> None:
    paths = Week.case_paths()
    assert paths["monday_start"] == "custody.visit.week.monday.start"
    assert paths["sunday_where"] == "custody.visit.week.sunday.where"
    assert len(paths) == len(set(paths.values())) == len(DAYS) * len(PARTS) == 35


def test_an_empty_week_opens_monday_alone(visit: Visit) -> None:
    html = visit(WITH_WEEK).get(WEEK).content.decode()
    assert [name for name in map(str, DAYS.values()) if is_open(html, name)] == ["Monday"]
    for name in map(str, DAYS.values()):
        day = day_of(html, name)
        assert f">{name}</legend>" in day
        assert len(re.findall(r"<label for=", day)) == 5
        assert set(re.findall(r'<label for="([^"]+)"', day)) == set(
            re.findall(r'<input[^>]* id="([^"]+)"', day)
        )
    assert len(set(re.findall(r' id="([^"]+)"', html))) == len(re.findall(r' id="([^"]+)"', html))


def test_a_week_is_saved_and_shown_again(visit: Visit) -> None:
    browser = visit(WITH_WEEK)
    sent = {
        "tuesday_start": "3 pm",
        "tuesday_end": "6:30 PM",
        "tuesday_how": "virtual",
        "tuesday_brings": "Ana",
        "tuesday_where": "Library",
        "friday_start": "17:00",
        "sunday_end": "noon",
        "saturday_where": "Park",
    }
    response = browser.post(WEEK, sent)
    assert response.status_code == 302 and response["Location"].endswith("/step/time/repeat/")
    told = from_json(browser.session["case"]).custody.visit.week
    assert told.tuesday == DayPlan("15:00", "18:30", ("virtual",), "Ana", "Library")
    assert told.friday == DayPlan(start="17:00") and told.sunday == DayPlan(end="12:00")
    assert told.saturday == DayPlan(where="Park") and told.monday == DayPlan()

    html = browser.get(WEEK).content.decode()
    opened = [name for name in map(str, DAYS.values()) if is_open(html, name)]
    assert opened == ["Tuesday", "Friday", "Saturday", "Sunday"]
    titles = re.findall(r"<summary><span>(.*?)</span></summary>", html)
    assert "<strong>Tuesday</strong>: 3:00 pm to 6:30 pm" in titles
    assert "<strong>Friday</strong>: from 5:00 pm" in titles
    assert "<strong>Sunday</strong>: until 12:00 pm" in titles
    assert "<strong>Saturday</strong>" in titles


def test_errors_stand_beside_the_field_and_nothing_typed_is_lost(visit: Visit) -> None:
    browser = visit(WITH_WEEK)
    sent = {
        "monday_start": "3 pm",
        "monday_end": "2 pm",
        "wednesday_start": "after school",
        "thursday_start": "3:00",
        "saturday_brings": "Ana <b>",
    }
    response = browser.post(WEEK, sent)
    html = response.content.decode()
    assert response.status_code == 200
    assert from_json(browser.session["case"]) == WITH_WEEK
    for typed in ("3 pm", "2 pm", "after school", "3:00", "Ana &lt;b&gt;"):
        assert f'value="{typed}"' in html
    opened = [name for name in map(str, DAYS.values()) if is_open(html, name)]
    assert opened == ["Monday", "Wednesday", "Thursday", "Saturday"]
    assert "later than the start" in day_of(html, "Monday")
    assert 'aria-describedby="id_monday_end_error"' in day_of(html, "Monday")
    assert "Enter a time" in day_of(html, "Wednesday") and "am or pm" in day_of(html, "Thursday")
    summary = html[html.index('id="errors"') : html.index("<h1>")]
    assert re.findall(r'href="#(\w+)"', summary) == [
        "id_monday_end",
        "id_wednesday_start",
        "id_thursday_start",
    ]
    assert "Monday, Ends at: The end must be later" in summary


@pytest.mark.parametrize("end", ["3 pm", "14:59", "midnight"])
def test_a_day_cannot_end_before_or_when_it_starts(end: str) -> None:
    page = week(sunday_start="15:00", sunday_end=end)
    assert not page.is_valid()
    assert list(page.errors) == ["sunday_end"]


def test_a_visit_may_go_on_overnight() -> None:
    page = week(friday_start="5 pm", sunday_end="9:00 am", saturday_start="9 am", saturday_end="9:01 am")
    assert page.is_valid(), page.errors


def test_every_night_may_be_asked_for() -> None:
    """On a day between two nights the end of the first stands before the start of the second."""
    page = week(monday_start="6 pm", tuesday_end="8 am", tuesday_start="6 pm", wednesday_end="8 am")
    assert page.is_valid(), page.errors


TIMES = st.one_of(st.just(""), st.times().map(lambda time: f"{time:%H:%M}"))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.fixed_dictionaries({f"{day}_{part}": TIMES for day in DAYS for part in ("start", "end")}))
def test_any_week_is_kept_or_told_what_is_wrong(sent: dict[str, str]) -> None:
    page = week(**{name: clock_time(time) for name, time in sent.items()})
    times = [(sent[f"{day}_start"], sent[f"{day}_end"]) for day in DAYS]
    wrong = {
        f"{day}_end"
        for number, (day, (start, end)) in enumerate(zip(DAYS, times, strict=True))
        for before in [times[number - 1]]
        if start and end and end <= start  # and it is not the end of a visit of the day before
        if not (before[0] and (not before[1] or before[1] <= before[0]))
    }
    assert set(page.errors) == wrong
    if not wrong:
        saved = page.saved_to(WITH_WEEK)
        for name, typed in sent.items():
            assert get_answer(saved, Week.case_paths()[name]) == typed
    for group in page.field_groups:
        for field in group.fields[:2]:
            assert field.value() in ("", clock_time(sent[field.name]))


def test_a_week_is_read_back_by_day_without_empty_days() -> None:
    case = WITH_WEEK
    for name, answer in {
        "tuesday.start": "15:00",
        "tuesday.end": "18:00",
        "tuesday.how": ("virtual",),
        "sunday.brings": "Ana",
    }.items():
        case = set_answer(case, f"custody.visit.week.{name}", answer)
    assert list(lines_of(Week(case=case))) == [
        Line(
            "Tuesday", ("Starts at: 3:00 pm", "Ends at: 6:00 pm", "Kind of visit: By video (virtual visit)")
        ),
        Line("Sunday", ("Who brings the children, or sets up the call: Ana",)),
    ]
    assert [line.answers for line in lines_of(Week(case=WITH_WEEK))] == [()]
    (chapter,) = read_back((TIME,), case)
    page = next(page for page in chapter.pages if page.url.startswith(WEEK))
    assert [line.label for line in page.lines] == ["Tuesday", "Sunday"]


def test_the_week_on_the_review_and_in_the_helper_view(visit: Visit) -> None:
    browser = visit(set_answer(WITH_WEEK, "custody.visit.week.monday.start", "15:00"))
    html = browser.get("/review/").content.decode()
    assert "<dt>Monday</dt><dd><p>Starts at: 3:00 pm</p></dd>" in html
    assert "<dt>Tuesday</dt>" not in html
    browser.post("/helper/", {"back": WEEK})
    assert "<li>Sunday, Ends at:" in browser.get(WEEK).content.decode()


# In a browser


def open_week(page: BrowserPage) -> None:
    begin(page)
    for address, answer in (
        ("orders-now/more-orders", "[value=custody]"),
        ("time/visits", "[value=yes]"),
        ("time/company", "[value=yes]"),
        ("time/how-often", "[value=week]"),
    ):
        page.goto(f"/step/{address}/")
        page.locator(answer).check()
        go_on(page)
    assert page.url.endswith(WEEK)


def typed_on(page: BrowserPage, day: str) -> list[str]:
    boxes = page.locator(f"[name^={day}_][type=text]")
    return [boxes.nth(number).input_value() for number in range(boxes.count())]


def test_the_week_by_keyboard_on_a_small_screen(visitor: BrowserPage) -> None:
    page, keys = visitor, visitor.keyboard
    page.set_viewport_size({"width": 320, "height": 600})
    open_week(page)
    page.locator("[name=monday_start]").focus()
    for typed in ("3 pm", "2 pm", " ", "My aunt Rosa", "Library"):
        keys.type(typed)
        keys.press("Tab")
    keys.press("Enter")  # Tuesday's title: the day opens
    page.locator("[name=tuesday_start]").focus()
    keys.type("5 pm")
    go_on(page)
    assert page.locator("[name=monday_how]").is_checked()
    assert typed_on(page, "monday") == ["3 pm", "2 pm", "My aunt Rosa", "Library"]
    assert typed_on(page, "tuesday")[0] == "5 pm"

    page.locator("details.day > summary").first.click()  # folded, and still to be reached
    page.locator("#errors a").click()
    assert page.evaluate("document.activeElement.name") == "monday_end"
    assert page.locator("[name=monday_end]").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_day_can_be_the_same_as_the_day_above(visitor_with_javascript: BrowserPage) -> None:
    page, look = visitor_with_javascript, Looks()
    open_week(page)
    same = page.get_by_role("button", name="Same as the day above")
    days = page.locator("details.day > summary")
    page.locator("[name=monday_start]").fill("3 pm")
    page.locator("[name=monday_how]").check()
    days.nth(1).press("Enter")
    same.press("Enter")
    assert typed_on(page, "tuesday") == typed_on(page, "monday") == ["3 pm", "", "", ""]
    assert page.locator("[name=tuesday_how]").is_checked()
    days.nth(1).press("Enter")

    days.nth(3).press("Enter")  # nothing was told of Wednesday: what is typed here stays
    page.locator("[name=thursday_where]").fill("Park")
    same.press("Enter")
    assert typed_on(page, "thursday") == ["", "", "", "Park"]
    look(page)
    page.locator("[name=thursday_start]").fill("later")
    go_on(page)
    assert typed_on(page, "thursday") == ["later", "", "", "Park"]
    look(page)
    assert look.faults == {}
