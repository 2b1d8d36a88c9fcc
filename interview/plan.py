"""What to do next with the papers: sign, copy, file, serve, the hearing, after.

Information, with the rule each step rests on (rules.toml) and, beside every deadline, what happens when
it is missed and the way back.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from interview import (
    plan_children,
    plan_civil,
    plan_civil_hearing,
    plan_dates,
    plan_new_date,
    plan_order_paper,
    plan_service,
    plan_statements,
)
from interview.case import Case
from interview.needed_forms import forms_not_filled
from interview.plan_after import steps_after
from interview.plan_came_back import came_back
from interview.plan_day import the_day
from interview.plan_money import money_form, to_bring
from interview.plan_ready import ready
from interview.plan_serve import proof_of_service, serve
from interview.plan_step import PlanStep, copies_of, more_papers, sources, told_of
from interview.plan_who_signs import rules_of_signing, who_signs
from interview.plan_without import without_order
from interview.rules import county, rule

__all__ = ["PlanStep", "forms_not_filled", "steps"]


def steps(case: Case, today: date | None = None) -> tuple[PlanStep, ...]:
    """The whole road, in order, for the order the person asks for, by the rules in force `today`.

    What no longer stands as something to do is left out: all before a hearing that is over, and all for one
    that is canceled.
    """
    day = today or timezone.localdate()
    if case.hearing_is_over:
        return steps_after(case, day)
    if case.cancels_hearing:
        return (plan_new_date.cancel(case, day), without_order(case))
    civil = case.asks_for_cho
    return (
        *plan_new_date.new_date(case, day),
        *(plan_civil.up_to_the_answer(case, day) if civil else _up_to_the_answer(case, day)),
        serve(case, day),
        proof_of_service(case, day),
        ready(case, day),
        plan_civil_hearing.hearing(case, day) if civil else _hearing(case, day),
        the_day(case),
        *steps_after(case, day),
    )


def _up_to_the_answer(case: Case, day: date) -> tuple[PlanStep, ...]:
    money = money_form(case, day)
    if case.hearing.is_set == "yes":  # the papers are with the court
        own = plan_statements.own_statement(case, day)
        return (*money, *own, *more_papers(case), _decision(case))
    return (_sign(case), *money, *more_papers(case), _copies(case), _file(case), _decision(case))


def _sign(case: Case) -> PlanStep:
    paragraphs = [
        _("Read every page. Where something is wrong, change your answer and print again."),
        *who_signs(case, "DV-100", _("at item 33")),
    ]
    if case.petitioner.has_lawyer == "yes":
        paragraphs.append(_("Your lawyer signs DV-100 at item 34."))
    paragraphs += plan_children.signing(case)
    paragraphs += plan_statements.signing(case)
    paragraphs.append(
        _("Leave the rest of DV-109 and DV-110 empty: the court completes those. CLETS-001 is not signed.")
    )
    paragraphs += plan_children.left_to_the_court(case)
    rules = ("rejection", *rules_of_signing(case), *plan_statements.rules_of_signing(case))
    return PlanStep("sign", _("Read and sign"), tuple(paragraphs), sources=sources(*rules))


def _copies(case: Case) -> PlanStep:
    local = county(case.court.county)
    return PlanStep(
        "copies",
        _("Make copies"),
        (
            *copies_of(case, plan_service.left_out_of_copies(case)),
            _(
                "CLETS-001 is for the clerk and the police only. Hand in the one original, and keep it out "
                "of the copies."
            ),
            *plan_children.order_of_papers(case),
            *plan_order_paper.in_copies(case),
            *told_of(local),
            plan_service.as_files(),
        ),
        sources=sources("confidential_form", *plan_children.rules(case))
        + plan_order_paper.rules(case)
        + ((local.source,) if local else ()),
    )


def _file(case: Case) -> PlanStep:
    paragraphs = (
        _("Take the papers to the clerk of the court. Many courts also take them online: ask the clerk."),
        _("There is no fee."),
        _("You can ask where you live or are staying, where the other person lives, or where it happened."),
        _("Ask when the papers will be ready and how you get them back."),
        *plan_children.filing(case),
    )
    return PlanStep(
        "file",
        _("Hand them in to the court"),
        paragraphs,
        sources=sources("no_fee", "where_to_file", "rejection", *plan_children.rules(case)),
    )


def _decision(case: Case) -> PlanStep:
    if case.hearing.is_set == "yes":
        title, told = _("What the court answered"), tuple(came_back(case))
    else:
        title, told = _("The judge decides about the first orders"), tuple(_first_orders(case))
    return PlanStep(
        "decision",
        title,
        (*told, *(plan_children.decision(case) if case.may_have_first_order else ())),
        sources=sources(
            "same_day", "hearing_date", "waive_hearing", "certified_copies", *plan_children.rules(case)
        ),
    )


def _first_orders(case: Case) -> Iterator[str]:
    yield _(
        "A judge reads your request the same day, or the next day the court is open when it was "
        "late. Some courts take longer."
    )
    yield _(
        "You get DV-109 back with the date of the hearing. With it comes DV-110, where the judge "
        "made orders that hold until then. You get up to {copies} certified copies of the order "
        "free."
    ).format(**rule("certified_copies").numbers)
    yield _("The hearing is within {days} days, or {good_cause} when the judge has a good reason.").format(
        **rule("hearing_date").numbers
    )
    yield _(
        "The judge may say no to some or all of the first orders. There is still a hearing. "
        "DV-109, item 4 tells why. You can go on, or cancel the hearing with form DV-112. Canceling ends "
        "the orders of DV-110 on the day of the hearing."
    )
    told = plan_service.tell_us(case, "DV-200")
    yield f"{told} {_('Under “A new date” you can then ask for DV-112: it comes into your papers.')}"
    yield _("Keep a copy of the order with you. School, child care and work can have one.")


def _hearing(case: Case, day: date) -> PlanStep:
    return PlanStep(
        "hearing",
        _("Go to the hearing"),
        (
            _(
                "You can come in person, by phone or by video, free. The court's website tells how. What you "
                "say counts as evidence. You do not need more, but you can bring it."
            ),
            *to_bring(case),
            *plan_order_paper.at_hearing(case),
        ),
        deadline=plan_dates.of_hearing(case, "DV-109", day),
        missed=_(
            "Without you the judge may end the orders. When you cannot come, ask for a new date "
            "before, with forms DV-115 and DV-116. You can also ask again with a new DV-100."
        )
        if case.may_have_first_order
        else _(
            "Without you the judge may make no order. When you cannot come, ask for a new date before, with "
            "forms DV-115 and DV-116. You can also ask again with a new DV-100."
        ),
        sources=sources("at_the_hearing", "remote", "proof") + plan_order_paper.rules(case),
    )
