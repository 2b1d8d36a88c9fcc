"""The official forms, prepared once for all tests of a run, and installed in a folder of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from forms_library.catalogue import all_forms
from forms_library.installed import store
from forms_library.prepare import Prepared, prepare
from tests.official import official_pdf
from tests.shared_work import folder_of_the_run, made_once


@pytest.fixture(scope="session")
def prepared_form(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Prepared]:
    """Form number -> the official form, prepared; most of a minute's work, which all processes share."""
    files = {form.number: form.file for form in all_forms()}
    folder = folder_of_the_run(tmp_path_factory) / "prepared"
    return made_once([*files], lambda number: prepare(official_pdf(files[number])), folder)


@pytest.fixture(scope="session")
def forms_dir(prepared_form: dict[str, Prepared], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A FORMS_DIR with every official form installed."""
    folder = tmp_path_factory.mktemp("forms")
    for form in all_forms():
        store(form.number, form.revision, official_pdf(form.file), prepared_form[form.number], folder)
    return folder
