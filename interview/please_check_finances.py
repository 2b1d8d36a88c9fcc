"""What is worth a second look on the form about money (FL-150, FL-155), and which of the two it is.

What comes in is in please_check_income.py, what goes out in please_check_costs.py. Whether there is a child
or a marriage for the support that is asked for is in please_check_orders.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.findings import Problem, found_by, problem
from interview.please_check_costs import CHECKS as COSTS
from interview.please_check_costs import please_check_costs
from interview.please_check_income import CHECKS as INCOME
from interview.please_check_income import please_check_income


def please_check_finances(case: Case, told: Case) -> Iterator[Problem]:
    """`told`: all that was ever answered, with what is not asked any more."""
    if not case.may_need_income_form or case.request_is_done:
        return
    if not case.finances.fills:
        yield _now_or_later(case)
    if not case.income_form_is_filled:
        return
    yield from _short_form_ruled_out(case, told)
    found = (
        *found_by((*INCOME, *COSTS), "check", case),
        *please_check_income(case),
        *please_check_costs(case),
    )
    for one in found:
        if where := _on_the_form_used(one.where, case):
            yield replace(one, where=where)


def _on_the_form_used(where: str, case: Case) -> str:
    """Of "FL-150, item 1; FL-155, item 9" the part about the form that prints; "" where it does not ask."""
    return "; ".join(part for part in where.split("; ") if part.partition(",")[0] == case.income_form)


# Which form


def _now_or_later(case: Case) -> Problem:
    text = _(
        "Whether you fill in the form about your money now or later is missing. Until you say it, the form "
        "prints with the names and the court alone."
    )
    for_fees = _(
        "Whether you fill in the form about your money is missing. For lawyer's fees alone, only some courts "
        "want it. Until you say it, it does not print."
    )
    where = "DV-100, items 24 to 26; FL-150"
    return problem("check", case, "finances.fills", where, text if case.asks_support else for_fees)


def _short_form_ruled_out(case: Case, told: Case) -> Iterator[Problem]:
    """FL-155 was chosen, and an answer given later rules it out (DV-570; FL-155 page 2)."""
    if told.finances.which_form != "short" or case.uses_short_income_form:
        return
    text = _(
        "You chose the short form about money, FL-155. By an answer you gave since then, it is FL-150, the "
        "long one, that prints. It asks for more. Look at the pages about your money once more."
    )
    yield problem("check", case, _what_rules_it_out(case), "FL-155, page 2; FL-150", text)


def _what_rules_it_out(case: Case) -> str:
    asked = case.requests.asked
    for order in ("spousal_support", "lawyer_fees"):
        if order in asked:
            return f"requests.asked={order}"
    return "finances.other_asks_support" if case.finances.income_fits_short_form else "finances.kinds"
