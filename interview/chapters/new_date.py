"""Once the hearing has a date: another date for it (DV-115, DV-116), or no hearing at all (DV-112)."""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from interview import conditions
from interview.fields import MultiChoice, Story, UsDate, YesNo
from interview.phrasing import day_in_words
from interview.questions import Chapter, Page, QuestionForm


class NewDate(QuestionForm):
    at = "continuance"
    heading = _("Do you need a new date for the hearing?")
    intro = _(
        "You can ask for one before the hearing, or at the hearing. Most people ask because {other} could "
        "not be given the papers in time. The judge decides."
    )
    why = _(
        "Any orders you have stay in force until the new date, unless the judge says otherwise. The old "
        "date still counts until the court tells you the new one."
    )
    law = "DV-115; DV-115-INFO; Fam. Code, § 245"

    wanted = YesNo(label=_("I need a new date"))

    @property
    def intro_text(self) -> str:
        if not (day := self.case.hearing.date):
            return super().intro_text
        told = gettext("You told us that the hearing is on {day}.").replace("{day}", day_in_words(day))
        return f"{told} {super().intro_text}"


class Reasons(QuestionForm):
    at = "continuance"
    heading = _("Why do you need a new date?")
    intro = _("Check all that fit.")
    why = _("The judge wants a good reason. {other} will see what you write.")
    law = "DV-115, item 4; Fam. Code, § 245"
    follow_ups = {"other_reason": "reasons=other"}

    reasons = MultiChoice(
        label=_("Reasons"),
        choices=[
            ("service", _("I need more time to have the papers given to {other} in person")),
            ("other", _("Another reason")),
        ],
    )
    other_reason = Story(label=_("What is the reason?"))


class OrderDate(QuestionForm):
    at = "continuance"
    heading = _("When was the temporary order made?")
    intro = _("The order has the day on it. You can leave this empty.")
    why = _("The judge looks at whether it must go on until the new date. Attach a copy if you have one.")
    law = "DV-115, item 3; Fam. Code, § 245"

    order_date = UsDate(
        past=True, label=_("Date"), help_text=_("Month, day and year, for example 11/20/2026.")
    )


class WaiveHearing(QuestionForm):
    at = "continuance"
    heading = _("Do you want to cancel the hearing?")
    intro = _(
        "You have a right to the hearing, and the judge may still make the orders there. If you cancel it, "
        "any temporary orders you have end on the day of the hearing. You can ask again later, for the "
        "same things or new ones."
    )
    why = _(
        "Papers that {other} does not have yet are then not handed over. When {other} has them already, "
        "{other} must be told that you canceled. An advocate can help you do that safely. When {other} has "
        "already answered the court, the judge may still hold the hearing."
    )
    law = "DV-112; Fam. Code, § 6320.5"

    waive_hearing = YesNo(label=_("I want to cancel the hearing"))


NEW_DATE = Chapter(
    slug="new-date",
    title=_("A new date"),
    when=conditions.may_change_hearing,
    pages=(
        Page("wanted", NewDate),
        Page("why", Reasons, when=conditions.wants_new_date),
        Page("now", OrderDate, when=conditions.has_temporary_order),
        Page("no-date", WaiveHearing, when=conditions.may_cancel_hearing),
    ),
)
