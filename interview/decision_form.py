"""The page about one order: what was asked for, and what the judge made of it. One shape for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar, cast

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.decisions import DECIDABLE
from interview.fields import UNSAID, Choice, Choices
from interview.order_made import was_asked_for
from interview.questions import QuestionForm, Text
from interview.reading_back import in_words

NOT_SURE: tuple[str, Text] = (UNSAID, _("I'm not sure"))
PARTIES: Choices = [("me", _("Me")), ("respondent", _("{other}"))]
WHAT_INSTEAD = _("Look at your notes, or at what the court wrote down. Fill in what the judge said.")
# an order speaks of people by their names or numbers; the person is one of three on it
USE_NAMES = _("Write names, not me or my.")
MAY_BE_EMPTY = _("You can leave this empty.")
_ORDERED: tuple[str, Text] = ("as_asked", _("Ordered it"))
_NOT_ORDERED: tuple[str, Text] = ("not_granted", _("Did not order it"))
_AS_ASKED_OR_NOT: Choices = [_ORDERED, _NOT_ORDERED, NOT_SURE]
_THREE_WAYS: Choices = [
    ("as_asked", _("Ordered it as I asked")),
    ("changed", _("Ordered it in another way")),
    _NOT_ORDERED,
    NOT_SURE,
]
_UNASKED: Choices = [("changed", _("Ordered it")), _NOT_ORDERED, NOT_SURE]
Asked = Callable[[Case], str]  # what was asked for, in words; several things on a line each
_WORDS_SHOWN = 200  # letters of what was asked; more than that is not read at a glance


class DecisionForm(QuestionForm):
    """`decision` and its follow-ups; the pages of one order are made below (`decision`)."""

    at = "after"
    order: ClassVar[str] = ""  # a name of Decided
    asked: ClassVar[tuple[Asked, ...]] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self._was_asked_for:
            choices = [(value, str(label)) for value, label in _UNASKED]
            cast(Choice, self.fields["decision"]).choices = choices

    @property
    def intro_text(self) -> str:
        note = self._named(self.intro)
        return " ".join(filter(None, (self._asked_in_short, note)))

    @property
    def folded(self) -> tuple[str, ...]:
        return () if self._is_short else self._lines

    @property
    def _was_asked_for(self) -> bool:
        return was_asked_for(self.case, self.order)

    @property
    def _lines(self) -> tuple[str, ...]:
        if not self._was_asked_for:
            return ()
        words = (words_of(self.case) for words_of in self.asked)
        return tuple(line.strip() for told in words for line in told.split("\n") if line.strip())

    @property
    def _is_short(self) -> bool:
        return len("; ".join(self._lines)) <= _WORDS_SHOWN

    @property
    def _asked_in_short(self) -> str:
        if not self._was_asked_for:
            return gettext("You did not ask for this. The judge may have ordered it all the same.")
        if not self._lines or not self._is_short:
            return ""
        return gettext("You asked for: {words}").replace("{words}", "; ".join(self._lines))


def decision(
    order: str,
    *asked: Asked,
    note: Text = "",
    when: str = "changed",
    details: Mapping[str, tuple[str, forms.Field]] | None = None,
) -> type[QuestionForm]:
    """A page that asks what the judge decided about `order`, and reads back what was `asked`.

    `details`: field -> its path below `after`, and the field; asked when the decision is `when`.
    """
    about = DECIDABLE[order]
    more = details or {}
    choices = _THREE_WAYS if about.can_change else _AS_ASKED_OR_NOT
    made: dict[str, Any] = {
        "__module__": __name__,
        "heading": about.question,
        "intro": note,
        "law": about.law,
        "order": order,
        "asked": asked,
        "paths": {"decision": f"decided.{order}", **{name: path for name, (path, _field) in more.items()}},
        "follow_ups": dict.fromkeys(more, f"decision={when}"),
        "decision": Choice(label=_("The judge"), choices=choices),
        **{name: field for name, (_path, field) in more.items()},
    }
    return cast(type[QuestionForm], type(f"Decision_{order}", (DecisionForm,), made))


def answers_on(page: type[QuestionForm]) -> Asked:
    """What was answered on that page, in its words."""
    return lambda case: ", ".join(_answers(page(case=case)))


def each_answer_on(page: type[QuestionForm]) -> Asked:
    """The same, on a line each."""
    return lambda case: "\n".join(_answers(page(case=case)))


def in_yards(distance: Asked) -> Asked:
    def words(case: Case) -> str:
        told = distance(case)
        return gettext("%(number)s yards") % {"number": told} if told else ""

    return words


def _answers(form: QuestionForm) -> Iterator[str]:
    """Each choice with what was told of it: "Outside one county (Fresno)"; and what else, by itself."""
    for name, field in form.fields.items():
        if name in form.follow_ups:
            continue
        given = form.initial[name]
        for one in given if isinstance(given, (list, tuple)) else (given,):
            more = ", ".join(_follow_ups(form, f"{name}={one}"))
            words = ", ".join(in_words(field, one))
            if words:
                yield (more if one == "other" else f"{words} ({more})") if more else words


def _follow_ups(form: QuestionForm, needed: str) -> Iterator[str]:
    for name, wanted in form.follow_ups.items():
        if wanted == needed:
            yield from in_words(form.fields[name], form.initial[name])
