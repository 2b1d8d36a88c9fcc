"""The official forms, prepared once for all tests of a run, and installed in a folder of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from forms_library.catalogue import all_forms
from forms_library.installed import store
from forms_library.prepare import Prepared, prepare
from tests.official import official_pdf


@pytest.fixture(scope="session")
def prepared_form() -> dict[str, Prepared]:
    """Form number -> the official form, prepared."""
    return {form.number: prepare(official_pdf(form.file)) for form in all_forms()}


@pytest.fixture(scope="session")
def forms_dir(prepared_form: dict[str, Prepared], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A FORMS_DIR with every official form installed."""
    folder = tmp_path_factory.mktemp("forms")
    for form in all_forms():
        store(form.number, form.revision, official_pdf(form.file), prepared_form[form.number], folder)
    return folder
