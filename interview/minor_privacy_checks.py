"""What the review says of the request to keep a minor's information confidential (DV-160).

The checks speak only for someone who makes that request.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.findings import Check


def _keeps(case: Case, fact: str) -> bool:
    return fact in case.minor_privacy.facts


def _from_respondent(case: Case) -> bool:
    return case.minor_privacy.from_respondent == "yes"


def _shares_too_little(case: Case) -> bool:
    privacy = case.minor_privacy
    return privacy.shares == "yes" and not (privacy.share_with and privacy.share_facts)


def _listed_nothing(case: Case) -> bool:
    privacy = case.minor_privacy
    listed = _keeps(case, "other") and privacy.other_how == "listed"
    return listed and not any(passage.summary for passage in privacy.passages)


_DROPS_ALL = _(
    "You chose to drop the whole restraining order request when the judge refuses any part of the privacy "
    "request. Is that what you want?"
)

MUST: tuple[Check, ...] = (
    Check(
        "minor_privacy.minors",
        "DV-160, item 2b",
        _("You ask to keep facts about a child private. Check which child."),
        lambda case: not case.minor_asks and not case.private_minors,
    ),
    Check(
        "minor_privacy.my_tie",
        "DV-160, item 2b(2)",
        _("You ask to keep facts about a child private. Say what you are to the child."),
        lambda case: case.asks_for_private_minors and not case.minor_privacy.my_tie,
    ),
    Check(
        "minor_privacy.my_tie",
        "DV-160, item 2b(2)",
        _(
            "Only a parent with legal custody, a guardian or the child can ask. Uncheck these children, or "
            "answer No to this request."
        ),
        lambda case: case.asks_for_private_minors and case.minor_privacy.my_tie == "neither",
    ),
    Check(
        "minor_privacy.difference",
        "DV-160, items 4b and 5",
        _("The children need different facts kept private. Say which facts for each child."),
        lambda case: (
            case.asks_for_several_minors
            and case.minor_privacy.same_for_all == "no"
            and not case.minor_privacy.difference.strip()
        ),
    ),
    Check(
        "minor_privacy.facts",
        "DV-160, item 5",
        _("You ask to keep facts about a child private. Check which facts to keep private."),
        lambda case: not case.minor_privacy.facts,
    ),
    Check(
        "minor_privacy.other_how",
        "DV-160, item 5c",
        _("You ask to keep other facts about a child private. Say how you show them."),
        lambda case: _keeps(case, "other") and not case.minor_privacy.other_how,
    ),
    Check(
        "minor_privacy.passages.0.location",
        "DV-160, item 5c(2)",
        _("You want to list the facts that should stay private. Add the first one."),
        _listed_nothing,
    ),
    Check(
        "minor_privacy.reason",
        "DV-160, item 6a",
        _("Write why facts about a child should stay private. The judge decides from it."),
        lambda case: not case.minor_privacy.reason.strip(),
    ),
    Check(
        "minor_privacy.if_denied",
        "DV-160, item 7",
        _("Say what you want when the judge does not keep the facts private."),
        lambda case: not case.minor_privacy.if_denied,
    ),
    Check(
        "minor_privacy.respondent_facts",
        "DV-160, item 8a",
        _("You ask to keep facts from {other} too. Check which facts."),
        lambda case: _from_respondent(case) and not case.minor_privacy.respondent_facts,
    ),
    Check(
        "minor_privacy.respondent_reason",
        "DV-160, item 8b",
        _("You ask to keep facts from {other} too. Write why."),
        lambda case: _from_respondent(case) and not case.minor_privacy.respondent_reason.strip(),
    ),
    Check(
        "minor_privacy.respondent_if_denied",
        "DV-160, item 8d",
        _("Say what you want when the judge does not keep the facts from {other}."),
        lambda case: _from_respondent(case) and not case.minor_privacy.respondent_if_denied,
    ),
)

CHECK: tuple[Check, ...] = (
    Check(
        "minor_privacy.facts",
        "DV-160, item 5a",
        _(
            "You ask to keep a child's name private. DV-100 and other papers of yours still name the child. "
            "Hand all of them to the clerk together with DV-160. The judge decides about DV-160 first."
        ),
        lambda case: _keeps(case, "name"),
    ),
    Check(
        "minor_privacy.address",
        "DV-160, item 5b",
        _(
            "You ask to keep an address private. Enter the address. {other} may read it on the form. Leave "
            "it empty when {other} must not learn it, and use a mailing address."
        ),
        lambda case: _keeps(case, "address") and not case.minor_privacy.address.strip(),
    ),
    Check(
        "minor_privacy.same_for_all",
        "DV-160, item 4",
        _("You ask for several children. Say whether the same facts should stay private for each."),
        lambda case: case.asks_for_several_minors and not case.minor_privacy.same_for_all,
    ),
    Check(
        "minor_privacy.what_would_happen",
        "DV-160, item 6b",
        _("Write what could happen when the public can read the facts about the child."),
        lambda case: not case.minor_privacy.what_would_happen.strip(),
    ),
    Check(
        "minor_privacy.if_denied",
        "DV-160, item 7",
        _DROPS_ALL,
        lambda case: case.minor_privacy.if_denied == "cancel",
    ),
    Check(
        "minor_privacy.respondent_what_would_happen",
        "DV-160, item 8c",
        _("Write what could happen when {other} sees the facts about the child."),
        lambda case: _from_respondent(case) and not case.minor_privacy.respondent_what_would_happen.strip(),
    ),
    Check(
        "minor_privacy.respondent_if_denied",
        "DV-160, item 8d",
        _DROPS_ALL,
        lambda case: _from_respondent(case) and case.minor_privacy.respondent_if_denied == "cancel",
    ),
    Check(
        "minor_privacy.share_with",
        "DV-160, item 9",
        _("You want to give someone copies with the private facts. Check to whom, and which facts."),
        _shares_too_little,
    ),
)
