"""After the hearing: which pages are asked of whom, what they read back, and what the review says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from interview import conditions
from interview.after_hearing import AfterHearing, Attendee, Decided, Decision, Way
from interview.answers import get_answer, set_answer
from interview.case import Case
from interview.case_json import from_json
from interview.chapters.court import COURT
from interview.chapters.order_walk import ORDER_WALK, CourtWantsOrder
from interview.chapters.order_walk_pages import NoContact
from interview.chapters.outcome import (
    OUTCOME,
    Attended,
    EndsOn,
    FirstPapersServed,
    ReviewDetails,
    SameAsTemporary,
)
from interview.decisions import DECIDABLE
from interview.findings import Problem
from interview.hearing import FirstOrders
from interview.please_check import please_check
from interview.please_check_after import please_check_after
from interview.please_check_hearing import please_check_hearing
from interview.please_check_new_date import please_check_new_date
from interview.please_check_order_walk import please_check_order_walk
from interview.questions import Chapter, QuestionForm, steps_of
from interview.relevance import prune
from interview.renewal import Renewal
from interview.typed_dates import today
from tests.stories_on_disk import story
from tests.written_blanks import told

TODAY = date(2026, 11, 21)
ONE_DAY = timedelta(days=1)
ENDS_SOON = today() + 30 * ONE_DAY
RENEWED = story("renewal")
MADE, CIVIL, AHEAD = story("after_hearing"), story("civil_after_hearing"), story("everything")


def slugs(chapter: Chapter, case: Case) -> list[str]:
    return [step.slug for step in steps_of(chapter, prune(case))]


def decided(everything: Decision) -> Decided:
    made: dict[str, Decision] = {one.name: everything for one in fields(Decided)}
    return Decided(**made)


def page_of(slug: str, case: Case) -> QuestionForm:
    step = next(one for one in steps_of(ORDER_WALK, case) if one.slug == slug)
    assert step.form
    return step.form(case=case, index=step.index)


def found(case: Case) -> list[Problem]:
    return list(please_check_after(prune(case)))


def paths(case: Case) -> list[str]:
    return [one.path for one in found(case)]


# What came of it


def test_nothing_is_asked_before_the_hearing() -> None:
    assert slugs(OUTCOME, AHEAD) == []
    assert slugs(OUTCOME, told(MADE, hearing__is_set="no")) == []


def test_of_who_was_refused_nothing_more_is_asked() -> None:
    for outcome in ("denied", "later", ""):
        assert slugs(OUTCOME, told(MADE, after__outcome=outcome)) == ["answer"]
    for outcome in ("denied", ""):
        assert slugs(OUTCOME, told(CIVIL, after__outcome=outcome)) == ["answer"]
    assert slugs(ORDER_WALK, told(MADE, after__outcome="denied")) == []


def test_who_was_there_and_what_kind_of_order_decide_what_is_asked() -> None:
    there: tuple[Attendee, ...] = ("me", "respondent")
    way, review = ["before", "same"], ["another-date", "about"]
    assert slugs(OUTCOME, MADE) == ["answer", "who", "agreed", *way, *review, "by-when", "until"]
    for attended in (there, ()):
        assert slugs(OUTCOME, told(MADE, after__attended=attended)) == ["answer", "who", *review, "until"]
    agreed = slugs(OUTCOME, told(MADE, after__agreed_in_writing="yes"))
    assert agreed == ["answer", "who", "agreed", *review, "until"]
    for answers in ({"after__has_review": "unknown"}, {"after__review_about": ("other",)}):
        assert "by-when" not in slugs(OUTCOME, told(MADE, **answers))
    civil = ["answer", "your-part", "who", *way, *review, "by-when", "entry", "until"]
    assert slugs(OUTCOME, CIVIL) == civil
    assert "same" not in slugs(OUTCOME, told(CIVIL, after__first_papers_served="no"))


def test_my_lawyer_is_offered_to_who_has_one() -> None:
    alone = told(MADE, petitioner__has_lawyer="no")
    assert 'value="my_lawyer"' in Attended(case=MADE).as_div()
    html = Attended(case=alone).as_div()
    assert 'value="my_lawyer"' not in html and 'value="their_lawyer"' in html


def test_whether_the_hearing_is_over_is_asked_once_its_day_has_come(monkeypatch: pytest.MonkeyPatch) -> None:
    """Until someone says that it was held, a hearing is ahead, however long ago its day was."""
    day = AHEAD.hearing.date
    assert day and AHEAD.hearing.held == ""
    asked = told(AHEAD, hearing__held="yes")
    for passed in (-1, 0, 1):
        monkeypatch.setattr(conditions, "today", lambda passed=passed: day + timedelta(days=passed))
        assert ("past" in slugs(COURT, asked)) is (passed >= 0)
        assert prune(asked).hearing_is_over is (passed >= 0)
        assert not prune(AHEAD).hearing_is_over
    assert "past" in slugs(COURT, told(AHEAD, hearing__date=None))


def test_without_a_temporary_order_there_is_nothing_to_compare() -> None:
    without = slugs(OUTCOME, told(MADE, hearing__first_orders="none"))
    assert "same" not in without and {"agreed", "before"} <= set(without)  # there the notice alone
    assert "same" in slugs(OUTCOME, told(MADE, hearing__first_orders="unknown"))
    asked = tuple(order for order in CIVIL.requests.asked if order != "temporary_order")
    assert "same" not in slugs(OUTCOME, told(CIVIL, requests__asked=asked))


@pytest.mark.parametrize(
    ("first", "served", "same", "attended", "way"),
    [
        ("all", "yes", "yes", ("me",), "mail"),
        ("all", "no", "yes", ("me",), "in_person"),
        ("all", "no", "", ("me",), "in_person"),
        ("all", "unknown", "yes", ("me",), ""),
        ("all", "", "yes", ("me",), ""),
        ("all", "yes", "yes", ("me", "their_lawyer"), "in_person"),
        ("all", "yes", "yes", ("me", "respondent", "their_lawyer"), "none"),
        ("all", "yes", "no", ("me",), "in_person"),
        ("all", "unknown", "no", ("me",), "in_person"),
        ("all", "yes", "unknown", ("me",), ""),
        ("all", "yes", "", ("me",), ""),
        ("none", "", "", ("me",), "in_person"),
        ("none", "yes", "yes", ("me",), "in_person"),  # answers left from before
        ("none", "", "", ("me", "respondent"), "none"),
        ("none", "", "", (), ""),
        ("unknown", "yes", "yes", ("me",), "mail"),
    ],
)
@pytest.mark.parametrize("case", [MADE, CIVIL], ids=["dvro", "cho"])
def test_the_way_the_order_reaches_the_other_person(
    case: Case, first: FirstOrders, served: str, same: str, attended: tuple[Attendee, ...], way: Way
) -> None:
    """DV-130 item 32, CH-130 item 17, Family Code 6384(a)."""
    facts = {
        "after__first_papers_served": served,
        "after__same_as_temporary": same,
        "after__attended": attended,
        "after__serve_by_way": "",
    }
    assert told(case, hearing__first_orders=first, **facts).way_to_serve_order == way
    assert told(case, hearing__first_orders=first, hearing__held="no", **facts).way_to_serve_order == ""
    refused = told(case, hearing__first_orders=first, after__outcome="denied", **facts)
    assert refused.way_to_serve_order == ""


def test_the_way_written_on_the_order_and_an_agreement_decide_too() -> None:
    """DV-130 items 32a and 32b(3)."""
    mailed = told(MADE, after__attended=("me",), after__same_as_temporary="yes", after__serve_by_way="mail")
    assert mailed.way_to_serve_order == "mail"
    assert told(mailed, after__serve_by_way="in_person").way_to_serve_order == "in_person"
    agreed = told(mailed, after__agreed_in_writing="yes", after__serve_by_way="in_person")
    assert agreed.way_to_serve_order == "none"
    assert told(agreed, hearing__first_orders="none").way_to_serve_order == "none"


def test_a_civil_order_is_prepared_after_the_hearing_where_the_court_said_so() -> None:
    assert CIVIL.brings_order_with_cho and told(CIVIL, after__outcome="later").brings_order_with_cho
    for answers in ({"after__court_wants_order": "no"}, {"after__outcome": "denied"}, {"after__outcome": ""}):
        assert not prune(told(CIVIL, **answers)).brings_order_with_cho
    assert not told(MADE, after__outcome="").prepares_order
    assert told(MADE, after__outcome="later").prepares_order


def test_a_hearing_that_is_still_to_come_has_no_outcome() -> None:
    """What was told stays with the person, and is not asked nor printed."""
    back = prune(told(MADE, hearing__held="no"))
    assert back.after == AfterHearing(court_wants_order="yes")
    assert prune(told(CIVIL, hearing__held="no")).after == AfterHearing()
    assert prune(told(told(MADE, hearing__held="no"), hearing__held="yes")).after == MADE.after


def test_the_questions_name_the_other_person() -> None:
    name = MADE.respondent.name
    assert name in Attended(case=MADE).as_div()
    assert name in ReviewDetails(case=MADE).intro_text
    assert "the other person" in ReviewDetails(case=Case()).why_text
    assert "DV-110 and DV-109" in FirstPapersServed(case=MADE).intro_text
    assert "CH-200" in FirstPapersServed(case=CIVIL).intro_text
    assert "DV-110" in SameAsTemporary(case=MADE).intro_text
    assert "CH-110" in SameAsTemporary(case=CIVIL).intro_text
    assert "Friday, November 20, 2026" in EndsOn(case=MADE).intro_text


# The order form


def test_only_the_persons_answer_opens_the_order_form() -> None:
    assert slugs(ORDER_WALK, AHEAD) == ["wanted"]
    for answer in ("no", ""):
        assert slugs(ORDER_WALK, told(MADE, after__court_wants_order=answer)) == ["wanted"]
    assert slugs(ORDER_WALK, told(MADE, after__outcome="later")) == ["wanted"]
    assert slugs(ORDER_WALK, CIVIL) == slugs(ORDER_WALK, Case()) == []
    cancels = told(AHEAD, continuance__wanted="no", continuance__waive_hearing="yes")
    assert slugs(ORDER_WALK, cancels) == []


def test_the_gate_says_what_the_form_will_hold() -> None:
    assert "proposal" in CourtWantsOrder(case=AHEAD).why_text
    assert "proposal" not in CourtWantsOrder(case=MADE).why_text


def test_every_decision_is_asked_in_words_of_its_own() -> None:
    assert set(DECIDABLE) == {one.name for one in fields(Decided)}
    assert len({str(one.question) for one in DECIDABLE.values()}) == len(DECIDABLE)


def test_one_page_for_each_order_asked_for_and_none_for_another() -> None:
    only = told(MADE, requests__asked=("no_abuse", "stay_away"), after__decided=Decided())
    assert slugs(ORDER_WALK, only) == ["wanted", "name", "lawyer", "until", "list", "conduct", "away", "more"]
    alone = told(only, protect_others="no")
    assert "list" not in slugs(ORDER_WALK, alone)
    custody = told(MADE, requests__asked=("custody",), after__decided=Decided())
    children = ["travel", "records", "staying", "children", "visits"]
    assert slugs(ORDER_WALK, custody)[5:-1] == children
    less = told(custody, custody__limit_travel="no", custody__wants_custody="no", custody__visits="none")
    assert slugs(ORDER_WALK, less)[5:-1] == children  # the judge may have ordered it all the same
    unasked = page_of("travel", less)
    offered = [value for value, _label in unasked.fields["decision"].choices]  # type: ignore[attr-defined]
    assert "as_asked" not in offered and "changed" in offered
    assert "did not ask" in unasked.intro_text and not unasked.folded


def test_details_follow_what_was_changed_alone() -> None:
    as_asked = decided("as_asked")
    same = slugs(ORDER_WALK, told(MADE, after__decided=as_asked))
    details = {"places", "animal-details", "bill-1", "cost-1", "travel-details", "visits-details", "papers"}
    assert details <= set(slugs(ORDER_WALK, MADE))
    assert not details & set(same)
    assert "fee-1" in same  # the request had no amounts
    assert {"contact-allowed", "closer"} <= set(same)  # for visits with the children
    no_children = tuple(order for order in MADE.requests.asked if order != "custody")
    without = slugs(ORDER_WALK, told(MADE, after__decided=as_asked, requests__asked=no_children))
    assert not {"contact-allowed", "closer"} & set(without)


def test_who_is_with_the_children_is_asked_by_the_kind_of_visit() -> None:
    def pages(visits: str, place: str = "in_person") -> set[str]:
        case = told(MADE, after__changed_custody__visits=visits, after__changed_custody__place=place)
        return {"company", "visit-plan", "handover"} & set(slugs(ORDER_WALK, case))

    assert pages("supervised") == {"company", "visit-plan"}
    assert pages("unsupervised") == {"visit-plan", "handover"}
    assert pages("unsupervised", "virtual") == {"visit-plan"}
    assert pages("none") == pages("") == set()


def test_a_page_reads_back_what_was_asked_where_it_is_short() -> None:
    intro = page_of("away", told(MADE, requests__stay_away__places=("home", "work"))).intro_text
    assert intro == "You asked for: My home, My job or workplace; 200 yards"
    assert MADE.requests.move_out.address in page_of("home", MADE).intro_text
    church = told(MADE, requests__stay_away__places=("other",))
    assert page_of("away", church).intro_text == "You asked for: My church, 40 Palm Avenue; 200 yards"
    travel = page_of("travel", MADE).intro_text
    assert travel == "You asked for: Outside one county (Fresno), Outside California, The United States"
    bills = page_of("bill-decision", told(MADE, requests__debts=MADE.requests.debts[:2])).intro_text
    assert bills == "You asked for: Valley Bank, House loan, $1,450; Civic Credit, Car loan, $260"
    long = told(MADE, requests__other_orders="Give it back. " * 40)
    assert page_of("others", long).intro_text == ""
    assert page_of("others", long).folded == (("Give it back. " * 40).strip(),)
    assert page_of("conduct", MADE).intro_text == ""


def test_the_pages_tell_what_as_asked_would_print(visit: Callable[[Case], Client]) -> None:
    contact = page_of("contact", MADE).intro_text
    assert contact == "You asked for: No contact with me, Lucas Carter, Ana Carter, Rosa Reyes, Alex Reyes"
    visits = page_of("visits", MADE)
    assert visits.intro_text == ""
    told_of = "\n".join(visits.folded)
    assert "The visits should be supervised: No" in told_of and "Safe Turn Exchange Service" in told_of
    assert "Monday: Starts at: 3:30 pm" in told_of and "Three weeks out of four" in told_of
    staying = page_of("staying", MADE).folded
    assert any("Not move with the children" in line for line in staying)
    assert "Amount in dollars: 40,000" in staying
    assert not any("afraid" in line for line in staying)  # the orders, not the reasons
    html = visit(MADE).get("/step/paper-for-court/visits/").content.decode()
    assert "<summary>What you asked for</summary>" in html and "Safe Turn Exchange Service" in html


def test_only_what_the_form_has_details_of_can_be_changed() -> None:
    offered = [value for value, _label in page_of("conduct", MADE).fields["decision"].choices]  # type: ignore[attr-defined]
    assert "changed" not in offered and "as_asked" in offered
    html = NoContact(case=MADE).as_div()
    assert all(f'value="{answer}"' in html for answer in ("as_asked", "changed", "not_granted"))
    assert MADE.respondent.name in html


def test_only_what_can_be_is_offered() -> None:
    def offered(slug: str, name: str, case: Case) -> list[str]:
        return [value for value, _label in page_of(slug, case).fields[name].choices]  # type: ignore[attr-defined]

    changed = told(MADE, after__decided__no_contact="changed", after__decided__stay_away="changed")
    contact, allowed = ("contact", "contact_with"), ("contact-allowed", "contact_exceptions")
    closer = ("closer", "stay_away_exceptions")
    assert offered(*contact, changed) == ["me", "others"]
    assert offered(*contact, told(changed, protect_others="no")) == ["me"]
    assert offered(*contact, told(changed, after__details__others="none")) == ["me"]
    assert offered(*allowed, changed) == ["visits", "only_visits", "other"]
    assert offered(*closer, changed) == ["exchanges", "visits", "other"]
    no_children = tuple(order for order in MADE.requests.asked if order != "custody")
    without = told(changed, requests__asked=no_children)
    assert offered(*allowed, without) == offered(*closer, without) == ["other"]
    ticked = page_of("closer", told(without, after__details__stay_away_exceptions=("visits", "other")))
    assert ticked.initial["stay_away_exceptions"] == ["other"]


def test_a_decision_on_what_is_asked_no_more_is_asked_again() -> None:
    asked = told(MADE, after__decided__travel="as_asked", custody__limit_travel="yes")
    assert "after.decided.travel" not in paths(asked)
    assert "after.decided.travel" in paths(told(asked, custody__limit_travel="no"))


def test_a_changed_mind_takes_the_details_with_it() -> None:
    pruned = prune(told(MADE, after__decided__stay_away="as_asked", after__decided__pay_debts="not_granted"))
    assert pruned.after.changed.stay_away.places == ()
    assert pruned.after.details.debts == ()
    assert pruned.after.details.expenses == MADE.after.details.expenses
    assert pruned.after.details.stay_away_exceptions == MADE.after.details.stay_away_exceptions


def test_the_chapter_opens_where_the_court_wants_the_order_early_and_not_for_a_renewal() -> None:
    early = told(AHEAD, hearing__is_set="no", court__county="Sacramento")
    assert slugs(ORDER_WALK, early) == ["wanted"]
    assert slugs(ORDER_WALK, told(early, court__county="Fresno")) == []
    assert slugs(ORDER_WALK, told(MADE, renewal__wanted="yes", after__ends_on=date(2027, 1, 15))) == []
    later = CourtWantsOrder(case=told(MADE, after__outcome="later"))
    assert "once the judge has decided" in later.why_text


# The review


def on_walk(case: Case) -> list[tuple[str, str]]:
    return [(one.path, one.where) for one in please_check_order_walk(prune(case))]


def test_what_the_order_form_cannot_do_without_is_named() -> None:
    assert on_walk(MADE) == []
    assert on_walk(told(MADE, after__details__others="")) == [("after.details.others", "DV-130, item 3")]
    chosen = told(MADE, after__details__others_chosen=())
    assert [path for path, _where in on_walk(chosen)] == ["after.details.others_chosen"]
    assert on_walk(told(MADE, after__details__no_move=())) == [("after.details.no_move", "DV-145, item 4")]
    watched = told(MADE, after__changed_custody__visits="supervised", after__changed_custody__provider="")
    assert [path for path, _where in on_walk(watched)] == ["after.changed_custody.provider"]
    empty = told(MADE, after__details__more_orders_text="")
    assert [path for path, _where in on_walk(empty)] == ["after.details.more_orders_text"]


def test_an_order_speaks_of_names() -> None:
    mine = told(
        MADE,
        after__changed__other_orders="He gives my keys back.",
        after__changed_custody__legal_other="Sole to me",
    )
    (problem,) = please_check_order_walk(prune(mine))
    assert problem.where == "DV-130, item 18, DV-140, item 7a"
    assert (problem.path, problem.step_slug) == ("after.changed.other_orders", "others")
    assert "He gives my keys back" in problem.message
    as_asked = told(MADE, after__decided__custody="as_asked")
    assert on_walk(as_asked) == [("after.decided.custody", "DV-140, item 7a, DV-140, item 7b")]
    proposed = list(please_check_order_walk(prune(told(AHEAD, after__court_wants_order="yes"))))
    moving, own_words = proposed
    assert moving.where == "DV-145, item 4"  # where not to move from
    assert "DV-145, item 5" in own_words.where
    assert not on_walk(told(AHEAD, after__court_wants_order="no"))
    united = told(MADE, after__changed__other_orders="No trips out of the US or the UK.")
    assert on_walk(united) == []


def test_the_stories_leave_nothing_to_ask() -> None:
    assert found(MADE) == found(CIVIL) == found(AHEAD) == []


@pytest.mark.parametrize(
    ("path", "empty"),
    [
        ("after.outcome", ""),
        ("after.attended", ()),
        ("after.first_papers_served", ""),
        ("after.same_as_temporary", ""),
        ("after.review_about", ()),
        ("after.review_date", None),
        ("after.serve_by", None),
        ("after.serve_by_way", ""),
        ("after.ends_on", None),
    ],
)
@pytest.mark.parametrize("case", [MADE, CIVIL], ids=["dvro", "cho"])
def test_what_is_missing_is_named_once(case: Case, path: str, empty: Any) -> None:
    assert get_answer(case, path) != empty
    assert paths(set_answer(case, path, empty)) == [path]
    assert path in {one.path for one in please_check(prune(set_answer(case, path, empty)), TODAY)}


@pytest.mark.parametrize("case", [MADE, CIVIL], ids=["dvro", "cho"])
def test_the_day_to_serve_by_lies_between_the_hearings(case: Case) -> None:
    held, review = case.hearing.date, case.after.review_date
    assert held and review
    for day, wrong in ((held, []), (review, []), (held - ONE_DAY, ["after.serve_by"])):
        assert paths(told(case, after__serve_by=day)) == wrong
    assert paths(told(case, after__serve_by=review + ONE_DAY)) == ["after.serve_by"]


def test_who_renews_an_order_is_not_asked_how_it_was_served() -> None:
    """That is long done."""
    nothing = replace(AfterHearing(), outcome="granted", ends_on=ENDS_SOON)
    assert paths(replace(RENEWED, after=nothing)) == []
    asked = ["after.first_papers_served", "after.same_as_temporary", "after.review_date"]
    open_now = replace(RENEWED, renewal=Renewal(), after=nothing)
    assert paths(open_now) == ["after.attended"]
    there = replace(nothing, attended=("me",), has_review="yes")
    assert paths(replace(RENEWED, after=there)) == []
    assert set(asked) <= set(paths(replace(RENEWED, renewal=Renewal(), after=there)))


def test_the_day_an_order_without_a_date_ends() -> None:
    """DV-130 item 4 counts from the hearing, CH-130 item 4 from the day of issuance."""
    (domestic,) = found(told(MADE, after__ends_on=None))
    (civil,) = found(told(CIVIL, after__ends_on=None))
    assert "3 years after the hearing" in domestic.message and "after it was issued" in civil.message


def test_the_box_about_the_database_is_asked_for_on_the_civil_path() -> None:
    assert paths(told(CIVIL, after__entry="")) == ["after.entry"]
    assert "CH-130, item 16" in found(told(CIVIL, after__entry=""))[0].where


@pytest.mark.parametrize("order", [one.name for one in fields(Decided)])
def test_every_order_asked_for_needs_a_decision(order: str) -> None:
    problem = next(one for one in found(set_answer(MADE, f"after.decided.{order}", "")))
    assert problem.path == f"after.decided.{order}"
    assert problem.where == DECIDABLE[order].item
    assert "{" not in problem.message
    assert problem.chapter_slug == "paper-for-court"
    assert not found(set_answer(told(MADE, after__court_wants_order="no"), problem.path, ""))


@pytest.mark.parametrize("order", [one.order for one in DECIDABLE.values() if one.can_change])
def test_a_changed_order_needs_its_details(order: str) -> None:
    fresh = AfterHearing()
    case = replace(
        MADE,
        after=replace(
            MADE.after,
            decided=replace(decided("not_granted"), **{order: "changed"}),  # type: ignore[arg-type]
            changed=fresh.changed,
            changed_custody=fresh.changed_custody,
            changed_abduction=fresh.changed_abduction,
            details=fresh.details,
        ),
    )
    (problem,) = found(case)
    assert problem.where == DECIDABLE[order].item
    assert problem.step_slug in slugs(ORDER_WALK, case)
    assert not found(set_answer(case, f"after.decided.{order}", "as_asked"))


def test_fees_that_were_granted_need_their_amounts() -> None:
    assert paths(told(MADE, after__details__fees=())) == ["after.details.fees"]
    assert not found(told(MADE, after__details__fees=(), after__decided__lawyer_fees="not_granted"))


@pytest.mark.parametrize(
    ("case", "ends_on", "wrong"),
    [
        (MADE, date(2031, 11, 20), False),
        (MADE, date(2031, 11, 21), True),
        (CIVIL, date(2031, 11, 21), True),
        (MADE, date(2026, 11, 19), True),
        (MADE, date(2026, 11, 20), False),
        (told(MADE, hearing__date=date(2024, 2, 29)), date(2029, 3, 1), False),  # no 29 February in 2029
        (told(MADE, hearing__date=date(2024, 2, 29)), date(2029, 3, 2), True),
    ],
)
def test_an_order_lasts_five_years_at_most(case: Case, ends_on: date, wrong: bool) -> None:
    assert paths(told(case, after__ends_on=ends_on)) == (["after.ends_on"] if wrong else [])


def test_a_hearing_that_is_over_lies_behind() -> None:
    moved = prune(told(MADE, hearing__date=today() + ONE_DAY))
    assert not moved.hearing_is_over and moved.hearing.held == ""
    assert not list(please_check_hearing(prune(MADE), TODAY))  # neither an odd date nor a count of days
    assert list(please_check_hearing(prune(told(MADE, hearing__held="no")), TODAY))


def test_a_new_date_needs_the_answer_about_the_temporary_order() -> None:
    assert not list(please_check_new_date(AHEAD))
    asked = [one.path for one in please_check_new_date(told(AHEAD, hearing__first_orders=""))]
    assert asked == ["hearing.first_orders"]


# In the browser


def test_the_pages_are_asked_in_turn_and_keep_what_they_are_told(visit: Callable[[Case], Client]) -> None:
    browser = visit(told(MADE, after=AfterHearing()))
    asked = browser.get("/step/how-it-went/answer/")
    assert asked.status_code == 200 and MADE.respondent.name not in asked.content.decode()
    after = browser.post("/step/how-it-went/answer/", {"outcome": "granted"})
    assert after.headers["Location"] == "/step/how-it-went/who/"
    browser.post("/step/how-it-went/who/", {"attended": ["me", "respondent"]})
    kept = from_json(browser.session["case"]).after
    assert (kept.outcome, kept.attended) == ("granted", ("me", "respondent"))
    refused = browser.post("/step/how-it-went/answer/", {"outcome": "denied"})
    assert "/how-it-went/" not in refused.headers["Location"]


def test_a_changed_order_asks_for_its_details_next(visit: Callable[[Case], Client]) -> None:
    browser = visit(MADE)
    html = browser.get("/step/paper-for-court/away/").content.decode()
    assert "You asked for:" in html and "200 yards" in html
    sent = browser.post("/step/paper-for-court/away/", {"decision": "changed"})
    assert sent.headers["Location"] == "/step/paper-for-court/places/"
    sent = browser.post("/step/paper-for-court/away/", {"decision": "not_granted"})
    assert sent.headers["Location"] == "/step/paper-for-court/home/"
