"""What is worth a second look about the orders asked for, and their court (DV-100 items 10 to 28)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.findings import Check


def _asks(case: Case, order: str) -> bool:
    return order in case.requests.asked


def _lives_apart(case: Case) -> bool:
    return "live_together" not in case.relationship.kinds and case.requests.stay_away.how_close != "together"


def _is_on_aid(case: Case) -> bool:
    """DV-100 item 24c."""
    return case.asks_child_support and "benefits" in case.requests.child_support


def _tells_aid(case: Case) -> bool:
    """FL-150 item 5e, FL-155 item 1: aid that is paid, or (FL-155 alone) was asked for."""
    if not (case.asks_child_support and case.income_form_is_filled):
        return False
    asked_for = case.uses_short_income_form and case.finances.applied_for_assistance == "yes"
    return "public_assistance" in case.finances.received or asked_for


def _tells_no_aid(case: Case) -> bool:
    """Once what comes in is told, and on FL-155 also whether aid was asked for."""
    told = case.finances.has_income == "no" or bool(case.finances.received)
    if case.uses_short_income_form:
        told = told and bool(case.finances.applied_for_assistance)
    return case.income_form_is_filled and told and not _tells_aid(case)


ORDERS: tuple[Check, ...] = (
    Check(
        "requests.stay_away.places",
        "DV-100, item 12a",
        _("You ask that {other} stay away. From whom or what is missing."),
        lambda case: _asks(case, "stay_away") and not case.requests.stay_away.places,
    ),
    Check(
        "requests.stay_away.distance",
        "DV-100, item 12b",
        _("You ask that {other} stay away. How far is missing."),
        lambda case: (
            _asks(case, "stay_away")
            and (
                not case.requests.stay_away.distance
                or (case.requests.stay_away.distance == "other" and not case.requests.stay_away.yards.strip())
            )
        ),
    ),
    Check(
        "requests.asked=move_out",
        "DV-100, item 13",
        _("You ask that {other} move out. You did not say that you live together."),
        lambda case: _asks(case, "move_out") and _lives_apart(case),
    ),
    Check(
        "requests.move_out.rights",
        "DV-100, item 13b",
        _("You ask that {other} move out. Why you have a right to live there is missing."),
        lambda case: _asks(case, "move_out") and not case.requests.move_out.rights,
    ),
    Check(
        "requests.animal_protection.orders",
        "DV-100, item 16b; CH-100, items 15a and 15b",
        _("You ask to protect animals. What {other} should be told to do is missing."),
        lambda case: _asks(case, "animals") and not case.requests.animal_protection.orders,
    ),
    Check(
        "requests.property_reason",
        "DV-100, item 17b",
        _("You ask for control of property. Why is missing."),
        lambda case: _asks(case, "property") and not case.requests.property_reason.strip(),
    ),
    Check(
        "requests.asked=property_restraint",
        "DV-100, item 20",
        _("The order about shared property is only for people who are married or registered partners."),
        lambda case: _asks(case, "property_restraint") and not case.relationship.is_married,
    ),
    Check(
        "requests.more_time_reason",
        "DV-100, item 21",
        _("You ask for more time to have the papers given to {other}. Why is missing."),
        lambda case: _asks(case, "more_time") and not case.requests.more_time_reason.strip(),
    ),
    Check(
        "requests.debts_reason",
        "DV-100, item 22a",
        _("You ask that {other} pay debts. Why is missing."),
        lambda case: _asks(case, "pay_debts") and not case.requests.debts_reason.strip(),
    ),
    Check(
        "requests.debts_finding",
        "DV-100, item 22b",
        _("You ask the judge to find that a debt came from the abuse. Which debt is missing."),
        lambda case: (
            _asks(case, "pay_debts")
            and case.requests.debts_finding == "yes"
            and not any(debt.from_abuse == "yes" for debt in case.requests.debts)
        ),
    ),
    Check(
        "requests.asked=child_support",
        "DV-100, items 3a and 24",
        _("You ask for child support. No child with {other} is listed."),
        lambda case: (
            _asks(case, "child_support")
            and not ("child_together" in case.relationship.kinds and case.children_names)
        ),
    ),
    Check(
        "requests.child_support",
        "DV-100, item 24",
        _("You ask for child support. Whether there is a support order now is missing."),
        lambda case: _asks(case, "child_support") and not case.requests.child_support,
    ),
    Check(
        "requests.child_support",
        "DV-100, item 24c",
        _(
            "You said that you get, or have asked for, TANF, welfare or CalWORKs. What you told about your "
            "money does not say so. Are both right?"
        ),
        lambda case: _is_on_aid(case) and _tells_no_aid(case),
    ),
    Check(
        "requests.child_support",
        "DV-100, item 24c",
        _(
            "About your money you told that you get, or have asked for, CalWORKs or other aid. In what is "
            "true about child support it is not checked. Are both right?"
        ),
        lambda case: bool(case.requests.child_support) and not _is_on_aid(case) and _tells_aid(case),
    ),
    Check(
        "requests.asked=spousal_support",
        "DV-100, item 25",
        _("You ask for spousal support. It is only for people who are married or registered partners."),
        lambda case: _asks(case, "spousal_support") and not case.relationship.is_married,
    ),
    Check(
        "requests.phones.0.number",
        "DV-100, item 28",
        _("You ask for a phone account. The phone number is missing."),
        lambda case: (
            _asks(case, "phone_transfer") and not any(phone.number for phone in case.requests.phones)
        ),
    ),
    Check(
        "court.street",
        "DV-100, court box; CH-100, court box",
        _("The street address of the court is missing. You can write it in by hand."),
        lambda case: bool(case.court.county) and not case.court.street.strip(),
    ),
)
