"""What is worth a second look about the hearing's date and by when to serve (DV-109 and CH-109)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.conditions import has_hearing, hearing_is_ahead
from interview.findings import Check, Problem, found_by, problem
from interview.plan_dates import odd_date

_DATE = "DV-109, item 3; CH-109, item 3"


def please_check_hearing(case: Case, today: date) -> Iterator[Problem]:
    yield from found_by(CHECKS, "check", case)
    if hearing_is_ahead(case) and case.hearing.date:
        for said in odd_date(case.hearing.date, today):
            text = str(_("You told us the date of the hearing. {said}")).replace("{said}", said)
            yield problem("check", case, "hearing.date", _DATE, text)


CHECKS: tuple[Check, ...] = (
    Check(
        "hearing.date",
        _DATE,
        _("You have a date for the hearing. Which day is missing."),
        lambda case: has_hearing(case) and case.hearing.date is None,
    ),
    Check(
        "hearing.days_before",
        "DV-109, item 6; CH-109, item 6",
        _("How many days before the hearing the papers must be handed over is missing."),
        lambda case: hearing_is_ahead(case) and case.hearing.days_to_serve is None,
    ),
)
