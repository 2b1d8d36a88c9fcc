"""What follows from the answers about children, for DV-100 to DV-160 and CH-160: a part of case.py."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from django.utils import timezone

from interview.minor_privacy import Minor, MinorPrivacy
from interview.parenting import (
    Child,
    Custody,
    History,
    HistorySheet,
    histories,
    history,
    history_sheets,
    oldest_first,
)
from interview.vocabulary import YesNo

if TYPE_CHECKING:
    from interview.people import Petitioner, ProtectedPerson
    from interview.relationship import Relationship
    from interview.requests import Requests


class OfChildren:
    """Facts of a Case about children."""

    if TYPE_CHECKING:
        petitioner: Petitioner
        relationship: Relationship
        children: tuple[Child, ...]
        protected_people: tuple[ProtectedPerson, ...]
        requests: Requests
        custody: Custody
        minor_privacy: MinorPrivacy

        @property
        def asks_for_dvro(self) -> bool: ...

        @property
        def asks_for_cho(self) -> bool: ...

    @property
    def children_names(self) -> str:
        """The children the parties have together: the names beside that box (DV-100 item 3a)."""
        if "child_together" not in self.relationship.kinds:
            return ""
        together = (child for child in self.children if child.whose in ("", "both"))
        return ", ".join(child.name for child in together if child.name)

    @property
    def asks_for_custody(self) -> bool:
        """DV-100 item 15: with it come DV-105 and DV-140."""
        return self.asks_for_dvro and "custody" in self.requests.asked

    @property
    def fears_abduction(self) -> bool:
        """DV-105 item 8: with it come DV-108 and DV-145."""
        return self.asks_for_custody and self.custody.fears_abduction == "yes"

    @property
    def asks_for_minor_privacy(self) -> bool:
        """With it come DV-160 and DV-165, or CH-160 and CH-165."""
        return self.minor_privacy.wanted == "yes"

    @property
    def asks_for_minor_privacy_with_dvro(self) -> bool:
        return self.asks_for_dvro and self.asks_for_minor_privacy

    @property
    def asks_for_minor_privacy_with_cho(self) -> bool:
        return self.asks_for_cho and self.asks_for_minor_privacy

    @cached_property
    def custody_children(self) -> tuple[Child, ...]:
        """The children custody and visits are asked for, oldest first (DV-105 item 3): under 18 today, and
        not those who are the petitioner's alone."""
        minors = (child for child in self.children if child.name and child.is_minor(timezone.localdate()))
        return oldest_first(child for child in minors if child.whose != "mine")

    @property
    def have_lived_together(self) -> YesNo:
        """DV-105 item 4a; an only child has lived with itself."""
        return "yes" if len(self.custody_children) == 1 else self.custody.lived_together

    @property
    def history(self) -> History:
        """DV-105 item 4b: where the children lived, when they lived together."""
        if self.have_lived_together != "yes":
            return History()
        keys = {child.key for child in self.custody_children}
        now = (home for home in self.custody.homes_now if home.is_of_any(keys))
        before = (home for home in self.custody.homes_before if home.is_of_any(keys))
        return history(self.custody_children, tuple(now), tuple(before))

    @property
    def history_sheets(self) -> tuple[HistorySheet, ...]:
        """What each copy of DV-105(A) says; none when the children lived together."""
        if not self.asks_for_custody or self.have_lived_together != "no":
            return ()
        return history_sheets(histories(self.custody_children, self.custody))

    @property
    def records_children_names(self) -> str:
        """DV-105 item 7a: the children whose records the respondent should not see."""
        chosen = self.custody.records_children
        return ", ".join(child.name for child in self.custody_children if child.key in chosen)

    @cached_property
    def minors(self) -> tuple[Minor, ...]:
        """Everyone under 18 whose information may be kept confidential, each once."""
        found = [Minor("me", self.petitioner.name)] if self.petitioner.is_minor else []
        children = (child for child in self.children if child.name and child.is_minor(timezone.localdate()))
        found += [Minor(child.key, child.name) for child in children]
        named = {minor.name.casefold() for minor in found}
        return (
            *found,
            *(
                Minor(person.key, person.name)
                for person in self.protected_people
                if person.is_minor and person.name and person.name.casefold() not in named
            ),
        )

    @property
    def private_minors(self) -> tuple[Minor, ...]:
        """DV-160 item 2b(2): the minors the petitioner asks for as parent or guardian."""
        chosen = self.minor_privacy.minors
        return tuple(minor for minor in self.minors if minor.key in chosen and minor.key != "me")

    @property
    def minor_asks(self) -> bool:
        """DV-160 item 2b(1): the petitioner is a minor who asks for themselves."""
        return self.petitioner.is_minor and "me" in self.minor_privacy.minors

    @property
    def asks_for_private_minors(self) -> bool:
        return bool(self.private_minors)

    @property
    def asks_for_several_minors(self) -> bool:
        """DV-160 item 4."""
        return len(self.private_minors) > 1
