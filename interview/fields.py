"""The fields our pages are made of: text as court papers take it, dates, numbers, choices.

Every message says what to do. What cannot be seen (control characters, marks of writing direction) is
taken out quietly; everything else stays as it was typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.choices import flatten_choices
from django.utils.translation import gettext_lazy as _

from forms_library.letters import refused
from interview import rough_dates
from interview.places import states
from interview.questions import Text
from interview.typed_dates import IN_THE_FUTURE, NOT_A_DATE, dates_in, read_date, today

Choices = Sequence[tuple[str, Text]]

NAME_LENGTH = 300
SHORT_LENGTH = 500
STORY_LENGTH = 200_000  # some 100 printed pages; one request must stay under the server's limit
LETTERS_NAMED = 20  # how many refused letters a message names

UNSAID = "unsaid"  # a choice that leaves the answer empty
RATHER_NOT: tuple[str, Text] = (UNSAID, _("I'd rather not say"))
YES_NO: Choices = [("yes", _("Yes")), ("no", _("No"))]
YES_NO_UNKNOWN: Choices = [*YES_NO, ("unknown", _("I don't know"))]

_LINE_ENDS = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
_WORD_BULLETS = str.maketrans({"\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\uf0fc": "✓"})  # of Word's fonts
_JOINER = "\u200d"  # holds the parts of one emoji together
_NO_HISTORY = {"autocomplete": "off"}  # a shared device must not offer the answers to the next person


def tidy(text: str) -> str:
    """Composed letters, one kind of line end, and nothing that cannot be seen."""
    composed = unicodedata.normalize("NFC", text).translate(_WORD_BULLETS).replace("\t", " ")
    lines = _LINE_ENDS.sub("\n", composed)
    return "".join(
        letter
        for letter in lines
        if letter in ("\n", _JOINER) or unicodedata.category(letter) not in ("Cc", "Cf", "Cs")
    )


class PlainText(forms.CharField):
    """Text that will print: any length a browser sends is kept, never cut."""

    lines = False
    default_error_messages = {
        "max_length": _("Use at most %(limit_value)d letters. You typed %(show_value)d."),
        "refused": _(
            "Court papers and the police database take English letters. "
            "Please write %(letters)s in English letters."
        ),
    }

    def __init__(self, *, required: bool = False, max_length: int = SHORT_LENGTH, **kwargs: Any) -> None:
        super().__init__(required=required, max_length=max_length, **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)  # a browser would cut a longer text, silently
        return attrs | _NO_HISTORY

    def to_python(self, value: Any) -> str:
        text = tidy(value if isinstance(value, str) else str(value or ""))
        return text.strip() if self.lines else " ".join(text.split())

    def validate(self, value: Any) -> None:
        super().validate(value)
        letters = refused(value)
        if letters:
            named = letters[:LETTERS_NAMED] + ("…" if len(letters) > LETTERS_NAMED else "")
            raise ValidationError(self.error_messages["refused"], code="refused", params={"letters": named})


def choice_labels(field: forms.Field) -> dict[str, str]:
    """What may be chosen in a field, in its groups or not: value -> label; empty where one types."""
    choices: Any = flatten_choices(getattr(field, "choices", ()))
    return {str(value): str(label) for value, label in choices}


class PersonName(PlainText):
    """A person's name: any letters a name has."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": NAME_LENGTH, **kwargs})

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return super().widget_attrs(widget) | {"spellcheck": "false", "autocapitalize": "words"}


class ShortText(PlainText):
    """A word or a line."""


class Story(PlainText):
    """As much as there is to tell, in lines and paragraphs."""

    lines = True
    default_error_messages = {
        "max_length": _(
            "This is longer than one answer can be: %(show_value)d letters of at most %(limit_value)d. "
            "Please tell a part of it as another event."
        ),
    }

    def __init__(self, *, rows: int = 4, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(**{"max_length": STORY_LENGTH, **kwargs})


class UsDate(PlainText):
    """A day, typed month first in one box. `past`: it cannot lie in the future, as a birth date.

    No inputmode: the numbers alone of an iPhone's keyboard have no stroke to write between them.
    """

    default_error_messages = {"refused": NOT_A_DATE}  # that says more than which letters are none

    def __init__(self, *, past: bool = False, **kwargs: Any) -> None:
        self.past = past
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        return f"{value.month}/{value.day}/{value.year}" if isinstance(value, date) else value

    def clean(self, value: Any) -> date | None:
        text = super().clean(self.prepare_value(value))
        if not text:
            return None
        day = read_date(text)
        if self.past and day > today():
            raise ValidationError(IN_THE_FUTURE, code="future")
        return day


class RoughDate(PlainText):
    """A day as told ("about March 2026"), kept in the person's words, in English where rough_dates.py knows
    them. A whole date in it must be one that can be; `past`: and one that has come."""

    def __init__(self, *, past: bool = False, **kwargs: Any) -> None:
        self.past = past
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> str:
        return rough_dates.in_english(super().to_python(value))

    def validate(self, value: Any) -> None:
        super().validate(value)
        if any(day > today() for day in dates_in(value)) and self.past:
            raise ValidationError(IN_THE_FUTURE, code="future")


class Age(forms.IntegerField):
    """Years, 0 to 120."""

    default_error_messages = {
        "invalid": _("Enter the age in years as a number, for example 34."),
        "min_value": _("Enter an age from 0 to 120."),
        "max_value": _("Enter an age from 0 to 120."),
    }

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs=_NO_HISTORY | {"inputmode": "numeric"})
        super().__init__(min_value=0, max_value=120, required=False, widget=widget, **kwargs)

    def to_python(self, value: Any) -> int | None:
        plain = tidy(value).strip() if isinstance(value, str) else value
        if isinstance(plain, str) and len(plain) > 4:  # Python refuses to read very long numbers
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(plain)


class Days(Age):
    """A number of days, 0 to 120."""

    default_error_messages = {
        "invalid": _("Enter the number of days, for example 2."),
        "min_value": _("Enter a number of days from 0 to 120."),
        "max_value": _("Enter a number of days from 0 to 120."),
    }


class PatternText(PlainText):
    """One line that must look a certain way."""

    pattern = re.compile("")
    wrong: Text = ""
    attrs: dict[str, str] = {}

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return super().widget_attrs(widget) | self.attrs

    def validate(self, value: Any) -> None:
        forms.CharField.validate(self, value)  # `wrong` says more than which letters are none

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        if text and not self.pattern.fullmatch(text):
            raise ValidationError(str(self.wrong), code="pattern")
        return self.written(text)

    def written(self, text: str) -> str:
        """The one way this is written on the papers."""
        return text


class Year(PatternText):
    """A year, by its four numbers: the papers have room for no more."""

    pattern = re.compile(r"(19|20)[0-9]{2}")
    wrong = _("Enter the year as 4 numbers, for example 2024. Leave it empty when you do not know it.")
    attrs = {"inputmode": "numeric"}


class Zip(PatternText):
    """A ZIP code: 5 numbers, or 9."""

    pattern = re.compile(r"[0-9]{5}([- ]?[0-9]{4})?")
    wrong = _("Enter the ZIP code as 5 numbers, for example 95814.")
    attrs = {"inputmode": "numeric"}

    def written(self, text: str) -> str:
        numbers = re.sub("[^0-9]", "", text)
        return f"{numbers[:5]}-{numbers[5:]}" if len(numbers) == 9 else numbers


class Phone(PatternText):
    """A phone number, with an extension where there is one."""

    pattern = re.compile(r"(?=(?:\D*\d){7,20}\D*$)\+?[\d\s().\-/–]+((ext|x|#)\.?\s*\d{1,8})?", re.IGNORECASE)
    wrong = _("Enter the phone number in numbers with the area code, for example 415 555 0134.")
    attrs = {"inputmode": "tel"}


class Money(PatternText):
    """Dollars; the papers print the dollar sign."""

    pattern = re.compile(r"\$?\s*([0-9]{1,3}(,[0-9]{3}){1,4}|[0-9]{1,13})(\.[0-9]{0,2})?")
    wrong = _("Enter the amount in dollars, for example 1,250 or 80.50.")
    attrs = {"inputmode": "decimal"}

    def written(self, text: str) -> str:
        if not text:
            return ""
        amount = Decimal(re.sub(r"[$,\s]", "", text).rstrip("."))
        return f"{amount:,.2f}" if amount % 1 else f"{amount:,.0f}"


class Percent(PatternText):
    """A whole number of percent, 0 to 100; the papers print the sign."""

    pattern = re.compile(r"(100|[0-9]{1,2})\s*%?")
    wrong = _("Enter the share as a whole number from 0 to 100, for example 50.")
    attrs = {"inputmode": "numeric"}

    def written(self, text: str) -> str:
        return str(int(text.rstrip("% "))) if text else ""


class Hours(PatternText):
    """Hours of a week, 0 to 168; with decimals where there are."""

    pattern = re.compile(r"(16[0-8]|1[0-5][0-9]|[0-9]{1,2})(\.[0-9]{0,2})?")
    wrong = _("Enter the hours of a week as a number, for example 40 or 37.5.")
    attrs = {"inputmode": "decimal"}

    def written(self, text: str) -> str:
        return f"{Decimal(text.rstrip('.')).normalize():f}" if text else ""


class Email(PatternText):
    """An email address."""

    pattern = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>.]{2,}")
    wrong = _("Enter the email address with an @ sign, for example name@example.com.")
    attrs = {"inputmode": "email", "spellcheck": "false", "autocapitalize": "none"}


class State(PlainText):
    """A state, written as the papers have room for it: "California" is kept as CA."""

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        return states().get(text.casefold(), text)


class Choice(forms.TypedChoiceField):
    """One of a few answers, as radio buttons; "I'd rather not say" leaves the answer empty."""

    default_error_messages = {"invalid_choice": _("Choose one of these answers.")}

    def __init__(self, *, choices: Choices, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.RadioSelect)
        kwargs.setdefault("required", False)
        super().__init__(choices=choices, coerce=_said, empty_value="", **kwargs)


class YesNo(Choice):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=[*YES_NO, RATHER_NOT], **kwargs)


class YesNoUnknown(Choice):
    """For blanks that have a box "I don't know"."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=[*YES_NO_UNKNOWN, RATHER_NOT], **kwargs)


class MultiChoice(forms.MultipleChoiceField):
    """Any number of answers, as checkboxes."""

    default_error_messages = {
        "invalid_choice": _("Choose from these answers."),
        "invalid_list": _("Choose from these answers."),
    }

    def __init__(self, *, choices: Choices, **kwargs: Any) -> None:
        super().__init__(choices=choices, required=False, widget=forms.CheckboxSelectMultiple, **kwargs)


def _said(value: str) -> str:
    return "" if value == UNSAID else value
