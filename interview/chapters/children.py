"""The children custody is asked for: who they are, their homes, cases about them (DV-105 items 1 to 5)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from interview import conditions_children as conditions
from interview.chapters.children_cases import CasesAboutChildren, CustodyOrder, HasCustodyOrder, KnowsCases
from interview.chapters.children_homes import (
    BeforeWith,
    HomeBefore,
    HomeNow,
    LivedElsewhere,
    NowWith,
    WhoLivedThere,
    WhoLivesThere,
)
from interview.chapters.ties import WHOSE
from interview.fields import (
    RATHER_NOT,
    Choice,
    Choices,
    PersonName,
    ShortText,
    UsDate,
    YesNo,
)
from interview.keyed import KeyedForm
from interview.questions import Chapter, Group, Page, QuestionForm

TIES_TO_CHILDREN: Choices = [
    ("parent", _("Parent")),
    ("legal_guardian", _("Legal guardian")),
    ("other", _("Something else")),
    RATHER_NOT,
]


class AChild(KeyedForm):
    at = "children.#"
    key_word = "child"
    heading = _("For which child do you want orders?")
    intro = _("One child to a page. You can add more children after this.")
    why = _("Orders about custody and visits name each child. They can be made for children under 18.")
    law = "DV-105, item 3; DV-140, item 3; Fam. Code, § 6323"

    name = PersonName(label=_("Child's full name"))
    birth_date = UsDate(
        label=_("Date of birth"), past=True, help_text=_("Month, day and year, for example 3/5/2015.")
    )
    whose = Choice(
        label=_("Whose child is this?"),
        help_text=_(
            "The custody papers are for children you have with {other}, by birth, adoption or as guardian. "
            "A child who is only yours is not put on them."
        ),
        choices=[*WHOSE, RATHER_NOT],
    )


class MyTie(QuestionForm):
    at = "custody"
    heading = _("What are you to the children?")
    why = _(
        "The judge needs to know who is a parent. A parent can show it by birth, marriage, adoption, a "
        "court's finding or a signed declaration."
    )
    law = "DV-105, item 1; Fam. Code, § 6323"
    follow_ups = {"my_tie_other": "my_tie=other"}

    my_tie = Choice(label=_("I am their"), choices=TIES_TO_CHILDREN)
    my_tie_other = ShortText(label=_("What you are to them"), help_text=_("For example: grandmother."))


class TheirTie(QuestionForm):
    at = "custody"
    heading = _("What is {other} to the children?")
    law = "DV-105, item 2; Fam. Code, § 6323"
    follow_ups = {"their_tie_other": "their_tie=other"}

    their_tie = Choice(label=_("{other} is their"), choices=TIES_TO_CHILDREN)
    their_tie_other = ShortText(
        label=_("What {other} is to them"), help_text=_("For example: stepfather, uncle.")
    )


class LivedTogether(QuestionForm):
    at = "custody"
    heading = _("Have all the children lived together for the last five years?")
    intro = _("For a child under five, think back to the birth.")
    why = _("Children who lived apart are listed with their own places, on one more form.")
    law = "DV-105, item 4a; DV-105(A); Fam. Code, § 3429"

    lived_together = YesNo(label=_("They have all lived together"))


class HabitualCountry(QuestionForm):
    at = "custody"
    heading = _("In which country do the children mostly live?")
    intro = _("This means the country that is their home. A visit or a vacation does not change it.")
    why = _(
        "This is for the order the judge makes (DV-140, item 17). It counts when a child is taken to another "
        "country. It prints on none of the papers you hand in now. You can leave it empty."
    )
    law = "DV-140, item 17; Fam. Code, § 3048(a)"
    follow_ups = {"habitual_country_other": "habitual_country=other"}

    habitual_country = Choice(
        label=_("Their home country"),
        choices=[("united_states", _("The United States")), ("other", _("Another country")), RATHER_NOT],
    )
    habitual_country_other = ShortText(label=_("Which country?"))


class HasOtherParents(QuestionForm):
    at = "custody"
    heading = _("Do the children have a parent or guardian besides you and {other}?")
    intro = _("A guardian is someone a court chose to care for a child.")
    why = _("A judge makes sure that every parent and guardian can be heard.")
    law = "DV-105, item 5c; Fam. Code, § 3429(a)"

    has_other_parents = YesNo(label=_("There is another parent or guardian"))


class AnotherParent(QuestionForm):
    at = "custody.other_parents.#"
    heading = _("Who is the other parent or guardian?")
    law = "DV-105, item 5c; Fam. Code, § 3429(a)"

    name = PersonName(label=_("Full name"))
    tie = Choice(
        label=_("This person is a"),
        choices=[("parent", _("Parent")), ("legal_guardian", _("Legal guardian")), RATHER_NOT],
    )


CHILDREN = Chapter(
    slug="children",
    title=_("Your children"),
    when=conditions.asks_for_custody,
    pages=(
        Group(
            slug="children",
            path="children",
            pages=(Page("child", AChild),),
            another=_("Is there another child you want orders for?"),
            entry_title=_("Child {number}"),
            when=conditions.children_not_named_yet,
        ),
        Page("you", MyTie),
        Page("other", TheirTie),
        Page("together", LivedTogether, when=conditions.has_several_children),
        Group(
            slug="homes",
            path="custody.homes_now",
            pages=(
                Page("home", HomeNow),
                Page("home-with", NowWith),
                Page("home-children", WhoLivesThere, when=conditions.homes_are_told_by_child),
            ),
            another=_("Do any of the children live at another place too?"),
            entry_title=_("Place {number}"),
        ),
        Page("elsewhere", LivedElsewhere),
        Group(
            slug="earlier",
            path="custody.homes_before",
            pages=(
                Page("earlier-home", HomeBefore),
                Page("earlier-with", BeforeWith),
                Page("earlier-children", WhoLivedThere, when=conditions.homes_are_told_by_child),
            ),
            another=_("Did they live at one more place in the last five years?"),
            entry_title=_("Earlier place {number}"),
            when=conditions.children_lived_elsewhere,
        ),
        Page("country", HabitualCountry),
        Page("cases", KnowsCases),
        Page("which", CasesAboutChildren, when=conditions.knows_custody_cases),
        Page("order", HasCustodyOrder),
        Page("order-details", CustodyOrder, when=conditions.has_custody_order),
        Page("parents", HasOtherParents),
        Group(
            slug="parent",
            path="custody.other_parents",
            pages=(Page("parent-name", AnotherParent),),
            another=_("Is there one more parent or guardian?"),
            entry_title=_("Parent or guardian {number}"),
            when=conditions.has_other_parents,
        ),
    ),
)
