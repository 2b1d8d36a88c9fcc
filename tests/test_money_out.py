"""What goes out (FL-150 items 10 to 20, FL-155): which pages are asked, what they say of sums told before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from interview.answers import set_answer
from interview.case import Case
from interview.chapters.money_out import MONEY_OUT, FromYourPay, SupportYouPay, WorkCosts
from interview.chapters.money_out_children import (
    AnOtherChild,
    Arrangement,
    ChildrensCostsPage,
    ChildrensInsurance,
    ParentingTime,
    SpecialNeeds,
)
from interview.chapters.money_out_costs import (
    APayment,
    FoodAndBills,
    HomeCosts,
    MoreHomeCosts,
    OtherCosts,
    PeopleCosts,
    YourLawyer,
)
from interview.chapters.money_out_owned import AdultsWithYou, LivesWithOthers, WhoLivesWithYou
from interview.chapters.money_out_sum import PARTS, Together
from interview.finances import Finances
from interview.money import total
from interview.parenting import Child
from interview.people import ProtectedPerson, Respondent
from interview.questions import Group, QuestionForm, Step, steps_of
from interview.reading_back import lines_of
from interview.relevance import prune
from interview.steps import step_url

Visit = Callable[[Case], Client]


def told(*orders: str, **finances: Any) -> Case:
    """Someone who asks for these orders and fills in the form now ("expenses__home" for parts)."""
    case = Case(respondent=Respondent(name="Alex Doe"))
    case = set_answer(case, "screening.chosen_path", "dvro")
    case = set_answer(case, "relationship.kinds", ("married",))
    case = set_answer(case, "requests.asked", orders or ("child_support",))
    for name, answer in ({"fills": "now", "has_income": "no"} | finances).items():
        case = set_answer(case, f"finances.{name.replace('__', '.')}", answer)
    return case


def short(**finances: Any) -> Case:
    answers = {"which_form": "short", "other_asks_support": "no", "other_asks_fees": "no"}
    case = told("child_support", **(answers | finances))
    assert prune(case).uses_short_income_form
    return case


def steps(case: Case) -> list[Step]:
    return list(steps_of(MONEY_OUT, prune(case)))


def slugs(case: Case) -> list[str]:
    return [step.slug for step in steps(case)]


def page(form: type[QuestionForm], case: Case, index: int = 0) -> QuestionForm:
    return form(case=case, index=index)


def sent(form: type[QuestionForm], case: Case, **data: Any) -> Case:
    posted = form(data, case=case)
    assert posted.is_valid(), posted.errors
    return posted.saved_to(case)


PAID = ["pay", "work", "support"]
OWNED = ["savings", "things", "household"]
SPENT = ["amounts", "home", "home-more", "food", "everyday", "other", "loans", "total"]
TIME_AND_COSTS = ["children-time", "children-week", "children-costs"]


# Which pages are asked


@pytest.mark.parametrize(
    "case",
    [
        Case(),
        told("no_abuse"),
        told("child_support", fills="later"),
        told("spousal_support", fills=""),
        set_answer(told("lawyer_fees"), "screening.chosen_path", "cho"),
    ],
    ids=["nothing told", "no support", "by hand", "not yet said", "civil harassment"],
)
def test_who_needs_no_form_or_fills_it_in_by_hand_is_asked_nothing(case: Case) -> None:
    assert not slugs(case)


def test_the_short_form_asks_only_what_it_has_blanks_for() -> None:
    assert slugs(short()) == [*PAID, "home", *TIME_AND_COSTS, "more-children", "facts"]
    assert "home-more" in slugs(short(expenses__home_is="mortgage"))
    assert "home-more" not in slugs(short(expenses__home_is="rent"))
    with_children = slugs(short(has_other_children="yes", children__special_needs="80"))
    assert with_children[-4:] == ["one-child-1", "more-child-more", "more-children-costs", "facts"]
    assert "children-needs" not in with_children


@pytest.mark.parametrize("order", ["spousal_support", "lawyer_fees"])
def test_the_long_form_without_child_support_asks_nothing_of_the_childrens_page(order: str) -> None:
    assert slugs(told(order)) == [*PAID, *OWNED, *SPENT]
    everything = told(order, has_hardship="yes", has_other_children="yes", children__special_needs="80")
    assert slugs(everything) == [*PAID, *OWNED, *SPENT]


def test_the_long_form_with_child_support_asks_its_last_page_too() -> None:
    assert slugs(told("child_support")) == [
        *(*PAID, *OWNED, *SPENT, *TIME_AND_COSTS),
        *("children-health", "hard", "facts"),
    ]
    hard = slugs(told("child_support", has_hardship="yes", children__special_needs="80"))
    assert hard[hard.index("children-costs") + 1] == "children-needs"
    assert hard[-4:] == ["hard-costs", "more-children", "hard-why", "facts"]
    no_hardship = told("child_support", has_hardship="no", has_other_children="yes")
    assert "one-child-1" not in slugs(no_hardship)


def test_a_lawyers_costs_are_asked_of_who_has_a_lawyer_and_asks_for_the_fees() -> None:
    with_lawyer = set_answer(told("lawyer_fees"), "petitioner.has_lawyer", "yes")
    assert "lawyer" in slugs(with_lawyer)
    assert "lawyer" not in slugs(told("lawyer_fees"))
    assert "lawyer" not in slugs(set_answer(told("child_support"), "petitioner.has_lawyer", "yes"))


@pytest.mark.parametrize(("amount", "asked"), [("", False), ("0", False), ("300", True)])
def test_whether_support_is_off_taxes_is_asked_of_a_sum_only(amount: str, asked: bool) -> None:
    assert ("taxes" in slugs(told(deductions__spousal_support=amount))) is asked
    assert "taxes" not in slugs(short(deductions__spousal_support=amount))


def test_gates_open_what_they_ask_about() -> None:
    assert "debt-1" in slugs(told(has_payments="yes"))
    assert "debt-1" not in slugs(told(has_payments="no", payments__0__amount="50"))
    assert "person-1" in slugs(told(lives_with_others="yes"))  # nobody told of before to choose from
    assert "household-who" not in slugs(told(lives_with_others="yes"))


# Who lives there


def with_family(**finances: Any) -> Case:
    case = set_answer(told("child_support", **finances), "relationship.kinds", ("child_together",))
    children = (
        Child(name="Bo Roe", birth_date=date(2020, 5, 1), key="child-1", whose="both"),
        Child(name="", key="child-2"),
    )
    people = (
        ProtectedPerson(name="bo roe", key="person-1", lives_with_you="yes"),
        ProtectedPerson(name="Ann Roe", key="person-2", relationship="mother"),
        ProtectedPerson(name="Cy Roe", key="person-3", lives_with_you="no"),
    )
    case = set_answer(set_answer(case, "children", children), "protect_others", "yes")
    return set_answer(case, "protected_people", people)


def test_people_told_of_before_are_offered_once_and_none_is_ticked() -> None:
    case = with_family(lives_with_others="yes")
    form = page(WhoLivesWithYou, case)
    assert form.fields["household_known"].choices == [("child-1", "Bo Roe"), ("person-2", "Ann Roe")]  # type: ignore[attr-defined]
    assert "checked" not in form.as_div()
    assert "Alex Doe gets a copy" in form.intro_text
    assert "household-who" in slugs(case)
    assert "person-1" not in slugs(case)
    assert "person-1" in slugs(set_answer(case, "finances.lives_with_more", "yes"))


def test_who_is_ticked_prints_and_who_was_told_of_otherwise_does_not() -> None:
    case = sent(WhoLivesWithYou, with_family(lives_with_others="yes"), household_known=["child-1"])
    case = set_answer(case, "finances.household.0.name", "Dee Roe")  # told, then said to be nobody
    assert [one.name for one in prune(case).household] == ["Bo Roe"]
    more = set_answer(case, "finances.lives_with_more", "yes")
    assert [one.name for one in prune(more).household] == ["Bo Roe", "Dee Roe"]


def with_adults(**finances: Any) -> Case:
    """A mother of unknown age, a grown brother and a girl, all ticked."""
    case = with_family(lives_with_others="yes", **finances)
    more = (
        ProtectedPerson(name="Dan Roe", key="person-4", age=18, relationship="brother"),
        ProtectedPerson(name="Eva Roe", key="person-5", age=17, relationship="sister"),
    )
    case = set_answer(case, "protected_people", (*case.protected_people, *more))
    known = ("child-1", "person-2", "person-4", "person-5")
    return set_answer(case, "finances.household_known", known)


def in_rows(case: Case) -> dict[str, tuple[str, str]]:
    """FL-150 item 12: the last two columns of each row."""
    return {one.name: (one.income, one.pays_expenses) for one in prune(case).household}


def test_income_and_costs_are_asked_of_each_adult_who_was_ticked() -> None:
    case = with_adults()
    assert "household-share" in slugs(case)
    form = page(AdultsWithYou, case)
    assert [field.label for field in form.fields.values()] == [
        *("Ann Roe: income in dollars a month", "Ann Roe pays some of the costs of the home"),
        *("Dan Roe: income in dollars a month", "Dan Roe pays some of the costs of the home"),
    ]
    assert "Alex Doe gets a copy" in form.intro_text
    for known in ((), ("child-1", "person-5")):
        assert "household-share" not in slugs(set_answer(case, "finances.household_known", known))
    assert "household-share" not in slugs(set_answer(case, "finances.lives_with_others", "no"))


def test_what_an_adult_has_and_pays_is_kept_by_the_person() -> None:
    answers = {"income_0": "1,150.25", "pays_0": "no", "income_1": "0", "pays_1": "yes"}
    case = sent(AdultsWithYou, with_adults(), **answers)
    assert in_rows(case) == {
        "Bo Roe": ("", ""),
        "Ann Roe": ("1,150.25", "no"),
        "Dan Roe": ("0", "yes"),
        "Eva Roe": ("", ""),
    }
    moved = set_answer(case, "finances.household_known", ("person-4",))
    assert in_rows(moved) == {"Dan Roe": ("0", "yes")}
    form = page(AdultsWithYou, moved)
    assert [(line.label, line.answers) for line in lines_of(form)] == [
        ("Dan Roe: income in dollars a month", ("0",)),
        ("Dan Roe pays some of the costs of the home", ("Yes",)),
    ]
    moved = sent(AdultsWithYou, moved, income_0="75")
    assert in_rows(moved) == {"Dan Roe": ("75", "")}
    back = set_answer(moved, "finances.household_known", ("person-2", "person-4"))
    assert in_rows(back) == {"Ann Roe": ("1,150.25", "no"), "Dan Roe": ("75", "")}
    nobody = set_answer(back, "finances.lives_with_others", "no")
    assert in_rows(nobody) == {}


def test_the_other_person_counts_while_they_live_there() -> None:
    assert "Count Alex Doe too, while you live in the same home." in page(LivesWithOthers, told()).intro_text


# What the shorter form has no blank for


def test_a_field_of_the_longer_form_is_left_out_and_what_was_told_in_it_is_kept() -> None:
    case = short(deductions__partner_support="70")
    form = page(SupportYouPay, case)
    assert list(form.fields) == ["child_support", "spousal_support"]
    assert [line.label for line in lines_of(form)] == [str(form[name].label) for name in form.fields]
    saved = sent(SupportYouPay, case, child_support="$120")
    assert saved.finances.deductions.child_support == "120"
    assert saved.finances.deductions.partner_support == "70"
    assert "partner_support" in page(SupportYouPay, told()).fields
    assert "age" not in page(AnOtherChild, short()).fields
    assert "mortgage_principal" not in page(HomeCosts, short()).fields


def test_helpers_are_told_of_such_a_field_too() -> None:
    assert page(SupportYouPay, short()).full_label("partner_support")


def test_the_month_asked_about_is_that_of_the_form() -> None:
    assert "usual month" in page(FromYourPay, short()).intro_text
    assert "last month" in page(FromYourPay, told()).intro_text


def test_parts_of_a_house_loan_are_asked_with_a_loan_only() -> None:
    parts = {"home": "900", "mortgage_principal": "500", "mortgage_interest": "400"}
    case = sent(HomeCosts, told(), home_is="mortgage", **parts)
    assert prune(case).finances.expenses.mortgage_parts == "900"
    rent = prune(set_answer(case, "finances.expenses.home_is", "rent")).finances
    assert (rent.expenses.home, rent.expenses.mortgage_parts) == ("900", "")
    neither = prune(set_answer(case, "finances.expenses.home_is", "")).finances
    assert neither.expenses_total == ""


def test_parts_of_a_house_payment_that_do_not_add_up_are_told_on_the_next_page() -> None:
    case = told(expenses__home_is="mortgage", expenses__home="900", expenses__mortgage_interest="400.25")
    assert "two parts" not in page(MoreHomeCosts, case).intro_text
    case = set_answer(case, "finances.expenses.mortgage_principal", "400")
    assert "come to $800.25. The whole payment is $900." in page(MoreHomeCosts, case).intro_text
    case = set_answer(case, "finances.expenses.mortgage_principal", "499.75")
    assert "two parts" not in page(MoreHomeCosts, case).intro_text
    rent = set_answer(set_answer(case, "finances.expenses.home", "1"), "finances.expenses.home_is", "rent")
    assert "two parts" not in page(MoreHomeCosts, rent).intro_text


# What the amounts are: item 13 has a box for each

COSTS = [HomeCosts, MoreHomeCosts, FoodAndBills, PeopleCosts, OtherCosts]


@pytest.mark.parametrize("form", COSTS, ids=lambda form: form.__name__)
def test_the_pages_ask_for_the_amounts_that_were_chosen(form: type[QuestionForm]) -> None:
    said = {
        basis: page(form, told(expenses__basis=basis)) for basis in ("", "actual", "estimated", "proposed")
    }
    assert "what you really pay" in said["actual"].intro_text
    assert "About is fine" not in said["actual"].intro_text
    for basis in ("", "estimated"):
        assert "About is fine." in said[basis].intro_text
    assert "what you will need" in said["proposed"].intro_text
    assert " will you need " in said["proposed"].heading_text
    for basis in ("", "actual", "estimated"):
        assert " do you pay " in said[basis].heading_text
        assert "will need" not in said[basis].intro_text


def test_the_short_form_asks_for_no_proposed_needs() -> None:
    form = page(HomeCosts, short(expenses__basis="proposed"))
    assert "do you pay" in form.heading_text and "About is fine." in form.intro_text


def test_who_will_pay_a_part_of_the_needs_is_asked() -> None:
    assert "Does someone" in page(Together, told(expenses__basis="actual")).heading_text
    assert "Will someone" in page(Together, told(expenses__basis="proposed")).heading_text


# Totals


def spending(**finances: Any) -> Case:
    return told(
        expenses__home_is="rent",
        expenses__home="1,200.10",
        expenses__groceries="350.25",
        expenses__other="0.07",
        has_payments="yes",
        payments__0__amount="89.99",
        payments__1__amount="10.02",
        **finances,
    )


def test_the_total_shown_is_the_total_that_prints() -> None:
    case = spending()
    money = prune(case).finances
    assert (money.payments_total, money.expenses_total) == ("100.01", "1,650.43")
    said = "Your costs come to $1,650.43 a month. Your income comes to $0 a month."
    form = page(Together, case)
    assert form.intro_text.startswith(said)
    shown = {figure.title: figure.words for figure in form.figures}
    assert shown == {
        "Rent or house loan": "$1,200.10 a month",
        "Food and bills": "$350.25 a month",
        "Other costs": "$0.07 a month",
        "Loans and debts": "$100.01 a month",
    }


def test_every_sum_of_the_total_is_in_one_of_its_parts_once() -> None:
    names = [name for part in PARTS for name in part.names]
    case = told(has_payments="yes", payments__0__amount="0.01", expenses__home_is="rent")
    for number, name in enumerate(names, start=1):
        case = set_answer(case, f"finances.expenses.{name}", f"{number}.25")
    assert len(set(names)) == len(names) == len(Finances().expenses.sums)
    figures = page(Together, case).figures
    amounts = [figure.words.removeprefix("$").removesuffix(" a month") for figure in figures]
    assert total(amounts) == prune(case).finances.expenses_total


def test_each_part_leads_back_to_the_page_that_asks_for_it(visit: Visit) -> None:
    case = spending()
    client = visit(case)
    html = client.get(step_url(MONEY_OUT, "total")).content.decode()
    for figure in page(Together, case).figures:
        assert f'href="{figure.url}"' in html
        assert client.get(figure.url).status_code == 200
    of_the_page = {step.slug: step.form for step in steps(case) if step.form}
    for part in PARTS:
        assert set(part.names) <= set(of_the_page[part.slug].base_fields), part.slug


def test_the_total_counts_nothing_that_is_no_longer_asked() -> None:
    case = set_answer(spending(), "finances.has_payments", "no")
    assert "Your costs come to $1,550.42 a month. Your income" in page(Together, case).intro_text
    nowhere = set_answer(case, "finances.expenses.home_is", "")
    assert "come to $350.32 a month" in page(Together, nowhere).intro_text


def test_what_others_pay_is_no_part_of_the_total() -> None:
    case = sent(Together, spending(), paid_by_others="500")
    assert prune(case).finances.expenses_total == "1,650.43"
    assert prune(case).finances.expenses.paid_by_others == "500"


def test_nothing_told_comes_to_no_total() -> None:
    assert "no costs so far" in page(Together, told()).intro_text
    assert "come to $0 a month" in page(Together, told(expenses__clothes="0")).intro_text


# The children


@pytest.mark.parametrize(
    ("mine", "theirs", "says"),
    [
        ("60", "30", "That makes 90, not 100. That can be right"),
        ("80", "30", "That makes 110, not 100."),
        ("70", "30", ""),
        ("70", "", ""),
        ("100", "0", ""),
    ],
)
def test_shares_of_time_that_do_not_make_the_whole_are_told_and_kept(
    mine: str, theirs: str, says: str
) -> None:
    for base in (told(), short()):
        case = sent(ParentingTime, base, time_with_me=f"{mine}%", time_with_respondent=theirs)
        assert case.finances.children.time_with_me == mine
        for form in (ParentingTime, Arrangement):
            intro = page(form, case).intro_text
            assert says in intro
            assert ("not 100" in intro) is bool(says)
            assert "{" not in intro
    assert ("can be right" in says) is (says != "" and int(mine) < 70)


def test_a_sum_told_for_the_household_is_named_where_its_part_is_asked() -> None:
    assert "You put" not in page(ChildrensCostsPage, told(expenses__child_care="0")).intro_text
    case = told(expenses__child_care="400", expenses__health_care="25.50")
    said = "You put $400 for child care, $25.50 for doctors and medicine before."
    assert said in page(ChildrensCostsPage, case).intro_text
    assert "You put" not in page(ChildrensCostsPage, short(expenses__child_care="400")).intro_text
    insured = told(deductions__health_insurance="210")
    assert "$210 for all your health insurance" in page(ChildrensInsurance, insured).intro_text


# What every page is like


def every_form() -> list[type[QuestionForm]]:
    case = with_family(
        **{"lives_with_others": "yes", "lives_with_more": "yes", "has_payments": "yes"},
        **{"household_known": ("person-2",)},
        **{"has_hardship": "yes", "has_other_children": "yes"},
        **{"deductions__spousal_support": "1", "children__special_needs": "1"},
    )
    case = set_answer(case, "requests.asked", ("child_support", "lawyer_fees"))
    case = set_answer(case, "petitioner.has_lawyer", "yes")
    return [step.form for step in steps(case) if step.form]


def test_that_case_meets_every_page() -> None:
    parts = MONEY_OUT.pages
    listed = [page for part in parts for page in (part.pages if isinstance(part, Group) else (part,))]
    assert {each.form for each in listed} == set(every_form())


@pytest.mark.parametrize("form", every_form(), ids=lambda form: form.__name__)
@pytest.mark.parametrize("case", [told(), short()], ids=["long", "short"])
def test_nothing_is_required_and_an_empty_page_tells_nothing(form: type[QuestionForm], case: Case) -> None:
    shown = page(form, case)
    assert form.law
    assert shown.intro_text
    assert shown.heading_text.endswith("?")
    assert "checked" not in shown.as_div()
    assert prune(sent(form, case)) == prune(case)


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (WorkCosts, "job_expenses_what"),
        (OtherCosts, "other_what"),
        (APayment, ""),
        (YourLawyer, "source"),
        (SpecialNeeds, "special_needs_what"),
    ],
)
def test_what_could_tell_a_place_says_who_reads_it(form: type[QuestionForm], field: str) -> None:
    shown = page(form, told())
    text = str(shown.fields[field].help_text) if field else shown.intro_text
    said = "Alex Doe will read this. Leave out what Alex Doe should not know, such as where you live or work."
    assert said in text


def test_a_typed_nothing_is_kept_as_0() -> None:
    assert sent(FromYourPay, told(), union_dues="0").finances.deductions.union_dues == "0"
    assert Finances().deductions.union_dues == ""


def test_the_pages_are_walked_from_one_to_the_next(visit: Visit) -> None:
    client = visit(told())
    case = told()
    for here, following in zip(steps(case), steps(case)[1:], strict=False):
        address = step_url(MONEY_OUT, here.slug)
        assert client.get(address).status_code == 200, address
        answer = client.post(address, {"another": "no"})
        assert answer.status_code == 302, address
        assert answer.headers["Location"] == step_url(MONEY_OUT, following.slug)
