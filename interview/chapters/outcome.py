"""What came of the hearing: the facts the plan goes on from (DV-130 items 4, 5, 6 and 32; CH-130).

Also read by someone who has just been refused; of them nothing more is asked.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from interview import conditions
from interview import conditions_after as after
from interview.chapters.court import ENTRY_CHOICES
from interview.fields import Choice, MultiChoice, ShortText, UsDate, YesNo, YesNoUnknown
from interview.offers import OffersWhatApplies
from interview.phrasing import all_of, day_in_words
from interview.questions import Chapter, Page, QuestionForm
from interview.time_fields import ClockTime

DAY = _("Month, day and year, for example 12/11/2026.")
NO_PAPER = _("No paper yet? Use what the judge said, or the clerk's notes.")
GUNS_CIVIL = "Code Civ. Proc., §§ 527.9, 527.11"


class Outcome(QuestionForm):
    at = "after"
    heading = _("What did the judge decide?")
    intro = _(
        "The plan goes on from your answer. Choose the first answer also when the judge changed parts of "
        "what you asked for."
    )
    why = _(
        "A judge can make the order as you asked for it, change parts of it, or make none. What comes next "
        "is different for each."
    )
    law = "DV-130; Fam. Code, §§ 6340, 6345"
    civil_law = "CH-130; Code Civ. Proc., § 527.6(i), (j)"

    outcome = Choice(
        label=_("The judge"),
        choices=[
            ("granted", _("Made an order")),
            ("denied", _("Did not make an order")),
            ("later", _("Has not decided yet")),
        ],
    )


class Attended(OffersWhatApplies):
    at = "after"
    offered, always, applies = "attended", ("me", "respondent", "their_lawyer"), conditions.has_lawyer
    heading = _("Who was at the hearing?")
    intro = _("Being there by phone or by video counts too. Check all that fit.")
    why = _("It decides whether the order must still be given to {other}.")
    law = "DV-130, items 6b and 32"
    civil_law = "CH-130, items 5 and 17"

    attended = MultiChoice(
        label=_("At the hearing"),
        choices=[
            ("me", _("Me")),
            ("my_lawyer", _("My lawyer")),
            ("respondent", _("{other}")),
            ("their_lawyer", _("{other}'s lawyer")),
        ],
    )


class AgreedInWriting(QuestionForm):
    at = "after"
    heading = _("Did {other} agree to the order in writing?")
    intro = _("A paper that {other} signed says so.")
    why = _("Who has agreed in writing knows the order. It does not have to be handed over then.")
    law = "DV-130, item 32a"

    agreed_in_writing = YesNoUnknown(label=_("{other} agreed in writing"))


class FirstPapersServed(QuestionForm):
    at = "after"
    heading = _("Did someone hand {other} the temporary order and the notice of the hearing in person?")
    intro = _("Say yes when the court has a signed proof of it.")
    why = _(
        "Only when both were handed over in person can the new order be mailed. Without a proof, have the "
        "new order handed over in person too."
    )
    law = "DV-130, item 32b; Fam. Code, § 6384(a)"
    civil_law = "CH-130, item 17b; CH-200; Code Civ. Proc., § 527.6(m)"

    first_papers_served = YesNoUnknown(label=_("Both papers were handed over in person"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.case.had_no_temporary_order:
            self.fields["first_papers_served"].label = gettext("It was handed over in person")

    @property
    def heading_text(self) -> str:
        if self.case.had_no_temporary_order:
            return self._named(gettext("Did someone hand {other} the notice of the hearing in person?"))
        return super().heading_text

    @property
    def why_text(self) -> str:
        if self.case.had_no_temporary_order:
            return gettext("Item 32b of the order says that the court has a proof of it.")
        return super().why_text

    @property
    def intro_text(self) -> str:
        if self.case.had_no_temporary_order:  # DV-130 alone asks it then
            told = gettext("The notice is DV-109. The proof is DV-200, or the sheriff's own paper.")
            return f"{super().intro_text} {told}"
        proof = "CH-200" if self.case.asks_for_cho else "DV-200"
        papers = all_of(["CH-110", "CH-109"] if self.case.asks_for_cho else ["DV-110", "DV-109"])
        told = gettext("The two papers are {papers}. The proof is {proof}, or the sheriff's own paper.")
        return f"{super().intro_text} {told.format(papers=papers, proof=proof)}"


class SameAsTemporary(QuestionForm):
    at = "after"
    heading = _("Is the new order the same as the temporary one, but for the day it ends?")
    intro = _("The temporary order is the one the judge made before the hearing. Compare the two papers.")
    why = _(
        "An order that is the same can often be mailed to {other}. Another one must be handed over in person."
    )
    law = "DV-130, item 32b; Fam. Code, § 6384(a)"
    civil_law = "CH-130, item 17b; Code Civ. Proc., § 527.6"

    same_as_temporary = YesNoUnknown(label=_("The two are the same, but for the day they end"))

    @property
    def intro_text(self) -> str:
        form = "CH-110" if self.case.asks_for_cho else "DV-110"
        told = gettext("It is form {form}.").replace("{form}", form)
        return f"{super().intro_text} {told} {NO_PAPER}"


class Review(QuestionForm):
    at = "after"
    heading = _("Did the judge set another hearing?")
    intro = _("It can be about guns, or about something else. The order says when it is.")
    why = _("You may have to go there too. The plan has its day.")
    law = "DV-130, items 5 and 11; Fam. Code, §§ 6322.5, 6389"
    civil_law = f"CH-130, item 12; {GUNS_CIVIL}"

    has_review = YesNoUnknown(label=_("The judge set another hearing"))


class ReviewDetails(QuestionForm):
    at = "after"
    heading = _("What is the other hearing about, and when is it?")
    intro = _("At a hearing about guns, {other} must show that guns and ammunition were turned in or sold.")
    why = _("When {other} was not there, a judge can name a day. By then {other} must be given the order.")
    law = "DV-130, items 5 and 11; Fam. Code, §§ 6322.5, 6389"
    civil_law = f"CH-130, item 12; {GUNS_CIVIL}"
    follow_ups = {"review_other": "review_about=other"}

    review_about = MultiChoice(
        label=_("What it is about"),
        choices=[("guns", _("Guns or ammunition")), ("other", _("Something else"))],
    )
    review_other = ShortText(label=_("What else is it about?"))
    review_date = UsDate(label=_("Date"), help_text=DAY)
    review_time = ClockTime(label=_("Time"), help_text=_("For example 8:30 am."))
    review_department = ShortText(label=_("Department"), help_text=_("You can leave this empty."))


class ServeBy(QuestionForm):
    at = "after"
    heading = _("By which day must {other} be given the order?")
    intro = _("Look at item {item} of the order. You can leave this empty when no day is written there.")
    why = _("The court wants {other} to know of the hearing about guns before that day.")
    law = "DV-130, item 32b(3); Fam. Code, § 6322.5"
    civil_law = f"CH-130, item 17b(3); {GUNS_CIVIL}"

    serve_by = UsDate(label=_("Date"), help_text=DAY)
    serve_by_way = Choice(
        label=_("In which way?"),
        choices=[
            ("in_person", _("Handed over in person")),
            ("mail", _("By mail")),
            ("unknown", _("I don't know")),
        ],
    )

    @property
    def intro_text(self) -> str:
        item = "17b" if self.case.asks_for_cho else "32b"
        return f"{super().intro_text.replace('{item}', item)} {NO_PAPER}"


class EntryBox(QuestionForm):
    at = "after"
    heading = _("Who takes the order to the police database?")
    intro = _("The order says it at item 16: one of three boxes is checked there.")
    why = _("Police can see the order only when it is in the database. It may be up to you, that same day.")
    law = "CH-130, item 16; Code Civ. Proc., § 527.6(r)"

    entry = Choice(label=_("Which box is checked?"), choices=ENTRY_CHOICES)

    @property
    def intro_text(self) -> str:
        return f"{super().intro_text} {NO_PAPER}"


class EndsOn(QuestionForm):
    at = "after"
    heading = _("On which day does the order end?")
    intro = _("The order says it at item 4. You can leave this empty when no day is written there.")
    why = _("The plan counts from this day when you can ask for more years.")
    law = "DV-130, item 4; Fam. Code, § 6345"
    civil_law = "CH-130, item 4; Code Civ. Proc., § 527.6(j)"

    ends_on = UsDate(label=_("Last day"), help_text=_("Month, day and year, for example 12/11/2031."))

    @property
    def intro_text(self) -> str:
        said = f"{super().intro_text} {NO_PAPER}"
        if not (day := self.case.hearing.date):
            return said
        told = gettext("You told us that the hearing was on {day}.").replace("{day}", day_in_words(day))
        return f"{said} {told}"


class CivilOrderForm(QuestionForm):
    at = "after"
    heading = _("Did the court tell you to hand in the order form, CH-130?")
    intro = _("You fill in items 1 to 3. The court does the rest. Most courts do it all themselves.")
    why = _("With a yes, form CH-130 is among your papers, with items 1 to 3 filled in.")
    law = "CH-130, items 1 to 3; Code Civ. Proc., § 527.6(i)"

    court_wants_order = YesNo(label=_("The court told me to hand in the order form"))


OUTCOME = Chapter(
    slug="how-it-went",
    title=_("How it went"),
    when=conditions.hearing_is_over,
    pages=(
        Page("answer", Outcome),
        Page("your-part", CivilOrderForm, when=after.may_prepare_civil_order),
        Page("who", Attended, when=conditions.order_was_made),
        Page("agreed", AgreedInWriting, when=after.may_have_agreed),
        Page("before", FirstPapersServed, when=after.may_have_had_first_papers),
        Page("same", SameAsTemporary, when=after.may_repeat_temporary_order),
        Page("another-date", Review, when=conditions.order_was_made),
        Page("about", ReviewDetails, when=after.has_review),
        Page("by-when", ServeBy, when=after.must_reach_by),
        Page("entry", EntryBox, when=after.has_entry_box),
        Page("until", EndsOn, when=conditions.order_was_made),
    ),
)
