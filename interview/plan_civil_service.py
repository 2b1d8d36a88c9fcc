"""Having the papers of a civil harassment request given to the other person, and telling the court."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from interview import plan_children, plan_civil_fees, plan_dates, plan_service
from interview.case import Case
from interview.plan_day import may_have_order
from interview.plan_step import PlanStep, sources
from interview.rules import rule


def serve(case: Case, day: date) -> PlanStep:
    paragraphs = [
        _(
            "Someone must hand the other person a copy of the papers. That is called “service”. It must be "
            "a person of {age} or older, and not you and not anyone in CH-100, item 1 or 3."
        ).format(**rule("civil_who_may_serve").numbers),
        *plan_civil_fees.serving(case),
        _(
            "The papers: CH-109, CH-100 with everything attached, CH-110 where the judge made orders, and "
            "the blank forms CH-120, CH-120-INFO, CH-250 and CH-800. Item 6 of CH-109 lists what else. The "
            "clerk has the blank forms."
        ),
        _("Never give the other person %s.") % plan_service.never_served(case),
        *plan_children.serving(case),
    ]
    if "less_notice" in case.requests.asked:
        paragraphs.append(
            _("You asked for less time between service and the hearing. CH-109, item 6 has the answer.")
        )
    return PlanStep(
        "serve",
        _("Have the papers given to the other person"),
        tuple(paragraphs),
        deadline=plan_dates.serve_by(case, "CH-109", day),
        missed=_not_served(case),
        sources=sources(
            "civil_who_may_serve",
            "civil_sheriff",
            "civil_serve_by",
            "counting_back",
            "civil_papers_to_serve",
            "civil_not_served",
            *plan_children.rules(case),
        ),
    )


def _not_served(case: Case) -> str:
    told = [_("Ask for a new hearing date with forms CH-115 and CH-116, before or at the hearing.")]
    if may_have_order(case):
        told.append(
            _("The orders you have stay in force until the new date unless the judge says otherwise.")
        )
    told.append(
        _(
            "When the other person cannot be found or hides, tell the judge each time it was tried: day, "
            "hour and place. The judge may allow another way (form CH-117)."
        )
    )
    return " ".join(told)


def proof_of_service(case: Case) -> PlanStep:
    new_date = _("Bring it to the hearing. Without it the judge cannot make the orders that last.")
    return PlanStep(
        "proof-of-service",
        _("Tell the court they were given"),
        (
            plan_service.who_proves(case, "CH-200"),
            _("Make a copy, hand the original to the clerk, and bring the copy to the hearing."),
        ),
        deadline=plan_dates.proof_by(case),
        missed=" ".join((new_date, _("You can ask for a new date (CH-115 and CH-116)."))),
        sources=sources("civil_proof_of_service", "civil_not_served"),
    )
