"""The plan: what comes next, in order, and the forms the answers call for that are not in the packet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from interview.case import Case, Court
from interview.conduct import Screening
from interview.evidence import exhibits
from interview.finances import Finances
from interview.minor_privacy import MinorPrivacy
from interview.needed_forms import still_needed
from interview.parenting import Child, Custody
from interview.people import Petitioner
from interview.plan import PlanStep, forms_not_filled, steps
from interview.relationship import Relationship
from interview.requests import Order, Requests

CASE = Case(
    petitioner=Petitioner(name="Ana Reyes", age=30),
    relationship=Relationship(kinds=("dating",)),
    screening=Screening(conduct=("threats",)),
)


def asking(*orders: Order) -> Case:
    return replace(CASE, requests=Requests(asked=orders))


def step(case: Case, slug: str) -> PlanStep:
    return next(step for step in steps(case) if step.slug == slug)


def text(case: Case, slug: str) -> str:
    return " ".join(step(case, slug).paragraphs)


def test_the_road_in_order() -> None:
    slugs = [step.slug for step in steps(CASE)]
    assert slugs == [
        "sign",
        "copies",
        "file",
        "decision",
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
    assert all(
        step.title and step.paragraphs and all(step.paragraphs) and step.sources for step in steps(CASE)
    )


def test_every_deadline_says_what_a_missed_one_does() -> None:
    for case in (CASE, asking("child_support", "custody")):
        assert all(bool(step.deadline) == bool(step.missed) for step in steps(case))
    assert sum(1 for step in steps(CASE) if step.deadline) >= 4


def test_no_number_is_left_unfilled() -> None:
    for one in steps(asking("child_support", "custody", "pay_expenses")):
        assert not {"{", "}", "%"} & set(" ".join((*one.paragraphs, one.deadline, one.missed)))


def test_the_law_of_today() -> None:
    assert "no fee" in text(CASE, "file")
    assert "21 days" in text(CASE, "decision") and "25" in text(CASE, "decision")
    assert "DV-109, item 6" in step(CASE, "serve").deadline
    assert "Never give the other person CLETS-001" in text(CASE, "serve")
    assert "SER-001" in text(CASE, "serve") and "18" in text(CASE, "serve")
    assert "DV-115 and DV-116" in step(CASE, "serve").missed
    assert "DV-200" in text(CASE, "proof-of-service")
    assert "5 years" in text(CASE, "after") and "3 years" in text(CASE, "after")


@pytest.mark.parametrize(
    ("orders", "numbers"),
    [
        ((), []),
        (("no_abuse", "move_out"), []),
        (("custody",), []),
        (("child_support",), []),  # FL-150 is in the packet
        (("spousal_support",), []),
        (("lawyer_fees",), ["FL-150"]),
        (("lawyer_fees", "spousal_support"), []),
        (("custody", "child_support", "lawyer_fees"), []),
    ],
)
def test_forms_that_are_not_in_the_packet(orders: tuple[Order, ...], numbers: list[str]) -> None:
    case = asking(*orders)
    assert [form.number for form in forms_not_filled(case)] == numbers
    assert ("more-papers" in [step.slug for step in steps(case)]) is bool(numbers)
    if numbers:
        assert all(number in text(case, "more-papers") for number in numbers)


def test_fees_alone_only_some_courts_want_the_form() -> None:
    assert "Some courts" in str(forms_not_filled(asking("lawyer_fees"))[0].why)
    fills = replace(asking("lawyer_fees"), finances=Finances(fills="now"))
    assert not forms_not_filled(asking("lawyer_fees", "child_support")) and not forms_not_filled(fills)


@pytest.mark.parametrize(("age", "needed"), [(11, True), (12, False), (None, False)])
def test_under_12_someone_must_be_named_to_ask(age: int | None, needed: bool) -> None:
    case = replace(CASE, petitioner=Petitioner(age=age))
    assert ("CIV-010" in [form.number for form in forms_not_filled(case)]) is needed


@pytest.mark.parametrize(
    ("county", "shown", "copies"),
    [
        ("Alpine", "", "2 copies"),
        ("Sacramento", "FL/E-LP-640", "2 copies"),
        ("San Joaquin", "3:30 p.m.", "Bring the original."),
        ("San Diego", "D-049", "2 copies"),
    ],
)
def test_copies_and_what_a_county_asks_for(county: str, shown: str, copies: str) -> None:
    case = replace(CASE, court=Court(county=county))
    assert shown in text(case, "copies") and copies in text(case, "copies")
    assert "ask the clerk" in text(case, "copies")
    assert ("Ask the clerk what holds today" in text(case, "copies")) is bool(shown)


def test_what_to_bring_follows_the_answers() -> None:
    assert "item 23" in str(exhibits(asking("pay_expenses")))
    assert "item 23" not in str(exhibits(CASE))
    spanish = replace(CASE, petitioner=replace(CASE.petitioner, speaks_english="no"))
    assert "INT-300" in text(spanish, "ready")
    assert "INT-300" not in text(CASE, "ready")


CHILD = Child("Leo Reyes", date(2018, 1, 2), "child-1", "both")
CUSTODY = replace(asking("custody"), children=(CHILD,))
TAKEN_AWAY = replace(
    CUSTODY,
    children=(CHILD, replace(CHILD, name="Mia Reyes", key="child-2")),
    custody=Custody(lived_together="no", fears_abduction="yes", has_order="yes"),
)
PRIVATE = replace(
    CASE,
    children=(CHILD,),
    minor_privacy=MinorPrivacy(wanted="yes", minors=("child-1",), facts=("other",), other_how="circled"),
)


def test_the_childrens_papers_have_their_place_on_the_road() -> None:
    assert "Behind DV-100 comes: DV-105. DV-140 goes behind DV-110." in text(CUSTODY, "copies")
    assert "comes: DV-105, DV-105(A), DV-108. DV-140 goes behind DV-110, and DV-145 behind DV-140." in text(
        TAKEN_AWAY, "copies"
    )
    assert "served with it: DV-105, DV-105(A), DV-108." in text(TAKEN_AWAY, "serve")
    assert "rest of: DV-140." in text(CUSTODY, "sign")
    assert "rest of: DV-140, DV-145." in text(TAKEN_AWAY, "sign")
    assert "DV-140" in text(CUSTODY, "decision") and "DV-145" not in text(CUSTODY, "decision")
    assert "DV-145" in text(TAKEN_AWAY, "decision")
    assert "DV-14" not in text(CASE, "copies") and "DV-105" not in text(CASE, "copies")


def test_a_confidential_minor_on_the_road() -> None:
    assert "DV-160 at item 11" in text(PRIVATE, "sign") and "rest of: DV-165." in text(PRIVATE, "sign")
    assert "DV-160 and DV-165 together" in text(PRIVATE, "file")
    assert "DV-165" in text(PRIVATE, "decision")
    assert "item 13 of DV-165" in text(PRIVATE, "serve")
    assert any("6301.5" in source for source in step(PRIVATE, "serve").sources)
    with_lawyer = replace(PRIVATE, petitioner=replace(PRIVATE.petitioner, has_lawyer="yes"))
    assert "DV-160 at item 12" in text(with_lawyer, "sign")
    asks_nothing = replace(PRIVATE, minor_privacy=MinorPrivacy())
    assert not any("DV-165" in text(asks_nothing, one.slug) for one in steps(asks_nothing))
    assert "DV-160-INFO" in text(asks_nothing, "file")


def test_what_is_added_by_hand() -> None:
    assert still_needed(CUSTODY) == still_needed(CASE) == ()
    order, pages = still_needed(TAKEN_AWAY)
    assert "DV-105, item 5b" in order and "DV-100, item 32" in pages
    other_orders, pages = still_needed(replace(CASE, has_other_orders="yes"))
    assert "DV-100, item 4a" in other_orders and "DV-100, item 32" in pages
    assert still_needed(replace(TAKEN_AWAY, requests=Requests())) == ()
    (circled,) = still_needed(PRIVATE)
    assert "DV-160, item 5c" in circled and "item 10" in circled


def test_each_order_has_its_own_road() -> None:
    def whole(case: Case) -> str:
        return " ".join(" ".join((*one.paragraphs, one.deadline, one.missed)) for one in steps(case))

    neighbor = replace(CASE, relationship=Relationship(kinds=("neighbor",)))
    assert "CH-100" in whole(neighbor) and "DV-" not in whole(neighbor)
    insists = replace(neighbor, screening=replace(neighbor.screening, chosen_path="dvro"))
    assert "DV-100" in whole(insists) and "CH-" not in whole(insists)


def test_where_the_deadline_of_another_form_is_told() -> None:
    assert "FL-150" in step(asking("lawyer_fees"), "more-papers").deadline
    child = replace(CASE, petitioner=Petitioner(age=11))
    assert step(child, "more-papers").deadline == "" and "CIV-010" in text(child, "more-papers")
    assert any("372" in source for source in step(child, "more-papers").sources)
