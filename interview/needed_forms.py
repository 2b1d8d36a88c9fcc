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
    if case.has_other_orders == "yes":
        lines.append(
            str(_("A copy of each order listed at DV-100, item 4a, if you have one. Attach it to DV-100."))
        )
    if asks_custody(case) or case.has_other_orders == "yes":
        lines.append(str(_("Pages you attach to DV-100 yourself count: add them to the number at item 32.")))
    return tuple(map(str, lines))


def asks_custody(case: Case) -> bool:
    return "custody" in case.requests.asked


def asks_support(case: Case) -> bool:
    return bool({"child_support", "spousal_support"} & set(case.requests.asked))


def _asks_fees_alone(case: Case) -> bool:
    return "lawyer_fees" in case.requests.asked and not asks_support(case)


def _needs_guardian(case: Case) -> bool:
    return case.petitioner.is_under_12


# when it is needed, number, title, why
_NOT_FILLED: tuple[tuple[Callable[[Case], bool], str, Text, Text], ...] = (
    (
        asks_custody,
        "DV-105",
        _("Request for Child Custody and Visitation Orders"),
        _("You ask for child custody or visitation orders (DV-100, item 15). Attach it to DV-100."),
    ),
    (
        asks_custody,
        "DV-140",
        _("Child Custody and Visitation Order"),
        _(
            "You ask for child custody or visitation orders. Fill in your name, the other person's and "
            "your children's. The judge completes the orders."
        ),
    ),
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
