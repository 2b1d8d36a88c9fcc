"""What the plan says of help at court: MC-410 and INT-300, filled in or still to ask for."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from interview import plan_dates
from interview.case import Case
from interview.rules import rule


def help_at_court(case: Case) -> tuple[str, ...]:
    return (*_accommodation(case), *_interpreter(case))


def _accommodation(case: Case) -> Iterator[str]:
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
    yield from plan_dates.accommodation_by(case, numbers["days"])


def _interpreter(case: Case) -> Iterator[str]:
    if case.asks_interpreter:
        yield _(
            "For an interpreter, form INT-300 is in your packet. Sign it on page 1 and hand it in as early "
            "as you can. The interpreter is free."
        )
    elif case.petitioner.speaks_english == "no":
        yield _("For an interpreter, hand in form INT-300 as early as you can.")
