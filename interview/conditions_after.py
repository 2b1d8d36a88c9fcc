"""Named predicates for what comes after the hearing, as Case -> bool (DV-130, CH-130)."""

from __future__ import annotations

from collections.abc import Callable

from interview.after_hearing import CUSTODY_ORDERS, GRANTED, Decision
from interview.case import Case
from interview.conditions import (
    has_hearing,
    order_was_made,
    papers_are_cho,
    papers_are_dvro,
    protects_others,
)
from interview.conditions_children import asks_for_custody
from interview.order_made import decision_of, was_asked_for

# What came of it


def was_not_there(case: Case) -> bool:
    return order_was_made(case) and bool(case.after.attended) and not case.after.respondent_was_there


def may_have_agreed(case: Case) -> bool:
    """DV-130 item 32a; CH-130 item 17a knows only who was there."""
    return papers_are_dvro(case) and was_not_there(case)


def must_be_served(case: Case) -> bool:
    """The order has still to reach the other person (DV-130 item 32b, CH-130 item 17b)."""
    return order_was_made(case) and case.after.was_made_without_respondent


def may_have_had_first_papers(case: Case) -> bool:
    """Family Code 6384(a): the temporary order and the notice.

    Where there was no such order, the notice alone (DV-130 item 32b); CH-130 item 17b does not ask it then.
    """
    return must_be_served(case) and (case.may_have_first_order or case.asks_for_dvro)


def may_repeat_temporary_order(case: Case) -> bool:
    """DV-130 item 32b(1), CH-130 item 17b(1): where there was no order before, there is none to compare.

    Nor where the temporary order was never handed over: then the new one has to be.
    """
    served = may_have_had_first_papers(case) and case.after.first_papers_served != "no"
    return served and case.may_have_first_order


def has_review(case: Case) -> bool:
    """Another hearing (DV-130 item 5)."""
    return order_was_made(case) and case.after.has_review == "yes"


def must_reach_by(case: Case) -> bool:
    """DV-130 item 32b(3), CH-130 item 17b(3)."""
    return must_be_served(case) and case.after.review_is_about_guns


def may_prepare_civil_order(case: Case) -> bool:
    """CH-130 items 1 to 3; before the hearing they lie in the papers of everyone."""
    return papers_are_cho(case) and case.may_have_order


def has_entry_box(case: Case) -> bool:
    """CH-130 item 16."""
    return papers_are_cho(case) and order_was_made(case)


# The order form


def may_prepare_order(case: Case) -> bool:
    """Before the hearing as a proposal, after it as the judge decided (DV-130).

    Some courts want it with the first papers. Who asks to renew the order has it already.
    """
    over = case.outcome == "denied" or case.cancels_hearing or case.has_later_order
    expected = has_hearing(case) or case.order_goes_with_request
    return papers_are_dvro(case) and expected and not over


def writes_the_order(case: Case) -> bool:
    """The order as the judge made it, for the judge to sign."""
    return case.prepares_order and order_was_made(case)


def may_protect_others(case: Case) -> bool:
    """DV-130 item 3."""
    return writes_the_order(case) and protects_others(case)


def their_lawyer_was_there(case: Case) -> bool:
    """DV-130 item 6b."""
    return writes_the_order(case) and "their_lawyer" in case.after.attended


def walks(order: str) -> Callable[[Case], bool]:
    """The condition that what the judge decided about this order is asked.

    Of the children all is asked, where anything was asked for: the judge may have ordered the rest too.
    """

    def asks(case: Case) -> bool:
        unasked = order in CUSTODY_ORDERS and asks_for_custody(case)
        return writes_the_order(case) and (unasked or was_asked_for(case, order))

    return asks


def was_decided(order: str, *answers: Decision) -> Callable[[Case], bool]:
    """The condition that the judge decided so about this order."""
    asked = walks(order)
    return lambda case: asked(case) and decision_of(case, order) in answers


def may_have_exceptions(order: str) -> Callable[[Case], bool]:
    """DV-130 items 15b and 16b: for the children's visits, or wherever the judge changed the order."""
    granted, changed = was_decided(order, *GRANTED), was_decided(order, "changed")
    return lambda case: changed(case) or (granted(case) and asks_for_custody(case))


def made_abduction_order(order: str) -> Callable[[Case], bool]:
    """The condition that the judge made this order of DV-145."""
    changed = was_decided("abduction", "changed")
    return lambda case: changed(case) and order in case.after.changed_abduction.orders


def forbids_to_move(case: Case) -> bool:
    """DV-145 item 4, as it was asked for or changed."""
    as_asked, changed = was_decided("abduction", "as_asked"), was_decided("abduction", "changed")
    if as_asked(case):
        return "no_move" in case.abduction.orders
    return changed(case) and "no_move" in case.after.changed_abduction.orders


def made_visits(case: Case) -> bool:
    """DV-140 items 9 to 13."""
    visits = case.after.changed_custody.visits
    return was_decided("visits", "changed")(case) and visits in ("supervised", "unsupervised")


def made_supervised_visits(case: Case) -> bool:
    """DV-140 items 9 and 10."""
    return made_visits(case) and case.after.changed_custody.visits == "supervised"


def made_exchanges(case: Case) -> bool:
    """DV-140 item 11, of visits without a supervisor; nobody drops off children for a call."""
    made = case.after.changed_custody
    return made_visits(case) and made.visits == "unsupervised" and made.place != "virtual"
