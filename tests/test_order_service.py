"""The order after hearing and having it handed over or mailed: CH-130, DV-250, CH-250, and what DV-200,
CH-200 and SER-001 say at each stage."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from forms_library.maps import read_map
from interview.answers import set_answer
from interview.case import Case
from interview.chapters.service import SERVICE
from interview.court_days import closed_for
from interview.people import Address, ProtectedPerson
from interview.please_check_service import please_check_service
from interview.questions import steps_of
from interview.relevance import prune
from interview.served_papers import other_papers_served, papers_to_serve, served_papers
from tests.fixed_day import DAY
from tests.stories_on_disk import story
from tests.written_blanks import items, numbers, told, written

DVRO, CHO = story("everything"), story("civil_everything")
BOTH = pytest.mark.parametrize("case", [DVRO, CHO], ids=["dvro", "cho"])
HELD_ON = date(2026, 11, 19)
ATTACHMENT_3 = "Attachment 3—Additional Protected Persons"


def held(case: Case, **answers: Any) -> Case:
    """After a hearing that brought an order, in which no new date was wanted."""
    case = told(case, hearing__is_set="yes", hearing__held="yes", hearing__date=HELD_ON)
    case = told(case, after__outcome="granted")
    return told(case, **{"continuance__wanted": "no", "continuance__waive_hearing": "no"} | answers)


def in_person(case: Case) -> Case:
    return held(case, after__attended=("me",), after__same_as_temporary="no")


def by_mail(case: Case) -> Case:
    case = told(case, after__first_papers_served="yes", hearing__first_orders="all")
    return held(case, after__attended=("me",), after__same_as_temporary="yes")


def known(case: Case) -> Case:
    return held(case, after__attended=("me", "respondent"))


def renewed(case: Case) -> Case:
    soon = DAY + timedelta(30)  # in its last months
    return told(in_person(case), renewal__wanted="yes", after__ends_on=soon)


def cancelled(case: Case) -> Case:
    """Only domestic violence papers have a form for it (DV-112)."""
    case = told(case, hearing__is_set="yes", hearing__held="no", hearing__first_orders="none")
    return told(case, continuance__wanted="no", continuance__waive_hearing="yes")


# The order itself (CH-130)


def crowd(count: int) -> tuple[ProtectedPerson, ...]:
    return tuple(
        ProtectedPerson(
            key=f"p{number}",
            name=f"Person Number {number}",
            gender="female",
            age=number + 10,
            lives_with_you="yes" if number % 2 else "no",
            relationship="Sister",
        )
        for number in range(1, count + 1)
    )


def test_the_civil_order_prints_the_persons_items_and_nothing_of_the_courts(forms_dir: Path) -> None:
    found = written("CH-130", CHO, forms_dir)
    assert items(found) <= {"caption", "1a", "1b", "2", "3"}
    assert found["1a|Name of the protected person"] == [CHO.petitioner.name]
    assert found["2|Name of the other person"] == [CHO.respondent.name]
    assert len([key for key in found if key.startswith("caption|Case number")]) == 8
    filled = {row.item for row in read_map("CH-130", "2026-01-01").rows if row.kind != "leave"}
    assert filled == {"caption", "1a", "1b", "2", "3"}


@pytest.mark.parametrize(("count", "attached"), [(1, False), (4, False), (5, True)])
def test_more_people_than_rows_go_to_the_page_the_form_names(
    count: int, attached: bool, forms_dir: Path
) -> None:
    case = replace(CHO, protect_others="yes", protected_people=crowd(count))
    found = written("CH-130", case, forms_dir)
    assert ("3|More people on an attached page" in found) is attached
    assert "3|Other protected people" in found
    if not attached:
        assert found[f"3|Person {count}: name"] == [f"Person Number {count}"]
        yes_or_no = "yes" if count % 2 else "no"
        assert f"3|Person {count}: lives with you: {yes_or_no}" in found
    rows = [row for row in read_map("CH-130", "2026-01-01").rows if row.kind in ("list", "attached")]
    assert {row.attachment_heading or row.value for row in rows} == {ATTACHMENT_3}


def test_the_order_lies_in_the_papers_while_it_is_of_use() -> None:
    """To bring to the hearing; after it for those whom the court told to prepare it."""
    assert "CH-130" in numbers(CHO)
    for over in (known(CHO), in_person(CHO), held(CHO, after__outcome="denied")):
        assert "CH-130" not in numbers(over)
        asked = told(over, after__court_wants_order="yes")
        assert ("CH-130" in numbers(asked)) is (over.outcome == "granted")
    assert "CH-130" not in numbers(DVRO)


# Proof of service by mail (DV-250, CH-250)


@BOTH
def test_the_proof_of_mailing_comes_when_the_order_can_be_mailed(case: Case) -> None:
    proof = "DV-250" if case.asks_for_dvro else "CH-250"
    handed = "DV-200" if case.asks_for_dvro else "CH-200"
    found = numbers(by_mail(case))
    assert proof in found and handed not in found and "SER-001" not in found
    for other in (case, in_person(case), known(case), renewed(case)):
        assert proof not in numbers(other)


@pytest.mark.parametrize(
    ("case", "number", "box"), [(DVRO, "DV-250", "4e"), (CHO, "CH-250", "4b")], ids=["dvro", "cho"]
)
def test_the_proof_of_mailing_leaves_the_rest_to_who_mails(
    case: Case, number: str, box: str, forms_dir: Path
) -> None:
    home = Address(street="12 Orchard Way", city="Fresno", state="CA", zip="93701")
    case = by_mail(replace(case, respondent=replace(case.respondent, address=home)))
    found = written(number, case, forms_dir)
    assert items(found) == {"caption", "1", "2", box, "5a", "5b"}
    assert found["5a|Name of the person served"] == [case.respondent.name]
    assert found["5b|Mailed to: street"] == ["12 Orchard Way"]
    assert found["5b|Mailed to: ZIP code"] == ["93701"]
    without = replace(case, respondent=replace(case.respondent, address=Address()))
    assert "5b" not in items(written(number, without, forms_dir))


# Proof of personal service (DV-200, CH-200)


@pytest.mark.parametrize(
    ("case", "boxes"),
    [
        (told(DVRO, hearing__first_orders="some"), {"4a", "4b", "4d", "4i"}),
        (told(DVRO, hearing__first_orders="none"), {"4a", "4d", "4i"}),
        (in_person(DVRO), {"4h", "4i"}),
        (renewed(DVRO), {"4h", "4i"}),
        (told(CHO, hearing__first_orders="all"), {"4a", "4b", "4c", "4d", "4e", "4g", "4h", "4i"}),
        (told(CHO, hearing__first_orders="none"), {"4a", "4c", "4d", "4e", "4g", "4h", "4i"}),
        (in_person(CHO), {"4f", "4h"}),
        (renewed(CHO), {"4f", "4i"}),
    ],
    ids=[
        "dvro",
        "dvro-denied",
        "dvro-order",
        "dvro-renewal",
        "cho",
        "cho-denied",
        "cho-order",
        "cho-renewal",
    ],
)
def test_the_boxes_of_the_proof_follow_the_stage(case: Case, boxes: set[str], forms_dir: Path) -> None:
    case = told(case, continuance__waive_hearing="no")
    found = written("DV-200" if case.asks_for_dvro else "CH-200", case, forms_dir)
    assert items(found) == {"caption", "1", "2", *boxes}


@pytest.mark.parametrize("stage", [in_person, renewed])
@BOTH
def test_every_paper_with_a_box_that_is_surely_given_is_checked(
    case: Case, stage: Any, forms_dir: Path
) -> None:
    """What has no box of its own is named in 4i."""
    case = prune(stage(case))
    number = "DV-200" if case.asks_for_dvro else "CH-200"
    found = written(number, case, forms_dir)
    checked = {key.partition("|")[2] for key in found if key.startswith("4")}
    sure = [paper for paper in served_papers(case) if paper.sure(case)]
    for paper in (paper for paper in sure if paper.has_box(case)):
        assert any(paper.number in label for label in checked), paper.number
    others = found.get("4i|Other papers: which", [""])[0]
    for paper in (paper for paper in sure if not paper.has_box(case)):
        assert paper.name in others, paper.name


@pytest.mark.parametrize("case", [renewed(DVRO), renewed(CHO)], ids=["dvro", "cho"])
def test_the_papers_of_a_renewal_are_named_in_words(case: Case, forms_dir: Path) -> None:
    kind = "DV" if case.asks_for_dvro else "CH"
    said = written(f"{kind}-200", case, forms_dir)["4i|Other papers: which"][0]
    assert f"{kind}-700" in said and f"{kind}-710" in said and f"blank {kind}-720" in said


@BOTH
def test_nothing_is_proved_where_nothing_is_handed_over(case: Case) -> None:
    for over in (known(case), held(case, after__outcome="denied"), held(case, after__attended=())):
        assert not {"DV-200", "CH-200", "DV-250", "CH-250", "SER-001"} & set(numbers(over))


# For the sheriff (SER-001)


def asked(case: Case) -> Case:
    return told(case, service__by_sheriff="yes", case_number="26X1")


def dates_of(found: dict[str, list[str]]) -> dict[str, list[str]]:
    return {key: value for key, value in found.items() if key.startswith(("5c", "5d"))}


@pytest.mark.parametrize(
    ("hearing", "days", "serve_by"),
    [
        ("2026-12-15", 5, "12/10/2026"),  # a Thursday
        ("2026-12-18", 5, "12/11/2026"),  # the last day is a Sunday: the Friday before
        ("2026-12-30", 5, "12/24/2026"),  # Christmas
        ("2026-12-01", 5, "11/25/2026"),  # the day after Thanksgiving, then Thanksgiving itself
    ],
)
def test_the_sheriff_is_told_a_working_day(hearing: str, days: int, serve_by: str, forms_dir: Path) -> None:
    day = date.fromisoformat(hearing)
    case = told(asked(DVRO), hearing__date=day, hearing__days_before="other", hearing__other_days=days)
    found = written("SER-001", case, forms_dir)
    assert found["5d|Last day to serve"] == [serve_by] and "5d|Deadline: yes" in found
    month, number, year = map(int, serve_by.split("/"))
    assert not closed_for(date(year, month, number))
    assert case.hearing.last_day_to_serve is not None  # the legal one stays as it is, for the plan
    assert (day - case.hearing.last_day_to_serve).days == days


@BOTH
def test_with_the_order_the_sheriff_hears_of_the_hearing_about_guns_only(case: Case, forms_dir: Path) -> None:
    case = asked(in_person(case))
    case = told(case, after__review_about=("guns",))
    none = told(case, after__has_review="no", after__review_date=None, after__serve_by=None)
    assert set(dates_of(written("SER-001", none, forms_dir))) == {"5c|Hearing: no"}
    assert not dates_of(written("SER-001", told(none, after__has_review=""), forms_dir))
    review = told(case, after__has_review="yes", after__review_date=date(2027, 1, 12))
    found = dates_of(written("SER-001", told(review, after__serve_by=date(2027, 1, 4)), forms_dir))
    assert found.pop("5c|Date of the hearing") == ["01/12/2027"]
    assert found.pop("5d|Last day to serve") == ["01/04/2027"]
    assert set(found) == {"5c|Hearing: yes", "5d|Deadline: yes"}
    without = written("SER-001", told(review, after__serve_by=None), forms_dir)
    assert not [key for key in without if key.startswith("5d")]


@BOTH
def test_with_a_renewal_no_date_of_the_first_hearing_is_printed(case: Case, forms_dir: Path) -> None:
    case = told(asked(renewed(case)), after__has_review="yes", after__serve_by=date(2027, 1, 4))
    found = written("SER-001", case, forms_dir)
    assert not dates_of(found)
    assert found["5a|Type of papers"][0].endswith("restraining order, request to renew")
    renewal = "DV-700" if case.asks_for_dvro else "CH-700"
    assert renewal in found["5b|Papers to serve"][0]


@BOTH
def test_the_list_for_the_sheriff_follows_the_stage(case: Case, forms_dir: Path) -> None:
    order, request = ("DV-130", "DV-109") if case.asks_for_dvro else ("CH-130", "CH-109")
    listed = written("SER-001", asked(in_person(case)), forms_dir)["5b|Papers to serve"][0]
    assert order in listed and request not in listed
    assert request in written("SER-001", asked(case), forms_dir)["5b|Papers to serve"][0]


def test_what_the_judge_made_unasked_is_handed_over_too(forms_dir: Path) -> None:
    """The order against taking the children (DV-145); not "as asked" where nobody asks for it any longer."""
    case = told(asked(in_person(DVRO)), after__court_wants_order="yes", custody__fears_abduction="no")
    made = told(case, after__decided__abduction="changed")
    assert "DV-145" in written("SER-001", made, forms_dir)["5b|Papers to serve"][0]
    assert "DV-145" in other_papers_served(prune(made))
    for decision in ("", "as_asked", "not_granted"):
        other = prune(told(case, after__decided__abduction=decision))
        assert "DV-145" not in papers_to_serve(other)
        assert "DV-145" not in other_papers_served(other)


def test_a_home_is_printed_only_where_it_was_chosen() -> None:
    case = asked(DVRO)
    assert prune(told(case, service__place="")).served_at.street == ""
    assert prune(told(case, service__place="known")).served_at.street == DVRO.respondent.address.street
    assert prune(told(case, service__place="known")).served_at.kind == "home"
    nowhere = told(case, service__place="known", respondent__address=Address())
    assert prune(nowhere).served_at.kind == ""


@pytest.mark.parametrize(
    "case", [cancelled(DVRO), known(DVRO), by_mail(CHO)], ids=["cancelled", "known", "mail"]
)
def test_the_sheriff_is_not_spoken_of_when_there_is_nothing_to_hand_over(case: Case) -> None:
    case = told(asked(case), service__county="", service__place="", case_number="")
    assert not SERVICE.when(case) or not list(steps_of(SERVICE, case))
    assert list(please_check_service(prune(case))) == []
    assert "SER-001" not in numbers(case)
    again = told(case, hearing__held="no", hearing__first_orders="all")
    assert list(please_check_service(prune(again)))  # kept, and asked about, once there is


def test_why_the_order_is_handed_over_is_said_at_its_stage() -> None:
    def why(case: Case) -> str:
        page = next(step.form for step in steps_of(SERVICE, case) if step.slug == "who")
        assert page is not None
        return page(case=case).why_text

    assert "can decide only when" in why(DVRO) and "can decide only when" in why(renewed(DVRO))
    assert "was not at the hearing" in why(in_person(DVRO))


def test_a_date_that_is_not_known_is_left_to_the_pen() -> None:
    bare = set_answer(asked(Case()), "hearing.is_set", "no")
    assert bare.sheriffs_dates.has_hearing == "" and bare.sheriffs_dates.serve_by is None
