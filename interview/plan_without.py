"""What helps without an order: when the judge says no, and steps that need no judge.

Only what keeps a person apart from the other and on record; nothing here is said or done to the other
person (LAW.md, section 14).
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from interview.case import Case
from interview.conduct import Conduct, told
from interview.plan_step import Lead, PlanStep, sources

_BY_PHONE: frozenset[Conduct] = frozenset({"unwanted_contact", "stalking", "threats", "impersonation"})
_WATCHED: frozenset[Conduct] = frozenset({"monitoring_or_control", "stalking", "impersonation"})


def without_order(case: Case) -> PlanStep:
    return PlanStep(
        "without-order",
        _title(case),
        (
            *_not_granted(case),
            Lead(_("What you can do without a judge:")),
            *_watched(case),
            _("Save messages, call lists and photos. Then block the number and the accounts."),
            *_second_number(case),
            _(
                "Change the locks of your home. Does the other person live there too, or have a right to"
                " it? Then ask the self-help center or an advocate first."
            ),
            _("Tell the people at %s whom not to let in, and what not to tell of you.") % _told_places(case),
            _(
                "Keep a record of everything that happens: day, time, place, what was done, who saw it. "
                "You can make a police report of each time."
            ),
            _safe_at_home(case),
            _(
                "An advocate can plan for your safety with you, free and at any hour: 800-799-7233. In "
                "danger call 911. Police can ask a judge for an emergency order at any hour."
            ),
        ),
        sources=sources(
            _rule(case),
            "short_of_an_order",
            "safe_at_home",
            "emergency",
        ),
    )


def ask_again(case: Case) -> PlanStep:
    """After a no: it is an answer to what was before the judge that day."""
    form = "CH-100" if case.asks_for_cho else "DV-100"
    return PlanStep(
        "ask-again",
        _("Ask again"),
        (
            _(
                "A no answers what was before the judge that day. It does not stop you from asking again, "
                "with a new %s, when something more happens or you have more to show."
            )
            % form,
            _(
                "Ask the clerk for a copy of the decision. Write down what the judge said, while you "
                "remember it."
            ),
            _(
                "Ask a lawyer or legal aid soon whether an appeal is open: there is little time for it. Ask "
                "them too what to show next time."
            ),
        ),
        sources=sources(_rule(case)),
    )


def _rule(case: Case) -> str:
    return "civil_not_granted" if case.asks_for_cho else "not_granted"


def _title(case: Case) -> str:
    if case.outcome == "denied" or case.cancels_hearing:
        return _("What helps without an order")
    if case.outcome == "granted":
        return _("What helps beside the order")
    return _("If there is no order, and beside it")


def _not_granted(case: Case) -> Iterator[str]:
    """What a no means; nothing of it where the judge made the order, or is not asked."""
    if case.outcome == "granted" or case.cancels_hearing:
        return
    if case.outcome == "denied":
        said = [_("The judge made no order. You told what happened, and you can still get help.")]
        if case.may_have_first_order:
            said.append(_("Orders made until the hearing have ended: ask the clerk when you are not sure."))
        yield " ".join(said)
        return
    new = "CH-100" if case.asks_for_cho else "DV-100"
    said = [_("If the judge says no, write down why.")]
    if case.may_have_first_order:
        said.append(_("Orders made until the hearing end then."))
    said.append(
        _(
            "When something more happens, you can ask again with a new %s. Ask a lawyer or legal aid "
            "soon whether an appeal is open: there is little time for it."
        )
        % new
    )
    yield " ".join(said)


def _safe_at_home(case: Case) -> str:
    said = [_("Safe at Home is a free state program that gives you another address to use: (877) 322-5227.")]
    if case.children:
        said.append(_("The children's other parent is then told how to send you papers: ask about it."))
    return " ".join(said)


def _watched(case: Case) -> Iterator[str]:
    if told(case.screening, _WATCHED):
        yield _(
            "Someone who watches your phone or accounts may see a change. Ask an advocate before you "
            "change them, from a device that only you use. Then change passwords and turn off shared "
            "location."
        )


def _second_number(case: Case) -> Iterator[str]:
    if told(case.screening, _BY_PHONE):
        yield _("You can get a second number that few people know.")


def _told_places(case: Case) -> str:
    setting = set(case.screening.setting)
    if "workplace" in setting and "school" not in setting:
        return _("work and at home")
    if "school" in setting and "workplace" not in setting:
        return _("school and at home")
    return _("work, at school and at home")
