"""What every template may ask about the site."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language


def saving(request: HttpRequest) -> dict[str, Any]:
    """Whether answers can be saved to come back to, and for how many days."""
    return {"can_keep": not settings.KIOSK, "draft_days": settings.DRAFT_DAYS}


def device(request: HttpRequest) -> dict[str, Any]:
    """Whether this is a kiosk; how many seconds a visit lasts without use, and how long before we warn.

    WCAG 2.2.1 asks for a warning of 20 seconds or more; only with the shortest time of all it is 15.
    """
    idle = settings.SESSION_COOKIE_AGE
    return {
        "is_kiosk": settings.KIOSK,
        "erased": "done" in request.GET,  # "Finish and erase" was pressed (views/leaving.py)
        "idle_seconds": idle,
        "idle_minutes": max(1, idle // 60),
        "warn_seconds": min(60 if settings.KIOSK else 120, idle // 2),
    }


def languages(request: HttpRequest) -> dict[str, Any]:
    """The languages a page can be had in besides its own, each by its own name."""
    return {"other_languages": [(code, name) for code, name in settings.LANGUAGES if code != get_language()]}
