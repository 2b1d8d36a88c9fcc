"""The chapters on the civil harassment path: which pages are asked, what they say, and moving over."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from interview import conditions
from interview.answers import get_answer
from interview.case import Case
from interview.case_json import from_json, to_json
from interview.chapters import CHAPTERS
from interview.chapters.cases import HasOtherOrders
from interview.chapters.court import County, Venue
from interview.chapters.names import Passage
from interview.chapters.orders_civil import (
    AFee,
    AnimalsAndOthers,
    BeforeTheHearing,
    Conduct,
    FeesAndCosts,
    FewerDays,
    OtherConduct,
    OwnPlaces,
    Told,
    WhyFewerDays,
)
from interview.chapters.orders_now import OtherOrders
from interview.chapters.orders_things import AnAnimal, AnimalOrders, AnimalReasons
from interview.chapters.other_person import HowKnown
from interview.chapters.people import PersonForPolice
from interview.chapters.what_happened import EmergencyOrder, OtherTimes, WhatHappened, When
from interview.conduct import Screening
from interview.court_cases import CasesBetween, Kind
from interview.court_fees import Sum
from interview.incidents import Incident
from interview.orders_form import OrdersForm
from interview.questions import Group, QuestionForm, steps_of
from interview.relationship import Relationship
from interview.relevance import prune
from interview.requests import Animal, AnimalProtection, Order, Requests, StayAway
from tests.stories_on_disk import story

MANY_ORDERS: tuple[Order, ...] = (
    *("no_abuse", "no_contact", "stay_away", "other_orders", "animals", "lawyer_fees"),
    *("other_conduct", "temporary_order", "less_notice", "court_costs"),
)
CIVIL_ORDERS_PAGES: tuple[type[OrdersForm], ...] = (
    Conduct,
    AnimalsAndOthers,
    BeforeTheHearing,
    FewerDays,
    FeesAndCosts,
)


def neighbor(*asked: Order, **answers: Any) -> Case:
    """Someone whom a neighbor threatened: no tie of Family Code 6211, so no choice between two orders."""
    case = Case(
        screening=Screening(asking_for="self", conduct=("threats",)),
        relationship=Relationship(kinds=("neighbor",)),
        incidents=(Incident(date="May 2026", story="He shouted."),),
        requests=Requests(asked=asked),
    )
    return replace(case, **answers)


def partner(*asked: Order, **answers: Any) -> Case:
    return replace(neighbor(*asked, **answers), relationship=Relationship(kinds=("dating",)))


def asked_of(case: Case) -> set[str]:
    """The pages that are asked, as "chapter/page"; those of a list for its first entry."""
    pruned = prune(case)
    return {f"{chapter.slug}/{step.slug}" for chapter in CHAPTERS for step in steps_of(chapter, pruned)}


def told_requests(**answers: Any) -> dict[str, Any]:
    return {"requests": Requests(asked=MANY_ORDERS, **answers)}


def one_incident(**answers: Any) -> dict[str, Any]:
    return {"incidents": (Incident(story="He shouted.", **answers),)}


# Pages of this path alone: asked of whom, not asked of whom


ALWAYS = (
    "other-person/known",
    "orders-now/conduct",
    "orders-now/animals-others",
    "orders-now/before",
    "orders-now/days",
    "orders-later/fees",
    "what-happened/other-times",
    "court/venue",
)
NEVER = (
    "what-happened/how-often-1",
    "orders-now/orders",
    "orders-now/near",
    "orders-now/shared",
    "orders-now/more-orders",
    "orders-now/things-orders",
    "orders-now/money-orders",
    "orders-later/orders",
)


@pytest.mark.parametrize("address", ALWAYS)
def test_pages_of_civil_harassment_are_asked_on_that_path_only(address: str) -> None:
    assert address in asked_of(neighbor())
    assert address not in asked_of(partner(*MANY_ORDERS))


@pytest.mark.parametrize("address", NEVER)
def test_pages_of_domestic_violence_are_not_asked(address: str) -> None:
    assert address not in asked_of(neighbor("stay_away"))
    assert address in asked_of(partner("stay_away"))


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("orders-now/other-conduct", "other_conduct"),
        ("orders-now/places", "stay_away"),
        ("orders-now/distance", "stay_away"),
        ("orders-now/own-places", "stay_away"),
        ("orders-now/others", "other_orders"),
        ("orders-now/animal-1", "animals"),
        ("orders-now/animal-orders", "animals"),
        ("orders-now/told", "temporary_order"),
        ("orders-now/days-why", "less_notice"),
        ("orders-later/amount-1", "lawyer_fees"),
        ("orders-later/amount-1", "court_costs"),
    ],
)
def test_the_details_of_an_order_are_asked_of_those_who_want_it(address: str, asked: Order) -> None:
    assert address in asked_of(neighbor(asked))
    others = set(MANY_ORDERS) - {asked}
    if address == "orders-later/amount-1":
        others -= {"lawyer_fees", "court_costs"}
    assert address not in asked_of(neighbor(*others))


@pytest.mark.parametrize(
    "address",
    [
        *("orders-now/home", "orders-now/things", "orders-now/time", "orders-now/bill-1"),
        *("orders-now/bill-reason", "orders-later/cost-1", "orders-later/support", "orders-later/phone-1"),
    ],
)
def test_orders_of_the_other_path_bring_no_details(address: str) -> None:
    everything: tuple[Order, ...] = (
        *("move_out", "property", "more_time", "pay_debts", "pay_expenses", "child_support"),
        "phone_transfer",
    )
    assert address not in asked_of(neighbor(*everything))
    assert address in asked_of(partner(*everything))


@pytest.mark.parametrize(
    ("orders", "asked"), [((), False), (("possession",), False), (("stay_away",), True), (("no_harm",), True)]
)
def test_the_distance_from_animals_goes_with_either_part_of_its_one_box(orders: Any, asked: bool) -> None:
    requests = Requests(asked=("animals",), animal_protection=AnimalProtection(orders=orders))
    assert ("orders-now/animal-distance" in asked_of(neighbor(requests=requests))) is asked
    dvro = asked_of(partner(requests=requests))
    assert ("orders-now/animal-distance" in dvro) is ("stay_away" in orders)


def test_the_police_order_is_asked_where_the_police_came_the_last_time() -> None:
    came, away = one_incident(police="yes"), one_incident(police="no")
    assert "what-happened/last-time" in asked_of(neighbor(**came))
    assert "what-happened/last-time" not in asked_of(neighbor(**away))
    assert "what-happened/last-time" not in asked_of(partner(**came))
    before = (Incident(story="He shouted.", police="no"), Incident(story="He knocked.", police="yes"))
    assert "what-happened/last-time" not in asked_of(neighbor(incidents=before))


def test_other_times_are_asked_together_unless_each_was_told_by_itself() -> None:
    two = (Incident(story="He shouted."), Incident(story="He knocked."))
    assert "what-happened/other-times" not in asked_of(neighbor(incidents=two))
    assert "what-happened/other-times" in asked_of(neighbor(incidents=(*two[:1], Incident())))


def test_other_times_told_together_stay_on_the_papers_when_one_more_is_told_by_itself() -> None:
    two = (Incident(story="He shouted."), Incident(story="He knocked."))
    yes = Screening(conduct=("threats",), more_than_once="yes")
    case = neighbor(incidents=two, earlier_times="All through May he shouted.", screening=yes)
    assert "what-happened/other-times" in asked_of(case)
    assert prune(case).earlier_harassment.endswith("(2) All through May he shouted.")


def test_events_come_first_and_what_follows_them_after_the_whole_list() -> None:
    chapter = next(one for one in CHAPTERS if one.slug == "what-happened")
    slugs = [step.slug for step in steps_of(chapter, neighbor(**one_incident(police="yes")))]
    assert slugs[-3:] == ["events-more", "last-time", "other-times"]


def test_a_case_that_is_over_or_of_others_is_asked_for_where_there_is_none_now() -> None:
    """DV-100 item 4b is about the two of them now; a no there is not yet a no at CH-100 item 6a."""
    now, before, none = (
        replace(neighbor(), other_cases=told)
        for told in (
            CasesBetween(involved="yes"),
            CasesBetween(involved="no", ever="yes"),
            CasesBetween(involved="no"),
        )
    )
    assert "cases/earlier" not in asked_of(now) and "cases/which" in asked_of(now)
    assert {"cases/earlier", "cases/which"} <= set(asked_of(before))
    assert "cases/earlier" in asked_of(none) and none.other_cases.ever_involved == ""
    assert "cases/earlier" not in asked_of(partner())


def test_each_kind_of_case_has_its_page() -> None:
    case = neighbor()
    some = replace(case.other_cases, involved="yes", kinds=("eviction", "other"))
    pages = asked_of(replace(case, other_cases=some))
    assert len([address for address in pages if address.startswith("cases/case-")]) == 2
    none = asked_of(replace(case, other_cases=replace(some, involved="no", ever="no")))
    assert not [address for address in none if address.startswith("cases/case-")]


def test_orders_in_force_are_asked_here_and_their_dates_there() -> None:
    assert {"cases/now-1"} == {
        slug for slug in asked_of(neighbor(has_other_orders="yes")) if "-1" in slug and slug[:5] == "cases"
    }
    assert "cases/dates-1" in asked_of(partner(has_other_orders="yes"))


# What a page keeps


def posted(form: type[QuestionForm], case: Case, **data: Any) -> Case:
    page = form(data, case=case)
    assert page.is_valid(), page.errors
    saved = page.saved_to(case)
    assert from_json(to_json(saved)) == saved
    again = form(case=saved)
    shown = {name: again[name].value() for name in again.fields}
    assert form({name: value for name, value in shown.items() if value}, case=saved).is_valid()
    return saved


@pytest.mark.parametrize(
    ("form", "data", "kept"),
    [
        (
            HowKnown,
            {"how_known_story": "He lives upstairs."},
            {"relationship.how_known": "He lives upstairs."},
        ),
        (
            OtherConduct,
            {"other_conduct": "Play\n\nloud music."},
            {"requests.other_conduct": "Play\n\nloud music."},
        ),
        (
            OwnPlaces,
            {"can_reach_own_places": "no", "cannot_reach_why": "Same door."},
            {
                "requests.stay_away.can_reach_own_places": "no",
                "requests.stay_away.cannot_reach_why": "Same door.",
            },
        ),
        (
            Told,
            {"respondent_told": "no", "not_told_reason": "I am afraid."},
            {"requests.respondent_told": "no", "requests.not_told_reason": "I am afraid."},
        ),
        (WhyFewerDays, {"less_notice_reason": "He moves."}, {"requests.less_notice_reason": "He moves."}),
        (
            AFee,
            {"what": "Lawyer", "amount": "$1,250.50"},
            {"requests.fees_asked": (Sum("Lawyer", "1,250.50"),)},
        ),
        (
            EmergencyOrder,
            {"emergency_order": "yes", "emergency_order_protects": ["me", "others"]},
            {
                "incidents.0.emergency_order": "yes",
                "incidents.0.emergency_order_protects": ("me", "others"),
            },
        ),
        (
            OtherTimes,
            {"more_than_once": "yes", "earlier_times": "In April."},
            {"screening.more_than_once": "yes", "earlier_times": "In April."},
        ),
        (
            Venue,
            {"venue": ["happened", "other"], "venue_other": "The judge said so."},
            {"court.venue": ("happened", "other"), "court.venue_other": "The judge said so."},
        ),
    ],
)
def test_what_is_told_is_kept_and_printed_from_there(form: Any, data: Any, kept: dict[str, Any]) -> None:
    saved = posted(form, neighbor(*MANY_ORDERS, **one_incident(police="yes")), **data)
    saved = prune(saved)
    for path, answer in kept.items():
        told = saved.relationship.how_known if path == "relationship.how_known" else get_answer(saved, path)
        assert told == answer, path


def test_follow_ups_count_only_after_their_answer() -> None:
    stay = StayAway(can_reach_own_places="yes", cannot_reach_why="Same door.")
    case = neighbor(**told_requests(stay_away=stay, respondent_told="yes", not_told_reason="I am afraid."))
    case = replace(case, earlier_times="In April.", screening=replace(case.screening, more_than_once="no"))
    asked = prune(case)
    assert asked.requests.stay_away.cannot_reach_why == ""
    assert asked.requests.not_told_reason == ""
    assert asked.earlier_times == ""
    assert prune(replace(case, screening=replace(case.screening, more_than_once="yes"))).earlier_times


def test_said_at_the_start_is_filled_in_where_it_is_asked_again() -> None:
    case = neighbor(screening=Screening(conduct=("threats",), more_than_once="yes"))
    page = OtherTimes(case=case)
    assert page.initial["more_than_once"] == "yes"
    assert page.as_div().count("checked") == 1
    changed = posted(OtherTimes, case, more_than_once="no")
    assert changed.harassed_before == "no"


def test_a_reason_about_animals_takes_as_much_as_there_is_to_tell() -> None:
    animals = Requests(
        asked=("animals",), animals=(Animal("Rex"),), animal_protection=AnimalProtection(("possession",))
    )
    long = "He let Rex out at night.\n\n" * 400
    case = posted(AnimalReasons, neighbor(requests=animals), reasons=["care", "other"], reason_other=long)
    assert (
        prune(case).requests.animal_protection.reasons_in_words
        == f"I take care of the animals. {long.strip()}"
    )


@pytest.mark.parametrize("form", CIVIL_ORDERS_PAGES)
def test_a_page_of_orders_never_loses_those_of_another(form: type[OrdersForm]) -> None:
    case = neighbor(*MANY_ORDERS, "move_out", "custody")
    mine = form.every_order()
    assert set(posted(form, case).requests.asked) == set(case.requests.asked) - mine
    assert set(posted(form, case, asked=sorted(mine)).requests.asked) == set(case.requests.asked)
    assert set(form(case=neighbor(*MANY_ORDERS)).initial["asked"]) == mine


def test_every_order_of_this_path_is_offered_once_and_no_other() -> None:
    offered = [order for form in CIVIL_ORDERS_PAGES for order in form.every_order()]
    assert sorted(offered) == sorted(MANY_ORDERS)


# Moving from one path to the other


def moved(case: Case, path: Any = "cho") -> Case:
    return replace(case, screening=replace(case.screening, chosen_path=path))


def civil_everything() -> Case:
    """Someone with every answer of a domestic violence request, who chose the other order after all."""
    case = story("everything")
    return moved(replace(case, relationship=replace(case.relationship, kinds=("live_together",))))


def test_who_moves_over_is_asked_nothing_twice() -> None:
    """Each page of both paths shows what was told on the first."""
    before = story("everything")
    raw = civil_everything()
    asked = prune(raw)
    for path in (
        *("petitioner", "respondent", "has_firearms", "firearms", "has_body_armor", "body_armor_details"),
        *("protect_others", "protected_people", "protection_reason", "requests.stay_away.places"),
        *("requests.stay_away.distance", "requests.animals", "requests.animal_protection.orders"),
        *("requests.other_orders", "other_cases.kinds", "other_cases.criminal", "court.county"),
        *(
            "has_other_orders",
            "screening.more_than_once",
            "incidents.0.story",
            "incidents.0.harm_description",
        ),
    ):
        assert get_answer(before, path), path
        assert get_answer(asked, path) == get_answer(before, path), path
    assert [one.story for one in asked.incidents] == [one.story for one in before.incidents]


def test_what_only_the_other_papers_need_is_kept_but_does_not_count() -> None:
    raw = civil_everything()
    asked = prune(raw)
    gone = (
        *("children", "requests.move_out.address", "requests.debts", "requests.expenses", "requests.phones"),
        *("requests.property_description", "requests.more_time_reason", "requests.child_support"),
        *("incidents.0.frequency", "requests.stay_away.live_close", "custody.my_tie", "abduction.risks"),
    )
    for path in gone:
        assert get_answer(raw, path), path
        assert not get_answer(asked, path), path


def test_orders_of_the_other_path_are_dropped_and_come_back() -> None:
    """Those of both stay; those only one path has come back with it."""
    raw = civil_everything()
    on_both = {"no_abuse", "no_contact", "stay_away", "other_orders", "animals", "lawyer_fees"}
    assert {"move_out", "custody", "pay_debts", "phone_transfer"} <= set(raw.requests.asked)
    assert set(prune(raw).requests.asked) == on_both
    for form, orders in ((Conduct, ["no_abuse", "other_conduct"]), (BeforeTheHearing, ["temporary_order"])):
        raw = posted(form, raw, asked=orders)  # a page is given all that was ever told
    assert {"other_conduct", "temporary_order"} <= set(prune(raw).requests.asked)
    back = prune(replace(moved(raw, "dvro"), relationship=story("everything").relationship))
    assert {"move_out", "custody", "pay_debts", "phone_transfer"} <= set(back.requests.asked)
    assert not {"no_contact", "other_conduct", "temporary_order"} & set(back.requests.asked)
    assert set(prune(moved(raw)).requests.asked) == set(prune(raw).requests.asked)


def test_pruning_twice_is_pruning_once() -> None:
    for case in (civil_everything(), moved(civil_everything(), "dvro"), neighbor(*MANY_ORDERS)):
        assert prune(prune(case)) == prune(case)


# What the pages say


def full_civil_case() -> Case:
    case = neighbor(*MANY_ORDERS, **one_incident(police="yes"))
    animals = AnimalProtection(orders=("stay_away", "no_harm", "possession"))
    told = story("confidential_minor")
    kinds: tuple[Kind, ...] = ("civil_harassment", "eviction", "small_claims", "criminal", "other")
    return replace(
        case,
        respondent=replace(case.respondent, name="Alex Stone"),
        petitioner=replace(case.petitioner, name="Robin Vale", age=16, has_lawyer="yes"),
        protect_others="yes",
        protected_people=told.protected_people,
        minor_privacy=replace(told.minor_privacy, wanted="yes", minors=("me",), from_respondent="yes"),
        has_firearms="yes",
        has_other_orders="yes",
        other_cases=replace(case.other_cases, involved="yes", kinds=kinds),
        requests=replace(case.requests, animal_protection=animals),
    )


def civil_pages() -> list[tuple[str, QuestionForm]]:
    case = prune(full_civil_case())
    return [
        (f"{chapter.slug}/{step.slug}", step.form(case=case, index=step.index))
        for chapter in CHAPTERS
        if chapter.slug not in ("first", "fees", "costs")
        for step in steps_of(chapter, case)
        if step.form
    ]


def all_words(page: QuestionForm) -> list[str]:
    fields = page.fields.values()
    labels = [str(label) for field in fields for _value, label in getattr(field, "choices", ())]
    told = [str(text) for field in fields for text in (field.label, field.help_text) if text]
    return [text for text in (page.heading_text, page.intro_text, page.why_text, *told, *labels) if text]


@pytest.mark.parametrize(("address", "page"), civil_pages())
def test_no_page_speaks_of_the_other_papers(address: str, page: QuestionForm) -> None:
    words = " ".join(all_words(page))
    assert "DV-" not in page.law_text + words
    assert page.law_text
    if address != "what-happened/last-time":  # who gives an Emergency Protective Order is in that code
        assert "Fam. Code" not in page.law_text
    assert "{" not in words
    assert not re.search(r"\b(victim|abuser|pursuant|recommend)", words, re.IGNORECASE)


@pytest.mark.parametrize(("address", "page"), civil_pages())
def test_sentences_are_short_and_questions_have_no_condition(address: str, page: QuestionForm) -> None:
    for text in all_words(page):
        assert not text.startswith("If ")
        for sentence in re.split(r"[.?:] ", text):
            assert len(sentence.split()) <= 26, sentence
    assert " if " not in page.heading_text


@pytest.mark.parametrize("form", [Conduct, OtherOrders])
def test_what_this_order_cannot_do_is_said_where_orders_are_chosen(form: type[QuestionForm]) -> None:
    case = full_civil_case()
    said = form(case=case).intro_text
    for word in ("Alex Stone move out", "custody", "support", "belongings", "bills", "phone number"):
        assert word in said
    assert "A domestic violence restraining order can. It is for family" in said
    assert "move out" not in OtherOrders(case=partner("other_orders")).intro_text


def test_the_story_says_that_the_last_time_comes_first() -> None:
    case = full_civil_case()
    assert WhatHappened(case=case).heading_text == "What happened the last time?"
    assert "last time first" in WhatHappened(case=case).intro_text
    assert WhatHappened(case=case, index=1).heading_text == "What happened this other time?"
    assert "last time first" not in WhatHappened(case=case, index=1).intro_text
    assert WhatHappened(case=partner()).heading_text == "What happened?"
    assert "no rule" in When(case=partner()).why_text
    assert "no rule" not in When(case=case).why_text


def test_who_reads_the_gender_of_others_is_told_as_it_is() -> None:
    """CH-100 item 3a and CH-110 item 3 print it; the other papers do not."""
    assert "Alex Stone will see the gender" in PersonForPolice(case=full_civil_case()).intro_text
    assert "goes only to the court and police" in PersonForPolice(case=partner()).intro_text


def test_how_they_know_each_other_says_what_prints_when_it_is_left_empty() -> None:
    assert "what you checked before: neighbor." in HowKnown(case=neighbor()).intro_text
    assert "checked before" not in HowKnown(case=replace(neighbor(), relationship=Relationship())).intro_text
    assert neighbor().relationship.how_known == "Neighbor"


def test_each_kind_of_papers_has_its_own_facts() -> None:
    for form in (HasOtherOrders, AnAnimal, AnimalOrders):
        assert form(case=neighbor()).intro_text != form(case=partner()).intro_text
    assert "CH-100, page 3" in str(Passage(case=neighbor()).fields["location"].help_text)
    assert "DV-100, page 3" in str(Passage(case=partner()).fields["location"].help_text)
    assert "527.6" in County(case=neighbor()).law_text
    assert County(case=partner()).law_text == "Fam. Code, § 6301(a)"


def test_the_county_is_named_where_the_reason_for_it_is_asked() -> None:
    case = neighbor()
    assert Venue(case=case).heading_text == "Why are you asking in this county?"
    yolo = replace(case, court=replace(case.court, county="Yolo"))
    assert Venue(case=yolo).heading_text == "Why are you asking in Yolo County?"


def test_every_page_of_this_path_has_a_condition() -> None:
    """A page whose item is of CH-100 only is never met on the way to DV-100."""
    pages = [
        page
        for chapter in CHAPTERS
        for part in chapter.pages
        for page in (part.pages if isinstance(part, Group) else (part,))
    ]
    only_here = [page for page in pages if str(page.form.law).startswith("CH-")]
    assert len(only_here) > 12
    reached = {step.form for chapter in CHAPTERS for step in steps_of(chapter, partner(*MANY_ORDERS))}
    assert not {page.form for page in only_here} & reached


def test_fees_are_asked_of_who_wants_either() -> None:
    assert conditions.asks_for_fees(neighbor("lawyer_fees"))
    assert conditions.asks_for_fees(neighbor("court_costs"))
    assert not conditions.asks_for_fees(neighbor("temporary_order"))
    assert not conditions.asks_for_fees(partner("lawyer_fees"))


def test_every_field_of_these_pages_may_be_left_empty() -> None:
    for _address, page in civil_pages():
        required = {name for name, field in page.fields.items() if field.required}
        assert required <= {"name", "county"}, page
