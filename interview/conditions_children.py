"""Named predicates for the children's chapters, as Case -> bool (DV-105, DV-108, DV-160)."""

from __future__ import annotations

from collections.abc import Callable

from interview.abduction import AbductionOrder, Risk
from interview.case import Case
from interview.conditions import has_child_together, papers_are_dvro


def asks_for_custody(case: Case) -> bool:
    """DV-100 item 15."""
    return papers_are_dvro(case) and case.asks_for_custody


def children_not_named_yet(case: Case) -> bool:
    """Custody is asked by someone who was not asked for children they have with the other person."""
    return asks_for_custody(case) and not has_child_together(case)


def has_several_children(case: Case) -> bool:
    """DV-105 item 4a makes no sense of one child."""
    return asks_for_custody(case) and len(case.custody_children) > 1


def homes_are_told_by_child(case: Case) -> bool:
    """DV-105(A) needs it; so does an only child, where a place was told of one who is no longer listed."""
    if not asks_for_custody(case):
        return False
    keys = {child.key for child in case.custody_children}
    homes = (*case.custody.homes_now, *case.custody.homes_before)
    of_others = len(keys) == 1 and any(not home.is_of_any(keys) for home in homes)
    return case.have_lived_together == "no" or of_others


def children_lived_elsewhere(case: Case) -> bool:
    return asks_for_custody(case) and case.custody.lived_elsewhere == "yes"


def knows_custody_cases(case: Case) -> bool:
    """DV-105 item 5a."""
    return asks_for_custody(case) and case.custody.cases.involved == "yes"


def has_custody_order(case: Case) -> bool:
    """DV-105 item 5b."""
    return asks_for_custody(case) and case.custody.has_order == "yes"


def has_other_parents(case: Case) -> bool:
    """DV-105 item 5c."""
    return asks_for_custody(case) and case.custody.has_other_parents == "yes"


def limits_travel(case: Case) -> bool:
    """DV-105 item 6."""
    return asks_for_custody(case) and case.custody.limit_travel == "yes"


def closes_records(case: Case) -> bool:
    """DV-105 item 7."""
    return asks_for_custody(case) and case.custody.respondent_sees_records == "no"


def wants_custody_orders(case: Case) -> bool:
    """DV-105 item 9."""
    return asks_for_custody(case) and case.custody.wants_custody == "yes"


def wants_visits(case: Case) -> bool:
    """DV-105 item 10: any visits, in person or virtual."""
    return asks_for_custody(case) and case.custody.has_visits


def wants_supervised_visits(case: Case) -> bool:
    """DV-105 item 12."""
    return asks_for_custody(case) and case.custody.supervised_answer == "yes"


def wants_unsupervised_visits(case: Case) -> bool:
    """DV-105 item 13."""
    return asks_for_custody(case) and case.custody.supervised_answer == "no"


def visits_are_laid_out(case: Case) -> bool:
    """DV-105 item 12 or 13 is filled."""
    return wants_supervised_visits(case) or wants_unsupervised_visits(case)


def visits_have_a_place(case: Case) -> bool:
    """Who wants only calls has told the place (DV-105 items 12b and 13b(1))."""
    return visits_are_laid_out(case) and case.custody.visits == "yes"


def children_change_hands(case: Case) -> bool:
    """DV-105 item 13a: nobody drops off children for a call."""
    return wants_unsupervised_visits(case) and case.custody.visits == "yes"


def wants_supervised_exchanges(case: Case) -> bool:
    """DV-105 item 13a."""
    return children_change_hands(case) and case.custody.exchanges_supervised == "yes"


def lays_out_a_week(case: Case) -> bool:
    """The table of DV-105 item 12c or 13b(2)."""
    supervised = wants_supervised_visits(case) and case.custody.visit.frequency == "week"
    return supervised or (wants_unsupervised_visits(case) and case.custody.visit.wants_week == "yes")


def fears_abduction(case: Case) -> bool:
    """DV-105 item 8: DV-108 is filled."""
    return papers_are_dvro(case) and case.fears_abduction


def there_are_minors(case: Case) -> bool:
    """Someone under 18 is named in the papers: their information can be kept confidential."""
    return bool(case.minors)


def wants_minor_privacy(case: Case) -> bool:
    """DV-160 is filled."""
    return there_are_minors(case) and case.minor_privacy.wanted == "yes"


def asks_for_private_minors(case: Case) -> bool:
    """DV-160 item 2b(2): as their parent or guardian."""
    return wants_minor_privacy(case) and case.asks_for_private_minors


def asks_for_several_minors(case: Case) -> bool:
    """DV-160 item 4."""
    return wants_minor_privacy(case) and case.asks_for_several_minors


def lists_private_passages(case: Case) -> bool:
    """DV-160 item 5c(2)."""
    privacy = case.minor_privacy
    return wants_minor_privacy(case) and "other" in privacy.facts and privacy.other_how == "listed"


def keeps_from_respondent(case: Case) -> bool:
    """DV-160 item 8."""
    return wants_minor_privacy(case) and case.minor_privacy.from_respondent == "yes"


def shares_private_facts(case: Case) -> bool:
    """DV-160 item 9."""
    return wants_minor_privacy(case) and case.minor_privacy.shares == "yes"


def says_risk(risk: Risk) -> Callable[[Case], bool]:
    """The condition that this sign of DV-108 item 3 was checked."""
    return lambda case: fears_abduction(case) and risk in case.abduction.risks


def wants_abduction_order(order: AbductionOrder) -> Callable[[Case], bool]:
    """The condition that this order of DV-108 is wanted."""
    return lambda case: fears_abduction(case) and order in case.abduction.orders
