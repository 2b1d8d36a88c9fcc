"""What to do next with the papers: sign, copy, file, serve, the hearing, after.

Information, with the rule each step rests on (rules.toml) and, beside every deadline, what happens when
it is missed and the way back.
"""

from __future__ import annotations

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from interview import plan_children, plan_civil
from interview.case import Case
from interview.needed_forms import asks_support, forms_not_filled
from interview.plan_step import PlanStep, copies_of, more_papers, sources, told_of
from interview.rules import county, rule

__all__ = ["PlanStep", "forms_not_filled", "steps"]


def steps(case: Case, today: date | None = None) -> tuple[PlanStep, ...]:
    """The whole road, in order, for the order the person asks for, by the rules in force `today`."""
    if case.asks_for_cho:
        return plan_civil.steps(case, today or timezone.localdate())
    return (
        _sign(case),
        *more_papers(case),
        _copies(case),
        _file(case),
        _decision(case),
        _serve(case),
        _proof_of_service(),
        _hearing(case),
        _after(),
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
            *copies_of(local, "CLETS-001"),
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
            _("Keep a copy of the order with you. School, child care and work can have one."),
        ),
        sources=sources(
            "same_day", "hearing_date", "waive_hearing", "certified_copies", *plan_children.rules(case)
        ),
    )


def _serve(case: Case) -> PlanStep:
    paragraphs = [
        _(
            "Someone must hand the other person a copy of the papers. That is called “service”. It must be "
            "a person of {age} or older, and not you and not anyone you ask the judge to protect."
        ).format(**rule("who_may_serve").numbers),
        _(
            "The sheriff or marshal does it for free. Fill in form SER-001 and give it to the sheriff of "
            "the county where the other person is. A process server costs money."
        ),
        _(
            "The papers: DV-109, DV-100 with everything attached, DV-110 where the judge made orders, and "
            "the blank forms DV-120, DV-120-INFO and DV-250. Item 6 of DV-109 lists what else. The clerk "
            "has the blank forms."
        ),
        _("Never give the other person CLETS-001 or SER-001."),
    ]
    paragraphs += plan_children.serving(case)
    if asks_support(case):
        paragraphs.append(_("Your FL-150 is served too, with a blank FL-150."))
    return PlanStep(
        "serve",
        _("Have the papers given to the other person"),
        tuple(paragraphs),
        deadline=_(
            "DV-109, item 6 has the number of days, often {days}. Count back from the hearing, without the "
            "day of the hearing itself. Serve well before. Ask the clerk when the last day is a weekend or "
            "a holiday."
        ).format(**rule("serve_by").numbers),
        missed=_(
            "Ask for a new hearing date with forms DV-115 and DV-116, before or at the hearing. The orders "
            "you have stay in force until the new date unless the judge says otherwise."
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


def _proof_of_service() -> PlanStep:
    return PlanStep(
        "proof-of-service",
        _("Tell the court they were given"),
        (
            _(
                "The person who handed over the papers fills in and signs form DV-200. The sheriff may use "
                "a form of their own."
            ),
            _("Make a copy, hand the original to the clerk, and bring the copy to the hearing."),
        ),
        deadline=_("Before the hearing."),
        missed=_(
            "Bring it to the hearing. Without it the judge may set a new date (DV-115 and DV-116) and keep "
            "the orders in force until then."
        ),
        sources=sources("proof_of_service", "not_served"),
    )


def _hearing(case: Case) -> PlanStep:
    paragraphs = [
        _(
            "You can come in person, by phone or by video, free. The court's website tells how. What you "
            "say counts as evidence. You do not need more, but you can bring it."
        ),
        _(
            "You can bring: messages, photos, medical or police papers, and people who saw or heard what "
            "happened. In person, bring three sets: for the judge, the other person and you."
        ),
        _("One person may sit with you for support. They are not your lawyer."),
        _(
            "For a sign language interpreter or other help because of a disability, ask {days} days "
            "before, with form MC-410."
        ).format(**rule("accommodation").numbers),
    ]
    if case.petitioner.speaks_english == "no":
        paragraphs.append(_("For an interpreter, hand in form INT-300 as early as you can."))
    if "pay_expenses" in case.requests.asked:
        paragraphs.append(_("Bring bills or receipts for the costs you listed in DV-100, item 23."))
    return PlanStep(
        "hearing",
        _("Go to the hearing"),
        tuple(paragraphs),
        deadline=_("The date and time on DV-109, item 3."),
        missed=_(
            "Without you the judge may end the orders. When you cannot come, ask for a new date before, "
            "with forms DV-115 and DV-116. You can also ask again with a new DV-100."
        ),
        sources=sources("at_the_hearing", "remote", "support_person", "accommodation", "proof"),
    )


def _after() -> PlanStep:
    return PlanStep(
        "after",
        _("After the hearing"),
        (
            _(
                "The judge's order is form DV-130. It can last up to {most} years. Without a date on it, "
                "it lasts {no_date} years."
            ).format(**rule("order_lasts").numbers),
            _(
                "When the other person was not at the hearing, item 32 of DV-130 tells how they must be "
                "given it: sometimes by mail, sometimes in person."
            ),
            _(
                "Only a judge can change the order. You cannot be arrested for contact under an order that "
                "protects you."
            ),
        ),
        deadline=_("To renew: ask in the last {months} months before it ends, with form DV-700.").format(
            **rule("renewal").numbers
        ),
        missed=_(
            "Once the order has ended it cannot be renewed. You can ask for a new one with a new DV-100."
        ),
        sources=sources("order_lasts", "renewal", "after_hearing_service", "only_a_judge"),
    )
