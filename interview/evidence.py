"""What a person may want to show the judge: exhibits suggested by what they told, as plain data.

For the plan's step "ready" and for a printed list of exhibits. Each says what it is, of which day, and from
whom to get it. Nothing is suggested that no answer speaks of. (DV-109, page 3; CH-109, page 3.)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interview.case import Case
from interview.conduct import Conduct, told
from interview.questions import Text

Kind = Literal["police", "order", "case", "harm", "acts", "costs", "witness"]
_FROM_RECORDS: frozenset[Kind] = frozenset({"police", "harm"})  # somebody else keeps them: ask early


@dataclass(frozen=True)
class Exhibit:
    kind: Kind
    what: str
    when: str = ""  # as the person told it
    made_by: str = ""  # who made it or has it

    @property
    def is_asked_for(self) -> bool:
        """Somebody else keeps it, and needs time to give a copy."""
        return self.kind in _FROM_RECORDS

    @property
    def in_one_line(self) -> str:
        line = self.what
        if self.when:
            line = _("%(what)s: %(when)s") % {"what": line, "when": self.when}
        if self.made_by:
            line = _("%(what)s (from: %(whom)s)") % {"what": line, "whom": self.made_by}
        return line


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
            yield Exhibit("police", _("Police report"), tidy(incident.date), _("the police"))


def _orders(case: Case) -> Iterator[Exhibit]:
    for incident in case.incidents:
        if incident.police == "yes" and incident.emergency_order == "yes":
            yield Exhibit("order", _("Emergency Protective Order"), tidy(incident.date), _("the police"))
    for order in case.other_orders if case.has_other_orders == "yes" else ():
        yield Exhibit("order", _("Another restraining order"), tidy(order.date_made), _("the court"))
    if case.asks_for_custody and case.custody.has_order == "yes":
        yield Exhibit("order", _("Order about the children"), "", _("the court"))


def _cases(case: Case) -> Iterator[Exhibit]:
    """DV-100 item 4b, CH-100 item 6a: what the court decided there."""
    between = case.other_cases
    if (between.ever_involved if case.asks_for_cho else between.involved) != "yes":
        return
    for kind in between.kinds:
        if line := tidy(between.of_kind(kind).in_one_line):
            yield Exhibit("case", _("Orders made in another case: %s") % line, "", _("the court"))


def _harm(case: Case) -> Iterator[Exhibit]:
    days = [tidy(incident.date) for incident in case.incidents if incident.harm == "yes"]
    if not days and told(case.screening, _BODILY):
        days = [""]
    for day in days:
        yield Exhibit("harm", _("Medical or counseling records"), day, _("the doctor, clinic or counselor"))
        yield Exhibit("harm", _("Photos of the harm"), day, _("whoever took them"))


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
        if incident.witnesses == "yes" and (names := tidy(incident.witness_names)):
            what = _("What they saw or heard, written down (MC-030)")
            yield Exhibit("witness", what, tidy(incident.date), names)


_BODILY: frozenset[Conduct] = frozenset({"injury", "sexual_assault", "strangulation"})
_BY_MESSAGE: frozenset[Conduct] = frozenset({"threats", "stalking", "unwanted_contact"})
_ME = gettext_lazy("your phone and accounts")
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
        gettext_lazy("you, or the repair shop"),
    ),
    (
        frozenset({"money_control"}),
        gettext_lazy("Bank and pay papers"),
        gettext_lazy("the bank or your employer"),
    ),
    (
        frozenset({"harm_to_animals"}),
        gettext_lazy("Papers and photos about the animal"),
        gettext_lazy("the animal's doctor"),
    ),
)
