"""A file given out by a response: made in memory, under a name that says nothing of whom it is about."""

from __future__ import annotations

from django.http import HttpResponse


def a_pdf(pdf: bytes, name: str) -> HttpResponse:
    return a_file(pdf, name, "application/pdf")


def a_file(content: bytes, name: str, content_type: str) -> HttpResponse:
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=content_type, headers=disposition)
