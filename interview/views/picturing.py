"""Pictures of the forms for helper view: blank forms, whatever the person has told."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from forms_library import pictures
from interview.pictures import form_at
from interview.views.visits import needs_visit


@require_safe
@needs_visit
def picture(request: HttpRequest, form: int, revision: str, number: int) -> HttpResponse:
    """The part of a form's page where an answer prints. The address holds places, never an answer."""
    found = form_at(form) if request.session.get("helper") else None
    if found is None or found.revision != revision:
        raise Http404
    try:
        png = pictures.picture(found, number)
    except IndexError as problem:
        raise Http404 from problem
    return HttpResponse(png, content_type="image/png")
