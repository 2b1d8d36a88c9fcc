"""What the plan says of money: the fee to file, the fee waiver and the sheriff (CH-100 item 13, FW-001)."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from interview import plan_service
from interview.case import Case
from interview.rules import rule


@dataclass(frozen=True)
class Answer:
    """The court's answer to a fee waiver request: what it is, and until when to act on it."""

    paragraphs: tuple[str, ...] = ()
    deadline: str = ""
    missed: str = ""
    rules: tuple[str, ...] = ()


def signing(case: Case) -> tuple[str, ...]:
    if not case.asks_fee_waiver:
        return ()
    told = (_("Sign and date FW-001 on page 1. You sign it under penalty of perjury as well."),)
    if case.petitioner.has_lawyer == "yes" and case.fees.waiver.lawyer_advances == "yes":
        return (*told, _("Your lawyer signs FW-001 at item 3b."))
    return told


def filing(case: Case) -> tuple[str, ...]:
    told = []
    if "filing" in case.fees.free_of:
        told.append(
            _(
                "You checked CH-100, item 13a. The law has no filing fee where the other person used or "
                "threatened violence, stalked you, or made you reasonably fear violence."
            )
        )
    if case.asks_fee_waiver:
        told.append(
            _(
                "You checked CH-100, item 13c. Hand in FW-001, and FW-003 with it. The court then decides "
                "about its fees."
            )
        )
        told.append(
            _(
                "When your money situation gets better during the case, tell the court within {days} days "
                "with form FW-010. You may have to pay the fees then."
            ).format(**rule("fee_waiver").numbers)
        )
    elif told:
        told.append(
            _("Where the court or the sheriff asks for money all the same, FW-001 asks for a fee waiver.")
        )
    if not told:
        told.append(
            _(
                "The clerk may ask for a filing fee: neither item 13a nor item 13c of CH-100 is checked. Ask "
                "how much it is. Under item 13 CH-100 says who does not pay."
            )
        )
    return tuple(told)


def filing_rules(case: Case) -> tuple[str, ...]:
    return ("civil_no_fee", "fee_waiver") if case.asks_fee_waiver else ("civil_no_fee",)


def decision(case: Case) -> Answer:
    if not case.asks_fee_waiver:
        return Answer()
    return Answer(
        (_("FW-003 comes back with the court's answer about the fees."),),
        _("FW-003: where the answer is not a full yes, it says what to do and by which day."),
        _(
            "The court may not go on with papers whose fee is open. Ask the clerk at once how to pay or how "
            "to ask again."
        ),
        ("fee_waiver",),
    )


def serving(case: Case) -> tuple[str, ...]:
    """Who hands the papers over, and what that costs."""
    told = []
    if "service" in case.fees.free_of:
        told.append(
            _(
                "The sheriff or marshal serves for free where the order is based on violence, a credible "
                "threat of violence or stalking. You checked that at CH-100, item 13b."
            )
        )
    if case.asks_fee_waiver:
        told.append(
            _(
                "With a fee waiver the sheriff or marshal serves for free: give the sheriff a copy of the "
                "court's yes (FW-003)."
            )
        )
    if told and case.requests.asks_orders_now:
        told.append(_("CH-110, item 14 says whether the judge ordered that it is free."))
    if not told:
        told.append(_("The sheriff or marshal may do it for a fee: ask the sheriff's office how much."))
    told.append(plan_service.sheriffs_form(case))
    return tuple(told)
