"""The children's part of the Case: who, where they lived, which visits; and the stories that tell of it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview.case import Case
from interview.case_json import from_json, to_json
from interview.conduct import Screening
from interview.keyed import with_keys
from interview.minor_privacy import MinorPrivacy
from interview.parenting import (
    PRESENT,
    Child,
    Custody,
    DayPlan,
    History,
    Home,
    Visits,
    clock_time,
    histories,
    history_sheets,
    nights,
    oldest_first,
)
from interview.people import ProtectedPerson
from interview.relationship import Relationship
from interview.relevance import prune
from interview.requests import Requests
from interview.vocabulary import YesNo
from tests.stories_on_disk import STORIES, story

PARENTING_STORIES = (
    *("custody_refused", "three_histories", "passport", "confidential_minor", "custody_shared_week"),
    *("guardian_of_one", "mother_of_three", "everything"),
)
OLDER = Child("Alma Field", date(2012, 5, 1), "child-2", "both")
YOUNGER = Child("Ben Field", date(2018, 5, 1), "child-1", "both")
UNDATED = Child("Cleo Field", None, "child-3", "both")
HERE = Home(since="03/2026", city="Fresno", state="CA")
FATHERS = Home(since="04/2026", city="Selma", state="CA")
BEFORE = Home(since="01/2022", until="03/2026", city="Reno", state="NV")


def at(home: Home, *children: Child) -> Home:
    return replace(home, children=tuple(child.key for child in children))


def asking(custody: Custody, *children: Child) -> Case:
    return Case(
        children=children,
        custody=custody,
        requests=Requests(asked=("custody",)),
        relationship=Relationship(kinds=("child_together",)),
        screening=Screening(chosen_path="dvro"),
    )


# The children


def test_the_oldest_child_comes_first_and_one_without_a_birth_date_last() -> None:
    assert oldest_first((UNDATED, YOUNGER, OLDER)) == (OLDER, YOUNGER, UNDATED)


def test_children_without_birth_dates_keep_the_order_they_were_told_in() -> None:
    others = [Child(name) for name in ("Zoe Field", "Adam Field", "Mia Field")]
    assert oldest_first([*others, OLDER]) == (OLDER, *others)


@pytest.mark.parametrize(
    ("today", "minor"),
    [
        (date(2030, 4, 30), True),
        (date(2030, 5, 1), False),
        (date(2029, 12, 31), True),
        (date(2031, 1, 1), False),
    ],
)
def test_a_child_is_a_minor_until_the_day_it_is_18(today: date, minor: bool) -> None:
    assert OLDER.is_minor(today) is minor
    assert UNDATED.is_minor(today)


def test_a_grown_child_is_named_as_a_child_together_and_on_no_custody_paper() -> None:
    grown = Child("Gwen Field", date(1998, 1, 1), "child-9", "both")
    case = asking(Custody(lived_together="yes"), grown, YOUNGER)
    assert case.children_names == "Gwen Field, Ben Field"
    assert case.custody_children == (YOUNGER,)
    assert [minor.name for minor in case.minors] == ["Ben Field"]


def test_the_names_beside_the_box_of_a_child_together_need_that_box() -> None:
    """DV-100 item 3a: without the tie no box is ticked, so no name stands there."""
    case = asking(Custody(), YOUNGER)
    assert replace(case, relationship=Relationship(kinds=("married",))).children_names == ""
    assert case.children_names == "Ben Field"


def test_a_place_of_a_child_no_longer_listed_is_not_that_of_the_one_who_is() -> None:
    custody = Custody(homes_now=(at(HERE, YOUNGER), at(FATHERS, OLDER)), homes_before=(BEFORE,))
    alone = asking(custody, YOUNGER).history
    assert [home.city for home in alone.homes] == ["Fresno", "Reno"]


def test_people_told_before_there_were_keys_are_given_one_and_the_others_keep_theirs() -> None:
    told = Case(
        children=(Child("Lee Field"), Child(), Child("Sam Field", key="child-2")),
        protected_people=(ProtectedPerson("Ida Field"),),
    )
    keyed = with_keys(told)
    assert [child.key for child in keyed.children] == ["child-3", "", "child-2"]
    assert keyed.protected_people[0].key == "person-1"
    assert with_keys(keyed) == keyed


def test_children_without_keys_are_of_no_place_in_common() -> None:
    twins = [Child("Lee Field"), Child("Sam Field")]
    found = histories(twins, Custody(homes_now=(replace(HERE, children=("",)),)))
    assert all(one.now == Home() for one in found)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({}, []),
        ({0: ("18:00", ""), 1: ("", "08:00")}, [1]),
        ({0: ("18:00", ""), 1: ("18:00", "08:00"), 2: ("", "08:00")}, [1, 2]),
        ({4: ("18:00", ""), 6: ("", "17:00")}, [5, 6]),
        ({6: ("18:00", ""), 0: ("", "08:00")}, [0]),
        ({2: ("15:00", "18:00")}, []),
    ],
)
def test_nights_a_visit_goes_on_through(told: dict[int, tuple[str, str]], expected: list[int]) -> None:
    days = [DayPlan(*told.get(number, ("", ""))) for number in range(7)]
    assert [number for number, goes_on in enumerate(nights(days)) if goes_on] == expected


def test_only_facts_kept_from_the_public_are_kept_from_the_other_person_or_shared() -> None:
    """An answer to item 5 that was taken back takes what followed from it along (DV-160 items 8a, 9b)."""
    privacy = MinorPrivacy(
        facts=("name",), respondent_facts=("name", "address"), share_facts=("address", "other")
    )
    assert privacy.facts_kept_from_respondent == ("name",)
    assert privacy.facts_shared == ()


def test_a_child_of_the_petitioner_alone_is_not_one_custody_is_asked_for() -> None:
    mine = Child("Dora Lane", date(2010, 1, 1), "child-4", "mine")
    theirs = Child("Eva Lane", date(2011, 1, 1), "child-5", "theirs")
    case = Case(children=(YOUNGER, mine, theirs, Child(key="child-6"), OLDER))
    assert case.custody_children == (theirs, OLDER, YOUNGER)
    assert "Dora Lane" not in case.children_names


@pytest.mark.parametrize(
    ("children", "told", "expected"),
    [
        ((OLDER,), "", "yes"),
        ((OLDER,), "no", "yes"),  # an answer left over from when there were two
        ((OLDER, YOUNGER), "", ""),
        ((OLDER, YOUNGER), "no", "no"),
        ((OLDER, YOUNGER), "yes", "yes"),
        ((), "", ""),
    ],
)
def test_an_only_child_has_lived_together(children: tuple[Child, ...], told: YesNo, expected: YesNo) -> None:
    assert asking(Custody(lived_together=told), *children).have_lived_together == expected


def test_a_child_who_is_not_asked_for_does_not_make_two() -> None:
    mine = replace(YOUNGER, whose="mine")
    assert asking(Custody(), OLDER, mine).have_lived_together == "yes"


def test_the_children_whose_records_are_closed_are_named_oldest_first() -> None:
    chosen = Custody(records_children=("child-1", "child-2", "child-9"))
    assert asking(chosen, YOUNGER, UNDATED, OLDER).records_children_names == "Alma Field, Ben Field"
    assert asking(Custody(), YOUNGER, OLDER).records_children_names == ""


def test_everyone_under_18_is_named_once_for_privacy() -> None:
    people = (
        ProtectedPerson(name="ben field", age=8, key="person-1"),  # the child, told again
        ProtectedPerson(name="Dora Lane", age=16, key="person-2"),
        ProtectedPerson(name="Rosa Lane", age=66, key="person-3"),
        ProtectedPerson(name="Paul Lane", key="person-4"),  # nobody said how old
    )
    case = Case(children=(OLDER, YOUNGER), protected_people=people)
    assert [minor.key for minor in case.minors] == ["child-2", "child-1", "person-2"]
    asked = replace(case, minor_privacy=MinorPrivacy(minors=("person-2", "child-2", "person-3")))
    assert [minor.name for minor in asked.private_minors] == ["Alma Field", "Dora Lane"]
    assert asked.asks_for_several_minors


# Where they lived


def test_children_who_lived_together_have_one_history() -> None:
    custody = Custody(lived_together="yes", homes_now=(HERE,), homes_before=(BEFORE,))
    case = asking(custody, YOUNGER, OLDER)
    assert case.history == History((OLDER, YOUNGER), HERE, (BEFORE,))
    assert case.history.names == "Alma Field, Ben Field"
    assert case.history_sheets == ()


def test_children_who_lived_apart_are_grouped_by_their_homes() -> None:
    both, hers, his = at(BEFORE, OLDER, YOUNGER), at(HERE, OLDER, UNDATED), at(FATHERS, YOUNGER)
    custody = Custody(lived_together="no", homes_now=(hers, his), homes_before=(both,))
    case = asking(custody, YOUNGER, OLDER, UNDATED)
    told = histories(case.custody_children, custody)
    assert told == (
        History((OLDER,), hers, (both,)),
        History((YOUNGER,), his, (both,)),
        History((UNDATED,), hers, ()),
    )
    assert case.history == History()


def test_children_with_the_same_homes_share_a_history() -> None:
    home = at(HERE, OLDER, YOUNGER)
    assert histories((OLDER, YOUNGER), Custody(homes_now=(home,))) == (History((OLDER, YOUNGER), home),)


def test_a_second_home_of_today_comes_next_and_says_present() -> None:
    custody = Custody(lived_together="yes", homes_now=(HERE, FATHERS), homes_before=(BEFORE,))
    told = asking(custody, OLDER, YOUNGER).history
    assert told.now == HERE
    assert told.before == (replace(FATHERS, until=PRESENT), BEFORE)


def test_without_a_home_of_today_its_row_stays_empty() -> None:
    told = asking(Custody(homes_before=(BEFORE,)), OLDER).history
    assert (told.now, told.before) == (Home(), (BEFORE,))


@pytest.mark.parametrize(
    ("number", "sheets"), [(0, []), (1, [False]), (2, [False]), (3, [True, False]), (5, [True, True, False])]
)
def test_two_histories_go_on_a_sheet_and_each_but_the_last_says_another_follows(
    number: int, sheets: list[bool]
) -> None:
    told = [History((Child(f"Child {n}"),)) for n in range(number)]
    made = history_sheets(told)
    assert [sheet.another_follows for sheet in made] == sheets
    assert [half for sheet in made for half in (sheet.first, sheet.second)][:number] == told
    if number % 2:
        assert made[-1].second == History()


def test_sheets_are_for_custody_of_children_who_lived_apart() -> None:
    custody = Custody(lived_together="no", homes_now=(at(HERE, OLDER), at(FATHERS, YOUNGER)))
    case = asking(custody, OLDER, YOUNGER)
    assert len(case.history_sheets) == 1
    assert not asking(replace(custody, lived_together=""), OLDER, YOUNGER).history_sheets
    assert not replace(case, requests=Requests()).history_sheets
    assert not replace(case, screening=Screening(chosen_path="cho")).history_sheets


def test_the_summary_of_a_home_tells_when_where_and_with_whom() -> None:
    home = replace(BEFORE, lived_with=("me", "respondent", "other"), other_relationship="Aunt")
    assert home.summary == (
        "From 01/2022 until 03/2026, Reno, NV, "
        "Children lived with: person in item 1; person in item 2; other: Aunt"
    )
    assert Home(city="Reno").summary == "From not known until not known, Reno"


@pytest.mark.parametrize("private", ["", "no", "yes"])
def test_a_private_home_prints_its_state_alone(private: YesNo) -> None:
    home = replace(HERE, private=private)
    hidden = private == "yes"
    assert home.place == ("CA" if hidden else "Fresno, CA")
    assert ("Fresno" in home.summary) is not hidden


KEYS = st.integers(1, 5).map(lambda number: [f"child-{n}" for n in range(1, number + 1)])


@st.composite
def families(draw: st.DrawFn) -> tuple[list[Child], Custody]:
    """Children and homes, no two homes the same; each home lists some of the children, or none."""
    keys = draw(KEYS)
    lists = st.lists(st.lists(st.sampled_from(keys), unique=True).map(tuple), max_size=5)
    now = [Home(since=f"now {n}", children=children) for n, children in enumerate(draw(lists))]
    before = [Home(since=f"before {n}", children=children) for n, children in enumerate(draw(lists))]
    born = st.one_of(st.none(), st.dates(date(2009, 1, 1), date(2026, 11, 1)))
    children = [Child(f"Child {key}", draw(born), key) for key in draw(st.permutations(keys))]
    return children, Custody(lived_together="no", homes_now=tuple(now), homes_before=tuple(before))


@given(families())
def test_each_child_is_in_one_history_with_each_of_its_homes_once(
    family: tuple[list[Child], Custody],
) -> None:
    children, custody = family
    told = histories(children, custody)
    assert sorted(child.key for one in told for child in one.children) == sorted(c.key for c in children)
    for one in told:
        rows = [home.since for home in (one.now, *one.before) if home != Home()]
        for child in one.children:
            homes = (*custody.homes_now, *custody.homes_before)
            assert rows == [home.since for home in homes if child.key in home.children]
    homes_of_each = [(one.now, one.before) for one in told]
    assert len(set(homes_of_each)) == len(told)


@given(families())
def test_every_history_is_on_one_sheet(family: tuple[list[Child], Custody]) -> None:
    told = histories(*family)
    halves = [half for sheet in history_sheets(told) for half in (sheet.first, sheet.second)]
    assert tuple(half for half in halves if half.children) == told


@given(st.lists(st.one_of(st.none(), st.integers(0, 6000)), max_size=8))
def test_no_child_is_lost_or_doubled_by_the_order(days: list[int | None]) -> None:
    start = date(2009, 1, 1)
    told = [
        Child(f"Child {n}", start + timedelta(days) if days is not None else None)
        for n, days in enumerate(days)
    ]
    ordered = oldest_first(told)
    assert sorted(child.name for child in ordered) == sorted(child.name for child in told)
    dates = [child.birth_date for child in ordered]
    assert dates == sorted(dates, key=lambda day: (day is None, day or start))


# Visits


@pytest.mark.parametrize(
    ("kept", "printed"),
    [
        ("00:00", "12:00 am"),
        ("00:15", "12:15 am"),
        ("01:05", "1:05 am"),
        ("11:59", "11:59 am"),
        ("12:00", "12:00 pm"),
        ("15:00", "3:00 pm"),
        ("23:59", "11:59 pm"),
        *((odd, odd) for odd in ("", "15", "15:", ":30", "after school", "-3:00")),
    ],
)
def test_a_time_of_day_is_printed_as_people_write_it(kept: str, printed: str) -> None:
    assert clock_time(kept) == printed
    plan = DayPlan(start=kept, end=kept)
    assert (plan.start_text, plan.end_text) == (printed, printed)


VISIT = Visits(place="in_person", details="On Sundays")


@pytest.mark.parametrize("visits", ["yes", "virtual"])
@pytest.mark.parametrize("supervised", ["", "yes", "no"])
def test_visits_are_laid_out_in_one_item_only(visits: str, supervised: YesNo) -> None:
    custody = Custody(visits=visits, supervised=supervised, visit=VISIT)  # type: ignore[arg-type]
    laid_out = replace(VISIT, place="virtual") if visits == "virtual" else VISIT
    assert custody.supervised_visits == (laid_out if supervised == "yes" else Visits())
    assert custody.unsupervised_visits == (laid_out if supervised == "no" else Visits())


@pytest.mark.parametrize("visits", ["", "none"])
@pytest.mark.parametrize("supervised", ["", "yes", "no"])
def test_without_visits_nothing_of_them_is_laid_out(visits: str, supervised: YesNo) -> None:
    custody = Custody(visits=visits, supervised=supervised, visit=VISIT)  # type: ignore[arg-type]
    assert custody.supervised_answer == ""
    assert custody.supervised_visits == custody.unsupervised_visits == Visits()


# What comes with custody


def test_the_fear_of_abduction_and_of_a_minors_name_bring_forms_only_where_they_apply() -> None:
    feared = asking(Custody(fears_abduction="yes"), OLDER)
    assert feared.fears_abduction
    assert not replace(feared, requests=Requests()).fears_abduction
    private = replace(feared, minor_privacy=MinorPrivacy(wanted="yes"))
    assert private.asks_for_minor_privacy_with_dvro and not private.asks_for_minor_privacy_with_cho
    moved_over = replace(private, screening=Screening(chosen_path="cho"))
    assert moved_over.asks_for_minor_privacy_with_cho and not moved_over.asks_for_minor_privacy_with_dvro


# The stories


def test_the_parenting_stories_are_on_disk() -> None:
    assert set(PARENTING_STORIES) <= set(STORIES)


@pytest.mark.parametrize("name", PARENTING_STORIES)
def test_a_story_is_read_and_written_without_loss(name: str) -> None:
    case = story(name)
    assert from_json(json.loads(json.dumps(to_json(case)))) == case


@pytest.mark.parametrize("name", PARENTING_STORIES)
def test_every_answer_of_a_story_is_asked(name: str) -> None:
    case = story(name)
    assert to_json(prune(case)) == to_json(case)


@pytest.mark.parametrize("name", PARENTING_STORIES)
def test_every_key_a_story_names_is_someones(name: str) -> None:
    case = story(name)
    children = {child.key for child in case.custody_children}
    custody = case.custody
    named = {key for home in (*custody.homes_now, *custody.homes_before) for key in home.children}
    assert named | set(custody.records_children) <= children
    assert set(case.minor_privacy.minors) <= {minor.key for minor in case.minors}


def test_the_three_histories_go_on_two_sheets() -> None:
    case = story("three_histories")
    first, last = case.history_sheets
    assert [first.first.names, first.second.names, last.first.names] == [
        "Rafael Quintero, Camila Quintero",
        "Gabriel Quintero, Valentina Quintero",
        "Emilio Quintero",
    ]
    assert (first.another_follows, last.another_follows) == (True, False)
    assert len(first.first.before) > 6
    assert first.second.now.place == "CA"
