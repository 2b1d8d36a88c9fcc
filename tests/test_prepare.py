"""Preparing keeps every printed word and drops exactly the controls for the screen."""

from __future__ import annotations

import io
from collections import Counter
from pathlib import Path

import pytest
from pypdf import PdfReader

from forms_library.blanks import inherited, widgets_of
from forms_library.catalogue import Form, all_forms, current
from forms_library.prepare import Prepared, is_control, open_official
from tests.official import official_pdf
from tests.paper import keys_in, pictures_of, qpdf_complaints, text_of

FORMS = pytest.mark.parametrize("form", all_forms(), ids=lambda form: form.number)


@FORMS
@pytest.mark.parametrize("delivery", ["print_pdf", "live_pdf"])
def test_only_the_words_of_controls_are_gone(
    form: Form, delivery: str, prepared_form: dict[str, Prepared], tmp_path: Path
) -> None:
    official = official_pdf(form.file)
    before = Counter(text_of(official, tmp_path).split())
    after = Counter(text_of(getattr(prepared_form[form.number], delivery), tmp_path).split())
    lost = before - after
    controls = _words_of_controls(official)
    assert not controls - lost, "a control is still on the page"
    # Where the notice is drawn on a layer for the screen, it is not among the controls.
    assert set(lost - controls) <= set(_notice().split())
    assert not after - before


@FORMS
def test_no_page_asks_to_press_a_button(
    form: Form, prepared_form: dict[str, Prepared], tmp_path: Path
) -> None:
    """CH-110 draws the notice on the page itself, with grey behind it."""
    pdf = prepared_form[form.number].print_pdf
    assert "protection and privacy" not in text_of(pdf, tmp_path)
    feet = [picture.inside((20, 8, 300, 36)) for picture in pictures_of(pdf, tmp_path)]
    greys = [sum(190 <= level <= 194 for level in foot) for foot in feet]
    assert max(greys) < 400, "a grey box is left at the foot of a page"


@FORMS
def test_nothing_active_or_hidden_is_left(
    form: Form, prepared_form: dict[str, Prepared], tmp_path: Path
) -> None:
    prepared = prepared_form[form.number]
    for pdf in (prepared.print_pdf, prepared.live_pdf):
        assert qpdf_complaints(pdf, tmp_path) == ""
        gone = {"/XFA", "/Perms", "/JavaScript", "/JS", "/OpenAction", "/Encrypt", "/Metadata"}
        assert not keys_in(pdf, tmp_path) & gone
    assert "/AcroForm" not in keys_in(prepared.print_pdf, tmp_path)


@FORMS
def test_every_blank_of_the_official_form_is_in_the_index(
    form: Form, prepared_form: dict[str, Prepared]
) -> None:
    index = prepared_form[form.number].index
    assert len(index.blanks) == form.blanks and index.pages == form.pages
    assert len({blank.name for blank in index.blanks}) == form.blanks


@FORMS
def test_a_print_ready_form_is_a_fraction_of_the_official_file(
    form: Form, prepared_form: dict[str, Prepared]
) -> None:
    assert len(prepared_form[form.number].print_pdf) < min(400_000, len(official_pdf(form.file)))


@FORMS
def test_live_forms_keep_the_official_tags(form: Form, prepared_form: dict[str, Prepared]) -> None:
    official = open_official(official_pdf(form.file)).trailer["/Root"]
    live = PdfReader(io.BytesIO(prepared_form[form.number].live_pdf)).trailer["/Root"]
    assert ("/StructTreeRoot" in live) == ("/StructTreeRoot" in official)  # type: ignore[operator]


def _notice() -> str:
    """The privacy notice for the screen, from a form that has it as a control."""
    pages = open_official(official_pdf(current("DV-100").file)).pages
    words = (str((w.get("/MK") or {}).get("/CA", "")) for page in pages for w in widgets_of(page))
    return next(text for text in words if text.startswith("For your protection"))


def _words_of_controls(official: bytes) -> Counter[str]:
    words: Counter[str] = Counter()
    for page in open_official(official).pages:
        for widget in widgets_of(page):
            is_notice = inherited(widget, "/FT") == "/Tx" and int(inherited(widget, "/Ff") or 0) & 1
            if is_control(widget):
                words.update(str((widget.get("/MK") or {}).get("/CA", "")).split())
            elif is_notice:
                words.update(str(inherited(widget, "/V") or "").split())
    return words
