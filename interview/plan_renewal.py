"""The order later on: another address, another state, a change, a renewal. For both orders."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from interview.case import Case
from interview.plan_dates import day_in_words
from interview.plan_step import PlanStep, sources
from interview.rules import rule


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


def renewal(case: Case) -> PlanStep:
    return _of_cho(case) if case.asks_for_cho else _of_dvro(case)


def _of_dvro(case: Case) -> PlanStep:
    numbers = rule("renewal").numbers
    return PlanStep(
        "renewal",
        _("Before the order ends"),
        (
            _(
                "You can ask the judge to renew the order, for {years} years or more, or permanently. "
                "Nothing new has to have happened."
            ).format(**numbers),
            *_counted(case, rule("order_lasts").numbers["most"], numbers["months"]),
        ),
        deadline=_("To renew: ask in the last {months} months before it ends, with form DV-700.").format(
            **numbers
        ),
        missed=_(
            "Once the order has ended it cannot be renewed. You can ask for a new one with a new DV-100."
        ),
        sources=sources("renewal"),
    )


def _of_cho(case: Case) -> PlanStep:
    numbers = rule("civil_renewal").numbers
    return PlanStep(
        "renewal",
        _("Before the order ends"),
        (
            _(
                "You can ask the judge to renew the order, for up to {years} years more. You do not have"
                " to show new harassment the first time. To renew it once more, you do."
            ).format(**numbers),
            *_counted(case, rule("civil_order_lasts").numbers["most"], numbers["months"]),
        ),
        deadline=_("Ask in the last {months} months before it ends, with form CH-700.").format(**numbers),
        missed=_(
            "Once the order has ended it cannot be renewed. You can ask for a new one with a new CH-100."
        ),
        sources=sources("civil_renewal"),
    )


def _counted(case: Case, years: int, months: int) -> Iterator[str]:
    """From which day to ask, counted from the hearing for the longest order; the date at item 4 rules."""
    if case.hearing.date is None:
        yield _("The end date is at item 4 of the order. Write down the day %s months before it.") % months
        return
    end = months_later(case.hearing.date, 12 * years)
    yield _(
        "An order made at your hearing for %(years)s years ends about %(end)s: you could ask from about "
        "%(start)s. The date at item 4 of the order is the one that counts."
    ) % {"years": years, "end": day_in_words(end), "start": day_in_words(months_later(end, -months))}


def months_later(day: date, months: int) -> date:
    """The same day of another month, or that month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
