"""Work, schooling and taxes (FL-150 items 1 to 3; FL-155 items 4 and 9)."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from interview import conditions_finances as conditions
from interview.chapters.money_form import FOR_EXAMPLE, PAID_BY, MoneyForm, comes_to
from interview.fields import (
    UNSAID,
    Choice,
    Hours,
    Money,
    PersonName,
    Phone,
    RoughDate,
    ShortText,
    State,
    Year,
    YesNo,
)
from interview.questions import Group, Page, QuestionForm

JOB_LAW = "FL-150, item 1; FL-155, item 9"


class HasJob(QuestionForm):
    at = "finances"
    heading = _("Do you have a job now?")
    intro = _("Work for yourself is no job here. It comes later.")
    law = JOB_LAW

    has_job = YesNo(label=_("I have a job now"))


class HadJob(QuestionForm):
    """Of who has no work at all now."""

    at = "finances"
    heading = _("Did you have a job before?")
    intro = _("We ask about the last one only.")
    law = JOB_LAW

    had_job = YesNo(label=_("I had a job before"))


class _Job(MoneyForm):
    employer = ShortText(label=_("Name of the employer"))
    address = ShortText(label=_("Address of the employer"))
    telephone = Phone(label=_("Phone number of the employer"))
    occupation = ShortText(label=_("Your kind of work"), help_text=_("For example: cook, driver, cashier."))
    started = RoughDate(past=True, label=_("Date you started"), help_text=_("For example March 2024."))


class TheJob(_Job):
    at = "finances.job"
    heading = _("What is your job?")
    intro = _(
        "{other} gets a copy. You can leave empty what {other} should not know, such as where you work."
    )
    law = JOB_LAW

    ended = RoughDate(past=True, label=_("Date you stopped"))

    def unneeded(self) -> Collection[str]:
        return ["ended"] if self.case.finances.has_job == "yes" else []

    @property
    def heading_text(self) -> str:
        return super().heading_text if "ended" in self.left_out else _now("What was your last job?")


class _Pay(MoneyForm):
    intro = _("Give it before taxes and other deductions. Your pay stub shows it.")
    law = JOB_LAW

    pay = Money(label=_("Your pay in dollars"), help_text=FOR_EXAMPLE)
    paid_by = Choice(label=_("That is for"), choices=PAID_BY)
    hours = Hours(
        label=_("Hours of work a week"),
        help_text=_("About is fine. With pay by the hour, we work out the month from it."),
    )


class ThePay(_Pay):
    at = "finances.job"
    heading = _("What are you paid?")

    @property
    def heading_text(self) -> str:
        has_job = self.case.finances.has_job == "yes"
        return super().heading_text if has_job else _now("What were you paid in your last job?")


class HasOtherJobs(QuestionForm):
    at = "finances"
    heading = _("Do you have another job too?")
    intro = _("Work for yourself does not count here.")
    law = "FL-150, item 1"

    has_other_jobs = YesNo(label=_("I have more than one job"))

    @property
    def intro_text(self) -> str:
        told = comes_to(_now("Your pay"), self.case.finances.job.monthly_pay)
        return " ".join(filter(None, (told, super().intro_text)))


class AnotherJob(_Job):
    at = "finances.other_jobs.#"
    heading = _("What is the other job?")
    intro = TheJob.intro
    law = "FL-150, item 1"


class AnotherPay(_Pay):
    at = "finances.other_jobs.#"
    heading = _("What are you paid in this job?")
    law = "FL-150, item 1"


class School(QuestionForm):
    at = "finances.schooling"
    heading = _("Did you finish high school?")
    intro = _("A test that counts the same, such as the GED, is a yes.")
    law = "FL-150, item 2b"
    follow_ups = {"highest_grade": "high_school=no"}

    high_school = YesNo(label=_("I finished high school"))
    highest_grade = ShortText(label=_("The highest grade you finished"))


class MoreSchool(QuestionForm):
    at = "finances.schooling"
    heading = _("Did you go to college, or learn a trade?")
    intro = _("Leave empty what you did not do.")
    law = "FL-150, items 2c to 2e"

    college_years = ShortText(label=_("Years of college"), help_text=_("The years you finished."))
    college_degree = ShortText(label=_("College degree"))
    graduate_years = ShortText(
        label=_("Years of graduate school"), help_text=_("That is school after a college degree.")
    )
    graduate_degree = ShortText(label=_("Graduate degree"))
    license = ShortText(label=_("License for a job"), help_text=_("For example: nurse, real estate."))
    training = ShortText(label=_("Training for a job"), help_text=_("For example: welding, hair care."))


class TaxReturn(MoneyForm):
    at = "finances.taxes"
    heading = _("How do you file your taxes?")
    intro = _("Your last tax return shows it. Leave empty what you do not know.")
    law = "FL-150, item 3; FL-155, item 4; Fam. Code, § 3552"
    follow_ups = {"jointly_with": "status=married_jointly", "other_state": "state=other"}

    status = Choice(
        label=_("I file as"),
        choices=[
            ("single", _("Single")),
            ("head_of_household", _("Head of household")),
            ("married_separately", _("Married, by myself")),
            ("married_jointly", _("Married, together with my spouse")),
            (UNSAID, _("I'm not sure")),
        ],
    )
    jointly_with = PersonName(label=_("Name of the spouse you file with"))
    last_year_filed = Year(label=_("The last tax year you filed for"), help_text=_("For example 2025."))
    state = Choice(
        label=_("I file state taxes in"),
        choices=[
            ("california", _("California")),
            ("other", _("Another state")),
            (UNSAID, _("None of these")),
        ],
    )
    other_state = State(label=_("Which state?"))
    exemptions = ShortText(
        label=_("How many people you claim on your taxes"), help_text=_("Count yourself too.")
    )

    def unneeded(self) -> Collection[str]:
        """FL-155 asks for the status alone."""
        rest = ("jointly_with", "last_year_filed", "state", "other_state", "exemptions")
        return rest if self.is_for_short_form else ()


WORK_PAGES: tuple[Page | Group, ...] = (
    Page("job", HasJob, when=conditions.fills_income_form),
    Page("job-before", HadJob, when=conditions.has_no_work),
    Page("employer", TheJob, when=conditions.tells_job),
    Page("pay", ThePay, when=conditions.tells_job),
    Page("second", HasOtherJobs, when=conditions.has_job),
    Group(
        slug="jobs",
        path="finances.other_jobs",
        pages=(Page("other-job", AnotherJob), Page("other-pay", AnotherPay)),
        another=_("Do you have one more job?"),
        entry_title=_("Other job {number}"),
        when=conditions.tells_other_jobs,
    ),
    Page("school", School, when=conditions.fills_long_form),
    Page("more-school", MoreSchool, when=conditions.fills_long_form),
    Page("taxes", TaxReturn, when=conditions.fills_income_form),
)
