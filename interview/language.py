"""The language of the pages: the one chosen on a page, else the one the browser asks for.

The choice is kept in a cookie of the browser's window, which names a language and nothing else. Django's
LocaleMiddleware reads it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.forms import BaseForm
from django.forms.utils import ErrorDict
from django.http import HttpRequest, HttpResponse
from django.utils import translation

BUTTON = "page_language"  # the name a button sends its language under, beside what else its form sends
IN_ADDRESS = "in"  # on the start page, which may be read before there is any visit: /?in=es


class LanguageChoiceMiddleware:
    """A button's choice holds for the page it is sent with, and from there on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if chosen := getattr(request, "chosen_language", ""):
            _keep(response, chosen)
        return response

    def process_view(self, request: HttpRequest, *view: Any) -> None:
        """After the CSRF check's own: what another site sends is nobody's choice."""
        if request.method == "POST" and request.POST.get(BUTTON):
            choose(request, request.POST[BUTTON])


def choose(request: HttpRequest, code: str) -> bool:
    """Speak this language from now on. False, and nothing done, where it is none of ours."""
    if code not in dict(settings.LANGUAGES):
        return False
    _speak(request, code)
    request.chosen_language = code  # type: ignore[attr-defined]
    return True


def is_only_language(request: HttpRequest) -> bool:
    """Whether a page's form was sent by the button for another language: it is not to be saved yet."""
    return request.method == "POST" and BUTTON in request.POST


def as_typed(form: BaseForm) -> BaseForm:
    """The form with what was sent, not checked: nobody has pressed Continue."""
    form._errors = ErrorDict()  # type: ignore[attr-defined]
    return form


def is_chosen(request: HttpRequest) -> bool:
    """Whether this browser holds a choice."""
    return settings.LANGUAGE_COOKIE_NAME in request.COOKIES


def back_to_default(request: HttpRequest) -> None:
    """For the next person at a kiosk: the language the browser asks for."""
    request.COOKIES.pop(settings.LANGUAGE_COOKIE_NAME, None)
    _speak(request, translation.get_language_from_request(request))


def forget(response: HttpResponse) -> None:
    response.delete_cookie(settings.LANGUAGE_COOKIE_NAME, samesite=settings.LANGUAGE_COOKIE_SAMESITE)


def _speak(request: HttpRequest, code: str) -> None:
    translation.activate(code)
    request.LANGUAGE_CODE = translation.get_language()


def _keep(response: HttpResponse, code: str) -> None:
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite=settings.LANGUAGE_COOKIE_SAMESITE,
    )
