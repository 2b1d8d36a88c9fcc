"""Forms that the answers call for and that this site does not fill yet: for the plan and the cover."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.eligibility import packet_can_be_made
from interview.questions import Text


@dataclass(frozen=True)
class NeededForm:
    """A form these answers call for and this site does not fill."""

    number: str
    title: str
    why: str


def forms_not_filled(case: Case) -> tuple[NeededForm, ...]:
    """Forms that the answers call for and that are not in the packet."""
    if not packet_can_be_made(case):
        return ()
    return tuple(
        NeededForm(number, str(title), str(why)) for needed, number, title, why in _NOT_FILLED if needed(case)
    )


def still_needed(case: Case) -> tuple[str, ...]:
    """What to add to the packet by hand, a line each, for its cover."""
    lines = [f"{form.number}, {form.title}. {form.why}" for form in forms_not_filled(case)]
    return (*lines, *(str(text) for needed, text in _BY_HAND if needed(case)))


def asks_support(case: Case) -> bool:
    return bool({"child_support", "spousal_support"} & set(case.requests.asked))


def _has_other_orders(case: Case) -> bool:
    return case.has_other_orders == "yes"


def _has_custody_order(case: Case) -> bool:
    """DV-105 item 5b."""
    return case.asks_for_custody and case.custody.has_order == "yes"


def _circles_private_facts(case: Case) -> bool:
    """DV-160 item 5c(1)."""
    privacy = case.minor_privacy
    return case.asks_for_minor_privacy and "other" in privacy.facts and privacy.other_how == "circled"


def _adds_to_the_request(case: Case) -> bool:
    """DV-105 is attached to DV-100, so what is attached to it counts there too (item 32)."""
    return _has_other_orders(case) or _has_custody_order(case)


def _asks_fees_alone(case: Case) -> bool:
    return "lawyer_fees" in case.requests.asked and not asks_support(case)


def _needs_guardian(case: Case) -> bool:
    return case.petitioner.is_under_12


# when it is needed, number, title, why
_NOT_FILLED: tuple[tuple[Callable[[Case], bool], str, Text, Text], ...] = (
    (
        asks_support,
        "FL-150",
        _("Income and Expense Declaration"),
        _(
            "You ask for child or spousal support. The court needs it before the hearing. People who ask "
            "only for child support can sometimes use the shorter FL-155: form DV-570 says who can. The "
            "other person must get a copy."
        ),
    ),
    (
        _asks_fees_alone,
        "FL-150",
        _("Income and Expense Declaration"),
        _("You ask for lawyer's fees. Some courts want this form for that: ask the clerk."),
    ),
    (
        _needs_guardian,
        "CIV-010",
        _("Application and Order for Appointment of Guardian Ad Litem"),
        _(
            "The person asking is under 12, so an adult asks for them. Some courts use form FL-935 "
            "instead: ask the clerk."
        ),
    ),
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
        _adds_to_the_request,
        _("Pages you attach to DV-100 or DV-105 yourself count: add them to the number at DV-100, item 32."),
    ),
    (
        _circles_private_facts,
        _(
            "A copy of your papers with the private facts circled (DV-160, item 5c). Attach it to DV-160, "
            "and add its pages to the number at item 10."
        ),
    ),
)
