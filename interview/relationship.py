"""What the two people are to each other, as told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from interview.vocabulary import YesNo

RelationshipKind = Literal[
    # Family Code 6211, as DV-100 item 3 asks it
    "child_together",
    "married",
    "formerly_married",
    "dating",
    "engaged",
    "related",
    "live_together",
    # everyone else: Code of Civil Procedure 527.6
    "neighbor",
    "coworker",
    "employer",
    "roommate",
    "friend",
    "landlord",
    "tenant",
    "distant_relative",
    "classmate",
    "acquaintance",
    "stranger",
    "other",
]
CLOSE_TIES: frozenset[RelationshipKind] = frozenset(
    {"child_together", "married", "formerly_married", "dating", "engaged"}
)
RelativeKind = Literal["parent", "sibling", "child", "grandparent", "childs_spouse", "grandchild"]


@dataclass(frozen=True)
class Relationship:
    """What the other person is to the petitioner (DV-100 item 3, Family Code 6211)."""

    kinds: tuple[RelationshipKind, ...] = ()
    relatives: tuple[RelativeKind, ...] = ()  # "the other person is my ..."
    relative_word: str = ""  # in the person's words: "stepson", "mother-in-law"
    related_by_marriage: YesNo = ""  # stepfamily and in-laws
    marriage_still_stands: YesNo = ""  # sources conflict when it has ended (LAW.md 1)
    lived_as_household: YesNo = ""  # more than roommates: Family Code 6209, O'Kane v. Irvine
    other_word: str = ""
    how_known_story: str = ""  # CH-100 item 4, in the person's own words

    @property
    def is_family_code_6211(self) -> bool:
        return self.is_close_or_household or ("related" in self.kinds and bool(self.relatives))

    @property
    def is_close_or_household(self) -> bool:
        """Partners, parents of one child, and people who shared a household: without family ties."""
        household = "live_together" in self.kinds and self.lived_as_household == "yes"
        return household or bool(CLOSE_TIES & set(self.kinds))

    @property
    def is_married(self) -> bool:
        return "married" in self.kinds

    @property
    def in_law_after_divorce(self) -> bool:
        """In-laws or step-family of a marriage that has ended."""
        ended = self.related_by_marriage == "yes" and self.marriage_still_stands == "no"
        return ended and "related" in self.kinds

    @property
    def in_words(self) -> str:
        """What the respondent is to the petitioner (DV-110 item 2, CH-110 item 2)."""
        words = [_KINDS[kind] for kind in self.kinds if kind in _KINDS]
        if "related" in self.kinds:
            words.append(self.relative_word or ", ".join(_RELATIVES[kind] for kind in self.relatives))
        if "other" in self.kinds:
            words.append(self.other_word)
        return "; ".join(word for word in words if word)

    @property
    def how_known(self) -> str:
        """How the petitioner knows the respondent (CH-100 item 4): in their words, else as checked."""
        told = self.in_words
        return self.how_known_story or f"{told[:1].upper()}{told[1:]}"


_KINDS: dict[str, str] = {
    "child_together": "co-parent",
    "married": "spouse or partner",
    "formerly_married": "former spouse or partner",
    "dating": "dating (now or before)",
    "engaged": "engaged (now or before)",
    "live_together": "live or lived in the same home",
    "neighbor": "neighbor",
    "coworker": "co-worker",
    "employer": "employer",
    "roommate": "roommate",
    "friend": "friend",
    "landlord": "landlord",
    "tenant": "tenant",
    "distant_relative": "relative",
    "classmate": "classmate",
    "acquaintance": "acquaintance",
    "stranger": "stranger",
}
_RELATIVES: dict[str, str] = {
    "parent": "parent, stepparent or parent-in-law",
    "sibling": "sibling, stepsibling or sibling-in-law",
    "child": "child, stepchild or adopted child",
    "grandparent": "grandparent, step-grandparent or grandparent-in-law",
    "childs_spouse": "child's spouse",
    "grandchild": "grandchild, step-grandchild or grandchild-in-law",
}
