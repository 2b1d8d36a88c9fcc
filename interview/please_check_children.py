"""What is worth a second look on the children's papers (DV-105, DV-108, DV-140, and DV-160 or CH-160)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.conditions import has_child_together, protects_others
from interview.conditions_children import wants_supervised_exchanges
from interview.findings import Check, Problem, found_by, problem
from interview.minor_privacy_checks import CHECK as MINOR_PRIVACY
from interview.parenting import Child, Supervisor
from interview.please_check_abduction import CHECKS as ABDUCTION
from interview.please_check_homes import home_checks
from interview.please_check_week import week_checks
from interview.questions import Text
from interview.vocabulary import age_on

ADULT = 18  # DV-105 item 3 lists children under this age, in years


def please_check_children(case: Case, today: date) -> Iterator[Problem]:
    if case.asks_for_custody:
        yield from _each_child(case, today)
        yield from _same_child_twice(case)
    if case.asks_for_custody or has_child_together(case):
        yield from _listed_in_two_places(case, today)
    if case.asks_for_custody:
        yield from home_checks(case, today)
        yield from week_checks(case)
        yield from found_by(CHECKS, "check", case)
    if case.asks_for_minor_privacy:
        yield from found_by(MINOR_PRIVACY, "check", case)


def _each_child(case: Case, today: date) -> Iterator[Problem]:
    for index, child in enumerate(case.children):
        if not child.name.strip():
            continue
        path, born, on_papers = f"children.{index}", child.birth_date, child.whose != "mine"
        if on_papers and born is None:
            where = "DV-105, item 3; DV-140, item 3"
            yield _of_child(case, f"{path}.birth_date", where, _NO_BIRTH_DATE, child)
        if born and age_on(today, born) >= ADULT:
            if on_papers:
                yield _of_child(case, f"{path}.birth_date", "DV-105, item 3", _GROWN_UP, child)
        else:
            yield from _whose(case, child, f"{path}.whose")


def _whose(case: Case, child: Child, path: str) -> Iterator[Problem]:
    """Who said early that they have a child together is not asked whose it is."""
    if has_child_together(case):
        return
    if not child.whose:
        yield _of_child(case, path, "DV-105, item 3", _WHOSE, child)
    elif child.whose != "both" and case.custody.my_tie != "legal_guardian":
        yield _of_child(case, path, "DV-100, item 3a; DV-105, item 3", _NOT_OF_BOTH, child)


def _of_child(case: Case, path: str, where: str, text: Text, child: Child) -> Problem:
    return problem("check", case, path, where, str(text).replace("{name}", child.name))


def _same_child_twice(case: Case) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, child in enumerate(case.children):
        name = plain_name(child.name)
        if name in seen:
            yield _of_child(case, f"children.{index}.name", "DV-105, item 3", _SAME_NAME, child)
        seen |= {name} - {""}


def _listed_in_two_places(case: Case, today: date) -> Iterator[Problem]:
    """A child who is also someone to protect (DV-100 item 8): one birth date, and an age that fits it."""
    born: dict[str, set[date]] = {}
    for child in case.children:
        if child.birth_date and child.birth_date <= today:
            born.setdefault(plain_name(child.name), set()).add(child.birth_date)
    for index, person in enumerate(case.protected_people if protects_others(case) else ()):
        births = born.get(plain_name(person.name))
        if not births:
            continue
        path, where = f"protected_people.{index}", "DV-100, item 8; DV-105, item 3; CLETS-001, item 4"
        if person.birth_date is not None:
            if person.birth_date not in births:
                text = str(_TWO_BIRTH_DATES).replace("{name}", person.name)
                yield problem("check", case, f"{path}.birth_date", where, text)
        elif person.age is not None and person.age not in (ages := {age_on(today, day) for day in births}):
            text = str(_OTHER_AGE).replace("{name}", person.name).replace("{age}", str(min(ages)))
            yield problem("check", case, f"{path}.age", where, text)


def plain_name(name: str) -> str:
    """The name without what two tellings of it may differ in: case and spaces."""
    return " ".join(name.split()).casefold()


_NO_BIRTH_DATE = _("Enter the birth date of {name}. The forms about custody ask for it.")
_GROWN_UP = _(
    "By the birth date, {name} is 18 or older, so {name} is not on the custody papers. Is the date right?"
)
_WHOSE = _("Say whose child {name} is. The custody papers list children you and {other} have.")
_NOT_OF_BOTH = _(
    "{name} is not listed as your child and {other}'s. DV-105 is for children you two have. Change this "
    "answer, or ask the self-help center which form fits."
)
_SAME_NAME = _("The child {name} is listed twice. Is that right?")
_TWO_BIRTH_DATES = _(
    "{name} is listed as a child and as someone to protect. The two birth dates are not the same."
)
_OTHER_AGE = _(
    "{name} is listed as a child and as someone to protect. By the child's birth date the age is {age}. You "
    "gave another age."
)


def _fees_do_not_add_up(supervisor: Supervisor) -> bool:
    """The shares of a professional's fee, in whole percent; told at all, they should make 100."""
    shares = [supervisor.fee_me, supervisor.fee_respondent, supervisor.fee_other]
    told = [int(share) for share in shares if share.isdecimal()]
    return supervisor.kind == "professional" and bool(told) and sum(told) != 100


def _half_of_custody(case: Case) -> bool:
    custody = case.custody
    return custody.wants_custody == "yes" and bool(custody.legal) != bool(custody.physical)


def _only_to_the_other(case: Case, *custody: str) -> bool:
    return case.custody.wants_custody == "yes" and "respondent" in custody


_FEES = _("The shares of the fee do not add up to 100 percent.")
_NO_SUPERVISOR = _("You have not said who should supervise. The judge can choose.")
_ONLY_THE_OTHER = _("You ask that only {other} have custody. Is that what you want?")

WHO: tuple[Check, ...] = (
    Check(
        "relationship.kinds",
        "DV-100, item 3a",
        _("You listed a child that you and {other} have. You did not say that you have a child together."),
        lambda case: (
            not has_child_together(case) and any(child.whose == "both" for child in case.custody_children)
        ),
    ),
    Check(
        "custody.my_tie_other",
        "DV-105, item 1; DV-140, item 1",
        _("You are something else than a parent or guardian to the children. Say what you are."),
        lambda case: case.custody.my_tie == "other" and not case.custody.my_tie_other.strip(),
    ),
    Check(
        "custody.their_tie_other",
        "DV-105, item 2; DV-140, item 2",
        _("{other} is something else than a parent or guardian to the children. Say what {other} is."),
        lambda case: case.custody.their_tie == "other" and not case.custody.their_tie_other.strip(),
    ),
    Check(
        "custody.habitual_country",
        "DV-140, item 17",
        _(
            "You said that the children's home country is not the United States. Other rules may apply then, "
            "such as the Hague Convention. A lawyer or the court's self-help center can tell you more."
        ),
        lambda case: case.custody.habitual_country == "other",
    ),
)
COURT_CASES: tuple[Check, ...] = (
    Check(
        "custody.cases.involved",
        "DV-105, item 5a",
        _("Say whether you know of another case about the children. The law asks for it."),
        lambda case: not case.custody.cases.involved,
    ),
    Check(
        "custody.cases.kinds",
        "DV-105, item 5a",
        _("You know of another case about the children. Check what kind of case it is."),
        lambda case: case.custody.cases.involved == "yes" and not case.custody.cases.kinds,
    ),
    Check(
        "custody.has_order",
        "DV-105, item 5b",
        _("Say whether an order about custody or visits is in force now. The law asks for it."),
        lambda case: not case.custody.has_order,
    ),
    Check(
        "custody.order",
        "DV-105, item 5b",
        _("There is an order about custody or visits now. Write what it says."),
        lambda case: case.custody.has_order == "yes" and not case.custody.order.strip(),
    ),
    Check(
        "custody.other_parents.0.name",
        "DV-105, item 5c",
        _("The children have another parent or guardian. Enter the name."),
        lambda case: (
            case.custody.has_other_parents == "yes"
            and not any(parent.name.strip() for parent in case.custody.other_parents)
        ),
    ),
)
WANTED: tuple[Check, ...] = (
    Check(
        "custody.wants_custody",
        "DV-105, item 9",
        _("Say whether you want to ask for custody orders."),
        lambda case: not case.custody.wants_custody,
    ),
    Check(
        "custody.legal",
        "DV-105, item 9",
        _("You ask for custody orders. Only one of legal and physical custody is chosen."),
        _half_of_custody,
    ),
    Check(
        "custody.legal",
        "DV-105, item 9",
        _ONLY_THE_OTHER,
        lambda case: _only_to_the_other(case, case.custody.legal),
    ),
    Check(
        "custody.physical",
        "DV-105, item 9",
        _ONLY_THE_OTHER,
        lambda case: (
            _only_to_the_other(case, case.custody.physical)
            and not _only_to_the_other(case, case.custody.legal)
        ),
    ),
    Check(
        "custody.supervisor.kind",
        "DV-105, item 12a",
        _NO_SUPERVISOR,
        lambda case: case.custody.supervised_answer == "yes" and not case.custody.supervisor.kind,
    ),
    Check(
        "custody.exchange_supervisor.kind",
        "DV-105, item 13a",
        _NO_SUPERVISOR,
        lambda case: wants_supervised_exchanges(case) and not case.custody.exchange_supervisor.kind,
    ),
    Check(
        "custody.supervisor.fee_me",
        "DV-105, item 12a",
        _FEES,
        lambda case: case.custody.supervised_answer == "yes" and _fees_do_not_add_up(case.custody.supervisor),
    ),
    Check(
        "custody.exchange_supervisor.fee_me",
        "DV-105, item 13a",
        _FEES,
        lambda case: (
            wants_supervised_exchanges(case) and _fees_do_not_add_up(case.custody.exchange_supervisor)
        ),
    ),
)

CHECKS: tuple[Check, ...] = (*WHO, *COURT_CASES, *WANTED, *ABDUCTION)
