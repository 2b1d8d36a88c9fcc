"""Custody, the children's records, and travel with them (DV-105 items 6, 7 and 9)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from interview import conditions_children as conditions
from interview.fields import RATHER_NOT, Choice, MultiChoice, ShortText, Story, YesNo
from interview.keyed import ChoosesPeople, custody_children
from interview.questions import Chapter, Page, QuestionForm


class WantsCustody(QuestionForm):
    at = "custody"
    heading = _("Do you want to ask for custody orders?")
    intro = _(
        "Custody is who decides for the children and who they live with. With a yes, you say next who you "
        "want it to be. With a no, the papers ask for no custody order."
    )
    why = _(
        "Orders made now last until the court date, often in about three weeks. On that day the judge can "
        "change them or let them go on. The judge looks at what is safe and good for the children. "
        "By law, the person who gets custody for now may not take the children out of California before "
        "the hearing. That can be you. A lawyer or the self-help center can tell you more."
    )
    law = "DV-105, item 9; Fam. Code, §§ 3020, 3063, 6323"

    wants_custody = YesNo(label=_("I want to ask for custody orders"))


class LegalCustody(QuestionForm):
    at = "custody"
    heading = _("Who should make the big decisions about the children?")
    intro = _("This is called legal custody. It is about health, school and well-being.")
    law = "DV-105, item 9; Fam. Code, §§ 3003, 3006, 6323"
    follow_ups = {"legal_other": "legal=other"}

    legal = Choice(
        label=_("Legal custody"),
        choices=[
            ("me", _("I decide alone")),
            ("joint", _("{other} and I decide together")),
            ("respondent", _("{other} decides alone, without me")),
            ("other", _("Something else")),
            RATHER_NOT,
        ],
    )
    legal_other = Story(label=_("What you want the judge to order"))


class PhysicalCustody(QuestionForm):
    at = "custody"
    heading = _("Who should the children live with?")
    intro = _("This is called physical custody. It is about whose home is the children's home, day by day.")
    law = "DV-105, item 9; Fam. Code, §§ 3004, 3007, 6323"
    follow_ups = {"physical_other": "physical=other"}

    physical = Choice(
        label=_("Physical custody"),
        choices=[
            ("me", _("Only with me")),
            ("joint", _("Part of the time with me and part with {other}")),
            ("respondent", _("Only with {other}, not with me")),
            ("other", _("Something else")),
            RATHER_NOT,
        ],
    )
    physical_other = Story(label=_("What you want the judge to order"))


class SeesRecords(QuestionForm):
    at = "custody"
    heading = _("Do you want {other} to be able to see the children's records?")
    intro = _("Records are papers and facts that a school, a doctor or a club has about the children.")
    why = _(
        "Records can tell where the children are, and when. When the judge closes them, a school or a doctor "
        "must not give them to {other}. You can give the order to the school or doctor."
    )
    law = "DV-105, item 7; Fam. Code, § 6323.5"

    respondent_sees_records = Choice(
        label=_("The children's records"),
        choices=[
            ("yes", _("Yes, {other} can see them")),
            ("no", _("No, I ask the judge to stop {other} from seeing them")),
            RATHER_NOT,
        ],
    )


class RecordsOf(ChoosesPeople):
    at = "custody"
    heading = _("Which children's records should be closed to {other}?")
    law = "DV-105, item 7a; Fam. Code, § 6323.5"
    follow_ups = {"records_children": "records_of=some"}
    people = {"records_children": custody_children}

    records_of = Choice(
        label=_("Records of"),
        choices=[("all", _("All the children")), ("some", _("Only some of them")), RATHER_NOT],
    )
    records_children = MultiChoice(label=_("Children whose records should be closed"), choices=())


class WhichRecords(QuestionForm):
    at = "custody"
    heading = _("Which records should be closed to {other}?")
    intro = _("Check all that you want.")
    law = "DV-105, item 7b; Fam. Code, § 6323.5"
    follow_ups = {"records_other": "records=other"}

    records = MultiChoice(
        label=_("Records about"),
        choices=[
            ("medical", _("Doctors, dentists and mental health")),
            ("school", _("School and daycare")),
            ("activities", _("After-school activities, camps and sports teams")),
            ("employment", _("A child's job or volunteer work")),
            ("other", _("Something else")),
        ],
    )
    records_other = ShortText(label=_("Which other records?"))


class LimitTravel(QuestionForm):
    at = "custody"
    heading = _("Should {other} need permission to travel with the children?")
    intro = _(
        "You choose an area. To leave it with the children, {other} needs your permission in writing or a "
        "court order."
    )
    why = _("The judge can make this order so that the children stay near until the court has decided.")
    law = "DV-105, item 6; Fam. Code, § 6323"

    limit_travel = YesNo(label=_("{other} should need permission"))


class TravelLimits(QuestionForm):
    at = "custody"
    heading = _("Where should {other} need permission to take the children?")
    intro = _("Check all that you want.")
    law = "DV-105, item 6; Fam. Code, § 6323"
    follow_ups = {"travel_county": "travel_limits=county", "travel_other": "travel_limits=other"}

    travel_limits = MultiChoice(
        label=_("{other} needs permission to go"),
        choices=[
            ("county", _("Outside one county")),
            ("california", _("Outside California")),
            ("other", _("Outside another place")),
        ],
    )
    travel_county = ShortText(label=_("Which county?"), help_text=_("For example: Fresno."))
    travel_other = ShortText(label=_("Which other place?"))


CARE = Chapter(
    slug="care",
    title=_("Custody, records and travel"),
    when=conditions.asks_for_custody,
    pages=(
        Page("orders", WantsCustody),
        Page("decisions", LegalCustody, when=conditions.wants_custody_orders),
        Page("home", PhysicalCustody, when=conditions.wants_custody_orders),
        Page("records", SeesRecords),
        Page("records-of", RecordsOf, when=conditions.closes_records),
        Page("which-records", WhichRecords, when=conditions.closes_records),
        Page("travel", LimitTravel),
        Page("area", TravelLimits, when=conditions.limits_travel),
    ),
)
