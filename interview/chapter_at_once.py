"""All pages of a chapter together: shown as one, saved as if each had been sent by itself, in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from django import forms
from django.http import QueryDict

from interview.answers import entry_count, remove_entry
from interview.case import Case
from interview.fields import choice_labels
from interview.in_english import offer_own_words, with_own_words
from interview.questions import Chapter, Group, QuestionForm, Step
from interview.reading_back import entries_of
from interview.relevance import prune
from interview.steps import another_text, entry_title, has_answer, is_asked, new_entry_slug, steps_around

PAGES = "pages"  # the field that names the pages sent together
ADD, REMOVE = "add", "remove"
_MOST_INPUTS = 350  # of one request; Django takes 500 (settings.DATA_UPLOAD_MAX_NUMBER_FIELDS)
_MOST_LETTERS = 600_000  # of the answers on it; a request may have 4 MB, and a letter takes up to 9 bytes

Forms = Mapping[str, QuestionForm]  # by the page's slug


@dataclass(frozen=True)
class Shown:
    """One page among the others of its chapter; without a form it is the end of a list."""

    slug: str
    heading: str
    caption: str = ""
    form: QuestionForm | None = None
    is_answered: bool = False
    group: Group | None = None
    next_title: str = ""  # of the entry that would be added
    entries: tuple[Mapping[str, object], ...] = ()


@dataclass(frozen=True)
class Saved:
    """What became of the pages that were sent."""

    case: Case  # all that was ever told, with the valid pages in it
    slugs: tuple[str, ...] = ()  # the pages that were saved
    given_back: Forms = field(default_factory=dict)  # those that must be looked at again, with what was typed


def show(chapter: Chapter, raw: Case, at: str = "", given_back: Forms | None = None) -> list[list[Shown]]:
    """The chapter's pages, in parts that one request can carry. `at`: the first page of a new entry."""
    case, bound = prune(raw), dict(given_back or {})
    extra = (at,) if at and is_asked(chapter, case, at) else ()
    shown = [_shown(chapter, step, raw, case, bound) for step in steps_around(chapter, case, *extra, *bound)]
    return list(_parts(shown))


def part_with(parts: list[list[Shown]], slug: str) -> int:
    """The number of the part that has a page; the first where none has."""
    return next((n for n, part in enumerate(parts) if any(one.slug == slug for one in part)), 0)


def _shown(chapter: Chapter, step: Step, raw: Case, case: Case, bound: Forms) -> Shown:
    group = step.group
    if step.form is None:
        assert group is not None
        return Shown(
            slug=step.slug,
            heading=another_text(group, case),
            group=group,
            next_title=entry_title(group, max(1, entry_count(case, group.path))),
            entries=tuple(entries_of(chapter, group, case)),
        )
    form = bound.get(step.slug) or _form(step, raw)
    caption = entry_title(group, step.index) if group else ""
    return Shown(step.slug, form.heading_text, caption, form, has_answer(step, case), group)


def _parts(shown: Iterable[Shown]) -> Iterator[list[Shown]]:
    part: list[Shown] = []
    inputs = letters = 0
    for one in shown:
        more_inputs, more_letters = _weight(one)
        if part and (inputs + more_inputs > _MOST_INPUTS or letters + more_letters > _MOST_LETTERS):
            yield part
            part, inputs, letters = [], 0, 0
        part.append(one)
        inputs, letters = inputs + more_inputs, letters + more_letters
    yield part


def _weight(one: Shown) -> tuple[int, int]:
    """How many fields a browser may send for a page, and how many letters its answers have now."""
    if one.form is None:
        return 1 + len(one.entries), 0
    inputs = sum(_inputs(each) for each in one.form.fields.values())
    return inputs, sum(len(answer) for answer in one.form.initial.values() if isinstance(answer, str))


def _inputs(one: forms.Field) -> int:
    several = isinstance(one, forms.MultipleChoiceField)
    return len(choice_labels(one)) if several else 1


def save(chapter: Chapter, raw: Case, sent: QueryDict) -> Saved:
    """The pages that were sent, saved one after the other where they are valid.

    A page that an earlier one has closed meanwhile comes last: it may have been opened again; otherwise what
    was typed on it is kept for when it is asked again, where that changes nothing that applies now.
    """
    slugs, given_back, closed, done = _slugs(sent), dict[str, QuestionForm](), list[str](), list[str]()
    for slug in slugs:
        if not is_asked(chapter, prune(raw), slug):
            closed.append(slug)
        elif (form := _sent_form(chapter, raw, slug, sent)) is not None:
            raw = _saved_or(form, slug, raw, done, given_back)
    for slug in closed:
        if (form := _sent_form(chapter, raw, slug, sent)) is None:
            continue
        if is_asked(chapter, prune(raw), slug) or not form.is_valid():
            raw = _saved_or(form, slug, raw, done, given_back)
        elif prune(kept := _told(form, raw)) == prune(raw):
            raw = kept
    return Saved(raw, tuple(done), given_back)


def _saved_or(
    form: QuestionForm, slug: str, raw: Case, done: list[str], given_back: dict[str, QuestionForm]
) -> Case:
    if not form.is_valid():
        given_back[slug] = form
        return raw
    done.append(slug)
    saved = _told(form, raw)
    return raw if saved == raw else saved  # the same Case keeps what was found out about it


def _told(form: QuestionForm, raw: Case) -> Case:
    return with_own_words(form, form.saved_to(raw))


def _form(step: Step, raw: Case, sent: QueryDict | None = None) -> QuestionForm:
    assert step.form is not None
    form = step.form(sent, case=raw, index=step.index, prefix=step.slug)
    offer_own_words(form)
    return form


def typed(chapter: Chapter, raw: Case, sent: QueryDict) -> Forms:
    """Every page on which something was typed, nothing saved."""
    found = ((slug, _sent_form(chapter, raw, slug, sent)) for slug in _slugs(sent))
    return {slug: form for slug, form in found if form is not None}


def without_entries(chapter: Chapter, raw: Case, removed: Iterable[str]) -> Case:
    """The Case without the entries that were ticked ("events:2"), from the last to the first."""
    paths = {part.slug: part.path for part in chapter.pages if isinstance(part, Group)}
    ticked = {one for one in removed if one.partition(":")[0] in paths}
    for one in sorted(ticked, key=lambda one: (len(one), one), reverse=True):
        slug, _colon, number = one.partition(":")
        if number.isdecimal() and number.isascii() and len(number) < 6:
            raw = remove_entry(raw, paths[slug], int(number))
    return raw


def new_entry(chapter: Chapter, raw: Case, group_slug: str) -> str:
    """The slug of the first page of a new entry; "" where there is no such list."""
    groups = (part for part in chapter.pages if isinstance(part, Group) and part.slug == group_slug)
    group = next(groups, None)
    return new_entry_slug(group, prune(raw)) if group else ""


def _slugs(sent: QueryDict) -> list[str]:
    return list(dict.fromkeys(" ".join(sent.getlist(PAGES)).split()))


def _sent_form(chapter: Chapter, raw: Case, slug: str, sent: QueryDict) -> QuestionForm | None:
    """A page as it was sent. None if it is no page with questions, or nothing is told there or was before."""
    case = prune(raw)
    steps = steps_around(chapter, case, slug)
    step = next((step for step in steps if step.slug == slug and step.form is not None), None)
    if step is None:
        return None
    form = _form(step, raw, sent)
    names = {form.add_prefix(name) for name in form.fields}
    says = any(any(sent.getlist(name)) for name in names)
    return form if says or has_answer(step, raw) else None
