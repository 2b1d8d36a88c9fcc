"""What the judge decided about the children (DV-140 items 4 to 13, DV-145), as the person tells it."""

from __future__ import annotations

from typing import cast

from django.forms import Field
from django.utils.translation import gettext_lazy as _

from interview import conditions_after as conditions
from interview.chapters.care import (
    LegalCustody,
    PhysicalCustody,
    RecordsOf,
    TravelLimits,
    WhichRecords,
)
from interview.chapters.keep import (
    KEEP,
    AbductionOrders,
    Bond,
    Documents,
    Embassy,
    ForeignOrder,
    OtherState,
    TravelPlan,
)
from interview.chapters.time import TIME
from interview.conditions_after import made_abduction_order, walks, was_decided
from interview.decision_form import (
    MAY_BE_EMPTY,
    NOT_SURE,
    PARTIES,
    USE_NAMES,
    WHAT_INSTEAD,
    answers_on,
    decision,
    each_answer_on,
)
from interview.fields import Choice, Choices, MultiChoice, PersonName, Phone, ShortText, Story
from interview.questions import Page, QuestionForm, Text
from interview.told_before import told_in

PROVIDERS: Choices = [
    ("professional", _("A professional, who is trained and paid for it")),
    ("nonprofessional", _("A relative, a friend or another person who is not paid")),
]


class TravelMade(QuestionForm):
    at = "after.changed_custody"
    heading = _("What did the judge order about travel with the children?")
    intro = WHAT_INSTEAD
    law = "DV-140, item 4; Fam. Code, § 6323"
    follow_ups = {"travel_county": "travel_limits=county", "travel_other": "travel_limits=other"}

    travel_asks = MultiChoice(label=_("Who needs permission?"), choices=PARTIES)
    travel_limits = MultiChoice(
        label=_("Permission is needed to go"),
        choices=[
            ("county", _("Outside one county")),
            ("california", _("Outside California")),
            ("united_states", _("Outside the United States")),
            ("other", _("Outside another place")),
        ],
    )
    travel_county = ShortText(label=_("Which county?"))
    travel_other = ShortText(label=_("Which other place?"), help_text=USE_NAMES)


class RecordsMade(WhichRecords, RecordsOf):
    at = "after.changed_custody"
    heading = _("Which records did the judge close to {other}?")
    intro = WHAT_INSTEAD
    law = "DV-140, item 5; Fam. Code, § 6323.5"
    follow_ups = {**RecordsOf.follow_ups, **WhichRecords.follow_ups}

    records_other = ShortText(label=_("Which other records?"), help_text=USE_NAMES)


class AbductionMade(AbductionOrders):
    at = "after.changed_abduction"
    heading = _("Which orders did the judge make so that the children are not taken away?")
    intro = WHAT_INSTEAD
    why = _("The judge can make some of the orders you wanted, and set other days or amounts.")
    law = "DV-145, items 4 to 10; Fam. Code, § 3048"


class CustodyMade(PhysicalCustody, LegalCustody):
    at = "after.changed_custody"
    heading = _("What did the judge order about custody?")
    intro = _(
        "Legal custody is who makes the big decisions about the children. Physical custody is who they live "
        "with."
    )
    law = "DV-140, item 7; Fam. Code, §§ 3003, 3004, 3006, 3007, 6323"
    follow_ups = {**LegalCustody.follow_ups, **PhysicalCustody.follow_ups}

    legal_other = Story(label=_("What the judge ordered about decisions"), help_text=USE_NAMES, rows=3)
    physical_other = Story(
        label=_("What the judge ordered about where they live"), help_text=USE_NAMES, rows=3
    )


class VisitsMade(QuestionForm):
    at = "after.changed_custody"
    heading = _("Which visits did the judge order?")
    intro = WHAT_INSTEAD
    law = "DV-140, items 8, 9, 10 and 12; Fam. Code, §§ 3100, 6323"
    follow_ups = {"visits_of": "visits=supervised|unsupervised"}

    visits = Choice(
        label=_("Visits with the children"),
        choices=[
            ("none", _("No visits for {other}")),
            ("supervised", _("Visits with someone who watches over them")),
            ("unsupervised", _("Visits without someone who watches over them")),
            NOT_SURE,
        ],
    )
    visits_of = Choice(
        label=_("Whose visits are they?"),
        choices=[("respondent", _("{other}'s visits")), ("me", _("My visits"))],
    )


class WatchedBy(QuestionForm):
    at = "after.changed_custody"
    heading = _("Who watches over the visits?")
    intro = WHAT_INSTEAD
    law = "DV-140, items 9b and 10b; Fam. Code, § 3200.5"
    follow_ups = {"provider_relationship": "provider=nonprofessional"}

    provider = Choice(label=_("It is"), choices=[*PROVIDERS, NOT_SURE])
    provider_name = PersonName(label=_("Name of the person or agency"), help_text=MAY_BE_EMPTY)
    provider_telephone = Phone(label=_("Phone number"))
    provider_relationship = ShortText(
        label=_("Who is this person to the children?"), help_text=_("For example an aunt.")
    )


class VisitPlan(QuestionForm):
    at = "after.changed_custody"
    heading = _("When and where are the visits?")
    intro = _("Write it as the judge said it: days, times, and who brings the children.")
    law = "DV-140, items 9 to 13; Fam. Code, § 6323(c)"
    follow_ups = {"place_details": "place=in_person|other"}

    schedule = Story(label=_("Days and times"), help_text=USE_NAMES)
    place = Choice(
        label=_("Kind of visit"),
        choices=[
            ("in_person", _("In person")),
            ("virtual", _("By video (virtual visit)")),
            ("other", _("In another way")),
            NOT_SURE,
        ],
    )
    place_details = ShortText(label=_("Where, or in which way?"), help_text=USE_NAMES)


class Exchanges(QuestionForm):
    at = "after.changed_custody"
    heading = _("Did the judge order that someone is there when the children change hands?")
    intro = _(
        "The children are dropped off before a visit and picked up after it. A professional decides on the "
        "place."
    )
    law = "DV-140, item 11; Fam. Code, § 6323(c)"
    follow_ups = {
        "exchange_provider_name": "exchange_provider=professional|nonprofessional",
        "exchange_provider_relationship": "exchange_provider=nonprofessional",
        "exchange_place": "exchange_provider=nonprofessional",
    }

    exchange_provider = Choice(
        label=_("Who is there"), choices=[("no", _("Nobody was ordered to be there")), *PROVIDERS, NOT_SURE]
    )
    exchange_provider_name = PersonName(label=_("Name of the person or agency"))
    exchange_provider_relationship = ShortText(label=_("Who is this person to the children?"))
    exchange_place = ShortText(label=_("Place where the children change hands"), help_text=USE_NAMES)


class StayWhere(QuestionForm):
    """DV-108 item 4 names no place: asked of an order made as it was asked for, too."""

    at = "after.details"
    paths = {"other_place": "no_move_other"}
    heading = _("Where must {other} not move to with the children without permission?")
    intro = _("Check what the judge said. Without it, the form cannot show this order.")
    law = "DV-145, item 4; Fam. Code, § 3048"
    follow_ups = {"other_place": "no_move=other"}

    no_move = MultiChoice(
        label=_("Not without permission"),
        choices=[
            ("county", _("Out of this county")),
            ("california", _("Out of California")),
            ("united_states", _("Out of the United States")),
            ("other", _("Out of another place")),
        ],
    )
    other_place = ShortText(label=_("Which other place?"), help_text=USE_NAMES)


def as_made(asked: type[QuestionForm], heading: Text, item: str, **fields: Field) -> type[QuestionForm]:
    """The page where details of an order were asked for, about the order the judge made."""
    texts = {
        "heading": heading,
        "intro": WHAT_INSTEAD,
        "why": "",
        "law": f"DV-145, {item}; Fam. Code, § 3048",
    }
    made = {"__module__": __name__, "at": AbductionMade.at, **texts, **fields}
    return cast(type[QuestionForm], type(f"{asked.__name__}Made", (asked,), made))


DocumentsMade = as_made(
    Documents,
    _("Which papers must {other} hand over?"),
    "item 5",
    documents_to=ShortText(label=_("Who gets them?"), help_text=USE_NAMES),
)
TravelPlanMade = as_made(
    TravelPlan,
    _("What must {other} give you before a trip with the children?"),
    "item 6",
    travel_plan_other=ShortText(label=_("What else?"), help_text=USE_NAMES),
)
OtherStateMade = as_made(OtherState, _("In which other state must {other} register the order?"), "item 7")
EmbassyMade = as_made(Embassy, _("Which embassy or consulate must {other} tell of the order?"), "item 8")
ForeignOrderMade = as_made(
    ForeignOrder, _("For visits to which country must {other} first get an order there?"), "item 9"
)
BondMade = as_made(Bond, _("How much money must {other} put up?"), "item 10")

ABDUCTION_DETAILS = (Documents, TravelPlan, OtherState, Embassy, ForeignOrder, Bond)

CHILDRENS_PAGES: tuple[Page, ...] = (
    Page("travel", decision("travel", answers_on(TravelLimits)), when=walks("travel")),
    Page("travel-details", TravelMade, when=was_decided("travel", "changed")),
    Page(
        "records", decision("records", answers_on(RecordsOf), answers_on(WhichRecords)), when=walks("records")
    ),
    Page("records-details", RecordsMade, when=was_decided("records", "changed")),
    Page(
        "staying",
        decision("abduction", each_answer_on(AbductionOrders), told_in(KEEP, ABDUCTION_DETAILS)),
        when=walks("abduction"),
    ),
    Page("staying-details", AbductionMade, when=was_decided("abduction", "changed")),
    Page("staying-where", StayWhere, when=conditions.forbids_to_move),
    Page("papers", DocumentsMade, when=made_abduction_order("documents")),
    Page("trips", TravelPlanMade, when=made_abduction_order("travel_plan")),
    Page("state", OtherStateMade, when=made_abduction_order("other_state")),
    Page("consulate", EmbassyMade, when=made_abduction_order("embassy")),
    Page("country", ForeignOrderMade, when=made_abduction_order("foreign_order")),
    Page("money", BondMade, when=made_abduction_order("bond")),
    Page(
        "children",
        decision("custody", answers_on(LegalCustody), answers_on(PhysicalCustody)),
        when=walks("custody"),
    ),
    Page("children-details", CustodyMade, when=was_decided("custody", "changed")),
    Page("visits", decision("visits", told_in(TIME)), when=walks("visits")),
    Page("visits-details", VisitsMade, when=was_decided("visits", "changed")),
    Page("company", WatchedBy, when=conditions.made_supervised_visits),
    Page("visit-plan", VisitPlan, when=conditions.made_visits),
    Page("handover", Exchanges, when=conditions.made_exchanges),
)
