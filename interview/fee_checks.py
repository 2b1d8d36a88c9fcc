"""What the review says of court fees and of the request to waive them (CH-100 item 13, FW-001)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.conditions import (
    asks_fee_waiver,
    has_household,
    has_income,
    has_lawyer,
    is_over_the_line,
    tells_all_finances,
    tells_income,
    tells_of,
)
from interview.court_fees import HouseholdMember, Owned, Sum
from interview.fee_limits import Limits, limits_on
from interview.findings import Check, Problem, found_by, problem
from interview.money import dollars
from interview.questions import Condition, Text
from interview.vocabulary import us_date

AT = "fees.waiver"


def must_fix_fees(case: Case) -> Iterator[Problem]:
    """A request to waive fees that says no reason cannot be granted (Gov. Code 68632)."""
    yield from found_by(MUST, "must", case)


def please_check_fees(case: Case, today: date) -> Iterator[Problem]:
    """`today`: the day whose income table counts."""
    yield from found_by(CHECKS, "check", case)
    if tells_income(case):
        yield from _income_and_the_line(case, limits_on(today))
        yield from _half_told(case)


def _income_and_the_line(case: Case, limits: Limits) -> Iterator[Problem]:
    """Item 5b is for an income that is less than the line: one that equals it is not."""
    waiver = case.fees.waiver
    if not waiver.whole_income or not waiver.has_household:
        return
    line = limits.limit_for(waiver.people_at_home)
    is_under = dollars(waiver.whole_income) < line
    if is_under == (waiver.ground == "low_income"):
        return
    text = str(_UNDER if is_under else _OVER).format(
        income=waiver.whole_income,
        people=waiver.people_at_home,
        line=f"{line:,.2f}",
        since=us_date(limits.table.effective),
    )
    if limits.stale:
        text = f"{text} {_STALE}"
    yield problem("check", case, f"{AT}.income_is_low", "FW-001, items 5b, 5c, 8 and 9", text)


_OVER: Text = _(
    "You said the income is under the line. The income you listed comes to ${income} a month. The line for "
    "a family of {people} is ${line} since {since}."
)
_UNDER: Text = _(
    "You said the income is not under the line. The income you listed comes to ${income} a month. The line "
    "for a family of {people} is ${line} since {since}, so item 5b could fit too. It asks for less about "
    "your money."
)
_STALE: Text = _("The court changes this line every March. Ask the clerk for the newest.")


def _half_told(case: Case) -> Iterator[Problem]:
    """Entries with an amount and no name, or the other way."""
    for name, item, asked in _LISTS:
        entries: tuple[Sum | HouseholdMember | Owned, ...] = getattr(case.fees.waiver, name)
        for index, entry in enumerate(entries if asked(case) else ()):
            yield from _half_of(case, f"{AT}.{name}.{index}", f"FW-001, item {item}", entry)


def _half_of(case: Case, at: str, where: str, entry: Sum | HouseholdMember | Owned) -> Iterator[Problem]:
    whats, amounts, missing = _NAMES_OF[type(entry)]
    what, amount = getattr(entry, whats).strip(), getattr(entry, amounts)
    if amount and not what:
        text = str(_NAMELESS).replace("{amount}", amount)
        yield problem("check", case, f"{at}.{whats}", where, text)
    elif what and not amount:
        yield problem("check", case, f"{at}.{amounts}", where, str(missing).replace("{what}", what))


_NAMELESS: Text = _("You gave an amount, ${amount}. Who or what it belongs to is missing.")
_NO_AMOUNT: Text = _("The amount is missing: {what}.")
_NO_VALUE: Text = _("The value is missing: {what}.")
_NO_INCOME: Text = _("The monthly income of {what} is missing. Enter 0 for someone with no income.")

_NAMES_OF: dict[type, tuple[str, str, Text]] = {
    Sum: ("what", "amount", _NO_AMOUNT),
    Owned: ("what", "value", _NO_VALUE),
    HouseholdMember: ("name", "income", _NO_INCOME),
}
_LISTS: tuple[tuple[str, str, Condition], ...] = (
    ("incomes", "8a", has_income),
    ("household", "9a", has_household),
    ("accounts", "10b", tells_of("accounts")),
    ("vehicles", "10c", tells_of("vehicles")),
    ("real_estate", "10d", tells_of("real_estate")),
    ("other_property", "10e", tells_of("other_property")),
    ("deductions", "11a", tells_of("deductions")),
    ("installments", "11l", tells_of("installments")),
    ("other_expenses", "11n", tells_of("other_expenses")),
)


def _no_reason(case: Case) -> bool:
    return asks_fee_waiver(case) and not case.fees.waiver.ground


def _nothing_owned_told(case: Case) -> bool:
    waiver = case.fees.waiver
    gates = (waiver.has_accounts, waiver.has_vehicles, waiver.has_real_estate, waiver.has_other_property)
    return tells_all_finances(case) and not any((waiver.cash, *gates))


def _lists_no_income(case: Case) -> bool:
    return has_income(case) and not any(income.summary for income in case.fees.waiver.incomes)


def _lists_nobody(case: Case) -> bool:
    return has_household(case) and not any(
        person != HouseholdMember() for person in case.fees.waiver.household
    )


def _no_expenses(case: Case) -> bool:
    expenses = case.fees.waiver.monthly_expenses
    return tells_all_finances(case) and dollars(expenses or "0") == Decimal(0)


MUST: tuple[Check, ...] = (
    Check(
        f"{AT}.benefits",
        "FW-001, item 5",
        _(
            "You ask the court to waive fees. Why is missing: check a benefit you get, or say whether your "
            "income is under the line."
        ),
        lambda case: _no_reason(case) and not is_over_the_line(case),
    ),
    Check(
        f"{AT}.waived",
        "FW-001, item 5c",
        _(
            "You ask the court to waive fees. You get no benefits and your income is not under the line. "
            "Check what you ask the court to do, or take the request back: answer No to asking for a waiver."
        ),
        lambda case: _no_reason(case) and is_over_the_line(case),
    ),
)

CHECKS: tuple[Check, ...] = (
    Check(
        "fees.free_of",
        "CH-100, item 13",
        _(
            "You checked nothing about fees, and do not ask for a waiver. The court may charge a fee to "
            "file, and the sheriff to serve. Ask the clerk how much it is."
        ),
        lambda case: case.asks_for_cho and not case.asks_no_fees,
    ),
    Check(
        f"{AT}.lawyer_advances",
        "FW-001, item 3a",
        _("You have a lawyer. Say whether your lawyer agreed to pay court fees for now."),
        lambda case: asks_fee_waiver(case) and has_lawyer(case) and not case.fees.waiver.lawyer_advances,
    ),
    Check(
        f"{AT}.has_income",
        "FW-001, item 8",
        _("Say whether you get any money each month. The court needs it to decide about the fees."),
        lambda case: tells_income(case) and not case.fees.waiver.has_income,
    ),
    Check(
        f"{AT}.incomes",
        "FW-001, item 8",
        _("You said that you get money each month. None is listed."),
        _lists_no_income,
    ),
    Check(
        f"{AT}.has_household",
        "FW-001, item 9",
        _(
            "Say whether you live with people who depend on you for support, or on whom you depend. The line "
            "for income depends on it."
        ),
        lambda case: tells_income(case) and not case.fees.waiver.has_household,
    ),
    Check(
        f"{AT}.household",
        "FW-001, item 9",
        _("You said that you live with people who share support with you. Nobody is listed."),
        _lists_nobody,
    ),
    Check(
        f"{AT}.cash",
        "FW-001, item 10",
        _("You have not told about cash, accounts or things you own. The court asks for all of it."),
        _nothing_owned_told,
    ),
    Check(
        f"{AT}.expenses",
        "FW-001, item 11",
        _("Your monthly expenses come to nothing. Enter what you pay for rent, food and other needs."),
        _no_expenses,
    ),
)
