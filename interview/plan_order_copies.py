"""Who has a copy of the order made at the hearing: the people and places the Case knows. For both orders."""

from __future__ import annotations

from django.utils.translation import gettext as _

from interview.case import Case
from interview.evidence import tidy
from interview.phrasing import all_of
from interview.plan_step import PlanStep, sources
from interview.rules import rule


def order_copies(case: Case) -> PlanStep:
    civil = case.asks_for_cho
    certified = (
        _("Ask the clerk for certified copies, and what they cost.")
        if civil
        else _("The clerk gives up to {copies} certified copies free.").format(
            **rule("certified_copies").numbers
        )
    )
    names, places = protected_names(case), _places(case)
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


def protected_names(case: Case) -> str:
    """Where the judge left someone out, and that was told, the order does not protect them."""
    people = case.order_made.people if case.protect_others == "yes" else ()
    return all_of([name for one in people if (name := tidy(one.name))])


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
    return all_of(named)
