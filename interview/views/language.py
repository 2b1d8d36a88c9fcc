"""Another language, and back to the same page."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_POST

from interview.storage import has_case

# By name: pages that can be read again. What only does something, as leaving does, is none to come back to.
_PAGES = frozenset(
    (
        *("start", "safety", "tasks", "step", "result", "review", "packet", "download", "hand-in"),
        *("hand-over", "one-form", "plan", "print-plan", "keep", "return", "forget"),
        *("helper-desk", "read-back"),
    )
)
_QUERY = frozenset({("next", "review"), ("next", "tasks"), ("ended", "1"), ("done", "1")})


@require_POST
def change(request: HttpRequest) -> HttpResponse:
    """The middleware has taken the choice (language.py); what was saved is saved."""
    return redirect(_known(request.POST.get("back", "")) or ("tasks" if has_case(request) else "start"))


def _known(address: str) -> str:
    """Path and query of a page of ours; "" for anything else, wherever it may lead."""
    try:
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or resolve(parts.path).url_name not in _PAGES:
            return ""
    except (Resolver404, ValueError):
        return ""
    query = [pair for pair in parse_qsl(parts.query) if pair in _QUERY]
    return f"{parts.path}?{urlencode(query)}" if query else parts.path
