"""A page given back with a message is fetched anew, so that a browser does not keep what was sent.

A browser writes the body of a post that was answered with a page into its record of open tabs, on disk, and
there it stays after the visit (found in Chromium's "Sessions" folder; tests/test_privacy.py). A redirect
leaves nothing. So the page with its messages waits in the visit's own sealed row, and the browser is sent to
fetch it. It stays there until the next post: going Back to it, or loading it again, loses nothing typed.
A refusal or a failure is such a page too. Only where nothing can be saved at all, as on a full disk, is what
was typed given back at once, in the answer itself (views/failures.py): losing it would be worse.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

_WAITING = "asked_again"
# By name; the seven words' own page is not kept.
_TYPED_ON = ("step", "helper-chapter", "export", "import", "result", "plan", "return", "forget")
_FAILED = 500


class AskAgainMiddleware:
    """The innermost: what it gives out gets the same headers as any page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method == "GET" and (waiting := request.session.get(_WAITING)):
            address, status, page = waiting
            if address == request.get_full_path():
                return HttpResponse(page, status=status)
        response = self.get_response(request)
        if request.method == "POST":
            request.session.pop(_WAITING, None)
            if _is_given_back(request, response):
                if response.status_code == _FAILED and not _undone(request):
                    return response
                address = request.get_full_path()
                request.session[_WAITING] = [address, response.status_code, response.content.decode()]
                return HttpResponse(status=303, headers={"Location": address})
        return response


def _undone(request: HttpRequest) -> bool:
    """Drop what a page that failed had begun to change. False if there is no session to drop it from."""
    key = request.session.session_key
    if key is None:
        return False
    request.session = type(request.session)(key)
    request.session.pop(_WAITING, None)
    return not request.session.is_empty()


def _is_given_back(request: HttpRequest, response: HttpResponse) -> bool:
    """Browsers say that they go to a page (all since 2023); other programs get their answer at once."""
    match = request.resolver_match
    is_navigation = request.headers.get("Sec-Fetch-Mode") == "navigate"
    return bool(
        is_navigation
        and match
        and match.url_name in _TYPED_ON
        and (response.status_code == 200 or response.status_code >= 400)
        and response.get("Content-Type", "").startswith("text/html")
    )
