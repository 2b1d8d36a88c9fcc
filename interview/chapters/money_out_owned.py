"""What is owned, and who lives there (FL-150 items 11 and 12)."""

from __future__ import annotations

from typing import Any, cast

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from interview.answers import set_answer
from interview.case import Case
from interview.chapters.money_form import FOR_EXAMPLE
from interview.chapters.money_out_page import FinancePage
from interview.expenses import HousemateTold
from interview.fields import Age, Money, MultiChoice, PersonName, ShortText, YesNo
from interview.housemates import adults_at_home, housemates_offered
from interview.keyed import ChoosesPeople
from interview.questions import QuestionForm


class Savings(QuestionForm):
    at = "finances.assets"
    heading = _("How much money do you have?")
    intro = _("About is fine. Leave empty what you do not know. Put 0 for none.")
    law = "FL-150, items 11a and 11b"

    cash = Money(
        label=_("Cash and money in the bank"),
        help_text=_("Checking, savings and other accounts, all together."),
    )
    investments = Money(
        label=_("Stocks, bonds and other things you could sell fast"),
        help_text=_("What they would sell for today."),
    )


class OtherThings(QuestionForm):
    at = "finances.assets"
    heading = _("What is everything else you own worth?")
    intro = _(
        "Think of what it would sell for today, and take off what you still owe on it. "
        "About is fine. You can leave this empty."
    )
    law = "FL-150, item 11c"

    property = Money(label=_("Dollars, less what you owe on it"), help_text=FOR_EXAMPLE)
    property_kinds = MultiChoice(
        label=_("What it is"),
        choices=[
            ("real", _("A house or land")),
            ("personal", _("Other things, such as a car or furniture")),
        ],
    )


# Who lives there (FL-150 item 12)


class LivesWithOthers(QuestionForm):
    at = "finances"
    heading = _("Does anyone live with you?")
    intro = _("Children count too. Count {other} too, while you live in the same home.")
    why = _("The court looks at how many people live on your money, and who shares the costs.")
    law = "FL-150, item 12"

    lives_with_others = YesNo(label=_("Someone lives with me"))


class WhoLivesWithYou(ChoosesPeople):
    at = "finances"
    heading = _("Who lives with you?")
    intro = _("{other} gets a copy of this. You can leave anyone out.")
    law = "FL-150, item 12"
    people = {"household_known": housemates_offered}

    household_known = MultiChoice(label=_("These people live with me"), choices=())
    lives_with_more = YesNo(label=_("Someone else lives with me too"))


_MOST_ADULTS = 12  # of those told of in other chapters


class _AdultsTold(FinancePage):
    """Two questions about each adult who was ticked; the answers are kept by the key of the person."""

    at = "finances"
    heading = _("What do the adults who live with you have and pay?")
    intro = _("{other} gets a copy of this. You can leave empty what you do not know.")
    law = "FL-150, item 12"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        given = kwargs.get("initial") or {}
        super().__init__(*args, **kwargs)
        told = {one.key: one for one in self.case.finances.housemates_told}
        for place, (key, name) in enumerate(self.adults):
            answers = told.get(key, HousemateTold())
            by_key = {f"income_{place}": answers.income, f"pays_{place}": answers.pays_expenses}
            self.initial = {**self.initial, **by_key, **given}
            income = _now("{name}: income in dollars a month")
            pays = _now("{name} pays some of the costs of the home")
            self.fields[f"income_{place}"].label = income.format(name=name)
            self.fields[f"pays_{place}"].label = pays.format(name=name)

    @property
    def adults(self) -> list[tuple[str, str]]:
        return adults_at_home(self.told)[:_MOST_ADULTS]

    def unneeded(self) -> tuple[str, ...]:
        shown = len(self.adults)
        return tuple(name for name in self.base_fields if int(name.partition("_")[2]) >= shown)

    def answers(self) -> dict[str, Any]:
        return {name: self.initial[name] for name in self.fields}

    def saved_to(self, case: Case) -> Case:
        """Who is no longer ticked keeps the answers, for when they are ticked again."""
        told = {one.key: one for one in case.finances.housemates_told}
        for place, (key, _name) in enumerate(self.adults):
            answers = (self.cleaned_data[f"{name}_{place}"] for name in ("income", "pays"))
            told[key] = HousemateTold(key, *answers)
        kept = tuple(one for key, one in told.items() if one != HousemateTold(key))
        return set_answer(case, "finances.housemates_told", kept)


def _of_adults() -> dict[str, Any]:
    """The fields for as many as there can be, and where their answers are."""
    made: dict[str, Any] = {"__module__": __name__, "paths": {}}
    for place in range(_MOST_ADULTS):
        income, pays = f"income_{place}", f"pays_{place}"
        at = f"housemates_told.{place}"
        made["paths"] |= {income: f"{at}.income", pays: f"{at}.pays_expenses"}
        made[income] = Money(
            label=_("Income in dollars a month"), help_text=_("Before taxes. About is fine. Put 0 for none.")
        )
        made[pays] = YesNo(label=_("Pays some of the costs of the home"))
    return made


AdultsWithYou = cast(type[QuestionForm], type("AdultsWithYou", (_AdultsTold,), _of_adults()))


class AHousemate(QuestionForm):
    at = "finances.household.#"
    heading = _("Who else lives with you?")
    intro = _("{other} gets a copy of this. You can leave empty what you do not want to tell.")
    law = "FL-150, item 12"

    name = PersonName(label=_("Name"))
    age = Age(label=_("Age in years"))
    relationship = ShortText(
        label=_("What this person is to you"), help_text=_("For example: mother, friend.")
    )
    income = Money(
        label=_("This person's income, in dollars a month"),
        help_text=_("Before taxes. About is fine. Put 0 for none."),
    )
    pays_expenses = YesNo(label=_("This person pays some of the costs of the home"))
