"""The children's part of the Case: where they lived, custody, visits (DV-105, DV-105(A), DV-140).

Plain typed data, as in case.py. Children and people are named in other answers by their `key`, so that a
name can be corrected and an entry removed without losing or mixing up what was said of the others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Literal

from interview.court_cases import CourtCases
from interview.vocabulary import YesNo, age_on, us_date

Tie = Literal["", "parent", "legal_guardian", "other"]
Whose = Literal["", "both", "mine", "theirs", "other"]
LivedWith = Literal["me", "respondent", "other"]
TravelLimit = Literal["county", "california", "other"]
RecordKind = Literal["medical", "school", "activities", "employment", "other"]
CustodyTo = Literal["", "me", "respondent", "joint", "other"]

PRESENT = "present"


@dataclass(frozen=True)
class Child:
    """Asked once for every form: DV-100 item 3a, DV-105 item 3, DV-140 item 3, DV-160 item 2."""

    name: str = ""
    birth_date: date | None = None
    key: str = ""  # "child-1": what other answers call this child; never shown, never used again
    whose: Whose = ""  # "both": the child of the petitioner and the respondent

    def is_minor(self, today: date) -> bool:
        """Under 18 on that day, or of an age not told: who the custody papers are about."""
        return self.birth_date is None or age_on(today, self.birth_date) < 18

    @property
    def summary(self) -> str:
        """For the attached page "DV-105, Children"."""
        born = f"Date of birth: {us_date(self.birth_date)}" if self.birth_date else ""
        return ", ".join(part for part in (self.name, born) if part)


@dataclass(frozen=True)
class Home:
    """A place where children lived in the last five years (DV-105 item 4b, Family Code 3429)."""

    since: str = ""  # month and year: "03/2023"
    until: str = ""
    private: YesNo = ""  # only of a place they live in now: the papers then name the state alone
    city: str = ""  # tribal land too
    state: str = ""
    lived_with: tuple[LivedWith, ...] = ()
    other_relationship: str = ""  # of that other person, to the child
    children: tuple[str, ...] = ()  # keys; asked only when the children have not all lived together

    def is_of(self, child: Child) -> bool:
        """Whether it was said that this child lived here."""
        return bool(child.key) and child.key in self.children

    def is_of_any(self, keys: Collection[str]) -> bool:
        """Whether children lived here who are still listed; a place told of no child in particular is
        everybody's."""
        return not self.children or any(key in keys for key in self.children)

    @property
    def place(self) -> str:
        """City and state; the state alone unless it was said that the city may be seen."""
        city = "" if self.private == "yes" else self.city
        place = ", ".join(part for part in (city, self.state) if part)
        # the forms have the box "private" for one home of today; a second one says it in words
        return f"{place} (private)" if self.private == "yes" and self.until == PRESENT else place

    @property
    def summary(self) -> str:
        with_whom = {"me": "person in item 1", "respondent": "person in item 2"}
        words = [with_whom[one] for one in self.lived_with if one in with_whom]
        if "other" in self.lived_with:
            words.append(f"other: {self.other_relationship or 'not known'}")
        lived = f"Children lived with: {'; '.join(words)}" if words else ""
        times = f"From {self.since or 'not known'} until {self.until or 'not known'}"
        return ", ".join(part for part in (times, self.place, lived) if part)


@dataclass(frozen=True)
class History:
    """Where some children lived, all of them together: one part of DV-105(A), or DV-105 item 4b."""

    children: tuple[Child, ...] = ()
    now: Home = field(default_factory=Home)
    before: tuple[Home, ...] = ()  # as told: from the latest back

    @property
    def homes(self) -> tuple[Home, ...]:
        """As the forms list them: the first is where they live now, even if that was not told."""
        return (self.now, *self.before)

    @property
    def names(self) -> str:
        return ", ".join(child.name for child in self.children if child.name)


@dataclass(frozen=True)
class HistorySheet:
    """What one copy of DV-105(A) holds: two histories, and whether another copy follows."""

    first: History = field(default_factory=History)
    second: History = field(default_factory=History)
    another_follows: bool = False


@dataclass(frozen=True)
class OtherParent:
    """DV-105 item 5c: a parent or legal guardian besides the parties."""

    name: str = ""
    tie: Literal["", "parent", "legal_guardian"] = ""

    @property
    def summary(self) -> str:
        tie = {"parent": "Parent", "legal_guardian": "Legal guardian"}.get(self.tie, "")
        return ", ".join(part for part in (self.name, tie) if part)


@dataclass(frozen=True)
class Supervisor:
    """Who watches over visits (DV-105 item 12a) or exchanges (13a); fees in whole percent."""

    kind: Literal["", "professional", "nonprofessional"] = ""
    professional_name: str = ""
    fee_me: str = ""
    fee_respondent: str = ""
    fee_other_name: str = ""
    fee_other: str = ""
    nonprofessional_name: str = ""
    agreed: YesNo = ""


@dataclass(frozen=True)
class DayPlan:
    """One day of the week's table (DV-105 items 12c and 13b): times as "15:00"."""

    start: str = ""
    end: str = ""
    how: tuple[Literal["virtual"], ...] = ()
    brings: str = ""  # who brings the children, or sets up the call
    where: str = ""

    @property
    def ends_too_early(self) -> bool:
        """The end is not after the start: right only on a day that an overnight visit ends."""
        return bool(self.start and self.end) and self.end <= self.start  # "09:30" sorts before "15:00"

    @property
    def lasts_overnight(self) -> bool:
        """A visit that starts on this day does not end on it."""
        return bool(self.start) and (not self.end or self.ends_too_early)

    @property
    def start_text(self) -> str:
        return clock_time(self.start)

    @property
    def end_text(self) -> str:
        return clock_time(self.end)


@dataclass(frozen=True)
class Week:
    monday: DayPlan = field(default_factory=DayPlan)
    tuesday: DayPlan = field(default_factory=DayPlan)
    wednesday: DayPlan = field(default_factory=DayPlan)
    thursday: DayPlan = field(default_factory=DayPlan)
    friday: DayPlan = field(default_factory=DayPlan)
    saturday: DayPlan = field(default_factory=DayPlan)
    sunday: DayPlan = field(default_factory=DayPlan)

    @property
    def days(self) -> tuple[DayPlan, ...]:
        """From Monday on."""
        return tuple(getattr(self, day.name) for day in fields(self))


@dataclass(frozen=True)
class Visits:
    """When, where and how the respondent would see the children (DV-105 items 12 and 13)."""

    place: Literal["", "in_person", "virtual", "other"] = ""
    place_other: str = ""
    frequency: Literal["", "once", "twice", "other", "week"] = ""  # item 12c; "week": the table
    hours_once: str = ""
    hours_twice: str = ""
    frequency_other: str = ""
    details: str = ""  # item 13b(2)
    wants_week: YesNo = ""  # item 13b(2): the table too
    week: Week = field(default_factory=Week)
    repeat: Literal["", "every_week", "every_other_week", "other"] = ""
    repeat_other: str = ""
    start_date: date | None = None


@dataclass(frozen=True)
class Custody:
    """Everything DV-105 asks beyond the children themselves."""

    my_tie: Tie = ""  # item 1: the petitioner's relationship to the children
    my_tie_other: str = ""
    their_tie: Tie = ""  # item 2: the respondent's
    their_tie_other: str = ""
    lived_together: YesNo = ""  # item 4a; asked when there is more than one child
    homes_now: tuple[Home, ...] = ()
    lived_elsewhere: YesNo = ""
    homes_before: tuple[Home, ...] = ()
    habitual_country: Literal["", "united_states", "other"] = ""  # DV-140 item 17: for the judge's order
    habitual_country_other: str = ""
    cases: CourtCases = field(default_factory=CourtCases)  # item 5a: about any of the children
    has_order: YesNo = ""  # item 5b
    order: str = ""
    order_change: str = ""
    has_other_parents: YesNo = ""  # item 5c
    other_parents: tuple[OtherParent, ...] = ()
    limit_travel: YesNo = ""  # item 6
    travel_limits: tuple[TravelLimit, ...] = ()
    travel_county: str = ""
    travel_other: str = ""
    respondent_sees_records: YesNo = ""  # item 7: "no" asks the judge to close them
    records_of: Literal["", "all", "some"] = ""
    records_children: tuple[str, ...] = ()  # keys
    records: tuple[RecordKind, ...] = ()
    records_other: str = ""
    fears_abduction: YesNo = ""  # item 8
    wants_custody: YesNo = ""  # item 9
    legal: CustodyTo = ""
    legal_other: str = ""
    physical: CustodyTo = ""
    physical_other: str = ""
    visits: Literal["", "none", "yes", "virtual"] = ""  # item 10
    supervised: YesNo = ""  # item 11
    supervisor: Supervisor = field(default_factory=Supervisor)  # item 12a
    exchanges_supervised: YesNo = ""  # item 13a
    exchange_supervisor: Supervisor = field(default_factory=Supervisor)
    visit: Visits = field(default_factory=Visits)  # item 12 or item 13

    @property
    def has_visits(self) -> bool:
        return self.visits in ("yes", "virtual")

    @property
    def supervised_answer(self) -> YesNo:
        """Item 11, which is left empty when no visits are wanted."""
        return self.supervised if self.has_visits else ""

    @property
    def supervised_visits(self) -> Visits:
        """Item 12; empty when visits are not to be supervised."""
        return self._told_visits if self.supervised_answer == "yes" else Visits()

    @property
    def unsupervised_visits(self) -> Visits:
        """Item 13; empty when visits are to be supervised."""
        return self._told_visits if self.supervised_answer == "no" else Visits()

    @property
    def _told_visits(self) -> Visits:
        """Who wants only virtual visits (item 10) is not asked for their place (items 12b and 13b(1))."""
        return replace(self.visit, place="virtual") if self.visits == "virtual" else self.visit


def wrong_ends(days: Sequence[DayPlan]) -> list[bool]:
    """For each day of a week that repeats, whether its visit ends before it starts.

    It does not, when what ends is the visit of the day before and another one starts later.
    """
    return [
        day.ends_too_early and not days[number - 1].lasts_overnight  # the day before Monday is Sunday
        for number, day in enumerate(days)
    ]


def nights(days: Sequence[DayPlan]) -> list[bool]:
    """For each day of a week that repeats, whether a visit begun before goes on into it.

    A visit ends at the next end told; on the day it ends, another one may start later.
    """
    going_on = [False] * len(days)
    still = False
    for number, day in [*enumerate(days), *enumerate(days)]:  # twice: Sunday night leads to Monday
        going_on[number] = still
        if day.start and day.end:
            still = still and day.ends_too_early
        elif day.start or day.end:
            still = bool(day.start)
    return going_on


def clock_time(time: str) -> str:
    """ "15:00" as the papers print it: "3:00 pm"."""
    hours, _colon, minutes = time.partition(":")
    if not (hours.isdecimal() and minutes):
        return time
    return f"{int(hours) % 12 or 12}:{minutes} {'am' if int(hours) < 12 else 'pm'}"


def oldest_first(children: Iterable[Child]) -> tuple[Child, ...]:
    """As DV-105 item 3 wants them; those without a birth date last, in the order told."""
    return tuple(sorted(children, key=lambda child: child.birth_date or date.max))


def histories(children: Sequence[Child], custody: Custody) -> tuple[History, ...]:
    """The children grouped by where they lived: each group lived in the same places at the same times."""
    groups: dict[tuple[tuple[Home, ...], tuple[Home, ...]], list[Child]] = {}
    for child in children:
        now = tuple(home for home in custody.homes_now if home.is_of(child))
        before = tuple(home for home in custody.homes_before if home.is_of(child))
        groups.setdefault((now, before), []).append(child)
    return tuple(history(group, now, before) for (now, before), group in groups.items())


def history(children: Sequence[Child], now: Sequence[Home], before: Sequence[Home]) -> History:
    """One history. The forms have one row for "to present"; a second home of today comes next."""
    also_now = tuple(replace(home, until=PRESENT) for home in now[1:])
    return History(tuple(children), now[0] if now else Home(), (*also_now, *before))


def history_sheets(all_histories: Sequence[History]) -> tuple[HistorySheet, ...]:
    """Two histories to a copy of DV-105(A)."""
    pairs = [all_histories[start : start + 2] for start in range(0, len(all_histories), 2)]
    return tuple(
        HistorySheet(pair[0], pair[1] if len(pair) > 1 else History(), another_follows=pair is not pairs[-1])
        for pair in pairs
    )
