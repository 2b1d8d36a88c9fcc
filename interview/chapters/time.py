"""The time the other parent would spend with the children (DV-105 items 10 to 13)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from interview import conditions_children as conditions
from interview.fields import UNSAID, Choice, Percent, PersonName, ShortText, Story, UsDate, YesNo
from interview.questions import Chapter, Page, QuestionForm
from interview.week_form import timetable

NOT_SURE = (UNSAID, _("I don't know yet"))
SEEN = _("{other} will see this. Do not write a place {other} should not know.")


class WhichVisits(QuestionForm):
    at = "custody"
    heading = _("What visits with the children should {other} have?")
    intro = _("This is for the time until the court date. You choose; nothing is checked for you.")
    why = _(
        "The judge can allow visits, allow them only in a safe way, or allow none for now. "
        "The judge decides what is safe and best for the children. At the court date that can change."
    )
    law = "DV-105, item 10; Fam. Code, §§ 3100, 6323"

    visits = Choice(
        label=_("Visits until the court date"),
        choices=[
            ("none", _("No visits. {other} does not spend time with the children for now.")),
            ("yes", _("Visits. {other} spends time with the children, alone or with someone watching.")),
            (
                "virtual",
                _("Only virtual visits. {other} sees and talks with the children by video, not in person."),
            ),
        ],
    )


class Watched(QuestionForm):
    at = "custody"
    heading = _("Should someone else watch over the visits?")
    intro = _(
        "This is called a supervised visit. A third person stays the whole time, sees and hears what "
        "happens, and can end the visit. The person can be trained and paid, or a relative or friend."
    )
    why = _("The judge looks at what keeps you and the children safe during visits.")
    law = "DV-105, item 11; Fam. Code, §§ 3200.5, 6323"

    supervised = YesNo(label=_("The visits should be supervised"))


class WhoWatches(QuestionForm):
    """DV-105 items 12a and 13a have the same blanks."""

    intro = _("You can leave empty what you do not know.")
    follow_ups = {
        "professional_name": "kind=professional",
        "fee_me": "kind=professional",
        "fee_respondent": "kind=professional",
        "fee_other_name": "kind=professional",
        "fee_other": "kind=professional",
        "nonprofessional_name": "kind=nonprofessional",
        "agreed": "kind=nonprofessional",
    }

    kind = Choice(
        label=_("Who it should be"),
        choices=[
            ("professional", _("A professional, who is trained and paid for it")),
            ("nonprofessional", _("A relative or friend you trust, who is not paid")),
            NOT_SURE,
        ],
    )
    professional_name = PersonName(label=_("Name of the professional or the agency"))
    fee_me = Percent(
        label=_("Share of the fee that you pay, in percent"),
        help_text=_("For example 50 for one half, or 0 for nothing."),
    )
    fee_respondent = Percent(label=_("Share of the fee that {other} pays, in percent"))
    fee_other_name = PersonName(label=_("Someone else who pays a share"))
    fee_other = Percent(label=_("Share of the fee that this person pays, in percent"))
    nonprofessional_name = PersonName(label=_("Name of the relative or friend"))
    agreed = YesNo(label=_("This person has agreed to do it"))


class VisitsWatchedBy(WhoWatches):
    at = "custody.supervisor"
    heading = _("Who should watch over the visits?")
    why = _("The judge can order who watches over the visits and who pays for it.")
    law = "DV-105, item 12a; Fam. Code, § 3200.5"


class ExchangesWatched(QuestionForm):
    at = "custody"
    heading = _("Should a third person supervise drop-off and pick-up of the children?")
    intro = _(
        "The children are dropped off before a visit and picked up after it. "
        "A third person can be there, so that you and {other} are not alone."
    )
    why = _("The judge looks at how to keep you and the children safe at these moments.")
    law = "DV-105, item 13a; Fam. Code, § 6323(c)"

    exchanges_supervised = YesNo(label=_("Drop-off and pick-up should be supervised"))


class ExchangesWatchedBy(WhoWatches):
    at = "custody.exchange_supervisor"
    heading = _("Who should supervise drop-off and pick-up?")
    why = _("The judge can order who supervises drop-off and pick-up, and who pays for it.")
    law = "DV-105, item 13a"


class Place(QuestionForm):
    at = "custody.visit"
    heading = _("Where should the visits take place?")
    why = _("The judge's order can name the place, so that everyone knows where to be.")
    law = "DV-105, items 12b and 13b(1); Fam. Code, § 6323(c)"
    follow_ups = {"place_other": "place=other"}

    place = Choice(
        label=_("Place of the visits"),
        choices=[
            ("in_person", _("In person, at a safe place")),
            ("virtual", _("By video (virtual visit)")),
            ("other", _("Somewhere else, or in another way")),
            NOT_SURE,
        ],
    )
    place_other = ShortText(label=_("Where, or in which way?"), help_text=SEEN)


class HowOften(QuestionForm):
    at = "custody.visit"
    heading = _("How often should the visits be, and how long?")
    why = _("An order with clear times is easier to follow, and for police to read.")
    law = "DV-105, item 12c; Fam. Code, § 6323(c)"
    follow_ups = {
        "hours_once": "frequency=once",
        "hours_twice": "frequency=twice",
        "frequency_other": "frequency=other",
    }

    frequency = Choice(
        label=_("How often"),
        choices=[
            ("once", _("Once a week")),
            ("twice", _("Twice a week")),
            ("week", _("I want to lay out a week, with days and times")),
            ("other", _("Another way")),
            NOT_SURE,
        ],
    )
    hours_once = ShortText(label=_("How many hours?"), help_text=_("For example 2."))
    hours_twice = ShortText(label=_("How many hours each time?"), help_text=_("For example 2."))
    frequency_other = ShortText(label=_("How often, and how long?"))


class Details(QuestionForm):
    at = "custody.visit"
    heading = _("How should the visits go?")
    intro = _("Tell when and how often they should be, and who brings the children there and back.")
    why = _("An order with clear times is easier to follow, and for police to read.")
    law = "DV-105, item 13b(2); Fam. Code, § 6323(c)"

    details = Story(
        label=_("In your own words"),
        help_text=_(
            "{other} will see this. Do not write a place {other} should not know. "
            "You can leave this empty and lay out a week with days and times."
        ),
    )
    wants_week = YesNo(label=_("I want to lay out a week, with days and times"))


Week = timetable(
    "Week",
    at="custody.visit.week",
    heading=_("Which days and times should the visits be?"),
    intro=_(
        "Open each day that has a visit. Leave the other days empty. "
        "Write times like 3:00 pm. The end can stay empty."
    ),
    why=_("The judge can use your week for the order, so that everyone knows the times."),
    law="DV-105, items 12c and 13b(2)",
)


class Repeats(QuestionForm):
    at = "custody.visit"
    heading = _("How often should this week repeat?")
    why = _("The judge needs to know in which weeks your timetable counts.")
    law = "DV-105, items 12c and 13b(2)"
    follow_ups = {"repeat_other": "repeat=other"}

    repeat = Choice(
        label=_("The week repeats"),
        choices=[
            ("every_week", _("Every week")),
            ("every_other_week", _("Every other week")),
            ("other", _("Another way")),
            NOT_SURE,
        ],
    )
    repeat_other = ShortText(label=_("How does it repeat?"))


class Begins(QuestionForm):
    at = "custody.visit"
    heading = _("When should the visits begin?")
    why = _("The order can say from which day on the visits count.")
    law = "DV-105, items 12c and 13b(2)"

    start_date = UsDate(
        label=_("First day"), help_text=_("For example 3/25/2026. Leave it empty when you do not know.")
    )


TIME = Chapter(
    slug="time",
    title=_("Time with the children"),
    when=conditions.asks_for_custody,
    pages=(
        Page("visits", WhichVisits),
        Page("company", Watched, when=conditions.wants_visits),
        Page("company-who", VisitsWatchedBy, when=conditions.wants_supervised_visits),
        Page("handover", ExchangesWatched, when=conditions.children_change_hands),
        Page("handover-who", ExchangesWatchedBy, when=conditions.wants_supervised_exchanges),
        Page("place", Place, when=conditions.visits_have_a_place),
        Page("how-often", HowOften, when=conditions.wants_supervised_visits),
        Page("details", Details, when=conditions.wants_unsupervised_visits),
        Page("week", Week, when=conditions.lays_out_a_week),
        Page("repeat", Repeats, when=conditions.lays_out_a_week),
        Page("begin", Begins, when=conditions.visits_are_laid_out),
    ),
)
