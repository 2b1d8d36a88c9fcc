"""When something goes wrong: what is lost (as a rule nothing), and how to go on."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import resolve
from django.utils.translation import get_language_from_request, override
from django.utils.translation import gettext as _

from interview import wizard
from interview.steps import chapter_named
from interview.storage import begin, has_case
from interview.views import helping
from interview.views.visits import had_a_visit, to_start

# By name: pages whose answers are sent again after a failure.
_TYPED_ON = ("step", "helper-chapter", "result", "plan")
_PAPERS = ("download", "one-form", "print-plan", "read-back")


def stale_page(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose token no longer fits: the page again, with what was typed and a fresh token.

    After leaving the site there is no cookie, and a form sent again from the browser's history must not
    show what was typed: the start page. Nor after an idle visit at a kiosk: the next person may press.
    """
    if not had_a_visit(request) or (settings.KIOSK and not has_case(request)):
        return to_start(request)
    match = request.resolver_match
    if match and match.url_name in ("return", "forget"):  # a page left open too long: the same, afresh
        return redirect(match.url_name)
    is_typed_on = match is not None and match.url_name in ("step", "helper-chapter")
    chapter = chapter_named(match.kwargs["chapter"]) if match and is_typed_on else None
    if chapter is None or match is None:
        return to_start(request) if not has_case(request) else _page(request, "403.html", 403)
    notice = _not_saved() if has_case(request) else _ended()
    if not has_case(request):
        begin(request)
    if match.url_name == "step":
        page = wizard.unsaved(request, chapter, match.kwargs["step"], notice)
    else:
        page = helping.unsaved(request, chapter, notice)
    if page is None:
        return _page(request, "403.html", 403)
    page.status_code = 403
    return page


def _not_saved() -> str:
    return _("This page was too old to be saved. What you typed is still here. Please press Continue again.")


def _ended() -> str:
    return _(
        "Your visit had ended, and your earlier answers are erased. What you typed on this page is still "
        "here. To keep it, press Continue again. You can fill in the earlier pages again from the list of "
        "chapters."
    )


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, "400.html", 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, "403.html", 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, "404.html", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Made without the request's answers: whatever failed must not fail again here.

    What was just sent goes along in the page, out of sight, to be sent again: a page of questions that could
    not be saved, as when the disk is full or the database locked, costs nobody what they typed.
    """
    context: dict[str, Any] = {"is_kiosk": settings.KIOSK, "is_paper": _is_paper(request)}
    if sent := _sent(request):
        context |= {"sent": sent, "address": request.get_full_path()}
    with override(get_language_from_request(request)):  # it may fail before the language was asked for
        return HttpResponse(render_to_string("500.html", context), status=500)


def _is_paper(request: HttpRequest) -> bool:
    return bool(request.resolver_match and request.resolver_match.url_name in _PAPERS)


def _sent(request: HttpRequest) -> list[tuple[str, str]]:
    """The fields of a page of questions as they came; none for who has left (see stale_page)."""
    try:
        # A database that is away fails before the address was looked at.
        match = request.resolver_match or resolve(request.path_info)
        if request.method != "POST" or match.url_name not in _TYPED_ON:
            return []
        if not had_a_visit(request) or (settings.KIOSK and not has_case(request)):
            return []
        return [(name, text) for name, texts in request.POST.lists() for text in texts]
    except Exception:  # not even that can be read
        return []


def _page(request: HttpRequest, template: str, status: int, **context: Any) -> HttpResponse:
    """Who has told nothing, or has left, is not told of answers: whoever holds the device reads this too."""
    has_answers = hasattr(request, "session") and has_case(request)
    return render(request, template, context | {"has_answers": has_answers}, status=status)
