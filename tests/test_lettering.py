"""Fitting text: on the rules, inside the blank, and not a word lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms_library.blanks import Blank
from forms_library.lettering import CONTINUED, CONTINUED_SHORT, fit, wrap
from forms_library.letters import text_width

LINE = Blank("line", 0, (100, 500, 300, 512), "text", rules=(500,))
NARROW = Blank("narrow", 0, (268, 493, 295, 504), "text", rules=(493,))
RULED = Blank("ruled", 0, (78, 261, 576, 314), "text", multiline=True, rules=(302.5, 288.4, 277.0, 263.5))
OPEN = Blank("open", 0, (37, 85, 576, 684), "text", multiline=True)
BLANKS = [[LINE], [NARROW], [RULED], [OPEN], [LINE, RULED]]

words = st.text(alphabet="abcdefgh ijklm nopq\n ÉñŁж", max_size=3000)


def squeezed(text: str) -> str:
    """The letters alone: a word too long for a line is divided, never lost."""
    return "".join(text.split())


@given(text=words, blanks=st.sampled_from(BLANKS))
def test_no_letter_is_lost_or_printed_twice(text: str, blanks: list[Blank]) -> None:
    fitted = fit(text, blanks)
    printed = " ".join(line.text for line in fitted.lines)
    for mark in (CONTINUED, CONTINUED_SHORT):
        printed = printed.removesuffix(mark)
    assert squeezed(printed) + squeezed(fitted.rest) == squeezed(text)


@given(text=words, blanks=st.sampled_from(BLANKS))
def test_every_line_is_as_wide_as_its_blank_at_most(text: str, blanks: list[Blank]) -> None:
    for line in fit(text, blanks).lines:
        assert line.x >= line.blank.rect[0]
        assert line.x + text_width(line.text, line.size) <= line.blank.rect[2] + 0.01


def test_lines_stand_on_the_printed_rules() -> None:
    fitted = fit("word " * 60, [RULED])
    assert [round(line.y - rule, 1) for line, rule in zip(fitted.lines, RULED.rules, strict=False)] == [
        1.9
    ] * len(fitted.lines)


def test_text_on_narrow_rules_is_small_enough_for_the_narrowest() -> None:
    tight = Blank("tight", 0, (78, 261, 576, 314), "text", multiline=True, rules=(300, 289, 276))
    assert all(line.size < 11 for line in fit("word " * 40, [tight]).lines)


def test_a_short_answer_shrinks_before_it_moves() -> None:
    fitted = fit("Maria de los Angeles Hernandez Villanueva de la Torre", [LINE])
    assert not fitted.rest and fitted.lines[0].size < 11


def test_what_does_not_fit_is_marked_and_handed_back() -> None:
    fitted = fit("word " * 400, [RULED])
    assert fitted.lines[-1].text.endswith(CONTINUED)
    assert fitted.rest.startswith("word")


def test_an_answer_runs_on_into_the_second_blank() -> None:
    second = Blank("second", 0, (95, 485, 573, 497), "text", rules=(485,))
    fitted = fit(
        "Anna Maria Lopez Hernandez, Benjamin Lopez Hernandez, Carla Lopez Hernandez", [LINE, second]
    )
    assert {line.blank.name for line in fitted.lines} == {"line", "second"} and not fitted.rest


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_nothing_prints_for_no_answer(text: str) -> None:
    assert fit(text, [LINE]).lines == ()


def test_wrapped_text_keeps_its_paragraphs_and_blank_lines() -> None:
    assert wrap("one\n\ntwo", 400, 11) == ["one", "", "two"]


def test_a_word_wider_than_the_page_is_divided() -> None:
    assert squeezed("".join(wrap("x" * 5000, 100, 11))) == "x" * 5000


def test_200_000_letters_without_a_space_are_all_there() -> None:
    text = "".join("abcdefghij"[n % 10] for n in range(200_000))
    assert "".join(wrap(text, 536, 11)) == text
