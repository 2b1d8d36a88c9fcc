"""What the plan says of help at court: MC-410 and INT-300, filled in or still to ask for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from interview import plan_dates
from interview.case import Case
from interview.rules import rule


def help_at_court(case: Case, today: date) -> tuple[str, ...]:
    return (*_accommodation(case, today), *_interpreter(case))


def _accommodation(case: Case, today: date) -> Iterator[str]:
    numbers = rule("civil_accommodation" if case.asks_for_cho else "accommodation").numbers
    text = _(
        "For a sign language interpreter or other help because of a disability, ask {days} days before, with "
        "form MC-410."
    )
    if case.asks_accommodation:
        text = _(
            "For the help you need because of a disability, form MC-410 is in your packet. Sign it on page 1 "
            "and hand it in {days} court days before, or earlier. The other person gets no copy."
        )
    yield text.format(**numbers)
    yield from plan_dates.accommodation_by(case, numbers["days"], today)


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
