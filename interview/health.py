"""Whether this machine can serve people: asked every few seconds by a load balancer, at /health/.

Answered before a session is looked at, so that a check begins, prolongs and erases no visit, at a kiosk
neither; and before the host's name or https is asked for: a load balancer asks by plain http, and by our
number. Yes or no is all it says, to anyone: no version, no path, no name.
"""

from __future__ import annotations

import os
from collections.abc import Callable

from django.conf import settings
from django.db import Error
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

ADDRESS = "/health/"


class HealthMiddleware:
    """Inside those that set the headers of every page, outside all that know of visits."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info != ADDRESS:
            return self.get_response(request)
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        if database_answers() and forms_are_readable():
            return HttpResponse("ok\n", content_type="text/plain")
        return HttpResponse("not ok\n", content_type="text/plain", status=503)


def database_answers() -> bool:
    """Asks for the table of visits: a database that was never migrated serves nobody."""
    from interview.models import SealedSession  # settings name this module before models can load

    try:
        SealedSession.objects.filter(pk="").exists()
    except Error:
        return False
    return True


def forms_are_readable() -> bool:
    """That the folder can be read; which forms are in it is for `check_forms` to say: for one that is missing
    there are answer sheets."""
    try:
        with os.scandir(settings.FORMS_DIR) as files:
            next(files, None)
    except OSError:
        return False
    return True
