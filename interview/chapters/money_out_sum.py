"""What goes out each month, in parts and together, before it prints (FL-150 items 13p, 13r and 13s)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from interview.chapters.money_out_page import FinancePage
from interview.fields import Money
from interview.money import total
from interview.questions import Figure, Text

SLUG = "money-out"
LOANS = "loans"


@dataclass(frozen=True)
class Part:
    """Some of the sums that the total adds up, as one page asks for them."""

    title: Text
    slug: str
    names: tuple[str, ...]  # of Expenses; the two parts of a house payment are in it already


PARTS = (
    Part(_("Rent or house loan"), "home", ("home",)),
    Part(_("More for your home"), "home-more", ("property_taxes", "home_insurance", "maintenance")),
    Part(_("Food and bills"), "food", ("groceries", "eating_out", "utilities", "telephone", "laundry")),
    Part(
        _("Yourself and the people you care for"),
        "everyday",
        ("health_care", "child_care", "clothes", "education", "entertainment", "transportation"),
    ),
    Part(_("Other costs"), "other", ("insurance", "savings", "charity", "other")),
)


class Together(FinancePage):
    """The one sum that is not told yet, beside what the others come to."""

    at = "finances.expenses"
    heading = _("Does someone else pay a part of these costs for you?")
    law = "FL-150, items 13p, 13r and 13s"

    paid_by_others = Money(
        label=_("Dollars a month that others pay"),
        help_text=_("For example what your mother pays of your rent. Put 0 for nothing."),
    )

    @property
    def heading_text(self) -> str:
        needed = _now("Will someone else pay a part of these costs for you?")
        return needed if self.is_about_needs else super().heading_text

    @property
    def intro_text(self) -> str:
        money = self.money
        if not money.expenses_total:
            return _now("You have told us no costs so far. You can go back and add them.")
        costs = _now("Your costs come to ${amount} a month.").format(amount=money.expenses_total)
        income = _now("Your income comes to ${amount} a month.").format(amount=money.average_income)
        change = _now("You can go back and change it.")
        return " ".join(filter(None, (costs, income if money.average_income else "", change)))

    @property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(self._figures())

    def _figures(self) -> Iterator[Figure]:
        for part in PARTS:
            yield from _figure(part.title, self._sum_of(part), part.slug)
        yield from _figure(_("Loans and debts"), self.money.payments_total, LOANS)

    def _sum_of(self, part: Part) -> str:
        return total(getattr(self.money.expenses, name) for name in part.names)


def _figure(title: Text, amount: str, slug: str) -> Iterator[Figure]:
    """None of what was not told."""
    if amount:
        url = reverse("step", kwargs={"chapter": SLUG, "step": slug})
        yield Figure(str(title), _now("${amount} a month").format(amount=amount), url)
