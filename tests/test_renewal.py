"""Asking for the order once more: from the Case to DV-700, DV-710, CH-700 and CH-710, and the review."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfReader

from forms_library.catalogue import current
from forms_library.maps import read_map
from forms_library.packet import live_form, make_packet
from forms_library.prepare import Prepared
from interview import renewal
from interview.answers import get_answer
from interview.audience import audience_of
from interview.case import Case
from interview.chapters import renewal as chapter
from interview.chapters.order_walk import ORDER_WALK
from interview.chapters.renewal import RENEWAL, HowLong, OnceMore
from interview.conditions import may_renew_order
from interview.findings import Problem
from interview.please_check import please_check
from interview.please_check_renewal import please_check_renewal
from interview.questions import QuestionForm, steps_of
from interview.relevance import prune
from interview.renewal import Renewal, Violation, first_day_to_ask, months_later
from tests.paper import text_of
from tests.stories_on_disk import story
from tests.written_blanks import items, numbers, told, written

# The stories tell of orders that were renewed before; here it is the first time, and nobody has a lawyer
FIRST: dict[str, Any] = {"renewal__renewed_before": "no", "renewal__times": None}
TOLD_LATE = told(story("civil_renewal"), **FIRST)
OFTEN: dict[str, Any] = {
    "renewal__violations__0__how_often": "two_to_five",
    "renewal__violations__0__how_often_other": "",
    "renewal__violations__1__how_often": "once",
    "renewal__violations__1__how_often_other": "",
    "renewal__violations__1__other_dates": "",
}
DVRO = told(
    story("renewal"),
    **FIRST,
    **OFTEN,
    renewal__ends_on=None,
    renewal__how_long="five_years",
    renewal__how_long_other="",
    petitioner__has_lawyer="no",
)
END = date(2027, 1, 11)  # the day of TOLD_LATE: there it is told with the renewal, here with the order
CHO = told(TOLD_LATE, renewal__ends_on=None, after__ends_on=END)
FORMS = {"DV-700", "DV-710", "CH-700", "CH-710"}
DAY = date(2026, 11, 21)  # within three months of the end of both orders
BOTH = pytest.mark.parametrize("case", [DVRO, CHO], ids=["dvro", "cho"])
JUDGES = {"DV-710": {"caption", "1", "2"}, "CH-710": {"caption", "1a", "1b", "2"}}


def pages(case: Case) -> list[str]:
    return [step.slug for step in steps_of(RENEWAL, prune(case))]


def of_these(case: Case) -> list[str]:
    return [number for number in numbers(case) if number in FORMS]


def found(case: Case, day: date = DAY) -> list[Problem]:
    return list(please_check_renewal(prune(case), day))


def ticked(case: Case, item: str, number: str, forms_dir: Path) -> set[str]:
    return {key for key in written(number, case, forms_dir) if key.startswith(item)}


# The forms


@pytest.mark.parametrize("number", sorted(FORMS))
def test_every_blank_has_its_row_and_every_row_its_blank(
    number: str, prepared_form: dict[str, Prepared]
) -> None:
    form = current(number)
    blanks = [blank.name for blank in prepared_form[number].index.blanks]
    assert len(blanks) == form.blanks and prepared_form[number].index.pages == form.pages
    assert sorted(row.widget for row in read_map(number, form.revision).rows if row.widget) == sorted(blanks)


@pytest.mark.parametrize("number", sorted(JUDGES))
def test_the_courts_part_is_left_in_the_map(number: str) -> None:
    rows = read_map(number, current(number).revision).rows
    assert {row.item for row in rows if row.kind != "leave"} == JUDGES[number]
    assert {row.value for row in rows if row.kind == "leave"} <= {"court", "clerk"}


@pytest.mark.parametrize(
    "answers",
    [
        {"renewal__wanted": ""},
        {"renewal__wanted": "no"},
        {"after__outcome": "denied"},
        {"after__outcome": "later"},
        {"hearing__held": "no"},
        {"hearing__is_set": "no"},
    ],
)
@BOTH
def test_the_forms_come_when_an_order_is_to_be_renewed(case: Case, answers: dict[str, Any]) -> None:
    assert of_these(case) == (["CH-700", "CH-710"] if case.asks_for_cho else ["DV-700", "DV-710"])
    without = told(case, **answers)
    assert of_these(without) == []
    assert replace(prune(without).renewal, wanted="") == Renewal()


# The pages


def test_the_pages_wait_for_an_order() -> None:
    assert pages(Case()) == []
    assert pages(told(DVRO, hearing__held="")) == []
    assert pages(told(DVRO, renewal__wanted="")) == ["wanted"]
    assert pages(told(DVRO, renewal__wanted="no")) == ["wanted"]


def test_each_order_has_its_own_pages() -> None:
    asked = ["wanted", "before", "length", "reasons"]
    times = [f"{slug}-{number}" for number in (1, 2, 3) for slug in ("time", "often")]
    assert pages(DVRO) == [*asked, *times, "times-more", "lawyer"]
    assert pages(told(DVRO, renewal__reasons=("afraid",))) == [*asked, "lawyer"]
    assert pages(CHO) == ["wanted", "before", "length", "why"]


@BOTH
def test_the_day_the_order_ends_is_asked_only_where_it_is_not_known(case: Case) -> None:
    assert "until" not in pages(case)
    assert "until" in pages(told(case, after__ends_on=None))
    assert "until" in pages(told(case, renewal__renewed_before="yes"))
    day = date(2026, 12, 1)
    assert prune(told(case, renewal__ends_on=day)).order_ends_on == case.after.ends_on
    assert prune(told(case, renewal__ends_on=day, after__ends_on=None)).order_ends_on == day
    renewed = told(case, renewal__renewed_before="yes")
    assert renewed.order_ends_on is None  # the first order's day is not that of the renewed one
    assert told(renewed, renewal__ends_on=day).order_ends_on == day


@pytest.mark.parametrize("case", [DVRO, TOLD_LATE], ids=["dvro", "cho"])
def test_the_stories_are_kept_whole(case: Case) -> None:
    assert prune(case).renewal == case.renewal


def test_a_day_told_with_the_renewal_counts_as_well(forms_dir: Path) -> None:
    assert pages(TOLD_LATE) == ["wanted", "before", "until", "length", "why"]
    assert written("CH-700", TOLD_LATE, forms_dir)["3a|Day the order ends"] == ["01/11/2027"]
    assert found(TOLD_LATE) == []
    assert [one.path for one in found(TOLD_LATE, date(2027, 1, 12))] == ["renewal.ends_on"]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 9, 1), "You can ask from {first} on"),
        (DAY, "The court must have the papers before that day."),
        (date(2027, 1, 16), "with a new request"),
    ],
)
@BOTH
def test_the_gate_says_when_to_ask(
    case: Case, day: date, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chapter, "today", lambda: day)
    first = "Sunday, October 11, 2026" if case.asks_for_cho else "Thursday, October 15, 2026"
    said = OnceMore(case=case).intro_text
    assert words.format(first=first) in said
    assert ("Monday, January 11, 2027" if case.asks_for_cho else "Friday, January 15, 2027") in said
    assert ("show new harassment" in said) is case.asks_for_cho
    unknown = OnceMore(case=told(case, after__ends_on=None)).intro_text
    assert "in the last 3 months" in unknown and "come back then" in unknown
    assert ("JV-255" in OnceMore(case=case).why_text) is not case.asks_for_cho


@BOTH
def test_an_order_is_renewed_in_its_last_months_only(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until then its own service is still to be done, and nothing of the renewal is asked or printed."""
    end = case.after.ends_on
    assert end
    first = first_day_to_ask(end, civil=case.asks_for_cho)
    assert first == months_later(end, -3)
    monkeypatch.setattr(renewal, "today", lambda: first)
    assert prune(case).renews_order and pages(case)
    monkeypatch.setattr(renewal, "today", lambda: first - timedelta(days=1))
    early = prune(case)
    assert not early.renews_order and pages(case) == [] and of_these(case) == []
    assert pages(told(case, after__ends_on=None))


@BOTH
def test_an_order_renewed_before_is_not_made_nor_served_once_more(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The years until it can be renewed again bring back nothing of the order it first was."""
    monkeypatch.setattr(renewal, "today", lambda: DAY)
    case = told(case, after__attended=("me",), after__same_as_temporary="no", after__court_wants_order="yes")
    far = date(2032, 1, 11)
    first = prune(told(case, after__ends_on=far, renewal__ends_on=None, renewal__renewed_before="no"))
    assert first.serves_order and not first.was_renewed
    again = told(case, renewal__renewed_before="yes", renewal__times=1, renewal__ends_on=far)
    for one in (again, prune(again)):
        assert one.was_renewed and not one.renews_order
        assert not (one.serves_something or one.mails_order or one.brings_order or one.prepares_order)
    assert not {"DV-130", "DV-140", "DV-200", "CH-130", "CH-200", "SER-001"} & set(numbers(again))
    assert list(steps_of(ORDER_WALK, prune(again))) == []


@BOTH
def test_a_day_told_with_the_renewal_can_be_too_far_off(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """It stays asked, so that it can be put right."""
    far = told(case, renewal__renewed_before="yes", renewal__times=1, renewal__ends_on=date(2032, 1, 11))
    monkeypatch.setattr(renewal, "today", lambda: DAY)
    assert pages(far) == ["wanted", "before", "until"]
    assert prune(far).order_ends_on == date(2032, 1, 11) and not prune(far).renews_order
    (problem,) = found(far)
    assert problem.path == "renewal.ends_on" and "too early" in problem.message


def test_a_civil_order_is_never_renewed_for_good() -> None:
    assert "permanently" in HowLong(case=DVRO).as_div()
    assert "permanently" not in HowLong(case=CHO).as_div()
    assert not HowLong({"how_long": "permanently"}, case=CHO).is_valid()
    assert "up to 5 more years" in HowLong(case=CHO).intro_text
    assert "5 years or more" in HowLong(case=DVRO).intro_text


def test_a_second_renewal_of_a_civil_order_asks_for_what_is_new() -> None:
    page = next(step.form for step in steps_of(RENEWAL, prune(CHO)) if step.slug == "why")
    assert page is not None
    assert "nothing new has to have happened" in page(case=CHO).intro_text
    again = page(case=told(CHO, renewal__renewed_before="yes")).intro_text
    assert "new harassment since the first order was made" in again and "nothing new" not in again


@BOTH
def test_every_page_opens(case: Case, visit: Callable[[Case], Client]) -> None:
    client = visit(case)
    for slug in pages(case):
        page = client.get(f"/step/once-more/{slug}/")
        assert page.status_code == 200 and "{" not in page.content.decode().partition("<main")[2], slug


def test_a_page_takes_what_is_typed() -> None:
    forms: dict[str, type[QuestionForm]] = {
        step.slug: step.form
        for step in steps_of(RENEWAL, told(DVRO, renewal__renewed_before="yes"))
        if step.form is not None
    }
    form = forms["until"]({"ends_on": "1/31/2027"}, case=Case())
    assert form.is_valid(), form.errors
    assert get_answer(form.saved_to(Case()), "renewal.ends_on") == date(2027, 1, 31)
    wrong = forms["before"]({"renewed_before": "yes", "times": "twice"}, case=Case())
    assert wrong.errors["times"] == ["Enter the number of times, for example 1."]


# On the paper


def test_the_request_of_a_domestic_violence_order(forms_dir: Path) -> None:
    on_form = written("DV-700", DVRO, forms_dir)
    assert on_form["1|Your name"] == on_form["6|Typed name"] == ["Kiara Bell"]
    assert on_form["1|Mailing address: street"] == ["P.O. Box 2214"]
    assert on_form["2|Name of the other person"] == ["Devon Price"]
    assert on_form["3a|Day the order ends"] == ["01/15/2027"]
    assert {key for key in on_form if key.startswith(("3b", "3c", "5"))} == {
        *("3b|Renewed before: no", "3c|For five years"),
    }
    assert on_form["4b(1)|Violation 1: date"] == ["09/18/2026"]
    assert on_form["4b(2)|Violation 2: date"] == ["about June 2026"]
    assert "4b(1)|Violation 1: 2 to 5 times" in on_form and "4b(2)|Violation 2: just this once" in on_form
    assert "same high school" in on_form["4c|Another reason: what it is"][0]
    assert {"4a|Afraid of more abuse", "4b|The order was violated", "4c|Another reason"} <= set(on_form)
    assert [values for key, values in on_form.items() if key.startswith("caption|Case number")] == [
        [DVRO.case_number]
    ] * 4
    assert not [key for key in on_form if "Date of" in key or "awyer" in key]


def test_the_request_of_a_civil_order(forms_dir: Path) -> None:
    on_form = written("CH-700", CHO, forms_dir)
    assert on_form["1a|Your name"] == on_form["signature|Typed name"] == ["Priya Natarajan"]
    assert on_form["1a|Lawyer's name"] == ["Ngozi Okafor"]
    assert on_form["2|Address of the other person: street"] == ["731 Redwood Terrace"]
    assert on_form["3a|Day the order ends"] == ["01/11/2027"]
    assert ticked(CHO, "3b", "CH-700", forms_dir) == {"3b|First request to renew"}
    assert ticked(CHO, "3c", "CH-700", forms_dir) == {"3c|For another length", "3c|For how long"}
    assert on_form["3c|For how long"] == ["3 years"]
    assert "signature|Date of your signature" not in on_form


@pytest.mark.parametrize("number", ["DV-700", "CH-700"])
def test_an_order_that_was_renewed_before(number: str, forms_dir: Path) -> None:
    case = told(DVRO if number == "DV-700" else CHO, renewal__renewed_before="yes", renewal__times=2)
    on_form = written(number, case, forms_dir)
    third = {key.partition(":")[0] for key in on_form if key.startswith("3b")}
    assert third == {"3b|Renewed before"}
    assert on_form["3b|Renewed before: how many times"] == ["2"]
    assert "3a|Day the order ends" not in on_form


@pytest.mark.parametrize("number", ["DV-700", "CH-700"])
def test_nothing_is_said_that_nobody_told(number: str, forms_dir: Path) -> None:
    case = DVRO if number == "DV-700" else CHO
    bare = replace(
        case,
        renewal=Renewal(wanted="yes"),
        after=replace(case.after, ends_on=None),
        hearing=replace(case.hearing, date=None),  # with it, the order is known not to end yet
    )
    said = items(written(number, bare, forms_dir))
    assert said == (
        {"caption", "1", "2", "6"} if number == "DV-700" else {"caption", "1a", "1b", "2", "signature"}
    )


def test_every_length_has_its_box(forms_dir: Path) -> None:
    for length, words in (("permanently", "Permanently"), ("other", "For longer than five years")):
        case = told(DVRO, renewal__how_long=length)
        assert ticked(case, "3c", "DV-700", forms_dir) == {f"3c|{words}"}
    case = told(CHO, renewal__how_long="five_years")
    assert ticked(case, "3c", "CH-700", forms_dir) == {"3c|For five years"}


def test_the_lawyers_fees_and_the_lawyers_name(forms_dir: Path) -> None:
    with_lawyer = replace(
        told(DVRO, renewal__wants_fees="yes", petitioner__has_lawyer="yes"),
        petitioner=replace(CHO.petitioner, name="Kiara Bell"),
    )
    on_form = written("DV-700", with_lawyer, forms_dir)
    assert "5|Lawyer's fees and costs" in on_form
    assert on_form["7|Lawyer's name beside the signature"] == on_form["1|Lawyer's name"] == ["Ngozi Okafor"]
    assert on_form["1|Lawyer's firm"] == ["Lakeside Legal Partners"]


@pytest.mark.parametrize("number", sorted(JUDGES))
def test_the_courts_notice_has_the_parties_and_nothing_more(number: str, forms_dir: Path) -> None:
    case = DVRO if number == "DV-710" else CHO
    on_form = written(number, case, forms_dir)
    assert items(on_form) == JUDGES[number]
    assert on_form["2|Name of the other person"] == [case.respondent.name]
    assert on_form["2|Address of the other person: city"] == [case.respondent.address.city]
    assert [values for key, values in on_form.items() if "Case number" in key] == [[case.case_number]] * 2


HEADING = "Form DV-700, Reason for Renewal"


def test_a_third_violation_goes_behind_the_form(forms_dir: Path, tmp_path: Path) -> None:
    part = live_form(current("DV-700"), prune(DVRO), forms_dir)
    assert part.attached == 1
    behind = text_of(part.pdf, tmp_path, "-f", "5")
    assert HEADING in behind and "Item 4b, Violation:" in behind and "Violation 3:" in behind
    told_there = ("April 2026", "a drawing of our house", "Three notes in one week", "The week before Easter")
    assert all(words in " ".join(behind.split()) for words in told_there)
    assert "4|Reasons go on on an attached page" in written("DV-700", DVRO, forms_dir)
    two = told(DVRO, renewal__violations=DVRO.renewal.violations[:2])
    assert live_form(current("DV-700"), prune(two), forms_dir).attached == 0
    assert "4|Reasons go on on an attached page" not in written("DV-700", two, forms_dir)


WORDS = " ".join(f"reason{number}" for number in range(700))
LONG = [
    ("afraid_because", "Item 4a, Afraid of more abuse: because (continued)"),
    ("violations.0.story", "Item 4b(1), Violation 1: what the other person did (continued)"),
    ("violations.1.other_dates", "Item 4b(2), Violation 2: other dates (continued)"),
    ("other_reason", "Item 4c, Another reason: what it is (continued)"),
]


@pytest.mark.parametrize(("answer", "title"), LONG)
def test_a_long_answer_goes_on_behind_the_form(
    answer: str, title: str, forms_dir: Path, tmp_path: Path
) -> None:
    case = told(DVRO, **{f"renewal__{answer.replace('.', '__')}": WORDS})
    part = live_form(current("DV-700"), prune(case), forms_dir)
    behind = text_of(part.pdf, tmp_path, "-f", "5")
    assert HEADING in behind and title in behind
    _all_there(case, "DV-700", behind, forms_dir)


def test_long_civil_reasons_go_on_under_the_forms_own_heading(forms_dir: Path, tmp_path: Path) -> None:
    case = told(CHO, renewal__why=WORDS)
    part = live_form(current("CH-700"), prune(case), forms_dir)
    behind = text_of(part.pdf, tmp_path, "-f", "2")
    assert "Attachment 3d—Reasons to Renew Order" in behind
    assert "3d|Reasons go on on an attached page" in written("CH-700", case, forms_dir)
    _all_there(case, "CH-700", behind, forms_dir)
    short = told(CHO, renewal__why="He comes back in January.")
    assert live_form(current("CH-700"), prune(short), forms_dir).attached == 0
    assert "3d|Reasons go on on an attached page" not in written("CH-700", short, forms_dir)


def _all_there(case: Case, number: str, behind: str, forms_dir: Path) -> None:
    """Each word once, in its order: first in the blanks, then on the attached pages."""
    on_form = " ".join(value for values in written(number, case, forms_dir).values() for value in values)
    there = re.findall(r"reason(\d+)", f"{on_form} {behind}")
    assert [int(word) for word in there] == list(range(700))


@BOTH
def test_the_cover_sets_them_aside(case: Case, forms_dir: Path, tmp_path: Path) -> None:
    packet = make_packet(prune(case), forms_dir)
    (tmp_path / "packet.pdf").write_bytes(packet.pdf)
    pages_before = len(PdfReader(tmp_path / "packet.pdf").pages) - sum(part.pages for part in packet.parts)
    cover = " ".join(text_of(packet.pdf, tmp_path, "-f", "1", "-l", str(max(2, pages_before))).split())
    letters = "CH" if case.asks_for_cho else "DV"
    assert f"hand it in with {letters}-710 before the order ends" in cover
    assert f"The clerk has {letters}-720" in cover
    assert f"{letters}-700: you, " in cover


# Badges and review


def test_who_sees_it() -> None:
    for path in ("renewal.afraid_because", "renewal.violations.0.story", "renewal.how_long"):
        assert audience_of(path, "dvro").who == "served"
    assert audience_of("renewal.why", "cho").who == "served"
    assert audience_of("renewal.ends_on", "cho").who == "served"


@BOTH
def test_the_stories_leave_nothing_open(case: Case) -> None:
    assert found(case) == []


@pytest.mark.parametrize(
    ("case", "answers", "path", "page"),
    [
        (DVRO, {"renewal__reasons": ()}, "renewal.reasons", "reasons"),
        (DVRO, {"renewal__afraid_because": " "}, "renewal.afraid_because", "reasons"),
        (DVRO, {"renewal__other_reason": ""}, "renewal.other_reason", "reasons"),
        (DVRO, {"renewal__violations__1__story": ""}, "renewal.violations.1.story", "time-2"),
        (DVRO, {"renewal__violations": ()}, "renewal.violations.0.story", "time-1"),
        (DVRO, {"renewal__how_long": "other"}, "renewal.how_long_other", "length"),
        (CHO, {"renewal__how_long_other": ""}, "renewal.how_long_other", "length"),
        (CHO, {"renewal__how_long_other": "7 years"}, "renewal.how_long_other", "length"),
        (CHO, {"renewal__how_long": "permanently"}, "renewal.how_long", "length"),
        (CHO, {"renewal__why": ""}, "renewal.why", "why"),
        (DVRO, {"renewal__renewed_before": ""}, "renewal.renewed_before", "before"),
        (DVRO, {"after__ends_on": None}, "renewal.ends_on", "until"),
    ],
)
def test_the_review_looks_at_what_is_missing_or_at_odds(
    case: Case, answers: dict[str, Any], path: str, page: str
) -> None:
    changed = prune(told(case, **answers))
    (one,) = please_check_renewal(changed, DAY)
    assert (one.path, one.chapter_slug, one.step_slug) == (path, "once-more", page)
    assert one in list(please_check(changed, DAY))


def test_a_length_of_five_years_or_less_is_no_other_length() -> None:
    case = told(DVRO, renewal__how_long="other", renewal__how_long_other="3 years")
    assert [one.path for one in found(case)] == ["renewal.how_long_other"]
    for fine in ("10 years", "until our son is 18"):
        assert found(told(case, renewal__how_long_other=fine)) == []


def test_a_renewal_of_an_order_renewed_before_tells_how_often_and_until_when() -> None:
    case = told(DVRO, renewal__renewed_before="yes")
    assert [one.path for one in found(case)] == ["renewal.ends_on", "renewal.times"]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 10, 10), "It is too early"),
        (date(2026, 10, 15), ""),
        (date(2027, 1, 11), ""),
        (date(2027, 1, 16), "cannot be renewed any more"),
    ],
)
@BOTH
def test_the_review_looks_at_the_day_the_order_ends(case: Case, day: date, words: str) -> None:
    """Three months back from January 15 is October 15, from January 11 October 11."""
    said = [one.message for one in found(case, day)]
    assert len(said) == bool(words) and all(words in one for one in said)
    assert [one.path for one in found(case, day)] == ["after.ends_on"] * bool(words)


def test_nobody_else_hears_of_it() -> None:
    for case in (Case(), told(DVRO, renewal__wanted="no"), told(DVRO, after__outcome="denied")):
        assert found(case, date(2030, 1, 1)) == []


def test_a_violation_says_only_what_was_told() -> None:
    assert Violation().summary == ""
    assert Violation(date="May", how_often="weekly").summary == "Date of violation: May\nHow often: Weekly"


@pytest.mark.parametrize("name", ["after_hearing", "civil_after_hearing"])
def test_a_fresh_order_without_an_end_date_is_not_renewed_yet(name: str) -> None:
    """Without a day on it, it lasts three years (item 4); until then it is first to be served."""
    case = story(name)
    case = replace(
        case,
        after=replace(case.after, ends_on=None),
        renewal=replace(case.renewal, wanted="yes", ends_on=None),
    )
    held = case.hearing.date
    assert held is not None and case.end_without_a_date == months_later(held, 36)
    assert may_renew_order(case) and not case.renews_order  # asked: the next page asks for the day
    long_ago = replace(case, hearing=replace(case.hearing, date=months_later(held, -34)))
    assert long_ago.renews_order and may_renew_order(long_ago)
