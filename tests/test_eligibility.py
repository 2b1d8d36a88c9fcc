"""Which orders the screening answers open: a truth table, told here in its own words, every combination."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any, get_args

import pytest

from interview import eligibility
from interview.answers import get_answer
from interview.case import Case
from interview.chapters.screening import (
    SCREENING,
    HowOld,
    Relationships,
    Relatives,
    RightNow,
    WhatHappened,
    Where,
)
from interview.comparison import comparison
from interview.conduct import Conduct, Path, Screening, Setting
from interview.fields import UNSAID
from interview.people import Petitioner, Respondent
from interview.questions import Page, QuestionForm, steps_of
from interview.relationship import Relationship, RelationshipKind, RelativeKind
from interview.rules import counties, rules
from interview.vocabulary import YesNo

TODAY = date(2026, 11, 21)
BOTH: tuple[Path, ...] = ("dvro", "cho")
DVRO: tuple[Path, ...] = ("dvro",)
CHO: tuple[Path, ...] = ("cho",)
NEITHER: tuple[Path, ...] = ()

# The tie, and whose law it is: F Family Code 6211, E everyone else, U not certain
TIES: dict[str, tuple[Relationship, str]] = {
    "nothing answered": (Relationship(), "U"),
    "a child together": (Relationship(kinds=("child_together",)), "F"),
    "married": (Relationship(kinds=("married",)), "F"),
    "formerly married": (Relationship(kinds=("formerly_married",)), "F"),
    "dating": (Relationship(kinds=("dating",)), "F"),
    "engaged": (Relationship(kinds=("engaged",)), "F"),
    "parent": (Relationship(kinds=("related",), relatives=("parent",)), "F"),
    "sibling": (Relationship(kinds=("related",), relatives=("sibling",)), "F"),
    "child": (Relationship(kinds=("related",), relatives=("child",)), "F"),
    "grandparent": (Relationship(kinds=("related",), relatives=("grandparent",)), "F"),
    "child's spouse": (Relationship(kinds=("related",), relatives=("childs_spouse",)), "F"),
    "grandchild": (Relationship(kinds=("related",), relatives=("grandchild",)), "F"),
    "related, not said how": (Relationship(kinds=("related",)), "U"),
    "in-law, marriage stands": (
        Relationship(
            kinds=("related",), relatives=("sibling",), related_by_marriage="yes", marriage_still_stands="yes"
        ),
        "F",
    ),
    "in-law, not said whether it stands": (
        Relationship(kinds=("related",), relatives=("sibling",), related_by_marriage="yes"),
        "F",
    ),
    "in-law after divorce": (
        Relationship(
            kinds=("related",), relatives=("sibling",), related_by_marriage="yes", marriage_still_stands="no"
        ),
        "U",
    ),
    "in-law after divorce, no relative named": (
        Relationship(kinds=("related",), related_by_marriage="yes", marriage_still_stands="no"),
        "U",
    ),
    "in-law after divorce, and a household": (
        Relationship(
            kinds=("related", "live_together"),
            relatives=("parent",),
            related_by_marriage="yes",
            marriage_still_stands="no",
            lived_as_household="yes",
        ),
        "F",
    ),
    "in-law after divorce, and only roommates": (
        Relationship(
            kinds=("related", "live_together"),
            relatives=("parent",),
            related_by_marriage="yes",
            marriage_still_stands="no",
            lived_as_household="no",
        ),
        "U",
    ),
    "in-law after divorce, and dating": (
        Relationship(
            kinds=("related", "dating"),
            relatives=("sibling",),
            related_by_marriage="yes",
            marriage_still_stands="no",
        ),
        "F",
    ),
    "blood relative, a stray answer about a marriage": (
        Relationship(
            kinds=("related",), relatives=("sibling",), related_by_marriage="no", marriage_still_stands="no"
        ),
        "F",
    ),
    "lives together, household": (Relationship(kinds=("live_together",), lived_as_household="yes"), "F"),
    "lives together, only roommates": (Relationship(kinds=("live_together",), lived_as_household="no"), "E"),
    "lives together, not said which": (Relationship(kinds=("live_together",)), "U"),
    "roommate and once dating": (Relationship(kinds=("roommate", "dating")), "F"),
    "neighbor and co-worker": (Relationship(kinds=("neighbor", "coworker")), "E"),
    "neighbor": (Relationship(kinds=("neighbor",)), "E"),
    "co-worker": (Relationship(kinds=("coworker",)), "E"),
    "employer": (Relationship(kinds=("employer",)), "E"),
    "roommate": (Relationship(kinds=("roommate",)), "E"),
    "friend": (Relationship(kinds=("friend",)), "E"),
    "landlord": (Relationship(kinds=("landlord",)), "E"),
    "tenant": (Relationship(kinds=("tenant",)), "E"),
    "aunt, uncle, cousin": (Relationship(kinds=("distant_relative",)), "E"),
    "classmate": (Relationship(kinds=("classmate",)), "E"),
    "acquaintance": (Relationship(kinds=("acquaintance",)), "E"),
    "stranger": (Relationship(kinds=("stranger",)), "E"),
    "other": (Relationship(kinds=("other",), other_word="my sister's ex"), "E"),
}

# What happened; more than once?; what is open to F, to E, to U
Happened = tuple[tuple[Conduct, ...], YesNo, tuple[Path, ...], tuple[Path, ...], tuple[Path, ...]]
VIOLENT: tuple[Conduct, ...] = (
    "injury",
    "attempted_injury",
    "sexual_assault",
    "strangulation",
    "fear_of_harm",
    "threats",
    "stalking",
    "harm_to_children",
    "forced_acts",
)
NOT_VIOLENT: tuple[Conduct, ...] = (
    "unwanted_contact",
    "property_damage",
    "impersonation",
    "harm_to_animals",
    "isolation",
    "deprived_of_needs",
    "monitoring_or_control",
    "money_control",
    "immigration_threats",
    "reproductive_coercion",
    "disturbed_peace",
)
CONTROL: tuple[Conduct, ...] = ("isolation", "money_control", "monitoring_or_control")
HAPPENED: list[Happened] = [
    ((), "", NEITHER, NEITHER, NEITHER),
    ((), "yes", NEITHER, NEITHER, NEITHER),
    *[((act,), "no", DVRO, CHO, BOTH) for act in VIOLENT],
    *[((act,), "", DVRO, CHO, BOTH) for act in VIOLENT],
    *[((act,), "no", DVRO, NEITHER, DVRO) for act in NOT_VIOLENT],
    *[((act,), "yes", DVRO, CHO, BOTH) for act in NOT_VIOLENT],
    *[((act,), "", DVRO, CHO, BOTH) for act in NOT_VIOLENT],
    (CONTROL, "no", DVRO, NEITHER, DVRO),
    (CONTROL, "yes", DVRO, CHO, BOTH),
    (("single_annoyance",), "no", NEITHER, NEITHER, NEITHER),
    (("single_annoyance",), "", NEITHER, NEITHER, NEITHER),
    (("single_annoyance",), "yes", DVRO, CHO, BOTH),
    (("single_annoyance", "threats"), "no", DVRO, CHO, BOTH),
]
AGES: list[int | None] = [8, 12, 17, 30, 70, None]


def a_case(
    tie: str = "dating",
    conduct: tuple[Conduct, ...] = ("injury",),
    more_than_once: YesNo = "",
    age: int | None = 30,
) -> Case:
    return Case(
        petitioner=Petitioner(age=age),
        relationship=TIES[tie][0],
        screening=Screening(conduct=conduct, more_than_once=more_than_once),
    )


def roads(case: Case) -> set[str]:
    return {road.source.rpartition("; ")[2] for road in eligibility.result(case, TODAY).other_roads}


def notes(case: Case) -> str:
    return " ".join(str(note.text) for note in eligibility.result(case, TODAY).notes)


def test_the_table_has_every_kind_and_every_conduct() -> None:
    kinds = {kind for relationship, _tie in TIES.values() for kind in relationship.kinds}
    assert kinds == set(get_args(RelationshipKind))
    assert {act for row in HAPPENED for act in row[0]} == set(get_args(Conduct))


@pytest.mark.parametrize("tie", TIES)
def test_the_truth_table(tie: str) -> None:
    column = {"F": 0, "E": 1, "U": 2}[TIES[tie][1]]
    for row, age in product(HAPPENED, AGES):
        expected: tuple[Path, ...] = (row[2], row[3], row[4])[column]
        result = eligibility.result(a_case(tie, row[0], row[1], age), TODAY)
        told = (row[0], row[1], age)
        assert result.open_paths == expected, told
        assert len(result.reasons) >= 2, told
        texts = [
            result.title,
            *(reason.text for reason in result.reasons),
            *(note.text for note in result.notes),
        ]
        assert all(str(text) for text in texts), told
        assert all(reason.source and reason.rule.checked <= TODAY for reason in result.reasons), told


@pytest.mark.parametrize(("age", "guardian", "alone"), [
    (8, True, False), (11, True, False), (12, False, True), (17, False, True), (18, False, False),
    (30, False, False), (70, False, False), (None, False, False),
])  # fmt: skip
@pytest.mark.parametrize("tie", ["dating", "neighbor"])
def test_age_says_who_can_ask_and_closes_nothing(
    tie: str, age: int | None, guardian: bool, alone: bool
) -> None:
    text = notes(a_case(tie, age=age))
    assert ("guardian ad litem" in text) is guardian
    assert ("12 or older can ask" in text) is alone


def choosing(case: Case, path: Path) -> Case:
    return replace(case, screening=replace(case.screening, chosen_path=path))


def says(case: Case) -> str:
    """What is said of a choice that the answers do not fit."""
    found = eligibility.misfit(case)
    return str(found.text) if found else ""


@pytest.mark.parametrize("tie", TIES)
def test_the_persons_own_choice_always_wins(tie: str) -> None:
    for row in HAPPENED:
        for path in BOTH:
            assert choosing(a_case(tie, row[0], row[1]), path).path == path


@pytest.mark.parametrize("tie", TIES)
def test_a_choice_the_answers_do_not_fit_is_said_and_kept(tie: str) -> None:
    column = {"F": 0, "E": 1, "U": 2}[TIES[tie][1]]
    for row, path in product(HAPPENED, BOTH):
        fits: tuple[Path, ...] = (row[2], row[3], row[4])[column]
        case = choosing(a_case(tie, row[0], row[1]), path)
        assert bool(says(case)) is (path not in fits), (row, path)
        assert eligibility.result(case, TODAY).is_open or path in fits, (row, path)
    assert not says(a_case(tie))


@pytest.mark.parametrize(("tie", "conduct", "chosen", "phrase"), [
    ("roommate", ("threats",), "dvro", "another tie"),
    ("lives together, only roommates", ("threats",), "dvro", "another tie"),
    ("neighbor", (), "dvro", "another tie"),
    ("married", ("single_annoyance",), "dvro", "not in its list"),
    ("married", ("injury",), "cho", "a tie of the domestic violence"),
    ("neighbor", (), "cho", "more than one act"),
    ("in-law after divorce", ("single_annoyance",), "cho", "more than one act"),
])  # fmt: skip
def test_the_sentence_says_what_does_not_fit(
    tie: str, conduct: tuple[Conduct, ...], chosen: Path, phrase: str
) -> None:
    text = says(choosing(a_case(tie, conduct), chosen))
    assert phrase in text
    assert "Your choice stays until you change it. Moving over keeps every answer." in text


def test_without_a_choice_the_facts_choose_or_nobody_does() -> None:
    assert a_case("dating").path == "dvro"
    assert a_case("neighbor").path == a_case("neighbor", ()).path == "cho"
    assert a_case("in-law after divorce").path == ""
    assert a_case("dating", ()).path == ""
    assert a_case("in-law after divorce").asks_for_dvro


@pytest.mark.parametrize(("tie", "conduct", "open_"), [
    ("dating", ("injury",), False), ("neighbor", ("threats",), False),
    ("in-law after divorce", ("injury",), True),
    ("nothing answered", ("injury",), True), ("dating", (), True), ("neighbor", (), True),
    ("related, not said how", ("property_damage",), True),
])  # fmt: skip
def test_the_comparison_is_unfolded_where_the_order_is_open(
    tie: str, conduct: tuple[Conduct, ...], open_: bool
) -> None:
    assert eligibility.result(a_case(tie, conduct, "no"), TODAY).is_open is open_


def side(name: str, of: str) -> str:
    """What the comparison says of one order about the subject with this word in it."""
    found = [one for one in comparison(TODAY) if name in str(one.subject)]
    assert len(found) == 1
    return str(getattr(found[0], of).text)


@pytest.mark.parametrize(("subject", "dvro", "cho"), [
    ("Who it is for", "living together as a household", "neighbors, co-workers, roommates"),
    ("must show", "more likely than not", "clear and convincing"),
    ("can order", "move out, child custody", "stay away, no guns"),
    ("cannot order", "Spousal support is for", "Moving out, child custody, visits or support"),
    ("cannot order", "Custody", "property, paying debts, or changing a phone account"),
    ("lasts", "Up to 5 years. It is 3 years", "Up to 5 years. It is 3 years"),
    ("renewed", "5 years or more, or permanently", "Up to 5 more years."),
    ("fees", "No fee.", "No fee where the other person used or threatened violence, stalked you"),
])  # fmt: skip
def test_the_comparison_has_the_facts(subject: str, dvro: str, cho: str) -> None:
    assert dvro in side(subject, "dvro")
    assert cho in side(subject, "cho")


def test_every_difference_has_both_sides_and_their_sources() -> None:
    for one in comparison(TODAY):
        for told in (one.dvro, one.cho):
            assert told and told.source and "{" not in str(told.text)


def test_what_a_civil_order_cannot_do_is_said_where_it_is_open() -> None:
    assert "cannot make someone move out" in notes(a_case("neighbor"))
    assert "cannot make someone move out" in notes(a_case("in-law after divorce"))
    assert "cannot make someone move out" not in notes(a_case("married"))
    assert "cannot make someone move out" in notes(choosing(a_case("married"), "cho"))


BEFORE = {"rule 2.253": "ask the clerk", "rule 3.672": "There may be a fee"}
SINCE = {"2025)": "There is no fee for that", "Assembly Bill 561": "You can file these papers online"}


@pytest.mark.parametrize(("day", "said", "left_out"), [
    (date(2026, 12, 31), BEFORE, SINCE), (date(2027, 1, 1), SINCE, BEFORE),
])  # fmt: skip
def test_filing_online_and_coming_by_video_change_on_their_day(
    day: date, said: dict[str, str], left_out: dict[str, str]
) -> None:
    def told(tie: str) -> str:
        found = eligibility.result(a_case(tie), day).notes
        return " ".join(f"{note.text} {note.source}" for note in found)

    for tie in ("neighbor", "in-law after divorce"):
        assert all(source in told(tie) and text in told(tie) for source, text in said.items())
        assert not any(source in told(tie) or text in told(tie) for source, text in left_out.items())
        assert ("From January 1, 2027" in told(tie)) is (day.year == 2026)
    assert not any(text in told("married") for text in (*BEFORE.values(), *SINCE.values()))


# Who comes to the civil harassment order: the tie, age, what happened, where; the source of the tie's
# reason; the other orders named
CIVIL: dict[str, tuple[str, int, tuple[Conduct, ...], tuple[Setting, ...], str, set[str]]] = {
    "14-year-old, classmate": ("classmate", 14, ("threats",), ("school",), "CH-100", {"SV-100"}),
    "stalker never met": ("stranger", 30, ("stalking", "unwanted_contact"), ("elsewhere",), "CH-100", set()),
    "co-worker": ("co-worker", 30, ("threats",), ("workplace",), "CH-100", {"WV-100"}),
    "employer": ("employer", 30, ("sexual_assault",), ("workplace",), "CH-100", {"WV-100"}),
    "neighbor": ("neighbor", 30, ("threats",), ("home",), "CH-100", set()),
    "neighbor, 70": ("neighbor", 70, ("threats",), ("home",), "CH-100", {"EA-100"}),
    "roommate": ("roommate", 30, ("injury",), ("home",), "6209", set()),
    "ex-roommate": ("lives together, only roommates", 30, ("unwanted_contact",), (), "6209", set()),
    "landlord": ("landlord", 30, ("monitoring_or_control",), ("home",), "CH-100", set()),
    "cousin": ("aunt, uncle, cousin", 30, ("threats",), ("home",), "6211(f)", set()),
}


@pytest.mark.parametrize("who", CIVIL)
def test_who_comes_to_the_civil_harassment_order(who: str) -> None:
    tie, age, conduct, setting, source, named = CIVIL[who]
    case = a_case(tie, conduct, "yes", age)
    case = replace(case, screening=replace(case.screening, setting=setting))
    result = eligibility.result(case, TODAY)
    assert (result.open_paths, case.path) == (CHO, "cho")
    assert not result.is_open and result.misfit is None
    assert "civil harassment restraining order" in f"{result.title} {result.reasons[0].text}"
    assert source in result.reasons[0].source
    assert "527.6(b)" in result.reasons[-1].source
    assert roads(case) - {"GV-100", "Penal Code § 136.2"} == named
    assert ("12 or older can ask" in notes(case)) is (age == 14)
    assert "where the other person lives" in notes(case)


@pytest.mark.parametrize(
    ("tie", "phrase"),
    [
        ("in-law after divorce", "Sources do not agree"),
        ("roommate", "only shared a home as roommates"),
        ("lives together, only roommates", "only shared a home as roommates"),
        ("lives together, not said which", "more than roommates"),
        ("aunt, uncle, cousin", "aunts, uncles or cousins"),
        ("stranger", "or to have met"),
        ("related, not said how", "You did not say which you are"),
        ("nothing answered", "You did not say who the other person is"),
        ("dating", "someone you dated"),
    ],
)
def test_the_reason_fits_the_tie(tie: str, phrase: str) -> None:
    assert phrase in str(eligibility.result(a_case(tie), TODAY).reasons[0].text)


def test_an_ended_marriage_beside_another_tie_is_explained_and_changes_nothing() -> None:
    assert "another tie you checked is enough" in notes(a_case("in-law after divorce, and dating"))


def test_control_without_a_blow_is_named_as_abuse() -> None:
    sources = {r.source for r in eligibility.result(a_case("married", CONTROL), TODAY).reasons}
    assert "Family Code § 6320(c)" in sources
    sources = {r.source for r in eligibility.result(a_case("married", ("injury",)), TODAY).reasons}
    assert "Family Code § 6320(c)" not in sources


def test_one_act_that_is_not_violence_says_what_is_missing() -> None:
    reasons = eligibility.result(a_case("neighbor", ("property_damage",), "no"), TODAY).reasons
    assert "more than one act" in str(reasons[-1].text)


def test_no_residence_is_needed_and_a_rule_waits_for_its_day() -> None:
    case = a_case()
    assert "do not have to live in California" in notes(case)
    before = eligibility.result(case, date(2024, 12, 31))
    assert not any("live in California" in str(note.text) for note in before.notes)


def test_emergency_order_only_in_danger() -> None:
    case = a_case()
    assert "Family Code §§ 6250, 6256" not in roads(case)
    danger = replace(case, screening=replace(case.screening, danger_now="yes"))
    assert "Family Code §§ 6250, 6256" in roads(danger)


@pytest.mark.parametrize(("age", "limits", "asking_for", "named"), [
    (64, "", "self", False), (65, "", "self", True), (70, "", "", True), (64, "yes", "self", True),
    (18, "yes", "self", True), (17, "yes", "self", False), (30, "no", "self", False),
    (30, "", "dependent_adult", True), (None, "", "dependent_adult", True), (None, "", "self", False),
    (10, "", "child", False),
])  # fmt: skip
def test_elder_and_dependent_adult_road(age: int | None, limits: YesNo, asking_for: Any, named: bool) -> None:
    case = a_case(age=age)
    screening = replace(case.screening, dependent_adult=limits, asking_for=asking_for)
    assert ("EA-100" in roads(replace(case, screening=screening))) is named


@pytest.mark.parametrize(("tie", "setting", "work", "school"), [
    ("dating", (), False, False), ("dating", ("home", "elsewhere"), False, False),
    ("dating", ("workplace",), True, False), ("dating", ("school",), False, True),
    ("co-worker", (), True, False), ("employer", (), True, False), ("classmate", (), False, True),
])  # fmt: skip
def test_work_and_school_roads(tie: str, setting: tuple[Setting, ...], work: bool, school: bool) -> None:
    case = a_case(tie)
    named = roads(replace(case, screening=replace(case.screening, setting=setting)))
    assert ("WV-100" in named, "SV-100" in named) == (work, school)


@pytest.mark.parametrize("act", get_args(Conduct))
def test_gun_and_criminal_roads(act: Conduct) -> None:
    named = roads(a_case(conduct=(act,)))
    assert ("GV-100" in named) is (act in VIOLENT)
    assert ("Penal Code § 136.2" in named) is (act in VIOLENT)
    assert "GV-100" in roads(replace(a_case(conduct=(act,)), has_firearms="yes"))


def test_every_rule_has_a_source_and_a_day_it_was_checked() -> None:
    assert rules()
    for name, rule in rules().items():
        assert rule.source, name
        assert isinstance(rule.checked, date), name
    assert all(county.as_of and county.source for county in counties().values())


def first_slugs(case: Case) -> list[str]:
    return [step.slug for step in steps_of(SCREENING, case)]


def test_a_page_is_asked_only_where_it_applies() -> None:
    assert first_slugs(Case()) == ["who", "age", "relationship", "events", "where", "now"]
    related = Case(relationship=Relationship(kinds=("related",)))
    assert {"family", "family-how"} <= set(first_slugs(related))
    assert "home" in first_slugs(Case(relationship=Relationship(kinds=("live_together",))))
    assert "how-often" in first_slugs(a_case())
    assert "home" not in first_slugs(related)


@pytest.mark.parametrize(("age", "asked"), [(None, False), (17, False), (18, True), (64, True), (65, False)])
def test_help_with_daily_life_is_asked_of_grown_ups_who_are_no_elders(age: int | None, asked: bool) -> None:
    assert ("daily-help" in first_slugs(a_case(age=age))) is asked
    cared_for = replace(a_case(age=age), screening=Screening(asking_for="dependent_adult"))
    assert "daily-help" not in first_slugs(cared_for)


@pytest.mark.parametrize(
    ("form", "field", "kind"),
    [
        (Relationships, "kinds", RelationshipKind),
        (Relatives, "relatives", RelativeKind),
        (WhatHappened, "conduct", Conduct),
        (Where, "setting", Setting),
    ],
)
def test_every_word_of_the_vocabulary_can_be_checked_and_comes_back(
    form: type[QuestionForm], field: str, kind: Any
) -> None:
    every = list(get_args(kind))
    page = form({field: every}, case=Case())
    assert page.is_valid(), page.errors
    case = page.saved_to(Case())
    assert set(get_answer(case, page.case_paths()[field])) == set(every)
    assert set(form(case=case)[field].value()) == set(every)


def test_none_of_these_stands_alone_and_leaves_nothing() -> None:
    page = WhatHappened({"conduct": [UNSAID]}, case=a_case())
    assert page.is_valid()
    assert page.saved_to(a_case()).screening.conduct == ()
    both = WhatHappened({"conduct": [UNSAID, "threats"]}, case=Case())
    assert not both.is_valid()
    assert "Not both" in str(both.errors["conduct"])


@pytest.mark.parametrize(("given", "kept"), [("yes", "yes"), ("no", "no"), (UNSAID, ""), ("", "")])
def test_rather_not_say_is_an_answer(given: str, kept: str) -> None:
    page = RightNow({"danger_now": given}, case=Case())
    assert page.is_valid()
    assert page.saved_to(Case()).screening.danger_now == kept


@pytest.mark.parametrize(
    ("given", "fine"), [("8", True), ("", True), ("-1", False), ("121", False), ("x", False)]
)
def test_an_age_is_a_number_of_years(given: str, fine: bool) -> None:
    assert HowOld({"age": given}, case=Case()).is_valid() is fine


def test_no_question_says_victim_or_abuser_or_leaves_a_name_open() -> None:
    for part in SCREENING.pages:
        assert isinstance(part, Page)
        page = part.form(case=Case(respondent=Respondent(name="Sam")))
        shown = f"{page.heading_text} {page.intro_text} {page.why_text} {page.as_p()}"
        assert not re.search(r"victim|abuser|\{|recommend", shown, re.IGNORECASE)
        assert page.heading_text and not str(page.heading_text).startswith("If")


@pytest.mark.parametrize("age", [8, 13, 70])
def test_numbers_in_the_texts_come_from_the_rules(age: int) -> None:
    case = a_case(age=age)
    result = eligibility.result(replace(case, screening=replace(case.screening, danger_now="yes")), TODAY)
    told = [str(reason.text) for reason in (*result.reasons, *result.notes)]
    told += [str(road.text) for road in result.other_roads]
    assert not any("{" in text for text in told)
    assert any("on the 7th day" in text for text in told)
