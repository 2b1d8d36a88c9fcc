"""What the maps print of a fact that follows from answers, and the answers it follows from: so that a
question can say who will see its answer. "#" stands for the number of an entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import get_args

from interview.court_cases import WITHOUT_DVRO_BOX, WITHOUT_HARASSMENT_BOX, CourtCase, Kind
from interview.court_fees import MonthlyExpenses
from interview.derived_finances import of_finances
from interview.derived_orders import of_orders
from interview.derived_statements import of_statements
from interview.parenting import DayPlan, Home, Visits, Week

_ANIMAL = ("name", "kind", "breed", "color")
_FACTS: dict[str, tuple[str, ...]] = {
    "respondent.age_in_words": ("respondent.age", "respondent.age_is_estimate"),
    "court.caption": ("court.county", "court.courthouse", "court.street", "court.city_and_zip"),
    "children_names": ("children.#.name", "children.#.whose"),
    "relationship.in_words": (
        "relationship.kinds",
        "relationship.relatives",
        "relationship.relative_word",
        "relationship.other_word",
    ),
    "relationship.how_known": (
        "relationship.how_known_story",
        "relationship.kinds",
        "relationship.other_word",
    ),
    "firearms_line": ("firearms.#.description", "firearms.#.amount", "firearms.#.location"),
    "has_prohibited_items": ("has_firearms", "has_body_armor"),
    "prohibited_items_line": (
        "body_armor_details",
        "firearms.#.description",
        "firearms.#.amount",
        "firearms.#.location",
    ),
    "protected_people.#.gender_letter": ("protected_people.#.gender",),
    "asks_for_custody": ("requests.asked",),
    "custody_children": ("children.#.name", "children.#.whose"),
    "custody_children.#.name": ("children.#.name", "children.#.whose"),
    "custody_children.#.birth_date": ("children.#.birth_date",),
    "have_lived_together": ("custody.lived_together",),
    "history_sheets.#.another_follows": ("custody.homes_now.#.children", "custody.homes_before.#.children"),
    "records_children_names": ("custody.records_children",),
    "custody.supervised_answer": ("custody.supervised",),
    "private_minors.#.name": ("minor_privacy.minors",),
    "minor_privacy.facts_kept_from_respondent": ("minor_privacy.respondent_facts",),
    "minor_privacy.facts_shared": ("minor_privacy.share_facts",),
    "minor_privacy.differences.#.text": ("minor_privacy.difference",),
    "minor_asks": ("minor_privacy.minors", "petitioner.age"),
    "asks_for_private_minors": ("minor_privacy.minors",),
    "asks_for_several_minors": ("minor_privacy.minors",),
    "asks_for_cho": ("screening.chosen_path",),
    "order_in_force": ("has_other_orders", "other_orders.#.in_force"),
    "incidents.#.who_was_there": ("incidents.#.witnesses", "incidents.#.witness_names"),
    "harassed_before": ("screening.more_than_once",),
    "earlier_harassment": (
        "earlier_times",
        *(f"incidents.#.{part}" for part in ("date", "story", "witnesses", "witness_names", "police")),
        *(f"incidents.#.{part}" for part in ("weapon", "weapon_description", "harm", "harm_description")),
    ),
    "requests.stay_away.from_children": ("requests.stay_away.places",),
    "requests.stay_away.distance_in_yards": ("requests.stay_away.distance", "requests.stay_away.yards"),
    "requests.asks_personal_conduct": ("requests.asked",),
    "requests.asks_for_fees": ("requests.asked",),
    "requests.animals_in_words": tuple(f"requests.animals.#.{part}" for part in _ANIMAL),
    "requests.animal_protection.keeps_respondent_away": ("requests.animal_protection.orders",),
    "requests.animal_protection.distance_in_yards": (
        "requests.animal_protection.distance",
        "requests.animal_protection.yards",
    ),
    "requests.animal_protection.reasons_in_words": (
        "requests.animal_protection.reasons",
        "requests.animal_protection.reason_other",
    ),
    "asks_no_fees": ("fees.free_of", "fees.wants_waiver"),
    "asks_fee_waiver": ("fees.wants_waiver",),
    "short_title": ("petitioner.name", "respondent.name"),
    "filed_by": ("petitioner.name", "petitioner.lawyer.name", "petitioner.has_lawyer"),
    "petitioner.telephone_for_court": ("petitioner.telephone", "petitioner.private_telephone"),
    "petitioner.lawyer_in_words": (
        *(f"petitioner.lawyer.{part}" for part in ("name", "firm", "bar_number")),
        *(f"petitioner.mailing_address.{part}" for part in ("street", "city", "state", "zip")),
        "petitioner.telephone",
    ),
    "attorney_for": ("petitioner.name", "petitioner.has_lawyer"),
    "petitioner.mailing_address.city_state_zip": tuple(
        f"petitioner.mailing_address.{part}" for part in ("city", "state", "zip")
    ),
    "court.name_and_address": tuple(
        f"court.{part}" for part in ("county", "courthouse", "street", "city_and_zip")
    ),
    "asks_interpreter": ("court_help.wants_interpreter", "court_help.witness_needs_interpreter"),
    "asks_accommodation": ("court_help.wants_accommodation",),
    **{f"witness_hearing.{part}": (f"hearing.{part}",) for part in ("is_set", "date", "time", "department")},
    "accommodation_when_and_where": (
        *(f"hearing.{part}" for part in ("is_set", "date", "time", "department")),
        *(f"court.{part}" for part in ("courthouse", "street", "city_and_zip")),
    ),
    "petitioner.telephone_for_sheriff": ("petitioner.private_telephone", "petitioner.telephone"),
    "respondent.birth_date_or_age": ("respondent.birth_date", "respondent.age", "respondent.age_is_estimate"),
    "respondent.is_described": tuple(
        f"respondent.{part}"
        for part in ("gender", "race", "height", "weight", "hair_color", "eye_color", "marks", "age")
    ),
    "has_weapon": ("has_firearms", "service.issues"),
    "has_safety_issues": ("service.knows_issues", "has_firearms", "respondent.speaks_english"),
    "vehicle_in_words": (
        *(f"respondent.vehicle_{part}" for part in ("type", "model", "year", "plate")),
        "service.vehicle_color",
    ),
    "served_at.gate_code": ("service.first.gate_code",),
    "served_at.best_time": ("service.first.best_time",),
    "served_at.kind": ("service.first.kind", "service.place"),
    **{
        f"served_at.{part}": (f"service.first.{part}", f"respondent.address.{part}", "service.place")
        for part in ("street", "city", "state", "zip")
    },
    "asks_for_new_date": ("continuance.wanted",),
    "order_ends_on": ("renewal.ends_on", "after.ends_on", "renewal.renewed_before"),
    "kind_of_papers": ("screening.chosen_path",),
    "sheriffs_dates.has_hearing": ("hearing.date", "after.has_review", "after.review_date"),
    "sheriffs_dates.hearing": ("hearing.date", "after.review_date"),
    "sheriffs_dates.serve_by": (
        *(f"hearing.{part}" for part in ("date", "days_before", "other_days")),
        "after.serve_by",
    ),
    "serves_first_order": ("hearing.first_orders",),
    **dict.fromkeys(
        (
            "serves_made_order",
            "serves_receipt_for_guns",
            "proves_mailing_with_dvro",
            "proves_mailing_with_cho",
        ),
        ("after.attended", "after.first_papers_served", "after.same_as_temporary"),
    ),
    "serves_long_income_form": ("finances.fills", "finances.which_form"),
    "serves_short_income_form": ("finances.fills", "finances.which_form"),
    "serves_request_with_dvro": ("screening.chosen_path",),
    "serves_request_with_cho": ("screening.chosen_path",),
    "hearing.order_made": ("hearing.first_orders",),
    "hearing.order_in_effect": ("hearing.first_orders",),
    "papers_to_serve": ("hearing.first_orders",),
    "other_papers_served": ("hearing.first_orders",),
    "serves_custody_papers": ("hearing.first_orders", "requests.asked"),
    "asks_for_dvro": ("screening.chosen_path",),
}
_HISTORIES = ("history", "history_sheets.#.first", "history_sheets.#.second")
_HOMES = ("custody.homes_now.#", "custody.homes_before.#")


def _of_histories() -> Iterator[tuple[str, tuple[str, ...]]]:
    for history in _HISTORIES:
        for name in (field.name for field in fields(Home)):
            yield f"{history}.homes.#.{name}", tuple(f"{home}.{name}" for home in _HOMES)
        parts = ("city", "state", "private")
        yield f"{history}.homes.#.place", tuple(f"{home}.{part}" for home in _HOMES for part in parts)
        yield f"{history}.names", tuple(f"{home}.children" for home in _HOMES)


def _of_visits() -> Iterator[tuple[str, tuple[str, ...]]]:
    for visits in ("custody.supervised_visits", "custody.unsupervised_visits"):
        for name in (field.name for field in fields(Visits)):
            yield f"{visits}.{name}", (f"custody.visit.{name}",)
        for day in (field.name for field in fields(Week)):
            for name in (field.name for field in fields(DayPlan)):
                told = (f"custody.visit.week.{day}.{name}",)
                yield f"{visits}.week.{day}.{name}", told
                yield f"{visits}.week.{day}.{name}_text", told


def _of_cases() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Court cases between the two: each form has boxes for some kinds, and one row for the others."""
    parts = tuple(field.name for field in fields(CourtCase))
    for kind in get_args(Kind):
        yield f"other_cases.{kind}.in_one_line", tuple(f"other_cases.{kind}.{part}" for part in parts)
    yield "other_cases.ever_involved", ("other_cases.involved", "other_cases.ever")
    yield "other_cases.has_kind_without_dvro_box", ("other_cases.kinds",)
    told = tuple(f"other_cases.{kind}.{part}" for kind in WITHOUT_DVRO_BOX for part in parts)
    yield "other_cases.without_dvro_box", told
    yield "other_cases.has_kind_without_harassment_box", ("other_cases.kinds",)
    for part in parts:
        told = tuple(f"other_cases.{kind}.{part}" for kind in WITHOUT_HARASSMENT_BOX)
        yield f"other_cases.without_harassment_box.#.{part}", told


def _of_finances() -> Iterator[tuple[str, tuple[str, ...]]]:
    """FW-001: which box of item 5, and the totals."""
    waiver = "fees.waiver"
    expenses = tuple(f"{waiver}.expenses.{field.name}" for field in fields(MonthlyExpenses))
    sums = tuple(f"{waiver}.{one}.#.amount" for one in ("deductions", "installments", "other_expenses"))
    own, others = f"{waiver}.incomes.#.amount", f"{waiver}.household.#.income"
    yield f"{waiver}.ground", tuple(f"{waiver}.{one}" for one in ("benefits", "income_is_low", "waived"))
    yield f"{waiver}.own_income", (own, f"{waiver}.has_income")
    yield f"{waiver}.household_income", (others, f"{waiver}.has_household")
    yield f"{waiver}.whole_income", (own, others)
    yield f"{waiver}.monthly_expenses", (*expenses, *sums)
    yield f"{waiver}.facts.#.text", (f"{waiver}.other_facts",)


DERIVED_FROM: dict[str, tuple[str, ...]] = {
    **_FACTS,
    **of_orders(),
    **of_finances(),
    **of_statements(),
    **dict(_of_histories()),
    **dict(_of_visits()),
    **dict(_of_cases()),
    **dict(_of_finances()),
}
