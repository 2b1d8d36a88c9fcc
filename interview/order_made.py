"""The order after the hearing as its blanks are filled for the judge (DV-130), when the court told the person
to prepare it: before the hearing the orders asked for, after it those the judge made.

A view: everything here follows from the request and from what was told of the hearing. What the judge finds
(items 7, 9, 10, 13 and 25b) is nowhere here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from interview.after_hearing import (
    CUSTODY_ORDERS,
    GRANTED,
    AfterHearing,
    Attendee,
    Decided,
    Decision,
    OrderDetails,
    Party,
    Payment,
)
from interview.others_protected import names_others, no_contact_with, others_protected, without_others
from interview.parenting import Custody, clock_time
from interview.people import ProtectedPerson
from interview.requests import FORM_OF_ORDER, Order, Requests

if TYPE_CHECKING:
    from interview.case import Case

_Exception = TypeVar("_Exception", bound=str)
Half = Literal["", "am", "pm", "midnight"]

_COMES_WITH_A_FORM: tuple[Order, ...] = ("custody", *FORM_OF_ORDER)
_COMPLIANCE = "Firearms, firearm parts, and ammunition: see item 11"

# what an order says beyond its box, in the request and in what the judge ordered instead
_WORDS: dict[Order, tuple[str, ...]] = {
    "stay_away": ("stay_away",),
    "move_out": ("move_out",),
    "other_orders": ("other_orders",),
    "animals": ("animal_protection",),
    "property": ("property_description",),
}


@dataclass(frozen=True)
class Clock:
    """A time as DV-130 asks for it: "8:30", and a box for the half of the day."""

    time: str = ""
    half: Half = ""


@dataclass(frozen=True)
class Review:
    """Another hearing: item 5, and item 11 where it is about firearms."""

    is_set: bool = False
    is_about_guns: bool = False  # item 11
    day: date | None = None
    clock: Clock = field(default_factory=Clock)
    department: str = ""
    issues: str = ""


@dataclass(frozen=True)
class ServiceMade:
    """Item 32."""

    both_were_there: bool = False  # a
    respondent_was_not: bool = False  # b
    by_mail: bool = False  # b(1)
    in_person: bool = False  # b(2)
    in_person_by: date | None = None  # b(3)
    mail_by: date | None = None

    @property
    def is_dated(self) -> bool:
        return bool(self.in_person_by or self.mail_by)


@dataclass(frozen=True)
class OrderMade:
    """DV-130. Empty but for item 3 where nobody told that the court wants it prepared."""

    is_original: bool = False  # as made, not proposed
    protects_others: bool = False  # item 3
    people: tuple[ProtectedPerson, ...] = ()
    ends_on: date | None = None  # item 4
    ends_at: Clock = field(default_factory=Clock)
    review: Review = field(default_factory=Review)
    hearing_date: date | None = None  # item 6
    judge: str = ""
    attended: tuple[Attendee, ...] = ()
    my_lawyer: str = ""
    their_lawyer: str = ""
    orders: tuple[Order, ...] = ()  # items 14 to 31; "custody" is item 19
    requests: Requests = field(default_factory=Requests)  # what those orders say, and no others
    contact_with: tuple[Literal["me", "others"], ...] = ()  # 15a
    details: OrderDetails = field(default_factory=OrderDetails)
    debts: tuple[Payment, ...] = ()  # 25
    expenses: tuple[Payment, ...] = ()  # 26
    service: ServiceMade = field(default_factory=ServiceMade)
    prevents_abduction: bool = False  # 34: DV-145
    counts_pages: bool = False  # 34a: the court adds no form of its own, so the number can be known


def decisions(case: Case) -> dict[str, Decision]:
    """Each order that is on the paper, and whether it is as it was asked for; by the names of `Decided`."""
    if not case.prepares_order:
        return {}
    names = [one.name for one in fields(Decided)]
    if is_proposed(case):
        return {name: "as_asked" for name in names if was_asked_for(case, name)}
    if case.outcome != "granted":
        return {}
    told = {name: decision_of(case, name) for name in names}
    return {name: decision for name, decision in told.items() if decision in GRANTED}


def decision_of(case: Case, order: str) -> Decision:
    """What was told of the judge's decision about an order, by its name in `Decided`.

    "" too where it was made "as asked" and is asked for no more: that says nothing any longer. About the
    children the judge may have ordered it in words of the judge's own.
    """
    told: Decision = getattr(case.after.decided, order)
    if was_asked_for(case, order):
        return told
    unasked = order in CUSTODY_ORDERS and case.asks_for_custody
    return told if unasked and told != "as_asked" else ""


def was_asked_for(case: Case, order: str) -> bool:
    """`order`: a name of `Decided`. Those about the children are asked for in DV-105, the others by name."""
    of_children = _ASKED_OF_CHILDREN.get(order)
    if of_children is None:
        return order in case.requests.asked
    return case.asks_for_custody and of_children(case.custody)


_ASKED_OF_CHILDREN: Mapping[str, Callable[[Custody], bool]] = {
    "travel": lambda custody: custody.limit_travel == "yes",
    "records": lambda custody: custody.respondent_sees_records == "no",
    "abduction": lambda custody: custody.fears_abduction == "yes",
    "custody": lambda custody: custody.wants_custody == "yes",
    "visits": lambda custody: bool(custody.visits),
}


def is_proposed(case: Case) -> bool:
    """The order is prepared before the judge has decided."""
    return case.prepares_order and (not case.hearing_is_over or case.outcome == "later")


def order_made(case: Case) -> OrderMade:
    people = others_protected(case)
    if not case.prepares_order:
        return OrderMade(protects_others=case.protect_others == "yes", people=people)
    made, after = decisions(case), _after(case)
    orders = _orders(made, after)
    return OrderMade(
        is_original=case.outcome == "granted",
        protects_others=bool(people) if case.outcome == "granted" else case.protect_others == "yes",
        people=people,
        ends_on=after.ends_on,
        ends_at=Clock("", "midnight") if after.ends_at == "midnight" else _clock(after.ends_time),
        review=_review(after),
        hearing_date=case.hearing.date if case.outcome == "granted" else None,
        judge=after.judge,
        attended=after.attended,
        my_lawyer=case.petitioner.lawyer.name if "my_lawyer" in after.attended else "",
        their_lawyer=after.their_lawyer if "their_lawyer" in after.attended else "",
        orders=orders,
        requests=_requests(case, made, orders, people),
        contact_with=no_contact_with(case, made, people),
        details=_details(case, made),
        debts=_debts(case, made),
        expenses=_expenses(case, made),
        service=_service(case, after),
        prevents_abduction="abduction" in made,
        counts_pages=not set(orders) & set(_COMES_WITH_A_FORM),
    )


def still_to_come(day: date | None, case: Case) -> date | None:
    """A day of the request, unless it has passed by the hearing: the judge then names another one."""
    hearing = case.hearing.date
    return None if day is not None and hearing is not None and day <= hearing else day


def _after(case: Case) -> AfterHearing:
    """What was told of the hearing; nothing in a proposed order, which holds no dates and no names."""
    return case.after if case.outcome == "granted" else AfterHearing()


def _orders(made: Mapping[str, Decision], after: AfterHearing) -> tuple[Order, ...]:
    """As the boxes of DV-130 name them: all that is ordered about the children is item 19."""
    more = ("other_orders",) if _more_orders(after) and "other_orders" not in made else ()
    others = (*(name for name in made if name not in CUSTODY_ORDERS), *more)
    children: tuple[Order, ...] = ("custody",) if set(made) & set(CUSTODY_ORDERS) else ()
    return (*others, *children)  # the names of Decided are those of the orders


def _more_orders(after: AfterHearing) -> str:
    """Item 18: what the judge ordered without being asked for it."""
    return after.details.more_orders_text if after.details.more_orders == "yes" else ""


def _requests(
    case: Case,
    made: Mapping[str, Decision],
    orders: tuple[Order, ...],
    people: tuple[ProtectedPerson, ...],
) -> Requests:
    words: dict[str, Any] = {
        name: getattr(case.after.changed if made[order] == "changed" else case.requests, name)
        for order, names in _WORDS.items()
        if order in made
        for name in names
    }
    if "stay_away" in made and not names_others(case, people):
        words["stay_away"] = without_others(words["stay_away"])
    told = words.get("other_orders", ""), _more_orders(_after(case))
    words["other_orders"] = "\n".join(text for text in told if text)
    animals = case.requests.animals if "animals" in made else ()  # the judge's order is about the same ones
    return Requests(asked=orders, animals=animals, **words)


def _details(case: Case, made: Mapping[str, Decision]) -> OrderDetails:
    """What a request has no place for. Where it was granted as asked, it is about the other person."""
    told, none = _after(case).details, OrderDetails()
    contact = told if "no_contact" in made else none
    away = told if "stay_away" in made else none
    return OrderDetails(
        contact_exceptions=_allowed(contact.contact_exceptions, case),
        contact_exception_other=contact.contact_exception_other,
        stay_away_exceptions=_allowed(away.stay_away_exceptions, case),
        stay_away_exception_other=away.stay_away_exception_other,
        insurance_of=_of(told.insurance_of, made.get("insurance", "")),
        property_of=_of(told.property_of, made.get("property_restraint", "")),
        fees=told.fees if "lawyer_fees" in made else (),
        program_by=told.program_by if "batterer_program" in made else None,
    )


def _allowed(exceptions: tuple[_Exception, ...], case: Case) -> tuple[_Exception, ...]:
    """Items 15b and 16b: those for visits with the children are for who asks for orders about children."""
    return tuple(one for one in exceptions if one == "other" or case.asks_for_custody)


def _of(told: tuple[Party, ...], decision: Decision) -> tuple[Party, ...]:
    """Items 22 and 24: DV-100 items 18 and 20 ask it of the other person."""
    return {"as_asked": ("respondent",), "changed": told}.get(decision, ())


def _debts(case: Case, made: Mapping[str, Decision]) -> tuple[Payment, ...]:
    if made.get("pay_debts") != "as_asked":
        return case.after.details.debts if "pay_debts" in made else ()
    debts = case.requests.debts
    return tuple(Payment(debt.pay_to, debt.what_for, debt.amount, debt.due_date) for debt in debts)


def _expenses(case: Case, made: Mapping[str, Decision]) -> tuple[Payment, ...]:
    if made.get("pay_expenses") != "as_asked":
        return case.after.details.expenses if "pay_expenses" in made else ()
    expenses = case.requests.expenses
    return tuple(Payment(expense.pay_to, expense.what_for, expense.amount) for expense in expenses)


def _review(after: AfterHearing) -> Review:
    if after.has_review != "yes":
        return Review()
    clock = _clock(after.review_time)
    guns = after.review_is_about_guns
    issues = "; ".join(filter(None, (_COMPLIANCE if guns else "", after.review_other)))
    return Review(True, guns, after.review_date, clock, after.review_department, issues)


def _service(case: Case, after: AfterHearing) -> ServiceMade:
    """Item 32: who was there or agreed, the same orders or not, a hearing about firearms.

    Its part b says that proof of service of the first papers was presented to the court.
    """
    both = after.respondent_was_there and "me" in after.attended
    absent = after.was_made_without_respondent and after.first_papers_served == "yes"
    dated = after.serve_by if absent and after.review_is_about_guns else None
    return ServiceMade(
        both_were_there=both or (bool(after.attended) and after.agreed_in_writing == "yes"),
        respondent_was_not=absent,
        by_mail=absent and case.way_to_serve_order == "mail",
        in_person=absent and (after.same_as_temporary == "no" or case.had_no_temporary_order),
        in_person_by=dated if after.serve_by_way == "in_person" else None,
        mail_by=dated if after.serve_by_way == "mail" else None,
    )


def _clock(time: str) -> Clock:
    """ "13:30" as a time and a half of the day."""
    told, _space, half = clock_time(time).partition(" ")
    halves: dict[str, Half] = {"am": "am", "pm": "pm"}
    return Clock(told, halves.get(half, ""))
