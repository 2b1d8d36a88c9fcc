"""What must be put right on a request for a civil harassment restraining order (CH-100) and only there.

What both requests need is in must_fix.py.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.findings import Check
from interview.requests import Order

# CH-100 items 8, 9, 15 and 16; items 11 to 14 are about when, how and at whose cost these are made
_ORDERS: frozenset[Order] = frozenset(
    {"no_abuse", "no_contact", "other_conduct", "stay_away", "animals", "other_orders"}
)


def _asks_stay_away(case: Case) -> bool:
    return "stay_away" in case.requests.asked


CHECKS: tuple[Check, ...] = (
    Check(
        "incidents.0.story",
        "CH-100, item 7a(3)",
        _("What happened the last time is missing. The judge decides from what you write."),
        lambda case: not any(incident.story.strip() for incident in case.incidents[:1]),
    ),
    Check(
        "requests.asked",
        "CH-100, items 8, 9, 15 and 16",
        _("You have not asked for any order against {other} yet."),
        lambda case: not _ORDERS & set(case.requests.asked),
    ),
    Check(
        "requests.other_conduct",
        "CH-100, item 8c",
        _("You ask that {other} not do other things. What they are is missing."),
        lambda case: "other_conduct" in case.requests.asked and not case.requests.other_conduct.strip(),
    ),
    Check(
        "requests.stay_away.places",
        "CH-100, item 9a",
        _("You ask that {other} stay away. From whom or what is missing."),
        lambda case: _asks_stay_away(case) and not case.requests.stay_away.places,
    ),
    Check(
        "requests.stay_away.distance",
        "CH-100, item 9a",
        _("You ask that {other} stay away. How far is missing. The order needs a number."),
        lambda case: _asks_stay_away(case) and not case.requests.stay_away.distance_in_yards.strip(),
    ),
)
