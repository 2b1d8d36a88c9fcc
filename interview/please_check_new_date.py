"""What is worth a second look about a new date for the hearing, or none (DV-115, DV-112)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.findings import Check, Problem, found_by


def please_check_new_date(case: Case) -> Iterator[Problem]:
    yield from found_by(CHECKS, "check", case)


CHECKS: tuple[Check, ...] = (
    Check(
        "hearing.first_orders",
        "DV-115, item 3",
        _("You ask for a new date. What the judge decided about the orders before the hearing is missing."),
        lambda case: case.asks_for_new_date and not case.hearing.first_orders,
    ),
    Check(
        "continuance.reasons",
        "DV-115, item 4",
        _("You ask for a new date for the hearing. The reason is missing."),
        lambda case: case.asks_for_new_date and not case.continuance.reasons,
    ),
    Check(
        "continuance.other_reason",
        "DV-115, item 4c",
        _("You have another reason for a new date. What it is is missing."),
        lambda case: (
            case.asks_for_new_date
            and "other" in case.continuance.reasons
            and not case.continuance.other_reason.strip()
        ),
    ),
    Check(
        "continuance.waive_hearing",
        "DV-112",
        _(
            "You ask for a new date for the hearing, and you also want to cancel it. The court can do only "
            "one of the two."
        ),
        lambda case: case.asks_for_new_date and case.cancels_hearing,
    ),
)
