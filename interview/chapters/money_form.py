"""What the pages about money share: fields only one of the two forms needs, and sums said in words."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.fields import Choices
from interview.income import Job, PaidBy
from interview.money import HowOften
from interview.questions import QuestionForm, Text

FOR_EXAMPLE = _("For example 1,250 or 80.50.")
# Beside what may give away a place: where someone works, whom they pay, where the children are
KEPT_BACK = _(
    "{other} will read this. Leave out what {other} should not know, such as where you live or work."
)
HOW_OFTEN: Choices = [
    ("week", _("Every week")),
    ("two_weeks", _("Every two weeks")),
    ("twice_a_month", _("Twice a month")),
    ("month", _("Every month")),
    ("year", _("It is all that came in the last 12 months")),
]
PAID_BY: Choices = [
    ("hour", _("An hour")),
    ("week", _("A week")),
    ("two_weeks", _("Every two weeks")),
    ("twice_a_month", _("Twice a month")),
    ("month", _("A month")),
    ("year", _("A year")),
]
# How a sum of money comes to what it is in a month, as money.in_a_month does it
_HOW: dict[HowOften | PaidBy, Any] = {
    "week": _("${amount} every week: ${amount} × 52 ÷ 12 = ${monthly} a month"),
    "two_weeks": _("${amount} every two weeks: ${amount} × 26 ÷ 12 = ${monthly} a month"),
    "twice_a_month": _("${amount} twice a month: ${amount} × 2 = ${monthly} a month"),
    "month": _("${monthly} a month"),
    "year": _("${amount} in 12 months: ${amount} ÷ 12 = ${monthly} a month"),
    "hour": _("${amount} an hour, {hours} hours a week: ${amount} × {hours} × 52 ÷ 12 = ${monthly} a month"),
}


def read_by_other(text: Text) -> Text:
    """A text of a page, and that the other person will read the answer."""
    return format_lazy("{} {}", text, KEPT_BACK)


def in_a_month_words(amount: str, each: HowOften, monthly: str) -> str:
    """ "$500 every week: $500 × 52 ÷ 12 = $2,166.67 a month"; "" of what is not told."""
    return str(_HOW[each]).format(amount=amount, monthly=monthly) if monthly and each else ""


def pay_words(job: Job) -> str:
    """The same of a job's pay."""
    monthly = job.monthly_pay
    if not monthly or not job.paid_by:
        return ""
    return str(_HOW[job.paid_by]).format(amount=job.pay, monthly=monthly, hours=job.hours)


def comes_to(name: object, monthly: str) -> str:
    """ "Overtime: $216.67 a month."; "" of what is not told."""
    told = _now("{name}: ${monthly} a month.").format(name=name, monthly=monthly)
    return told if monthly else ""


class MoneyForm(QuestionForm):
    """A page that leaves out the fields the Case has no use for; their answers stay as they are."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.left_out = tuple(self.unneeded())
        for name in self.left_out:
            del self.fields[name]

    def unneeded(self) -> Collection[str]:
        return ()

    def saved_to(self, case: Case) -> Case:
        self.cleaned_data |= {name: self.initial[name] for name in self.left_out}
        return super().saved_to(case)

    @property
    def is_for_short_form(self) -> bool:
        """FL-155."""
        return self.case.uses_short_income_form
