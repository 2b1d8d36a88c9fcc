"""Who takes an order to the police database, on the civil harassment road (CH-110 item 13, CH-130 item 16).

The judge may make it the person's own task, that same day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from interview.case import Case
from interview.hearing import Entry
from interview.phrasing import day_in_words
from interview.plan_step import PlanStep, sources


@dataclass(frozen=True)
class Paper:
    """An order and its item with the boxes; the rule of rules.toml."""

    slug: str
    form: str
    item: str
    rule: str


_FIRST = Paper("entry", "CH-110", "13", "civil_entry")
_MADE = Paper("order-entry", "CH-130", "16", "civil_entry_after")


def first_entry(case: Case) -> tuple[PlanStep, ...]:
    """The temporary order: a step whenever there may be one."""
    told = case.hearing
    if not case.asks_for_cho or not case.requests.asks_orders_now or told.order_made == "no":
        return ()
    return (_step(_FIRST, told.first_entry, _take_proof("CH-200"), _by_its_day(_FIRST)),)


def order_entry(case: Case, today: date) -> tuple[PlanStep, ...]:
    """The order made at the hearing: a step of its own where something is to do; else see `who_enters`."""
    if not has_own_step(case):
        return ()
    proofs = {
        "none": _("The other person was at the hearing, so no proof of service is needed."),
        "mail": _take_proof("CH-250"),
        "in_person": _take_proof("CH-200"),
    }
    proof = proofs.get(case.way_to_serve_order) or _take_proof(_("CH-200, or CH-250 where it was mailed"))
    return (_step(_MADE, case.after.entry, proof, _by_day(case, today)),)


def _take_proof(form: str) -> str:
    return _("Once the other person has been given it, take a copy of the proof there too: %s.") % form


def has_own_step(case: Case) -> bool:
    return case.asks_for_cho and case.outcome == "granted" and case.after.entry in ("me", "none")


def who_enters(case: Case) -> str:
    """One sentence for the step that checks the order made at the hearing."""
    names = {"item": _MADE.item, "form": _MADE.form}
    match case.after.entry if case.outcome == "granted" else "":
        case "clerk_enters" | "clerk_sends" as known:
            return _by_clerk(_MADE, known)
        case "me" | "none":
            return _("Who takes it to the police database is the next step.")
    return (
        _(
            "Look which box of %(form)s, item %(item)s is checked. It says who gets the order to the police "
            "database: the clerk (%(item)sa, %(item)sb), or you or your lawyer (%(item)sc)."
        )
        % names
    )


def by_when(case: Case, today: date) -> str:
    """For the order made at the hearing, while it is not known whose task it is."""
    return _("Only with box %(item)sc checked. %(day)s") % {"item": _MADE.item, "day": _by_day(case, today)}


def _by_day(case: Case, today: date) -> str:
    """The day of the hearing, unless the order was still to be signed then."""
    day = case.hearing.date if case.outcome == "granted" else None
    if day is None or case.after.court_wants_order == "yes":
        return _by_its_day(_MADE)
    if day < today:
        return _("The day was %s. That day is over: go today.") % day_in_words(day)
    told = _("By the close of business on %s, the day the order is made.") % day_in_words(day)
    return f"{told} {_('That is today.')}" if day == today else told


def _by_its_day(paper: Paper) -> str:
    """The day the judge signed is not asked."""
    return (
        _(
            "By the close of business on the day the order is made: it stands beside the judge's signature "
            "on %s. When that day is over, go today."
        )
        % paper.form
    )


def too_late() -> str:
    return _(
        "Take it there as soon as you can. Until then police may not find the order in their database. "
        "Police who are shown a copy of the order enforce it too, so keep one with you."
    )


def _step(paper: Paper, entry: Entry, proof: str, by_day: str) -> PlanStep:
    by_clerk = entry in ("clerk_enters", "clerk_sends")
    title = _("Take the order to the police, that same day")
    if entry != "me":
        title = _("See that the police get the order")
    deadline = by_day
    if not entry:
        deadline = _("Only with box %(item)sc checked. %(day)s") % {"item": paper.item, "day": by_day}
    return PlanStep(
        paper.slug,
        title,
        tuple(_paragraphs(paper, entry, proof)),
        deadline="" if by_clerk else deadline,
        missed="" if by_clerk else too_late(),
        sources=sources(paper.rule),
    )


def _paragraphs(paper: Paper, entry: Entry, proof: str) -> Iterator[str]:
    names = {"item": paper.item, "form": paper.form}
    if entry in ("clerk_enters", "clerk_sends"):
        yield _by_clerk(paper, entry)
    elif entry == "me":
        yield (
            _(
                "Box %(item)sc of %(form)s is checked: you or your lawyer take the order to the police. Go "
                "to each police agency named there. Its address stands beside it."
            )
            % names
        )
        yield _("Take along a copy of %(form)s with every page behind it. %(proof)s") % {
            **names,
            "proof": proof,
        }
        yield _(
            "Say that it is for the database of restraining orders (CARPOS). Write down who took it, the day "
            "and the hour."
        )
    elif entry == "none":
        yield (
            _("No box of %(form)s, item %(item)s is checked. Ask the clerk that same day who does it.")
            % names
        )
    else:
        yield (
            _(
                "A %(form)s order goes into the police database. Look which box of item %(item)s is checked, "
                "or ask the clerk. Then tell us."
            )
            % names
        )
        yield _("Box %(item)sa or %(item)sb: the clerk does it, or sends it to the police.") % names
        yield (
            _(
                "Box %(item)sc: you or your lawyer take a copy of the order to each police agency named "
                "there. When the other person has been given the papers, take a copy of the proof too."
            )
            % names
        )


def _by_clerk(paper: Paper, entry: Entry) -> str:
    if entry == "clerk_enters":
        return _("The clerk puts the order into the police database (%(form)s, item %(item)sa).") % {
            "form": paper.form,
            "item": paper.item,
        }
    return _("The clerk sends the order to the police for their database (%(form)s, item %(item)sb).") % {
        "form": paper.form,
        "item": paper.item,
    }
