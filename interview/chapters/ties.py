"""Children with the other person (DV-100 item 3a); the other ties are asked in the first questions."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from interview import conditions
from interview.fields import Choice, Choices, PersonName, UsDate
from interview.keyed import KeyedForm
from interview.questions import Chapter, Group, Page

WHOSE: Choices = [
    ("both", _("Mine and {other}'s")),
    ("mine", _("Mine, not {other}'s")),
    ("theirs", _("{other}'s, not mine")),
    ("other", _("Someone else's")),
]


class AChild(KeyedForm):
    at = "children.#"
    key_word = "child"
    told = {"whose": "both"}  # the heading says so
    heading = _("Who is the child you have with {other}?")
    why = _("The judge sees who your children together are. Each child's name is on the request.")
    law = "DV-100, item 3a; Fam. Code, § 6211(d)"

    name = PersonName(label=_("Child's full name"))
    birth_date = UsDate(
        label=_("Date of birth"),
        past=True,
        help_text=_("Month, day and year. Forms about custody ask for it. You can leave this empty."),
    )

    whose = Choice(label=_("Whose child is this?"), choices=WHOSE)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Whose child it is was said by the heading, unless it was once said to be otherwise."""
        super().__init__(*args, **kwargs)
        if self.initial["whose"] in ("", "both"):
            del self.fields["whose"]


TIES = Chapter(
    slug="ties",
    title=_("Your children together"),
    when=conditions.has_child_together,
    pages=(
        Group(
            slug="children",
            path="children",
            pages=(Page("child", AChild),),
            another=_("Do you have another child together?"),
            entry_title=_("Child {number}"),
        ),
    ),
)
