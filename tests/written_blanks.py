"""What a form says, blank by blank, by the item and label its map gives each."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from forms_library.catalogue import current
from forms_library.maps import read_map
from forms_library.packet import forms_for, live_form
from interview.answers import set_answer
from interview.case import Case
from interview.relevance import prune


def told(case: Case, **answers: Any) -> Case:
    """The Case with these answers; "hearing__date" is the path "hearing.date"."""
    for path, answer in answers.items():
        case = set_answer(case, path.replace("__", "."), answer)
    return case


def numbers(case: Case) -> list[str]:
    return [form.number for form in forms_for(prune(case))]


def written(number: str, case: Case, forms_dir: Path) -> dict[str, list[str]]:
    """Item and label of a form -> what its blanks say; only those that say something."""
    part = live_form(current(number), prune(case), forms_dir)
    fields = PdfReader(io.BytesIO(part.pdf)).get_fields() or {}
    found: dict[str, list[str]] = {}
    for row in read_map(number, part.revision).rows:
        value = fields.get(row.widget, {}).get("/V")  # a control is gone from the page
        if value not in (None, "", "/Off"):
            found.setdefault(f"{row.item}|{row.label}", []).append(str(value))
    return found


def items(found: dict[str, list[str]]) -> set[str]:
    return {key.partition("|")[0] for key in found}
