"""The packet: what it costs to make, how large it is; and one form of it beside pikepdf and pypdf.

Run alone with `python -m tests.benchmarks.bench_packet`. FORMS_DIR saves the minute of preparing, if every
form is installed there as the code of today prepares it.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
from pypdf import PdfReader, PdfWriter

from forms_library.catalogue import current
from forms_library.fill import Fonts, add_ink
from forms_library.filled import ATTACHMENT_FORM, fill_forms
from forms_library.installed import InstalledForm, installed
from forms_library.layout import Layout, lay_out
from forms_library.maps import FormMap, read_map
from forms_library.packet import Packet, bound, cover_of, forms_for, make_packet
from forms_library.ready_pages import ready_pages
from interview.case import Case
from tests.benchmarks.prepared import largest, site_environment
from tests.benchmarks.report import Row, Section, as_markdown, median_cpu, ratio, under
from tests.official import official_pdf
from tests.stories_on_disk import story

_ROUNDS = 15
_ROOT = Path(__file__).parent.parent.parent
_MB = 1e6


def measure() -> tuple[Section, ...]:
    """The packet, and one form beside other libraries; all with every official form installed."""
    with site_environment() as environment:
        folder = Path(environment["FORMS_DIR"])
        return _packet(folder), _one_form(folder)


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


if __name__ == "__main__":
    print(as_markdown(measure()))
