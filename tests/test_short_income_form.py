"""From what was told of the money to FL-155: every box where it belongs, every sum, every attached page."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest

from forms_library import recognition
from forms_library.catalogue import current
from forms_library.checking import account_for
from forms_library.layout import lay_out
from forms_library.maps import read_map
from forms_library.packet import forms_for, live_form
from forms_library.prepare import Prepared
from forms_library.recognition import Match, Recognised, recognise
from interview.answers import set_answer
from interview.case import Case
from interview.income import Received
from tests.boxes import Delivery, delivered, drawn, marked
from tests.official import official_pdf
from tests.paper import Picture, text_of, words_on
from tests.stories_on_disk import story

NUMBER = "FL-155"
FORM = current(NUMBER)
MAP = read_map(NUMBER, FORM.revision)


def told(case: Case, answers: dict[str, Any]) -> Case:
    """The Case with these answers, by their paths."""
    for path, answer in answers.items():
        case = set_answer(case, path, answer)
    return case


ALONE = {
    "petitioner.has_lawyer": "no",
    "requests.asked": ("child_support",),
    "finances.fills": "now",
    "finances.which_form": "short",
    "finances.other_asks_support": "no",
    "finances.other_asks_fees": "no",
}
KINDS = (
    *("salary", "overtime", "commissions", "public_assistance", "ssi", "pension", "social_security"),
    *("disability", "unemployment", "workers_compensation"),
)
AMOUNTS = {
    **{f"finances.incomes.{kind}.usual": f"1,{place}00.25" for place, kind in enumerate(KINDS)},
    **{f"finances.incomes.{kind}.each": "month" for kind in KINDS},
}
STORY = "On school days they sleep at my home. Every other weekend they are with their father from Friday."
FULL_MONEY = {
    **ALONE,
    **AMOUNTS,
    "finances.has_income": "yes",
    "finances.kinds": KINDS,
    "finances.applied_for_assistance": "yes",
    "finances.taxes.status": "head_of_household",
    "finances.has_job": "no",
    "finances.had_job": "yes",
    "finances.job.employer": "Fresno Unified School District, Food Services",
    "finances.job.address": "2309 Tulare Street, Fresno, CA 93721",
    "finances.job.telephone": "(559) 555-0188",
    "finances.job.occupation": "Kitchen assistant",
    "finances.job.started": "08/14/2019",
    "finances.job.ended": "06/05/2026",
    "finances.job.pay": "21.40",
    "finances.job.paid_by": "hour",
    "finances.job.hours": "32",
    "finances.respondents.known": "yes",
    "finances.respondents.amount": "1,900",
    "finances.respondents.each": "two_weeks",
    "finances.has_new_spouse": "yes",
    "finances.new_spouse_income": "2,850",
    "finances.deductions.union_dues": "41.50",
    "finances.deductions.retirement": "120",
    "finances.deductions.health_insurance": "210.75",
    "finances.deductions.child_support": "300",
    "finances.deductions.spousal_support": "150",
    "finances.deductions.job_expenses": "35",
    "finances.deductions.job_expenses_what": "Work shoes and a food handler card.",
    "finances.expenses.home_is": "mortgage",
    "finances.expenses.home": "1,640",
    "finances.expenses.mortgage_interest": "905.10",
    "finances.expenses.property_taxes": "188.33",
    "finances.children.time_with_me": "80",
    "finances.children.time_with_respondent": "20",
    "finances.children.arrangement": STORY,
    "finances.children.child_care": "450",
    "finances.children.health_care": "60.20",
    "finances.children.special_needs": "75",
    "finances.children.travel": "90",
    "finances.has_other_children": "yes",
    "finances.other_children.0.name": "Inés",
    "finances.other_children.1.name": "Abel",
    "finances.hardships.other_children": "380",
    "finances.other_facts": "My hours were cut in March. The children need glasses.",
}


@cache
def full() -> Case:
    """Every blank of the form that the person fills has an answer, and the person a lawyer."""
    lawyers = {"petitioner.has_lawyer": "yes", "case_number": "26FL00418"}
    return told(story("everything"), FULL_MONEY | lawyers)


def full_alone() -> Case:
    return told(full(), {"petitioner.has_lawyer": "no"})


AMOUNTS_PRINTED = {
    "Time the children are with you, percent": "80",
    "Time the children are with the other parent, percent": "20",
    "Income per month before taxes": "13,202.25",
    "Salary or wages: amount": "3,300.75",
    "Retirement: amount": "1,500.25",
    "Unemployment compensation: amount": "1,800.25",
    "Workers' compensation: amount": "1,900.25",
    "Social security: amount": "3,000.50",
    "Disability: amount": "1,700.25",
    "Day care or preschool: amount": "450",
    "Health care not insured: amount": "60.20",
    "School or special needs: amount": "75",
    "Travel for visitation: amount": "90",
    "How many other minor children": "2",
    "Their monthly expenses": "380",
    "Job-related expenses: amount": "35",
    "Union dues: amount": "41.50",
    "Required retirement payments: amount": "120",
    "Health insurance: amount": "210.75",
    "Child support for other children: amount": "300",
    "Spousal support of another relationship: amount": "150",
    "Housing costs: amount": "1,640",
    "Interest payments": "905.10",
    "Real property taxes": "188.33",
    "Income per month before work stopped": "2,967.47",  # 21.40 x 32 hours x 52 / 12
    "Your estimate of the other parent's monthly income": "4,116.67",  # 1,900 x 26 / 12
    "Your current spouse's monthly income": "2,850",
    "Interest income: amount": None,
}


def printed(case: Case, prepared_form: dict[str, Prepared]) -> dict[str, str]:
    """Label of a blank -> what is printed in it; a ticked box says "x"."""
    layout = lay_out(MAP, prepared_form[NUMBER].index, case)
    ticked = {blank.name for blanks in layout.ticks.values() for blank in blanks}
    says = layout.texts | dict.fromkeys(ticked, "x")
    return {row.label: says[row.widget] for row in MAP.rows if row.widget in says}


def attached(case: Case, prepared_form: dict[str, Prepared]) -> dict[str, str]:
    """Heading of an attached page -> what goes there."""
    return {rest.heading: rest.text for rest in lay_out(MAP, prepared_form[NUMBER].index, case).rests}


# The form


def test_every_blank_is_accounted_for(prepared_form: dict[str, Prepared]) -> None:
    account = account_for(FORM, MAP, prepared_form[NUMBER].index, Case)
    assert account.faults == () and account.unaccounted == 0 and account.blanks == 97


def test_a_saved_copy_is_known_by_what_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition, "known_sha256", dict)
    assert recognise(official_pdf(FORM.file)) == Recognised(NUMBER, FORM.revision, Match.PRINT)


def test_it_is_in_the_packet_of_who_chose_it() -> None:
    chosen = {form.number for form in forms_for(full_alone())}
    assert "FL-155" in chosen and "FL-150" not in chosen
    with_interest = told(full_alone(), {"finances.kinds": (*KINDS, "dividends")})
    assert "FL-155" not in {form.number for form in forms_for(with_interest)}


@pytest.mark.parametrize("delivery", get_args(Delivery))
def test_the_names_stand_on_both_pages_of_one_field(
    delivery: Delivery, prepared_form: dict[str, Prepared], tmp_path: Path
) -> None:
    """PETITIONER, RESPONDENT and the case number are one field each, with a blank on either page."""
    prepared = prepared_form[NUMBER]
    words = words_on(delivered(prepared, lay_out(MAP, prepared.index, full()), delivery), tmp_path)
    for name, word in (("1.3.0", "Thomas"), ("1.3.1.0", "26FL00418")):
        for which in (1, 2):
            blank = prepared.index.by_name()[f"TEXT.0.3.1.4.{name}={which}"]
            x0, y0, x1, y1 = blank.rect
            places = [each for each in words if each.text == word and each.page == blank.page == which - 1]
            assert any(x0 <= x <= x1 and y0 <= y <= y1 for x, y in (each.centre for each in places)), name


def test_the_forms_own_words_are_not_hidden(empty_pages: dict[Delivery, list[Picture]]) -> None:
    """A white field for the screen lies over "FOR COURT USE ONLY"."""
    corner = (405.0, 670.0, 570.0, 755.0)
    assert empty_pages["print"][0].inside(corner) == empty_pages["live"][0].inside(corner)


# What it says


def test_every_amount_is_in_its_row(prepared_form: dict[str, Prepared]) -> None:
    says = printed(full(), prepared_form)
    assert {label: says.get(label) for label in AMOUNTS_PRINTED} == AMOUNTS_PRINTED
    assert says["Number of children of both"] == str(full().number_of_children_together)


def test_the_rows_of_income_make_its_total(prepared_form: dict[str, Prepared]) -> None:
    says = printed(full(), prepared_form)
    rows = (row for row in MAP.rows if row.item == "5" and row.label.endswith(": amount"))
    cents = [round(float(says[row.label].replace(",", "")) * 100) for row in rows if row.label in says]
    assert len(cents) == 6 and sum(cents) == 1_320_225


def test_a_kind_no_longer_received_is_not_printed(prepared_form: dict[str, Prepared]) -> None:
    says = printed(told(full(), {"finances.kinds": ("salary", "ssi")}), prepared_form)
    assert says["Income per month before taxes"] == "2,400.50"
    assert says["Social security: SSI"] == "x" and says["Social security: amount"] == "1,400.25"
    absent = ("Social security: other", "Retirement", "Retirement: amount", "Disability: amount")
    assert not {*absent, "Unemployment compensation"} & says.keys()


def test_no_income_is_zero_and_no_row(prepared_form: dict[str, Prepared]) -> None:
    says = printed(told(full(), {"finances.has_income": "no"}), prepared_form)
    assert says["Income per month before taxes"] == "0"
    rows = {row.label for row in MAP.rows if row.item == "5"} - {"Income per month before taxes"}
    assert not rows & says.keys()


def test_what_is_not_told_is_not_printed(prepared_form: dict[str, Prepared]) -> None:
    said = {row.item for row in MAP.rows if row.label in printed(Case(), prepared_form)}
    assert said == {"caption"} and printed(Case(), prepared_form) == {"Lawyer for": "Self-represented"}


def test_a_cost_of_nothing_ticks_no_box(prepared_form: dict[str, Prepared]) -> None:
    says = printed(
        told(full(), {"finances.children.travel": "0", "finances.expenses.home": "0"}), prepared_form
    )
    assert says["Travel for visitation: amount"] == "0" == says["Housing costs: amount"]
    assert "Travel for visitation" not in says and "Housing costs" not in says


def test_pay_before_work_stopped_is_only_for_who_stopped(prepared_form: dict[str, Prepared]) -> None:
    works = told(full(), {"finances.has_job": "yes", "finances.had_job": "yes"})
    assert "Income per month before work stopped" not in printed(works, prepared_form)
    assert "About your most recent job" not in printed(works, prepared_form)


def test_not_known_is_an_answer(prepared_form: dict[str, Prepared]) -> None:
    unknown = told(full(), {"finances.respondents.known": "no"})
    assert printed(unknown, prepared_form)["Your estimate of the other parent's monthly income"] == "unknown"


# Now: what has ended was told as 0, and of what was not told nobody knows what it comes to

ITEM_1A, GROSS = "Lives on TANF, SSI or GA/GR alone", "Income per month before taxes"


def with_amounts(**usual: str) -> Case:
    """These kinds of income, so much a month each; "" is not told."""
    case = told(full(), {"finances.kinds": tuple(usual)})
    for kind, amount in usual.items():
        case = set_answer(case, f"finances.incomes.{kind}", Received("", amount, "month"))
    return case


def boxes_and_sums(case: Case, prepared_form: dict[str, Prepared]) -> dict[str, str]:
    """Items 1a and 5, as printed."""
    items = {row.label for row in MAP.rows if row.item in ("1a", "5")}
    return {label: said for label, said in printed(case, prepared_form).items() if label in items}


def test_what_has_ended_is_no_income_now(prepared_form: dict[str, Prepared]) -> None:
    case = with_amounts(salary="0", unemployment="450", public_assistance="0")
    assert boxes_and_sums(case, prepared_form) == {
        **{GROSS: "450", "Unemployment compensation": "x", "Unemployment compensation: amount": "450"},
    }
    assert "FL-155, item 5" not in attached(case, prepared_form)
    all_ended = with_amounts(salary="0", public_assistance="0", ssi="0")
    assert boxes_and_sums(all_ended, prepared_form) == {GROSS: "0"}
    without_how_often = set_answer(all_ended, "finances.incomes.salary", Received("", "0", ""))
    assert boxes_and_sums(without_how_often, prepared_form) == {GROSS: "0"}


def test_assistance_alone_is_so_when_the_job_has_ended(prepared_form: dict[str, Prepared]) -> None:
    case = with_amounts(salary="0", public_assistance="805")
    assert boxes_and_sums(case, prepared_form) == {ITEM_1A: "x"}
    assert "FL-155, item 5" not in attached(case, prepared_form)
    with_ssi = with_amounts(salary="0", public_assistance="0", ssi="1,206.94")
    found = boxes_and_sums(with_ssi, prepared_form)
    assert (found[ITEM_1A], found[GROSS], found["Social security: SSI"]) == ("x", "1,206.94", "x")


@pytest.mark.parametrize("missing", ["salary", "overtime", "public_assistance", "pension"])
def test_without_an_amount_there_is_no_sum(missing: str, prepared_form: dict[str, Prepared]) -> None:
    kinds = {"salary": "2,000", "overtime": "150", "public_assistance": "805", "pension": "90"}
    found = boxes_and_sums(with_amounts(**(kinds | {missing: ""})), prepared_form)
    assert GROSS not in found and ITEM_1A not in found
    assert ("Salary or wages: amount" in found) is (missing not in ("salary", "overtime"))
    assert "Salary or wages" in found
    assert ("Retirement" in found) is (missing != "pension")


def test_assistance_alone_is_not_said_while_another_amount_is_missing(
    prepared_form: dict[str, Prepared],
) -> None:
    for other in ("salary", "ssi"):
        found = boxes_and_sums(with_amounts(**{"public_assistance": "805", other: ""}), prepared_form)
        assert found == {}


# Attached pages


def test_what_has_no_blank_is_on_attached_pages(prepared_form: dict[str, Prepared]) -> None:
    assert attached(full(), prepared_form) == {
        "FL-155, item 3c": STORY,
        "FL-155, item 5": "I also receive public assistance (TANF or GA/GR): $1,300.25 per month.",
        "FL-155, item 8a": "Work shoes and a food handler card.",
        "FL-155, item 12": "My hours were cut in March. The children need glasses.",
    }
    arrangement = "Your arrangement for custody and visitation"
    assert printed(full(), prepared_form)[arrangement] == "See FL-155, item 3c"


def test_a_short_arrangement_stays_on_the_form(prepared_form: dict[str, Prepared]) -> None:
    short = told(full(), {"finances.children.arrangement": "Every other week"})
    assert "FL-155, item 3c" not in attached(short, prepared_form)
    assert printed(short, prepared_form)["Your arrangement for custody and visitation"] == "Every other week"


def test_assistance_alone_is_said_in_item_1a_only(prepared_form: dict[str, Prepared]) -> None:
    alone = told(full(), {"finances.kinds": ("public_assistance",)})
    assert "FL-155, item 5" not in attached(alone, prepared_form)
    assert printed(alone, prepared_form)["Lives on TANF, SSI or GA/GR alone"] == "x"


# Who it is for


def test_with_a_lawyer_the_caption_is_the_lawyers() -> None:
    assert full().caption_address.split("\n") == [
        "Joan Achebe",
        "Valley Family Law Center, State Bar No. 000123",
        "PO Box 418",
        "Fresno, CA 93701",
    ]


def test_alone_the_caption_is_the_persons_and_no_lawyer_is_in_it() -> None:
    assert full_alone().caption_address.split("\n") == [
        "Elena Reyes Carter",
        "PO Box 418",
        "Fresno, CA 93701",
    ]


def test_nothing_private_is_on_it(forms_dir: Path, tmp_path: Path) -> None:
    for case in (full(), full_alone()):
        text = text_of(live_form(FORM, case, forms_dir).pdf, tmp_path)
        assert case.petitioner.telephone in text and case.petitioner.private_telephone not in text
        assert "press the Clear This Form" not in text


# Boxes, by pixels

ALONE_IN = {  # the boxes that one answer, or as few as can be, ticks: by pixels these and no others
    ("finances.has_income=yes", "finances.kinds=public_assistance"): {"Lives on TANF, SSI or GA/GR alone"},
    ("finances.applied_for_assistance=yes",): {"Has applied for TANF, SSI or GA/GR"},
    ("finances.taxes.status=single",): {"Tax filing status: single"},
    ("finances.taxes.status=married_jointly",): {"Tax filing status: married filing jointly"},
    ("finances.taxes.status=head_of_household",): {"Tax filing status: head of household"},
    ("finances.taxes.status=married_separately",): {"Tax filing status: married filing separately"},
    ("finances.has_income=yes", "finances.kinds=salary"): {"Salary or wages"},
    ("finances.has_income=yes", "finances.kinds=overtime"): {"Salary or wages"},
    ("finances.has_income=yes", "finances.kinds=commissions"): {"Salary or wages"},
    ("finances.has_income=yes", "finances.kinds=pension"): {"Retirement"},
    ("finances.has_income=yes", "finances.kinds=unemployment"): {"Unemployment compensation"},
    ("finances.has_income=yes", "finances.kinds=workers_compensation"): {"Workers' compensation"},
    ("finances.has_income=yes", "finances.kinds=social_security"): {
        "Social security",
        "Social security: other",
    },
    ("finances.has_income=yes", "finances.kinds=ssi"): {
        *("Social security", "Social security: SSI", "Lives on TANF, SSI or GA/GR alone"),
    },
    ("finances.has_income=yes", "finances.kinds=disability"): {"Disability"},
    ("finances.children.child_care=5",): {"Day care or preschool"},
    ("finances.children.health_care=5",): {"Health care not insured"},
    ("finances.children.special_needs=5",): {"School or special needs"},
    ("finances.children.travel=5",): {"Travel for visitation"},
    ("finances.has_other_children=yes",): {"Other minor children live with you"},
    ("finances.deductions.job_expenses=5",): {"Job-related expenses"},
    ("finances.deductions.union_dues=5",): {"Union dues"},
    ("finances.deductions.retirement=5",): {"Required retirement payments"},
    ("finances.deductions.health_insurance=5",): {"Health insurance"},
    ("finances.deductions.child_support=5",): {"Child support for other children"},
    ("finances.deductions.spousal_support=5",): {"Spousal support of another relationship"},
    ("finances.expenses.home=5",): {"Housing costs"},
    ("finances.expenses.home_is=rent",): {"Housing costs: rent"},
    ("finances.expenses.home_is=mortgage",): {"Housing costs: mortgage"},
    ("finances.has_job=yes",): {"About your current job"},
    ("finances.had_job=yes",): {"About your most recent job"},
    ("petitioner.name=X",): {"Petitioner/plaintiff"},
}


def answered(answers: tuple[str, ...]) -> Case:
    """Each kind of income comes to something: of what comes to nothing no box is ticked."""
    pairs = dict(answer.split("=") for answer in answers)
    case = told(Case(), {path: (said,) if path.endswith(".kinds") else said for path, said in pairs.items()})
    kind = pairs.get("finances.kinds")
    return set_answer(case, f"finances.incomes.{kind}", Received("", "5", "month")) if kind else case


@pytest.fixture(scope="module")
def empty_pages(
    prepared_form: dict[str, Prepared], tmp_path_factory: pytest.TempPathFactory
) -> dict[Delivery, list[Picture]]:
    folder = tmp_path_factory.mktemp("empty")
    return {way: drawn(MAP, prepared_form[NUMBER], Case(), way, folder) for way in get_args(Delivery)}


@pytest.mark.parametrize("answers", ALONE_IN, ids=lambda answers: answers[-1])
@pytest.mark.parametrize("delivery", get_args(Delivery))
def test_an_answer_marks_its_box_and_no_neighbour(
    delivery: Delivery,
    answers: tuple[str, ...],
    prepared_form: dict[str, Prepared],
    empty_pages: dict[Delivery, list[Picture]],
    tmp_path: Path,
) -> None:
    prepared = prepared_form[NUMBER]
    pages = drawn(MAP, prepared, answered(answers), delivery, tmp_path)
    assert marked(MAP, prepared, empty_pages[delivery], pages) == ALONE_IN[answers]


def test_every_tick_row_is_proven() -> None:
    assert {row.label for row in MAP.of_kind("tick")} == set().union(*ALONE_IN.values())
