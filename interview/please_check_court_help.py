"""What is worth a second look about help at court (INT-300, MC-410)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.conditions import has_hearing, wants_accommodation, wants_interpreter
from interview.findings import Check, Problem, found_by


def please_check_court_help(case: Case) -> Iterator[Problem]:
    yield from found_by(CHECKS, "check", case)


def _has_nothing_chosen(case: Case) -> bool:
    told = case.court_help
    return told.wanted == "yes" and not (told.asks_interpreter or wants_accommodation(case))


CHECKS: tuple[Check, ...] = (
    Check(
        "court_help.wants_interpreter",
        "INT-300, items 3 and 4",
        _("You need help at court. Which help is missing: an interpreter, or help because of a disability."),
        _has_nothing_chosen,
    ),
    Check(
        "court_help.language",
        "INT-300, item 3",
        _("You want an interpreter at court. The language is missing."),
        lambda case: wants_interpreter(case) and not case.court_help.language,
    ),
    Check(
        "court_help.language_other",
        "INT-300, item 3",
        _("You want an interpreter for another language. Which one is missing."),
        lambda case: (
            wants_interpreter(case)
            and case.court_help.language == "other"
            and not case.court_help.language_other.strip()
        ),
    ),
    Check(
        "court_help.witness_language",
        "INT-300, item 4b",
        _("A witness needs an interpreter. The language of the witness is missing."),
        lambda case: (
            case.court_help.witness_needs_interpreter == "yes"
            and not case.court_help.witness_language.strip()
        ),
    ),
    Check(
        "court_help.accommodation",
        "MC-410, item 4",
        _("You need help at court because of a disability. What you need is missing."),
        lambda case: wants_accommodation(case) and not case.court_help.accommodation.strip(),
    ),
    Check(
        "court_help.accommodation_why",
        "MC-410, item 5",
        _("You need help at court because of a disability. Why it helps is missing."),
        lambda case: wants_accommodation(case) and not case.court_help.accommodation_why.strip(),
    ),
    Check(
        "hearing.is_set",
        "MC-410, item 3",
        _(
            "MC-410 asks when you need the help. The date of the hearing is not told yet. Write it on the "
            "form when you have it."
        ),
        lambda case: wants_accommodation(case) and not has_hearing(case),
    ),
)
