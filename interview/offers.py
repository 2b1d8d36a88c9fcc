"""A page with checkboxes of which some are not offered to everyone."""

from __future__ import annotations

from typing import Any, ClassVar, cast

from interview.fields import Choices, MultiChoice
from interview.questions import Condition, QuestionForm
from interview.relevance import prune


class OffersWhatApplies(QuestionForm):
    """What was checked before and is not offered any more is gone."""

    offered: ClassVar[str]  # the field
    always: ClassVar[tuple[str, ...]]
    applies: ClassVar[Condition]  # when the others are offered too

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if type(self).applies(prune(self.case)):  # the page may be given all that was ever told
            return
        field = cast(MultiChoice, self.fields[self.offered])
        field.choices = [
            (value, label) for value, label in cast(Choices, field.choices) if value in self.always
        ]
        self.initial[self.offered] = [one for one in self.initial[self.offered] if one in self.always]
