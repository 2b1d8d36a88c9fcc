"""Where a visit's answers are: the raw Case in the session, and a formtools storage on top of it."""

from __future__ import annotations

import contextlib
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.middleware.csrf import rotate_token
from formtools.wizard.storage.base import BaseStorage

from interview.case import Case, Court
from interview.case_json import (
    CaseFormatError,
    from_json,
    parts_that_differ,
    to_json,
    to_json_after,
    with_parts,
)
from interview.in_english import with_own_words
from interview.keyed import with_keys
from interview.places import county_named
from interview.questions import QuestionForm
from interview.relevance import as_of, prune, remember

_CASE = "case"
_APPLIES = "applies"  # which of them apply, as found when they were saved
_POSTED = "posted"  # pages the person has been through, by chapter: some leave no answer
_REVIEWED = "reviewed"


def has_case(request: HttpRequest) -> bool:
    """Whether there are answers. A visit whose answers this version of the site cannot read has ended."""
    return _CASE in request.session and _told(request) is not None


def begin(request: HttpRequest) -> None:
    """Begin a visit, in a session of its own; answers already given are kept. Expired visits are removed."""
    if not has_case(request):
        request.session.clear_expired()
        _in_a_new_session(request, _preset_case())


def raw_case(request: HttpRequest) -> Case:
    """Everything told in this visit, asked for today or not."""
    return _told(request) or Case()


def _told(request: HttpRequest) -> Case | None:
    found: Case | None = getattr(request, "_raw_case", None)
    if found is None and _CASE in request.session:
        with contextlib.suppress(CaseFormatError):
            saved = from_json(request.session[_CASE])
            _remember_what_applied(request, saved)
            request._as_saved = saved  # type: ignore[attr-defined]
            found = with_keys(saved)
        request._raw_case = found  # type: ignore[attr-defined]
    return found


def _remember_what_applied(request: HttpRequest, saved: Case) -> None:
    """What applies was found when the answers were saved. On the same day and by the same code it is not
    looked for again: that takes a third of a page's time."""
    found = request.session.get(_APPLIES, {})
    if found.get("as_of") == as_of():
        remember(saved, with_parts(saved, found["parts"]))


def case_of(request: HttpRequest) -> Case:
    """The answers that apply: what is asked, reviewed and printed."""
    return prune(raw_case(request))


def save_case(request: HttpRequest, case: Case) -> None:
    """Keep the raw Case. Raises CaseFormatError for one that could not be read again."""
    saved = getattr(request, "_as_saved", None)
    if saved is None or _CASE not in request.session:
        data = to_json(case)
        from_json(data)
    else:
        data = to_json_after(case, saved, request.session[_CASE])
    request.session[_CASE] = data
    request.session[_APPLIES] = {"as_of": as_of(), "parts": parts_that_differ(case, prune(case))}
    request._as_saved = case  # type: ignore[attr-defined]
    request.session.pop(_REVIEWED, None)
    request._raw_case = case  # type: ignore[attr-defined]


def posted_steps(request: HttpRequest, chapter_slug: str) -> set[str]:
    return set(request.session.get(_POSTED, {}).get(chapter_slug, ()))


def mark_posted(request: HttpRequest, chapter_slug: str, step_slug: str) -> None:
    posted = request.session.get(_POSTED, {})
    steps = sorted({*posted.get(chapter_slug, ()), step_slug})
    request.session[_POSTED] = {**posted, chapter_slug: steps}


def all_posted(request: HttpRequest) -> dict[str, list[str]]:
    """The pages the person has been through, by chapter."""
    return dict(request.session.get(_POSTED, {}))


def take_up(request: HttpRequest, case: Case, posted: dict[str, list[str]]) -> None:
    """Go on with answers from elsewhere, in a session of its own; what this one held is erased."""
    _in_a_new_session(request, with_keys(case))
    request.session[_POSTED] = posted


def _in_a_new_session(request: HttpRequest, case: Case) -> None:
    """Whoever opened this browser's session before begins with nothing in it."""
    request.session.flush()
    rotate_token(request)
    save_case(request, case)


def mark_reviewed(request: HttpRequest) -> None:
    request.session[_REVIEWED] = True


def is_reviewed(request: HttpRequest) -> bool:
    """Whether the person has seen their answers read back since they last changed one."""
    return bool(request.session.get(_REVIEWED))


class CaseStorage(BaseStorage):
    """A step's data come from the Case and go to it, declared fields only; the address says which step.

    Nothing of formtools' own is kept, so nothing of a request's raw body is.
    """

    def __init__(self, prefix: str, request: HttpRequest, file_storage: Any = None) -> None:
        super().__init__(prefix, request, file_storage)
        self.init_data()
        match = request.resolver_match
        self._current_step: str | None = match.kwargs.get("step") if match else None

    def _get_current_step(self) -> str | None:
        return self._current_step

    def _set_current_step(self, step: str) -> None:
        """The posted page may name any step; the address is what counts."""

    current_step = property(_get_current_step, _set_current_step)

    def get_step_data(self, step: str) -> None:
        """A form finds its answers on the Case by itself."""
        return None

    def set_step_data(self, step: str, form: QuestionForm) -> None:
        save_case(self.request, with_own_words(form, form.saved_to(raw_case(self.request))))

    def get_step_files(self, step: str) -> None:
        return None

    def set_step_files(self, step: str, files: Any) -> None:
        """No file is ever asked for."""


def _preset_case() -> Case:
    """An empty Case, with the court of a kiosk."""
    street, city_and_zip = _street_and_city(settings.COURT_ADDRESS)
    return Case(court=Court(county_named(settings.COURT_COUNTY), settings.COURT_NAME, street, city_and_zip))


def _street_and_city(address: str) -> tuple[str, str]:
    """Of "720 Ninth Street, Room 101, Sacramento, CA 95814": the city is the last part but one."""
    parts = [part.strip() for part in address.split(",")]
    city_at = max(1, len(parts) - 2)
    return ", ".join(parts[:city_at]), ", ".join(parts[city_at:])
