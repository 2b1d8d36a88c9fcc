"""Leaving the site, at once or when finished: the answers are shredded, and nothing leads back to them."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_POST

from interview import language
from interview.storage import has_case
from interview.views.visits import is_prefetch, shred, to_start


@require_GET
def leave(request: HttpRequest) -> HttpResponse:
    """A plain link: a form could not lead to another site (form-action 'self')."""
    if is_prefetch(request):
        return HttpResponse(status=204)
    where = reverse("start") if settings.KIOSK else settings.EXIT_URL  # a kiosk leads to no other site
    response = HttpResponse(status=303, headers={"Location": where})
    response["Referrer-Policy"] = "no-referrer"
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        return response  # another site, an image in it say, must not erase answers, nor drop their cookie
    shred(request)
    return cleared(request, response)


@require_POST
def erase(request: HttpRequest) -> HttpResponse:
    """Finish and erase: the answers go, the person stays on the start page, which says so.

    In the language they chose; a kiosk's next person has chosen none.
    """
    shred(request)
    start = f"{reverse('start')}?done=1"
    if language.is_chosen(request) and not settings.KIOSK:
        start += f"&{language.IN_ADDRESS}={get_language()}"
    return cleared(request, redirect(start))


@require_GET
def more_time(request: HttpRequest) -> HttpResponse:
    """Asked by the page when the person needs more time: any use keeps a visit open."""
    is_open = has_case(request) or not request.session.is_empty()  # seven words are typed before any visit
    return HttpResponse(status=204) if is_open else to_start(request)


def cleared(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """With the word to the browser to drop what it holds of us: cookie, cache, storage."""
    if language.is_chosen(request):
        language.forget(response)
    response["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    response["Referrer-Policy"] = "no-referrer"
    return response
