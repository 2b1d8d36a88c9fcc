"""The forms of a packet filled, each with the pages attached to it, and how many pages that makes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, override
from pypdf import PdfReader

from forms_library import ours
from forms_library.answer_sheets import answer_sheet
from forms_library.attached_order import in_order, with_those_behind
from forms_library.attachments import AttachedPage, attached_pages, attached_text
from forms_library.catalogue import Form
from forms_library.installed import InstalledForm, installed
from forms_library.layout import Layout, Rest, lay_out, mark_attached
from forms_library.maps import FormMap, read_map
from forms_library.values import resolve

ATTACHMENT_FORM = "MC-025"
_BODY = "attachment.text"
_NUMBER_OF_COPY, _TITLE_OF_COPY = gettext_lazy(" ({} of {})"), gettext_lazy(", copy {} of {}")
_NUMBER_WITH, _TITLE_WITH = gettext_lazy(" (with {})"), gettext_lazy(", with {}")


@dataclass(frozen=True)
class Filled:
    """A copy of a form laid out, with the pages attached to it. Not installed: an answer sheet instead."""

    form: Form
    copy: int  # from 1
    copies: int
    official: InstalledForm | None
    layout: Layout | None
    attached: tuple[Layout, ...]  # on the official attachment form
    loose: tuple[bytes, ...]  # pages of our own: answer sheet, or attached pages without the attachment form
    attached_to: str = ""  # the form this copy is attached to
    goes_with: str = ""  # the paper that tells copies apart, where it is not their number that does

    @property
    def name(self) -> str:
        return self.form.number + _which_copy(self, _NUMBER_WITH, _NUMBER_OF_COPY)

    @property
    def title(self) -> str:
        """In the page's language; in English while a form is filled (fill_forms)."""
        return gettext(self.form.title) + _which_copy(self, _TITLE_WITH, _TITLE_OF_COPY)

    def is_behind(self, parent: Filled) -> bool:
        """Whether this copy is attached to that one; copies of both go together by their number."""
        same = self.copy == parent.copy or parent.copies == 1
        return self.attached_to == parent.form.number and same

    @property
    def own_attached(self) -> int:
        """Pages that hold what did not fit on this form; 0 for an answer sheet, which holds it all."""
        return len(self.attached) + _pages_in(self.loose) if self.official else 0

    @property
    def pages(self) -> int:
        """Pages in the packet."""
        return (
            (self.official.index.pages if self.official else 0) + len(self.attached) + _pages_in(self.loose)
        )

    @property
    def pages_filed(self) -> int:
        """Pages when filed: an answer sheet is copied onto the official form."""
        return self.pages if self.official else self.form.pages


def fill_forms(forms: Iterable[Form], case: Any, forms_dir: Path) -> list[Filled]:
    """Every copy of every form, filled, with the attached pages counted where a form counts them.

    In English whatever language the pages are in, as California's courts take papers (Code of Civil Procedure
    185). Each lies behind the form it is attached to. Raises layout.UnprintableAnswerError.
    """
    with override("en"):  # not as a decorator: one made once would be shared by threads that speak others
        return _fill_forms(forms, case, forms_dir)


def _fill_forms(forms: Iterable[Form], case: Any, forms_dir: Path) -> list[Filled]:
    filled = in_order([_fill(empty, case, forms_dir) for empty in _each_copy(forms, case)], Filled.is_behind)
    for each in filled:
        if each.layout is not None:
            headings = attached_text(each.layout.rests, each.name)
            pages = each.own_attached + _pages_behind(each, filled)
            mark_attached(each.layout, headings, pages, ATTACHMENT_FORM if each.attached else "")
    return filled


def blank_form(form: Form, forms_dir: Path) -> Filled | None:
    """A form with nothing on it, whatever its map would fill; None where it is not installed."""
    official = installed(form.number, forms_dir)
    if official is None:
        return None
    layout = Layout(FormMap(form.number, official.revision, ()), official.index)
    return Filled(form, 1, 1, official, layout, (), ())


def not_filled(forms: Iterable[Form], case: Any) -> list[Filled]:
    """Every copy of every form in its place, before anything is on it: enough to say which are handed in."""
    return in_order(list(_each_copy(forms, case)), Filled.is_behind)


def handed_in_now(filled: Sequence[Filled]) -> list[Filled]:
    """None that is set aside or that the court has already, and none attached to such a one."""
    apart = [each for each in filled if each.form.set_aside or each.form.is_filed]
    dropped = {id(one) for each in apart for one in _with_those_behind(each, filled)}
    return [each for each in filled if id(each) not in dropped]


def filed_before(filled: Sequence[Filled]) -> list[Filled]:
    """Those the court has already, with what is attached to them."""
    filed = [each for each in filled if each.form.is_filed]
    there = {id(one) for each in filed for one in _with_those_behind(each, filled)}
    return [each for each in filled if id(each) in there]


def copies_of(form: Form, case: Any) -> int:
    """How many copies of a form these answers fill."""
    return len(resolve(form.copies, case) or ()) if form.copies else 1


def _each_copy(forms: Iterable[Form], case: Any) -> Iterator[Filled]:
    for form in forms:
        copies = copies_of(form, case)
        yield from (_empty(form, case, copy, copies) for copy in range(1, copies + 1))


def _empty(form: Form, case: Any, copy: int, copies: int) -> Filled:
    """A copy of a form before it is filled. The catalogue says what it is attached to, unless the entry of
    the Case that fills the copy does."""
    entry = (resolve(form.copies, case) or ())[copy - 1] if form.copies else None
    attached_to = getattr(entry, "attached_to", form.attaches_to)
    goes_with = getattr(entry, "goes_with", "") if copies > 1 else ""
    return Filled(form, copy, copies, None, None, (), (), attached_to, goes_with)


def _which_copy(filled: Filled, with_paper: str | Promise, of_number: str | Promise) -> str:
    """What tells one copy of a form from the others; "" where there is one."""
    if filled.copies == 1:
        return ""
    if filled.goes_with:
        return str(with_paper).format(filled.goes_with)
    return str(of_number).format(filled.copy, filled.copies)


def _with_those_behind(parent: Filled, filled: Sequence[Filled]) -> list[Filled]:
    return with_those_behind(parent, filled, Filled.is_behind)


def _pages_behind(parent: Filled, filled: Sequence[Filled]) -> int:
    """The pages of the forms attached to a form, and of what is attached to those."""
    return sum(each.pages_filed for each in _with_those_behind(parent, filled)[1:])


def _fill(empty: Filled, case: Any, forms_dir: Path) -> Filled:
    form, official = empty.form, installed(empty.form.number, forms_dir)
    revision = official.revision if official else form.revision
    form_map = read_map(form.number, revision).for_answers(case).of_copy(empty.copy)
    if official is None:
        return replace(empty, loose=(answer_sheet(form, empty.title, form_map, case),))
    layout = lay_out(form_map, official.index, case)
    sheets, loose = _attach(form, empty.name, layout.rests, case, forms_dir)
    return replace(empty, official=official, layout=layout, attached=sheets, loose=loose)


def _attach(
    form: Form, name: str, rests: Sequence[Rest], case: Any, forms_dir: Path
) -> tuple[tuple[Layout, ...], tuple[bytes, ...]]:
    """Attached pages on the official attachment form, or on our own where it is not installed."""
    if not rests:
        return (), ()
    attachment = installed(ATTACHMENT_FORM, forms_dir)
    if attachment is None:
        return (), tuple(
            ours.attached_sheet(heading, name, case.short_title, case.case_number, _noted(form, text))
            for heading, text in attached_text(rests, name).items()
        )
    form_map = read_map(ATTACHMENT_FORM, attachment.revision)
    body = attachment.index.by_name()[_body_widget(form_map)]
    pages = attached_pages(rests, name, form.attached_notice, body, case.short_title, case.case_number)
    return tuple(_lay_out_page(form_map, attachment, page) for page in pages), ()


def _noted(form: Form, text: str) -> str:
    return f"{form.attached_notice}\n\n{text}" if form.attached_notice else text


def _lay_out_page(form_map: FormMap, attachment: InstalledForm, page: AttachedPage) -> Layout:
    layout = lay_out(form_map, attachment.index, page)
    lost = [rest for rest in layout.rests if rest.item != "caption"]
    assert not lost, "an attached page was given more than it holds"
    return layout


def _body_widget(form_map: FormMap) -> str:
    return next(row.widget for row in form_map.rows if row.value == _BODY)


def _pages_in(documents: Sequence[bytes]) -> int:
    return sum(len(PdfReader(io.BytesIO(document)).pages) for document in documents)
