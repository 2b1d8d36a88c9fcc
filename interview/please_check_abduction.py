"""What is worth a second look on DV-108: a fear without reasons or orders, a box without its blank."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.findings import Check
from interview.questions import Text

# Answer with the box; the box; its blank; the item; what to say. A box of a box comes after that box.
BLANKS: tuple[tuple[str, str, str, str, Text], ...] = (
    (
        "risks",
        "recent_acts",
        "recent_acts",
        "3c",
        _("You checked that {other} did things lately to leave. Check which ones, or uncheck it."),
    ),
    (
        "recent_acts",
        "other",
        "recent_act_other",
        "3c",
        _("You checked that {other} did something else lately. Say what it was, or uncheck it."),
    ),
    (
        "risks",
        "history",
        "past_acts",
        "3d",
        _("You checked past acts. Check which ones, or uncheck it."),
    ),
    (
        "risks",
        "strong_ties",
        "ties_in",
        "3f",
        _("You checked strong ties to another place. Check where, or uncheck it."),
    ),
    (
        "ties_in",
        "county",
        "ties_county",
        "3f",
        _("You checked strong ties in another county. Name the county, or uncheck it."),
    ),
    (
        "ties_in",
        "state",
        "ties_state",
        "3f",
        _("You checked strong ties in another state. Name the state, or uncheck it."),
    ),
    (
        "ties_in",
        "country",
        "ties_country",
        "3f",
        _("You checked strong ties in another country. Name the country, or uncheck it."),
    ),
    (
        "risks",
        "citizen_elsewhere",
        "citizen_of",
        "3g",
        _("You checked that {other} is a citizen of another country. Name the country, or uncheck it."),
    ),
    (
        "orders",
        "documents",
        "documents",
        "5",
        _("You ask {other} to hand over papers. Name the papers, or uncheck it."),
    ),
    (
        "orders",
        "travel_plan",
        "travel_plan",
        "6",
        _("You ask {other} for a plan of each trip. Check what it should have, or uncheck it."),
    ),
    (
        "travel_plan",
        "other",
        "travel_plan_other",
        "6",
        _("You ask {other} for something else before a trip. Say what it is, or uncheck it."),
    ),
    (
        "orders",
        "other_state",
        "register_in",
        "7",
        _("You ask {other} to register the order in another state. Name the state, or uncheck it."),
    ),
    (
        "orders",
        "embassy",
        "embassy",
        "8",
        _("You ask {other} to tell an embassy or consulate. Name it, or uncheck it."),
    ),
    (
        "orders",
        "foreign_order",
        "foreign_country",
        "9",
        _("You ask {other} to get an order in another country. Name the country, or uncheck it."),
    ),
    (
        "orders",
        "bond",
        "bond",
        "10",
        _("You ask {other} to put up a bond. Enter the amount, or uncheck it."),
    ),
)
OPENED_BY = {
    boxes: (opener, box) for opener, box, boxes, _item, _text in BLANKS if opener in ("risks", "orders")
}


def _is_checked(case: Case, boxes: str, box: str) -> bool:
    """Boxes on a page of their own count only while the box that opens that page is checked."""
    opener = OPENED_BY.get(boxes)
    asked = case.fears_abduction if opener is None else _is_checked(case, *opener)
    return asked and box in getattr(case.abduction, boxes)


def _is_empty(case: Case, blank: str) -> bool:
    told = getattr(case.abduction, blank)
    return not (told.strip() if isinstance(told, str) else told)


def _blank_check(boxes: str, box: str, blank: str, item: str, text: Text) -> Check:
    return Check(
        f"abduction.{blank}",
        f"DV-108, item {item}",
        text,
        lambda case: _is_checked(case, boxes, box) and _is_empty(case, blank),
    )


CHECKS: tuple[Check, ...] = (
    Check(
        "abduction.explanation",
        "DV-108, item 3",
        _("You believe {other} might take the children. Give examples in your own words."),
        lambda case: (
            case.fears_abduction and bool(case.abduction.risks) and not case.abduction.explanation.strip()
        ),
    ),
    Check(
        "abduction.orders",
        "DV-108, items 4 to 10",
        _("You believe {other} might take the children. You ask for no order against it."),
        lambda case: case.fears_abduction and not case.abduction.orders,
    ),
    *(_blank_check(*row) for row in BLANKS),
)
