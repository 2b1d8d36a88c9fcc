"""The other people the order after the hearing protects (DV-130 items 3, 15a and 16a): as it was asked for
until the judge has decided, then those the judge protected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from interview.after_hearing import Decision
from interview.people import ProtectedPerson
from interview.requests import StayAway

if TYPE_CHECKING:
    from interview.case import Case


def others_protected(case: Case) -> tuple[ProtectedPerson, ...]:
    """Item 3: as asked for until the judge has decided, then those the judge protected."""
    if not (case.prepares_order and case.outcome == "granted"):
        return case.protected_people
    details = case.after.details
    if case.protect_others != "yes" or details.others not in ("all", "some"):
        return ()
    chosen = details.others_chosen
    return tuple(one for one in case.protected_people if details.others == "all" or one.key in chosen)


def names_others(case: Case, people: tuple[ProtectedPerson, ...]) -> bool:
    """Items 15a and 16a can speak of the others in item 3 where there are any."""
    return case.protect_others == "yes" and bool(people)


def without_others(away: StayAway) -> StayAway:
    return replace(away, places=tuple(place for place in away.places if place != "protected_people"))


def no_contact_with(
    case: Case, made: Mapping[str, Decision], people: tuple[ProtectedPerson, ...]
) -> tuple[Literal["me", "others"], ...]:
    """Item 15a: DV-100 item 11 asks for the person and everyone listed in its item 8."""
    if "no_contact" not in made:
        return ()
    told = case.after.details.contact_with if made["no_contact"] == "changed" else ("me", "others")
    with_others = names_others(case, people)
    return tuple(one for one in told if one == "me" or with_others)
