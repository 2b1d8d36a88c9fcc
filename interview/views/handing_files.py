"""A case given out as an encrypted file, and taken in again: for an office's own keeping. Not at a kiosk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from interview import code_words, drafts, handed_file, language, tries
from interview.drafts import Draft
from interview.storage import all_posted, raw_case, take_up
from interview.views.handing_out import a_file
from interview.views.keeping import offered
from interview.views.visits import needs_visit

_READ_OR_SEND = require_http_methods(["GET", "HEAD", "POST"])
_SUGGESTED = 6  # words, 77 bits


def _passphrase(required_message: Any, **kwargs: Any) -> forms.CharField:
    """In sight while it is typed: hidden, a browser would offer to keep it."""
    attributes = {"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
    return forms.CharField(
        widget=forms.TextInput(attributes),
        max_length=handed_file.LONGEST,
        error_messages={
            "required": required_message,
            "max_length": gettext_lazy("Use at most %(limit_value)d letters. You typed %(show_value)d."),
        },
        **kwargs,
    )


class ExportForm(forms.Form):
    passphrase = _passphrase(
        gettext_lazy("Enter a passphrase."),
        label=gettext_lazy("Passphrase for this file"),
        help_text=gettext_lazy("At least four words, or at least 12 letters and numbers."),
    )
    again = _passphrase(
        gettext_lazy("Enter the passphrase a second time."),
        label=gettext_lazy("The same passphrase again"),
    )

    def clean_passphrase(self) -> str:
        typed = handed_file.tidy_passphrase(self.cleaned_data["passphrase"])
        if not handed_file.is_hard_to_guess(typed):
            raise ValidationError(handed_file.TOO_EASY, code="easy")
        return typed

    def clean_again(self) -> str:
        typed = handed_file.tidy_passphrase(self.cleaned_data["again"])
        if typed != handed_file.tidy_passphrase(self.data.get("passphrase", "")):
            raise ValidationError(_("The two are not the same. Type the passphrase again."), code="unlike")
        return typed


class ImportForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("The file"),
        allow_empty_file=True,  # it is answered as any file that does not open
        error_messages=dict.fromkeys(("required", "invalid", "missing"), gettext_lazy("Choose the file.")),
    )
    passphrase = _passphrase(
        gettext_lazy("Enter the passphrase of the file."),
        label=gettext_lazy("Passphrase of the file"),
    )
    replace = forms.BooleanField(
        label=gettext_lazy("Yes, erase the answers of this visit. Put those of the file in their place."),
        error_messages={
            "required": gettext_lazy(
                "Tick this box to go on. Or save the answers of this visit to a file first."
            )
        },
    )


@offered
@sensitive_post_parameters()
@_READ_OR_SEND
@needs_visit
def export(request: HttpRequest) -> HttpResponse:
    """What such a file means; then the file, made in memory for this one response and kept nowhere."""
    form = ExportForm(request.POST if request.method == "POST" else None)
    status = 200
    if language.is_only_language(request):
        language.as_typed(form)
    elif form.is_valid():
        try:
            draft = Draft(raw_case(request), all_posted(request))
            sealed = handed_file.sealed(draft, form.cleaned_data["passphrase"])
            return a_file(sealed, handed_file.NAME, "application/octet-stream")
        except drafts.Busy:
            status = 503
            form.add_error("passphrase", _busy())
        except handed_file.TooLargeError:
            form.add_error(None, _too_much())
    suggested = " ".join(code_words.choose()[:_SUGGESTED])
    return render(request, "helper_export.html", {"form": form, "suggested": suggested}, status=status)


@offered
@sensitive_post_parameters()
@_READ_OR_SEND
@needs_visit
def take_in(request: HttpRequest) -> HttpResponse:
    """Go on with the answers of a file, in a fresh session: what this one held is erased."""
    is_sent = request.method == "POST"
    form = ImportForm(request.POST if is_sent else None, request.FILES if is_sent else None)
    status = 200
    if language.is_only_language(request):
        language.as_typed(form)
    elif is_sent and _is_too_large(request):
        form.errors.pop("file", None)
        form.add_error("file", _("This file is too large. Files made here have 4 MB at most."))
    elif form.is_valid():
        status, draft = _opened(request, form)
        if draft is not None:
            take_up(request, draft.case, draft.posted)
            request.session["helper"] = True
            return redirect("helper-desk")
    return render(request, "helper_import.html", {"form": form}, status=status)


def _is_too_large(request: HttpRequest) -> bool:
    """Told by the length of the whole request: one that is too long is not read to its end."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) > handed_file.LARGEST + handed_file.ROOM if length.isdecimal() else False


def _opened(request: HttpRequest, form: ImportForm) -> tuple[int, Draft | None]:
    """What is in the file, and the page's status; nothing, and why beside the field, if it does not open."""
    if not tries.take(request):
        form.add_error("passphrase", _("Please wait one minute. Then press the button again."))
        return 429, None
    try:
        return 200, handed_file.opened(form.cleaned_data["file"].read(), form.cleaned_data["passphrase"])
    except drafts.Busy:
        tries.give_back(request)
        form.add_error("passphrase", _busy())
        return 503, None
    except handed_file.WillNotOpenError:
        form.add_error("passphrase", _will_not_open())
    except handed_file.UnreadableCaseError:
        form.add_error("file", _unreadable())
    return 200, None


def _too_much() -> str:
    return _("There is too much in these answers for one file. Print the packet instead.")


def _busy() -> str:
    return _("We are very busy just now. Nothing is lost. Wait a few seconds. Then press the button again.")


def _will_not_open() -> str:
    """The same for a wrong passphrase and for a damaged file: nobody can tell which it is."""
    return _(
        "The file does not open. Check each letter of the passphrase. Check that it is the right file, and "
        "that it came over whole."
    )


def _unreadable() -> str:
    return _(
        "The passphrase is right, but this site cannot read the answers in the file. Another version of the "
        "site made it. Your answers here are as they were."
    )
