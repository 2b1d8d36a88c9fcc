"""What the templates ask about a page of questions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import template
from django.forms import BoundField

from interview import audience as audiences
from interview import in_english, phrasing
from interview.own_words import OwnWords, told_at
from interview.pictures import pictures_of
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
def where_it_prints(form: QuestionForm, together: bool = False) -> dict[str, Any]:
    """For helpers: the items each answer prints in, and the law behind the page; `together` with others."""
    paths = form.case_paths(form.index)
    items = [
        (form.full_label(name), audiences.items_of(path, form.case.path), pictures_of(path, form.case.path))
        for name, path in paths.items()
        if name in form.fields  # a page may not ask all of its questions
    ]
    return {"items": items, "law": form.law_text, "together": together}


@register.inclusion_tag("includes/in_english.html")
def in_own_words(form: QuestionForm) -> dict[str, Any]:
    """That the court's papers are in English, and who helps: on a page of another language."""
    if in_english.is_in_english():
        return {}
    return {
        "form": form,
        "has_sentences": bool(in_english.own_fields(form)),
    }


@register.inclusion_tag("includes/own_words.html")
def own_words(field: BoundField) -> dict[str, Any]:
    """What was told for this answer in other languages, where the page has no box for it."""
    form = field.form
    if not isinstance(form, QuestionForm) or not form.case.own_words:
        return {"told": ()}
    boxes = {(box.path, box.language) for box in in_english.own_fields(form).values()}
    told = told_at(form.case.own_words, form.case_paths(form.index).get(field.name, ""))
    return {"told": [one for one in told if (one.path, one.language) not in boxes]}


@register.filter
def language_name(words: OwnWords) -> str:
    """The language of someone's own words, as its speakers call it."""
    return in_english.language_name(words.language)


@register.filter
def cited(where: str) -> str:
    """A place on the forms, in the page's language."""
    return phrasing.cited(where)


@register.filter
def by_form(places: Sequence[str]) -> str:
    """Places on the forms, each form named once: "DV-100, items 5f and 6; CLETS-001, page 1"."""
    return phrasing.by_form(places)


@register.filter
def each_once(sources: Sequence[str]) -> str:
    """Sources, each named once: several rules may rest on one section of a code."""
    return "; ".join(dict.fromkeys(part for source in sources for part in source.split("; ")))


@register.filter
def and_then(label: str) -> str:
    """A label before what is said of it: with a colon, unless it is a question."""
    return label if label.endswith("?") else f"{label}:"


@register.filter
def needs(field: BoundField) -> str:
    """The answer a follow-up of the page needs ("other_field=value|value"); "" for other fields."""
    if not isinstance(field.form, QuestionForm) or field.name not in field.form.follow_ups:
        return ""
    return field.form.add_prefix(field.form.follow_ups[field.name])


@register.filter
def error_target(field: BoundField) -> str:
    """The id an error's link leads to: the field, or its first choice."""
    return field.id_for_label or str(field.subwidgets[0].id_for_label)


@register.filter
def full_label(field: BoundField) -> str:
    """The label as a list of errors needs it, where the field itself is not in sight."""
    return field.form.full_label(field.name) if isinstance(field.form, QuestionForm) else str(field.label)
