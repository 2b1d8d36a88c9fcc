"""The seven words of a saved draft: choosing them, and reading them as people write them down.

The list is the EFF's long list for passphrases (7,776 words, as the package xkcdpass ships it), without the
four that have a hyphen: seven words of it are 90 bits.
"""

from __future__ import annotations

import difflib
import re
import secrets
import unicodedata
from functools import cache
from importlib import resources

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

COUNT = 7
LONGEST = 400  # letters in the box: seven of the longest words, numbered, one a line, and room to spare
_RUN_OF_LETTERS = re.compile(r"[^\W\d_]+")
_SHOWN = 30  # letters of an unknown word that a message repeats


@cache
def word_list() -> tuple[str, ...]:
    text = (resources.files("xkcdpass") / "static" / "eff-long").read_text(encoding="ascii")
    return tuple(word for word in text.split() if word.isalpha())


def choose() -> tuple[str, ...]:
    return tuple(secrets.choice(word_list()) for _word in range(COUNT))


def read(typed: str) -> tuple[str, ...]:
    """The seven words in what was typed; case, numbers, and what stands between them do not matter.

    Raises ValidationError for a word that is in no code, or another number of words. That says nothing about
    whether anything is saved: it is told from the word list alone.
    """
    visible = "".join(letter for letter in typed if unicodedata.category(letter) != "Cf")
    found = _RUN_OF_LETTERS.findall(unicodedata.normalize("NFKC", visible).casefold())
    unknown = [word for word in dict.fromkeys(found) if word not in _known()]
    if unknown:
        raise ValidationError([_unknown(word) for word in unknown[:COUNT]])
    if len(found) != COUNT:
        raise ValidationError(
            ngettext(
                "Enter all seven words. You entered %(count)d word.",
                "Enter all seven words. You entered %(count)d words.",
                len(found),
            ),
            params={"count": len(found)},
        )
    return tuple(found)


@cache
def _known() -> frozenset[str]:
    return frozenset(word_list())


def _alike(word: str) -> list[str]:
    """Words that begin and end much alike, to look through: a tenth of the list, as looking takes time."""
    lengths = range(len(word) - 2, len(word) + 3)
    return [
        each for each in word_list() if len(each) in lengths and (each[0] == word[0] or each[-1] == word[-1])
    ]


def _unknown(word: str) -> str:
    near = difflib.get_close_matches(word, _alike(word), n=1, cutoff=0.8) if len(word) <= _SHOWN else []
    shown = word if len(word) <= _SHOWN else f"{word[:_SHOWN]}…"
    if near:
        return _("We do not know the word “%(word)s”. Did you mean “%(near)s”?") % {
            "word": shown,
            "near": near[0],
        }
    return _("We do not know the word “%(word)s”. Check how it is spelled.") % {"word": shown}
