"""Visits with the children as the order has them (DV-140 items 8 to 13, 15): as DV-105 asks, or as the
judge ordered them instead."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from interview.after_hearing import CustodyMade
from interview.parenting import Custody, Supervisor, Visits, Week

Whose = Literal["", "me", "respondent"]
_SEE_THE_PLAN = "As in the plan in item 13"


@dataclass(frozen=True)
class VisitsMade:
    """One way of visits (items 9, 10 and 12); empty when they are ordered another way."""

    is_ordered: bool = False
    of: Whose = ""
    provider: str = ""
    telephone: str = ""
    relationship: str = ""  # to the child
    frequency: Literal["", "once", "twice", "other"] = ""
    hours_once: str = ""
    hours_twice: str = ""
    schedule: str = ""
    follows_plan: bool = False  # item 13
    fee_me: str = ""  # whole percent
    fee_respondent: str = ""
    fee_other_name: str = ""
    fee_other: str = ""
    place: Literal["", "in_person", "virtual", "other"] = ""
    place_in_person: str = ""
    place_other: str = ""

    @property
    def is_described(self) -> bool:
        return bool(self.schedule)


@dataclass(frozen=True)
class ExchangesMade:
    """Item 11."""

    kind: Literal["", "professional", "nonprofessional"] = ""
    of: Whose = ""
    professional: str = ""
    nonprofessional: str = ""
    relationship: str = ""
    place: str = ""
    fee_me: str = ""
    fee_respondent: str = ""
    fee_other_name: str = ""
    fee_other: str = ""


@dataclass(frozen=True)
class VisitOrders:
    no_visits: bool = False
    professional: VisitsMade = field(default_factory=VisitsMade)
    nonprofessional: VisitsMade = field(default_factory=VisitsMade)
    exchanges: ExchangesMade = field(default_factory=ExchangesMade)
    unsupervised: VisitsMade = field(default_factory=VisitsMade)
    has_plan: bool = False  # item 13
    week: Week = field(default_factory=Week)
    repeat: Literal["", "every_week", "every_other_week", "other"] = ""
    repeat_other: str = ""
    start_date: date | None = None
    other_orders: str = ""  # item 15: what the items before it have no blank for


def visits_asked(custody: Custody) -> VisitOrders:
    """As DV-105 items 10 to 13 ask for them: visits of the other person."""
    if not custody.has_visits:
        return VisitOrders(no_visits=custody.visits == "none")
    kind = custody.supervisor.kind
    if custody.supervised_answer == "no":
        return _unsupervised_asked(custody)
    if custody.supervised_answer != "yes":
        return VisitOrders()
    visit = custody.supervised_visits
    orders = _plan(visit) if visit.frequency == "week" else VisitOrders()
    if not kind:
        told = _SEE_THE_PLAN if visit.frequency == "week" else _how_often(visit)
        return replace(orders, other_orders=_watched_by_nobody_told("respondent", told, visit.place_other))
    if kind == "professional":
        return replace(orders, professional=_professional_asked(custody.supervisor, visit))
    return replace(orders, nonprofessional=_nonprofessional_asked(custody.supervisor, visit))


def _professional_asked(supervisor: Supervisor, visit: Visits) -> VisitsMade:
    """Item 9. Its item c has no box for the plan in item 13."""
    boxes: dict[str, Literal["once", "twice", "other"]] = {"once": "once", "twice": "twice"}
    in_words = {"week": _SEE_THE_PLAN, "other": visit.frequency_other}
    return replace(
        _asked(visit),
        provider=supervisor.professional_name,
        frequency=boxes.get(visit.frequency, "other" if visit.frequency else ""),
        hours_once=visit.hours_once,
        hours_twice=visit.hours_twice,
        schedule=in_words.get(visit.frequency, ""),
        fee_me=supervisor.fee_me,
        fee_respondent=supervisor.fee_respondent,
        fee_other_name=supervisor.fee_other_name,
        fee_other=supervisor.fee_other,
    )


def _nonprofessional_asked(supervisor: Supervisor, visit: Visits) -> VisitsMade:
    """Item 10. Its item c has no boxes for how often."""
    return replace(
        _asked(visit),
        provider=supervisor.nonprofessional_name,
        schedule=_how_often(visit),
        follows_plan=visit.frequency == "week",
    )


def _how_often(visit: Visits) -> str:
    once = f"Once a week, for {visit.hours_once} hours" if visit.hours_once else "Once a week"
    twice = f"Twice a week, for {visit.hours_twice} hours each visit" if visit.hours_twice else "Twice a week"
    return {"once": once, "twice": twice, "other": visit.frequency_other}.get(visit.frequency, "")


def _watched_by_nobody_told(of: Whose, schedule: str, place: str) -> str:
    """Item 15: items 9 and 10 each name a kind of provider; where none was told, nothing is lost."""
    whose = {"me": " of the person in 1", "respondent": " of the person in 2"}.get(of, "")
    lines = (f"Supervised visits{whose}: {schedule}" if schedule else "", _places(visits=place))
    return "\n".join(line for line in lines if line)


def _asked(visit: Visits) -> VisitsMade:
    return VisitsMade(is_ordered=True, of="respondent", place=visit.place, place_other=visit.place_other)


def _unsupervised_asked(custody: Custody) -> VisitOrders:
    """Items 11 and 12. With a plan, item 12c has no room for the details: they go to item 15."""
    visit = custody.unsupervised_visits
    exchanges = custody.exchange_supervisor if custody.exchanges_supervised == "yes" else Supervisor()
    if visit.wants_week != "yes":
        made = replace(_asked(visit), schedule=visit.details)
        return VisitOrders(unsupervised=made, exchanges=_exchanges_asked(exchanges))
    return replace(
        _plan(visit),
        unsupervised=replace(_asked(visit), follows_plan=True),
        exchanges=_exchanges_asked(exchanges),
        other_orders=f"Visits: {visit.details}" if visit.details else "",
    )


def _exchanges_asked(told: Supervisor) -> ExchangesMade:
    return ExchangesMade(
        kind=told.kind,
        of="respondent" if told.kind else "",
        professional=told.professional_name,
        nonprofessional=told.nonprofessional_name,
        fee_me=told.fee_me,
        fee_respondent=told.fee_respondent,
        fee_other_name=told.fee_other_name,
        fee_other=told.fee_other,
    )


def _plan(visit: Visits) -> VisitOrders:
    """Item 13."""
    return VisitOrders(
        has_plan=True,
        week=visit.week,
        repeat=visit.repeat,
        repeat_other=visit.repeat_other,
        start_date=visit.start_date,
    )


def visits_changed(told: CustodyMade) -> VisitOrders:
    """As the judge ordered them instead, in the judge's words."""
    if told.visits == "none":
        return VisitOrders(no_visits=told.visits_of != "me")  # item 8 speaks of the person in 2
    made = VisitsMade(
        is_ordered=True,
        of=told.visits_of,
        schedule=told.schedule,
        place=told.place,
        place_other=told.place_details if told.place == "other" else "",
    )
    where = told.place_details if told.place == "in_person" else ""
    if told.visits == "unsupervised":
        exchanges = _exchanges_changed(told)
        return VisitOrders(unsupervised=made, exchanges=exchanges, other_orders=_places(visits=where))
    if told.visits != "supervised":
        return VisitOrders()
    if not told.provider:
        in_words = _watched_by_nobody_told(told.visits_of, told.schedule, told.place_details)
        return VisitOrders(other_orders=in_words)
    made = replace(made, provider=told.provider_name, telephone=told.provider_telephone)
    if told.provider == "professional":
        made = replace(made, frequency="other" if told.schedule else "")
        return VisitOrders(professional=made, other_orders=_places(visits=where))
    made = replace(made, relationship=told.provider_relationship, place_in_person=where)
    return VisitOrders(nonprofessional=made)


def _places(**places: str) -> str:
    """Item 15: places that items 9 and 12 have no blank for."""
    return "\n".join(f"Place of {what}: {place}" for what, place in places.items() if place)


def _exchanges_changed(told: CustodyMade) -> ExchangesMade:
    name, of = told.exchange_provider_name, told.visits_of
    if told.exchange_provider == "professional":
        return ExchangesMade(kind="professional", of=of, professional=name)
    if told.exchange_provider != "nonprofessional":
        return ExchangesMade()
    return ExchangesMade(
        kind="nonprofessional",
        of=of,
        nonprofessional=name,
        relationship=told.exchange_provider_relationship,
        place=told.exchange_place,
    )
