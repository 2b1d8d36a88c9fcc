"""The sheet of what is still to be put into English."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from interview.storage import case_of
from interview.views.handing_out import a_pdf
from interview.views.on_screen import on_screen
from interview.views.visits import needs_visit
from interview.words_sheet import printed_words, words_to_translate


@require_safe
@needs_visit
@on_screen
def words(request: HttpRequest) -> HttpResponse:
    """Made in memory for this one response."""
    case = case_of(request)
    if not words_to_translate(case):
        return redirect("review")
    return a_pdf(printed_words(case), "words.pdf")
