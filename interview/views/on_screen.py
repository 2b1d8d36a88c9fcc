"""Papers on a kiosk's screen: shown in a page of ours to be printed, and erased afterwards. No file stays."""

from __future__ import annotations

from functools import wraps
from typing import Any, cast

from csp.constants import SELF
from csp.decorators import csp_replace
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_sameorigin

from interview.views.visits import View

_PDF = "pdf"  # in the address: the paper itself, for the frame in the page


def on_screen(view: View) -> View:
    """At home a view of a PDF downloads it. At a kiosk its address shows a page with the PDF in a frame.

    The paper alone would fill the window and leave no button to erase it. What the view answers in place of a
    PDF (a redirect, a message) is answered as it is.
    """

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not settings.KIOSK:
            return view(request, *args, **kwargs)
        fills_the_window = request.headers.get("Sec-Fetch-Dest") == "document"
        if _PDF in request.GET and not fills_the_window:
            return _inline(view)(request, *args, **kwargs)
        answer = view(request, *args, **kwargs)
        return _page_with_frame(request) if answer["Content-Type"] == "application/pdf" else answer

    return shown


def _inline(view: View) -> View:
    """The PDF for the frame: no file name to save it under, and our own page may show it."""

    def framed(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = view(request, *args, **kwargs)
        answer["Content-Disposition"] = "inline"
        return answer

    may_frame = csp_replace({"frame-ancestors": [SELF]})
    return cast(View, may_frame(xframe_options_sameorigin(framed)))


def _page(request: HttpRequest) -> HttpResponse:
    return render(request, "on_screen.html", {"paper": f"{request.path}?{_PDF}"})


_page_with_frame = cast(View, csp_replace({"frame-src": [SELF]})(_page))
