"""How the other person is named in the texts of a page."""

from __future__ import annotations

import pytest

from interview.case import Case
from interview.people import Respondent
from interview.questions import naming


@pytest.mark.parametrize(
    ("text", "nameless", "named"),
    [
        ("{other} will see it.", "The other person will see it.", "de la Cruz will see it."),
        ("Wait. {other} will too.", "Wait. The other person will too.", "Wait. de la Cruz will too."),
        ("Does {other} work?", "Does the other person work?", "Does de la Cruz work?"),
        ("Mine, not {other}'s", "Mine, not the other person's", "Mine, not de la Cruz's"),
    ],
)
def test_the_other_person_is_named_or_called_so(text: str, nameless: str, named: str) -> None:
    assert naming(text, Case()) == nameless
    assert naming(text, Case(respondent=Respondent(name="de la Cruz"))) == named
