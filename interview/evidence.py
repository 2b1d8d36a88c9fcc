"""What a person may want to show the judge: exhibits suggested by what they told, as plain data.

For the list that stands with the plan, on the web and on paper. Each says what it is, of which day, and who
made it or has it. Nothing is suggested that no answer speaks of. (DV-109, page 3; CH-109, page 3.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interview.case import Case
from interview.conduct import Conduct, told
from interview.court_cases import CourtCase
from interview.questions import Text

Kind = Literal["police", "order", "case", "harm", "acts", "costs", "witness"]
ROWS = 16  # that leave room on one page for some to write in


@dataclass(frozen=True)
class Exhibit:
    kind: Kind
    what: str
    when: str = ""  # as the person told it
    made_by: str = ""  # who made it or has it


def exhibits(case: Case) -> tuple[Exhibit, ...]:
    """In the order of the story: what others wrote down, what shows the harm and the acts, who saw it."""
    return (
        *_police(case),
        *_orders(case),
        *_cases(case),
        *_harm(case),
        *_acts(case),
        *_costs(case),
        *_witnesses(case),
    )


def listed(case: Case) -> tuple[Exhibit, ...]:
    """Each paper of each day by itself; in a list longer than a page, the same of all days together."""
    found = exhibits(case)
    return found if len(found) <= ROWS else grouped(found)


def grouped(found: tuple[Exhibit, ...]) -> tuple[Exhibit, ...]:
    """The same things of several days as one, with all the days."""
    days: dict[tuple[Kind, str, str], list[str]] = {}
    for one in found:
        days.setdefault((one.kind, one.what, one.made_by), []).append(one.when)
    return tuple(
        Exhibit(kind, what, "; ".join(filter(None, when)), whom) for (kind, what, whom), when in days.items()
    )


def tidy(text: str) -> str:
    """A telling in one line, without the stop at its end: it stands inside a sentence."""
    return " ".join(text.split()).rstrip(" .;,")


def _police(case: Case) -> Iterator[Exhibit]:
    for incident in case.incidents:
        if incident.police == "yes":
            yield Exhibit("police", _("Police report"), tidy(incident.date), _("The police"))


def _orders(case: Case) -> Iterator[Exhibit]:
    for incident in case.incidents:
        if incident.police == "yes" and incident.emergency_order == "yes":
            yield Exhibit("order", _("Emergency Protective Order"), tidy(incident.date), _("The police"))
    for order in case.other_orders if case.has_other_orders == "yes" else ():
        yield Exhibit("order", _("Another restraining order"), tidy(order.date_made), _("The court"))
    if case.asks_for_custody and case.custody.has_order == "yes":
        yield Exhibit("order", _("Order about the children"), "", _("The court"))
    if case.asks_child_support and "change" in case.requests.child_support:
        yield Exhibit("order", _("Child support order"), "", _("The court"))


def _cases(case: Case) -> Iterator[Exhibit]:
    """DV-100 item 4b, CH-100 item 6a: what the court decided there; however many cases, one exhibit."""
    between = case.other_cases
    if (between.ever_involved if case.asks_for_cho else between.involved) != "yes":
        return
    if told_of := "; ".join(filter(None, (_in_brief(between.of_kind(kind)) for kind in between.kinds))):
        yield Exhibit("case", _("Orders made in other cases: %s") % told_of, "", _("The court"))


def _in_brief(case: CourtCase) -> str:
    """By its number, or by year and place where that is all they told."""
    what = _(case.what) if case.what else ""  # the names of kinds are the forms' own words
    told_of = (what, case.number) if case.number.strip() else (what, case.year, case.place)
    return " ".join(filter(None, map(tidy, told_of)))


def _harm(case: Case) -> Iterator[Exhibit]:
    days = [tidy(incident.date) for incident in case.incidents if incident.harm == "yes"]
    if not days and told(case.screening, _BODILY):
        days = [""]
    for day in days:
        yield Exhibit("harm", _("Medical or counseling records"), day, _("Doctor or counselor"))
        yield Exhibit("harm", _("Photos of the harm"), day, _("You, or who took them"))


def _acts(case: Case) -> Iterator[Exhibit]:
    for conduct, what, whom in _OF_ACTS:
        if told(case.screening, conduct):
            yield Exhibit("acts", str(what), "", str(whom))


def _costs(case: Case) -> Iterator[Exhibit]:
    """DV-100 item 23, CH-100 item 14."""
    asked, listed = case.requests, ""
    if case.asks_for_dvro and "pay_expenses" in asked.asked:
        listed = _("DV-100, item 23")
    if case.asks_for_cho and asked.asks_for_fees:
        listed = _("CH-100, item 14")
    if listed:
        yield Exhibit("costs", _("Bills or receipts for the amounts listed in %s") % listed)


def _witnesses(case: Case) -> Iterator[Exhibit]:
    for incident in case.incidents:
        others = without_written(case, incident.witness_names) if incident.witnesses == "yes" else ""
        if names := without_children(case, others):
            what = _("Written statement (MC-030)")
            yield Exhibit("witness", what, tidy(incident.date), names)


def without_written(case: Case, names: str) -> str:
    """The names as they were typed, but for those whose statement is among the papers (MC-031)."""
    written = [tidy(sheet.name).casefold() for sheet in case.witness_sheets if tidy(sheet.name)]
    parts = [part for part in map(tidy, _BETWEEN_NAMES.split(names)) if part]
    others = [part for part in parts if not any(name in part.casefold() for name in written)]
    return tidy(names) if others == parts else ", ".join(others)


def without_children(case: Case, names: str) -> str:
    """The names as they were typed, but for the children this case knows: a child is not asked to write.

    A child may be told of by the first name alone ("my son Leo"); "Leo Martinez" is somebody else.
    """
    children = [one.name for one in case.minors if one.key != "me"]
    parts = [part for part in map(tidy, _BETWEEN_NAMES.split(names)) if part]
    others = [part for part in parts if not any(_is_told_of(child, part) for child in children)]
    return tidy(names) if others == parts else ", ".join(others)


def _is_told_of(child: str, part: str) -> bool:
    if tidy(child).casefold() in part.casefold():
        return True
    first = child.split()[0].casefold() if child.split() else ""
    names = [word for word in part.split() if word[:1].isupper() and word not in _NO_NAMES]
    return [name.casefold() for name in names] == [first]


_BETWEEN_NAMES = re.compile(r"[,;&\n]|\band\b")
_NO_NAMES = ("My", "Our", "The")
_BODILY: frozenset[Conduct] = frozenset({"injury", "sexual_assault", "strangulation"})
_BY_MESSAGE: frozenset[Conduct] = frozenset({"threats", "stalking", "unwanted_contact"})
_ME = gettext_lazy("Your phone")
# Which acts, what shows them, who has it
_OF_ACTS: tuple[tuple[frozenset[Conduct], Text, Text], ...] = (
    (
        frozenset(
            {"threats", "stalking", "unwanted_contact", "monitoring_or_control", "immigration_threats"}
        ),
        gettext_lazy("Messages, emails, letters and posts"),
        _ME,
    ),
    (
        _BY_MESSAGE,
        gettext_lazy("Call lists and voicemails"),
        _ME,
    ),
    (
        frozenset({"impersonation"}),
        gettext_lazy("Pictures of what was written in your name"),
        _ME,
    ),
    (
        frozenset({"property_damage"}),
        gettext_lazy("Photos of what was broken, and bills for the repair"),
        gettext_lazy("You, or the repair shop"),
    ),
    (
        frozenset({"money_control"}),
        gettext_lazy("Bank and pay papers"),
        gettext_lazy("The bank or your employer"),
    ),
    (
        frozenset({"harm_to_animals"}),
        gettext_lazy("Papers and photos about the animal"),
        gettext_lazy("The animal's doctor"),
    ),
)
