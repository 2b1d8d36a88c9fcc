"""The maps against the official forms: every blank accounted for, and a fault in a map is found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from forms_library.attachments import AttachedPage
from forms_library.audience import places_of
from forms_library.catalogue import Form, all_forms, current
from forms_library.checking import Account, account_for
from forms_library.filled import ATTACHMENT_FORM
from forms_library.maps import FormMap, Row, read_map
from forms_library.prepare import Prepared
from interview.case import Case
from interview.derived_from import DERIVED_FROM

FORMS = pytest.mark.parametrize("form", all_forms(), ids=lambda form: form.number)


def _account(form: Form, form_map: FormMap, prepared_form: dict[str, Prepared]) -> Account:
    root = AttachedPage if form.number == ATTACHMENT_FORM else Case
    return account_for(form, form_map, prepared_form[form.number].index, root)


@FORMS
def test_every_blank_is_filled_or_left_on_purpose(form: Form, prepared_form: dict[str, Prepared]) -> None:
    account = _account(form, read_map(form.number, form.revision), prepared_form)
    assert account.faults == () and account.unaccounted == 0 and account.blanks == form.blanks


@pytest.mark.parametrize(("number", "items"), [("DV-109", {"1", "2"}), ("DV-110", {"1", "2", "3"})])
def test_only_the_petitioners_items_of_an_order_are_filled(number: str, items: set[str]) -> None:
    form = current(number)
    filled = {row.item for row in read_map(number, form.revision).rows if row.kind != "leave"}
    assert filled == items | {"caption"}


def _spoilt(row: Row, **changes: str) -> Row:
    return replace(row, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "changes", "fault"),
    [
        ("text", {"value": "petitioner.nickname"}, "no answer at"),
        ("text", {"value": "requests.asked"}, "not something that prints"),
        ("tick", {"value": "respondent.gender = blue"}, "not a choice"),
        ("tick", {"value": "requests.asked has pizza"}, "not a choice"),
        ("text", {"widget": "DV-100[0].Nowhere[0]"}, "the form has no blank"),
        ("list", {"value": "children"}, "no answer at"),
        ("text", {"kind": "tick", "value": "petitioner.name"}, "a tick for a blank without"),
    ],
)
def test_a_fault_in_a_map_is_found(
    kind: str, changes: dict[str, str], fault: str, prepared_form: dict[str, Prepared]
) -> None:
    form = current("DV-100")
    rows = list(read_map(form.number, form.revision).rows)
    at = next(n for n, row in enumerate(rows) if row.kind == kind)
    rows[at] = _spoilt(rows[at], **changes)
    faults = _account(form, FormMap(form.number, form.revision, tuple(rows)), prepared_form).faults
    assert any(fault in found for found in faults)


def test_a_missing_row_and_a_double_row_are_found(prepared_form: dict[str, Prepared]) -> None:
    form = current("DV-100")
    rows = read_map(form.number, form.revision).rows
    spoilt = FormMap(form.number, form.revision, (rows[1], *rows[1:]))
    account = _account(form, spoilt, prepared_form)
    assert account.unaccounted == 1
    assert any("no row for" in fault for fault in account.faults)
    assert any("2 rows for" in fault for fault in account.faults)


def test_filling_a_blank_of_the_judge_is_found(prepared_form: dict[str, Prepared]) -> None:
    form = current("DV-110")
    rows = list(read_map(form.number, form.revision).rows)
    at = next(n for n, row in enumerate(rows) if row.item.startswith("4") and row.kind == "leave")
    rows[at] = _spoilt(rows[at], kind="text", value="petitioner.name")
    faults = _account(form, FormMap(form.number, form.revision, tuple(rows)), prepared_form).faults
    assert any("the court's" in fault for fault in faults)


@pytest.mark.parametrize(
    ("path", "audiences"),
    [
        ("petitioner.birth_date", {"clerk"}),
        ("petitioner.private_telephone", {"clerk", "court", "sheriff"}),
        ("petitioner.mailing_address.street", {"served", "order", "court", "sheriff"}),
        ("service.first.best_time", {"sheriff"}),
        ("service.vehicle_color", {"sheriff"}),
        ("court_help.language", {"served"}),
        ("court_help.accommodation_why", {"court"}),
        ("incidents.7.story", {"served"}),
        ("respondent.social_security_number", {"clerk"}),
        ("screening.danger_now", set()),
        ("petitioner.mailing_is_home", set()),
        ("minor_privacy.difference", {"served"}),  # has no blank: prints on an attached page alone
        ("custody.homes_before.0.city", {"served"}),
        ("custody.habitual_country", {"order"}),  # DV-140, where the court wants the order prepared
    ],
)
def test_who_sees_an_answer_is_read_off_the_maps(path: str, audiences: set[str]) -> None:
    assert {place.audience for place in places_of(path, DERIVED_FROM)} == audiences


def test_a_fact_that_follows_from_answers_names_where_they_print() -> None:
    dvro = {place.form for place in places_of("court.county", DERIVED_FROM, "dvro")}
    cho = {place.form for place in places_of("court.county", DERIVED_FROM, "cho")}
    assert dvro == {
        *("DV-100", "DV-109", "DV-110", "DV-112", "DV-115", "DV-116", "DV-160", "DV-165", "DV-200"),
        *("DV-130", "DV-250", "DV-700", "DV-710"),
        *("FL-150", "FL-155", "MC-030", "INT-300", "MC-410"),
    }
    assert cho == {
        *("CM-010", "CH-100", "CH-109", "CH-110", "CH-160", "CH-165", "CH-200", "FW-001"),
        *("CH-130", "CH-250", "CH-700", "CH-710"),
        *("MC-030", "INT-300", "MC-410"),
    }


def test_every_derived_fact_of_the_maps_names_its_sources() -> None:
    """A property on the Case that a map prints must be in DERIVED_FROM, or no badge could be right."""
    from forms_library.audience import printed_paths
    from interview.answers import get_answer

    for path in printed_paths():
        if path.startswith("attachment."):
            continue
        if path not in DERIVED_FROM:
            get_answer(Case(), path.replace("#", "0"))
