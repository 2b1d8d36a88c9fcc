"""What the judge ordered of each order of DV-130, where there is more to tell of it than yes or no."""

from __future__ import annotations

from typing import cast

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.chapters.orders_now import OtherOrders
from interview.chapters.orders_places import MoveOutAddress, StayAwayDistance, StayAwayFrom
from interview.chapters.orders_things import AnimalDistance, AnimalOrders
from interview.conditions_children import asks_for_custody
from interview.decision_form import (
    MAY_BE_EMPTY,
    NOT_SURE,
    PARTIES,
    USE_NAMES,
    WHAT_INSTEAD,
    answers_on,
    decision,
)
from interview.fields import Choice, Money, MultiChoice, RoughDate, ShortText, Story, UsDate, YesNo
from interview.keyed import ChoosesPeople
from interview.offers import OffersWhatApplies
from interview.others_protected import names_others, others_protected
from interview.questions import QuestionForm


def _listed_people(case: Case) -> list[tuple[str, str]]:
    return [(person.key, person.name) for person in case.protected_people]


class OthersProtected(ChoosesPeople):
    at = "after.details"
    heading = _("Did the judge protect the other people on your list too?")
    intro = _("The order form names the people you tell here, and no others.")
    law = "DV-130, items 3, 15a and 16a; Fam. Code, § 6320"
    follow_ups = {"others_chosen": "others=some"}
    people = {"others_chosen": _listed_people}

    others = Choice(
        label=_("The order protects"),
        choices=[
            ("all", _("All of them")),
            ("some", _("Only some of them")),
            ("none", _("None of them")),
            NOT_SURE,
        ],
    )
    others_chosen = MultiChoice(label=_("Who is protected?"), choices=())


class MoreOrders(QuestionForm):
    at = "after.details"
    heading = _("Did the judge order anything else?")
    intro = _("A judge can order what nobody asked for. What you write goes with the other orders.")
    law = "DV-130, item 18; Fam. Code, § 6340"
    follow_ups = {"more_orders_text": "more_orders=yes"}

    more_orders = YesNo(label=_("The judge ordered something else"))
    more_orders_text = Story(label=_("What the judge ordered"), help_text=USE_NAMES)


class ContactExceptions(OffersWhatApplies):
    at = "after.details"
    offered, always, applies = "contact_exceptions", ("other",), asks_for_custody
    heading = _("Which contact did the judge allow?")
    intro = _("Check what the judge allowed. You can leave all of them empty.")
    law = "DV-130, item 15b"
    follow_ups = {"contact_exception_other": "contact_exceptions=other"}

    contact_exceptions = MultiChoice(
        label=_("{other} may"),
        choices=[
            ("visits", _("Contact me, briefly and calmly, about visits with the children")),
            ("only_visits", _("Have contact with the children during their visits, and only then")),
            ("other", _("Something else the judge allowed")),
        ],
    )
    contact_exception_other = Story(label=_("Which contact is allowed?"), help_text=USE_NAMES, rows=3)


class StayAwayMade(StayAwayDistance, StayAwayFrom):
    at = "after.changed.stay_away"
    heading = _("What did the judge order about staying away?")
    intro = WHAT_INSTEAD
    law = "DV-130, item 16a"
    civil_law = ""
    follow_ups = {**StayAwayFrom.follow_ups, **StayAwayDistance.follow_ups}

    other_place = ShortText(label=_("What else?"), help_text=USE_NAMES)


class StayAwayExceptions(OffersWhatApplies):
    at = "after.details"
    offered, always, applies = "stay_away_exceptions", ("other",), asks_for_custody
    heading = _("When may {other} come closer?")
    intro = ContactExceptions.intro
    law = "DV-130, item 16b"
    follow_ups = {"stay_away_exception_other": "stay_away_exceptions=other"}

    stay_away_exceptions = MultiChoice(
        label=_("{other} may come closer"),
        choices=[
            ("exchanges", _("To pick up the children for visits, or bring them back")),
            ("visits", _("To visit with the children")),
            ("other", _("Something else the judge allowed")),
        ],
    )
    stay_away_exception_other = Story(label=_("When is it allowed?"), help_text=USE_NAMES, rows=3)


class AnimalsMade(AnimalDistance, AnimalOrders):
    at = "after.changed.animal_protection"
    heading = _("What did the judge order about the animals?")
    intro = WHAT_INSTEAD
    law = "DV-130, item 20"
    civil_law = ""
    follow_ups = {**AnimalDistance.follow_ups}

    orders = MultiChoice(
        label=_("{other} must"),
        choices=[
            ("stay_away", _("Stay away from the animals")),
            ("no_harm", _("Not take, sell, hide, hurt or get rid of the animals")),
            ("possession", _("Let only me have and care for the animals")),
        ],
    )
    distance = Choice(
        label=_("How far away?"),
        choices=[("hundred", _("100 yards (300 feet)")), ("other", _("Another distance"))],
    )


class APayment(QuestionForm):
    intro = WHAT_INSTEAD

    pay_to = ShortText(label=_("Pay to"), help_text=_("The person or company."))
    what_for = ShortText(label=_("For"))
    amount = Money(label=_("Amount in dollars"))
    due_date = RoughDate(label=_("Due date"), help_text=MAY_BE_EMPTY)


class ABill(APayment):
    at = "after.details.debts.#"
    heading = _("Which bill must {other} pay?")
    law = "DV-130, item 25"


class ACost(APayment):
    at = "after.details.expenses.#"
    heading = _("Which cost must {other} pay?")
    law = "DV-130, item 26"


class AFee(APayment):
    at = "after.details.fees.#"
    heading = _("Which fee or cost must {other} pay?")
    law = "DV-130, item 29"


def _contact_asked(case: Case) -> str:
    """DV-100 item 11: the person, and everyone listed in its item 8."""
    others = case.protected_people if case.protect_others == "yes" else ()
    names = ", ".join(filter(None, (gettext("me"), *(one.name for one in others))))
    return gettext("No contact with %(names)s") % {"names": names}


def _others_are_protected(case: Case) -> bool:
    return names_others(case, others_protected(case))


_NO_CONTACT = decision(
    "no_contact",
    _contact_asked,
    details={
        "contact_with": (
            "details.contact_with",
            MultiChoice(
                label=_("{other} must not contact"),
                choices=[("me", _("Me")), ("others", _("The other people to protect"))],
            ),
        )
    },
)
NoContact = cast(
    type[QuestionForm],
    type(
        "NoContact",
        (OffersWhatApplies, _NO_CONTACT),
        {
            "__module__": __name__,
            "offered": "contact_with",
            "always": ("me",),
            "applies": _others_are_protected,
        },
    ),
)
MoveOut = decision(
    "move_out",
    answers_on(MoveOutAddress),
    details={
        "address": (
            "changed.move_out.address",
            ShortText(label=_("Address to move out of"), help_text=_("Street, apartment, city.")),
        )
    },
)
OtherOrdersMade = decision(
    "other_orders",
    answers_on(OtherOrders),
    details={
        "other_orders": (
            "changed.other_orders",
            Story(label=_("What the judge ordered"), help_text=USE_NAMES),
        )
    },
)
PropertyMade = decision(
    "property",
    lambda case: case.requests.property_description,
    details={
        "things": (
            "changed.property_description",
            Story(label=_("The things only you may have and use"), help_text=USE_NAMES),
        )
    },
)
InsuranceMade = decision(
    "insurance",
    note=_("As you asked, it is about {other}."),
    details={
        "whom": (
            "details.insurance_of",
            MultiChoice(label=_("Who must not change the insurance?"), choices=PARTIES),
        )
    },
)
RestraintMade = decision(
    "property_restraint",
    note=_(
        "As you asked, it is about {other}. With this order, each of you must tell the other about new or "
        "big costs."
    ),
    details={
        "whom": (
            "details.property_of",
            MultiChoice(label=_("Who must not sell or hide what you own?"), choices=PARTIES),
        )
    },
)
Program = decision(
    "batterer_program",
    when="as_asked",
    details={
        "program_by": (
            "details.program_by",
            UsDate(
                label=_("By which day must {other} sign up?"),
                help_text=_("Leave it empty when the judge named no day. It is then 30 days."),
            ),
        )
    },
)
