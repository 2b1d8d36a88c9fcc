"""Every text blank and every tick box of every form: what we put in it lands in it, and nowhere else."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from forms_library.blanks import Blank
from forms_library.catalogue import Form, all_forms
from forms_library.layout import lay_out
from forms_library.maps import FormMap, Row
from forms_library.prepare import Prepared
from tests.boxes import Delivery, delivered
from tests.paper import pictures_of, words_on

FORMS = pytest.mark.parametrize("form", all_forms(), ids=lambda form: form.number)
DELIVERIES = pytest.mark.parametrize("delivery", ["print", "live"])
_TOLERANCE = 1.0  # points


def _row(widget: str, kind: str, value: str) -> Row:
    return Row("1", "token", widget, kind, value, "", "")  # type: ignore[arg-type]


def _token(number: int) -> str:
    """A word no form prints, short enough for the blank of an age."""
    letters = "abcdefghijklnoprstuvxyz"
    first, second = divmod(number, len(letters))
    return f"{letters[first]}q{letters[second]}"


def _is_notice(blank: Blank) -> bool:
    return blank.read_only and blank.multiline


@FORMS
@DELIVERIES
def test_a_token_in_every_text_blank_lands_inside_it(
    form: Form, delivery: Delivery, prepared_form: dict[str, Prepared], tmp_path: Path
) -> None:
    prepared = prepared_form[form.number]
    blanks = [b for b in prepared.index.blanks if b.kind == "text" and not _is_notice(b)]
    tokens = {f"t{n}": _token(n) for n in range(len(blanks))}
    rows = tuple(_row(blank.name, "text", f"t{n}") for n, blank in enumerate(blanks))
    layout = lay_out(FormMap(form.number, form.revision, rows), prepared.index, SimpleNamespace(**tokens))
    assert not layout.rests

    found = {word.text: word for word in words_on(delivered(prepared, layout, delivery), tmp_path)}

    for n, blank in enumerate(blanks):
        word = found.get(_token(n))
        assert word is not None, f"{blank.name}: the token is not on the paper"
        x, y = word.centre
        x0, y0, x1, y1 = blank.rect
        assert word.page == blank.page
        assert x0 - _TOLERANCE <= x <= x1 + _TOLERANCE and y0 - _TOLERANCE <= y <= y1 + _TOLERANCE, blank.name


@FORMS
@DELIVERIES
@pytest.mark.parametrize("every_other", [0, 1])
def test_a_tick_changes_its_box_and_no_other(
    form: Form, delivery: Delivery, every_other: int, prepared_form: dict[str, Prepared], tmp_path: Path
) -> None:
    prepared = prepared_form[form.number]
    boxes = [blank for blank in prepared.index.blanks if blank.kind == "tick"]
    if not boxes:
        pytest.skip("a form without tick boxes")
    ticked = boxes[every_other::2]
    rows = tuple(_row(box.name, "tick", "yes") for box in ticked)
    form_map = FormMap(form.number, form.revision, rows)
    layout = lay_out(form_map, prepared.index, SimpleNamespace(yes=True))
    blank_layout = lay_out(FormMap(form.number, form.revision, ()), prepared.index, SimpleNamespace())

    before = pictures_of(delivered(prepared, blank_layout, delivery), tmp_path)
    after = pictures_of(delivered(prepared, layout, delivery), tmp_path)

    for box in boxes:
        changed = before[box.page].inside(box.rect) != after[box.page].inside(box.rect)
        assert changed == (box in ticked), box.name
    _assert_nothing_else_changed(before, after, ticked)


def _assert_nothing_else_changed(before: list, after: list, ticked: list[Blank]) -> None:  # type: ignore[type-arg]
    for number, (old, new) in enumerate(zip(before, after, strict=True)):
        boxes = [box.rect for box in ticked if box.page == number]
        differing = (at for at, (a, b) in enumerate(zip(old.pixels, new.pixels, strict=True)) if a != b)
        for at in differing:
            x, y = at % old.width, old.height - at // old.width
            assert any(r[0] - 2 <= x <= r[2] + 2 and r[1] - 2 <= y <= r[3] + 2 for r in boxes), (number, x, y)
