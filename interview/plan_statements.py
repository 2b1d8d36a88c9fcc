"""What the plan says of sworn statements: the person's own (MC-030), and witnesses' (MC-031)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.translation import gettext as _

from interview import plan_dates
from interview.case import Case
from interview.plan_step import PlanStep, sources
from interview.statements import WitnessSheet


def signing(case: Case) -> Iterator[str]:
    """Before the request is handed in."""
    if case.adds_own_statement:
        yield _(
            "Sign and date MC-030, your own statement, too. You sign it under penalty of perjury as well."
        )
    if case.witness_sheets:
        sign = _("Before you hand in the papers, have each witness sign and date their own MC-031%s.")
        yield sign % _of_whom(case.witness_sheets)
        if case.empty_witness_sheets:
            empty = _("Still empty: %s. The witness writes on it by hand before signing.")
            yield empty % f"MC-031{_of_whom(case.empty_witness_sheets)}"
        yield _(
            "It must be what they saw or heard themselves. They sign under penalty of perjury. When a "
            "witness does not sign, take them out of your answers and print again: the pages are counted."
        )
    if case.adds_own_statement or case.witness_sheets:
        yield _in_english()


def rules_of_signing(case: Case) -> tuple[str, ...]:
    """The rules of rules.toml these sentences rest on."""
    return ("sworn_statements",) if case.adds_own_statement or case.witness_sheets else ()


def own_statement(case: Case, day: date) -> tuple[PlanStep, ...]:
    """Where the request is with the court: MC-030 may have gone in with it, or come later."""
    if not case.adds_own_statement or not case.request_is_filed:
        return ()
    paragraphs = (
        _("Your own statement, MC-030, may have gone in with your request. Then this is done."),
        _(
            "Else read it, sign and date it, and hand it in to the court. You sign it under penalty of "
            "perjury. Keep a copy."
        ),
        _in_english(),
        _("The other person must get a copy too. It can be handed over with the other papers."),
    )
    return (
        PlanStep(
            "own-words",
            _("Hand in your own statement"),
            paragraphs,
            deadline=plan_dates.before_hearing(case, day),
            missed=_("Bring it to the hearing. You can also tell the judge there what it says."),
            sources=sources("sworn_statements"),
        ),
    )


def told_by_witnesses(case: Case) -> str:
    """MC-031 lies behind the request; who wrote it may be asked about it."""
    if not case.witness_sheets:
        return ""
    text = _(
        "Witness statements (MC-031)%(names)s are behind %(form)s. Who wrote one can come to the hearing "
        "too: the judge or the other person may have questions."
    )
    form = "CH-100" if case.asks_for_cho else "DV-100"
    return text % {"names": _of_whom(case.witness_sheets), "form": form}


def _in_english() -> str:
    return _(
        "A statement must be in English. One in another language needs a translation that the translator "
        "signs."
    )


def _of_whom(sheets: Iterable[WitnessSheet]) -> str:
    """ " (Rosa Diaz, Lee Park)", where they are named."""
    names = ", ".join(filter(None, (" ".join(sheet.name.split()) for sheet in sheets)))
    return f" ({names})" if names else ""
