"""Other restraining orders and court cases (DV-100 item 4)."""

from __future__ import annotations

from typing import get_args

from django.utils.translation import gettext_lazy as _

from interview import conditions
from interview.fields import MultiChoice, RoughDate, ShortText, YesNo
from interview.questions import Chapter, Group, Page, QuestionForm
from interview.vocabulary import CourtCaseKind


class HasOtherOrders(QuestionForm):
    heading = _("Is there another restraining order?")
    intro = _(
        "It can be in force now, or have ended in the last six months. For example, police may have given "
        "you an order that lasts a few days, or a criminal court may have made one."
    )
    why = _("The judge needs to know about other orders, so that the orders fit together.")
    law = "DV-100, item 4a"

    has_other_orders = YesNo(label=_("There is another restraining order"))


class AnOtherOrder(QuestionForm):
    at = "other_orders.#"
    heading = _("When was the other order made, and when does it end?")
    intro = _("A guess is fine. Put a copy with your papers when you have one.")
    law = "DV-100, item 4a"

    date_made = RoughDate(label=_("Date it was made"), past=True)
    date_expires = RoughDate(label=_("Date it ends or ended"))


class InOtherCases(QuestionForm):
    at = "other_cases"
    heading = _("Are you and {other} in any other court case?")
    why = _("The judge looks at other cases, so that two courts do not order different things.")
    law = "DV-100, item 4b"

    involved = YesNo(label=_("There is another court case"))


class KindsOfCases(QuestionForm):
    """Court cases by kind; where the form has their answers is for the page to say."""

    heading = _("What kind of case is it?")
    intro = _("Check all that fit. Then tell the city and state or the tribe, the year and the case number.")
    follow_ups = {kind: f"kinds={kind}" for kind in get_args(CourtCaseKind)}

    kinds = MultiChoice(
        label=_("Kind of case"),
        choices=[
            ("custody", _("Child custody")),
            ("divorce", _("Divorce")),
            ("juvenile", _("Juvenile court: child welfare or juvenile justice")),
            ("guardianship", _("Guardianship")),
            ("criminal", _("Criminal")),
            ("other", _("Another kind, for example child support")),
        ],
    )
    custody = ShortText(
        label=_("Custody case: place, year, number"), help_text=_("For example: Fresno, CA, 2024, 24FL00311.")
    )
    divorce = ShortText(label=_("Divorce case: place, year, number"))
    juvenile = ShortText(label=_("Juvenile case: place, year, number"))
    guardianship = ShortText(label=_("Guardianship case: place, year, number"))
    criminal = ShortText(label=_("Criminal case: place, year, number"))
    other = ShortText(label=_("Other case: what kind, place, year, number"))


class WhichCases(KindsOfCases):
    at = "other_cases"
    law = "DV-100, item 4b"


CASES = Chapter(
    slug="cases",
    title=_("Other orders and court cases"),
    when=conditions.papers_are_dvro,
    pages=(
        Page("orders", HasOtherOrders),
        Group(
            slug="order",
            path="other_orders",
            pages=(Page("dates", AnOtherOrder),),
            another=_("Is there one more restraining order?"),
            entry_title=_("Order {number}"),
            when=conditions.has_other_orders,
        ),
        Page("cases", InOtherCases),
        Page("which", WhichCases, when=conditions.is_in_other_cases),
    ),
)
