"""The way through the chapters: which pages are asked, their addresses, and what follows what."""

from __future__ import annotations

from dataclasses import replace

from django.urls import reverse

from interview.answers import empty_answer, entry_count, set_answer
from interview.case import Case
from interview.questions import Chapter, Group, Page, Step, always, naming, steps_of
from interview.relevance import all_chapters

REVIEW = "review"  # the one place besides the next page to go on to: ?next=review


def chapter_named(slug: str) -> Chapter | None:
    return next((chapter for chapter in all_chapters() if chapter.slug == slug), None)


def chapter_number(chapter: Chapter) -> int:
    """Its place among all chapters, asked or not, from 1: what a title may say of a page."""
    return 1 + [each.slug for each in all_chapters()].index(chapter.slug)


def step_url(chapter: Chapter, slug: str, then: str = "") -> str:
    url = reverse("step", kwargs={"chapter": chapter.slug, "step": slug})
    return f"{url}?next={REVIEW}" if then == REVIEW else url


def start_of(chapter: Chapter, case: Case) -> str | None:
    """The address of a chapter's first page; None if the chapter is not asked."""
    first = next(steps_of(chapter, case), None)
    return step_url(chapter, first.slug) if first else None


def after_chapter(chapter: Chapter, case: Case) -> str:
    """Where a chapter leads: from the first to its result, from the others to the next one asked."""
    if chapter_number(chapter) == 1:
        return reverse("result")
    following = next_chapter(chapter, case)
    return (start_of(following, case) if following else None) or reverse("review")


def next_chapter(chapter: Chapter, case: Case) -> Chapter | None:
    """The next chapter of which something is asked."""
    after = all_chapters()[chapter_number(chapter) :]
    return next((each for each in after if next(steps_of(each, case), None)), None)


def steps_around(chapter: Chapter, case: Case, *slugs: str) -> list[Step]:
    """The steps asked now, and those named even if they are not asked: an old tab may still post them."""
    grown = case
    for slug in slugs:
        grown = _grown(chapter, grown, slug)
    opened = tuple(
        replace(part, when=always, pages=tuple(replace(page, when=always) for page in part.pages))
        if isinstance(part, Group)
        else replace(part, when=always)
        for part in chapter.pages
    )
    asked = {step.slug for step in steps_of(chapter, grown)}
    every = steps_of(replace(chapter, pages=opened, when=always), grown)
    return [step for step in every if step.slug in asked or step.slug in slugs]


def is_asked(chapter: Chapter, case: Case, slug: str) -> bool:
    return any(step.slug == slug for step in steps_of(chapter, _grown(chapter, case, slug)))


def _grown(chapter: Chapter, case: Case, slug: str) -> Case:
    """The Case with room for the new entry that a page's slug names: one more than there are."""
    page_slug, _dash, number = slug.rpartition("-")
    for part in chapter.pages:
        if isinstance(part, Group) and any(page.slug == page_slug for page in part.pages):
            count = entry_count(case, part.path)
            if number == str(count + 1):
                return set_answer(case, f"{part.path}.{count}", empty_answer(f"{part.path}.0"))
    return case


def is_unanswered(step: Step, case: Case) -> bool:
    return step.form is not None and not has_answer(step, case)


def has_answer(step: Step, case: Case) -> bool:
    """A form is only made, which takes a hundred times as long, where it has an answer to look at."""
    if step.form is None:
        return False
    if any(one.path in step.form.case_paths(step.index).values() for one in case.own_words):
        return True
    if not step.form.is_touched(case, step.index):
        return False
    return step.form(case=case, index=step.index).is_answered()


def entry_title(group: Group, index: int) -> str:
    return str(group.entry_title).replace("{number}", str(index + 1))


def another_text(group: Group, case: Case) -> str:
    """The question whether there is one more."""
    return naming(group.another, case)


def new_entry_slug(group: Group, case: Case) -> str:
    first: Page = next((page for page in group.pages if page.when(case)), group.pages[0])
    return f"{first.slug}-{max(1, entry_count(case, group.path) + 1)}"


def nearest(chapter: Chapter, case: Case, slug: str, steps: list[Step]) -> str:
    """A page that is not asked leads on to the one after it."""
    here = next(number for number, step in enumerate(steps) if step.slug == slug)
    if here + 1 < len(steps):
        return step_url(chapter, steps[here + 1].slug)
    return after_chapter(chapter, case)


def after_first_chapter(case: Case) -> str:
    """Where the result of the first chapter leads: to the next chapter that is asked."""
    starts = (start_of(each, case) for each in all_chapters()[1:])
    return next((start for start in starts if start), reverse("review"))
