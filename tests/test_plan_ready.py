"""Getting ready and the day: what is named comes from the story, and from nowhere else."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from interview.case import Case
from interview.conduct import ABUSE, ANNOYANCE
from interview.hearing import Hearing
from interview.incidents import Incident
from interview.people import Lawyer, Petitioner, ProtectedPerson
from interview.plan import PlanStep, steps
from interview.plan_day import the_day
from interview.plan_ready import _ACTS, ready
from interview.relationship import Relationship
from interview.relevance import prune
from interview.requests import Requests
from interview.rules import rules
from interview.vocabulary import YesNo
from tests.stories_on_disk import STORIES, story

DAY = date(2026, 11, 21)
TOLD = ("everything", "civil_everything", "civil_neighbor_threats", "teen_dating", "least", "civil_least")
CONFRONTING = re.compile(
    r"confront|stand up to|(talk|speak|write|explain|warn|tell|ask|call|answer|meet|visit|go) "
    r"(to |with |by )?(the other person|them to stop|him|her)\b",
    re.IGNORECASE,
)
NOT_TO = re.compile(r"you do not have to (talk with|look at|answer)[^.:]*", re.IGNORECASE)


def of(name: str) -> Case:
    return prune(story(name))


def words(step: PlanStep) -> str:
    return " ".join(filter(None, (step.title, *step.paragraphs, step.deadline, step.missed)))


def civil(case: Case) -> Case:
    return replace(
        case,
        relationship=Relationship(kinds=("neighbor",)),
        screening=replace(case.screening, chosen_path="cho"),
    )


@pytest.mark.parametrize("name", TOLD)
def test_the_steps_are_whole(name: str) -> None:
    case = of(name)
    known = {rule.source for rule in rules().values()}
    for step in (ready(case), the_day(case)):
        assert step.sources and set(step.sources) <= known
        assert all(step.paragraphs) and bool(step.deadline) == bool(step.missed)
        other = "DV-" if case.asks_for_cho else "CH-"
        assert other not in words(step) and not any(other in source for source in step.sources)
        assert not {"{", "}", "%"} & set(words(step))
        assert not re.search(r"\(\)|: \.|\.\.|  |; ;|, ,|None", words(step))
        assert not CONFRONTING.search(NOT_TO.sub("", words(step)))
        assert not any(word in words(step).casefold() for word in ("recommend", "victim", "abuser"))


def test_advice_to_confront_would_be_found() -> None:
    assert CONFRONTING.search("Talk to the other person first.")
    assert CONFRONTING.search("Go with a friend and tell them to stop, then warn him.")
    assert not CONFRONTING.search("Tell the clerk or the bailiff when you want to wait apart.")


@pytest.mark.parametrize("name", TOLD)
def test_what_was_told_is_there_as_it_was_typed(name: str) -> None:
    case, told = of(name), words(ready(of(name)))
    for incident in case.incidents:
        assert incident.date in told
        for answer, text in (
            (incident.witnesses, incident.witness_names),
            (incident.weapon, incident.weapon_description),
            (incident.harm, incident.harm_description),
        ):
            assert answer != "yes" or len(text.split()) > 24 or text.strip(" .") in told
        if incident.police == "yes":
            assert re.search(f"Ask the police now for the report of: [^.]*{re.escape(incident.date)}", told)
    for code, label in _ACTS.items():
        assert (f"{label}" in told) is (code in case.screening.conduct)
    assert ("Ask the police" in told) is any(one.police == "yes" for one in case.incidents)
    assert ("having seen or heard it" in told) is any(one.witnesses == "yes" for one in case.incidents)


def test_every_act_has_its_few_words() -> None:
    assert set(_ACTS) == ABUSE | ANNOYANCE and len(set(map(str, _ACTS.values()))) == len(_ACTS)


def test_the_last_time_comes_first() -> None:
    told = ready(of("everything")).paragraphs
    starts = ("Begin with the last time: 11/07/2026. Weapon: A tire iron", "Then: 06/20/2026.", "Then: 02/")
    times = [one for one in told if one.startswith(("Begin", "Then"))]
    assert all(one.startswith(start) for one, start in zip(times, starts, strict=True))
    assert any("item 7b" in one for one in ready(of("civil_everything")).paragraphs)


def test_of_many_times_the_later_are_told_by_their_days() -> None:
    many = tuple(Incident(date=f"May {day}", harm="yes", harm_description="A cut") for day in range(9, 0, -1))
    told = ready(Case(incidents=many)).paragraphs
    assert sum("Harm: A cut." in one for one in told) == 6
    assert "Then the times before, the worst first: May 3; May 2; May 1." in told


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("A bat. Twice.", "Harm: A bat. Twice."),
        ("One two three. " + "word " * 40, "Harm: One two three …"),
        ("word " * 40, "Harm: " + "word " * 24 + "…"),
        ("   ", ""),
    ],
)
def test_a_long_telling_is_shortened_where_a_sentence_ends(typed: str, said: str) -> None:
    told = ready(Case(incidents=(Incident(date="May 1", harm="yes", harm_description=typed),))).paragraphs
    assert f"Begin with the last time: May 1. {said}".strip() in told


@pytest.mark.parametrize("name", STORIES)
def test_the_step_stays_short(name: str) -> None:
    told = ready(of(name)).paragraphs
    assert len(told) <= 22 and all(len(one) <= 700 for one in told) and len(" ".join(told)) < 4_600


@pytest.mark.parametrize(
    ("lawyer", "said", "not_said"),
    [
        ("yes", "they do not sit at your table", "may sit"),
        ("no", "They may sit at the table with you.", "lawyer"),
        ("", "When you have no lawyer, they may sit at the table with you.", "do not sit"),
    ],
)
def test_the_support_person_sits_at_the_table_beside_who_has_no_lawyer(
    lawyer: YesNo, said: str, not_said: str
) -> None:
    """Family Code 6303(b); Code of Civil Procedure 527.6(l), where violence or threats of it are told of."""
    case = Case(petitioner=Petitioner(has_lawyer=lawyer))
    for each in (case, civil(case)):
        (support,) = (one for one in ready(each).paragraphs if "for support" in one)
        assert said in support and not_said not in support
        assert ("tell of violence or threats" in support) is each.asks_for_cho


def test_the_least_story_names_nothing_it_does_not_know() -> None:
    told = words(ready(of("civil_least")))
    absent = ("last time", "Weapon", "Guns", "Harm", "Threats:", "example", "Ask the police", "You named")
    assert not [each for each in absent if each in told]
    assert "People who saw or heard" in told


def test_an_answer_taken_back_is_not_named() -> None:
    taken_back = Incident(
        witnesses="no",
        witness_names="Rosa",
        weapon="no",
        weapon_description="A bat",
        harm="no",
        harm_description="A cut",
        police="no",
        emergency_order="yes",
    )
    case = Case(incidents=(taken_back,), has_firearms="no")
    told = words(ready(case))
    assert not any(text in told for text in ("Rosa", "A bat", "A cut", "police now"))


def test_who_needs_looking_after() -> None:
    case = Case(
        petitioner=Petitioner(age=30),
        protected_people=(
            ProtectedPerson("Leo", 9, lives_with_you="yes"),
            ProtectedPerson("Fleur", 15, lives_with_you="no"),
            ProtectedPerson("Rosa", 66, lives_with_you="yes"),
        ),
    )
    assert "Who looks after Leo that day?" in words(ready(case))
    assert "looks after" not in words(ready(replace(case, petitioner=Petitioner(age=13))))
    assert "looks after" not in words(ready(Case()))


@pytest.mark.parametrize(
    ("case", "said", "not_said"),
    [
        (Case(), "DV-100, DV-109, DV-110, DV-200", "CH-"),
        (Case(hearing=Hearing(first_orders="none")), "DV-100, DV-109, DV-200", "orders you have now"),
        (civil(Case()), "CH-100, CH-109, CH-200", "CH-110"),
        (civil(Case(requests=Requests(asked=("temporary_order",)))), "CH-100, CH-109, CH-110, CH-200", "DV-"),
    ],
)
def test_what_is_brought_on_the_day(case: Case, said: str, not_said: str) -> None:
    assert said in words(the_day(case)) and not_said not in words(the_day(case))


def test_the_day_says_what_follows_who_comes() -> None:
    told = the_day(Case(hearing=Hearing(department="5B"))).paragraphs
    starts = (
        "If the other person comes",
        "If the other person does not",
        "If they bring",
        "If the judge sets",
    )
    assert all(any(one.startswith(start) for one in told) for start in starts)
    assert "department 5B" in told[0] and "department" not in the_day(Case()).paragraphs[0]


def test_a_lawyer_is_named() -> None:
    alone = words(the_day(Case()))
    assert "to find a lawyer" in alone and "Your lawyer" not in alone
    named = Petitioner(has_lawyer="yes", lawyer=Lawyer(name="Joan Achebe"))
    assert "Your lawyer, Joan Achebe, speaks for you." in words(the_day(Case(petitioner=named)))
    assert "Your lawyer speaks for you." in words(the_day(Case(petitioner=Petitioner(has_lawyer="yes"))))


@pytest.mark.parametrize("name", TOLD)
def test_a_sentence_is_said_once(name: str) -> None:
    told = [paragraph for step in steps(of(name), DAY) for paragraph in step.paragraphs]
    said = [one for one in told if len(one) > 60]
    assert len(said) == len(set(said))
