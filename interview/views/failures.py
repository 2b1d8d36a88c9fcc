"""When something goes wrong: what is lost (as a rule nothing), and how to go on."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from interview import wizard
from interview.steps import chapter_named
from interview.storage import begin, has_case
from interview.views.visits import had_a_visit, to_start


def stale_page(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose token no longer fits: the page again, with what was typed and a fresh token.

    After leaving the site there is no cookie, and a form sent again from the browser's history must not
    show what was typed: the start page.
    """
    if not had_a_visit(request):
        return to_start(request)
    match = request.resolver_match
    chapter = chapter_named(match.kwargs["chapter"]) if match and match.url_name == "step" else None
    if chapter is None or match is None:
        return to_start(request) if not has_case(request) else _page(request, "403.html", 403)
    notice = _not_saved() if has_case(request) else _ended()
    if not has_case(request):
        begin(request)
    page = wizard.unsaved(request, chapter, match.kwargs["step"], notice)
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
    """Made without the request: whatever failed must not fail again here."""
    return HttpResponse(render_to_string("500.html"), status=500)


def _page(request: HttpRequest, template: str, status: int, **context: Any) -> HttpResponse:
    return render(request, template, context, status=status)
