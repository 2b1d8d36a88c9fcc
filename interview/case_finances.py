"""Which financial form a Case needs, and its statements: a part of case.py."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from django.utils import timezone

from interview.expenses import Housemate, HousemateTold
from interview.finances import Finances
from interview.statements import Statements, WitnessSheet
from interview.vocabulary import age_on

if TYPE_CHECKING:
    from interview.parenting import Child
    from interview.people import Petitioner, ProtectedPerson
    from interview.requests import Requests


class OfFinances:
    """Facts of a Case about money and statements."""

    if TYPE_CHECKING:
        petitioner: Petitioner
        requests: Requests
        finances: Finances
        statements: Statements
        children: tuple[Child, ...]
        protected_people: tuple[ProtectedPerson, ...]

        @property
        def asks_for_dvro(self) -> bool: ...

        @property
        def asks_for_cho(self) -> bool: ...

        @property
        def filed_by(self) -> str: ...

        @property
        def request_is_done(self) -> bool: ...

        @property
        def outcome(self) -> str: ...

    @property
    def caption_address(self) -> str:
        """FL-155, MC-030: name and address, seen by the other person; with a lawyer, the lawyer's."""
        lawyer, address = self.petitioner.lawyer, self.petitioner.mailing_address
        bar = f"State Bar No. {lawyer.bar_number}" if lawyer.bar_number else ""
        firm = "" if self.petitioner.signs_alone else ", ".join(filter(None, (lawyer.firm, bar)))
        return "\n".join(filter(None, (self.filed_by, firm, address.street, address.city_state_zip)))

    @cached_property
    def asks_support(self) -> bool:
        """DV-100 items 24 and 25."""
        return self.asks_for_dvro and self.requests.asks_support

    @property
    def may_need_income_form(self) -> bool:
        """DV-100 items 24 to 26: for lawyer's fees alone only some courts want it."""
        return self.asks_support or (self.asks_for_dvro and "lawyer_fees" in self.requests.asked)

    @cached_property
    def needs_income_form(self) -> bool:
        """FL-150 or FL-155 is in the packet: filled, or with its caption alone, to be filled in by hand."""
        return self.asks_support or (self.may_need_income_form and self.finances.fills == "now")

    @cached_property
    def may_use_short_income_form(self) -> bool:
        """FL-155 will do (DV-570; FL-155 page 2): child support alone, and income of the usual kinds."""
        return self.asks_child_support_alone and self.income_form_is_filled and self.finances.fits_short_form

    @property
    def uses_short_income_form(self) -> bool:
        """FL-155."""
        return self.may_use_short_income_form and self.finances.which_form == "short"

    @property
    def uses_long_income_form(self) -> bool:
        """FL-150."""
        return self.needs_income_form and not self.uses_short_income_form

    @cached_property
    def fills_long_income_form(self) -> bool:
        """FL-150 with more than its caption."""
        return self.income_form_is_filled and self.uses_long_income_form

    @property
    def income_form(self) -> Literal["FL-150", "FL-155"]:
        """The number of the one that these answers use, where they need one."""
        return "FL-155" if self.uses_short_income_form else "FL-150"

    @property
    def income_form_is_filled(self) -> bool:
        """Whoever fills it in later does so by hand."""
        return self.needs_income_form and self.finances.fills == "now"

    @property
    def money_is_decided(self) -> bool:
        """FL-150, FL-155: a judge who decides later may still want them."""
        return self.request_is_done and self.outcome != "later"

    @property
    def hands_in_income_form(self) -> bool:
        """With the other papers, or before the hearing."""
        return self.income_form_is_filled and not self.request_is_done

    @property
    def tells_lawyers_fees(self) -> bool:
        """FL-150 item 15: the person has a lawyer, and asks the other person to pay for it."""
        asks = self.asks_for_dvro and "lawyer_fees" in self.requests.asked
        return asks and self.petitioner.has_lawyer == "yes"

    @property
    def asks_child_support(self) -> bool:
        """DV-100 item 24: page 4 of FL-150 is only for who asks for it."""
        return self.asks_for_dvro and "child_support" in self.requests.asked

    @property
    def asks_child_support_alone(self) -> bool:
        """No spousal support and no lawyer's fees besides, which rule FL-155 out (its page 2)."""
        return self.asks_child_support and not {"spousal_support", "lawyer_fees"} & set(self.requests.asked)

    @property
    def children_together(self) -> tuple[Child, ...]:
        """The minor children of both (FL-150 item 16a, FL-155 item 2)."""
        together = (child for child in self.children if child.whose in ("", "both") and child.name)
        return tuple(child for child in together if child.is_minor(timezone.localdate()))

    @property
    def number_of_children_together(self) -> int | None:
        return len(self.children_together) or None

    @property
    def income_form_age(self) -> int | None:
        """FL-150 item 2a: on a form to be filled in by hand it is left for the hand."""
        return self.petitioner.age if self.income_form_is_filled else None

    @property
    def income_form_name(self) -> str:
        """The typed name beside the signature (FL-150 page 1), under the same condition."""
        return self.petitioner.name if self.income_form_is_filled else ""

    @property
    def income_form_lawyer(self) -> str:
        """The lawyer's typed name (FL-150 item 15): only where the item is told."""
        told = self.tells_lawyers_fees and self.income_form_is_filled
        return self.petitioner.lawyer.name if told else ""

    @property
    def income_form_children(self) -> int | None:
        """FL-150 item 16a: page 4 is for child support only."""
        told = self.asks_child_support and self.income_form_is_filled
        return self.number_of_children_together if told else None

    @property
    def household(self) -> tuple[Housemate, ...]:
        """FL-150 item 12: those named before who live with the petitioner, then the others."""
        finances = self.finances
        if finances.lives_with_others != "yes":
            return ()
        return (*self._known_housemates(finances.household_known), *finances.household)

    def _known_housemates(self, keys: Collection[str]) -> Iterator[Housemate]:
        for child in self.children:
            if child.key in keys:
                age = age_on(timezone.localdate(), child.birth_date) if child.birth_date else None
                yield Housemate(child.name, age, "child")
        told = {one.key: one for one in self.finances.housemates_told}
        for person in self.protected_people:
            if person.key in keys:
                more = told.get(person.key, HousemateTold())
                yield Housemate(person.name, person.age, person.relationship, more.income, more.pays_expenses)

    @property
    def number_of_other_children(self) -> int | None:
        """FL-155 item 7."""
        has = self.finances.has_other_children
        return len(self.finances.other_children) or None if has == "yes" else 0 if has == "no" else None

    @property
    def other_children_in_words(self) -> str:
        """FL-150 item 19c(2)."""
        told = self.finances.other_children if self.finances.has_other_children == "yes" else ()
        return "; ".join(child.summary for child in told if child.summary)

    @property
    def adds_own_statement(self) -> bool:
        """MC-030."""
        return self.statements.wants_own == "yes"

    @property
    def empty_witness_sheets(self) -> tuple[WitnessSheet, ...]:
        """Those that the witness still writes by hand."""
        return tuple(sheet for sheet in self.witness_sheets if not sheet.words.strip())

    @property
    def witness_sheets(self) -> tuple[WitnessSheet, ...]:
        """MC-031, a copy for each witness, attached to the request."""
        behind = "CH-100" if self.asks_for_cho else "DV-100"
        told = self.statements.witnesses if self.statements.has_witnesses == "yes" else ()
        return tuple(WitnessSheet(each.name, each.words, behind) for each in told if each.name or each.words)
