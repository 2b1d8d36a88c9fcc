"""What must be put right: without it a form cannot be filed, or a police database refuses the order.

The starred items of DV-110, CH-110 and CLETS-001, what a clerk needs, and orders asked for without what
they are about.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.conditions import protects_others
from interview.fee_checks import must_fix_fees
from interview.findings import Check, Problem, found_by, problem
from interview.must_fix_children import must_fix_children
from interview.must_fix_civil import CHECKS as CIVIL
from interview.people import Address, ProtectedPerson


def must_fix(case: Case) -> Iterator[Problem]:
    yield from found_by((*CHECKS, *CIVIL), "must", case)
    if protects_others(case):
        yield from _protected_people(case)
    yield from must_fix_children(case)
    yield from must_fix_fees(case)


def _incomplete(address: Address) -> bool:
    return not all(part.strip() for part in (address.street, address.city, address.state, address.zip))


def _no_story(case: Case) -> bool:
    return not any(incident.story.strip() for incident in case.incidents)


CHECKS: tuple[Check, ...] = (
    Check(
        "petitioner.name",
        "DV-100, item 1a; DV-110, item 1; CH-100, item 1a; CH-110, item 1a; CLETS-001, item 2",
        _("Your name is missing."),
        lambda case: not case.petitioner.name.strip(),
    ),
    Check(
        "petitioner.age",
        "DV-100, item 1b; CH-100, item 1a; CLETS-001, item 3",
        _("Your age is missing. The police database needs it."),
        lambda case: case.petitioner.age is None,
    ),
    Check(
        "petitioner.gender",
        "CLETS-001, item 3",
        _("Your gender is missing. The police database needs it."),
        lambda case: not case.petitioner.gender,
    ),
    Check(
        "petitioner.mailing_address",
        "DV-100, item 1c; CH-100, item 1b",
        _("The address where you can get court papers is missing or not complete."),
        lambda case: _incomplete(case.petitioner.mailing_address),
    ),
    Check(
        "respondent.name",
        "DV-100, item 2a; DV-110, item 2; CH-100, item 2; CH-110, item 2; CLETS-001, item 1",
        _("The name of the other person is missing."),
        lambda case: not case.respondent.name.strip(),
    ),
    Check(
        "respondent.age",
        "DV-100, item 2b; DV-110, item 2; CH-100, item 2; CH-110, item 2",
        _("The age of {other} is missing. A guess is fine. The police database needs it."),
        lambda case: case.respondent.age is None,
    ),
    Check(
        "respondent.gender",
        "DV-100, item 2d; DV-110, item 2; CH-110, item 2",
        _("The gender of {other} is missing. The police database needs it."),
        lambda case: not case.respondent.gender,
    ),
    Check(
        "respondent.race",
        "DV-100, item 2e; DV-110, item 2; CH-110, item 2",
        _("The race of {other} is missing. The police database needs it. Write what you know."),
        lambda case: not case.respondent.race.strip(),
    ),
    Check(
        "relationship.kinds",
        "DV-100, item 3",
        _("What {other} is to you is missing."),
        lambda case: not case.relationship.kinds,
    ),
    Check(
        "incidents.0.story",
        "DV-100, item 5f",
        _("What happened is missing. The judge decides from what you write."),
        _no_story,
    ),
    Check(
        "requests.asked",
        "DV-100, items 10 to 28",
        _("You have not asked for any order yet."),
        lambda case: not case.requests.asked,
    ),
    Check(
        "requests.move_out.address",
        "DV-100, item 13a",
        _("You ask that {other} move out. The address of the home is missing."),
        lambda case: "move_out" in case.requests.asked and not case.requests.move_out.address.strip(),
    ),
    Check(
        "requests.other_orders",
        "DV-100, item 14; CH-100, item 16",
        _("You ask for other orders. What they are is missing."),
        lambda case: "other_orders" in case.requests.asked and not case.requests.other_orders.strip(),
    ),
    Check(
        "requests.animals.0.name",
        "DV-100, item 16a; CH-100, item 15a",
        _("You ask to protect animals. Which animals is missing."),
        lambda case: (
            "animals" in case.requests.asked and not any(one.summary for one in case.requests.animals)
        ),
    ),
    Check(
        "requests.property_description",
        "DV-100, item 17a",
        _("You ask for control of property. Which property is missing."),
        lambda case: "property" in case.requests.asked and not case.requests.property_description.strip(),
    ),
    Check(
        "requests.debts.0.pay_to",
        "DV-100, item 22a",
        _("You ask that {other} pay debts. Which debts is missing."),
        lambda case: (
            "pay_debts" in case.requests.asked and not any(debt.summary for debt in case.requests.debts)
        ),
    ),
    Check(
        "requests.expenses.0.pay_to",
        "DV-100, item 23",
        _("You ask that {other} pay expenses. Which expenses is missing."),
        lambda case: (
            "pay_expenses" in case.requests.asked and not any(one.summary for one in case.requests.expenses)
        ),
    ),
    Check(
        "court.county",
        "DV-100, court box; DV-109; DV-110; CH-100, court box; CH-109; CH-110",
        _("The county of the court is missing."),
        lambda case: not case.court.county.strip(),
    ),
)


def _protected_people(case: Case) -> Iterator[Problem]:
    """CLETS-001 item 4 stars the name and the gender of everyone to be protected."""
    for index, person in enumerate(case.protected_people):
        if person == ProtectedPerson():
            continue
        path, name = f"protected_people.{index}", person.name.strip()
        if not name:
            text = _("The name of a person to protect is missing: person {number}.")
            yield problem("must", case, f"{path}.name", _PEOPLE, str(text).format(number=index + 1))
        if not person.gender:
            text = _("The gender of a person to protect is missing: {name}. The police database needs it.")
            message = str(text).format(name=name or index + 1)
            yield problem("must", case, f"{path}.gender", "CLETS-001, item 4", message)


_PEOPLE = "DV-100, item 8; DV-110, item 3; CH-100, item 3a; CH-110, item 3; CLETS-001, item 4"
