"""The whole road in seven stops, from the telling to the order: a drawing for who would rather look.

True of both orders, so it names no form; it says what comes, never what a judge will do. The plan's steps
are many and change with the case: each belongs to one of these stops, or to none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext_lazy as _

from interview.case import Case
from interview.plan_ticks import Stop
from interview.questions import Text
from interview.rules import rule, with_numbers

State = Literal["", "passed", "here"]


@dataclass(frozen=True)
class Landmark:
    """One stop. `drawing` is the path of its sign in an SVG, stroked, in a square of 24."""

    slug: str
    title: Text
    about: Text
    drawing: str
    steps: tuple[str, ...] = ()  # of the plan


@dataclass(frozen=True)
class Passing:
    """A stop as someone on the road meets it."""

    landmark: Landmark
    state: State = ""


WHOLE_ROAD = (
    Landmark(
        "tell",
        _("You tell what happened"),
        _("You answer plain questions here. We put your answers on the court's forms."),
        # Someone's words, in a balloon
        "M3 4h18v12H11l-5 4v-4H3z M7 8.5h10 M7 12h6",
    ),
    Landmark(
        "sign",
        _("You print and sign"),
        _("Read every page first. You can change your answers and print again."),
        # A sheet and a pen
        "M17 10V7l-4-4H4v18h8 M13 3v4h4 M7.5 11h5 M7.5 15h3.5 M13.5 21l.8-3.3 5.2-5.2 2.5 2.5-5.2 5.2z",
        ("sign", "money-form", "more-papers", "copies"),
    ),
    Landmark(
        "hand-in",
        _("You hand the papers in"),
        _("Take them to the clerk of the court. Ask the clerk about the ways to send them."),
        # A courthouse
        "M3 9l9-6 9 6z M5.5 12v5 M10 12v5 M14 12v5 M18.5 12v5 M3 20.5h18",
        ("file",),
    ),
    Landmark(
        "judge",
        _("A judge reads them"),
        _(
            "This is often the same day or the next day the court is open. It can take longer. You get "
            "papers back with the date of a hearing."
        ),
        # A pair of scales
        "M12 3v17.5 M7 20.5h10 M4.5 6.5h15 M5.5 6.5L2.5 14a3 2.5 0 0 0 6 0z "
        "M18.5 6.5L15.5 14a3 2.5 0 0 0 6 0z",
        ("decision",),
    ),
    Landmark(
        "hand-over",
        _("Someone gives the other person the papers"),
        _(
            "You do not do this yourself. Before the hearing the sheriff does it, or an adult whom the order "
            "would not protect."
        ),
        # Someone hands something to someone
        "M5.5 3.5a2.5 2.5 0 1 0 .01 0z M18.5 3.5a2.5 2.5 0 1 0 .01 0z M2 20.5v-7q0-2.5 3.5-2.5h3.5 "
        "M22 20.5v-7q0-2.5-3.5-2.5H15 M9 8.5h6v6.5H9z",
        ("serve", "proof-of-service"),
    ),
    Landmark(
        "hearing",
        _("You go to the hearing"),
        with_numbers(
            _(
                "The court sets it within {days} days, or {good_cause} when the judge has a good reason. The "
                "date can be moved. You and the other person can both speak."
            ),
            rule("hearing_date"),
        ),
        # Someone behind the bench, and two before it
        "M12 2.5a2 2 0 1 0 .01 0z M8.5 11V9.5q0-1.5 3.5-1.5t3.5 1.5V11 M3.5 11h17 M5 11v4h14v-4 "
        "M7 17.5a1 1 0 1 0 .01 0z M17 17.5a1 1 0 1 0 .01 0z M4.5 22q2.5-2.5 5 0 M14.5 22q2.5-2.5 5 0",
        ("ready", "hearing", "the-day"),
    ),
    Landmark(
        "order",
        _("The judge decides about an order"),
        with_numbers(
            _("An order made at the hearing can last up to {most} years."),
            rule("order_lasts"),
        ),
        # A sheet with a seal
        "M18 11V6l-3-3H4v18h8 M7.5 8h6 M7.5 12h4 M17 13a3.5 3.5 0 1 0 .01 0z M15 19.5V23l2-1.5 2 1.5v-3.5",
        (
            "outcome", "after", "order-entry", "order-service", "order-copies", "order-not-followed",
            "order-changes", "without-order", "ask-again", "renewal",
        ),
    ),
)  # fmt: skip

_TOLD, _FILED, _HEARD = 1, 3, 6  # the first stop that can still lie ahead
_STOP_OF = {step: number for number, landmark in enumerate(WHOLE_ROAD) for step in landmark.steps}


def ahead() -> tuple[Passing, ...]:
    """The road before anyone has set out."""
    return tuple(map(Passing, WHOLE_ROAD))


def road_of(case: Case, stops: Iterable[Stop]) -> tuple[Passing, ...]:
    """The road with the stop where the person stands, by what the court has done and the plan's ticks.

    Empty where the case is on another road: the hearing is canceled, or the order is asked for once more.
    """
    if case.cancels_hearing or case.has_later_order:
        return ()
    here = max(_first_open(stops), _reached(case))
    return tuple(Passing(landmark, _state(number, here)) for number, landmark in enumerate(WHOLE_ROAD))


def _state(number: int, here: int) -> State:
    if number < here:
        return "passed"
    return "here" if number == here else ""


def _reached(case: Case) -> int:
    if case.hearing_is_over:
        return _HEARD
    return _FILED if case.request_is_filed else _TOLD


def _first_open(stops: Iterable[Stop]) -> int:
    """The stop of the first step not done; the end of the road when all are."""
    return next(
        (_STOP_OF[stop.step.slug] for stop in stops if not stop.done and stop.step.slug in _STOP_OF),
        len(WHOLE_ROAD) - 1,
    )
