"""The part of the Case about children who may be taken away (DV-108, Family Code 3048)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from interview.vocabulary import YesNo

Risk = Literal[
    "violated_order",  # DV-108 item 3a
    "weak_ties",  # 3b
    "recent_acts",  # 3c
    "history",  # 3d
    "criminal_record",  # 3e
    "strong_ties",  # 3f
    "citizen_elsewhere",  # 3g
]
RecentAct = Literal[
    "quit_job", "closed_account", "sold_property", "sold_home", "applied_documents", "hid_documents", "other"
]
PastAct = Literal[
    "abused_me", "child_abuse", "abused_partners", "took_children", "threatened_to_take", "no_cooperation"
]
TiesIn = Literal["county", "state", "country"]
AbductionOrder = Literal[
    "no_move",  # DV-108 item 4
    "documents",  # 5
    "travel_plan",  # 6
    "other_state",  # 7
    "embassy",  # 8
    "foreign_order",  # 9
    "bond",  # 10
]
TravelPlan = Literal["schedule", "tickets", "addresses", "open_ticket", "other"]


@dataclass(frozen=True)
class Abduction:
    risks: tuple[Risk, ...] = ()
    recent_acts: tuple[RecentAct, ...] = ()
    recent_act_other: str = ""
    past_acts: tuple[PastAct, ...] = ()
    ties_in: tuple[TiesIn, ...] = ()
    ties_county: str = ""
    ties_state: str = ""
    ties_country: str = ""
    citizen_of: str = ""
    ties_to_citizenship: YesNo = ""  # item 3g: strong family, cultural or emotional ties there
    explanation: str = ""
    orders: tuple[AbductionOrder, ...] = ()
    documents: str = ""
    documents_by: date | None = None
    documents_to: str = ""
    travel_plan: tuple[TravelPlan, ...] = ()
    travel_plan_other: str = ""
    register_in: str = ""  # county and state, item 7
    embassy: str = ""
    embassy_by: date | None = None
    foreign_country: str = ""
    bond: str = ""  # dollars, without the sign, which is printed
