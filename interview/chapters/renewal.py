"""Asking for the order once more, before it ends (DV-700, CH-700)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from interview import conditions
from interview.chapters.what_happened import HOW_OFTEN
from interview.fields import RATHER_NOT, Choice, Days, MultiChoice, RoughDate, ShortText, Story, UsDate, YesNo
from interview.phrasing import day_in_words
from interview.questions import Chapter, Group, Page, QuestionForm, Text
from interview.renewal import first_day_to_ask
from interview.rules import Rule, rule, with_numbers
from interview.typed_dates import today

LAW = "Fam. Code, § 6345"
CIVIL_LAW = "Code Civ. Proc., § 527.6(j)"
JUVENILE = _("An order of a juvenile court (JV-255, JV-265) is renewed with the same form, DV-700.")
LEAHY = "Leahy v. Peterson (2023), D080860"


class OnceMore(QuestionForm):
    """When to ask is told from the day the order ends, once that day is known.

    An order that ends later than that is not asked about (`conditions.may_renew_order`).
    """

    at = "renewal"
    heading = _("Do you want to ask the judge to renew the order?")
    intro = _("You can ask the judge to make the order last longer. Nothing new has to have happened.")
    why = _(
        "The new papers take your address and the court from your answers. Look whether they are still "
        "right. {other} will see the papers."
    )
    law = f"DV-700; {LAW}"
    civil_law = f"CH-700; {CIVIL_LAW}; {LEAHY}"

    wanted = YesNo(label=_("I want to ask for the order to be renewed"))

    @property
    def intro_text(self) -> str:
        said = super().intro_text
        if self.case.asks_for_cho:
            said = gettext(
                "You can ask the judge to make the order last longer. The first time, you do not have to "
                "show new harassment."
            )
        return f"{said} {self._when_to_ask()}"

    @property
    def why_text(self) -> str:
        said = super().why_text
        return said if self.case.asks_for_cho else f"{said} {JUVENILE}"

    def _when_to_ask(self) -> str:
        known = _rule(self)
        months, end = known.numbers["months"], self.case.order_ends_on
        if end is None:
            text = gettext(
                "You can ask in the last {months} months before the order ends. The day is at item 4 of the "
                "order. Not yet? Leave this empty, and come back then."
            )
            return text.format(months=months)
        start = first_day_to_ask(end, civil=self.case.asks_for_cho)
        days = {"end": day_in_words(end), "start": day_in_words(start)}
        if today() > end:
            text = gettext(
                "You told us that the order ended on {end}. It cannot be renewed any more. You can ask for a "
                "new order, with a new request."
            )
        elif today() < start:
            text = gettext(
                "You told us that the order ends on {end}. You can ask from {start} on. Come back then."
            )
        else:
            text = gettext(
                "You told us that the order ends on {end}. The court must have the papers before that day."
            )
        return text.format(**days)


class RenewedBefore(QuestionForm):
    at = "renewal"
    heading = _("Has the order been renewed before?")
    intro = _("For most people it is the first time: then the answer is no.")
    law = f"DV-700, item 3b; {LAW}"
    civil_law = f"CH-700, item 3b; {CIVIL_LAW}; {LEAHY}"
    follow_ups = {"times": "renewed_before=yes"}

    renewed_before = YesNo(label=_("A judge has renewed it before"))
    times = Days(
        label=_("How many times?"), error_messages={"invalid": _("Enter the number of times, for example 1.")}
    )


class UntilWhen(QuestionForm):
    at = "renewal"
    heading = _("When does the order end?")
    intro = _("You find the day at item 4 of the order.")
    why = _("Once the order has ended, it cannot be renewed. The court counts from this day.")
    law = f"DV-700, item 3a; DV-130, item 4; {LAW}"
    civil_law = f"CH-700, item 3a; CH-130, item 4; {CIVIL_LAW}"

    ends_on = UsDate(label=_("The order ends on"), help_text=_("Month, day and year, for example 1/15/2027."))

    @property
    def intro_text(self) -> str:
        if self.case.renewal.renewed_before == "yes":
            return gettext("Look at the newest paper: the one with which a judge renewed the order.")
        return super().intro_text


LENGTHS: list[tuple[str, Text]] = [
    ("five_years", _("Five years")),
    ("permanently", _("Permanently")),
    ("other", _("Another length")),
    RATHER_NOT,
]


class HowLong(QuestionForm):
    at = "renewal"
    heading = _("For how long should the order be renewed?")
    intro = _("The judge can renew it for {years} years or more, or permanently: then it has no end date.")
    why = _("The judge decides. You can ask for the length that you need.")
    law = f"DV-700, item 3c; {LAW}; Hart v. Hart (2025), B338817"
    civil_law = f"CH-700, item 3c; {CIVIL_LAW}"
    follow_ups = {"how_long_other": "how_long=other"}

    how_long = Choice(label=_("How long"), choices=LENGTHS)
    how_long_other = ShortText(
        label=_("Which length?"), help_text=_("Longer than five years, for example 10 years.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.case.asks_for_cho:  # CH-700 has no such box
            offered = self.fields["how_long"]
            assert isinstance(offered, Choice)
            offered.choices = [one for one in LENGTHS if one[0] != "permanently"]
            self.fields["how_long_other"].help_text = _("Less than five years, for example 3 years.")

    @property
    def intro_text(self) -> str:
        text: Text = self.intro
        if self.case.asks_for_cho:
            text = gettext("The judge can renew it for up to {years} more years.")
        return str(with_numbers(text, _rule(self)))


class Reasons(QuestionForm):
    at = "renewal"
    heading = _("Why do you want the order to be renewed?")
    intro = _("Check all that fit. {other} will be able to read what you write.")
    why = _(
        "The judge asks whether someone in your place would fear more abuse. What happened before the order "
        "counts, and so does what your life is like now. You do not have to show that {other} broke the "
        "order."
    )
    law = f"DV-700, item 4; {LAW}"
    follow_ups = {"afraid_because": "reasons=afraid", "other_reason": "reasons=other"}

    reasons = MultiChoice(
        label=_("Reasons"),
        choices=[
            ("afraid", _("I am afraid or worried about what {other} might do to me later")),
            ("violated", _("{other} did something that the order forbids")),
            ("other", _("Another reason")),
        ],
    )
    afraid_because = Story(
        label=_("What are you afraid or worried about, and why?"),
        rows=10,
        help_text=_(
            "For example: what {other} did or said before, what still scares you, whether you two still "
            "meet, or have children together."
        ),
    )
    other_reason = Story(label=_("What is the other reason?"), rows=6)


class WhatWasDone(QuestionForm):
    at = "renewal.violations.#"
    heading = _("What did {other} do that the order forbids?")
    intro = _("Start with the newest time. You can tell about others after it. A guess at the day is fine.")
    why = _("It is not needed to renew the order, but it can help the judge decide.")
    law = f"DV-700, item 4b; {LAW}"

    date = RoughDate(label=_("When was it?"), past=True)
    story = Story(label=_("What happened"), rows=8)

    @property
    def intro_text(self) -> str:
        return gettext("A guess at the day is fine.") if self.index else super().intro_text


class HowOften(QuestionForm):
    at = "renewal.violations.#"
    heading = _("How often has {other} done something like this?")
    law = f"DV-700, item 4b; {LAW}"
    follow_ups = {"how_often_other": "how_often=other"}

    how_often = Choice(label=_("How often"), choices=HOW_OFTEN)
    how_often_other = ShortText(label=_("How often was it?"))
    other_dates = Story(
        label=_("Dates of the other times, or your best guess"), help_text=_("You can leave this empty.")
    )


class Why(QuestionForm):
    at = "renewal"
    heading = _("Why do you want the order to be renewed?")
    intro = _(
        "The first time, nothing new has to have happened. Tell what still worries you. {other} will be able "
        "to read it."
    )
    why = _(
        "The judge wants to know whether it would likely begin again without the order. What does not fit "
        "on the form prints on a page behind it."
    )
    law = f"CH-700, item 3d; {CIVIL_LAW}; {LEAHY}"

    why_story = Story(
        label=_("Your reasons"),
        rows=12,
        help_text=_("For example: what {other} did before and since, and whether you two still meet."),
    )
    paths = {"why_story": "why"}  # "why" is what a page tells on request

    @property
    def intro_text(self) -> str:
        if self.case.renewal.renewed_before != "yes":
            return super().intro_text
        return self._named(
            gettext(
                "The order was renewed before. To renew it once more, the judge needs to hear of new "
                "harassment since the first order was made. {other} will be able to read it."
            )
        )


class LawyersFees(QuestionForm):
    at = "renewal"
    heading = _("Do you want {other} to pay your lawyer's fees and costs?")
    intro = _("You can ask that {other} pays some or all of your lawyer's fees and costs.")
    why = _("When the judge renews the order, {other} must pay when {other} can afford it.")
    law = "DV-700, item 5; Fam. Code, § 6344"

    wants_fees = YesNo(label=_("I want {other} to pay my lawyer's fees and costs"))


def _rule(page: QuestionForm) -> Rule:
    return rule("civil_renewal" if page.case.asks_for_cho else "renewal")


RENEWAL = Chapter(
    slug="once-more",
    title=_("Before the order ends"),
    when=conditions.may_renew_order,
    pages=(
        Page("wanted", OnceMore),
        Page("before", RenewedBefore, when=conditions.wants_renewal),
        Page("until", UntilWhen, when=conditions.needs_end_of_order),
        Page("length", HowLong, when=conditions.renews_order),
        Page("reasons", Reasons, when=conditions.renews_with_dvro),
        Group(
            slug="times",
            path="renewal.violations",
            pages=(Page("time", WhatWasDone), Page("often", HowOften)),
            another=_("Do you want to tell about another time?"),
            entry_title=_("Time {number}"),
            when=conditions.order_was_violated,
        ),
        Page("why", Why, when=conditions.renews_with_cho),
        Page("lawyer", LawyersFees, when=conditions.renews_with_dvro),
    ),
)
