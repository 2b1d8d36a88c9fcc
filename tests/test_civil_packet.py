"""The packet of a civil harassment request, read back off the printed paper by position and by label."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter

from forms_library.catalogue import current
from forms_library.letters import spell_out
from forms_library.packet import forms_for, live_forms, make_packet
from forms_library.prepare import Prepared
from interview.case import Case
from interview.relevance import prune
from tests.paper import Picture, Word, pictures_of, words_on
from tests.stories_on_disk import STORIES, story

Rect = tuple[float, float, float, float]  # points from the lower left corner

CIVIL = [name for name in STORIES if story(name).asks_for_cho and not story(name).hearing_is_over]
EACH_CIVIL_STORY = pytest.mark.parametrize("name", CIVIL)
EACH_OTHER_STORY = pytest.mark.parametrize("name", [name for name in STORIES if story(name).asks_for_dvro])


@dataclass(frozen=True)
class LongAnswer:
    """Where CH-100 has room for a long answer, and under which title the whole of it goes if it is longer."""

    title: str
    page: int
    room: Rect
    check_here: Rect

    def told(self, case: Case) -> str:
        return str(_TOLD[self.title](case))


_TOLD: dict[str, Any] = {
    "Attachment 3b—Why Others Need Protection": lambda case: case.protection_reason,
    "Attachment 4—Relationship of Parties": lambda case: case.relationship.how_known,
    "Attachment 7a(3)—Describe Harassment": lambda case: case.incidents[0].story,
    "Attachment 7a(4)—Use of Weapons": lambda case: case.incidents[0].weapon_description,
    "Attachment 7a(5)—Harm or Injury": lambda case: case.incidents[0].harm_description,
    "Attachment 7b—Previous Harassment": lambda case: case.earlier_harassment,
    "Attachment 8c—Other Personal Conduct Orders": lambda case: case.requests.other_conduct,
    "Attachment 9b—Stay-Away Orders": lambda case: case.requests.stay_away.cannot_reach_why,
    "Attachment 11—Temporary Restraining Order": lambda case: case.requests.not_told_reason,
    "Attachment 12—Request to Give Less Than Five Days’ Notice": lambda case: (
        case.requests.less_notice_reason
    ),
    "Attachment 15a—Possession of Animals": lambda case: case.requests.animal_protection.reasons_in_words,
    "Attachment 16—Additional Orders Requested": lambda case: case.requests.other_orders,
}
_ROOMS: tuple[tuple[int, Rect, Rect], ...] = (  # page of CH-100, the room, its "check here"
    (1, (78, 95, 575, 153), (78, 171, 87, 180)),
    (2, (63, 635, 576, 648), (63, 667, 72, 676)),
    (3, (99, 562, 576, 661), (99, 681, 108, 690)),
    (3, (99, 432, 576, 489), (99, 512, 108, 521)),
    (3, (99, 306, 576, 362), (99, 383, 108, 392)),
    (3, (78, 91, 575, 147), (78, 170, 87, 179)),
    (4, (78, 495, 575, 537), (78, 555, 87, 564)),
    (4, (79, 220, 575, 248), (79, 265, 88, 274)),
    (5, (63, 310, 575, 355), (63, 371, 72, 380)),
    (5, (63, 94, 575, 166), (63, 188, 72, 197)),
    (6, (78, 140, 575, 198), (78, 220, 87, 229)),
    (7, (63, 600, 576, 646), (63, 665, 72, 674)),
)
LONG_ANSWERS = tuple(LongAnswer(title, *place) for title, place in zip(_TOLD, _ROOMS, strict=True))
MORE_PEOPLE = ("Attachment 3a—Additional Protected Persons", 1, (63, 215, 72, 224))
MORE_FEES = ("Attachment 14—Lawyer’s Fees and Costs", 6, (63, 421, 72, 430))
_BODY: Rect = (37, 85, 576, 684)  # of an attached page
_CAPTION = 725.0  # points from the foot: above it a page has its case number only
_REST_IS_THE_COURTS = {  # the court's part of page 1 begins under this line (its first words)
    "CH-109": "The court will complete the rest",
    "CH-110": "The court will complete the rest",
    "CH-165": "(Court will complete item",
}


class Paper:
    """A printed packet: each form's pages and its attached pages, by the bookmarks."""

    def __init__(self, case: Case, pdf: bytes, folder: Path) -> None:
        self.case = case
        self.pdf = pdf
        self.folder = folder
        self._attached: dict[str, str] = {}
        self.reader = PdfReader(io.BytesIO(pdf))
        marks = [item for item in self.reader.outline if not isinstance(item, list)]
        self.starts = [(str(m.title), self.reader.get_destination_page_number(m) or 0) for m in marks]

    @cached_property
    def words(self) -> list[Word]:
        return words_on(self.pdf, self.folder)

    @cached_property
    def pictures(self) -> list[Picture]:
        return pictures_of(self.pdf, self.folder)

    def numbers(self) -> list[str]:
        """The forms, in their order."""
        titles = [title for title, _page in self.starts[1:]]
        return [title.split()[0] for title in titles if "attached page" not in title]

    def first(self, number: str) -> int:
        return next(page for title, page in self.starts if title.split()[0].rstrip(",") == number)

    def end(self, number: str) -> int:
        """The page after the form's last attached one."""
        after = [page for title, page in self.starts if page > self.first(number) and number not in title]
        return min(after, default=len(self.reader.pages))

    def page(self, number: str, page: int) -> int:
        return self.first(number) + page - 1

    def attached_to(self, number: str) -> range:
        return range(self.first(number) + current(number).pages, self.end(number))

    @cached_property
    def _by_page(self) -> dict[int, list[Word]]:
        found: dict[int, list[Word]] = defaultdict(list)
        for word in self.words:
            found[word.page].append(word)
        return found

    def on(self, page: int) -> list[Word]:
        return self._by_page[page]

    def inside(self, page: int, rect: Rect) -> list[Word]:
        """The words whose middle is in a part of a page, line by line."""
        found = [word for word in self.on(page) if _holds(rect, word.centre)]
        return sorted(found, key=lambda word: (-round(word.centre[1] / 4), word.x0))

    def attached(self, number: str) -> str:
        """Everything on a form's attached pages, close together, without the headings said again."""
        if number not in self._attached:
            self._attached[number] = self._read_attached(number)
        return self._attached[number]

    def _read_attached(self, number: str) -> str:
        return "".join(
            _close(line)
            for page in self.attached_to(number)
            for line in self._lines(page)
            if not line.endswith("(continued)")
        )

    def _lines(self, page: int) -> Iterator[str]:
        words = self.inside(page, _BODY)
        lines: dict[int, list[str]] = {}
        for word in words:
            lines.setdefault(round(word.centre[1] / 4), []).append(word.text)
        return (" ".join(line) for line in lines.values())


@pytest.fixture(scope="module")
def papers(forms_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Paper]:
    found = {}
    for name in CIVIL:
        case = prune(story(name))
        found[name] = Paper(case, make_packet(case, forms_dir).pdf, tmp_path_factory.mktemp(name))
    return found


@pytest.fixture(scope="module")
def empty_pages(
    prepared_form: dict[str, Prepared], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[Picture]]:
    """Form number -> its pages with nothing written on them."""
    folder = tmp_path_factory.mktemp("empty")
    return {
        number: pictures_of(_rewritten(prepared_form[number].print_pdf), folder)
        for number in ("CH-100", "CH-109", "CH-110", "CH-165")
    }


# Which forms


@EACH_CIVIL_STORY
def test_a_civil_request_is_made_of_its_own_forms(name: str, papers: dict[str, Paper]) -> None:
    case, numbers = papers[name].case, papers[name].numbers()
    expected = ["CM-010", "CH-100", *("MC-031" for _sheet in case.witness_sheets), "CH-109", "CH-110"]
    expected += ["CH-160", "CH-165"] if case.minor_privacy.wanted == "yes" else []
    expected += ["CH-130"]
    expected += ["CH-200"] if case.hearing.is_set == "yes" or case.service.by_sheriff == "no" else []
    expected += ["MC-030"] if case.adds_own_statement else []
    expected += ["INT-300"] if case.court_help.asks_interpreter else []
    expected += ["SER-001"] if case.service.by_sheriff == "yes" else []
    expected += ["FW-001"] if case.fees.wants_waiver == "yes" else []
    expected += ["MC-410"] if case.court_help.wants_accommodation == "yes" else []
    assert numbers == [*expected, "CLETS-001"]


@EACH_OTHER_STORY
def test_a_domestic_violence_request_has_no_form_of_the_other_path(name: str) -> None:
    numbers = [form.number for form in forms_for(prune(story(name)))]
    assert numbers
    assert not [number for number in numbers if number.startswith(("CH-", "FW-", "CM-"))]


def test_the_stories_are_of_every_kind() -> None:
    """So that no test here passes for want of a story."""
    cases = [prune(story(name)) for name in CIVIL]
    assert {case.fees.waiver.ground for case in cases if case.asks_fee_waiver} == {
        "benefits",
        "low_income",
        "hardship",
    }
    assert any(case.minor_asks for case in cases) and any(case.private_minors for case in cases)
    assert len(_four_answers(prune(story("civil_long"))).split()) > 3_000
    assert any("😂" in case.incidents[0].story for case in cases)


# What is attached to the request


@EACH_CIVIL_STORY
def test_item_17_counts_the_pages_behind_the_request(name: str, papers: dict[str, Paper]) -> None:
    paper = papers[name]
    written = [word.text for word in _after(paper, paper.page("CH-100", 7), "this form, if any:")]
    request, notice = paper.first("CH-100"), paper.first("CH-109")  # between: its own pages, the witnesses'
    behind = notice - request - current("CH-100").pages
    assert written == ([str(behind)] if behind else [])


@EACH_CIVIL_STORY
@pytest.mark.parametrize("answer", LONG_ANSWERS, ids=lambda answer: answer.title.partition("—")[0])
def test_a_long_answer_is_whole_in_one_place(
    name: str, answer: LongAnswer, papers: dict[str, Paper], empty_pages: dict[str, list[Picture]]
) -> None:
    """In its room on the form; or under its title on an attached page, and the form says where."""
    paper = papers[name]
    page = paper.page("CH-100", answer.page)
    told = _close(spell_out(answer.told(paper.case)))
    in_room = _close("".join(word.text for word in paper.inside(page, answer.room)))
    attached, title = paper.attached("CH-100"), _close(answer.title)
    assert _is_inked(paper, "CH-100", answer.page, answer.check_here, empty_pages) == (title in attached)
    if in_room == told:
        assert title not in attached or "15a" in title  # that title is for the animals, too
        assert not told or attached.count(told) == 0
        return
    assert in_room == f"See{title}"
    assert attached.count(title) == 1 and attached.count(told) == 1
    assert attached.index(told) > attached.index(title)


def test_animals_and_the_reason_share_a_title(
    papers: dict[str, Paper], empty_pages: dict[str, list[Picture]]
) -> None:
    paper = papers["civil_long"]
    requests, reasons = paper.case.requests, LONG_ANSWERS[-2]
    attached, page = paper.attached("CH-100"), paper.page("CH-100", 6)
    assert attached.count(_close(reasons.title)) == 1
    assert _is_inked(paper, "CH-100", 6, reasons.check_here, empty_pages)
    animals: Rect = (78, 247, 575, 290)
    for room, told in ((animals, requests.animals_in_words), (reasons.room, reasons.told(paper.case))):
        assert _close("".join(w.text for w in paper.inside(page, room))) == _close(f"See {reasons.title}")
        assert attached.count(_close(spell_out(told))) == 1


def test_in_the_long_story_every_title_is_used(papers: dict[str, Paper]) -> None:
    attached = papers["civil_long"].attached("CH-100")
    assert [a.title for a in LONG_ANSWERS if _close(a.title) not in attached] == []
    assert _close(MORE_PEOPLE[0]) in attached


@EACH_CIVIL_STORY
@pytest.mark.parametrize(
    ("more", "path", "rows"),
    [(MORE_PEOPLE, "protected_people", 4), (MORE_FEES, "fees_asked", 6)],
    ids=["people", "fees"],
)
def test_more_entries_than_rows_are_each_on_the_attached_page(
    name: str,
    more: tuple[str, int, Rect],
    path: str,
    rows: int,
    papers: dict[str, Paper],
    empty_pages: dict[str, list[Picture]],
) -> None:
    paper = papers[name]
    title, page, check_here = more
    entries = paper.case.requests.fees_asked if path == "fees_asked" else paper.case.protected_people
    attached = paper.attached("CH-100")
    assert (_close(title) in attached) == (len(entries) > rows)
    assert _is_inked(paper, "CH-100", page, check_here, empty_pages) == (len(entries) > rows)
    for entry in entries[rows:]:
        summary = getattr(entry, "summary_for_harassment", None) or entry.summary
        assert attached.count(_close(spell_out(summary))) == 1


@pytest.mark.parametrize("name", ["civil_long", "civil_everything"])
def test_guns_and_people_beyond_the_rows_are_on_attached_pages(name: str, papers: dict[str, Paper]) -> None:
    paper = papers[name]
    assert len(paper.case.firearms) > 6 and len(paper.case.protected_people) > 4
    for firearm in paper.case.firearms[6:]:
        assert paper.attached("CH-100").count(_close(firearm.summary)) == 1
    order = paper.attached("CH-110")
    assert order.count(_close("Attachment 3—Additional Protected Persons")) == 1
    for person in paper.case.protected_people[4:]:
        said = (f"{person.name}, {person.gender}, age {person.age},", f", {person.relationship}")
        assert all(_close(each) in order for each in said) and order.count(_close(person.name)) == 1


# What is the court's


@EACH_CIVIL_STORY
@pytest.mark.parametrize("number", sorted(_REST_IS_THE_COURTS))
def test_nothing_is_written_in_the_judges_part(
    name: str, number: str, papers: dict[str, Paper], empty_pages: dict[str, list[Picture]]
) -> None:
    paper = papers[name]
    if number not in paper.numbers():
        assert number == "CH-165"
        return
    first = paper.page(number, 1)
    floor = _label(paper, first, _REST_IS_THE_COURTS[number])[0].y0
    for page, empty in enumerate(empty_pages[number], 1):
        limit = floor if page == 1 else _CAPTION
        filled = paper.pictures[paper.page(number, page)]
        below = (0.0, 0.0, float(filled.width), limit)
        if number == "CH-165" and page == 1:  # the box for the case number reaches below that line
            below = (0.0, 0.0, 380.0, limit)
        assert filled.inside(below) == empty.inside(below), (number, page)
    above = (0.0, floor, 612.0, 780.0)
    assert paper.pictures[first].inside(above) != empty_pages[number][0].inside(above)


def test_only_one_box_of_the_cover_sheet_is_checked(
    papers: dict[str, Paper], prepared_form: dict[str, Prepared], tmp_path: Path
) -> None:
    paper = papers["civil_everything"]
    empty = pictures_of(_rewritten(prepared_form["CM-010"].print_pdf), tmp_path)
    boxes = [blank for blank in prepared_form["CM-010"].index.blanks if blank.kind == "tick"]
    first = paper.page("CM-010", 1)
    checked = [
        box
        for box in boxes
        if paper.pictures[first + box.page].inside(box.rect) != empty[box.page].inside(box.rect)
    ]
    assert len(checked) == 1
    beside = _label(paper, first + checked[0].page, "Other petition (not specified above) (43)")
    assert abs(beside[0].centre[1] - (checked[0].rect[1] + checked[0].rect[3]) / 2) < 4


# Fees


@pytest.mark.parametrize("name", [name for name in CIVIL if story(name).asks_fee_waiver])
def test_the_fee_waivers_sums_are_right(name: str, papers: dict[str, Paper]) -> None:
    """Added up here from the entries, and read beside their labels on page 2."""
    paper, waiver = papers[name], papers[name].case.fees.waiver
    page = paper.page("FW-001", 2)
    own = _sum(entry.amount for entry in waiver.incomes)
    home = _sum(person.income for person in waiver.household)
    lists = (*waiver.deductions, *waiver.installments, *waiver.other_expenses)
    spent = _sum((*(entry.amount for entry in lists), *vars(waiver.expenses).values()))
    tells_income = waiver.ground in ("low_income", "hardship")
    tells_all = waiver.ground == "hardship"
    assert _amount(paper, page, "Your total monthly income:") == (own if tells_income else None)
    assert _amount(paper, page, "income of persons above:") == (home if tells_income else None)
    assert _amount(paper, page, "(8b plus 9b):") == (own + home if tells_income else None)
    assert _amount(paper, page, "–11n above):") == (spent if tells_all else None)


def test_the_fee_waivers_entries_beyond_the_rows_are_attached(papers: dict[str, Paper]) -> None:
    waiver = papers["civil_waiver_hardship"].case.fees.waiver
    attached = papers["civil_waiver_hardship"].attached("FW-001")
    assert attached.startswith("CONFIDENTIAL") and "FinancialInformation" in attached
    beyond: tuple[Any, ...] = (
        *waiver.incomes[4:],
        *waiver.household[4:],
        *waiver.accounts[3:],
        *waiver.vehicles[3:],
        *waiver.real_estate[2:],
        *waiver.other_property[2:],
        *waiver.deductions[4:],
        *waiver.installments[3:],
        *waiver.other_expenses[3:],
    )
    assert len(beyond) == 9
    for entry in beyond:
        assert attached.count(_close(entry.summary)) == 1, entry
    assert attached.count(_close(waiver.other_facts)) == 1


# Moving over from the other path


def test_nothing_told_for_the_other_order_is_in_the_papers(papers: dict[str, Paper]) -> None:
    raw, paper = story("civil_ex_roommate"), papers["civil_ex_roommate"]
    kept = _close(" ".join(_texts(paper.case)))
    left_over = [text for text in _texts(raw) if len(text) > 8 and _close(text) not in kept]
    assert len(left_over) > 25
    printed = _close("".join(word.text for word in paper.words))
    assert [text for text in left_over if _close(text) in printed] == []


@EACH_CIVIL_STORY
def test_what_a_story_tells_is_what_its_pages_ask(name: str) -> None:
    """A story whose answers no page asks for would test nothing; the moved one is to lose some."""
    raw = story(name)
    assert (prune(raw) == raw) == (name != "civil_ex_roommate")


@EACH_CIVIL_STORY
def test_every_free_answer_is_somewhere_in_the_papers(
    name: str, papers: dict[str, Paper], forms_dir: Path
) -> None:
    paper = papers[name]
    written: list[str] = []
    for part in live_forms(paper.case, forms_dir):
        found = PdfReader(io.BytesIO(part.pdf)).get_fields() or {}
        written += [str(field.get("/V") or "") for field in found.values()]
    attached = "".join(paper.attached(number) for number in paper.numbers())
    together = _close("".join(written)) + attached
    missing = [text for text in _texts(paper.case) if _close(spell_out(text)) not in together]
    assert missing == []


def _four_answers(case: Case) -> str:
    requests = case.requests
    return " ".join(
        (case.incidents[0].story, case.earlier_times, case.protection_reason, requests.other_orders)
    )


_NOT_HERE = ("key", "minors", "time", "words")


def _texts(told: Any, name: str = "") -> Iterator[str]:
    """Every answer in the person's own words: not a choice of ours, not a key, not what is for the plan alone
    (the hour of the hearing), and not a witness's words (parted between two pages: test_statement_forms)."""
    if is_dataclass(told):
        for each in fields(told):
            yield from _texts(getattr(told, each.name), each.name)
    elif isinstance(told, tuple):
        for entry in told:
            yield from _texts(entry, name)
    elif (
        isinstance(told, str)
        and name not in ("key", "minors", "time", "words")
        and re.search(r"[A-Z0-9 ]", told)
    ):
        yield told


def _close(text: str) -> str:
    """Without white space: where lines and words are divided is not what is read here."""
    return re.sub(r"\s", "", text)


def _holds(rect: Rect, point: tuple[float, float]) -> bool:
    return rect[0] - 1 <= point[0] <= rect[2] + 1 and rect[1] - 1 <= point[1] <= rect[3] + 1


def _rewritten(pdf: bytes) -> bytes:
    """The same pages, written as the packet's are."""
    writer = PdfWriter()
    for page in PdfReader(io.BytesIO(pdf)).pages:
        writer.add_page(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _is_inked(
    paper: Paper, number: str, page: int, rect: Rect, empty_pages: dict[str, list[Picture]]
) -> bool:
    filled = paper.pictures[paper.page(number, page)]
    return filled.inside(rect) != empty_pages[number][page - 1].inside(rect)


def _label(paper: Paper, page: int, label: str) -> list[Word]:
    """The words of a printed label; it must stand on the page once."""
    words, wanted = paper.on(page), label.split()
    found = [
        words[at : at + len(wanted)]
        for at in range(len(words) - len(wanted) + 1)
        if [word.text for word in words[at : at + len(wanted)]] == wanted
    ]
    assert len(found) == 1, (label, len(found))
    return found[0]


def _after(paper: Paper, page: int, label: str, width: float = 200.0) -> list[Word]:
    """What is written on the line of a label, to the right of it."""
    last = _label(paper, page, label)[-1]
    middle = last.centre[1]
    words = paper.inside(page, (last.x1, middle - 6, last.x1 + width, middle + 6))
    return [word for word in words if word.x0 >= last.x1]


def _amount(paper: Paper, page: int, label: str) -> Decimal | None:
    """The dollars beside a label of FW-001; the column of the form ends where its blanks do."""
    edge = 300.0 if _label(paper, page, label)[-1].x1 < 300 else 580.0
    found = [word.text for word in _after(paper, page, label) if word.x1 <= edge and word.text.strip("$")]
    assert len(found) <= 1, found
    return Decimal(found[0].strip("$").replace(",", "")) if found else None


def _sum(amounts: Any) -> Decimal:
    return sum((Decimal(amount.replace(",", "")) for amount in amounts if amount), Decimal(0))
