"""Pages that need a visit: without one, every address answers with the start page."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from interview.storage import has_case

View = Callable[..., HttpResponse]


def had_a_visit(request: HttpRequest) -> bool:
    """Whether the browser still holds the cookie of a visit (leaving the site takes it away)."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def is_prefetch(request: HttpRequest) -> bool:
    """Whether the browser asks for a page nobody has clicked on yet: that must not erase anything."""
    return "prefetch" in request.headers.get("Sec-Purpose", request.headers.get("Purpose", "")).lower()


def shred(request: HttpRequest) -> None:
    """End the visit for good. An expired one, too: Django, asked for it, has forgotten its name by now."""
    request.session.flush()
    request.session.delete(request.COOKIES.get(settings.SESSION_COOKIE_NAME))


def shred_ended(request: HttpRequest) -> None:
    """The row of a visit that ended by itself goes at once, and not only when the purge comes by."""
    if not has_case(request) and request.session.session_key is None:  # its cookie opens nothing any more
        request.session.delete(request.COOKIES.get(settings.SESSION_COOKIE_NAME))


def to_start(request: HttpRequest) -> HttpResponse:
    """To the start page, which says why if the visit ended by itself or the browser takes no cookie."""
    shred_ended(request)
    ended = had_a_visit(request) or request.method == "POST"
    return redirect(f"{reverse('start')}?ended=1" if ended else "start")


def needs_visit(view: View) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return view(request, *args, **kwargs) if has_case(request) else to_start(request)

    return guarded
