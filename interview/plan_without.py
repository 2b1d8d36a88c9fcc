"""What helps without an order: when the judge says no, and steps that need no judge.

Only what keeps a person apart from the other and on record; nothing here is said or done to the other
person (LAW.md, section 14).
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from interview.case import Case
from interview.conduct import Conduct, told
from interview.plan_day import may_have_order
from interview.plan_step import PlanStep, sources

_BY_PHONE: frozenset[Conduct] = frozenset({"unwanted_contact", "stalking", "threats", "impersonation"})
_WATCHED: frozenset[Conduct] = frozenset({"monitoring_or_control", "stalking", "impersonation"})


def without_order(case: Case) -> PlanStep:
    return PlanStep(
        "without-order",
        _("If there is no order, and beside it"),
        (
            _not_granted(case),
            _("What you can do without a judge:"),
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
            "civil_not_granted" if case.asks_for_cho else "not_granted",
            "short_of_an_order",
            "safe_at_home",
            "emergency",
        ),
    )


def _not_granted(case: Case) -> str:
    new = "CH-100" if case.asks_for_cho else "DV-100"
    said = [_("If the judge says no, write down why.")]
    if may_have_order(case):
        said.append(_("Orders made until the hearing end then."))
    said.append(
        _(
            "When something more happens, you can ask again with a new %s. Ask a lawyer or legal aid "
            "soon whether an appeal is open: there is little time for it."
        )
        % new
    )
    return " ".join(said)


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
