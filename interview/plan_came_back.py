"""What the court answered, once the papers are back: the date, and the orders until the hearing, as told.

(DV-109 and CH-109, items 3 and 4.)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interview.case import Case
from interview.hearing import FirstOrders
from interview.phrasing import day_in_words
from interview.questions import Text
from interview.rules import rule

_MADE: dict[FirstOrders, Text] = {
    "all": gettext_lazy("The judge made all the orders you wanted until the hearing. They are on %(first)s."),
    "some": gettext_lazy(
        "The judge made some of the orders you wanted until the hearing. They are on %(first)s. %(notice)s, "
        "item 4 tells why not the others. The judge decides about them again at the hearing."
    ),
    "none": gettext_lazy(
        "The judge made no orders until the hearing. %(notice)s, item 4 tells why. There is still a hearing, "
        "and the judge decides again then."
    ),
}


@dataclass(frozen=True)
class Back:
    """The papers that come back, and what there is to say of a no and of copies."""

    notice: str
    first: str
    said_no: Text
    copies: Text


_DVRO = Back(
    "DV-109",
    "DV-110",
    gettext_lazy(
        "You can go on, or cancel the hearing with form DV-112. It comes into your papers once you ask for "
        "it under “A new date”."
    ),
    gettext_lazy(
        "Keep a copy of the order with you. School, child care and work can have one. You get up to {copies} "
        "certified copies free."
    ),
)
_CHO = Back(
    "CH-109",
    "CH-110",
    gettext_lazy("Page 3 of CH-109 tells what you can do."),
    gettext_lazy(
        "Keep a copy of CH-110 with you. School and work can have one. Ask the clerk for certified copies, "
        "and what they cost."
    ),
)


def came_back(case: Case) -> Iterator[str]:
    back = _CHO if case.asks_for_cho else _DVRO
    names = {"notice": back.notice, "first": back.first}
    if case.hearing.date:
        when = {"day": day_in_words(case.hearing.date), **names}
        yield (
            _("Your papers are handed in and back. The date of the hearing: %(day)s (%(notice)s, item 3).")
            % when
        )
    else:
        yield (
            _("Your papers are handed in and back. %(notice)s, item 3 has the date of the hearing: tell us.")
            % names
        )
    if case.asks_for_cho and not case.requests.asks_orders_now:
        yield _("You did not ask for orders that start before the hearing (CH-100, item 11).")
        return
    yield _first_orders(case) % names
    if case.hearing.first_orders_denied:
        ends = _("Canceling ends the orders of DV-110 on the day of the hearing.")
        is_ended = case.asks_for_dvro and case.hearing.order_made == "yes"
        yield " ".join((str(back.said_no), ends)) if is_ended else str(back.said_no)
    if case.hearing.order_made != "no":
        yield str(back.copies).format(**rule("certified_copies").numbers)


def _first_orders(case: Case) -> str:
    if known := _MADE.get(case.hearing.first_orders):
        return str(known)
    where = _(
        "Item 4 of %(notice)s says whether the judge made all, some or none of the orders you wanted until "
        "the hearing. The orders made are on %(first)s."
    )
    ask = _("Ask the clerk when you cannot tell.") if case.hearing.first_orders else _("Tell us which.")
    return f"{where} {ask}"
