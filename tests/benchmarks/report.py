"""What a benchmark says: rows of figures, each with what it is compared with; printed, and kept in docs."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from time import process_time

_PACKAGES = ("Django", "pypdf", "pikepdf", "weasyprint", "gunicorn", "cryptography", "psycopg", "playwright")


@dataclass(frozen=True)
class Row:
    """One figure. `met` is None where the figure is only told."""

    what: str
    figure: str  # with its unit: "86 ms of CPU"
    aim: str = ""  # "under 150 ms"
    met: bool | None = None


@dataclass(frozen=True)
class Section:
    """The figures of one run of one benchmark, so that each may be compared with the others in it."""

    title: str
    about: str  # what was done, with what; one paragraph
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


def under(what: str, figure: float, aim: float, unit: str, digits: int = 0) -> Row:
    """A row whose aim is a figure that is not to be passed."""
    return Row(what, f"{figure:,.{digits}f} {unit}", f"at most {aim:,.{digits}f} {unit}", figure <= aim)


def ratio(what: str, figure: float, to: float, at_most: float, words: str) -> Row:
    """A row that compares two figures of one run. `words` says what the second is."""
    times = figure / to
    return Row(what, f"{times:.2f} times {words}", f"at most {at_most:g} times", times <= at_most)


def median_cpu(work: Callable[[], object], rounds: int) -> float:
    """Milliseconds of this process's CPU for one run: the median of several, after one to warm up."""
    work()
    spent = []
    for _round in range(rounds):
        start = process_time()
        work()
        spent.append((process_time() - start) * 1000)
    return sorted(spent)[rounds // 2]


def as_markdown(sections: Iterable[Section]) -> str:
    """The whole report: the machine, and a table for each section."""
    return "\n".join([machine_and_versions(), "", *map(section_as_markdown, sections)]).rstrip() + "\n"


def machine_and_versions() -> str:
    return f"{_machine()}. {_versions()}."


def section_as_markdown(section: Section) -> str:
    lines = [f"### {section.title}", "", f"{date.today():%B %-d, %Y}. {section.about}", ""]
    lines += ["| | figure | aim | |", "|---|---|---|---|"]
    lines += [f"| {row.what} | {row.figure} | {row.aim} | {_met(row)} |" for row in section.rows]
    lines += ["", *(f"- {note}" for note in section.notes), *([""] if section.notes else [])]
    return "\n".join(lines)


def _met(row: Row) -> str:
    return "" if row.met is None else "met" if row.met else "**not met**"


def _machine() -> str:
    with Path("/proc/cpuinfo").open() as told:
        names = (line.partition(":")[2].strip() for line in told if line.startswith("model name"))
        processor = next(names, platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores of {processor}, {memory:.0f} GB, {platform.system()} {platform.release()}"


def _versions() -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return f"Python {platform.python_version()}, {packages}"
