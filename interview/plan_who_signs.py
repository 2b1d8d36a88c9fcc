"""The step "sign" of both roads: who signs the request, for whom an adult signs."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from interview.case import Case
from interview.rules import rule


def who_signs(case: Case, request: str, where: str) -> Iterator[str]:
    """`where` on the request the signature goes: "at item 33"."""
    place = {"request": request, "where": where}
    if case.petitioner.is_under_12:
        yield (
            _(
                "%(request)s is signed and dated %(where)s, in ink, under penalty of perjury: who signs says "
                "that what it tells is true."
            )
            % place
        )
        yield _("The person asking is under {age}: an adult asks for them. Ask the clerk who signs.").format(
            **rule("guardian_ad_litem").numbers
        )
    else:
        yield (
            _(
                "Sign and date %(request)s %(where)s, in ink. You sign under penalty of perjury: you say "
                "that what it tells is true."
            )
            % place
        )
    if case.screening.asking_for == "dependent_adult":
        yield _(
            "The papers are for an adult who needs help. Ask the clerk or the self-help center who signs."
        )


def rules_of_signing(case: Case) -> tuple[str, ...]:
    return ("guardian_ad_litem",) if case.petitioner.is_under_12 else ()
