"""Every order one may ask for (DV-100 items 10 to 28, CH-100 items 8 to 16)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from interview.court_fees import Sum
from interview.vocabulary import YesNo

Order = Literal[
    "no_abuse",  # DV-100 item 10
    "no_contact",  # 11
    "stay_away",  # 12
    "move_out",  # 13
    "other_orders",  # 14
    "custody",  # 15
    "animals",  # 16
    "property",  # 17
    "insurance",  # 18
    "record",  # 19
    "property_restraint",  # 20
    "more_time",  # 21
    "pay_debts",  # 22
    "pay_expenses",  # 23
    "child_support",  # 24
    "spousal_support",  # 25
    "lawyer_fees",  # 26
    "batterer_program",  # 27
    "phone_transfer",  # 28
    "other_conduct",  # CH-100 item 8c
    "temporary_order",  # CH-100 item 11
    "less_notice",  # CH-100 item 12
    "court_costs",  # CH-100 item 14
]
FORM_OF_ORDER: dict[Order, str] = {  # that lies behind DV-130 where the order is made, and is not filled here
    "child_support": "FL-342",  # DV-130 item 27
    "spousal_support": "FL-343",  # 28
    "phone_transfer": "DV-900",  # 31
}
Place = Literal[
    "me",
    "home",
    "work",
    "vehicle",
    "school",
    "protected_people",
    "childrens_school",
    "childcare",
    "other",
]
Distance = Literal["", "hundred", "other"]
HowClose = Literal["", "together", "same_building", "same_neighborhood", "other"]
SharedPlace = Literal["work", "school", "other"]
RightToHome = Literal["owner", "lease", "with_children", "lived_there", "pays", "other"]
AnimalOrder = Literal["stay_away", "no_harm", "possession"]
AnimalReason = Literal["abused", "care", "purchased", "other"]
ChildSupportAsk = Literal["want", "change", "benefits"]


@dataclass(frozen=True)
class StayAway:
    """DV-100 item 12, CH-100 item 9."""

    places: tuple[Place, ...] = ()
    other_place: str = ""
    distance: Distance = ""
    yards: str = ""
    live_close: YesNo = ""
    how_close: HowClose = ""
    how_close_other: str = ""
    same_work_or_school: YesNo = ""
    shared_places: tuple[SharedPlace, ...] = ()
    company: str = ""
    school: str = ""
    shared_other: str = ""
    can_reach_own_places: YesNo = ""  # CH-100 item 9b: the respondent's home, school or job
    cannot_reach_why: str = ""

    @property
    def from_children(self) -> bool:
        """DV-100 item 12a has one box for school and child care."""
        return bool({"childrens_school", "childcare"} & set(self.places))

    @property
    def distance_in_yards(self) -> str:
        """CH-100 item 9a."""
        return _yards(self.distance, self.yards)


@dataclass(frozen=True)
class MoveOut:
    """DV-100 item 13 (Family Code 6321)."""

    address: str = ""
    rights: tuple[RightToHome, ...] = ()
    years: str = ""
    months: str = ""
    right_other: str = ""


@dataclass(frozen=True)
class Animal:
    name: str = ""
    kind: str = ""
    breed: str = ""
    color: str = ""

    @property
    def summary(self) -> str:
        return ", ".join(part for part in (self.name, self.kind, self.breed, self.color) if part)


@dataclass(frozen=True)
class AnimalProtection:
    """DV-100 item 16, CH-100 item 15."""

    orders: tuple[AnimalOrder, ...] = ()
    distance: Distance = ""
    yards: str = ""
    reasons: tuple[AnimalReason, ...] = ()
    reason_other: str = ""

    @property
    def keeps_respondent_away(self) -> bool:
        """CH-100 item 15b: one box for staying away from the animals and not harming or taking them."""
        return bool({"stay_away", "no_harm"} & set(self.orders))

    @property
    def distance_in_yards(self) -> str:
        return _yards(self.distance, self.yards)

    @property
    def reasons_in_words(self) -> str:
        """CH-100 item 15a: why the animals should be in the petitioner's care."""
        told = [_ANIMAL_REASONS[reason] for reason in self.reasons if reason in _ANIMAL_REASONS]
        other = self.reason_other if "other" in self.reasons else ""
        return " ".join(filter(None, (*told, other)))


@dataclass(frozen=True)
class Debt:
    """DV-100 item 22."""

    pay_to: str = ""
    what_for: str = ""
    amount: str = ""  # without the dollar sign, which is printed
    due_date: str = ""
    from_abuse: YesNo = ""

    @property
    def summary(self) -> str:
        due = f"Due date: {self.due_date}" if self.due_date else ""
        abuse = "This debt resulted from the abuse" if self.from_abuse == "yes" else ""
        return "; ".join(
            part for part in (_payment(self.pay_to, self.what_for, self.amount), due, abuse) if part
        )


@dataclass(frozen=True)
class Expense:
    """DV-100 item 23."""

    pay_to: str = ""
    what_for: str = ""
    amount: str = ""

    @property
    def summary(self) -> str:
        return _payment(self.pay_to, self.what_for, self.amount)


@dataclass(frozen=True)
class Phone:
    """DV-100 item 28."""

    whose: Literal["", "mine", "child"] = ""
    number: str = ""

    @property
    def summary(self) -> str:
        whose = {"mine": "My number", "child": "Number of child in my care"}.get(self.whose, "Number")
        return f"{whose}: {self.number}"


@dataclass(frozen=True)
class Requests:
    """Every order one may ask for (DV-100 items 10 to 28)."""

    asked: tuple[Order, ...] = ()
    stay_away: StayAway = field(default_factory=StayAway)
    move_out: MoveOut = field(default_factory=MoveOut)
    other_orders: str = ""
    animals: tuple[Animal, ...] = ()
    animal_protection: AnimalProtection = field(default_factory=AnimalProtection)
    property_description: str = ""
    property_reason: str = ""
    more_time_reason: str = ""
    debts: tuple[Debt, ...] = ()
    debts_reason: str = ""
    debts_finding: YesNo = ""
    debts_known_how: YesNo = ""
    debts_how: str = ""
    expenses: tuple[Expense, ...] = ()
    child_support: tuple[ChildSupportAsk, ...] = ()
    phones: tuple[Phone, ...] = ()
    other_conduct: str = ""  # CH-100 item 8c
    respondent_told: YesNo = ""  # CH-100 item 11: told that a temporary order would be asked for
    not_told_reason: str = ""
    less_notice_reason: str = ""  # CH-100 item 12
    fees_asked: tuple[Sum, ...] = ()  # CH-100 item 14: lawyer's fees and court costs

    @property
    def asks_personal_conduct(self) -> bool:
        """CH-100 item 8."""
        return bool({"no_abuse", "no_contact", "other_conduct"} & set(self.asked))

    @property
    def asks_orders_now(self) -> bool:
        """CH-100 item 11: orders until the hearing."""
        return "temporary_order" in self.asked

    @property
    def asks_support(self) -> bool:
        """DV-100 items 24 and 25: with them comes FL-150."""
        return bool({"child_support", "spousal_support"} & set(self.asked))

    @property
    def asks_for_fees(self) -> bool:
        """CH-100 item 14."""
        return bool({"lawyer_fees", "court_costs"} & set(self.asked))

    @property
    def animals_in_words(self) -> str:
        """CH-100 item 15a: one animal to a line."""
        return "\n".join(animal.summary for animal in self.animals if animal.summary)


_ANIMAL_REASONS: dict[str, str] = {
    "abused": "The person in item 2 abuses the animals.",
    "care": "I take care of the animals.",
    "purchased": "I bought the animals.",
}


def _payment(pay_to: str, what_for: str, amount: str) -> str:
    parts = (
        f"Pay to: {pay_to}" if pay_to else "",
        f"For: {what_for}" if what_for else "",
        f"Amount: ${amount}" if amount else "",
    )
    return "; ".join(part for part in parts if part)


def _yards(distance: Distance, yards: str) -> str:
    return {"hundred": "100", "other": yards}.get(distance, "")
