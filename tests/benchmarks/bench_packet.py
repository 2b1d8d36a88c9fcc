"""The packet: what it costs to make, beside pikepdf and pypdf, how large it is, and a worker that makes many.

Run alone with `python -m tests.benchmarks.bench_packet`. PACKETS shortens the worker's run (1,000), and
FORMS_DIR saves the minute of preparing, if every form is installed there as the code of today prepares it.
"""

from __future__ import annotations

import io
import json
import logging
import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import pikepdf
from pypdf import PdfReader, PdfWriter

from forms_library.catalogue import all_forms, current
from forms_library.fill import Fonts, add_ink
from forms_library.filled import ATTACHMENT_FORM, fill_forms
from forms_library.installed import InstalledForm, installed, preparing_code, store
from forms_library.layout import Layout, lay_out
from forms_library.maps import FormMap, read_map
from forms_library.packet import Packet, bound, cover_of, forms_for, make_packet
from forms_library.prepare import prepare
from forms_library.ready_pages import ready_pages
from interview.case import Case
from interview.case_json import to_json
from tests.benchmarks.report import Row, Section, as_markdown, median_cpu, ratio, under
from tests.official import official_pdf
from tests.stories_on_disk import STORIES, story

_ROUNDS = 15
_ROOT = Path(__file__).parent.parent.parent
_MB = 1e6

# A worker as gunicorn starts it, up to its first packet. The answers come in as a session holds them.
_FIRST_PACKET = """
import json, sys, time
from interview.wsgi import application
from pathlib import Path
from django.conf import settings
from forms_library.packet import make_packet
from interview.case_json import from_json
from interview.relevance import prune
told = json.load(sys.stdin)[0]
make_packet(prune(from_json(told)), Path(settings.FORMS_DIR))
print(json.dumps(time.process_time()), flush=True)
"""
# The same worker, which goes on; four threads, as in gunicorn.conf.py.
_MANY_PACKETS = """
import json, sys, time
from concurrent.futures import ThreadPoolExecutor
from interview.wsgi import application
from pathlib import Path
from django.conf import settings
from forms_library.packet import make_packet
from interview.case_json import from_json
from interview.relevance import prune
stories, stops = json.load(sys.stdin)

def one(number):
    make_packet(prune(from_json(stories[number % len(stories)])), Path(settings.FORMS_DIR))

def memory():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) * 1024

made, found = 0, []
with ThreadPoolExecutor(4) as threads:
    for stop in stops:
        list(threads.map(one, range(made, stop)))
        made = stop
        found.append(memory())
print(json.dumps([found, time.process_time()]))
"""


def measure() -> tuple[Section, ...]:
    """Packet, one form beside other libraries, and a worker; all with every official form installed."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # it prints what people wrote
    with _site() as environment:
        folder = Path(environment["FORMS_DIR"])
        return _packet(folder), _one_form(folder), _worker(environment)


def largest() -> Case:
    """The most papers a parent can need, and answers too long for them: out of three stories, pruned."""
    from interview.relevance import prune

    long, abroad = story("mother_of_three"), story("passport")
    histories = story("three_histories")
    case = replace(
        histories,
        custody=replace(histories.custody, fears_abduction="yes"),
        abduction=abroad.abduction,
        screening=long.screening,
        incidents=long.incidents,
        protected_people=long.protected_people,
        protection_reason=long.protection_reason,
        has_firearms=long.has_firearms,
        firearms=long.firearms,
        requests=long.requests,
    )
    return prune(case)


def _packet(folder: Path) -> Section:
    from interview.relevance import prune

    case, everything = largest(), prune(story("everything"))
    made = make_packet(case, folder)
    forms = forms_for(case)
    filled = fill_forms(forms, case, folder)
    cover = cover_of(filled, case, ())
    blank = _official_bytes(made)
    rows = (
        under(
            "the packet, on one core",
            median_cpu(lambda: make_packet(case, folder), _ROUNDS),
            150,
            "ms of CPU",
        ),
        _told(
            "of that, fitting answers to blanks",
            median_cpu(lambda: fill_forms(forms, case, folder), _ROUNDS),
        ),
        _told(
            "of that, pages, ink, writing the file", median_cpu(lambda: bound(cover, filled, folder), _ROUNDS)
        ),
        under("size of the packet", len(made.pdf) / _MB, 2, "MB", 2),
        Row("blank official files of its forms, each once", f"{blank / _MB:.2f} MB"),
        _told(
            "the story of everything (every paper, before and after the hearing)",
            median_cpu(lambda: make_packet(everything, folder), _ROUNDS),
        ),
        Row("size of that one", f"{len(make_packet(everything, folder).pdf) / _MB:.2f} MB"),
    )
    return Section("The largest packet", _what_is_in(made), rows)


def _told(what: str, spent: float) -> Row:
    return Row(what, f"{spent:,.0f} ms of CPU")


def _what_is_in(made: Packet) -> str:
    papers = ", ".join(
        part.number + (f" (with {part.attached} attached)" if part.attached else "") for part in made.parts
    )
    return (
        f"{sum(part.pages for part in made.parts)} pages and a cover: {papers}. Official pages prepared and "
        "in the process's memory, as in a worker that has made a packet; medians."
    )


def _official_bytes(made: Packet) -> int:
    """Of the forms in a packet, each once, and the form that attached pages are on."""
    numbers = {part.number for part in made.parts} | {ATTACHMENT_FORM}
    return sum(len(official_pdf(current(number).file)) for number in numbers)


def _one_form(folder: Path) -> Section:
    """DV-100 filled by us and by others: the same values, and bytes of a filled PDF, on each side."""
    from interview.relevance import prune

    case, form = prune(story("everything")), installed("DV-100", folder)
    assert form is not None
    official, form_map = official_pdf(current("DV-100").file), read_map(form.number, form.revision)
    values = _values(lay_out(form_map, form.index, case))
    ready, reader = ready_pages(form.print_pdf), _opened(official)

    def spent(work: Callable[[], object], rounds: int = _ROUNDS) -> float:
        return median_cpu(work, rounds)

    with pikepdf.open(io.BytesIO(official)) as document:
        kept = {
            "ours": spent(lambda: _ours(form_map, form, case, ready)),
            "pikepdf": spent(lambda: _with_pikepdf(document, values)),
            "pypdf": spent(lambda: _with_pypdf(reader, values), 3),
        }
    opening = {
        "ours": spent(lambda: _ours(form_map, form, case, ready_pages(form.print_pdf))),
        "pikepdf": spent(lambda: _opened_by_pikepdf(official, values)),
        "pypdf": spent(lambda: _with_pypdf(_opened(official), values), 3),
        "pikepdf, our prepared file": spent(lambda: _opened_by_pikepdf(form.live_pdf, values)),
    }
    return Section(
        "DV-100 alone",
        f"{len(values)} values of the story of everything into a filled PDF, as bytes. Ours counts finding "
        "the values and fitting them to the lines; the others are handed them. Preparing a form is never "
        "counted: it is done once, at installation.",
        (*_beside("form kept open", kept), *_beside("opening the file counted", opening)),
        (
            "pikepdf and pypdf fill the court's own file, and keep one document open where the form is kept "
            "open (pypdf copies it for each filling, as it must).",
        ),
    )


def _beside(how: str, spent: dict[str, float]) -> list[Row]:
    told = [_told(f"{who}, {how}", milliseconds) for who, milliseconds in spent.items()]
    ours = spent["ours"]
    return [
        *told,
        ratio(f"ours beside pikepdf, {how}", ours, spent["pikepdf"], 1.0, "pikepdf's"),
        ratio(f"ours beside pypdf, {how}", ours, spent["pypdf"], 0.1, "pypdf's own way"),
    ]


def _ours(form_map: FormMap, form: InstalledForm, case: Case, ready: PdfReader) -> bytes:
    layout = lay_out(form_map, form.index, case)
    writer = PdfWriter()
    for page in ready.pages:
        writer.add_page(page)
    add_ink(writer, list(writer.pages), layout, Fonts(writer))
    return _bytes(writer)


def _with_pypdf(reader: PdfReader, values: dict[str, str]) -> bytes:
    """As pypdf's documentation fills a form: one dictionary of values for all pages."""
    writer = PdfWriter(clone_from=reader)
    writer.update_page_form_field_values(None, values, auto_regenerate=False)
    return _bytes(writer)


def _opened_by_pikepdf(pdf: bytes, values: dict[str, str]) -> bytes:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return _with_pikepdf(document, values)


def _with_pikepdf(document: pikepdf.Pdf, values: dict[str, str]) -> bytes:
    for field in document.acroform.fields:
        value = values.get(field.fully_qualified_name)
        if value is not None and field.is_checkbox:
            field.set_value(pikepdf.Name(value))
        elif value is not None:
            field.set_value(value, False)
    document.generate_appearance_streams()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _opened(official: bytes) -> PdfReader:
    reader = PdfReader(io.BytesIO(official))
    reader.decrypt("")
    return reader


def _values(layout: Layout) -> dict[str, str]:
    ticked = {blank.name: f"/{blank.export}" for page in layout.ticks.values() for blank in page}
    return layout.texts | ticked


def _bytes(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _worker(environment: dict[str, str]) -> Section:
    """A process that starts cold, and one that makes packet after packet."""
    stories = [to_json(case) for case in (largest(), *map(story, STORIES))]
    starts = [_run(_FIRST_PACKET, stories[:1], environment) for _round in range(3)]
    packets = max(int(os.environ.get("PACKETS", "1000")), 11)
    stops = sorted({10, min(100, packets - 1), packets})
    (memory, spent), _wall = _run(_MANY_PACKETS, [stories, stops], environment)
    grown = (memory[-1] - memory[-2]) / _MB
    return Section(
        "A worker",
        f"A fresh process that loads the whole site (interview.wsgi), forms installed on disk. Start: to the "
        f"largest packet made, median of {len(starts)}. Memory: {packets:,} packets of {len(stories)} cases "
        f"in turn, by four threads, each from its answers as a session holds them; VmRSS.",
        (
            under("start to first packet, wall time", median(wall for _cpu, wall in starts), 3, "s", 2),
            Row("start to first packet, CPU", f"{median(cpu for cpu, _wall in starts):.2f} s of CPU"),
            *(
                Row(f"memory after {stop:,}", f"{at / _MB:.0f} MB")
                for stop, at in zip(stops, memory, strict=True)
            ),
            under(f"memory after {packets:,} packets", memory[-1] / _MB, 200, "MB"),
            under(f"growth from packet {stops[-2]:,} to {packets:,}", grown, 5, "MB", 1),
            Row(
                "a packet, all stories alike, with the answers read",
                f"{spent / packets * 1000:.0f} ms of CPU",
            ),
        ),
    )


def _run(code: str, told: Any, environment: dict[str, str]) -> tuple[Any, float]:
    """What a fresh process prints last, read as JSON, and the seconds until it has ended."""
    start = perf_counter()
    ended = subprocess.run(
        [sys.executable, "-c", code],
        input=json.dumps(told),
        cwd=_ROOT,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    return json.loads(ended.stdout.splitlines()[-1]), perf_counter() - start


@contextmanager
def _site() -> Iterator[dict[str, str]]:
    """The environment of a site with keys of its own and every form; Django is set up by it here, too."""
    with tempfile.TemporaryDirectory(prefix="amparo-packets-") as temporary:
        keys = {name: secrets.token_urlsafe(48) for name in ("SECRET_KEY", "DRAFT_PEPPER", "DRAFT_KEYS")}
        environment = (
            os.environ | keys | {"DJANGO_SETTINGS_MODULE": "interview.settings", "AMPARO_LOCAL": "1"}
        )
        environment["FORMS_DIR"] = str(_installed_forms(Path(temporary)))
        environment["DATABASE_URL"] = f"sqlite:///{temporary}/site.sqlite3"
        _set_up_django(environment)
        yield environment


def _set_up_django(environment: dict[str, str]) -> None:
    import django
    from django.conf import settings

    if not settings.configured:
        for name in ("DJANGO_SETTINGS_MODULE", "SECRET_KEY", "DATABASE_URL", "AMPARO_LOCAL"):
            os.environ.setdefault(name, environment[name])
        django.setup()


def _installed_forms(temporary: Path) -> Path:
    """FORMS_DIR where it has every form as we prepare it today; else each is prepared in a folder of ours."""
    there = Path(os.environ.get("FORMS_DIR") or _ROOT / "var" / "forms")
    if all(_is_ready(installed(form.number, there)) for form in all_forms()):
        return there
    for form in all_forms():
        official = official_pdf(form.file)
        store(form.number, form.revision, official, prepare(official), temporary / "forms")
    return temporary / "forms"


def _is_ready(form: InstalledForm | None) -> bool:
    return form is not None and form.is_current and form.prepared_by == preparing_code()


if __name__ == "__main__":
    print(as_markdown(measure()))
