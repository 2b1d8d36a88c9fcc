"""What came of the hearing, and the order as the judge made it (DV-130 with DV-140 and DV-145, CH-130).

Told by the person, for the plan; and, where the court told them to prepare the order, for the judge to sign.
The judge's findings are never asked.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from interview.abduction import Abduction
from interview.hearing import Entry
from interview.parenting import CustodyTo, RecordKind
from interview.requests import Requests
from interview.vocabulary import YesNo, YesNoUnknown

Outcome = Literal["", "granted", "denied", "later"]  # "later": the judge has not decided yet
Attendee = Literal["me", "my_lawyer", "respondent", "their_lawyer"]
Decision = Literal["", "as_asked", "changed", "not_granted"]
Way = Literal["", "none", "mail", "in_person"]
Party = Literal["me", "respondent"]
Provider = Literal["", "professional", "nonprofessional"]
MoveLimit = Literal["county", "california", "united_states", "other"]
ServedBy = Literal["", "in_person", "mail", "unknown"]
ReviewSubject = Literal["guns", "other"]
ChildrenOrder = Literal["travel", "records", "abduction", "custody", "visits"]  # names of Decided

GRANTED: tuple[Decision, ...] = ("as_asked", "changed")
# of DV-100 item 15: each is decided by itself (DV-140)
CUSTODY_ORDERS: tuple[ChildrenOrder, ...] = ("travel", "records", "abduction", "custody", "visits")


@dataclass(frozen=True)
class Decided:
    """What the judge made of each order that was asked for (DV-130 items 14 to 31, by their own names)."""

    no_abuse: Decision = ""
    no_contact: Decision = ""
    stay_away: Decision = ""
    move_out: Decision = ""
    other_orders: Decision = ""
    animals: Decision = ""
    property: Decision = ""
    insurance: Decision = ""
    record: Decision = ""
    property_restraint: Decision = ""
    pay_debts: Decision = ""
    pay_expenses: Decision = ""
    child_support: Decision = ""
    spousal_support: Decision = ""
    lawyer_fees: Decision = ""
    batterer_program: Decision = ""
    phone_transfer: Decision = ""
    travel: Decision = ""  # DV-140 item 4
    records: Decision = ""  # item 5
    abduction: Decision = ""  # item 6, DV-145
    custody: Decision = ""  # item 7
    visits: Decision = ""  # items 8 to 13


@dataclass(frozen=True)
class Payment:
    """DV-130 items 25, 26 and 29."""

    pay_to: str = ""
    what_for: str = ""
    amount: str = ""  # without the dollar sign, which is printed
    due_date: str = ""

    @property
    def summary(self) -> str:
        parts = (
            f"Pay to: {self.pay_to}" if self.pay_to else "",
            f"For: {self.what_for}" if self.what_for else "",
            f"Amount: ${self.amount}" if self.amount else "",
            f"Due date: {self.due_date}" if self.due_date else "",
        )
        return "; ".join(part for part in parts if part)


@dataclass(frozen=True)
class CustodyMade:
    """What the judge ordered of the children instead of what was asked (DV-140 items 4 to 13 and 15)."""

    travel_limits: tuple[Literal["county", "california", "united_states", "other"], ...] = ()
    travel_county: str = ""
    travel_other: str = ""
    travel_asks: tuple[Party, ...] = ()  # item 4: who needs permission
    records_of: Literal["", "all", "some"] = ""
    records_children: tuple[str, ...] = ()  # keys
    records: tuple[RecordKind, ...] = ()
    records_other: str = ""
    legal: CustodyTo = ""
    legal_other: str = ""
    physical: CustodyTo = ""
    physical_other: str = ""
    visits: Literal["", "none", "supervised", "unsupervised"] = ""
    visits_of: Literal["", "me", "respondent"] = ""  # whose visits they are
    provider: Provider = ""  # who watches over them
    provider_name: str = ""
    provider_telephone: str = ""
    provider_relationship: str = ""  # to the child; of a nonprofessional
    schedule: str = ""  # in the judge's words
    place: Literal["", "in_person", "virtual", "other"] = ""
    place_details: str = ""  # where in person, or which other way
    exchange_provider: Literal["", "no", "professional", "nonprofessional"] = ""  # item 11
    exchange_provider_name: str = ""
    exchange_provider_relationship: str = ""
    exchange_place: str = ""


@dataclass(frozen=True)
class OrderDetails:
    """Details of the order that a request has no place for (DV-130)."""

    contact_with: tuple[Literal["me", "others"], ...] = ()  # item 15a
    contact_exceptions: tuple[Literal["visits", "only_visits", "other"], ...] = ()  # 15b
    contact_exception_other: str = ""
    stay_away_exceptions: tuple[Literal["exchanges", "visits", "other"], ...] = ()  # 16b
    stay_away_exception_other: str = ""
    insurance_of: tuple[Party, ...] = ()  # 22
    property_of: tuple[Party, ...] = ()  # 24
    debts: tuple[Payment, ...] = ()  # 25
    expenses: tuple[Payment, ...] = ()  # 26
    fees: tuple[Payment, ...] = ()  # 29
    program_by: date | None = None  # 30b
    others: Literal["", "all", "some", "none"] = ""  # item 3: which of those listed in DV-100 item 8
    others_chosen: tuple[str, ...] = ()  # keys
    more_orders: YesNo = ""  # item 18: what was not asked for
    more_orders_text: str = ""
    no_move: tuple[MoveLimit, ...] = ()  # DV-145 item 4, of which DV-108 has no place
    no_move_other: str = ""


@dataclass(frozen=True)
class AfterHearing:
    outcome: Outcome = ""
    attended: tuple[Attendee, ...] = ()  # in person, by phone or by video (DV-130 item 6b)
    agreed_in_writing: YesNoUnknown = ""  # the other person, who was not there (DV-130 item 32a)
    first_papers_served: YesNoUnknown = ""  # DV-109 and DV-110, CH-109 and CH-110, in person
    same_as_temporary: YesNoUnknown = ""  # but for the end date (DV-130 item 32b(1), CH-130 item 17)
    has_review: YesNoUnknown = ""  # another hearing (DV-130 item 5)
    review_about: tuple[ReviewSubject, ...] = ()  # firearms: DV-130 item 11, CH-130 item 12
    review_other: str = ""
    review_date: date | None = None
    review_time: str = ""  # "13:30"
    review_department: str = ""
    serve_by: date | None = None  # item 32b(3), CH-130 item 17b(3)
    serve_by_way: ServedBy = ""  # its box (a) or (b)
    entry: Entry = ""  # CH-130 item 16: who takes the order to the police database
    ends_on: date | None = None  # item 4
    # The court told the person to prepare the order, before the hearing or after it
    court_wants_order: YesNo = ""
    judge: str = ""  # item 6a
    their_lawyer: str = ""  # item 6b
    ends_at: Literal["", "midnight", "other"] = ""
    ends_time: str = ""
    decided: Decided = field(default_factory=Decided)
    changed: Requests = field(default_factory=Requests)  # what the judge ordered instead
    changed_custody: CustodyMade = field(default_factory=CustodyMade)
    changed_abduction: Abduction = field(default_factory=Abduction)
    details: OrderDetails = field(default_factory=OrderDetails)

    @property
    def respondent_was_there(self) -> bool:
        return "respondent" in self.attended

    @property
    def was_made_without_respondent(self) -> bool:
        """The order has still to reach the other person (DV-130 item 32b, CH-130 item 17b)."""
        made = self.outcome == "granted" and bool(self.attended)
        return made and not self.respondent_was_there and self.agreed_in_writing != "yes"

    @property
    def review_is_about_guns(self) -> bool:
        """DV-130 items 11 and 32b(3), CH-130 items 12 and 17b(3)."""
        return self.has_review == "yes" and "guns" in self.review_about

    @property
    def way_to_serve(self) -> Way:
        """How the order reaches the other person: "" while the facts do not tell (DV-130 item 32).

        By mail only where the temporary order and the notice were handed over in person, neither the other
        person nor a lawyer for them came, and the order is the same (Family Code 6384(a)).
        """
        if self.outcome != "granted" or not self.attended:
            return ""
        if not self.was_made_without_respondent:
            return "none"
        facts = (self.first_papers_served, self.same_as_temporary)
        if "no" in facts or self.serve_by_way == "in_person" or "their_lawyer" in self.attended:
            return "in_person"
        return "mail" if facts == ("yes", "yes") else ""
