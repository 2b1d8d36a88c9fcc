"""The pages about what comes in: who is asked which, the sums they show, and what prints of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any, get_args

import pytest
from django.test import Client
from django.urls import reverse

from interview.answers import set_answer
from interview.case import Case
from interview.chapters.money_form import HOW_OFTEN, PAID_BY, in_a_month_words, pay_words
from interview.chapters.money_in import (
    MONEY_IN,
    ABusiness,
    IncomeKinds,
    NewSpouse,
    NowOrLater,
    OneTimeMoney,
    OtherAsks,
    TheirIncome,
    WhichForm,
)
from interview.chapters.money_in_kinds import KINDS, LastPay, page_form
from interview.chapters.money_in_sum import EachMonth
from interview.chapters.money_in_work import HasOtherJobs, TaxReturn, TheJob, ThePay
from interview.conduct import Screening
from interview.fields import Hours
from interview.income import IncomeKind, Job, PaidBy, Received
from interview.money import HowOften, total
from interview.people import Respondent
from interview.please_check_finances import please_check_finances
from interview.questions import QuestionForm, steps_of
from interview.reading_back import read_back
from interview.relevance import prune
from interview.requests import Order, Requests
from tests.test_chapters import pages_of

Visit = Callable[[Case], Client]


def asking(*orders: Order, **answers: Any) -> Case:
    """A request for these orders, with answers about money ("job__pay")."""
    case = Case(
        screening=Screening(chosen_path="dvro"),
        respondent=Respondent(name="Alex Doe"),
        requests=Requests(asked=orders or ("child_support",)),
    )
    for name, answer in answers.items():
        case = set_answer(case, f"finances.{name.replace('__', '.')}", answer)
    return case


def filling(*orders: Order, **answers: Any) -> Case:
    return asking(*orders, fills="now", **answers)


def receiving(*kinds: IncomeKind, **answers: Any) -> Case:
    return filling(has_income="yes", kinds=kinds, **answers)


SHORT = {"other_asks_support": "no", "other_asks_fees": "no", "which_form": "short"}


def slugs(case: Case) -> str:
    return " ".join(step.slug for step in steps_of(MONEY_IN, prune(case)))


def send(form: type[QuestionForm], case: Case, **data: Any) -> Case:
    page = form(data, case=case)
    assert page.is_valid(), page.errors
    return page.saved_to(case)


# Which pages are asked

NONE = "now any others job school more-school taxes their-money once change"
START, LEARNED = "now any kinds", "school more-school taxes"
END = "each-month their-money once change"


@pytest.mark.parametrize(
    ("case", "asked"),
    [
        (asking("no_abuse"), ""),
        (asking(), "now"),
        (asking("spousal_support"), "now"),
        (asking("lawyer_fees"), "now"),
        (asking(fills="later", has_income="yes", kinds=("salary",), has_job="yes"), "now"),
        (filling(), NONE.replace("others ", "")),
        (filling(has_income="no"), NONE),
        (filling("spousal_support", has_income="no"), NONE.replace("others ", "")),
        (filling("child_support", "lawyer_fees", has_income="no"), NONE.replace("others ", "")),
        (
            filling(has_income="no", other_asks_support="no", other_asks_fees="no"),
            NONE.replace("others", "others form"),
        ),
        (filling(has_income="no", **SHORT), "now any others form job taxes asked their-money spouse"),
        (receiving("public_assistance"), f"{START} others job {LEARNED} county still {END}"),
        (
            receiving("public_assistance", **SHORT),
            f"{START} others form job taxes asked county each-month their-money spouse",
        ),
        (
            receiving("public_assistance", **{**SHORT, "other_asks_fees": "unknown"}),
            f"{START} others job {LEARNED} county still {END}",
        ),
        (
            receiving("self_employment", **SHORT),
            f"{START} job {LEARNED} own-work business-1 businesses-more {END}",
        ),
        (
            receiving("salary", "dividends", **SHORT),
            f"{START} job {LEARNED} pay-year pay-usual interest {END}",
        ),
        (receiving("spousal_support", **SHORT), f"{START} job {LEARNED} support {END}"),
        (receiving("partner_support", "trust", "other"), f"{START} job {LEARNED} partner trust other {END}"),
    ],
)
def test_each_page_is_asked_of_whom_it_concerns(case: Case, asked: str) -> None:
    assert slugs(case) == asked


HOURLY = receiving(
    "salary",
    "overtime",
    has_job="yes",
    has_other_jobs="no",
    job__pay="20.35",
    job__paid_by="hour",
    job__hours="37.5",
)
WORKING = f"{START} others job employer pay second {LEARNED}"


def test_pay_told_with_the_job_is_asked_once() -> None:
    assert slugs(HOURLY) == f"{WORKING} pay-year overtime {END}"
    same = set_answer(HOURLY, "finances.incomes.same_pay", "yes")
    assert slugs(same) == slugs(HOURLY)
    other = set_answer(HOURLY, "finances.incomes.same_pay", "no")
    assert slugs(other) == f"{WORKING} pay-year pay-usual overtime {END}"


@pytest.mark.parametrize("missing", ["job.hours", "job.pay", "job.paid_by", "has_other_jobs"])
def test_pay_that_was_not_told_whole_is_asked(missing: str) -> None:
    case = set_answer(HOURLY, "finances.incomes.same_pay", "yes")
    case = set_answer(case, f"finances.{missing}", "")
    assert not case.finances.pay_is_salary
    assert slugs(case) == f"{WORKING} pay-year pay-usual overtime {END}"


def test_the_last_job_is_told_by_who_has_none() -> None:
    case = filling(has_income="no", has_job="no", had_job="yes")
    assert "job job-before employer pay school" in slugs(case)
    assert TheJob(case=case).heading_text == "What was your last job?"
    assert "ended" in TheJob(case=case).fields
    assert "ended" not in TheJob(case=HOURLY).fields
    assert "employer" not in slugs(filling(has_job="no", had_job="no"))


def test_who_has_work_of_their_own_is_not_unemployed() -> None:
    """FL-150 item 1: the last job is for who has no work now."""
    case = receiving("self_employment", has_job="no", had_job="yes", job__employer="Bean & Leaf")
    assert {"job-before", "employer", "pay"}.isdisjoint(slugs(case).split())
    assert prune(case).finances.job == Job()
    assert not [one for one in please_check_finances(prune(case), case) if "had_job" in one.path]
    ended = set_answer(case, "finances.kinds", ("dividends",))
    assert {"job-before", "employer", "pay"} <= set(slugs(ended).split())
    works = set_answer(case, "finances.has_job", "yes")
    assert {"employer", "pay"} <= set(slugs(works).split())


def test_other_jobs_are_told_on_the_long_form() -> None:
    case = set_answer(HOURLY, "finances.has_other_jobs", "yes")
    assert "second other-job-1 other-pay-1 jobs-more school" in slugs(case)
    short = set_answer(replace(case), "finances.other_asks_support", "no")
    short = set_answer(set_answer(short, "finances.other_asks_fees", "no"), "finances.which_form", "short")
    assert "second taxes asked pay-usual overtime" in slugs(short)
    assert "all your jobs" in page_form("salary")(case=short).intro_text


def test_a_spouse_is_not_asked_for_another() -> None:
    case = filling(has_income="no", **SHORT)
    assert slugs(case).endswith("spouse")
    assert not slugs(set_answer(case, "relationship.kinds", ("married",))).endswith("spouse")


def test_every_page_is_asked_of_someone() -> None:
    told = [
        filling(has_income="yes", kinds=get_args(IncomeKind), has_job="yes", has_other_jobs="yes"),
        set_answer(HOURLY, "finances.other_asks_support", "no"),
        receiving("public_assistance", has_job="no", **SHORT),
    ]
    reached = {step.form for case in told for step in steps_of(MONEY_IN, prune(case)) if step.form}
    assert reached == {page.form for page in pages_of(MONEY_IN)}


def test_the_gate_says_what_it_is_for() -> None:
    support = NowOrLater(case=asking())
    assert "to decide about support" in support.intro_text
    assert "Alex Doe gets a copy" in support.why_text
    fees = NowOrLater(case=asking("lawyer_fees"))
    assert "only some courts" in fees.intro_text
    assert "does not print" in fees.why_text
    assert "checked" not in support.as_div()


# What the pages show and what prints


@pytest.mark.parametrize("each", [value for value, _label in HOW_OFTEN])
@pytest.mark.parametrize("amount", ["500", "80.55", "1,234.56", "0.01", "0"])
def test_how_a_month_was_worked_out_is_said_rightly(amount: str, each: HowOften) -> None:
    received = Received(usual=amount, each=each)
    words = in_a_month_words(amount, each, received.average)
    assert words.endswith(f"${received.average} a month")
    assert reckoned(words) == received.average


@pytest.mark.parametrize("paid_by", [value for value, _label in PAID_BY])
@pytest.mark.parametrize("pay", ["20.35", "3,100", "0.01"])
def test_how_a_months_pay_was_worked_out_is_said_rightly(pay: str, paid_by: PaidBy) -> None:
    job = Job(pay=pay, paid_by=paid_by, hours="37.5")
    assert reckoned(pay_words(job)) == job.monthly_pay


def reckoned(words: str) -> str:
    """What "$20.35 an hour …: $20.35 × 37.5 × 52 ÷ 12 = $3,306.88 a month" comes to, reckoned here."""
    _told, colon, rest = words.partition(": ")
    terms = (rest if colon else words).partition(" = ")[0].removesuffix(" a month").split()
    number = Decimal(terms[0].replace("$", "").replace(",", ""))
    for sign, term in zip(terms[1::2], terms[2::2], strict=True):
        number = number * Decimal(term) if sign == "×" else number / Decimal(term)
    return total([str(number)])


def test_hourly_pay_with_overtime_comes_to_what_prints() -> None:
    case = set_answer(HOURLY, "finances.incomes.same_pay", "yes")
    case = set_answer(case, "finances.incomes.overtime", Received("140", "1,200", "year"))
    page = EachMonth(case=case)
    pay, overtime = page.figures
    assert pay.words == ("$20.35 an hour, 37.5 hours a week: $20.35 × 37.5 × 52 ÷ 12 = $3,306.88 a month")
    assert overtime.words == "$1,200 in 12 months: $1,200 ÷ 12 = $100 a month"
    assert "All of it comes to $3,406.88 a month." in page.intro_text
    printed = prune(case).finances.on_the_long_form
    assert (printed.salary.average, printed.overtime.average) == ("3,306.88", "100")
    assert [figure.url for figure in page.figures] == [
        reverse("step", kwargs={"chapter": "money", "step": slug}) for slug in ("pay-year", "overtime")
    ]
    assert "Pay: $3,306.88 a month." in page_form("overtime")(case=case).told_text
    assert "Your pay: $3,306.88 a month." in HasOtherJobs(case=case).intro_text
    assert "Your pay: $3,306.88 a month." in LastPay(case=case).told_text
    assert str(LastPay(case=case)["same_pay"].label).endswith("$3,306.88 a month")


def test_nothing_is_taken_for_the_salary_that_nobody_said() -> None:
    for same in ("", "no"):
        case = set_answer(HOURLY, "finances.incomes.same_pay", same)
        assert prune(case).finances.on_the_long_form.salary.average == ""
        assert "not told yet" in EachMonth(case=case).figures[0].words
        assert "Still missing: the amount of Pay, Overtime." in EachMonth(case=case).intro_text
    no_kind = set_answer(set_answer(HOURLY, "finances.incomes.same_pay", "yes"), "finances.kinds", ("other",))
    assert no_kind.finances.told_incomes.salary == Received()


def test_the_pay_of_several_jobs_is_added_up() -> None:
    case = set_answer(HOURLY, "finances.has_other_jobs", "yes")
    assert case.finances.monthly_pay == ""
    case = set_answer(case, "finances.other_jobs", (Job(pay="300", paid_by="two_weeks"),))
    case = set_answer(case, "finances.incomes.same_pay", "yes")
    assert case.finances.monthly_pay == "3,956.88"
    assert "together: $3,956.88 a month" in LastPay(case=case).told_text
    assert EachMonth(case=case).figures[0].words == "$3,956.88 a month"
    assert prune(case).finances.on_the_long_form.salary.average == "3,956.88"


def test_the_page_of_sums_names_what_is_missing() -> None:
    case = receiving("public_assistance", "ssi", "pension")
    for kind in ("public_assistance", "ssi", "pension"):
        case = set_answer(case, f"finances.incomes.{kind}", Received("100", "100", "month"))
    assert "issing" not in EachMonth(case=case).intro_text
    no_last = set_answer(case, "finances.incomes.ssi.last_month", "")
    text = EachMonth(case=no_last).intro_text
    assert "All of it comes to $300 a month. Still missing: last month's amount of SSI." in text
    assert prune(no_last).finances.on_the_long_form.public_assistance.last_month == ""
    no_usual = set_answer(case, "finances.incomes.ssi.each", "")
    text = EachMonth(case=no_usual).intro_text
    assert text.startswith("Still missing: the amount of SSI.") and "$" not in text
    assert prune(no_usual).finances.on_the_long_form.public_assistance.average == ""
    assert (no_usual.finances.average_income, no_usual.finances.average("pension")) == ("", "100")


def test_the_page_of_sums_says_what_the_short_form_prints_of_assistance_alone() -> None:
    case = receiving("public_assistance", "salary", **SHORT)
    case = set_answer(case, "finances.incomes.public_assistance", Received("", "805", "month"))
    assert "Still missing: the amount of Pay." in EachMonth(case=case).intro_text
    case = set_answer(case, "finances.incomes.salary", Received("", "0", ""))
    page = EachMonth(case=case)
    assert page.intro_text == "On the short form, box 1a is checked, and no amount prints."
    assert [figure.words for figure in page.figures] == ["$0 a month", "$805 a month"]
    long = set_answer(case, "finances.which_form", "long")
    assert "All of it comes to $805 a month." in EachMonth(case=long).intro_text


def test_the_short_forms_sum_without_assistance_is_told() -> None:
    case = receiving("public_assistance", "ssi", **SHORT)
    case = set_answer(case, "finances.incomes.public_assistance", Received("", "805", "month"))
    assert "$" not in EachMonth(case=case).intro_text
    case = set_answer(case, "finances.incomes.ssi", Received("", "1,206.94", "month"))
    text = EachMonth(case=case).intro_text
    assert "All of it comes to $2,011.94 a month." in text
    assert "its sum is $1,206.94." in text
    assert prune(case).finances.short_form_income == "1,206.94"
    long = set_answer(case, "finances.which_form", "long")
    assert "its sum" not in EachMonth(case=long).intro_text


def test_what_the_other_person_makes_is_worked_out_or_not_known() -> None:
    case = filling(has_income="no", respondents__known="yes", respondents__amount="750")
    case = set_answer(case, "finances.respondents.each", "week")
    for form in (OneTimeMoney, NewSpouse):
        assert "What Alex Doe makes: $3,250 a month." in form(case=case).told_text
    unknown = set_answer(case, "finances.respondents.known", "no")
    assert not OneTimeMoney(case=unknown).told_text
    assert prune(unknown).finances.respondents.monthly == "unknown"


def test_the_figures_are_read_back_for_the_review() -> None:
    case = receiving("unemployment")
    case = set_answer(case, "finances.incomes.unemployment", Received("900", "450", "two_weeks"))
    (chapter,) = read_back((MONEY_IN,), prune(case))
    page = next(page for page in chapter.pages if page.heading == "What comes in each month?")
    assert [(line.label, line.answers) for line in page.lines] == [
        ("Unemployment", ("$450 every two weeks: $450 × 26 ÷ 12 = $975 a month",))
    ]


# What a page keeps


def test_the_short_form_asks_less_and_loses_nothing() -> None:
    case = receiving("disability", **SHORT, taxes__last_year_filed="2025")
    case = set_answer(case, "finances.incomes.disability", Received("900", "800", "month"))
    case = set_answer(case, "finances.incomes.disability_kinds", ("state",))
    form = page_form("disability")
    assert list(form(case=case).fields) == ["usual", "each"]
    assert "Give what you get now." in form(case=case).intro_text
    saved = send(form, case, usual="450", each="two_weeks")
    assert saved.finances.incomes.disability == Received("900", "450", "two_weeks")
    assert saved.finances.incomes.disability_kinds == ("state",)
    assert list(TaxReturn(case=case).fields) == ["status"]
    assert send(TaxReturn, case, status="single").finances.taxes.last_year_filed == "2025"
    assert "because" not in TheirIncome(case=case).fields
    assert "Put 0 when it has ended." in form(case=case).intro_text
    long = set_answer(case, "finances.which_form", "long")
    assert "Put 0" not in form(case=long).intro_text
    assert {"last_month", "disability_kinds"} <= set(form(case=long).fields)
    assert "12 months" in str(form(case=long).fields["each"].help_text)


def test_the_short_form_asks_for_the_pay_of_now() -> None:
    case = set_answer(HOURLY, "finances.other_asks_support", "no")
    case = set_answer(set_answer(case, "finances.other_asks_fees", "no"), "finances.which_form", "short")
    page = LastPay(case=case)
    assert page.heading_text == "Is this your pay now?"
    assert page.fields["same_pay"].label == "I get this pay now: $3,306.88 a month"
    assert list(page.fields) == ["same_pay"]
    assert "12 months" in str(LastPay(case=HOURLY).fields["same_pay"].label)


def test_it_is_said_where_what_has_ended_is_put_as_0() -> None:
    case = receiving("public_assistance", **SHORT)
    assert "put 0 for what has ended" in IncomeKinds(case=case).intro_text
    assert "0 for what has ended" in WhichForm(case=case).why_text


def test_who_has_no_papers_from_the_other_person_knows_that_they_do_not_ask() -> None:
    text = OtherAsks(case=receiving("salary")).intro_text
    assert "Where Alex Doe has handed in no papers to the court, the answer is no." in text


def test_what_could_tell_a_place_says_who_reads_it() -> None:
    said = "Alex Doe will read this. Leave out what Alex Doe should not know, such as where you live or work."
    assert said in ABusiness(case=receiving("self_employment")).intro_text
    assert said in str(OneTimeMoney(case=filling()).fields["one_time_money"].help_text)


def test_every_kind_of_income_has_its_page() -> None:
    assert set(KINDS) == set(get_args(IncomeKind))
    assert len({kind.slug for kind in KINDS.values()}) == len(KINDS)


@pytest.mark.parametrize(
    ("typed", "kept"), [("", ""), ("40", "40"), ("37.50", "37.5"), ("8.", "8"), ("0", "0"), ("168", "168")]
)
def test_hours_are_kept_as_a_number(typed: str, kept: str) -> None:
    assert Hours().clean(typed) == kept
    Decimal(kept or 0)


@pytest.mark.parametrize("typed", ["about 40", "169", "40 to 50", "-3", "4,5"])
def test_hours_that_are_no_number_are_told_at_the_field(typed: str) -> None:
    page = ThePay({"pay": "20", "paid_by": "hour", "hours": typed}, case=HOURLY)
    assert "as a number" in page.errors["hours"][0]
    assert f'value="{typed}"' in page.as_div()


# On the site


def address(slug: str) -> str:
    return reverse("step", kwargs={"chapter": "money", "step": slug})


def test_the_way_through_the_pages(visit: Visit) -> None:
    """Typed page after page: each leads to the next, and the sums stand on the pages."""
    client = visit(asking())
    way: list[tuple[str, dict[str, Any]]] = [
        ("now", {"fills": "now"}),
        ("any", {"has_income": "yes"}),
        ("kinds", {"kinds": ["salary", "overtime"]}),
        ("others", {"other_asks_support": "no", "other_asks_fees": "unknown"}),
        ("job", {"has_job": "yes"}),
        ("employer", {"occupation": "cook", "started": "March 2024"}),
        ("pay", {"pay": "$20.35", "paid_by": "hour", "hours": "37.5"}),
        ("second", {"has_other_jobs": "no"}),
        ("school", {"high_school": "no", "highest_grade": "10"}),
        ("more-school", {}),
        ("taxes", {"status": "single"}),
        ("pay-year", {"last_month": "3,100", "same_pay": "yes"}),
        ("overtime", {"last_month": "140", "usual": "1,200", "each": "year"}),
        ("each-month", {}),
        ("their-money", {"known": "no"}),
        ("once", {"had_one_time_money": "no"}),
        ("change", {"changed": "no"}),
    ]
    for (slug, data), (following, _data) in zip(way, [*way[1:], ("", {})], strict=True):
        page = client.get(address(slug))
        assert page.status_code == 200, slug
        if slug == "each-month":
            html = page.content.decode()
            assert "All of it comes to $3,406.88 a month." in html
            assert html.count("= $3,306.88 a month") == 1
            assert f'href="{address("pay-year")}"' in html
        sent = client.post(address(slug), data)
        assert sent.status_code == 302, (slug, sent.content.decode())
        if following:
            assert sent.headers["Location"] == address(following)
    assert sent.headers["Location"].startswith("/step/money-out/")
    review = client.get(reverse("review")).content.decode()
    assert "$1,200 in 12 months: $1,200 ÷ 12 = $100 a month" in review


def test_what_is_no_amount_is_told_at_the_field(visit: Visit) -> None:
    client = visit(receiving("unemployment"))
    url = reverse("step", kwargs={"chapter": "money", "step": "unemployment"})
    html = client.post(url, {"usual": "a lot", "last_month": "900"}).content.decode()
    assert "Enter the amount in dollars" in html
    assert 'value="a lot"' in html
    assert 'value="900"' in html
