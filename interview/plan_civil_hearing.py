"""The hearing about a civil harassment order."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from interview import plan_dates, plan_order_paper
from interview.case import Case
from interview.conditions import may_ask_alone
from interview.phrasing import date_in_words
from interview.plan_step import PlanStep, sources
from interview.rules import rule


def hearing(case: Case, day: date) -> PlanStep:
    remote = _remote(day)
    paragraphs = [
        remote[0],
        _(
            "You must be there for the judge to make the orders. The judge has to find it highly likely that "
            "what you say happened is true. The law calls that “clear and convincing” evidence. What you "
            "say counts as evidence."
        ),
        *_for_a_minor(case),
        *plan_order_paper.at_hearing(case),
    ]
    return PlanStep(
        "hearing",
        _("Go to the hearing"),
        tuple(paragraphs),
        deadline=plan_dates.of_hearing(case, "CH-109", day),
        missed=_missed(case),
        sources=sources(
            *remote[1:],
            "civil_at_the_hearing",
            "civil_proof",
            "civil_not_served",
            *(("minor_alone",) if may_ask_alone(case) else ()),
        )
        + plan_order_paper.rules(case),
    )


def _missed(case: Case) -> str:
    ends = (
        _("Without you the judge cannot make the orders that last, and those you have now may end.")
        if case.may_have_first_order
        else _("Without you the judge cannot make the orders that last.")
    )
    back = _(
        "When you cannot come, ask for a new date before, with forms CH-115 and CH-116. You can also ask "
        "again with a new CH-100."
    )
    return f"{ends} {back}"


def _remote(day: date) -> tuple[str, ...]:
    """How one can come to the hearing, and the rules it rests on; the hearing is later than `day`."""
    free = rule("civil_remote")
    if free.holds_on(day):
        return (
            _("You can come in person, by phone or by video, free. The court's website tells how."),
            "civil_remote",
        )
    return (
        _(
            "You can come in person. Ask the court how to come by phone or by video, and what it costs. On "
            "and after {day} it is free."
        ).format(day=date_in_words(free.effective) if free.effective else ""),
        "civil_remote_before",
        "civil_remote",
    )


def _for_a_minor(case: Case) -> tuple[str, ...]:
    if not may_ask_alone(case):
        return ()
    return (
        _("At {age} or older you can ask alone. The judge may want a trusted adult to help.").format(
            **rule("minor_alone").numbers
        ),
    )
