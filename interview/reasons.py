"""What the result of the first questions says about the law: the sentences, apart from what chooses them."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from interview.conduct import Path
from interview.questions import Text

# Until there is one, the pages are those for the domestic violence order (Case.asks_for_dvro)
ORDERS: Mapping[Path, Text] = {
    "dvro": _("a domestic violence restraining order"),
    "cho": _("a civil harassment restraining order"),
    "": _("a domestic violence restraining order"),
}
TITLES: Mapping[tuple[Path, ...], Text] = {
    ("dvro",): _("The law has a domestic violence restraining order for facts like these"),
    ("cho",): _("The law has a civil harassment restraining order for facts like these"),
    ("dvro", "cho"): _("The law has two kinds of restraining order that may be for facts like these"),
    (): _("What you told so far is not enough for either order, but you can go on"),
}

RELATED = _(
    "You told us who the other person is or was to you: a spouse or partner, someone you dated, your "
    "child's other parent, or close family. Or you lived together as a household. A domestic violence "
    "restraining order is for people with a tie like that."
)
IN_LAWS = _(
    "You told us you are family through a marriage that has ended. Sources do not agree about this. "
    "Today's court form asks only whether you are related and says nothing about a marriage that ended. "
    "Some older court guides say the marriage must still stand. So both orders stay open to you. A court's "
    "self-help center can tell you what your court does."
)
ELSE = _(
    "A domestic violence restraining order is for partners, close family and people who shared a "
    "household. For everyone else there is the civil harassment restraining order. That is for example "
    "neighbors, co-workers, landlords, friends, people from school and strangers. You do not have to know "
    "the other person well, or to have met."
)
FURTHER_FAMILY = _(
    "A domestic violence restraining order is for partners, close family and people who shared a "
    "household. Other family is not close enough in this law. That is aunts, uncles or cousins, nieces and "
    "nephews. For them there is the civil harassment restraining order."
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
    "Close family counts for a domestic violence restraining order. That is parents, children, brothers, "
    "sisters, grandparents, grandchildren, and the same by marriage. Aunts, uncles, nieces, nephews and "
    "cousins use the civil harassment order. You did not say which you are. So both orders stay open."
)
TIE_UNKNOWN = _(
    "You did not say who the other person is to you. Partners, close family and household members can ask "
    "for a domestic violence restraining order. Everyone else can ask for a civil harassment restraining "
    "order."
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
    "The law names control over another person's daily life as abuse too. That is cutting someone off from "
    "others, keeping back basic needs, or watching where they go. It is also controlling money, or using "
    "threats."
)
HARASSMENT = _(
    "Civil harassment means violence or a believable threat of violence. It also means several acts over "
    "time. These acts seriously alarm or annoy you, have no good reason, and cause great distress."
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

# The person chose an order that the answers do not fit, or no longer fit
CHOSEN_DVRO_OTHER_TIE = _(
    "You chose a domestic violence restraining order. It is for partners, close family and people who "
    "shared a household. What you told us about the other person is another tie, and for other ties there "
    "is the civil harassment restraining order. Your choice stays until you change it. Moving over keeps "
    "every answer."
)
CHOSEN_CHO_CLOSE_TIE = _(
    "You chose a civil harassment restraining order. It is for people without a close tie. What you told "
    "us about the other person is a tie of the domestic violence restraining order. Your choice stays "
    "until you change it. Moving over keeps every answer."
)
CHOSEN_DVRO_OTHER_CONDUCT = _(
    "You chose a domestic violence restraining order. What you checked so far about what happened is not "
    "in its list. Your choice stays until you change it. Moving over keeps every answer."
)
CHOSEN_CHO_OTHER_CONDUCT = _(
    "You chose a civil harassment restraining order. It needs violence, a believable threat of violence, "
    "or more than one act. What you checked so far is none of these. Your choice stays until you change "
    "it. Moving over keeps every answer."
)

# Good to know
GUARDIAN = _(
    "A child under {age} cannot ask alone. An adult can ask for the child: the court names that adult the "
    "child's “guardian ad litem”. It can be a parent or another adult the judge trusts. That adult may come "
    "to court without a lawyer. Courts use form CIV-010 or form FL-935 for this: ask the clerk or the "
    "self-help center which one."
)
DEPENDENT_ADULT = _(
    "An adult who cannot ask alone may need someone whom the court names to act for them (a “guardian ad "
    "litem”) or a conservator. Ask the clerk or the self-help center who may ask and who signs the papers."
)
MINOR_ALONE = _(
    "A person who is {age} or older can ask for either order without a parent. The judge may want a trusted "
    "adult to help. A self-help center or legal aid can help too."
)
IN_LAWS_AND_ANOTHER_TIE = _(
    "Sources do not agree about family through a marriage that has ended. It does not change the result "
    "here: another tie you checked is enough."
)
CHO_CANNOT = _(
    "A civil harassment order cannot make someone move out. It cannot decide child custody, support, "
    "property, bills or a phone account. A domestic violence order can."
)
CHO_ONLINE = _(
    "You can file these papers online. The court sends its papers back online too, unless you say that you "
    "will pick them up. Your court's website says how."
)
CHO_ONLINE_BEFORE = _(
    "Some courts take civil harassment papers online, others only on paper: ask the clerk. From January 1, "
    "{from}, every court takes them online."
)
CHO_REMOTE = _(
    "You and your witnesses can come to the hearing by phone or video. There is no fee for that. Your "
    "court's website says how."
)
CHO_REMOTE_BEFORE = _(
    "Ask the clerk about coming to a civil harassment hearing by phone or video. There may be a fee for it. "
    "From January 1, {from}, there is none."
)
WHERE_DVRO = _(
    "You do not have to live in California. You can ask in the county where you live or are staying, where "
    "the other person lives, or where it happened."
)
WHERE_CHO = _(
    "You can ask in the county where the other person lives, where it happened, or where you live or are "
    "staying."
)
OLD_ABUSE = _("It does not matter that it was long ago, or that you have moved out.")
IMMIGRATION = _("You can ask whatever your immigration status is.")
