"""The settings of a site the tests serve: its own, on the tests' day."""

from interview.settings import *  # noqa: F403
from tests import fixed_day

fixed_day.keep()
