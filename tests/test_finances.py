"""Sums of money to the cent, and which of the two forms they go on (FL-150, FL-155)."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from decimal import ROUND_DOWN, Decimal
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview.answers import set_answer
from interview.case import Case
from interview.expenses import Expenses, OtherChild, Payment
from interview.fields import Hours, Money
from interview.finances import Finances
from interview.income import IncomeKind, Incomes, Job, OthersIncome, PaidBy, Received
from interview.money import HowOften, dollars, in_a_month, total, written
from interview.short_form import ROWS
from tests.stories_on_disk import story

KINDS: tuple[IncomeKind, ...] = get_args(IncomeKind)
EACH: list[HowOften] = ["week", "two_weeks", "twice_a_month", "month", "year"]
RATES: list[PaidBy] = ["hour", *EACH]
AS_TYPED = re.compile(r"[0-9]{1,3}(,[0-9]{3})*(\.[0-9]{2})?")  # how a paper writes dollars
CENTS = st.integers(0, 10**11)
AMOUNTS = CENTS.map(lambda cents: written(Decimal(cents) / 100))
HOW_OFTEN = st.sampled_from(EACH)


# What a sum comes to in a month


@pytest.mark.parametrize(
    ("amount", "each", "monthly"),
    [
        ("100", "week", "433.33"),  # 52 weeks in a year, and not 4 in a month
        ("100", "two_weeks", "216.67"),
        ("100", "twice_a_month", "200"),
        ("100", "month", "100"),
        ("100", "year", "8.33"),
        ("0.03", "two_weeks", "0.07"),  # 6.5 cents: half a cent goes up
        ("0.06", "year", "0.01"),  # half a cent
        ("0.05", "year", "0"),  # less than half a cent
        ("0.30", "year", "0.03"),  # 2.5 cents: up, though 2 is even
        ("1,250", "week", "5,416.67"),
        ("12,000", "two_weeks", "26,000"),
        ("1,000,000", "year", "83,333.33"),
        ("999.99", "twice_a_month", "1,999.98"),
        ("1,234,567.89", "month", "1,234,567.89"),
        ("0", "week", "0"),
        ("", "week", ""),
        ("100", "", ""),
        ("", "", ""),
    ],
)
def test_in_a_month(amount: str, each: HowOften, monthly: str) -> None:
    assert in_a_month(amount, each) == monthly
    assert Received(usual=amount, each=each).average == monthly
    assert OthersIncome("yes", amount, each).monthly == monthly


@pytest.mark.parametrize(
    ("amounts", "together"),
    [
        ((), ""),
        (("", ""), ""),
        (("0", ""), "0"),
        (("", "0.50"), "0.50"),
        (("0.10",) * 10, "1"),
        (("0.1", "0.2"), "0.30"),
        (("999.99", "0.01"), "1,000"),
        (("1,000,000", "234,567.89"), "1,234,567.89"),
        (("33.33",) * 300, "9,999"),
    ],
)
def test_total(amounts: tuple[str, ...], together: str) -> None:
    assert total(amounts) == together


@given(AMOUNTS, HOW_OFTEN)
def test_a_month_is_an_amount_as_papers_write_it(amount: str, each: HowOften) -> None:
    assert AS_TYPED.fullmatch(in_a_month(amount, each))


@given(st.lists(AMOUNTS, min_size=1, max_size=20), HOW_OFTEN)
def test_the_months_of_the_parts_are_the_month_of_the_sum(amounts: list[str], each: HowOften) -> None:
    """Within a cent for each part, as each is rounded by itself."""
    parts = sum(dollars(in_a_month(amount, each)) for amount in amounts)
    whole = dollars(in_a_month(total(amounts), each))
    assert abs(parts - whole) <= Decimal("0.01") * len(amounts)


@given(st.lists(AMOUNTS, max_size=60), st.randoms(use_true_random=False))
def test_the_order_of_a_list_does_not_change_its_sum(amounts: list[str], chance: Any) -> None:
    shuffled = chance.sample(amounts, len(amounts))
    assert total(shuffled) == total(amounts)
    assert not amounts or dollars(total(amounts)) == sum(dollars(amount) for amount in amounts)


@given(st.decimals(0, 10**12, allow_nan=False, allow_infinity=False, places=6))
def test_what_is_written_reads_back_to_the_cent_and_a_field_takes_it(amount: Decimal) -> None:
    text = written(amount)
    assert AS_TYPED.fullmatch(text)
    assert abs(dollars(text) - amount) <= Decimal("0.005")
    assert written(dollars(text)) == text
    assert Money(label="Dollars").clean(text) == text
    half_up = (amount + Decimal("0.005")).quantize(Decimal("0.01"), ROUND_DOWN)
    assert dollars(text) == half_up


# The pay of a job


@pytest.mark.parametrize(
    ("pay", "paid_by", "hours", "rate", "at_rate", "monthly"),
    [
        ("17.25", "hour", "40", "hour", "17.25", "2,990"),
        ("21.40", "hour", "37.5", "hour", "21.40", "3,477.50"),
        ("15", "hour", "", "hour", "15", ""),
        ("15", "hour", "0", "hour", "15", "0"),
        ("500", "week", "40", "week", "500", "2,166.67"),
        ("980.25", "two_weeks", "", "week", "490.13", "2,123.88"),  # 490.125: half a cent up
        ("130", "twice_a_month", "", "month", "260", "260"),
        ("2,400", "month", "", "month", "2,400", "2,400"),
        ("41,600", "year", "30", "month", "3,466.67", "3,466.67"),
        ("0", "two_weeks", "", "week", "0", "0"),
        ("", "hour", "40", "hour", "", ""),
        ("", "two_weeks", "", "week", "", ""),
        ("", "year", "", "month", "", ""),
        ("500", "", "40", "", "", ""),
    ],
)
def test_pay_at_the_box_of_item_1h_and_by_the_month(
    pay: str, paid_by: PaidBy, hours: str, rate: str, at_rate: str, monthly: str
) -> None:
    job = Job(pay=pay, paid_by=paid_by, hours=hours)
    assert (job.rate, job.pay_at_rate, job.monthly_pay) == (rate, at_rate, monthly)
    assert (f"${at_rate} per {rate}" in job.summary) == bool(at_rate)


@pytest.mark.parametrize(
    ("hours", "monthly"),
    [("40", "1,733.33"), ("37.5", "1,625"), (" 40 ", "1,733.33"), ("007", "303.33"), ("0", "0"),
     *((words, "") for words in ("", "about 30", "30-40", "30–40", "40 h", "forty", "-5", "+40", "1e3", "NaN",
                                 "Infinity", "4,0", ".5", "40.", "٤٠", "²", "40\n20"))],
)  # fmt: skip
def test_hours_that_are_no_plain_number_come_to_no_month(hours: str, monthly: str) -> None:
    """A page takes numbers only (fields.Hours); a draft may hold what one typed before."""
    assert Job(pay="10", paid_by="hour", hours=hours).monthly_pay == monthly


@given(
    AMOUNTS | st.just(""), st.sampled_from(RATES), st.text(max_size=8) | st.from_regex(r"\A[0-9.,-]{0,6}\Z")
)
def test_pay_is_an_amount_or_nothing_whatever_the_hours(pay: str, paid_by: PaidBy, hours: str) -> None:
    job = Job(pay=pay, paid_by=paid_by, hours=hours)
    for told in (job.monthly_pay, job.pay_at_rate):
        assert not told or AS_TYPED.fullmatch(told)


@pytest.mark.parametrize(("typed", "kept"), [("40", "40"), ("37.50", "37.5"), ("40.", "40"), ("168", "168")])
def test_the_page_keeps_hours_that_the_month_is_worked_out_from(typed: str, kept: str) -> None:
    assert Hours(label="Hours").clean(typed) == kept
    assert Job(pay="1", paid_by="hour", hours=kept).monthly_pay


HOURLY, WEEKLY = Job(pay="20", paid_by="hour", hours="30"), Job(pay="100", paid_by="week")


@pytest.mark.parametrize(
    ("answers", "monthly"),
    [
        ({"has_job": "yes", "job": HOURLY, "has_other_jobs": "no"}, "2,600"),
        ({"has_job": "yes", "job": HOURLY, "has_other_jobs": "no", "other_jobs": (WEEKLY,)}, "2,600"),
        ({"has_job": "yes", "job": HOURLY, "has_other_jobs": "yes", "other_jobs": (WEEKLY,)}, "3,033.33"),
        ({"has_job": "yes", "job": HOURLY, "has_other_jobs": "yes", "other_jobs": (WEEKLY, Job())}, ""),
        ({"has_job": "yes", "job": HOURLY, "has_other_jobs": "yes"}, ""),
        ({"has_job": "yes", "job": HOURLY}, ""),  # whether there is another job was not told
        ({"has_job": "no", "had_job": "yes", "job": HOURLY, "has_other_jobs": "no"}, ""),
        ({"has_job": "yes", "has_other_jobs": "no"}, ""),
    ],
)
def test_the_pay_of_all_jobs_once_each_is_told(answers: dict[str, Any], monthly: str) -> None:
    finances = Finances(**answers)
    assert finances.monthly_pay == monthly
    salaried = replace(finances, has_income="yes", kinds=("salary",), incomes=Incomes(same_pay="yes"))
    assert salaried.average("salary") == monthly
    assert replace(salaried, incomes=Incomes(same_pay="no")).average("salary") == ""


# What comes in


def receiving(*kinds: IncomeKind, **incomes: Any) -> Finances:
    return Finances(has_income="yes", kinds=kinds, incomes=Incomes(**incomes))


def test_only_the_kinds_that_are_checked_count() -> None:
    told = receiving("pension", pension=Received(usual="10", each="week"), ssi=Received("5", "5", "month"))
    assert told.average("pension", "ssi") == "43.33"
    assert told.average("ssi") == ""
    assert replace(told, has_income="").average("pension") == ""


def test_who_had_no_income_has_zero_in_each_row_and_who_did_not_say_has_none() -> None:
    nothing, silent = Finances(has_income="no"), Finances()
    for kind in KINDS:
        row = getattr(nothing.on_the_long_form, kind)
        assert (row.last_month, row.average) == ("0", "0")
        row = getattr(silent.on_the_long_form, kind)
        assert (row.last_month, row.average) == ("", "")
    assert (nothing.average_income, nothing.short_form_income, nothing.wages) == ("0", "0", "0")
    assert (silent.average_income, silent.short_form_income, silent.wages) == ("", "", "")


def test_ssi_is_public_assistance_on_the_long_form() -> None:
    told = receiving(
        "public_assistance",
        "ssi",
        public_assistance=Received("100.10", "50", "twice_a_month"),
        ssi=Received("200.20", "1,200", "year"),
    )
    row = told.on_the_long_form.public_assistance
    assert (row.last_month, row.average) == ("300.30", "200")
    only = receiving("ssi", ssi=Received("", "1,200", "year")).on_the_long_form.public_assistance
    assert (only.last_month, only.average) == ("", "100")


def test_wages_are_three_kinds_together() -> None:
    told = receiving(
        *("salary", "overtime", "commissions", "pension"),
        salary=Received(usual="1,000", each="two_weeks"),
        overtime=Received(usual="0.05", each="two_weeks"),
        commissions=Received(usual="600", each="year"),
        pension=Received(usual="9", each="month"),
    )
    assert told.wages == "2,216.78"  # 2,166.67 + 0.11 + 50
    assert told.short_form_income == told.average_income == "2,225.78"


IN_ROWS = [kind for kinds in ROWS.values() for kind in kinds]


@given(st.dictionaries(st.sampled_from(IN_ROWS), st.tuples(AMOUNTS, HOW_OFTEN), min_size=1))
def test_the_total_of_the_short_form_is_the_sum_of_its_rows(told: dict[IncomeKind, Any]) -> None:
    incomes = {kind: Received(usual=amount, each=each) for kind, (amount, each) in told.items()}
    finances = receiving(*told, **incomes)
    rows = [getattr(finances.short_form, row) for row in ROWS]
    assert dollars(finances.short_form_income or "0") == dollars(total(rows) or "0")  # no row prints a 0
    assert finances.average_income == total(finances.average(kind) for kind in told)


UNKNOWN = "I do not know the other party's income."


@pytest.mark.parametrize(
    ("answers", "monthly", "because"),
    [
        (
            {"known": "no", "amount": "5", "each": "week"},
            "unknown",
            "I do not know the other party's income.",
        ),
        ({"known": "yes", "amount": "2,640.75", "each": "two_weeks", "because": "Stub"}, "5,721.63", "Stub"),
        ({"known": "yes", "amount": "0", "each": "month"}, "0", ""),
        ({"known": "yes"}, "", ""),
        ({}, "", ""),
    ],
)
def test_the_income_of_the_other_person(answers: dict[str, Any], monthly: str, because: str) -> None:
    told = OthersIncome(**answers)
    assert (told.monthly, told.basis) == (monthly, because)


# What goes out

NOT_ADDED = {"basis", "home_is", "mortgage_principal", "mortgage_interest", "other_what", "paid_by_others"}
ADDED = [one.name for one in fields(Expenses) if one.name not in NOT_ADDED]


def spending(has_payments: Any = "", payments: tuple[Payment, ...] = (), **expenses: Any) -> Finances:
    return Finances(expenses=Expenses(**expenses), has_payments=has_payments, payments=payments)


def test_every_cost_is_in_the_total_once() -> None:
    """FL-150 items 13a to 13o and 13q: each a power of two, so that one left out or added twice shows."""
    assert len(ADDED) == 19
    told: dict[str, Any] = {name: f"{2**place}" for place, name in enumerate(ADDED)}
    assert spending(**told).expenses_total == f"{2**19 - 1:,}"


@pytest.mark.parametrize("name", sorted(NOT_ADDED - {"basis", "home_is", "other_what"}))
def test_parts_of_the_mortgage_and_what_others_pay_are_not(name: str) -> None:
    """FL-150 items 13a(1)(a) and (b), and 13s."""
    told: dict[str, Any] = {name: "500"}
    assert spending(**told).expenses_total == ""
    assert spending(home="1,000", **told).expenses_total == "1,000"


@pytest.mark.parametrize(
    ("finances", "payments", "costs"),
    [
        (spending(), "", ""),
        (spending("no"), "0", ""),  # no debts says nothing of the costs
        (spending("no", groceries="0"), "0", "0"),
        (spending(groceries="0"), "", "0"),
        (spending("no", (Payment(amount="5"),), groceries="1"), "0", "1"),
        (spending("yes"), "", ""),
        (spending("yes", (Payment(paid_to="Bank"),)), "", ""),
        (spending("yes", (Payment(amount="0"),)), "0", "0"),
        (
            spending("yes", (Payment(amount="1,287.16"), Payment(), Payment(amount="50"))),
            "1,337.16",
            "1,337.16",
        ),
        (spending("yes", (Payment(amount="0.99"),), home="1,999.01"), "0.99", "2,000"),
        (spending("yes", tuple(Payment(amount="33.34") for _each in range(30))), "1,000.20", "1,000.20"),
    ],
)
def test_items_13p_and_13r(finances: Finances, payments: str, costs: str) -> None:
    assert (finances.payments_total, finances.expenses_total) == (payments, costs)


@given(st.dictionaries(st.sampled_from(ADDED), AMOUNTS, min_size=1), st.lists(AMOUNTS, max_size=12))
def test_the_total_is_exact(told: dict[str, Any], payments: list[str]) -> None:
    finances = spending("yes", tuple(Payment(amount=amount) for amount in payments), **told)
    assert dollars(finances.expenses_total) == sum(map(dollars, (*told.values(), *payments)))


def test_the_stories_print_their_sums() -> None:
    """Added up by hand from the stories."""
    long, own, everything = story("hourly_overtime"), story("self_employed"), story("everything")
    assert (long.finances.payments_total, long.finances.expenses_total) == ("337.16", "4,395.06")
    assert (own.finances.payments_total, own.finances.expenses_total) == ("963.63", "5,637.58")
    assert everything.finances.payments_total == "602.67"
    assert (long.finances.monthly_pay, long.finances.average_income) == ("4,193.58", "4,541.33")
    assert own.finances.average_income == "2,484.92"
    short = story("short_form_wages").finances
    assert (short.wages, short.short_form_income) == ("2,589.71", "3,762.41")
    assert story("unemployed_calworks").finances.short_form_income == ""  # FL-155 has no row for it


# Which form (DV-570; FL-155 page 2; LAW.md section 14)

SHORT = story("short_form_wages")


def forms(case: Case) -> tuple[bool, bool]:
    """Whether FL-150 is used, and FL-155."""
    return case.uses_long_income_form, case.uses_short_income_form


def test_the_short_form_is_chosen_by_who_may_use_it() -> None:
    assert forms(SHORT) == (False, True)


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        # DV-570 and FL-155 page 2, question by question
        ("requests.asked", ("child_support", "spousal_support")),
        ("finances.other_asks_support", "yes"),
        ("finances.other_asks_support", "unknown"),
        ("finances.other_asks_support", ""),
        ("requests.asked", ("child_support", "lawyer_fees")),
        ("finances.other_asks_fees", "yes"),
        ("finances.other_asks_fees", "unknown"),
        ("finances.other_asks_fees", ""),
        ("finances.kinds", ("salary", "self_employment")),
        ("finances.kinds", ("dividends",)),  # FL-155 allows interest, DV-570 does not: both are followed
        ("finances.kinds", ("rental",)),
        ("finances.kinds", ("trust",)),
        ("finances.kinds", ("other_investment",)),
        ("finances.kinds", ("other",)),
        ("finances.kinds", ("spousal_support",)),
        ("finances.kinds", ("partner_support",)),
        ("finances.kinds", ()),  # which kinds was not told
        ("finances.has_income", ""),
        # The person's own choice
        ("finances.which_form", "long"),
        ("finances.which_form", ""),
    ],
)
def test_what_rules_the_short_form_out(path: str, answer: Any) -> None:
    assert forms(set_answer(SHORT, path, answer)) == (True, False)


@pytest.mark.parametrize(
    "kind",
    [
        *("public_assistance", "salary", "overtime", "commissions", "disability", "unemployment"),
        *("workers_compensation", "social_security", "ssi", "pension"),
    ],
)
def test_what_comes_in_on_the_short_form(kind: str) -> None:
    assert forms(set_answer(SHORT, "finances.kinds", (kind,))) == (False, True)


def test_each_kind_of_income_is_on_one_side() -> None:
    fits = {kind for kind in KINDS if Finances(has_income="yes", kinds=(kind,)).income_fits_short_form}
    assert fits == set(KINDS) - {
        *("self_employment", "spousal_support", "partner_support", "dividends", "rental", "trust"),
        *("other_investment", "other"),
    }
    assert fits - {"public_assistance"} == {kind for kinds in ROWS.values() for kind in kinds}


def test_no_income_fits_whatever_was_checked_before() -> None:
    case = set_answer(SHORT, "finances.has_income", "no")
    assert forms(case) == (False, True)
    assert forms(set_answer(case, "finances.kinds", ("rental",))) == (False, True)


@pytest.mark.parametrize(
    ("asked", "fills", "expected"),
    [
        (("child_support",), "later", (True, False)),  # with its caption alone
        (("child_support",), "", (True, False)),
        (("spousal_support",), "now", (True, False)),
        (("spousal_support",), "later", (True, False)),
        (("lawyer_fees",), "now", (True, False)),  # some courts want it
        (("lawyer_fees",), "later", (False, False)),
        (("lawyer_fees",), "", (False, False)),
        (("no_abuse",), "now", (False, False)),
        ((), "now", (False, False)),
    ],
)
def test_the_orders_asked_for_decide(asked: tuple[str, ...], fills: str, expected: tuple[bool, bool]) -> None:
    case = set_answer(set_answer(SHORT, "requests.asked", asked), "finances.fills", fills)
    assert forms(case) == expected
    assert case.needs_income_form == any(expected)
    assert case.income_form_is_filled == (fills == "now" and any(expected))
    assert not case.may_use_short_income_form


def test_a_civil_order_has_no_form_about_money() -> None:
    case = set_answer(SHORT, "screening.chosen_path", "cho")
    assert (case.asks_for_cho, forms(case)) == (True, (False, False))
    assert not case.may_need_income_form


# Zero, and nothing told


@pytest.mark.parametrize(
    ("has", "children", "number"),
    [
        ("yes", (OtherChild("Alma"), OtherChild("Rafael")), 2),
        ("yes", (), None),  # a yes is not 0
        ("no", (OtherChild("Alma"),), 0),
        ("", (), None),
    ],
)
def test_the_number_of_other_children(has: str, children: tuple[OtherChild, ...], number: int | None) -> None:
    case = set_answer(SHORT, "finances.has_other_children", has)
    assert set_answer(case, "finances.other_children", children).number_of_other_children == number
