"""What to do next for a civil harassment order, up to the judge's first answer.

Information, with the rule each step rests on. The hearing is in plan_civil_hearing.py; service, getting
ready, the day and what comes after are the same files for both orders.
"""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from interview import plan_children, plan_civil_fees, plan_order_paper, plan_service, plan_statements
from interview.case import Case
from interview.plan_came_back import came_back
from interview.plan_entry import first_entry
from interview.plan_step import PlanStep, copies_of, more_papers, sources, told_of
from interview.plan_who_signs import rules_of_signing, who_signs
from interview.rules import county, rule


def up_to_the_answer(case: Case, day: date) -> tuple[PlanStep, ...]:
    """The road to the judge's first answer, in order, by the rules in force that day."""
    if case.hearing.is_set == "yes":  # the papers are with the court
        own = plan_statements.own_statement(case, day)
        return (*own, *more_papers(case), _decision(case), *first_entry(case))
    return (
        _sign(case),
        *more_papers(case),
        _copies(case),
        _file(case, day),
        _decision(case),
        *first_entry(case),
    )


def _sign(case: Case) -> PlanStep:
    with_lawyer = case.petitioner.has_lawyer == "yes"
    paragraphs = [
        _("Read every page. Where something is wrong, change your answer and print again."),
        *who_signs(case, "CH-100", _("on page 7")),
    ]
    if with_lawyer:
        paragraphs.append(_("Your lawyer signs CH-100 on page 7 too, and CM-010 on page 2."))
    else:
        paragraphs.append(_("Sign and date CM-010 on page 2 too."))
    paragraphs += plan_children.signing(case)
    paragraphs += plan_civil_fees.signing(case)
    paragraphs += plan_statements.signing(case)
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
    papers = ("civil_papers", "civil_cover_sheet", *waiver)
    statements = plan_statements.rules_of_signing(case)
    return (*papers, *rules_of_signing(case), *statements, *plan_children.rules(case))


def _copies(case: Case) -> PlanStep:
    local = county(case.court.county, civil=True)
    paragraphs = [
        *copies_of(case, plan_service.left_out_of_copies(case)),
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
        (*paragraphs, *plan_order_paper.in_copies(case), *told_of(local), plan_service.as_files()),
        sources=sources(*rules) + plan_order_paper.rules(case) + ((local.source,) if local else ()),
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
        _cover_sheet(case),
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


def _cover_sheet(case: Case) -> str:
    local = county(case.court.county, civil=True)
    if local and "CM-010" in local.forms:
        return _("This county's court has asked for CM-010: ask the clerk what else to fill in on it.")
    return _("Some courts want CM-010 and some do not: ask the clerk, and what else to fill in on it.")


def _decision(case: Case) -> PlanStep:
    fees = plan_civil_fees.decision(case)
    title, told = _answer(case)
    return PlanStep(
        "decision",
        title,
        (*told, *plan_children.decision(case), *fees.paragraphs),
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


def _answer(case: Case) -> tuple[str, tuple[str, ...]]:
    if case.hearing.is_set == "yes":
        return _("What the court answered"), tuple(came_back(case))
    within = _("The hearing is within {days} days, or {good_cause} when the judge has a good reason.").format(
        **rule("civil_hearing_date").numbers
    )
    if case.requests.asks_orders_now:
        return _("The judge decides about the first orders"), (
            *_first_orders(),
            within,
            plan_service.tell_us(case, "CH-200"),
        )
    return _("The court sets a date for the hearing"), (
        *_no_first_orders(),
        within,
        plan_service.tell_us(case, "CH-200"),
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
