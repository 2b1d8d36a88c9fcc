"""What is printed apart from the whole packet: for the clerk, and for the other person."""

from __future__ import annotations

from pathlib import Path

from forms_library.packet import Packet
from forms_library.paper_sets import Handed, HandedOver, served_set
from interview.case import Case
from interview.served_papers import doubt_of, served_papers

_NOTICE = "Notice of Order Protecting Information of Minor"
_RESPONSE = "Response to Request to Renew Restraining Order"
_TITLES = {  # of forms that are named here and not in the catalogue
    "DV-170": _NOTICE,
    "CH-170": _NOTICE,
    "DV-720": _RESPONSE,
    "CH-720": _RESPONSE,
    "DV-730": "Order to Renew Domestic Violence Restraining Order, with what lies behind it",
    "CH-730": "Order Renewing Civil Harassment Restraining Order, with what lies behind it",
}

# In the words of the papers, which are in English whatever language the pages are in
_FREE = "The sheriff or marshal can do it, free."
_FREE_FOR_SOME = (
    "The sheriff or marshal can do it: free where the order is based on violence, a credible threat of "
    "violence or stalking, or with a fee waiver. {order} says whether it is. Else ask the sheriff what it "
    "costs."
)
_FREE_BY_LAW = (
    "The sheriff or marshal can do it: free with a fee waiver, or where the papers are based on violence, a "
    "credible threat of violence or stalking. Else ask the sheriff what it costs."
)
_WAIT = (
    "You asked the judge to keep facts about someone under 18 private. Hand over nothing before the judge "
    "has decided."
)
_IF_PRIVATE = (
    "If the judge said yes, {order}, item 13, says which papers are handed over: it goes before the list "
    "here. {notice} is the first page, with the others stapled behind it. What {order}, item 8b, keeps from "
    "the other person is blacked out in the copies first. If the judge said no, {notice} and {order} stay "
    "out."
)


def handed_over(case: Case) -> tuple[Handed, ...]:
    """Every paper that is handed over now, in order; empty while nothing is to be."""
    return tuple(
        Handed(
            each.number,
            each.comes,
            _TITLES.get(each.number, ""),
            doubt_of(each, case),
            each.is_behind,
            each.with_it,
        )
        for each in served_papers(case)
    )


def make_served_set(case: Case, forms_dir: Path) -> Packet:
    """One PDF: the sheet, and behind it what is printed here. Raises layout.UnprintableAnswerError."""
    told = HandedOver(
        handed_over(case),
        path="cho" if case.asks_for_cho else "dvro",
        proof="CH-200" if case.asks_for_cho else "DV-200",
        sheriff=_sheriff(case),
        first=_first(case),
    )
    return served_set(case, told, forms_dir)


def _sheriff(case: Case) -> str:
    """What the sheriff costs (DV-109 item 6, DV-710 item 6; CH-110 item 14, CH-130 item 18)."""
    if case.asks_for_dvro:
        return _FREE
    if not case.serves_request:
        return _FREE_FOR_SOME.format(order="CH-130, item 18,")
    return _FREE_BY_LAW if case.had_no_temporary_order else _FREE_FOR_SOME.format(order="CH-110, item 14,")


def _first(case: Case) -> tuple[str, ...]:
    """DV-160 and CH-160: what the judge keeps private is not to be handed over."""
    if not (case.asks_for_minor_privacy and case.serves_request):
        return ()
    order, notice = ("CH-165", "CH-170") if case.asks_for_cho else ("DV-165", "DV-170")
    return _WAIT, _IF_PRIVATE.format(order=order, notice=notice)
