"""The step "ready": what to say and to bring, drawn from the person's own story, for both orders.

An outline, not the story once more: a long telling is shortened, and the form that has the whole is named.
What may show it is the list of evidence (evidence.py). What nobody told is left out. (DV-109 and CH-109,
page 3.)
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interview.case import Case
from interview.conduct import Conduct
from interview.evidence import tidy, without_children, without_written
from interview.incidents import Incident
from interview.phrasing import all_of
from interview.plan_court_help import help_at_court, support
from interview.plan_statements import told_by_witnesses
from interview.plan_step import PlanStep, sources
from interview.questions import Text

_WORDS = 24  # of one telling
_TIMES = 6  # told one by one


def ready(case: Case, today: date | None = None) -> PlanStep:
    day = today or timezone.localdate()
    return PlanStep(
        "ready",
        _("Get ready for the hearing"),
        (
            *_what_to_say(case),
            *_what_to_bring(case),
            *_who_saw_it(case),
            support(case),
            *_apart(case, day),
            *help_at_court(case, day),
        ),
        sources=sources(*_rules(case)),
    )


def _rules(case: Case) -> tuple[str, ...]:
    names = ("what_to_say", "written_statements", "apart_at_court", "support_person", "accommodation")
    return tuple(f"civil_{name}" for name in names) if case.asks_for_cho else names


def _what_to_say(case: Case) -> Iterator[str]:
    where = _("CH-100, item 7") if case.asks_for_cho else _("DV-100, items 5 to 7")
    yield (
        _(
            "Write on one page what you want to tell the judge: who did what, when and where, in your own "
            "words. Read again what you told in %s."
        )
        % where
    )
    yield from _times(case)
    acts = {code: str(words) for code, words in _ACTS.items() if code in case.screening.conduct}
    if examples := "; ".join(words for code, words in acts.items() if code not in _HARD_TO_SAY):
        yield _("Tell one example of each: %s.") % examples
    if hard := "; ".join(words for code, words in acts.items() if code in _HARD_TO_SAY):
        yield _("Of these, tell only what you can say: %s. You can point to what you wrote.") % hard
    if "threats" in case.screening.conduct:
        yield _("Threats: say the words as you remember them, and when and how they came to you.")
    if case.has_firearms == "yes" and (arms := "; ".join(tidy(one.description) for one in case.firearms)):
        yield _("Guns and what goes with them, as you listed them: %s.") % arms


def _times(case: Case) -> Iterator[str]:
    """The last time, then those before it with what was told of weapons and harm; of many, the days."""
    for place, incident in enumerate(case.incidents[:_TIMES]):
        if line := _of_one_time(incident):
            yield (_("Begin with the last time: %s") if place == 0 else _("Then: %s")) % line
    if earlier := "; ".join(filter(None, (tidy(one.date) for one in case.incidents[_TIMES:]))):
        yield _("Then the times before, the worst first: %s.") % earlier
    if case.asks_for_cho and case.earlier_times:
        yield _("Then the times before it, the worst first, as you told them in CH-100, item 7b.")


def _of_one_time(incident: Incident) -> str:
    told = [tidy(incident.date)]
    if incident.weapon == "yes" and (weapon := _in_brief(incident.weapon_description)):
        told.append(_("Weapon: %s") % weapon)
    if incident.harm == "yes" and (harm := _in_brief(incident.harm_description)):
        told.append(_("Harm: %s") % harm)
    return " ".join(one if one.endswith("…") else f"{one}." for one in filter(None, told))


def _in_brief(text: str) -> str:
    """A long telling ends in dots, after a sentence where it can: the form that the step names has it all."""
    whole = tidy(text)
    if len(whole.split()) <= _WORDS:
        return whole
    start = Truncator(whole).words(_WORDS, truncate="")
    sentences, stop, _rest = start.rpartition(". ")
    return f"{tidy(sentences if stop else start)} …"


def _what_to_bring(case: Case) -> Iterator[str]:
    yield _(
        "Your list of evidence names what may show it. On paper the list is at the end. Bring what there is. "
        "What you say counts too."
    )
    yield from _to_ask_for(case)
    yield _(
        "In person, bring three sets: for the judge, the other person and you. By phone or video, ask the "
        "self-help center how to send them. The other person sees what you show: cover your address where "
        "you keep it private."
    )


def _to_ask_for(case: Case) -> Iterator[str]:
    """What somebody else keeps, and needs time to give a copy of."""
    visits = [tidy(one.date) for one in case.incidents if one.police == "yes"]
    if visits:
        days = "; ".join(filter(None, visits))
        report = _("Ask the police now for the report of: %s.") % days if days else _REPORT
        yield f"{report} {_IT_TAKES_WEEKS}"
    if any(one.harm == "yes" for one in case.incidents) or "injury" in case.screening.conduct:
        yield _("Did you see a doctor, clinic or counselor? Ask them early for your records.")


def _who_saw_it(case: Case) -> Iterator[str]:
    """Those whose statement is not among the papers yet (MC-031)."""
    told = (one.witness_names for one in case.incidents if one.witnesses == "yes")
    seen = (without_written(case, names) for names in told)
    if named := "; ".join(dict.fromkeys(filter(None, seen))):
        yield f"{told_by_witnesses(case)} {_('You named as having seen or heard it: %s.') % named}".strip()
        can = _(
            "They can come to the hearing, or write down what they saw and heard on form MC-030 and sign it "
            "under penalty of perjury."
        )
        child = _("Was one of them a child? Ask an advocate or the self-help center first.")
        if any(without_children(case, one) != one for one in named.split("; ")):
            child = _("One of them is a child: ask an advocate or the self-help center first.")
        yield f"{can} {child}"
    else:
        yield told_by_witnesses(case) or _(
            "People who saw or heard what happened can come too, or write it down on form MC-030 and sign it."
        )


def _apart(case: Case, today: date) -> Iterator[str]:
    """Safety at the courthouse, and who needs looking after meanwhile."""
    yield _(
        "At the courthouse: come early. Tell the clerk or the bailiff, the officer in the courtroom, when "
        "you want to wait apart or leave first. You do not have to talk with the other person there. Plan "
        "how you get there and home."
    )
    if children := _children_at_home(case, today):
        yield _(
            "Who looks after %s that day? Ask a person you trust, or ask the clerk whether the "
            "courthouse has a room for children."
        ) % all_of(children)


def _children_at_home(case: Case, today: date) -> list[str]:
    """The names of those under 18 whom the person may look after; a minor who asks looks after nobody."""
    if case.petitioner.is_minor:
        return []
    named = [child.name for child in case.children if child.is_minor(today)]
    named += [one.name for one in case.protected_people if one.is_minor and one.lives_with_you != "no"]
    return list({name.casefold(): name for name in map(tidy, named) if name}.values())


_REPORT = gettext_lazy("Ask the police now for their report.")
_IT_TAKES_WEEKS = gettext_lazy("It can take weeks.")
_HARD_TO_SAY: frozenset[Conduct] = frozenset({"sexual_assault", "reproductive_coercion", "forced_acts"})
# What was checked at the start, in few words
_ACTS: dict[Conduct, Text] = {
    "injury": gettext_lazy("being hurt"),
    "attempted_injury": gettext_lazy("tries to hurt you"),
    "sexual_assault": gettext_lazy("sexual acts you did not agree to"),
    "strangulation": gettext_lazy("choking"),
    "fear_of_harm": gettext_lazy("what made you fear being badly hurt"),
    "threats": gettext_lazy("threats to hurt or kill"),
    "harm_to_children": gettext_lazy("harm or threats to children"),
    "harm_to_animals": gettext_lazy("harm or threats to an animal"),
    "property_damage": gettext_lazy("broken things"),
    "stalking": gettext_lazy("being followed or stalked"),
    "unwanted_contact": gettext_lazy("contact you did not want"),
    "monitoring_or_control": gettext_lazy("being tracked or watched"),
    "impersonation": gettext_lazy("pretending to be you"),
    "disturbed_peace": gettext_lazy("loss of your peace of mind"),
    "isolation": gettext_lazy("being kept from family and friends"),
    "deprived_of_needs": gettext_lazy("being kept from food, sleep or care"),
    "money_control": gettext_lazy("control of your money"),
    "immigration_threats": gettext_lazy("threats about immigration"),
    "forced_acts": gettext_lazy("acts you were forced to do"),
    "reproductive_coercion": gettext_lazy("control of birth control or pregnancy"),
    "single_annoyance": gettext_lazy("what else alarmed or annoyed you"),
}
