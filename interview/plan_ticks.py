"""The plan with the person's own ticks: which steps are done, and where on the road they are.

A tick belongs to the papers it was made for: both orders have a step "sign", and who has signed the papers
of one has not signed those of the other. So a tick is kept with its order, and is there again for who moves
back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from interview.case import Case
from interview.plan_step import PlanStep


@dataclass(frozen=True)
class Stop:
    """A step on the road, as the page and the sheet show it."""

    step: PlanStep
    done: bool
    is_here: bool  # the first that is not done


def road(case: Case, steps: Iterable[PlanStep]) -> tuple[Stop, ...]:
    """The steps in their order, with what the person ticked."""
    stops: list[Stop] = []
    passed = True  # every step so far is done
    for step in steps:
        done = _kept_as(case, step.slug) in case.plan_done
        stops.append(Stop(step, done, is_here=passed and not done))
        passed = passed and done
    return tuple(stops)


def done_with(case: Case, steps: Iterable[PlanStep], ticked: Collection[str]) -> tuple[str, ...]:
    """What to keep as `plan_done` once the page of these steps came back with the slugs in `ticked`.

    A slug that is no step of the page says nothing; what was ticked on the road of another day or of the
    other order stays.
    """
    shown = {_kept_as(case, step.slug): step.slug in ticked for step in steps}
    elsewhere = (kept for kept in case.plan_done if kept not in shown)
    return (*elsewhere, *(kept for kept, done in shown.items() if done))


def _kept_as(case: Case, slug: str) -> str:
    return f"{'cho' if case.asks_for_cho else 'dvro'}.{slug}"
