"""What tests in several processes at once (pytest-xdist) share, and how they keep out of each other's way."""

from __future__ import annotations

import fcntl
import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest

Made = TypeVar("Made")


@contextmanager
def one_at_a_time(lock: Path) -> Iterator[None]:
    """No other process is in here with the same file. It is made if need be, and stays."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as held:  # let go when it is closed, however the process ends
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def folder_of_the_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for all processes of this run of the tests."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def made_once(names: Sequence[str], make: Callable[[str], Made], folder: Path) -> dict[str, Made]:
    """What `make` gives for each name, made by one process and read by the others.

    Each process begins at another place, so that they make it together.
    """
    number = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    first = len(names) * number // int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    found = {}
    for name in (*names[first:], *names[:first]):
        file = folder / f"{name}.pickle"
        with one_at_a_time(file.with_suffix(".lock")):
            if not file.exists():
                file.write_bytes(pickle.dumps(make(name)))
        found[name] = pickle.loads(file.read_bytes())
    return {name: found[name] for name in names}


def keep_costly_fixtures_together(items: Sequence[pytest.Item]) -> None:
    """What a file makes once for its tests is made once: those go to one process. The rest goes where there
    is room, each by itself, after them (`--dist loadgroup` takes the largest groups first)."""
    for item in items:
        if isinstance(item, pytest.Function) and _makes_something_for_its_file(item):
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


def _makes_something_for_its_file(item: pytest.Function) -> bool:
    chosen = (defs[-1] for defs in item._fixtureinfo.name2fixturedefs.values())
    return any(each.scope == "module" for each in chosen)
