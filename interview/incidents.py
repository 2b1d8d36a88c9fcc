"""What happened: one time, or one kind of abuse or harassment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from interview.vocabulary import YesNo, YesNoUnknown

Frequency = Literal["", "once", "two_to_five", "weekly", "other"]
FREQUENCIES: dict[Frequency, str] = {  # in the papers' words; what is missing was told in the person's own
    "once": "Just this once",
    "two_to_five": "2-5 times",
    "weekly": "Weekly",
}
EmergencyProtected = Literal["me", "respondent", "others"]


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
    emergency_order: YesNo = ""  # CH-100 item 7a(6): the police gave an Emergency Protective Order
    emergency_order_protects: tuple[EmergencyProtected, ...] = ()
    story: str = ""
    frequency: Frequency = ""
    frequency_other: str = ""
    frequency_dates: str = ""

    @property
    def summary(self) -> str:
        """The whole incident as labelled lines, for an attached page of DV-100."""
        often = FREQUENCIES.get(self.frequency, self.frequency_other)
        answers = {"yes": "Yes", "no": "No", "unknown": "I don't know"}
        lines = [
            ("Date of abuse", self.date),
            ("Anyone else heard or saw", _with_detail(answers.get(self.witnesses, ""), self.witness_names)),
            ("Gun or other weapon", _with_detail(answers.get(self.weapon, ""), self.weapon_description)),
            ("Emotional or physical harm", _with_detail(answers.get(self.harm, ""), self.harm_description)),
            ("Police came", answers.get(self.police, "")),
            ("Details", self.story),
            ("How often", often),
            ("Dates or estimates", self.frequency_dates),
        ]
        return "\n".join(f"{label}: {text}" for label, text in lines if text)

    @property
    def summary_of_harassment(self) -> str:
        """An earlier incident in one paragraph, with what was there of the rest (CH-100 item 7b)."""
        yes = (
            (self.witnesses, "Heard or seen by", self.witness_names),
            (self.weapon, "Weapon", self.weapon_description),
            (self.harm, "Harm", self.harm_description),
        )
        told = [f"{label}: {detail or 'yes'}" for answer, label, detail in yes if answer == "yes"]
        told += ["The police came"] if self.police == "yes" else []
        date = f"{self.date}:" if self.date else ""
        return " ".join(filter(None, (date, self.story, *(f"{one.rstrip('.')}." for one in told))))

    @property
    def who_was_there(self) -> str:
        """CH-100 item 7a(2)."""
        if self.witnesses == "yes":
            return self.witness_names
        return {"no": "No one else heard or saw it.", "unknown": "I don't know."}.get(self.witnesses, "")


def _with_detail(answer: str, detail: str) -> str:
    return f"{answer}. {detail}" if answer and detail else answer or detail
