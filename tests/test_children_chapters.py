"""The chapters about the children and their care: which pages come when, and what stays of the answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils.html import escape

from interview.answers import set_answer
from interview.case import Case
from interview.case_json import from_json
from interview.chapters import CHAPTERS, ties
from interview.chapters.care import CARE
from interview.chapters.children import CHILDREN
from interview.chapters.children_cases import CasesAboutChildren
from interview.chapters.children_homes import HomeBefore, HomeNow
from interview.conduct import Screening
from interview.court_cases import CasesBetween, CourtCase, CourtCases
from interview.parenting import Child, Custody, Home, OtherParent
from interview.people import Respondent
from interview.questions import Chapter, steps_of
from interview.reading_back import read_back
from interview.relationship import Relationship
from interview.relevance import prune
from interview.requests import Requests
from tests.fixed_day import DAY

Visit = Callable[[Case], Client]

ANA = Child("Ana Reyes", date(2015, 3, 5), "child-1", "both")
BEN = Child("Ben Reyes", date(2019, 8, 1), "child-2", "both")
CUSTODY = Requests(asked=("custody",))
COUPLE = Relationship(kinds=("child_together",))
FACTS = ["country", "cases", "order", "parents"]
HOMES = ["home-1", "home-with-1", "homes-more"]
HOMES_APART = ["home-1", "home-with-1", "home-children-1", "homes-more"]


def asking(*children: Child, together: bool = True, **custody: Any) -> Case:
    """Someone who asks for custody; `together`: said early that they have a child with the other."""
    return Case(
        respondent=Respondent(name="Alex"),
        relationship=COUPLE if together else Relationship(kinds=("married",)),
        requests=CUSTODY,
        children=children,
        custody=Custody(**custody),
    )


APART = asking(
    replace(ANA, whose="theirs"),
    replace(BEN, whose="theirs"),
    together=False,
    lived_together="no",
    homes_now=(
        Home(since="03/2023", private="no", city="Fresno", state="CA", children=("child-1",)),
        Home(since="2024", private="yes", city="Reno", state="NV", children=("child-2",)),
    ),
    lived_elsewhere="yes",
    homes_before=(Home(since="2020", until="03/2023", city="Chico", state="CA", children=("child-1",)),),
)


def slugs(chapter: Chapter, case: Case) -> list[str]:
    return [step.slug for step in steps_of(chapter, case)]


def told(browser: Client) -> Case:
    return from_json(browser.session["case"])


def goes_to(browser: Client, address: str, **data: Any) -> str:
    response = browser.post(address, data)
    assert response.status_code == 302, response.content.decode()
    return str(response["Location"])


# Which pages come when


def test_one_child() -> None:
    assert slugs(CHILDREN, asking(ANA)) == ["you", "other", *HOMES, "elsewhere", *FACTS]


@pytest.mark.parametrize(
    ("lived_together", "homes"), [("", HOMES), ("yes", HOMES), ("no", HOMES_APART)], ids=lambda one: str(one)
)
def test_several_children(lived_together: str, homes: list[str]) -> None:
    case = asking(ANA, BEN, lived_together=lived_together)
    assert slugs(CHILDREN, case) == ["you", "other", "together", *homes, "elsewhere", *FACTS]


def test_places_before_are_asked_of_those_who_lived_elsewhere() -> None:
    case = asking(ANA, BEN, lived_together="no", lived_elsewhere="yes")
    earlier = ["earlier-home-1", "earlier-with-1", "earlier-children-1", "earlier-more"]
    assert slugs(CHILDREN, case) == ["you", "other", "together", *HOMES_APART, "elsewhere", *earlier, *FACTS]
    one = asking(ANA, lived_elsewhere="yes")
    assert slugs(CHILDREN, one)[5:9] == ["elsewhere", "earlier-home-1", "earlier-with-1", "earlier-more"]


def test_a_guardian_is_asked_who_the_children_are() -> None:
    first = slugs(CHILDREN, asking(together=False))
    assert first == ["child-1", "children-more", "you", "other", *HOMES, "elsewhere", *FACTS]
    two = slugs(CHILDREN, asking(ANA, BEN, together=False))
    assert two[:6] == ["child-1", "child-2", "children-more", "you", "other", "together"]


def test_a_child_of_the_person_alone_makes_no_several_children() -> None:
    case = asking(ANA, replace(BEN, whose="mine"), together=False, lived_together="no")
    assert "together" not in slugs(CHILDREN, case)
    assert "home-children-1" not in slugs(CHILDREN, case)


@pytest.mark.parametrize(
    ("path", "opened"),
    [
        ("custody.cases.involved", ["which"]),
        ("custody.has_order", ["order-details"]),
        ("custody.has_other_parents", ["parent-name-1", "parent-more"]),
    ],
)
def test_details_follow_a_yes(path: str, opened: list[str]) -> None:
    without = slugs(CHILDREN, asking(ANA))
    assert slugs(CHILDREN, set_answer(asking(ANA), path, "no")) == without
    assert [
        slug for slug in slugs(CHILDREN, set_answer(asking(ANA), path, "yes")) if slug not in without
    ] == (opened)


@pytest.mark.parametrize(
    ("answers", "pages"),
    [
        ({}, ["orders", "records", "travel"]),
        ({"wants_custody": "yes"}, ["orders", "decisions", "home", "records", "travel"]),
        ({"respondent_sees_records": "no"}, ["orders", "records", "records-of", "which-records", "travel"]),
        ({"respondent_sees_records": "yes"}, ["orders", "records", "travel"]),
        ({"limit_travel": "yes"}, ["orders", "records", "travel", "area"]),
    ],
)
def test_care(answers: dict[str, Any], pages: list[str]) -> None:
    assert slugs(CARE, asking(ANA, **answers)) == pages


@pytest.mark.parametrize("chapter", [CHILDREN, CARE], ids=lambda chapter: chapter.slug)
def test_who_does_not_ask_for_custody_is_asked_nothing(chapter: Chapter) -> None:
    assert slugs(chapter, replace(APART, requests=Requests())) == []
    assert slugs(chapter, replace(APART, screening=Screening(chosen_path="cho"))) == []


# What is left when answers change


def test_what_applies_stays() -> None:
    pruned = prune(APART)
    hidden = set_answer(APART, "custody.homes_now.1.city", "")
    assert pruned.children == APART.children
    assert pruned.custody == hidden.custody
    assert [sheet.first.names for sheet in pruned.history_sheets] == ["Ana Reyes"]
    assert pruned.history_sheets[0].second.names == "Ben Reyes"


def test_custody_taken_back_leaves_nothing_and_comes_back() -> None:
    without = replace(APART, requests=Requests())
    assert prune(without).custody == Custody()
    assert prune(without).children == ()
    again = prune(replace(without, requests=CUSTODY))
    assert again.custody == prune(APART).custody
    assert [child.key for child in again.children] == ["child-1", "child-2"]


def test_children_who_lived_together_have_no_places_of_their_own() -> None:
    together = prune(set_answer(APART, "custody.lived_together", "yes"))
    assert {home.children for home in (*together.custody.homes_now, *together.custody.homes_before)} == {()}
    assert together.history_sheets == ()
    assert together.history.now.place == "Fresno, CA"


def test_an_only_child_lives_with_itself() -> None:
    one = prune(replace(APART, children=APART.children[:1]))
    assert one.custody.lived_together == ""
    assert one.history.names == "Ana Reyes"
    assert one.history_sheets == ()


@pytest.mark.parametrize(
    ("switch", "answers", "gone"),
    [
        ("lived_elsewhere", {"homes_before": (Home(state="CA"),)}, "homes_before"),
        ("has_order", {"order": "Weekends", "order_change": "Fear"}, "order"),
        ("has_other_parents", {"other_parents": (OtherParent("Jo"),)}, "other_parents"),
        ("limit_travel", {"travel_limits": ("county",), "travel_county": "Yolo"}, "travel_county"),
        ("wants_custody", {"legal": "other", "legal_other": "We take turns"}, "legal_other"),
    ],
)
def test_no_instead_of_yes(switch: str, answers: dict[str, Any], gone: str) -> None:
    yes: dict[str, Any] = {switch: "yes"}
    no: dict[str, Any] = {switch: "no"}
    case = asking(ANA, **yes, **answers)
    assert prune(case) == case
    taken_back = prune(set_answer(case, f"custody.{switch}", "no"))
    assert taken_back.custody == asking(**no).custody
    assert getattr(case.custody, gone)


def test_records_closed_for_some_children() -> None:
    answers: dict[str, Any] = {"records_of": "some", "records_children": ("child-2",), "records": ("school",)}
    case = asking(ANA, BEN, respondent_sees_records="no", **answers)
    assert prune(case).records_children_names == "Ben Reyes"
    every = prune(set_answer(case, "custody.records_of", "all"))
    assert every.custody.records_children == ()
    opened = prune(set_answer(case, "custody.respondent_sees_records", "yes"))
    assert opened.custody == Custody(respondent_sees_records="yes")


def test_other_words_go_with_the_box_they_belong_to() -> None:
    answers: dict[str, Any] = {
        "my_tie": "other",
        "my_tie_other": "aunt",
        "physical": "other",
        "physical_other": "Turns",
    }
    case = asking(ANA, wants_custody="yes", **answers)
    assert prune(case) == case
    case = set_answer(case, "custody.my_tie", "legal_guardian")
    case = set_answer(case, "custody.physical", "joint")
    assert (prune(case).custody.my_tie_other, prune(case).custody.physical_other) == ("", "")


# Private places


@pytest.mark.parametrize("private", ["yes", "", "no"])
def test_a_private_town_reaches_no_paper(visit: Visit, private: str) -> None:
    """The town was typed first; only a clear "no" lets the papers have it."""
    browser = visit(asking(ANA))
    page = "/step/children/home-1/"
    goes_to(browser, page, private="no", city="Winters", state="california", since="3/2023")
    assert prune(told(browser)).history.now.place == "Winters, CA"
    assert goes_to(
        browser, page, private=private or "unsaid", city="Winters", state="CA", since="3/2023"
    ) == ("/step/children/home-with-1/")
    home = prune(told(browser)).history.now
    seen = private == "no"
    assert (home.place, home.city) == (("Winters, CA", "Winters") if seen else ("CA", ""))
    assert (home.since, home.state) == ("03/2023", "CA")
    read = str(read_back(CHAPTERS, prune(told(browser))))
    assert ("Winters" in read) is seen


def test_a_private_town_comes_back_when_it_may_be_seen() -> None:
    case = asking(ANA, homes_now=(Home(private="yes", city="Winters", state="CA"),))
    assert prune(set_answer(case, "custody.homes_now.0.private", "no")).history.now.place == "Winters, CA"


# Typing


def test_places_of_children_who_lived_apart(visit: Visit) -> None:
    browser = visit(asking(ANA, BEN, lived_together="no"))
    at = "/step/children"
    assert goes_to(browser, f"{at}/home-1/", state="CA", since="2021") == f"{at}/home-with-1/"
    assert goes_to(browser, f"{at}/home-with-1/", lived_with=["me"]) == f"{at}/home-children-1/"
    html = browser.get(f"{at}/home-children-1/").content.decode()
    assert html.index("Ana Reyes") < html.index("Ben Reyes")
    assert goes_to(browser, f"{at}/home-children-1/", children=["child-1"]) == f"{at}/homes-more/"
    assert goes_to(browser, f"{at}/homes-more/", another="yes") == f"{at}/home-2/"
    goes_to(browser, f"{at}/home-2/", state="Nevada", since="May 2022")
    goes_to(browser, f"{at}/home-with-2/", lived_with=["other"], other_relationship="grandmother")
    goes_to(browser, f"{at}/home-children-2/", children=["child-2"])
    assert "05/2022" in browser.get(f"{at}/homes-more/").content.decode()
    assert goes_to(browser, f"{at}/homes-more/", another="no") == f"{at}/elsewhere/"
    sheet = prune(told(browser)).history_sheets[0]
    assert (sheet.first.names, sheet.first.now.place) == ("Ana Reyes", "CA")
    assert (sheet.second.names, sheet.second.now.place) == ("Ben Reyes", "NV")
    assert sheet.second.now.other_relationship == "grandmother"


@pytest.mark.parametrize("typed", ["13/2023", "soon", "3/5/2023", "3/23", "<b>2023</b>"])
def test_a_month_that_cannot_be_loses_nothing(visit: Visit, typed: str) -> None:
    browser = visit(asking(ANA, homes_now=(Home(since="01/2020", state="NV"),)))
    data = {"since": typed, "private": "no", "city": "Los Baños", "state": "CA"}
    response = browser.post("/step/children/home-1/", data)
    html = response.content.decode()
    assert response.status_code == 200
    assert "Enter the month and year, for example 3/2023." in html
    assert 'href="#id_since"' in html and 'id="id_since_error"' in html
    assert f'value="{escape(typed)}"' in html and 'value="Los Baños"' in html and 'value="CA"' in html
    assert 'value="no" id="id_private_1" checked' in html
    assert told(browser).custody.homes_now == (Home(since="01/2020", state="NV"),)


def test_months_follow_each_other_and_have_come() -> None:
    def errors(form: type[HomeNow | HomeBefore], **data: str) -> dict[str, Any]:
        return dict(form(data, case=asking(ANA)).errors)

    assert "has not come yet" in str(errors(HomeNow, since="12/2199")["since"])
    assert "not before the first" in str(errors(HomeBefore, since="03/2021", until="02/2021")["until"])
    assert "not before the first" in str(errors(HomeBefore, since="03/2021", until="2020")["until"])
    for since, until in (("03/2021", "2021"), ("2021", "01/2021"), ("", "2020"), ("12/2020", "01/2021")):
        assert errors(HomeBefore, since=since, until=until) == {}
    assert f"{DAY:%m/%Y}" in str(HomeNow({"since": f"{DAY:%m/%Y}"}, case=Case())["since"])


def test_a_town_that_is_not_asked_is_never_in_the_way() -> None:
    assert not HomeNow({"private": "no", "city": "王"}, case=Case()).is_valid()
    assert HomeNow({"private": "yes", "city": "王"}, case=Case()).is_valid()


@pytest.mark.parametrize(
    ("page", "field"), [("you", "my_tie"), ("together", "lived_together"), ("country", "habitual_country")]
)
def test_an_answer_never_offered_is_refused(visit: Visit, page: str, field: str) -> None:
    browser = visit(asking(ANA, BEN))
    html = browser.post(f"/step/children/{page}/", {field: "<x>"}).content.decode()
    assert "Choose one of these answers." in html
    assert told(browser) == asking(ANA, BEN)


def test_only_the_own_children_can_be_chosen(visit: Visit) -> None:
    case = asking(ANA, BEN, lived_together="no")
    browser = visit(case)
    response = browser.post("/step/children/home-children-1/", {"children": ["child-9"]})
    assert "Choose from these answers." in response.content.decode()
    assert told(browser) == case


def test_every_page_can_be_left_empty(visit: Visit) -> None:
    browser = visit(asking())
    for chapter in (CHILDREN, CARE):
        for step in steps_of(chapter, asking()):
            if step.form:
                goes_to(browser, f"/step/{chapter.slug}/{step.slug}/")
    assert prune(told(browser)) == prune(asking())


# Children and their keys


def test_a_child_removed_and_another_added_is_not_the_same_child(visit: Visit) -> None:
    browser = visit(APART)
    more = "/step/children/children-more/"
    goes_to(browser, more, remove="1")
    assert goes_to(browser, more, another="yes") == "/step/children/child-2/"
    goes_to(browser, "/step/children/child-2/", name="Cleo Reyes", birth_date="1/2/2020", whose="theirs")
    case = prune(told(browser))
    assert [(child.name, child.key) for child in case.children] == [
        ("Ana Reyes", "child-1"),
        ("Cleo Reyes", "child-3"),
    ]
    page = browser.get("/step/children/home-children-2/").content.decode()
    assert "Cleo Reyes" in page and "checked" not in page  # Ben's place is not Cleo's
    assert case.history_sheets[0].second.names == "Cleo Reyes"
    assert case.history_sheets[0].second.now == Home()


def test_a_child_removed_leaves_the_others_their_keys(visit: Visit) -> None:
    browser = visit(APART)
    goes_to(browser, "/step/children/children-more/", remove="0")
    assert [(child.name, child.key) for child in prune(told(browser)).children] == [("Ben Reyes", "child-2")]
    assert told(browser).custody.homes_now[1].children == ("child-2",)


def test_a_renamed_child_keeps_its_homes(visit: Visit) -> None:
    browser = visit(APART)
    goes_to(browser, "/step/children/child-1/", name="Anna Reyes", birth_date="3/5/2015", whose="theirs")
    first = prune(told(browser)).history_sheets[0].first
    assert (first.names, first.now.place, first.before[0].place) == ("Anna Reyes", "Fresno, CA", "Chico, CA")
    assert told(browser).children[0].key == "child-1"


def test_children_told_early_are_not_asked_again(visit: Visit) -> None:
    browser = visit(asking())
    goes_to(browser, "/step/ties/child-1/", name="Ana Reyes", birth_date="3/5/2015")
    assert told(browser).children == (ANA,)
    assert browser.get("/step/children/child-1/").status_code == 302
    married = prune(replace(told(browser), relationship=Relationship(kinds=("married",))))
    assert married.children == (ANA,)  # now asked here, with the same answers


# Cases told before


TOLD_CASES = CasesBetween(
    involved="yes",
    kinds=("divorce", "criminal"),
    divorce=CourtCase(place="Yolo", year="2024", number="FL-12"),
    criminal=CourtCase(place="Davis", year="2025"),
)


def test_what_was_told_of_a_case_stands_in_its_box_and_nothing_is_checked(visit: Visit) -> None:
    browser = visit(replace(asking(ANA, cases=CourtCases(involved="yes")), other_cases=TOLD_CASES))
    html = browser.get("/step/children/which/").content.decode()
    assert 'value="Yolo, 2024, FL-12"' in html and 'value="Davis, 2025"' in html
    assert " checked" not in html and "What you told before stands in the boxes." in html
    boxes = {"divorce": "Yolo, 2024, FL-12", "criminal": "Davis, 2025"}
    goes_to(browser, "/step/children/which/", kinds=["divorce"], **boxes)
    cases = told(browser).custody.cases
    assert (cases.kinds, cases.divorce, cases.criminal) == (("divorce",), "Yolo, 2024, FL-12", "")


def test_what_only_stands_in_a_box_is_no_answer() -> None:
    case = replace(asking(ANA, cases=CourtCases(involved="yes")), other_cases=TOLD_CASES)
    assert prune(case).custody.cases == CourtCases(involved="yes")
    assert not CasesAboutChildren(case=case).is_answered()
    emptied = set_answer(case, "custody.cases.kinds", ("divorce",))  # the number was taken out
    assert CasesAboutChildren(case=emptied)["divorce"].value() == ""
    assert CasesAboutChildren(case=emptied)["criminal"].value() == "Davis, 2025"


def test_a_case_that_no_longer_counts_is_not_suggested() -> None:
    case = replace(asking(ANA), other_cases=replace(TOLD_CASES, involved="no"))
    page = CasesAboutChildren(case=case)
    assert page["divorce"].value() == "" and "before" not in page.intro_text


# What the pages say


def test_who_sees_where_the_children_live_is_told_before_it_is_asked(visit: Visit) -> None:
    html = visit(asking(ANA)).get("/step/children/home-1/").content.decode()
    warned = html.index("Alex gets a copy of the papers and will see this.")
    assert warned < html.index('id="id_since"') < html.index('name="private"') < html.index('id="id_city"')
    assert 'data-needs="private=no"' in html


def test_records_have_a_clear_yes_and_no(visit: Visit) -> None:
    html = visit(asking(ANA)).get("/step/care/records/").content.decode()
    assert "Yes, Alex can see them" in html
    assert "No, I ask the judge to stop Alex from seeing them" in html


def test_a_child_named_early_is_of_both_and_one_said_to_be_otherwise_stays_so() -> None:
    """The early page says whose child it asks for; it asks only where something else was said before."""
    new = ties.AChild({"name": "Ana Reyes"}, case=Case())
    assert new.is_valid() and "whose" not in new.fields
    assert new.saved_to(Case()).children[0].whose == "both"

    told = Case(children=(Child("Ben Reyes", None, "child-1", "theirs"),))
    again = ties.AChild({"name": "Ben Reyes", "whose": "theirs"}, case=told)
    assert again.is_valid() and "whose" in again.fields
    assert again.saved_to(told) == told


def test_a_place_of_a_child_taken_away_is_asked_again_and_not_given_to_the_one_left() -> None:
    here, there = (
        Home(city=city, state="CA", private="no", children=(key,))
        for city, key in (("Fresno", "child-1"), ("Selma", "child-2"))
    )
    one = Child("Ana Reyes", None, "child-1", "both")
    case = asking(one, homes_now=(here, there))
    assert [home.city for home in prune(case).history.homes] == ["Fresno"]
    assert prune(case).custody.homes_now == (here, there)
