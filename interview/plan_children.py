"""What the children's papers add to the plan: DV-105 and what goes with it; DV-160 and DV-165, or CH-160
and CH-165."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from interview.case import Case


@dataclass(frozen=True)
class PrivacyPapers:
    """The papers that keep facts about a minor private: their items have the same numbers on both roads."""

    request: str
    order: str
    notice: str
    info: str
    rule: str


_DVRO = PrivacyPapers("DV-160", "DV-165", "DV-170", "DV-160-INFO", "minor_privacy")
_CHO = PrivacyPapers("CH-160", "CH-165", "CH-170", "CH-160-INFO", "civil_minor_privacy")


def left_to_the_court(case: Case) -> tuple[str, ...]:
    """The orders about children hold only names and dates until the judge completes them."""
    papers = (
        ("DV-140", case.asks_for_custody),
        ("DV-145", case.fears_abduction),
        (_privacy(case).order, case.asks_for_minor_privacy),
    )
    numbers = ", ".join(number for number, needed in papers if needed)
    return (_("The court also completes the rest of: %s.") % numbers,) if numbers else ()


def signing(case: Case) -> tuple[str, ...]:
    if not case.asks_for_minor_privacy:
        return ()
    request = _privacy(case).request
    told = (_("Sign and date %s at item 11 too. You sign it under penalty of perjury as well.") % request,)
    if case.petitioner.has_lawyer == "yes":
        return (*told, _("Your lawyer signs %s at item 12.") % request)
    return told


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
    papers = _privacy(case)
    if case.asks_for_minor_privacy:
        return (
            _(
                "Hand in {request} and {order} together with all the other papers. Tell the clerk that you "
                "ask to keep facts about a child private. The judge decides about {request} first."
            ).format(request=papers.request, order=papers.order),
        )
    if case.minors and not case.minor_privacy.wanted:
        return (
            _("To keep a child's information private, the court has form {form}. {info} explains it.").format(
                form=papers.request, info=papers.info
            ),
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
            _("%s tells which facts about a child stay private, or when you are heard about it first.")
            % _privacy(case).order
        )
    return (" ".join(told),) if told else ()


def serving(case: Case) -> tuple[str, ...]:
    told = []
    if case.asks_for_custody:
        told.append(
            _("Attached to DV-100 and served with it: {papers}.").format(papers=_behind_request(case))
        )
    if case.asks_for_minor_privacy:
        told.append(
            _(
                "When the judge keeps facts about a child private, item 13 of {order} tells which papers to "
                "serve, with {notice} as the first page. Ask the clerk which copies are for the other "
                "person: what is kept from that person must be blacked out first."
            ).format(order=_privacy(case).order, notice=_privacy(case).notice)
        )
    return tuple(told)


def rules(case: Case) -> tuple[str, ...]:
    """The rules of rules.toml these sentences rest on."""
    custody = ("custody_forms",) if case.asks_for_custody else ()
    return (*custody, _privacy(case).rule) if case.asks_for_minor_privacy else custody


def _privacy(case: Case) -> PrivacyPapers:
    return _CHO if case.asks_for_cho else _DVRO


def _behind_request(case: Case) -> str:
    papers = (
        ("DV-105", True),
        ("DV-105(A)", bool(case.history_sheets)),
        ("DV-108", case.fears_abduction),
        ("MC-031", bool(case.witness_sheets)),
    )
    return ", ".join(number for number, needed in papers if needed)
