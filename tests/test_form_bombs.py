"""Bad copies of an official form, made to harm: refused within seconds and bounds of memory, nothing lost."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from tests.test_install_forms import DV109, Mirror, every_file, mirror, sends

__all__ = ["mirror"]
pytestmark = pytest.mark.alone  # seconds and memory are measured
ROOT = Path(__file__).parent.parent
MEMORY = 1_500  # MB of addresses the installing process may have
SECONDS = 30  # for each, on a machine that does other things too; 3 at most were measured
# Installs DV-109 into argv[1] from each place after it, in a process with no more memory than that.
_INSTALL = f"""
import json, resource, sys, time
from pathlib import Path
from forms_library.catalogue import current
from forms_library.installing import install
from forms_library.sources import Fetcher, Limits
resource.setrlimit(resource.RLIMIT_AS, ({MEMORY} << 20, {MEMORY} << 20))
for place in sys.argv[2:]:
    started, fetcher = time.monotonic(), Fetcher(Limits(wait=5, whole=10))
    outcome = install(current("DV-109"), [place], fetcher, Path(sys.argv[1]), lambda *_: None)
    print(json.dumps([outcome.state.name, " ".join(outcome.problems), time.monotonic() - started]))
"""


def pdf_of(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalog."""
    body, offsets = b"%PDF-1.7\n", []
    for number, thing in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table) + tail


def stream(data: bytes, words: bytes) -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (words, len(data), data)


def packed(megabytes: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(b"0 " * 500_000) for _each in range(megabytes)) + packer.flush()


_PAGES = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R%s>>"


def bomb() -> bytes:
    return pdf_of(*_PAGES, _PAGE % b"", stream(packed(300), b"/Filter/FlateDecode"))


def bomb_in_a_bomb() -> bytes:
    twice = zlib.compress(packed(600), 9)
    return pdf_of(*_PAGES, _PAGE % b"", stream(twice, b"/Filter[/FlateDecode/FlateDecode]"))


def bomb_of_runs() -> bytes:
    runs = zlib.compress(b"\x81A" * 4_000_000, 9)
    return pdf_of(*_PAGES, _PAGE % b"", stream(runs, b"/Filter[/FlateDecode/RunLengthDecode]"))


def bomb_in_a_font() -> bytes:
    font = b"/Resources<</Font<</F 5 0 R>>>>"
    return pdf_of(
        *_PAGES, _PAGE % font, stream(b"BT /F 9 Tf (a) Tj ET", b""),
        b"<</Type/Font/Subtype/Type1/BaseFont/A/ToUnicode 6 0 R>>",
        stream(packed(300), b"/Filter/FlateDecode"),
    )  # fmt: skip


def deep_brackets() -> bytes:
    deep = b"[" * 200_000 + b"]" * 200_000
    return pdf_of(*_PAGES, _PAGE % (b"/Deep " + deep), stream(b"", b""))


def deep_dictionaries() -> bytes:
    deep = b"<</A" * 100_000 + b" 1" + b">>" * 100_000
    return pdf_of(
        b"<</Type/Catalog/Pages 2 0 R/Deep " + deep + b">>", _PAGES[1], _PAGE % b"", stream(b"", b"")
    )


def tree_without_end() -> bytes:
    return pdf_of(_PAGES[0], b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2/Parent 2 0 R>>")


def deep_tree() -> bytes:
    levels = [b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (number + 1) for number in range(2, 20_000)]
    return pdf_of(_PAGES[0], *levels, _PAGE % b"", stream(b"", b""))


def a_million_pages() -> bytes:
    return pdf_of(
        _PAGES[0], b"<</Type/Pages/Count 1000000/Kids[%s]>>" % (b"3 0 R " * 1_000_000), _PAGE % b"", b"1"
    )


def boxes_that_are_their_own_parents() -> bytes:
    box = b"<</Type/Annot/Subtype/Widget/Parent 5 0 R/Kids[5 0 R]/T(a)/Rect[0 0 1 1]>>"
    return pdf_of(
        b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]>>>>", _PAGES[1], _PAGE % b"/Annots[5 0 R]",
        stream(b"", b""), box,
    )  # fmt: skip


def table_of_its_own_place() -> bytes:
    return b"%PDF-1.7\nxref\n0 0\ntrailer<</Size 1/Prev 9/Root 1 0 R>>\nstartxref\n9\n%%EOF\n"


def a_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("dv109.pdf", b"0" * 100_000_000)
    return out.getvalue()


def a_zip_behind_a_pdfs_head() -> bytes:
    return b"%PDF-1.7\n" + a_zip() + b"\n%%EOF\n"


BOMBS: list[Callable[[], bytes]] = [
    bomb, bomb_in_a_bomb, bomb_of_runs, bomb_in_a_font, deep_brackets, deep_dictionaries, tree_without_end,
    deep_tree, a_million_pages, boxes_that_are_their_own_parents, table_of_its_own_place, a_zip,
    a_zip_behind_a_pdfs_head,
]  # fmt: skip


def try_to_install(folder: Path, *places: str) -> list[tuple[str, str, float]]:
    """For each: state, problems, seconds. What goes wrong in the process itself fails the test."""
    done = subprocess.run(
        [sys.executable, "-c", _INSTALL, str(folder), *places],
        cwd=ROOT, capture_output=True, text=True, timeout=SECONDS * len(places),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-600:]
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def installed_form(forms_dir: Path, tmp_path: Path) -> Path:
    copytree(forms_dir / DV109.number, tmp_path / "forms" / DV109.number)
    return tmp_path / "forms"


def test_a_bomb_is_refused_and_harms_nothing(installed_form: Path, tmp_path: Path) -> None:
    """One after the other in one process: what one takes, the next has not."""
    for made in BOMBS:
        (tmp_path / made.__name__).write_bytes(made())
    before = every_file(installed_form)
    outcomes = try_to_install(installed_form, *(str(tmp_path / made.__name__) for made in BOMBS))
    for made, (state, problems, seconds) in zip(BOMBS, outcomes, strict=True):
        print(f"{made.__name__}: {seconds:.1f} s: {problems[-90:]}")
        assert state == "KEPT" and seconds < SECONDS, made.__name__
    assert every_file(installed_form) == before


def test_ten_gigabytes_are_not_even_begun(installed_form: Path, mirror: Mirror) -> None:
    before, started = every_file(installed_form), time.monotonic()
    mirror.does(sends(b"%PDF-1.7\n", length=10 * 1024**3))
    ((state, problems, _seconds),) = try_to_install(installed_form, f"{mirror.address}/{DV109.file}")
    assert state == "KEPT" and "larger than 20 MB" in problems and time.monotonic() - started < SECONDS
    assert every_file(installed_form) == before
