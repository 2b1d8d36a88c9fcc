"""Sworn statements beside the request: the person's own (MC-030) and those of witnesses (MC-031)."""

from __future__ import annotations

from dataclasses import dataclass

from interview.vocabulary import YesNo


@dataclass(frozen=True)
class WitnessStatement:
    """What someone else saw or heard, in their own words; empty, they write it by hand."""

    name: str = ""
    words: str = ""


@dataclass(frozen=True)
class Statements:
    wants_own: YesNo = ""
    own: str = ""  # MC-030
    has_witnesses: YesNo = ""
    witnesses: tuple[WitnessStatement, ...] = ()


@dataclass(frozen=True)
class WitnessSheet:
    """One copy of MC-031: it lies behind the request it is attached to."""

    name: str = ""
    words: str = ""
    attached_to: str = ""

    @property
    def signs_as(self) -> str:
        """At the foot, behind "Other (Specify)": a witness is no party."""
        return "Witness"
