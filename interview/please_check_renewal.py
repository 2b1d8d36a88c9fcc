"""What is worth a second look about asking for the order once more (DV-700, CH-700)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.conditions import wants_renewal
from interview.findings import Check, Problem, found_by, problem
from interview.phrasing import day_in_words
from interview.renewal import first_day_to_ask
from interview.rules import rule, with_numbers

_END = "DV-700, item 3a; CH-700, item 3a"
_YEARS = re.compile(r"(\d{1,3})\s*years?\b", re.IGNORECASE)


def please_check_renewal(case: Case, today: date) -> Iterator[Problem]:
    if not wants_renewal(case):
        return
    yield from _end_of_order(case, today)
    if not case.renews_order:  # too early: its other pages are not asked
        return
    yield from found_by(CHECKS, "check", case)
    yield from _violations(case)


def _end_of_order(case: Case, today: date) -> Iterator[Problem]:
    path = "after.ends_on" if case.order_ends_on and not case.renewal.ends_on else "renewal.ends_on"
    end = case.order_ends_on
    if end is None:
        text = gettext("You ask for the order to be renewed. The day it ends is missing.")
        yield problem("check", case, path, _END, text)
        return
    first = first_day_to_ask(end, civil=case.asks_for_cho)
    if end < today:
        text = gettext(
            "The order ended on {end}. It cannot be renewed any more. You can ask for a new one, with a new "
            "request. Is the date right?"
        )
    elif today < first:
        text = gettext(
            "The order ends on {end}. You can ask to renew it from {first} on. It is too early to hand in "
            "these papers."
        )
    else:
        return
    yield problem("check", case, path, _END, text.format(end=day_in_words(end), first=day_in_words(first)))


def _violations(case: Case) -> Iterator[Problem]:
    text = _("{other} did something that the order forbids. What it was is missing.")
    told = case.renewal.violations if "violated" in case.renewal.reasons and case.asks_for_dvro else ()
    empty = [index for index, one in enumerate(told) if not one.story.strip()]
    if "violated" in case.renewal.reasons and not told:
        empty = [0]
    for index in empty:
        yield problem("check", case, f"renewal.violations.{index}.story", "DV-700, item 4b", text)


def _years_asked(case: Case) -> int | None:
    """The number in "10 years"; None where there is none to compare."""
    found = _YEARS.match(case.renewal.how_long_other.strip())
    return int(found[1]) if found and case.renewal.how_long == "other" else None


def _asks_for_too_short(case: Case) -> bool:
    """Hart v. Hart (2025): no domestic violence order is renewed for less than five years."""
    years = _years_asked(case)
    return years is not None and years <= rule("renewal").numbers["years"]


def _asks_for_too_long(case: Case) -> bool:
    """Code of Civil Procedure 527.6(j)(1): up to five years more."""
    years = _years_asked(case)
    return years is not None and years > rule("civil_renewal").numbers["years"]


CHECKS: tuple[Check, ...] = (
    Check(
        "renewal.renewed_before",
        "DV-700, item 3b; CH-700, item 3b",
        _("Whether the order has been renewed before is missing."),
        lambda case: not case.renewal.renewed_before,
    ),
    Check(
        "renewal.times",
        "DV-700, item 3b; CH-700, item 3b",
        _("The order has been renewed before. How many times is missing."),
        lambda case: case.renewal.renewed_before == "yes" and not case.renewal.times,
    ),
    Check(
        "renewal.how_long",
        "DV-700, item 3c; CH-700, item 3c",
        _("For how long the order should be renewed is missing."),
        lambda case: (
            not case.renewal.how_long or (case.asks_for_cho and case.renewal.how_long == "permanently")
        ),
    ),
    Check(
        "renewal.how_long_other",
        "DV-700, item 3c; CH-700, item 3c",
        _("You want the order renewed for another length than five years. Which one is missing."),
        lambda case: case.renewal.how_long == "other" and not case.renewal.how_long_other.strip(),
    ),
    Check(
        "renewal.how_long_other",
        "DV-700, item 3c",
        with_numbers(_("Another length than {years} years has to be longer than that."), rule("renewal")),
        _asks_for_too_short,
    ),
    Check(
        "renewal.how_long_other",
        "CH-700, item 3c",
        with_numbers(_("The judge can renew the order for {years} years at most."), rule("civil_renewal")),
        _asks_for_too_long,
    ),
    Check(
        "renewal.reasons",
        "DV-700, item 4",
        _("You ask for the order to be renewed. The reason is missing."),
        lambda case: not case.renewal.reasons,
    ),
    Check(
        "renewal.afraid_because",
        "DV-700, item 4a",
        _("You are afraid or worried. What about is missing."),
        lambda case: "afraid" in case.renewal.reasons and not case.renewal.afraid_because.strip(),
    ),
    Check(
        "renewal.other_reason",
        "DV-700, item 4c",
        _("You have another reason to renew the order. What it is is missing."),
        lambda case: "other" in case.renewal.reasons and not case.renewal.other_reason.strip(),
    ),
    Check(
        "renewal.why",
        "CH-700, item 3d",
        _("You ask for the order to be renewed. The reason is missing."),
        lambda case: not case.renewal.why.strip(),
    ),
)
