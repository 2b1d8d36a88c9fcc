"""What is worth a second look about having the papers handed over by the sheriff (SER-001)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.conditions import (
    has_hearing,
    sheriff_goes_to_jail,
    sheriff_has_second_place,
    tells_sheriff_of_issues,
    wants_sheriff,
)
from interview.findings import Check, Problem, found_by


def please_check_service(case: Case) -> Iterator[Problem]:
    yield from found_by(CHECKS, "check", case)


def _has_no_address(case: Case) -> bool:
    at = case.served_at
    if not wants_sheriff(case) or sheriff_goes_to_jail(case):
        return False
    return not (at.street.strip() and at.city.strip())


CHECKS: tuple[Check, ...] = (
    Check(
        "service.county",
        "SER-001, item 1",
        _("You want the sheriff to hand over the papers. The county where {other} is is missing."),
        lambda case: wants_sheriff(case) and not case.service.county,
    ),
    Check(
        "service.place",
        "SER-001, item 4",
        _(
            "You want the sheriff to hand over the papers. A full address for {other} is missing: the "
            "sheriff needs at least the street and the city."
        ),
        _has_no_address,
    ),
    Check(
        "service.jail",
        "SER-001, item 4",
        _("You said that {other} is in jail or prison. Its name is missing."),
        lambda case: sheriff_goes_to_jail(case) and not case.service.jail.strip(),
    ),
    Check(
        "service.issues",
        "SER-001, item 3a(4)",
        _("You said there is something the sheriff should know. What it is is missing."),
        lambda case: tells_sheriff_of_issues(case) and not case.service.issues,
    ),
    Check(
        "service.other_issues",
        "SER-001, item 3a(4)",
        _("You have something else the sheriff should know. What it is is missing."),
        lambda case: (
            tells_sheriff_of_issues(case)
            and "other" in case.service.issues
            and not case.service.other_issues.strip()
        ),
    ),
    Check(
        "service.second.street",
        "SER-001, item 4",
        _("You know a second address for {other}. It is missing."),
        lambda case: sheriff_has_second_place(case) and not case.service.second.street.strip(),
    ),
    Check(
        "service.other_information",
        "SER-001, item 5f",
        _("You have something to add for the sheriff. What it is is missing."),
        lambda case: (
            wants_sheriff(case)
            and case.service.has_other_information == "yes"
            and not case.service.other_information.strip()
        ),
    ),
    Check(
        "case_number",
        "SER-001, case number",
        _(
            "You have a date for the hearing. The sheriff takes your papers only with the case number, and "
            "it is missing. The court has put it on them."
        ),
        lambda case: wants_sheriff(case) and has_hearing(case) and not case.case_number.strip(),
    ),
)
