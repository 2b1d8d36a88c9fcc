"""The review of the children's papers: each thing that cannot stand or looks wrong is said, and only that."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from interview import minor_privacy_checks, must_fix_children, please_check_children
from interview.abduction import Abduction
from interview.case import Case
from interview.court_cases import CourtCases
from interview.findings import step_for
from interview.minor_privacy import MinorPrivacy, PrivatePassage
from interview.parenting import Child, DayPlan, Home, OtherParent, Supervisor, Visits, Week
from interview.people import ProtectedPerson
from interview.questions import steps_of
from interview.relationship import Relationship
from interview.relevance import prune
from interview.requests import Requests
from interview.review import can_print, problems
from tests.stories_on_disk import story
from tests.test_review import TODAY, changed, found

LEO = Child("Leo Hill", date(2018, 1, 2), "child-1", "both")
MIA = Child("Mia Hill", date(2020, 5, 6), "child-2", "both")
FRESNO = Home(since="2018", private="no", city="Fresno", state="CA", lived_with=("me",))
CHICO = Home(since="03/2019", until="2023", city="Chico", state="CA", lived_with=("me", "respondent"))
RENO = Home(since="2017", until="03/2019", city="Reno", state="NV", lived_with=("me",))

BASE = changed(
    {
        "children": (LEO, MIA),
        "custody.lived_together": "yes",
        "custody.has_order": "yes",
        "custody.order": "Every other weekend.",
        "custody.cases": CourtCases(involved="yes", kinds=("divorce",), divorce="Fresno, 2024"),
        "custody.has_other_parents": "yes",
        "custody.other_parents": (OtherParent("Joan Dell", "legal_guardian"),),
        "custody.limit_travel": "yes",
        "custody.travel_limits": ("county", "other"),
        "custody.travel_county": "Fresno",
        "custody.travel_other": "The Bay Area",
        "custody.respondent_sees_records": "no",
        "custody.records_of": "some",
        "custody.records_children": ("child-2",),
        "custody.records": ("school",),
        "custody.fears_abduction": "yes",
        "custody.wants_custody": "yes",
        "custody.legal": "me",
        "custody.physical": "joint",
        "abduction": Abduction(risks=("weak_ties",), explanation="He said so.", orders=("no_move",)),
    }
)
MOVED = changed(
    {
        "custody.homes_now": (replace(FRESNO, since="2023"),),
        "custody.lived_elsewhere": "yes",
        "custody.homes_before": (CHICO, RENO),
    },
    BASE,
)
APART = changed(
    {
        "custody.lived_together": "no",
        "custody.homes_now": (
            replace(FRESNO, since="2023", children=("child-1",)),
            replace(FRESNO, since="2020", city="", state="NV", private="yes", children=("child-2",)),
        ),
        "custody.lived_elsewhere": "yes",
        "custody.homes_before": (replace(CHICO, children=("child-1",)), replace(RENO, children=("child-1",))),
    },
    BASE,
)
PROFESSIONAL = Supervisor(
    kind="professional", fee_me="20", fee_respondent="50", fee_other="30", fee_other_name="Gran"
)
WEEK = Week(
    monday=DayPlan("15:00", "18:00", (), "Gran", "the library"),
    friday=DayPlan(start="17:00"),
    saturday=DayPlan(where="with him all day"),
    sunday=DayPlan(end="10:00"),
)
SUPERVISED = changed(
    {
        "custody.visits": "yes",
        "custody.supervised": "yes",
        "custody.supervisor": PROFESSIONAL,
        "custody.visit": Visits(place="in_person", frequency="week", week=WEEK, repeat="every_week"),
    },
    BASE,
)
UNSUPERVISED = changed(
    {
        "custody.visits": "yes",
        "custody.supervised": "no",
        "custody.exchanges_supervised": "yes",
        "custody.exchange_supervisor": PROFESSIONAL,
        "custody.visit": Visits(place="in_person", wants_week="yes", week=WEEK, repeat="every_week"),
    },
    BASE,
)
PRIVATE = changed(
    {
        "minor_privacy": MinorPrivacy(
            wanted="yes",
            minors=("child-1", "child-2"),
            my_tie="parent",
            same_for_all="no",
            difference="Leo: his school. Mia: her address.",
            facts=("address", "other"),
            address="1 A St, Fresno",
            other_how="listed",
            passages=(PrivatePassage("DV-100, item 5f", "the school"),),
            reason="He was teased.",
            what_would_happen="It would start again.",
            if_denied="go_on",
            from_respondent="yes",
            respondent_facts=("address",),
            respondent_reason="He waits there.",
            respondent_what_would_happen="He would come.",
            respondent_if_denied="go_on",
            shares="yes",
            share_with=("school",),
            share_facts=("other",),
        )
    },
    BASE,
)
GOOD_CASES = {
    "none": BASE,
    "moved": MOVED,
    "apart": APART,
    "supervised": SUPERVISED,
    "unsupervised": UNSUPERVISED,
    "private": PRIVATE,
}

Row = tuple[
    Case, dict[str, Any], str, str
]  # a good Case; what is changed; the path and the item that are named

MUST: list[Row] = [
    (BASE, {"children": (), "custody.records_of": "all"}, "children.0.name", "items 3a and 15"),
    (
        BASE,
        {"children": (replace(LEO, whose="mine"),), "custody.records_of": "all"},
        "children.0.name",
        "items 3a and 15",
    ),
    (BASE, {"children.1.name": " "}, "children.1.name", "DV-105, item 3"),
    (BASE, {"custody.my_tie": ""}, "custody.my_tie", "DV-105, item 1"),
    (BASE, {"custody.their_tie": ""}, "custody.their_tie", "DV-105, item 2"),
    (BASE, {"custody.lived_together": ""}, "custody.lived_together", "item 4a"),
    (BASE, {"custody.homes_now": ()}, "custody.homes_now.0.state", "item 4b"),
    (
        BASE,
        {"custody.homes_now.0": Home(since="2018", private="yes")},
        "custody.homes_now.0.state",
        "item 4b",
    ),
    (APART, {"custody.homes_now": ()}, "custody.homes_now.0.state", "item 4b"),
    (APART, {"custody.homes_now.1": Home()}, "custody.homes_now.0.children", "DV-105(A)"),
    (
        APART,
        {
            "custody.homes_now": (replace(FRESNO, children=("child-1", "child-2")),),
            "custody.homes_before": (),
        },
        "custody.lived_together",
        "item 4a",
    ),
    (BASE, {"custody.travel_limits": ()}, "custody.travel_limits", "item 6"),
    (BASE, {"custody.travel_county": ""}, "custody.travel_county", "item 6"),
    (BASE, {"custody.travel_other": " "}, "custody.travel_other", "item 6"),
    (BASE, {"custody.records_of": ""}, "custody.records_of", "item 7a"),
    (BASE, {"custody.records_children": ("child-9",)}, "custody.records_children", "item 7a"),
    (BASE, {"custody.records": ()}, "custody.records", "item 7b"),
    (BASE, {"abduction": Abduction(orders=("no_move",))}, "abduction.risks", "DV-108, item 3"),
    (BASE, {"custody.legal": "", "custody.physical": ""}, "custody.legal", "item 9"),
    (BASE, {"custody.legal": "other"}, "custody.legal_other", "item 9"),
    (BASE, {"custody.physical": "other"}, "custody.physical_other", "item 9"),
    (BASE, {"custody.visits": ""}, "custody.visits", "item 10"),
    (BASE, {"custody.supervised": "yes"}, "custody.visits", "items 10 and 11"),
    (SUPERVISED, {"custody.supervised": ""}, "custody.supervised", "item 11"),
    (PRIVATE, {"minor_privacy.minors": ()}, "minor_privacy.minors", "DV-160, item 2b"),
    (PRIVATE, {"minor_privacy.my_tie": ""}, "minor_privacy.my_tie", "item 2b(2)"),
    (PRIVATE, {"minor_privacy.my_tie": "neither"}, "minor_privacy.my_tie", "item 2b(2)"),
    (PRIVATE, {"minor_privacy.difference": ""}, "minor_privacy.difference", "items 4b"),
    (PRIVATE, {"minor_privacy.facts": ()}, "minor_privacy.facts", "item 5"),
    (PRIVATE, {"minor_privacy.other_how": ""}, "minor_privacy.other_how", "item 5c"),
    (PRIVATE, {"minor_privacy.passages": ()}, "minor_privacy.passages.0.location", "item 5c(2)"),
    (PRIVATE, {"minor_privacy.reason": ""}, "minor_privacy.reason", "item 6a"),
    (PRIVATE, {"minor_privacy.if_denied": ""}, "minor_privacy.if_denied", "item 7"),
    (PRIVATE, {"minor_privacy.respondent_facts": ()}, "minor_privacy.respondent_facts", "item 8a"),
    (PRIVATE, {"minor_privacy.respondent_reason": ""}, "minor_privacy.respondent_reason", "item 8b"),
    (PRIVATE, {"minor_privacy.respondent_if_denied": ""}, "minor_privacy.respondent_if_denied", "item 8d"),
]
THIRD = "protected_people.0"
QUIT: dict[str, Any] = {"abduction.recent_acts": ("quit_job",)}
OREGON: dict[str, Any] = {"abduction.ties_state": "Oregon"}
CHECK: list[Row] = [
    (
        BASE,
        {"children.1.birth_date": date(2008, 11, 21), "custody.records_of": "all"},
        "children.1.birth_date",
        "DV-105, item 3",
    ),
    (BASE, {"children.1.birth_date": None}, "children.1.birth_date", "DV-140, item 3"),
    (BASE, {"children.1.birth_date": date(2026, 11, 22)}, "children.1.birth_date", "DV-105"),
    (BASE, {"children.1.name": "leo  HILL"}, "children.1.name", "DV-105, item 3"),
    (BASE, {f"{THIRD}.birth_date": date(2018, 2, 1)}, f"{THIRD}.birth_date", "DV-105, item 3"),
    (
        BASE,
        {f"{THIRD}.name": "leo hill ", f"{THIRD}.birth_date": None, f"{THIRD}.age": 9},
        f"{THIRD}.age",
        "DV-100, item 8",
    ),
    (
        BASE,
        {"relationship": Relationship(kinds=("married",)), "requests.asked": ("custody",)},
        "relationship.kinds",
        "item 3a",
    ),
    (BASE, {"custody.my_tie": "other"}, "custody.my_tie_other", "item 1"),
    (BASE, {"custody.their_tie": "other"}, "custody.their_tie_other", "item 2"),
    (BASE, {"custody.habitual_country": "other"}, "custody.habitual_country", "DV-140, item 17"),
    (BASE, {"custody.cases": CourtCases()}, "custody.cases.involved", "item 5a"),
    (BASE, {"custody.cases.kinds": ()}, "custody.cases.kinds", "item 5a"),
    (BASE, {"custody.has_order": ""}, "custody.has_order", "item 5b"),
    (BASE, {"custody.order": ""}, "custody.order", "item 5b"),
    (BASE, {"custody.other_parents": ()}, "custody.other_parents.0.name", "item 5c"),
    (BASE, {"custody.wants_custody": ""}, "custody.wants_custody", "item 9"),
    (BASE, {"custody.legal": ""}, "custody.legal", "item 9"),
    (SUPERVISED, {"custody.supervisor.fee_me": "50"}, "custody.supervisor.fee_me", "item 12a"),
    (
        UNSUPERVISED,
        {"custody.exchange_supervisor.fee_other": ""},
        "custody.exchange_supervisor.fee_me",
        "item 13a",
    ),
    (BASE, {"custody.legal": "respondent"}, "custody.legal", "item 9"),
    (BASE, {"custody.physical": "respondent"}, "custody.physical", "item 9"),
    (BASE, {"custody.legal": "respondent", "custody.physical": "respondent"}, "custody.legal", "item 9"),
    (SUPERVISED, {"custody.supervisor": Supervisor()}, "custody.supervisor.kind", "item 12a"),
    (
        UNSUPERVISED,
        {"custody.exchange_supervisor": Supervisor()},
        "custody.exchange_supervisor.kind",
        "item 13a",
    ),
    (BASE, {"abduction.explanation": ""}, "abduction.explanation", "DV-108, item 3"),
    (BASE, {"abduction.orders": ()}, "abduction.orders", "DV-108, items 4 to 10"),
    # the week
    (SUPERVISED, {"custody.visit.week": Week()}, "custody.visit.week", "item 12c"),
    (
        SUPERVISED,
        {"custody.visit.week.monday.end": "14:00"},
        "custody.visit.week.monday.end",
        "item 12c",
    ),
    (
        UNSUPERVISED,
        {"custody.visit.week.monday.end": "15:00"},
        "custody.visit.week.monday.end",
        "item 13b(2)",
    ),
    (SUPERVISED, {"custody.visit.week.monday.start": ""}, "custody.visit.week.monday.start", "item 12c"),
    (
        UNSUPERVISED,
        {"custody.visit.week.wednesday": DayPlan(end="18:00")},
        "custody.visit.week.wednesday.start",
        "item 13b(2)",
    ),
    (
        SUPERVISED,
        {"custody.visit.week.tuesday.brings": "Gran"},
        "custody.visit.week.tuesday.start",
        "item 12c",
    ),
    # homes
    (BASE, {"custody.homes_now.0.since": ""}, "custody.homes_now.0.since", "item 4b"),
    (BASE, {"custody.homes_now.0.since": "12/2021"}, "custody.lived_elsewhere", "item 4b"),
    (BASE, {"custody.homes_now.0.city": ""}, "custody.homes_now.0.city", "item 4b"),
    (MOVED, {"custody.homes_before": (replace(CHICO, since="2022"),)}, "custody.homes_before.0.since", "4b"),
    (MOVED, {"custody.homes_before.0.until": ""}, "custody.homes_before.0.until", "item 4b"),
    (MOVED, {"custody.homes_before.0.until": "02/2019"}, "custody.homes_before.0.until", "item 4b"),
    (MOVED, {"custody.homes_before": (RENO, CHICO)}, "custody.homes_before.1.since", "item 4b"),
    (
        MOVED,
        {"custody.homes_before.1": Home(since="2017", until="2019")},
        "custody.homes_before.1.city",
        "4b",
    ),
    (APART, {"custody.homes_now.1.since": "12/2021"}, "custody.lived_elsewhere", "item 4b"),
    # DV-160
    (PRIVATE, {"minor_privacy.facts": ("name", "other")}, "minor_privacy.facts", "item 5a"),
    (PRIVATE, {"minor_privacy.address": ""}, "minor_privacy.address", "item 5b"),
    (PRIVATE, {"minor_privacy.same_for_all": ""}, "minor_privacy.same_for_all", "item 4"),
    (PRIVATE, {"minor_privacy.what_would_happen": ""}, "minor_privacy.what_would_happen", "item 6b"),
    (
        PRIVATE,
        {"minor_privacy.respondent_what_would_happen": ""},
        "minor_privacy.respondent_what_would_happen",
        "item 8c",
    ),
    (PRIVATE, {"minor_privacy.share_facts": ()}, "minor_privacy.share_with", "item 9"),
    (PRIVATE, {"minor_privacy.if_denied": "cancel"}, "minor_privacy.if_denied", "item 7"),
    (
        PRIVATE,
        {"minor_privacy.respondent_if_denied": "cancel"},
        "minor_privacy.respondent_if_denied",
        "item 8d",
    ),
    # DV-108: a box whose blank is empty
    *(
        (BASE, {"abduction.risks": (risk,)}, f"abduction.{blank}", f"DV-108, item {item}")
        for risk, blank, item in (
            ("recent_acts", "recent_acts", "3c"),
            ("history", "past_acts", "3d"),
            ("strong_ties", "ties_in", "3f"),
            ("citizen_elsewhere", "citizen_of", "3g"),
        )
    ),
    *(
        (
            BASE,
            {"abduction.risks": ("recent_acts", "strong_ties"), **told},
            f"abduction.{blank}",
            f"DV-108, item {item}",
        )
        for told, blank, item in (
            (
                {"abduction.recent_acts": ("other",), "abduction.ties_in": ("state",), **OREGON},
                "recent_act_other",
                "3c",
            ),
            ({**QUIT, "abduction.ties_in": ("county",)}, "ties_county", "3f"),
            ({**QUIT, "abduction.ties_in": ("state",), "abduction.ties_state": " "}, "ties_state", "3f"),
            ({**QUIT, **OREGON, "abduction.ties_in": ("state", "country")}, "ties_country", "3f"),
        )
    ),
    *(
        (BASE, {"abduction.orders": (order,)}, f"abduction.{blank}", f"DV-108, item {item}")
        for order, blank, item in (
            ("documents", "documents", "5"),
            ("travel_plan", "travel_plan", "6"),
            ("other_state", "register_in", "7"),
            ("embassy", "embassy", "8"),
            ("foreign_order", "foreign_country", "9"),
            ("bond", "bond", "10"),
        )
    ),
    (
        BASE,
        {"abduction.orders": ("travel_plan",), "abduction.travel_plan": ("other",)},
        "abduction.travel_plan_other",
        "DV-108, item 6",
    ),
]


@pytest.mark.parametrize("name", GOOD_CASES)
def test_good_cases_have_no_problem(name: str) -> None:
    assert found(GOOD_CASES[name]) == []
    assert prune(GOOD_CASES[name]).custody.homes_now == GOOD_CASES[name].custody.homes_now
    assert can_print(GOOD_CASES[name])


@pytest.mark.parametrize(("good", "answers", "path", "item"), MUST)
def test_must_fix(good: Case, answers: dict[str, Any], path: str, item: str) -> None:
    case = changed(answers, good)
    musts = [(p, item in where) for kind, p, where in found(case) if kind == "must"]
    assert musts == [(path, True)]
    assert not can_print(case)


def test_a_place_where_no_child_lived_and_a_child_without_a_place_are_both_named() -> None:
    case = changed({"custody.homes_now.1.children": ()}, APART)
    paths = [path for kind, path, _where in found(case) if kind == "must"]
    assert paths == ["custody.homes_now.0.children", "custody.homes_now.1.children"]


@pytest.mark.parametrize("children", [(), ("child-7",)])
def test_a_place_of_nobody_listed_must_be_given_to_someone(children: tuple[str, ...]) -> None:
    """It would print on no paper, and nothing told may be lost silently."""
    here = APART.custody.homes_now[0]
    more = replace(here, city="Reno", state="NV", children=children)
    case = changed({"custody.homes_now": (*APART.custody.homes_now, more)}, APART)
    path = f"custody.homes_now.{len(APART.custody.homes_now)}.children"
    assert path in [path for kind, path, _where in found(case) if kind == "must"]


@pytest.mark.parametrize(("good", "answers", "path", "item"), CHECK)
def test_please_check(good: Case, answers: dict[str, Any], path: str, item: str) -> None:
    case = changed(answers, good)
    assert [(kind, p, item in where) for kind, p, where in found(case)] == [("check", path, True)]
    assert can_print(case)


@pytest.mark.parametrize(("good", "answers", "path", "item"), [*MUST, *CHECK])
def test_every_problem_links_to_a_page_that_is_asked(
    good: Case, answers: dict[str, Any], path: str, item: str
) -> None:
    from interview.chapters import CHAPTERS

    case = changed(answers, good)
    chapters = {chapter.slug: chapter for chapter in CHAPTERS}
    for problem in problems(case, TODAY):
        asked = [step.slug for step in steps_of(chapters[problem.chapter_slug], case)]
        assert problem.step_slug in asked, problem.path
        assert "{" not in problem.message and "}" not in problem.message


@pytest.mark.parametrize(("good", "answers", "path", "item"), [*MUST, *CHECK])
def test_without_custody_and_privacy_nothing_is_said_of_them(
    good: Case, answers: dict[str, Any], path: str, item: str
) -> None:
    case = changed({**answers, "requests": Requests(asked=("no_abuse",)), "minor_privacy.wanted": "no"}, good)
    told = [where for _kind, _path, where in found(case) if "DV-100" not in where]
    assert not [where for where in told if where != "DV-105"]  # a birth date in the future


@pytest.mark.parametrize(
    "check",
    (
        *must_fix_children.CHECKS,
        *please_check_children.CHECKS,
        *minor_privacy_checks.MUST,
        *minor_privacy_checks.CHECK,
    ),
    ids=lambda check: check.path,
)
def test_every_check_points_to_a_page_there_is(check: Any) -> None:
    assert all(step_for(check.path))


def test_a_childs_name_is_asked_early_or_with_custody() -> None:
    assert step_for("children.1.name", BASE) == ("ties", "child-2")
    apart = changed({"relationship.kinds": ("married",), "children": ()}, BASE)
    assert step_for("children.1.name", apart) == ("children", "child-2")
    (problem,) = (one for one in problems(apart, TODAY) if one.path == "children.0.name")
    assert (problem.kind, problem.chapter_slug, problem.step_slug) == ("must", "children", "child-1")


def test_children_who_are_not_of_both() -> None:
    theirs = (replace(LEO, whose="theirs"), replace(MIA, whose="other"))
    case = changed(
        {"children": theirs, "relationship.kinds": ("married",), "requests.asked": ("custody",)}, BASE
    )
    where = "DV-100, item 3a; DV-105, item 3"
    not_of_both = [("check", "children.0.whose", where), ("check", "children.1.whose", where)]
    assert found(case) == not_of_both  # a parent of theirs, as one of the answers must be wrong
    assert found(changed({"custody.my_tie": "legal_guardian"}, case)) == []
    mine = changed({"children.0.whose": "mine", "children.0.birth_date": None}, case)
    assert [one for one in found(mine) if one[1].startswith("children")] == not_of_both
    unsaid = changed({"children": (replace(LEO, whose=""), MIA)}, case)
    assert ("check", "children.0.whose", "DV-105, item 3") in found(unsaid)


def test_a_grown_up_is_not_on_the_papers_and_is_told_so() -> None:
    grown = changed(
        {
            "children.1.birth_date": date(2001, 5, 6),
            "children.1.whose": "theirs",
            "custody.records_of": "all",
            "relationship.kinds": ("married",),
        },
        BASE,
    )
    (told,) = (one for one in problems(grown, TODAY) if one.path.startswith("children"))
    assert told.message == (
        "By the birth date, Mia Hill is 18 or older, so Mia Hill is not on the custody papers. "
        "Is the date right?"
    )


def test_boxes_of_a_page_that_is_not_asked_are_not_looked_at() -> None:
    left_over = {"abduction.ties_in": ("county",), "abduction.travel_plan": ("other",)}
    assert found(changed(left_over, BASE)) == []


def test_a_birthday_is_reached_on_its_day() -> None:
    almost = {"children.1.birth_date": date(2008, 11, 22), "custody.records_of": "all"}
    assert found(changed(almost, BASE)) == []


def test_an_only_child_has_lived_together_with_itself() -> None:
    only = {"children": (LEO,), "custody.lived_together": "", "custody.records_of": "all"}
    assert found(changed(only, BASE)) == []


def test_the_age_of_a_protected_child_without_birth_dates_is_not_doubted() -> None:
    assert found(changed({"protected_people.1": ProtectedPerson("Mia Hill", 6, gender="female")}, BASE)) == []
    nobody = {"protect_others": "no", "protected_people.0.birth_date": date(2018, 2, 1)}
    assert found(changed(nobody, BASE)) == []


@pytest.mark.parametrize("since", ["11/2021", "2021", "05/2020"])
def test_homes_that_may_reach_back_five_years(since: str) -> None:
    assert found(changed({"custody.homes_now.0.since": since}, BASE)) == []


def test_homes_reach_back_to_the_birth_of_a_younger_child() -> None:
    baby = replace(LEO, birth_date=date(2025, 3, 31))
    only = changed({"children": (baby,), "protected_people": (), "protect_others": "no"}, BASE)
    only = changed({"custody.records_of": "all", "custody.homes_now.0.since": "03/2025"}, only)
    assert found(only) == []
    late = changed({"custody.homes_now.0.since": "04/2025"}, only)
    assert found(late) == [("check", "custody.lived_elsewhere", "DV-105, item 4b")]
    unknown = changed({"children.0.birth_date": None}, only)
    assert ("check", "custody.lived_elsewhere", "DV-105, item 4b") in found(unknown)


def test_a_private_town_and_an_address_that_is_the_same_home() -> None:
    private = changed({"custody.homes_now.0.private": "yes", "custody.homes_now.0.city": ""}, BASE)
    assert found(private) == []
    seen = changed({"petitioner.mailing_is_home": "yes"}, private)
    assert ("check", "petitioner.mailing_address", "DV-105, item 4b; DV-100, item 1c") in found(seen)
    with_him = changed({"custody.homes_now.0.lived_with": ("respondent",)}, seen)
    assert {path for _kind, path, _where in found(with_him)} == {"petitioner.mailing_is_home"}
    told = changed({"custody.homes_now.0.private": "no", "custody.homes_now.0.city": "Fresno"}, seen)
    assert {path for _kind, path, _where in found(told)} == {"petitioner.mailing_is_home"}


def test_a_visit_may_go_on_for_days() -> None:
    week = Week(
        friday=DayPlan(start="17:00"), saturday=DayPlan(where="with him"), monday=DayPlan(end="08:00")
    )
    assert found(changed({"custody.visit.week": week}, SUPERVISED)) == []


def test_a_week_nobody_asks_for_is_not_looked_at() -> None:
    wrong = Week(monday=DayPlan("18:00", "15:00"))
    for good, other in (
        (SUPERVISED, {"custody.visit.frequency": "once"}),
        (UNSUPERVISED, {"custody.visit.wants_week": "no"}),
        (BASE, {"custody.visit.frequency": "week"}),
    ):
        assert found(changed({"custody.visit.week": wrong, **other}, good)) == []


def test_fees_are_added_up_only_when_told_of_a_professional() -> None:
    for supervisor in (
        Supervisor(kind="professional"),
        Supervisor(kind="nonprofessional", fee_me="20", nonprofessional_name="Gran"),
        Supervisor(kind="professional", fee_me="0", fee_respondent="100"),
    ):
        assert found(changed({"custody.supervisor": supervisor}, SUPERVISED)) == []


def test_reasons_in_ones_own_words_are_enough() -> None:
    assert found(changed({"abduction.risks": ()}, BASE)) == []


def test_a_minor_who_asks_alone_needs_no_tie() -> None:
    teen = changed({"petitioner.age": 15, "petitioner.birth_date": None}, PRIVATE)
    teen = changed({"minor_privacy.minors": ("me",), "minor_privacy.my_tie": ""}, teen)
    assert [path for kind, path, _where in found(teen) if kind == "must"] == []


@pytest.mark.parametrize(
    "name", ["everything", "custody_refused", "custody_shared_week", "three_histories", "passport"]
)
def test_the_stories_stand(name: str) -> None:
    assert [one.path for one in problems(prune(story(name)), TODAY) if one.kind == "must"] == []
