"""The English texts that people read and that stand in data, not in code: their translations are in the same
catalogues (management/commands/makemessages.py). Names of courts, places and laws are none of them."""

from __future__ import annotations

from collections.abc import Iterator

from forms_library.catalogue import all_forms
from interview.court_days import holiday_names
from interview.rules import counties


def data_texts() -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in _every() if any(letter.isalpha() for letter in text)))


def _every() -> Iterator[str]:
    for form in all_forms():
        yield from (form.title, form.tell_clerk)
        yield from (entry.partition("|")[0].strip() for entry in form.sign)
        yield from (text.partition(" | ")[2] or text for text in (*form.hand_in, *form.set_aside))
    for local in (*counties().values(), *counties(civil=True).values()):
        yield from (local.as_of, local.heard)
    yield from holiday_names()
