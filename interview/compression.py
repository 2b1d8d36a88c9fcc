"""Pages travel compressed, where that tells nobody anything.

The size of what is sent can be seen by whoever runs the network at home. A page in which they could place
letters of their own would, compressed, get shorter with each letter they guess of the answers beside them
(the BREACH attack). Letters from elsewhere come by an address's query alone: a form is posted with a token
of ours. So a page with a query that is not one of our own links' goes as it is; and Django pads the others
by some bytes at random. PDFs are compressed in themselves.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

_OUR_QUERIES = (
    *("", "next=review", "next=tasks", "ended=1", "done=1"),
    *(f"{before}in={code}" for before in ("", "done=1&") for code, _name in settings.LANGUAGES),
)


class PageCompressionMiddleware(GZipMiddleware):
    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        is_page = response.get("Content-Type", "").startswith("text/html")
        is_known = request.META.get("QUERY_STRING", "") in _OUR_QUERIES and request.method in ("GET", "HEAD")
        if is_page and is_known and request.headers.get("Sec-Fetch-Site") != "cross-site":
            response = super().process_response(request, response)
        return response
