"""What is worth a second look on the sworn statements, and addresses in words that the other person reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.findings import Check, Problem, found_by, problem

_STREET = re.compile(
    r"\b\d{1,5}[A-Za-z]?\s+(?:[NSEW]\.?\s+)?(?:[^\W\d_][\w'’.-]*\s+){1,3}"
    r"(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|court|ct|boulevard|blvd|way|place|pl|circle|cir|terrace)\b",
    re.IGNORECASE,
)


def please_check_statements(case: Case) -> Iterator[Problem]:
    if case.request_is_done:
        return
    yield from found_by(CHECKS, "check", case)
    yield from _witnesses(case)
    yield from _addresses(case)


def _witnesses(case: Case) -> Iterator[Problem]:
    if case.statements.has_witnesses != "yes":
        return
    if not case.witness_sheets:
        yield problem("check", case, "statements.witnesses.0.name", "MC-031", _NO_WITNESS)
    for index, witness in enumerate(case.statements.witnesses):
        if witness.words.strip() and not witness.name.strip():
            yield problem("check", case, f"statements.witnesses.{index}.name", "MC-031", _NO_NAME)


# Addresses


def _addresses(case: Case) -> Iterator[Problem]:
    """Not of who gives their home for court papers: it is seen in any case (DV-100 item 1c)."""
    if case.petitioner.mailing_is_home == "yes":
        return
    known = _known_to_the_other(case)
    for path, where, text in _read_by_the_other(case):
        told = [_plain(found.group()) for found in _STREET.finditer(text)]
        if any(not any(street in one for one in known) for street in told):
            yield problem("check", case, path, where, _NAMES_A_STREET)


def _read_by_the_other(case: Case) -> Iterator[tuple[str, str, str]]:
    """The path of what was told in own words, the form it prints on, and the words."""
    statements = case.statements
    if case.adds_own_statement:
        yield "statements.own", "MC-030", statements.own
    if statements.has_witnesses == "yes":
        for index, witness in enumerate(statements.witnesses):
            yield f"statements.witnesses.{index}.words", "MC-031", witness.words
    if case.income_form_is_filled:
        yield from _on_the_income_form(case)


def _on_the_income_form(case: Case) -> Iterator[tuple[str, str, str]]:
    """An employer's and an insurer's address are asked for as such: there it is said who reads them."""
    finances = case.finances
    if case.uses_short_income_form:
        yield "finances.other_facts", "FL-155, item 12", finances.other_facts
        yield "finances.children.arrangement", "FL-155, item 3c", finances.children.arrangement
        yield _JOB_COSTS, "FL-155, item 8a", finances.deductions.job_expenses_what
        return
    yield "finances.change", "FL-150, item 9", finances.change
    yield _JOB_COSTS, "FL-150, item 10g", finances.deductions.job_expenses_what
    yield "finances.children.arrangement", "FL-150, item 16b", finances.children.arrangement
    yield "finances.hardships.because", "FL-150, item 19", finances.hardships.because
    yield "finances.other_facts", "FL-150, item 20", finances.other_facts


def _known_to_the_other(case: Case) -> list[str]:
    """What stands on the papers anyway, or is the other person's own."""
    told = (
        case.petitioner.mailing_address.street,
        case.respondent.address.street,
        case.requests.move_out.address,
        case.court.street,
    )
    return [_plain(address) for address in told if address]


def _plain(address: str) -> str:
    return " ".join(re.sub(r"[.,]", " ", address).split()).casefold()


CHECKS: tuple[Check, ...] = (
    Check(
        "statements.own",
        "MC-030",
        _("You want to tell the judge more. The words are missing. You can write them in by hand."),
        lambda case: case.adds_own_statement and not case.statements.own.strip(),
    ),
)

_JOB_COSTS = "finances.deductions.job_expenses_what"
_NO_WITNESS = _("Someone will write down what they saw or heard. Who it is is missing.")
_NO_NAME = _("A witness's words are there. The name of the witness is missing.")
_NAMES_A_STREET = _(
    "What you wrote here seems to name a street address. {other} will read it. Is it one that {other} may "
    "know?"
)
