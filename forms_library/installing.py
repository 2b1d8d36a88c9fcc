"""Installing official forms: find, check, prepare, store. Nothing installed is ever harmed by a failure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from forms_library.catalogue import Form, in_words
from forms_library.installed import InstalledForm, installed, preparing_code, report_file, store
from forms_library.prepare import Prepared, prepare
from forms_library.printed_items import printed_items
from forms_library.recognition import Match, Recognised, Unrecognised, printed_runs, recognise
from forms_library.revisions import differences, report
from forms_library.sources import Fetcher, Progress, SourceError


class State(Enum):
    READY = "already installed"
    INSTALLED = "installed"
    KEPT = "kept as it was"
    MISSING = "missing"


@dataclass(frozen=True)
class Outcome:
    """What came of one form; `problems` are for a maintainer to read."""

    form: Form
    state: State
    problems: tuple[str, ...] = ()

    @property
    def failed(self) -> bool:
        return self.state in (State.KEPT, State.MISSING)


class Refused(Exception):
    """A PDF that must not be installed; the message says why."""


def is_ready(form: Form, forms_dir: Path) -> bool:
    """Whether the current revision is installed, prepared by today's code."""
    found = installed(form.number, forms_dir)
    return found is not None and found.is_current and found.prepared_by == preparing_code()


def install(
    form: Form, places: Iterable[str], fetcher: Fetcher, forms_dir: Path, progress: Progress
) -> Outcome:
    """Install a form from the first place that has it, if it is what it should be."""
    problems: list[str] = []
    for place in places:
        try:
            return Outcome(form, _take_in(form, fetcher.fetch(place, progress), forms_dir))
        except (SourceError, Refused, OSError) as problem:
            problems.append(f"{place}: {problem}")
    kept = installed(form.number, forms_dir) is not None
    return Outcome(form, State.KEPT if kept else State.MISSING, tuple(problems))


def prepare_again(form: Form, forms_dir: Path) -> Outcome | None:
    """Prepare an installed form anew when the code that prepares has changed; None: it cannot be."""
    found = installed(form.number, forms_dir)
    if found is None or not found.is_current:
        return None
    try:
        official = found.official_pdf()
        if hashlib.sha256(official).hexdigest() != found.official_sha256:
            return None
        store(form.number, form.revision, official, _prepared(official), forms_dir)
    except (OSError, ValueError, Refused):
        return None
    return Outcome(form, State.INSTALLED)


def _take_in(form: Form, pdf: bytes, forms_dir: Path) -> State:
    """Raises Refused."""
    before = installed(form.number, forms_dir)
    if is_ready(form, forms_dir) and before and before.official_sha256 == hashlib.sha256(pdf).hexdigest():
        return State.READY
    _check(form, pdf, before, forms_dir)
    prepared = _prepared(pdf)
    if (prepared.index.pages, len(prepared.index.blanks)) != (form.pages, form.blanks):
        raise Refused(
            f"it has {prepared.index.pages} pages and {len(prepared.index.blanks)} blanks, "
            f"not {form.pages} and {form.blanks}"
        )
    try:
        store(form.number, form.revision, pdf, prepared, forms_dir)
    except (OSError, ValueError) as problem:
        raise Refused(f"it could not be stored ({problem})") from problem
    return State.INSTALLED


def _check(form: Form, pdf: bytes, before: InstalledForm | None, forms_dir: Path) -> None:
    """Raises Refused unless the PDF is this form in its current revision."""
    try:
        found = recognise(pdf)
    except Unrecognised as problem:
        raise Refused(str(problem)) from problem
    if found.number != form.number:
        raise Refused(f"this is {found.number}, not {form.number}")
    if found.revision < form.revision:
        why = f"this is the superseded revision of {in_words(found.revision)}; "
        why += f"the current one, of {in_words(form.revision)}, is at {form.address}"
        changes = f"; {_since(found, pdf, before, forms_dir)}" if before and before.is_current else ""
        raise Refused(why + changes)
    if found.revision > form.revision:
        why = f"this is the revision of {in_words(found.revision)}, which there is no map for yet"
        raise Refused(f"{why}; {_compared(found, pdf, before, forms_dir)}")
    if found.match is Match.NONE:
        why = f"it says revision of {in_words(found.revision)}, but its printed words or blanks are others"
        raise Refused(f"{why}; {_compared(found, pdf, before, forms_dir)}")


def _compared(found: Recognised, pdf: bytes, before: InstalledForm | None, forms_dir: Path) -> str:
    """What changed, in one line, and where the whole report is."""
    if before is None:
        return "install the mapped revision first to have the two compared"
    path = report_file(found.number, before.revision, found.revision, forms_dir)
    against = f"against the installed revision of {in_words(before.revision)}: "
    return against + _reported(before.official_pdf(), pdf, path)


def _since(found: Recognised, pdf: bytes, current: InstalledForm, forms_dir: Path) -> str:
    """What has changed since a superseded revision, in one line, and where the whole report is."""
    path = report_file(found.number, found.revision, current.revision, forms_dir)
    return "what has changed since: " + _reported(pdf, current.official_pdf(), path)


def _reported(old: bytes, new: bytes, path: Path) -> str:
    """Two revisions compared: the whole report goes to a file."""
    try:
        indexes = (_prepared(old).index, _prepared(new).index)
    except Refused as problem:
        return str(problem)
    changes = differences(*indexes, printed_items(old), printed_items(new))
    path.write_text(report(changes, printed_runs(old), printed_runs(new)), encoding="utf-8")
    return f"{changes.summary()}. Full report: {path}"


def _prepared(pdf: bytes) -> Prepared:
    try:
        return prepare(pdf)
    except Exception as problem:  # a broken or hostile PDF makes pypdf raise nearly anything
        raise Refused(f"it could not be prepared ({type(problem).__name__})") from problem
