"""Other restraining orders and court cases (DV-100 item 4, CH-100 item 6)."""

from __future__ import annotations

from string import ascii_lowercase
from typing import cast

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from interview import conditions
from interview.court_cases import Kind
from interview.fields import Choices, MultiChoice, RoughDate, ShortText, Year, YesNo
from interview.questions import Chapter, Group, Page, QuestionForm, Text

WHY_CASES = _("The judge looks at other cases, so that two courts do not order different things.")


class HasOtherOrders(QuestionForm):
    heading = _("Is there another restraining order?")
    intro = _(
        "It can be in force now, or have ended in the last six months. For example, police may have given "
        "you an order that lasts a few days, or a criminal court may have made one."
    )
    why = _("The judge needs to know about other orders, so that the orders fit together.")
    law = "DV-100, item 4a"
    civil_law = "CH-100, item 6b"

    has_other_orders = YesNo(label=_("There is another restraining order"))

    @property
    def intro_text(self) -> str:
        """CH-100 asks about the people of item 3 too, and DV-100 about orders that have ended."""
        if not self.case.asks_for_cho:
            return super().intro_text
        return self._named(
            gettext(
                "It can be between {other} and you, or between {other} and someone else you want to protect. "
                "For example, police may have given an order that lasts a few days, or another court may "
                "have made one."
            )
        )


class AnOtherOrder(QuestionForm):
    at = "other_orders.#"
    heading = _("When was the other order made, and when does it end?")
    intro = _("A guess is fine. Put a copy with your papers when you have one.")
    law = "DV-100, item 4a"

    date_made = RoughDate(label=_("Date it was made"), past=True)
    date_expires = RoughDate(label=_("Date it ends or ended"))


class OrderInForce(QuestionForm):
    at = "other_orders.#"
    heading = _("Is this order in force now?")
    intro = _(
        "An order is in force until the day it ends, or until a judge ends it. Put a copy with your papers "
        "when you have one."
    )
    why = _("The judge needs to know which orders hold now, so that the orders fit together.")
    law = "CH-100, item 6b"

    in_force = YesNo(label=_("It is in force now"))


class InOtherCases(QuestionForm):
    at = "other_cases"
    heading = _("Are you and {other} in any other court case?")
    why = WHY_CASES
    law = "DV-100, item 4b"
    civil_law = "CH-100, item 6a"

    involved = YesNo(label=_("There is another court case"))


class EverInCases(QuestionForm):
    at = "other_cases"
    heading = _("Have you, or others you want to protect, ever been in a court case with {other}?")
    intro = _("A case counts when it is over, too.")
    why = WHY_CASES
    law = "CH-100, item 6a"

    ever = YesNo(label=_("There is or was another court case"))


# As both forms list them together: what one of them has no box for goes under its "other"
_KINDS: list[tuple[Kind, Text]] = [
    ("civil_harassment", _("Civil harassment")),
    ("domestic_violence", _("Domestic violence")),
    ("divorce", _("Divorce, annulment or legal separation")),
    ("custody", _("Child custody or who a child's parents are")),
    ("guardianship", _("Guardianship")),
    ("juvenile", _("Juvenile court: child welfare or juvenile justice")),
    ("elder_abuse", _("Abuse of an elder or dependent adult")),
    ("eviction", _("Eviction")),
    ("workplace_violence", _("Workplace violence")),
    ("small_claims", _("Small claims")),
    ("criminal", _("Criminal")),
    ("other", _("Another kind, for example child support")),
]


class WhichCases(QuestionForm):
    at = "other_cases"
    heading = _("What kind of case is it?")
    intro = _("Check all that fit.")
    law = "DV-100, item 4b"
    civil_law = "CH-100, item 6a"

    kinds = MultiChoice(label=_("Kind of case"), choices=cast(Choices, _KINDS))


class ACase(QuestionForm):
    """Where, when and under which number a case of one kind was filed."""

    intro = _("Fill in what you know. You can leave the rest empty.")
    law = "DV-100, item 4b"
    civil_law = "CH-100, item 6a"

    place = ShortText(
        label=_("Where it was filed"),
        help_text=_(
            "The city or county and the state, or the tribe. For example: Fresno County, California."
        ),
    )
    year = Year(label=_("Year it was filed"))
    number = ShortText(label=_("Case number"), help_text=_("It is on the papers of that case."))


_WHERE: dict[Kind, Text] = {
    "civil_harassment": _("Where and when was the civil harassment case filed?"),
    "domestic_violence": _("Where and when was the domestic violence case filed?"),
    "divorce": _("Where and when was the divorce case filed?"),
    "custody": _("Where and when was the custody or parentage case filed?"),
    "guardianship": _("Where and when was the guardianship case filed?"),
    "juvenile": _("Where and when was the juvenile case filed?"),
    "elder_abuse": _("Where and when was the elder or dependent adult abuse case filed?"),
    "eviction": _("Where and when was the eviction case filed?"),
    "workplace_violence": _("Where and when was the workplace violence case filed?"),
    "small_claims": _("Where and when was the small claims case filed?"),
    "criminal": _("Where and when was the criminal case filed?"),
}


class AnotherKind(ACase):
    at = "other_cases.other"
    heading = _("Which other case is it?")

    what = ShortText(label=_("What kind of case it is"))
    field_order = ("what", "place", "year", "number")


def _page_of(letter: str, kind: Kind) -> Page:
    """The page of one kind of case; its slug, in the browser's history, does not say which."""
    form: type[QuestionForm] = AnotherKind
    if kind != "other":
        name = "".join(part.title() for part in ("a", *kind.split("_"), "case"))
        form = type(name, (ACase,), {"at": f"other_cases.{kind}", "heading": _WHERE[kind]})
    return Page(f"case-{letter}", form, when=conditions.is_in_case_of_kind(kind))


CASES = Chapter(
    slug="cases",
    title=_("Other orders and court cases"),
    pages=(
        Page("orders", HasOtherOrders),
        Group(
            slug="order",
            path="other_orders",
            pages=(
                Page("dates", AnOtherOrder, when=conditions.papers_are_dvro),  # only its form has the dates
                Page("now", OrderInForce, when=conditions.may_be_in_force),
            ),
            another=_("Is there one more restraining order?"),
            entry_title=_("Order {number}"),
            when=conditions.has_other_orders,
        ),
        Page("cases", InOtherCases),
        Page("earlier", EverInCases, when=conditions.may_have_been_in_cases),
        Page("which", WhichCases, when=conditions.is_in_other_cases),
        *(_page_of(letter, kind) for letter, (kind, _words) in zip(ascii_lowercase, _KINDS, strict=False)),
    ),
)
