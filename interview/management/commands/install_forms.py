"""manage.py install_forms: bring the official forms in, prepared for filling."""

from __future__ import annotations

import fcntl
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from forms_library import installing
from forms_library.catalogue import Form, all_forms, in_words
from forms_library.installed import recover, warning
from forms_library.installing import Outcome, State
from forms_library.sources import Fetcher, Limits, places

_BAR = 24  # characters


class Command(BaseCommand):
    help = (
        "Install the official court forms from FORMS_SOURCE (a folder or a mirror's address; unset: a forms "
        "library next to the checkout, then the court's own addresses). Safe to repeat: a form already "
        "installed is looked at again only with its number, --from or --again, and is never harmed."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("numbers", nargs="*", metavar="NUMBER", help="such as DV-100; default: all")
        parser.add_argument("--from", dest="source", default="", help="folder or address, for FORMS_SOURCE")
        parser.add_argument("--again", action="store_true", help="look also at forms already installed")
        parser.add_argument("--timeout", type=float, default=Limits.wait, help="seconds to wait for a server")

    def handle(self, *args: Any, **options: Any) -> None:
        forms = _chosen(options["numbers"])
        self.source: str = options["source"] or settings.FORMS_SOURCE
        self.look_again = bool(options["again"] or options["source"] or options["numbers"])
        self.forms_dir = Path(settings.FORMS_DIR)
        wait: float = options["timeout"]
        self.fetcher = Fetcher(Limits(wait=wait, whole=10 * wait))
        with _alone(self.forms_dir):
            outcomes = [self._bring(form, number, len(forms)) for number, form in enumerate(forms, start=1)]
        self._sum_up(outcomes)

    def _bring(self, form: Form, number: int, of: int) -> Outcome:
        bar = _Bar(self, f"{number}/{of} {form.number}")
        bar(0, 0)
        outcome = self._outcome(form, bar)
        bar.clear()
        line = f"{form.number}, revision of {in_words(form.revision)}: {outcome.state.value}"
        self.stdout.write(self.style.WARNING(line) if outcome.failed else line)
        for problem in outcome.problems:
            self.stdout.write(f"  {problem}")
        if superseded := warning(form.number, self.forms_dir):
            self.stdout.write(self.style.WARNING(f"  {superseded}"))
        return outcome

    def _outcome(self, form: Form, bar: _Bar) -> Outcome:
        recover(form.number, form.revision, self.forms_dir)
        if not self.look_again:
            if installing.is_ready(form, self.forms_dir):
                return Outcome(form, State.READY)
            if again := installing.prepare_again(form, self.forms_dir):
                return again
        shared = settings.BASE_DIR.parent / "shared" / "forms"
        return installing.install(
            form, places(form, self.source, shared), self.fetcher, self.forms_dir, progress=bar
        )

    def _sum_up(self, outcomes: list[Outcome]) -> None:
        missing = [outcome.form.number for outcome in outcomes if outcome.state is State.MISSING]
        kept = [outcome.form.number for outcome in outcomes if outcome.state is State.KEPT]
        usable = len(outcomes) - len(missing)
        self.stdout.write(f"{usable} of {len(outcomes)} forms can be filled ({self.forms_dir}).")
        said = []
        if missing:
            said.append(
                f"Missing: {', '.join(missing)}. The site gives an answer sheet for each; put the PDFs "
                "in a folder and run install_forms --from FOLDER, or set FORMS_SOURCE."
            )
        if kept:
            said.append(f"Not renewed: {', '.join(kept)}. What was installed is untouched and still used.")
        if said:
            raise CommandError(" ".join(said))


class _Bar:
    """A line that shows how far a form is, on a terminal; nothing elsewhere."""

    def __init__(self, command: Command, title: str) -> None:
        self._out = command.stdout
        self._title = title
        self._shown = self._out.isatty()

    def __call__(self, done: int, whole: int) -> None:
        if self._shown:
            full = _BAR * min(done, whole) // whole if whole else 0
            size = f"{done / 1e6:.1f} MB" if done else ""
            self._draw(f"{self._title:<16} [{'#' * full}{'.' * (_BAR - full)}] {size}")

    def clear(self) -> None:
        if self._shown:
            self._draw("")

    def _draw(self, line: str) -> None:
        self._out.write(f"\r\x1b[K{line}", ending="")
        self._out.flush()


def _chosen(numbers: list[str]) -> list[Form]:
    wanted = {number.upper() for number in numbers}
    forms = [form for form in all_forms() if not wanted or form.number in wanted]
    if unknown := wanted - {form.number for form in forms}:
        raise CommandError(f"Not in the catalogue: {', '.join(sorted(unknown))}")
    return forms


@contextmanager
def _alone(forms_dir: Path) -> Iterator[None]:
    """Two install_forms at a time take turns."""
    try:
        forms_dir.mkdir(parents=True, exist_ok=True)
        lock = (forms_dir / ".lock").open("w")
    except OSError as problem:
        raise CommandError(
            f"{forms_dir} cannot be written to ({problem.strerror}); set FORMS_DIR."
        ) from problem
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
