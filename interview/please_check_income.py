"""What is worth a second look about work and what comes in (FL-150 items 1 to 9; FL-155 items 5, 9, 10)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.conditions_finances import has_no_work
from interview.findings import Check, Problem, problem
from interview.income import IncomeKind, Job
from interview.money import dollars

_FAR_OFF = Decimal("0.10")  # of the job's pay


def please_check_income(case: Case) -> Iterator[Problem]:
    yield from _hours(case)
    yield from _amounts(case)
    yield from _salary_unlike_pay(case)


# Work


def _jobs(case: Case) -> Iterator[tuple[str, Job]]:
    """The path of each job that is told, and the job."""
    finances = case.finances
    if finances.has_job == "yes" or finances.had_job == "yes":
        yield "finances.job", finances.job
    if finances.has_other_jobs == "yes":
        for index, job in enumerate(finances.other_jobs):
            yield f"finances.other_jobs.{index}", job


def _hours(case: Case) -> Iterator[Problem]:
    """Pay by the hour comes to so much a month for the hours of a week; FL-155 prints only a last job's."""
    where = "FL-150, item 1g" if case.finances.has_job == "yes" else "FL-150, item 1g; FL-155, item 9"
    for path, job in _jobs(case):
        if job.pay and job.paid_by == "hour" and not job.monthly_pay:
            yield problem("check", case, f"{path}.hours", where, _NO_HOURS)


def _paid_for_work(case: Case) -> bool:
    return bool({"salary", "overtime", "commissions"} & set(case.finances.received))


def _no_job_told(case: Case) -> bool:
    """Pay from a job that nobody has told of."""
    return _paid_for_work(case) and case.finances.has_job == "no" and case.finances.had_job == "no"


def _tells_a_job(case: Case) -> bool:
    return "yes" in (case.finances.has_job, case.finances.had_job)


def _pay_missing(case: Case) -> bool:
    job = case.finances.job
    if case.uses_short_income_form and case.finances.has_job == "yes":  # it prints what a last job paid
        return False
    return _tells_a_job(case) and job != Job() and not (job.pay and job.paid_by)


# What comes in


def _amounts(case: Case) -> Iterator[Problem]:
    """The kinds that were checked, without what each comes to."""
    for kind in case.finances.received:
        received = getattr(case.finances.told_incomes, kind)
        if not received.average:
            yield _of_kind(case, kind, _usual_path(case, kind), _NO_USUAL)
        elif not received.last_month and not case.uses_short_income_form:  # which asks for no last month
            yield _of_kind(case, kind, f"finances.incomes.{kind}.last_month", _NO_LAST_MONTH)


def _usual_path(case: Case, kind: IncomeKind) -> str:
    """The pay told with the job is the usual one, unless that was denied."""
    asks_same = kind == "salary" and case.finances.monthly_pay and case.finances.incomes.same_pay != "no"
    return "finances.incomes.same_pay" if asks_same else f"finances.incomes.{kind}.usual"


def _of_kind(case: Case, kind: IncomeKind, path: str, text: object) -> Problem:
    from interview.chapters.money_in_kinds import KINDS  # the chapters may well import from here

    about = KINDS[kind]
    said = str(text).replace("{kind}", str(about.name))
    return problem("check", case, path, f"FL-150, item {about.item}", said)


def _salary_unlike_pay(case: Case) -> Iterator[Problem]:
    """Pay that changed in the year is told apart from the pay of today; a slip looks the same."""
    finances = case.finances
    pay, salary = finances.monthly_pay, finances.average("salary")
    if not (pay and salary) or finances.pay_is_salary:
        return
    if abs(dollars(salary) - dollars(pay)) > dollars(pay) * _FAR_OFF:
        text = _now(
            "The pay of your work comes to ${pay} a month. On another page you told a usual pay of ${salary} "
            "a month. Are both right?"
        ).format(pay=pay, salary=salary)
        where = "FL-150, items 1h and 5a; FL-155, item 5"
        yield problem("check", case, "finances.incomes.salary.usual", where, text)


CHECKS: tuple[Check, ...] = (
    Check(
        "finances.has_job",
        "FL-150, item 1; FL-155, item 9",
        _("Whether you have a job is missing."),
        lambda case: not case.finances.has_job,
    ),
    Check(
        "finances.had_job",
        "FL-150, item 1; FL-155, item 9",
        _("You have no job now. Whether you had one before is missing."),
        lambda case: has_no_work(case) and not case.finances.had_job,
    ),
    Check(
        "finances.has_job",
        "FL-150, items 1 and 5; FL-155, items 5 and 9",
        _("You got pay from a job in the last 12 months. You also said that you have no job and had none."),
        _no_job_told,
    ),
    Check(
        "finances.job.occupation",
        "FL-150, item 1; FL-155, item 9",
        _("You have or had a job. Nothing is told about it."),
        lambda case: _tells_a_job(case) and case.finances.job == Job(),
    ),
    Check(
        "finances.job.pay",
        "FL-150, item 1h; FL-155, item 9",
        _("What you are or were paid in your job, and for what time, is missing."),
        _pay_missing,
    ),
    Check(
        "finances.other_jobs.0.occupation",
        "FL-150, item 1",
        _("You have another job too. Nothing is told about it."),
        lambda case: case.finances.has_other_jobs == "yes" and not case.finances.other_jobs,
    ),
    Check(
        "finances.has_income",
        "FL-150, items 5 to 7; FL-155, item 5",
        _("Whether you got any money in the last 12 months is missing."),
        lambda case: not case.finances.has_income,
    ),
    Check(
        "finances.kinds",
        "FL-150, items 5 to 7; FL-155, item 5",
        _("You got money in the last 12 months. What kind of money it was is missing."),
        lambda case: case.finances.has_income == "yes" and not case.finances.kinds,
    ),
    Check(
        "finances.incomes.other_what",
        "FL-150, item 5l",
        _("You got other money. What it was is missing."),
        lambda case: "other" in case.finances.received and not case.finances.incomes.other_what.strip(),
    ),
    Check(
        "finances.incomes.other_investment_what",
        "FL-150, item 6d",
        _("You got money from another investment. What it is is missing."),
        lambda case: (
            "other_investment" in case.finances.received
            and not case.finances.incomes.other_investment_what.strip()
        ),
    ),
    Check(
        "finances.businesses.0.kind",
        "FL-150, item 7",
        _("You work for yourself. What kind of work it is is missing."),
        lambda case: (
            "self_employment" in case.finances.received
            and not any(business.kind.strip() for business in case.finances.businesses)
        ),
    ),
    Check(
        "finances.one_time_money",
        "FL-150, item 8",
        _("You got money that came only once. Where it came from is missing."),
        lambda case: case.finances.had_one_time_money == "yes" and not case.finances.one_time_money.strip(),
    ),
    Check(
        "finances.change",
        "FL-150, item 9",
        _("Your money changed a lot. What changed is missing."),
        lambda case: case.finances.has_changed == "yes" and not case.finances.change.strip(),
    ),
    Check(
        "finances.respondents.known",
        "FL-150, item 4; FL-155, item 10",
        _("What you think {other} makes is missing. “I don't know” is an answer too."),
        lambda case: not case.finances.respondents.known,
    ),
    Check(
        "finances.respondents.amount",
        "FL-150, item 4; FL-155, item 10",
        _("You know about what {other} makes. The amount, or how often it comes, is missing."),
        lambda case: case.finances.respondents.known == "yes" and not case.finances.respondents.monthly,
    ),
    Check(
        "finances.new_spouse_income",
        "FL-155, item 11",
        _("You are married to someone else. What that spouse makes is missing."),
        lambda case: case.finances.has_new_spouse == "yes" and not case.finances.new_spouse_income,
    ),
)

_NO_HOURS = _("You are paid by the hour. The hours of work a week are missing.")
_NO_USUAL = _("You got money of this kind: {kind}. The usual amount, or how often it comes, is missing.")
_NO_LAST_MONTH = _("You got money of this kind: {kind}. The amount of last month is missing. 0 is an answer.")
