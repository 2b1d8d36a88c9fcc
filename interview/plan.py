"""What to do next with the papers: sign, copy, file, serve, the hearing, after.

Information, with the rule each step rests on (rules.toml) and, beside every deadline, what happens when
it is missed and the way back.
"""

from __future__ import annotations

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interview import plan_children, plan_civil, plan_dates, plan_service
from interview.case import Case
from interview.needed_forms import asks_support, forms_not_filled
from interview.plan_after import steps_after
from interview.plan_day import may_have_order, the_day
from interview.plan_ready import ready
from interview.plan_step import PlanStep, copies_of, more_papers, sources, told_of
from interview.questions import Text
from interview.rules import county, rule

__all__ = ["PlanStep", "forms_not_filled", "steps"]


_NEW_DATE = gettext_lazy("You ask for a new date: DV-115 and DV-116 are filled in and lie in your papers.")
_STAY_IN_FORCE = gettext_lazy(
    "The orders you have stay in force until the new date unless the judge says otherwise."
)
_IF_CANCELED = gettext_lazy(
    "You want to cancel the hearing: DV-112 is filled in and lies in your papers. Once you hand it in, the "
    "papers are not handed over to the other person."
)


def steps(case: Case, today: date | None = None) -> tuple[PlanStep, ...]:
    """The whole road, in order, for the order the person asks for, by the rules in force `today`."""
    day = today or timezone.localdate()
    if case.asks_for_cho:
        return plan_civil.steps(case, day)
    return (
        _sign(case),
        *more_papers(case),
        _copies(case),
        _file(case),
        _decision(case),
        _serve(case, day),
        _proof_of_service(case),
        ready(case, day),
        _hearing(case, day),
        the_day(case),
        *steps_after(case),
    )


def _sign(case: Case) -> PlanStep:
    paragraphs = [
        _("Read every page. Where something is wrong, change your answer and print again."),
        _(
            "Sign and date DV-100 at item 33, in ink. You sign under penalty of perjury: you say that what "
            "it tells is true."
        ),
    ]
    if case.petitioner.has_lawyer == "yes":
        paragraphs.append(_("Your lawyer signs DV-100 at item 34."))
    paragraphs += plan_children.signing(case)
    paragraphs.append(
        _("Leave the rest of DV-109 and DV-110 empty: the court completes those. CLETS-001 is not signed.")
    )
    paragraphs += plan_children.left_to_the_court(case)
    return PlanStep("sign", _("Read and sign"), tuple(paragraphs), sources=sources("rejection"))


def _copies(case: Case) -> PlanStep:
    local = county(case.court.county)
    return PlanStep(
        "copies",
        _("Make copies"),
        (
            *copies_of(local, plan_service.left_out_of_copies(case)),
            _(
                "CLETS-001 is for the clerk and the police only. Hand in the one original, and keep it out "
                "of the copies."
            ),
            *plan_children.order_of_papers(case),
            *told_of(local),
        ),
        sources=sources("confidential_form", *plan_children.rules(case)) + ((local.source,) if local else ()),
    )


def _file(case: Case) -> PlanStep:
    paragraphs = (
        _("Take the papers to the clerk of the court. Many courts also take them online: ask the clerk."),
        _("There is no fee."),
        _("You can ask where you live or are staying, where the other person lives, or where it happened."),
        _("Ask when the papers will be ready and how you get them back."),
        *plan_children.filing(case),
    )
    return PlanStep(
        "file",
        _("Hand them in to the court"),
        paragraphs,
        sources=sources("no_fee", "where_to_file", "rejection", *plan_children.rules(case)),
    )


def _decision(case: Case) -> PlanStep:
    return PlanStep(
        "decision",
        _("The judge decides about the first orders"),
        (
            _(
                "A judge reads your request the same day, or the next day the court is open when it was "
                "late. Some courts take longer."
            ),
            _(
                "You get DV-109 back with the date of the hearing. With it comes DV-110, where the judge "
                "made orders that hold until then. You get up to {copies} certified copies of the order "
                "free."
            ).format(**rule("certified_copies").numbers),
            *plan_children.decision(case),
            _("The hearing is within {days} days, or {good_cause} when the judge has a good reason.").format(
                **rule("hearing_date").numbers
            ),
            _(
                "The judge may say no to some or all of the first orders. There is still a hearing. "
                "DV-109, item 4 tells why. You can go on, or cancel the hearing with form DV-112."
            ),
            *_in_the_papers(case.cancels_hearing, _IF_CANCELED),
            _("Keep a copy of the order with you. School, child care and work can have one."),
        ),
        sources=sources(
            "same_day", "hearing_date", "waive_hearing", "certified_copies", *plan_children.rules(case)
        ),
    )


def _serve(case: Case, day: date) -> PlanStep:
    paragraphs = [
        *_in_the_papers(case.cancels_hearing, _IF_CANCELED),
        _(
            "Someone must hand the other person a copy of the papers. That is called “service”. It must be "
            "a person of {age} or older, and not you and not anyone you ask the judge to protect."
        ).format(**rule("who_may_serve").numbers),
        " ".join((_("The sheriff or marshal does it for free."), plan_service.sheriffs_form(case))),
        _(
            "The papers: DV-109, DV-100 with everything attached, DV-110 where the judge made orders, and "
            "the blank forms DV-120, DV-120-INFO and DV-250. Item 6 of DV-109 lists what else. The clerk "
            "has the blank forms."
        ),
        _("Never give the other person %s.") % plan_service.never_served(case),
    ]
    paragraphs += plan_children.serving(case)
    if asks_support(case):
        paragraphs.append(_("Your FL-150 is served too, with a blank FL-150."))
    return PlanStep(
        "serve",
        _("Have the papers given to the other person"),
        tuple(paragraphs),
        deadline=plan_dates.serve_by(case, "DV-109", day),
        missed=" ".join(
            (
                _("Ask for a new hearing date with forms DV-115 and DV-116, before or at the hearing."),
                *_in_the_papers(may_have_order(case), _STAY_IN_FORCE),
                *_in_the_papers(case.asks_for_new_date, _NEW_DATE),
            )
        ),
        sources=sources(
            "who_may_serve",
            "sheriff",
            "serve_by",
            "counting_back",
            "papers_to_serve",
            "not_served",
            *plan_children.rules(case),
        ),
    )


def _proof_of_service(case: Case) -> PlanStep:
    return PlanStep(
        "proof-of-service",
        _("Tell the court they were given"),
        (
            plan_service.who_proves(case, "DV-200"),
            _("Make a copy, hand the original to the clerk, and bring the copy to the hearing."),
        ),
        deadline=plan_dates.proof_by(case),
        missed=_(
            "Bring it to the hearing. Without it the judge may set a new date (DV-115 and DV-116) and keep "
            "the orders in force until then."
        ),
        sources=sources("proof_of_service", "not_served"),
    )


def _hearing(case: Case, day: date) -> PlanStep:
    paragraphs = [
        _(
            "You can come in person, by phone or by video, free. The court's website tells how. What you "
            "say counts as evidence. You do not need more, but you can bring it."
        ),
    ]
    return PlanStep(
        "hearing",
        _("Go to the hearing"),
        tuple(paragraphs),
        deadline=plan_dates.of_hearing(case, "DV-109", day),
        missed=" ".join(
            (
                _(
                    "Without you the judge may end the orders. When you cannot come, ask for a new date "
                    "before, with forms DV-115 and DV-116. You can also ask again with a new DV-100."
                ),
                *_in_the_papers(case.asks_for_new_date, _NEW_DATE),
            )
        ),
        sources=sources("at_the_hearing", "remote", "proof"),
    )


def _in_the_papers(is_there: bool, words: Text) -> tuple[str, ...]:
    """That a form is in the packet, where it is."""
    return (str(words),) if is_there else ()
