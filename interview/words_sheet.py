"""What is told in another language, on paper, for a helper who writes the English without a computer."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import override

from forms_library.letters import spell_out
from forms_library.ours import SheetWords, words_sheet
from interview.case import Case
from interview.in_english import COURTS_LANGUAGE, is_in_english
from interview.own_words_checks import Sentence, sentences
from interview.which_language import language_of


def words_to_translate(case: Case) -> tuple[Sentence, ...]:
    """Every answer of the pruned Case that still waits for its English."""
    return tuple(one for one in sentences(case) if one.waits_for_english)


def printed_words(case: Case) -> bytes:
    """One tagged PDF: each question, what was told, and room for the English."""
    return words_sheet(each for one in words_to_translate(case) for each in _on_paper(one, case))


def _on_paper(one: Sentence, case: Case) -> Iterator[SheetWords]:
    with override(COURTS_LANGUAGE):
        question = spell_out(one.question(case))
    own_question = "" if is_in_english() else spell_out(one.question(case))
    told = [(words.text, words.language) for words in one.own_words]
    for text, language in told or [(one.english, language_of(one.english))]:
        yield SheetWords(question, own_question, spell_out(text), language)
