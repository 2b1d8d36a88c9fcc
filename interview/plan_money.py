"""The step of the form about money: by when FL-150 or FL-155 is with the court and the other person, and
what goes with it.

(DV-100 page 13, step 4; FL-150 pages 1 and 2; FL-155 page 2; rule 5.260(a).)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from interview import plan_dates
from interview.case import Case
from interview.income_papers import BLACK_OUT, with_income_form
from interview.needed_forms import INCOME_MISSED
from interview.plan_step import Lead, PlanStep, sources
from interview.rules import rule


@dataclass(frozen=True)
class IncomeForm:
    """Where it is signed, and its boxes on the proofs of service."""

    number: str
    page: int  # of the signature
    by_hand_box: str  # on DV-200
    by_mail_box: str  # on DV-250


_FORMS = {
    form.number: form for form in (IncomeForm("FL-150", 1, "4d", "4c"), IncomeForm("FL-155", 2, "4e", "4d"))
}


def money_form(case: Case, day: date) -> tuple[PlanStep, ...]:
    """Before the hearing, of who asks for support, or fills it in for lawyer's fees."""
    if not case.needs_income_form or case.request_is_done:
        return ()
    form = _FORMS[case.income_form]
    filled = case.income_form_is_filled
    return (
        PlanStep(
            "money-form",
            _("Hand in the form about your money") if filled else _("Fill in the form about your money"),
            (
                *(_filled(case, form) if filled else _by_hand(case)),
                *_hand_in(case, form),
                *_copy_for_the_other(form),
                Lead(_("Get these papers ready for it:")),
                *with_income_form(case),
            ),
            deadline=_by_when(case, form, day),
            missed=str(INCOME_MISSED),
            sources=sources("income_forms", "income_form_service"),
        ),
    )


def _filled(case: Case, form: IncomeForm) -> Iterator[str]:
    yield (
        _(
            "Form %(form)s is filled in from your answers. Read it, then sign and date it on page %(page)s, "
            "in ink. You sign under penalty of perjury."
        )
        % {"form": form.number, "page": form.page}
    )
    if case.uses_long_income_form and case.tells_lawyers_fees:
        yield _("Your lawyer signs it too, on page 3, at item 15.")
    yield _(
        "It must be no older than {months} months at the hearing, and still true. When something has "
        "changed, change your answers and print it again."
    ).format(**rule("income_forms").numbers)


def _by_hand(case: Case) -> Iterator[str]:
    """FL-150 with its caption alone."""
    yield _(
        "Form FL-150 is in your papers with the names and the court alone. Write the rest in by hand, in "
        "ink: what comes in, what you pay, what you own."
    )
    yield (
        _("Page 4 is about child support: fill it in too.")
        if case.asks_child_support
        else _("Page 4 is only for child support: leave it empty.")
    )
    yield _("Then sign and date it on page 1. You sign under penalty of perjury: you say that it is true.")
    if case.asks_child_support_alone:
        yield _(
            "Who asks only for child support can sometimes use the shorter FL-155. Form DV-570 tells who can."
        )
    yield _(
        "The self-help center helps with it. You can also go back to “Your money” and let this site fill it "
        "in. It must be no older than {months} months at the hearing, and still true."
    ).format(**rule("income_forms").numbers)


def _hand_in(case: Case, form: IncomeForm) -> Iterator[str]:
    if case.request_is_filed:
        yield _("Hand %s in to the court, unless the court has it already. Keep a copy.") % form.number
    else:
        yield (
            _("You can hand %s in together with your request, or later, before the hearing. Keep a copy.")
            % form.number
        )


def _copy_for_the_other(form: IncomeForm) -> Iterator[str]:
    names = {
        "form": form.number,
        "in_person": form.by_hand_box,
        "by_mail": form.by_mail_box,
        "days": _days_for_mail(),
    }
    yield (
        _(
            "The other person must get a copy too, with the same pages behind it, and a blank %(form)s. Have "
            "it handed over with the other papers: DV-200 has a box for it, item %(in_person)s."
        )
        % names
    )
    yield (
        _(
            "Is it not ready by then? It can be handed over later, by someone else, as with the other "
            "papers. It can also be mailed, well before the hearing: for papers that come by mail the law "
            "adds %(days)s days. Who mails it lives or works in the county, and fills in and signs form "
            "DV-250, item %(by_mail)s. Hand that proof in to the court, too, before the hearing."
        )
        % names
    )


def to_bring(case: Case) -> Iterator[str]:
    """FL-150 page 2, FL-155 page 2 step 9."""
    if case.needs_income_form:
        told = _("For the money part, bring %s and your latest federal tax return.") % case.income_form
        yield f"{told} {BLACK_OUT}"


def _by_when(case: Case, form: IncomeForm, day: date) -> str:
    when = plan_dates.before_hearing(case, day)
    told = _("%(form)s, and the proof that the other person got it: %(when)s") % {
        "form": form.number,
        "when": when[:1].lower() + when[1:],
    }
    return f"{told} {_('What is mailed goes out well before: %s days more.') % _days_for_mail()}"


def _days_for_mail() -> int:
    return rule("income_form_service").numbers["mail_days"]
