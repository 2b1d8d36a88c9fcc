"""What comes in each month, by kind and together, with the way back to change it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.chapters.money_form import in_a_month_words, pay_words
from interview.chapters.money_in_kinds import KINDS, kinds_told
from interview.income import IncomeKind
from interview.questions import Figure, QuestionForm

SLUG = "money"


class EachMonth(QuestionForm):
    """What each kind comes to in a month: nothing is asked."""

    heading = _("What comes in each month?")
    intro = _("This is what prints. You can go back and change it.")
    law = "FL-150, items 5 to 7; FL-155, item 5"

    @property
    def intro_text(self) -> str:
        finances = self.case.finances
        if missing := finances.without_amount:
            text = _now("Still missing: the amount of {kinds}. Until it is told, a sum of it does not print.")
            return text.format(kinds=_names(missing))
        if not finances.received:
            return ""
        if self.case.uses_short_income_form and finances.short_form.received == ("public_assistance",):
            return _now("On the short form, box 1a is checked, and no amount prints.")
        told = _now("All of it comes to ${total} a month.").format(total=finances.average_income)
        parts = (told, _without_assistance(self), _without_last_month(self.case), super().intro_text)
        return " ".join(filter(None, parts))

    @property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(_figures(self))


def _names(kinds: Iterable[IncomeKind]) -> str:
    """ "Overtime, SSI", in the order of their pages."""
    told = set(kinds)
    return ", ".join(str(about.name) for kind, about in KINDS.items() if kind in told)


def _without_last_month(case: Case) -> str:
    """FL-150 has a column for last month; 0 is an amount, too."""
    incomes = case.finances.incomes
    missing = [kind for kind in kinds_told(case) if not getattr(incomes, kind).last_month]
    if case.uses_short_income_form or not missing:
        return ""
    return _now("Still missing: last month's amount of {kinds}.").format(kinds=_names(missing))


def _figures(form: QuestionForm) -> Iterator[Figure]:
    for kind in kinds_told(form.case):
        slug = _page_of(form, kind)
        url = reverse("step", kwargs={"chapter": SLUG, "step": slug})
        yield Figure(str(KINDS[kind].name), _worked_out(form, kind), url)


def _page_of(form: QuestionForm, kind: IncomeKind) -> str:
    return "pay-year" if kind == "salary" and form.case.finances.monthly_pay else KINDS[kind].slug


def _worked_out(form: QuestionForm, kind: IncomeKind) -> str:
    """How the figure was worked out, or what is missing of it."""
    finances = form.case.finances
    received = getattr(finances.told_incomes, kind)
    words = in_a_month_words(received.usual, received.each or "month", received.average)
    if kind == "salary" and finances.pay_is_salary and finances.has_other_jobs == "no":
        words = pay_words(finances.job)
    return words or _now("not told yet. We need the amount, and how often it comes.")


def _without_assistance(form: QuestionForm) -> str:
    """FL-155 has no row for public assistance: its sum is another."""
    finances = form.case.finances
    others = finances.short_form_income
    assisted = "public_assistance" in finances.short_form.received
    if not (form.case.uses_short_income_form and assisted and others):
        return ""
    text = _now("The short form has no row for public assistance: its sum is ${sum}.")
    return text.format(sum=others)
