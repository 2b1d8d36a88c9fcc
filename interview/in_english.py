"""Court papers are in English. Which answers must be, and the second box for a person's own words.

Ticks, names, numbers and addresses are the same in every language; only what the court reads as sentences
is put into English. A page in English has no second box: it shows the own words, to be translated in place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from django import forms
from django.conf import settings
from django.conf.locale import LANG_INFO
from django.utils.text import format_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from forms_library.audience import general
from interview.answers import get_answer
from interview.audience import items_of
from interview.case import Case
from interview.conduct import Path
from interview.fields import ShortText, Story
from interview.own_words import OwnWords, Told, told_at, with_words
from interview.questions import QuestionForm
from interview.vocabulary import YesNo
from interview.which_language import language_of

COURTS_LANGUAGE = "en"
# Sentences that are asked for in one line; "#" is the number of an entry.
SENTENCES = frozenset(
    {
        "respondent.marks",
        "incidents.#.frequency_other",
        "requests.stay_away.other_place",
        "requests.stay_away.how_close_other",
        "requests.move_out.right_other",
        "custody.visit.place_other",
        "custody.visit.frequency_other",
        "custody.visit.repeat_other",
        "custody.travel_other",
        "custody.records_other",
        "abduction.recent_act_other",
        "abduction.travel_plan_other",
        "minor_privacy.passages.#.location",
        "minor_privacy.share_with_other",
        "finances.respondents.because",
        "finances.one_time_money",
        "finances.children.special_needs_what",
        "court.venue_other",
        "after.review_other",
        "after.details.no_move_other",
        "after.changed_custody.place_details",
        "after.changed_custody.travel_other",
        "after.changed_custody.records_other",
        "renewal.how_long_other",
        "renewal.violations.#.how_often_other",
    }
)
# The last part of the path of names, numbers and addresses, which are the same in all languages
_NAMES_AND_NUMBERS = """
address amount bar_number case_number city city_and_zip college_years company courthouse department
drivers_license employer employer_address exemptions firm gate_code graduate_years health_months height
hours_once hours_twice insurer insurer_address losses_months months name number other_children_months
other_names paid_to pay_to place review_department school social_security_number street ties_county ties_state
town_of_origin travel_county vehicle_plate vehicle_year weight witness_names yards years
"""
NAMES_AND_NUMBERS = frozenset(_NAMES_AND_NUMBERS.split())
_SHORT = _lazy(
    "Short answers print just as you write them. Names and addresses stay as they are. Other words are best "
    "in English, such as a color or a job."
)


def page_language() -> str:
    """The language of the page: "es"."""
    return (get_language() or COURTS_LANGUAGE).partition("-")[0]


def is_in_english() -> bool:
    return page_language() == COURTS_LANGUAGE


@lru_cache(4096)
def english_answers(form: type[QuestionForm], index: int, case_path: Path) -> Mapping[str, str]:
    """Field -> path of those answers of a page that the court reads, and must have in English."""
    return MappingProxyType(
        {
            name: path
            for name, path in form.case_paths(index).items()
            if _is_sentence(form.base_fields[name], path) and items_of(path, case_path)
        }
    )


def _is_sentence(field: forms.Field, path: str) -> bool:
    return isinstance(field, Story) or general(path) in SENTENCES


class OwnWordsField(Story):
    """A box for the person's own words. They print nowhere: any letters of the world will do."""

    def __init__(self, *, path: str, language: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.path = path
        self.language = language
        self.widget.attrs["lang"] = language

    def validate(self, value: Any) -> None:
        forms.CharField.validate(self, value)


def offer_own_words(form: QuestionForm) -> None:
    """Put a box for the person's own words before each answer that must be in English.

    Only where the page is in another language; or where it was when it was sent, so that nothing is lost
    when the language was switched in between.
    """
    for name, path in english_answers(type(form), form.index, form.case.path).items():
        if name in form.fields:
            for code, _name in settings.LANGUAGES:
                sent = form.add_prefix(_box(name, code)) in form.data
                if code != COURTS_LANGUAGE and (code == page_language() or sent):
                    _put_before(form, name, path, code)
            if not is_in_english():
                _ask_in_english(form, form.fields[name])
    if not is_in_english():
        _say_how_short_answers_print(form)


def _say_how_short_answers_print(form: QuestionForm) -> None:
    """With the first answer of a word or a line that is better in English; a page of boxes says it above."""
    if own_fields(form):
        return
    paths = form.case_paths(form.index)
    shorts = (name for name, field in form.fields.items() if type(field) is ShortText and name in paths)
    name = next((name for name in shorts if _is_a_word(paths[name], form.case.path)), "")
    if name:
        field = form.fields[name]
        field.help_text = format_lazy("{} {}", field.help_text, _SHORT) if field.help_text else _SHORT


def _is_a_word(path: str, case_path: Path) -> bool:
    return path.rpartition(".")[2] not in NAMES_AND_NUMBERS and bool(items_of(path, case_path))


def own_fields(form: forms.BaseForm) -> dict[str, OwnWordsField]:
    return {name: field for name, field in form.fields.items() if isinstance(field, OwnWordsField)}


def with_own_words(form: QuestionForm, case: Case) -> Case:
    """The Case a page was saved to, with the own words that were sent with it."""
    told = case.own_words
    paths = english_answers(type(form), form.index, form.case.path).values()
    if is_in_english():  # whoever saves this page had the own words in sight beside the English
        told = tuple(replace(one, newer="") if one.path in paths else one for one in told)
    for name, field in own_fields(form).items():
        if form.add_prefix(name) in form.data:
            words = OwnWords(field.path, field.language, form.cleaned_data.get(name) or "")
            told = with_words(told, _marked(words, told, form.case, case))
    for path in paths:
        told = _with_words_in_the_wrong_box(told, path, form.case, case)
    return replace(case, own_words=told)


def _with_words_in_the_wrong_box(told: Told, path: str, before: Case, after: Case) -> Told:
    """All that was told, with what stands in the place of the English: the English would take its place."""
    text = get_answer(after, path)
    if not (code := language_of(text)):
        return told
    known = _told_in(told, path, code).text
    is_ours = known in ("", get_answer(before, path))
    return with_words(told, OwnWords(path, code, text)) if is_ours else told


def _marked(words: OwnWords, told: Told, before: Case, after: Case) -> OwnWords:
    """The words, as newer than their English where they changed and the English did not."""
    was, english = _told_in(told, words.path, words.language), get_answer(after, words.path)
    same_english = bool(english) and english == get_answer(before, words.path)
    is_newer: YesNo = "yes" if same_english and (was.newer or was.text != words.text) else ""
    return replace(words, newer=is_newer)


def _told_in(told: Told, path: str, language: str) -> OwnWords:
    """What was told for an answer in a language; nothing of it, where nothing was."""
    return next((one for one in told_at(told, path) if one.language == language), OwnWords())


def language_name(code: str) -> str:
    """A language by the name its speakers give it."""
    return str(LANG_INFO[code]["name_local"]) if "name_local" in LANG_INFO.get(code, ()) else code


def _box(name: str, language: str) -> str:
    return f"{name}-{language}"


def _put_before(form: QuestionForm, name: str, path: str, language: str) -> None:
    english = form.fields[name]
    box = OwnWordsField(
        path=path,
        language=language,
        label=_("{question} (in your own words, in {language})").format(
            question=_question(form, english), language=language_name(language)
        ),
        help_text=english.help_text,
        rows=english.widget.attrs.get("rows", 3),
    )
    own_name = _box(name, language)
    form.initial[own_name] = _told_in(form.case.own_words, path, language).text
    items = ((own_name, box), (name, english))
    form.fields = {
        key: field
        for one, there in form.fields.items()
        for key, field in (items if one == name else ((one, there),))
    }
    if needed := form.follow_ups.get(name):
        vars(form)["follow_ups"] = {**form.follow_ups, own_name: needed}


def _ask_in_english(form: QuestionForm, field: forms.Field) -> None:
    field.label = _("{question} (in English, for your papers)").format(question=_question(form, field))
    field.help_text = _("This prints on your papers. You can leave it empty for now.")
    field.widget.attrs["lang"] = COURTS_LANGUAGE


def _question(form: QuestionForm, field: forms.Field) -> str:
    """What a field asks, where its label is no question by itself."""
    label = str(field.label or "")
    return form.heading_text if label in ("", _("In your own words")) else label
