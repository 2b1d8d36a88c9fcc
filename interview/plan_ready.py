"""The step "ready": what to say and to bring, drawn from the person's own story, for both orders.

Their words stand as they typed them. What nobody told is left out. (DV-109 and CH-109, page 3.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from interview.case import Case
from interview.chapters.screening import WhatHappened
from interview.evidence import Exhibit, exhibits, grouped, tidy
from interview.incidents import Incident
from interview.plan_court_help import help_at_court
from interview.plan_step import PlanStep, sources


def ready(case: Case, today: date | None = None) -> PlanStep:
    day = today or timezone.localdate()
    found = exhibits(case)
    seen = tuple(one for one in found if one.kind == "witness")
    return PlanStep(
        "ready",
        _("Get ready for the hearing"),
        (
            *_what_to_say(case),
            *_what_to_bring(tuple(one for one in found if one.kind != "witness")),
            *_who_saw_it(seen),
            _support(case),
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
            "Write down on one page what you want to tell the judge. Read again what you told in %s. Say"
            " who did what, when and where, in your own words."
        )
        % where
    )
    days = [tidy(one.date) for one in case.incidents]
    if days and days[0]:
        yield _("Begin with the last time you told about: %s.") % days[0]
    if earlier := "; ".join(filter(None, days[1:])):
        yield _("Then the times before it: %s.") % earlier
    if case.asks_for_cho and case.earlier_times:
        yield _("Then the times before it, as you told them together in CH-100, item 7b.")
    if acts := _acts(case):
        yield _("Tell the judge an example of each thing you checked: %s.") % acts
    if "threats" in case.screening.conduct:
        yield _("Threats: say the words as you remember them, and when and how they came to you.")
    yield from _of_times(case)


def _of_times(case: Case) -> Iterator[str]:
    """Weapons, guns and harm, in the person's own words and with the day of each."""
    if weapons := _each(case, lambda one: one.weapon_description if one.weapon == "yes" else ""):
        yield _("Weapons you told about: %s.") % weapons
    if case.has_firearms == "yes" and (arms := "; ".join(tidy(one.in_brief) for one in case.firearms)):
        yield _("Guns and what goes with them, as you listed them: %s.") % arms
    if harm := _each(case, lambda one: one.harm_description if one.harm == "yes" else ""):
        yield _("Harm you told about: %s.") % harm


def _each(case: Case, words: Callable[[Incident], str]) -> str:
    found = ((tidy(words(one)), tidy(one.date)) for one in case.incidents)
    return _by_day((day, text) for text, day in found if text)


def _by_day(found: Iterable[tuple[str, str]]) -> str:
    return "; ".join(f"{day}: {text}" if day else text for day, text in found)


def _acts(case: Case) -> str:
    """What was checked at the start, in the words that stood there."""
    return "; ".join(f"“{label}”" for code, label in _choices() if code in case.screening.conduct)


def _choices() -> Iterator[tuple[str, str]]:
    for _heading, choices in WhatHappened.base_fields["conduct"].choices:  # type: ignore[attr-defined]
        yield from ((code, str(label)) for code, label in choices)


def _what_to_bring(found: tuple[Exhibit, ...]) -> Iterator[str]:
    if not found:
        yield _("You can bring what shows what happened: messages, photos, medical or police papers.")
    else:
        yield _("You can bring what shows what happened, where it exists. What you told speaks of these:")
        for number, one in enumerate(grouped(found), 1):
            yield f"{number}. {one.in_one_line}."
    if any(one.is_asked_for for one in found):
        yield _("Ask for police reports and medical records now: they can take weeks.")
    yield _(
        "In person, bring three sets: for the judge, the other person and you. By phone or video, ask "
        "the self-help center how to send them. What you show is seen by the other person too: cover "
        "your address where you keep it private."
    )


def _who_saw_it(seen: tuple[Exhibit, ...]) -> Iterator[str]:
    if seen:
        named = _by_day((one.when, one.made_by) for one in seen)
        yield _("You named as having seen or heard it: %s.") % named
        yield _(
            "Ask them to come to the hearing, or to write down what they saw and heard and sign it: form "
            "MC-030, or MC-031 to put behind another form. They sign under penalty of perjury."
        )
        yield _("Was one of them a child? Ask the self-help center before you bring a child to speak.")
    else:
        yield _(
            "People who saw or heard what happened can come too, or write it down on form MC-030 and sign it."
        )


def _support(case: Case) -> str:
    if case.asks_for_cho:
        return _(
            "One person may come with you for support. Where violence or threats are told of and you "
            "have no lawyer, they may sit with you. They are not your lawyer."
        )
    return _("One person may sit with you for support. They are not your lawyer.")


def _apart(case: Case, today: date) -> Iterator[str]:
    """Safety at the courthouse, and who needs looking after meanwhile."""
    yield _(
        "At the courthouse: come early. Tell the clerk or the bailiff, the officer in the courtroom, "
        "when you want to wait apart, or to leave first. You do not have to talk with the other person "
        "there. Plan how you get there and home."
    )
    if children := _children_at_home(case, today):
        yield _(
            "Who looks after %s that day? Ask a person you trust, or ask the clerk whether the "
            "courthouse has a room for children."
        ) % get_text_list(children, str(_("and")))


def _children_at_home(case: Case, today: date) -> list[str]:
    """The names of those under 18 whom the person may look after; a minor who asks looks after nobody."""
    if case.petitioner.is_minor:
        return []
    named = [child.name for child in case.children if child.is_minor(today)]
    named += [one.name for one in case.protected_people if one.is_minor and one.lives_with_you != "no"]
    return list({name.casefold(): name for name in map(tidy, named) if name}.values())
