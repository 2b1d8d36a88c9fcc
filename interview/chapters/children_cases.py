"""Other cases and orders about the children (DV-105 items 5a and 5b)."""

from __future__ import annotations

from typing import Any, get_args

from django.utils.translation import gettext_lazy as _

from interview.answers import get_answer, set_answer
from interview.case import Case
from interview.court_cases import CourtCaseKind
from interview.fields import MultiChoice, ShortText, Story, YesNo
from interview.questions import QuestionForm


class KnowsCases(QuestionForm):
    at = "custody.cases"
    heading = _("Do you know of another court case about any of the children?")
    intro = _("It can be open or closed, in any state or tribe. You need not have been part of it.")
    why = _("Two courts should not order different things for the same child. So the law asks for this.")
    law = "DV-105, item 5a; Fam. Code, § 3429(a)"

    involved = YesNo(label=_("There is another case about the children"))


class CasesAboutChildren(QuestionForm):
    """Places and numbers told of the same kind of case before (DV-100 item 4b) stand in the boxes already;
    which of them are about the children is for the person to say."""

    at = "custody.cases"
    heading = _("What kind of case is it?")
    intro = _("Check all that fit. Then tell the city and state or the tribe, the year and the case number.")
    law = "DV-105, item 5a; Fam. Code, § 3429(a)"
    follow_ups = {kind: f"kinds={kind}" for kind in get_args(CourtCaseKind)}

    kinds = MultiChoice(
        label=_("Kind of case"),
        choices=[
            ("custody", _("Child custody")),
            ("divorce", _("Divorce")),
            ("juvenile", _("Juvenile court: child welfare or juvenile justice")),
            ("guardianship", _("Guardianship")),
            ("criminal", _("Criminal")),
            ("other", _("Another kind, for example child support")),
        ],
    )
    custody = ShortText(
        label=_("Custody case: place, year, number"), help_text=_("For example: Fresno, CA, 2024, 24FL00311.")
    )
    divorce = ShortText(label=_("Divorce case: place, year, number"))
    juvenile = ShortText(label=_("Juvenile case: place, year, number"))
    guardianship = ShortText(label=_("Guardianship case: place, year, number"))
    criminal = ShortText(label=_("Criminal case: place, year, number"))
    other = ShortText(label=_("Other case: what kind, place, year, number"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        answered = self.case.custody.cases.kinds
        self.told_before = _told_of_cases(self.case)
        for kind, words in self.told_before.items():
            if kind not in answered and not self.initial[kind]:
                self.initial[kind] = words

    @property
    def intro_text(self) -> str:
        if not self.told_before:
            return super().intro_text
        return f"{super().intro_text} {_('What you told before stands in the boxes.')}"

    def answers(self) -> dict[str, Any]:
        """Not what only stands in the boxes."""
        return {name: get_answer(self.case, path) for name, path in self.case_paths(self.index).items()}

    def saved_to(self, case: Case) -> Case:
        saved = super().saved_to(case)
        for kind, words in self.told_before.items():
            if kind not in saved.custody.cases.kinds and self.cleaned_data.get(kind) == words:
                saved = set_answer(saved, f"custody.cases.{kind}", "")
        return saved


def _told_of_cases(case: Case) -> dict[str, str]:
    """Kind -> what was told of such a case of the two people (cases.py), where that still applies."""
    told = case.other_cases
    kinds = told.kinds if told.involved == "yes" else ()
    return {
        kind: words
        for kind in get_args(CourtCaseKind)
        if kind in kinds and (words := getattr(told, kind).in_one_line)
    }


class HasCustodyOrder(QuestionForm):
    at = "custody"
    heading = _("Is a court order about custody or visits with the children in force now?")
    intro = _("Leave out orders that have ended.")
    law = "DV-105, item 5b; Fam. Code, § 3429(a)"

    has_order = YesNo(label=_("An order about custody or visits is in force"))


class CustodyOrder(QuestionForm):
    at = "custody"
    heading = _("What does the order say?")
    intro = _("Put a copy of the order with your papers when you have one.")
    why = _("The judge compares what is ordered now with what you ask for.")
    law = "DV-105, item 5b; Fam. Code, §§ 3020, 6323"

    order = Story(
        label=_("What the judge ordered"), help_text=_("For example who has custody, and when visits are.")
    )
    order_change = Story(
        label=_("Why you want to change it"), help_text=_("Leave this empty to keep it as it is.")
    )
