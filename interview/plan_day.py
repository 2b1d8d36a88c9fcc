"""The step "the-day": how the day in court goes, whoever comes, for both orders.

How a judge runs a hearing is practice and differs; what is said here is what the forms and rules say, and
what one may ask for. (DV-109, page 3; CH-109, page 3; Family Code 245.)
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from interview.case import Case
from interview.evidence import tidy
from interview.phrasing import all_of
from interview.plan_order_paper import number
from interview.plan_step import PlanStep, sources


@dataclass(frozen=True)
class Papers:
    """The forms of one order by what they are, and the rules of rules.toml."""

    bring: str  # the request and its notice
    first_order: str
    proof: str
    response: str
    ask_for_date: str
    new_date: str
    rules: tuple[str, ...]


_DVRO = Papers(
    "DV-100, DV-109",
    "DV-110",
    "DV-200",
    "DV-120",
    "DV-115",
    "DV-116",
    ("day_in_court", "proof_of_service", "new_date"),
)
_CHO = Papers(
    "CH-100, CH-109",
    "CH-110",
    "CH-200",
    "CH-120",
    "CH-115",
    "CH-116",
    ("civil_day_in_court", "civil_proof_of_service", "civil_not_served"),
)


def the_day(case: Case) -> PlanStep:
    papers = _CHO if case.asks_for_cho else _DVRO
    return PlanStep(
        "the-day",
        _("The day itself"),
        (
            _arrive(case, papers),
            _(
                "When your case is called, the judge may ask you and the other person questions. Speak "
                "to the judge. Take your time, and look at your notes. When you did not understand, say "
                "so. The judge decides then, or later in writing."
            ),
            _they_come(papers),
            _they_do_not(papers),
            _their_lawyer(case, papers),
            _another_date(case, papers),
        ),
        sources=sources(*papers.rules),
    )


def _arrive(case: Case, papers: Papers) -> str:
    first_order = (papers.first_order,) if case.may_have_first_order else ()
    brings = case.brings_order and not case.order_goes_with_request
    made = (number(case),) if brings else ()
    bring = ", ".join((papers.bring, *first_order, papers.proof, *made))
    told = [_("Come early and look for your name on the list at the door.")]
    if department := tidy(case.hearing.department):
        told.append(_("Your hearing is in department %s.") % department)
    told.append(_("Bring your notes, what you want to show, and your papers: %s.") % bring)
    return " ".join(told)


def _they_come(papers: Papers) -> str:
    return (
        _(
            "If the other person comes: the judge hears both of you. You do not have to look at them or "
            "answer them, even when they speak to you: speak to the judge. They may have written an "
            "answer (%s). When you have not seen it, ask the judge for time to read it. Tell the bailiff"
            " when you are afraid, and before you leave."
        )
        % papers.response
    )


def _they_do_not(papers: Papers) -> str:
    return _(
        "If the other person does not come: when the papers were given to them in time and the proof is "
        "with the court, the judge can go on without them. When they were not given the papers, ask for "
        "a new date (%(ask)s and %(new)s)."
    ) % {"ask": papers.ask_for_date, "new": papers.new_date}


def _their_lawyer(case: Case, papers: Papers) -> str:
    told = [
        _(
            "If they bring a lawyer: that lawyer speaks for the other person, not for the court. You do "
            "not have to talk with that lawyer outside, or sign anything."
        )
    ]
    if case.petitioner.has_lawyer == "yes":
        name = tidy(case.petitioner.lawyer.name)
        yours = _("Your lawyer, %s, speaks for you.") % name if name else _("Your lawyer speaks for you.")
        told.append(yours)
    else:
        told.append(
            _(
                "You can go on without one. You can also ask the judge for a new date (%s) to find a "
                "lawyer: the judge decides."
            )
            % papers.ask_for_date
        )
    return " ".join(told)


def _another_date(case: Case, papers: Papers) -> str:
    told = [_("If the judge sets a new date: it is on %s. Get a copy before you leave.") % papers.new_date]
    if case.may_have_first_order:
        told.append(
            _(
                "The orders you have now stay in force until then unless the judge says otherwise: ask, "
                "and look at the paper."
            )
        )
    told.append(
        _(
            "Ask whether it must be given to the other person, how, and by when: then with all the papers "
            "again."
        )
    )
    told.append(print_again(case))
    return " ".join(told)


def print_again(case: Case) -> str:
    """What is to be printed once more when the hearing has another date: the forms that go with service."""
    proof = "CH-200" if case.asks_for_cho else "DV-200"
    forms = [form for form, is_there in (("SER-001", case.asks_sheriff), (proof, True)) if is_there]
    return _("Put the new date into your answers, and print %s again.") % all_of(forms)
