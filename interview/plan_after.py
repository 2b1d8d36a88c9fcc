"""After the hearing, for both orders: what came of it, the order checked, and what to do when it is not kept.

Giving it to the other person is in plan_order_service.py, copies in plan_order_copies.py, renewing it in
plan_renewal.py, what helps without an order in plan_without.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from interview.after_hearing import GRANTED
from interview.case import Case
from interview.order_made import decision_of
from interview.phrasing import day_in_words
from interview.plan_changes import changes
from interview.plan_entry import by_when, has_own_step, order_entry, too_late, who_enters
from interview.plan_order_copies import order_copies, protected_names
from interview.plan_order_paper import as_made, number
from interview.plan_order_paper import rules as prepared_rules
from interview.plan_order_service import order_service
from interview.plan_renewal import ends_on, renewal
from interview.plan_renewal_papers import renewed_number
from interview.plan_step import PlanStep, sources
from interview.plan_without import ask_again, without_order
from interview.rules import rule


def steps_after(case: Case, today: date | None = None) -> tuple[PlanStep, ...]:
    """What follows the hearing; before it, as an outlook."""
    day = today or timezone.localdate()
    if case.outcome == "denied":
        return (without_order(case), ask_again(case))
    kept = (order_copies(case), _not_followed(case), changes(case))
    if case.renews_order:
        return (*renewal(case, day), *kept, without_order(case))
    if case.was_renewed:
        return (_check_renewed(case), *kept, *renewal(case, day), without_order(case))
    return (
        *_outcome(case),
        _check(case, day),
        *order_entry(case, day),
        order_service(case, day),
        *kept,
        *renewal(case, day),
        without_order(case),
    )


def _outcome(case: Case) -> tuple[PlanStep, ...]:
    """Where the hearing is over and no order is told of yet."""
    if not case.hearing_is_over or case.outcome == "granted":
        return ()
    rules = ("civil_first_order_lasts",) if case.asks_for_cho else ("first_order_lasts",)
    if case.outcome == "later":
        title, told = _("The judge decides later"), tuple(_decides_later(case))
    else:
        title = _("Tell us what the judge decided")
        told = (
            _("You told us that the hearing has taken place. What came of it is still open in your answers."),
            _("Tell us, and this plan shows what is left to do. Until then it shows what may come."),
            *as_made(case),
        )
    return (PlanStep("outcome", title, told, sources=sources(*rules) + prepared_rules(case)),)


def _decides_later(case: Case) -> Iterator[str]:
    yield _("Ask the clerk when the decision comes, and how you get it: by mail, or at the clerk's window.")
    if case.may_have_first_order:
        yield _(
            "The orders you have (%s) end with the hearing unless the judge made them longer. Ask the clerk "
            "at once whether they hold until the decision, and for the paper that says so."
        ) % ("CH-110" if case.asks_for_cho else "DV-110")
    if case.needs_income_form:
        yield _(
            "The form about your money still lies in your papers. Where the court does not have it yet, ask "
            "the clerk whether the judge wants it."
        )
    yield from as_made(case)
    yield _("When you have the decision, tell us. In danger, call 911 at any hour.")


def _check(case: Case, today: date) -> PlanStep:
    prepared = tuple(as_made(case)) if case.outcome == "granted" else ()  # else told above
    told = [
        " ".join((*_order_was_made(case), _lasts(case))),
        *prepared,
        _read_it(case),
        *_outlives(case),
    ]
    enters = not has_own_step(case)
    if case.asks_for_dvro:
        told.append(
            _(
                "The court or the police enter the order in the police database within one business day."
                " Ask the clerk who does it."
            )
        )
    elif enters:
        told.append(who_enters(case))
    told.append(_only_a_judge())
    open_box = case.asks_for_cho and enters and not (case.outcome == "granted" and case.after.entry)
    rules = ("order_lasts", "entry_after", "only_a_judge")
    if case.asks_for_cho:
        rules = ("civil_order_lasts", "civil_entry_after", "civil_only_a_judge")
    return PlanStep(
        "after",
        _("Check the order") if case.outcome == "granted" else _("After the hearing: check the order"),
        tuple(told),
        deadline=by_when(case, today) if open_box else "",
        missed=too_late() if open_box else "",
        sources=sources(*rules) + (prepared_rules(case) if prepared else ()),
    )


def _check_renewed(case: Case) -> PlanStep:
    """Where a judge renewed it: entered and handed over long ago, it has months or years to go."""
    told = (
        _lasts(case),
        _("Read the names and the end date. Where something is missing or wrong, tell the clerk at once."),
        *_outlives(case),
        _only_a_judge(),
    )
    rules = ("civil_renewal", "civil_only_a_judge") if case.asks_for_cho else ("renewal", "only_a_judge")
    return PlanStep("after", _("Check the order"), told, sources=sources(*rules))


def _only_a_judge() -> str:
    return _(
        "Only a judge can change the order. You cannot be arrested for contact under an order "
        "that protects you."
    )


def _order_was_made(case: Case) -> Iterator[str]:
    if case.outcome == "granted":
        yield (
            _("The judge made an order at the hearing on %s.") % day_in_words(case.hearing.date)
            if case.hearing.date
            else _("The judge made an order at the hearing.")
        )


def _lasts(case: Case) -> str:
    form, end = number(case), ends_on(case)
    if end and case.was_renewed:
        names = {"form": renewed_number(case), "day": day_in_words(end)}
        return _("A judge has renewed the order: it is form %(form)s. It ends on %(day)s.") % names
    if end:
        return _("The order is form %(form)s. You told us that it ends on %(day)s (item 4).") % {
            "form": form,
            "day": day_in_words(end),
        }
    lasts = rule("civil_order_lasts" if case.asks_for_cho else "order_lasts")
    return _(
        "The judge's order is form {form}. It can last up to {most} years. Without a date on it, it lasts "
        "{no_date} years."
    ).format(form=form, **lasts.numbers)


def _read_it(case: Case) -> str:
    told = [
        _(
            "Read it: the names, the end date (item 4), and every order the judge spoke. Where something is "
            "missing or wrong, tell the clerk at once."
        )
        if case.hearing_is_over
        else _(
            "Before you leave, read it: the names, the end date (item 4), and every order the judge "
            "spoke. Where something is missing or wrong, tell the clerk or the bailiff at once."
        )
    ]
    if names := protected_names(case):
        told.append(_("Look for %s at item 3, where the judge protects them too.") % names)
    return " ".join(told)


def _outlives(case: Case) -> Iterator[str]:
    if _orders_that_outlive(case):
        yield _("Orders about children and support stay in force when DV-130 has ended.")


def _orders_that_outlive(case: Case) -> bool:
    """As the judge made them, where that was told; else as they were asked for."""
    outlive = ("custody", "visits", "child_support", "spousal_support")
    decisions = tuple(decision_of(case, order) for order in outlive)
    if case.outcome == "granted" and any(decisions):
        return any(decision in GRANTED for decision in decisions)
    return case.asks_for_custody or case.requests.asks_support


def _not_followed(case: Case) -> PlanStep:
    return PlanStep(
        "order-not-followed",
        _("If the other person does not follow the order"),
        (
            _("Call 911. Say that there is an order, and show it. Police who see it can enforce it."),
            _(
                "Write down the day, the time, the place, what was done and who saw it. Keep every "
                "message and call: you do not have to answer. Ask the police for the number of the "
                "report."
            ),
            _(
                "Not following the order can be a crime. A lawyer or the self-help center can tell what "
                "else the court can do."
            ),
        ),
        sources=sources("civil_order_not_followed" if case.asks_for_cho else "order_not_followed"),
    )
