"""What is worth a second look about the hearing that took place and the order made there (DV-130, CH-130)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from django.utils.translation import gettext_lazy as _

from interview.after_hearing import AfterHearing
from interview.case import Case
from interview.conditions import hearing_is_over, order_was_made
from interview.conditions_after import (
    has_entry_box,
    has_review,
    may_have_had_first_papers,
    may_repeat_temporary_order,
    must_reach_by,
    walks,
    was_decided,
)
from interview.decisions import DECIDABLE, Decidable
from interview.findings import Check, Problem, found_by, problem
from interview.order_made import decision_of
from interview.phrasing import day_in_words
from interview.questions import Condition
from interview.rules import rule, with_numbers

_ENDS = "DV-130, item 4; CH-130, item 4"
_TOO_SOON = _("The order cannot end before the hearing, on {day}. Look again at the year.")
_NOT_TOLD = _("Still open, and the order form needs it: {question}")
_NO_DETAILS = _("The judge ordered this in another way than you asked. In which way is missing: {question}")
_TOO_LONG = _("The order ends more than {most} years after the hearing. {most} years is the most.")
_NO_END = _("The day the order ends is missing. Without one, it ends {no_date} years after the hearing.")
_NO_CIVIL_END = _(
    "The day the order ends is missing. Without one, it ends {no_date} years after it was issued: the "
    "day the judge signed it."
)
_SERVE_BY = "DV-130, item 32b(3); CH-130, item 17b(3)"
_BEFORE_ORDER = _("{other} cannot be given the order before the hearing, on {day}. Look again at the date.")
_AFTER_REVIEW = _(
    "The day by which {other} must be given the order comes after the hearing about guns, on {day}. Look "
    "again at the two dates."
)
_NO_FEES = _("The judge ordered fees and costs to be paid. Whom to pay, and how much, is missing.")


def please_check_after(case: Case) -> Iterator[Problem]:
    yield from found_by(CHECKS, "check", case)
    yield from _dates(case)
    for about in DECIDABLE.values():
        yield from _decision(case, about)


def _dates(case: Case) -> Iterator[Problem]:
    held, ends = case.hearing.date, case.after.ends_on
    if _is_new(must_reach_by)(case):
        yield from _serve_by(case)
    if held is None or ends is None or not order_was_made(case):
        return
    if ends < held:
        text = str(_TOO_SOON).replace("{day}", day_in_words(ends))
        yield problem("check", case, "after.ends_on", _ENDS, text)
    lasts = rule("civil_order_lasts" if case.asks_for_cho else "order_lasts")
    if ends > _years_after(held, lasts.numbers["most"]):
        yield problem("check", case, "after.ends_on", _ENDS, with_numbers(_TOO_LONG, lasts))


def _serve_by(case: Case) -> Iterator[Problem]:
    """Between the hearing and the one about firearms."""
    by, held, review = case.after.serve_by, case.hearing.date, case.after.review_date
    if by and held and by < held:
        text = str(_BEFORE_ORDER).replace("{day}", day_in_words(held))
    elif by and review and by > review:
        text = str(_AFTER_REVIEW).replace("{day}", day_in_words(review))
    else:
        return
    yield problem("check", case, "after.serve_by", _SERVE_BY, text)


def _years_after(day: date, years: int) -> date:
    """The same day that many years later; 29 February counts as 1 March where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def _decision(case: Case, about: Decidable) -> Iterator[Problem]:
    """Of an order that was asked for, on the form the court wants filled."""
    if not walks(about.order)(case):
        return
    if not decision_of(case, about.order):
        path, text = f"after.decided.{about.order}", str(_NOT_TOLD)
    elif was_decided(about.order, "changed")(case) and not _DETAILS[about.order][1](case.after):
        path, text = _DETAILS[about.order][0], str(_NO_DETAILS)
    else:
        return
    yield problem("check", case, path, about.item, text.replace("{question}", str(about.question)))


# order -> the first answer that tells of it, and whether something was told of what the judge ordered instead
_DETAILS: Mapping[str, tuple[str, Callable[[AfterHearing], bool]]] = {
    "no_contact": (
        "after.details.contact_with",
        lambda after: bool(after.details.contact_with or after.details.contact_exceptions),
    ),
    "stay_away": (
        "after.changed.stay_away.places",
        lambda after: bool(after.changed.stay_away.places and after.changed.stay_away.distance_in_yards),
    ),
    "move_out": ("after.changed.move_out.address", lambda after: bool(after.changed.move_out.address)),
    "other_orders": ("after.changed.other_orders", lambda after: bool(after.changed.other_orders)),
    "animals": (
        "after.changed.animal_protection.orders",
        lambda after: bool(after.changed.animal_protection.orders),
    ),
    "property": (
        "after.changed.property_description",
        lambda after: bool(after.changed.property_description),
    ),
    "insurance": ("after.details.insurance_of", lambda after: bool(after.details.insurance_of)),
    "property_restraint": ("after.details.property_of", lambda after: bool(after.details.property_of)),
    "pay_debts": ("after.details.debts", lambda after: bool(after.details.debts)),
    "pay_expenses": ("after.details.expenses", lambda after: bool(after.details.expenses)),
    "travel": (
        "after.changed_custody.travel_limits",
        lambda after: bool(after.changed_custody.travel_limits and after.changed_custody.travel_asks),
    ),
    "records": (
        "after.changed_custody.records_of",
        lambda after: bool(after.changed_custody.records_of and after.changed_custody.records),
    ),
    "abduction": ("after.changed_abduction.orders", lambda after: bool(after.changed_abduction.orders)),
    "custody": (
        "after.changed_custody.legal",
        lambda after: bool(after.changed_custody.legal or after.changed_custody.physical),
    ),
    "visits": ("after.changed_custody.visits", lambda after: bool(after.changed_custody.visits)),
}


def _is_new(applies: Condition) -> Condition:
    """Not where it is long done: the order is being renewed, or was."""
    return lambda case: applies(case) and not case.has_later_order


CHECKS: tuple[Check, ...] = (
    Check(
        "after.outcome",
        "DV-130; CH-130",
        _("The hearing has taken place. What the judge decided is missing."),
        lambda case: hearing_is_over(case) and not case.after.outcome,
    ),
    Check(
        "after.attended",
        "DV-130, items 6b and 32; CH-130, item 17",
        _("Who was at the hearing is missing. It decides whether {other} must still be given the order."),
        lambda case: _is_new(order_was_made)(case) and not case.after.attended,
    ),
    Check(
        "after.first_papers_served",
        "DV-130, item 32b; CH-130, item 17b",
        _(
            "Whether {other} was handed the first papers in person is missing. It decides how the new order "
            "is delivered."
        ),
        lambda case: _is_new(may_have_had_first_papers)(case) and not case.after.first_papers_served,
    ),
    Check(
        "after.same_as_temporary",
        "DV-130, item 32b; CH-130, item 17b",
        _("Whether the order is the same as the temporary one is missing. It decides how it is delivered."),
        lambda case: _is_new(may_repeat_temporary_order)(case) and not case.after.same_as_temporary,
    ),
    Check(
        "after.review_date",
        "DV-130, item 5; CH-130, item 12",
        _("There is another hearing. Which day is missing."),
        lambda case: _is_new(has_review)(case) and case.after.review_date is None,
    ),
    Check(
        "after.review_about",
        "DV-130, items 5 and 11; CH-130, item 12",
        _("There is another hearing. What it is about is missing."),
        lambda case: _is_new(has_review)(case) and not case.after.review_about,
    ),
    Check(
        "after.serve_by",
        _SERVE_BY,
        _("There is a hearing about guns. By which day {other} must be given the order is missing."),
        lambda case: _is_new(must_reach_by)(case) and case.after.serve_by is None,
    ),
    Check(
        "after.serve_by_way",
        _SERVE_BY,
        _("You told us by which day {other} must be given the order. In which way is missing."),
        lambda case: (
            _is_new(must_reach_by)(case) and bool(case.after.serve_by) and not case.after.serve_by_way
        ),
    ),
    Check(
        "after.entry",
        "CH-130, item 16",
        _("Who takes the order to the police database is missing. It may be up to you, that same day."),
        lambda case: _is_new(has_entry_box)(case) and not case.after.entry,
    ),
    Check(
        "after.ends_on",
        "DV-130, item 4",
        with_numbers(_NO_END, rule("order_lasts")),
        lambda case: order_was_made(case) and case.after.ends_on is None,
    ),
    Check(
        "after.ends_on",
        "CH-130, item 4",
        with_numbers(_NO_CIVIL_END, rule("civil_order_lasts")),
        lambda case: order_was_made(case) and case.after.ends_on is None,
    ),
    Check(
        "after.details.fees",
        "DV-130, item 29",
        _NO_FEES,
        lambda case: was_decided("lawyer_fees", "as_asked")(case) and not case.after.details.fees,
    ),
)
