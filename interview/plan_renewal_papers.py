"""The road of who asks for the order once more: hand in, service, the hearing, the order that renews it.

For both orders (DV-700, DV-710, DV-730; CH-700, CH-710, CH-730).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interview import plan_service
from interview.case import Case
from interview.plan_court_help import help_without_dates, support
from interview.plan_step import PlanStep, sources
from interview.questions import Text
from interview.rules import rule


@dataclass(frozen=True)
class Renewal:
    """Asking for one order once more: its forms, and the rules of rules.toml."""

    ask: str
    notice: str
    response: str
    order: str
    renewed: str
    proof: str
    signs: Text
    lawyer: Text
    why: Text  # the item that has the reasons
    when_to_serve: Text
    free: Text
    until_then: Text
    entry: Text
    rules: tuple[str, str]


_DVRO = Renewal(
    ask="DV-700",
    notice="DV-710",
    response="DV-720",
    order="DV-130",
    renewed="DV-730",
    proof="DV-200",
    signs=gettext_lazy("Sign and date DV-700 at item 6, in ink. You sign under penalty of perjury."),
    lawyer=gettext_lazy("Your lawyer signs it at item 7."),
    why=gettext_lazy("DV-700, item 4"),
    when_to_serve=gettext_lazy("The last day is on DV-710, item 5."),
    free=gettext_lazy("There is no fee, and the sheriff or marshal hands the papers over for free."),
    until_then=gettext_lazy(
        "The order stays in force until it ends or until the hearing is over, whichever is later."
    ),
    entry=gettext_lazy("Ask the clerk who enters it in the police database, and when."),
    rules=("renewal", "renewal_papers"),
)
_CHO = Renewal(
    ask="CH-700",
    notice="CH-710",
    response="CH-720",
    order="CH-130",
    renewed="CH-730",
    proof="CH-200",
    signs=gettext_lazy("Sign and date CH-700, in ink. You sign under penalty of perjury."),
    lawyer=gettext_lazy("Ask your lawyer whether they sign it too."),
    why=gettext_lazy("CH-700, item 3"),
    when_to_serve=gettext_lazy("CH-710, item 4 says how many days before the hearing at the latest."),
    free=gettext_lazy("Ask the clerk whether there is a fee."),
    until_then=gettext_lazy(
        "Look at CH-710, item 3: where its box is checked, the order stays in force until the hearing is "
        "over."
    ),
    entry=gettext_lazy(
        "Ask the clerk that same day who takes it to the police: it can be your own task, by the close of "
        "business."
    ),
    rules=("civil_renewal", "civil_renewal_papers"),
)


def on_its_way(case: Case, by_when: str, too_late: str) -> tuple[PlanStep, ...]:
    papers = _CHO if case.asks_for_cho else _DVRO
    rules = sources(*papers.rules)
    service = sources(*papers.rules, "civil_who_may_serve" if case.asks_for_cho else "who_may_serve")
    steps = (
        ("renewal", _("Ask to renew the order"), _ask(case, papers), by_when, too_late, rules),
        (
            "renewal-service",
            _("Have the papers given to the other person"),
            _serve(case, papers),
            str(papers.when_to_serve),
            _(
                "Ask the clerk for a new date before the hearing, or ask the judge at the hearing. Ask too "
                "whether the order stays in force until then."
            ),
            service,
        ),
        ("renewal-ready", _("Get ready for the hearing"), _get_ready(case, papers), "", "", _rules(case)),
        (
            "renewal-hearing",
            _("Go to the hearing"),
            _hearing(papers),
            _("The date and time on %s, item 3.") % papers.notice,
            _(
                "Without you the judge may say no. When you cannot come, ask the clerk before for a new "
                "date. Once the order has ended, you can ask for a new one."
            ),
            rules,
        ),
    )
    return tuple(
        PlanStep(slug, title, tuple(told), deadline=when, missed=missed, sources=found)
        for slug, title, told, when, missed, found in steps
    )


def _rules(case: Case) -> tuple[str, ...]:
    names = ("what_to_say", "support_person", "accommodation")
    return sources(*(f"civil_{name}" if case.asks_for_cho else name for name in names))


def renewed_number(case: Case) -> str:
    """The form with which a judge renews the order."""
    return (_CHO if case.asks_for_cho else _DVRO).renewed


def current_order(case: Case, papers: Renewal) -> str:
    """An order that was renewed before is the form that renewed it last."""
    return papers.renewed if case.renewal.renewed_before == "yes" else papers.order


def _ask(case: Case, papers: Renewal) -> Iterator[str]:
    """DV-700 page 4, CH-700 page 2."""
    names = {"ask": papers.ask, "notice": papers.notice, "order": papers.order}
    signs = [str(papers.signs)]
    if case.petitioner.has_lawyer == "yes":
        signs.append(str(papers.lawyer))
    yield " ".join((_("%(ask)s and %(notice)s are filled in and lie in your papers.") % names, *signs))
    if case.asks_for_cho and case.renewal.renewed_before == "yes":
        yield _("The order was renewed before. To renew it once more, you have to show new harassment.")
    behind = _(
        "Put a copy of the order you have (%(now)s) behind %(ask)s, with the judge's signature or stamp."
    )
    yield behind % {**names, "now": current_order(case, papers)}
    if case.renewal.renewed_before == "yes":
        yield _("Copy every page behind it too: the orders that were renewed stand there.")
    copies = _("Make copies, and hand %(ask)s and %(notice)s in to the clerk before the order ends.") % names
    yield f"{copies} {papers.free}"
    back = _("%(notice)s comes back with the date of the hearing.") % names
    yield f"{back} {papers.until_then}"


def _serve(case: Case, papers: Renewal) -> Iterator[str]:
    """DV-710 item 5; CH-710 item 4."""
    yield _("Someone of %(age)s or older, not you and not anyone the order protects, hands them over.") % {
        "age": rule("who_may_serve").numbers["age"]
    }
    yield plan_service.papers_in_words(case)
    yield f"{plan_service.to_hand_over()} {plan_service.sheriffs_form(case)}"
    proof = plan_service.who_proves(case, papers.proof)
    yield f"{proof} {_('Hand it in to the clerk, and bring a copy to the hearing.')}"


def _get_ready(case: Case, papers: Renewal) -> Iterator[str]:
    yield (_("Write on one page why you still need the order. Read again what you told in %s.") % papers.why)
    yield _(
        "Bring your notes, the order, and your papers: %s. Bring what shows that the order was not followed, "
        "where it was not. What you say counts too."
    ) % ", ".join((papers.ask, papers.notice, papers.proof))
    yield support(case)
    yield from help_without_dates(case)


def _hearing(papers: Renewal) -> Iterator[str]:
    names = {"renewed": papers.renewed, "order": papers.order, "response": papers.response}
    yield (
        _(
            "Speak to the judge: say why you still need the order. The other person may have answered in "
            "writing (%(response)s). When you have not seen it, ask for time to read it."
        )
        % names
    )
    yield _("When the judge renews the order, you get %s. Read its end date first.") % papers.renewed
    yield str(papers.entry)
    yield (
        _(
            "%(renewed)s says whether and how the other person must be given it. Look which box is checked, "
            "or ask the clerk."
        )
        % names
    )
    yield (
        _(
            "Ask for copies. Keep %(renewed)s and %(order)s together, and give both to who had the "
            "order before."
        )
        % names
    )
