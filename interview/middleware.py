"""Headers on every page we make, and logs and error reports without what people wrote."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.debug import ExceptionReporter

_FEATURES = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media",
    "fullscreen", "geolocation", "gyroscope", "hid", "idle-detection", "magnetometer", "microphone", "midi",
    "payment", "picture-in-picture", "publickey-credentials-get", "screen-wake-lock", "serial", "usb",
    "xr-spatial-tracking",
)  # fmt: skip
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _FEATURES),
    "X-Robots-Tag": "noarchive, noindex",
}


class PrivacyMiddleware:
    """Nothing we make is kept by a browser, a proxy or a search engine. Outermost: errors too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path_info.startswith(settings.STATIC_URL) and response.status_code in (200, 304):
            return response
        for name, value in _HEADERS.items():
            response[name] = value
        if request.path_info == "/":
            response["X-Robots-Tag"] = "noarchive"
        return response


class PlaceOnlyFormatter(logging.Formatter):
    """The kind of an error and the lines of code it came through: no message, no request, no values.

    A message is shown only where its maker gave no arguments with it and it comes with no exception.
    """

    def format(self, record: logging.LogRecord) -> str:
        if record.exc_info and record.exc_info[0]:
            kind, _error, trace = record.exc_info
            frames = traceback.extract_tb(trace)
            places = " < ".join(f"{frame.filename}:{frame.lineno}" for frame in reversed(frames))
            return f"{record.levelname} {record.name} {kind.__name__} at {places}"
        message = str(record.msg) if not record.args else f"{record.module}:{record.lineno}"
        return f"{record.levelname} {record.name} {message}"


class NoLocalsReporter(ExceptionReporter):
    """An error report that leaves out the values: they are what people wrote."""

    def get_traceback_frame_variables(self, *args: Any, **kwargs: Any) -> list[Any]:
        return []

    def get_traceback_data(self) -> dict[str, Any]:
        data: dict[str, Any] = super().get_traceback_data()
        for frame in data.get("frames", ()):
            frame["vars"] = []
        for name in ("filtered_POST_items", "request_COOKIES_items", "user_str", "exception_value"):
            data[name] = ""
        return data
