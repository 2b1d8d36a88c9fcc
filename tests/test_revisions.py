"""Taking in a new revision, on a real pair: DV-140 of January 1, 2024 and of January 1, 2026."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from forms_library import carrying_over, catalogue, maps
from forms_library.blanks import Blank, Index
from forms_library.carrying_over import Draft, carry_over, compared, write_draft
from forms_library.catalogue import Form, current
from forms_library.checking import account_for
from forms_library.filled import ATTACHMENT_FORM, fill_forms
from forms_library.installed import installed, superseded_by, warning
from forms_library.maps import MapError, Row, read_map
from forms_library.pairing import Pair
from forms_library.prepare import prepare
from forms_library.printed_items import Item, printed_items
from forms_library.recognition import Match, Recognised, printed_runs, recognise
from forms_library.revisions import Differences, differences, report
from interview.case import Case
from interview.parenting import Child
from tests.official import official_folder, official_pdf

NUMBER, OLD, NEW = "DV-140", "2024-01-01", "2026-01-01"
PERSONS_ITEMS = ("caption", "1", "2", "3")
CHILDREN = tuple(Child(name=f"Child {n}", key=f"child-{n}") for n in range(1, 6))


def paper(revision: str) -> bytes:
    return official_pdf(f"{NUMBER}_{revision}.pdf")


@cache
def the_pair() -> Differences:
    return compared(paper(OLD), paper(NEW))


@cache
def the_draft() -> Draft:
    return carry_over(read_map(NUMBER, OLD).rows, the_pair())


def pair_of(old_name: str) -> Pair:
    return next(pair for pair in the_pair().pairs if pair.old.name == f"DV-140[0].{old_name}")


def asked(places: Any) -> set[tuple[str, str]]:
    return {(place.item.number, place.blank.tooltip) for place in places}


# --- the difference between the two ---


def test_the_pair_in_numbers() -> None:
    assert the_pair().summary() == (
        "165 blanks before, 221 now: 75 new, 19 gone, 142 moved, 48 with other words, "
        "87 in another item, 102 with another name, 0 old names now on other blanks"
    )


def test_the_items_are_read_off_the_paper() -> None:
    headings = {
        revision: {i.number: i.heading for i in printed_items(paper(revision))} for revision in (OLD, NEW)
    }
    assert [*headings[OLD]] == [str(n) for n in range(1, 17)]
    assert [*headings[NEW]] == [str(n) for n in range(1, 20)]
    assert headings[OLD]["11"] == headings[NEW]["12"] == "Visits With No Supervision (Unmonitored)"
    assert headings[NEW]["14"] == "Mandatory Findings"


def test_new_blanks_are_named() -> None:
    new = asked(the_pair().new)
    assert {("", "Form DV-310"), ("9", "Chosen provider:"), ("16", "Criminal Protective Order")} <= new
    assert [place.blank.tooltip for place in the_pair().new].count("Visit must be virtual") == 7, "one a day"
    assert {item for item, _words in new} == {"", "9", "10", "11", "12", "13", "14", "16"}
    whole = {"10": 16, "14": 11, "16": 5}  # items the old paper did not have at all
    for item, blanks in whole.items():
        assert sum(place.item.number == item for place in the_pair().new) == blanks


def test_gone_blanks_are_named() -> None:
    gone = asked(the_pair().gone)
    assert ("7", "Judge's reasons") in gone and ("11", "Judge's reasons listed here:") in gone
    assert {item for item, _words in gone} == {"7", "9", "10", "11"}


def test_moved_blanks_are_named_even_to_another_page_and_column() -> None:
    employers = pair_of("Page1[0].List5[0].Li2[0].CheckBoxRightCaption3[0]")
    assert employers.moved and employers.same
    assert employers.new.name.endswith("MultilineCheckBox[1]") and employers.new.page == 1
    assert round(employers.new.rect[0]) == 322, "the right column; it stood below the other boxes before"
    assert not pair_of("Page1[0].RightCaption[0].CaseNumber_ft[0]").moved


def test_other_words_are_reported_as_such_and_other_punctuation_is_not() -> None:
    reworded = {(pair.old.tooltip, pair.new.tooltip) for pair in the_pair().reworded}
    assert ("DV-110", "Form DV-110") in reworded
    assert ("The United State of America", "United States") in reworded
    assert ("other name", "Other (describe):") in reworded
    assert ("Location of drop-off", "Location of drop-off/pick-up") in reworded
    more_children = pair_of("Page1[0].List3[0].MultilineCheckBox[0]")
    assert more_children.old.tooltip != more_children.new.tooltip, "straight quotes, then curly ones"
    assert not more_children.reworded


def test_the_same_words_in_an_item_of_another_meaning_are_not_the_same() -> None:
    """Item 10 was about exchanges; item 10 is about visits now, and asks "Person in" too."""
    exchanges = pair_of("Page3[0].List10[0].Li1[0].CheckBoxRightCaption1[0]")
    assert (exchanges.old_item.number, exchanges.new_item.number) == ("10", "11")
    hours = pair_of("Page2[0].List9[0].Li3[0].List[0].Li1[0].TextField[0]")
    assert not hours.reworded and not hours.renumbered
    assert hours.under_another_heading and not hours.same, "item 9 is now of professionals alone"


def test_a_renumbered_item_is_found_again_by_its_heading() -> None:
    found = {(p.old_item.number, p.new_item.number) for p in the_pair().pairs if p.renumbered}
    assert found == {("10", "11"), ("11", "12"), ("12", "13"), ("13", "15"), ("14", "17")}


def test_a_name_that_says_another_thing_than_the_paper_is_not_believed() -> None:
    named_address = "DV-140[0].Page3[0].List9[0].Li2[0].List[0].Li2[0].addresstf[0]"
    row = next(row for row in read_map(NUMBER, NEW).rows if row.widget == named_address)
    assert "date" in row.label


def test_a_name_now_on_another_blank_is_reported() -> None:
    def index(*named: tuple[str, str]) -> Index:
        blanks = (
            Blank(name, 0, (70, 600 - 20 * n, 80, 610 - 20 * n), "tick", "1", tooltip=words)
            for n, (name, words) in enumerate(named)
        )
        return Index(1, tuple(blanks))

    item = (Item("4", "Where", 0, 620.0),)
    old = index(("F.P.L.Box[0]", "School"), ("F.P.L.Box[1]", "Home"), ("F.P.L.Box[2]", "Work"))
    new = index(("F.P.L.Box[0]", "School"), ("F.P.L.Box[1]", "Child care"), ("F.P.L.Box[2]", "Home"))
    found = differences(old, new, item, item)
    assert (found.pairs[1].old.name, found.pairs[1].new.name) == ("F.P.L.Box[1]", "F.P.L.Box[2]")
    assert "F.P.L.Box[1]" in found.misleading_names and "F.P.L.Box[0]" not in found.misleading_names


def test_the_whole_report_names_them() -> None:
    said = report(the_pair(), printed_runs(paper(OLD)), printed_runs(paper(NEW)))
    assert said.startswith("Pages: 4 before, 6 now\n165 blanks before, 221 now")
    sections = {part.split(" (")[0].split(":")[0]: part for part in said.split("\n\n")}
    assert "Form DV-310" in sections["New blanks"]
    assert "Judge's reasons" in sections["Blanks that are gone"]
    assert "item 8, page 2" in sections["Blanks with other words"]
    assert (
        "was in item 11, Visits With No Supervision"
        in sections["Blanks whose item has another number or heading"]
    )
    assert "-Rev. January 1, 2024" in sections["Printed words"]


@pytest.mark.parametrize("revision", [OLD, NEW])
def test_a_revision_differs_in_nothing_from_itself(revision: str) -> None:
    found = compared(paper(revision), paper(revision))
    assert not (found.new or found.gone or found.moved or found.renamed)
    assert all(pair.same for pair in found.pairs)


# --- the map carried over ---


def test_the_draft_in_numbers() -> None:
    draft = the_draft()
    assert (len(draft.carried), len(draft.to_check), len(draft.to_fill), len(draft.gone)) == (54, 93, 75, 19)
    assert len(draft.rows) == 221 + 1, "a row for every blank, and the list of more children"


def _left_to_the_court(row: Row) -> Row:
    """Blanks of the court that are filled for who prepares the order were left when the draft was made."""
    return replace(row, kind="leave", value="court", more="", only_when="") if row.only_when else row


def test_what_the_draft_calls_the_same_is_so_in_the_finished_map() -> None:
    finished = {row.widget or row.value: _left_to_the_court(row) for row in read_map(NUMBER, NEW).rows}
    for row in the_draft().carried:
        done = finished[row.widget or row.value]
        assert (row.item, row.label, row.kind, row.value, row.more) == (
            done.item,
            done.label,
            done.kind,
            done.value,
            done.more,
        )


def test_what_the_draft_found_again_is_still_filled_from_the_same_answer() -> None:
    """Of the rows to check, none had to have another answer: only items and labels."""
    finished = {row.widget: _left_to_the_court(row) for row in read_map(NUMBER, NEW).rows}
    for row in the_draft().to_check:
        done = finished[row.widget]
        assert (row.kind.removeprefix("CHECK "), row.value) == (done.kind, done.value)


def test_the_order_of_the_draft_is_the_papers() -> None:
    goes_on = {row.widget for row in read_map(NUMBER, NEW).rows if row.kind == "more"}  # beside what it ends
    orders = ([row.widget for row in rows] for rows in (the_draft().rows, read_map(NUMBER, NEW).rows))
    drafted, finished = ([name for name in order if name not in goes_on] for order in orders)
    assert drafted == finished and goes_on <= {row.widget for row in the_draft().rows}


def test_a_draft_fails_until_a_person_has_been_through_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = tmp_path / "draft.csv"
    monkeypatch.setattr(carrying_over, "map_file", lambda number, revision: draft)
    said = write_draft(paper(OLD), paper(NEW))
    assert "222 rows: 54 carried over, 93 to check, 75 new. 19 old rows have no blank any more" in said
    assert "item 7c (Reasons for custody: list): leave court" in said and "Blanks that are gone (19)" in said

    monkeypatch.setattr(maps, "map_file", lambda number, revision: draft)
    unread: Callable[[str, str], object] = read_map.__wrapped__
    with pytest.raises(MapError, match="line 3: no such kind: CHECK tick"):
        unread(NUMBER, NEW)
    lines = [*csv.reader(draft.read_text(encoding="utf-8").splitlines())]
    with draft.open("w", encoding="utf-8", newline="") as table:
        csv.writer(table).writerows([*row[:3], row[3].removeprefix("CHECK "), *row[4:]] for row in lines)
    with pytest.raises(MapError, match="no such kind: NEW"):
        unread(NUMBER, NEW)
    with pytest.raises(FileExistsError):  # a map in the making is never written over
        write_draft(paper(OLD), paper(NEW))


def test_only_a_later_revision_of_the_same_form_is_carried_over_to() -> None:
    with pytest.raises(ValueError, match="no later"):
        write_draft(paper(NEW), paper(OLD))
    with pytest.raises(ValueError, match="no later"):
        write_draft(paper(OLD), official_pdf("CH-100_2026-01-01.pdf"))


def test_a_row_that_goes_on_from_another_is_checked_when_they_are_torn_apart() -> None:
    def blank(name: str, words: str, y: float) -> Blank:
        return Blank(f"F.P.L.{name}", 0, (70, y, 500, y + 12), "text", tooltip=words)

    first, second = blank("First", "Your story", 600), blank("Second", "Story, line two", 580)
    rows = [
        Row("1", "Story", first.name, "story", "story", "", ""),
        Row("1", "Story goes on", second.name, "more", "", "", ""),
    ]
    together = Index(1, (first, second))
    torn = Index(1, (first, blank("Between", "Your telephone", 590), second))
    kinds = [row.kind for row in carry_over(rows, differences(together, together)).rows]
    assert kinds == ["story", "more"]
    kinds = [row.kind for row in carry_over(rows, differences(together, torn)).rows]
    assert kinds == ["story", "NEW", "CHECK more"]


@pytest.mark.parametrize(("revision", "pages", "blanks", "filled"), [(OLD, 4, 165, 26), (NEW, 6, 221, 28)])
def test_both_maps_are_whole_and_fill_the_persons_items_alone(
    revision: str, pages: int, blanks: int, filled: int
) -> None:
    index = prepare(paper(revision)).index
    account = account_for(current(NUMBER), read_map(NUMBER, revision), index, Case)
    assert current(NUMBER).petitioner_items == PERSONS_ITEMS and index.pages == pages
    assert (account.faults, account.unaccounted, account.blanks) == ((), 0, blanks)
    assert account.filled - account.courts == filled


# --- a library that still has the old one ---


class Court:
    """A catalogue of DV-140 and the attachment form, and what installing it from a folder says."""

    def __init__(self, forms_dir: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.forms_dir, self.folder, self._monkeypatch = forms_dir, folder, monkeypatch
        self._attachment = current(ATTACHMENT_FORM)
        self.today = current(NUMBER)
        self.before = replace(self.today, revision=OLD, file=f"{NUMBER}_{OLD}.pdf", pages=4, blanks=165)

    def has(self, form: Form) -> None:
        forms = MappingProxyType({NUMBER: form, ATTACHMENT_FORM: self._attachment})
        self._monkeypatch.setattr(catalogue, "_current", lambda: forms)

    def offers(self, revision: str) -> None:
        """Put a revision's file in the folder, under the name the catalogue asks for."""
        (self.folder / current(NUMBER).file).write_bytes(paper(revision))

    def installs(self) -> str:
        out = io.StringIO()
        try:
            call_command("install_forms", NUMBER, source=str(self.folder), stdout=out, no_color=True)
        except CommandError as problem:
            return f"{out.getvalue()}{problem}"
        return out.getvalue()

    def files(self) -> dict[str, bytes]:
        return {
            str(path.relative_to(self.forms_dir)): path.read_bytes()
            for path in sorted(self.forms_dir.rglob("*"))
            if path.is_file()
        }


@pytest.fixture
def court(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Court:
    official_folder()
    settings.FORMS_DIR = tmp_path / "var" / "forms"
    (tmp_path / "papers").mkdir()
    return Court(settings.FORMS_DIR, tmp_path / "papers", monkeypatch)


@pytest.fixture
def left_behind(court: Court) -> Court:
    """The old revision is installed, from the time when it was the court's; the catalogue has moved on."""
    court.has(court.before)
    court.offers(OLD)
    assert "installed" in court.installs() and warning(NUMBER, court.forms_dir) == ""
    court.has(court.today)
    return court


def test_both_files_are_known() -> None:
    assert recognise(paper(OLD)) == Recognised(NUMBER, OLD, Match.FILE)
    assert recognise(paper(NEW)) == Recognised(NUMBER, NEW, Match.FILE)


def test_the_old_file_alone_is_refused_and_says_where_the_new_one_is(court: Court) -> None:
    court.has(court.today)
    court.offers(OLD)
    said = court.installs()
    assert "this is the superseded revision of January 1, 2024" in said
    assert "the current one, of January 1, 2026, is at https://courts.ca.gov/documents/dv140.pdf" in said
    assert "Missing: DV-140" in said and installed(NUMBER, court.forms_dir) is None


def test_the_old_file_does_no_harm_to_the_new_one(court: Court) -> None:
    court.has(court.today)
    court.offers(NEW)
    court.installs()
    before = court.files()
    court.offers(OLD)
    said = court.installs()
    assert "this is the superseded revision of January 1, 2024" in said
    assert "What was installed is untouched and still used" in said
    after = court.files()
    report = after.pop(f"{NUMBER}/differences-{OLD}-to-{NEW}.txt").decode()
    assert after == before and superseded_by(NUMBER, court.forms_dir) == ""
    assert "what has changed since: 165 blanks before, 221 now: 75 new" in said and "Form DV-310" in report


def test_an_old_revision_installed_keeps_working_with_a_warning(left_behind: Court) -> None:
    court = left_behind
    court.offers(OLD)
    before = court.files()
    said = court.installs()
    warned = (
        "DV-140 is filled on the revision of January 1, 2024, "
        "which the court has replaced by that of January 1, 2026."
    )
    assert warned in said and warned == warning(NUMBER, court.forms_dir)
    assert "1 of 1 forms can be filled" in said and court.files() == before
    found = installed(NUMBER, court.forms_dir)
    assert found is not None and found.revision == OLD and not found.is_current

    case = _case_with_five_children()
    for filled in fill_forms([court.today], case, court.forms_dir):  # with DV-110, and with DV-130
        assert filled.official is not None and filled.official.revision == OLD
        assert filled.layout is not None
        assert [rest.heading for rest in filled.layout.rests] == ["DV-140, Children"]
        (box,) = (
            row for row in filled.layout.form_map.rows if row.label == f"Attached to {filled.attached_to}"
        )
        assert box.widget in {blank.name for blank in filled.layout.ticks[0]}


def test_check_forms_accounts_for_the_old_map_and_warns(
    left_behind: Court, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = io.StringIO()
    monkeypatch.setattr("interview.management.commands.check_forms.all_forms", lambda: (left_behind.today,))
    call_command("check_forms", stdout=out, no_color=True)
    assert "165      26     139            0" in out.getvalue()
    assert "which the court has replaced by that of January 1, 2026" in out.getvalue()


def test_the_new_file_takes_the_old_ones_place(left_behind: Court) -> None:
    left_behind.offers(NEW)
    said = left_behind.installs()
    assert "DV-140, revision of January 1, 2026: installed" in said and "replaced" not in said
    found = installed(NUMBER, left_behind.forms_dir)
    assert found is not None and found.is_current and found.index.pages == 6


def _case_with_five_children() -> Case:
    case = Case()
    return replace(
        case,
        petitioner=replace(case.petitioner, name="Ana Ruiz"),
        respondent=replace(case.respondent, name="Luis Ruiz"),
        children=CHILDREN,
        requests=replace(case.requests, asked=("custody",)),
    )


def test_the_old_ch_100_is_refused_with_the_difference_report(settings: Any, tmp_path: Path) -> None:
    """Among what is new: the third box of venue (item 5c) and the table of firearms (item 10)."""
    settings.FORMS_DIR = tmp_path / "forms"
    papers = tmp_path / "papers"
    papers.mkdir()
    form = current("CH-100")
    call_command("install_forms", "CH-100", source=str(official_folder()), stdout=io.StringIO())
    (papers / form.file).write_bytes(official_pdf("CH-100_2025-01-01.pdf"))
    with pytest.raises(CommandError, match="Not renewed: CH-100"):
        said = io.StringIO()
        call_command("install_forms", "CH-100", source=str(papers), stdout=said)
    assert "this is the superseded revision of January 1, 2025" in said.getvalue()
    assert "200 blanks before, 220 now: 21 new, 1 gone" in said.getvalue()
    report = (settings.FORMS_DIR / "CH-100" / "differences-2025-01-01-to-2026-01-01.txt").read_text()
    new = report.partition("New blanks (21)")[2].partition("Blanks that are gone")[0]
    assert "item 5, page 2" in new and new.count("item 10, page 5") == 18
    found = installed("CH-100", settings.FORMS_DIR)
    assert found is not None and found.revision == form.revision
