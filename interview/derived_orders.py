"""What the orders after the hearing print, and the answers each blank follows from (DV-130, DV-140, DV-145):
as it was asked for, or as the judge ordered it. A part of derived_from.py."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from interview.after_hearing import CUSTODY_ORDERS, Decided, Payment
from interview.parenting import DayPlan, Week

Fact = tuple[str, tuple[str, ...]]

_PAYMENTS = {
    "order_made.debts": ("requests.debts", "after.details.debts"),
    "order_made.expenses": ("requests.expenses", "after.details.expenses"),
    "order_made.details.fees": ("after.details.fees",),
}
_REQUESTS = (
    *(f"stay_away.{part}" for part in ("places", "other_place", "distance_in_yards", "from_children")),
    *("move_out.address", "other_orders", "property_description"),
    *(f"animal_protection.{part}" for part in ("orders", "distance_in_yards")),
)
_FOLLOWS = {  # a fact of a request that follows from others of it
    "stay_away.distance_in_yards": ("stay_away.distance", "stay_away.yards"),
    "stay_away.from_children": ("stay_away.places",),
    "animal_protection.distance_in_yards": ("animal_protection.distance", "animal_protection.yards"),
}
_UNASKED = {"other_orders": ("after.details.more_orders", "after.details.more_orders_text")}
_DETAILS = (
    *("contact_exceptions", "contact_exception_other"),
    *("stay_away_exceptions", "stay_away_exception_other", "program_by"),
)
_HEARING = {
    "ends_on": ("after.ends_on",),
    "ends_at.time": ("after.ends_at", "after.ends_time"),
    "ends_at.half": ("after.ends_at", "after.ends_time"),
    "review.is_set": ("after.has_review",),
    "review.is_about_guns": ("after.has_review", "after.review_about"),
    "review.issues": ("after.review_about", "after.review_other"),
    "review.day": ("after.review_date",),
    "review.clock.time": ("after.review_time",),
    "review.clock.half": ("after.review_time",),
    "review.department": ("after.review_department",),
    "hearing_date": ("hearing.date",),
    "judge": ("after.judge",),
    "attended": ("after.attended",),
    "my_lawyer": ("petitioner.lawyer.name", "after.attended"),
    "their_lawyer": ("after.their_lawyer", "after.attended"),
    "is_original": ("after.outcome", "after.court_wants_order"),
    "protects_others": ("protect_others", "after.details.others"),
    "contact_with": (
        *("after.details.contact_with", "requests.asked", "protect_others"),
        "after.details.others",
    ),
    "details.insurance_of": ("after.details.insurance_of", "requests.asked"),
    "details.property_of": ("after.details.property_of", "requests.asked"),
    **{
        f"people.#.{part}": (
            f"protected_people.#.{part}",
            *("after.details.others", "after.details.others_chosen"),
        )
        for part in ("name", "relationship", "age")
    },
    "prevents_abduction": ("custody.fears_abduction", "after.decided.abduction"),
    "service.both_were_there": ("after.attended", "after.agreed_in_writing"),
    "service.respondent_was_not": ("after.attended", "after.first_papers_served"),
    "service.by_mail": ("after.first_papers_served", "after.same_as_temporary"),
    "service.in_person": ("after.first_papers_served", "after.same_as_temporary", "hearing.first_orders"),
    "service.is_dated": ("after.serve_by", "after.serve_by_way", "after.review_about"),
    "service.in_person_by": ("after.serve_by", "after.serve_by_way"),
    "service.mail_by": ("after.serve_by", "after.serve_by_way"),
}
_CUSTODY = (
    *("travel_limits", "travel_county", "travel_other"),
    *("records_of", "records", "records_other"),
    *("legal", "legal_other", "physical", "physical_other"),
)
_ABDUCTION = (
    *("orders", "documents", "documents_by", "documents_to", "travel_plan", "travel_plan_other"),
    *("register_in", "embassy", "embassy_by", "foreign_country", "bond"),
)
_ASKED, _CHANGED = "custody.visit", "after.changed_custody"
_FEES = ("fee_me", "fee_respondent", "fee_other_name", "fee_other")
_VISITS = {  # of DV-140 items 9, 10 and 12: the request, and what the judge ordered instead
    "is_ordered": ("custody.visits", "custody.supervised", "custody.supervisor.kind", f"{_CHANGED}.visits"),
    "of": ("custody.visits", f"{_CHANGED}.visits_of"),
    "telephone": (f"{_CHANGED}.provider_telephone",),
    "relationship": (f"{_CHANGED}.provider_relationship",),
    "frequency": (f"{_ASKED}.frequency", f"{_CHANGED}.schedule"),
    "hours_once": (f"{_ASKED}.hours_once",),
    "hours_twice": (f"{_ASKED}.hours_twice",),
    "schedule": (f"{_ASKED}.details", f"{_ASKED}.frequency_other", f"{_CHANGED}.schedule"),
    "is_described": (f"{_ASKED}.details", f"{_CHANGED}.schedule"),
    "follows_plan": (f"{_ASKED}.wants_week", f"{_ASKED}.frequency"),
    "place": (f"{_ASKED}.place", f"{_CHANGED}.place"),
    "place_in_person": (f"{_CHANGED}.place_details",),
    "place_other": (f"{_ASKED}.place_other", f"{_CHANGED}.place_details"),
    **{fee: (f"custody.supervisor.{fee}",) for fee in _FEES},
}
_EXCHANGES = {
    "kind": (
        *("custody.exchanges_supervised", "custody.exchange_supervisor.kind"),
        f"{_CHANGED}.exchange_provider",
    ),
    "of": ("custody.exchanges_supervised", f"{_CHANGED}.visits_of"),
    "relationship": (f"{_CHANGED}.exchange_provider_relationship",),
    "place": (f"{_CHANGED}.exchange_place",),
    **{
        kind: (f"custody.exchange_supervisor.{kind}_name", f"{_CHANGED}.exchange_provider_name")
        for kind in ("professional", "nonprofessional")
    },
    **{fee: (f"custody.exchange_supervisor.{fee}",) for fee in _FEES},
}
_CHILDREN_ASKED = {
    "travel": "custody.limit_travel",
    "records": "custody.respondent_sees_records",
    "abduction": "custody.fears_abduction",
    "custody": "custody.wants_custody",
    "visits": "custody.visits",
}


def of_orders() -> dict[str, tuple[str, ...]]:
    """Each path of the maps of the orders after the hearing, and the answers behind it."""
    found = {**dict(_of_order_made()), **dict(_of_custody()), **dict(_of_visits())}
    for name in _ABDUCTION:
        found[f"abduction_orders.#.made.{name}"] = f"abduction.{name}", f"after.changed_abduction.{name}"
    for name in ("no_move", "no_move_other"):
        found[f"abduction_orders.#.{name}"] = (f"after.details.{name}",)
    return found


def _of_order_made() -> Iterator[Fact]:
    decided = tuple(f"after.decided.{one.name}" for one in fields(Decided))
    yield "order_made.orders", ("requests.asked", *_CHILDREN_ASKED.values(), *decided)
    for name in _REQUESTS:
        told = _FOLLOWS.get(name, (name,))
        sources = (f"{where}.{one}" for one in told for where in ("requests", "after.changed"))
        yield f"order_made.requests.{name}", (*sources, *_UNASKED.get(name, ()))
    for part in ("name", "kind", "breed", "color"):
        yield f"order_made.requests.animals.#.{part}", (f"requests.animals.#.{part}",)
    for view, lists in _PAYMENTS.items():
        for part in (field.name for field in fields(Payment)):
            yield f"{view}.#.{part}", tuple(f"{told}.#.{part}" for told in lists)
    for name in _DETAILS:
        yield f"order_made.details.{name}", (f"after.details.{name}",)
    for name, sources_of_it in _HEARING.items():
        yield f"order_made.{name}", sources_of_it


def _of_custody() -> Iterator[Fact]:
    order = "custody_orders.#"
    yield f"{order}.attached_to", ("requests.asked",)
    decided = tuple(f"after.decided.{name}" for name in CUSTODY_ORDERS)
    yield f"{order}.parts", (*_CHILDREN_ASKED.values(), *decided)
    for name in _CUSTODY:
        yield f"{order}.{name}", (f"custody.{name}", f"{_CHANGED}.{name}")
    yield f"{order}.travel_asks", ("custody.limit_travel", f"{_CHANGED}.travel_asks")
    yield f"{order}.records_children", ("custody.records_children", f"{_CHANGED}.records_children")
    yield f"{order}.habitual_country", ("custody.habitual_country",)
    yield f"{order}.habitual_country_other", ("custody.habitual_country_other",)


def _of_visits() -> Iterator[Fact]:
    order = "custody_orders.#.visits"
    yield f"{order}.no_visits", ("custody.visits", f"{_CHANGED}.visits")
    for way in ("professional", "nonprofessional", "unsupervised"):
        names = (f"custody.supervisor.{way}_name",) if way != "unsupervised" else ()
        yield f"{order}.{way}.provider", (*names, f"{_CHANGED}.provider_name")
        for name, sources in _VISITS.items():
            yield f"{order}.{way}.{name}", sources
    for name, sources in _EXCHANGES.items():
        yield f"{order}.exchanges.{name}", sources
    yield f"{order}.has_plan", (f"{_ASKED}.wants_week", f"{_ASKED}.frequency")
    for name in ("repeat", "repeat_other", "start_date"):
        yield f"{order}.{name}", (f"{_ASKED}.{name}",)
    for day in (field.name for field in fields(Week)):
        for name in (field.name for field in fields(DayPlan)):
            for printed in (name, f"{name}_text"):
                yield f"{order}.week.{day}.{printed}", (f"{_ASKED}.week.{day}.{name}",)
    in_words = (f"{_ASKED}.details", f"{_ASKED}.frequency_other", f"{_ASKED}.place_other")
    changed = (f"{_CHANGED}.place_details", f"{_CHANGED}.schedule")
    yield f"{order}.other_orders", (*in_words, *changed)
