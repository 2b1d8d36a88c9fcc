"""Help at court: from the Case to INT-300 and MC-410, the review and the plan."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from forms_library import recognition
from forms_library.catalogue import current
from forms_library.checking import account_for
from forms_library.maps import read_map
from forms_library.packet import forms_for, live_form, make_packet
from forms_library.prepare import Prepared
from forms_library.recognition import Match, Recognised, recognise
from interview import plan
from interview.audience import audience_of
from interview.case import Case, Court
from interview.chapters.court_help import COURT_HELP, Interpreter, InterpreterLanguage
from interview.court_help import CourtHelp, when_and_where
from interview.findings import Problem
from interview.hearing import Hearing
from interview.please_check_court_help import please_check_court_help
from interview.questions import steps_of
from interview.relevance import prune
from tests.official import official_pdf
from tests.paper import text_of
from tests.stories_on_disk import story
from tests.written_blanks import told

DVRO, CHO = story("everything"), story("civil_everything")
BOTH = pytest.mark.parametrize("case", [DVRO, CHO], ids=["dvro", "cho"])
FORMS = pytest.mark.parametrize("number", ["INT-300", "MC-410"])
DAY = date(2026, 11, 21)


def helped(case: Case, **answers: Any) -> Case:
    """The Case with no other help at court than this."""
    return replace(case, court_help=CourtHelp(wanted="yes", **answers))


def numbers(case: Case) -> list[str]:
    return [form.number for form in forms_for(prune(case)) if form.number in ("INT-300", "MC-410")]


def written(number: str, case: Case, forms_dir: Path) -> dict[str, str]:
    """Label of a form's blank -> what it says; only those that say something."""
    part = live_form(current(number), prune(case), forms_dir)
    fields = PdfReader(io.BytesIO(part.pdf)).get_fields() or {}
    rows = ((row.label, fields[row.widget].get("/V")) for row in read_map(number, part.revision).rows)
    return {label: str(value) for label, value in rows if value not in (None, "", "/Off")}


# The forms


@FORMS
def test_every_blank_is_accounted_for(number: str, prepared_form: dict[str, Prepared]) -> None:
    form = current(number)
    account = account_for(form, read_map(number, form.revision), prepared_form[number].index, Case)
    assert account.faults == () and account.unaccounted == 0


@FORMS
def test_a_saved_copy_is_known_by_what_is_printed(number: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """INT-300 has no "Rev." at its foot, and two dates: that of its optional use is the revision."""
    monkeypatch.setattr(recognition, "known_sha256", dict)
    form = current(number)
    assert recognise(official_pdf(form.file)) == Recognised(number, form.revision, Match.PRINT)


def test_scripts_no_letter_can_be_told_of_stay_on_the_form(
    prepared_form: dict[str, Prepared], tmp_path: Path
) -> None:
    printed = text_of(prepared_form["INT-300"].print_pdf, tmp_path, "-f", "1", "-l", "1")
    assert all(name in printed for name in ("한국어", "普通话", "Tiếng Việt", "русский", "español"))


# The pages


def pages(case: Case) -> list[str]:
    return [step.slug for step in steps_of(COURT_HELP, case)]


@BOTH
def test_the_pages_follow_the_answers(case: Case) -> None:
    bare = replace(case, court_help=CourtHelp())
    assert pages(bare) == ["help"]
    assert pages(helped(bare)) == ["help", "speaking", "others", "needs"]
    assert "language" in pages(helped(bare, wants_interpreter="yes"))
    assert "details" in pages(helped(bare, wants_accommodation="yes"))


@BOTH
def test_what_is_told_is_kept_until_no_help_is_wanted(case: Case) -> None:
    assert prune(case).court_help == case.court_help
    assert prune(told(case, court_help__wanted="no")).court_help == CourtHelp(wanted="no")


def test_the_language_told_before_is_shown_and_chooses_nothing() -> None:
    case = replace(DVRO, court_help=CourtHelp(wanted="yes"))
    assert "you speak Spanish" in Interpreter(case=case).intro_text
    form = InterpreterLanguage(case=case)
    assert "you speak Spanish" in form.intro_text and not form.is_answered()
    english = told(case, petitioner__speaks_english="yes", petitioner__language="")
    assert "told us" not in Interpreter(case=english).intro_text
    assert InterpreterLanguage(case=english).intro_text == ""


def test_who_sees_it() -> None:
    assert audience_of("court_help.accommodation", "dvro").who == "court"
    assert audience_of("court_help.language", "cho").who == "served"


# Which forms


@BOTH
def test_the_forms_come_when_they_are_wanted(case: Case) -> None:
    assert numbers(case) == ["INT-300", "MC-410"]
    assert numbers(told(case, court_help__wanted="no")) == []
    assert numbers(helped(case)) == []
    assert numbers(helped(case, witness_needs_interpreter="yes")) == ["INT-300"]
    assert numbers(helped(case, wants_accommodation="yes")) == ["MC-410"]


# On the paper


def test_the_interpreters_form_of_a_person_and_a_witness(forms_dir: Path) -> None:
    found = written("INT-300", DVRO, forms_dir)
    assert found["Name of who asks, or of their lawyer"] == "Joan Achebe"
    assert "Party: petitioner" in found and "Party: respondent" not in found
    assert "I need an interpreter" in found
    assert {label for label in found if label.startswith("Language")} == {"Language: Spanish"}
    assert found["Date of the hearing"] == "12/15/2026" and found["Time of the hearing"] == "8:30 am"
    assert found["Department and judge"] == "4" and "No date is set" not in found
    assert found["Witness's language"] == "Mixteco Bajo" and "Witness's language: other" in found


def test_another_language_is_written_out_and_no_witness_is_made_up(forms_dir: Path) -> None:
    found = written("INT-300", CHO, forms_dir)
    assert found["Language: other, in words"] == "Haitian Creole" and "Language: other" in found
    assert found["Town of origin"] == "Jacmel, Haiti"
    assert not [label for label in found if "itness" in label or "hearing" in label or "date" in label]


def test_a_witness_alone_and_no_date_yet(forms_dir: Path) -> None:
    case = helped(DVRO, witness_needs_interpreter="yes", witness_language="Korean")
    found = written("INT-300", told(case, hearing__is_set="no"), forms_dir)
    assert "No date is set" in found and "Date of the hearing" not in found
    assert "I need an interpreter" not in found
    assert not [label for label in found if label.startswith("Language")]
    unsaid = written("INT-300", replace(case, hearing=Hearing()), forms_dir)
    assert "No date is set" not in unsaid


LANGUAGES = (
    "vietnamese",
    "korean",
    "mandarin",
    "cantonese",
    "farsi",
    "russian",
    "tagalog",
    "arabic",
    "punjabi",
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_its_own_box(language: str, prepared_form: dict[str, Prepared]) -> None:
    """The form names its boxes by number: what stands beside the box tells which it is."""
    (row,) = (row for row in read_map("INT-300", "2018-01-01").rows if row.value.endswith(f"= {language}"))
    tooltip = prepared_form["INT-300"].index.by_name()[row.widget].tooltip
    assert language.capitalize() in tooltip or language == "arabic"


def test_the_request_because_of_a_disability(forms_dir: Path) -> None:
    found = written("MC-410", CHO, forms_dir)
    assert found["Name"] == found["Typed name of who signs"] == "Josephine Adair"
    assert found["Mailing address: city, state, ZIP code"] == "Napa, CA 94559"
    assert found["Telephone"] == "(707) 555-0142"  # the other number is the lawyer's
    assert found["Court name and address"].startswith("Superior Court of California\nCounty of Napa\n")
    when = "Hearing on 12/15/2026 at 8:30 am, Department 4, Historic Courthouse, 825 Brown Street"
    assert found["When and where"] == f"{when}, Napa, CA 94559"
    assert found["Why it helps"] == "I use a wheelchair."
    assert "Party" in found and "Witness" not in found and "More information is attached" not in found


@BOTH
def test_the_courts_part_stays_empty(case: Case, forms_dir: Path) -> None:
    courts = {row.label for row in read_map("MC-410", "2021-01-01").rows if row.item == "court"}
    assert len(courts) == 18 and not courts & set(written("MC-410", case, forms_dir))


def test_what_does_not_fit_is_attached_and_said_so(forms_dir: Path, tmp_path: Path) -> None:
    case = told(DVRO, court_help__accommodation="A seat where I can see who speaks. " * 40)
    assert "More information is attached" in written("MC-410", case, forms_dir)
    packet = make_packet(prune(case), forms_dir)
    part, after = packet.parts[-2:]
    assert part.number == "MC-410" and part.attached > 0
    last = len(PdfReader(io.BytesIO(packet.pdf)).pages) - after.pages
    first = last - part.pages + 1
    printed = text_of(packet.pdf, tmp_path, "-f", str(first), "-l", str(last))
    assert "CONFIDENTIAL. To the court only." in printed and "More Information" in printed
    assert printed.count("speaks.") == 40


@pytest.mark.parametrize(
    ("hearing", "court", "said"),
    [
        (Hearing(), Court(), ""),
        (Hearing(), Court(courthouse="Old Court"), "Old Court"),
        (Hearing("no"), Court(courthouse="Old Court"), "Hearing, date not set yet, Old Court"),
        (Hearing("yes", None, "08:30"), Court(), ""),
        (Hearing("yes", date(2026, 12, 1)), Court(), "Hearing on 12/01/2026"),
    ],
)
def test_when_and_where_says_what_is_told(hearing: Hearing, court: Court, said: str) -> None:
    assert when_and_where(hearing, court) == said


def test_the_cover_keeps_it_from_the_other_person(forms_dir: Path, tmp_path: Path) -> None:
    cover = " ".join(text_of(make_packet(prune(CHO), forms_dir).pdf, tmp_path, "-f", "1", "-l", "2").split())
    assert "MC-410, with any page attached: to the clerk only" in cover
    assert "MC-410: you, page 1" in cover and "INT-300: your lawyer, page 1" in cover


# Review and plan


def found_in(case: Case) -> list[Problem]:
    return list(please_check_court_help(prune(case)))


@pytest.mark.parametrize(
    ("answers", "path"),
    [
        ({"court_help__language": ""}, "court_help.language"),
        ({"court_help__language": "other"}, "court_help.language_other"),
        ({"court_help__witness_language": ""}, "court_help.witness_language"),
        ({"court_help__accommodation": " "}, "court_help.accommodation"),
        ({"court_help__accommodation_why": ""}, "court_help.accommodation_why"),
        ({"hearing__is_set": ""}, "hearing.is_set"),
        ({"court_help": CourtHelp(wanted="yes")}, "court_help.wants_interpreter"),
    ],
)
def test_the_review_looks_at_what_is_missing(answers: dict[str, Any], path: str) -> None:
    assert found_in(DVRO) == []
    case = replace(DVRO, **answers) if "court_help" in answers else told(DVRO, **answers)
    found = found_in(case)
    assert [problem.path for problem in found] == [path]
    assert found[0].chapter_slug in ("at-court", "court")
    assert found_in(told(case, court_help__wanted="no")) == []


@BOTH
def test_the_plan_names_the_forms_that_are_in_the_packet(case: Case) -> None:
    def said(case: Case) -> str:
        return " ".join(str(text) for step in plan.steps(prune(case), DAY) for text in step.paragraphs)

    assert "MC-410 is in your packet" in said(case) and "INT-300 is in your packet" in said(case)
    assert "5 court days before" in said(case) and "Tuesday, December 8, 2026" in said(case)
    without = told(case, court_help__wanted="no")
    assert "in your packet" not in said(without) and "INT-300" in said(without)
    assert "INT-300" not in said(told(without, petitioner__speaks_english="yes"))


@BOTH
def test_the_plan_keeps_it_out_of_the_copies_and_from_the_other_person(case: Case) -> None:
    said = {step.slug: " ".join(map(str, step.paragraphs)) for step in plan.steps(prune(case), DAY)}
    first = replace(case, hearing=Hearing())  # the request is still to be handed in
    copies = next(step for step in plan.steps(prune(first), DAY) if step.slug == "copies")
    assert "everything but CLETS-001, MC-410" in " ".join(map(str, copies.paragraphs))
    assert "Never give the other person CLETS-001, MC-410" in said["serve"]
    signs = (
        "You sign it on page 1." if case.petitioner.has_lawyer != "yes" else "Your lawyer signs it on page 1."
    )
    assert f"INT-300 is in your packet. {signs}" in said["ready"]


def test_a_day_for_it_that_is_over_is_called_so() -> None:
    late = told(DVRO, hearing__date=DAY)
    ready = next(step for step in plan.steps(prune(late), DAY) if step.slug == "ready")
    assert "It is over: ask the clerk at once" in " ".join(ready.paragraphs)
