"""A new date for the hearing (DV-115, DV-116), or no hearing (DV-112)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from interview.vocabulary import YesNo

Reason = Literal["service", "other"]


@dataclass(frozen=True)
class Continuance:
    """Asked once the hearing has a date. Both can be put to the court only before it is held."""

    wanted: YesNo = ""
    reasons: tuple[Reason, ...] = ()  # DV-115 item 4; "service": more time to serve
    other_reason: str = ""
    order_date: date | None = None  # DV-115 item 3: the day the temporary order was made
    waive_hearing: YesNo = ""  # DV-112
