"""Many people at once tell gunicorn a whole story, on SQLite and on PostgreSQL; and what a county needs.

`python -m tests.benchmarks.bench_load`; LOAD="10x1" for a short try (load_run.py).
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import django

from tests.benchmarks.load_run import WORKERS, Run
from tests.benchmarks.prepared import forms_prepared
from tests.benchmarks.report import Row, Section, as_markdown

_ROOT = Path(__file__).parent.parent.parent
_WITH_POSTGRES = str(_ROOT / "scripts" / "with_postgres.sh")
CORES = os.cpu_count() or 1

# Assumptions, not measurements. People: the census of 2020.
REQUESTS_A_YEAR = 80_000  # for a restraining order, statewide
VISITS_A_REQUEST = 3  # begun anew, looked at again; each reckoned as a whole story with its packet
WORKING_DAYS = 250  # a year
BUSIEST_DAY = 2  # times the mean one
PEAK_HOUR = 0.2  # of a day's visits
COUNTIES = (
    ("the whole state", 1.0),
    ("Los Angeles County, a quarter of the state's people", 0.25),
    ("the median county, about 190,000 people", 0.005),
)
THINKING = 30  # seconds a page, in the estimate for people who read


def measure() -> tuple[Section, ...]:
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        forms = forms_prepared(folder / "forms")
        lite = _half(folder / "sqlite.pickle", forms, ())
        post = _half(folder / "postgres.pickle", forms, (_WITH_POSTGRES,)) if _has_postgres() else []
    loads = (_load("Load on SQLite", lite), _load("Load on PostgreSQL", post, lite))
    return (*loads, _counties(lite + post))


def _half(out: Path, forms: Path, before: tuple[str, ...]) -> list[Run]:
    """In a process of its own: which database a test's site gets is set when it starts."""
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    command = [*before, sys.executable, "-m", "tests.benchmarks.load_run", str(out), str(forms)]
    subprocess.run(command, cwd=_ROOT, env=environment, stdout=sys.stderr, check=True)
    done: list[Run] = pickle.loads(out.read_bytes())
    return done


def _has_postgres() -> bool:
    return subprocess.run([_WITH_POSTGRES, "--where"], capture_output=True).returncode == 0


def _load(title: str, runs: list[Run], other: list[Run] | None = None) -> Section:
    if not runs:
        missing = Row("PostgreSQL", "not installed here: `scripts/with_postgres.sh --where` says how")
        return Section(title, "Not measured.", (missing,))
    story = runs[0].story
    about = (
        f"{runs[0].database}; gunicorn with {WORKERS} workers of 4 threads; people in client processes on "
        f"the same {CORES} cores, each over a kept connection of plain http. All begin at the same moment "
        "and, where nothing else is said, go on without a moment's thought, page after page: the harshest "
        "there is, as everybody waits for all others, and wants the packet when they do. A story is "
        f"{story.pages} requests for pages (start, safety, "
        "every question's GET and POST, review, packet page, PDF, erased) and "
        f"{story.files} for files. Every page and every packet is searched for its own teller's words and "
        "for everybody else's."
    )
    rows = [row for each in runs for row in _rows(each)]
    busiest = runs[-1]
    if other:
        times = busiest.stories_an_hour / other[-1].stories_an_hour
        rows.append(Row(f"{busiest.people} at once: stories an hour", f"{times:.2f} times SQLite's"))
    return Section(title, about, tuple(rows), _notes(runs))


def _rows(run: Run) -> list[Row]:
    who = "one person alone" if run.people == 1 else f"{run.people} at once"
    if run.thinking:  # as many requests a second come from more people who think longer
        like = run.people * THINKING / run.thinking
        who += f", thinking {run.thinking:g} s a page (as {like:,.0f} who think {THINKING} s)"
    saw, told = run.saw, [_times(run, who, "page"), _times(run, who, "packet")]
    if run.people > 1:
        rate = len(saw.times) / run.seconds
        speed = f"{run.stories_an_hour:,.0f} an hour; {rate:,.0f} requests a second"
        told.insert(0, Row(f"{who}: {saw.stories} stories in {run.seconds:.0f} s", speed))
        told.append(Row(f"{who}: CPU of the machine's {CORES} cores", _shares(run)))
    lost = len(saw.errors)
    judged = (
        f"{lost} errors, {saw.crossed} crossed in {len(saw.times):,} answers and {saw.packets} right packets"
    )
    met = (lost, saw.crossed) == (0, 0) and saw.packets == saw.stories
    told.append(Row(f"{who}: errors, crossed answers", judged, "none", met))
    return told


def _times(run: Run, who: str, kind: str) -> Row:
    times = run.times(kind)
    late = times[min(len(times) - 1, len(times) * 95 // 100)]
    figure = (
        f"median {_seconds(median(times))}, 95 of 100 within {_seconds(late)}, longest {_seconds(times[-1])}"
    )
    return Row(f"{who}: a {kind}", figure)


def _seconds(time: float) -> str:
    return f"{time * 1000:,.0f} ms" if time < 1 else f"{time:.1f} s"


def _shares(run: Run) -> str:
    whole = run.seconds * CORES
    parts = {"server": run.server_cpu, "database": run.database_cpu, "clients": run.saw.cpu}
    return ", ".join(f"{name} {part / whole:.0%}" for name, part in parts.items() if part)


def _notes(runs: list[Run]) -> tuple[str, ...]:
    busy = [run for run in runs if run.people > 1 and not run.thinking] or runs
    cost = sum(run.server_cpu + run.database_cpu for run in busy) / sum(run.saw.stories for run in busy)
    again = sum(run.saw.again for run in runs)
    notes = [f"A story costs {cost:.2f} s of CPU, server and database."]
    if again:
        notes.append(
            f"{again} requests had to be sent anew: their kept connection was closed at that moment."
        )
    for run in runs:
        notes += [f"{run.people} at once: {error}" for error in run.saw.errors[:3]]
    return tuple(notes)


def _counties(runs: list[Run]) -> Section:
    busy = [run for run in runs if run.people == max(each.people for each in runs)]
    slowest = min(busy, key=lambda run: run.stories_an_hour)
    capacity, pages = slowest.stories_an_hour, slowest.story.read
    year = REQUESTS_A_YEAR * VISITS_A_REQUEST
    about = (
        f"Arithmetic from the slower of the figures for {slowest.people} at once ({slowest.database}: "
        f"{capacity:,.0f} stories an hour on {CORES} cores, which the clients shared). Assumed: "
        f"{REQUESTS_A_YEAR:,} requests a year statewide; {VISITS_A_REQUEST} visits to a request, each a "
        f"whole story of {pages} pages with its packet; {WORKING_DAYS} days a year, the busiest of them "
        f"{BUSIEST_DAY} times the mean; {PEAK_HOUR:.0%} of a day's visits in its peak hour."
    )
    rows = []
    for name, share in COUNTIES:
        peak = year / WORKING_DAYS * BUSIEST_DAY * PEAK_HOUR * share
        used = f"{peak:,.0f} stories in the peak hour: {peak / capacity:.1%} of what this machine did"
        rows.append(Row(name, used))
    length = pages * THINKING
    at_once = capacity / 3600 * length
    rows.append(
        Row(
            f"people at once who think {THINKING} s a page ({length / 60:.0f} minutes a story)",
            f"{at_once:,.0f} fill the machine; {at_once / 2:,.0f} leave half of it free",
        )
    )
    return Section("What a county needs", about, tuple(rows))


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interview.settings")
    django.setup()
    print(as_markdown(measure()))


if __name__ == "__main__":
    main()
