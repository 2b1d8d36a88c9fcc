"""DV-130 or CH-130 in the person's own papers: brought to the hearing, or prepared for the judge to sign.

CH-130 says that items 1 to 3 are the person's. DV-130 says nothing and courts differ, so no more is filled
unless the court told the person to prepare it (Case.prepares_order).
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interview.after_hearing import GRANTED
from interview.case import Case
from interview.order_made import decision_of
from interview.phrasing import all_of
from interview.plan_step import sources
from interview.questions import Text
from interview.requests import FORM_OF_ORDER, Order


def number(case: Case) -> str:
    return "CH-130" if case.asks_for_cho else "DV-130"


def in_copies(case: Case) -> Iterator[str]:
    if not case.brings_order:
        return
    if case.order_goes_with_request:
        yield _(
            "%s lies in your papers too. This county's court has wanted it with the first papers: hand it in "
            "with them, and ask the clerk about copies of it."
        ) % _with_attached(case)
    else:
        yield _(
            "%s lies in your papers for the hearing. Keep it out of the copies and bring it then. Some "
            "courts want it with the first papers: ask the clerk."
        ) % _with_attached(case)


def at_hearing(case: Case) -> Iterator[str]:
    if case.prepares_order:
        yield _(
            "Bring %s too. The court told you to prepare it, so it is filled in with the orders you asked "
            "for. Read each line. It is no order until a judge signs it, and the judge may change it."
        ) % _with_attached(case)
        yield from _still_to_fill(case)
    elif case.brings_order and not case.order_goes_with_request:
        yield _("Bring %s too, with items 1 to 3 filled in. The rest is the court's.") % _with_attached(case)


def as_made(case: Case) -> Iterator[str]:
    """After the hearing, for who was told to prepare the order."""
    if not case.hearing_is_over or case.after.court_wants_order != "yes":
        return
    if not case.outcome:
        yield _(
            "The court told you to prepare the order (%s). Tell us first what the judge decided, and print "
            "again then. Do not hand it in before."
        ) % number(case)
        return
    if not case.brings_order:
        return
    names = {"order": _with_attached(case), "said": _WHAT_IS_FILLED[_filled_with(case)]}
    yield (
        _(
            "The court told you to prepare the order: %(order)s lies in your papers, %(said)s Hand it in the "
            "way the court told you."
        )
        % names
    )
    yield from _still_to_fill(case)
    yield " ".join(_unsigned(case))


_WHAT_IS_FILLED: dict[str, Text] = {
    "made": gettext_lazy(
        "filled in with what you told of the judge's decision. Read each line against what the judge said, "
        "or the clerk's notes of it."
    ),
    "asked": gettext_lazy("filled in with the orders you asked for. The judge may change it."),
    "own": gettext_lazy("with the parts that are yours filled in."),
}


def _filled_with(case: Case) -> str:
    if not case.prepares_order:
        return "own"
    return "made" if case.outcome == "granted" else "asked"


def _unsigned(case: Case) -> Iterator[str]:
    yield _("It is no order until a judge signs it: ask the clerk when that is, and get the signed copy.")
    if case.may_have_first_order:
        yield _(
            "%s ended with the hearing unless the judge made it longer. Ask whether an order holds until "
            "then. Ask for the paper that says so too."
        ) % ("CH-110" if case.asks_for_cho else "DV-110")
    else:
        yield _("Ask whether an order holds until then, and for the paper that says so.")
    yield _("The other person is given the signed order, not this one.")


def _still_to_fill(case: Case) -> Iterator[str]:
    """What goes with the order and is not in these papers, and the exceptions that are the judge's."""
    if not case.prepares_order:
        return
    behind = [form for order, form in FORM_OF_ORDER.items() if _is_in_order(case, order)]
    if len(behind) == 1:
        yield _("The order says that %s is behind it. Ask the court who fills it in.") % behind[0]
    elif behind:
        yield _("The order says that %s are behind it. Ask the court who fills them in.") % all_of(behind)
    items = [item for item, order in _ROOM if _is_in_order(case, order)]
    if items and case.outcome != "granted" and case.asks_for_custody and case.custody.has_visits:
        yield _(
            "DV-130 has room for exceptions for visits (%s). They are for the judge: ask the judge to look "
            "there."
        ) % all_of(items)


_ROOM: tuple[tuple[str, Order], ...] = (("15b", "no_contact"), ("16b", "stay_away"))


def _is_in_order(case: Case, order: Order) -> bool:
    """Asked for; once the order was made, as the judge made it."""
    if case.outcome != "granted":
        return order in case.requests.asked
    return decision_of(case, order) in GRANTED


def rules(case: Case) -> tuple[str, ...]:
    """The sources of these sentences."""
    if not case.brings_order and case.after.court_wants_order != "yes":
        return ()
    return sources("civil_who_prepares" if case.asks_for_cho else "who_prepares")


def _with_attached(case: Case) -> str:
    behind = [form for form, is_there in _attached(case) if is_there]
    if not behind:
        return number(case)
    return _("%(order)s with %(behind)s behind it") % {
        "order": number(case),
        "behind": all_of(behind),
    }


def _attached(case: Case) -> tuple[tuple[str, bool], ...]:
    """The copies that lie behind this order in the papers, of which there are more behind DV-110."""
    with_custody = any(order.attached_to == "DV-130" for order in case.custody_orders)
    with_abduction = any(order.goes_with == "DV-130" for order in case.abduction_orders)
    return ("DV-140", with_custody), ("DV-145", with_abduction)
