"""Named predicates: when a page is asked, as Case -> bool."""

from __future__ import annotations

from collections.abc import Callable

from interview.case import Case
from interview.court_cases import Kind
from interview.court_fees import WaiverList
from interview.renewal import may_be_renewed
from interview.requests import Order
from interview.rules import rule
from interview.typed_dates import today as today

# The first chapter


def is_related(case: Case) -> bool:
    return "related" in case.relationship.kinds


def lives_or_lived_together(case: Case) -> bool:
    return "live_together" in case.relationship.kinds


def something_happened(case: Case) -> bool:
    return bool(case.screening.conduct)


def may_be_dependent_adult(case: Case) -> bool:
    """Grown up and not yet an elder (Welfare and Institutions Code 15610.23), and not said already."""
    age, numbers = case.petitioner.age, rule("elder").numbers
    if age is None or case.screening.asking_for == "dependent_adult":
        return False
    return numbers["adult"] <= age < numbers["elder"]


def may_ask_alone(case: Case) -> bool:
    """Under 18, and old enough to ask without an adult (Family Code 6301(b); Code Civ. Proc. 372(b))."""
    age, numbers = case.petitioner.age, rule("minor_alone").numbers
    return age is not None and numbers["age"] <= age < numbers["adult"]


# The chapters about the papers


def papers_are_dvro(case: Case) -> bool:
    """Whether the pages for DV-100 and its companions apply."""
    return case.asks_for_dvro


def papers_are_cho(case: Case) -> bool:
    """Whether the pages for CH-100 and its companions apply."""
    return case.asks_for_cho


def has_lawyer(case: Case) -> bool:
    return case.petitioner.has_lawyer == "yes"


def has_child_together(case: Case) -> bool:
    return papers_are_dvro(case) and "child_together" in case.relationship.kinds


def has_other_orders(case: Case) -> bool:
    return case.has_other_orders == "yes"


def is_in_other_cases(case: Case) -> bool:
    told = case.other_cases
    return (told.ever_involved if papers_are_cho(case) else told.involved) == "yes"


def may_have_been_in_cases(case: Case) -> bool:
    """CH-100 item 6a asks also about cases that are over, and about the other people to protect."""
    return papers_are_cho(case) and case.other_cases.involved != "yes"


def is_in_case_of_kind(kind: Kind) -> Callable[[Case], bool]:
    return lambda case: is_in_other_cases(case) and kind in case.other_cases.kinds


def has_hearing(case: Case) -> bool:
    return case.hearing.is_set == "yes"


def may_change_hearing(case: Case) -> bool:
    """DV-115 and DV-112."""
    return case.may_change_hearing


def wants_new_date(case: Case) -> bool:
    return case.continuance.wanted == "yes"


def may_cancel_hearing(case: Case) -> bool:
    """DV-112 is for who was denied orders before the hearing, all or some."""
    return case.may_change_hearing and case.hearing.first_orders_denied


def has_temporary_order(case: Case) -> bool:
    """DV-115 item 3; the order has the day it was made."""
    return wants_new_date(case) and case.hearing.order_made == "yes"


def hearing_may_be_over(case: Case) -> bool:
    """Not while its day is still to come: until someone says that it was held, it is ahead."""
    day = case.hearing.date
    return has_hearing(case) and (day is None or day <= today())


def hearing_is_ahead(case: Case) -> bool:
    return has_hearing(case) and not case.hearing_is_over


def hearing_is_over(case: Case) -> bool:
    return case.hearing_is_over


def may_go_to_court(case: Case) -> bool:
    """INT-300 and MC-410 are for the hearing of the request."""
    return not case.request_is_done


def order_was_made(case: Case) -> bool:
    """At the hearing, as it was asked for or changed."""
    return case.outcome == "granted"


def may_renew_order(case: Case) -> bool:
    """The day told with the order decides, and not one told with its renewal: the gate is asked before it."""
    return order_was_made(case) and may_be_renewed(case.after.ends_on, civil=case.asks_for_cho)


def wants_renewal(case: Case) -> bool:
    """Whether or not it can be asked for by now: the day the order ends tells."""
    return order_was_made(case) and case.renewal.wanted == "yes"


def renews_order(case: Case) -> bool:
    """With it come DV-700 and DV-710, or CH-700 and CH-710."""
    return case.renews_order


def needs_end_of_order(case: Case) -> bool:
    """DV-700 and CH-700 item 3a: not told with the order, or the order was renewed and ends later."""
    return wants_renewal(case) and (case.after.ends_on is None or case.renewal.renewed_before == "yes")


def renews_with_dvro(case: Case) -> bool:
    return case.renews_order_with_dvro


def renews_with_cho(case: Case) -> bool:
    return case.renews_order_with_cho


def order_was_violated(case: Case) -> bool:
    """DV-700 item 4b."""
    return case.renews_order_with_dvro and "violated" in case.renewal.reasons


def protects_others(case: Case) -> bool:
    return case.protect_others == "yes"


def has_firearms(case: Case) -> bool:
    return case.has_firearms == "yes"


# Orders wanted


def asks_for(order: Order) -> Callable[[Case], bool]:
    """The condition that this order is wanted."""
    return lambda case: order in case.requests.asked


def lives_close(case: Case) -> bool:
    """DV-100 item 12c."""
    return asks_in_dvro("stay_away")(case) and case.requests.stay_away.live_close == "yes"


def shares_work_or_school(case: Case) -> bool:
    """DV-100 item 12d."""
    return asks_in_dvro("stay_away")(case) and case.requests.stay_away.same_work_or_school == "yes"


def wants_debt_finding(case: Case) -> bool:
    """DV-100 item 22b."""
    return asks_in_dvro("pay_debts")(case) and case.requests.debts_finding == "yes"


def is_married(case: Case) -> bool:
    return case.relationship.is_married


def wants_distance_from_animals(case: Case) -> bool:
    """DV-100 item 16b(1); CH-100 item 15b, which has one box for staying away and not harming."""
    wanted = case.requests.animal_protection
    far = wanted.keeps_respondent_away if papers_are_cho(case) else "stay_away" in wanted.orders
    return "animals" in case.requests.asked and far


def wants_the_animals(case: Case) -> bool:
    """DV-100 item 16b(3), CH-100 item 15a."""
    return "animals" in case.requests.asked and "possession" in case.requests.animal_protection.orders


# A civil harassment request


def may_be_in_force(case: Case) -> bool:
    """CH-100 item 6b asks only about orders in effect now."""
    return papers_are_cho(case) and has_other_orders(case)


def police_came_last_time(case: Case) -> bool:
    """CH-100 item 7a(6)."""
    return papers_are_cho(case) and bool(case.incidents) and case.incidents[0].police == "yes"


def told_one_time_only(case: Case) -> bool:
    """CH-100 item 7b asks about the times before the last; those told one by one are there already.

    What was told together stays asked, and on the papers, when one more time is told by itself.
    """
    told_by_itself = any(one.summary_of_harassment for one in case.incidents[1:])
    return papers_are_cho(case) and (not told_by_itself or bool(case.earlier_times))


def asks_in_cho(order: Order) -> Callable[[Case], bool]:
    """The condition that this order is wanted of a civil harassment order."""
    return lambda case: papers_are_cho(case) and order in case.requests.asked


def asks_in_dvro(order: Order) -> Callable[[Case], bool]:
    """The condition that this order is wanted of a domestic violence order."""
    return lambda case: papers_are_dvro(case) and order in case.requests.asked


def asks_for_fees(case: Case) -> bool:
    """CH-100 item 14."""
    return papers_are_cho(case) and case.requests.asks_for_fees


def needs_fee_waiver_question(case: Case) -> bool:
    """CH-100 item 13c adds nothing where filing and service are free already (13a and 13b)."""
    return papers_are_cho(case) and set(case.fees.free_of) != {"filing", "service"}


def asks_fee_waiver(case: Case) -> bool:
    return case.asks_fee_waiver


def has_no_benefits(case: Case) -> bool:
    """FW-001 item 5a is enough by itself."""
    return case.asks_fee_waiver and not case.fees.waiver.benefits


def is_over_the_line(case: Case) -> bool:
    """FW-001 item 5c is for those whom neither 5a nor 5b fits."""
    return has_no_benefits(case) and case.fees.waiver.income_is_low == "no"


def tells_income(case: Case) -> bool:
    """FW-001 items 7 to 9: for 5b and 5c."""
    return case.asks_fee_waiver and case.fees.waiver.ground in ("low_income", "hardship")


def has_income(case: Case) -> bool:
    return tells_income(case) and case.fees.waiver.has_income == "yes"


def has_household(case: Case) -> bool:
    return tells_income(case) and case.fees.waiver.has_household == "yes"


def tells_all_finances(case: Case) -> bool:
    """FW-001 items 10 and 11: for 5c."""
    return case.asks_fee_waiver and case.fees.waiver.ground == "hardship"


def tells_of(told: WaiverList) -> Callable[[Case], bool]:
    """The condition that there is something to list (FW-001 items 10b to 11n)."""
    return lambda case: tells_all_finances(case) and getattr(case.fees.waiver, f"has_{told}") == "yes"


# Having the papers handed over


def has_papers_to_hand_over(case: Case) -> bool:
    """None when the hearing is cancelled, or when the other person was there and knows the order."""
    return case.serves_something


def wants_sheriff(case: Case) -> bool:
    """With it comes SER-001."""
    return case.asks_sheriff


def may_have_first_order(case: Case) -> bool:
    """DV-109 and CH-109 item 4: the papers are back, and an order before the hearing may be among them."""
    return has_hearing(case) and (papers_are_dvro(case) or case.requests.asks_orders_now)


def has_first_civil_order(case: Case) -> bool:
    """CH-110 item 13: whose task it is that day, while the hearing is ahead."""
    return papers_are_cho(case) and hearing_is_ahead(case) and case.hearing.order_made == "yes"


def sheriff_looks_for_vehicle(case: Case) -> bool:
    told = case.respondent
    parts = (told.vehicle_type, told.vehicle_model, told.vehicle_year, told.vehicle_plate)
    return wants_sheriff(case) and any(parts)


def tells_sheriff_of_issues(case: Case) -> bool:
    return wants_sheriff(case) and case.service.knows_issues == "yes"


def sheriff_goes_elsewhere(case: Case) -> bool:
    """SER-001 item 4: not to the home that was told before."""
    return wants_sheriff(case) and case.service.place == "other"


def sheriff_goes_to_jail(case: Case) -> bool:
    """SER-001 item 4."""
    return wants_sheriff(case) and case.service.place == "jail"


def sheriff_goes_to_door(case: Case) -> bool:
    return wants_sheriff(case) and case.service.place in ("known", "other")


def sheriff_has_second_place(case: Case) -> bool:
    return wants_sheriff(case) and case.service.has_second == "yes"


def sheriff_after_court(case: Case) -> bool:
    """SER-001 item 5e: a judge can have allowed another way only once the papers are back."""
    return wants_sheriff(case) and has_hearing(case)


# Help at court


def wants_court_help(case: Case) -> bool:
    return case.court_help.wanted == "yes"


def wants_interpreter(case: Case) -> bool:
    """INT-300 item 3."""
    return wants_court_help(case) and case.court_help.wants_interpreter == "yes"


def wants_accommodation(case: Case) -> bool:
    """MC-410."""
    return wants_court_help(case) and case.asks_accommodation
