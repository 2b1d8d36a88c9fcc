"""Fixtures for all tests: a key for the run, the stories, and a visit to the site."""

from __future__ import annotations

import secrets
from collections.abc import Callable

import pytest
from django.conf import settings as django_settings
from django.test import Client
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis

from interview import keys
from interview.case import Case
from interview.case_json import to_json
from tests import fixed_day, stories_on_disk
from tests.browser import chromium, site, visitor, visitor_with_javascript
from tests.paper_fixtures import forms_dir, prepared_form
from tests.shared_work import keep_costly_fixtures_together

__all__ = ["chromium", "forms_dir", "prepared_form", "site", "visitor", "visitor_with_javascript"]


def pytest_configure(config: pytest.Config) -> None:
    """Tests must not need (or use) the keys of the site in this folder, nor a machine to themselves, nor a
    certain day."""
    fixed_day.keep()
    if not keys.secret_key(django_settings.KEYS_DIR):
        django_settings.SECRET_KEY = secrets.token_urlsafe(48)
    django_settings.DRAFT_PEPPER = secrets.token_urlsafe(48)
    django_settings.DRAFT_KEYS = [secrets.token_urlsafe(48)]
    usual, slow = hypothesis(), HealthCheck.too_slow
    patient = hypothesis(usual, deadline=None, suppress_health_check=[*usual.suppress_health_check, slow])
    hypothesis.register_profile("beside others", patient)
    hypothesis.load_profile("beside others")


@pytest.hookimpl(tryfirst=True)  # before pytest-xdist looks at the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    keep_costly_fixtures_together(items)


@pytest.fixture(scope="session")
def story() -> Callable[[str], Case]:
    """A test story's Case by its name."""
    return stories_on_disk.story


@pytest.fixture
def visit(db: None, client: Client) -> Callable[[Case], Client]:
    """A browser in the middle of a visit with this Case."""

    def begin(case: Case) -> Client:
        session = client.session
        session["case"] = to_json(case)
        session.save()
        return client

    return begin
