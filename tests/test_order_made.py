"""The order after the hearing (DV-130) and those about the children behind it: from the Case to the form."""

from __future__ import annotations

import io
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from forms_library.catalogue import current
from forms_library.filled import Filled, fill_forms
from forms_library.maps import read_map
from forms_library.packet import forms_for, live_form
from forms_library.prepare import Prepared
from interview.abduction import Abduction
from interview.after_hearing import AfterHearing, CustodyMade, Decided, Decision, OrderDetails, Payment
from interview.audience import audience_of
from interview.case import Case
from interview.order_made import OrderMade, decision_of
from interview.parenting import Custody, Supervisor, Visits
from interview.requests import AnimalProtection, Requests, StayAway
from interview.visits_made import VisitOrders, visits_asked, visits_changed
from interview.vocabulary import YesNo
from tests.paper import text_of
from tests.stories_on_disk import story

DVRO, CHO = story("everything"), story("civil_everything")
DVRO = replace(DVRO, after=AfterHearing(), hearing=replace(DVRO.hearing, held="no"))
ORDERS = ("DV-110", "DV-130", "DV-140", "DV-145")
FINDINGS = {
    "DV-130": {
        "8f",
        "9",
        "10",
        "10a",
        "10b",
        "10c",
        "13",
        "25b",
        "32c",
        "32c(1)",
        "32c(2)",
        "signature",
    },
    "DV-140": {"14a", "14b", "14b(1)", "14b(2)", "16"},
    "DV-145": {"3a", "3b", *(f"3b({number})" for number in range(1, 9)), "11", "12"},
}
CHILDREN = {"travel", "records", "abduction", "custody", "visits"}


def prepares(case: Case = DVRO, **after: Any) -> Case:
    """Before the hearing, and the court told them to fill in the order."""
    return replace(case, after=replace(AfterHearing(court_wants_order="yes"), **after))


def decided(decision: Decision, **others: Any) -> Decided:
    return Decided(**{**dict.fromkeys((one.name for one in fields(Decided)), decision), **others})


def made(case: Case = DVRO, **after: Any) -> Case:
    """After the hearing: the order as the judge made it."""
    told = {
        "outcome": "granted",
        "attended": ("me", "my_lawyer", "respondent"),
        "decided": decided("as_asked"),
    }
    return replace(prepares(case, **{**told, **after}), hearing=replace(case.hearing, held="yes"))


def copies(number: str, case: Case, forms_dir: Path) -> list[Filled]:
    forms = [form for form in forms_for(case) if form.number in ORDERS]
    return [filled for filled in fill_forms(forms, case, forms_dir) if filled.form.number == number]


def on_form(filled: Filled) -> dict[str, str]:
    """Item and label -> the text there, or "x" for a tick; only blanks that say something."""
    assert filled.layout is not None
    ticked = {blank.name for blanks in filled.layout.ticks.values() for blank in blanks}
    said = dict.fromkeys(ticked, "x") | filled.layout.texts
    rows = read_map(filled.form.number, filled.form.revision).rows
    return {f"{row.item}|{row.label}": said[row.widget] for row in rows if row.widget in said}


def written(number: str, case: Case, forms_dir: Path, copy: int = -1) -> dict[str, str]:
    return on_form(copies(number, case, forms_dir)[copy])


def items(found: dict[str, str]) -> set[str]:
    return {key.partition("|")[0] for key in found}


def of_item(found: dict[str, str], *numbers: str) -> dict[str, str]:
    return {key: value for key, value in found.items() if key.partition("|")[0] in numbers}


# The maps


@pytest.mark.parametrize("number", ["DV-130", "DV-140", "DV-145"])
def test_every_blank_has_its_row_and_every_row_its_blank(
    number: str, prepared_form: dict[str, Prepared]
) -> None:
    form = current(number)
    blanks = [blank.name for blank in prepared_form[number].index.blanks]
    rows = [row.widget for row in read_map(number, form.revision).rows if row.kind != "list"]
    assert len(blanks) == form.blanks
    assert sorted(rows) == sorted(blanks)


@pytest.mark.parametrize("number", ["DV-130", "DV-140", "DV-145"])
def test_the_courts_blanks_are_left_or_have_their_condition(number: str) -> None:
    rows = read_map(number, current(number).revision).rows
    filled = {row.item for row in rows if row.kind != "leave" and not row.only_when}
    assert {item.rstrip("abcd") for item in filled} == set(current(number).petitioner_items)
    conditions = {row.only_when for row in rows if row.only_when}
    assert conditions <= {"prepares_order", "order_made.counts_pages"}


@pytest.mark.parametrize("number", sorted(FINDINGS))
def test_the_judges_findings_are_left_in_the_map(number: str) -> None:
    rows = [row for row in read_map(number, current(number).revision).rows if row.item in FINDINGS[number]]
    assert {row.item for row in rows} == FINDINGS[number]
    assert {(row.kind, row.value) for row in rows} == {("leave", "court")}


# Not told to prepare it


@pytest.mark.parametrize("answer", ["", "no"])
def test_by_default_the_order_has_the_parties_alone(answer: str, forms_dir: Path) -> None:
    found = written("DV-130", prepares(court_wants_order=answer), forms_dir)
    assert items(found) == {"caption", "1", "2", "3"}
    assert found["1|Name of the protected person"] == "Elena Reyes Carter"
    assert found["2|Name of the other person"] == "Thomas Carter"
    assert found["3|Person 4: name"] == "Alex Reyes"


def test_people_beyond_the_rows_go_to_the_page_the_form_asks_for(forms_dir: Path) -> None:
    people = tuple(replace(person, name=f"{person.name} II") for person in DVRO.protected_people)
    case = replace(DVRO, protected_people=(*DVRO.protected_people, *people))
    (filled,) = copies("DV-130", case, forms_dir)
    assert "3|More people on an attached page" in on_form(filled)
    assert {rest.heading for rest in filled.layout.rests} == {"DV-130, Other Protected People"}  # type: ignore[union-attr]


def test_by_default_the_childrens_orders_lie_behind_both_orders(forms_dir: Path) -> None:
    forms = [form for form in forms_for(DVRO) if form.number in ORDERS]
    order = [(filled.form.number, filled.attached_to) for filled in fill_forms(forms, DVRO, forms_dir)]
    behind = [("DV-145", "DV-140")]
    assert order == [
        *[("DV-110", ""), ("DV-140", "DV-110"), *behind],
        *[("DV-130", ""), ("DV-140", "DV-130"), *behind],
    ]
    for copy, parent in enumerate(("DV-110", "DV-130")):
        found = written("DV-140", DVRO, forms_dir, copy)
        assert items(found) == {"caption", "1", "2", "3", "3a", "3b", "3c", "3d"}
        assert [key for key in found if "Attached to" in key] == [f"caption|Attached to {parent}"]
        assert items(written("DV-145", DVRO, forms_dir, copy)) == {"caption", "1", "2"}


@pytest.mark.parametrize(
    ("case", "attached"),
    [
        (prepares(DVRO), ["DV-110", "DV-130"]),
        (replace(DVRO, hearing=replace(DVRO.hearing, held="yes")), []),
        (made(), ["DV-130"]),
        (made(outcome="denied"), []),
        (made(outcome="later"), ["DV-130"]),
        (made(decided=decided("as_asked", **dict.fromkeys(CHILDREN, "not_granted"))), []),
        (made(decided=decided("not_granted", visits="as_asked")), ["DV-130"]),
        (replace(DVRO, requests=replace(DVRO.requests, asked=("no_abuse",))), []),
        (prepares(CHO), []),
    ],
)
def test_which_copies_of_the_custody_order_there_are(case: Case, attached: list[str]) -> None:
    assert [copy.attached_to for copy in case.custody_orders] == attached


def test_the_order_against_taking_the_children_comes_when_it_is_made() -> None:
    assert len(DVRO.abduction_orders) == len(prepares().abduction_orders) == 2
    assert len(made().abduction_orders) == 1
    assert made(decided=decided("as_asked", abduction="not_granted")).abduction_orders == ()
    assert replace(DVRO, custody=replace(DVRO.custody, fears_abduction="no")).abduction_orders == ()


# Proposed


def test_a_proposed_order_has_the_orders_asked_for_and_nothing_of_the_hearing(forms_dir: Path) -> None:
    told: dict[str, Any] = {
        "judge": "Miriam Okafor",
        "attended": ("me", "respondent"),
        "ends_on": date(2029, 12, 15),
    }
    found = written("DV-130", prepares(**told, has_review="yes", review_date=date(2027, 1, 5)), forms_dir)
    assert not items(found) & {
        "4",
        "5",
        "order",
        "6a",
        "6b",
        "11",
        "15b",
        "16b",
        "30b",
        "32a",
        "32b",
        *FINDINGS["DV-130"],
    }
    boxes = {"14", "15", "16", "17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29"}
    assert items(found) >= {*boxes, "30", "31"}
    assert found["16a|Stay away: yards"] == "200"
    assert found["16a|Stay away from: which other"] == "My church, 40 Palm Avenue"
    assert found["17|Move out of: address"] == "82 Fig Orchard Lane, Fresno, CA 93722"
    assert "passports" in found["18|Other orders, in words"]
    assert found["20a|Animals: yards"] == "150" and found["20|Animal 4: name"] == "Dot"
    assert found["25a(1)|Debt 1: due date"] == "1st of month"
    assert found["26|Expense 3: pay to"] == "Rosa Reyes"
    of_whom = {"22|Insurance: other person", "24|Property restraint: other person"}
    assert {key for key in found if ": other person" in key or ": protected person" in key} == {
        *of_whom,
        *("15a|No contact with: protected person", "16a|Stay away from: protected person"),
    }
    assert set(of_item(found, "34", "34a", "34b")) == {
        *("34|Attached pages", "34b|Attached: DV-140", "34b|Attached: DV-145"),
        *("34b|Attached: other", "34b|Attached: which other"),
    }
    assert found["34b|Attached: which other"] == "MC-025"


def test_a_proposed_order_says_what_was_asked_and_no_more(forms_dir: Path) -> None:
    asked = replace(DVRO, requests=replace(DVRO.requests, asked=("no_abuse", "record", "more_time")))
    found = written("DV-130", prepares(asked), forms_dir)
    assert items(found) == {"caption", "1", "2", "3", "14", "23"}


def test_without_others_to_protect_the_contact_order_is_about_one() -> None:
    alone = replace(DVRO, protect_others="no", protected_people=())
    assert prepares(alone).order_made.contact_with == ("me",)
    assert prepares().order_made.contact_with == ("me", "others")


def test_a_judge_who_decides_later_leaves_the_proposal() -> None:
    later, before = made(outcome="later", judge="Miriam Okafor"), prepares()
    assert later.order_made == before.order_made
    assert later.order_made.hearing_date is None


def test_an_outcome_that_was_not_told_fills_nothing(forms_dir: Path) -> None:
    case = made(outcome="")
    assert not [form for form in forms_for(case) if form.number in ORDERS]
    assert not case.custody_orders and not case.abduction_orders


# As made

CHANGED = Requests(
    stay_away=StayAway(places=("me", "home"), distance="hundred"),
    other_orders="Give back the passports by Friday.",
    animal_protection=AnimalProtection(orders=("possession",)),
)
DETAILS = OrderDetails(
    contact_with=("me",),
    contact_exceptions=("visits", "other"),
    contact_exception_other="By email about the doctor",
    stay_away_exceptions=("exchanges",),
    insurance_of=("me", "respondent"),
    debts=(Payment("Valley Bank", "House loan", "900", "01/01/2027"),),
    fees=tuple(Payment("Law Center", f"Bill {number}", "100", "") for number in (1, 2, 3)),
    program_by=date(2027, 1, 10),
)
MIXED = made(
    attended=("me", "their_lawyer"),
    first_papers_served="yes",
    same_as_temporary="no",
    has_review="yes",
    review_about=("guns",),
    review_date=date(2027, 1, 19),
    review_time="13:30",
    review_department="4",
    serve_by=date(2026, 12, 29),
    serve_by_way="in_person",
    ends_on=date(2029, 12, 15),
    ends_at="other",
    ends_time="17:00",
    judge="Miriam Okafor",
    their_lawyer="Paul Brandt",
    decided=decided(
        "as_asked",
        no_abuse="not_granted",
        move_out="",
        record="not_granted",
        phone_transfer="not_granted",
        **dict.fromkeys(
            ("no_contact", "stay_away", "other_orders", "animals", "insurance", "pay_debts"), "changed"
        ),
    ),
    changed=CHANGED,
    details=DETAILS,
)


@pytest.fixture(scope="module")
def mixed(forms_dir: Path) -> Filled:
    (filled,) = copies("DV-130", MIXED, forms_dir)
    return filled


def test_only_what_the_judge_ordered_is_on_the_order(mixed: Filled) -> None:
    found = on_form(mixed)
    assert not items(found) & {"14", "17", "23", "31"}
    assert items(found) >= {
        "15",
        "16",
        "18",
        "19",
        "20",
        "21",
        "22",
        "24",
        "25",
        "26",
        "27",
        "28",
        "29",
        "30",
    }
    assert not items(found) & FINDINGS["DV-130"]


def test_what_the_judge_changed_is_as_the_judge_made_it(mixed: Filled) -> None:
    found = on_form(mixed)
    assert of_item(found, "15a") == {"15a|No contact with: protected person": "x"}
    assert found["15b(3)|Contact allowed: which other"] == "By email about the doctor"
    assert set(of_item(found, "16a")) == {
        *("16a|Stay away: yards", "16a|Stay away from: protected person", "16a|Stay away from: home")
    }
    assert found["16a|Stay away: yards"] == "100"
    assert of_item(found, "16b(1)") and not of_item(found, "16b(2)", "16b(3)")
    assert found["18|Other orders, in words"] == "Give back the passports by Friday."
    assert of_item(found, "20a", "20b", "20c") == {"20c|Animals: sole possession": "x"}
    assert found["20|Animal 1: name"] == "Luna"
    assert set(of_item(found, "22")) == {
        *("22|Insurance", "22|Insurance: protected person", "22|Insurance: other person")
    }
    assert [found[f"25a(1)|Debt 1: {part}"] for part in ("pay to", "amount")] == ["Valley Bank", "900"]
    assert not of_item(found, "25a(2)")
    assert found["26|Expense 1: pay to"] == "Fresno Urgent Care"
    assert found["30b|Program: to enroll by"] == "01/10/2027"


def test_the_hearing_and_the_days_are_as_they_were_told(mixed: Filled) -> None:
    found = on_form(mixed)
    assert [found["4|Last day of the order"], found["4|Last day: time"]] == ["12/15/2029", "5:00"]
    assert "4|Last day: p.m." in found and "4|Last day: a.m." not in found
    assert [found["5|Future hearing: date"], found["5|Future hearing: time"]] == ["01/19/2027", "1:30"]
    assert "5|Must come: other person" in found and "5|Must come: protected person" not in found
    assert "5|Future hearing: room" not in found and "11|Hearing about firearms" in found
    assert [found["6a|Date of the hearing"], found["6a|Judge"]] == ["12/15/2026", "Miriam Okafor"]
    assert set(of_item(found, "6b")) == {
        *("6b|Came: protected person", "6b|Came: other person's lawyer", "6b|Other person's lawyer: name")
    }


def test_what_does_not_fit_goes_to_an_attached_page(mixed: Filled) -> None:
    assert mixed.layout is not None
    said = {rest.item: rest.text for rest in mixed.layout.rests}
    assert said == {
        "26": "4. Pay to: Dr. Lim; For: Counseling; Amount: $600",
        "29": "3. Pay to: Law Center; For: Bill 3; Amount: $100",
    }
    assert "34|Attached pages" in on_form(mixed)
    assert "34a|Number of attached pages" not in on_form(mixed)  # the court adds FL-342 and others


def test_the_number_of_pages_is_told_where_the_court_adds_no_form(forms_dir: Path) -> None:
    alone = decided("not_granted", other_orders="changed")
    words = replace(CHANGED, other_orders="word " * 200)
    found = written("DV-130", made(decided=alone, changed=words), forms_dir)
    assert of_item(found, "34", "34a", "34b") == {
        "34|Attached pages": "x",
        "34a|Number of attached pages": "1",
        "34b|Attached: other": "x",
        "34b|Attached: which other": "MC-025",
    }
    without = written("DV-130", made(decided=decided("not_granted", other_orders="as_asked")), forms_dir)
    assert not of_item(without, "34", "34a", "34b")


SERVED: dict[str, Any] = {"attended": ("me",), "first_papers_served": "yes"}
BY_A_DAY: dict[str, Any] = {
    "has_review": "yes",
    "review_about": ("guns",),
    "serve_by": date(2027, 1, 4),
    "serve_by_way": "mail",
}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({}, {"32a"}),
        ({"attended": ("respondent", "my_lawyer")}, set()),
        ({"attended": ()}, set()),
        ({"attended": ("me",)}, set()),
        ({"attended": ("me",), "same_as_temporary": "yes"}, set()),  # no proof of service was told of
        ({"attended": ("me",), "same_as_temporary": "no", "first_papers_served": "no"}, set()),
        ({"attended": ("me",), "agreed_in_writing": "yes"}, {"32a"}),
        ({**SERVED, "agreed_in_writing": "yes"}, {"32a"}),
        (SERVED, {"32b"}),
        ({**SERVED, "same_as_temporary": "yes"}, {"32b", "32b(1)"}),
        ({**SERVED, "same_as_temporary": "no"}, {"32b", "32b(2)"}),
        ({**SERVED, "same_as_temporary": "yes", "attended": ("me", "their_lawyer")}, {"32b"}),
        ({**SERVED, "same_as_temporary": "yes", **BY_A_DAY}, {"32b", "32b(1)", "32b(3)"}),
        ({**SERVED, "same_as_temporary": "yes", **BY_A_DAY, "serve_by_way": "unknown"}, {"32b", "32b(1)"}),
        ({**SERVED, "same_as_temporary": "yes", **BY_A_DAY, "has_review": "no"}, {"32b", "32b(1)"}),
        ({**SERVED, "same_as_temporary": "yes", **BY_A_DAY, "review_about": ("other",)}, {"32b", "32b(1)"}),
        ({"attended": ("me",), "same_as_temporary": "yes", **BY_A_DAY}, set()),
    ],
)
def test_how_the_order_is_served_follows_from_the_facts(
    told: dict[str, Any], expected: set[str], forms_dir: Path
) -> None:
    found = written("DV-130", made(**told), forms_dir)
    assert {item for item in items(found) if item.startswith("32")} == expected


@pytest.mark.parametrize(("served", "expected"), [("yes", {"32b", "32b(2)"}), ("no", set()), ("", set())])
def test_without_a_temporary_order_the_new_one_is_handed_over(
    served: YesNo, expected: set[str], forms_dir: Path
) -> None:
    refused = replace(DVRO, hearing=replace(DVRO.hearing, first_orders="none"))
    found = written("DV-130", made(refused, attended=("me",), first_papers_served=served), forms_dir)
    assert {item for item in items(found) if item.startswith("32")} == expected


def test_the_day_to_serve_by_stands_beside_its_way(mixed: Filled) -> None:
    assert set(of_item(on_form(mixed), "32b(3)")) == {
        "32b(3)|Service before the hearing about firearms",
        "32b(3)|Served in person by a day",
        "32b(3)|Served in person by: date",
    }


def test_another_hearing_may_be_about_something_else(forms_dir: Path) -> None:
    """Item 11 is the one about firearms; who must come to another one is the court's."""
    review: dict[str, Any] = {"has_review": "yes", "review_date": date(2027, 1, 19)}
    other: dict[str, Any] = {"review_about": ("other",), "review_other": "Child support"}
    found = written("DV-130", made(**review, **other), forms_dir)
    assert found["5|Future hearing: what it is about"] == "Child support"
    assert "5|Future hearing" in found
    assert "5|Must come: other person" not in found and "11|Hearing about firearms" not in found
    both = written("DV-130", made(**review, **{**other, "review_about": ("guns", "other")}), forms_dir)
    assert both["5|Future hearing: what it is about"].endswith("item 11; Child support")


def test_an_order_that_was_denied_fills_nothing() -> None:
    listed = OrderMade(protects_others=True, people=DVRO.protected_people)
    assert made(outcome="").order_made == made(outcome="denied").order_made == listed
    assert Case().order_made == OrderMade()


def test_the_live_form_says_the_same(mixed: Filled, forms_dir: Path) -> None:
    part = live_form(current("DV-130"), MIXED, forms_dir)
    live = PdfReader(io.BytesIO(part.pdf)).get_fields() or {}
    rows = read_map("DV-130", current("DV-130").revision).rows
    said = {
        f"{row.item}|{row.label}"
        for row in rows
        if live.get(row.widget, {}).get("/V") not in (None, "", "/Off")
    }
    assert said == set(on_form(mixed))


# The children


def test_the_proposed_custody_order_is_the_request(forms_dir: Path) -> None:
    case = prepares()
    temporary, found = (written("DV-140", case, forms_dir, copy) for copy in (0, 1))
    assert items(temporary) == {"caption", "1", "2", "3", "3a", "3b", "3c", "3d"}
    assert not items(found) & (FINDINGS["DV-140"] | {"8", "9", "10"})
    assert set(of_item(found, "4")) == {
        *("4|No travel without permission", "4|Needs permission: restrained person")
    }
    assert found["4a|Which county"] == "Fresno"
    assert found["5a|Which children"] == "Mateo Reyes Carter, Lucas Carter, Ana Carter"
    assert "6|Decision on child abduction (DV-145)" in found
    assert found["7a|Legal custody: which other"] == "Sole to me, except that both choose the school"
    assert not items(found) & {"11", "12", "13", "15"}  # DV-105 asks for visits until the hearing
    assert found["17|Habitual residence: which country"].startswith("United States; Brazil")


def test_a_day_after_the_hearing_stays() -> None:
    day = date(2026, 12, 20)
    visit, abduction = replace(DVRO.custody.visit, start_date=day), replace(DVRO.abduction, documents_by=day)
    case = made(replace(DVRO, custody=replace(DVRO.custody, visit=visit), abduction=abduction))
    assert case.custody_orders[0].visits.start_date == day
    assert case.abduction_orders[0].made.documents_by == day
    assert case.abduction_orders[0].made.embassy_by is None


def test_visits_as_asked_are_on_the_order_once_the_judge_made_them(forms_dir: Path) -> None:
    found = written("DV-140", made(), forms_dir)
    assert found["11b(1)|Professional: name"] == "Safe Turn Exchange Service"
    assert set(of_item(found, "12c")) == {"12c|The week's table"}
    assert found["13|Monday: start"] == "3:30 pm" and "13|Wednesday: visit must be virtual" in found
    assert "13|Visits start on" not in found  # the day asked for has passed by the hearing
    assert found["15|Which other orders"].startswith("Visits: Short visits each day")


def test_an_order_of_which_only_visits_were_asked_leaves_them_to_the_court() -> None:
    custody = Custody(visits="yes", supervised="no", visit=Visits(details="Sundays"))
    case = prepares(replace(DVRO, custody=custody))
    assert [copy.attached_to for copy in case.custody_orders] == ["DV-110", "DV-130"]
    assert case.custody_orders[1].visits == VisitOrders()


def test_the_order_as_made_protects_whom_the_judge_protected(forms_dir: Path) -> None:
    def order(decision: Decision = "as_asked", **told: Any) -> OrderMade:
        details = OrderDetails(contact_with=("me", "others"), **told)
        changed = replace(CHANGED, stay_away=StayAway(places=("me", "protected_people")))
        return made(decided=decided(decision), details=details, changed=changed).order_made

    everyone = order(others="all")
    assert everyone.people == DVRO.protected_people and everyone.contact_with == ("me", "others")
    assert "protected_people" in everyone.requests.stay_away.places
    some = order("changed", others="some", others_chosen=("person-3",))
    assert [one.name for one in some.people] == ["Rosa Reyes"] and some.contact_with == ("me", "others")
    for none in (order(others="none"), order("changed", others="none"), order()):
        assert (none.people, none.protects_others, none.contact_with) == ((), False, ("me",))
        assert "protected_people" not in none.requests.stay_away.places
    told = written(
        "DV-130", made(details=OrderDetails(others="some", others_chosen=("person-3",))), forms_dir
    )
    assert set(of_item(told, "3")) == {
        *("3|Other protected people", "3|Person 1: name", "3|Person 1: relationship", "3|Person 1: age")
    }
    assert told["order|Original order"] == "x" and "order|Amended order" not in told


def test_contact_is_forbidden_with_others_only_where_the_order_names_some() -> None:
    details = OrderDetails(contact_with=("me", "others"))
    alone = made(replace(DVRO, protect_others="no"), decided=decided("changed"), details=details)
    listed = replace(details, others="some")
    for case in (alone, made(decided=decided("changed"), details=listed)):
        assert case.order_made.people == () and case.order_made.contact_with == ("me",)


def test_exceptions_for_visits_are_for_who_asks_for_orders_about_children() -> None:
    details = OrderDetails(
        contact_exceptions=("visits", "only_visits", "other"),
        stay_away_exceptions=("exchanges", "visits", "other"),
    )
    asked = tuple(order for order in DVRO.requests.asked if order != "custody")
    without = replace(DVRO, requests=replace(DVRO.requests, asked=asked))
    printed = made(without, decided=decided("changed"), details=details).order_made.details
    assert printed.contact_exceptions == printed.stay_away_exceptions == ("other",)
    printed = made(decided=decided("changed"), details=details).order_made.details
    assert printed.contact_exceptions == details.contact_exceptions
    assert printed.stay_away_exceptions == details.stay_away_exceptions


def test_as_asked_says_nothing_of_what_is_asked_no_more() -> None:
    unasked = replace(DVRO, custody=replace(DVRO.custody, limit_travel="no"))
    assert decision_of(made(), "travel") == "as_asked"
    assert decision_of(made(unasked), "travel") == ""
    assert decision_of(made(unasked, decided=decided("changed")), "travel") == "changed"
    assert decision_of(made(unasked, decided=decided("not_granted")), "travel") == "not_granted"
    bare = replace(DVRO, requests=replace(DVRO.requests, asked=("no_abuse",)))
    told = {name: decision_of(made(bare), name) for name in (*CHILDREN, "no_abuse", "move_out")}
    assert {name for name, decision in told.items() if decision} == {"no_abuse"}


def test_what_nobody_asked_for_is_on_the_order_when_the_judge_ordered_it() -> None:
    more = OrderDetails(more_orders="yes", more_orders_text="He takes a class.")
    assert made(details=more).order_made.requests.other_orders.endswith("\nHe takes a class.")
    bare = replace(DVRO, requests=replace(DVRO.requests, asked=("no_abuse",)))
    order = made(bare, details=more).order_made
    assert order.orders == ("no_abuse", "other_orders")
    assert order.requests.other_orders == "He takes a class."
    assert prepares(bare, details=more).order_made.orders == ("no_abuse",)
    unasked = replace(DVRO, custody=replace(DVRO.custody, limit_travel="no", fears_abduction="no"))
    changed = CustodyMade(travel_limits=("california",), travel_asks=("respondent",))
    told = decided("not_granted", travel="changed", abduction="changed", records="as_asked")
    case = made(
        unasked,
        decided=told,
        changed_custody=changed,
        changed_abduction=Abduction(orders=("bond",), bond="5"),
    )
    assert case.custody_orders[0].parts == ("travel", "records", "abduction")
    assert case.custody_orders[0].travel_limits == ("california",)
    assert case.abduction_orders[0].made.bond == "5"
    left = made(unasked, decided=decided("as_asked"))  # nobody asked for it, so "as asked" says nothing
    assert "travel" not in left.custody_orders[0].parts and left.abduction_orders == ()


def test_the_custody_order_as_made_mixes_the_request_and_the_judges_changes(forms_dir: Path) -> None:
    changed = CustodyMade(
        travel_limits=("united_states",),
        travel_asks=("me", "respondent"),
        visits="supervised",
        visits_of="respondent",
        provider="nonprofessional",
        provider_name="Rosa Reyes",
        provider_relationship="Great-aunt",
        schedule="Every Saturday from 10 a.m. to 2 p.m.",
        place="in_person",
        place_details="The library",
    )
    about = decided(
        "as_asked", travel="changed", records="not_granted", abduction="not_granted", visits="changed"
    )
    found = written("DV-140", made(decided=about, changed_custody=changed), forms_dir)
    assert [key for key in found if "Attached to" in key] == ["caption|Attached to DV-130"]
    assert set(of_item(found, "4", "4a", "4b", "4c", "4d")) == {
        *("4|No travel without permission", "4|Needs permission: protected person"),
        *("4|Needs permission: restrained person", "4c|Not out of the United States"),
    }
    assert not items(found) & ({"5", "5a", "5b", "6", "8", "9", "11", "12", "13", "15"} | FINDINGS["DV-140"])
    assert found["7b|Physical custody: which other"] == "Sole to me; holidays by turns"
    assert found["10b|Nonprofessional: name"] == "Rosa Reyes"
    assert found["10c|Other schedule: which"] == "Every Saturday from 10 a.m. to 2 p.m."
    assert found["10d|Visits in person: place"] == "The library"


def test_the_order_against_taking_the_children_has_orders_and_no_findings(forms_dir: Path) -> None:
    found = written("DV-145", prepares(), forms_dir)
    assert items(written("DV-145", prepares(), forms_dir, 0)) == {"caption", "1", "2"}
    assert not items(found) & FINDINGS["DV-145"]
    assert items(found) == {"caption", "1", "2", "5", "6", "7", "8", "9", "10"}  # DV-108 has no place for 4
    assert "5|Documents: by what date" not in found  # passed by the hearing
    changed = Abduction(orders=("no_move", "bond"), bond="10,000", risks=("weak_ties",))
    case = made(decided=decided("as_asked", abduction="changed"), changed_abduction=changed)
    found = written("DV-145", case, forms_dir)
    assert items(found) == {"caption", "1", "2", "10"}
    where = OrderDetails(no_move=("california", "other"), no_move_other="Brazil")
    for told in (replace(case.after, details=where), replace(made().after, details=where)):
        found = written("DV-145", replace(case, after=told), forms_dir)
        assert of_item(found, "4") == {
            "4|Do not move with the children": "x",
            "4|Do not move out of: California": "x",
            "4|Do not move out of: which other place": "Brazil",
        }
    found = written("DV-145", case, forms_dir)
    assert found["10|Bond: dollars"] == "10,000"


def custody(kind: str = "", supervised: str = "yes", **visit: Any) -> Custody:
    told = Supervisor(kind=kind, professional_name="Safe Turn", nonprofessional_name="Rosa")  # type: ignore[arg-type]
    return Custody(visits="yes", supervised=supervised, supervisor=told, visit=Visits(**visit))  # type: ignore[arg-type]


def test_visits_are_asked_for_in_the_way_that_was_told() -> None:
    assert visits_asked(Custody(visits="none")).no_visits
    assert visits_asked(Custody()) == visits_asked(custody()) == visits_asked(custody(supervised=""))
    unknown = visits_asked(custody(frequency="twice", hours_twice="2", place_other="The park"))
    assert unknown.other_orders.split("\n") == [
        "Supervised visits of the person in 2: Twice a week, for 2 hours each visit",
        "Place of visits: The park",
    ]
    twice = visits_asked(custody("professional", frequency="twice", hours_twice="2")).professional
    assert (twice.provider, twice.frequency, twice.hours_twice) == ("Safe Turn", "twice", "2")
    orders = visits_asked(custody("nonprofessional", frequency="twice", hours_twice="2"))
    assert orders.nonprofessional.schedule == "Twice a week, for 2 hours each visit"
    assert not orders.professional.is_ordered and not orders.has_plan
    week = visits_asked(custody("professional", frequency="week"))
    assert (
        week.has_plan and week.professional.frequency == "other" and "item 13" in week.professional.schedule
    )
    assert visits_asked(custody("nonprofessional", frequency="week")).nonprofessional.follows_plan
    described = visits_asked(custody(supervised="no", details="Sundays")).unsupervised
    assert (described.schedule, described.follows_plan) == ("Sundays", False)


def test_visits_are_changed_in_the_judges_words() -> None:
    assert visits_changed(CustodyMade(visits="none", visits_of="respondent")).no_visits
    assert visits_changed(CustodyMade()) == visits_changed(CustodyMade(visits="supervised"))
    free = CustodyMade(visits="unsupervised", visits_of="me", schedule="Sundays", place="in_person")
    told = replace(
        free, place_details="The park", exchange_provider="professional", exchange_place="The office"
    )
    orders = visits_changed(told)
    assert (orders.unsupervised.of, orders.unsupervised.schedule) == ("me", "Sundays")
    assert orders.other_orders == "Place of visits: The park"  # the professional decides where they change
    kin = replace(free, exchange_provider="nonprofessional", exchange_place="The corner")
    assert visits_changed(kin).exchanges.place == "The corner"
    unknown = visits_changed(replace(free, visits="supervised", place_details="The park"))
    assert unknown.other_orders == (
        "Supervised visits of the person in 1: Sundays\nPlace of visits: The park"
    )
    paid = replace(free, visits="supervised", provider="professional", provider_name="Safe Turn")
    assert visits_changed(paid).professional.frequency == "other"


# On paper, and who sees it


def test_the_copies_live_and_in_one_file(forms_dir: Path, tmp_path: Path) -> None:
    part = live_form(current("DV-140"), prepares(), forms_dir)
    assert part.pages == 2 * 7 and part.attached == 2
    assert text_of(part.pdf, tmp_path).count("5. Daniel Carter") == 2


@pytest.mark.parametrize(
    "path",
    ["after.judge", "after.decided.travel", "requests.debts.0.amount", "after.changed_custody.schedule"],
)
def test_the_other_person_sees_the_order(path: str) -> None:
    assert audience_of(path, "dvro").who == "served"
