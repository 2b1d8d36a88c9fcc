"""The pages of the chapters."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from interview import wizard
from interview.steps import chapter_named
from interview.views.visits import needs_visit


@require_http_methods(["GET", "HEAD", "POST"])
@needs_visit
def step(request: HttpRequest, chapter: str, step: str) -> HttpResponse:
    found = chapter_named(chapter)
    if found is None:
        raise Http404
    return wizard.run(request, found, step)
