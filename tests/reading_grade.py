"""How many years of school a text asks of its reader, in English and in Spanish.

English: Flesch-Kincaid (textstat). Spanish: Fernández Huerta, "Medidas sencillas de lecturabilidad"
(Consigna, 1959), with his own table of grades. textstat has his formula too, but counts syllables by where a
word may be hyphenated, which misses those of "a-mi-go" and "dí-a"; so they are counted here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

import textstat

STAND_IN = "Ann"  # for a name, so that its sentence stays as long as it is
NUMBER = "ten"

_NOT_WORDS = (
    (re.compile(r"<[^>]*>"), " "),
    (re.compile(r"\{[^}]*\}|%\([^)]*\)[sd]|%[sd]"), STAND_IN),
    (re.compile(r"\b[\w.+-]+@[\w.-]+\w|\b(?:[\w-]+\.)+(?:gov|com|org)\b[\w/.-]*"), STAND_IN),
    # form numbers, and where the law stands: "DV-100", "Penal Code, § 836(c)", "6380(b)"
    (re.compile(r"\b[A-Z]{2,5}-\d+\b"), STAND_IN),
    (
        re.compile(r"(?:\b(?:[A-Z][a-z]+ ){1,3}Code,? )?(?:§+|\bsections?) ?\d\w*(?:\.\d+)*(?:\(\w+\))*"),
        STAND_IN,
    ),
    (re.compile(r"\$?\d[\d.,:/-]*\d(?:\([a-z0-9]+\))*|\$?\d"), NUMBER),
)
_VOWELS = re.compile(r"[aeiouáéíóúü]+")
_GRADES = ((90, 4), (80, 5), (70, 6), (60, 8), (50, 11), (30, 13))  # at least so easy: the grade
_HARDEST = 16


def without_names(text: str, names: frozenset[str]) -> str:
    """The text with proper names, form numbers, citations and placeholders taken out."""
    text = _any_of(names).sub(STAND_IN, text)
    for pattern, instead in _NOT_WORDS:
        text = pattern.sub(instead, text)
    return text


@lru_cache
def _any_of(names: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def words(text: str) -> list[str]:
    """The words of a text without its names: those that are read."""
    found = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text)
    return [word for word in found if word not in (STAND_IN, NUMBER)]


def english_grade(text: str) -> float:
    textstat.set_lang("en_US")
    return float(textstat.flesch_kincaid_grade(text))


def spanish_ease(text: str) -> float:
    """Fernández Huerta's measure: 100 is easy, 0 is hard."""
    said = re.findall(r"[^\W\d_]+", text)
    sentences = [one for one in re.split(r"[.!?…]+", text) if re.search(r"[^\W\d_]", one)]
    syllables = sum(spanish_syllables(word) for word in said)
    return 206.84 - 60 * syllables / len(said) - 1.02 * len(said) / len(sentences)


def spanish_grade(text: str) -> float:
    ease = spanish_ease(text)
    return next((grade for least, grade in _GRADES if ease >= least), _HARDEST)


def spanish_syllables(word: str) -> int:
    """One for each vowel that is heard alone: "Ana", "dí-a", "le-e"; not "bue-no", "que", "guia"."""
    heard = unicodedata.normalize("NFC", word.lower())
    heard = re.sub(r"qu(?=[eiéí])|gu(?=[eiéí])", "q", heard)
    heard = re.sub(r"y(?![aeiouáéíóú])", "i", heard)
    return max(1, sum(1 + _breaks(run.group()) for run in _VOWELS.finditer(heard)))


def _breaks(vowels: str) -> int:
    """Where two vowels side by side are two syllables: both strong, the same, or one weak with an accent."""
    return sum(_is_break(one, other) for one, other in pairwise(vowels))


def _is_break(one: str, other: str) -> bool:
    strong = "aeoáéó"
    return one == other or (one in strong and other in strong) or one in "íú" or other in "íú"
