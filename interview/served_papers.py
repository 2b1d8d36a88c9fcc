"""Which papers are given to the other person before the hearing (DV-109 and CH-109, item 6; LAW: service).

In the words of the papers themselves, which are in English whatever language the pages are in.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interview.case import Case

Words = Callable[["Case"], str]


def papers_to_serve(case: Case) -> str:
    """SER-001 item 5b: every paper, by its form number."""
    parts = _CIVIL if case.asks_for_cho else _DOMESTIC
    return "; ".join(words for part in parts if (words := part(case)))


def other_papers_served(case: Case) -> str:
    """DV-200 item 4i: the papers that have no box there."""
    found = ["DV-120-INFO", "blank DV-250"]
    if case.fears_abduction:
        found.append("DV-108")  # whether DV-145 is among the orders made, the server sees
    return "; ".join(found)


def _request(case: Case) -> str:
    attached = ("DV-105", case.asks_for_custody), ("DV-105(A)", bool(case.history_sheets))
    more = [number for number, is_there in (*attached, ("DV-108", case.fears_abduction)) if is_there]
    return ", ".join(["DV-100 with all attached pages", *more])


def _order(case: Case) -> str:
    attached = ("DV-140", case.asks_for_custody), ("DV-145", case.fears_abduction)
    numbers = ["DV-110", *(number for number, is_there in attached if is_there)]
    return _made(case, ", ".join(numbers))


def _made(case: Case, order: str) -> str:
    """The judge's first order: there, not there, or not known yet."""
    asked = case.asks_for_dvro or case.requests.asks_orders_now
    if case.hearing.order_made == "no" or not asked:
        return ""
    return order if case.hearing.order_made == "yes" else f"{order} (if the judge made this order)"


def _privacy(numbers: str) -> Words:
    """DV-165 and CH-165, item 13: served when the judge granted it, behind the notice of that order."""
    return lambda case: f"{numbers} (if the judge granted it)" if case.asks_for_minor_privacy else ""


def _income(case: Case) -> str:
    return "FL-150, with a blank FL-150" if case.requests.asks_support else ""


def _always(words: str) -> Words:
    return lambda case: words


_DOMESTIC: tuple[Words, ...] = (
    _always("DV-109"),
    _request,
    _order,
    _privacy("DV-170, DV-165"),
    _income,
    _always("blank DV-120; DV-120-INFO; blank DV-250"),
)
_CIVIL: tuple[Words, ...] = (
    _always("CH-109; CH-100 with all attached pages"),
    lambda case: _made(case, "CH-110"),
    _privacy("CH-170, CH-165"),
    _always("blank CH-120; CH-120-INFO; blank CH-250; blank CH-800"),
)
