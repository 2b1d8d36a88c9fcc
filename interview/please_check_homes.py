"""Where the children lived for five years (DV-105 item 4, Family Code 3429): what is missing, and order.

Months are kept as "03/2023", or the year alone; a date that may be meant as fitting is taken to fit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.findings import Problem, problem
from interview.parenting import Child, Home
from interview.told_dates import days_meant

YEARS = 5
_BEFORE = "custody.homes_before"

Told = tuple[str, Home]  # the path of a place, and the place


def home_checks(case: Case, today: date) -> Iterator[Problem]:
    yield from _missing(case)
    yield from _wrong_order(case)
    for children, homes in _histories(case):
        yield from _too_short(case, children, homes, today)
    yield from _private_town(case)


def _homes(case: Case) -> list[Told]:
    """Today's places first, then the earlier ones; without those nothing was told of."""
    custody = case.custody
    told = [(f"custody.homes_now.{index}", home) for index, home in enumerate(custody.homes_now)]
    told += [(f"{_BEFORE}.{index}", home) for index, home in enumerate(custody.homes_before)]
    return [(path, home) for path, home in told if home != Home()]


def _histories(case: Case) -> Iterator[tuple[list[Child], list[Told]]]:
    """The children who lived in the same places, and these places."""
    groups: dict[tuple[str, ...], list[Child]] = {}
    homes, together = _homes(case), case.have_lived_together == "yes"
    for child in case.custody_children:
        mine = tuple(path for path, home in homes if together or child.key in home.children)
        groups.setdefault(mine, []).append(child)
    for paths, children in groups.items():
        yield children, [told for told in homes if told[0] in paths]


def _missing(case: Case) -> Iterator[Problem]:
    for path, home in _homes(case):
        is_now = not path.startswith(_BEFORE)
        if not home.since:
            yield problem("check", case, f"{path}.since", _WHERE, _said_of(home, str(_NO_SINCE)))
        if not is_now and not home.until:
            yield problem("check", case, f"{path}.until", _WHERE, _said_of(home, str(_NO_UNTIL)))
        if is_now and home.place and home.private != "yes" and not home.city:
            yield problem("check", case, f"{path}.city", _WHERE, _NO_TOWN)
        if not is_now and not home.place:
            yield problem("check", case, f"{path}.city", _WHERE, _NO_PLACE)


def _wrong_order(case: Case) -> Iterator[Problem]:
    """A place they left before they came; and earlier places not told from the latest back."""
    for path, home in _homes(case):
        since, until = days_meant(home.since), days_meant(home.until)
        if since and until and until[1] < since[0]:
            yield problem("check", case, f"{path}.until", _WHERE, _said_of(home, str(_LEFT_FIRST)))
    for _children, homes in _histories(case):
        before = [told for told in homes if told[0].startswith(_BEFORE)]
        for (_path, later), (path, earlier) in pairwise(before):
            came, came_before = days_meant(later.since), days_meant(earlier.since)
            if came and came_before and came[1] < came_before[0]:
                yield problem("check", case, f"{path}.since", _WHERE, _said_of(earlier, str(_NOT_BACKWARD)))
                return


def _too_short(
    case: Case, children: Sequence[Child], homes: Sequence[Told], today: date
) -> Iterator[Problem]:
    """The places must reach back five years, or to the birth of the oldest of these children."""
    spans = [days_meant(home.since) for _path, home in homes]
    if not spans or not all(spans):
        return  # the places or a month are missing: that is said already
    births = [child.birth_date for child in children]
    needed = _years_ago(today)
    if all(births):
        needed = max(needed, min(born for born in births if born))
    first = min(span[0] for span in spans if span)
    if first > _month_end(needed):
        names = ", ".join(child.name for child in children)
        last = homes[-1][0]
        path = f"{last}.since" if last.startswith(_BEFORE) else "custody.lived_elsewhere"
        yield problem("check", case, path, _WHERE, str(_TOO_SHORT).replace("{names}", names))


def _private_town(case: Case) -> Iterator[Problem]:
    """The papers name the state alone, but the petitioner's own address names the same home."""
    with_me = any(home.private == "yes" and "me" in home.lived_with for home in case.custody.homes_now)
    if with_me and case.petitioner.mailing_is_home == "yes":
        where = "DV-105, item 4b; DV-100, item 1c"
        yield problem("check", case, "petitioner.mailing_address", where, _HOME_IS_SEEN)


def _years_ago(today: date) -> date:
    day = 28 if (today.month, today.day) == (2, 29) else today.day
    return today.replace(year=today.year - YEARS, day=day)


def _month_end(day: date) -> date:
    following = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    return following - timedelta(days=1)


def _said_of(home: Home, text: str) -> str:
    return text.replace("{place}", home.place or str(_("a place")))


_WHERE = "DV-105, item 4b"
_NO_SINCE = _("Say since when the children lived in {place}. A guess is fine.")
_NO_UNTIL = _("Say until when the children lived in {place}. A guess is fine.")
_NO_TOWN = _("Say in which town the children live, or that it should stay private.")
_NO_PLACE = _("Say in which town and state each place was where the children lived before.")
_LEFT_FIRST = _("By the dates, the children left {place} before they came there.")
_NOT_BACKWARD = _("The earlier places do not go back in time, one after the other: look at {place}.")
_TOO_SHORT = _(
    "The places where {names} lived do not reach back five years, or to the birth. The law asks for all of "
    "them."
)
_HOME_IS_SEEN = _(
    "You keep the town where the children live private. They live with you there, and your address for court "
    "papers is your home. {other} will see that address."
)
