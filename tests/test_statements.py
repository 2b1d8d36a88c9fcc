"""Sworn statements: the person's own (MC-030) and witnesses' (MC-031), from the question to the plan."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from forms_library.filled import fill_forms, handed_in_now
from forms_library.packet import forms_for, make_packet
from interview.case import Case
from interview.chapters.words import WORDS, AWitness, OwnWords
from interview.evidence import exhibits
from interview.handing_over import make_served_set
from interview.hearing import Hearing
from interview.plan import steps
from interview.questions import steps_of
from interview.relevance import prune
from interview.statements import Statements, WitnessStatement
from tests.paper import text_of
from tests.stories_on_disk import story
from tests.written_blanks import told, written

DVRO, CHO = prune(story("passport")), prune(story("civil_least"))
BOTH = pytest.mark.parametrize("case", [DVRO, CHO], ids=["dvro", "cho"])
OWN = Statements(wants_own="yes", own="I still wake at every car that slows down.")
WITNESSES = (
    WitnessStatement("Rosa Diaz", "I heard the shouting through the wall."),
    WitnessStatement("Lee Park"),
)
BY_OTHERS = Statements(has_witnesses="yes", witnesses=WITNESSES)
FILED = Hearing(is_set="yes")


def saying(case: Case, statements: Statements, **answers: Any) -> Case:
    return prune(told(replace(case, statements=statements), **answers))


def slugs(case: Case) -> list[str]:
    return [step.slug for step in steps_of(WORDS, case)]


def filled(case: Case, forms_dir: Path) -> list[tuple[str, str, int]]:
    """Each paper with what it is behind and its pages."""
    made = fill_forms(forms_for(case), case, forms_dir)
    return [(one.form.number, one.attached_to, one.pages) for one in made]


def text(case: Case, slug: str) -> str:
    return " ".join(paragraph for step in steps(case) if step.slug == slug for paragraph in step.paragraphs)


def sentences(form: type[Any]) -> Iterator[str]:
    yield from map(str, (form.heading, form.intro, form.why))
    for field in form.base_fields.values():
        yield from (str(field.label), str(field.help_text))


# The questions


@BOTH
def test_both_are_asked_for_behind_a_gate(case: Case) -> None:
    assert slugs(saying(case, Statements())) == ["more", "others"]
    assert slugs(saying(case, OWN)) == ["more", "own", "others"]
    assert slugs(saying(case, BY_OTHERS)) == ["more", "others", "who-1", "who-2", "person-more"]


@BOTH
def test_witness_pages_are_for_a_request_that_is_not_handed_in_or_were_told_before(case: Case) -> None:
    filed = replace(case, hearing=FILED)
    assert slugs(saying(filed, Statements())) == ["more"]
    assert slugs(saying(filed, Statements(has_witnesses="no"))) == ["more"]
    assert slugs(saying(filed, BY_OTHERS)) == ["more", "others", "who-1", "who-2", "person-more"]
    assert saying(filed, BY_OTHERS).statements == BY_OTHERS


@BOTH
def test_nothing_is_asked_or_printed_once_the_hearing_is_over(case: Case) -> None:
    over = saying(replace(case, hearing=Hearing(is_set="yes", held="yes")), replace(OWN, has_witnesses="yes"))
    assert slugs(over) == [] and not over.adds_own_statement and not over.witness_sheets
    assert not {"MC-030", "MC-031"} & {form.number for form in forms_for(over)}


@BOTH
def test_an_answer_taken_back_is_not_printed(case: Case) -> None:
    taken_back = replace(OWN, wants_own="no", has_witnesses="no", witnesses=WITNESSES)
    assert not saying(case, taken_back).statements.own and not saying(case, taken_back).statements.witnesses
    assert not {"MC-030", "MC-031"} & {form.number for form in forms_for(saying(case, taken_back))}


def test_the_pages_say_that_it_is_sworn_and_who_gets_it() -> None:
    gates = [step.form for step in steps_of(WORDS, DVRO) if step.form]
    for gate in gates:
        said = " ".join(sentences(gate))
        assert "under penalty of perjury" in said and "{other} gets a copy" in said
    assert "need not say it again" in " ".join(sentences(gates[0]))
    assert "seen or heard it themselves" in " ".join(sentences(gates[1]))


# The papers


@BOTH
def test_only_witness_pages_are_attached_to_the_request(case: Case, forms_dir: Path) -> None:
    request = "CH-100" if case.asks_for_cho else "DV-100"
    found = filled(saying(case, replace(BY_OTHERS, wants_own="yes", own="More.")), forms_dir)
    assert [each for each in found if each[0] == "MC-031"] == [("MC-031", request, 1)] * 2
    assert ("MC-030", "", 1) in found
    order = [number for number, _behind, _pages in found]
    assert order.index(request) < order.index("MC-031") < order.index("MC-030")


def pages_counted(case: Case, forms_dir: Path) -> int:
    number, item = ("CH-100", "17") if case.asks_for_cho else ("DV-100", "32")
    found = [value for key, value in written(number, case, forms_dir).items() if key.startswith(f"{item}|")]
    return int(found[0][0]) if found else 0


@BOTH
def test_the_request_counts_the_witness_pages_and_not_ones_own(case: Case, forms_dir: Path) -> None:
    before = pages_counted(case, forms_dir)
    assert pages_counted(saying(case, OWN), forms_dir) == before
    assert pages_counted(saying(case, BY_OTHERS), forms_dir) == before + 2
    long = replace(WITNESSES[0], words="They came again that night, and I heard it all. " * 200)
    many = filled(saying(case, replace(BY_OTHERS, witnesses=(long,))), forms_dir)
    pages = sum(pages for number, _behind, pages in many if number == "MC-031")
    assert pages > 1
    assert pages_counted(saying(case, replace(BY_OTHERS, witnesses=(long,))), forms_dir) == before + pages


@BOTH
def test_the_other_person_gets_both(case: Case, forms_dir: Path, tmp_path: Path) -> None:
    telling = saying(case, replace(BY_OTHERS, wants_own="yes", own=OWN.own))
    assert "with all attached pages" in telling.papers_to_serve
    assert "MC-031; " in telling.papers_to_serve and "; MC-030; " in telling.papers_to_serve
    assert {"MC-030", "MC-031"} <= set(telling.other_papers_served.split("; "))
    made = make_served_set(telling, forms_dir)
    assert [part.number for part in made.parts].count("MC-031") == 2
    assert [part.number for part in made.parts].count("MC-030") == 1
    said = " ".join(text_of(made.pdf, tmp_path).split())
    assert OWN.own in said and WITNESSES[0].words in said and "Lee Park" in said
    assert "MC-031 Attached Declaration (with the one above)" in said
    plain = prune(case)
    assert not {"MC-030", "MC-031"} & {word.strip(";,") for word in plain.papers_to_serve.split()}


def test_a_witness_page_went_in_with_the_request(forms_dir: Path) -> None:
    filed = saying(replace(DVRO, hearing=FILED), replace(BY_OTHERS, wants_own="yes", own="More."))
    now = {each.form.number for each in handed_in_now(fill_forms(forms_for(filed), filed, forms_dir))}
    assert "MC-030" in now and "MC-031" not in now


# The plan


@BOTH
def test_the_plan_has_them_signed_before_they_are_handed_in(case: Case) -> None:
    assert "MC-03" not in text(case, "sign")
    assert "MC-030" in text(saying(case, OWN), "sign") and "MC-031" not in text(saying(case, OWN), "sign")
    signing = text(saying(case, BY_OTHERS), "sign")
    assert "Before you hand in the papers" in signing and "MC-031 (Rosa Diaz, Lee Park)" in signing
    assert "themselves" in signing and "penalty of perjury" in signing
    (sign,) = (step for step in steps(saying(case, BY_OTHERS)) if step.slug == "sign")
    assert any("2015.5" in source for source in sign.sources)


@BOTH
def test_a_page_that_the_witness_writes_by_hand_is_told_of(
    case: Case, forms_dir: Path, tmp_path: Path
) -> None:
    telling = saying(case, BY_OTHERS)
    signing = text(telling, "sign")
    assert "Still empty: MC-031 (Lee Park). The witness writes on it by hand before signing." in signing
    assert "print again: the pages are counted" in signing
    made = make_packet(telling, forms_dir)
    cover = " ".join(text_of(made.pdf, tmp_path, "-l", "2").split())
    assert "MC-031, a witness's page, is still empty" in cover and "print again" in cover
    assert "Lee Park" not in cover  # it is kept between visits, so it names nobody
    all_told = saying(case, replace(BY_OTHERS, witnesses=WITNESSES[:1]))
    assert "Still empty" not in text(all_told, "sign")
    filed = replace(telling, hearing=FILED)
    for other in (all_told, filed):
        (form,) = (form for form in forms_for(other) if form.number == "MC-031")
        assert form.is_filed or not form.hand_in


@BOTH
def test_a_statement_is_in_english(case: Case) -> None:
    said = " ".join(sentences(OwnWords)), " ".join(sentences(AWitness))
    assert all("nglish" in each and "translation that the translator signs" in each for each in said)
    both = replace(BY_OTHERS, wants_own="yes", own="More.")
    assert text(saying(case, both), "sign").count("must be in English") == 1
    assert "in English" in text(saying(replace(case, hearing=FILED), OWN), "own-words")
    assert "English" not in text(saying(case, Statements()), "sign")


@BOTH
def test_a_statement_added_after_the_request_is_still_handed_in(case: Case) -> None:
    (later,) = (step for step in steps(saying(replace(case, hearing=FILED), OWN)) if step.slug == "own-words")
    assert "MC-030" in later.paragraphs[0] and "Before the hearing" in later.deadline and later.missed
    assert not text(saying(case, OWN), "own-words") and not text(replace(case, hearing=FILED), "own-words")


@BOTH
def test_who_has_written_is_not_asked_to_write_again(case: Case) -> None:
    incident = replace(case.incidents[0], witnesses="yes", witness_names="Rosa Diaz, my boss Sam Lund")
    case = replace(case, incidents=(incident, *case.incidents[1:]))
    asked = next(one for one in exhibits(case) if one.kind == "witness")
    assert asked.made_by == "Rosa Diaz, my boss Sam Lund" and "MC-030" in asked.what
    written_down = saying(case, BY_OTHERS)
    asked = next(one for one in exhibits(written_down) if one.kind == "witness")
    assert asked.made_by == "my boss Sam Lund"
    said = text(written_down, "ready")
    assert "MC-031) (Rosa Diaz, Lee Park)" in said
    assert "having seen or heard it: my boss Sam Lund." in said
    alone = replace(written_down, incidents=(replace(incident, witness_names="Rosa Diaz"),))
    assert not [one for one in exhibits(alone) if one.kind == "witness"]
    assert "form MC-030 and sign it" not in text(alone, "ready")


def test_the_childrens_papers_and_the_witness_pages_are_named_together() -> None:
    assert "Behind DV-100 comes: DV-105, DV-108, MC-031." in text(saying(DVRO, BY_OTHERS), "copies")
    assert "MC-031" not in text(DVRO, "copies")


def test_every_copy_is_one_bookmark(forms_dir: Path) -> None:
    made = make_served_set(saying(CHO, BY_OTHERS), forms_dir)
    titles = [
        str(item.title) for item in PdfReader(io.BytesIO(made.pdf)).outline if not isinstance(item, list)
    ]
    assert [title for title in titles if title.startswith("MC-031")] == [
        "MC-031 Attached Declaration, copy 1 of 2",
        "MC-031 Attached Declaration, copy 2 of 2",
    ]
