"""Whether a text is written in English: by the short words that no sentence of a language does without."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile('["“«][^"”»]*["”»]')  # a threat is often told in the words it was made in
_ENOUGH = 4  # such words, that a few words said in passing do not count

# No word that is one of the other language as well ("me", "no", "a"), and none that begins the names of
# streets and cities ("la", "los").
_ENGLISH = """
the and of to was that in at with is it i my his him her he she they we you not for on but were had have when
then this from as by be are an out up if or so there after before because did said told
"""
_SPANISH = """
que y en mi mis con por para un una unos unas al se su sus le lo les él ella ellos cuando pero porque estaba
era fue había muy más yo nos si sí como donde después entonces desde hasta casa también todo esta este eso
dijo tengo tiene está
"""
ENGLISH = frozenset(_ENGLISH.split())
OTHERS: Mapping[str, frozenset[str]] = {"es": frozenset(_SPANISH.split())}


def language_of(text: str) -> str:
    """The code of the language a text is clearly written in, in the place of English; "" if it is not."""
    words = Counter(word.casefold() for word in _WORD.findall(_QUOTED.sub(" ", text)))
    english = sum(count for word, count in words.items() if word in ENGLISH)
    found = {code: sum(words[word] for word in of_it) for code, of_it in OTHERS.items()}
    code = max(found, key=found.__getitem__)
    return code if found[code] >= _ENOUGH and found[code] > 2 * english else ""
