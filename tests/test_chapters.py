"""The chapters: every answer is asked once, every page can be reached, and keeps what it is told."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any, Literal, get_args, get_origin

import pytest
from django import forms
from django.utils.functional import Promise
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview.answers import set_answer
from interview.case import Case
from interview.case_json import from_json, hints, to_json
from interview.chapters import CHAPTERS
from interview.chapters.court import County
from interview.chapters.orders_later import AtTheHearing
from interview.chapters.orders_now import MoneyAndTime, Safety
from interview.chapters.other_person import AgeAndBirthDate
from interview.court_cases import Kind
from interview.decisions import DECIDABLE
from interview.fields import (
    UNSAID,
    Age,
    Choice,
    Days,
    Hours,
    Money,
    MultiChoice,
    Percent,
    Phone,
    RoughDate,
    State,
    UsDate,
    Year,
    Zip,
)
from interview.orders_form import OrdersForm
from interview.places import counties, county_named
from interview.questions import Chapter, Group, Page, QuestionForm, steps_of
from interview.reading_back import read_back
from interview.relationship import Relationship
from interview.relevance import prune
from interview.requests import Order, Requests
from interview.time_fields import ClockTime, MonthYear
from tests.fixed_day import DAY
from tests.stories_on_disk import STORIES, story

SLUGS = (
    *("first", "you", "other-person", "ties", "cases", "what-happened"),
    *("people", "items", "orders-now", "orders-later", "children", "care", "time", "keep", "names"),
    *("money", "money-out"),
    *("fees", "costs", "more-words", "court", "at-court", "handing-over", "new-date"),
    *("how-it-went", "paper-for-court"),
    "once-more",
)
NOT_IN_A_CHAPTER = {
    "screening.chosen_path",  # asked where the result is told (views)
    "finances.other_jobs.#.ended",  # jobs one has now
    "plan_done",  # ticked on the plan (views)
    *(
        f"own_words.#.{part}" for part in ("path", "language", "text", "newer")
    ),  # beside the answer (in_english.py)
    "children.#.key",  # given, not asked (keyed.py)
    "protected_people.#.key",
    "finances.housemates_told.#.key",
    "custody.homes_now.#.until",  # they still live there
    "custody.homes_before.#.private",  # the papers hide only where they live now
    *(f"other_cases.{kind}.what" for kind in get_args(Kind) if kind != "other"),  # the kind says it
}
ON_SEVERAL_PAGES = {
    "requests.asked",  # each page offers some of the orders
    *(f"finances.housemates_told.#.{part}" for part in ("income", "pays_expenses")),  # all on one page
    "screening.more_than_once",  # at the start, and where CH-100 item 7b asks what happened then
    "children.#.name",  # early of those who have a child together, else when they ask for custody
    "children.#.birth_date",
    "children.#.whose",
    *(f"service.first.{part}" for part in ("street", "city", "state", "zip")),  # a place, or a jail
    "after.court_wants_order",  # DV-130 as it is to be filled, CH-130 items 1 to 3
}
ONLY_FOR_SOME = {
    *("ties", "children", "care", "time", "keep", "names"),  # about children
    *("money", "money-out"),  # of who asks for support or lawyer's fees
    *("fees", "costs"),  # of a civil harassment request
    *("new-date", "how-it-went", "paper-for-court"),  # once there is a hearing
    "once-more",  # once there is an order
}
MOVED_OVER = {"civil_ex_roommate"}  # stories that still hold answers to the other order's pages
OFFERED_IN_PARTS = {
    "requests.asked",
    *(f"after.decided.{one.order}" for one in DECIDABLE.values() if not one.can_change),
}
# What a judge may order instead, of all that a request says; the rest of it, such as reasons, is no order
CHANGED_BY_THE_JUDGE = {
    *(f"after.changed.stay_away.{answer}" for answer in ("places", "other_place", "distance", "yards")),
    "after.changed.move_out.address",
    "after.changed.other_orders",
    *(f"after.changed.animal_protection.{answer}" for answer in ("orders", "distance", "yards")),
    "after.changed.property_description",
    *(f"after.changed_abduction.{answer}" for answer in ("orders", "bond", "register_in", "foreign_country")),
    *(f"after.changed_abduction.documents{answer}" for answer in ("", "_by", "_to")),
    *(f"after.changed_abduction.travel_plan{answer}" for answer in ("", "_other")),
    *(f"after.changed_abduction.embassy{answer}" for answer in ("", "_by")),
}
TELLING = re.compile(r"abus|violen|victim|weapon|gun|hurt|harm|police|dvro|restrain|safe|protect")


def pages_of(chapter: Chapter) -> Iterator[Page]:
    for part in chapter.pages:
        yield from part.pages if isinstance(part, Group) else (part,)


def groups() -> Iterator[Group]:
    for chapter in CHAPTERS:
        yield from (part for part in chapter.pages if isinstance(part, Group))


PAGES = [(f"{chapter.slug}/{page.slug}", page) for chapter in CHAPTERS for page in pages_of(chapter)]
FORMS = [pytest.param(page.form, id=name) for name, page in PAGES]
OURS = [pytest.param(page.form, id=name) for name, page in PAGES if not name.startswith("first/")]


def leaves(kind: Any = Case, at: str = "") -> Iterator[tuple[str, Any]]:
    """Every answer of the Case: its path, entries of a list as "#", and its type."""
    for field in dataclasses.fields(kind):
        path, hint = f"{at}{field.name}", hints(kind)[field.name]
        inner = get_args(hint)[0] if get_origin(hint) is tuple else hint
        if dataclasses.is_dataclass(inner):
            yield from leaves(inner, f"{path}.#." if inner is not hint else f"{path}.")
        else:
            yield path, hint


LEAVES = dict(leaves())


def values_of(field: forms.Field) -> list[str]:
    """What a field offers, without "I'd rather not say"."""
    return [str(value) for value, _label in getattr(field, "choices", ()) if value != UNSAID]


def asked_paths() -> Counter[str]:
    found: Counter[str] = Counter()
    for _name, page in PAGES:
        at = f"{page.form.at}." if page.form.at else ""
        paths = (f"{at}{page.form.paths.get(name, name)}" for name in page.form.base_fields)
        found.update(re.sub(r"\.\d+(?=\.)", ".#", path) for path in paths)
    return found


@cache
def full_case() -> Case:
    """A Case for which every page of every chapter applies."""
    case = story("everything")
    relationship = Relationship(
        kinds=("child_together", "married", "related", "live_together"),
        relatives=("parent",),
        lived_as_household="yes",
    )
    screening = replace(case.screening, asking_for="self", chosen_path="dvro")
    return replace(case, relationship=relationship, screening=screening)


@cache
def full_civil_case() -> Case:
    """The same with nothing else told than what a civil harassment request needs."""
    case = story("everything")
    kinds = tuple(kind for kind in get_args(Kind))
    requests = replace(
        case.requests,
        asked=get_args(Order),
        animal_protection=replace(case.requests.animal_protection, orders=("no_harm", "possession")),
        respondent_told="no",
    )
    return replace(
        case,
        relationship=Relationship(kinds=("neighbor",)),
        screening=replace(case.screening, asking_for="self", chosen_path="cho"),
        other_cases=replace(case.other_cases, involved="yes", kinds=kinds),
        incidents=tuple(replace(one, police="yes") for one in case.incidents[:1]),
        requests=requests,
    )


def test_the_table_of_contents() -> None:
    assert [chapter.slug for chapter in CHAPTERS] == list(SLUGS)


def test_every_answer_is_asked_on_exactly_one_page() -> None:
    asked = asked_paths()
    of_the_order = {
        path for path in LEAVES if path.startswith(("after.changed.", "after.changed_abduction."))
    }
    assert set(asked) == set(LEAVES) - NOT_IN_A_CHAPTER - (of_the_order - CHANGED_BY_THE_JUDGE)
    assert {path for path, times in asked.items() if times > 1} == ON_SEVERAL_PAGES


def test_what_is_asked_on_several_pages_offers_each_order_once() -> None:
    """Each of an order's papers: no order twice, and none that neither path offers."""
    on_paths = [
        [
            order
            for _name, page in PAGES
            if issubclass(page.form, OrdersForm) and page.when(case)
            for order in values_of(page.form.base_fields["asked"])
        ]
        for case in (full_case(), full_civil_case())
    ]
    assert all(len(set(offered)) == len(offered) for offered in on_paths)
    assert {order for offered in on_paths for order in offered} == set(get_args(Order))


@pytest.mark.parametrize("form", OURS)
def test_choices_are_those_of_the_case(form: type[QuestionForm]) -> None:
    at = f"{form.at}." if form.at else ""
    for name, field in form.base_fields.items():
        path = re.sub(r"\.\d+(?=\.)", ".#", f"{at}{form.paths.get(name, name)}")
        hint = LEAVES[path]
        words = set(get_args(get_args(hint)[0] if get_origin(hint) is tuple else hint)) - {""}
        if isinstance(field, (Choice, MultiChoice)):
            assert path in OFFERED_IN_PARTS or set(values_of(field)) == words, path
        elif get_origin(hint) is Literal:
            pytest.fail(f"{path} is one of a few words and is asked as free text")


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.slug)
def test_slugs_are_neutral_and_no_two_pages_share_an_address(chapter: Chapter) -> None:
    slugs = [page.slug for page in pages_of(chapter)]
    slugs += [f"{part.slug}-more" for part in chapter.pages if isinstance(part, Group)]
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", slug) for slug in [chapter.slug, *slugs])
    assert not [slug for slug in [chapter.slug, *slugs] if TELLING.search(slug)]
    assert len(set(slugs)) == len(slugs)


def test_a_groups_pages_ask_for_its_own_entries() -> None:
    for group in groups():
        assert {page.form.at for page in group.pages} == {f"{group.path}.#"}, group.slug
        assert "{other}" not in f"{group.another}{group.entry_title}", group.slug


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.slug)
def test_every_page_is_reached(chapter: Chapter) -> None:
    """Pages that exclude each other (visits with and without a supervisor) in one story or another."""
    supervised = set_answer(story("after_hearing"), "after.changed_custody.visits", "supervised")
    cases = [full_case(), full_civil_case(), *(prune(story(name)) for name in STORIES), supervised]
    reached = {step.form for case in cases for step in steps_of(chapter, case) if step.form}
    assert reached == {page.form for page in pages_of(chapter)}


def test_a_new_case_meets_only_what_always_applies() -> None:
    for chapter in CHAPTERS:
        steps = list(steps_of(chapter, Case()))
        assert bool(steps) is (chapter.slug not in ONLY_FOR_SOME)
        assert not [step for step in steps if step.index]


def test_entries_are_asked_one_after_the_other() -> None:
    case = Case()
    for index in range(3):
        case = set_answer(case, f"incidents.{index}.date", "May 2026")
    chapter = next(one for one in CHAPTERS if one.slug == "what-happened")
    slugs = [step.slug for step in steps_of(chapter, case)]
    assert slugs[:2] == ["when-1", "details-1"]
    assert slugs[7] == "when-2"
    assert slugs[-1] == "events-more"
    assert len(slugs) == 3 * 7 + 1


def test_civil_harassment_asks_none_of_the_other_forms_questions() -> None:
    case = prune(full_civil_case())
    asked = [chapter.slug for chapter in CHAPTERS if list(steps_of(chapter, case))]
    assert not {"ties", "children", "care", "time", "keep"} & set(asked)
    assert {"you", "other-person", "cases", "what-happened", "people", "orders-now", "court"} <= set(asked)


# What a page says


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", [Case(), full_case()], ids=["new", "full"])
def test_every_page_renders_and_names_the_other_person(form: type[QuestionForm], case: Case) -> None:
    page = form(case=case, index=0)
    html = f"{page.heading_text} {page.intro_text} {page.why_text} {page.as_div()}"
    assert page.heading_text
    assert "{" not in html
    assert "maxlength" not in html
    if "{other}" in f"{form.heading}{form.intro}{form.why}":
        assert (case.respondent.name or "the other person").lower() in html.lower()


def texts_of(form: type[QuestionForm]) -> list[Any]:
    fields = form.base_fields.values()
    labels = [
        label for field in fields for _value, label in getattr(field, "choices", ()) if not callable(label)
    ]
    told = [field.label for field in fields] + [field.help_text for field in fields] + labels
    return [text for text in [form.heading, form.intro, form.why, *told] if text]


@pytest.mark.parametrize("form", OURS)
def test_words_are_plain_and_can_be_translated(form: type[QuestionForm]) -> None:
    assert form.law
    for text in texts_of(form):
        translated = isinstance(text, Promise) or text in counties()
        assert translated, text
        assert not re.search(r"\b(victim|abuser|recommend)", str(text), re.IGNORECASE), text
        assert not str(text).startswith("If "), text
        for sentence in re.split(r"[.?:] ", str(text)):
            assert len(sentence.split()) <= 26, sentence


@pytest.mark.parametrize("form", OURS)
def test_only_names_and_the_county_are_required(form: type[QuestionForm]) -> None:
    at = f"{form.at}." if form.at else ""
    required = {f"{at}{name}" for name, field in form.base_fields.items() if field.required}
    assert required <= {"petitioner.name", "respondent.name", "court.county"}


@pytest.mark.parametrize("form", FORMS)
def test_follow_ups_name_fields_and_answers_of_their_page(form: type[QuestionForm]) -> None:
    for name, needed in form.follow_ups.items():
        field, _equals, values = needed.partition("=")
        assert name in form.base_fields
        html = form(case=full_case())[field].as_widget()
        assert all(f'value="{value}"' in html for value in values.split("|"))
        assert field not in form.follow_ups  # one step deep: pruning needs no chains


# What a page keeps


def posted(form: QuestionForm) -> dict[str, Any]:
    """What a browser sends when the page is sent on as it was shown."""
    data: dict[str, Any] = {}
    for name in form.fields:
        value = form[name].value()
        if value not in (None, "", [], ()):
            data[name] = list(value) if isinstance(value, (list, tuple)) else str(value)
    return data


@pytest.mark.parametrize("name", STORIES)
def test_every_story_can_be_typed(name: str) -> None:
    """Each page takes the story's answers, and changes none; no answer is left that no page asks for."""
    case, told = story(name), Case()
    case = prune(case) if name in MOVED_OVER else case
    for chapter in CHAPTERS:
        for step in steps_of(chapter, case):
            if step.form is None:
                continue
            page = step.form(case=case, index=step.index)
            sent = step.form(posted(page), case=case, index=step.index)
            assert sent.is_valid(), (step.slug, sent.errors)
            assert sent.saved_to(case) == case, step.slug
            told = sent.saved_to(told)
    told = set_answer(told, "screening.chosen_path", case.screening.chosen_path)
    assert to_json(told) == to_json(case)


LETTERS = st.text(st.sampled_from("abcXYZ áñőЖΩ 0123 -'\"<>&.,/\n"), max_size=30)


def valid_data(name: str, field: forms.Field) -> st.SearchStrategy[Any]:
    """What a person may send for a field."""
    if isinstance(field, MultiChoice):
        offered = values_of(field)  # of the people of a Case: none that the class of a page could know
        return st.lists(st.sampled_from(offered), unique=True) if offered else st.just([])
    if isinstance(field, forms.ChoiceField):
        values = [str(value) for value, _label in getattr(field, "choices", ()) if value]
        return st.sampled_from(values if field.required else ["", *values])
    simple: dict[type[forms.Field], st.SearchStrategy[Any]] = {
        UsDate: st.dates(date(1900, 1, 1), date(2020, 12, 31)).map(lambda day: f"{day:%m/%d/%Y}"),
        RoughDate: st.sampled_from(["", "about March 2026", "summer", "3/5/2020", "March 5, 2020"]),
        Age: st.integers(0, 120).map(str),
        Days: st.integers(0, 120).map(str),
        Year: st.sampled_from(["", "1998", "2024"]),
        Zip: st.sampled_from(["", "95814", "95814-1234", "958141234"]),
        Phone: st.sampled_from(["", "(415) 555-0134", "415.555.0134 ext. 12", "+52 55 1234 5678"]),
        Percent: st.sampled_from(["", "0", "60", "40 %", "100"]),
        ClockTime: st.sampled_from(
            ["", "15:00", "3:30 pm"] if name.endswith("_end") else ["", "noon", "9:05 am"]
        ),
        MonthYear: st.sampled_from(["", "3/2023", "March 2023", "2023"]),  # none before another
        Money: st.sampled_from(["", "$1,200.50", "80", "0.5", "12,000"]),
        Hours: st.sampled_from(["", "40", "37.5", "0"]),
        State: st.sampled_from(["", "CA", "california", "Baja California"]),
    }
    if type(field) in simple:
        return simple[type(field)]
    if name == "email":
        return st.sampled_from(["", "name@example.com"])
    return LETTERS.filter(str.strip) if field.required else LETTERS


@pytest.mark.parametrize("form", OURS)
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_is_sent_is_kept(form: type[QuestionForm], data: st.DataObject) -> None:
    sent = {name: data.draw(valid_data(name, field)) for name, field in form.base_fields.items()}
    if form is AgeAndBirthDate:
        sent["age_is_estimate"] = "yes"
    case = full_case()
    page = form(sent, case=case, index=1)
    assert page.is_valid(), page.errors
    saved = page.saved_to(case)
    assert from_json(to_json(saved)) == saved
    again = form(posted(form(case=saved, index=1)), case=saved, index=1)
    assert again.is_valid(), again.errors
    assert again.saved_to(saved) == saved


# Orders


def asks(*orders: Order, kinds: tuple[Any, ...] = ()) -> Case:
    return Case(requests=Requests(asked=orders), relationship=Relationship(kinds=kinds))


def send(form: type[QuestionForm], case: Case, **data: Any) -> Case:
    page = form(data, case=case)
    assert page.is_valid(), page.errors
    return page.saved_to(case)


def test_a_page_of_orders_changes_only_its_own() -> None:
    case = asks("no_abuse", "stay_away", "custody", "phone_transfer")
    saved = send(Safety, case, asked=["move_out", "no_contact"])
    assert saved.requests.asked == ("no_contact", "move_out", "custody", "phone_transfer")
    assert send(Safety, saved).requests.asked == ("custody", "phone_transfer")
    assert send(AtTheHearing, saved, asked=["lawyer_fees"]).requests.asked[-1] == "lawyer_fees"


def test_a_page_of_orders_shows_only_its_own_as_checked() -> None:
    case = asks("no_abuse", "custody")
    assert Safety(case=case).initial["asked"] == ["no_abuse"]
    assert Safety(case=case).as_div().count("checked") == 1


@pytest.mark.parametrize(
    ("form", "order"), [(MoneyAndTime, "property_restraint"), (AtTheHearing, "spousal_support")]
)
def test_orders_of_married_people_are_offered_to_them(form: type[OrdersForm], order: Order) -> None:
    assert order in form(case=asks(kinds=("married",))).offered
    single = asks(kinds=("dating",))
    assert order not in form(case=single).offered
    assert not form({"asked": [order]}, case=single).is_valid()


def test_an_order_asked_for_while_married_can_be_taken_back_later() -> None:
    case = asks("spousal_support", "no_abuse", kinds=("formerly_married",))
    assert "spousal_support" in AtTheHearing(case=case).offered
    assert send(AtTheHearing, case).requests.asked == ("no_abuse",)


# Age, court


def test_an_age_and_a_birth_date_that_disagree_are_told_at_the_age() -> None:
    def page(age: str, born: str, sure: str = "no") -> AgeAndBirthDate:
        return AgeAndBirthDate({"age": age, "birth_date": born, "age_is_estimate": sure}, case=Case())

    this_year = DAY.year
    wrong = page("20", f"1/1/{this_year - 40}")
    assert "is 40 now, and the age you gave is 20" in wrong.errors["age"][0]
    assert 'value="20"' in wrong.as_div()
    assert page("40", f"1/1/{this_year - 40}").is_valid()
    assert page("20", f"1/1/{this_year - 40}", sure="yes").is_valid()
    assert page("20", "").is_valid()


def test_the_court_of_a_kiosk_is_shown_and_can_be_changed() -> None:
    case = set_answer(Case(), "court.county", "Yolo")
    assert 'value="Yolo" selected' in County(case=case).as_div()
    assert send(County, case, county="Fresno").court.county == "Fresno"
    assert str(County({"county": ""}, case=case).errors["county"][0]).startswith("Choose the county.")


def test_a_county_is_one_of_58_however_a_setting_writes_it() -> None:
    assert len(counties()) == 58
    assert [county_named(text) for text in ("fresno county", " Los Angeles ", "Clark", "")] == [
        "Fresno",
        "Los Angeles",
        "",
        "",
    ]


@pytest.mark.parametrize("name", STORIES)
def test_answers_are_read_back_in_words_never_in_codes(name: str) -> None:
    """Each page of orders reads back the orders it offers and no other's."""

    case = prune(story(name))
    read = [line for ch in read_back(CHAPTERS, case) for page in ch.pages for line in page.lines]
    said = [answer for line in read for answer in line.answers]
    codes = {code for code in case.requests.asked if "_" in code} | {
        "two_to_five",
        "with_children",
        "lived_there",
    }
    assert not codes & set(said)
    assert said
