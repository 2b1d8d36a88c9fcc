"""The Case: everything a person has told us, as plain typed data.

One vocabulary of answers for the questions, the review, the maps and the packet. Facts that follow
from answers are properties here and nowhere else. An empty string, None or an empty tuple means
"not answered"; nothing is ever assumed from it. Reading and writing JSON is in case_json.py.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from interview.abduction import Abduction
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
from interview.vocabulary import CourtCases, YesNo, YesNoUnknown, age_on, us_date

Gender = Literal["", "male", "female", "nonbinary"]
Path = Literal["", "dvro", "cho"]

RelationshipKind = Literal[
    # Family Code 6211, as DV-100 item 3 asks it
    "child_together",
    "married",
    "formerly_married",
    "dating",
    "engaged",
    "related",
    "live_together",
    # everyone else: Code of Civil Procedure 527.6
    "neighbor",
    "coworker",
    "employer",
    "roommate",
    "friend",
    "landlord",
    "tenant",
    "distant_relative",
    "classmate",
    "acquaintance",
    "stranger",
    "other",
]
RelativeKind = Literal["parent", "sibling", "child", "grandparent", "childs_spouse", "grandchild"]
Conduct = Literal[
    # Family Code 6203 and 6320
    "injury",
    "attempted_injury",
    "sexual_assault",
    "strangulation",
    "fear_of_harm",
    "threats",
    "stalking",
    "unwanted_contact",
    "property_damage",
    "impersonation",
    "harm_to_children",
    "harm_to_animals",
    "isolation",
    "deprived_of_needs",
    "monitoring_or_control",
    "money_control",
    "immigration_threats",
    "forced_acts",
    "reproductive_coercion",
    "disturbed_peace",
    # one act that seriously alarms or annoys, without the above (Code of Civil Procedure 527.6)
    "single_annoyance",
]
Setting = Literal["home", "workplace", "school", "elsewhere"]
Frequency = Literal["", "once", "two_to_five", "weekly", "other"]
Order = Literal[
    "no_abuse",  # DV-100 item 10
    "no_contact",  # 11
    "stay_away",  # 12
    "move_out",  # 13
    "other_orders",  # 14
    "custody",  # 15
    "animals",  # 16
    "property",  # 17
    "insurance",  # 18
    "record",  # 19
    "property_restraint",  # 20
    "more_time",  # 21
    "pay_debts",  # 22
    "pay_expenses",  # 23
    "child_support",  # 24
    "spousal_support",  # 25
    "lawyer_fees",  # 26
    "batterer_program",  # 27
    "phone_transfer",  # 28
]
Place = Literal["me", "home", "work", "vehicle", "school", "protected_people", "childrens_school", "other"]
Distance = Literal["", "hundred", "other"]
HowClose = Literal["", "together", "same_building", "same_neighborhood", "other"]
SharedPlace = Literal["work", "school", "other"]
RightToHome = Literal["owner", "lease", "with_children", "lived_there", "pays", "other"]
AnimalOrder = Literal["stay_away", "no_harm", "possession"]
AnimalReason = Literal["abused", "care", "purchased", "other"]
ChildSupportAsk = Literal["want", "change", "benefits"]


@dataclass(frozen=True)
class Address:
    street: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""

    @property
    def one_line(self) -> str:
        return ", ".join(
            part for part in (self.street, self.city, f"{self.state} {self.zip}".strip()) if part
        )


@dataclass(frozen=True)
class Lawyer:
    """Asked for only when the person has one (DV-100 items 1e and 34)."""

    name: str = ""
    bar_number: str = ""
    firm: str = ""


@dataclass(frozen=True)
class Petitioner:
    """The person asking for protection (DV-100 item 1, CLETS-001 items 2 and 3)."""

    name: str = ""
    age: int | None = None
    birth_date: date | None = None  # CLETS-001 item 3 only: police, never the other person
    gender: Gender = ""
    race: str = ""
    speaks_english: YesNo = ""
    language: str = ""
    mailing_address: Address = field(default_factory=Address)  # seen by the other person
    mailing_is_home: YesNo = ""
    telephone: str = ""  # DV-100 item 1d: seen by the other person
    fax: str = ""
    email: str = ""
    private_telephone: str = ""  # CLETS-001 item 3: court and police only
    has_lawyer: YesNo = ""
    lawyer: Lawyer = field(default_factory=Lawyer)

    @property
    def is_minor(self) -> bool:
        return self.age is not None and self.age < 18

    @property
    def is_under_12(self) -> bool:
        """Under 12 a guardian ad litem must ask (Code Civ. Proc. 372(b), 374)."""
        return self.age is not None and self.age < 12


@dataclass(frozen=True)
class Respondent:
    """The person to be restrained (DV-100 item 2, DV-110 item 2, CLETS-001 item 1)."""

    name: str = ""
    age: int | None = None
    age_is_estimate: YesNo = ""
    birth_date: date | None = None
    gender: Gender = ""
    race: str = ""
    height: str = ""
    weight: str = ""
    hair_color: str = ""
    eye_color: str = ""
    address: Address = field(default_factory=Address)
    other_names: str = ""
    marks: str = ""
    drivers_license: str = ""
    social_security_number: str = ""
    vehicle_type: str = ""
    vehicle_model: str = ""
    vehicle_year: str = ""
    vehicle_plate: str = ""
    telephone: str = ""
    employer: str = ""
    speaks_english: YesNoUnknown = ""
    language: str = ""

    @property
    def age_in_words(self) -> str:
        """As DV-100 item 2b wants it: an estimate says that it is one."""
        if self.age is None:
            return ""
        return f"about {self.age}" if self.age_is_estimate == "yes" else str(self.age)


@dataclass(frozen=True)
class Relationship:
    """What the other person is to the petitioner (DV-100 item 3, Family Code 6211)."""

    kinds: tuple[RelationshipKind, ...] = ()
    relatives: tuple[RelativeKind, ...] = ()  # "the other person is my ..."
    relative_word: str = ""  # in the person's words: "stepson", "mother-in-law"
    related_by_marriage: YesNo = ""  # stepfamily and in-laws
    marriage_still_stands: YesNo = ""  # sources conflict when it has ended (LAW.md 1)
    lived_as_household: YesNo = ""  # more than roommates: Family Code 6209, O'Kane v. Irvine
    other_word: str = ""

    @property
    def is_family_code_6211(self) -> bool:
        close = {"child_together", "married", "formerly_married", "dating", "engaged"}
        if close & set(self.kinds):
            return True
        if "related" in self.kinds and self.relatives:
            return True
        return "live_together" in self.kinds and self.lived_as_household == "yes"

    @property
    def is_married(self) -> bool:
        return "married" in self.kinds

    @property
    def in_law_after_divorce(self) -> bool:
        return self.related_by_marriage == "yes" and self.marriage_still_stands == "no"


@dataclass(frozen=True)
class Screening:
    """Answers that decide which paths are open (eligibility.py)."""

    asking_for: Literal["", "self", "child", "dependent_adult"] = ""
    conduct: tuple[Conduct, ...] = ()
    more_than_once: YesNo = ""
    dependent_adult: YesNo = ""  # 18 to 64 with limits that make caring for oneself hard
    setting: tuple[Setting, ...] = ()
    danger_now: YesNo = ""
    chosen_path: Path = ""


@dataclass(frozen=True)
class OtherOrder:
    """A restraining order in force, or expired in the last six months (DV-100 item 4a)."""

    date_made: str = ""
    date_expires: str = ""

    @property
    def summary(self) -> str:
        return f"Date of order: {self.date_made or 'not known'}. Expires: {self.date_expires or 'not known'}."


@dataclass(frozen=True)
class Incident:
    """One time, or one kind of abuse (DV-100 items 5, 6, 7 and "Describe Abuse")."""

    date: str = ""  # as told: estimates are allowed
    witnesses: YesNoUnknown = ""
    witness_names: str = ""
    weapon: YesNo = ""
    weapon_description: str = ""
    harm: YesNo = ""
    harm_description: str = ""
    police: YesNoUnknown = ""
    story: str = ""
    frequency: Frequency = ""
    frequency_other: str = ""
    frequency_dates: str = ""

    @property
    def summary(self) -> str:
        """The whole incident as labelled lines, for an attached page."""
        answers = {"yes": "Yes", "no": "No", "unknown": "I don't know"}
        frequencies = {"once": "Just this once", "two_to_five": "2-5 times", "weekly": "Weekly"}
        lines = [
            ("Date of abuse", self.date),
            ("Anyone else heard or saw", _with_detail(answers.get(self.witnesses, ""), self.witness_names)),
            ("Gun or other weapon", _with_detail(answers.get(self.weapon, ""), self.weapon_description)),
            ("Emotional or physical harm", _with_detail(answers.get(self.harm, ""), self.harm_description)),
            ("Police came", answers.get(self.police, "")),
            ("Details", self.story),
            ("How often", frequencies.get(self.frequency, self.frequency_other)),
            ("Dates or estimates", self.frequency_dates),
        ]
        return "\n".join(f"{label}: {text}" for label, text in lines if text)


@dataclass(frozen=True)
class ProtectedPerson:
    """Someone else to protect (DV-100 item 8, DV-110 item 3, CLETS-001 item 4)."""

    name: str = ""
    age: int | None = None
    relationship: str = ""  # to the petitioner
    lives_with_you: YesNo = ""
    gender: Gender = ""
    race: str = ""
    birth_date: date | None = None  # CLETS-001 only
    key: str = ""  # "person-1": what other answers call this person; never shown

    @property
    def is_minor(self) -> bool:
        """By the age, or else the birth date."""
        age = self.age
        if age is None and self.birth_date:
            age = age_on(date.today(), self.birth_date)
        return age is not None and age < 18

    @property
    def gender_letter(self) -> str:
        """CLETS-001 item 4 has room for a letter (M, F, X)."""
        return {"male": "M", "female": "F", "nonbinary": "X"}.get(self.gender, "")

    @property
    def summary(self) -> str:
        """For DV-100, Other Protected People: name, age, relationship, lives with you."""
        lives = {"yes": "Lives with me: Yes", "no": "Lives with me: No"}.get(self.lives_with_you, "")
        return ", ".join(part for part in (self._named_and_aged, self.relationship, lives) if part)

    @property
    def summary_for_order(self) -> str:
        """For DV-110, Other Protected People: name, relationship to person in item 1, age."""
        age = f"age {self.age}" if self.age is not None else ""
        return ", ".join(part for part in (self.name, self.relationship, age) if part)

    @property
    def summary_for_police(self) -> str:
        """For CLETS-001, Item 4: name, gender, race, date of birth."""
        born = f"Date of Birth: {us_date(self.birth_date)}" if self.birth_date else ""
        gender = f"Gender: {self.gender_letter}" if self.gender_letter else ""
        race = f"Race: {self.race}" if self.race else ""
        return ", ".join(part for part in (self.name, gender, race, born) if part)

    @property
    def _named_and_aged(self) -> str:
        return f"{self.name}, age {self.age}" if self.age is not None else self.name


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
class StayAway:
    """DV-100 item 12."""

    places: tuple[Place, ...] = ()
    other_place: str = ""
    distance: Distance = ""
    yards: str = ""
    live_close: YesNo = ""
    how_close: HowClose = ""
    how_close_other: str = ""
    same_work_or_school: YesNo = ""
    shared_places: tuple[SharedPlace, ...] = ()
    company: str = ""
    school: str = ""
    shared_other: str = ""


@dataclass(frozen=True)
class MoveOut:
    """DV-100 item 13 (Family Code 6321)."""

    address: str = ""
    rights: tuple[RightToHome, ...] = ()
    years: str = ""
    months: str = ""
    right_other: str = ""


@dataclass(frozen=True)
class Animal:
    name: str = ""
    kind: str = ""
    breed: str = ""
    color: str = ""

    @property
    def summary(self) -> str:
        return ", ".join(part for part in (self.name, self.kind, self.breed, self.color) if part)


@dataclass(frozen=True)
class AnimalProtection:
    """DV-100 item 16."""

    orders: tuple[AnimalOrder, ...] = ()
    distance: Distance = ""
    yards: str = ""
    reasons: tuple[AnimalReason, ...] = ()
    reason_other: str = ""


@dataclass(frozen=True)
class Debt:
    """DV-100 item 22."""

    pay_to: str = ""
    what_for: str = ""
    amount: str = ""  # without the dollar sign, which is printed
    due_date: str = ""
    from_abuse: YesNo = ""

    @property
    def summary(self) -> str:
        due = f"Due date: {self.due_date}" if self.due_date else ""
        abuse = "This debt resulted from the abuse" if self.from_abuse == "yes" else ""
        return "; ".join(
            part for part in (_payment(self.pay_to, self.what_for, self.amount), due, abuse) if part
        )


@dataclass(frozen=True)
class Expense:
    """DV-100 item 23."""

    pay_to: str = ""
    what_for: str = ""
    amount: str = ""

    @property
    def summary(self) -> str:
        return _payment(self.pay_to, self.what_for, self.amount)


@dataclass(frozen=True)
class Phone:
    """DV-100 item 28."""

    whose: Literal["", "mine", "child"] = ""
    number: str = ""

    @property
    def summary(self) -> str:
        whose = {"mine": "My number", "child": "Number of child in my care"}.get(self.whose, "Number")
        return f"{whose}: {self.number}"


@dataclass(frozen=True)
class Requests:
    """Every order one may ask for (DV-100 items 10 to 28)."""

    asked: tuple[Order, ...] = ()
    stay_away: StayAway = field(default_factory=StayAway)
    move_out: MoveOut = field(default_factory=MoveOut)
    other_orders: str = ""
    animals: tuple[Animal, ...] = ()
    animal_protection: AnimalProtection = field(default_factory=AnimalProtection)
    property_description: str = ""
    property_reason: str = ""
    more_time_reason: str = ""
    debts: tuple[Debt, ...] = ()
    debts_reason: str = ""
    debts_finding: YesNo = ""
    debts_known_how: YesNo = ""
    debts_how: str = ""
    expenses: tuple[Expense, ...] = ()
    child_support: tuple[ChildSupportAsk, ...] = ()
    phones: tuple[Phone, ...] = ()


@dataclass(frozen=True)
class Court:
    county: str = ""
    courthouse: str = ""
    street: str = ""
    city_and_zip: str = ""

    @property
    def caption(self) -> str:
        """The court box of each form: county, courthouse, street, city, one to a line."""
        lines = (self.county, self.courthouse, self.street, self.city_and_zip)
        return "\n".join(line for line in lines if line)


@dataclass(frozen=True)
class Case:
    screening: Screening = field(default_factory=Screening)
    petitioner: Petitioner = field(default_factory=Petitioner)
    respondent: Respondent = field(default_factory=Respondent)
    relationship: Relationship = field(default_factory=Relationship)
    children: tuple[Child, ...] = ()  # with the other person (DV-100 item 3a)
    has_other_orders: YesNo = ""
    other_orders: tuple[OtherOrder, ...] = ()
    other_cases: CourtCases = field(default_factory=CourtCases)  # with the other person (DV-100 item 4b)
    incidents: tuple[Incident, ...] = ()
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
    case_number: str = ""  # only when the person already has one; else the clerk writes it

    @property
    def asks_for_dvro(self) -> bool:
        """Whether the papers are those of a domestic violence restraining order."""
        return self.screening.chosen_path != "cho"

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
        """With it come DV-160 and DV-165."""
        return self.asks_for_dvro and self.minor_privacy.wanted == "yes"

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
    def respondent_is(self) -> str:
        """What the respondent is to the petitioner, in words (DV-110 item 2)."""
        words = [_RELATIONSHIP_WORDS[kind] for kind in self.relationship.kinds if kind in _RELATIONSHIP_WORDS]
        if "related" in self.relationship.kinds:
            words.append(self.relationship.relative_word or self._relatives_in_words)
        if "other" in self.relationship.kinds:
            words.append(self.relationship.other_word)
        return "; ".join(word for word in words if word)

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
        armor = self.body_armor_details if self.has_body_armor == "yes" else ""
        if self.has_body_armor == "yes" and not armor:
            armor = "Body armor"
        arms = self.firearms_line if self.has_firearms == "yes" else ""
        return ". ".join(part for part in (arms, armor) if part)

    @property
    def _relatives_in_words(self) -> str:
        return ", ".join(_RELATIVE_WORDS[kind] for kind in self.relationship.relatives)


_RELATIONSHIP_WORDS: dict[str, str] = {
    "child_together": "co-parent",
    "married": "spouse or partner",
    "formerly_married": "former spouse or partner",
    "dating": "dating (now or before)",
    "engaged": "engaged (now or before)",
    "live_together": "live(d) together",
    "neighbor": "neighbor",
    "coworker": "co-worker",
    "employer": "employer",
    "roommate": "roommate",
    "friend": "friend",
    "landlord": "landlord",
    "tenant": "tenant",
    "distant_relative": "relative",
    "classmate": "classmate",
    "acquaintance": "acquaintance",
    "stranger": "stranger",
}
_RELATIVE_WORDS: dict[str, str] = {
    "parent": "parent, stepparent or parent-in-law",
    "sibling": "sibling, stepsibling or sibling-in-law",
    "child": "child, stepchild or adopted child",
    "grandparent": "grandparent, step-grandparent or grandparent-in-law",
    "childs_spouse": "child's spouse",
    "grandchild": "grandchild, step-grandchild or grandchild-in-law",
}


def _with_detail(answer: str, detail: str) -> str:
    return f"{answer}. {detail}" if answer and detail else answer or detail


def _payment(pay_to: str, what_for: str, amount: str) -> str:
    parts = (
        f"Pay to: {pay_to}" if pay_to else "",
        f"For: {what_for}" if what_for else "",
        f"Amount: ${amount}" if amount else "",
    )
    return "; ".join(part for part in parts if part)
