"""Pages made ready to go into packet after packet are the pages they were made of."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader, PdfWriter

from forms_library.catalogue import all_forms
from forms_library.installed import installed
from forms_library.ready_pages import ready_pages


def bound(reader: PdfReader, times: int = 1) -> bytes:
    writer, out = PdfWriter(), io.BytesIO()
    for _time in range(times):
        for page in reader.pages:
            writer.add_page(page)
    writer.write(out)
    return out.getvalue()


def drawn(page: PageObject) -> tuple[bytes, list[str], list[str]]:
    """What a page draws, and with which fonts and pictures."""
    contents = page.get_contents()
    assert contents is not None
    fonts = {name: font["/BaseFont"] for name, font in page["/Resources"].get("/Font", {}).items()}  # type: ignore[attr-defined]
    pictures = page["/Resources"].get("/XObject", {})  # type: ignore[attr-defined]
    sizes = [f"{name} {len(picture.get_object()._data)}" for name, picture in pictures.items()]
    return contents.get_data(), sorted(map(str, fonts.items())), sorted(sizes)


@pytest.mark.parametrize("number", [form.number for form in all_forms()])
def test_a_form_comes_out_as_it_was(forms_dir: Path, tmp_path: Path, number: str) -> None:
    form = installed(number, forms_dir)
    assert form is not None
    plain = PdfReader(io.BytesIO(bound(PdfReader(io.BytesIO(form.print_pdf)))))
    ready = ready_pages(form.print_pdf)
    for times in (1, 2):  # the second packet finds it as the first did, and one may hold it twice
        pdf = bound(ready, times)
        pages = PdfReader(io.BytesIO(pdf)).pages
        assert [drawn(page) for page in pages] == [drawn(page) for page in plain.pages] * times
        assert [page.mediabox for page in pages] == [page.mediabox for page in plain.pages] * times
        (tmp_path / "bound.pdf").write_bytes(pdf)
        checked = subprocess.run(["qpdf", "--check", tmp_path / "bound.pdf"], capture_output=True, text=True)
        assert checked.returncode == 0, checked.stdout + checked.stderr
