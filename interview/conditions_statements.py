"""Named predicates for the pages about sworn statements, as Case -> bool (MC-030, MC-031)."""

from __future__ import annotations

from interview.case import Case


def may_add_own_statement(case: Case) -> bool:
    """It can be handed in until the hearing."""
    return not case.request_is_done


def adds_own_statement(case: Case) -> bool:
    return may_add_own_statement(case) and case.adds_own_statement


def may_add_witnesses(case: Case) -> bool:
    """MC-031 is handed in with the request it is attached to; what went in with it is still read back."""
    told = case.statements.has_witnesses == "yes"
    return not case.request_is_done and (told or not case.request_is_filed)


def has_witnesses(case: Case) -> bool:
    return may_add_witnesses(case) and case.statements.has_witnesses == "yes"
