"""A page that offers some of the orders one may ask for; all of them live in one answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, cast, get_args

from interview.answers import set_answer
from interview.case import Case
from interview.fields import MultiChoice
from interview.questions import Condition, QuestionForm
from interview.requests import Order

_IN_ORDER = get_args(Order)


class OrdersForm(QuestionForm):
    """Checkboxes named `asked`. A page changes only the orders it offers, never those of another."""

    at = "requests"
    # order -> when it is offered; one that is already asked for is offered too, to be taken back
    offered_when: ClassVar[Mapping[str, Condition]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = self.case.requests.asked
        field = self.fields["asked"]
        assert isinstance(field, MultiChoice)
        choices = cast("list[tuple[str, str]]", field.choices)
        field.choices = [
            (order, label)
            for order, label in choices
            if order not in self.offered_when or order in asked or self.offered_when[order](self.case)
        ]
        self.offered = {order for order, _label in cast("list[tuple[str, str]]", field.choices)}
        self.initial["asked"] = [order for order in self.initial["asked"] if order in self.offered]

    @classmethod
    def every_order(cls) -> set[str]:
        """The orders this page may offer."""
        field = cls.base_fields["asked"]
        assert isinstance(field, MultiChoice)
        return {str(order) for order, _label in cast("list[tuple[str, str]]", field.choices)}

    def saved_to(self, case: Case) -> Case:
        saved = super().saved_to(case)
        chosen = set(self.cleaned_data.get("asked") or ())
        asked = chosen | (set(case.requests.asked) - self.offered)
        return set_answer(saved, "requests.asked", tuple(order for order in _IN_ORDER if order in asked))
