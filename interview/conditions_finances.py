"""Named predicates for the pages about money, as Case -> bool (FL-150, FL-155)."""

from __future__ import annotations

from collections.abc import Callable

from interview.case import Case
from interview.conditions import is_married
from interview.housemates import adults_at_home, housemates_offered
from interview.income import IncomeKind

# What goes out


def fills_income_form(case: Case) -> bool:
    return case.income_form_is_filled


def fills_long_form(case: Case) -> bool:
    """FL-150 items 10 to 15, of which FL-155 has a part."""
    return case.fills_long_income_form


def pays_spousal_support(case: Case) -> bool:
    """FL-150 item 10e: only of a sum that was told."""
    return fills_long_form(case) and case.finances.deductions.spousal_support not in ("", "0")


def lives_with_others(case: Case) -> bool:
    return fills_long_form(case) and case.finances.lives_with_others == "yes"


def may_live_with_people_told_of(case: Case) -> bool:
    """FL-150 item 12, by names there are already."""
    return lives_with_others(case) and bool(housemates_offered(case))


def lives_with_adults_told_of(case: Case) -> bool:
    """Of them, item 12 asks for income and costs too."""
    return may_live_with_people_told_of(case) and bool(adults_at_home(case))


def lives_with_more_people(case: Case) -> bool:
    """Where nobody was told of before, it follows from living with others."""
    alone = not may_live_with_people_told_of(case)
    return lives_with_others(case) and (alone or case.finances.lives_with_more == "yes")


def tells_more_home_costs(case: Case) -> bool:
    """FL-155 item 8g asks for the taxes of a house with a mortgage only."""
    return fills_long_form(case) or case.finances.expenses.home_is == "mortgage"


def has_payments(case: Case) -> bool:
    """FL-150 item 14."""
    return fills_long_form(case) and case.finances.has_payments == "yes"


def tells_lawyers_costs(case: Case) -> bool:
    """FL-150 item 15."""
    return fills_long_form(case) and case.tells_lawyers_fees


# The children's part: FL-155, and page 4 of FL-150


def tells_children_costs(case: Case) -> bool:
    return case.income_form_is_filled and case.asks_child_support


def tells_children_costs_at_length(case: Case) -> bool:
    """FL-150 items 17 and 19."""
    return tells_children_costs(case) and fills_long_form(case)


def tells_special_needs(case: Case) -> bool:
    """FL-150 item 18d has a blank for what they are; FL-155 has none."""
    return tells_children_costs_at_length(case) and case.finances.children.special_needs not in ("", "0")


def has_hardship(case: Case) -> bool:
    return tells_children_costs_at_length(case) and case.finances.has_hardship == "yes"


def may_have_other_children(case: Case) -> bool:
    """FL-155 item 7 asks everyone, FL-150 item 19c as one of the hardships."""
    return has_hardship(case) or (tells_children_costs(case) and case.uses_short_income_form)


def has_other_children(case: Case) -> bool:
    return may_have_other_children(case) and case.finances.has_other_children == "yes"


# What comes in


def may_need_income_form(case: Case) -> bool:
    """DV-100 items 24 to 26."""
    return case.may_need_income_form


def fills_short_form(case: Case) -> bool:
    """FL-155, which is chosen of those who fill the form in now."""
    return case.uses_short_income_form


def had_money_coming_in(case: Case) -> bool:
    return fills_income_form(case) and case.finances.has_income == "yes"


def may_choose_short_form(case: Case) -> bool:
    """What the other person asks for matters only where nothing else rules FL-155 out (its page 2)."""
    alone = case.asks_child_support_alone
    return fills_income_form(case) and alone and case.finances.income_fits_short_form


def chooses_income_form(case: Case) -> bool:
    return fills_income_form(case) and case.may_use_short_income_form


def has_job(case: Case) -> bool:
    return fills_income_form(case) and case.finances.has_job == "yes"


def has_no_work(case: Case) -> bool:
    """Only who is unemployed tells of the last job (FL-150 item 1)."""
    unemployed = case.finances.has_job == "no" and not case.finances.is_self_employed
    return fills_income_form(case) and unemployed


def tells_job(case: Case) -> bool:
    """The job one has, or the last one (FL-150 item 1, FL-155 item 9)."""
    return has_job(case) or (fills_income_form(case) and case.finances.had_job == "yes")


def tells_other_jobs(case: Case) -> bool:
    """FL-150 wants them on a page; FL-155 has no room for them."""
    return has_job(case) and fills_long_form(case) and case.finances.has_other_jobs == "yes"


def receives(*kinds: IncomeKind) -> Callable[[Case], bool]:
    """The condition that some of these kinds of income come in."""
    return lambda case: fills_income_form(case) and bool(set(kinds) & set(case.finances.received))


def tells_last_pay(case: Case) -> bool:
    """FL-150 wants last month's; and pay that was told with the job need not be told again."""
    told = bool(case.finances.monthly_pay)
    return receives("salary")(case) and (fills_long_form(case) or told)


def tells_usual_pay(case: Case) -> bool:
    """Only a no to the pay that was told with the job asks for another figure."""
    finances = case.finances
    return receives("salary")(case) and (not finances.monthly_pay or finances.incomes.same_pay == "no")


def receives_on_long_form(*kinds: IncomeKind) -> Callable[[Case], bool]:
    return lambda case: fills_long_form(case) and receives(*kinds)(case)


def may_have_new_spouse(case: Case) -> bool:
    """FL-155 item 11; the other person is not meant."""
    return fills_short_form(case) and not is_married(case)
