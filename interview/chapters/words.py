"""More than the request has room for: the person's own statement (MC-030), and witnesses' (MC-031)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from interview import conditions_statements as conditions
from interview.fields import PersonName, Story, YesNo
from interview.questions import Chapter, Group, Page, QuestionForm

SWORN = "Code Civ. Proc., § 2015.5"


class MoreToTell(QuestionForm):
    at = "statements"
    heading = _("Do you want to tell the judge more, in your own words?")
    intro = _(
        "You do not have to. What you told us on the other pages is in your papers, and you need not say it "
        "again. More goes on a page of its own, form MC-030. You sign under penalty of perjury: you say that "
        "it is true. {other} gets a copy."
    )
    why = _("The other forms have room for what they ask. This one is for what they do not ask.")
    law = f"MC-030; {SWORN}"

    wants_own = YesNo(label=_("I want to tell more"))


class OwnWords(QuestionForm):
    at = "statements"
    heading = _("What more do you want to tell the judge?")
    intro = _(
        "Tell what you saw, heard or went through yourself, and when. {other} will be able to read it. "
        "Leave out your address, where you keep it private. Write in English, or have it put into English."
    )
    law = f"MC-030; Evid. Code, § 702; {SWORN}"

    own = Story(
        label=_("In your own words"),
        rows=12,
        help_text=_(
            "As long as you like. What does not fit on the form prints on pages behind it. The court cannot "
            "use another language without a translation that the translator signs."
        ),
    )


class WillWrite(QuestionForm):
    at = "statements"
    heading = _("Did someone see or hear what happened, and will they write it down?")
    intro = _(
        "Each person gets a page of their own, form MC-031. It goes in with your request. They must have "
        "seen or heard it themselves. They sign under penalty of perjury. {other} gets a copy, with their "
        "name."
    )
    why = _(
        "The judge can then read it before the hearing. A witness can also come to the hearing and tell it "
        "there. For a child, ask an advocate or the court's self-help center first."
    )
    law = f"MC-031; Evid. Code, § 702; {SWORN}"

    has_witnesses = YesNo(label=_("Someone will write down what they saw or heard"))


class AWitness(QuestionForm):
    at = "statements.witnesses.#"
    heading = _("Who is it, and what do they say?")
    intro = _(
        "It must be in their own words, just as they gave them to you. You can leave the words empty: then "
        "they write on the printed page by hand. They read and sign it in any case."
    )
    law = f"MC-031; Evid. Code, § 702; {SWORN}"

    name = PersonName(label=_("Name of the witness"))
    words = Story(
        label=_("What they saw or heard, in their own words"),
        rows=8,
        help_text=_(
            "Only words that you have from them now. Else leave this empty. In English: the court cannot use "
            "another language without a translation that the translator signs."
        ),
    )


WORDS = Chapter(
    slug="more-words",
    title=_("More, in your words or from others"),
    pages=(
        Page("more", MoreToTell, when=conditions.may_add_own_statement),
        Page("own", OwnWords, when=conditions.adds_own_statement),
        Page("others", WillWrite, when=conditions.may_add_witnesses),
        Group(
            slug="person",
            path="statements.witnesses",
            pages=(Page("who", AWitness),),
            another=_("Is there another person who will write it down?"),
            entry_title=_("Witness {number}"),
            when=conditions.has_witnesses,
        ),
    ),
)
