"""A Case that tells everything FL-150 has a blank for, each answer unlike the others."""

from __future__ import annotations

from dataclasses import replace

from interview.case import Case
from interview.expenses import (
    Assets,
    ChildrensCosts,
    Deductions,
    Expenses,
    Hardships,
    Housemate,
    LawyersFees,
    OtherChild,
    Payment,
)
from interview.finances import Finances
from interview.income import Business, Incomes, Job, OthersIncome, Received, Schooling, Taxes
from interview.people import Lawyer
from interview.vocabulary import YesNo
from tests.stories_on_disk import story


def _incomes() -> Incomes:
    return Incomes(
        salary=Received("2,112.50", "980.25", "two_weeks"),
        overtime=Received("140", "1,200", "year"),
        commissions=Received("75.25", "900", "year"),
        public_assistance=Received("310", "310", "month"),
        ssi=Received("200.40", "200.40", "month"),
        spousal_support=Received("251", "252", "month"),
        partner_support=Received("261", "262", "month"),
        pension=Received("271", "272", "month"),
        social_security=Received("281", "282", "month"),
        disability=Received("291", "67.15", "week"),
        unemployment=Received("301", "302", "month"),
        workers_compensation=Received("311", "312", "month"),
        other=Received("321", "322", "month"),
        dividends=Received("331", "332", "month"),
        rental=Received("10,341.55", "10,342.65", "month"),
        trust=Received("351", "352", "month"),
        other_investment=Received("361", "362", "month"),
        self_employment=Received("371", "372", "month"),
        same_pay="no",
        gets_assistance_now="yes",
        spousal_support_from="different",
        spousal_support_taxable="yes",
        partner_support_from="this",
        disability_kinds=("state", "private"),
        other_what="Royalties from a song book",
        other_investment_what="Share of a family vineyard",
    )


def _expenses() -> Expenses:
    names = (
        *("home", "property_taxes", "home_insurance", "maintenance", "health_care", "child_care"),
        *("groceries", "eating_out", "utilities", "telephone", "laundry", "clothes", "education"),
        *("entertainment", "transportation", "insurance", "savings", "charity", "other"),
    )
    sums = {name: f"{401 + number}.10" for number, name in enumerate(names)}
    return Expenses(
        basis="actual",
        home_is="mortgage",
        mortgage_principal="150.01",
        mortgage_interest="250.02",
        other_what="Storage of our things",
        paid_by_others="99.50",
        **sums,
    )


def _housemate(letter: str, place: int) -> Housemate:
    pays: YesNo = "no" if place % 2 else "yes"
    return Housemate(f"Housemate {letter}", 20 + place, f"cousin {letter}", f"1,{place}50.25", pays)


def _payment(number: int) -> Payment:
    return Payment(
        paid_to=f"Valley Lender {number}",
        what_for=f"Loan no. {number}",
        amount=f"5{number}.05",
        balance=f"1,{number}00",
        last_paid=f"10/0{number}/2026",
    )


FINANCES = Finances(
    fills="now",
    has_income="yes",
    kinds=(
        *("salary", "overtime", "commissions", "public_assistance", "ssi", "spousal_support"),
        *("partner_support", "pension", "social_security", "disability", "unemployment"),
        *("workers_compensation", "self_employment", "dividends", "rental", "trust"),
        *("other_investment", "other"),
    ),
    has_job="yes",
    job=Job(
        employer="Lodi Cold Storage",
        address="88 Depot Street, Lodi, CA 95240",
        telephone="(209) 555-0171",
        occupation="Forklift driver",
        started="03/2021",
        hours="36.5",
        pay="980.25",
        paid_by="two_weeks",
    ),
    has_other_jobs="yes",
    other_jobs=(
        Job("Bean & Leaf", "", "", "Barista", "06/2025", "", "8", "17.50", "hour"),
        Job("Acme Janitorial", "", "", "Cleaner", "07/2025", "", "4", "300", "month"),
    ),
    schooling=Schooling(
        high_school="no",
        highest_grade="11",
        college_years="2",
        college_degree="A.A., Accounting",
        graduate_years="1",
        graduate_degree="Certificate",
        license="Forklift operator",
        training="Cold chain safety",
    ),
    taxes=Taxes("2025", "married_jointly", "Curtis Whitlock", "other", "Nevada", "4"),
    respondents=OthersIncome("yes", "5,250.75", "month", "His pay stub of August"),
    incomes=_incomes(),
    businesses=(
        Business("other", "managing member", "3", "Whitlock Candles LLC", "Candle making"),
        Business("partner", "", "1", "Two Sisters Catering", "Catering"),
    ),
    had_one_time_money="yes",
    one_time_money="Lottery, $400 in May",
    has_changed="yes",
    change="My hours were cut in June",
    deductions=Deductions(
        union_dues="41",
        retirement="42.10",
        health_insurance="143",
        child_support="144",
        spousal_support="145",
        spousal_support_deductible="yes",
        partner_support="146",
        job_expenses="47.35",
        job_expenses_what="Steel-toed boots and work gloves.",
    ),
    assets=Assets("1,511.09", "512", "13,500", ("real", "personal")),
    lives_with_others="yes",
    lives_with_more="yes",
    household=tuple(_housemate(letter, place) for place, letter in enumerate("ABCDEFG")),
    expenses=_expenses(),
    has_payments="yes",
    payments=tuple(_payment(number) for number in range(1, 9)),
    lawyers_fees=LawyersFees("1,500", "A loan from my mother", "2,250.50", "275"),
    children=ChildrensCosts(
        time_with_me="80",
        time_with_respondent="20",
        arrangement="They live with me. Every other Saturday they are with their father.",
        has_insurance="yes",
        insurer="Golden Valley Health Plan",
        insurer_address="PO Box 1, Sacramento, CA 95812",
        insurance_cost="611",
        child_care="612.20",
        health_care="613",
        travel="614",
        special_needs="615",
        special_needs_what="Speech therapy for Eli",
    ),
    has_other_children="yes",
    other_children=(OtherChild("Ruby Danvers", 15), OtherChild("Owen Danvers", 13)),
    has_hardship="yes",
    hardships=Hardships(
        health="701",
        health_months="7",
        losses="702",
        losses_months="8",
        other_children="703.30",
        other_children_months="9",
        support_received="704",
        because="The medicine costs more than my rent.",
    ),
    other_facts="I have asked my union for help.",
)


def asking_for_money(finances: Finances = FINANCES, *, lawyer: bool = True) -> Case:
    """The mother of three children asks for child support, spousal support and lawyer's fees."""
    case = story("mother_of_three")
    asked = tuple(dict.fromkeys((*case.requests.asked, "child_support", "spousal_support", "lawyer_fees")))
    if lawyer:
        told = Lawyer("Lena Ortiz", "201777", "Ortiz Law")
        case = replace(case, petitioner=replace(case.petitioner, has_lawyer="yes", lawyer=told))
    return replace(
        case,
        requests=replace(case.requests, asked=asked),
        case_number="STK-2026-4471",
        finances=finances,
    )
