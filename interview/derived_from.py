"""What the maps print of a fact that follows from answers, and the answers it follows from: so that a
question can say who will see its answer. "#" stands for the number of an entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from interview.parenting import DayPlan, Home, Visits, Week

_FACTS: dict[str, tuple[str, ...]] = {
    "respondent.age_in_words": ("respondent.age", "respondent.age_is_estimate"),
    "court.caption": ("court.county", "court.courthouse", "court.street", "court.city_and_zip"),
    "children_names": ("children.#.name", "children.#.whose"),
    "respondent_is": (
        "relationship.kinds",
        "relationship.relatives",
        "relationship.relative_word",
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


DERIVED_FROM: dict[str, tuple[str, ...]] = {**_FACTS, **dict(_of_histories()), **dict(_of_visits())}
