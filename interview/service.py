"""Having the papers given to the other person: by whom, and what the sheriff must know (SER-001)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from interview.vocabulary import YesNo, YesNoUnknown

Issue = Literal["weapon", "violence", "training", "deaf", "probation", "animal", "mental_health", "other"]


@dataclass(frozen=True)
class ServiceAddress:
    """Where the sheriff may find the other person (SER-001 item 4)."""

    street: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""
    kind: Literal["", "home", "business"] = ""
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
