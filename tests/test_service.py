"""Having the papers handed over: from the Case to SER-001, DV-200 and CH-200, the cover and the plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from forms_library.packet import Packet, forms_for, make_packet
from interview import plan
from interview.audience import audience_of
from interview.case import Case
from interview.chapters.court import COURT
from interview.chapters.service import SERVICE
from interview.please_check_service import please_check_service
from interview.questions import Chapter, QuestionForm, steps_of
from interview.relevance import prune
from tests.paper import text_of
from tests.stories_on_disk import story
from tests.written_blanks import items, numbers, told, written

DVRO, CHO = story("everything"), story("civil_everything")
BOTH = pytest.mark.parametrize("case", [DVRO, CHO], ids=["dvro", "cho"])
DAY = date(2026, 11, 21)


def pages(case: Case, chapter: Chapter = SERVICE) -> list[str]:
    return [step.slug for step in steps_of(chapter, case)]


# The pages


def test_who_lets_someone_else_serve_is_asked_nothing_more() -> None:
    assert pages(Case()) == ["who"]
    assert pages(told(Case(), service__by_sheriff="no")) == ["who"]


def test_the_sheriffs_pages_follow_the_answers() -> None:
    asked = pages(told(Case(), service__by_sheriff="yes"))
    assert asked == ["who", "county", "picture", "known", "place", "second", "more"]
    known = told(Case(), service__by_sheriff="yes", service__place="known")
    assert "meeting" in pages(known) and "address" not in pages(known)
    other = told(Case(), service__by_sheriff="yes", service__place="other")
    assert {"meeting", "address"} <= set(pages(other)) and "facility" not in pages(other)
    case = told(Case(), service__by_sheriff="yes", service__place="jail", service__knows_issues="yes")
    assert {"points", "facility"} <= set(pages(case)) and not {"meeting", "address"} & set(pages(case))
    case = told(Case(), service__by_sheriff="yes", service__has_second="yes", hearing__is_set="yes")
    case = told(case, respondent__vehicle_plate="0AMP123")
    assert {"color", "second-address", "way"} <= set(pages(case))


def test_a_jail_is_not_asked_whether_it_is_a_home() -> None:
    case = told(Case(), service__by_sheriff="yes", service__place="jail")
    (page,) = (step.form for step in steps_of(SERVICE, case) if step.slug == "facility")
    assert page is not None and set(page.case_paths()) == {"street", "city", "state", "zip"}
    before = told(case, service__first__street="1 Bars Street", service__first__kind="business")
    assert before.served_at.kind == "business" and prune(before).served_at.kind == ""
    assert prune(before).served_at.street == "1 Bars Street"


def test_the_temporary_order_is_asked_about_where_one_was_asked_for() -> None:
    asked = told(CHO, hearing__is_set="yes")
    without = replace(asked, requests=replace(asked.requests, asked=("no_abuse",)))
    assert "answer" in pages(asked, COURT) and "answer" not in pages(without, COURT)


@BOTH
def test_what_is_not_asked_any_more_is_not_printed(case: Case) -> None:
    pruned = prune(told(case, service__by_sheriff="no"))
    assert pruned.service == replace(Case().service, by_sheriff="no")


def test_the_words_of_the_first_page_are_those_of_the_order_asked_for() -> None:
    assert "for free" in first_page(DVRO).intro_text
    assert "may charge" not in first_page(DVRO).intro_text
    assert "may charge a fee" in first_page(CHO).intro_text


def first_page(case: Case) -> QuestionForm:
    page = next(step.form for step in steps_of(SERVICE, case) if step.slug == "who")
    assert page is not None
    return page(case=case)


# Which forms


@pytest.mark.parametrize(
    ("by_sheriff", "is_set", "more"),
    [
        ("", "", []),
        ("", "no", []),
        ("no", "", ["proof"]),
        ("yes", "", ["SER-001"]),
        ("yes", "yes", ["proof", "SER-001"]),
        ("", "yes", ["proof"]),
    ],
)
@BOTH
def test_the_forms_come_when_they_are_of_use(
    case: Case, by_sheriff: str, is_set: str, more: list[str]
) -> None:
    proof = "DV-200" if case.asks_for_dvro else "CH-200"
    found = numbers(told(case, service__by_sheriff=by_sheriff, hearing__is_set=is_set))
    expected = [proof if one == "proof" else one for one in more]
    assert [number for number in found if number in ("DV-200", "CH-200", "SER-001")] == expected


@BOTH
def test_what_goes_to_the_clerk_alone_stays_the_end_of_the_packet(case: Case) -> None:
    found = [form.audience for form in forms_for(prune(case))]
    alone = [audience in ("clerk", "court") for audience in found]
    assert alone == sorted(alone) and "sheriff" in found


# On the paper


def test_the_sheriffs_form_of_a_domestic_violence_order(forms_dir: Path) -> None:
    found = written("SER-001", DVRO, forms_dir)
    assert found["1|County of the sheriff"] == ["Fresno"]
    assert found["2c|Case name"] == ["Elena Reyes Carter v. Thomas Carter"]
    assert found["2d|Your telephone"] == ["(559) 555-0141"]  # the lawyer's
    assert found["3a(3)|Vehicle"] == ["Pickup truck, Ford Ranger, 2019, dark blue, 0AMP123"]
    assert found["3a(3)|Date of birth or age"] == ["02/09/1985"]
    assert found["4|Address: street"] == ["9 Foundry Road"]
    assert found["4|Second address: best time"] == ["After 5 p.m."]
    assert found["5a|Type of papers"] == ["Domestic violence restraining order"]
    assert found["5c|Date of the hearing"] == ["12/15/2026"]
    assert found["5d|Last day to serve"] == ["12/08/2026"]
    assert found["signature|Typed name of who signs"] == ["Joan Achebe"]
    ticked = {key for key in found if key.startswith(("3a(4)", "5e"))}
    assert {"3a(4)|Has a weapon", "3a(4)|Speaks no English", "5e|Another way allowed: no"} <= ticked
    assert "3a(4)|Safety issues: no" not in ticked and "5e|Another way allowed: yes" not in ticked


def test_the_sheriffs_form_of_a_civil_harassment_order(forms_dir: Path) -> None:
    found = written("SER-001", CHO, forms_dir)
    assert found["4|Name of the jail or prison"] == ["Napa County Jail"] and "4|In jail or prison" in found
    assert "4|Address: home" not in found and "4|Address: business" not in found
    assert found["5a|Type of papers"] == ["Civil harassment restraining order"]
    assert "CH-100 with all attached pages" in found["5b|Papers to serve"][0]
    assert "5f|Other information: no" in found


@BOTH
def test_nothing_is_said_that_nobody_told(case: Case, forms_dir: Path) -> None:
    """Someone who wants the sheriff and tells no more: no issue, no hearing, no other way is checked."""
    bare = told(replace(case, service=Case().service, hearing=Case().hearing), service__by_sheriff="yes")
    bare = told(bare, has_firearms="", respondent__speaks_english="")
    found = items(written("SER-001", bare, forms_dir))
    assert not found & {"3a(4)", "3b", "5c", "5d", "5e", "5f", "6"}
    assert {"3a", "3a(1)", "5a", "5b"} <= found and "4" not in found  # no home nobody chose


def test_what_was_told_before_is_there_without_being_asked_again(forms_dir: Path) -> None:
    case = told(DVRO, service__place="known", service__issues=(), service__knows_issues="no")
    found = written("SER-001", case, forms_dir)
    assert found["4|Address: street"] == ["82 Fig Orchard Lane"] and "4|Address: home" in found
    assert "3a(4)|Safety issues: yes" in found and "3a(4)|Has a weapon" in found
    assert "3a(4)|History of violence" not in found


def test_the_police_number_is_for_the_sheriff_where_there_is_no_lawyer(forms_dir: Path) -> None:
    found = written("SER-001", told(DVRO, petitioner__has_lawyer="no"), forms_dir)
    assert found["2d|Your telephone"] == ["(559) 555-0143"]
    assert found["signature|Typed name of who signs"] == ["Elena Reyes Carter"]


@pytest.mark.parametrize(
    ("case", "number", "made", "boxes"),
    [
        (DVRO, "DV-200", "all", {"4a", "4b", "4c", "4d", "4i"}),
        (DVRO, "DV-200", "", {"4a", "4d", "4i"}),
        (CHO, "CH-200", "some", {"4a", "4b", "4c", "4d", "4e", "4g", "4h", "4i"}),
        (CHO, "CH-200", "none", {"4a", "4c", "4d", "4e", "4g", "4h", "4i"}),
    ],
)
def test_the_proof_of_service_has_the_papers_and_leaves_the_rest_to_the_server(
    case: Case, number: str, made: str, boxes: set[str], forms_dir: Path
) -> None:
    found = written(number, told(case, hearing__first_orders=made), forms_dir)
    assert items(found) == {"caption", "1", "2", *boxes}
    assert found["1|Your name"] == [case.petitioner.name]
    assert found["2|Name of the other person"] == [case.respondent.name]


def test_custody_papers_are_listed_where_custody_is_asked(
    forms_dir: Path,
) -> None:
    """One box is for DV-105 and DV-140 together: where DV-140 is not sure, DV-105 is named in 4i."""
    case = replace(DVRO, requests=replace(DVRO.requests, asked=("no_abuse",)))
    assert "DV-105" in DVRO.papers_to_serve and "4c" not in items(written("DV-200", DVRO, forms_dir))
    assert "DV-105" not in prune(case).papers_to_serve


@pytest.mark.parametrize(
    ("made", "said"),
    [("all", "; DV-110, DV-140, DV-145;"), ("", "; DV-110, DV-140, DV-145 (if the judge made this order)")],
)
def test_the_list_of_papers_says_what_is_known_of_the_order(made: str, said: str) -> None:
    papers = prune(told(DVRO, hearing__first_orders=made)).papers_to_serve
    assert said in papers and "blank DV-120; DV-120-INFO" in papers
    assert not [number for number in ("CLETS-001", "SER-001", "FW-001", "DV-160") if number in papers]
    assert "DV-110" not in prune(told(DVRO, hearing__first_orders="none")).papers_to_serve


def test_no_order_is_listed_where_none_was_asked_for() -> None:
    case = replace(CHO, requests=replace(CHO.requests, asked=("no_abuse",)))
    assert "CH-110" not in prune(told(case, hearing__first_orders="")).papers_to_serve


# Cover, badges, review, plan


@pytest.fixture(scope="module")
def packet(forms_dir: Path) -> Packet:
    return make_packet(prune(DVRO), forms_dir)


def test_the_cover_sets_the_sheriffs_form_aside(packet: Packet, tmp_path: Path) -> None:
    cover = " ".join(text_of(packet.pdf, tmp_path, "-f", "1", "-l", "3").split())
    assert "SER-001 is for the sheriff only. Do not hand it in to the court" in cover
    assert "DV-200 is for the person who hands over the papers" in cover
    copied = cover.partition("two copies of ")[2].partition(" to the court")[0]
    assert not {"DV-100", "DV-200", "SER-001", "CLETS-001"} & set(copied.split(", "))
    assert "Never give the other person CLETS-001" in cover
    assert "SER-001: your lawyer, page 4" in cover


def test_who_sees_it_is_the_sheriff() -> None:
    assert str(audience_of("service.first.gate_code", "dvro").words) == "Only the sheriff sees this"
    assert audience_of("respondent.marks", "dvro").who == "clerk"
    assert audience_of("service.by_sheriff", "cho").who == "sheriff"


@pytest.mark.parametrize(
    ("answers", "path"),
    [
        ({"service__county": ""}, "service.county"),
        ({"service__first__street": ""}, "service.place"),
        ({"service__place": "jail", "service__jail": ""}, "service.jail"),
        ({"service__issues": ()}, "service.issues"),
        ({"service__other_issues": ""}, "service.other_issues"),
        ({"service__second__street": ""}, "service.second.street"),
        ({"service__other_information": ""}, "service.other_information"),
        ({"case_number": ""}, "case_number"),
    ],
)
def test_the_review_looks_at_what_the_sheriff_needs(answers: dict[str, Any], path: str) -> None:
    assert list(please_check_service(prune(DVRO))) == []
    found = list(please_check_service(prune(told(DVRO, **answers))))
    assert [problem.path for problem in found] == [path] and "SER-001" in found[0].where
    assert found[0].chapter_slug in ("handing-over", "court")
    without = told(DVRO, **answers, service__by_sheriff="no")
    assert list(please_check_service(prune(without))) == []


def _plan(case: Case) -> dict[str, str]:
    return {step.slug: " ".join(map(str, step.paragraphs)) for step in plan.steps(prune(case), DAY)}


@BOTH
def test_the_plan_names_the_forms_that_are_in_the_packet(case: Case) -> None:
    proof = "DV-200" if case.asks_for_dvro else "CH-200"
    with_forms = _plan(told(case, case_number=""))
    assert f"the sheriff of {case.service.county} County" in with_forms["serve"]
    assert "Write the case number on it." in with_forms["serve"]
    assert f"Form {proof} lies in your papers" in with_forms["proof-of-service"]
    first = _plan(replace(told(case, case_number=""), hearing=Case().hearing))
    not_copied = first["copies"].partition(", beside")[0]  # of the request's stage
    assert "SER-001" in not_copied and "CLETS-001" in not_copied and "copies" not in with_forms
    without = _plan(replace(case, service=Case().service, hearing=Case().hearing))
    assert "Fill in form SER-001" in without["serve"]
    assert "SER-001" not in without["copies"].partition(", beside")[0]
    assert f"{proof} lies in your papers" not in " ".join(without.values())
