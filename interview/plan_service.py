"""What the plan says of the papers that are set aside: the sheriff's form and the proof of service.

Both come with the packet and are not handed in with the request (catalogue.toml, `set_aside`).
"""

from __future__ import annotations

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from forms_library.packet import forms_for
from interview.case import Case
from interview.conditions import wants_sheriff


def left_out_of_copies(case: Case, *numbers: str) -> str:
    """The papers no copies are made of: these, and those that are set aside."""
    apart = (form.number for form in forms_for(case) if form.set_aside)
    return str(get_text_list([*numbers, *apart], str(_("and"))))


def sheriffs_form(case: Case) -> str:
    """How to ask the sheriff (SER-001)."""
    if not wants_sheriff(case):
        return _(
            "Fill in form SER-001 and give it to the sheriff of the county where the other person is. A "
            "process server costs money."
        )
    where = _("the county where the other person is")
    if county := case.service.county:
        where = _("%s County") % county
    by_hand = () if case.case_number else (_("Write the case number on it."),)
    return " ".join(
        (
            _("You asked for the sheriff: form SER-001 is filled in and lies in your papers."),
            *by_hand,
            _("Sign it on page 4. Give it to the sheriff of %s, with a copy of the papers below.") % where,
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
            "Form %s lies in your papers, with the names and the court filled in. The person who handed "
            "over the papers checks in item 4 what they gave, fills in the rest and signs. The sheriff may "
            "use a form of their own."
        )
    return text % number
