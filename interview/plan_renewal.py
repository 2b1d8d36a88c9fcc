"""Asking for the order once more before it ends: from when, until when, which papers. For both orders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from interview.case import Case
from interview.phrasing import day_in_words
from interview.plan_renewal_papers import on_its_way
from interview.plan_step import PlanStep, sources
from interview.renewal import first_day_to_ask, months_later
from interview.rules import rule


@dataclass(frozen=True)
class Window:
    """Until when to ask for one order once more: the forms, and the rules of rules.toml."""

    ask: str
    new: str
    lasts: str
    rule: str


_DVRO = Window("DV-700", "DV-100", "order_lasts", "renewal")
_CHO = Window("CH-700", "CH-100", "civil_order_lasts", "civil_renewal")


def renewal(case: Case, today: date) -> tuple[PlanStep, ...]:
    """What can be asked; for who asks, the road to the order that renews it (plan_renewal_papers.py)."""
    papers = _CHO if case.asks_for_cho else _DVRO
    if case.renews_order:
        return on_its_way(case, _by_when(case, papers, today), _too_late(papers))
    return (
        PlanStep(
            "renewal",
            _("Before the order ends"),
            (_what_can_be_asked(case), *_counted(case, papers)),
            deadline=_by_when(case, papers, today),
            missed=_too_late(papers),
            sources=sources(papers.rule),
        ),
    )


def _too_late(papers: Window) -> str:
    return _("Once the order has ended it cannot be renewed. You can ask for a new one with a new %s.") % (
        papers.new
    )


def ends_on(case: Case) -> date | None:
    """The day the order ends, where there is one and its day was told (item 4)."""
    return case.order_ends_on if case.outcome == "granted" else None


def ask_from(case: Case) -> date | None:
    """The first day to ask for the order once more, where the day it ends was told."""
    end = ends_on(case)
    return first_day_to_ask(end, civil=case.asks_for_cho) if end else None


def _months(case: Case) -> int:
    return rule((_CHO if case.asks_for_cho else _DVRO).rule).numbers["months"]


def _what_can_be_asked(case: Case) -> str:
    if case.asks_for_cho:
        return _(
            "You can ask the judge to renew the order, for up to {years} years more. You do not have"
            " to show new harassment the first time. To renew it once more, you do."
        ).format(**rule("civil_renewal").numbers)
    return _(
        "You can ask the judge to renew the order, for {years} years or more, or permanently. "
        "Nothing new has to have happened."
    ).format(**rule("renewal").numbers)


def _by_when(case: Case, papers: Window, today: date) -> str:
    end, start = ends_on(case), ask_from(case)
    if end is None or start is None:
        return _("Ask in the last %(months)s months before it ends, with form %(form)s.") % {
            "months": _months(case),
            "form": papers.ask,
        }
    if end < today:
        return _("The order ended on %s. That is over.") % day_in_words(end)
    window = {"start": day_in_words(start), "end": day_in_words(end), "form": papers.ask}
    if start > today:
        return (
            _("Ask with form %(form)s from %(start)s on, and before %(end)s, when the order ends.") % window
        )
    return _("You can ask now, with form %(form)s, before %(end)s, when the order ends.") % window


def _counted(case: Case, papers: Window) -> Iterator[str]:
    """From which day to ask, counted from the hearing for the longest order; the date at item 4 rules."""
    if ends_on(case):
        return
    months, years = _months(case), rule(papers.lasts).numbers["most"]
    if case.hearing.date is None:
        yield _("The end date is at item 4 of the order. Write down the day %s months before it.") % months
        return
    end = months_later(case.hearing.date, 12 * years)
    yield _(
        "An order made at your hearing for %(years)s years ends about %(end)s: you could ask from about "
        "%(start)s. The date at item 4 of the order is the one that counts."
    ) % {"years": years, "end": day_in_words(end), "start": day_in_words(months_later(end, -months))}
    if case.outcome == "granted":
        yield _("Tell us the date at item 4, and we count from it.")
