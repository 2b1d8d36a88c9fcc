"""What to do next for a civil harassment order: the whole road, and its steps up to the judge's first answer.

Information, with the rule each step rests on. Service is in plan_civil_service.py, the hearing in
plan_civil_hearing.py; getting ready for it, the day and what comes after are the same files for both orders.
"""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from interview import plan_children, plan_civil_fees, plan_service
from interview.case import Case
from interview.plan_after import steps_after
from interview.plan_civil_hearing import hearing
from interview.plan_civil_service import proof_of_service, serve
from interview.plan_day import the_day
from interview.plan_ready import ready
from interview.plan_step import PlanStep, copies_of, more_papers, sources, told_of
from interview.rules import county, rule


def steps(case: Case, day: date) -> tuple[PlanStep, ...]:
    """The whole road, in order, by the rules in force that day."""
    return (
        _sign(case),
        *more_papers(case),
        _copies(case),
        _file(case, day),
        _decision(case),
        *_entry(case),
        serve(case, day),
        proof_of_service(case),
        ready(case, day),
        hearing(case, day),
        the_day(case),
        *steps_after(case),
    )


def _sign(case: Case) -> PlanStep:
    with_lawyer = case.petitioner.has_lawyer == "yes"
    paragraphs = [
        _("Read every page. Where something is wrong, change your answer and print again."),
        _(
            "Sign and date CH-100 on page 7, in ink. You sign under penalty of perjury: you say that what "
            "it tells is true."
        ),
    ]
    if with_lawyer:
        paragraphs.append(_("Your lawyer signs CH-100 on page 7 too, and CM-010 on page 2."))
    else:
        paragraphs.append(_("Sign and date CM-010 on page 2 too."))
    paragraphs += plan_children.signing(case)
    paragraphs += plan_civil_fees.signing(case)
    if case.petitioner.is_under_12:
        paragraphs.append(
            _("The person asking is under {age}: an adult asks for them. Ask the clerk who signs.").format(
                **rule("guardian_ad_litem").numbers
            )
        )
    if case.screening.asking_for == "dependent_adult":
        paragraphs.append(
            _("The papers are for an adult who needs help. Ask the clerk or the self-help center who signs.")
        )
    paragraphs.append(
        _(
            "Leave the rest of CH-109, from item 3, and of CH-110, from item 4, empty: the court completes "
            "those. CLETS-001 is not signed."
        )
    )
    paragraphs += plan_children.left_to_the_court(case)
    return PlanStep("sign", _("Read and sign"), tuple(paragraphs), sources=sources(*_rules_of_signing(case)))


def _rules_of_signing(case: Case) -> tuple[str, ...]:
    waiver = ("fee_waiver",) if case.asks_fee_waiver else ()
    child = ("guardian_ad_litem",) if case.petitioner.is_under_12 else ()
    return ("civil_papers", "civil_cover_sheet", *waiver, *child, *plan_children.rules(case))


def _copies(case: Case) -> PlanStep:
    local = county(case.court.county, civil=True)
    left_out = plan_service.left_out_of_copies(case)
    paragraphs = [
        *copies_of(local, left_out),
        _(
            "CLETS-001 is for the clerk and the police only. Hand in the one original, and keep it out of "
            "the copies."
        ),
    ]
    if case.asks_fee_waiver:
        paragraphs.append(
            _(
                "FW-001 is for the court only. You can make one copy of it for yourself. The other person "
                "gets none."
            )
        )
    rules = ("confidential_form", "fee_waiver") if case.asks_fee_waiver else ("confidential_form",)
    return PlanStep(
        "copies",
        _("Make copies"),
        (*paragraphs, *told_of(local)),
        sources=sources(*rules) + ((local.source,) if local else ()),
    )


def _file(case: Case, day: date) -> PlanStep:
    online = rule("civil_efiling").holds_on(day)
    where = _("Take the papers to the clerk of the court who takes civil cases.")
    if case.court.county:
        where = _("Take the papers to the clerk of the court who takes civil cases, in %s County.") % (
            case.court.county.removesuffix(" County")
        )
    paragraphs = [
        where,
        _(
            "You can ask where you live or are staying, where the other person lives, or where it happened "
            "(CH-100, item 5)."
        ),
        _(
            "You can also hand these papers in online. You then get them back online too, unless you say "
            "that you will pick them up. The court's website tells how."
        )
        if online
        else _("Some courts may take these papers online: ask the clerk."),
        *plan_civil_fees.filing(case),
        _("Some courts want CM-010 and some do not: ask the clerk, and what else to fill in on it."),
        _("Ask when the papers will be ready and how you get them back."),
        *plan_children.filing(case),
    ]
    return PlanStep(
        "file",
        _("Hand them in to the court"),
        tuple(paragraphs),
        sources=sources(
            "civil_where_to_file",
            "civil_efiling" if online else "civil_filing_before",
            *plan_civil_fees.filing_rules(case),
            "civil_cover_sheet",
            *plan_children.rules(case),
        ),
    )


def _decision(case: Case) -> PlanStep:
    fees = plan_civil_fees.decision(case)
    return PlanStep(
        "decision",
        _("The judge decides about the first orders")
        if case.requests.asks_orders_now
        else _("The court sets a date for the hearing"),
        (
            *(_first_orders() if case.requests.asks_orders_now else _no_first_orders()),
            *plan_children.decision(case),
            _("The hearing is within {days} days, or {good_cause} when the judge has a good reason.").format(
                **rule("civil_hearing_date").numbers
            ),
            *fees.paragraphs,
        ),
        deadline=fees.deadline,
        missed=fees.missed,
        sources=sources(
            *(("civil_same_day",) if case.requests.asks_orders_now else ()),
            "civil_hearing_date",
            "civil_notice",
            *fees.rules,
            *plan_children.rules(case),
        ),
    )


def _first_orders() -> tuple[str, ...]:
    return (
        _(
            "A judge reads your request the same day, or the next day the court is open when it was late. "
            "Some courts take longer."
        ),
        _(
            "You get CH-109 back with the date of the hearing. Item 4 says whether the judge made all, some "
            "or none of the orders you asked for until then. The orders made are on CH-110."
        ),
        _(
            "Where the judge said no, there is still a hearing. CH-109 tells why (item 4b) and what you can "
            "do (page 3)."
        ),
        _(
            "Keep a copy of CH-110 with you. School and work can have one. Ask the clerk for certified "
            "copies, and what they cost."
        ),
    )


def _no_first_orders() -> tuple[str, ...]:
    return (
        _("You did not ask for orders that start before the hearing (CH-100, item 11)."),
        _("You get CH-109 back with the date of the hearing. Page 3 tells what you can do."),
    )


def _entry(case: Case) -> tuple[PlanStep, ...]:
    """CH-110 item 13: the judge may make it the person's own task, that same day."""
    if not case.requests.asks_orders_now:
        return ()
    return (
        PlanStep(
            "entry",
            _("See that the police get the order"),
            (
                _(
                    "A CH-110 order goes into the police database. Look which box of item 13 is checked, or "
                    "ask the clerk."
                ),
                _("Box 13a or 13b: the clerk does it, or sends it to the police."),
                _(
                    "Box 13c: you or your lawyer take a copy of the order to each police agency named "
                    "there. When the other person has been given the papers, take a copy of the proof too."
                ),
            ),
            deadline=_("Box 13c: by the close of business on the day the order is made."),
            missed=_(
                "Take it there as soon as you can. Until then police may not find the order in their "
                "database. Police who are shown a copy of the order enforce it too, so keep one with you."
            ),
            sources=sources("civil_entry"),
        ),
    )
