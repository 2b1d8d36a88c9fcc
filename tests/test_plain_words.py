"""Plain words (UX.md): the reading grade of every text that people see, and the rules for how it is put."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median

import pytest
from django.conf import settings
from django.utils import translation

from forms_library.catalogue import all_forms
from interview.court_days import holiday_names
from interview.questions import QuestionForm, Text
from tests.catalogue_file import catalogue_file, entries
from tests.reading_grade import (
    STAND_IN,
    english_grade,
    spanish_ease,
    spanish_grade,
    spanish_syllables,
    without_names,
    words,
)
from tests.test_chapters import PAGES, groups

RULES = tomllib.loads(Path(__file__).with_name("hard_words.toml").read_text(encoding="utf-8"))
GRADES = {"en": english_grade, "es": spanish_grade}  # a third language needs a measure
LANGUAGES = [code for code, _name in settings.LANGUAGES]
MEDIAN, MOST = 6, 9
LEAST_WORDS = 4  # shorter labels are not measured
MARK = re.compile(r"[.?!:…][”\"’')]*$")
ENDS_IN_A_NAME = re.compile(rf"{STAND_IN}[”\"’')]*$")
NEW_SENTENCE = re.compile(r"[.?!][”\"’)]* +[¿¡“\"(]*[A-ZÁÉÍÓÚÑ]")
QUESTION = re.compile(r"[^.!?]*\?")


def texts(language: str) -> Iterator[tuple[str, str]]:
    """Every text as the source has it, and as it is shown. What is untranslated fails in test_spanish.py."""
    for entry in entries(catalogue_file("es")):
        if language == "en":
            yield from ((text, text) for text in entry.texts)
        elif not entry.is_fuzzy:
            yield from zip((entry.text, entry.plural), filter(None, entry.said), strict=False)


def names(language: str) -> frozenset[str]:
    """Proper names: those of the list, the titles of forms and the holidays."""
    known = {*RULES["names"]["en"], *(form.title for form in all_forms()), *holiday_names()}
    if language == "en":
        return frozenset(known)
    said = {shown for text, shown in texts(language) if text in known}
    return frozenset({*RULES["names"][language], *said})


@cache
def measured(language: str) -> tuple[tuple[str, str, float], ...]:
    """The text of the source, the words that are measured, their grade."""
    taken_out = names(language)
    read = [(text, without_names(shown, taken_out)) for text, shown in texts(language)]
    return tuple((text, one, GRADES[language](one)) for text, one in read if len(words(one)) >= LEAST_WORDS)


def is_meant(text: str, told: str) -> bool:
    """Told in full, or by its first words and "…"."""
    return text.startswith(told.removesuffix("…")) if told.endswith("…") else text == told


def explained(language: str) -> list[str]:
    return [text for group in RULES["hard"] if group["language"] == language for text in group["texts"]]


# Grades


@pytest.mark.parametrize("language", LANGUAGES)
def test_half_of_the_texts_are_for_grade_6(language: str) -> None:
    assert median(grade for _text, _read, grade in measured(language)) <= MEDIAN


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_over_grade_9_without_a_reason(language: str) -> None:
    known = explained(language)
    hard = {text: round(grade, 1) for text, _read, grade in measured(language) if grade > MOST}
    assert not {
        text: grade for text, grade in hard.items() if not any(is_meant(text, told) for told in known)
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_is_needed(language: str) -> None:
    of_the_source = [text for text, _shown in texts("en")]
    shown = {text for text, _shown in texts(language)}
    hard = {text for text, _read, grade in measured(language) if grade > MOST}
    not_needed = []
    for told in explained(language):
        meant = {text for text in of_the_source if is_meant(text, told)}
        if not meant or (meant & shown and not meant & hard):
            not_needed.append(told)
    assert not not_needed


@pytest.mark.parametrize("group", RULES["hard"], ids=lambda group: f"{group['language']}: {group['reason']}")
def test_a_reason_says_why(group: dict[str, object]) -> None:
    """ "Few words" is a reason for few words alone."""
    language, most = str(group["language"]), group.get("words")
    assert len(str(group["reason"]).split()) >= LEAST_WORDS
    assert isinstance(group["texts"], list) and len(set(group["texts"])) == len(group["texts"])
    for text, read, _grade in measured(language):
        if isinstance(most, int) and any(is_meant(text, told) for told in group["texts"]):
            assert len(words(read)) <= most, text


# Rules: what breaks one is said in a word or two, "" is fine


def forbidden(text: str, language: str) -> str:
    never = "|".join(map(re.escape, RULES["never"][language]))
    found = re.search(rf"(?<!\w)(?:{never})\w*", text, re.IGNORECASE)
    return found.group() if found else ""


def condition(text: str, language: str) -> str:
    """A condition inside a question."""
    pattern = rf"(?<!\w)(?:{'|'.join(RULES['conditions'][language])})(?!\w)"
    questions = (re.search(pattern, question, re.IGNORECASE) for question in QUESTION.findall(text))
    return next((found.group() for found in questions if found), "")


def unended(text: str) -> str:
    """The last words of a text of several sentences whose last one has no mark."""
    last = text.rstrip()
    is_open = NEW_SENTENCE.search(last) and not MARK.search(last) and not ENDS_IN_A_NAME.search(last)
    return last[-20:] if is_open else ""


def unopened(text: str, language: str) -> str:
    """A Spanish question or cry has a mark at its beginning too."""
    uneven = [mark for mark, opening in ("?¿", "!¡") if text.count(mark) != text.count(opening)]
    return "".join(uneven) if language == "es" else ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rules_hold_for_every_text(language: str) -> None:
    taken_out = names(language)
    broken = {}
    for text, shown in texts(language):
        read = without_names(shown, taken_out)
        found = [forbidden(read, language), condition(read, language), unopened(shown, language)]
        if text not in RULES["goes_on"]["en"]:
            found.append(unended(read))
        if any(found):
            broken[shown] = found
    assert not broken


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_page_says_is_in_full_sentences(language: str) -> None:
    with translation.override(language):
        said = [str(text) for _name, page in PAGES for text in sentences(page.form)]
        said += [str(group.another) for group in groups()]
    assert not [text for text in said if not MARK.search(text)]


def sentences(form: type[QuestionForm]) -> list[Text]:
    helps = [field.help_text for field in form.base_fields.values()]
    return [text for text in (form.heading, form.intro, form.why, *helps) if text]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_question_begins_with_a_condition(language: str) -> None:
    pattern = re.compile(rf"¿?(?:{'|'.join(RULES['conditions'][language])})\b", re.IGNORECASE)
    with translation.override(language):
        asked = [str(group.another) for group in groups()]
        for form in (page.form for _name, page in PAGES):
            asked += [str(form.heading), *(str(field.label) for field in form.base_fields.values())]
    assert not [text for text in asked if pattern.match(text)]


# Each measure and rule can fail


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("You can leave this empty. We ask for it later.", 0, 3),
        ("The judge decides about custody and visits at the hearing.", 6, 9),
        ("Notwithstanding the foregoing, the petitioner must demonstrate irreparable injury.", 12, 99),
    ],
)
def test_english_grades(text: str, least: float, most: float) -> None:
    assert least <= english_grade(text) <= most


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("Lo vi en la casa. Me dio las llaves.", 4),
        ("La corte necesita una copia de cada papel antes de la audiencia.", 6),
        ("El solicitante deberá acreditar documentalmente la irreparabilidad del perjuicio ocasionado.", 16),
    ],
)
def test_spanish_grades(text: str, grade: int) -> None:
    assert spanish_grade(text) == grade


def test_the_spanish_measure_is_the_published_one() -> None:
    """206.84 - 60 syllables a word - 1.02 words a sentence."""
    assert spanish_ease("La niña ya come sola.") == pytest.approx(206.84 - 60 * 8 / 5 - 1.02 * 5)


SYLLABLES = {
    **{"amigo": 3, "Ana": 2, "día": 2, "bueno": 2, "que": 1, "guía": 2, "leer": 2, "ciudad": 2, "país": 2},
    **{"oír": 2, "ley": 1, "y": 1, "cuidado": 3, "audiencia": 3, "pingüino": 3, "averigüéis": 4, "ahora": 3},
    **{"niños": 2, "muy": 1, "teoría": 4, "vergüenza": 3, "mantequilla": 4, "orden": 2, "custodia": 3},
}


@pytest.mark.parametrize(("word", "number"), SYLLABLES.items())
def test_spanish_syllables(word: str, number: int) -> None:
    assert spanish_syllables(word) == number


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Give {other} form DV-100.", "Give Ann form Ann."),
        ("Does %(name)s live in California?", "Does Ann live in Ann?"),
        ("Pay $1,250.00 by 3/5/2026.", "Pay ten by ten."),
        ("See courts.ca.gov/forms and Penal Code, § 836(c).", "See Ann and Ann."),
        ("Californian wine", "Californian wine"),
    ],
)
def test_names_and_numbers_are_taken_out(text: str, read: str) -> None:
    assert without_names(text, frozenset({"California"})) == read
    assert STAND_IN not in words(read)


@pytest.mark.parametrize(
    ("found", "broken"),
    [
        (forbidden("What did your abuser do?", "en"), "abuser"),
        (forbidden("Pursuant to the law.", "en"), "Pursuant"),
        (forbidden("Is there abuse?", "en"), ""),
        (forbidden("La víctima firma aquí.", "es"), "víctima"),
        (forbidden("El susodicho papel.", "es"), "susodicho"),
        (forbidden("Firme aquí.", "es"), ""),
        (condition("If you moved, where do you live?", "en"), "If"),
        (condition("Where do you live, if you moved?", "en"), "if"),
        (condition("If you moved, say so. Where do you live?", "en"), ""),
        (condition("¿Dónde vive, si se mudó?", "es"), "si"),
        (condition("¿Sí o no?", "es"), ""),
        (unended("It ends. Then go on"), "It ends. Then go on"),
        (unended("It ends. Then go on."), ""),
        (unended("The home"), ""),
        (unopened("Dónde vive?", "es"), "?"),
        (unopened("¿Dónde vive?", "es"), ""),
    ],
)
def test_rules_see_what_breaks_them(found: str, broken: str) -> None:
    assert found == broken


def test_a_text_is_told_in_full_or_by_its_first_words() -> None:
    assert is_meant("The judge decides.", "The judge decides.")
    assert is_meant("The judge decides on it today.", "The judge decides…")
    assert not is_meant("The judge decides. Wait.", "The judge decides.")
