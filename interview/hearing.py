"""What the court answered: the date of the hearing, and by when the papers must be served."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta
from typing import Literal

from interview.vocabulary import YesNo, YesNoUnknown

FIVE_DAYS = 5  # the number printed at DV-109 and CH-109, item 6

FirstOrders = Literal["", "all", "some", "none", "unknown"]
Entry = Literal["", "clerk_enters", "clerk_sends", "me", "none"]  # "none": no box is checked

_MADE: dict[FirstOrders, YesNo] = {"all": "yes", "some": "yes", "none": "no"}


@dataclass(frozen=True)
class Hearing:
    """DV-109 and CH-109, items 3 and 6, as they came back from the court."""

    is_set: YesNo = ""  # the papers came back with a date
    date: Date | None = None
    time: str = ""  # "13:30"
    department: str = ""
    held: YesNo = ""  # it has taken place
    days_before: Literal["", "five", "other"] = ""  # item 6: the printed number, or one the judge wrote
    other_days: int | None = None
    first_orders: FirstOrders = ""  # item 4: what the judge answered about the orders before the hearing
    first_entry: Entry = ""  # CH-110 item 13: who takes that order to the police database

    @property
    def is_over(self) -> bool:
        return self.is_set == "yes" and self.held == "yes"

    @property
    def order_made(self) -> YesNo:
        """Whether there is a temporary order (DV-110, CH-110)."""
        return _MADE.get(self.first_orders, "")

    @property
    def order_in_effect(self) -> YesNoUnknown:
        """DV-115 item 3."""
        return "unknown" if self.first_orders == "unknown" else self.order_made

    @property
    def first_orders_denied(self) -> bool:
        """All or some: what DV-112 is for."""
        return self.first_orders in ("some", "none")

    @property
    def days_to_serve(self) -> int | None:
        """How many days before the hearing the papers must be served; None while it is not told."""
        return FIVE_DAYS if self.days_before == "five" else self.other_days

    @property
    def last_day_to_serve(self) -> Date | None:
        """Counted back from the hearing, its own day not counted (Code of Civil Procedure 12c)."""
        if self.date is None or self.days_to_serve is None:
            return None
        return self.date - timedelta(days=self.days_to_serve)
