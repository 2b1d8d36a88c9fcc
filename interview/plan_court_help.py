"""What the plan says of help at court: MC-410 and INT-300, filled in or still to ask for; who comes along."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from django.utils.translation import gettext as _

from interview import plan_dates
from interview.case import Case
from interview.rules import rule


def help_at_court(case: Case, today: date) -> tuple[str, ...]:
    last_day = plan_dates.accommodation_by(case, _numbers(case)["days"], today)
    return (_accommodation(case), *last_day, *_interpreter(case))


def help_without_dates(case: Case) -> tuple[str, ...]:
    """For a hearing whose day this site is not told."""
    return (_accommodation(case), *_interpreter(case))


def _accommodation(case: Case) -> str:
    text = _(
        "Do you want a sign language interpreter, or other help because of a disability? Ask {days} days "
        "before, with form MC-410."
    )
    if case.asks_accommodation:
        text = _(
            "For the help you need because of a disability, form MC-410 is in your packet. Sign it on page 1 "
            "and hand it in {days} court days before, or earlier. The other person gets no copy."
        )
    return text.format(**_numbers(case))


def _numbers(case: Case) -> Mapping[str, int]:
    return rule("civil_accommodation" if case.asks_for_cho else "accommodation").numbers


def _interpreter(case: Case) -> Iterator[str]:
    if case.asks_interpreter:
        signs = _("You sign it on page 1.")
        if not case.petitioner.signs_alone:
            signs = _("Your lawyer signs it on page 1.")
        in_packet = _("For an interpreter, form INT-300 is in your packet.")
        hand_in = _("Hand it in as early as you can. The interpreter is free.")
        yield f"{in_packet} {signs} {hand_in}"
    elif case.petitioner.speaks_english == "no":
        yield _("For an interpreter, hand in form INT-300 as early as you can.")


def support(case: Case) -> str:
    """Family Code 6303(b); Code of Civil Procedure 527.6(l): at the table only beside who has no lawyer."""
    at_the_table = {
        "yes": _("As you have a lawyer, they do not sit at your table."),
        "no": _("They may sit at the table with you."),
    }.get(case.petitioner.has_lawyer, _("When you have no lawyer, they may sit at the table with you."))
    comes = _("One person of your choice may come with you for support.")
    if case.asks_for_cho:
        comes = _("Where you tell of violence or threats of it, one person may come with you for support.")
    return " ".join((comes, at_the_table, _("They give no legal advice.")))
