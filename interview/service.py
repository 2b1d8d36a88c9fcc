"""Having the papers given to the other person: by whom, and what the sheriff must know (SER-001)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

from interview.court_days import open_day_before
from interview.vocabulary import YesNo, YesNoUnknown

if TYPE_CHECKING:
    from interview.case import Case

AddressKind = Literal["", "home", "business"]
Issue = Literal["weapon", "violence", "training", "deaf", "probation", "animal", "mental_health", "other"]


@dataclass(frozen=True)
class ServiceAddress:
    """Where the sheriff may find the other person (SER-001 item 4)."""

    street: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""
    kind: AddressKind = ""
    gate_code: str = ""  # or special instructions
    best_time: str = ""


@dataclass(frozen=True)
class Service:
    """SER-001. What the rest of the Case knows (looks, home, guns, language) is not asked here again."""

    by_sheriff: YesNo = ""
    county: str = ""  # item 1: where the other person is
    vehicle_color: str = ""  # item 3a(3), beside what was told for CLETS-001
    picture_included: YesNo = ""
    knows_issues: YesNo = ""  # item 3a(4)
    issues: tuple[Issue, ...] = ()
    other_issues: str = ""
    place: Literal["", "known", "other", "jail"] = ""  # "known": the home address told before
    first: ServiceAddress = field(default_factory=ServiceAddress)
    jail: str = ""
    has_second: YesNo = ""
    second: ServiceAddress = field(default_factory=ServiceAddress)
    other_way: YesNoUnknown = ""  # item 5e: the judge allowed another way than by hand
    has_other_information: YesNo = ""
    other_information: str = ""


@dataclass(frozen=True)
class SheriffsDates:
    """SER-001 items 5c and 5d; "" and None: not told, and left to the pen."""

    has_hearing: YesNo = ""
    hearing: date | None = None
    serve_by: date | None = None


def sheriffs_dates(case: Case) -> SheriffsDates:
    """The hearing still to come and the day the sheriff has until, for the papers that are handed over."""
    if case.serves_request:
        return _before_the_hearing(case)
    return _of_the_order(case) if case.serves_order else SheriffsDates()  # DV-710 sets those of a renewal


def _before_the_hearing(case: Case) -> SheriffsDates:
    """DV-109 and CH-109, items 3 and 6.

    Sheriffs serve on working days. Where the last day is none, they are told the one before it, which is in
    time however such a day is counted; the plan says the same day and why.
    """
    day, last = case.hearing.date, case.hearing.last_day_to_serve
    return SheriffsDates("yes" if day else "", day, last and open_day_before(last))


def _of_the_order(case: Case) -> SheriffsDates:
    """The hearing about firearms, if there is one (DV-130 items 11 and 32b(3), CH-130 items 12 and 17b(3)).

    The judge wrote its last day to serve on the order that goes with the form: it is said as it stands there.
    """
    after = case.after
    if after.has_review != "yes":
        return SheriffsDates("no" if after.has_review == "no" else "")
    return SheriffsDates("yes" if after.review_date else "", after.review_date, after.serve_by)
