"""What the result of the first questions says about the law: the sentences, apart from what chooses them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

RELATED = _(
    "You told us the other person is or was your spouse or partner, someone you dated, your child's other "
    "parent, close family, or someone you lived with as a household. A domestic violence restraining order "
    "is for people with a tie like that."
)
IN_LAWS = _(
    "You told us you are family through a marriage that has ended. Sources do not agree about this. "
    "Today's court form asks only whether you are related and says nothing about a marriage that ended. "
    "Some older court guides say the marriage must still stand. So both orders stay open to you. A court's "
    "self-help center can tell you what your court does."
)
ELSE = _(
    "A domestic violence restraining order is for partners, close family and people who shared a "
    "household. For everyone else, such as neighbors, co-workers, friends, strangers, and aunts, uncles or "
    "cousins, there is the civil harassment restraining order."
)
ROOMMATES = _(
    "People who only shared a home as roommates are not a household in this law. For roommates there is "
    "the civil harassment restraining order."
)
HOUSEHOLD_UNKNOWN = _(
    "Living together counts for a domestic violence restraining order when you lived as a family or "
    "household, more than roommates. We do not know yet which it was, so both orders stay open."
)
RELATIVE_UNKNOWN = _(
    "Close family counts for a domestic violence restraining order: parents, children, brothers, sisters, "
    "grandparents, grandchildren, and the same by marriage. Aunts, uncles, nieces, nephews and cousins use "
    "the civil harassment order. You did not say which you are, so both orders stay open."
)
TIE_UNKNOWN = _(
    "You did not say who the other person is to you. Partners, close family and household members can ask "
    "for a domestic violence restraining order, everyone else for a civil harassment restraining order."
)
NOTHING_TOLD = _(
    "You did not check anything that happened. An order needs something the judge can look at: it can be "
    "harm, threats, stalking, repeated unwanted contact, control over your life, or taking away your peace "
    "of mind."
)
ABUSE = _(
    "What you checked is in the law's list of abuse. Abuse does not have to be physical. The judge decides "
    "what the facts show."
)
CONTROL = _(
    "The law names control over another person's daily life as abuse too: cutting someone off from others, "
    "keeping back basic needs, watching where they go, controlling money, or using threats."
)
HARASSMENT = _(
    "Civil harassment means violence, a believable threat of violence, or several acts over time that "
    "seriously alarm or annoy you, have no good reason, and cause great distress."
)
ONE_ACT = _(
    "Civil harassment needs violence, a believable threat of violence, or more than one act. You told us "
    "about one act or a kind of act that is none of these. You can change your answers, or go on."
)
NOT_ABUSE_YET = _(
    "You told us about something that alarmed or annoyed you, and not that it happened again. The law's "
    "list of abuse has harm, threats, stalking, harassing and taking away your peace of mind. You can "
    "change your answers, or go on."
)
