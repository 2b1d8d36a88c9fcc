"""Getting ready and the day: what is named comes from the story, and from nowhere else."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from interview.case import Case
from interview.chapters.screening import WhatHappened
from interview.conduct import Screening
from interview.evidence import Exhibit, exhibits, grouped
from interview.hearing import Hearing
from interview.incidents import Incident
from interview.people import Lawyer, Petitioner, ProtectedPerson
from interview.plan import PlanStep, steps
from interview.plan_day import the_day
from interview.plan_ready import ready
from interview.relationship import Relationship
from interview.relevance import prune
from interview.requests import Requests
from interview.rules import rules
from tests.stories_on_disk import story

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
            assert answer != "yes" or text.strip(" .") in told
    labels = dict(pair for _group, pairs in WhatHappened.base_fields["conduct"].choices for pair in pairs)  # type: ignore[attr-defined]
    for code, label in labels.items():
        assert (f"“{label}”" in told) is (code in case.screening.conduct)
    assert ("Police report" in told) is any(one.police == "yes" for one in case.incidents)
    assert ("having seen or heard it" in told) is any(one.witnesses == "yes" for one in case.incidents)


def test_the_last_time_comes_first() -> None:
    told = ready(of("everything")).paragraphs
    assert "Begin with the last time you told about: 11/07/2026." in told
    assert any(one.startswith("Then the times before it: 06/20/2026; 02/2026.") for one in told)
    assert any(one.startswith("Police report: 11/07/2026; 06/20/2026; 02/2026", 3) for one in told)
    assert any("item 7b" in one for one in ready(of("civil_everything")).paragraphs)


def test_the_least_story_names_nothing_it_does_not_know() -> None:
    told = words(ready(of("civil_least")))
    for absent in ("last time", "Weapons", "Guns", "Harm", "Threats", "checked", "Police report", "named"):
        assert absent not in told
    assert "messages, photos, medical or police papers" in told and "People who saw or heard" in told


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
    assert not any(text in told for text in ("Rosa", "A bat", "A cut", "Emergency")) and not exhibits(case)


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


def test_exhibits_follow_what_happened() -> None:
    def kinds(*conduct: str) -> set[str]:
        case = Case(screening=Screening(conduct=conduct))  # type: ignore[arg-type]
        return {one.what for one in exhibits(case)}

    assert kinds() == set()
    assert kinds("isolation") == set()
    assert "Medical or counseling records" in kinds("injury")
    assert "Photos of what was broken, and bills for the repair" in kinds("property_damage")
    assert "Messages, emails, letters and posts" in kinds("unwanted_contact")
    assert "Call lists and voicemails" in kinds("threats")
    assert "Pictures of what was written in your name" in kinds("impersonation")


def test_an_exhibit_says_what_when_and_from_whom() -> None:
    found = exhibits(of("civil_neighbor_threats"))
    assert Exhibit("police", "Police report", "11/17/2026", "the police") in found
    assert Exhibit("order", "Emergency Protective Order", "11/17/2026", "the police") in found
    assert [one.when for one in found if one.kind == "police"] == ["11/17/2026", "About June 2026"]
    assert any(one.kind == "witness" and "Mr. Pham from across the street" in one.made_by for one in found)
    assert len(grouped(found)) < len(found) and all(one.what for one in found)
    assert Exhibit("acts", "Photo").in_one_line == "Photo"
    assert Exhibit("acts", "Photo", "May", "Ana").in_one_line == "Photo: May (from: Ana)"


@pytest.mark.parametrize(
    ("case", "said", "not_said"),
    [
        (Case(), "DV-100, DV-109, DV-110, DV-200", "CH-"),
        (Case(hearing=Hearing(order_made="no")), "DV-100, DV-109, DV-200", "orders you have now"),
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
