"""After the hearing, for both orders: the order checked, shown to others, and what to do when it is not kept.

Giving it to the other person is in plan_order_service.py, changing and renewing it in plan_renewal.py, what
helps without an order in plan_without.py.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from interview.case import Case
from interview.evidence import tidy
from interview.plan_order_service import order_service
from interview.plan_renewal import changes, renewal
from interview.plan_step import PlanStep, sources
from interview.plan_without import without_order
from interview.rules import rule


def steps_after(case: Case) -> tuple[PlanStep, ...]:
    civil = case.asks_for_cho
    return (
        _check_civil(case) if civil else _check(case),
        order_service(case),
        _copies(case),
        _not_followed(case),
        changes(case),
        renewal(case),
        without_order(case),
    )


def _check(case: Case) -> PlanStep:
    return PlanStep(
        "after",
        _("After the hearing: check the order"),
        (
            _(
                "The judge's order is form DV-130. It can last up to {most} years. Without a date on it,"
                " it lasts {no_date} years."
            ).format(**rule("order_lasts").numbers),
            _before_you_leave(case),
            *_outlives(case),
            _(
                "The court or the police enter the order in the police database within one business day."
                " Ask the clerk who does it."
            ),
            _(
                "Only a judge can change the order. You cannot be arrested for contact under an order "
                "that protects you."
            ),
        ),
        sources=sources("order_lasts", "entry_after", "only_a_judge"),
    )


def _check_civil(case: Case) -> PlanStep:
    return PlanStep(
        "after",
        _("After the hearing: check the order"),
        (
            _(
                "The judge's order is form CH-130. It can last up to {most} years. Without a date on it,"
                " it lasts {no_date} years."
            ).format(**rule("civil_order_lasts").numbers),
            _(
                "Some courts ask you to bring CH-130 with your part filled in, items 1, 2 and 3. The "
                "rest is the court's."
            ),
            _before_you_leave(case),
            _(
                "Look which box of CH-130, item 16 is checked. It says who gets the order to the police "
                "database: the clerk (16a, 16b), or you or your lawyer (16c)."
            ),
            _(
                "Only a judge can change the order. You cannot be arrested for contact under an order "
                "that protects you."
            ),
        ),
        deadline=_("Box 16c: by the close of business on the day the order is made."),
        missed=_(
            "Do it as soon as you can. Keep a copy of the order with you: police can enforce the copy "
            "they are shown."
        ),
        sources=sources("civil_order_lasts", "civil_entry_after", "civil_only_a_judge"),
    )


def _before_you_leave(case: Case) -> str:
    told = [
        _(
            "Before you leave, read it: the names, the end date (item 4), and every order the judge "
            "spoke. Where something is missing or wrong, tell the clerk or the bailiff at once."
        )
    ]
    if names := _names(case):
        told.append(_("Look for %s at item 3, where the judge protects them too.") % names)
    return " ".join(told)


def _outlives(case: Case) -> Iterator[str]:
    if case.asks_for_custody or case.requests.asks_support:
        yield _("Orders about children and support stay in force when DV-130 has ended.")


def _copies(case: Case) -> PlanStep:
    civil = case.asks_for_cho
    certified = (
        _("Ask the clerk for certified copies, and what they cost.")
        if civil
        else _("The clerk gives up to {copies} certified copies free.").format(
            **rule("certified_copies").numbers
        )
    )
    names, places = _names(case), _places(case)
    told = [" ".join((certified, _("Keep one with you, and a picture of it where only you can see it.")))]
    if names:
        told.append(_("Copies for those it protects, or who looks after them: %s.") % names)
    if places:
        told.append(_("Copies for the places you told about: %s.") % places)
        told.append(_("The police where you live and work, and your landlord, can have one too."))
    else:
        told.append(
            _("School, child care, work, your landlord and the police where you live can have one too.")
        )
    told.append(
        _("At each place, say who may see it, and what to do and whom to call when the other person comes.")
    )
    rules = ("civil_copies_of_order",) if civil else ("copies_of_order", "certified_copies")
    return PlanStep("order-copies", _("Give copies of the order"), tuple(told), sources=sources(*rules))


def _names(case: Case) -> str:
    names = [name for one in case.protected_people if (name := tidy(one.name))]
    return str(get_text_list(names, str(_("and")))) if case.protect_others == "yes" else ""


def _places(case: Case) -> str:
    """DV-100 item 12, CH-100 item 9: the places where someone can have a copy, by name where it was told."""
    if "stay_away" not in case.requests.asked:
        return ""
    asked, named = case.requests.stay_away, []
    shared = asked.shared_places if asked.same_work_or_school == "yes" else ()
    company = tidy(asked.company) if "work" in shared else ""
    school = tidy(asked.school) if "school" in shared else ""
    if "work" in asked.places or company:
        named.append(_("your work (%s)") % company if company else _("your work"))
    if "school" in asked.places or school:
        named.append(_("your school (%s)") % school if school else _("your school"))
    if "childrens_school" in asked.places:
        named.append(_("the children's school"))
    if "childcare" in asked.places:
        named.append(_("child care"))
    return str(get_text_list(named, str(_("and"))))


def _not_followed(case: Case) -> PlanStep:
    return PlanStep(
        "order-not-followed",
        _("If the other person does not follow the order"),
        (
            _("Call 911. Say that there is an order, and show it. Police who see it can enforce it."),
            _(
                "Write down the day, the time, the place, what was done and who saw it. Keep every "
                "message and call: you do not have to answer. Ask the police for the number of the "
                "report."
            ),
            _(
                "Not following the order can be a crime. A lawyer or the self-help center can tell what "
                "else the court can do."
            ),
        ),
        sources=sources("civil_order_not_followed" if case.asks_for_cho else "order_not_followed"),
    )
