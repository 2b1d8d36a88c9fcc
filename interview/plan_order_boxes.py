"""The boxes that say how an order after hearing reaches the other person (DV-130 item 32, CH-130 item 17).

Which facts each one rests on, for who is not sure of them; and the hearing about guns, where there is one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interview.case import Case
from interview.phrasing import day_and_time
from interview.questions import Text
from interview.rules import rule


@dataclass(frozen=True)
class Order:
    """An order after hearing: its form and item, what it is compared with, and who may hand it over."""

    form: str
    item: str
    first_order: str
    were_there: Text
    not_the_same: Text
    in_person: Text
    free: Text
    handed_over: str  # the proof of service
    mailed: str
    rules: tuple[str, str, str]  # the last has the age of who may serve


DVRO = Order(
    "DV-130",
    "32",
    "DV-110",
    gettext_lazy("in person, by phone or by video, or agreed in writing"),
    gettext_lazy("the order is another one, or there was no DV-110"),
    gettext_lazy("not you and not anyone it protects"),
    gettext_lazy("The sheriff or marshal hands it over for free, with form SER-001 and a copy of the order."),
    "DV-200",
    "DV-250",
    ("after_hearing_service", "service_after_fee", "who_may_serve"),
)
CHO = Order(
    "CH-130",
    "17",
    "CH-110",
    gettext_lazy("in person, by phone or by video"),
    gettext_lazy("the order is another one, or there was no CH-110"),
    gettext_lazy("not you and not anyone it protects"),
    gettext_lazy(
        "The sheriff or marshal hands it over, with form SER-001 and a copy of the order. It is free when "
        "item 18 of CH-130 says so."
    ),
    "CH-200",
    "CH-250",
    ("civil_after_hearing_service", "civil_service_after_fee", "civil_who_may_serve"),
)


def review(case: Case) -> Iterator[str]:
    """DV-130 item 5, CH-130 item 12: another hearing, with what was told of it."""
    told = case.after
    if case.outcome != "granted" or told.has_review != "yes":
        return
    another = (
        _("There will be a hearing about guns")
        if told.review_is_about_guns
        else _("There will be another hearing")
    )
    if told.review_date is None:
        yield _("%s. The order has its day, and says who must come.") % another
        return
    when = day_and_time(told.review_date, told.review_time)
    if told.review_department:
        when = f"{when}, {_('Department')} {told.review_department}"
    yield _("%(another)s: %(when)s. The order says who must come.") % {"another": another, "when": when}


def three_facts(order: Order) -> str:
    return _(
        "Three facts decide: was the other person at the hearing, is the order the same as "
        "%(first)s, and is there a hearing about guns. Item %(item)s of %(form)s has the answer. "
        "Look which box is checked."
    ) % {"first": order.first_order, "item": order.item, "form": order.form}


def boxes(case: Case, order: Order) -> Iterator[str]:
    yield _("Box %(item)sa: they were there, %(how)s. Nobody has to give it to them.") % {
        "item": order.item,
        "how": order.were_there,
    }
    if case.may_have_first_order:  # without a temporary order there is none to be the same as
        yield _(
            "Box %(item)sb(1): they were not there, and the order is the same as %(first)s but for the end "
            "date. Someone of %(age)s or older can mail it, or hand it to them: %(who)s. Who mails it lives "
            "or works in the county they mail it from (%(mailed)s, item 4)."
        ) % {
            "item": order.item,
            "first": order.first_order,
            "age": rule(order.rules[2]).numbers["age"],
            "who": order.in_person,
            "mailed": order.mailed,
        }
    yield _(
        "Box %(item)sb(2): they were not there, and %(why)s. Someone of %(age)s or older must hand it to "
        "them in person: %(who)s."
    ) % {
        "item": order.item,
        "why": order.not_the_same,
        "age": rule(order.rules[2]).numbers["age"],
        "who": order.in_person,
    }
    yield _("Box %sb(3): there will be a hearing about guns. It has the day by which they must have it.") % (
        order.item
    )


def who_signs(order: Order) -> str:
    return _(
        "Who handed it over signs %(handed_over)s, who mailed it %(mailed)s. Give that form to the clerk."
    ) % {"handed_over": order.handed_over, "mailed": order.mailed}
