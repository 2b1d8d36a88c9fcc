"""The review of a civil harassment request (CH-100): each thing wrong is said, by its item, and only that."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from forms_library.catalogue import all_forms, map_file
from forms_library.maps import read_map
from interview import (
    fee_checks,
    minor_privacy_checks,
    must_fix,
    must_fix_children,
    must_fix_civil,
    please_check,
    please_check_children,
    please_check_civil,
    please_check_civil_orders,
)
from interview.case import Case, Court, Firearm, OtherOrder
from interview.conduct import Screening
from interview.court_cases import CasesBetween, CourtCase
from interview.court_fees import Fees, Sum
from interview.findings import of_these_papers
from interview.incidents import Incident
from interview.minor_privacy import MinorPrivacy
from interview.people import Address, Petitioner, ProtectedPerson, Respondent
from interview.questions import steps_of
from interview.relationship import Relationship
from interview.relevance import prune
from interview.requests import Animal, AnimalProtection, Requests, StayAway
from interview.review import can_print, problems
from tests import test_review
from tests.stories_on_disk import STORIES, story
from tests.test_review import TODAY, changed, found

GOOD = Case(
    screening=Screening(conduct=("threats",), more_than_once="yes"),
    petitioner=test_review.GOOD.petitioner,
    respondent=Respondent(name="Sam Hill", age=40, gender="male", race="White"),
    relationship=Relationship(kinds=("neighbor",), how_known_story="He lives next door."),
    has_other_orders="yes",
    other_orders=(OtherOrder(in_force="no"), OtherOrder(in_force="no")),
    other_cases=CasesBetween(
        involved="yes",
        kinds=("eviction", "small_claims", "other"),
        eviction=CourtCase(place="Fresno, CA"),
        small_claims=CourtCase(year="2024"),
        other=CourtCase("Tree dispute", "Fresno, CA", "2023", "23-1"),
    ),
    incidents=(
        Incident(
            date="May 2026",
            story="He said he would hurt me.",
            weapon="yes",
            weapon_description="He held a bat.",
            harm="yes",
            harm_description="I could not sleep.",
            police="yes",
            emergency_order="yes",
            emergency_order_protects=("me",),
        ),
    ),
    earlier_times="He shouted at me in April.",
    protect_others="yes",
    protected_people=(ProtectedPerson("Leo Reyes", 8, "son", "yes", "male", "White", key="person-1"),),
    protection_reason="He saw it.",
    has_firearms="yes",
    firearms=(Firearm("a pistol"),),
    requests=Requests(
        asked=(
            "no_abuse", "no_contact", "other_conduct", "stay_away", "temporary_order", "less_notice",
            "lawyer_fees", "court_costs", "animals", "other_orders",
        ),
        stay_away=StayAway(
            places=("me", "protected_people", "other"),
            other_place="my church",
            distance="hundred",
            can_reach_own_places="no",
            cannot_reach_why="His home is 30 yards from mine.",
        ),
        other_conduct="Fly a drone over my yard.",
        respondent_told="no",
        not_told_reason="He would hurt me.",
        less_notice_reason="He leaves next week.",
        fees_asked=(Sum("Lawyer", "900"),),
        animals=(Animal(name="Rex", kind="dog"),),
        animal_protection=AnimalProtection(
            orders=("possession", "stay_away"), distance="other", yards="50", reasons=("care",)
        ),
        other_orders="Take down the camera that looks into my yard.",
    ),
    court=Court(
        "Fresno", "B.F. Sisk Courthouse", "1130 O St", "Fresno, CA 93721", ("happened", "other"), "I work."
    ),
    fees=Fees(free_of=("filing", "service")),
    minor_privacy=MinorPrivacy(wanted="no"),
)  # fmt: skip
PRIVATE = changed(
    {
        "minor_privacy": MinorPrivacy(
            wanted="yes",
            minors=("person-1",),
            my_tie="parent",
            facts=("address",),
            address="1 A St, Fresno",
            reason="He was teased.",
            what_would_happen="It would start again.",
            if_denied="go_on",
            from_respondent="no",
            shares="no",
        )
    },
    GOOD,
)

Finding = tuple[dict[str, Any], str, str]  # answers put on the Case, the path the problem names, an item
MUST: list[Finding] = [
    ({"petitioner.name": "  "}, "petitioner.name", "CH-100, item 1a"),
    ({"petitioner.age": None, "petitioner.birth_date": None}, "petitioner.age", "CLETS-001, item 3"),
    ({"petitioner.gender": ""}, "petitioner.gender", "CLETS-001, item 3"),
    ({"petitioner.mailing_address": Address()}, "petitioner.mailing_address", "CH-100, item 1b"),
    ({"respondent.name": ""}, "respondent.name", "CH-110, item 2"),
    ({"respondent.age": None}, "respondent.age", "CH-110, item 2"),
    ({"respondent.gender": ""}, "respondent.gender", "CH-110, item 2"),
    ({"respondent.race": ""}, "respondent.race", "CH-110, item 2"),
    ({"incidents.0.story": " "}, "incidents.0.story", "item 7a(3)"),
    (
        {"incidents.0.story": "", "incidents.1": Incident(date="April 2026", story="He shouted.")},
        "incidents.0.story",
        "item 7a(3)",
    ),
    ({"requests.asked": ("temporary_order", "less_notice", "lawyer_fees")}, "requests.asked", "items 8, 9"),
    ({"requests.other_conduct": ""}, "requests.other_conduct", "item 8c"),
    ({"requests.stay_away.places": ()}, "requests.stay_away.places", "item 9a"),
    ({"requests.stay_away.distance": ""}, "requests.stay_away.distance", "item 9a"),
    ({"requests.stay_away.distance": "other"}, "requests.stay_away.distance", "item 9a"),
    ({"requests.animals": ()}, "requests.animals.0.name", "item 15a"),
    ({"requests.other_orders": ""}, "requests.other_orders", "item 16"),
    ({"court.county": ""}, "court.county", "CH-109"),
    ({"protected_people.0.name": ""}, "protected_people.0.name", "CH-100, item 3a"),
    ({"protected_people.0.gender": ""}, "protected_people.0.gender", "CLETS-001, item 4"),
]
ONE_ACT: dict[str, Any] = {
    "screening.conduct": ("unwanted_contact",),
    "screening.more_than_once": "no",
    "earlier_times": "",
    "incidents.0.weapon": "no",
}
CHECK: list[Finding] = [
    ({"relationship": Relationship(kinds=("other",))}, "relationship.how_known_story", "item 4"),
    (
        {"relationship": Relationship(kinds=("dating",)), "screening.chosen_path": "cho"},
        "relationship.kinds",
        "item 4",
    ),
    ({"court.venue": ()}, "court.venue", "item 5"),
    ({"court.venue_other": " "}, "court.venue_other", "item 5d"),
    ({"court.street": ""}, "court.street", "CH-100, court box"),
    ({"other_cases.kinds": ()}, "other_cases.kinds", "item 6a"),
    ({"other_cases.involved": "no", "other_cases.ever": ""}, "other_cases.ever", "item 6a"),
    ({"other_cases.eviction": CourtCase(number="24-7")}, "other_cases.eviction.place", "item 6a"),
    ({"other_cases.other": CourtCase("Tree dispute")}, "other_cases.other.place", "item 6a"),
    ({"other_orders.1.in_force": ""}, "other_orders.1.in_force", "item 6b"),
    ({"other_orders": ()}, "other_orders.0.in_force", "item 6b"),
    ({"incidents.0.date": ""}, "incidents.0.date", "item 7a(1)"),
    ({"incidents.0.date": "12/24/2026"}, "incidents.0.date", "CH-100, item 7a(1)"),
    ({"incidents.1": Incident("May 1991", story="He spat.")}, "incidents.1.date", "CH-100, item 7b"),
    ({"incidents.0.weapon_description": ""}, "incidents.0.weapon_description", "item 7a(4)"),
    ({"incidents.0.harm_description": ""}, "incidents.0.harm_description", "item 7a(5)"),
    ({"incidents.1": Incident(harm="yes", story="x")}, "incidents.1.harm_description", "item 7b"),
    ({"incidents.0.emergency_order_protects": ()}, "incidents.0.emergency_order_protects", "item 7a(6)"),
    ({"earlier_times": ""}, "earlier_times", "item 7b"),
    (ONE_ACT, "screening.more_than_once", "CH-100, item 7"),
    ({"protect_others": "", "requests.stay_away.places": ("me",)}, "protect_others", "CH-100, item 3a"),
    ({"protect_others": "no"}, "protect_others", "items 3a and 9a"),
    ({"requests.stay_away.places": ("me",)}, "requests.stay_away.places", "items 3a and 9a"),
    ({"protection_reason": ""}, "protection_reason", "item 3b"),
    ({"firearms": ()}, "has_firearms", "item 10c"),
    ({"requests.stay_away.other_place": ""}, "requests.stay_away.other_place", "item 9a"),
    (
        {"requests.stay_away.can_reach_own_places": ""},
        "requests.stay_away.can_reach_own_places",
        "item 9b",
    ),
    ({"requests.stay_away.cannot_reach_why": ""}, "requests.stay_away.cannot_reach_why", "item 9b"),
    ({"requests.asked": ("no_abuse",)}, "requests.asked=temporary_order", "item 11"),
    ({"requests.respondent_told": ""}, "requests.respondent_told", "item 11"),
    ({"requests.not_told_reason": ""}, "requests.not_told_reason", "item 11"),
    ({"requests.less_notice_reason": ""}, "requests.less_notice_reason", "item 12"),
    ({"requests.fees_asked": ()}, "requests.fees_asked.0.what", "item 14"),
    ({"requests.animal_protection.orders": ()}, "requests.animal_protection.orders", "15a and 15b"),
    ({"requests.animal_protection.reasons": ()}, "requests.animal_protection.reasons", "item 15a"),
    ({"requests.animal_protection.yards": ""}, "requests.animal_protection.distance", "item 15b"),
    ({"requests.other_conduct": "Not call my office."}, "requests.other_conduct", "item 8c"),
    ({"requests.other_conduct": "don’t park here"}, "requests.other_conduct", "item 8c"),
    ({"requests.other_orders": "He must MOVE OUT by May."}, "requests.other_orders", "item 16"),
    ({"petitioner.age": 14, "petitioner.birth_date": None}, "petitioner.age", "CH-100, item 1a"),
    ({"petitioner.age": 9, "petitioner.birth_date": None}, "petitioner.age", "CH-100, item 1a"),
    ({"petitioner.mailing_is_home": "yes"}, "petitioner.mailing_is_home", "CH-100, item 1b"),
    ({"respondent.name": "ana reyes"}, "respondent.name", "CH-100, items 1a and 2"),
    ({"respondent.birth_date": date(1980, 1, 1)}, "respondent.birth_date", "CH-110, item 2"),
]


def test_a_good_case_has_no_problem() -> None:
    assert GOOD.asks_for_cho
    assert found(GOOD) == found(PRIVATE) == []
    assert can_print(GOOD)


@pytest.mark.parametrize(("answers", "path", "item"), MUST)
def test_must_fix(answers: dict[str, Any], path: str, item: str) -> None:
    case = changed(answers, GOOD)
    assert [(p, item in where) for kind, p, where in found(case) if kind == "must"] == [(path, True)]
    assert not can_print(case)


@pytest.mark.parametrize(("answers", "path", "item"), CHECK)
def test_please_check(answers: dict[str, Any], path: str, item: str) -> None:
    case = changed(answers, GOOD)
    assert [(kind, p, item in where) for kind, p, where in found(case)] == [("check", path, True)]
    assert can_print(case)


@pytest.mark.parametrize(("answers", "path", "item"), [*MUST, *CHECK])
def test_every_problem_links_to_a_page_that_is_asked(answers: dict[str, Any], path: str, item: str) -> None:
    from interview.chapters import CHAPTERS

    case = changed(answers, GOOD)
    chapters = {chapter.slug: chapter for chapter in CHAPTERS}
    for problem in problems(case, TODAY):
        asked = [step.slug for step in steps_of(chapters[problem.chapter_slug], case)]
        assert problem.step_slug in asked, problem.path
        assert "{" not in problem.message and "}" not in problem.message


ALL_CHECKS = (
    *must_fix.CHECKS,
    *must_fix_civil.CHECKS,
    *must_fix_children.CHECKS,
    *please_check.CHECKS,
    *please_check_civil.CHECKS,
    *please_check_civil_orders.CHECKS,
    *fee_checks.MUST,
    *fee_checks.CHECKS,
    *please_check_children.CHECKS,
    *minor_privacy_checks.MUST,
    *minor_privacy_checks.CHECK,
)


def test_every_check_names_forms_of_the_catalogue() -> None:
    forms = {form.number for form in all_forms()}
    for check in ALL_CHECKS:
        assert {part.partition(",")[0] for part in check.where.split("; ")} <= forms, check.where


def test_the_items_named_are_items_of_the_forms() -> None:
    """Each number a check names begins an item of that form's map."""
    known = {
        form.number: {row.item for row in read_map(form.number, form.revision).rows}
        for form in all_forms()
        if map_file(form.number, form.revision).exists()
    }
    wheres = [check.where for check in ALL_CHECKS]
    wheres += [one.where for answers, _p, _i in [*MUST, *CHECK] for one in problems(changed(answers, GOOD))]
    for part in (part for where in wheres for part in where.split("; ") if ", item" in part):
        form, _comma, items = part.partition(", item")
        for item in re.findall(r"\d+[a-z]?(?:\(\d\))?", items):
            assert any(one.startswith(item) for one in known[form]), (part, item)


@pytest.mark.parametrize(("answers", "path", "item"), [*MUST, *CHECK])
def test_only_forms_of_these_papers_are_named(answers: dict[str, Any], path: str, item: str) -> None:
    for problem in problems(changed(answers, GOOD), TODAY):
        assert problem.where and "DV-" not in problem.where + problem.message


@pytest.mark.parametrize(("answers", "path", "item"), [*test_review.MUST, *test_review.CHECK])
def test_the_other_orders_checks_are_silent_for_a_case_that_moved_over(
    answers: dict[str, Any], path: str, item: str
) -> None:
    moved = changed({**answers, "screening.chosen_path": "cho"}, test_review.GOOD)
    assert all("DV-" not in where for _kind, _path, where in found(moved))
    assert all("DV-" not in problem.message for problem in problems(prune(moved), TODAY))


@pytest.mark.parametrize(("answers", "path", "item"), [*MUST, *CHECK])
def test_and_the_reverse(answers: dict[str, Any], path: str, item: str) -> None:
    moved = changed({**answers, "screening.chosen_path": "dvro"}, GOOD)
    for problem in problems(moved, TODAY):
        assert "CH-" not in problem.where and problem.where


def test_the_same_answer_is_looked_at_by_the_items_of_the_papers() -> None:
    (check,) = (check for check in must_fix.CHECKS if check.path == "petitioner.mailing_address")
    assert of_these_papers(check.where, GOOD) == "CH-100, item 1b"
    assert of_these_papers(check.where, test_review.GOOD) == "DV-100, item 1c"
    assert of_these_papers(check.where, Case()) == "DV-100, item 1c"


def test_someone_without_a_tie_on_the_other_path_hears_of_this_order() -> None:
    case = changed({"screening.chosen_path": "dvro"}, GOOD)
    (problem,) = (one for one in problems(case, TODAY) if one.path == "relationship.kinds")
    assert "civil harassment" in problem.message and problem.kind == "check"


@pytest.mark.parametrize(
    "answers",
    [
        {"screening.conduct": ("threats",)},  # one act is enough when it is a threat
        {"incidents.0.weapon": "yes"},
        {"screening.more_than_once": "yes", "earlier_times": "He wrote in April."},
        {"incidents.1": Incident("April 2026", story="He wrote.")},
        {"screening.conduct": ()},
    ],
)
def test_acts_that_are_enough(answers: dict[str, Any]) -> None:
    assert found(changed({**ONE_ACT, **answers}, GOOD)) == []


@pytest.mark.parametrize(
    "text",
    [
        "He must pay the rent.",
        "I want custody of Leo.",
        "Order child  support.".replace("  ", " "),
        "She has to be moving out.",
        "He pays his debts.",
    ],
)
def test_what_this_order_cannot_decide(text: str) -> None:
    (problem,) = problems(changed({"requests.other_orders": text}, GOOD), TODAY)
    assert (problem.path, problem.kind) == ("requests.other_orders", "check")


@pytest.mark.parametrize("text", ["Not park a rental car at my gate.", "Remove the current posts."])
def test_words_that_only_look_like_it(text: str) -> None:
    assert found(changed({"requests.other_orders": text}, GOOD)) == []


def test_one_order_in_force_is_enough_of_an_answer() -> None:
    case = changed({"other_orders": (OtherOrder(in_force="yes"), OtherOrder())}, GOOD)
    assert found(case) == []


def test_answers_nobody_asks_for_are_not_looked_at() -> None:
    quiet = changed(
        {
            "has_other_orders": "no",
            "other_cases.involved": "no",
            "other_cases.ever": "no",
            "incidents.0.police": "no",
            "incidents.0.emergency_order_protects": (),
            "requests": Requests(asked=("no_contact", "temporary_order"), respondent_told="yes"),
        },
        GOOD,
    )
    assert found(quiet) == []


def test_privacy_of_a_minor_is_asked_with_ch_160() -> None:
    for answers, path, item in (
        ({"minor_privacy.facts": ()}, "minor_privacy.facts", "CH-160, item 5"),
        ({"minor_privacy.reason": ""}, "minor_privacy.reason", "CH-160, item 6a"),
    ):
        assert found(changed(answers, PRIVATE)) == [("must", path, item)]
    named = changed({"minor_privacy.facts": ("name",)}, PRIVATE)
    (problem,) = problems(named, TODAY)
    assert problem.where == "CH-160, item 5a" and "DV-" not in problem.message


def test_a_person_without_any_answers_is_told_all_that_is_missing() -> None:
    empty = Case(screening=Screening(chosen_path="cho"))
    assert len([kind for kind, _path, _where in found(empty) if kind == "must"]) == 11
    assert [one.where for one in problems(empty) if not one.where] == []


CIVIL_STORIES = [name for name in STORIES if prune(story(name)).asks_for_cho and not name.endswith("least")]


@pytest.mark.parametrize("name", CIVIL_STORIES)
def test_the_stories_stand(name: str) -> None:
    assert [one.path for one in problems(prune(story(name)), TODAY) if one.kind == "must"] == []


def test_petitioners_of_both_paths_are_asked_the_same_of_themselves() -> None:
    unnamed = replace(GOOD, petitioner=Petitioner())
    paths = {problem.path for problem in problems(unnamed, TODAY)}
    assert paths == {f"petitioner.{name}" for name in ("name", "age", "gender", "mailing_address")}
