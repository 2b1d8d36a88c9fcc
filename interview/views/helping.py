"""For someone beside the person: the desk, a chapter at once, the answers on paper, the next client."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from forms_library.packet import forms_for
from interview import chapter_at_once, language
from interview.chapter_at_once import Forms, Saved, Shown
from interview.doubtful import ChapterState, look_through
from interview.eligibility import which_order
from interview.questions import Chapter, Step, steps_of
from interview.read_back_sheet import read_back_sheet
from interview.relevance import prune
from interview.review import Problem, problems
from interview.steps import chapter_named, chapter_number, next_chapter
from interview.storage import (
    all_posted,
    begin,
    case_of,
    is_reviewed,
    mark_posted,
    raw_case,
    save_case,
)
from interview.views.handing_out import a_pdf
from interview.views.on_screen import on_screen
from interview.views.visits import needs_visit, shred

_SWITCH = "helper"  # in the session: helper view is on
_SAID = "helper_said"  # and the pages that the answers just saved have opened
_AT = "at"  # in the address: a page of the part to be shown


@require_safe
@needs_visit
def desk(request: HttpRequest) -> HttpResponse:
    """Every chapter and page to jump to, what is unanswered or doubtful, and each form to correct."""
    case = case_of(request)
    chapters = look_through(case, all_posted(request))
    found = [(each, _where_asked(each)) for each in problems(case, told=raw_case(request))]
    context = {
        "chapters": chapters,
        "unanswered": sum(len(chapter.unanswered) for chapter in chapters),
        "must": [pair for pair in found if pair[0].kind == "must"],
        "check": [pair for pair in found if pair[0].kind == "check"],
        "unknown": list(_unknown(chapters)),
        "forms": forms_for(case),
        "is_reviewed": is_reviewed(request),
        "order": which_order(case),
    }
    return render(request, "helper_desk.html", context)


def page_url(chapter_slug: str, slug: str) -> str:
    """Where a page stands among all of its chapter."""
    address = reverse("helper-chapter", kwargs={"chapter": chapter_slug})
    return f"{address}?{urlencode({_AT: slug})}#page-{slug}" if slug else address


def _where_asked(problem: Problem) -> str:
    try:
        return page_url(problem.chapter_slug, problem.step_slug)
    except LookupError:  # no page asks for it
        return reverse("tasks")


def _unknown(chapters: Iterable[ChapterState]) -> Iterable[dict[str, str]]:
    for chapter in chapters:
        for page in chapter.pages:
            for doubt in page.doubts:
                told = {"caption": page.caption, "label": doubt.label, "where": doubt.where}
                yield told | {"url": page_url(chapter.slug, page.slug)}


@require_http_methods(["GET", "HEAD", "POST"])
@needs_visit
def chapter(request: HttpRequest, chapter: str) -> HttpResponse:
    """All questions of a chapter on one page. One press saves every page of it that is valid."""
    found = chapter_named(chapter)
    if found is None:
        raise Http404
    if language.is_only_language(request):
        return _page(request, found, _unchecked(request, found))
    if request.method == "POST":
        return _save(request, found)
    return _page(request, found)


def unsaved(request: HttpRequest, chapter: Chapter, notice: str) -> HttpResponse:
    """The page again with what was typed and a notice, nothing saved."""
    return _page(request, chapter, _unchecked(request, chapter), notice=notice)


def _unchecked(request: HttpRequest, chapter: Chapter) -> Forms:
    """Everything that was typed, as it was typed: nobody has pressed Save."""
    typed = chapter_at_once.typed(chapter, raw_case(request), request.POST)
    for form in typed.values():
        language.as_typed(form)
    return typed


def _save(request: HttpRequest, chapter: Chapter) -> HttpResponse:
    before = {step.slug for step in steps_of(chapter, case_of(request))}
    saved = chapter_at_once.save(chapter, raw_case(request), request.POST)
    raw = saved.case
    if not saved.given_back:
        raw = chapter_at_once.without_entries(chapter, raw, request.POST.getlist(chapter_at_once.REMOVE))
    if raw != raw_case(request):
        save_case(request, raw)
    asked = list(steps_of(chapter, case_of(request)))
    _mark(request, chapter, saved, asked)
    if saved.given_back:
        return _page(request, chapter, saved.given_back, is_checked=True)
    if added := chapter_at_once.new_entry(chapter, raw, request.POST.get(chapter_at_once.ADD, "")):
        return redirect(page_url(chapter.slug, added))
    opened = [step.slug for step in asked if step.slug not in before]
    request.session[_SAID] = [chapter.slug, opened]
    return HttpResponseRedirect(request.get_full_path())


def _mark(request: HttpRequest, chapter: Chapter, saved: Saved, asked: list[Step]) -> None:
    """The pages gone through; with an entry of a list, the question whether there is another."""
    groups = {step.group for step in asked if step.slug in saved.slugs and step.group}
    ends = [step.slug for step in asked if step.form is None and step.group in groups]
    for slug in (*saved.slugs, *ends):
        mark_posted(request, chapter.slug, slug)


def _page(
    request: HttpRequest,
    chapter: Chapter,
    forms: Forms | None = None,
    *,
    notice: str = "",
    is_checked: bool = False,
) -> HttpResponse:
    at = request.GET.get(_AT, "")
    raw = raw_case(request)
    parts = chapter_at_once.show(chapter, raw, at, forms)
    if not any(parts):  # the chapter is not asked
        return redirect("helper-desk")
    here = chapter_at_once.part_with(parts, next(iter(forms), at) if forms else at)
    context = {
        "chapter": chapter,
        "number": chapter_number(chapter),
        "pages": parts[here],
        "slugs": " ".join(one.slug for one in parts[here] if one.form),
        "given_back": [one for one in parts[here] if is_checked and one.slug in (forms or {})],
        "parts": _links(chapter, parts, here),
        "action": _action(chapter, parts, here),
        "notice": notice,
        "following": next_chapter(chapter, prune(raw)),
    }
    return render(request, "helper_chapter.html", context | _said(request, chapter, parts))


def _said(request: HttpRequest, chapter: Chapter, parts: list[list[Shown]]) -> dict[str, Any]:
    """What was just saved, said once, and the pages it has opened."""
    slug, opened = request.session.pop(_SAID, ("", [])) if _SAID in request.session else ("", [])
    if slug != chapter.slug or request.method == "POST":
        return {}
    pages = [one for part in parts for one in part if one.slug in opened and one.form]
    return {"saved": True, "opened": [(page_url(chapter.slug, one.slug), one) for one in pages]}


def _action(chapter: Chapter, parts: list[list[Shown]], here: int) -> str:
    first = parts[here][0].slug
    address = reverse("helper-chapter", kwargs={"chapter": chapter.slug})
    return f"{address}?{urlencode({_AT: first})}" if len(parts) > 1 else address


def _links(chapter: Chapter, parts: list[list[Shown]], here: int) -> list[dict[str, Any]]:
    """Where a chapter is too long for one page to send: the ways to its parts."""
    if len(parts) == 1:
        return []
    return [{"url": _action(chapter, parts, n), "is_here": n == here} for n in range(len(parts))]


@require_safe
@needs_visit
@on_screen
def read_back(request: HttpRequest) -> HttpResponse:
    """The answers on paper, to be read back to the person, made in memory for this one response."""
    return a_pdf(read_back_sheet(case_of(request)), "read-back.pdf")


@require_POST
@needs_visit
def new_client(request: HttpRequest) -> HttpResponse:
    """The visit is erased as when it is finished, and a fresh one begins, with helper view on.

    The browser is told to drop what it holds, but not its cookie: that is the new visit's by now.
    """
    shred(request)
    begin(request)
    request.session[_SWITCH] = True
    response = redirect("helper-desk")
    response["Clear-Site-Data"] = '"cache", "storage"'
    response["Referrer-Policy"] = "no-referrer"
    return response
