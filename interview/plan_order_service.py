"""Whether the order made at the hearing must be given to the other person, and how.

Three facts decide: were they there, is the order the same as the temporary one, is there a hearing about
firearms (DV-130 item 32, CH-130 item 17). The judge checks the box; the plan says what each one asks for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interview.case import Case
from interview.plan_day import may_have_order
from interview.plan_step import PlanStep, sources
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


_DVRO = Order(
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
_CHO = Order(
    "CH-130",
    "17",
    "CH-110",
    gettext_lazy("in person, by phone or by video"),
    gettext_lazy("the order is another one, or there was no CH-110"),
    gettext_lazy("not anyone named in items 1 or 3"),
    gettext_lazy(
        "The sheriff or marshal hands it over, with form SER-001 and a copy of the order. It is free when "
        "item 18 of CH-130 says so."
    ),
    "CH-200",
    "CH-250",
    ("civil_after_hearing_service", "civil_service_after_fee", "civil_who_may_serve"),
)


def order_service(case: Case) -> PlanStep:
    order = _CHO if case.asks_for_cho else _DVRO
    return PlanStep(
        "order-service",
        _("See whether the order must be given to the other person"),
        (
            _(
                "Three facts decide: was the other person at the hearing, is the order the same as "
                "%(first)s, and is there a hearing about guns. Item %(item)s of %(form)s has the answer. "
                "Look which box is checked."
            )
            % {"first": order.first_order, "item": order.item, "form": order.form},
            *_boxes(case, order),
            " ".join((str(order.free), _who_signs(order))),
        ),
        deadline=_("Item %sb(3) can have a date. Without one: as soon as you can.") % order.item,
        missed=_(
            "Have it done as soon as you can, and ask the clerk what to do about a date that has passed. "
            "Police who are called can say to the other person what the order is."
        ),
        sources=sources(*order.rules),
    )


def _boxes(case: Case, order: Order) -> Iterator[str]:
    yield _("Box %(item)sa: they were there, %(how)s. Nobody has to give it to them.") % {
        "item": order.item,
        "how": order.were_there,
    }
    if may_have_order(case):  # without a temporary order there is none to be the same as
        yield _(
            "Box %(item)sb(1): they were not there, and the order is the same as %(first)s but for the end "
            "date. Someone else can mail it, or hand it to them."
        ) % {"item": order.item, "first": order.first_order}
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


def _who_signs(order: Order) -> str:
    return _(
        "Who handed it over signs %(handed_over)s, who mailed it %(mailed)s. Give that form to the clerk."
    ) % {"handed_over": order.handed_over, "mailed": order.mailed}
