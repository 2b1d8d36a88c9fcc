"""manage.py install_forms: from folders and from a real server on loopback that misbehaves in every way."""

from __future__ import annotations

import io
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from forms_library import catalogue, fingerprints, installed, recognition, revisions, sources
from forms_library.blanks import Index, read_blanks
from forms_library.catalogue import Form, all_forms, current
from forms_library.prepare import open_official
from forms_library.recognition import Match, Recognised, recognise
from tests.official import official_folder, official_pdf

DV109 = current("DV-109")
PDF = "application/pdf"

Answer = Callable[[BaseHTTPRequestHandler], None]


class Mirror:
    """A court's mirror on loopback: what it answers for each path, and what it was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[str] = []
        self.closing = threading.Event()
        mirror = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                mirror.asked.append(self.path)
                mirror.answers.get(self.path, _not_found)(self)

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_port}/forms"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def gives(self, pdf: bytes, form: Form = DV109) -> None:
        self.answers[f"/forms/{form.file}"] = sends(pdf)

    def does(self, answer: Answer, form: Form = DV109) -> None:
        self.answers[f"/forms/{form.file}"] = answer

    def close(self) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()


def sends(body: bytes, kind: str = PDF, length: int | None = None, status: int = 200) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(body) if length is None else length))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def _not_found(handler: BaseHTTPRequestHandler) -> None:
    handler.send_error(404)


@pytest.fixture
def mirror() -> Iterator[Mirror]:
    server = Mirror()
    yield server
    server.close()


@pytest.fixture
def forms_dir(settings: Any, tmp_path: Path) -> Path:
    """An empty FORMS_DIR, no FORMS_SOURCE, and no library beside the checkout."""
    settings.FORMS_DIR = tmp_path / "var" / "forms"
    settings.FORMS_SOURCE = ""
    settings.BASE_DIR = tmp_path / "checkout"
    return tmp_path / "var" / "forms"


def install(*args: str, **options: Any) -> str:
    """Run the command. Raises Failed with all it printed when it exits with an error."""
    out = io.StringIO()
    try:
        call_command("install_forms", *args, stdout=out, stderr=out, no_color=True, **options)
    except CommandError as problem:
        raise Failed(f"{out.getvalue()}{problem}") from problem
    return out.getvalue()


class Failed(Exception):
    pass


def every_file(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(("differences", ".lock"))
    }


def still_loads(forms_dir: Path, number: str = "DV-109") -> None:
    installed._load.cache_clear()
    form = installed.installed(number, forms_dir)
    assert form is not None
    assert len(PdfReader(io.BytesIO(form.print_pdf)).pages) == form.index.pages
    assert not PdfReader(io.BytesIO(form.live_pdf)).is_encrypted


@pytest.fixture
def dv109_installed(forms_dir: Path) -> dict[str, bytes]:
    install("DV-109", source=str(official_folder()))
    return every_file(forms_dir)


def resaved(pdf: bytes, edit: Callable[[bytes], bytes] | None = None) -> bytes:
    """The PDF as another program would save it; with `edit`, each page's drawing changed."""
    writer = PdfWriter(clone_from=open_official(pdf))
    for page in writer.pages if edit else ():
        drawing = DecodedStreamObject()
        contents = page.get_contents()
        assert edit is not None and contents is not None
        drawing.set_data(edit(contents.get_data()))
        page[NameObject("/Contents")] = writer._add_object(drawing)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


# --- what can be installed ---


def test_it_installs_every_form_from_a_folder(forms_dir: Path) -> None:
    said = install(source=str(official_folder()))
    for form in all_forms():
        found = installed.installed(form.number, forms_dir)
        assert found is not None and found.is_current
        assert (found.index.pages, len(found.index.blanks)) == (form.pages, form.blanks)
        assert found.official_pdf() == official_pdf(form.file)
        assert f"{form.number}, revision of" in said
    assert "\r" not in said, "no progress bar where there is no terminal"


def test_it_looks_in_the_library_beside_the_checkout(forms_dir: Path, settings: Any, tmp_path: Path) -> None:
    shared = tmp_path / "shared" / "forms"
    shared.mkdir(parents=True)
    (shared / DV109.file).write_bytes(official_pdf(DV109.file))
    install("DV-109")
    still_loads(forms_dir)


def test_without_a_library_it_asks_the_official_address(tmp_path: Path) -> None:
    assert sources.places(DV109, "", tmp_path / "none") == [DV109.address]


def test_forms_source_may_be_a_mirror_with_our_names_or_the_courts(
    forms_dir: Path, settings: Any, mirror: Mirror
) -> None:
    settings.FORMS_SOURCE = mirror.address + "/"
    mirror.answers["/forms/dv109.pdf"] = sends(official_pdf(DV109.file))
    install("DV-109")
    assert mirror.asked == [f"/forms/{DV109.file}", "/forms/dv109.pdf"]
    still_loads(forms_dir)


@pytest.fixture
def only_dv109(monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue of one small form, where preparing all of them would only take time."""
    monkeypatch.setattr("interview.management.commands.install_forms.all_forms", lambda: (DV109,))


def test_the_second_run_asks_nobody(forms_dir: Path, settings: Any, mirror: Mirror, only_dv109: None) -> None:
    install(source=str(official_folder()))
    settings.FORMS_SOURCE = mirror.address
    before = every_file(forms_dir)
    assert "DV-109, revision of January 1, 2025: already installed" in install()
    assert mirror.asked == []
    assert every_file(forms_dir) == before


def test_a_form_is_prepared_again_when_the_code_that_prepares_has_changed(
    forms_dir: Path, dv109_installed: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, only_dv109: None
) -> None:
    monkeypatch.setattr("forms_library.installed.preparing_code", lambda: "tomorrow's")
    monkeypatch.setattr("forms_library.installing.preparing_code", lambda: "tomorrow's")
    assert "DV-109, revision of January 1, 2025: installed" in install()
    found = installed.installed("DV-109", forms_dir)
    assert found is not None and found.prepared_by == "tomorrow's"


def test_a_resaved_file_is_recognised_by_what_is_printed(forms_dir: Path, mirror: Mirror) -> None:
    pdf = resaved(official_pdf(DV109.file))
    assert recognise(pdf) == Recognised("DV-109", "2025-01-01", Match.PRINT)
    mirror.gives(pdf)
    install("DV-109", source=mirror.address)
    found = installed.installed("DV-109", forms_dir)
    assert found is not None and found.official_pdf() == pdf


def test_a_terminal_gets_a_progress_bar(forms_dir: Path, mirror: Mirror) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    mirror.gives(official_pdf(DV109.file))
    out = Terminal()
    call_command("install_forms", "DV-109", source=mirror.address, stdout=out, no_color=True)
    assert "[########################]" in out.getvalue()


# --- what must not be installed, and harms nothing ---


def drips(handler: BaseHTTPRequestHandler) -> None:
    """A byte now and then: never silent long enough to time out, never done."""
    sends(b"%PDF-1.7\n", length=1_000_000)(handler)
    for _ in range(200):
        time.sleep(0.05)
        try:
            handler.wfile.write(b" ")
        except OSError:
            return


def hangs(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(3)


def half(handler: BaseHTTPRequestHandler) -> None:
    pdf = official_pdf(DV109.file)
    sends(pdf[: len(pdf) // 2], length=len(pdf))(handler)


def half_of_unknown_length(handler: BaseHTTPRequestHandler) -> None:
    pdf = official_pdf(DV109.file)
    handler.send_response(200)
    handler.end_headers()  # no length: the connection's end is the file's
    handler.wfile.write(pdf[: len(pdf) // 2])


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    try:
        handler.wfile.write(b"%PDF-1.7\n")
        while True:
            handler.wfile.write(b"0" * 1_000_000)
    except OSError:
        pass


def redirected_to_a_file(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(302)
    handler.send_header("Location", "file:///etc/passwd")
    handler.end_headers()


def page_bomb() -> bytes:
    """A small PDF whose one page unpacks to 200 MB."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"0 " * 500_000) for _ in range(200)) + packer.flush()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed),
    ]
    body, offsets = b"%PDF-1.7\n", []
    for number, thing in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj%s\nendobj\n" % (number, thing)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(body)
    return (
        body
        + b"xref\n0 5\n0000000000 65535 f \n%strailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (
            table,
            start,
        )
    )


def sends_other_form(handler: BaseHTTPRequestHandler) -> None:
    sends(official_pdf("CH-100_2025-01-01.pdf"))(handler)


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (hangs, "cannot be reached (no answer for 0.5 seconds)"),
        (drips, "not complete after 5 seconds"),
        (half, "broke off at"),
        (half_of_unknown_length, "its end is missing"),
        (_not_found, "404 Not Found"),
        (sends(b"", status=500), "the server answered 500"),
        (sends(b"<!DOCTYPE html><html>Sign in to the library's wi-fi</html>", "text/html"), "a web page"),
        (sends(b""), "something else, not a PDF"),
        (sends(b"%PDF-1.7\n", length=90_000_000), "larger than 20 MB"),
        (endless, "larger than 20 MB"),
        (redirected_to_a_file, "not allowed"),
        (sends(b"%PDF-1.7\nrubbish\n%%EOF\n"), "cannot be read as a court form"),
        (sends_other_form, "this is CH-100, not DV-109"),
    ],
    ids=lambda value: getattr(value, "__name__", "") if callable(value) else str(value)[:25],
)
def test_a_bad_answer_is_named_and_harms_nothing(
    answer: Answer, why: str, forms_dir: Path, mirror: Mirror, dv109_installed: dict[str, bytes]
) -> None:
    mirror.does(answer)
    started = time.monotonic()
    with pytest.raises(Failed) as failure:
        install("DV-109", source=mirror.address, timeout=0.5)
    assert why in str(failure.value)
    assert "Not renewed: DV-109" in str(failure.value)
    assert time.monotonic() - started < 15
    assert every_file(forms_dir) == dv109_installed
    still_loads(forms_dir)


def test_another_form_under_its_name_is_refused(
    forms_dir: Path, tmp_path: Path, dv109_installed: dict[str, bytes]
) -> None:
    (tmp_path / DV109.file).write_bytes(official_pdf("DV-110_2025-01-01.pdf"))
    with pytest.raises(Failed, match="this is DV-110, not DV-109"):
        install("DV-109", source=str(tmp_path))
    assert every_file(forms_dir) == dv109_installed


def test_a_pdf_that_unpacks_without_end_is_refused(
    forms_dir: Path, mirror: Mirror, dv109_installed: dict[str, bytes]
) -> None:
    bomb = page_bomb()
    assert len(bomb) < 1_000_000
    mirror.gives(bomb)
    started = time.monotonic()
    with pytest.raises(Failed, match=r"far too large|cannot be read as a court form \(LimitReachedError\)"):
        install("DV-109", source=mirror.address)
    assert time.monotonic() - started < 15
    assert every_file(forms_dir) == dv109_installed


def test_an_oversize_file_in_a_folder_is_not_read(forms_dir: Path, tmp_path: Path) -> None:
    with (tmp_path / DV109.file).open("wb") as file:
        file.truncate(21 * 1024 * 1024)
    with pytest.raises(Failed, match="larger than 20 MB"):
        install("DV-109", source=str(tmp_path))


def test_a_newer_revision_is_refused_with_what_changed_in_it(
    forms_dir: Path, mirror: Mirror, dv109_installed: dict[str, bytes]
) -> None:
    mirror.gives(
        resaved(
            official_pdf(DV109.file), lambda drawing: drawing.replace(b"January 1, 2025", b"July 1, 2027")
        )
    )
    with pytest.raises(Failed) as failure:
        install("DV-109", source=mirror.address)
    assert "this is the revision of July 1, 2027, which there is no map for yet" in str(failure.value)
    assert "30 blanks before, 30 now: 0 new, 0 gone, 0 moved" in str(failure.value)
    full = (forms_dir / "DV-109" / "differences-2025-01-01-to-2027-07-01.txt").read_text()
    assert installed.superseded_by("DV-109", forms_dir) == "2027-07-01", "staff can be warned"
    assert "-Rev. January 1, 2025" in full and "+Rev. July 1, 2027" in full
    assert every_file(forms_dir) == dv109_installed
    still_loads(forms_dir)


def test_other_words_under_the_same_date_are_refused(
    forms_dir: Path, mirror: Mirror, dv109_installed: dict[str, bytes]
) -> None:
    pdf = resaved(official_pdf(DV109.file), lambda drawing: drawing.replace(b"five years", b"nine years"))
    assert recognise(pdf).match is Match.NONE
    mirror.gives(pdf)
    with pytest.raises(Failed, match="its printed words or blanks are others"):
        install("DV-109", source=mirror.address)
    assert installed.superseded_by("DV-109", forms_dir) == ""
    assert every_file(forms_dir) == dv109_installed


def test_a_moved_blank_under_the_same_date_is_refused(forms_dir: Path) -> None:
    writer = PdfWriter(clone_from=open_official(official_pdf(DV109.file)))
    box = writer.pages[0]["/Annots"][3].get_object()["/Rect"]  # type: ignore[index]
    for side in range(4):
        box[side] = type(box[side])(float(box[side]) + 20)
    out = io.BytesIO()
    writer.write(out)
    assert recognise(out.getvalue()) == Recognised("DV-109", "2025-01-01", Match.NONE)


@pytest.fixture
def dv140(monkeypatch: pytest.MonkeyPatch) -> Form:
    """The catalogue of 2024, when DV-140 had another revision: a change of revision on the real thing."""
    form = replace(
        DV109,
        number="DV-140",
        revision="2024-01-01",
        file="DV-140_2024-01-01.pdf",
        address="https://courts.ca.gov/documents/dv140.pdf",
        pages=4,
        blanks=165,
    )
    forms = MappingProxyType({"DV-140": form})
    monkeypatch.setattr(catalogue, "_current", lambda: forms)
    return form


def test_a_real_change_of_revision_keeps_the_mapped_one(forms_dir: Path, mirror: Mirror, dv140: Form) -> None:
    mirror.gives(official_pdf("DV-140_2024-01-01.pdf"), dv140)
    install("DV-140", source=mirror.address)
    before = every_file(forms_dir)
    mirror.gives(official_pdf("DV-140_2026-01-01.pdf"), dv140)
    with pytest.raises(Failed) as failure:
        install("DV-140", source=mirror.address)
    assert "revision of January 1, 2026, which there is no map for yet" in str(failure.value)
    assert "165 blanks before, 221 now" in str(failure.value)
    full = (forms_dir / "DV-140" / "differences-2024-01-01-to-2026-01-01.txt").read_text()
    assert "Form DV-310" in full.split("Blanks that are gone")[0], "a new blank is reported as new"
    assert every_file(forms_dir) == before
    still_loads(forms_dir, "DV-140")


def test_a_superseded_file_is_named_as_such(
    forms_dir: Path, mirror: Mirror, dv140: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = replace(dv140, revision="2026-01-01", pages=6, blanks=221)
    monkeypatch.setattr(catalogue, "_current", lambda: MappingProxyType({"DV-140": today}))
    mirror.gives(official_pdf("DV-140_2024-01-01.pdf"), today)
    with pytest.raises(Failed, match="this is the superseded revision of January 1, 2024"):
        install("DV-140", source=mirror.address)


def test_what_works_is_kept_when_something_is_missing(forms_dir: Path, tmp_path: Path) -> None:
    (tmp_path / DV109.file).write_bytes(official_pdf(DV109.file))
    with pytest.raises(Failed) as failure:
        install(source=str(tmp_path))
    said = str(failure.value)
    others = [form.number for form in all_forms() if form != DV109]
    assert f"1 of {len(others) + 1} forms can be filled" in said
    assert f"Missing: {', '.join(others)}" in said and "answer sheet" in said
    assert "there is no such file" in said
    still_loads(forms_dir)


def test_an_unreachable_host_is_waited_for_once(forms_dir: Path) -> None:
    started = time.monotonic()
    with pytest.raises(Failed, match="cannot be reached"):
        install(source="http://127.0.0.1:9/forms", timeout=2.0)
    assert time.monotonic() - started < 4


def test_a_number_not_in_the_catalogue_is_refused(forms_dir: Path) -> None:
    with pytest.raises(Failed, match="Not in the catalogue: DV-999"):
        install("DV-999")


# --- the store ---


def test_an_interruption_between_the_two_moves_leaves_a_form_to_use(
    forms_dir: Path, dv109_installed: dict[str, bytes]
) -> None:
    place = forms_dir / "DV-109" / "2025-01-01"
    place.rename(place.with_name(".2025-01-01.old"))  # as if the machine had stopped just there
    still_loads(forms_dir)
    install("DV-109", source=str(official_folder()))
    assert every_file(forms_dir).keys() == dv109_installed.keys()


def test_a_full_disk_leaves_the_old_form_and_no_rubbish(
    forms_dir: Path, dv109_installed: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, mirror: Mirror
) -> None:
    def full(folder: Path, *rest: Any) -> None:
        (folder / "official.pdf").write_bytes(b"%PDF-")
        raise OSError(28, "No space left on device")

    mirror.gives(resaved(official_pdf(DV109.file)))
    monkeypatch.setattr(installed, "_write", full)
    with pytest.raises(Failed, match="No space left on device"):
        install("DV-109", source=mirror.address)
    assert every_file(forms_dir) == dv109_installed


def test_a_damaged_installed_file_is_not_used_and_is_installed_anew(
    forms_dir: Path, dv109_installed: dict[str, bytes]
) -> None:
    installed._load.cache_clear()
    (forms_dir / "DV-109" / "2025-01-01" / "print.pdf").write_bytes(b"%PDF-1.7\n%%EOF")
    assert installed.installed("DV-109", forms_dir) is None
    install("DV-109", source=str(official_folder()))
    still_loads(forms_dir)


def test_a_revision_no_longer_current_works_while_it_has_a_map(
    forms_dir: Path, dv109_installed: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    next_one = MappingProxyType({"DV-109": replace(DV109, revision="2027-07-01", sha256=())})
    monkeypatch.setattr(catalogue, "_current", lambda: next_one)
    old_map = tmp_path / "2025-01-01.csv"
    monkeypatch.setattr(installed, "map_file", lambda number, revision: tmp_path / f"{revision}.csv")
    assert installed.installed("DV-109", forms_dir) is None
    old_map.touch()
    found = installed.installed("DV-109", forms_dir)
    assert found is not None and found.revision == "2025-01-01" and not found.is_current


# --- the library's data ---


@pytest.mark.parametrize("form", all_forms(), ids=lambda form: form.number)
def test_the_stored_fingerprint_is_the_forms_own(form: Form) -> None:
    stored = fingerprints.load(form.number, form.revision)
    assert stored == recognition.read_fingerprint(official_pdf(form.file))
    path = fingerprints.FOLDER / form.number / f"{form.revision}.txt"
    assert path.stat().st_size < 30_000


def test_number_and_revision_are_read_off_every_form_of_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition, "known_sha256", dict)
    for form in all_forms():
        found = recognise(official_pdf(form.file))
        assert found == Recognised(form.number, form.revision, Match.PRINT)
    for name in (
        "CH-100_2025-01-01.pdf",
        "DV-101_2017-01-01.pdf",
        "DV-170_2020-09-01.pdf",
        "CH-170_2020-09-01.pdf",
    ):
        number, revision = name.removesuffix(".pdf").split("_")
        assert recognise(official_pdf(name)) == Recognised(number, revision, Match.NONE)


def test_a_form_differs_in_nothing_from_itself() -> None:
    found = revisions.differences(_index(DV109.file), _index(DV109.file))
    assert not (found.new or found.gone or found.moved or found.reworded or found.renamed)


def _index(file_name: str) -> Index:
    reader = open_official(official_pdf(file_name))
    return Index(len(reader.pages), read_blanks(reader))
