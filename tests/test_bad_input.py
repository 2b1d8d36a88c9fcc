"""What people really type and paste: a clear message beside the field, or a sensible effect; nothing lost."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from crispy_forms.templatetags.crispy_forms_filters import as_crispy_field
from django import forms
from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.html import escape
from hypothesis import given, settings
from hypothesis import strategies as st

from interview import fields
from interview.answers import get_answer, set_answer
from interview.case import Case
from interview.chapters import (
    cases,
    children_cases,
    court,
    items,
    orders_now,
    orders_things,
    other_person,
    people,
    what_happened,
    you,
)
from interview.fields import PersonName, Phone, RoughDate, ShortText, Story, UsDate, Zip
from interview.questions import QuestionForm
from interview.typed_dates import dates_in, read_date, today


def send(form: type[QuestionForm], case: Case | None = None, **data: Any) -> QuestionForm:
    return form(data, case=case or Case())


def kept(form: type[QuestionForm], path: str, **data: Any) -> Any:
    """The answer on the Case after the page took the data."""
    page = send(form, **data)
    assert page.is_valid(), page.errors
    return get_answer(page.saved_to(Case()), path)


def message(form: type[QuestionForm], field: str, /, **data: Any) -> str:
    """The message beside the field; what was typed is still in the box."""
    page = send(form, **data)
    assert not page.is_valid()
    if data.get(field):
        assert page[field].value() == data[field]
    return str(page.errors[field][0])


def refusal(field: forms.Field, value: str) -> str:
    with pytest.raises(ValidationError) as refused:
        field.clean(value)
    return " ".join(refused.value.messages)


# What must be there


@pytest.mark.parametrize(
    ("form", "name"), [(you.Name, "name"), (other_person.Name, "name"), (court.County, "county")]
)
@pytest.mark.parametrize("nothing", ["", "   ", "\u200b\u202e", "\n\t"])
def test_a_missing_name_or_county(form: type[QuestionForm], name: str, nothing: str) -> None:
    assert re.match("(Enter (your|the)|Choose).*(name|county)", message(form, name, **{name: nothing}))


def test_everything_else_may_be_left_empty() -> None:
    for form in (
        you.BirthDate,
        you.MailingAddress,
        you.Contact,
        other_person.AgeAndBirthDate,
        other_person.Home,
    ):
        page = send(form)
        assert page.is_valid(), page.errors
        assert page.saved_to(Case()) == Case()


def test_rather_not_say_leaves_the_answer_empty() -> None:
    assert kept(you.Description, "petitioner.gender", gender="unsaid") == ""
    assert kept(items.HasFirearms, "has_firearms", has_firearms="unknown") == "unknown"


# Dates


@pytest.mark.parametrize(
    "typed",
    [
        "3/5/1990",
        "03-05-1990",
        "03.05.1990",
        "3 5 1990",
        "03051990",
        "1990-03-05",
        "19900305",
        "March 5, 1990",
        "mar 5 1990",
        "Mar. 5th, 1990",
        "5 March 1990",
        " 3 / 5 / 1990 ",
        "3/5/1990\u200e",
    ],
)
def test_a_date_is_read_as_people_type_it(typed: str) -> None:
    assert kept(you.BirthDate, "petitioner.birth_date", birth_date=typed) == date(1990, 3, 5)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("2/30/1990", "February 1990 has 28 days. Check the day."),
        ("30 February 1992", "February 1992 has 29 days."),
        ("2/29/2023", "February 2023 has 28 days."),
        ("4/31/2020", "April 2020 has 30 days."),
        ("1/0/1990", "January 1990 has 31 days."),
        ("25/3/1990", "The month comes first"),
        ("0/3/1990", "from 1 to 12"),
        ("3/5", "Enter the year, for example 1990."),
        ("March 5", "Enter the year, for example 1990."),
        ("3/5/90", "Enter the year with four numbers, for example 1990."),
        ("030590", "month, day and year"),
        ("3/5/0090", "Check the year."),
        ("3/5/19900", "Check the year."),
        ("1990", "month, day and year"),
        ("3/1990", "month, day and year"),
        ("March 1990", "month, day and year"),
        ("March", "month, day and year"),
        ("Marchember 5, 1990", "month, day and year"),
        ("not sure", "month, day and year"),
        ("1/2/3/4", "month, day and year"),
        ("-1/2/1990", "month, day and year"),
        ("<b>3/5/1990</b>", "month, day and year"),
        ("٣/٥/١٩٩٠", "month, day and year"),
        ("9" * 5000, "Use at most"),
        ("9" * 400, "month, day and year"),
    ],
)
def test_a_date_that_cannot_be(typed: str, told: str) -> None:
    assert told in message(you.BirthDate, "birth_date", birth_date=typed)


@pytest.mark.parametrize(
    ("form", "name"),
    [
        (you.BirthDate, "birth_date"),
        (other_person.AgeAndBirthDate, "birth_date"),
        (people.PersonForPolice, "birth_date"),
        (what_happened.When, "date"),
        (cases.AnOtherOrder, "date_made"),
    ],
)
def test_a_day_that_has_not_come(form: type[QuestionForm], name: str) -> None:
    tomorrow = today() + timedelta(days=1)
    assert "has not come yet" in message(form, name, **{name: f"{tomorrow:%m/%d/%Y}"})
    assert form({name: f"{today():%m/%d/%Y}"}, case=Case()).is_valid()


@pytest.mark.parametrize("day", ["3/5/2050", "March 5, 2050", "next week"])
def test_an_order_may_end_in_the_future(day: str) -> None:
    assert kept(cases.AnOtherOrder, "other_orders.0.date_expires", date_expires=day) == day


@pytest.mark.parametrize(
    "told",
    ["about March 2026", "summer 2025", "2024", "3/2026", "March 5, 2026", "May 5 1990 and 6/1/1990", ""],
)
def test_an_estimate_stays_in_the_persons_words(told: str) -> None:
    assert kept(what_happened.When, "incidents.0.date", date=told) == told


@pytest.mark.parametrize(
    "told", ["2/30/2026", "around February 30, 2026", "2026-02-30", "from 1/1/2026 to 2/30/2026"]
)
def test_an_estimate_with_a_day_that_cannot_be(told: str) -> None:
    assert "February 2026 has 28 days" in message(what_happened.When, "date", date=told)


def test_months_are_read_in_english_and_in_the_persons_language() -> None:
    with translation.override("es"):
        assert read_date("March 5, 1990") == date(1990, 3, 5)
        assert read_date("5 marzo 1990") == date(1990, 3, 5)
        assert dates_in("el may 5 1990") == [date(1990, 5, 5)]


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_a_date_shown_is_a_date_read(day: date) -> None:
    shown = UsDate().prepare_value(day)
    assert read_date(shown) == day
    assert UsDate().clean(day.isoformat()) == day


@settings(deadline=None)
@given(st.text(max_size=60) | st.from_regex(r"[0-9a-z/,. -]{0,30}"))
def test_no_text_typed_as_a_date_is_an_error_of_ours(text: str) -> None:
    for field in (UsDate(past=True), RoughDate(past=True)):
        try:
            field.clean(text)
        except ValidationError as refused:
            assert all(refused.messages)


# Ages, ZIP codes, phones, money


@pytest.mark.parametrize("typed", ["-1", "121", "thirty", "3.5", "9" * 6000, "1e1", "<1>"])
def test_an_age_that_cannot_be(typed: str) -> None:
    assert "Enter" in message(other_person.AgeAndBirthDate, "age", age=typed)


@pytest.mark.parametrize(("typed", "age"), [("0", 0), ("120", 120), (" 34 ", 34), ("34\u200b", 34)])
def test_an_age_that_can_be(typed: str, age: int) -> None:
    assert kept(people.Person, "protected_people.0.age", age=typed) == age


@pytest.mark.parametrize("typed", ["9412A", "ABCDE", "9410", "941031", "94103-12", "٩٤١٠٣"])
def test_a_zip_with_letters_or_too_few_numbers(typed: str) -> None:
    told = message(you.MailingAddress, "zip", zip=typed)
    assert told == str(Zip.wrong) or "English letters" in told


@pytest.mark.parametrize(
    ("typed", "zip_code"), [("94103", "94103"), (" 941031234 ", "94103-1234"), ("94103 1234", "94103-1234")]
)
def test_a_zip(typed: str, zip_code: str) -> None:
    assert kept(you.MailingAddress, "petitioner.mailing_address.zip", zip=typed) == zip_code


@pytest.mark.parametrize(
    "typed", ["call me", "12345", "1-800-FLOWERS", "415 555 0134; 415 555 0135", "1" * 21]
)
def test_a_phone_that_is_none(typed: str) -> None:
    assert "area code" in message(you.PrivatePhone, "private_telephone", private_telephone=typed)


@pytest.mark.parametrize("typed", ["(415) 555-0134", "415.555.0134", "+1 415 555 0134 ext. 12", "4155550134"])
def test_a_phone(typed: str) -> None:
    assert kept(you.PrivatePhone, "petitioner.private_telephone", private_telephone=typed) == typed


def test_a_phone_of_many_numbers_is_refused_at_once() -> None:
    assert "area code" in refusal(Phone(), "1 " * 249)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("$1,200.50", "1,200.50"), ("1200", "1,200"), ("80.", "80"), ("0.5", "0.50"), ("", "")],
)
def test_money(typed: str, amount: str) -> None:
    assert kept(orders_things.ADebt, "requests.debts.0.amount", amount=typed) == amount


@pytest.mark.parametrize("typed", ["a lot", "-5", "1.234,50", "1e9", "12,00", "NaN", "1" * 14])
def test_money_that_is_none(typed: str) -> None:
    assert "in dollars" in message(orders_things.ADebt, "amount", amount=typed)


@pytest.mark.parametrize(
    "typed", ["me", "me@", "@example.com", "a@b", "a b@example.com", "a@example.com, b@example.com"]
)
def test_an_email_that_is_none(typed: str) -> None:
    assert "@ sign" in message(you.Contact, "email", email=typed)


@pytest.mark.parametrize(("typed", "state"), [("california", "CA"), ("ca", "CA"), ("Sonora", "Sonora")])
def test_a_state_is_written_short(typed: str, state: str) -> None:
    assert kept(you.MailingAddress, "petitioner.mailing_address.state", state=typed) == state


# Names and letters


def test_a_name_of_200_letters_is_kept_whole_and_a_longer_one_told() -> None:
    name = "Wolfeschlegelsteinhausenbergerdorff " * 5 + "a" * 20
    assert kept(you.Name, "petitioner.name", name=name) == name
    assert len(name) == 200
    assert "You typed 301." in message(you.Name, "name", name="a" * 301)


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn Thị Ánh",
        "Łukasz Žižek",
        "Петров Пётр",
        "José-María O’Neill Jr.",
        "Ñuñez",
        "X Æ A-12",
        "Αλέξης",
    ],
)
def test_a_name_has_any_letters_a_name_has(name: str) -> None:
    assert kept(you.Name, "petitioner.name", name=name) == name


def test_a_name_in_loose_parts_is_put_together() -> None:
    assert kept(you.Name, "petitioner.name", name="Jose\u0301  Nu\u0301n\u0303ez") == "José Núñez"


@pytest.mark.parametrize("name", ["محمد", "王小明", "김민준", "אברהם", "สมชาย"])
def test_letters_the_court_cannot_enter_are_named(name: str) -> None:
    told = message(you.Name, "name", name=name)
    assert told.startswith("Court papers and the police database take English letters. Please write ")
    assert all(letter in told for letter in name)


def test_a_whole_story_in_other_letters_names_only_some() -> None:
    told = message(what_happened.WhatHappened, "story", story="".join(map(chr, range(0x4E00, 0x5000))))
    assert "…" in told
    assert len(told) < 200


# Stories


def test_a_story_of_20000_letters_is_kept_whole() -> None:
    story = "He said “I know where you are”.\n\n" * 700
    assert len(story) > 20_000
    assert kept(what_happened.WhatHappened, "incidents.0.story", story=story) == story.strip()


def test_a_story_without_end_is_told_and_kept_in_the_box() -> None:
    assert "another event" in message(what_happened.WhatHappened, "story", story="a" * 200_001)


def test_a_pasted_word_document() -> None:
    pasted = "“Quoted” – it’s…\r\n\uf0b7\tfirst\x0b\uf0a7 second\x0cnew page\x07\u00adsoft\u00a0space\ufeff"
    assert kept(what_happened.WhatHappened, "incidents.0.story", story=pasted) == (
        "“Quoted” – it’s…\n• first\n• second\nnew pagesoft\u00a0space"
    )


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("a\x00b\x1b[31mc\x7f", "ab[31mc"),
        ("\u202eevil\u202c \u2066x\u2069\u200f", "evil x"),
        ("one\rtwo\r\nthree\u2028four", "one\ntwo\nthree\nfour"),
        ("lone \ud800 half", "lone  half"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
    ],
)
def test_what_cannot_be_seen_is_taken_out(typed: str, clean: str) -> None:
    assert kept(what_happened.WhatHappened, "incidents.0.story", story=typed) == clean
    one_line = " ".join(clean.split())
    assert kept(you.Name, "petitioner.name", name=typed) == one_line


def test_emoji_in_a_quoted_message_stay_for_the_paper_to_spell_out() -> None:
    story = "He wrote: 😢👨‍👩‍👧 ❤️"
    assert kept(what_happened.WhatHappened, "incidents.0.story", story=story) == story


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "<b>A & B</b>", "{{ x }} {% y %}", "%(letters)s %s"]
)
def test_markup_is_text(text: str) -> None:
    case = send(other_person.Name, name=text)
    assert case.is_valid()
    saved = case.saved_to(Case())
    assert saved.respondent.name == text
    page = what_happened.Weapon(case=saved)
    html = "".join(as_crispy_field(page[name]) for name in page.fields)
    assert escape(text) in html, "the name is in the label and in the hint"
    assert "<script>" not in html
    assert "<b>" not in html


@settings(deadline=None)
@given(st.text(max_size=200))
def test_text_is_tidied_once_and_for_all(text: str) -> None:
    once = fields.tidy(text)
    assert fields.tidy(once) == once
    for field in (ShortText(), PersonName(), Story()):
        try:
            clean = field.clean(text)
        except ValidationError as refused:
            assert "English letters" in refused.messages[0]
        else:
            assert field.clean(clean) == clean
            clean.encode()


def test_a_browser_is_not_told_to_cut_or_to_remember() -> None:
    for field in (ShortText(), Story(), PersonName(), UsDate(), Zip()):
        attrs = field.widget.attrs
        assert "maxlength" not in attrs
        assert attrs["autocomplete"] == "off"


# Choices and follow-ups


def test_an_answer_that_was_never_offered() -> None:
    assert message(you.Description, "gender", gender="<x>") == "Choose one of these answers."
    assert message(orders_now.Safety, "asked", asked=["no_abuse", "<x>"]) == "Choose from these answers."
    assert "from the list" in message(court.County, "county", county="Clark")


def test_a_follow_up_that_does_not_apply_is_never_in_the_way() -> None:
    bad = "王" * 3
    assert not send(you.Language, speaks_english="no", language=bad).is_valid()
    case = set_answer(Case(), "petitioner.language", "Spanish")
    page = send(you.Language, case, speaks_english="yes", language=bad)
    assert page.is_valid()
    saved = page.saved_to(case).petitioner
    assert (saved.speaks_english, saved.language) == ("yes", "Spanish")


def test_follow_ups_of_checkboxes() -> None:
    page = send(children_cases.CasesAboutChildren, kinds=["custody"], custody="王", divorce="王")
    assert set(page.errors) == {"custody"}


def test_a_page_sent_twice_says_the_same_once() -> None:
    page = send(people.Person, name="Ana Reyes", age="7", lives_with_you="yes")
    assert page.is_valid()
    once = page.saved_to(Case())
    again = send(people.Person, once, name="Ana Reyes", age="7", lives_with_you="yes")
    assert again.is_valid()
    assert again.saved_to(once) == once
