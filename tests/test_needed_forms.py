"""Forms that are not in the packet, papers to add by hand: each order's own, whatever else was answered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from interview.after_hearing import AfterHearing, Decided
from interview.case import Case, OtherOrder
from interview.conduct import Path, Screening
from interview.continuance import Continuance
from interview.court_fees import Fees, FeeWaiver
from interview.evidence import exhibits
from interview.hearing import Hearing
from interview.incidents import EmergencyProtected, Incident
from interview.minor_privacy import MinorPrivacy
from interview.needed_forms import forms_not_filled, still_needed
from interview.parenting import Child, Custody
from interview.people import Petitioner
from interview.relationship import Relationship
from interview.requests import ChildSupportAsk, Order, Requests
from interview.rules import rules
from interview.vocabulary import YesNo, YesNoUnknown

PATHS: tuple[Path, ...] = ("dvro", "cho")


def on(path: Path, case: Case | None = None) -> Case:
    return replace(case or Case(), screening=Screening(chosen_path=path))


CHO, DVRO = on("cho"), on("dvro")
EVERY_ANSWER = Case(
    petitioner=Petitioner(age=9),
    relationship=Relationship(kinds=("neighbor",)),
    requests=Requests(asked=("custody", "child_support", "spousal_support", "lawyer_fees")),
    children=(Child("Leo Reyes", None, "child-1", "both"),),
    custody=Custody(has_order="yes"),
    has_other_orders="yes",
    other_orders=(OtherOrder(in_force="yes"),),
    incidents=(Incident(police="yes", emergency_order="yes"),),
    minor_privacy=MinorPrivacy(wanted="yes", facts=("other",), other_how="circled"),
    fees=Fees(wants_waiver="yes", waiver=FeeWaiver(asked_before="yes", copy_attached="yes")),
)


def numbers(case: Case) -> list[str]:
    return [form.number for form in forms_not_filled(case)]


def lines(case: Case) -> str:
    return "\n".join(still_needed(case))


def test_each_order_has_its_own_papers() -> None:
    assert numbers(on("dvro", EVERY_ANSWER)) == ["CIV-010"]  # FL-150 is in the packet
    assert numbers(on("cho", EVERY_ANSWER)) == ["CIV-010", "FW-003"]
    assert not any(word in lines(on("cho", EVERY_ANSWER)) for word in ("DV-", "FL-"))
    assert not any(word in lines(on("dvro", EVERY_ANSWER)) for word in ("CH-", "FW-"))
    assert len(still_needed(on("cho", EVERY_ANSWER))) == 2 + 5
    assert len(still_needed(on("dvro", EVERY_ANSWER))) == 1 + 4 + 3  # three lines on FL-150


def test_nothing_is_needed_where_nothing_calls_for_it() -> None:
    assert not still_needed(CHO) and not still_needed(DVRO)


@pytest.mark.parametrize("path", PATHS)
def test_every_form_has_its_reason_and_its_rule(path: Path) -> None:
    for form in forms_not_filled(on(path, EVERY_ANSWER)):
        assert form.title and form.why and form.rule in rules()
        assert bool(form.deadline) == bool(form.missed)


def test_an_adult_asks_for_a_child() -> None:
    child = Case(petitioner=Petitioner(age=11))
    assert "FL-935" in lines(on("dvro", child)) and "FL-935" not in lines(on("cho", child))
    assert "CIV-010" in lines(on("dvro", child)) and "CIV-010" in lines(on("cho", child))
    assert not numbers(on("cho", Case(petitioner=Petitioner(age=12))))


def test_the_order_on_fees_goes_with_the_request() -> None:
    asks = Case(fees=Fees(wants_waiver="yes"))
    assert numbers(on("cho", asks)) == ["FW-003"]
    assert not numbers(on("cho", Case(fees=Fees(free_of=("filing", "service"), wants_waiver="no"))))


@pytest.mark.parametrize(
    ("asked", "told", "needed"),
    [("child_support", "change", True), ("child_support", "want", False), ("lawyer_fees", "change", False)],
)
def test_a_copy_of_the_child_support_order_to_be_changed(
    asked: Order, told: ChildSupportAsk, needed: bool
) -> None:
    case = replace(DVRO, requests=Requests(asked=(asked,), child_support=(told,)))
    assert ("DV-100, item 24b" in lines(case)) is needed
    assert ("number at DV-100, item 32" in lines(case)) is needed
    assert ("Child support order" in [one.what for one in exhibits(case)]) is needed
    assert "24b" not in lines(replace(case, hearing=Hearing(is_set="yes")))  # it has gone in
    assert "24b" not in lines(on("cho", case))


@pytest.mark.parametrize(
    ("has", "in_force", "needed"), [("yes", "yes", True), ("yes", "no", False), ("no", "yes", False)]
)
def test_a_copy_of_an_order_in_effect(has: YesNo, in_force: YesNo, needed: bool) -> None:
    case = replace(CHO, has_other_orders=has, other_orders=(OtherOrder(in_force=in_force),))
    assert ("CH-100, item 6b" in lines(case)) is needed
    assert ("CH-100, item 17" in lines(case)) is needed


@pytest.mark.parametrize(
    ("police", "order", "needed"),
    [("yes", "yes", True), ("yes", "no", False), ("no", "yes", False), ("", "", False)],
)
def test_a_copy_of_the_emergency_order(police: YesNoUnknown, order: YesNo, needed: bool) -> None:
    protects: tuple[EmergencyProtected, ...] = ("me",)
    last = Incident(police=police, emergency_order=order, emergency_order_protects=protects)
    assert ("item 7a(6)" in lines(replace(CHO, incidents=(last,)))) is needed
    assert ("item 17" in lines(replace(CHO, incidents=(last,)))) is needed
    assert "7a(6)" not in lines(replace(CHO, incidents=(Incident(), last)))


@pytest.mark.parametrize(
    ("before", "attached", "needed"), [("yes", "yes", True), ("yes", "no", False), ("no", "yes", False)]
)
def test_a_copy_of_an_earlier_fee_request(before: YesNo, attached: YesNo, needed: bool) -> None:
    waiver = FeeWaiver(asked_before=before, copy_attached=attached)
    case = replace(CHO, fees=Fees(wants_waiver="yes", waiver=waiver))
    assert ("FW-001, item 6" in lines(case)) is needed
    assert "item 17" not in lines(case)


def test_a_copy_with_private_facts_circled() -> None:
    circled = MinorPrivacy(wanted="yes", facts=("other",), other_how="circled")
    (line,) = still_needed(replace(CHO, minor_privacy=circled))
    assert "CH-160, item 5c" in line and "item 10" in line
    (line,) = still_needed(replace(DVRO, minor_privacy=circled))
    assert "DV-160, item 5c" in line
    assert not still_needed(replace(CHO, minor_privacy=replace(circled, other_how="listed")))


@pytest.mark.parametrize("path", PATHS)
def test_nothing_of_the_request_is_needed_once_it_is_done(path: Path) -> None:
    case = on(path, EVERY_ANSWER)
    over = replace(case, hearing=Hearing(is_set="yes", held="yes"), after=AfterHearing(outcome="granted"))
    assert not still_needed(over)
    hearing = Hearing(is_set="yes", first_orders="none")
    cancelled = replace(case, hearing=hearing, continuance=Continuance(waive_hearing="yes"))
    assert (path == "dvro") is not bool(still_needed(cancelled))  # only these papers have a form for it


@pytest.mark.parametrize("path", PATHS)
def test_what_is_attached_to_the_request_has_gone_in_with_it(path: Path) -> None:
    filed = replace(on(path, EVERY_ANSWER), hearing=Hearing(is_set="yes"))
    with_income_form = 3 if path == "dvro" else 0  # it may be handed in later
    assert len(still_needed(filed)) == len(forms_not_filled(filed)) + with_income_form
    assert forms_not_filled(filed)


def test_the_forms_behind_the_order_are_named_to_who_prepares_it() -> None:
    asked = Requests(asked=("no_abuse", "child_support", "spousal_support", "phone_transfer"))
    decided = Decided(no_abuse="as_asked", child_support="changed", phone_transfer="as_asked")
    after = AfterHearing(outcome="granted", court_wants_order="yes", decided=decided)
    hearing = Hearing(is_set="yes", held="yes")
    made = replace(DVRO, requests=asked, hearing=hearing, after=after)
    assert numbers(made) == ["FL-342", "DV-900"]
    assert all(form.rule in rules() for form in forms_not_filled(made))
    assert not numbers(replace(made, after=replace(after, court_wants_order="no")))
    paid = replace(after, decided=replace(decided, spousal_support="as_asked", child_support="not_granted"))
    assert numbers(replace(made, after=paid)) == ["FL-343", "DV-900"]


def test_the_forms_behind_the_order_are_named_before_the_hearing_too() -> None:
    asked = Requests(asked=("child_support", "phone_transfer"))
    told = replace(DVRO, requests=asked, hearing=Hearing(is_set="yes"))
    assert not numbers(told)
    prepares = replace(told, after=AfterHearing(court_wants_order="yes"))
    assert numbers(prepares) == ["FL-342", "DV-900"]
    later = replace(prepares, hearing=Hearing(is_set="yes", held="yes"))
    later = replace(later, after=replace(prepares.after, outcome="later"))
    assert numbers(later) == ["FL-342", "DV-900"]
    assert not numbers(replace(later, after=replace(later.after, outcome="denied")))
