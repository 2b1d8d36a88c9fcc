"""The review: nothing that stands in the way goes unseen, and nothing else is complained of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django import forms
from django.utils.translation import gettext_lazy as _

from interview import must_fix, please_check
from interview.answers import set_answer
from interview.case import Case, Court, Firearm
from interview.conduct import Screening
from interview.court_cases import CourtCases
from interview.finances import Finances
from interview.findings import step_for
from interview.incidents import Incident
from interview.parenting import Child, Custody, Home
from interview.people import Address, Petitioner, ProtectedPerson, Respondent
from interview.questions import Chapter, Group, Page, QuestionForm, steps_of
from interview.relationship import Relationship
from interview.requests import Animal, AnimalProtection, Debt, Expense, MoveOut, Phone, Requests, StayAway
from interview.review import can_print, problems
from interview.told_dates import days_meant

TODAY = date(2026, 11, 21)
GOOD = Case(
    screening=Screening(conduct=("threats",)),
    petitioner=Petitioner(
        name="Ana Reyes",
        age=34,
        birth_date=date(1992, 3, 4),
        gender="female",
        mailing_address=Address("P.O. Box 12", "Fresno", "CA", "93701"),
        mailing_is_home="no",
        speaks_english="yes",
    ),
    respondent=Respondent(name="Sam Hill", age=40, gender="male", race="White"),
    relationship=Relationship(kinds=("married", "child_together", "live_together"), lived_as_household="yes"),
    children=(Child("Leo Hill", date(2018, 1, 2), "child-1", "both"),),
    incidents=(Incident(date="about March 2026", story="He said he would hurt me."),),
    protect_others="yes",
    protected_people=(ProtectedPerson(name="Leo Hill", age=8, gender="male", birth_date=date(2018, 1, 2)),),
    protection_reason="He saw it.",
    has_firearms="yes",
    firearms=(Firearm("a pistol"),),
    requests=Requests(
        asked=(
            "no_abuse", "stay_away", "move_out", "other_orders", "custody", "animals", "property",
            "property_restraint", "more_time", "pay_debts", "pay_expenses", "child_support",
            "spousal_support", "phone_transfer",
        ),
        stay_away=StayAway(places=("me",), distance="hundred"),
        move_out=MoveOut(address="1 A St, Fresno", rights=("lease",)),
        other_orders="Give back my keys.",
        animals=(Animal(name="Rex", kind="dog"),),
        animal_protection=AnimalProtection(orders=("no_harm",)),
        property_description="the car",
        property_reason="I drive to work.",
        more_time_reason="He travels.",
        debts=(Debt(pay_to="Landlord", what_for="rent", amount="900", from_abuse="yes"),),
        debts_reason="He agreed to pay.",
        debts_finding="yes",
        expenses=(Expense(pay_to="Clinic", amount="80"),),
        child_support=("want",),
        phones=(Phone("mine", "555-010-0001"),),
    ),
    custody=Custody(
        my_tie="parent",
        their_tie="parent",
        homes_now=(Home(since="2018", private="no", city="Fresno", state="CA", lived_with=("me",)),),
        lived_elsewhere="no",
        cases=CourtCases(involved="no"),
        has_order="no",
        has_other_parents="no",
        limit_travel="no",
        respondent_sees_records="yes",
        fears_abduction="no",
        wants_custody="no",
        visits="none",
    ),
    finances=Finances(fills="later"),
    court=Court("Fresno", "B.F. Sisk Courthouse", "1130 O St", "Fresno, CA 93721"),
)  # fmt: skip

# path on the Case -> the answer put there; the path the problem names; a word of its item
MUST: list[tuple[dict[str, Any], str, str]] = [
    ({"petitioner.name": "  "}, "petitioner.name", "item 1a"),
    ({"petitioner.age": None}, "petitioner.age", "CLETS-001, item 3"),
    ({"petitioner.gender": ""}, "petitioner.gender", "CLETS-001, item 3"),
    ({"petitioner.mailing_address": Address()}, "petitioner.mailing_address", "item 1c"),
    ({"petitioner.mailing_address.zip": ""}, "petitioner.mailing_address", "item 1c"),
    ({"respondent.name": ""}, "respondent.name", "CLETS-001, item 1"),
    ({"respondent.age": None}, "respondent.age", "DV-110, item 2"),
    ({"respondent.gender": ""}, "respondent.gender", "DV-110, item 2"),
    ({"respondent.race": ""}, "respondent.race", "DV-110, item 2"),
    ({"incidents": ()}, "incidents.0.story", "item 5f"),
    ({"incidents.0.story": ""}, "incidents.0.story", "item 5f"),
    ({"requests": Requests()}, "requests.asked", "items 10 to 28"),
    ({"requests.move_out.address": ""}, "requests.move_out.address", "item 13a"),
    ({"requests.other_orders": " "}, "requests.other_orders", "item 14"),
    ({"requests.animals": ()}, "requests.animals.0.name", "item 16a"),
    ({"requests.property_description": ""}, "requests.property_description", "item 17a"),
    ({"requests.debts": ()}, "requests.debts.0.pay_to", "item 22a"),
    ({"requests.expenses": ()}, "requests.expenses.0.pay_to", "item 23"),
    ({"court.county": ""}, "court.county", "court box"),
    ({"protected_people.1.gender": "female"}, "protected_people.1.name", "item 8"),
    ({"protected_people.0.gender": ""}, "protected_people.0.gender", "CLETS-001, item 4"),
    (
        {"relationship": Relationship(), "children": (), "requests": Requests(asked=("no_abuse",))},
        "relationship.kinds",
        "item 3",
    ),
]
IN_LAW = Relationship(
    kinds=("related", "married", "child_together", "live_together"),
    relatives=("sibling",),
    related_by_marriage="yes",
    marriage_still_stands="no",
    lived_as_household="yes",
)
CHECK: list[tuple[dict[str, Any], str, str]] = [
    ({"petitioner.birth_date": date(2026, 11, 22)}, "petitioner.birth_date", "CLETS-001"),
    ({"petitioner.birth_date": date(1992, 11, 22)}, "petitioner.birth_date", "CLETS-001"),
    ({"petitioner.age": 35}, "petitioner.birth_date", "CLETS-001"),
    ({"respondent.birth_date": date(1980, 1, 1)}, "respondent.birth_date", "items 2b and 2c"),
    ({"protected_people.0.age": 9}, "protected_people.0.birth_date", "item 8"),
    ({"children.0.birth_date": date(2027, 1, 1)}, "children.0.birth_date", "DV-105"),
    ({"incidents.0.date": "in 1990"}, "incidents.0.date", "item 5a"),
    ({"incidents.0.date": "12/24/2026"}, "incidents.0.date", "item 5a"),
    ({"incidents.1.date": "May 1991"}, "incidents.1.date", "item 6a"),
    ({"petitioner.mailing_is_home": "yes"}, "petitioner.mailing_is_home", "item 1c"),
    ({"petitioner.speaks_english": "no"}, "petitioner.language", "CLETS-001, item 3"),
    ({"petitioner.has_lawyer": "yes"}, "petitioner.lawyer", "item 1e"),
    ({"petitioner.age": 13, "petitioner.birth_date": None}, "petitioner.age", "page 1"),
    ({"petitioner.age": 9, "petitioner.birth_date": None}, "petitioner.age", "item 1b"),
    ({"respondent.name": "ana  reyes"}, "respondent.name", "items 1a and 2a"),
    ({"respondent.speaks_english": "no"}, "respondent.language", "CLETS-001, item 1"),
    ({"relationship": IN_LAW}, "relationship.marriage_still_stands", "item 3f"),
    ({"relationship": replace(IN_LAW, relatives=(), related_by_marriage="")}, "relationship.relatives", "3f"),
    ({"relationship.lived_as_household": ""}, "relationship.lived_as_household", "item 3g"),
    ({"has_other_orders": "yes"}, "other_orders", "item 4a"),
    ({"other_cases.involved": "yes"}, "other_cases.kinds", "item 4b"),
    ({"protected_people": (), "protection_reason": ""}, "protect_others", "item 8"),
    ({"protect_others": ""}, "protect_others", "item 8"),
    ({"protection_reason": ""}, "protection_reason", "item 8b(2)"),
    ({"protected_people.0.name": "Sam Hill"}, "protected_people.0.name", "items 1, 2 and 8"),
    ({"firearms": ()}, "has_firearms", "item 9c"),
    ({"requests.stay_away.places": ()}, "requests.stay_away.places", "item 12a"),
    ({"requests.stay_away.distance": ""}, "requests.stay_away.distance", "item 12b"),
    ({"requests.stay_away.distance": "other"}, "requests.stay_away.distance", "item 12b"),
    ({"relationship.kinds": ("married", "child_together")}, "requests.asked=move_out", "item 13"),
    ({"requests.move_out.rights": ()}, "requests.move_out.rights", "item 13b"),
    ({"requests.animal_protection.orders": ()}, "requests.animal_protection.orders", "item 16b"),
    ({"requests.property_reason": ""}, "requests.property_reason", "item 17b"),
    ({"requests.more_time_reason": ""}, "requests.more_time_reason", "item 21"),
    ({"requests.debts_reason": ""}, "requests.debts_reason", "item 22a"),
    ({"requests.debts.0.from_abuse": "no"}, "requests.debts_finding", "item 22b"),
    ({"requests.child_support": ()}, "requests.child_support", "item 24"),
    ({"requests.phones": ()}, "requests.phones.0.number", "item 28"),
    ({"court.street": ""}, "court.street", "court box"),
]


def changed(answers: Mapping[str, Any], case: Case = GOOD) -> Case:
    for path, answer in answers.items():
        case = set_answer(case, path, answer)
    return case


def found(case: Case) -> list[tuple[str, str, str]]:
    return [(problem.kind, problem.path, problem.where) for problem in problems(case, TODAY)]


def test_a_good_case_has_no_problem() -> None:
    assert found(GOOD) == []
    assert can_print(GOOD)


@pytest.mark.parametrize(("answers", "path", "item"), MUST)
def test_must_fix(answers: dict[str, Any], path: str, item: str) -> None:
    case = changed(answers)
    assert [(p, item in where) for kind, p, where in found(case) if kind == "must"] == [(path, True)]
    assert not can_print(case)


@pytest.mark.parametrize(("answers", "path", "item"), CHECK)
def test_please_check(answers: dict[str, Any], path: str, item: str) -> None:
    case = changed(answers)
    assert [(kind, p, item in where) for kind, p, where in found(case)] == [("check", path, True)]
    assert can_print(case)


@pytest.mark.parametrize(
    ("relationship", "items"),
    [
        (
            Relationship(kinds=("dating",)),
            {"item 13", "item 3a", "item 20", "items 3a and 24", "item 25"},
        ),
        (
            Relationship(
                kinds=("formerly_married", "child_together", "live_together"), lived_as_household="yes"
            ),
            {"item 20", "item 25"},
        ),
    ],
)
def test_orders_that_want_a_marriage_a_child_or_a_home(relationship: Relationship, items: set[str]) -> None:
    wheres = {
        where.removeprefix("DV-100, ")
        for _kind, _path, where in found(replace(GOOD, relationship=relationship))
    }
    assert wheres == items


def test_a_child_together_without_a_name() -> None:
    wheres = {where for _kind, _path, where in found(replace(GOOD, children=()))}
    assert wheres == {"DV-100, items 3a and 15; DV-105, item 3", "DV-100, items 3a and 24"}
    without_custody = Requests(asked=("no_abuse",))
    wheres = {where for _kind, _path, where in found(replace(GOOD, children=(), requests=without_custody))}
    assert wheres == {"DV-100, item 3a"}


def test_a_guessed_age_may_be_some_years_off() -> None:
    guess = changed({"respondent.age_is_estimate": "yes", "respondent.birth_date": date(1983, 1, 1)})
    assert found(guess) == []
    assert found(changed({"respondent.birth_date": date(1970, 1, 1)}, guess)) != []


def test_a_birthday_is_reached_on_its_day() -> None:
    assert found(changed({"petitioner.birth_date": date(1992, 11, 21)})) == []


def test_roommates_and_strangers_are_told_what_the_form_says_and_may_go_on() -> None:
    choice = {"screening.chosen_path": "dvro", "requests": Requests(asked=("no_contact",))}
    roommates = Relationship(kinds=("live_together",), lived_as_household="no")
    assert found(changed(choice | {"relationship": roommates})) == [
        ("check", "relationship.lived_as_household", "DV-100, item 3g")
    ]
    stranger = Relationship(kinds=("stranger",))
    assert found(changed(choice | {"relationship": stranger})) == [
        ("check", "relationship.kinds", "DV-100, item 3")
    ]


def test_nobody_to_protect_asks_nothing_of_people_listed_before() -> None:
    assert found(changed({"protect_others": "no", "protected_people.0.gender": ""})) == []


def test_the_other_person_is_called_by_name() -> None:
    (problem,) = problems(changed({"respondent.race": ""}), TODAY)
    assert "Sam Hill" in problem.message
    nameless = problems(changed({"respondent.name": ""}), TODAY)
    assert all("{" not in problem.message for problem in nameless)


def test_an_empty_case_is_told_all_that_is_missing_and_nothing_breaks() -> None:
    assert len([kind for kind, _path, _where in found(Case()) if kind == "must"]) == 12


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ("3/4/2026", date(2026, 3, 4), date(2026, 3, 4)),
        ("on 03/04/26, at night", date(2026, 3, 4), date(2026, 3, 4)),
        ("2026-03-04", date(2026, 3, 4), date(2026, 3, 4)),
        ("about March 2026", date(2026, 3, 1), date(2026, 3, 31)),
        ("Feb. 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("Sept 5th, 2025", date(2025, 9, 5), date(2025, 9, 5)),
        ("2/2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("summer 2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("between 2019 and May 2021", date(2019, 1, 1), date(2021, 5, 31)),
    ],
)
def test_dates_as_people_tell_them(told: str, first: date, last: date) -> None:
    assert days_meant(told) == (first, last)


@pytest.mark.parametrize("told", ["", "last week", "2/30/2026", "13/13/2026", "call 555-010-2026"])
def test_what_is_no_date(told: str) -> None:
    assert days_meant(told) is None


class _Names(QuestionForm):
    at = "petitioner"
    name = forms.CharField()


class _SomeOrders(QuestionForm):
    at = "requests"

    asked = forms.MultipleChoiceField(choices=[("no_abuse", "No abuse")])


class _OtherOrders(QuestionForm):
    at = "requests"

    asked = forms.MultipleChoiceField(choices=[("Money", [("child_support", "Support")])])


class _Story(QuestionForm):
    at = "incidents.#"
    story = forms.CharField()


def test_the_page_is_found_by_the_answer_it_asks_for(monkeypatch: pytest.MonkeyPatch) -> None:
    import interview.chapters

    group = Group("times", "incidents", (Page("story", _Story),), another=_("More?"), entry_title=_("Time"))
    table = (
        Chapter("you", "You", (Page("names", _Names),)),
        Chapter("events", "Events", (group, Page("some", _SomeOrders), Page("others", _OtherOrders))),
    )
    monkeypatch.setattr(interview.chapters, "CHAPTERS", table, raising=False)
    assert step_for("petitioner.name") == ("you", "names")
    assert step_for("incidents.2.story") == ("events", "story-3")
    assert step_for("incidents") == ("events", "story-1")
    assert step_for("requests.asked") == ("events", "some")
    assert step_for("requests.asked=child_support") == ("events", "others")
    for unknown in ("court.county", "requests.asked=custody"):
        with pytest.raises(LookupError):
            step_for(unknown)


@pytest.mark.parametrize("check", (*must_fix.CHECKS, *please_check.CHECKS), ids=lambda check: check.path)
def test_every_check_points_to_a_page_there_is(check: Any) -> None:
    assert all(step_for(check.path))


@pytest.mark.parametrize(("answers", "path", "item"), [*MUST, *CHECK])
def test_every_problem_links_to_a_page_that_is_asked(answers: dict[str, Any], path: str, item: str) -> None:
    from interview.chapters import CHAPTERS

    case = changed(answers)
    chapters = {chapter.slug: chapter for chapter in CHAPTERS}
    for problem in problems(case, TODAY):
        asked = [step.slug for step in steps_of(chapters[problem.chapter_slug], case)]
        assert problem.step_slug in asked, problem.path
