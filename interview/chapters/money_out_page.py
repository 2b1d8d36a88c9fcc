"""A page about what goes out: the shorter of the two financial forms has fewer blanks."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

from interview.case import Case
from interview.chapters.money_form import MoneyForm
from interview.finances import Finances
from interview.questions import Text
from interview.relevance import prune


class FinancePage(MoneyForm):
    """Leaves out the fields that only the longer form prints, and speaks of sums told before."""

    at = "finances"
    long_only: ClassVar[tuple[str, ...]] = ()  # fields without a blank on the shorter form

    def unneeded(self) -> tuple[str, ...]:
        return self.long_only if self.is_for_short_form else ()

    @cached_property
    def told(self) -> Case:
        """What is asked and printed: the page may be given all that was ever told."""
        return prune(self.case)

    @property
    def money(self) -> Finances:
        return self.told.finances

    @property
    def is_about_needs(self) -> bool:
        """FL-150 item 13: the amounts are not what is paid now, but what will be needed."""
        return self.money.expenses.basis == "proposed"

    def named(self, text: Text) -> str:
        """A text of the page's own with the other person's name in it."""
        return self._named(text)

    def full_label(self, name: str) -> str:
        """Helpers see where a field prints that is left out here."""
        return super().full_label(name) if name in self.fields else str(self.base_fields[name].label)
