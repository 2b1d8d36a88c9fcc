"""Saving by choice, coming back with the seven words, and forgetting what was saved."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from interview import code_words, drafts, language, tries
from interview.phrasing import date_in_words
from interview.storage import all_posted, has_case, raw_case, take_up
from interview.views.visits import View, needs_visit

_HELD = "draft"  # what the visit needs to save again under the same words (drafts.Hold)
_Found = TypeVar("_Found")
_READ_OR_SEND = require_http_methods(["GET", "HEAD", "POST"])


def offered(view: View) -> View:
    """Nothing is saved on a kiosk, and nothing opened: there are no such pages."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if settings.KIOSK:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


class WordsForm(forms.Form):
    words = forms.CharField(
        label=gettext_lazy("Your seven words"),
        help_text=gettext_lazy("In the order we gave them. Big or small letters do not matter."),
        widget=forms.Textarea(
            {"rows": 2, "autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
        max_length=code_words.LONGEST,
        error_messages={
            "required": gettext_lazy("Enter your seven words."),
            "max_length": gettext_lazy("Enter only your seven words."),
        },
    )

    def clean_words(self) -> tuple[str, ...]:
        return code_words.read(self.cleaned_data["words"])


@offered
@_READ_OR_SEND
@needs_visit
def keep(request: HttpRequest) -> HttpResponse:
    """What saving means; then, once, the words. A second save of a visit goes under the same words."""
    held = _held(request)
    if request.method != "POST":
        return render(request, "keep.html", {"held": held is not None})
    draft = drafts.Draft(raw_case(request), all_posted(request))
    words: tuple[str, ...] = ()
    if held is None or "new" in request.POST or not drafts.save_again(held, draft):
        try:
            words, new = drafts.save(draft)
        except drafts.Busy:
            return render(request, "keep.html", {"held": held is not None, "busy": _busy()}, status=503)
        if held is not None:
            drafts.forget_held(held)
        request.session[_HELD] = [new.lookup, new.key]
    context = {"words": words, "is_new": held is not None, "last_day": date_in_words(drafts.last_day())}
    return render(request, "kept.html", context)


@offered
@sensitive_post_parameters()
@_READ_OR_SEND
def come_back(request: HttpRequest) -> HttpResponse:
    """Open what was saved, in a fresh session: the cookie from before leads nowhere."""
    form = _words_form(request)
    status = 200
    if form.is_valid() and not language.is_only_language(request):
        status, found = _tried(request, form, drafts.open_with)
        if found:
            draft, hold = found
            take_up(request, draft.case, draft.posted)
            request.session[_HELD] = [hold.lookup, hold.key]
            return redirect("tasks")
    context = {"form": form, "has_case": has_case(request)}
    return render(request, "return.html", context, status=status)


@offered
@sensitive_post_parameters()
@_READ_OR_SEND
def forget(request: HttpRequest) -> HttpResponse:
    """Delete what was saved: with its words, or at once in a visit that saved it or came back to it."""
    held = _held(request)
    if request.method == "POST" and "held" in request.POST:  # pressed twice, it is erased already
        if held is not None:
            drafts.forget_held(held)
        return _forgotten(request)
    form = _words_form(request)
    status = 200
    if form.is_valid() and not language.is_only_language(request):
        status, was_there = _tried(request, form, drafts.forget)
        if was_there:
            return _forgotten(request)
    return render(request, "forget.html", {"form": form, "held": held is not None}, status=status)


def _words_form(request: HttpRequest) -> WordsForm:
    form = WordsForm(request.POST if request.method == "POST" else None)
    if language.is_only_language(request):
        language.as_typed(form)
    return form


def _held(request: HttpRequest) -> drafts.Hold | None:
    pair = request.session.get(_HELD)
    return drafts.Hold(*pair) if pair else None


def _forgotten(request: HttpRequest) -> HttpResponse:
    held = _held(request)
    if held is not None and not drafts.is_kept(held):
        del request.session[_HELD]
    return render(request, "forgotten.html", {"has_case": has_case(request)})


def _tried(
    request: HttpRequest, form: WordsForm, way: Callable[[tuple[str, ...]], _Found]
) -> tuple[int, _Found | None]:
    """What the words lead to, and the page's status; nothing, and why beside the words, if they do not."""
    if not tries.take(request):
        form.add_error("words", _("Please wait one minute. Then press the button again."))
        return 429, None
    try:
        found = way(form.cleaned_data["words"])
    except drafts.Busy:
        tries.give_back(request)
        form.add_error("words", _busy())
        return 503, None
    if not found:
        form.add_error("words", _nothing_opens())
    return 200, found


def _busy() -> str:
    return _("We are very busy just now. Nothing is lost. Wait a few seconds. Then press the button again.")


def _nothing_opens() -> ValidationError:
    """The same for wrong words and for answers that are gone, whatever became of them."""
    return ValidationError(
        _(
            "These words do not open anything. Check each word and the order. Saved answers are erased "
            "%(days)d days after the last time they were saved."
        ),
        params={"days": settings.DRAFT_DAYS},
    )
