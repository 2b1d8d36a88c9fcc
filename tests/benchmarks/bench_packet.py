"""Packet, DV-100 alone, pypdf's own filling and pikepdf, same values, same run: CPU time and ratios.

Run with `make bench`. Nothing here passes or fails: it measures.
"""

from __future__ import annotations

import io
import logging
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pikepdf
from pypdf import PdfReader, PdfWriter

from forms_library.catalogue import all_forms, current
from forms_library.fill import Fonts, add_ink
from forms_library.installed import InstalledForm, installed, store
from forms_library.layout import Layout, lay_out
from forms_library.maps import read_map
from forms_library.packet import make_packet
from forms_library.prepare import prepare
from interview.case import Case
from interview.relevance import prune
from tests.official import official_pdf
from tests.stories_on_disk import story

ROUNDS = 15


def cpu(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Milliseconds of CPU for one run: the median of several, after one to warm up."""
    work()
    spent = []
    for _round in range(rounds):
        start = time.process_time()
        work()
        spent.append((time.process_time() - start) * 1000)
    return sorted(spent)[rounds // 2]


def install_all(folder: Path) -> None:
    for form in all_forms():
        official = official_pdf(form.file)
        store(form.number, form.revision, official, prepare(official), folder)


def ours_alone(form: InstalledForm, case: Case, reader: PdfReader) -> bytes:
    layout = lay_out(read_map(form.number, form.revision), form.index, case)
    writer = PdfWriter()
    for page in reader.pages:
        writer.add_page(page)
    add_ink(writer, list(writer.pages), layout, Fonts(writer))
    return _bytes(writer)


def pypdfs_own_way(official: bytes, layout: Layout) -> bytes:
    """As pypdf's documentation fills a form: one dictionary of values for all pages."""
    reader = PdfReader(io.BytesIO(official))
    reader.decrypt("")
    writer = PdfWriter(clone_from=reader)
    writer.update_page_form_field_values(None, _values(layout), auto_regenerate=False)
    return _bytes(writer)


def pikepdfs_way(official: bytes, layout: Layout) -> bytes:
    with pikepdf.open(io.BytesIO(official)) as document:
        values = _values(layout)
        for field in document.acroform.fields:
            name = field.fully_qualified_name
            if name in values:
                if field.is_checkbox:
                    field.set_value(pikepdf.Name(values[name]))
                else:
                    field.set_value(values[name], False)
        document.generate_appearance_streams()
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()


def _values(layout: Layout) -> dict[str, str]:
    ticked = {blank.name: f"/{blank.export}" for page in layout.ticks.values() for blank in page}
    return layout.texts | ticked


def _bytes(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def main() -> None:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    folder = Path(tempfile.mkdtemp())
    install_all(folder)
    case = prune(story("everything"))
    largest = prune(story("mother_of_three"))
    form = installed("DV-100", folder)
    assert form is not None
    official, reader = official_pdf(current("DV-100").file), PdfReader(io.BytesIO(form.print_pdf))
    layout = lay_out(read_map(form.number, form.revision), form.index, case)
    _report(
        [
            ("packet of every form, everything filled", cpu(lambda: make_packet(case, folder))),
            ("packet of the largest story, attached pages", cpu(lambda: make_packet(largest, folder))),
            ("DV-100 alone, ours", cpu(lambda: ours_alone(form, case, reader))),
            ("DV-100 alone, pypdf's own way", cpu(lambda: pypdfs_own_way(official, layout), 5)),
            ("DV-100 alone, pikepdf", cpu(lambda: pikepdfs_way(official, layout))),
        ],
        {
            "packet of every form": len(make_packet(case, folder).pdf),
            "packet of the largest story": len(make_packet(largest, folder).pdf),
        },
    )


def _report(times: list[tuple[str, float]], sizes: dict[str, int]) -> None:
    ours = dict(times)["DV-100 alone, ours"]
    for name, spent in times:
        print(f"{name:<48}{spent:>9.1f} ms CPU{spent / ours:>9.1f} x DV-100 ours")
    for name, size in sizes.items():
        print(f"{name:<48}{size / 1e6:>9.2f} MB")
    print(f"{'memory, this process':<48}{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:>9.0f} MB")
    print(f"Python {sys.version.split()[0]}")


if __name__ == "__main__":
    main()
