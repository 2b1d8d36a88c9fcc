"""Which characters print, which are spelt out, which are refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms_library import letters
from forms_library.letters import refused, runs, spell_out, text_width


@pytest.mark.parametrize(
    "name", ["Nguyễn Thị Ánh", "Łukasz Żółć", "Петров", "O’Brien-Muñoz", "Ağaoğlu", "Şule İpek"]
)
def test_letters_beyond_latin_1_print_as_they_are(name: str) -> None:
    assert refused(name) == "" and spell_out(name) == name and text_width(name, 11) > 0


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("I hate you 😢", "I hate you [crying face]"),
        ("👍🏽", "[thumbs up sign]"),
        ("❤️", "[red heart]"),
        ("it’s “over” – now…", "it’s “over” – now…"),
        ("a\u200eb\u202ec\u0000d\ufeff", "abcd"),
        ("one\r\ntwo\rthree\tfour", "one\ntwo\nthree four"),
        ("Cafe\u0301", "Café"),
        ("𝓗𝓲", "Hi"),
        ("ﬁne", "fine"),
    ],
)
def test_what_cannot_be_drawn_is_spelt_out_or_plainly_written(typed: str, printed: str) -> None:
    assert spell_out(typed) == printed


@pytest.mark.parametrize(("typed", "letters"), [("李小龍", "李小龍"), ("محمد", "محد"), ("김", "김")])
def test_scripts_the_court_cannot_enter_are_named(typed: str, letters: str) -> None:
    assert refused(typed) == letters


@given(st.text(max_size=200))
def test_whatever_is_not_refused_can_be_drawn(text: str) -> None:
    if not refused(text):
        drawn = spell_out(text).replace("\n", "")
        assert "".join(letters for _face, letters in runs(drawn)) == drawn
        assert text_width(drawn, 11) >= 0


@given(st.text(max_size=200))
def test_spelling_out_twice_changes_nothing(text: str) -> None:
    assert spell_out(spell_out(text)) == spell_out(text)


def test_without_our_fonts_questions_can_still_be_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_installed() -> None:
        raise letters.FontMissingError("none")

    letters._face_of_letter.cache_clear()
    monkeypatch.setattr(letters, "faces", none_installed)
    try:
        assert letters.refused("Łukasz Петров") == "" and letters.refused("李") == "李"
        letters.warm_up()
    finally:
        letters._face_of_letter.cache_clear()
        letters.letter_widths.cache_clear()
