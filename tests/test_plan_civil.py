"""The plan for a civil harassment order: its road, its deadlines, and what follows answers and the date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from interview.case import Case, Court
from interview.conduct import Screening
from interview.court_fees import Fees, FeeWaiver, FreeOf
from interview.evidence import exhibits
from interview.minor_privacy import MinorPrivacy
from interview.people import Petitioner, ProtectedPerson
from interview.plan import PlanStep, steps
from interview.relationship import Relationship
from interview.requests import Order, Requests
from interview.rules import counties, county, rules

BEFORE, AFTER = date(2026, 12, 31), date(2027, 1, 1)
NEIGHBOR = Case(
    petitioner=Petitioner(name="Ana Reyes", age=30),
    relationship=Relationship(kinds=("neighbor",)),
    screening=Screening(conduct=("threats",)),
    requests=Requests(asked=("no_abuse", "temporary_order")),
)
WAIVER = replace(NEIGHBOR, fees=Fees(wants_waiver="yes", waiver=FeeWaiver(lawyer_advances="yes")))
STUDENT = replace(
    NEIGHBOR,
    petitioner=Petitioner(name="Leo Reyes", age=14),
    minor_privacy=MinorPrivacy(wanted="yes", minors=("me",), facts=("name",)),
)
CHILD = replace(NEIGHBOR, petitioner=Petitioner(name="Mia Reyes", age=9))
EVERYTHING = replace(
    STUDENT,
    petitioner=replace(STUDENT.petitioner, has_lawyer="yes", speaks_english="no"),
    fees=replace(WAIVER.fees, free_of=("filing", "service")),
    requests=Requests(asked=("temporary_order", "less_notice", "court_costs", "lawyer_fees")),
    court=Court(county="Sacramento"),
)
CASES = (NEIGHBOR, replace(NEIGHBOR, requests=Requests()), WAIVER, STUDENT, CHILD, EVERYTHING)


def asking(*orders: Order) -> Case:
    return replace(NEIGHBOR, requests=Requests(asked=orders))


def free_of(*fees: FreeOf) -> Case:
    return replace(NEIGHBOR, fees=Fees(free_of=fees))


def step(case: Case, slug: str, day: date = BEFORE) -> PlanStep:
    return next(step for step in steps(case, day) if step.slug == slug)


def text(case: Case, slug: str, day: date = BEFORE) -> str:
    return " ".join(step(case, slug, day).paragraphs)


def whole(case: Case, day: date = BEFORE) -> str:
    told = ((*one.paragraphs, one.title, one.deadline, one.missed) for one in steps(case, day))
    return " ".join(part for parts in told for part in parts)


def test_the_road_in_order() -> None:
    slugs = [step.slug for step in steps(NEIGHBOR, BEFORE)]
    assert slugs == [
        "sign",
        "copies",
        "file",
        "decision",
        "entry",
        "serve",
        "proof-of-service",
        "ready",
        "hearing",
        "the-day",
        "after",
        "order-service",
        "order-copies",
        "order-not-followed",
        "order-changes",
        "renewal",
        "without-order",
    ]
    assert [step.slug for step in steps(WAIVER, BEFORE)][1] == "more-papers"


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("day", [BEFORE, AFTER])
def test_every_step_is_whole(case: Case, day: date) -> None:
    known = {rule.source for rule in rules().values()} | {
        local.source for local in counties(civil=True).values()
    }
    for one in steps(case, day):
        assert one.title and one.paragraphs and all(one.paragraphs)
        assert one.sources and set(one.sources) <= known
        assert bool(one.deadline) == bool(one.missed)
    assert sum(1 for one in steps(case, day) if one.deadline) >= 5
    assert not {"{", "}", "%"} & set(whole(case, day)) and ".." not in whole(case, day)
    assert "DV-" not in whole(case, day) and "FL-" not in whole(case, day)
    assert not any(word in whole(case, day).casefold() for word in ("recommend", "victim", "abuser"))


def test_today_is_the_default_day() -> None:
    assert steps(NEIGHBOR) in (steps(NEIGHBOR, BEFORE), steps(NEIGHBOR, AFTER))


def test_what_is_signed_and_what_is_the_courts() -> None:
    told = text(NEIGHBOR, "sign")
    assert "CH-100 on page 7" in told and "Sign and date CM-010 on page 2" in told
    assert "CH-109, from item 3" in told and "CH-110, from item 4" in told
    assert "CLETS-001 is not signed" in told
    assert "FW-001" not in told and "CH-160" not in told and "lawyer" not in told


def test_who_signs_with_a_lawyer() -> None:
    told = text(EVERYTHING, "sign")
    assert "Your lawyer signs CH-100 on page 7 too, and CM-010 on page 2." in told
    assert "Sign and date CM-010" not in told
    assert "CH-160 at item 11" in told and "Your lawyer signs CH-160 at item 12" in told
    assert "FW-001 on page 1" in told and "Your lawyer signs FW-001 at item 3b" in told
    does_not_advance = replace(EVERYTHING, fees=Fees(wants_waiver="yes"))
    assert "3b" not in text(does_not_advance, "sign")


def test_copies_leave_out_what_the_other_person_never_gets() -> None:
    assert "2 copies of everything but CLETS-001 and CH-130, beside" in text(NEIGHBOR, "copies")
    assert "2 copies of everything but CLETS-001, FW-001 and CH-130, beside" in text(WAIVER, "copies")
    assert "FW-001 is for the court only" in text(WAIVER, "copies")
    assert "Never give the other person CLETS-001 or SER-001." in text(NEIGHBOR, "serve")
    assert "Never give the other person CLETS-001, FW-001 or SER-001." in text(WAIVER, "serve")


def test_what_a_countys_civil_court_asks_for() -> None:
    told = text(replace(NEIGHBOR, court=Court(county="Sacramento")), "copies")
    assert "1 copy" in told and "CM-010, CH-130 (items 1 to 3 filled in)" in told
    assert "11:30 a.m." in told and "4:00 p.m." in told and "2018-2020" in told
    assert "FL/E-LP-640" not in told and "ask the clerk" in told
    assert "2 p.m. on weekdays" in text(replace(NEIGHBOR, court=Court(county="San Mateo County")), "copies")
    assert "what we found" not in text(replace(NEIGHBOR, court=Court(county="Stanislaus")), "copies")
    assert county("Stanislaus") and not county("Stanislaus", civil=True)


@pytest.mark.parametrize(
    ("case", "said", "not_said"),
    [
        (free_of("filing"), "item 13a. The law has no filing fee", "may ask for a filing fee"),
        (WAIVER, "Hand in FW-001, and FW-003 with it", "may ask for a filing fee"),
        (EVERYTHING, "item 13c", "may ask for a filing fee"),
        (NEIGHBOR, "may ask for a filing fee", "FW-00"),
        (free_of("service"), "may ask for a filing fee", "no filing fee"),
    ],
)
def test_the_fee_to_file(case: Case, said: str, not_said: str) -> None:
    assert said in text(case, "file") and not_said not in text(case, "file")
    assert any("527.6(x)" in source for source in step(case, "file").sources)


def test_a_fee_waiver_has_its_answer() -> None:
    assert "5 days with form FW-010" in text(WAIVER, "file")
    decision = step(WAIVER, "decision")
    assert "FW-003" in decision.deadline and "Ask the clerk at once" in decision.missed
    assert any("68633" in source for source in decision.sources)
    assert step(NEIGHBOR, "decision").deadline == ""


@pytest.mark.parametrize(
    ("case", "free", "waived"),
    [
        (NEIGHBOR, False, False),
        (free_of("filing"), False, False),
        (free_of("service"), True, False),
        (WAIVER, False, True),
        (EVERYTHING, True, True),
    ],
)
def test_what_the_sheriff_costs(case: Case, free: bool, waived: bool) -> None:
    told = text(case, "serve")
    assert ("item 13b" in told) is free
    assert ("copy of the court's yes (FW-003)" in told) is waived
    assert ("for a fee: ask the sheriff's office" in told) is not (free or waived)
    assert ("CH-110, item 14" in told) is (free or waived)
    assert "SER-001" in told and "process server costs money" in told


def test_papers_online_from_2027() -> None:
    assert "Some courts may take these papers online" in text(NEIGHBOR, "file", BEFORE)
    assert "You can also hand these papers in online" not in text(NEIGHBOR, "file", BEFORE)
    assert "You can also hand these papers in online" in text(NEIGHBOR, "file", AFTER)
    assert "Some courts may take" not in text(NEIGHBOR, "file", AFTER)
    efiling, before = rules()["civil_efiling"].source, rules()["civil_filing_before"].source
    assert before in step(NEIGHBOR, "file", BEFORE).sources
    assert efiling not in step(NEIGHBOR, "file", BEFORE).sources
    assert efiling in step(NEIGHBOR, "file", AFTER).sources


def test_the_hearing_from_afar_is_free_from_2027() -> None:
    assert "what it costs. On and after January 1, 2027 it is free." in text(NEIGHBOR, "hearing", BEFORE)
    assert "by phone or by video, free" not in text(NEIGHBOR, "hearing", BEFORE)
    assert "by phone or by video, free" in text(NEIGHBOR, "hearing", AFTER)
    assert "what it costs" not in text(NEIGHBOR, "hearing", AFTER)
    assert rules()["civil_remote"].source in step(NEIGHBOR, "hearing", AFTER).sources


def test_the_two_sides_of_the_date_meet() -> None:
    for old, new in (("civil_filing_before", "civil_efiling"), ("civil_remote_before", "civil_remote")):
        assert rules()[old].holds_on(BEFORE) and not rules()[old].holds_on(AFTER)
        assert rules()[new].holds_on(AFTER) and not rules()[new].holds_on(BEFORE)


def test_where_to_file() -> None:
    assert "in Kern County" in text(replace(NEIGHBOR, court=Court(county="Kern")), "file")
    assert "County" not in text(NEIGHBOR, "file")
    assert "CH-100, item 5" in text(NEIGHBOR, "file") and "CM-010" in text(NEIGHBOR, "file")


def test_the_decision_and_the_police_database() -> None:
    told = text(NEIGHBOR, "decision")
    assert "21 days" in told and "25" in told and "4b" in told and "still a hearing" in told
    entry = step(NEIGHBOR, "entry")
    assert (
        "item 13" in entry.paragraphs[0] and "13c" in entry.deadline and "close of business" in entry.deadline
    )


def test_without_orders_until_the_hearing() -> None:
    case = asking("no_contact")
    assert "entry" not in [step.slug for step in steps(case, BEFORE)]
    assert "CH-100, item 11" in text(case, "decision") and "same day" not in text(case, "decision")
    assert "orders you have" not in step(case, "serve").missed
    assert "you have now" not in step(case, "hearing").missed
    assert "orders you have" in step(NEIGHBOR, "serve").missed
    assert "CH-110, item 14" not in text(replace(case, fees=Fees(free_of=("service",))), "serve")


def test_service() -> None:
    told, serve = text(NEIGHBOR, "serve"), step(NEIGHBOR, "serve")
    assert "18 or older" in told and "CH-100, item 1 or 3" in told
    papers = ("CH-109", "CH-100", "CH-110", "CH-120", "CH-120-INFO", "CH-250", "CH-800")
    assert all(paper in told for paper in papers)
    assert "CH-109, item 6" in serve.deadline and "5" in serve.deadline
    assert "CH-115 and CH-116" in serve.missed and "CH-117" in serve.missed
    assert "less time" not in told and "less time" in text(EVERYTHING, "serve")
    assert "CH-200" in text(NEIGHBOR, "proof-of-service")


def test_the_hearing() -> None:
    told = text(NEIGHBOR, "hearing")
    assert "clear and convincing" in told and "highly likely" in told
    ready = text(NEIGHBOR, "ready")
    assert "support" in ready and "MC-410" in ready and "INT-300" not in ready
    assert "CH-109, item 3" in step(NEIGHBOR, "hearing").deadline
    assert "INT-300" in text(EVERYTHING, "ready") and "item 14" in str(exhibits(EVERYTHING))
    assert "item 14" not in str(exhibits(NEIGHBOR)) and "item 14" in str(exhibits(asking("court_costs")))


def test_after_the_hearing() -> None:
    after, renewal = step(NEIGHBOR, "after"), step(NEIGHBOR, "renewal")
    told = " ".join(after.paragraphs)
    assert "5 years" in told and "3 years" in told and "item 16" in told
    assert "Item 17 of CH-130" in text(NEIGHBOR, "order-service")
    assert "Only a judge" in told and "16c" in after.deadline
    assert "5 years more" in renewal.paragraphs[0] and "once more, you do" in renewal.paragraphs[0]
    assert "3 months" in renewal.deadline and "CH-700" in renewal.deadline and "CH-100" in renewal.missed


@pytest.mark.parametrize(("age", "told"), [(11, False), (12, True), (17, True), (18, False), (None, False)])
def test_a_minor_at_the_hearing(age: int | None, told: bool) -> None:
    case = replace(NEIGHBOR, petitioner=Petitioner(age=age))
    assert ("trusted adult" in text(case, "hearing")) is told
    assert ("Ask the clerk who signs" in text(case, "sign")) is (age == 11)


def test_facts_about_a_minor_kept_private() -> None:
    assert "rest of: CH-165." in text(STUDENT, "sign")
    assert "CH-160 and CH-165 together" in text(STUDENT, "file")
    assert "decides about CH-160 first" in text(STUDENT, "file")
    assert "CH-165 tells" in text(STUDENT, "decision")
    assert "item 13 of CH-165" in text(STUDENT, "serve") and "CH-170" in text(STUDENT, "serve")
    assert any("527.6(v)" in source for source in step(STUDENT, "serve").sources)
    with_child = replace(NEIGHBOR, protected_people=(ProtectedPerson("Leo Reyes", 9, key="person-1"),))
    assert "CH-160-INFO" in text(with_child, "file") and "CH-160" not in text(NEIGHBOR, "file")
