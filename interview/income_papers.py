"""What is put with FL-150 or FL-155 by hand: proof of income behind it, the tax return to the hearing.

Each of them may show what the person left out of the form on purpose, so each says what to black out.
(FL-150 page 1, above the date, page 2, above item 5, items 6, 7 and 19; FL-155 items 5 and 8, and page 2.)
"""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.questions import Text


def with_income_form(case: Case) -> tuple[str, ...]:
    """A line for each, while the form is in the packet."""
    if not case.needs_income_form or case.money_is_decided:
        return ()
    lines = (*_WITH[case.income_form], (_may_have_agency, _AGENCY))
    return tuple(
        str(text).replace("{black_out}", str(BLACK_OUT)).replace("{form}", case.income_form)
        for needed, text in lines
        if needed(case)
    )


def _always(case: Case) -> bool:
    return True


def _has_income(case: Case) -> bool:
    """Or may have: only who said that there was none of any kind has nothing to show."""
    return not (case.income_form_is_filled and case.finances.has_income == "no")


def _has_business(case: Case) -> bool:
    return case.income_form_is_filled and "self_employment" in case.finances.received


def _has_rental(case: Case) -> bool:
    return case.income_form_is_filled and "rental" in case.finances.received


def _has_hardship(case: Case) -> bool:
    return case.income_form_is_filled and case.finances.has_hardship == "yes"


def _may_have_agency(case: Case) -> bool:
    """FL-155 page 2, step 6; DV-100 item 24c: with aid for the children comes the agency."""
    return case.uses_short_income_form or (
        case.asks_child_support and "benefits" in case.requests.child_support
    )


# Of every paper put with the form: the other person gets a copy of it
BLACK_OUT = _(
    "Black out Social Security numbers, account numbers and any address you keep private. Black out your "
    "employer and where you work, too, where you left them out of the form."
)
_AGENCY = _(
    "Is the local child support agency part of your case? Then one copy of {form} and of the papers that go "
    "with it goes to the agency too."
)

# when it is needed, what to put with the form
_LONG: tuple[tuple[Callable[[Case], bool], Text], ...] = (
    (
        _has_income,
        _(
            "Copies of your pay stubs of the last two months, and proof of any other income. {black_out} "
            "Attach the copies to FL-150."
        ),
    ),
    (
        _has_business,
        _(
            "For each business: a profit and loss statement of the last two years, or Schedule C of your "
            "last federal tax return (FL-150, item 7). {black_out} Attach it to FL-150."
        ),
    ),
    (
        _has_rental,
        _(
            "For each property you rent out: a list of what came in, and of what you paid out for it "
            "(FL-150, item 6). {black_out} Attach it to FL-150."
        ),
    ),
    (
        _has_hardship,
        _(
            "Papers that show the hardships, with any court order about them (FL-150, item 19). {black_out} "
            "Attach copies to FL-150."
        ),
    ),
    (
        _always,
        _(
            "Your latest federal tax return. {black_out} Take it to the hearing. It is not attached to "
            "FL-150."
        ),
    ),
    (
        _always,
        _("Sheets you attach to FL-150 yourself count: add them to the number of pages attached, on page 1."),
    ),
)
_SHORT: tuple[tuple[Callable[[Case], bool], Text], ...] = (
    (
        _has_income,
        _(
            "Copies of your pay stubs of the last two months, and of the slips that came with other money. "
            "{black_out} Attach the copies to FL-155."
        ),
    ),
    (
        _always,
        _(
            "Proof of what FL-155, item 8 says you pay each month. A lease or a rent receipt shows where you "
            "live. {black_out} Attach copies to FL-155."
        ),
    ),
    (
        _always,
        _(
            "Two copies of your latest federal tax return. {black_out} One goes to the other person with "
            "FL-155. Take the other to the hearing. Ask the clerk whether the court wants one before."
        ),
    ),
)
_WITH = {"FL-150": _LONG, "FL-155": _SHORT}
