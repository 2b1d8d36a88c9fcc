"""Answer sheets: what to copy onto a form by hand at the clerk's window, made from the same map."""

from __future__ import annotations

from typing import Any

from forms_library import ours
from forms_library.catalogue import Form, in_words
from forms_library.layout import printable
from forms_library.maps import FormMap, Row
from forms_library.values import entries_at, holds, text_at


def answer_sheet(form: Form, title: str, form_map: FormMap, case: Any) -> bytes:
    """The answers a form would hold, item by item in its order, as a PDF of our own.

    `title` is the form's, with the copy where there are several.
    """
    rows = tuple(
        ours.AnswerRow(_page_of(row), row.item, row.label, answer)
        for row in form_map.rows
        if (answer := _answer(row, form, case))
    )
    return ours.answer_sheet(ours.AnswerSheet(form.number, title, in_words(form.revision), rows))


def _answer(row: Row, form: Form, case: Any) -> str:
    if row.kind in ("text", "story"):
        return printable(text_at(row.value, case), form.number, row)
    if row.kind == "tick":
        return ours.TICKED if holds(row.value, case) else ""
    if row.kind == "list":
        entries = (f"{number}. {text}" for number, text in entries_at(row.value, case))
        return printable("\n".join(entries), form.number, row)
    return ""


def _page_of(row: Row) -> int:
    """The page of a row's blank, from its name: 0 where the form does not say."""
    _before, _found, after = row.widget.partition("Page")
    digits = "".join(letter for letter in after.split("[")[0] if letter.isdigit())
    return int(digits) if digits else 0
