"""The pages around the questions: start, safety, task list, result."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from interview import eligibility, language
from interview.chapters.screening import ChoosePath
from interview.questions import steps_of
from interview.reading_back import chapter_state
from interview.relevance import all_chapters
from interview.steps import REVIEW, after_first_chapter, start_of, step_url
from interview.storage import begin, case_of, has_case, posted_steps, raw_case, save_case
from interview.views.first_page import carries_style, style
from interview.views.leaving import cleared
from interview.views.visits import had_a_visit, is_prefetch, needs_visit, shred, shred_ended
from interview.whole_road import ahead

_BACK_TO = ("tasks", REVIEW)


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Its own address can name a language: a button would need a cookie before there is anything to keep."""
    language.choose(request, request.GET.get(language.IN_ADDRESS, ""))
    if settings.KIOSK:
        return _kiosk_start(request)
    if "ended" in request.GET:
        shred_ended(request)
    return _first_page(request)


@carries_style
def _first_page(request: HttpRequest) -> HttpResponse:
    has = has_case(request)
    context = {"ended": "ended" in request.GET and not has, "has_case": has, "way": ahead(), "style": style()}
    return render(request, "start.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def safety(request: HttpRequest) -> HttpResponse:
    """What the way out does and does not do, before the first question. Going on begins the visit."""
    if request.method != "POST":
        template = "kiosk_safety.html" if settings.KIOSK else "safety.html"
        return render(request, template, {"exit_host": settings.EXIT_URL})
    begin(request)
    return redirect(start_of(all_chapters()[0], case_of(request)) or "tasks")


def _kiosk_start(request: HttpRequest) -> HttpResponse:
    """Showing the start screen erases: whoever sees it must be sure that nobody's answers are behind it.

    On GET, so that it also works as the home page, after an idle end, and without JavaScript. A prefetched
    page would be shown later without asking us, so there is none.
    """
    if is_prefetch(request):
        return HttpResponse(status=204)
    had, had_language = had_a_visit(request), language.is_chosen(request)
    shred(request)
    if language.IN_ADDRESS not in request.GET:
        language.back_to_default(request)
    response = render(request, "kiosk_start.html", {"ended": "ended" in request.GET, "way": ahead()})
    if had_language and language.IN_ADDRESS not in request.GET:
        language.forget(response)
    return cleared(request, response) if had else response


@require_safe
@needs_visit
def tasks(request: HttpRequest) -> HttpResponse:
    """Every chapter that is asked, with its state, for who wants to see the way or to jump."""
    case = case_of(request)
    chapters = []
    for chapter in all_chapters():
        steps = list(steps_of(chapter, case))
        if not steps:
            continue
        posted = posted_steps(request, chapter.slug)
        waiting = next((step.slug for step in steps if posted and step.slug not in posted), steps[0].slug)
        state = chapter_state(steps, posted, case)
        chapters.append({"title": chapter.title, "state": state, "url": step_url(chapter, waiting)})
    done = sum(chapter["state"] == "done" for chapter in chapters)
    context = {"chapters": chapters, "done": done, "order": eligibility.which_order(case)}
    return render(request, "tasks.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs_visit
def result(request: HttpRequest) -> HttpResponse:
    """Which orders the first answers fit and why. The person chooses; nothing is chosen for them.

    Reached at any time from the pages named in _BACK_TO, which it then goes back to.
    """
    then = request.GET.get("next", "")
    back = then if then in _BACK_TO else ""
    form = ChoosePath(request.POST if request.method == "POST" else None, case=case_of(request))
    if language.is_only_language(request):
        language.as_typed(form)
    elif request.method == "POST" and form.is_valid():
        save_case(request, form.saved_to(raw_case(request)))
        return redirect(back or after_first_chapter(case_of(request)))
    context = {
        "form": form,
        "result": eligibility.result(case_of(request)),
        "back": back,
        "first_questions": start_of(all_chapters()[0], case_of(request)) or reverse("tasks"),
    }
    return render(request, "result.html", context)


@require_POST
@needs_visit
def helper(request: HttpRequest) -> HttpResponse:
    """Turn the helper view on or off: where each answer prints, and the law behind it."""
    request.session["helper"] = not request.session.get("helper")
    then = request.POST.get("back", "")
    safe = url_has_allowed_host_and_scheme(then, allowed_hosts=None) and then.startswith("/")
    return redirect(then if safe else "tasks")
