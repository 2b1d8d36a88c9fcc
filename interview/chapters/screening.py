"""First questions: who needs protection, what the other person is to them, and what happened.

What follows from the answers is in eligibility.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from interview import conditions
from interview.case import Case
from interview.fields import UNSAID, YES_NO, Age, Choice, Choices, MultiChoice, ShortText
from interview.paths import path_of
from interview.questions import Chapter, Page, QuestionForm, Text
from interview.reasons import ORDERS

GroupedChoices = Sequence[tuple[Text, Choices]]

YES_NO_UNSURE: Choices = [*YES_NO, (UNSAID, _("I don't know, or I'd rather not say"))]


class Several(MultiChoice):
    """Checkboxes with a last box, "none of these", that stands alone."""

    def clean(self, value: Any) -> list[str]:
        chosen: list[str] = super().clean(value)
        if UNSAID in chosen and len(chosen) > 1:
            raise ValidationError(
                _("Check the boxes that fit, or the last box. Not both."), code="none_and_some"
            )
        return [one for one in chosen if one != UNSAID]


class Grouped(Several):
    """The same, under headings."""

    def __init__(self, *, groups: GroupedChoices, **kwargs: Any) -> None:
        self.groups = groups
        super().__init__(choices=groups, **kwargs)  # type: ignore[arg-type]


class GroupedForm(QuestionForm):
    """A page whose choices stand in groups: the other person's name goes into those too."""

    def _name_the_other_person(self, bound: forms.Field) -> None:
        super()._name_the_other_person(bound)
        if isinstance(bound, Grouped):
            bound.choices = [
                (group, [(value, self._named(label)) for value, label in members])
                for group, members in bound.groups
            ]


class Who(QuestionForm):
    at = "screening"
    heading = _("Who needs protection?")
    law = "Fam. Code, § 6301; Code Civ. Proc., §§ 372, 374"

    asking_for = Choice(
        label=_("I am asking for"),
        choices=[
            ("self", _("Myself")),
            ("child", _("A child")),
            ("dependent_adult", _("An adult who needs help to take care of themselves")),
        ],
        help_text=_("You can add other people later, such as your children or people you live with."),
    )


class HowOld(QuestionForm):
    at = "petitioner"
    heading = _("How old are you?")
    intro = _("You can leave this empty for now. The court's forms ask for it later.")
    why = _("A person who is 12 or older can ask on their own. For a younger child, an adult asks.")
    law = "Fam. Code, § 6301(b); Code Civ. Proc., § 372(b)"

    age = Age(label=_("Age in years"))

    @property
    def heading_text(self) -> str:
        if self._for_someone_else:
            return str(_("How old is the person who needs protection?"))
        return super().heading_text

    @property
    def intro_text(self) -> str:
        """Whom the next questions mean by "you": the tie and the acts are those of the one protected."""
        if not self._for_someone_else:
            return super().intro_text
        you = _("From here on, “you” means the person who needs protection.")
        return f"{you} {super().intro_text}"

    @property
    def _for_someone_else(self) -> bool:
        return self.case.screening.asking_for in ("child", "dependent_adult")


class Relationships(GroupedForm):
    at = "relationship"
    heading = _("Who is {other} to you?")
    intro = _("Check everything that is true now or was true before.")
    why = _(
        "The law has one kind of order for family, partners and people who shared a home, and another kind "
        "for everyone else. Your answer shows which court papers fit."
    )
    law = "Fam. Code, § 6211; Code Civ. Proc., § 527.6"
    follow_ups = {"other_word": "kinds=other"}

    kinds = Grouped(
        label=_("What you are or were to each other"),
        groups=[
            (
                _("Partner or co-parent"),
                [
                    ("child_together", _("We have a child together")),
                    ("married", _("We are married or registered domestic partners")),
                    ("formerly_married", _("We used to be married or registered domestic partners")),
                    ("dating", _("We are dating, or used to date")),
                    ("engaged", _("We are engaged to be married, or used to be")),
                ],
            ),
            (
                _("Family and home"),
                [
                    (
                        "related",
                        _(
                            "Close family: parent, child, brother, sister, grandparent, grandchild or "
                            "child's spouse. Also step-family, adopted family and in-laws."
                        ),
                    ),
                    ("live_together", _("We live together, or used to live together")),
                    ("roommate", _("We are or were only roommates")),
                    (
                        "distant_relative",
                        _("Other family, such as an aunt, uncle, cousin, niece or nephew"),
                    ),
                ],
            ),
            (
                _("Someone else"),
                [
                    ("neighbor", _("Neighbor")),
                    ("coworker", _("Co-worker")),
                    ("employer", _("Boss or employer")),
                    ("landlord", _("Landlord")),
                    ("tenant", _("My tenant")),
                    ("friend", _("Friend, now or before")),
                    ("classmate", _("Someone from school")),
                    ("acquaintance", _("Someone I know a little")),
                    ("stranger", _("A stranger")),
                    ("other", _("Someone else")),
                    (UNSAID, _("I'd rather not say")),
                ],
            ),
        ],
    )
    other_word = ShortText(
        label=_("In your own words, who is {other}?"),
        help_text=_("For example: my sister's ex-boyfriend."),
    )


class Relatives(QuestionForm):
    at = "relationship"
    heading = _("How are you related?")
    law = "Fam. Code, §§ 6205, 6211(f)"

    relatives = Several(
        label=_("To me, {other} is a"),
        choices=[
            ("parent", _("Parent, stepparent or parent-in-law")),
            ("sibling", _("Brother, sister, sibling, stepsibling or sibling-in-law")),
            ("child", _("Child, stepchild or adopted child")),
            ("childs_spouse", _("Child's spouse")),
            ("grandparent", _("Grandparent, step-grandparent or grandparent-in-law")),
            ("grandchild", _("Grandchild, step-grandchild or grandchild-in-law")),
            (UNSAID, _("None of these, or I'd rather not say")),
        ],
    )
    relative_word = ShortText(
        label=_("The word you use"),
        help_text=_("For example: stepson, mother-in-law. This prints on the court's order."),
    )


class ByMarriage(QuestionForm):
    at = "relationship"
    heading = _("Are you family through a marriage?")
    intro = _("In-laws and step-family are family through a marriage.")
    why = _("Courts do not all say the same about family through a marriage that has ended.")
    law = "Fam. Code, § 6205; DV-100, item 3f"
    follow_ups = {"marriage_still_stands": "related_by_marriage=yes"}

    related_by_marriage = Choice(label=_("We are family through a marriage"), choices=YES_NO_UNSURE)
    marriage_still_stands = Choice(
        label=_("Is that marriage still in place today?"),
        choices=YES_NO_UNSURE,
        help_text=_("Answer No for a marriage that ended in divorce or was canceled by a court."),
    )


class Household(QuestionForm):
    at = "relationship"
    heading = _("Did you live together as a family or household?")
    intro = _(
        "This means more than sharing rent and a roof: for example, you shared your lives, your money or "
        "the care of the home."
    )
    why = _("People who were only roommates can ask for a different kind of order.")
    law = "Fam. Code, § 6209; O'Kane v. Irvine (1996) 47 Cal.App.4th 207"

    lived_as_household = Choice(
        label=_("We lived as a family or household"),
        choices=[
            ("yes", _("Yes, as a family or household")),
            ("no", _("No, only as roommates")),
            (UNSAID, _("I don't know, or I'd rather not say")),
        ],
    )


class WhatHappened(GroupedForm):
    at = "screening"
    heading = _("What has happened?")
    intro = _("Check everything {other} has done. You can tell the whole story later, in your own words.")
    why = _("The law lists many kinds of harm. It does not have to be physical, and it can be old.")
    law = "Fam. Code, §§ 6203, 6320; Code Civ. Proc., § 527.6(b)"

    conduct = Grouped(
        label=_("What {other} has done"),
        groups=[
            (
                _("Hurt or threatened someone"),
                [
                    ("injury", _("Hurt me: for example hit, kicked, pushed or bit me")),
                    ("attempted_injury", _("Tried to hurt me")),
                    ("strangulation", _("Choked or strangled me")),
                    ("sexual_assault", _("Did something sexual I did not agree to")),
                    ("fear_of_harm", _("Made me afraid of being badly hurt, or that someone else would be")),
                    ("threats", _("Threatened to hurt or kill me or someone else")),
                    ("harm_to_children", _("Hurt or threatened my children")),
                    ("harm_to_animals", _("Hurt or threatened a pet or other animal")),
                    ("property_damage", _("Broke or destroyed my things")),
                ],
            ),
            (
                _("Bothered or watched me"),
                [
                    ("stalking", _("Followed me, waited for me or stalked me")),
                    ("unwanted_contact", _("Kept contacting me when I did not want it, online too")),
                    ("monitoring_or_control", _("Tracked, watched or controlled where I go or what I do")),
                    ("impersonation", _("Pretended to be me, online or elsewhere")),
                    ("disturbed_peace", _("Took away my peace of mind, directly or through other people")),
                ],
            ),
            (
                _("Controlled my life"),
                [
                    ("isolation", _("Kept me away from friends, family or other help")),
                    ("deprived_of_needs", _("Kept me from food, sleep, medicine or other basic needs")),
                    ("money_control", _("Controlled my money, or kept me from earning it")),
                    ("immigration_threats", _("Made threats about immigration status")),
                    ("forced_acts", _("Made me do something by force, threats or fear")),
                    (
                        "reproductive_coercion",
                        _("Controlled my birth control, pregnancy or health information"),
                    ),
                ],
            ),
            (
                _("Something else"),
                [
                    ("single_annoyance", _("Did something else that seriously alarmed or annoyed me")),
                    (UNSAID, _("None of these, or I'd rather not say")),
                ],
            ),
        ],
    )


class HowOften(QuestionForm):
    at = "screening"
    heading = _("Has something like this happened more than once?")
    why = _("One kind of order looks at whether there were several acts over time.")
    law = "Code Civ. Proc., § 527.6(b)(1)"

    more_than_once = Choice(label=_("It happened more than once"), choices=YES_NO_UNSURE)


class DailyHelp(QuestionForm):
    at = "screening"
    heading = _("Do limits of body or mind make it hard to take care of yourself or protect your rights?")
    intro = _("This is about the person who needs protection.")
    why = _(
        "There is also an order made for elders and dependent adults. An adult with such limits can ask "
        "for it."
    )
    law = "Welf. & Inst. Code, § 15610.23"

    dependent_adult = Choice(label=_("Such limits make it hard"), choices=YES_NO_UNSURE)


class Where(QuestionForm):
    at = "screening"
    heading = _("Where has it happened?")
    why = _("An employer or a school can also ask for an order to protect people there.")
    law = "Code Civ. Proc., §§ 527.8, 527.85"

    setting = Several(
        label=_("Check all that fit"),
        choices=[
            ("home", _("At home")),
            ("workplace", _("At work")),
            ("school", _("At school or college")),
            ("elsewhere", _("Somewhere else, by phone or online")),
            (UNSAID, _("None of these, or I'd rather not say")),
        ],
    )


class RightNow(QuestionForm):
    at = "screening"
    heading = _("Are you in danger right now?")
    intro = _("Call 911 when you are in danger. The police can ask a judge for an order at any hour.")
    law = "Fam. Code, §§ 6250, 6256"

    danger_now = Choice(label=_("I am in danger now"), choices=YES_NO_UNSURE)


class ChoosePath(QuestionForm):
    """For the result page, beside what eligibility.py says; not one of the chapter's own pages.

    Nothing is chosen for the person: without a choice the papers are for the order the facts fit.
    """

    at = "screening"
    heading = _("Which order do you want to ask for?")

    chosen_path = Choice(
        label=_("Which order do you want to ask for?"),
        choices=[
            ("dvro", _("A domestic violence restraining order")),
            ("cho", _("A civil harassment restraining order")),
            (UNSAID, _("I have not decided")),
        ],
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        undecided = replace(case.screening, chosen_path="")
        self.fields["chosen_path"].help_text = _(
            "You can change this at any time. Every answer stays, and nothing is asked twice. Each order "
            "also has a few questions of its own. Until you choose, the pages are those for %(order)s."
        ) % {"order": ORDERS[path_of(case.relationship, undecided)]}


SCREENING = Chapter(
    slug="first",
    title=_("First questions"),
    pages=(
        Page("who", Who),
        Page("age", HowOld),
        Page("relationship", Relationships),
        Page("family", Relatives, when=conditions.is_related),
        Page("family-how", ByMarriage, when=conditions.is_related),
        Page("home", Household, when=conditions.lives_or_lived_together),
        Page("events", WhatHappened),
        Page("how-often", HowOften, when=conditions.something_happened),
        Page("daily-help", DailyHelp, when=conditions.may_be_dependent_adult),
        Page("where", Where),
        Page("now", RightNow),
    ),
)
