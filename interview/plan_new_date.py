"""Another date for the hearing (DV-115, DV-116), or none (DV-112): the steps for who asked for either."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from interview import plan_dates
from interview.case import Case
from interview.phrasing import day_in_words
from interview.plan_day import print_again
from interview.plan_step import PlanStep, sources
from interview.rules import rule


def new_date(case: Case, today: date) -> tuple[PlanStep, ...]:
    if not case.asks_for_new_date:
        return ()
    return (
        PlanStep(
            "new-date",
            _("Ask for a new date"),
            tuple(_ask(case)),
            deadline=" ".join((plan_dates.before_hearing(case, today), _("Or bring both to the hearing."))),
            missed=_("Go to the hearing on the old date, and ask the judge there for a new one."),
            sources=sources("new_date", "not_served"),
        ),
    )


def _ask(case: Case) -> Iterator[str]:
    signs = _("Sign and date DV-115 on page 2.")
    if case.petitioner.has_lawyer == "yes":
        signs = _("Sign and date DV-115 on page 2. Your lawyer signs it there too.")
    yield " ".join((_("DV-115 and DV-116 are filled in and lie in your papers."), signs))
    if case.hearing.order_made == "yes":
        yield _("Put a copy of DV-110 behind DV-115.")
    elif case.may_have_first_order:
        yield _("Put a copy of DV-110 behind DV-115, where the judge made one.")
    yield _(
        "Make copies, and hand both in to the clerk. Until DV-116 is back from the judge, the old date "
        "stands."
    )
    yield _(
        "When DV-116 is back, read items 3, 5 and 7. Item 3 has the answer and the new date. Item 5 says "
        "whether the orders you have hold on. Item 7 says whether it must be given to the other person, "
        "how, and by when."
    )
    yield print_again(case)
    yield _(
        "Where item 7 says so, the other person is given DV-116 and DV-115. All the papers of DV-109, item "
        "6, go with them. That is so even when the other person had some of them before."
    )


def cancel(case: Case, today: date) -> PlanStep:
    """DV-112, and nothing else before the hearing that is not to be."""
    return PlanStep(
        "cancel",
        _("Cancel the hearing"),
        tuple(_cancel(case)),
        deadline=plan_dates.before_hearing(case, today),
        missed=_("As long as DV-112 is not with the court, the hearing takes place. Go to it."),
        sources=sources("waive_hearing"),
    )


def _cancel(case: Case) -> Iterator[str]:
    yield _(
        "DV-112 is filled in and lies in your papers. Read it once more. Then sign and date it, under "
        "penalty of perjury, and hand it in to the clerk with a copy for yourself."
    )
    yield _("The hearing then does not take place. You do not need to do the other steps for it.")
    if case.hearing.order_made == "yes":
        ends = _("The orders you have (DV-110) hold until the day of the hearing, and end that day.")
        if case.hearing.date:
            ends = _(
                "The orders you have (DV-110) hold until %s, the day of the hearing, and end that day."
            ) % (day_in_words(case.hearing.date))
        yield ends
    yield _(
        "Do not have the papers given to the other person. When they have them already, they must be told "
        "that you canceled the hearing. You need not talk with them: someone else can mail DV-112, and sign "
        "form DV-250: a person of {age} or older who lives or works in the county they mail it from, not you "
        "and not anyone you asked the judge to protect."
    ).format(age=rule("who_may_serve").numbers["age"])
    yield _(
        "When the other person has handed in an answer before, the court may hear the case all the same: ask "
        "the clerk."
    )
    yield _("You can ask again later with a new DV-100, for the same reasons or for others.")
