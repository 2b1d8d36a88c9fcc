"""Keeping a child's information private: whose, which pages ask for what, and what a page keeps."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils.html import escape

from interview import keyed
from interview.answers import get_answer, remove_entry
from interview.case import Case
from interview.case_json import from_json
from interview.chapters import names
from interview.chapters.names import NAMES
from interview.chapters.ties import AChild
from interview.minor_privacy import Difference, MinorPrivacy, PrivatePassage
from interview.parenting import Child
from interview.people import Petitioner, ProtectedPerson, Respondent
from interview.questions import Group, QuestionForm, steps_of
from interview.reading_back import read_back
from interview.relationship import Relationship
from interview.relevance import prune

Visit = Callable[[Case], Client]

ANA = Child(name="Ana Reyes", birth_date=date(2015, 5, 1), key="child-1", whose="both")
BEN = Child(name="Ben Reyes", birth_date=date(2018, 6, 2), key="child-2", whose="both")
CAL = ProtectedPerson(name="Cal Lopez", age=15, key="person-1")
DEE = ProtectedPerson(name="Dee Lopez", age=18, key="person-2")
FAMILY = Case(
    petitioner=Petitioner(name="Maria Reyes", age=34),
    respondent=Respondent(name="Alex O'Hara"),
    relationship=Relationship(kinds=("child_together",)),
    children=(ANA, BEN),
    protect_others="yes",
    protected_people=(CAL, DEE),
)
EVERYTHING = MinorPrivacy(
    wanted="yes",
    minors=("child-1", "child-2"),
    my_tie="parent",
    same_for_all="no",
    difference="Ana: her name. Ben: what he saw.",
    facts=("name", "address", "other"),
    address="12 Elm Street, Fresno",
    other_how="listed",
    passages=(PrivatePassage("DV-100, item 5f", "What Ben saw"), PrivatePassage("DV-100, item 6f", "School")),
    reason="The children go to school here.",
    what_would_happen="They would be teased.",
    if_denied="go_on",
    from_respondent="yes",
    respondent_facts=("address", "other"),
    respondent_other="Which doctor they see",
    respondent_reason="Alex would go there.",
    respondent_what_would_happen="They would be afraid.",
    respondent_if_denied="cancel",
    shares="yes",
    share_with=("school", "other"),
    share_with_other="Dr. Lee",
    share_facts=("name",),
)


def asks(case: Case = FAMILY, **answers: Any) -> Case:
    return replace(case, minor_privacy=replace(MinorPrivacy(wanted="yes"), **answers))


def told_all(**answers: Any) -> Case:
    return replace(FAMILY, minor_privacy=replace(EVERYTHING, **answers))


def slugs(case: Case) -> list[str]:
    return [step.slug for step in steps_of(NAMES, prune(case))]


def send(form: type[QuestionForm], case: Case, index: int = 0, **data: Any) -> Case:
    page = form(data, case=case, index=index)
    assert page.is_valid(), page.errors
    return page.saved_to(case)


def offered(form: type[QuestionForm], field: str, case: Case) -> list[str]:
    return [value for value, _label in form(case=case).fields[field].choices]  # type: ignore[attr-defined]


# Whose


def test_everyone_under_18_is_listed_once() -> None:
    assert [minor.key for minor in FAMILY.minors] == ["child-1", "child-2", "person-1"]
    teen = replace(FAMILY, petitioner=Petitioner(name="Maria Reyes", age=17))
    assert [minor.key for minor in teen.minors] == ["me", "child-1", "child-2", "person-1"]
    assert teen.minors[0].name == "Maria Reyes"


def test_a_protected_child_who_is_also_a_child_together_is_one_person() -> None:
    again = ProtectedPerson(name="ANA REYES", age=11, key="person-3")
    case = asks(replace(FAMILY, protected_people=(again, CAL)), minors=("child-1", "person-1"))
    assert [minor.key for minor in case.minors] == ["child-1", "child-2", "person-1"]
    assert [minor.name for minor in case.private_minors] == ["Ana Reyes", "Cal Lopez"]


def test_only_those_chosen_are_on_the_form() -> None:
    case = asks(minors=("child-2",))
    assert [minor.name for minor in case.private_minors] == ["Ben Reyes"]
    assert case.asks_for_private_minors and not case.asks_for_several_minors
    assert asks(minors=("child-1", "child-2")).asks_for_several_minors
    assert not asks().asks_for_private_minors


def test_a_minor_who_asks_for_their_own_protection() -> None:
    teen = replace(
        FAMILY, petitioner=Petitioner(name="Maria Reyes", age=17), children=(), protected_people=()
    )
    case = asks(teen, minors=("me",))
    assert case.minor_asks and not case.asks_for_private_minors and not case.asks_for_several_minors
    assert not asks(teen).minor_asks
    grown = replace(case, petitioner=Petitioner(name="Maria Reyes", age=18))
    assert not grown.minor_asks and slugs(grown) == []


@pytest.mark.parametrize("gone", ["children", "protected_people"])
def test_someone_removed_is_gone_from_the_form(gone: str) -> None:
    case = remove_entry(told_all(minors=("child-1", "child-2", "person-1")), gone, 0)
    left = {"children": ["Ben Reyes", "Cal Lopez"], "protected_people": ["Ana Reyes", "Ben Reyes"]}[gone]
    assert [minor.name for minor in case.private_minors] == left
    assert [label for _key, label in keyed.minors(case)] == [minor.name for minor in case.minors]
    page = names.WhichMinors(case=case)
    assert set(page.initial["minors"]) <= {key for key, _name in keyed.minors(case)}


def test_a_key_is_never_given_to_someone_else() -> None:
    case = remove_entry(told_all(minors=("child-1", "child-2")), "children", 1)
    assert keyed.new_key(case, "child") == "child-3"
    assert keyed.new_key(case, "person") == "person-3"
    case = send(AChild, case, index=1, name="New Reyes")
    assert case.children[1].key == "child-3"
    assert [minor.name for minor in case.private_minors] == ["Ana Reyes"]


def test_a_name_corrected_keeps_what_was_chosen() -> None:
    case = send(AChild, told_all(minors=("child-2",)), index=1, name="Benjamin Reyes", birth_date="6/2/2018")
    assert case.children[1].key == "child-2"
    assert [minor.name for minor in case.private_minors] == ["Benjamin Reyes"]


# Which pages


def test_every_answer_is_asked_on_exactly_one_page() -> None:
    asked: Counter[str] = Counter()
    for part in NAMES.pages:
        for page in part.pages if isinstance(part, Group) else (part,):
            asked.update(f"{page.form.at}.{field}" for field in page.form.base_fields)
    own = {f"minor_privacy.{field.name}" for field in dataclasses.fields(MinorPrivacy)}
    parts = {f"minor_privacy.passages.#.{field.name}" for field in dataclasses.fields(PrivatePassage)}
    assert set(asked) == (own - {"minor_privacy.passages"}) | parts
    assert set(asked.values()) == {1}


def test_the_whole_chapter_in_its_order() -> None:
    assert slugs(told_all()) == [
        *(
            "start",
            "who",
            "tie",
            "same",
            "what",
            "where-1",
            "where-2",
            "part-more",
            "reason",
            "open",
            "answer",
        ),
        *("other", "other-what", "other-reason", "other-open", "other-answer"),
        *("copies", "copies-who", "copies-what"),
    ]


@pytest.mark.parametrize(
    "case",
    [
        Case(),
        replace(FAMILY, children=(), protected_people=(DEE,)),
        replace(FAMILY, relationship=Relationship(), protect_others="no"),
    ],
    ids=["new", "nobody under 18", "no longer told"],
)
def test_the_chapter_is_not_asked(case: Case) -> None:
    case = replace(case, minor_privacy=EVERYTHING)
    assert slugs(case) == []
    assert prune(case).minor_privacy == MinorPrivacy()


@pytest.mark.parametrize("answer", ["", "no"])
def test_who_does_not_want_it_is_asked_nothing_more(answer: Any) -> None:
    case = told_all(wanted=answer)
    assert slugs(case) == ["start"]
    assert prune(case).minor_privacy == MinorPrivacy(wanted=answer)
    assert prune(told_all()).minor_privacy == EVERYTHING  # what was told comes back with the yes


@pytest.mark.parametrize(
    ("answers", "page"),
    [
        ({"minors": ()}, "tie"),
        ({"minors": ("child-1",)}, "same"),
        ({"facts": ("name", "address")}, "where-1"),
        ({"other_how": "circled"}, "where-1"),
        ({"other_how": ""}, "part-more"),
        ({"from_respondent": "no"}, "other-what"),
        ({"from_respondent": "no"}, "other-reason"),
        ({"from_respondent": "no"}, "other-open"),
        ({"from_respondent": ""}, "other-answer"),
        ({"shares": "no"}, "copies-who"),
        ({"shares": ""}, "copies-what"),
    ],
)
def test_a_page_is_asked_only_when_it_applies(answers: dict[str, Any], page: str) -> None:
    assert page in slugs(told_all())
    assert page not in slugs(told_all(**answers))


@pytest.mark.parametrize(
    ("answers", "emptied"),
    [
        ({"minors": ("child-1",)}, ("same_for_all", "difference")),
        ({"minors": ()}, ("my_tie",)),
        ({"same_for_all": "yes"}, ("difference", "differences")),
        ({"facts": ("name", "other")}, ("address",)),
        ({"facts": ("name",)}, ("other_how", "passages")),
        ({"other_how": "circled"}, ("passages",)),
        ({"respondent_facts": ("name",)}, ("respondent_other",)),
        ({"from_respondent": "no"}, ("respondent_facts", "respondent_reason", "respondent_if_denied")),
        ({"share_with": ("school",)}, ("share_with_other",)),
        ({"shares": "no"}, ("share_with", "share_facts")),
    ],
)
def test_what_does_not_apply_does_not_print(answers: dict[str, Any], emptied: tuple[str, ...]) -> None:
    before, after = prune(told_all()).minor_privacy, prune(told_all(**answers)).minor_privacy
    assert all(getattr(before, name) for name in emptied)
    assert not any(getattr(after, name) for name in emptied)


def test_the_difference_is_one_entry_of_a_list() -> None:
    assert EVERYTHING.differences == (Difference("Ana: her name. Ben: what he saw."),)
    assert MinorPrivacy().differences == ()


@pytest.mark.parametrize(
    ("passage", "summary"),
    [
        (
            PrivatePassage("DV-100, item 5f", "What Ben saw"),
            "Location: DV-100, item 5f; Information: What Ben saw",
        ),
        (PrivatePassage(information="School"), "Information: School"),
        (PrivatePassage("Page 3"), "Location: Page 3"),
        (PrivatePassage(), ""),
    ],
)
def test_a_passage_on_an_attached_page(passage: PrivatePassage, summary: str) -> None:
    assert passage.summary == summary


# What a page offers and says


def test_people_are_offered_by_name_and_nobody_else_is_taken() -> None:
    html = names.WhichMinors(case=FAMILY).as_div()
    assert all(name in html for name in ("Ana Reyes", "Ben Reyes", "Cal Lopez"))
    assert "Dee Lopez" not in html and "Maria Reyes" not in html
    assert not names.WhichMinors({"minors": ["me"]}, case=FAMILY).is_valid()
    assert not names.WhichMinors({"minors": ["person-2"]}, case=FAMILY).is_valid()
    assert send(names.WhichMinors, FAMILY, minors=["person-1"]).private_minors[0].name == "Cal Lopez"


@pytest.mark.parametrize(
    ("form", "field"),
    [(names.WhichFromTheOther, "respondent_facts"), (names.SharesWhat, "share_facts")],
)
def test_no_more_is_offered_than_is_kept_from_the_public(form: type[QuestionForm], field: str) -> None:
    assert offered(form, field, asks(facts=("name", "other"))) == ["name", "other"]
    assert offered(form, field, asks()) == ["name", "address", "other"]
    taken_back = asks(facts=("name",), respondent_facts=("address",), share_facts=("address",))
    assert offered(form, field, taken_back) == ["name", "address"]
    assert not form({field: ["address"]}, case=asks(facts=("name",))).is_valid()


def test_the_address_comes_with_a_warning_that_names_who_may_read_it() -> None:
    told = str(names.FromThePublic(case=FAMILY).fields["address"].help_text)
    assert told.count("Alex O'Hara") >= 2 and "may read this address" in told


@pytest.mark.parametrize(
    ("form", "cost"),
    [
        (names.IfDenied, "The public can read my papers, and Alex O'Hara gets them."),
        (names.OtherIfDenied, "Alex O'Hara sees all of my papers."),
    ],
)
def test_both_outcomes_are_told_before_one_is_chosen(form: type[QuestionForm], cost: str) -> None:
    page = form(case=FAMILY)
    (field,) = page.fields
    choices: Any = page.fields[field].choices  # type: ignore[attr-defined]
    (go_on, keeps), (cancel, drops) = choices
    assert (go_on, cancel) == ("go_on", "cancel")
    assert cost in keeps and "I get no protection order now" in drops
    assert page.initial[field] == ""  # nothing is chosen for anyone


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (names.WhatWouldHappen, "what_would_happen"),
        (names.OtherReason, "respondent_reason"),
        (names.OtherWouldDo, "respondent_what_would_happen"),
    ],
)
def test_who_may_read_the_reasons_is_told_beside_them(form: type[QuestionForm], field: str) -> None:
    told = str(form(case=FAMILY).fields[field].help_text)
    assert "Alex O'Hara may read this. Only the judge can keep it from Alex O'Hara." in told


def test_the_review_reads_back_names_and_words_never_keys() -> None:
    case = remove_entry(told_all(minors=("child-1", "child-2", "person-1")), "children", 1)
    (chapter,) = read_back((NAMES,), prune(case))
    read = {page.url.split("/")[3]: [line.answers for line in page.lines] for page in chapter.pages}
    assert read["who"] == [("Ana Reyes", "Cal Lopez")]
    assert read["tie"] == [("Parent",)]
    assert read["other-what"][0] == ("The child's address", "Other facts about the child")
    assert "child-" not in str(read) and "person-" not in str(read)


# In a browser


def sent(browser: Client, slug: str, **data: Any) -> str:
    """Where the page leads when it is sent."""
    response = browser.post(f"/step/names/{slug}/", data)
    assert response.status_code == 302, re.findall(r"<[^>]*error[^>]*>", response.content.decode())
    return str(response["Location"])


def answer_at(browser: Client, path: str) -> Any:
    return get_answer(from_json(browser.session["case"]), f"minor_privacy.{path}")


def test_each_page_leads_to_the_next_that_applies(visit: Visit) -> None:
    browser = visit(FAMILY)
    assert sent(browser, "start", wanted="yes") == "/step/names/who/"
    assert sent(browser, "who", minors=["child-1", "person-1"]) == "/step/names/tie/"
    assert sent(browser, "tie", my_tie="legal_guardian") == "/step/names/same/"
    assert sent(browser, "same", same_for_all="yes") == "/step/names/what/"
    assert sent(browser, "what", facts=["other"], other_how="listed") == "/step/names/where-1/"
    assert (
        sent(browser, "where-1", location="DV-100, item 5f", information="School") == "/step/names/part-more/"
    )
    assert sent(browser, "part-more", another="yes") == "/step/names/where-2/"
    assert sent(browser, "where-2", information="Doctor") == "/step/names/part-more/"
    assert sent(browser, "part-more", another="no") == "/step/names/reason/"
    assert answer_at(browser, "minors") == ("child-1", "person-1")
    assert [passage.information for passage in answer_at(browser, "passages")] == ["School", "Doctor"]
    assert sent(browser, "other", from_respondent="no") == "/step/names/copies/"
    assert sent(browser, "copies", shares="no") == "/step/more-words/more/"


def test_no_leads_out_of_the_chapter(visit: Visit) -> None:
    browser = visit(FAMILY)
    assert sent(browser, "start", wanted="no") == "/step/more-words/more/"
    assert browser.get("/step/names/reason/").status_code == 302


def test_a_follow_up_that_is_wrong_is_told_beside_it_and_kept(visit: Visit) -> None:
    browser = visit(asks(minors=("child-1",)))
    data = {"facts": ["name", "address"], "address": "王小明 12 <b>"}
    page = browser.post("/step/names/what/", data)
    html = page.content.decode()
    assert page.status_code == 200 and "English letters" in html and escape("王小明 12 <b>") in html
    assert answer_at(browser, "address") == ""
    assert sent(browser, "what", facts=["name"], address="王小明") == "/step/names/reason/"


def test_a_choice_nobody_offered_is_refused(visit: Visit) -> None:
    browser = visit(asks(minors=("child-1",)))
    for slug, data in (
        ("who", {"minors": ["child-9"]}),
        ("tie", {"my_tie": "aunt"}),
        ("answer", {"if_denied": "x"}),
    ):
        response = browser.post(f"/step/names/{slug}/", data)
        assert response.status_code == 200 and "Choose" in response.content.decode()
    assert from_json(browser.session["case"]) == asks(minors=("child-1",))


def test_no_page_shows_the_name_of_a_child_in_its_address_or_title(visit: Visit) -> None:
    browser = visit(told_all())
    for slug in slugs(told_all()):
        html = browser.get(f"/step/names/{slug}/").content.decode()
        title = html.split("<title>", 1)[1].split("</title>", 1)[0]
        assert "Reyes" not in title and "private" not in title.lower(), slug
