"""The hearing about a civil harassment order, the order that lasts, and how to renew it."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from interview.case import Case
from interview.conditions import may_ask_alone
from interview.plan_step import PlanStep, sources
from interview.rules import rule


def hearing(case: Case, day: date) -> PlanStep:
    remote = _remote(day)
    paragraphs = [
        remote[0],
        _(
            "You must be there for the judge to make the orders. The judge has to find it highly likely that "
            "what you say happened is true. The law calls that “clear and convincing” evidence. What you "
            "say counts as evidence."
        ),
        _(
            "You can bring: messages, photos, medical or police papers, and people who saw or heard what "
            "happened. They can also write it down on form MC-030. In person, bring copies for the judge, "
            "the other person and you."
        ),
        _(
            "One person may come with you for support. Where violence or threats are told of and you have "
            "no lawyer, they may sit with you. They are not your lawyer."
        ),
        *_for_a_minor(case),
        _(
            "For a sign language interpreter or other help because of a disability, ask {days} days "
            "before, with form MC-410."
        ).format(**rule("civil_accommodation").numbers),
    ]
    if case.petitioner.speaks_english == "no":
        paragraphs.append(_("For an interpreter, hand in form INT-300 as early as you can."))
    if case.requests.asks_for_fees:
        paragraphs.append(_("Bring bills or receipts for the amounts you listed in CH-100, item 14."))
    return PlanStep(
        "hearing",
        _("Go to the hearing"),
        tuple(paragraphs),
        deadline=_("The date and time on CH-109, item 3."),
        missed=_missed(case),
        sources=sources(
            *remote[1:],
            "civil_at_the_hearing",
            "civil_proof",
            "civil_support_person",
            "civil_accommodation",
            "civil_not_served",
            *(("minor_alone",) if may_ask_alone(case) else ()),
        ),
    )


def _missed(case: Case) -> str:
    ends = (
        _("Without you the judge cannot make the orders that last, and those you have now may end.")
        if case.requests.asks_orders_now
        else _("Without you the judge cannot make the orders that last.")
    )
    back = _(
        "When you cannot come, ask for a new date before, with forms CH-115 and CH-116. You can also ask "
        "again with a new CH-100."
    )
    return f"{ends} {back}"


def after() -> PlanStep:
    return PlanStep(
        "after",
        _("After the hearing"),
        (
            _(
                "The judge's order is form CH-130. It can last up to {most} years. Without a date on it, "
                "it lasts {no_date} years."
            ).format(**rule("civil_order_lasts").numbers),
            _(
                "Some courts ask you to bring CH-130 with your part filled in, items 1, 2 and 3. The rest "
                "is the court's."
            ),
            _(
                "Look which box of CH-130, item 16 is checked. It says who gets the order to the police: "
                "the clerk (16a, 16b), or you or your lawyer (16c)."
            ),
            _(
                "Item 17 tells whether the other person must still be given the order. Not when they were "
                "at the hearing. Otherwise by mail, or in person by someone not named in items 1 or 3."
            ),
            _(
                "Only a judge can change the order: ask the clerk which form. You cannot be arrested for "
                "contact under an order that protects you."
            ),
        ),
        deadline=_(
            "Box 16c: by the close of business on the day the order is made. Item 17b(3) can have a date by "
            "which the other person must be given the order."
        ),
        missed=_(
            "Do it as soon as you can, and ask the clerk what to do about a date that has passed. Keep a "
            "copy of the order with you: police can enforce the copy they are shown."
        ),
        sources=sources(
            "civil_order_lasts", "civil_entry_after", "civil_after_hearing_service", "civil_only_a_judge"
        ),
    )


def renewal() -> PlanStep:
    return PlanStep(
        "renewal",
        _("Before the order ends"),
        (
            _(
                "You can ask the judge to renew the order, for up to {years} years more. You do not have to "
                "show new harassment the first time. To renew it once more, you do."
            ).format(**rule("civil_renewal").numbers),
        ),
        deadline=_("Ask in the last {months} months before it ends, with form CH-700.").format(
            **rule("civil_renewal").numbers
        ),
        missed=_(
            "Once the order has ended it cannot be renewed. You can ask for a new one with a new CH-100."
        ),
        sources=sources("civil_renewal"),
    )


def _remote(day: date) -> tuple[str, ...]:
    """How one can come to the hearing, and the rules it rests on; the hearing is later than `day`."""
    free = rule("civil_remote")
    if free.holds_on(day):
        return (
            _("You can come in person, by phone or by video, free. The court's website tells how."),
            "civil_remote",
        )
    return (
        _(
            "You can come in person. Ask the court how to come by phone or by video, and what it costs. On "
            "and after {day} it is free."
        ).format(day=date_format(free.effective, "F j, Y") if free.effective else ""),
        "civil_remote_before",
        "civil_remote",
    )


def _for_a_minor(case: Case) -> tuple[str, ...]:
    if not may_ask_alone(case):
        return ()
    return (
        _("At {age} or older you can ask alone. The judge may want a trusted adult to help.").format(
            **rule("minor_alone").numbers
        ),
    )
