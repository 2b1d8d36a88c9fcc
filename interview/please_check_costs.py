"""What is worth a second look about what goes out and the children's part (FL-150 items 10 to 19; FL-155)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.expenses import Hardships, LawyersFees
from interview.findings import Check, Problem, problem
from interview.money import dollars


def please_check_costs(case: Case) -> Iterator[Problem]:
    yield from _payments(case)
    yield from _household(case)


def _more(one: str, other: str) -> bool:
    """Whether both are told, and the first sum is the larger."""
    return bool(one and other) and dollars(one) > dollars(other)


def _something(amount: str) -> bool:
    return bool(amount) and dollars(amount) > 0


def _no_costs(case: Case) -> bool:
    return not _something(case.finances.expenses_total)


def _parts_exceed_payment(case: Case) -> bool:
    """FL-150 item 13a(1): principal and interest are parts of the payment."""
    expenses = case.finances.expenses
    return expenses.home_is == "mortgage" and _more(expenses.mortgage_parts, expenses.home)


def _payments(case: Case) -> Iterator[Problem]:
    """FL-150 item 14: each goes into the total at 13p."""
    where = "FL-150, items 13p and 14"
    if case.finances.has_payments != "yes":
        return
    if not case.finances.payments:
        yield problem("check", case, "finances.payments.0.paid_to", where, _NO_PAYMENT)
    for index, payment in enumerate(case.finances.payments):
        if not payment.amount:
            name = payment.paid_to or payment.what_for or _now("one of them")
            text = str(_PAYMENT_AMOUNT).replace("{name}", name)
            yield problem("check", case, f"finances.payments.{index}.amount", where, text)


def _household(case: Case) -> Iterator[Problem]:
    where = "FL-150, item 12"
    if case.finances.lives_with_others != "yes":
        return
    if not case.household:
        yield problem("check", case, "finances.lives_with_others", where, _NOBODY_LISTED)
    for index, person in enumerate(case.finances.household):
        if not person.name.strip():
            yield problem("check", case, f"finances.household.{index}.name", where, _NO_NAME)


# The children


def _number_of_children_missing(case: Case) -> bool:
    """Where a child is listed; where none is, that is said of DV-100 item 24 (please_check_orders.py)."""
    listed = "child_together" in case.relationship.kinds and bool(case.children_names)
    return case.asks_child_support and listed and not case.number_of_children_together


def _time_exceeds_all(case: Case) -> bool:
    told = case.finances.children
    together = Decimal(told.time_with_me or 0) + Decimal(told.time_with_respondent or 0)
    return case.asks_child_support and together > 100


def _time_missing(case: Case) -> bool:
    told = case.finances.children
    any_told = told.time_with_me or told.time_with_respondent or told.arrangement.strip()
    return case.asks_child_support and not any_told


def _no_hardship_told(case: Case) -> bool:
    told = replace(case.finances.hardships, because="")
    return case.finances.has_hardship == "yes" and told == Hardships()


CHECKS: tuple[Check, ...] = (
    Check(
        "finances.deductions.job_expenses_what",
        "FL-150, item 10g; FL-155, item 8a",
        _("You have costs for your job. What they are for is missing."),
        lambda case: (
            _something(case.finances.deductions.job_expenses)
            and not case.finances.deductions.job_expenses_what.strip()
        ),
    ),
    Check(
        "finances.lives_with_others",
        "FL-150, item 12",
        _("Whether someone lives with you is missing."),
        lambda case: not case.finances.lives_with_others,
    ),
    Check(
        "finances.expenses.home",
        "FL-150, item 13",
        _("Your costs come to nothing. Is that right? The court looks at what you need each month."),
        _no_costs,
    ),
    Check(
        "finances.expenses.basis",
        "FL-150, item 13",
        _("Whether your monthly costs are what you pay now, a guess, or what you will need is missing."),
        lambda case: not _no_costs(case) and not case.finances.expenses.basis,
    ),
    Check(
        "finances.expenses.home",
        "FL-150, item 13a(1); FL-155, item 8g",
        _("You pay rent or a house loan. How much it is is missing."),
        lambda case: bool(case.finances.expenses.home_is) and not case.finances.expenses.home,
    ),
    Check(
        "finances.expenses.mortgage_interest",
        "FL-150, item 13a(1); FL-155, item 8g",
        _("The parts of your house loan come to more than the whole payment. One of them may be wrong."),
        _parts_exceed_payment,
    ),
    Check(
        "finances.expenses.other_what",
        "FL-150, item 13q",
        _("You have other costs. What they are is missing."),
        lambda case: (
            _something(case.finances.expenses.other) and not case.finances.expenses.other_what.strip()
        ),
    ),
    Check(
        "finances.expenses.paid_by_others",
        "FL-150, items 13r and 13s",
        _("What others pay of your costs is more than all your costs. One of the amounts may be wrong."),
        lambda case: _more(case.finances.expenses.paid_by_others, case.finances.expenses_total),
    ),
    Check(
        "finances.has_payments",
        "FL-150, item 14",
        _("Whether you have loans or debts is missing."),
        lambda case: not case.finances.has_payments,
    ),
    Check(
        "finances.lawyers_fees.paid",
        "FL-150, item 15",
        _("You ask that {other} pay your lawyer. What your lawyer costs is missing."),
        lambda case: case.tells_lawyers_fees and case.finances.lawyers_fees == LawyersFees(),
    ),
    Check(
        "children.0.birth_date",
        "FL-150, item 16a; FL-155, item 2",
        _(
            "You ask for child support. No child under 18 is listed whom you have with {other}, so the form "
            "does not say how many there are."
        ),
        _number_of_children_missing,
    ),
    Check(
        "finances.children.time_with_me",
        "FL-150, item 16b; FL-155, item 3",
        _("The children's time with you and with {other} comes to more than 100 percent."),
        _time_exceeds_all,
    ),
    Check(
        "finances.children.time_with_me",
        "FL-150, item 16b; FL-155, item 3",
        _("How much of their time the children are with each of you is missing."),
        _time_missing,
    ),
    Check(
        "finances.has_other_children",
        "FL-155, item 7",
        _("Whether other children of yours live with you is missing."),
        lambda case: not case.finances.has_other_children,
    ),
    Check(
        "finances.other_children.0.name",
        "FL-150, item 19c(2); FL-155, item 7",
        _("Other children of yours live with you. Who they are is missing."),
        lambda case: (
            case.finances.has_other_children == "yes"
            and not any(child.name.strip() for child in case.finances.other_children)
        ),
    ),
    Check(
        "finances.hardships.health",
        "FL-150, item 19",
        _("You want to tell of special costs. The amounts are missing."),
        _no_hardship_told,
    ),
    Check(
        "finances.hardships.because",
        "FL-150, item 19",
        _("You tell of special costs. Why it is so hard to pay them is missing."),
        lambda case: (
            case.finances.has_hardship == "yes"
            and not _no_hardship_told(case)
            and not case.finances.hardships.because.strip()
        ),
    ),
)

_NO_PAYMENT = _("You have loans or debts. None is listed.")
_PAYMENT_AMOUNT = _(
    "Among your loans and debts, the amount a month is missing ({name}). Without it, it is not in the total."
)
_NOBODY_LISTED = _("Someone lives with you. Nobody is listed. You can leave it so.")
_NO_NAME = _("A person who lives with you has no name on the form. You can leave it so.")
