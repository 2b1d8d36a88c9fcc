"""Review, packet and plan: the answers read back, made into papers, and what comes next."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from forms_library.layout import UnprintableAnswerError
from forms_library.letters import spell_out
from forms_library.ours import SheetExhibit, SheetStep, SheetStop, plan_sheet
from forms_library.packet import forms_for, live_form, make_packet
from forms_library.paper_sets import clerk_set, handed_in
from interview.calendar_file import calendar_file, entries
from interview.case import Case
from interview.eligibility import which_order
from interview.evidence import listed
from interview.handing_over import handed_over, make_served_set
from interview.needed_forms import forms_not_filled, still_needed
from interview.plan import steps
from interview.plan_step import Lead
from interview.plan_ticks import Stop, done_with, road
from interview.reading_back import read_back
from interview.relevance import all_chapters
from interview.review import Problem, problems
from interview.steps import REVIEW, chapter_named, step_url
from interview.storage import case_of, is_reviewed, mark_reviewed, raw_case, save_case
from interview.views.handing_out import a_file, a_pdf
from interview.views.on_screen import on_screen
from interview.views.visits import needs_visit
from interview.whole_road import Passing, road_of
from interview.words_sheet import words_to_translate


@require_safe
@needs_visit
def review(request: HttpRequest) -> HttpResponse:
    """Every answer read back, and above them what stands in the way. Nothing prints before this is seen."""
    mark_reviewed(request)
    case = case_of(request)
    context = _problems(case, raw_case(request)) | {
        "chapters": read_back(all_chapters(), case),
        "order": which_order(case),
        "to_translate": words_to_translate(case),
    }
    return render(request, "review.html", context)


@require_safe
@needs_visit
def packet(request: HttpRequest) -> HttpResponse:
    case = case_of(request)
    if not is_reviewed(request):
        return redirect("review")
    now = handed_in(case)
    context = _problems(case, raw_case(request)) | {
        "forms": forms_for(case),
        "handed_in": now,
        "tell_clerk": [form.tell_clerk for form in now if form.tell_clerk],
        "handed_over": handed_over(case),
        "still_needed": forms_not_filled(case),
    }
    return render(request, "packet.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs_visit
@on_screen
def download(request: HttpRequest) -> HttpResponse:
    """The packet, made in memory for this one response."""
    case = case_of(request)
    if not is_reviewed(request) or not forms_for(case):
        return redirect("packet")
    try:
        made = make_packet(case, Path(settings.FORMS_DIR), still_needed(case))
    except UnprintableAnswerError as problem:
        return _unprintable(request, problem)
    return a_pdf(made.pdf, "forms.pdf")


@require_http_methods(["GET", "HEAD", "POST"])
@needs_visit
@on_screen
def hand_in(request: HttpRequest) -> HttpResponse:
    """What is handed in now, without what is set aside, made in memory for this one response."""
    case = case_of(request)
    if not is_reviewed(request) or not handed_in(case):
        return redirect("packet")
    try:
        made = clerk_set(case, Path(settings.FORMS_DIR), still_needed(case))
    except UnprintableAnswerError as problem:
        return _unprintable(request, problem)
    return a_pdf(made.pdf, "papers-1.pdf")


@require_http_methods(["GET", "HEAD", "POST"])
@needs_visit
@on_screen
def hand_over(request: HttpRequest) -> HttpResponse:
    """What is given to the other person, made in memory for this one response."""
    case = case_of(request)
    if not is_reviewed(request) or not handed_over(case):
        return redirect("packet")
    try:
        made = make_served_set(case, Path(settings.FORMS_DIR))
    except UnprintableAnswerError as problem:
        return _unprintable(request, problem)
    return a_pdf(made.pdf, "papers-2.pdf")


@require_safe
@needs_visit
@on_screen
def one_form(request: HttpRequest, number: int) -> HttpResponse:
    """One form with its fields live, by its place in the packet, for a lawyer or clerk to correct."""
    case = case_of(request)
    if not is_reviewed(request):
        return redirect("packet")
    forms = forms_for(case)
    if not 1 <= number <= len(forms):
        raise Http404
    try:
        part = live_form(forms[number - 1], case, Path(settings.FORMS_DIR))
    except UnprintableAnswerError as problem:
        return _unprintable(request, problem)
    return a_pdf(part.pdf, f"form-{number}.pdf")


@require_http_methods(["GET", "HEAD", "POST"])
@needs_visit
def plan(request: HttpRequest) -> HttpResponse:
    """What comes next, each step with a box to tick; the ticks are kept with the answers."""
    case = case_of(request)
    if request.method == "POST":
        _keep_done(request, done_with(case, steps(case), request.POST.getlist("done")))
        return redirect("plan")
    stops = road(case, steps(case))
    context = {
        "road": stops,
        "way": road_of(case, stops),
        "exhibits": listed(case),
        "has_dates": bool(entries(case)),
        "awaits_date": case.hearing.date is None and not case.hearing_is_over,
    }
    return render(request, "plan.html", context)


@require_safe
@needs_visit
@on_screen
def print_plan(request: HttpRequest) -> HttpResponse:
    """The same plan on paper, made in memory for this one response; who still gets ready has the list too."""
    case = case_of(request)
    stops = road(case, steps(case))
    gets_ready = any(stop.step.slug == "ready" for stop in stops)
    way = map(_drawn, road_of(case, stops))
    return a_pdf(plan_sheet(map(_on_paper, stops), _on_list(case) if gets_ready else None, way), "steps.pdf")


@require_safe
@needs_visit
def dates(request: HttpRequest) -> HttpResponse:
    """The dates of the plan for a calendar, where the person wants them there."""
    case = case_of(request)
    if not entries(case) or settings.KIOSK:  # a kiosk gives no file away
        return redirect("plan")
    return a_file(calendar_file(case), "dates.ics", "text/calendar")


def _keep_done(request: HttpRequest, done: tuple[str, ...]) -> None:
    """A tick changes no paper: the answers stay as reviewed as they were."""
    reviewed = is_reviewed(request)
    save_case(request, replace(raw_case(request), plan_done=done))
    if reviewed:
        mark_reviewed(request)


def _on_paper(stop: Stop) -> SheetStep:
    step = stop.step
    return SheetStep(
        title=spell_out(step.title),
        paragraphs=tuple(_spelled(paragraph) for paragraph in step.paragraphs),
        deadline=spell_out(step.deadline),
        missed=spell_out(step.missed),
        done=stop.done,
    )


def _drawn(passing: Passing) -> SheetStop:
    stop = passing.landmark
    return SheetStop(str(stop.title), stop.drawing, passing.state == "passed", passing.state == "here")


def _spelled(paragraph: str) -> str:
    spelled = spell_out(paragraph)
    return Lead(spelled) if isinstance(paragraph, Lead) else spelled


def _on_list(case: Case) -> list[SheetExhibit]:
    return [
        SheetExhibit(spell_out(one.what), spell_out(one.when), spell_out(one.made_by)) for one in listed(case)
    ]


def _problems(case: Case, told: Case) -> dict[str, object]:
    found = problems(case, told=told)
    return {
        kind: [(each, _where_to_fix(each)) for each in found if each.kind == kind]
        for kind in ("must", "check")
    }


def _where_to_fix(problem: Problem) -> str:
    try:
        chapter = chapter_named(problem.chapter_slug)
        return step_url(chapter, problem.step_slug, REVIEW) if chapter else reverse("tasks")
    except LookupError:  # no page asks for it
        return reverse("tasks")


def _unprintable(request: HttpRequest, problem: UnprintableAnswerError) -> HttpResponse:
    """The message names the form, the item and the letters, not the answer."""
    return render(request, "unprintable.html", {"message": str(problem)}, status=409)
