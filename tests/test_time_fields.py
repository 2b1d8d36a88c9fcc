"""Times of day, months and shares of a fee, as people type them."""

from __future__ import annotations

import pytest
from django import forms
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from interview.fields import Percent
from interview.parenting import clock_time
from interview.time_fields import ClockTime, MonthYear
from tests.test_bad_input import refusal

HOURS, MINUTES = st.integers(0, 23), st.integers(0, 59)
ANYTHING = st.text(st.sampled_from("0123456789:. ampn-/%MARCHjune"), max_size=12) | st.text(max_size=12)
MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


# Times of day


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("3 pm", "15:00"),
        ("3pm", "15:00"),
        ("3 p", "15:00"),
        ("3:30 PM", "15:30"),
        ("3.30 p.m.", "15:30"),
        ("3:30 p. m.", "15:30"),
        ("3 : 30 pm", "15:30"),
        ("330pm", "15:30"),
        ("1130 am", "11:30"),
        ("12 am", "00:00"),
        ("12:15 a.m.", "00:15"),
        ("12 pm", "12:00"),
        ("noon", "12:00"),
        ("Noon", "12:00"),
        ("12 noon", "12:00"),
        ("12:00 noon", "12:00"),
        ("midnight", "00:00"),
        ("12 midnight", "00:00"),
        ("15:00", "15:00"),
        ("15:00:00", "15:00"),
        ("1500", "15:00"),
        ("15", "15:00"),
        ("09:05", "09:05"),
        ("0:15", "00:15"),
        ("  3:00   pm ", "15:00"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_a_time_is_understood(typed: str, kept: str) -> None:
    assert ClockTime().clean(typed) == kept


@pytest.mark.parametrize("typed", ["3", "3:00", "12", "7.30", "10", "330", "9:15", "10:30", "12:30"])
def test_a_time_that_may_be_day_or_night_is_asked_again(typed: str) -> None:
    assert "am or pm" in refusal(ClockTime(), typed)


@pytest.mark.parametrize(
    "typed",
    [
        *("later", "afternoon", "after school", "25:00", "24:00", "3:60 pm", "13 pm", "0 am", "15:00m", "3m"),
        *("3 to 6 pm", "3:00 pm 4:00 pm", "-3 pm", "3:5 pm", "3:00:75 pm", "٣:00 pm", "99999999999999999999"),
    ],
)
def test_what_is_no_time_is_said_to_be_none(typed: str) -> None:
    assert refusal(ClockTime(), typed)


@given(HOURS, MINUTES)
def test_every_time_is_kept_however_it_is_written(hour: int, minute: int) -> None:
    kept, half = f"{hour:02}:{minute:02}", "am" if hour < 12 else "pm"
    field = ClockTime()
    written = clock_time(kept)
    assert written == f"{hour % 12 or 12}:{minute:02} {half}"
    assert field.prepare_value(kept) == written
    for typed in (written, written.upper(), written.replace(" ", ""), written.replace(":", "")):
        assert field.clean(typed) == kept
    if not 10 <= hour <= 12:  # on a clock of 24 hours; "10:30" may be day or night
        assert field.clean(kept) == field.clean(f"{kept}:00") == kept


@given(ANYTHING)
def test_any_text_is_a_time_or_is_refused_and_shown_as_typed(typed: str) -> None:
    field = ClockTime()
    try:
        kept = field.clean(typed)
    except ValidationError as refused:
        assert refused.messages
        assert field.prepare_value(field.bound_data(typed, None)) == typed
        return
    assert kept == "" or field.clean(field.prepare_value(kept)) == kept


def test_a_time_is_typed_in_a_plain_box_that_offers_no_history() -> None:
    """A browser's own clock would send nothing of a half told time, without a word."""

    class Page(forms.Form):
        start = ClockTime(label="Start")

    html = str(Page({"start": "3:00"})["start"])
    assert 'value="10:00"' in str(Page({"start": "10:00"})["start"]), "not yet am: nobody said so"
    assert 'type="text"' in html and 'value="3:00"' in html and 'autocomplete="off"' in html
    assert 'value="3:00 pm"' in str(Page(initial={"start": "15:00"})["start"])


# Months of a year


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("3/2023", "03/2023"),
        ("03/2023", "03/2023"),
        ("3 / 2023", "03/2023"),
        ("3-2023", "03/2023"),
        ("2023-03", "03/2023"),
        ("2023/3", "03/2023"),
        ("March 2023", "03/2023"),
        ("march, 2023", "03/2023"),
        ("Mar. 2023", "03/2023"),
        ("Sept 2023", "09/2023"),
        ("March of 2023", "03/2023"),
        ("2023", "2023"),
        (" ", ""),
    ],
)
def test_a_month_is_understood(typed: str, kept: str) -> None:
    assert MonthYear().clean(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        *("13/2023", "0/2023", "3/23", "March", "last March", "marzipan 2023", "decade 2020", "ma 2020"),
        *("3/1776", "1776", "2999", "99999", "3/15/2023", "present", "٢٠٢٣", "3/20233"),
    ],
)
def test_what_is_no_month_is_said_to_be_none(typed: str) -> None:
    assert "3/2023" in refusal(MonthYear(), typed) or "English letters" in refusal(MonthYear(), typed)


@given(st.integers(1, 12), st.integers(1900, 2200))
def test_every_month_is_kept_however_it_is_written(month: int, year: int) -> None:
    name = MONTH_NAMES[month - 1]
    for typed in (f"{month}/{year}", f"{year}-{month:02}", f"{name} {year}", f"{name[:3].upper()} {year}"):
        assert MonthYear().clean(typed) == f"{month:02}/{year}"


@given(ANYTHING)
def test_any_text_is_a_month_or_is_refused(typed: str) -> None:
    try:
        kept = MonthYear().clean(typed)
    except ValidationError as refused:
        assert refused.messages
        return
    assert MonthYear().clean(kept) == kept


# Shares


@pytest.mark.parametrize(
    ("typed", "kept"), [("50", "50"), ("50%", "50"), ("50 %", "50"), ("100", "100"), ("05", "5"), ("", "")]
)
def test_a_share_is_understood(typed: str, kept: str) -> None:
    assert Percent().clean(typed) == kept


@pytest.mark.parametrize("typed", ["101", "-1", "half", "33.3", "1000", "50 50", "%", "$50"])
def test_what_is_no_share_is_said_to_be_none(typed: str) -> None:
    assert "0 to 100" in refusal(Percent(), typed)


@given(st.integers(0, 1000))
def test_every_whole_share_is_kept_and_no_other(share: int) -> None:
    if share <= 100:
        assert Percent().clean(str(share)) == Percent().clean(f"{share} %") == str(share)
    else:
        assert refusal(Percent(), str(share))
