"""The part of the Case about keeping a minor's information confidential (DV-160, Family Code 6301.5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from interview.vocabulary import YesNo

PrivateFact = Literal["name", "address", "other"]
ShareWith = Literal["school", "childcare", "visit_provider", "other"]
IfDenied = Literal["", "cancel", "go_on"]


@dataclass(frozen=True)
class PrivatePassage:
    """DV-160 item 5c(2): where in the papers, and what there is to be kept confidential."""

    location: str = ""
    information: str = ""

    @property
    def summary(self) -> str:
        return "; ".join(
            part
            for part in (
                f"Location: {self.location}" if self.location else "",
                f"Information: {self.information}" if self.information else "",
            )
            if part
        )


@dataclass(frozen=True)
class Difference:
    """DV-160 item 4b: what is wanted for each minor, where it is not the same; no blank of its own."""

    text: str = ""


@dataclass(frozen=True)
class MinorPrivacy:
    wanted: YesNo = ""
    minors: tuple[str, ...] = ()  # keys of children and protected people; "me" for the petitioner
    my_tie: Literal["", "parent", "legal_guardian", "neither"] = ""  # item 2b(2); "neither" may not ask
    same_for_all: YesNo = ""  # item 4
    difference: str = ""
    facts: tuple[PrivateFact, ...] = ()  # item 5: kept from the public
    address: str = ""
    other_how: Literal["", "circled", "listed"] = ""  # item 5c
    passages: tuple[PrivatePassage, ...] = ()
    reason: str = ""  # item 6a
    what_would_happen: str = ""  # item 6b
    if_denied: IfDenied = ""  # item 7
    from_respondent: YesNo = ""  # item 8
    respondent_facts: tuple[PrivateFact, ...] = ()
    respondent_other: str = ""
    respondent_reason: str = ""
    respondent_what_would_happen: str = ""
    respondent_if_denied: IfDenied = ""
    shares: YesNo = ""  # item 9
    share_with: tuple[ShareWith, ...] = ()
    share_with_other: str = ""
    share_facts: tuple[PrivateFact, ...] = ()

    @property
    def facts_kept_from_respondent(self) -> tuple[PrivateFact, ...]:
        """DV-160 item 8a: some of those of item 5, never others."""
        return tuple(fact for fact in self.respondent_facts if fact in self.facts)

    @property
    def facts_shared(self) -> tuple[PrivateFact, ...]:
        """DV-160 item 9b: some of those of item 5, never others."""
        return tuple(fact for fact in self.share_facts if fact in self.facts)

    @property
    def differences(self) -> tuple[Difference, ...]:
        return (Difference(self.difference),) if self.difference else ()


@dataclass(frozen=True)
class Minor:
    """Someone under 18 in the Case, by the key the other answers use."""

    key: str = ""
    name: str = ""
