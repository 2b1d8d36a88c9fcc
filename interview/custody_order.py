"""The orders about the children as their blanks are filled for the judge (DV-140, DV-145).

Both are attached to the temporary order, where all but the parties and the children is the court's, and once
more to the order after the hearing. There they follow that order (order_made.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from interview.abduction import Abduction
from interview.after_hearing import CUSTODY_ORDERS, ChildrenOrder, CustodyMade, Decision, MoveLimit, Party
from interview.order_made import decisions, is_proposed, still_to_come
from interview.parenting import Custody, CustodyTo, RecordKind
from interview.visits_made import VisitOrders, visits_asked, visits_changed

if TYPE_CHECKING:
    from interview.case import Case

Order = Literal["DV-110", "DV-130"]
Limit = Literal["county", "california", "united_states", "other"]


@dataclass(frozen=True)
class CustodyOrder:
    """One copy of DV-140: items 4 to 13, 15 and 17."""

    attached_to: Order = "DV-110"
    parts: tuple[ChildrenOrder, ...] = ()  # items 4 to 8, each a box
    travel_asks: tuple[Party, ...] = ()
    travel_limits: tuple[Limit, ...] = ()
    travel_county: str = ""
    travel_other: str = ""
    records_of: Literal["", "all", "some"] = ""
    records_children: str = ""  # names
    records: tuple[RecordKind, ...] = ()
    records_other: str = ""
    legal: CustodyTo = ""
    legal_other: str = ""
    physical: CustodyTo = ""
    physical_other: str = ""
    visits: VisitOrders = field(default_factory=VisitOrders)
    habitual_country: Literal["", "united_states", "other"] = ""
    habitual_country_other: str = ""

    @property
    def goes_with(self) -> Order:
        return self.attached_to


@dataclass(frozen=True)
class AbductionOrder:
    """One copy of DV-145: items 4 to 10."""

    goes_with: Order = "DV-110"
    made: Abduction = field(default_factory=Abduction)
    no_move: tuple[MoveLimit, ...] = ()  # item 4
    no_move_other: str = ""


def custody_orders(case: Case) -> tuple[CustodyOrder, ...]:
    """Each copy of DV-140 in the packet."""
    if not case.asks_for_custody:
        return ()
    made = decisions(case)
    temporary = () if case.hearing_is_over else (CustodyOrder("DV-110"),)
    if not case.brings_order_with_dvro or (case.prepares_order and not set(made) & set(CUSTODY_ORDERS)):
        return temporary
    return (*temporary, _custody_order(case, made))


def abduction_orders(case: Case) -> tuple[AbductionOrder, ...]:
    """Each copy of DV-145, behind the copy of DV-140 of the same number."""
    made = decisions(case).get("abduction", "")
    if not case.fears_abduction and not made:
        return ()
    temporary = () if case.hearing_is_over else (AbductionOrder(),)
    if not case.brings_order_with_dvro or (case.prepares_order and not made):
        return temporary
    ways = {"as_asked": _as_asked(case), "changed": case.after.changed_abduction}
    order = _without_reasons(ways.get(made, Abduction()))
    return (*temporary, _with_places(AbductionOrder("DV-130", order), case))


def _with_places(order: AbductionOrder, case: Case) -> AbductionOrder:
    """Item 4: DV-108 names no place, so that a proposal leaves the whole item to the court."""
    told = case.after.details
    if case.outcome != "granted" or "no_move" not in order.made.orders:
        return order
    other = told.no_move_other if "other" in told.no_move else ""
    return replace(order, no_move=told.no_move, no_move_other=other)


def _as_asked(case: Case) -> Abduction:
    told = case.abduction
    return replace(
        told,
        documents_by=still_to_come(told.documents_by, case),
        embassy_by=still_to_come(told.embassy_by, case),
    )


def _without_reasons(told: Abduction) -> Abduction:
    """The orders alone: the reasons (item 3) are what the judge finds."""
    return Abduction(
        orders=told.orders,
        documents=told.documents,
        documents_by=told.documents_by,
        documents_to=told.documents_to,
        travel_plan=told.travel_plan,
        travel_plan_other=told.travel_plan_other,
        register_in=told.register_in,
        embassy=told.embassy,
        embassy_by=told.embassy_by,
        foreign_country=told.foreign_country,
        bond=told.bond,
    )


def _custody_order(case: Case, made: Mapping[str, Decision]) -> CustodyOrder:
    if not case.prepares_order:
        return CustodyOrder("DV-130")
    changed = case.after.changed_custody
    told: dict[str, Custody | CustodyMade] = {
        part: changed if made[part] == "changed" else case.custody for part in CUSTODY_ORDERS if part in made
    }
    nothing = CustodyMade()
    travel, records = told.get("travel", nothing), told.get("records", nothing)
    custody = told.get("custody", nothing)
    return CustodyOrder(
        attached_to="DV-130",
        parts=tuple(part for part in CUSTODY_ORDERS if part in made),
        travel_asks=_travel_asks(travel),
        travel_limits=travel.travel_limits,
        travel_county=travel.travel_county,
        travel_other=travel.travel_other,
        records_of=records.records_of,
        records_children=_names_of(case, records) if records.records_of == "some" else "",
        records=records.records,
        records_other=records.records_other,
        legal=custody.legal,
        legal_other=custody.legal_other,
        physical=custody.physical,
        physical_other=custody.physical_other,
        visits=_visits(told.get("visits", nothing), case),
        habitual_country=case.custody.habitual_country,
        habitual_country_other=case.custody.habitual_country_other,
    )


def _travel_asks(told: Custody | CustodyMade) -> tuple[Party, ...]:
    """Item 4: DV-105 item 6 asks it of the other person."""
    return ("respondent",) if isinstance(told, Custody) else told.travel_asks


def _names_of(case: Case, told: Custody | CustodyMade) -> str:
    chosen = told.records_children
    return ", ".join(child.name for child in case.custody_children if child.key in chosen)


def _visits(told: Custody | CustodyMade, case: Case) -> VisitOrders:
    """In a proposal the court's: DV-105 asks for visits until the court date, and for none after it."""
    if is_proposed(case):
        return VisitOrders()
    if isinstance(told, CustodyMade):
        return visits_changed(told)
    asked = visits_asked(told)
    return replace(asked, start_date=still_to_come(asked.start_date, case))
