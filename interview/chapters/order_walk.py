"""The order form the court told someone to prepare: each order asked for, and what the judge made of it.

DV-130; what it says of the children (DV-140, DV-145) is in order_walk_children.py. Asked only of those whom
the court told so. The judge's findings are never asked.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from interview import conditions_after as conditions
from interview.after_hearing import GRANTED
from interview.chapters.order_walk_children import CHILDRENS_PAGES
from interview.chapters.order_walk_pages import (
    ABill,
    ACost,
    AFee,
    AnimalsMade,
    ContactExceptions,
    InsuranceMade,
    MoreOrders,
    MoveOut,
    NoContact,
    OtherOrdersMade,
    OthersProtected,
    Program,
    PropertyMade,
    RestraintMade,
    StayAwayExceptions,
    StayAwayMade,
)
from interview.chapters.orders_places import StayAwayFrom
from interview.chapters.orders_things import AnimalOrders
from interview.conditions_after import may_have_exceptions, walks, was_decided
from interview.decision_form import MAY_BE_EMPTY, answers_on, decision, in_yards
from interview.fields import Choice, PersonName, YesNo
from interview.questions import Chapter, Group, Page, QuestionForm
from interview.requests import Debt, Expense
from interview.time_fields import ClockTime


class CourtWantsOrder(QuestionForm):
    at = "after"
    heading = _("Did the court tell you to fill in the order form, DV-130?")
    intro = _("Most courts do it themselves. Say yes only when the court told you to.")
    law = "DV-130; Fam. Code, § 6340"

    court_wants_order = YesNo(label=_("The court told me to fill in the order form"))

    @property
    def why_text(self) -> str:
        if self.case.hearing_is_over and self.case.outcome != "later":
            return gettext(
                "With a yes, we ask what the judge said about each order you wanted. The form is filled with "
                "that. The judge reads it and signs it."
            )
        if self.case.outcome == "later":
            return gettext(
                "The form is filled with the orders you want. It is a proposal: only the judge decides. Come "
                "back once the judge has decided."
            )
        return gettext(
            "With a yes, the form is filled with the orders you want. It is a proposal: only the judge "
            "decides. After the hearing, come back and tell us what the judge said."
        )


class Judge(QuestionForm):
    at = "after"
    heading = _("What is the name of the judge?")
    intro = MAY_BE_EMPTY
    law = "DV-130, item 6a"

    judge = PersonName(label=_("Name of the judge"))


class TheirLawyer(QuestionForm):
    at = "after"
    heading = _("What is the name of {other}'s lawyer?")
    intro = MAY_BE_EMPTY
    law = "DV-130, item 6b"

    their_lawyer = PersonName(label=_("Name of the lawyer"))


class EndsAt(QuestionForm):
    at = "after"
    heading = _("At what time does the order end on its last day?")
    intro = _("You can leave this empty. An order without a time ends at midnight.")
    law = "DV-130, item 4"
    follow_ups = {"ends_time": "ends_at=other"}

    ends_at = Choice(
        label=_("Time"), choices=[("midnight", _("At midnight")), ("other", _("At another time"))]
    )
    ends_time = ClockTime(label=_("At what time?"), help_text=_("For example 5:00 pm."))


def _in_short(payments: Iterable[Debt | Expense]) -> str:
    """ "Valley Bank, house loan, $1,450", on a line each."""
    told = ((one.pay_to, one.what_for, f"${one.amount}" if one.amount else "") for one in payments)
    return "\n".join(", ".join(filter(None, parts)) for parts in told)


STAYING_AWAY = decision(
    "stay_away",
    answers_on(StayAwayFrom),
    in_yards(lambda case: case.requests.stay_away.distance_in_yards),
)
ANIMALS = decision(
    "animals",
    answers_on(AnimalOrders),
    in_yards(lambda case: case.requests.animal_protection.distance_in_yards),
)

BILLS = decision("pay_debts", lambda case: _in_short(case.requests.debts))
COSTS = decision(
    "pay_expenses",
    lambda case: _in_short(case.requests.expenses),
    note=_(
        "The form has room for a day to pay by. Your request names none, so it stays empty. Did the judge "
        "name a day? Then choose “in another way”."
    ),
)


ORDER_WALK = Chapter(
    slug="paper-for-court",
    title=_("The order form"),
    when=conditions.may_prepare_order,
    pages=(
        Page("wanted", CourtWantsOrder),
        Page("name", Judge, when=conditions.writes_the_order),
        Page("lawyer", TheirLawyer, when=conditions.their_lawyer_was_there),
        Page("until", EndsAt, when=conditions.writes_the_order),
        Page("list", OthersProtected, when=conditions.may_protect_others),
        Page("conduct", decision("no_abuse"), when=walks("no_abuse")),
        Page("contact", NoContact, when=walks("no_contact")),
        Page("contact-allowed", ContactExceptions, when=may_have_exceptions("no_contact")),
        Page("away", STAYING_AWAY, when=walks("stay_away")),
        Page("places", StayAwayMade, when=was_decided("stay_away", "changed")),
        Page("closer", StayAwayExceptions, when=may_have_exceptions("stay_away")),
        Page("home", MoveOut, when=walks("move_out")),
        Page("others", OtherOrdersMade, when=walks("other_orders")),
        Page("animals", ANIMALS, when=walks("animals")),
        Page("animal-details", AnimalsMade, when=was_decided("animals", "changed")),
        Page("things", PropertyMade, when=walks("property")),
        Page("insurance", InsuranceMade, when=walks("insurance")),
        Page("recording", decision("record"), when=walks("record")),
        Page("belongings", RestraintMade, when=walks("property_restraint")),
        Page("bill-decision", BILLS, when=walks("pay_debts")),
        Group(
            slug="bills",
            path="after.details.debts",
            pages=(Page("bill", ABill),),
            another=_("Did the judge name another bill?"),
            entry_title=_("Bill {number}"),
            when=was_decided("pay_debts", "changed"),
        ),
        Page("cost-decision", COSTS, when=walks("pay_expenses")),
        Group(
            slug="costs",
            path="after.details.expenses",
            pages=(Page("cost", ACost),),
            another=_("Did the judge name another cost?"),
            entry_title=_("Cost {number}"),
            when=was_decided("pay_expenses", "changed"),
        ),
        Page("child-support", decision("child_support"), when=walks("child_support")),
        Page("support", decision("spousal_support"), when=walks("spousal_support")),
        Page("fee-decision", decision("lawyer_fees"), when=walks("lawyer_fees")),
        Group(
            slug="fees",
            path="after.details.fees",
            pages=(Page("fee", AFee),),
            another=_("Did the judge name another fee or cost?"),
            entry_title=_("Fee or cost {number}"),
            when=was_decided("lawyer_fees", *GRANTED),
        ),
        Page("program", Program, when=walks("batterer_program")),
        Page("phones", decision("phone_transfer"), when=walks("phone_transfer")),
        *CHILDRENS_PAGES,
        Page("more", MoreOrders, when=conditions.writes_the_order),
    ),
)
