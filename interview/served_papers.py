"""Which papers are given to the other person: of the request, of the order, of a renewal (LAW: service).

One list for each order and stage, from which follow the list for the sheriff (SER-001 item 5b), what DV-200
has no box for (item 4i) and the set that is printed for who hands the papers over. In the words of the papers
themselves, which are in English whatever language the pages are in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from interview.after_hearing import CUSTODY_ORDERS, GRANTED
from interview.order_made import decision_of

if TYPE_CHECKING:
    from interview.after_hearing import Decision
    from interview.case import Case

Comes = Literal["court", "copy", "blank", "read", "hand"]
Test = Callable[["Case"], bool]

_IF_MADE, _IF_GRANTED = "if the judge made this order", "if the judge granted it"
_IF_NEW_DATE = "if the judge gave a new date"
_IF_FILLED_IN = "if it is filled in by then"
_WITH_LONG_FORM = "with copies of the pay stubs and other papers you attach"  # FL-150 page 2
_WITH_SHORT_FORM = f"{_WITH_LONG_FORM}, and of the latest federal tax return"  # FL-155 page 2, step 6


def _always(case: Case) -> bool:
    return True


def _never(case: Case) -> bool:
    return False


@dataclass(frozen=True)
class ServedPaper:
    """A paper handed over: from the court; one's own, which the court stamped; a blank form; one to read; one
    that the person fills in by hand."""

    number: str
    comes: Comes
    when: Test = _always
    sure: Test = _always  # that there is one: what the judge did, or is still filled in, may not be known
    doubt: str = ""  # said while it is not sure
    is_behind: bool = False  # attached to the one above it
    has_box: Test = _always  # that says it and no more, on the proof of service (DV-200, CH-200, item 4)
    words: str = ""  # instead of its number
    with_it: str = ""  # said on the sheet: what the person puts behind it by hand

    @property
    def name(self) -> str:
        return self.words or (f"blank {self.number}" if self.comes == "blank" else self.number)


def served_papers(case: Case) -> tuple[ServedPaper, ...]:
    """What is handed over now, in order; empty while nothing is to be."""
    for stage, domestic, civil in _STAGES:
        if stage(case):
            return tuple(paper for paper in (civil if case.asks_for_cho else domestic) if paper.when(case))
    return ()


def doubt_of(paper: ServedPaper, case: Case) -> str:
    """ "if the judge made this order", until it is known; "" where it is."""
    return "" if paper.sure(case) else paper.doubt


def papers_to_serve(case: Case) -> str:
    """SER-001 item 5b: every paper, by its form number."""
    return "; ".join(words for group in _groups(served_papers(case)) for words in _in_words(group, case))


def other_papers_served(case: Case) -> str:
    """DV-200 and CH-200, item 4i: the papers that have no box there, and are there for sure."""
    named = (paper for paper in served_papers(case) if not paper.has_box(case) and paper.sure(case))
    return "; ".join(paper.name for paper in named)


def serves_custody_papers(case: Case) -> bool:
    """DV-200 item 4c has one box for DV-105 and DV-140: checked where both are there for sure."""
    return case.serves_request and _asks_custody(case) and _all_first_orders_are(case)


def serves_long_income_form(case: Case) -> bool:
    """DV-200 item 4d: FL-150 is there for sure once it is filled in, and with it a blank one."""
    return case.serves_request and _fills_long_form(case)


def serves_short_income_form(case: Case) -> bool:
    """DV-200 item 4e: FL-155, with a blank one."""
    return case.serves_request and _fills_short_form(case)


def _groups(papers: tuple[ServedPaper, ...]) -> Iterator[list[ServedPaper]]:
    """Each paper with those attached to it."""
    group: list[ServedPaper] = []
    for paper in papers:
        if group and not paper.is_behind:
            yield group
            group = []
        group.append(paper)
    if group:
        yield group


def _in_words(group: list[ServedPaper], case: Case) -> Iterator[str]:
    """ "DV-110, DV-140 (if the judge made this order)": what shares a doubt shares its words."""
    for doubt, papers in groupby(group, lambda paper: doubt_of(paper, case)):
        names = ", ".join(paper.name for paper in papers)
        yield f"{names} ({doubt})" if doubt else names


# What the judge did


def _first_order_may_be(case: Case) -> bool:
    """DV-110 and CH-110: asked for, and not denied."""
    return case.may_have_first_order


def _first_order_is(case: Case) -> bool:
    return case.hearing.order_made == "yes"


def _all_first_orders_are(case: Case) -> bool:
    """DV-109 item 4: where some orders were not made, those of the children may be among them."""
    return case.hearing.first_orders == "all"


def _first_custody_may_be(case: Case) -> bool:
    return case.asks_for_custody and _first_order_may_be(case)


def _first_abduction_may_be(case: Case) -> bool:
    return case.fears_abduction and _first_order_may_be(case)


def _custody_decisions(case: Case) -> tuple[Decision, ...]:
    """DV-140 items 4 to 13."""
    return tuple(decision_of(case, order) for order in CUSTODY_ORDERS)


def _custody_may_be(case: Case) -> bool:
    return case.asks_for_custody and set(_custody_decisions(case)) != {"not_granted"}


def _custody_is(case: Case) -> bool:
    return any(decision in GRANTED for decision in _custody_decisions(case))


def _abduction_may_be(case: Case) -> bool:
    """Asked for and not denied, or made without being asked for."""
    asked = case.fears_abduction and decision_of(case, "abduction") != "not_granted"
    return asked or _abduction_is(case)


def _abduction_is(case: Case) -> bool:
    return decision_of(case, "abduction") in GRANTED


# What is asked for


def _asks_custody(case: Case) -> bool:
    return case.asks_for_custody


def _renewed_before(case: Case) -> bool:
    """The order in effect is then the one that renewed it (DV-700 item 3)."""
    return case.renewal.renewed_before == "yes"


def _not_renewed_before(case: Case) -> bool:
    return not _renewed_before(case)


def _has_history_sheets(case: Case) -> bool:
    return bool(case.history_sheets)


def _fears_abduction(case: Case) -> bool:
    return case.fears_abduction


def _asks_privacy(case: Case) -> bool:
    """DV-165 and CH-165, item 13: where the judge granted it the notice of that order is the first page."""
    return case.asks_for_minor_privacy


def _has_witness_sheets(case: Case) -> bool:
    return bool(case.witness_sheets)


def _adds_own_statement(case: Case) -> bool:
    return case.adds_own_statement


def _fills_long_form(case: Case) -> bool:
    return case.fills_long_income_form


def _fills_short_form(case: Case) -> bool:
    return case.uses_short_income_form


def _fills_form_later(case: Case) -> bool:
    """FL-150, of which the packet has the caption alone: what is printed here is no copy of it."""
    return case.needs_income_form and not case.income_form_is_filled


def _asks_new_date(case: Case) -> bool:
    """DV-116 item 7: with the new date go all the papers once more."""
    return case.asks_for_new_date


_REQUEST_DV = (
    ServedPaper("DV-170", "court", _asks_privacy, _never, _IF_GRANTED, has_box=_never),
    ServedPaper("DV-165", "court", _asks_privacy, _never, _IF_GRANTED, is_behind=True, has_box=_never),
    ServedPaper("DV-109", "court"),
    ServedPaper("DV-100", "copy", words="DV-100 with all attached pages"),
    ServedPaper("DV-105", "copy", _asks_custody, is_behind=True, has_box=serves_custody_papers),
    ServedPaper("DV-105(A)", "copy", _has_history_sheets, is_behind=True, has_box=_never),
    ServedPaper("DV-108", "copy", _fears_abduction, is_behind=True, has_box=_never),
    ServedPaper("MC-031", "copy", _has_witness_sheets, is_behind=True, has_box=_never),
    ServedPaper("DV-110", "court", _first_order_may_be, _first_order_is, _IF_MADE),
    ServedPaper("DV-140", "court", _first_custody_may_be, _all_first_orders_are, _IF_MADE, is_behind=True),
    ServedPaper(
        "DV-145",
        "court",
        _first_abduction_may_be,
        _all_first_orders_are,
        _IF_MADE,
        is_behind=True,
        has_box=_never,
    ),
    ServedPaper("DV-116", "court", _asks_new_date, _never, _IF_NEW_DATE),
    ServedPaper("DV-115", "court", _asks_new_date, _never, _IF_NEW_DATE, is_behind=True),
    ServedPaper("FL-150", "copy", _fills_long_form, with_it=_WITH_LONG_FORM),
    ServedPaper("FL-150", "blank", _fills_long_form, is_behind=True, words="with a blank FL-150"),
    ServedPaper("FL-155", "copy", _fills_short_form, with_it=_WITH_SHORT_FORM),
    ServedPaper("FL-155", "blank", _fills_short_form, is_behind=True, words="with a blank FL-155"),
    ServedPaper("FL-150", "hand", _fills_form_later, _never, _IF_FILLED_IN, with_it=_WITH_LONG_FORM),
    ServedPaper(
        "FL-150",
        "blank",
        _fills_form_later,
        _never,
        _IF_FILLED_IN,
        is_behind=True,
        words="with a blank FL-150",
    ),
    ServedPaper("MC-030", "copy", _adds_own_statement, has_box=_never),
    ServedPaper("DV-120", "blank"),
    ServedPaper("DV-120-INFO", "read", has_box=_never),
    ServedPaper("DV-250", "blank", has_box=_never),
    ServedPaper("DV-800", "blank", _first_order_may_be, has_box=_never),
)
_REQUEST_CH = (
    ServedPaper("CH-170", "court", _asks_privacy, _never, _IF_GRANTED, has_box=_never),
    ServedPaper("CH-165", "court", _asks_privacy, _never, _IF_GRANTED, is_behind=True, has_box=_never),
    ServedPaper("CH-109", "court"),
    ServedPaper("CH-100", "copy", words="CH-100 with all attached pages"),
    ServedPaper("MC-031", "copy", _has_witness_sheets, is_behind=True, has_box=_never),
    ServedPaper("CH-110", "court", _first_order_may_be, _first_order_is, _IF_MADE),
    ServedPaper("MC-030", "copy", _adds_own_statement, has_box=_never),
    ServedPaper("CH-120", "blank"),
    ServedPaper("CH-120-INFO", "read"),
    ServedPaper("CH-250", "blank"),
    ServedPaper("CH-800", "blank"),
)
_ORDER_DV = (
    ServedPaper("DV-130", "court"),
    ServedPaper("DV-140", "court", _custody_may_be, _custody_is, _IF_MADE, is_behind=True, has_box=_never),
    ServedPaper(
        "DV-145", "court", _abduction_may_be, _abduction_is, _IF_MADE, is_behind=True, has_box=_never
    ),
    ServedPaper("DV-800", "blank", has_box=_never),
)
_ORDER_CH = (
    ServedPaper("CH-130", "court"),
    ServedPaper("CH-800", "blank"),
)
_RENEWAL_DV = (
    ServedPaper("DV-700", "copy", has_box=_never),
    ServedPaper("DV-710", "court", has_box=_never),
    ServedPaper("DV-720", "blank", has_box=_never),
    ServedPaper("DV-130", "court", _not_renewed_before),
    ServedPaper("DV-730", "court", _renewed_before, has_box=_never, words="DV-730 with all attached pages"),
)
_RENEWAL_CH = (
    ServedPaper("CH-700", "copy", has_box=_never),
    ServedPaper("CH-710", "court", has_box=_never),
    ServedPaper("CH-720", "blank", has_box=_never),
    ServedPaper("CH-130", "court", _not_renewed_before),
    ServedPaper("CH-730", "court", _renewed_before, has_box=_never, words="CH-730 with all attached pages"),
)

# The stage, and what is served at it with a request under the Family Code and in civil harassment
_STAGES: tuple[tuple[Test, tuple[ServedPaper, ...], tuple[ServedPaper, ...]], ...] = (
    (lambda case: case.serves_request, _REQUEST_DV, _REQUEST_CH),
    (lambda case: case.serves_renewal, _RENEWAL_DV, _RENEWAL_CH),
    (lambda case: case.serves_order, _ORDER_DV, _ORDER_CH),
)


def every_number() -> frozenset[str]:
    """The number of every form that may ever be handed over."""
    return frozenset(paper.number for _stage, domestic, civil in _STAGES for paper in (*domestic, *civil))
