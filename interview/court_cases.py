"""Other court cases by kind: between the two people (DV-100 item 4b, CH-100 item 6a), and about the
children (DV-105 item 5a)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from interview.vocabulary import YesNo

Kind = Literal[
    "civil_harassment",
    "domestic_violence",
    "custody",
    "divorce",
    "guardianship",
    "juvenile",
    "criminal",
    "elder_abuse",
    "eviction",
    "workplace_violence",
    "small_claims",
    "other",
]
# What a case of a kind is called where a form has no box for it
_WORDS: dict[Kind, str] = {
    "civil_harassment": "Civil harassment",
    "domestic_violence": "Domestic violence",
    "custody": "Custody",
    "divorce": "Divorce",
    "guardianship": "Guardianship",
    "juvenile": "Juvenile",
    "criminal": "Criminal",
    "elder_abuse": "Elder or dependent adult abuse",
    "eviction": "Eviction",
    "workplace_violence": "Workplace violence",
    "small_claims": "Small claims",
}
WITHOUT_DVRO_BOX: tuple[Kind, ...] = (
    "civil_harassment",
    "domestic_violence",
    "elder_abuse",
    "eviction",
    "workplace_violence",
    "small_claims",
    "other",
)
WITHOUT_HARASSMENT_BOX: tuple[Kind, ...] = ("juvenile", "other")
CourtCaseKind = Literal["custody", "divorce", "juvenile", "guardianship", "criminal", "other"]


@dataclass(frozen=True)
class CourtCase:
    what: str = ""  # only of the kind "other": which kind it is
    place: str = ""  # county and state, or the tribe
    year: str = ""
    number: str = ""

    @property
    def in_one_line(self) -> str:
        return ", ".join(part for part in (self.what, self.place, self.year, self.number) if part)


@dataclass(frozen=True)
class CasesBetween:
    involved: YesNo = ""  # the two of them, now (DV-100 item 4b)
    ever: YesNo = ""  # the petitioner or the others to protect, now or before (CH-100 item 6a)
    kinds: tuple[Kind, ...] = ()
    civil_harassment: CourtCase = field(default_factory=CourtCase)
    domestic_violence: CourtCase = field(default_factory=CourtCase)
    custody: CourtCase = field(default_factory=CourtCase)
    divorce: CourtCase = field(default_factory=CourtCase)
    guardianship: CourtCase = field(default_factory=CourtCase)
    juvenile: CourtCase = field(default_factory=CourtCase)
    criminal: CourtCase = field(default_factory=CourtCase)
    elder_abuse: CourtCase = field(default_factory=CourtCase)
    eviction: CourtCase = field(default_factory=CourtCase)
    workplace_violence: CourtCase = field(default_factory=CourtCase)
    small_claims: CourtCase = field(default_factory=CourtCase)
    other: CourtCase = field(default_factory=CourtCase)

    @property
    def ever_involved(self) -> YesNo:
        """CH-100 item 6a: a case that goes on now is one, whoever else was in one before."""
        return "yes" if self.involved == "yes" else self.ever

    def of_kind(self, kind: Kind) -> CourtCase:
        """The case of this kind, with the kind in words unless the person gave their own."""
        told: CourtCase = getattr(self, kind)
        return CourtCase(told.what or _WORDS.get(kind, ""), told.place, told.year, told.number)

    @property
    def has_kind_without_dvro_box(self) -> bool:
        """DV-100 item 4b, "other"."""
        return bool(set(WITHOUT_DVRO_BOX) & set(self.kinds))

    @property
    def without_dvro_box(self) -> str:
        return "; ".join(filter(None, (case.in_one_line for case in self._of(WITHOUT_DVRO_BOX))))

    @property
    def has_kind_without_harassment_box(self) -> bool:
        """CH-100 item 6a(11)."""
        return bool(set(WITHOUT_HARASSMENT_BOX) & set(self.kinds))

    @property
    def without_harassment_box(self) -> tuple[CourtCase, ...]:
        """CH-100 item 6a(11): one by one, as the form's row has room for one year and one number."""
        return tuple(self._of(WITHOUT_HARASSMENT_BOX))

    def _of(self, kinds: tuple[Kind, ...]) -> list[CourtCase]:
        return [self.of_kind(kind) for kind in kinds if kind in self.kinds]


@dataclass(frozen=True)
class CourtCases:
    """Court cases about the children (DV-105 item 5a): of each kind place, year and number, in one line."""

    involved: YesNo = ""
    kinds: tuple[CourtCaseKind, ...] = ()
    custody: str = ""
    divorce: str = ""
    juvenile: str = ""
    guardianship: str = ""
    criminal: str = ""
    other: str = ""
