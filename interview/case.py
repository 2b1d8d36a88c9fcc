"""The Case: everything a person has told us, as plain typed data.

One vocabulary of answers for the questions, the review, the maps and the packet. Facts that follow
from answers are properties here and nowhere else. An empty string, None or an empty tuple means
"not answered"; nothing is ever assumed from it. Reading and writing JSON is in case_json.py.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from interview.abduction import Abduction
from interview.after_hearing import AfterHearing
from interview.case_children import OfChildren
from interview.case_finances import OfFinances
from interview.case_stages import Stages
from interview.conduct import Path, Screening
from interview.continuance import Continuance
from interview.court_cases import CasesBetween
from interview.court_fees import Fees
from interview.court_help import CourtHelp, when_and_where, witness_hearing
from interview.custody_order import AbductionOrder, CustodyOrder, abduction_orders, custody_orders
from interview.finances import Finances
from interview.hearing import Hearing
from interview.incidents import Incident
from interview.minor_privacy import MinorPrivacy
from interview.order_made import OrderMade, order_made
from interview.own_words import OwnWords
from interview.parenting import (
    Child,
    Custody,
)
from interview.paths import path_of
from interview.people import Petitioner, ProtectedPerson, Respondent
from interview.relationship import Relationship
from interview.renewal import Renewal
from interview.requests import Requests
from interview.served_papers import (
    other_papers_served,
    papers_to_serve,
    serves_custody_papers,
    serves_long_income_form,
    serves_short_income_form,
)
from interview.service import AddressKind, Service, ServiceAddress, SheriffsDates, sheriffs_dates
from interview.statements import Statements
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
class Case(Stages, OfChildren, OfFinances):
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
    after: AfterHearing = field(default_factory=AfterHearing)  # DV-130, CH-130
    renewal: Renewal = field(default_factory=Renewal)  # DV-700, CH-700
    service: Service = field(default_factory=Service)  # SER-001
    court_help: CourtHelp = field(default_factory=CourtHelp)  # INT-300, MC-410
    fees: Fees = field(default_factory=Fees)  # CH-100 item 13, FW-001
    finances: Finances = field(default_factory=Finances)  # FL-150, FL-155
    statements: Statements = field(default_factory=Statements)  # MC-030, MC-031
    case_number: str = ""  # only when the person already has one; else the clerk writes it
    plan_done: tuple[str, ...] = ()  # steps of the plan ticked as done (plan_ticks.py); prints on no form
    own_words: tuple[OwnWords, ...] = ()  # in the person's own language; prints on no form

    @cached_property
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
        once_more = ", request to renew" if self.serves_renewal else ""
        return f"{kind} restraining order{once_more}"

    @property
    def papers_to_serve(self) -> str:
        """SER-001 item 5b."""
        return papers_to_serve(self)

    @property
    def other_papers_served(self) -> str:
        """DV-200 item 4i."""
        return other_papers_served(self)

    @property
    def serves_custody_papers(self) -> bool:
        """DV-200 item 4c: one box for DV-105 and DV-140, so both must be there."""
        return serves_custody_papers(self)

    @property
    def serves_long_income_form(self) -> bool:
        """DV-200 item 4d: FL-150 with a blank one."""
        return serves_long_income_form(self)

    @property
    def serves_short_income_form(self) -> bool:
        """DV-200 item 4e: FL-155 with a blank one."""
        return serves_short_income_form(self)

    @cached_property
    def order_made(self) -> OrderMade:
        """DV-130: what the court's blanks say, when the court told the person to prepare it."""
        return order_made(self)

    @cached_property
    def custody_orders(self) -> tuple[CustodyOrder, ...]:
        """What each copy of DV-140 says: behind DV-110, and behind DV-130."""
        return custody_orders(self)

    @cached_property
    def abduction_orders(self) -> tuple[AbductionOrder, ...]:
        """What each copy of DV-145 says, behind the copy of DV-140 of the same number."""
        return abduction_orders(self)

    @property
    def served_at(self) -> ServiceAddress:
        """SER-001 item 4: the place that was chosen, which may be the home told before."""
        first, home = self.service.first, self.respondent.address
        if self.service.place != "known":
            return first if self.service.place else ServiceAddress()
        kind: AddressKind = "home" if home.one_line else ""
        return replace(first, street=home.street, city=home.city, state=home.state, zip=home.zip, kind=kind)

    @property
    def sheriffs_dates(self) -> SheriffsDates:
        """SER-001 items 5c and 5d."""
        return sheriffs_dates(self)

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
