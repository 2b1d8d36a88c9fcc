"""What is worth a second look: answers that do not fit each other, or that ask for what may not apply.

None of it stops anyone: the forms can be filed as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.conditions import is_in_other_cases, may_ask_alone
from interview.fee_checks import please_check_fees
from interview.findings import Check, Problem, found_by
from interview.please_check_after import please_check_after
from interview.please_check_children import please_check_children
from interview.please_check_civil import please_check_civil
from interview.please_check_court_help import please_check_court_help
from interview.please_check_dates import date_checks
from interview.please_check_finances import please_check_finances
from interview.please_check_hearing import please_check_hearing
from interview.please_check_new_date import please_check_new_date
from interview.please_check_order_walk import please_check_order_walk
from interview.please_check_orders import ORDERS
from interview.please_check_renewal import please_check_renewal
from interview.please_check_service import please_check_service
from interview.please_check_statements import please_check_statements
from interview.relationship import CLOSE_TIES


def please_check(case: Case, today: date, told: Case | None = None) -> Iterator[Problem]:
    """`told`: all that was ever answered, with what is not asked any more (relevance.py)."""
    yield from date_checks(case, today)
    yield from found_by(CHECKS, "check", case)
    yield from please_check_civil(case)
    yield from please_check_children(case, today)
    yield from please_check_finances(case, told or case)
    yield from please_check_statements(case)
    yield from please_check_fees(case, today)
    yield from please_check_hearing(case, today)
    yield from please_check_court_help(case)
    yield from please_check_new_date(case)
    yield from please_check_after(case)
    yield from please_check_order_walk(case)
    yield from please_check_service(case)
    yield from please_check_renewal(case, today)


def _is(case: Case, kind: str) -> bool:
    return kind in case.relationship.kinds


def _has_a_form_tie(case: Case) -> bool:
    """Whether any box of DV-100 item 3 fits."""
    return bool({*CLOSE_TIES, "related", "live_together"} & set(case.relationship.kinds))


def _only_roommates(case: Case) -> bool:
    relationship = case.relationship
    together = "live_together" in relationship.kinds and relationship.lived_as_household == "no"
    return together and not relationship.is_family_code_6211


def _same_name(one: str, other: str) -> bool:
    return bool(one.strip()) and " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


ABOUT_YOU: tuple[Check, ...] = (
    Check(
        "petitioner.mailing_is_home",
        "DV-100, item 1c; CH-100, item 1b",
        _(
            "You gave your home address for court papers. {other} will see it. You may use a P.O. box, a "
            "Safe at Home address, or the address of someone who lets you."
        ),
        lambda case: case.petitioner.mailing_is_home == "yes",
    ),
    Check(
        "petitioner.age",
        "DV-100, item 1b; CH-100, item 1a",
        _(
            "The person asking is under 12. An adult has to be named by the court to ask for them. The "
            "plan tells which form that takes."
        ),
        lambda case: case.petitioner.is_under_12,
    ),
    Check(
        "petitioner.age",
        "DV-100, page 1; CH-100, item 1a",
        _(
            "The person asking is under 18. From 12 on they may ask alone, and the judge may want a trusted "
            "adult to help."
        ),
        may_ask_alone,
    ),
    Check(
        "petitioner.language",
        "CLETS-001, item 3",
        _("You do not speak English. Which language you speak is missing."),
        lambda case: case.petitioner.speaks_english == "no" and not case.petitioner.language.strip(),
    ),
    Check(
        "petitioner.lawyer",
        "DV-100, item 1e; CH-100, item 1a",
        _("You have a lawyer. The lawyer's name is missing."),
        lambda case: case.petitioner.has_lawyer == "yes" and not case.petitioner.lawyer.name.strip(),
    ),
    Check(
        "respondent.name",
        "DV-100, items 1a and 2a; CH-100, items 1a and 2",
        _("You and the other person have the same name. Is that right?"),
        lambda case: _same_name(case.petitioner.name, case.respondent.name),
    ),
    Check(
        "respondent.language",
        "CLETS-001, item 1",
        _("{other} does not speak English. Which language is missing."),
        lambda case: case.respondent.speaks_english == "no" and not case.respondent.language.strip(),
    ),
)

TIES: tuple[Check, ...] = (
    Check(
        "relationship.kinds",
        "DV-100, item 3",
        _(
            "DV-100 is for partners, close family and people who shared a household. The form asks people "
            "with none of these ties not to complete it. For them there is the civil harassment restraining "
            "order. You can change to it at the end of the first questions, and all your answers stay. Or "
            "have you left out a tie that is true, now or before?"
        ),
        lambda case: bool(case.relationship.kinds) and not _has_a_form_tie(case),
    ),
    Check(
        "relationship.relatives",
        "DV-100, item 3f",
        _("You are related to {other}. How you are related is missing."),
        lambda case: _is(case, "related") and not case.relationship.relatives,
    ),
    Check(
        "relationship.marriage_still_stands",
        "DV-100, item 3f",
        _(
            "You are family through a marriage that has ended. Sources do not agree whether that counts. "
            "The court's self-help center can tell you what your court does. You can go on."
        ),
        lambda case: case.relationship.in_law_after_divorce,
    ),
    Check(
        "relationship.lived_as_household",
        "DV-100, item 3g",
        _("You live or lived together. Whether it was as a family or household is missing."),
        lambda case: _is(case, "live_together") and not case.relationship.lived_as_household,
    ),
    Check(
        "relationship.lived_as_household",
        "DV-100, item 3g",
        _(
            "You said you were only roommates. DV-100 says this does not count without another tie from "
            "the same list. For roommates there is the civil harassment restraining order. You can change to "
            "it at the end of the first questions, and all your answers stay."
        ),
        _only_roommates,
    ),
    Check(
        "children.0.name",
        "DV-100, item 3a",
        _("You have a child with {other}. The child's name is missing."),
        lambda case: _is(case, "child_together") and not case.children_names and not case.asks_for_custody,
    ),
    Check(
        "other_orders",
        "DV-100, item 4a",
        _("You said there is another restraining order. Its dates are missing. You can leave them empty."),
        lambda case: case.has_other_orders == "yes" and not any(o.date_made for o in case.other_orders),
    ),
    Check(
        "other_cases.kinds",
        "DV-100, item 4b; CH-100, item 6a",
        _("You said there is another court case. What kind of case is missing."),
        lambda case: is_in_other_cases(case) and not case.other_cases.kinds,
    ),
)

PEOPLE_AND_ITEMS: tuple[Check, ...] = (
    Check(
        "protect_others",
        "DV-100, item 8; CH-100, item 3a",
        _("You want to protect other people. Nobody is listed."),
        lambda case: case.protect_others == "yes" and not any(p.name for p in case.protected_people),
    ),
    Check(
        "protect_others",
        "DV-100, item 8; CH-100, item 3a",
        _("People to protect are listed. Whether you want to protect other people is missing."),
        lambda case: not case.protect_others and any(p.name for p in case.protected_people),
    ),
    Check(
        "protection_reason",
        "DV-100, item 8b(2); CH-100, item 3b",
        _("Why the other people need protection is missing."),
        lambda case: (
            case.protect_others == "yes"
            and any(person.name for person in case.protected_people)
            and not case.protection_reason.strip()
        ),
    ),
    Check(
        "protected_people.0.name",
        "DV-100, items 1, 2 and 8; CH-100, items 1 to 3",
        _("Someone to protect has the same name as you or as {other}. You yourself need not be listed."),
        lambda case: any(
            _same_name(person.name, name)
            for person in case.protected_people
            for name in (case.petitioner.name, case.respondent.name)
        ),
    ),
    Check(
        "has_firearms",
        "DV-100, item 9c; DV-110, item 2; CH-100, item 10c",
        _("You said {other} has guns or ammunition. None is listed. That is fine when you do not know more."),
        lambda case: case.has_firearms == "yes" and not any(gun.summary for gun in case.firearms),
    ),
)

CHECKS: tuple[Check, ...] = (*ABOUT_YOU, *TIES, *PEOPLE_AND_ITEMS, *ORDERS)
