"""Sets of papers, each one PDF: what is handed in to the clerk, and what is handed to the other person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from forms_library import ours
from forms_library.catalogue import CasePath, Form, all_forms
from forms_library.filled import Filled, blank_form, fill_forms, handed_in_now, not_filled
from forms_library.packet import Packet, bound, cover_of, forms_for


@dataclass(frozen=True)
class Handed:
    """A paper that is handed over, printed here or not. `title`: of one that the catalogue does not have."""

    number: str
    comes: ours.Comes
    title: str = ""
    doubt: str = ""  # "if the judge made this order", while that is not known
    is_behind: bool = False  # attached to the one above it
    with_it: str = ""  # what is put behind it by hand


@dataclass(frozen=True)
class HandedOver:
    """What the other person is given, and what to say to whoever gives it."""

    papers: Sequence[Handed]
    path: CasePath
    proof: str  # the form on which the server says what was handed over
    sheriff: str = ""  # what it costs to have the sheriff do it
    first: tuple[str, ...] = ()  # what must be known before anything is handed over


def handed_in(case: Any) -> tuple[Form, ...]:
    """The forms that go to the court now; the catalogue decides (hand_in, set_aside, filed)."""
    now = handed_in_now(not_filled(forms_for(case), case))
    return tuple(dict.fromkeys(each.form for each in now))


def clerk_set(case: Any, forms_dir: Path, still_needed: tuple[str, ...] = ()) -> Packet:
    """What is handed in now, filled as in the packet, behind a cover. Only where there is such a form.

    Raises layout.UnprintableAnswerError.
    """
    filled = handed_in_now(fill_forms(forms_for(case), case, forms_dir))
    return bound(cover_of(filled, case, still_needed), filled, forms_dir)


def served_set(case: Any, handed: HandedOver, forms_dir: Path) -> Packet:
    """What is handed to the other person, behind a sheet that lists it: copies of the petitioner's own forms,
    filled as in the packet, and blank forms. What the court completes is on the list alone.

    Raises layout.UnprintableAnswerError, and ValueError for a form that is never served.
    """
    papers = handed.papers
    forms = {form.number: form for form in all_forms()}
    if never := [paper.number for paper in papers if paper.number in _never_served(forms.values())]:
        raise ValueError(f"never handed over: {', '.join(never)}")
    copied = {paper.number for paper in papers if paper.comes == "copy"}
    filled = fill_forms((form for form in forms_for(case) if form.number in copied), case, forms_dir)
    printed = [(paper, _printed(paper, filled, forms.get(paper.number), forms_dir)) for paper in papers]
    sheet = ours.ServedSheet(
        papers=tuple(_on_sheet(paper, copies, forms.get(paper.number)) for paper, copies in printed),
        never=_never_served(form for form in forms.values() if handed.path in form.paths),
        others=_others(case, papers),
        proof=handed.proof,
        sheriff=handed.sheriff,
        first=handed.first,
    )
    return bound(_sheet(sheet), [each for _paper, copies in printed for each in copies], forms_dir)


def _printed(paper: Handed, filled: Sequence[Filled], form: Form | None, forms_dir: Path) -> list[Filled]:
    """The pages of a paper; none where it comes from elsewhere. An answer sheet is nobody's copy."""
    if paper.comes == "copy":
        return [each for each in filled if each.form.number == paper.number and each.official]
    blank = blank_form(form, forms_dir) if paper.comes in ("blank", "read") and form else None
    return [blank] if blank else []


def _on_sheet(paper: Handed, copies: Sequence[Filled], form: Form | None) -> ours.SheetPaper:
    title = form.title if form else paper.title
    pages = sum(each.pages for each in copies)
    return ours.SheetPaper(
        paper.number, title, paper.comes, pages, paper.doubt, paper.is_behind, paper.with_it
    )


def _never_served(forms: Iterable[Form]) -> tuple[str, ...]:
    return tuple(form.number for form in forms if form.is_never_served)


def _others(case: Any, papers: Sequence[Handed]) -> tuple[str, ...]:
    """What lies in the packet and is for someone else."""
    handed = {paper.number for paper in papers}
    rest = (form for form in forms_for(case) if form.number not in handed)
    return tuple(form.number for form in rest if not form.is_never_served)


@lru_cache(maxsize=64)
def _sheet(sheet: ours.ServedSheet) -> bytes:
    """It holds no answer, only which papers and how many pages, so it may be kept."""
    return ours.served_sheet(sheet)
