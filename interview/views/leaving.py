"""Leaving the site, at once or when finished: the answers are shredded, and nothing leads back to them."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from interview.storage import has_case
from interview.views.visits import to_start


@require_GET
def leave(request: HttpRequest) -> HttpResponse:
    """A plain link: a form could not lead to another site (form-action 'self')."""
    if "prefetch" in request.headers.get("Sec-Purpose", request.headers.get("Purpose", "")).lower():
        return HttpResponse(status=204)
    if request.headers.get("Sec-Fetch-Site") != "cross-site":  # another site must not erase answers
        request.session.flush()
    response = HttpResponse(status=303, headers={"Location": settings.EXIT_URL})
    return _cleared(response)


@require_POST
def erase(request: HttpRequest) -> HttpResponse:
    """Finish and erase: the answers go, the person stays on the start page."""
    request.session.flush()
    return _cleared(redirect("start"))


@require_GET
def more_time(request: HttpRequest) -> HttpResponse:
    """Asked by the page when the person needs more time: any use keeps a visit open."""
    return HttpResponse(status=204) if has_case(request) else to_start(request)


def _cleared(response: HttpResponse) -> HttpResponse:
    response["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    response["Referrer-Policy"] = "no-referrer"
    return response
