"""What the review says of the request to keep a minor's information confidential (DV-160, CH-160).

The checks speak only for someone who makes that request.
"""

from __future__ import annotations

import re

from django.utils.translation import gettext_lazy as _

from forms_library.catalogue import all_forms
from forms_library.packet import forms_for
from interview.case import Case
from interview.findings import Check


def _of_the_request(items: str) -> str:
    """The request has the same items with either order."""
    return f"DV-160, {items}; CH-160, {items}"


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


def _points_into_other_papers(case: Case) -> bool:
    """A place was told when the papers were those of the other order."""
    here = {form.number for form in forms_for(case)}
    others = {form.number for form in all_forms()} - here
    told = [set(re.findall(r"[\w()-]+", passage.location.upper())) for passage in case.minor_privacy.passages]
    return any(numbers & others for numbers in told)


_DROPS_ALL = _(
    "You chose to drop the whole restraining order request when the judge refuses any part of the privacy "
    "request. Is that what you want?"
)

MUST: tuple[Check, ...] = (
    Check(
        "minor_privacy.minors",
        _of_the_request("item 2b"),
        _("You ask to keep facts about a child private. Check which child."),
        lambda case: not case.minor_asks and not case.private_minors,
    ),
    Check(
        "minor_privacy.my_tie",
        _of_the_request("item 2b(2)"),
        _("You ask to keep facts about a child private. Say what you are to the child."),
        lambda case: case.asks_for_private_minors and not case.minor_privacy.my_tie,
    ),
    Check(
        "minor_privacy.my_tie",
        _of_the_request("item 2b(2)"),
        _(
            "Only a parent with legal custody, a guardian or the child can ask. Uncheck these children, or "
            "answer No to this request."
        ),
        lambda case: case.asks_for_private_minors and case.minor_privacy.my_tie == "neither",
    ),
    Check(
        "minor_privacy.difference",
        _of_the_request("items 4b and 5"),
        _("The children need different facts kept private. Say which facts for each child."),
        lambda case: (
            case.asks_for_several_minors
            and case.minor_privacy.same_for_all == "no"
            and not case.minor_privacy.difference.strip()
        ),
    ),
    Check(
        "minor_privacy.facts",
        _of_the_request("item 5"),
        _("You ask to keep facts about a child private. Check which facts to keep private."),
        lambda case: not case.minor_privacy.facts,
    ),
    Check(
        "minor_privacy.other_how",
        _of_the_request("item 5c"),
        _("You ask to keep other facts about a child private. Say how you show them."),
        lambda case: _keeps(case, "other") and not case.minor_privacy.other_how,
    ),
    Check(
        "minor_privacy.passages.0.location",
        _of_the_request("item 5c(2)"),
        _("You want to list the facts that should stay private. Add the first one."),
        _listed_nothing,
    ),
    Check(
        "minor_privacy.reason",
        _of_the_request("item 6a"),
        _("Write why facts about a child should stay private. The judge decides from it."),
        lambda case: not case.minor_privacy.reason.strip(),
    ),
    Check(
        "minor_privacy.if_denied",
        _of_the_request("item 7"),
        _("Say what you want when the judge does not keep the facts private."),
        lambda case: not case.minor_privacy.if_denied,
    ),
    Check(
        "minor_privacy.respondent_facts",
        _of_the_request("item 8a"),
        _("You ask to keep facts from {other} too. Check which facts."),
        lambda case: _from_respondent(case) and not case.minor_privacy.respondent_facts,
    ),
    Check(
        "minor_privacy.respondent_reason",
        _of_the_request("item 8b"),
        _("You ask to keep facts from {other} too. Write why."),
        lambda case: _from_respondent(case) and not case.minor_privacy.respondent_reason.strip(),
    ),
    Check(
        "minor_privacy.respondent_if_denied",
        _of_the_request("item 8d"),
        _("Say what you want when the judge does not keep the facts from {other}."),
        lambda case: _from_respondent(case) and not case.minor_privacy.respondent_if_denied,
    ),
)

CHECK: tuple[Check, ...] = (
    Check(
        "minor_privacy.passages.0.location",
        _of_the_request("item 5c(2)"),
        _("A place you listed is on a form that is not in this packet. Change it to where it stands now."),
        lambda case: (
            _keeps(case, "other")
            and case.minor_privacy.other_how == "listed"
            and _points_into_other_papers(case)
        ),
    ),
    Check(
        "minor_privacy.facts",
        _of_the_request("item 5a"),
        _(
            "You ask to keep a child's name private. Your other papers still name the child. Hand all of "
            "them to the clerk together with the privacy request. The judge decides about that one first."
        ),
        lambda case: _keeps(case, "name"),
    ),
    Check(
        "minor_privacy.address",
        _of_the_request("item 5b"),
        _(
            "You ask to keep an address private. Enter the address. {other} may read it on the form. Leave "
            "it empty when {other} must not learn it, and use a mailing address."
        ),
        lambda case: _keeps(case, "address") and not case.minor_privacy.address.strip(),
    ),
    Check(
        "minor_privacy.same_for_all",
        _of_the_request("item 4"),
        _("You ask for several children. Say whether the same facts should stay private for each."),
        lambda case: case.asks_for_several_minors and not case.minor_privacy.same_for_all,
    ),
    Check(
        "minor_privacy.what_would_happen",
        _of_the_request("item 6b"),
        _("Write what could happen when the public can read the facts about the child."),
        lambda case: not case.minor_privacy.what_would_happen.strip(),
    ),
    Check(
        "minor_privacy.if_denied",
        _of_the_request("item 7"),
        _DROPS_ALL,
        lambda case: case.minor_privacy.if_denied == "cancel",
    ),
    Check(
        "minor_privacy.respondent_what_would_happen",
        _of_the_request("item 8c"),
        _("Write what could happen when {other} sees the facts about the child."),
        lambda case: _from_respondent(case) and not case.minor_privacy.respondent_what_would_happen.strip(),
    ),
    Check(
        "minor_privacy.respondent_if_denied",
        _of_the_request("item 8d"),
        _DROPS_ALL,
        lambda case: _from_respondent(case) and case.minor_privacy.respondent_if_denied == "cancel",
    ),
    Check(
        "minor_privacy.share_with",
        _of_the_request("item 9"),
        _("You want to give someone copies with the private facts. Check to whom, and which facts."),
        _shares_too_little,
    ),
)
