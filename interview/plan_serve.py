"""Having the papers of the request given to the other person, and telling the court, for both orders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interview import plan_children, plan_civil_fees, plan_dates, plan_service
from interview.case import Case
from interview.plan_step import PlanStep, sources
from interview.questions import Text
from interview.rules import rule


@dataclass(frozen=True)
class Service:
    """What one order's service asks for: its forms by what they are, and the rules of rules.toml."""

    notice: str
    proof: str
    ask_for_date: str
    new_date: str
    another_way: str  # asked of the judge when the other person hides
    not_by: Text
    no_proof: Text  # what happens without a proof of service
    who: str  # the rule with the age of who may serve
    rules: tuple[str, ...]
    proof_rules: tuple[str, ...]


_DVRO = Service(
    notice="DV-109",
    proof="DV-200",
    ask_for_date="DV-115",
    new_date="DV-116",
    another_way="DV-117",
    not_by=gettext_lazy("not you and not anyone you ask the judge to protect"),
    no_proof=gettext_lazy("Without it the judge may set a new date (DV-115 and DV-116)."),
    who="who_may_serve",
    rules=("sheriff", "serve_by", "counting_back", "papers_to_serve", "not_served"),
    proof_rules=("proof_of_service", "not_served"),
)
_CHO = Service(
    notice="CH-109",
    proof="CH-200",
    ask_for_date="CH-115",
    new_date="CH-116",
    another_way="CH-117",
    not_by=gettext_lazy("not you and not anyone in CH-100, item 1 or 3"),
    no_proof=gettext_lazy(
        "Without it the judge cannot make the orders that last. You can ask for a new date (CH-115 and "
        "CH-116)."
    ),
    who="civil_who_may_serve",
    rules=("civil_sheriff", "civil_serve_by", "counting_back", "civil_papers_to_serve", "civil_not_served"),
    proof_rules=("civil_proof_of_service", "civil_not_served"),
)


def serve(case: Case, day: date) -> PlanStep:
    order = _of(case)
    return PlanStep(
        "serve",
        _("Have the papers given to the other person"),
        (
            _(
                "Someone must hand the other person a copy of the papers. That is called “service”. It must "
                "be a person of %(age)s or older, and %(not_by)s."
            )
            % {"age": rule(order.who).numbers["age"], "not_by": order.not_by},
            *_sheriff(case),
            _papers(case, order),
            plan_service.to_hand_over(),
            _("Never give the other person %s.") % plan_service.never_served(case),
            *plan_children.serving(case),
            *_more(case),
        ),
        deadline=plan_dates.serve_by(case, order.notice, day),
        missed=" ".join(_not_served(case, order)),
        sources=sources(order.who, *order.rules, *plan_children.rules(case)),
    )


def proof_of_service(case: Case, day: date) -> PlanStep:
    order = _of(case)
    told = [
        plan_service.who_proves(case, order.proof),
        _("Make a copy, hand the original to the clerk, and bring the copy to the hearing."),
    ]
    rules = order.proof_rules
    if case.asks_for_cho and case.hearing.first_entry == "me":
        told.append(
            _("You took CH-110 to the police: take them a copy of %s that same day too.") % order.proof
        )
        rules = (*rules, "civil_entry")
    missed = [_("Bring it to the hearing."), str(order.no_proof)]
    if case.asks_for_dvro and case.may_have_first_order:
        missed.append(_("The judge may keep the orders you have in force until then."))
    return PlanStep(
        "proof-of-service",
        _("Tell the court they were given"),
        tuple(told),
        deadline=plan_dates.before_hearing(case, day),
        missed=" ".join(missed),
        sources=sources(*rules),
    )


def _of(case: Case) -> Service:
    return _CHO if case.asks_for_cho else _DVRO


def _sheriff(case: Case) -> Iterator[str]:
    if case.asks_for_cho:
        yield from plan_civil_fees.serving(case)
    else:
        free = _("The sheriff or marshal does it for free.")
        yield f"{free} {plan_service.sheriffs_form(case)}"


def _papers(case: Case, order: Service) -> str:
    more = _("Item 6 of %s lists what else.") % order.notice
    return f"{plan_service.papers_in_words(case)} {more}"


def _more(case: Case) -> Iterator[str]:
    if case.asks_for_cho and "less_notice" in case.requests.asked:
        yield _("You asked for less time between service and the hearing. CH-109, item 6 has the answer.")


def _not_served(case: Case, order: Service) -> Iterator[str]:
    yield _("Ask for a new hearing date with forms %(ask)s and %(new)s, before or at the hearing.") % {
        "ask": order.ask_for_date,
        "new": order.new_date,
    }
    if case.may_have_first_order:
        yield _("The orders you have stay in force until the new date unless the judge says otherwise.")
    yield (
        _(
            "When the other person cannot be found or hides, tell the judge each time it was tried: day, "
            "hour and place. The judge may allow another way (form %s)."
        )
        % order.another_way
    )
