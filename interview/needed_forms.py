"""Forms that the answers call for and that are not in the packet: for the plan and the cover."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.conditions import asks_fee_waiver, police_came_last_time
from interview.income_papers import with_income_form
from interview.questions import Text
from interview.requests import FORM_OF_ORDER, Order


@dataclass(frozen=True)
class NeededForm:
    """A form these answers call for and the packet does not hold."""

    number: str
    title: Text
    why: Text
    rule: str  # of rules.toml
    deadline: Text = ""
    missed: Text = ""  # what happens when the deadline is missed, and the way back


def forms_not_filled(case: Case) -> tuple[NeededForm, ...]:
    """Forms that the answers call for and that are not in the packet."""
    forms = _BEHIND_THE_ORDER if _is_decided(case) else (*_NOT_FILLED, *_BEHIND_THE_ORDER)
    return tuple(form for needed, form in forms if needed(case))


def _is_decided(case: Case) -> bool:
    """The request calls for no more: until then a judge who decides later may still want a form."""
    return case.cancels_hearing or case.outcome in ("granted", "denied")


def still_needed(case: Case) -> tuple[str, ...]:
    """What to add to the packet by hand, a line each, for its cover."""
    lines = [f"{form.number}, {form.title}. {form.why}" for form in forms_not_filled(case)]
    lines += with_income_form(case)
    if case.request_is_filed:  # what is attached to the request has gone in with it
        return tuple(lines)
    return (*lines, *(str(text) for needed, text in _BY_HAND if needed(case)))


def _has_other_orders(case: Case) -> bool:
    """DV-100 item 4a."""
    return case.asks_for_dvro and case.has_other_orders == "yes"


def _has_custody_order(case: Case) -> bool:
    """DV-105 item 5b."""
    return case.asks_for_custody and case.custody.has_order == "yes"


def _circles_private_facts(case: Case) -> bool:
    """DV-160 item 5c(1), CH-160 item 5c(1)."""
    privacy = case.minor_privacy
    return case.asks_for_minor_privacy and "other" in privacy.facts and privacy.other_how == "circled"


def _circles_with_dvro(case: Case) -> bool:
    return case.asks_for_dvro and _circles_private_facts(case)


def _circles_with_cho(case: Case) -> bool:
    return case.asks_for_cho and _circles_private_facts(case)


def _has_support_order(case: Case) -> bool:
    """DV-100 item 24b."""
    return case.asks_child_support and "change" in case.requests.child_support


def _adds_to_dv_100(case: Case) -> bool:
    """DV-105 is attached to DV-100, so what is attached to it counts there too (item 32)."""
    return _has_other_orders(case) or _has_custody_order(case) or _has_support_order(case)


def _has_order_in_force(case: Case) -> bool:
    """CH-100 item 6b."""
    return case.asks_for_cho and case.order_in_force == "yes"


def _has_emergency_order(case: Case) -> bool:
    """CH-100 item 7a(6)."""
    return police_came_last_time(case) and case.incidents[0].emergency_order == "yes"


def _adds_to_ch_100(case: Case) -> bool:
    return _has_order_in_force(case) or _has_emergency_order(case)


def _has_earlier_fee_request(case: Case) -> bool:
    """FW-001 item 6, and the box that says a copy is attached."""
    waiver = case.fees.waiver
    return case.asks_fee_waiver and waiver.asked_before == "yes" and waiver.copy_attached == "yes"


def _may_need_income_form(case: Case) -> bool:
    """Who asks for lawyer's fees alone and does not fill it in now."""
    return case.may_need_income_form and not case.needs_income_form


def _needs_guardian_for_dvro(case: Case) -> bool:
    return case.asks_for_dvro and case.petitioner.is_under_12


def _needs_guardian_for_cho(case: Case) -> bool:
    return case.asks_for_cho and case.petitioner.is_under_12


def _orders(order: Order) -> Callable[[Case], bool]:
    """The order that the person prepares for the judge says that its form is behind it (DV-130 item 34)."""
    return lambda case: order in case.order_made.orders


_INCOME = _("Income and Expense Declaration")
_INCOME_BY_WHEN = _(
    "FL-150: hand it in before the hearing, and have a copy given to the other person. What is mailed goes "
    "out well before."
)
INCOME_MISSED = _(
    "The judge may not be able to decide about money that day. Ask the clerk or the judge for time."
)
_GUARDIAN = _("Application and Order for Appointment of Guardian Ad Litem")

# when it is needed, the form
_NOT_FILLED: tuple[tuple[Callable[[Case], bool], NeededForm], ...] = (
    (
        _may_need_income_form,
        NeededForm(
            "FL-150",
            _INCOME,
            _(
                "You ask for lawyer's fees. Some courts want this form for that: ask the clerk. It comes "
                "into your papers when you choose to fill it in now, under “Your money”."
            ),
            "income_forms",
            _INCOME_BY_WHEN,
            INCOME_MISSED,
        ),
    ),
    (
        _needs_guardian_for_dvro,
        NeededForm(
            "CIV-010",
            _GUARDIAN,
            _(
                "The person asking is under 12, so an adult asks for them. Some courts use form FL-935 "
                "instead: ask the clerk."
            ),
            "guardian_ad_litem",
        ),
    ),
    (
        _needs_guardian_for_cho,
        NeededForm(
            "CIV-010",
            _GUARDIAN,
            _("The person asking is under 12, so an adult asks for them."),
            "guardian_ad_litem",
        ),
    ),
    (
        asks_fee_waiver,
        NeededForm(
            "FW-003",
            _("Order on Court Fee Waiver (Superior Court)"),
            _(
                "You ask the court to waive its fees (FW-001). The court answers on this form. Hand it in "
                "with FW-001, with your name and address at the top. The rest is the court's."
            ),
            "fee_waiver",
        ),
    ),
)

_BEHIND = _("DV-130 says that it lies behind the order. Ask the court who fills it in.")

_TITLES: dict[Order, Text] = {
    "child_support": _("Child Support Information and Order Attachment"),
    "spousal_support": _("Spousal, Domestic Partner, or Family Support Order Attachment"),
    "phone_transfer": _("Order Transferring Wireless Phone Account"),
}

# for who prepares the order: the form behind it, which it names
_BEHIND_THE_ORDER: tuple[tuple[Callable[[Case], bool], NeededForm], ...] = tuple(
    (_orders(order), NeededForm(form, _TITLES[order], _BEHIND, "who_prepares"))
    for order, form in FORM_OF_ORDER.items()
)

# when it is needed, what to add by hand
_BY_HAND: tuple[tuple[Callable[[Case], bool], Text], ...] = (
    (
        _has_other_orders,
        _("A copy of each order listed at DV-100, item 4a, if you have one. Attach it to DV-100."),
    ),
    (
        _has_custody_order,
        _("A copy of the order listed at DV-105, item 5b, if you have one. Attach it to DV-105."),
    ),
    (
        _has_support_order,
        _("A copy of the child support order of DV-100, item 24b, if you have one. Attach it to DV-100."),
    ),
    (
        _adds_to_dv_100,
        _("Pages you attach to DV-100 or DV-105 yourself count: add them to the number at DV-100, item 32."),
    ),
    (
        _circles_with_dvro,
        _(
            "A copy of your papers with the private facts circled (DV-160, item 5c). Attach it to DV-160, "
            "and add its pages to the number at item 10."
        ),
    ),
    (
        _has_order_in_force,
        _(
            "A copy of each restraining order in effect now (CH-100, item 6b), if you have one. Attach it to "
            "CH-100."
        ),
    ),
    (
        _has_emergency_order,
        _(
            "A copy of the Emergency Protective Order from the police (CH-100, item 7a(6)), if you have one. "
            "Attach it to CH-100."
        ),
    ),
    (
        _adds_to_ch_100,
        _("Pages you attach to CH-100 yourself count: add them to the number at CH-100, item 17."),
    ),
    (
        _circles_with_cho,
        _(
            "A copy of your papers with the private facts circled (CH-160, item 5c). Attach it to CH-160, "
            "and add its pages to the number at item 10."
        ),
    ),
    (
        _has_earlier_fee_request,
        _("A copy of your earlier request to waive fees (FW-001, item 6). Attach it to FW-001."),
    ),
)
