"""FL-150 read back off the paper: every sum in its row, every tick in its box, the rest on attached pages."""

from __future__ import annotations

import io
import re
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from pypdf import PdfReader

from forms_library.catalogue import current
from forms_library.maps import read_map
from forms_library.packet import live_form
from forms_library.prepare import Prepared
from interview.answers import set_answer
from interview.audience import audience_of
from interview.case import Case
from interview.expenses import Assets, Expenses
from interview.finances import Finances
from interview.income import IncomeKind, OthersIncome, Received, Schooling
from interview.relevance import prune
from tests.money_told import asking_for_money
from tests.paper import Picture, Word, pictures_of, text_of, words_on
from tests.written_blanks import items, written

FORM = "FL-150"
NEAR = 7.0  # points between the middle of a row's printed words and of what stands in it

# Printed words that begin a row -> what stands in it, left to right (5 to 7: last month, average)
ROWS: dict[int, dict[str, tuple[str, ...]]] = {
    1: {
        "Salary": ("2,112.50", "2,123.88"),  # 980.25 each two weeks: 26 times a year
        "Overtime": ("140", "100"),
        "Commissions": ("75.25", "75"),
        "TANF,": ("510.40", "510.40"),  # with SSI
        "federally taxable*": ("251", "252"),
        "domestic partnership": ("261", "262"),
        "Pension/retirement": ("271", "272"),
        "Security retirement": ("281", "282"),
        "Disability:": ("291", "290.98"),  # 67.15 a week
        "Unemployment": ("301", "302"),
        "Workers'": ("311", "312"),
        "military allowances": ("Royalties", "from", "a", "song", "book", "321", "322"),
        "Dividends": ("331", "332"),
        "Rental": ("10,341.55", "10,342.65"),
        "Trust": ("351", "352"),
        "self-employment,": ("371", "372"),
        "union": ("41",),
        "Required retirement": ("42.10",),
        "Medical,": ("143",),
        "pay for children": ("144",),
        "federally tax deductible*": ("145",),
        "Partner support that": ("146",),
        "Necessary": ("47.35",),
        "Cash": ("1,511.09",),
        "Stocks,": ("512",),
        "All other": ("13,500",),
    },
    2: {
        "mortgage.": ("401.10",),
        "average principal:": ("150.01",),
        "average interest:": ("250.02",),
        "Real property": ("402.10",),
        "not included above": ("403.10",),
        "Maintenance": ("404.10",),
        "Health-care": ("405.10",),
        "Child care.": ("406.10",),
        "Groceries": ("407.10",),
        "Eating": ("408.10",),
        "Utilities": ("409.10",),
        "Telephone,": ("410.10",),
        "Laundry": ("411.10",),
        "Clothes": ("412.10",),
        "Education": ("413.10",),
        "Entertainment,": ("414.10",),
        "gas, repairs,": ("415.10",),
        "auto, home,": ("416.10",),
        "Savings": ("417.10",),
        "Charitable": ("418.10",),
        "itemize below": ("436.40",),  # all eight payments, the two on the attached page too
        "amounts in a(1)(a)": ("8,228.30",),  # 19 sums of 410.10 on average, and the payments
        "Amount of expenses": ("99.50",),
        "have paid my attorney": ("1,500",),
        "source of this money": ("A", "loan", "from", "my", "mother"),
        "still owe the following": ("2,250.50",),
        "hourly rate is": ("$275",),
    },
    3: {
        "I have": ("3",),
        "The children spend": ("80", "20"),
        "Name of insurance": ("Golden", "Valley", "Health", "Plan"),
        "monthly cost for": ("611",),
        "Childcare so": ("612.20",),
        "health care not": ("613",),
        "Travel expenses": ("614",),
        "educational or other": ("615",),
        "Extraordinary": ("701", "7"),
        "insured loss": ("702", "8"),
        "are living with me": ("703.30", "9"),
        "Child support I receive": ("704",),
    },
}


def paper(case: Case, forms_dir: Path) -> bytes:
    return live_form(current(FORM), case, forms_dir).pdf


def said(case: Case, forms_dir: Path) -> dict[str, str]:
    """Item and label -> what the blank says, of those that say something; a tick says "/1" or the like."""
    blanks = PdfReader(io.BytesIO(paper(case, forms_dir))).get_fields() or {}
    rows = (row for row in read_map(FORM, current(FORM).revision).rows if row.widget)
    found = {f"{row.item}|{row.label}": blanks[row.widget].get("/V") for row in rows}
    return {place: str(value) for place, value in found.items() if value not in (None, "", "/Off")}


def telling(**answers: Any) -> Case:
    """Everything told, with these answers of the finances otherwise: job__pay="" and so on."""
    case = asking_for_money()
    for path, answer in answers.items():
        case = set_answer(case, f"finances.{path.replace('__', '.')}", answer)
    return case


# Text and sums


@pytest.fixture(scope="module")
def full(forms_dir: Path) -> bytes:
    return paper(asking_for_money(), forms_dir)


@pytest.fixture(scope="module")
def printed(prepared_form: dict[str, Prepared], tmp_path_factory: pytest.TempPathFactory) -> list[Word]:
    """The words of the empty form."""
    return words_on(prepared_form[FORM].print_pdf, tmp_path_factory.mktemp("printed"))


@pytest.fixture(scope="module")
def ink(full: bytes, printed: list[Word], tmp_path_factory: pytest.TempPathFactory) -> list[Word]:
    """The words we put on the paper: those the empty form does not have in that place."""
    there = {place_of(word) for word in printed}
    return [w for w in words_on(full, tmp_path_factory.mktemp("ink")) if place_of(w) not in there]


def place_of(word: Word) -> tuple[str, int, int, int]:
    return word.text, word.page, round(word.x0), round(word.y0)


def places_of_words(wanted: str, words: list[Word], page: int) -> list[Word]:
    """The last of each run of printed words that reads so; dots that lead to the sum are not minded."""
    on_page, parts = [word for word in words if word.page == page], wanted.split()
    return [
        on_page[at + len(parts) - 1]
        for at in range(len(on_page) - len(parts) + 1)
        if all(
            word.text.strip("(.").startswith(part.strip("(."))
            for word, part in zip(on_page[at:], parts, strict=False)
        )
    ]


@pytest.mark.parametrize(
    ("page", "label"), [(page, label) for page, rows in ROWS.items() for label in rows], ids=str
)
def test_what_was_told_stands_beside_the_printed_words(
    page: int, label: str, ink: list[Word], printed: list[Word]
) -> None:
    expected = list(ROWS[page][label])
    starts = places_of_words(label, printed, page)
    assert starts, f"the form does not print {label!r}"
    found = [row_of(start, ink) for start in starts]
    assert expected in found, (label, found)


def row_of(start: Word, ink: list[Word]) -> list[str]:
    """What stands on the line of a printed word, right of it, up to where the next column begins."""
    column_ends = 330.0 if start.page == 2 and start.x0 < 310 and start.centre[1] > 360 else 600.0
    beside = [
        word
        for word in ink
        if word.page == start.page
        and abs(word.centre[1] - start.centre[1]) < NEAR
        and start.x0 < word.x0 < column_ends
        and word.text not in "✖✔Xx"
    ]
    return [word.text for word in sorted(beside, key=lambda word: word.x0)]


def test_the_job_is_told_at_a_rate_the_form_has(forms_dir: Path) -> None:
    found = said(telling(), forms_dir)
    assert found["1h|Pay before taxes"] == "490.13"  # half of two weeks, to the cent
    assert "1h|Pay: per week" in found
    assert not {"1h|Pay: per month", "1h|Pay: per hour"} & set(found)
    by_the_year = said(telling(job__pay="36,000.06", job__paid_by="year"), forms_dir)
    assert by_the_year["1h|Pay before taxes"] == "3,000.01"
    assert "1h|Pay: per month" in by_the_year


def test_no_pay_told_ticks_no_rate_but_the_one_told(forms_dir: Path) -> None:
    found = said(telling(job__pay="", job__paid_by=""), forms_dir)
    assert not [place for place in found if place.startswith("1h")]


def test_people_and_payments_stand_in_their_rows(forms_dir: Path) -> None:
    found = said(telling(), forms_dir)
    for place, letter in enumerate("abcde"):
        row = [found[f"12{letter}|Person {place + 1}: {part}"] for part in ("age", "relationship")]
        assert row == [str(20 + place), f"cousin {letter.upper()}"]
        assert found[f"12{letter}|Person {place + 1}: name"].startswith(f"Housemate {letter.upper()}")
        assert found[f"12{letter}|Person {place + 1}: monthly income"] == f"$1,{place}50.25"
    for number in range(1, 7):
        parts = ("for", "amount", "balance", "date of last payment")
        assert [found[f"14|Payment {number}: {part}"] for part in parts] == [
            *(f"Loan no. {number}", f"5{number}.05", f"1,{number}00", f"10/0{number}/2026")
        ]


def test_no_income_at_all_is_zero_in_each_row(forms_dir: Path) -> None:
    found = said(telling(has_income="no", kinds=(), incomes=Finances().incomes), forms_dir)
    sums = [text for place, text in found.items() if place.endswith((", last month", ", average"))]
    assert sums == ["0"] * 34


SSI_AND_MORE = {
    "incomes__public_assistance": Received("310", "310", "month"),
    "incomes__ssi": Received("200.40", "200.40", "month"),
}


@pytest.mark.parametrize(
    ("answers", "sums"),
    [
        ({}, ["510.40", "510.40"]),
        ({"incomes__ssi": Received("", "200.40", "month")}, ["510.40"]),  # the average alone
        ({"incomes__ssi": Received("200.40", "200.40", "")}, ["510.40"]),  # last month alone
        ({"incomes__public_assistance": Received()}, []),
        ({"kinds": ("ssi",)}, ["200.40", "200.40"]),
        ({"incomes__ssi": Received("0", "0", "")}, ["310", "310"]),
    ],
    ids=["both", "no last month", "no average", "neither", "SSI alone", "SSI of nothing"],
)
def test_a_part_of_public_assistance_does_not_pass_for_all_of_it(
    answers: dict[str, Any], sums: list[str], forms_dir: Path
) -> None:
    """Item 5d counts SSI: an amount that was not told is missing in the sum of both."""
    found = said(telling(**(SSI_AND_MORE | answers)), forms_dir)
    assert [text for place, text in found.items() if place.startswith("5d|Public assistance,")] == sums


def test_one_who_does_not_know_the_others_income_says_so(forms_dir: Path) -> None:
    found = said(telling(respondents=OthersIncome(known="no")), forms_dir)
    assert found["4|Other party's income: dollars a month"] == "unknown"
    assert "do not know" in found["4|Other party's income: what the estimate is based on"]


def test_the_lawyer_is_named_at_item_15_only_where_fees_are_asked(forms_dir: Path) -> None:
    case = telling()
    assert said(case, forms_dir)["15|Your lawyer's name"] == "Lena Ortiz"
    asked = tuple(order for order in case.requests.asked if order != "lawyer_fees")
    without = replace(case, requests=replace(case.requests, asked=asked))
    assert "15|Your lawyer's name" not in said(without, forms_dir)
    assert "15|Your lawyer's name" not in said(asking_for_money(lawyer=False), forms_dir)


def test_children_are_counted_for_child_support_only(forms_dir: Path) -> None:
    case = telling()
    asked = tuple(order for order in case.requests.asked if order != "child_support")
    without = replace(case, requests=replace(case.requests, asked=asked))
    assert not [place for place in said(without, forms_dir) if place.startswith("16a")]


def test_every_blank_told_is_asked_for(forms_dir: Path) -> None:
    """Nothing of the form is lost where the questions ask for it: each of its blanks has its page."""
    assert said(prune(telling()), forms_dir) == said(telling(), forms_dir)


# Boxes: by what the paper looks like, and the words printed right of the box


BOXES: list[tuple[dict[str, Any], dict[int, list[str]]]] = [
    (
        {},
        {
            0: [
                *("per week", "No", "Degree(s) obtained @ college", "Degree(s) obtained @ graduate"),
                *("professional/", "vocational", "I last filed", "married, filing jointly"),
                "other (specify state)",
            ],
            1: [
                *("currently receiving", "from a different marriage", "federally taxable*"),
                *("from this domestic", "State disability", "Private insurance", "other (specify)"),
                *("Additional income.", "Change in income.", "federally tax deductible", "real", "personal"),
            ],
            2: ["Yes", "No", "Yes", "No", "Yes", "Actual expenses", "mortgage"],
            3: ["I do I do not have"],
        },
    ),
    (
        {
            "job__paid_by": "hour",
            "schooling__high_school": "yes",
            "schooling__college_degree": "",
            "schooling__license": "",
            "taxes__status": "single",
            "taxes__state": "california",
            "incomes__gets_assistance_now": "no",
            "incomes__spousal_support_from": "this",
            "incomes__spousal_support_taxable": "no",
            "incomes__partner_support_from": "different",
            "incomes__disability_kinds": ("social_security",),
            "businesses__0__role": "owner",
            "had_one_time_money": "no",
            "deductions__spousal_support_deductible": "no",
            "assets__property_kinds": ("real",),
            "expenses__basis": "estimated",
            "expenses__home_is": "rent",
            "children__has_insurance": "no",
        },
        {
            0: [
                "per hour",
                "Yes",
                "Degree(s) obtained @ graduate",
                "vocational",
                "I last filed",
                "single",
                "California",
            ],
            1: [
                *("from this marriage", "from a different domestic", "Social Security (not SSI)"),
                *("owner/sole", "Change in income.", "real"),
            ],
            2: ["Yes", "No", "Yes", "No", "Yes", "Estimated expenses", "Rent"],
            3: ["I do not have"],
        },
    ),
    (
        {
            "job__paid_by": "month",
            "schooling__high_school": "",
            "schooling__graduate_degree": "",
            "schooling__training": "",
            "taxes__last_year_filed": "",
            "taxes__status": "head_of_household",
            "taxes__state": "",
            "incomes__gets_assistance_now": "",
            "incomes__spousal_support_from": "",
            "incomes__spousal_support_taxable": "",
            "incomes__partner_support_from": "",
            "incomes__disability_kinds": ("private",),
            "businesses__0__role": "partner",
            "had_one_time_money": "",
            "has_changed": "no",
            "deductions__spousal_support_deductible": "",
            "assets__property_kinds": ("personal",),
            "household": (),
            "expenses__basis": "proposed",
            "expenses__home_is": "",
            "children__has_insurance": "",
        },
        {
            0: ["per month", "Degree(s) obtained @ college", "professional/", "head of household"],
            1: ["Private insurance", "business partner", "personal"],
            2: ["Proposed needs"],
            3: [],
        },
    ),
    (
        {"taxes__status": "married_separately", "schooling": Schooling(), "job__paid_by": "twice_a_month"},
        {0: ["per month", "I last filed", "married, filing separately", "other (specify state)"]},
    ),
]


@pytest.fixture(scope="module")
def empty_pages(
    prepared_form: dict[str, Prepared], tmp_path_factory: pytest.TempPathFactory
) -> list[Picture]:
    return pictures_of(prepared_form[FORM].print_pdf, tmp_path_factory.mktemp("empty"))


@pytest.mark.parametrize(("answers", "expected"), BOXES, ids=["first", "second", "third", "separately"])
def test_the_ink_is_in_the_boxes_beside_the_right_words(
    answers: dict[str, Any],
    expected: dict[int, list[str]],
    empty_pages: list[Picture],
    printed: list[Word],
    prepared_form: dict[str, Prepared],
    forms_dir: Path,
    tmp_path: Path,
) -> None:
    pages = pictures_of(paper(telling(**answers), forms_dir), tmp_path)
    boxes = [blank for blank in prepared_form[FORM].index.blanks if blank.kind == "tick"]
    for page, starts in expected.items():
        inked = [
            box.rect
            for box in boxes
            if box.page == page and pages[page].inside(box.rect) != empty_pages[page].inside(box.rect)
        ]
        inked.sort(key=lambda rect: (-round(rect[1] / 5), rect[0]))
        beside = [words_beside(rect, printed, page) for rect in inked]
        assert len(beside) == len(starts), beside
        for (before, after), start in zip(beside, starts, strict=True):
            right, _at, left = start.partition(" @ ")
            assert after.startswith(right) and left in before, beside


def words_beside(box: tuple[float, float, float, float], words: list[Word], page: int) -> tuple[str, str]:
    """The printed words on the line of a box: before it and after it."""
    middle = (box[1] + box[3]) / 2
    on_line = [word for word in words if word.page == page and abs(word.centre[1] - middle) < 6]
    on_line.sort(key=lambda word: word.x0)
    after = [word.text for word in on_line if word.x0 > box[0] + 2]
    return " ".join(word.text for word in on_line if word.x0 <= box[0] + 2), " ".join(after)


# What has no room


def attached(pdf: bytes, folder: Path) -> str:
    """The words of the attached pages alone, spaces made one."""
    pages = text_of(pdf, folder, "-f", str(current(FORM).pages + 1))
    return re.sub(r"\s+", " ", pages)


def headings(text: str) -> list[str]:
    found = re.findall(r"Question (?:1—Other Jobs|\d+g?)(?! \(cont)", text)
    return list(dict.fromkeys(found))


def test_what_has_no_row_is_attached_under_the_forms_own_titles(full: bytes, tmp_path: Path) -> None:
    text = attached(full, tmp_path)
    assert headings(text) == [
        *("Question 1—Other Jobs", "Question 7", "Question 10g", "Question 12", "Question 14"),
    ]
    for told in (
        *("Bean & Leaf", "$17.50 per hour", "Acme Janitorial", "$300 per month"),
        *("Two Sisters Catering", "Steel-toed boots", "Housemate F", "Housemate G", "$1,650.25"),
        *("Valley Lender 7", "Valley Lender 8", "$1,800"),
    ):
        assert told in text, told
    for on_the_form in ("Lodi Cold Storage", "Whitlock Candles", "Housemate E", "Valley Lender 6"):
        assert on_the_form not in text, on_the_form


def test_the_attached_pages_are_counted(forms_dir: Path) -> None:
    part = live_form(current(FORM), telling(), forms_dir)
    assert said(telling(), forms_dir)["1-4|Number of pages attached"] == str(part.attached)
    few = telling(other_jobs=(), businesses=(), household=(), payments=(), deductions=Finances().deductions)
    assert "1-4|Number of pages attached" not in said(few, forms_dir)


LONG = {
    "one_time_money": "Question 8",
    "change": "Question 9",
    "job.employer": "Question 1",
    "schooling.license": "Question 2",
    "taxes.jointly_with": "Question 3",
    "respondents.because": "Question 4",
    "incomes.other_what": "Question 5",
    "incomes.other_investment_what": "Question 6",
    "expenses.other_what": "Question 13",
    "lawyers_fees.source": "Question 15",
    "children.arrangement": "Question 16",
    "children.insurer_address": "Question 17",
    "children.special_needs_what": "Question 18",
    "hardships.because": "Question 19",
    "other_facts": "Question 20",
}


SUMS = (
    *(f"incomes.{kind}.{part}" for kind in get_args(IncomeKind) for part in ("last_month", "usual")),
    *(f"deductions.{name}" for name in ("union_dues", "retirement", "health_insurance", "child_support")),
    *(f"deductions.{name}" for name in ("spousal_support", "partner_support", "job_expenses")),
    *(f"assets.{field.name}" for field in fields(Assets) if field.name != "property_kinds"),
    *(f"expenses.{f.name}" for f in fields(Expenses) if f.name not in ("basis", "home_is", "other_what")),
    *("lawyers_fees.paid", "lawyers_fees.owed", "lawyers_fees.hourly_rate", "respondents.amount"),
    *(f"children.{name}" for name in ("insurance_cost", "child_care", "health_care", "travel")),
    *("children.special_needs", "hardships.health", "hardships.losses", "hardships.other_children"),
    *("hardships.support_received", "job.pay"),
)


def test_long_answers_go_on_under_the_number_of_their_question(forms_dir: Path, tmp_path: Path) -> None:
    """Each is 150 numbered words: all are on the paper, in their order, and none twice."""
    case = telling(other_jobs=(), businesses=(), household=(), payments=(), deductions__job_expenses_what="")
    tokens = {path: [f"{chr(97 + n)}q{place}" for place in range(150)] for n, path in enumerate(LONG)}
    for path, words in tokens.items():
        case = set_answer(case, f"finances.{path}", " ".join(words))
    pdf = paper(case, forms_dir)
    assert headings(attached(pdf, tmp_path)) == sorted(LONG.values(), key=lambda title: int(title[9:]))
    placed = [word.text for word in words_on(pdf, tmp_path)]
    for path, words in tokens.items():
        assert [text for text in placed if text in set(words)] == words, path


def test_the_longest_sum_fits_each_blank_of_money(forms_dir: Path) -> None:
    """Over a million, to the cent: none is cut, and none moves to another page."""
    case = telling(other_jobs=(), businesses=(), household=(), payments=(), deductions__job_expenses_what="")
    for path in SUMS:
        case = set_answer(case, f"finances.{path}", "1,234,567.89")
    part = live_form(current(FORM), case, forms_dir)
    assert part.attached == 0


# Who may read it


def test_a_form_to_fill_in_by_hand_has_its_caption_alone(forms_dir: Path) -> None:
    case = asking_for_money(replace(Finances(), fills="later"))
    assert items(written(FORM, case, forms_dir)) == {"caption"}


def test_who_puts_it_off_after_all_prints_nothing_of_the_money(forms_dir: Path) -> None:
    assert items(written(FORM, telling(fills="later"), forms_dir)) == {"caption"}


def test_nothing_the_other_person_may_not_know_is_on_it(forms_dir: Path, tmp_path: Path) -> None:
    case = asking_for_money(lawyer=False)
    petitioner = replace(case.petitioner, private_telephone="(209) 555-9999", race="Qqrace")
    text = text_of(paper(replace(case, petitioner=petitioner), forms_dir), tmp_path)
    for secret in ("555-9999", "Qqrace", "03/08/1990"):
        assert secret not in text
    assert case.petitioner.mailing_address.street in text
    addresses = re.findall(r"\d+ [A-Z]\w+ (?:\w+ )?(?:Street|Avenue|Way|Drive|Road)\b", text)
    assert set(addresses) <= {"88 Depot Street", "3000 Justice Grove Drive"}  # the employer, the court


def test_every_text_and_sum_is_marked_as_read_by_the_other_person() -> None:
    """Income of a new spouse is FL-155's alone."""
    unmarked = {
        path
        for path in text_paths(Finances, "finances")
        if audience_of(path, "dvro").who != "served" and path != "finances.new_spouse_income"
    }
    keys = {"finances.household_known.0", "finances.housemates_told.0.key"}
    assert unmarked <= {"finances.other_jobs.0.ended", *keys}


def text_paths(kind: Any, path: str) -> list[str]:
    """The paths of all answers that are free text or sums, by the types."""
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return [
            leaf for field in fields(kind) for leaf in text_paths(hints[field.name], f"{path}.{field.name}")
        ]
    inner = get_args(kind)
    if len(inner) == 2 and inner[1] is ...:
        return text_paths(inner[0], f"{path}.0")
    return [path] if kind is str else []
