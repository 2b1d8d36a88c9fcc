"""The order later on: another address, another state, a change. For both orders."""

from __future__ import annotations

from django.utils.translation import gettext as _

from interview.case import Case
from interview.plan_step import PlanStep, sources


def changes(case: Case) -> PlanStep:
    civil = case.asks_for_cho
    elsewhere = (
        _(
            "By federal law an order like this holds in other states and on tribal land too. CH-130 does"
            " not say so: ask the clerk for a certified copy to take along."
        )
        if civil
        else _("The order holds in every state and on tribal land (DV-130, page 10). Take a certified copy.")
    )
    form = "CH-600" if civil else "DV-300"
    return PlanStep(
        "order-changes",
        _("When you move, or need another order"),
        (
            elsewhere,
            _(
                "When you move, ask the clerk how to tell the court where to write to you. What you hand"
                " in may be seen by the other person: it need not be your home."
            ),
            _(
                "When the order no longer fits, ask the judge to change it, with form %s. Until a judge "
                "changes it, it stands as it is, whatever you two agree on."
            )
            % form,
        ),
        sources=sources(
            *(("civil_other_states", "civil_change_order") if civil else ("other_states", "change_order"))
        ),
    )
