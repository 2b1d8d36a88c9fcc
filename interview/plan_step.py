"""A step of the plan, and what the roads of both orders say alike: other forms, copies, the county's own."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interview.case import Case
from interview.needed_forms import forms_not_filled
from interview.rules import County, rule


class Lead(str):
    """A paragraph that heads those after it, which are one list to the end of the step."""

    is_lead = True


@dataclass(frozen=True)
class PlanStep:
    slug: str
    title: str
    paragraphs: tuple[str, ...]
    deadline: str = ""
    missed: str = ""  # what happens when the deadline is missed, and the way back
    sources: tuple[str, ...] = ()

    @property
    def told(self) -> tuple[str, ...]:
        """The paragraphs up to and with the one that heads a list."""
        return self.paragraphs[: self._list_from]

    @property
    def listed(self) -> tuple[str, ...]:
        return self.paragraphs[self._list_from :]

    @property
    def _list_from(self) -> int:
        leads = (n for n, paragraph in enumerate(self.paragraphs, 1) if isinstance(paragraph, Lead))
        return next(leads, len(self.paragraphs))


def sources(*names: str) -> tuple[str, ...]:
    """The sources of these rules of rules.toml. Raises KeyError for a rule it does not have."""
    return tuple(dict.fromkeys(rule(name).source for name in names))


def more_papers(case: Case) -> tuple[PlanStep, ...]:
    """The forms that are not in the packet, when the answers call for any."""
    needed = forms_not_filled(case)
    if not needed:
        return ()
    deadlines = [form for form in needed if form.deadline]
    return (
        PlanStep(
            "more-papers",
            _("Get the other forms your answers call for"),
            (
                Lead(_("These forms are not in your papers:")),
                *(f"{form.number}, {form.title}. {form.why}" for form in needed),
            ),
            deadline=" ".join(str(form.deadline) for form in deadlines),
            missed=" ".join(str(form.missed) for form in deadlines),
            sources=sources(*(form.rule for form in needed)),
        ),
    )


def copies_of(case: Case, left_out: str) -> tuple[str, ...]:
    """How many copies to make, of everything but the papers named in `left_out`."""
    copies = case.copies_wanted
    made = ngettext(
        "Make %(count)s copy of everything but %(left_out)s, beside the original.",
        "Make %(count)s copies of everything but %(left_out)s, beside the original.",
        copies,
    )
    return (
        made % {"count": copies, "left_out": left_out}
        if copies
        else _("Bring the original. This court makes the copies."),
        _("Courts differ: ask the clerk how many copies they want."),
    )


def told_of(local: County | None) -> tuple[str, ...]:
    """What this county's court has asked for, told with its date."""
    if local is None:
        return ()
    told = []
    if local.forms:
        told.append(_("This county's court has asked for these papers too: %s.") % ", ".join(local.forms))
    if local.file_by:
        told.append(
            _("Papers handed in by %(file_by)s have been ready by %(ready_at)s that day.")
            % {"file_by": local.file_by, "ready_at": local.ready_at}
        )
    if local.heard:
        told.append(_("A judge has looked at requests for orders now %s.") % _(local.heard))
    told.append(_("This is what we found (%s). Ask the clerk what holds today.") % _(local.as_of))
    return tuple(told)
