"""A page for each kind of money that comes in: last month's, and the usual amount (FL-150 items 5 to 7)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.chapters.money_form import FOR_EXAMPLE, HOW_OFTEN, MoneyForm, comes_to
from interview.conditions_finances import receives, tells_last_pay, tells_usual_pay
from interview.fields import Choice, Money, MultiChoice, ShortText, YesNo
from interview.income import IncomeKind
from interview.questions import Page, QuestionForm, Text

BEFORE_TAXES = _("Give dollars before taxes.")
ADD_UP = _("Did it come in only a part of the last 12 months? Add up all of it, and choose the last answer.")
LAST_MONTH = _("Dollars last month")
USUAL = _("The usual amount in dollars")
EACH = _("How often does this amount come?")


@dataclass(frozen=True)
class Kind:
    """How a kind of income is called and asked for. `slug` stands in the address: neutral."""

    slug: str
    name: Text
    heading: Text
    item: str
    intro: Text = BEFORE_TAXES


KINDS: dict[IncomeKind, Kind] = {
    "salary": Kind("pay-usual", _("Pay"), _("What is your usual pay?"), "5a; FL-155, item 5"),
    "overtime": Kind("overtime", _("Overtime"), _("How much do you get for overtime?"), "5b; FL-155, item 5"),
    "commissions": Kind(
        "extra-pay",
        _("Commissions or bonuses"),
        _("How much do you get in commissions or bonuses?"),
        "5c; FL-155, item 5",
    ),
    "public_assistance": Kind(
        "county",
        _("Public assistance"),
        _("How much do you get from CalWORKs or General Assistance?"),
        "5d; FL-155, item 1",
        _("Give the cash aid. Food stamps do not count."),
    ),
    "ssi": Kind("ssi", _("SSI"), _("How much SSI do you get?"), "5d; FL-155, item 5", ""),
    "spousal_support": Kind(
        "support",
        _("Spousal support"),
        _("How much spousal support do you get?"),
        "5e",
        _("Do not count child support."),
    ),
    "partner_support": Kind(
        "partner",
        _("Partner support"),
        _("How much support do you get from a domestic partner?"),
        "5f",
        _("Do not count child support."),
    ),
    "pension": Kind(
        "pension",
        _("Pension or retirement fund"),
        _("How much do you get from a pension or retirement fund?"),
        "5g; FL-155, item 5",
    ),
    "social_security": Kind(
        "retirement",
        _("Social Security retirement"),
        _("How much Social Security retirement do you get?"),
        "5h; FL-155, item 5",
    ),
    "disability": Kind(
        "disability",
        _("Disability"),
        _("How much do you get for a disability?"),
        "5i; FL-155, item 5",
        _("Give dollars before taxes. SSI does not count here."),
    ),
    "unemployment": Kind(
        "unemployment",
        _("Unemployment"),
        _("How much do you get in unemployment benefits?"),
        "5j; FL-155, item 5",
    ),
    "workers_compensation": Kind(
        "compensation",
        _("Workers' compensation"),
        _("How much do you get in workers' compensation?"),
        "5k; FL-155, item 5",
    ),
    "self_employment": Kind(
        "own-work",
        _("Your own work or business"),
        _("How much do you make from your own work or business?"),
        "7",
        _("Give what is left after the costs of the business, before taxes."),
    ),
    "dividends": Kind(
        "interest",
        _("Interest or dividends"),
        _("How much do you get in interest or dividends?"),
        "6a",
    ),
    "rental": Kind(
        "rent",
        _("Rent from others"),
        _("How much do you get in rent from others?"),
        "6b",
        _("Give what is left after the costs of the place you rent out, before taxes."),
    ),
    "trust": Kind("trust", _("A trust"), _("How much do you get from a trust?"), "6c"),
    "other_investment": Kind(
        "investments",
        _("Another investment"),
        _("How much do you get from another investment?"),
        "6d",
        _("Give what is left after its costs, before taxes."),
    ),
    "other": Kind("other", _("Other money"), _("How much other money do you get?"), "5l"),
}


def _details() -> dict[IncomeKind, dict[str, forms.Field]]:
    """What else the form asks of a kind."""
    this, different = (
        ("this", _("My marriage with {other}")),
        ("different", _("A different marriage")),
    )
    return {
        "spousal_support": {
            "spousal_support_from": Choice(label=_("It comes from"), choices=[this, different]),
            "spousal_support_taxable": YesNo(
                label=_("Federal taxes count it as my income"),
                help_text=_("Yes when the order is from before 2019, or a later order keeps it so."),
            ),
        },
        "partner_support": {
            "partner_support_from": Choice(
                label=_("It comes from"),
                choices=[
                    ("this", _("My domestic partnership with {other}")),
                    ("different", _("A different domestic partnership")),
                ],
            )
        },
        "disability": {
            "disability_kinds": MultiChoice(
                label=_("It comes from"),
                choices=[
                    ("social_security", _("Social Security disability")),
                    ("state", _("State disability (SDI)")),
                    ("private", _("Private insurance")),
                ],
            )
        },
        "other_investment": {"other_investment_what": ShortText(label=_("What is it?"))},
        "other": {
            "other_what": ShortText(
                label=_("What is it?"), help_text=_("For example military allowances or royalties.")
            )
        },
    }


class ReceivedForm(MoneyForm):
    """What comes in of one kind; the pages are made below (`_page`)."""

    at = "finances.incomes"
    kind: IncomeKind

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.is_for_short_form:
            self.fields["each"].help_text = ""

    def unneeded(self) -> Collection[str]:
        """FL-155 asks what comes in now, and of which disability insurance it does not."""
        return {"last_month", "disability_kinds"} & set(self.fields) if self.is_for_short_form else ()

    @property
    def intro_text(self) -> str:
        now = _now("Give what you get now. Put 0 when it has ended.") if self.is_for_short_form else ""
        jobs = self.kind == "salary" and self.case.finances.has_other_jobs == "yes"
        all_jobs = _now("Count all your jobs together.") if jobs else ""
        return " ".join(filter(None, (super().intro_text, all_jobs, now)))

    @property
    def told_text(self) -> str:
        return told_before(self.case, self.kind)


class LastPay(MoneyForm):
    at = "finances.incomes"
    heading = _("Is your pay the same all year?")
    law = "FL-150, item 5a; FL-155, item 5; Fam. Code, §§ 4050 to 4076"
    paths = {"last_month": "salary.last_month"}

    last_month = Money(label=_("Dollars of pay last month, before taxes"), help_text=FOR_EXAMPLE)
    same_pay = YesNo(
        label=_("I got this pay in each of the last 12 months"),
        help_text=_("With a yes, we do not ask for it again."),
    )

    field_order = ("same_pay", "last_month")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "same_pay" in self.fields:
            each = _now("I got this pay in each of the last 12 months: ${amount} a month")
            told = _now("I get this pay now: ${amount} a month") if self.is_for_short_form else each
            self.fields["same_pay"].label = told.format(amount=self.case.finances.monthly_pay)

    def unneeded(self) -> Collection[str]:
        return [
            *(["last_month"] if self.is_for_short_form else []),
            *([] if self.case.finances.monthly_pay else ["same_pay"]),
        ]

    @property
    def heading_text(self) -> str:
        if not self.case.finances.monthly_pay:
            return _now("How much pay did you get last month?")
        return _now("Is this your pay now?") if self.is_for_short_form else super().heading_text

    @property
    def told_text(self) -> str:
        finances = self.case.finances
        told = comes_to(_now("Your pay"), finances.monthly_pay)
        if finances.has_other_jobs == "yes" and told:
            told = comes_to(_now("The pay of your jobs together"), finances.monthly_pay)
        return " ".join(filter(None, (told, _now("That is before taxes.") if told else "")))

    @property
    def intro_text(self) -> str:
        received = self.case.finances.received
        apart = "overtime" in received or "commissions" in received
        return _now("Overtime and bonuses come on pages of their own.") if apart else ""


def kinds_told(case: Case) -> list[IncomeKind]:
    """The kinds of income there are, in the order of their pages."""
    return [kind for kind in KINDS if kind in case.finances.received]


def told_before(case: Case, kind: IncomeKind) -> str:
    """What the kind on the page before this kind's comes to in a month."""
    earlier = list(KINDS)[: list(KINDS).index(kind)]
    told = [one for one in kinds_told(case) if one in earlier]
    return comes_to(KINDS[told[-1]].name, case.finances.average(told[-1])) if told else ""


def page_form(kind: IncomeKind) -> type[QuestionForm]:
    """The page of one kind of income; the salary's last month is asked before (LastPay)."""
    about = KINDS[kind]
    details = _details().get(kind, {})
    amounts: dict[str, forms.Field] = {
        "last_month": Money(label=LAST_MONTH, help_text=FOR_EXAMPLE),
        "usual": Money(label=USUAL, help_text=FOR_EXAMPLE if kind == "salary" else ""),
        "each": Choice(label=EACH, choices=HOW_OFTEN, help_text=ADD_UP),
    }
    if kind == "salary":
        del amounts["last_month"]
    made: dict[str, Any] = {
        "__module__": __name__,
        "heading": about.heading,
        "intro": about.intro,
        "law": f"FL-150, item {about.item}; Fam. Code, §§ 4050 to 4076",
        "kind": kind,
        "paths": {name: f"{kind}.{name}" for name in amounts},
        **details,
        **amounts,
    }
    return cast(type[QuestionForm], type(f"Received_{kind}", (ReceivedForm,), made))


def kind_pages(*kinds: IncomeKind) -> Iterator[Page]:
    for kind in kinds:
        if kind == "salary":
            yield Page("pay-year", LastPay, when=tells_last_pay)
            yield Page(KINDS[kind].slug, page_form(kind), when=tells_usual_pay)
        else:
            yield Page(KINDS[kind].slug, page_form(kind), when=receives(kind))
