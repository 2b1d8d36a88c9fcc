"""What the plan says of the papers that are set aside: the sheriff's form and the proof of service.

They come with the packet and are not handed in with the request (catalogue.toml, `set_aside`).
"""

from __future__ import annotations

from django.utils.translation import gettext as _

from forms_library.catalogue import all_forms
from forms_library.filled import handed_in_now, not_filled
from forms_library.packet import forms_for
from interview.case import Case
from interview.phrasing import all_of, one_of
from interview.served_papers import doubt_of, served_papers


def left_out_of_copies(case: Case) -> str:
    """The papers no copies are made of: those for the court alone, and those that are set aside."""
    confidential = list(reversed(_confidential(case)))
    papers = not_filled(forms_for(case), case)
    now = {id(each) for each in handed_in_now(papers)}
    apart = dict.fromkeys(each.name for each in papers if id(each) not in now)
    return all_of(list(dict.fromkeys([*confidential, *apart])))


def never_served(case: Case) -> str:
    """The papers the other person is never given."""
    never = [form.number for form in all_forms() if form.is_never_served and not form.is_confidential]
    return one_of([*reversed(_confidential(case)), *never])


def _confidential(case: Case) -> list[str]:
    return [form.number for form in forms_for(case) if form.is_confidential]


def sheriffs_form(case: Case) -> str:
    """How to ask the sheriff (SER-001)."""
    if not case.asks_sheriff:
        return _(
            "Fill in form SER-001 and give it to the sheriff of the county where the other person is. A "
            "process server costs money."
        )
    where = _("the county where the other person is")
    if county := case.service.county:
        where = _("%s County") % county
    signs = _("You sign it on page 4.")
    if not case.petitioner.signs_alone:
        signs = _("Your lawyer signs it on page 4.")
    by_hand = () if case.case_number else (_("Write the case number on it."),)
    return " ".join(
        (
            _("You asked for the sheriff: form SER-001 is filled in and lies in your papers."),
            *by_hand,
            signs,
            _("Give it to the sheriff of %s, with a copy of the papers to hand over.") % where,
            _("It does not go to the court."),
        )
    )


def who_proves(case: Case, number: str) -> str:
    """Who fills in and signs the proof of service (DV-200, CH-200)."""
    text = _(
        "The person who handed over the papers fills in and signs form %s. The sheriff may use a form "
        "of their own."
    )
    if case.proves_service:
        text = _(
            "Form %s lies in your papers, with the names and the court filled in. Item 4 is checked from "
            "your answers: the person who handed over the papers corrects it to what they really gave, "
            "fills in the rest and signs. The sheriff may use a form of their own."
        )
    return text % number


def tell_us(case: Case, proof: str) -> str:
    """Before the papers are back; the proof may be there already (Case.proves_service)."""
    if case.proves_service:
        return _("When you have the papers back, tell us the date. Then the plan counts the days.")
    return (
        _(
            "When you have the papers back, tell us the date. Then the plan counts the days, and %s is "
            "filled in."
        )
        % proof
    )


def papers_in_words(case: Case) -> str:
    """What is handed over now (served_papers.py): what is there for sure, what may be, the blank forms."""
    papers = served_papers(case)
    filled = [one for one in papers if one.comes in ("court", "copy")]
    kinds = (
        (_("The papers, each with all its pages: %s."), [one for one in filled if not doubt_of(one, case)]),
        (_("Where the judge made or gave them: %s."), [one for one in filled if doubt_of(one, case)]),
        (_("Once you have filled it in by hand: %s."), [one for one in papers if one.comes == "hand"]),
        (_("Blank forms: %s."), [one for one in papers if one.comes == "blank"]),
        (_("To read: %s."), [one for one in papers if one.comes == "read"]),
    )
    return " ".join(told % ", ".join(one.number for one in some) for told, some in kinds if some)


def as_files() -> str:
    """Where the papers page has them put together (forms_library/paper_sets.py)."""
    return _("The page with your papers has them in two files: one for the court, one for the other person.")


def to_hand_over() -> str:
    return _(
        "The page with your papers has the papers for the other person in one file. The sheet on top says "
        "what to put with them when it comes back from the court."
    )
