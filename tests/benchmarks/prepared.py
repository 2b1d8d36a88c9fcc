"""What several benchmarks need first: every form prepared, a site's environment, and the largest story."""

from __future__ import annotations

import logging
import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from forms_library.catalogue import all_forms
from forms_library.installed import InstalledForm, installed, preparing_code, store
from forms_library.prepare import prepare
from interview.case import Case
from tests.official import official_pdf
from tests.stories_on_disk import story

_ROOT = Path(__file__).parent.parent.parent


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


@contextmanager
def site_environment() -> Iterator[dict[str, str]]:
    """The environment of a site with keys of its own and every form; Django is set up by it here, too."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # it prints what people wrote
    with tempfile.TemporaryDirectory(prefix="amparo-packets-") as temporary:
        keys = {name: secrets.token_urlsafe(48) for name in ("SECRET_KEY", "DRAFT_PEPPER", "DRAFT_KEYS")}
        environment = (
            os.environ | keys | {"DJANGO_SETTINGS_MODULE": "interview.settings", "AMPARO_LOCAL": "1"}
        )
        environment["FORMS_DIR"] = str(forms_prepared(Path(temporary) / "forms"))
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


def forms_prepared(folder: Path) -> Path:
    """FORMS_DIR where it has every form as we prepare it today; else each is prepared in this folder."""
    there = Path(os.environ.get("FORMS_DIR") or _ROOT / "var" / "forms")
    if all(_is_ready(installed(form.number, there)) for form in all_forms()):
        return there
    for form in all_forms():
        official = official_pdf(form.file)
        store(form.number, form.revision, official, prepare(official), folder)
    return folder


def _is_ready(form: InstalledForm | None) -> bool:
    return form is not None and form.is_current and form.prepared_by == preparing_code()
