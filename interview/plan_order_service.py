"""Whether the order made at the hearing must be given to the other person, and how.

Three facts decide: were they there, is the order the same as the temporary one, is there a hearing about
firearms (DV-130 item 32, CH-130 item 17). The judge checks the box; the plan says what each one asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interview import plan_service
from interview.after_hearing import Way
from interview.case import Case
from interview.phrasing import day_in_words
from interview.plan_order_boxes import CHO, DVRO, Order, boxes, review, three_facts, who_signs
from interview.plan_step import Lead, PlanStep, sources
from interview.questions import Text
from interview.rules import rule


def order_service(case: Case, today: date) -> PlanStep:
    order = CHO if case.asks_for_cho else DVRO
    way = case.way_to_serve_order
    if not way:
        title = _("See whether the order must be given to the other person")
        facts = (" ".join((str(order.free), who_signs(order))), *review(case))
        told = (*facts, Lead(three_facts(order)), *boxes(case, order))
    else:
        title, told = str(_TITLES[way]), (*_BY_WAY[way](case, order), *review(case))
    nothing_to_do = way == "none"
    return PlanStep(
        "order-service",
        title,
        told,
        deadline="" if nothing_to_do else _by_when(case, order, today),
        missed=""
        if nothing_to_do
        else _(
            "Have it done as soon as you can, and ask the clerk what to do about a date that has passed. "
            "Police who are called can say to the other person what the order is."
        ),
        sources=sources(*order.rules),
    )


_TITLES: dict[Way, Text] = {
    "none": gettext_lazy("The order does not have to be given to the other person"),
    "mail": gettext_lazy("Have the order mailed to the other person"),
    "in_person": gettext_lazy("Have the order given to the other person"),
}


def _none(case: Case, order: Order) -> Iterator[str]:
    """DV-130 item 32a speaks of both having been there, or of an agreement in writing."""
    if not case.after.respondent_was_there:
        why = _("The other person agreed to the order in writing.")
    elif "me" not in case.after.attended and case.asks_for_dvro:
        yield _(
            "The other person was at the hearing, and you were not. So look which box of item %(item)s is "
            "checked. With box %(item)sa nobody has to give them the order. Where another box is checked, do "
            "what it says. Ask the clerk when no box is."
        ) % {"item": order.item}
        return
    else:
        why = _("The other person was at the hearing.")
    yield " ".join(
        (
            why,
            _(
                "So nobody has to give them the order: box %sa is the one for it. Where another box is "
                "checked, do what it says."
            )
            % order.item,
        )
    )


def _mail(case: Case, order: Order) -> Iterator[str]:
    yield _(
        "The other person was not at the hearing. They were given the first papers, and the order is the "
        "same as %(first)s but for the end date. So it can be mailed: %(box)s Where another box is checked, "
        "do what it says."
    ) % {"first": order.first_order, "box": _with_date(case, order, "b(1)")}
    yield _(
        "Someone of %(age)s or older mails a copy to them: %(who)s. Who mails it lives or works in the "
        "county they mail it from (%(mailed)s, item 4). It can also be handed over in person."
    ) % {"age": rule(order.rules[2]).numbers["age"], "who": order.in_person, "mailed": order.mailed}
    yield _(
        "Form %(mailed)s lies in your papers. Who mailed the order fills in the rest and signs. Give it to "
        "the clerk, and keep a copy."
    ) % {"mailed": order.mailed}


def _in_person(case: Case, order: Order) -> Iterator[str]:
    yield " ".join((_why_in_person(case, order), _("Where another box is checked, do what it says.")))
    yield _("Someone of %(age)s or older hands them a copy: %(who)s.") % {
        "age": rule(order.rules[2]).numbers["age"],
        "who": order.in_person,
    }
    yield plan_service.papers_in_words(case)
    yield plan_service.to_hand_over()
    yield f"{order.free} {plan_service.sheriffs_form(case)}" if case.asks_sheriff else str(order.free)
    yield f"{plan_service.who_proves(case, order.handed_over)} {_('Give it to the clerk, and keep a copy.')}"


def _why_in_person(case: Case, order: Order) -> str:
    """DV-130 item 32b(2), CH-130 item 17b(2), and the law behind them (Family Code 6384(a))."""
    box = _with_date(case, order, "b(2)")
    if case.had_no_temporary_order:
        why = _("there was no %s") % order.first_order
    elif case.after.same_as_temporary == "no":
        why = _("the order is not the same as %s") % order.first_order
    else:
        why = _("it cannot be shown that they were given the first papers")
        if case.after.first_papers_served != "no":
            why = _("the mail is not enough then")
        box = _("look which box of item %s is checked, and ask the clerk when none is.") % order.item
    return _(
        "The other person was not at the hearing, and %(why)s. So it must be handed to them in person: "
        "%(box)s"
    ) % {"why": why, "box": box}


def _with_date(case: Case, order: Order, box: str) -> str:
    """The box, and the one with the day by which they must have it, where there is one."""
    names = {"item": order.item, "box": box}
    if case.after.review_is_about_guns:
        return _("box %(item)s%(box)s is the one for it, and box %(item)sb(3) has the date.") % names
    return _("box %(item)s%(box)s is the one for it.") % names


_BY_WAY: dict[Way, Callable[[Case, Order], Iterator[str]]] = {
    "none": _none,
    "mail": _mail,
    "in_person": _in_person,
}


def _has_no_date(case: Case) -> bool:
    told = case.after
    return told.has_review == "no" or (bool(told.review_about) and not told.review_is_about_guns)


def _by_when(case: Case, order: Order, today: date) -> str:
    last = case.after.serve_by if case.outcome == "granted" else None
    if last is None:
        if case.outcome == "granted" and _has_no_date(case):
            return _("As soon as you can.")
        return _("Item %sb(3) can have a date. Without one: as soon as you can.") % order.item
    if last < today:
        return _("The last day was %s. It is over.") % day_in_words(last)
    told = _("%s at the latest.") % day_in_words(last)
    where = _("(Item %sb(3).)") % order.item
    return " ".join((told, _("That is today."), where)) if last == today else f"{told} {where}"
