"""The plan by stage, on both roads: papers back, a date moved or canceled, the hearing over, a renewal.

The dates are worked out by hand from a hearing on Friday, December 11, 2026.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from interview.after_hearing import AfterHearing, Decided
from interview.case import Case, Court
from interview.conduct import Screening
from interview.continuance import Continuance
from interview.hearing import Hearing
from interview.parenting import Custody
from interview.people import Petitioner
from interview.phrasing import day_in_words
from interview.plan import PlanStep, steps
from interview.plan_renewal import ask_from
from interview.renewal import Renewal, months_later
from interview.requests import Requests
from interview.rules import counties, rules
from tests.fixed_day import DAY

SET = Hearing(is_set="yes", date=date(2026, 12, 11), days_before="five", first_orders="all")
OVER = replace(SET, held="yes")
NEXT_MONDAY = date(2026, 12, 14)
DVRO = Case(screening=Screening(chosen_path="dvro"), hearing=SET)
CHO = replace(DVRO, screening=Screening(chosen_path="cho"), requests=Requests(asked=("temporary_order",)))
BOTH = pytest.mark.parametrize("case", [DVRO, CHO], ids=["dvro", "cho"])
GRANTED = AfterHearing(
    outcome="granted",
    attended=("me",),
    agreed_in_writing="no",
    first_papers_served="yes",
    same_as_temporary="no",
    ends_on=date(2031, 12, 11),
)
KEPT = ["order-copies", "order-not-followed", "order-changes"]


REFUSED = Decided(
    travel="not_granted",
    records="not_granted",
    abduction="not_granted",
    custody="not_granted",
    visits="not_granted",
)


def over(case: Case, **answers: Any) -> Case:
    return replace(case, hearing=OVER, after=replace(GRANTED, **answers))


def asked(case: Case, hearing: Hearing = SET, **answers: Any) -> Case:
    return replace(case, hearing=hearing, continuance=Continuance(**answers))


def plan(case: Case, today: date = NEXT_MONDAY) -> dict[str, PlanStep]:
    return {step.slug: step for step in steps(case, today)}


def words(case: Case, slug: str, today: date = NEXT_MONDAY) -> str:
    step = plan(case, today)[slug]
    return " ".join(filter(None, (step.title, *step.paragraphs, step.deadline, step.missed)))


STAGES: dict[str, Callable[[Case], Case]] = {
    "set": lambda case: case,
    "some": lambda case: replace(case, hearing=replace(SET, first_orders="some", first_entry="me")),
    "clerk": lambda case: replace(case, hearing=replace(SET, first_orders="all", first_entry="clerk_sends")),
    "no box": lambda case: replace(case, hearing=replace(SET, first_entry="none")),
    "none": lambda case: replace(case, hearing=replace(SET, first_orders="none")),
    "not known": lambda case: replace(case, hearing=replace(SET, first_orders="unknown")),
    "new date": lambda case: asked(case, wanted="yes"),
    "cancel": lambda case: asked(case, replace(SET, first_orders="some"), waive_hearing="yes"),
    "prepares": lambda case: replace(case, after=AfterHearing(court_wants_order="yes")),
    "granted": lambda case: over(case, entry="me", court_wants_order="yes"),
    "there": lambda case: over(case, attended=("me", "respondent"), entry="clerk_enters"),
    "mail": lambda case: over(case, same_as_temporary="yes", has_review="yes", entry="none"),
    "open": lambda case: over(case, attended=(), ends_on=None),
    "denied": lambda case: over(case, outcome="denied"),
    "later": lambda case: over(case, outcome="later", court_wants_order="yes"),
    "not told": lambda case: over(case, outcome=""),
    "renews": lambda case: replace(
        over(case),
        renewal=Renewal(wanted="yes", renewed_before="yes", ends_on=months_later(DAY, 2)),
    ),
}


@BOTH
@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_has_whole_steps(case: Case, stage: str) -> None:
    known = {rule.source for rule in rules().values()} | {one.source for one in counties().values()}
    for step in steps(STAGES[stage](case), NEXT_MONDAY):
        text = " ".join(filter(None, (step.title, *step.paragraphs, step.deadline, step.missed)))
        assert step.title and step.paragraphs and all(step.paragraphs) and step.sources
        assert set(step.sources) <= known and bool(step.deadline) == bool(step.missed)
        assert not {"{", "}", "%"} & set(text)
        assert not re.search(r"\(\)|: \.|\.\.|  |, ,|None", text)
        other = "DV-" if case.asks_for_cho else "CH-"
        assert other not in text and not any(other in source for source in step.sources)


# The papers are back


@BOTH
@pytest.mark.parametrize(
    ("orders", "said"),
    [
        ("all", "made all the orders you wanted"),
        ("some", "made some of the orders you wanted"),
        ("none", "made no orders until the hearing"),
        ("unknown", "Ask the clerk when you cannot tell."),
        ("", "Tell us which."),
    ],
)
def test_what_came_back_is_told_as_it_was_told(case: Case, orders: Any, said: str) -> None:
    told = words(replace(case, hearing=replace(SET, first_orders=orders)), "decision", date(2026, 12, 1))
    assert said in told and "The date of the hearing: Friday, December 11, 2026" in told
    assert "You get DV-109 back" not in told and "within 21 days" not in told
    no = "cancel the hearing with form DV-112" if case.asks_for_dvro else "Page 3 of CH-109"
    assert (no in told) is (orders in ("some", "none"))
    assert ("certified copies" in told) is (orders != "none")


def test_no_order_was_asked_until_the_hearing() -> None:
    case = replace(CHO, requests=Requests())
    told = words(case, "decision")
    assert "You did not ask for orders that start before" in told and "CH-110" not in told
    assert "entry" not in plan(case)


@pytest.mark.parametrize(
    ("entry", "said", "is_task"),
    [
        ("me", "Box 13c of CH-110 is checked: you or your lawyer take the order to the police.", True),
        ("clerk_enters", "The clerk puts the order into the police database (CH-110, item 13a).", False),
        (
            "clerk_sends",
            "The clerk sends the order to the police for their database (CH-110, item 13b).",
            False,
        ),
        ("none", "Ask the clerk that same day who does it.", True),
        ("", "Box 13c: you or your lawyer take a copy", True),
    ],
)
def test_who_takes_the_temporary_order_to_the_police(entry: Any, said: str, is_task: bool) -> None:
    case = replace(CHO, hearing=replace(SET, first_entry=entry))
    step = plan(case)["entry"]
    assert said in " ".join(step.paragraphs) and ("close of business" in step.deadline) is is_task
    assert ("CH-200 that same day" in words(case, "proof-of-service")) is (entry == "me")
    assert "entry" not in plan(replace(case, hearing=replace(case.hearing, first_orders="none")))
    assert "entry" not in plan(DVRO)


# Another date, or none


def test_a_canceled_hearing_leaves_one_paper_to_hand_in() -> None:
    case = asked(DVRO, replace(SET, first_orders="some"), waive_hearing="yes")
    assert list(plan(case)) == ["cancel", "without-order"]
    told = words(case, "cancel", date(2026, 12, 1))
    assert "DV-112 is filled in" in told and "Thursday, December 10, 2026 is the last day before it" in told
    assert "hold until Friday, December 11, 2026, the day of the hearing, and end that day" in told
    assert "must be told that you canceled" in told and "new DV-100" in told
    assert "judge says no" not in words(case, "without-order")
    none = asked(DVRO, replace(SET, first_orders="none"), waive_hearing="yes")
    assert "DV-110" not in words(none, "cancel")
    assert "That is today." in plan(case, date(2026, 12, 10))["cancel"].deadline
    assert "lives or works in the county they mail it from" in told and "DV-250" in told


def test_a_new_date_says_what_to_do_again() -> None:
    case = asked(DVRO, wanted="yes", reasons=("service",))
    slugs = list(plan(case))
    assert slugs[:2] == ["new-date", "decision"]
    told = words(case, "new-date", date(2026, 12, 7))
    assert "All the papers of DV-109, item 6, go with them." in told
    assert "Put a copy of DV-110 behind DV-115." in told
    assert "print DV-200 again" in told and "SER-001" not in told
    assert "Thursday, December 10, 2026 is the last day before it" in told
    sheriff = replace(case, service=replace(case.service, by_sheriff="yes"))
    assert "print SER-001 and DV-200 again" in words(sheriff, "new-date")
    none = asked(DVRO, replace(SET, first_orders="none"), wanted="yes")
    assert "DV-110" not in words(none, "new-date")
    assert "new-date" not in plan(DVRO) and "new-date" not in plan(asked(CHO, wanted="yes"))
    assert "print CH-200 again" in words(CHO, "the-day")


# The order among the papers


@BOTH
def test_the_order_is_kept_for_the_hearing(case: Case) -> None:
    form = "CH-130" if case.asks_for_cho else "DV-130"
    case = replace(case, hearing=Hearing())
    assert f"{form} lies in your papers for the hearing. Keep it out" in words(case, "copies")
    assert f"Bring {form} too, with items 1 to 3 filled in." in words(case, "hearing")
    assert form in words(case, "the-day")
    assert "in two files" in words(case, "copies") and "in one file" in words(case, "serve")
    sacramento = replace(case, court=Court(county="Sacramento"))
    assert "hand it in with them" in words(sacramento, "copies") and "Keep it out" not in words(
        sacramento, "copies"
    )
    assert f"Bring {form}" not in words(sacramento, "hearing")


def test_the_order_the_court_told_to_prepare() -> None:
    case = replace(DVRO, after=AfterHearing(court_wants_order="yes"))
    assert "filled in with the orders you asked for" in words(case, "hearing")
    made = words(over(DVRO, court_wants_order="yes"), "after")
    assert "against what the judge said" in made and "until a judge signs it" in made
    assert "DV-110 ended with the hearing" in made and "given the signed order" in made
    open_ = words(over(DVRO, court_wants_order="yes", outcome=""), "outcome")
    assert "Tell us first what the judge decided" in open_ and "lies in your papers" not in open_
    assert "lies in your papers" not in words(over(DVRO), "after")
    custody = replace(case, requests=Requests(asked=("custody",)), custody=Custody(visits="yes"))
    assert "DV-130 with DV-140 behind it" in words(custody, "hearing")
    refused = over(custody, court_wants_order="yes", decided=REFUSED)
    assert "DV-140" not in words(refused, "after")


def test_what_lies_behind_an_order_and_is_not_among_the_papers() -> None:
    asked_for = Requests(asked=("custody", "no_contact", "stay_away", "child_support", "phone_transfer"))
    case = replace(DVRO, requests=asked_for, after=AfterHearing(court_wants_order="yes"))
    assert "that FL-342 and DV-900 are behind it" in words(case, "hearing")
    assert "room for exceptions" not in words(case, "hearing")
    visits = replace(case, custody=Custody(visits="yes"))
    assert "exceptions for visits (15b and 16b). They are for the judge" in words(visits, "hearing")
    made = over(case, court_wants_order="yes", decided=Decided(child_support="as_asked"))
    assert "that FL-342 is behind it" in words(made, "after") and "DV-900" not in words(made, "after")
    assert "FL-342" not in words(replace(case, after=AfterHearing()), "hearing")


# The hearing is over


@BOTH
def test_an_order_was_made(case: Case) -> None:
    found = plan(over(case))
    assert list(found) == ["after", "order-service", *KEPT, "renewal", "without-order"]
    told = words(over(case), "after")
    assert "at the hearing on Friday, December 11, 2026." in told
    assert "it ends on Thursday, December 11, 2031 (item 4)" in told and "3 years" not in told
    assert "5 years" in words(over(case, ends_on=None), "after")
    assert "3 years" in words(over(case, ends_on=None), "after")
    assert "judge says no" not in words(over(case), "without-order")


@BOTH
@pytest.mark.parametrize(
    ("answers", "title", "form", "not_said"),
    [
        ({"attended": ("me", "respondent")}, "does not have to be given", "", "SER-001"),
        ({"same_as_temporary": "yes"}, "Have the order mailed", "250", "SER-001"),
        ({"same_as_temporary": "no"}, "Have the order given", "200", "250"),
    ],
)
def test_one_answer_for_the_service_of_the_order(
    case: Case, answers: Any, title: str, form: str, not_said: str
) -> None:
    step = plan(over(case, **answers))["order-service"]
    told = " ".join(step.paragraphs)
    assert title in step.title and "Three facts" not in told and "Box " not in told and not_said not in told
    assert ("county they mail it from" in told) is ("mailed" in title)
    assert bool(step.deadline) is bool(form)
    if form:
        assert f"Form {'CH' if case.asks_for_cho else 'DV'}-{form} lies in your papers" in told


@BOTH
def test_what_else_decides_how_the_order_reaches_them(case: Case) -> None:
    item = "17" if case.asks_for_cho else "32"
    guns = {"has_review": "yes", "review_about": ("guns",)}
    told = words(over(case, **guns), "order-service")
    assert f"box {item}b(2) is the one for it, and box {item}b(3) has the date." in told
    not_served = words(over(case, first_papers_served="no", same_as_temporary=""), "order-service")
    assert "cannot be shown that they were given the first papers" in not_served
    assert f"look which box of item {item} is checked" in not_served and "b(2)" not in not_served
    lawyer = words(over(case, attended=("my_lawyer", "respondent")), "order-service")
    assert ("you were not" in lawyer) is case.asks_for_dvro and "does not have to be given" in lawyer
    unknown = words(over(case, first_papers_served="unknown", same_as_temporary="yes"), "order-service")
    assert "Three facts decide" in unknown


def test_an_agreement_in_writing_needs_no_service() -> None:
    told = words(over(DVRO, agreed_in_writing="yes"), "order-service")
    assert "agreed to the order in writing. So nobody has to give them the order: box 32a" in told


@BOTH
def test_an_order_with_none_before_it_goes_in_person(case: Case) -> None:
    first = replace(over(case, same_as_temporary=""), hearing=replace(OVER, first_orders="none"))
    told = words(first, "order-service")
    assert "Have the order given" in told
    assert f"there was no {'CH' if case.asks_for_cho else 'DV'}-110. So it must be handed to them" in told


@BOTH
def test_without_the_facts_the_boxes_are_explained(case: Case) -> None:
    for answers in ({"attended": ()}, {"same_as_temporary": "unknown"}):
        told = words(over(case, **answers), "order-service")
        assert "Three facts decide" in told and told.count("Box ") == 4


@BOTH
@pytest.mark.parametrize(
    ("today", "said"),
    [
        (NEXT_MONDAY, "Monday, December 28, 2026 at the latest."),
        (date(2026, 12, 28), "That is today."),
        (date(2026, 12, 29), "The last day was Monday, December 28, 2026. It is over."),
    ],
)
def test_the_day_to_serve_the_order_and_the_review(case: Case, today: date, said: str) -> None:
    reviewed = over(
        case,
        has_review="yes",
        review_date=date(2027, 1, 11),
        review_time="13:30",
        review_department="3",
        serve_by=date(2026, 12, 28),
    )
    step = plan(reviewed, today)["order-service"]
    assert said in step.deadline
    assert "Monday, January 11, 2027 at 1:30 pm, Department 3." in " ".join(step.paragraphs)
    assert plan(over(case, has_review="no"))["order-service"].deadline == "As soon as you can."


def test_whose_task_the_police_database_is() -> None:
    mine = plan(over(CHO, entry="me", same_as_temporary="yes"))
    assert list(mine)[:3] == ["after", "order-entry", "order-service"]
    told = " ".join(mine["order-entry"].paragraphs)
    assert "Box 16c of CH-130" in told and "CH-250" in told and mine["after"].deadline == ""
    assert (
        mine["order-entry"].deadline == "The day was Friday, December 11, 2026. That day is over: go today."
    )
    that_day = plan(over(CHO, entry="me"), date(2026, 12, 11))["order-entry"].deadline
    assert (
        that_day.startswith("By the close of business on Friday, December 11, 2026") and "today" in that_day
    )
    to_be_signed = plan(over(CHO, entry="me", court_wants_order="yes"))["order-entry"].deadline
    assert (
        "on the day the order is made" in to_be_signed and "When that day is over, go today." in to_be_signed
    )
    there = over(CHO, entry="me", attended=("me", "respondent"))
    assert "no proof of service is needed" in words(there, "order-entry")
    clerk = plan(over(CHO, entry="clerk_sends"))
    assert "order-entry" not in clerk and clerk["after"].deadline == ""
    assert "item 16b" in words(over(CHO, entry="clerk_sends"), "after")
    assert "Ask the clerk that same day" in words(over(CHO, entry="none"), "order-entry")
    assert "16c" in plan(over(CHO))["after"].deadline
    assert "order-entry" not in plan(over(DVRO, entry="me"))


@BOTH
def test_no_order_was_made(case: Case) -> None:
    denied = over(case, outcome="denied")
    assert list(plan(denied)) == ["without-order", "ask-again"]
    told = words(denied, "without-order")
    assert told.startswith("What helps without an order") and "have ended" in told
    assert f"new {'CH' if case.asks_for_cho else 'DV'}-100" in words(denied, "ask-again")
    none = replace(denied, hearing=replace(OVER, first_orders="none"))
    assert "have ended" not in words(none, "without-order")


@BOTH
def test_the_judge_decides_later(case: Case) -> None:
    later = over(case, outcome="later")
    assert next(iter(plan(later))) == "outcome"
    assert "whether they hold until the decision" in words(later, "outcome")
    none = replace(later, hearing=replace(OVER, first_orders="none"))
    assert "whether they hold" not in words(none, "outcome")
    prepares = plan(replace(later, after=replace(later.after, court_wants_order="yes")))
    assert [slug for slug, step in prepares.items() if "told you to prepare" in str(step)] == ["outcome"]
    asks = over(case, outcome="")
    assert "Tell us what the judge decided" in words(asks, "outcome")
    assert not {"sign", "serve", "hearing", "the-day"} & set(plan(asks))


# Before the order ends


@BOTH
@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2031, 9, 10), "from Thursday, September 11, 2031 on, and before Thursday, December 11, 2031"),
        (date(2031, 9, 11), "You can ask now"),
        (date(2031, 12, 11), "You can ask now"),
        (date(2031, 12, 12), "The order ended on Thursday, December 11, 2031."),
    ],
)
def test_from_when_until_when_to_renew(case: Case, today: date, said: str) -> None:
    assert said in plan(over(case), today)["renewal"].deadline
    assert "about" not in words(over(case), "renewal", today)
    assert "we count from it" in words(over(case, ends_on=None), "renewal")


@pytest.mark.parametrize(
    ("end", "first"),
    [
        (date(2031, 12, 11), date(2031, 9, 11)),
        (date(2029, 12, 31), date(2029, 9, 30)),  # September has 30 days
        (date(2028, 5, 31), date(2028, 2, 29)),  # a leap year
        (date(2030, 2, 15), date(2029, 11, 15)),  # over the year's end
    ],
)
@BOTH
def test_the_first_day_to_renew(case: Case, end: date, first: date) -> None:
    assert ask_from(over(case, ends_on=end)) == first
    assert ask_from(case) is None and ask_from(over(case, ends_on=None)) is None
    assert ask_from(over(case, outcome="denied")) is None


@BOTH
def test_a_renewal_on_its_way(case: Case) -> None:
    end = months_later(DAY, 2)
    renews = replace(over(case), renewal=Renewal(wanted="yes", ends_on=end))
    road = ["renewal", "renewal-service", "renewal-ready", "renewal-hearing"]
    assert list(plan(renews)) == [*road, *KEPT, "without-order"]
    told = " ".join(words(renews, slug, DAY) for slug in road)
    assert "for support" in told and "MC-410" in told and "new date" in told and "That day" not in told
    letters = "CH" if case.asks_for_cho else "DV"
    for form in ("700", "710", "720", "730", "130", "200"):
        assert f"{letters}-{form}" in told
    assert f"before {day_in_words(end)}, when the order ends" in told
    assert ("There is no fee" in told) is case.asks_for_dvro
    assert "have to show new harassment" not in told
    again = replace(renews, renewal=replace(renews.renewal, renewed_before="yes"))
    assert ("have to show new harassment" in words(again, "renewal")) is case.asks_for_cho
    assert f"the order you have ({letters}-730)" in words(again, "renewal")


@BOTH
def test_an_order_that_was_renewed_is_another_form(case: Case) -> None:
    told = Renewal(wanted="yes", renewed_before="yes", ends_on=months_later(DAY, 40))
    renewed = replace(over(case, court_wants_order="yes"), renewal=told)
    assert list(plan(renewed)) == ["after", *KEPT, "renewal", "without-order"]
    form = "CH-730" if case.asks_for_cho else "DV-730"
    assert f"it is form {form}" in words(renewed, "after") and told.ends_on
    assert day_in_words(told.ends_on) in words(renewed, "after")
    assert "-130" not in words(renewed, "after")


def test_a_request_that_was_dropped_does_not_outlive_the_order() -> None:
    custody = replace(DVRO, requests=Requests(asked=("custody",)), custody=Custody(wants_custody="yes"))
    decisions = replace(REFUSED, custody="as_asked")
    assert "stay in force" in words(over(custody, decided=decisions), "after")
    dropped = replace(custody, custody=Custody(wants_custody="no"))
    assert "stay in force" not in words(over(dropped, decided=decisions), "after")


# Who signs


@pytest.mark.parametrize(("age", "by_adult"), [(11, True), (12, False), (30, False), (None, False)])
@BOTH
def test_an_adult_asks_for_a_child_under_12(case: Case, age: int | None, by_adult: bool) -> None:
    told = words(replace(case, hearing=Hearing(), petitioner=Petitioner(age=age)), "sign")
    assert ("an adult asks for them" in told) is by_adult
    assert ("You sign under penalty" in told) is not by_adult
