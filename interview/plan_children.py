"""What the children's papers add to the plan: DV-105 and what goes with it, DV-160 and DV-165."""

from __future__ import annotations

from django.utils.translation import gettext as _

from interview.case import Case


def left_to_the_court(case: Case) -> tuple[str, ...]:
    """The orders about children hold only names and dates until the judge completes them."""
    papers = (
        ("DV-140", case.asks_for_custody),
        ("DV-145", case.fears_abduction),
        ("DV-165", case.asks_for_minor_privacy),
    )
    numbers = ", ".join(number for number, needed in papers if needed)
    return (_("The court also completes the rest of: %s.") % numbers,) if numbers else ()


def signing(case: Case) -> tuple[str, ...]:
    if not case.asks_for_minor_privacy:
        return ()
    told = (_("Sign and date DV-160 at item 11 too. You sign it under penalty of perjury as well."),)
    return (*told, _("Your lawyer signs DV-160 at item 12.")) if case.petitioner.has_lawyer == "yes" else told


def order_of_papers(case: Case) -> tuple[str, ...]:
    """What is attached to what."""
    if not case.asks_for_custody:
        return ()
    orders = (
        _("DV-140 goes behind DV-110, and DV-145 behind DV-140.")
        if case.fears_abduction
        else _("DV-140 goes behind DV-110.")
    )
    keep = _("Keep the papers in the order they print. Behind DV-100 comes: %s.") % _behind_request(case)
    return (f"{keep} {orders}",)


def filing(case: Case) -> tuple[str, ...]:
    if case.asks_for_minor_privacy:
        return (
            _(
                "Hand in DV-160 and DV-165 together with all the other papers. Tell the clerk that you ask "
                "to keep facts about a child private. The judge decides about DV-160 first."
            ),
        )
    if case.minors and not case.minor_privacy.wanted:
        return (
            _("To keep a child's information private, the court has form DV-160. DV-160-INFO explains it."),
        )
    return ()


def decision(case: Case) -> tuple[str, ...]:
    told = []
    if case.asks_for_custody:
        told.append(_("Orders about the children stand on DV-140, behind DV-110."))
    if case.fears_abduction:
        told.append(_("Orders against taking the children away stand on DV-145, behind DV-140."))
    if case.asks_for_minor_privacy:
        told.append(
            _("DV-165 tells which facts about a child stay private, or when you are heard about it first.")
        )
    return (" ".join(told),) if told else ()


def serving(case: Case) -> tuple[str, ...]:
    told = []
    if case.asks_for_custody:
        told.append(
            _(
                "Attached to DV-100 and served with it: {papers}. Where the judge made orders about the "
                "children, they are behind DV-110 and are served with it."
            ).format(papers=_behind_request(case))
        )
    if case.asks_for_minor_privacy:
        told.append(
            _(
                "When the judge keeps facts about a child private, item 13 of DV-165 tells which papers to "
                "serve, with DV-170 as the first page. Ask the clerk which copies are for the other person: "
                "what is kept from that person must be blacked out first."
            )
        )
    return tuple(told)


def sources(case: Case) -> tuple[str, ...]:
    """The rules of rules.toml these sentences rest on."""
    custody = ("custody_forms",) if case.asks_for_custody else ()
    return (*custody, "minor_privacy") if case.asks_for_minor_privacy else custody


def _behind_request(case: Case) -> str:
    papers = (("DV-105", True), ("DV-105(A)", bool(case.history_sheets)), ("DV-108", case.fears_abduction))
    return ", ".join(number for number, needed in papers if needed)
