"""A Django page that renders one form and does nothing: what `django-admin startproject` gives, and a form.

Its middleware is startproject's without django.contrib.auth, which we have not either. Its database is tuned
as ours is, its form has our page's fields and first values; it is to be hard to beat.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from pathlib import Path
from time import process_time
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from tests.person_here import PersonHere

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Plain</title></head>
<body><form method="post">{% csrf_token %}{{ form.as_div }}<button>Continue</button></form></body></html>"""
_MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
_PLAIN_FORMS: list[tuple[type[forms.Form], dict[str, Any]]] = []  # by the number in the address


def start(folder: Path, database_options: dict[str, Any]) -> PersonHere:
    """The site in this process, which must have no other, and someone who has been there."""
    settings.configure(
        DEBUG=False,
        SECRET_KEY=secrets.token_urlsafe(48),
        ALLOWED_HOSTS=["localhost"],
        ROOT_URLCONF=__name__,
        INSTALLED_APPS=["django.contrib.sessions", "django.contrib.messages"],
        MIDDLEWARE=_MIDDLEWARE,
        TEMPLATES=[_TEMPLATES],
        DATABASES={
            "default": {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": folder / "plain.sqlite3",
                "CONN_MAX_AGE": 60,
                "OPTIONS": database_options,
            }
        },
    )
    from django.core.management import call_command
    from django.core.wsgi import get_wsgi_application

    site = get_wsgi_application()
    call_command("migrate", verbosity=0)
    return PersonHere(site)


_TEMPLATES = {
    "BACKEND": "django.template.backends.django.DjangoTemplates",
    "OPTIONS": {
        "context_processors": [
            "django.template.context_processors.request",
            "django.contrib.messages.context_processors.messages",
        ],
        "loaders": [
            (
                "django.template.loaders.cached.Loader",
                [("django.template.loaders.locmem.Loader", {"page.html": PAGE})],
            )
        ],
    },
}


def serve(pages: Sequence[forms.Form]) -> list[str]:
    """Pages with the same fields and first values as these forms of ours; their addresses."""
    for form in pages:
        plain = type("PlainForm", (forms.Form,), dict(form.fields))
        _PLAIN_FORMS.append((plain, dict(form.initial)))
    return [f"/page/{number}/" for number in range(len(_PLAIN_FORMS))]


def page(request: HttpRequest, number: int) -> HttpResponse:
    plain, initial = _PLAIN_FORMS[number]
    if "visited" not in request.session:
        request.session["visited"] = True
    form = plain(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        if "keep" in request.GET:  # told beside the aim: what keeping the answers costs by itself
            request.session["answers"] = {"time": process_time(), **request.POST}
        return redirect("page", number)
    return render(request, "page.html", {"form": form})


urlpatterns = [path("page/<int:number>/", page, name="page")]
