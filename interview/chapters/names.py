"""Keeping a child's information private (DV-160; Family Code 6301.5; Cal. Rules of Court, rule 5.382).

CH-160 asks the same under the same numbers (Code of Civil Procedure 527.6(v); rule 3.1161).
"""

from __future__ import annotations

from typing import Any, ClassVar, cast

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from interview import conditions_children as conditions
from interview import keyed
from interview.answers import get_answer
from interview.fields import Choice, Choices, MultiChoice, ShortText, Story, YesNo
from interview.questions import Chapter, Group, Page, QuestionForm, Text

MAY_READ = _("{other} may read this. Only the judge can keep it from {other}.")
# The answer that keeps the protection comes first; what going on costs is not the same for items 7 and 8d.
CANCEL: tuple[str, Text] = (
    "cancel",
    _("Drop the whole restraining order request. I get no protection order now. I can ask again later."),
)
IF_DENIED: Choices = [
    (
        "go_on",
        _("Keep asking for the restraining order. The public can read my papers, and {other} gets them."),
    ),
    CANCEL,
]
IF_OTHER_SEES: Choices = [
    ("go_on", _("Keep asking for the restraining order. {other} sees all of my papers.")),
    CANCEL,
]


class Wanted(QuestionForm):
    at = "minor_privacy"
    heading = _("Do you want to keep facts about a child private?")
    intro = _(
        "The public can normally read court papers. A judge can keep the name of someone under 18, their "
        "address or other facts from the public. Is it only your home address? Then you need no request: "
        "give a mailing address instead."
    )
    why = _(
        "Someone under 18 may ask, or their parent or legal guardian. Hand all your papers to the clerk "
        "together. This request is marked as confidential, and the judge decides it first. The public "
        "cannot read it, but {other} may."
    )
    law = "DV-160; Fam. Code, § 6301.5; Cal. Rules of Court, rule 5.382"
    civil_law = "CH-160; Code Civ. Proc., § 527.6(v); Cal. Rules of Court, rule 3.1161"

    wanted = YesNo(label=_("Ask the judge to keep facts about a child private"))

    @property
    def intro_text(self) -> str:
        if self.case.petitioner.is_minor:
            return f"{gettext('The child can be you.')} {super().intro_text}"
        return super().intro_text


class WhichMinors(keyed.ChoosesPeople):
    at = "minor_privacy"
    people: ClassVar = {"minors": keyed.minors}
    heading = _("Whose facts should stay private?")
    intro = _("These are the people under 18 whom you have named so far. Check all that you ask for.")
    law = "DV-160, item 2b; Fam. Code, § 6301.5(a)"
    civil_law = "CH-160, item 2b; Code Civ. Proc., § 527.6(v)(1)"

    minors = MultiChoice(label=_("Keep facts private about"), choices=[])


class MyTie(QuestionForm):
    at = "minor_privacy"
    heading = _("What are you to the children you ask for?")
    intro = _("A parent who has legal custody, or a guardian, can ask.")
    law = "DV-160, item 2b(2); Cal. Rules of Court, rule 5.382(a), (c)"
    civil_law = "CH-160, item 2b(2); Cal. Rules of Court, rule 3.1161(a), (c)"

    my_tie = Choice(
        label=_("I am their"),
        choices=[
            ("parent", _("Parent")),
            ("legal_guardian", _("Legal guardian")),
            ("neither", _("Neither of these")),
        ],
    )


class SameForAll(QuestionForm):
    at = "minor_privacy"
    heading = _("Should the same facts stay private for each child?")
    law = "DV-160, item 4"
    civil_law = "CH-160, item 4"
    follow_ups = {"difference": "same_for_all=no"}

    same_for_all = YesNo(label=_("The same for each child"))
    difference = Story(
        label=_("What should stay private for each child?"),
        help_text=_("Name each child and say what to keep private: the name, the address or other facts."),
    )


class FromThePublic(QuestionForm):
    at = "minor_privacy"
    heading = _("What should the public not see?")
    intro = _("Check only what you need. Police still get the child's name.")
    why = _(
        "The judge can hide no more than is needed. A mailing address that may be seen is often enough. Then "
        "there is no need to hide an address."
    )
    law = "DV-160, item 5; Fam. Code, § 6301.5(b)"
    civil_law = "CH-160, item 5; Code Civ. Proc., § 527.6(v)(1)"
    follow_ups = {"address": "facts=address", "other_how": "facts=other"}

    facts = MultiChoice(
        label=_("Keep from the public"),
        choices=[
            ("name", _("The child's name")),
            ("address", _("The child's address")),
            ("other", _("Other facts about the child in my papers")),
        ],
    )
    address = ShortText(
        label=_("The address to keep private"),
        help_text=_(
            "Careful: {other} may read this address. It stays hidden from {other} only when the judge agrees "
            "to that too. Leave it empty when {other} must not learn it, and use a mailing address."
        ),
    )
    other_how = Choice(
        label=_("How do you want to show the other facts?"),
        choices=[
            ("circled", _("I will circle them by hand on a copy of my papers, and add that copy")),
            ("listed", _("I will list them here")),
        ],
    )


class Passage(QuestionForm):
    at = "minor_privacy.passages.#"
    heading = _("Which part of your papers should stay private?")
    intro = _("You can look at your papers first and come back. {other} may read what you write here.")
    law = "DV-160, item 5c(2)"
    civil_law = "CH-160, item 5c(2)"

    location = ShortText(
        label=_("Where is it?"),
        help_text=_("The form, the page and the item. For example: DV-100, page 3, item 5f."),
    )
    information = Story(
        label=_("What should be blacked out?"), help_text=_("For example: what the child saw.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.case.asks_for_cho:
            self.fields["location"].help_text = gettext(
                "The form, the page and the item. For example: CH-100, page 3, item 7a(3)."
            )


class Reason(QuestionForm):
    at = "minor_privacy"
    heading = _("Why should the public not see this?")
    why = _(
        "The judge must find four things. The child's privacy counts for more here than open court papers. "
        "The child would probably be harmed without it. The order hides only what is needed. No smaller "
        "step would do."
    )
    law = "DV-160, item 6a; Fam. Code, § 6301.5(a)"
    civil_law = "CH-160, item 6a; Code Civ. Proc., § 527.6(v)(2)"

    reason = Story(
        label=_("Why it should stay private"), rows=6, help_text=_("{other} may read what you write here.")
    )


class WhatWouldHappen(QuestionForm):
    at = "minor_privacy"
    heading = _("What could happen when everyone can read this?")
    law = "DV-160, item 6b; Fam. Code, § 6301.5(a)"
    civil_law = "CH-160, item 6b; Code Civ. Proc., § 527.6(v)(2)"

    what_would_happen = Story(
        label=_("What could happen"),
        rows=6,
        help_text=_(
            "For example at school, with other people, or to how the child feels. "
            "{other} may read this. Only the judge can keep it from {other}."
        ),
    )


class IfDenied(QuestionForm):
    at = "minor_privacy"
    heading = _("The judge may say no to a part. What do you want then?")
    intro = _("The judge may also say no to all of it. Your answer is about your whole restraining order.")
    law = "DV-160, item 7; Cal. Rules of Court, rule 5.382(d)"
    civil_law = "CH-160, item 7; Cal. Rules of Court, rule 3.1161(d)"

    if_denied = Choice(label=_("When the judge says no"), choices=IF_DENIED)


class FromTheOther(QuestionForm):
    at = "minor_privacy"
    heading = _("Should some of this be kept from {other} too?")
    intro = _(
        "{other} can read these pages unless the judge agrees to keep them from {other}. {other} must always "
        "get what they need to obey the order and to answer your request."
    )
    law = "DV-160, item 8; Fam. Code, § 6301.5"
    civil_law = "CH-160, item 8; Code Civ. Proc., § 527.6(v)"

    from_respondent = YesNo(label=_("Keep some of it from {other} too"))


class OffersPrivateFacts(QuestionForm):
    """A page about some of what is kept from the public: it offers no more than that, once it is told.

    One that is already checked is offered too, to be taken back.
    """

    at = "minor_privacy"
    offers: ClassVar[str]  # the field

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told = self.case.minor_privacy.facts
        path = self.case_paths()[self.offers]
        offered = {*told, *get_answer(self.case, path)} if told else set()
        field = cast(MultiChoice, self.fields[self.offers])
        choices = cast("list[tuple[str, str]]", field.choices)
        field.choices = [(fact, label) for fact, label in choices if not offered or fact in offered]


class WhichFromTheOther(OffersPrivateFacts):
    heading = _("What should {other} not see?")
    intro = _("You can choose from what you want to keep from the public.")
    law = "DV-160, item 8a"
    civil_law = "CH-160, item 8a"
    offers = "respondent_facts"
    follow_ups = {"respondent_other": "respondent_facts=other"}

    respondent_facts = MultiChoice(
        label=_("Keep from {other}"),
        choices=[
            ("name", _("The child's name")),
            ("address", _("The child's address")),
            ("other", _("Other facts about the child")),
        ],
    )
    respondent_other = Story(label=_("Which other facts?"))


class OtherReason(QuestionForm):
    at = "minor_privacy"
    heading = _("Why should {other} not see this?")
    law = "DV-160, item 8b"
    civil_law = "CH-160, item 8b"

    respondent_reason = Story(label=_("Why {other} should not see it"), rows=6, help_text=MAY_READ)


class OtherWouldDo(QuestionForm):
    at = "minor_privacy"
    heading = _("What could happen when {other} sees this?")
    law = "DV-160, item 8c"
    civil_law = "CH-160, item 8c"

    respondent_what_would_happen = Story(label=_("What could happen"), rows=6, help_text=MAY_READ)


class OtherIfDenied(QuestionForm):
    at = "minor_privacy"
    heading = _("The judge may let {other} see a part. What do you want then?")
    intro = _("Your answer is about your whole restraining order.")
    law = "DV-160, item 8d; Cal. Rules of Court, rule 5.382(d)"
    civil_law = "CH-160, item 8d; Cal. Rules of Court, rule 3.1161(d)"

    respondent_if_denied = Choice(label=_("When the judge says no"), choices=IF_OTHER_SEES)


class Shares(QuestionForm):
    at = "minor_privacy"
    heading = _("Do you need to give someone copies with the private facts?")
    intro = _(
        "For example a school or a day care. You can ask the judge to let you give them copies that show "
        "what others may not see."
    )
    law = "DV-160, item 9"
    civil_law = "CH-160, item 9"

    shares = YesNo(label=_("Give someone copies with the private facts"))


class SharesWith(QuestionForm):
    at = "minor_privacy"
    heading = _("Who should get copies from you?")
    law = "DV-160, item 9a"
    civil_law = "CH-160, item 9a"
    follow_ups = {"share_with_other": "share_with=other"}

    share_with = MultiChoice(
        label=_("Give copies to"),
        choices=[
            ("school", _("The child's school and after-school program")),
            ("childcare", _("The child's day care or other child care")),
            ("visit_provider", _("The person or agency who watches over visits")),
            ("other", _("Someone else")),
        ],
    )
    share_with_other = ShortText(label=_("Name of that person or place"))


class SharesWhat(OffersPrivateFacts):
    heading = _("Which private facts may be in those copies?")
    law = "DV-160, item 9b"
    civil_law = "CH-160, item 9b"
    offers = "share_facts"

    share_facts = MultiChoice(
        label=_("The copies may show"),
        choices=[
            ("name", _("The child's name")),
            ("address", _("The child's address")),
            ("other", _("The other facts about the child")),
        ],
    )


NAMES = Chapter(
    slug="names",
    title=_("Keeping a child's information private"),
    when=conditions.there_are_minors,
    pages=(
        Page("start", Wanted),
        Page("who", WhichMinors, when=conditions.wants_minor_privacy),
        Page("tie", MyTie, when=conditions.asks_for_private_minors),
        Page("same", SameForAll, when=conditions.asks_for_several_minors),
        Page("what", FromThePublic, when=conditions.wants_minor_privacy),
        Group(
            slug="part",
            path="minor_privacy.passages",
            pages=(Page("where", Passage),),
            another=_("Is there another part to keep private?"),
            entry_title=_("Part {number}"),
            when=conditions.lists_private_passages,
        ),
        Page("reason", Reason, when=conditions.wants_minor_privacy),
        Page("open", WhatWouldHappen, when=conditions.wants_minor_privacy),
        Page("answer", IfDenied, when=conditions.wants_minor_privacy),
        Page("other", FromTheOther, when=conditions.wants_minor_privacy),
        Page("other-what", WhichFromTheOther, when=conditions.keeps_from_respondent),
        Page("other-reason", OtherReason, when=conditions.keeps_from_respondent),
        Page("other-open", OtherWouldDo, when=conditions.keeps_from_respondent),
        Page("other-answer", OtherIfDenied, when=conditions.keeps_from_respondent),
        Page("copies", Shares, when=conditions.wants_minor_privacy),
        Page("copies-who", SharesWith, when=conditions.shares_private_facts),
        Page("copies-what", SharesWhat, when=conditions.shares_private_facts),
    ),
)
