"""What the templates ask about a page of questions."""

from __future__ import annotations

from typing import Any

from django import template
from django.forms import BoundField

from interview import audience as audiences
from interview.questions import QuestionForm

register = template.Library()


@register.inclusion_tag("includes/audience.html")
def audience(form: QuestionForm) -> dict[str, Any]:
    """Who will see the answers of this page, when it is the same for all of them."""
    return {"audience": audiences.page_audience(form)}


@register.inclusion_tag("includes/audience.html")
def field_audience(field: BoundField) -> dict[str, Any]:
    """Who will see this one answer, on a page whose answers have different readers."""
    form = field.form
    if not isinstance(form, QuestionForm) or audiences.page_audience(form) is not None:
        return {"audience": None}
    return {"audience": audiences.field_audiences(form).get(field.name)}


@register.inclusion_tag("includes/where_it_prints.html")
def where_it_prints(form: QuestionForm) -> dict[str, Any]:
    """For helpers: the items each answer prints in, and the law behind the page."""
    paths = form.case_paths(form.index)
    items = [
        (form.full_label(name), audiences.items_of(path, form.case.path)) for name, path in paths.items()
    ]
    return {"items": items, "law": form.law_text}


@register.filter
def needs(field: BoundField) -> str:
    """The answer a follow-up of the page needs ("other_field=value|value"); "" for other fields."""
    return field.form.follow_ups.get(field.name, "") if isinstance(field.form, QuestionForm) else ""


@register.filter
def error_target(field: BoundField) -> str:
    """The id an error's link leads to: the field, or its first choice."""
    return field.id_for_label or f"{field.auto_id}_0"


@register.filter
def full_label(field: BoundField) -> str:
    """The label as a list of errors needs it, where the field itself is not in sight."""
    return field.form.full_label(field.name) if isinstance(field.form, QuestionForm) else str(field.label)
