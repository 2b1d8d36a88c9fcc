"""What must be put right on the children's papers: orders asked for without what they are about.

DV-105 and DV-105(A) with the children's part of DV-140, and DV-108: these checks speak only for someone who
asks for custody (DV-100 item 15). The privacy of a minor is asked for with either order.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.findings import Check, Problem, found_by, problem
from interview.minor_privacy_checks import MUST as MINOR_PRIVACY
from interview.parenting import Child, histories


def must_fix_children(case: Case) -> Iterator[Problem]:
    if case.asks_for_custody:
        yield from _children(case)
        yield from found_by(CHECKS, "must", case)
        yield from _children_without_a_home(case)
        yield from _homes_of_nobody(case)
    if case.asks_for_minor_privacy:
        yield from found_by(MINOR_PRIVACY, "must", case)


def _children(case: Case) -> Iterator[Problem]:
    """Who the orders are about (DV-105 item 3, DV-140 item 3)."""
    where = "DV-105, item 3; DV-140, item 3"
    nameless = [n for n, child in enumerate(case.children) if child != Child() and not child.name.strip()]
    for index in nameless:
        text = str(_("Enter the name of child {number}.")).replace("{number}", str(index + 1))
        yield problem("must", case, f"children.{index}.name", where, text)
    if not nameless and not case.custody_children:
        where = "DV-100, items 3a and 15; DV-105, item 3"
        yield problem("must", case, "children.0.name", where, _NO_CHILD)


def _children_without_a_home(case: Case) -> Iterator[Problem]:
    """DV-105(A) gives each child's places; with no place at all, the general check speaks."""
    if case.have_lived_together != "no" or _no_home(case):
        return
    told = {key for home in case.custody.homes_now if home.place for key in home.children}
    missing = [child.name for child in case.custody_children if child.key not in told]
    for name in missing:
        text, where = str(_CHILD_WITHOUT_HOME).replace("{name}", name), "DV-105(A), items 2 and 3"
        yield problem("must", case, "custody.homes_now.0.children", where, text)
    if not missing and len(histories(case.custody_children, case.custody)) == 1:
        yield problem("must", case, "custody.lived_together", "DV-105, item 4a", _SAME_HOMES)


def _homes_of_nobody(case: Case) -> Iterator[Problem]:
    """Places that would print nowhere: no child who is listed lived there."""
    keys = {child.key for child in case.custody_children}
    for path in ("homes_now", "homes_before"):
        for index, home in enumerate(getattr(case.custody, path)):
            asked = case.have_lived_together == "no" or bool(home.children)
            if keys and asked and home.place and not keys.intersection(home.children):
                text = str(_HOME_OF_NOBODY).replace("{place}", home.place)
                yield problem("must", case, f"custody.{path}.{index}.children", "DV-105, item 4b", text)


def _no_home(case: Case) -> bool:
    return not any(home.place for home in case.custody.homes_now)


_HOME_OF_NOBODY = _("Say which children lived in {place}. Without that, the place is on no paper.")
_NO_CHILD = _("You ask for custody or visits. Add the child you have with {other}.")
_CHILD_WITHOUT_HOME = _("You said that the children have not all lived together. Say where {name} lives.")
_SAME_HOMES = _(
    "You said that the children have not all lived together. The places you told are the same for all of "
    "them. Check who lived where, or change that answer. Did a child come or leave at another time? Add "
    "that place once more, with that child's dates."
)

ABOUT: tuple[Check, ...] = (
    Check(
        "custody.my_tie",
        "DV-105, item 1; DV-140, item 1",
        _("Say what you are to the children."),
        lambda case: not case.custody.my_tie,
    ),
    Check(
        "custody.their_tie",
        "DV-105, item 2; DV-140, item 2",
        _("Say what {other} is to the children."),
        lambda case: not case.custody.their_tie,
    ),
    Check(
        "custody.lived_together",
        "DV-105, item 4a",
        _("Say whether all the children have lived together for the last five years."),
        lambda case: bool(case.custody_children) and not case.have_lived_together,
    ),
    Check(
        "custody.homes_now.0.state",
        "DV-105, item 4b",
        _(
            "Say where the children live. Without it the judge may not be able to make orders about them. "
            "The state alone is enough when the town should stay private."
        ),
        _no_home,
    ),
)
LIMITS: tuple[Check, ...] = (
    Check(
        "custody.travel_limits",
        "DV-105, item 6",
        _("You ask that {other} need permission to travel with the children. Check where."),
        lambda case: case.custody.limit_travel == "yes" and not case.custody.travel_limits,
    ),
    Check(
        "custody.travel_county",
        "DV-105, item 6",
        _("You ask that {other} not leave a county with the children. Name the county."),
        lambda case: (
            case.custody.limit_travel == "yes"
            and "county" in case.custody.travel_limits
            and not case.custody.travel_county.strip()
        ),
    ),
    Check(
        "custody.travel_other",
        "DV-105, item 6",
        _("You ask that {other} not leave another place with the children. Name the place."),
        lambda case: (
            case.custody.limit_travel == "yes"
            and "other" in case.custody.travel_limits
            and not case.custody.travel_other.strip()
        ),
    ),
    Check(
        "custody.records_of",
        "DV-105, item 7a",
        _("You ask to close the children's records to {other}. Say which children's."),
        lambda case: case.custody.respondent_sees_records == "no" and not case.custody.records_of,
    ),
    Check(
        "custody.records_children",
        "DV-105, item 7a",
        _("You ask to close the records of some children to {other}. Check which children."),
        lambda case: (
            case.custody.respondent_sees_records == "no"
            and case.custody.records_of == "some"
            and not case.records_children_names
        ),
    ),
    Check(
        "custody.records",
        "DV-105, item 7b",
        _("You ask to close the children's records to {other}. Check which records."),
        lambda case: case.custody.respondent_sees_records == "no" and not case.custody.records,
    ),
    Check(
        "abduction.risks",
        "DV-108, item 3",
        _("You believe {other} might take the children. Check the signs of it, or tell why."),
        lambda case: (
            case.fears_abduction and not case.abduction.risks and not case.abduction.explanation.strip()
        ),
    ),
)
CUSTODY_AND_VISITS: tuple[Check, ...] = (
    Check(
        "custody.legal",
        "DV-105, item 9",
        _("You ask for custody orders. Say who should have custody."),
        lambda case: (
            case.custody.wants_custody == "yes" and not case.custody.legal and not case.custody.physical
        ),
    ),
    Check(
        "custody.legal_other",
        "DV-105, item 9",
        _("You want another order about legal custody. Write what it should say."),
        lambda case: (
            case.custody.wants_custody == "yes"
            and case.custody.legal == "other"
            and not case.custody.legal_other.strip()
        ),
    ),
    Check(
        "custody.physical_other",
        "DV-105, item 9",
        _("You want another order about physical custody. Write what it should say."),
        lambda case: (
            case.custody.wants_custody == "yes"
            and case.custody.physical == "other"
            and not case.custody.physical_other.strip()
        ),
    ),
    Check(
        "custody.visits",
        "DV-105, item 10",
        _("Say whether {other} should have visits with the children."),
        lambda case: not case.custody.visits,
    ),
    Check(
        "custody.visits",
        "DV-105, items 10 and 11",
        _(
            "You ask for no visits, and for visits that someone watches over. Only one of them can stand. "
            "Choose again what you want."
        ),
        lambda case: case.custody.visits == "none" and case.custody.supervised == "yes",
    ),
    Check(
        "custody.supervised",
        "DV-105, item 11",
        _("Say whether someone else should watch over the visits."),
        lambda case: case.custody.has_visits and not case.custody.supervised,
    ),
)

CHECKS: tuple[Check, ...] = (*ABOUT, *LIMITS, *CUSTODY_AND_VISITS)
