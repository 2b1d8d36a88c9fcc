"""The people of a case: petitioner, respondent and those to protect."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from django.utils import timezone

from interview.vocabulary import YesNo, YesNoUnknown, age_on, us_date

Gender = Literal["", "male", "female", "nonbinary"]


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

    @property
    def city_state_zip(self) -> str:
        """The second line of an address (MC-410 item 1)."""
        return ", ".join(part for part in (self.city, f"{self.state} {self.zip}".strip()) if part)


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
    def lawyer_in_words(self) -> str:
        """FW-001 item 3. With a lawyer the mailing address and telephone are the lawyer's (CH-100 item 1)."""
        if self.has_lawyer != "yes" or not self.lawyer.name:
            return ""
        bar = f"State Bar No. {self.lawyer.bar_number}" if self.lawyer.bar_number else ""
        told = (self.lawyer.name, self.lawyer.firm, self.mailing_address.one_line, self.telephone, bar)
        return "; ".join(filter(None, told))

    @property
    def telephone_for_court(self) -> str:
        """FW-001 item 1, for the court only: with a lawyer, the other telephone is the lawyer's."""
        return self.private_telephone if self.has_lawyer == "yes" else self.telephone

    @property
    def telephone_for_sheriff(self) -> str:
        """SER-001 item 2d: the number told for the police; with a lawyer the lawyer's."""
        return self.telephone if self.has_lawyer == "yes" else self.private_telephone or self.telephone

    @property
    def signs_alone(self) -> bool:
        """CM-010 is signed by the lawyer, or else by the person."""
        return self.has_lawyer != "yes"

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

    @property
    def birth_date_or_age(self) -> str:
        """SER-001 item 3a(3)."""
        return us_date(self.birth_date) or self.age_in_words

    @property
    def is_described(self) -> bool:
        """SER-001 item 3a(3): anything was told of how to know the person."""
        looks = (self.gender, self.race, self.height, self.weight, self.hair_color, self.eye_color)
        vehicle = (self.vehicle_type, self.vehicle_model, self.vehicle_year, self.vehicle_plate)
        return any((*looks, self.marks, self.birth_date_or_age, *vehicle))


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
            age = age_on(timezone.localdate(), self.birth_date)
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
    def summary_for_harassment(self) -> str:
        """For Attachment 3a of CH-100: name, gender, age, lives with you, relationship."""
        return self._with_household("Lives with me")

    @property
    def summary_for_harassment_order(self) -> str:
        """For Attachment 3 of CH-110, which speaks with the court's voice."""
        return self._with_household("Household member")

    @property
    def summary_for_order_after_hearing(self) -> str:
        """For Attachment 3 of CH-130, by the words of its own column."""
        return self._with_household("Lives with you")

    def _with_household(self, label: str) -> str:
        lives = {"yes": f"{label}: Yes", "no": f"{label}: No"}.get(self.lives_with_you, "")
        age = f"age {self.age}" if self.age is not None else ""
        return ", ".join(part for part in (self.name, self.gender, age, lives, self.relationship) if part)

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
