"""The Case: everything a person has told us, as plain typed data.

One vocabulary of answers for the questions, the review, the maps and the packet. Facts that follow
from answers are properties here and nowhere else. An empty string, None or an empty tuple means
"not answered"; nothing is ever assumed from it. Reading and writing JSON is in case_json.py.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from interview.abduction import Abduction
from interview.conduct import Path, Screening
from interview.continuance import Continuance
from interview.court_cases import CasesBetween
from interview.court_fees import Fees
from interview.court_help import CourtHelp, when_and_where, witness_hearing
from interview.hearing import Hearing
from interview.incidents import Incident
from interview.minor_privacy import Minor, MinorPrivacy
from interview.parenting import (
    Child,
    Custody,
    History,
    HistorySheet,
    histories,
    history,
    history_sheets,
    oldest_first,
)
from interview.paths import path_of
from interview.people import Petitioner, ProtectedPerson, Respondent
from interview.relationship import Relationship
from interview.requests import Requests
from interview.served_papers import other_papers_served, papers_to_serve
from interview.service import Service, ServiceAddress
from interview.vocabulary import YesNo, YesNoUnknown

Venue = Literal["respondent_lives", "happened", "petitioner_stays", "other"]


@dataclass(frozen=True)
class OtherOrder:
    """A restraining order in force, or expired in the last six months (DV-100 item 4a)."""

    date_made: str = ""
    date_expires: str = ""
    in_force: YesNo = ""  # CH-100 item 6b asks only about orders in effect now

    @property
    def summary(self) -> str:
        return f"Date of order: {self.date_made or 'not known'}. Expires: {self.date_expires or 'not known'}."


@dataclass(frozen=True)
class Firearm:
    """A firearm, firearm part or ammunition (DV-100 item 9, Penal Code 16531)."""

    description: str = ""
    amount: str = ""
    location: str = ""

    @property
    def summary(self) -> str:
        amount = f"Number or amount: {self.amount}" if self.amount else ""
        where = f"Location: {self.location}" if self.location else ""
        return "; ".join(part for part in (self.description, amount, where) if part)

    @property
    def in_brief(self) -> str:
        """For the one blank of DV-110 and CLETS-001: "rifle (2; garage)"."""
        details = "; ".join(part for part in (self.amount, self.location) if part)
        return (
            f"{self.description} ({details})" if self.description and details else self.description or details
        )


@dataclass(frozen=True)
class Court:
    county: str = ""
    courthouse: str = ""
    street: str = ""
    city_and_zip: str = ""
    venue: tuple[Venue, ...] = ()  # CH-100 item 5: why this county
    venue_other: str = ""

    @property
    def caption(self) -> str:
        """The court box of each form: county, courthouse, street, city, one to a line."""
        lines = (self.county, self.courthouse, self.street, self.city_and_zip)
        return "\n".join(line for line in lines if line)

    @property
    def name_and_address(self) -> str:
        """The court box of MC-410, where nothing is printed before the county."""
        return f"Superior Court of California\nCounty of {self.caption}" if self.county else self.caption


@dataclass(frozen=True)
class Case:
    screening: Screening = field(default_factory=Screening)
    petitioner: Petitioner = field(default_factory=Petitioner)
    respondent: Respondent = field(default_factory=Respondent)
    relationship: Relationship = field(default_factory=Relationship)
    children: tuple[Child, ...] = ()  # with the other person (DV-100 item 3a)
    has_other_orders: YesNo = ""
    other_orders: tuple[OtherOrder, ...] = ()
    other_cases: CasesBetween = field(default_factory=CasesBetween)  # with the other person
    incidents: tuple[Incident, ...] = ()
    earlier_times: str = ""  # CH-100 item 7b, where the earlier times are told together
    protect_others: YesNo = ""
    protected_people: tuple[ProtectedPerson, ...] = ()
    protection_reason: str = ""
    has_firearms: YesNoUnknown = ""
    firearms: tuple[Firearm, ...] = ()
    has_body_armor: YesNoUnknown = ""  # CLETS-001 item 1 asks about it with firearms
    body_armor_details: str = ""
    requests: Requests = field(default_factory=Requests)
    custody: Custody = field(default_factory=Custody)  # DV-105
    abduction: Abduction = field(default_factory=Abduction)  # DV-108
    minor_privacy: MinorPrivacy = field(default_factory=MinorPrivacy)  # DV-160
    court: Court = field(default_factory=Court)
    hearing: Hearing = field(default_factory=Hearing)  # DV-109 and CH-109, as they came back from the court
    continuance: Continuance = field(default_factory=Continuance)  # DV-115, DV-112
    service: Service = field(default_factory=Service)  # SER-001
    court_help: CourtHelp = field(default_factory=CourtHelp)  # INT-300, MC-410
    fees: Fees = field(default_factory=Fees)  # CH-100 item 13, FW-001
    case_number: str = ""  # only when the person already has one; else the clerk writes it
    plan_done: tuple[str, ...] = ()  # steps of the plan ticked as done (plan_ticks.py); prints on no form

    @property
    def path(self) -> Path:
        """The order the papers are for; "" until it is known."""
        return path_of(self.relationship, self.screening)

    @property
    def asks_for_dvro(self) -> bool:
        """Whether the papers are those of a domestic violence restraining order; until it is known, too."""
        return self.path != "cho"

    @property
    def asks_for_cho(self) -> bool:
        """Whether the papers are those of a civil harassment restraining order."""
        return self.path == "cho"

    @property
    def asks_for_order(self) -> bool:
        """CLETS-001 goes with either."""
        return self.asks_for_dvro or self.asks_for_cho

    @property
    def order_in_force(self) -> YesNo:
        """CH-100 item 6b: one order in effect is enough for yes; no needs an answer for each."""
        if self.has_other_orders != "yes":
            return self.has_other_orders
        answers = {order.in_force for order in self.other_orders}
        return "yes" if "yes" in answers else "no" if answers == {"no"} else ""

    @property
    def harassed_before(self) -> YesNo:
        """CH-100 item 7b: yes when another time was told, else as said at the start."""
        return "yes" if self.earlier_harassment else self.screening.more_than_once

    @property
    def earlier_harassment(self) -> str:
        """CH-100 item 7b: every time but the last, each a paragraph."""
        told = (incident.summary_of_harassment for incident in self.incidents[1:])
        times = [time for time in (*told, self.earlier_times) if time]
        if len(times) < 2:
            return "".join(times)
        return "\n".join(f"({number}) {time}" for number, time in enumerate(times, 1))

    @property
    def asks_fee_waiver(self) -> bool:
        """CH-100 item 13c: with it comes FW-001."""
        return self.asks_for_cho and self.fees.wants_waiver == "yes"

    @property
    def asks_no_fees(self) -> bool:
        """CH-100 item 13: any of its boxes."""
        return bool(self.fees.free_of) or self.fees.wants_waiver == "yes"

    @property
    def filed_by(self) -> str:
        """CM-010: the lawyer, or the person without one."""
        return self.petitioner.name if self.petitioner.signs_alone else self.petitioner.lawyer.name

    @property
    def attorney_for(self) -> str:
        """CM-010: whom the lawyer is for; who has none speaks for themselves."""
        return "Self-represented" if self.petitioner.signs_alone else self.petitioner.name

    @property
    def kind_of_papers(self) -> str:
        """SER-001 item 5a."""
        kind = "Civil harassment" if self.asks_for_cho else "Domestic violence"
        return f"{kind} restraining order"

    @property
    def papers_to_serve(self) -> str:
        """SER-001 item 5b."""
        return papers_to_serve(self)

    @property
    def other_papers_served(self) -> str:
        """DV-200 item 4i."""
        return other_papers_served(self)

    @property
    def asks_sheriff(self) -> bool:
        """SER-001."""
        return self.service.by_sheriff == "yes" and not self.cancels_hearing

    @property
    def proves_service(self) -> bool:
        """DV-200 or CH-200: someone else than the sheriff serves, or the papers are back from the court.

        A hearing that is cancelled needs no service (DV-112).
        """
        back = self.service.by_sheriff == "no" or self.hearing.is_set == "yes"
        return back and not self.cancels_hearing

    @property
    def proves_service_with_dvro(self) -> bool:
        return self.asks_for_dvro and self.proves_service

    @property
    def proves_service_with_cho(self) -> bool:
        return self.asks_for_cho and self.proves_service

    @property
    def asks_for_new_date(self) -> bool:
        """DV-115, and DV-116 with it."""
        return self.asks_for_dvro and self.hearing.is_set == "yes" and self.continuance.wanted == "yes"

    @property
    def cancels_hearing(self) -> bool:
        """DV-112, which is only for who was denied temporary orders, all or some."""
        told = self.continuance
        denied = self.asks_for_dvro and self.hearing.is_set == "yes" and told.temporary_denied == "yes"
        return denied and told.waive_hearing == "yes"

    @property
    def served_at(self) -> ServiceAddress:
        """SER-001 item 4: the home told before, unless another place was."""
        first, home = self.service.first, self.respondent.address
        if self.service.place in ("other", "jail") or not home.one_line:
            return first
        return replace(first, street=home.street, city=home.city, state=home.state, zip=home.zip, kind="home")

    @property
    def has_weapon(self) -> bool:
        """SER-001 item 3a(4): said there, or told before."""
        return self.has_firearms == "yes" or "weapon" in self.service.issues

    @property
    def has_safety_issues(self) -> YesNo:
        """SER-001 item 3a(4): what was told before is an issue too."""
        told = self.has_firearms == "yes" or self.respondent.speaks_english == "no"
        return "yes" if told else self.service.knows_issues

    @property
    def vehicle_in_words(self) -> str:
        """SER-001 item 3a(3): type, model, year, color, plate."""
        told = self.respondent
        parts = (told.vehicle_type, told.vehicle_model, told.vehicle_year, self.service.vehicle_color)
        return ", ".join(part for part in (*parts, told.vehicle_plate) if part)

    @property
    def asks_interpreter(self) -> bool:
        """With it comes INT-300."""
        return self.court_help.asks_interpreter

    @property
    def asks_accommodation(self) -> bool:
        """With it comes MC-410."""
        return self.court_help.wants_accommodation == "yes"

    @property
    def witness_hearing(self) -> Hearing:
        """INT-300 item 4a."""
        return witness_hearing(self.court_help, self.hearing)

    @property
    def accommodation_when_and_where(self) -> str:
        """MC-410 item 3."""
        return when_and_where(self.hearing, self.court)

    @property
    def children_names(self) -> str:
        """The children the parties have together: the names beside that box (DV-100 item 3a)."""
        if "child_together" not in self.relationship.kinds:
            return ""
        together = (child for child in self.children if child.whose in ("", "both"))
        return ", ".join(child.name for child in together if child.name)

    @property
    def asks_for_custody(self) -> bool:
        """DV-100 item 15: with it come DV-105 and DV-140."""
        return self.asks_for_dvro and "custody" in self.requests.asked

    @property
    def fears_abduction(self) -> bool:
        """DV-105 item 8: with it come DV-108 and DV-145."""
        return self.asks_for_custody and self.custody.fears_abduction == "yes"

    @property
    def asks_for_minor_privacy(self) -> bool:
        """With it come DV-160 and DV-165, or CH-160 and CH-165."""
        return self.minor_privacy.wanted == "yes"

    @property
    def asks_for_minor_privacy_with_dvro(self) -> bool:
        return self.asks_for_dvro and self.asks_for_minor_privacy

    @property
    def asks_for_minor_privacy_with_cho(self) -> bool:
        return self.asks_for_cho and self.asks_for_minor_privacy

    @property
    def custody_children(self) -> tuple[Child, ...]:
        """The children custody and visits are asked for, oldest first (DV-105 item 3): under 18 today, and
        not those who are the petitioner's alone."""
        minors = (child for child in self.children if child.name and child.is_minor(date.today()))
        return oldest_first(child for child in minors if child.whose != "mine")

    @property
    def have_lived_together(self) -> YesNo:
        """DV-105 item 4a; an only child has lived with itself."""
        return "yes" if len(self.custody_children) == 1 else self.custody.lived_together

    @property
    def history(self) -> History:
        """DV-105 item 4b: where the children lived, when they lived together."""
        if self.have_lived_together != "yes":
            return History()
        keys = {child.key for child in self.custody_children}
        now = (home for home in self.custody.homes_now if home.is_of_any(keys))
        before = (home for home in self.custody.homes_before if home.is_of_any(keys))
        return history(self.custody_children, tuple(now), tuple(before))

    @property
    def history_sheets(self) -> tuple[HistorySheet, ...]:
        """What each copy of DV-105(A) says; none when the children lived together."""
        if not self.asks_for_custody or self.have_lived_together != "no":
            return ()
        return history_sheets(histories(self.custody_children, self.custody))

    @property
    def records_children_names(self) -> str:
        """DV-105 item 7a: the children whose records the respondent should not see."""
        chosen = self.custody.records_children
        return ", ".join(child.name for child in self.custody_children if child.key in chosen)

    @property
    def minors(self) -> tuple[Minor, ...]:
        """Everyone under 18 whose information may be kept confidential, each once."""
        found = [Minor("me", self.petitioner.name)] if self.petitioner.is_minor else []
        children = (child for child in self.children if child.name and child.is_minor(date.today()))
        found += [Minor(child.key, child.name) for child in children]
        named = {minor.name.casefold() for minor in found}
        return (
            *found,
            *(
                Minor(person.key, person.name)
                for person in self.protected_people
                if person.is_minor and person.name and person.name.casefold() not in named
            ),
        )

    @property
    def private_minors(self) -> tuple[Minor, ...]:
        """DV-160 item 2b(2): the minors the petitioner asks for as parent or guardian."""
        chosen = self.minor_privacy.minors
        return tuple(minor for minor in self.minors if minor.key in chosen and minor.key != "me")

    @property
    def minor_asks(self) -> bool:
        """DV-160 item 2b(1): the petitioner is a minor who asks for themselves."""
        return self.petitioner.is_minor and "me" in self.minor_privacy.minors

    @property
    def asks_for_private_minors(self) -> bool:
        return bool(self.private_minors)

    @property
    def asks_for_several_minors(self) -> bool:
        """DV-160 item 4."""
        return len(self.private_minors) > 1

    @property
    def short_title(self) -> str:
        """The caption of an attached page: petitioner's and respondent's names."""
        return f"{self.petitioner.name} v. {self.respondent.name}"

    @property
    def firearms_line(self) -> str:
        """DV-110 item 2: what the respondent may have, in one run of text."""
        if self.has_firearms == "unknown":
            return "Not known."
        return ". ".join(firearm.in_brief for firearm in self.firearms if firearm.in_brief)

    @property
    def has_prohibited_items(self) -> YesNoUnknown:
        """CLETS-001 item 1: firearms, parts, ammunition or body armor; "no" only if all are no."""
        answers = {self.has_firearms, self.has_body_armor}
        if "yes" in answers:
            return "yes"
        if "unknown" in answers:
            return "unknown"
        return "no" if answers == {"no"} else ""

    @property
    def prohibited_items_line(self) -> str:
        """CLETS-001 item 1: details of firearms and body armor."""
        details = f": {self.body_armor_details}" if self.body_armor_details else ""
        armor = f"Body armor{details}" if self.has_body_armor == "yes" else ""
        arms = self.firearms_line if self.has_firearms == "yes" else ""
        return ". ".join(part for part in (arms, armor) if part)
