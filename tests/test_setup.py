"""`make setup` on machines of several kinds, played by stand-ins for python3, apt-get and others."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
import tomllib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings

from tests.shared_work import made_once

ROOT = Path(__file__).parent.parent
SHELL_TOOLS = ("bash", "cat", "dirname", "env", "grep", "id", "tr", "uname")


@dataclass
class Machine:
    """A folder with a copy of the checkout's set-up files, and a PATH with only what a test puts there."""

    home: Path

    def __post_init__(self) -> None:
        for folder in ("bin", "checkout/scripts"):
            (self.home / folder).mkdir(parents=True)
        for name in ("scripts/setup.sh", "requirements.txt", "requirements-dev.txt"):
            shutil.copy(ROOT / name, self.home / "checkout" / name)
        for tool in SHELL_TOOLS:
            (self.home / "bin" / tool).symlink_to(shutil.which(tool) or tool)

    def put(self, name: str, script: str) -> None:
        path = self.home / "bin" / name
        path.unlink(missing_ok=True)
        path.write_text(f"#!/usr/bin/env bash\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def put_all_present(self) -> None:
        """Python, fonts and programs as they should be."""
        self.put("python3", f'exec "{sys.executable}" "$@"')
        self.put("fc-list", "echo 'Liberation Serif'; echo 'DejaVu Sans'")
        for command in ("chromium", "pdftotext", "qpdf", "msgfmt"):
            self.put(command, "exit 0")

    def put_venv(self, ctypes_finds: bool = True, pip_works: bool = False, installed: str = "") -> None:
        """A virtual environment whose Python is real but for pip, loading libraries and listing packages."""
        target = self.home / "checkout/.venv/bin"
        target.mkdir(parents=True, exist_ok=True)
        script = f"""#!/usr/bin/env bash
case "$*" in
    *"-m pip --version"*) exit 0 ;;
    *"-m pip install"*) echo "$*" >>"{self.home}/pip.log"; exit {0 if pip_works else 1} ;;
    *ctypes*) exit {0 if ctypes_finds else 1} ;;
    "- requirements"*) printf '%s' "{installed}"; exit 0 ;;
esac
exec "{sys.executable}" "$@"
"""
        (target / "python").write_text(script, encoding="utf-8")
        (target / "python").chmod(0o755)

    def setup(self, *arguments: str, ci: bool = False) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": str(self.home / "bin"), "HOME": str(self.home)} | ({"CI": "1"} if ci else {})
        script = str(self.home / "checkout/scripts/setup.sh")
        command = [str(self.home / "bin/bash"), script, *arguments]
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_an_old_python_is_told_what_is_needed(machine: Machine) -> None:
    machine.put("python3", 'if [ "$1" = --version ]; then echo "Python 3.9.2"; else exit 1; fi')
    run = machine.setup()
    assert run.returncode == 1
    assert "Python 3.11 or newer is needed" in run.stderr
    assert "Python 3.9.2" in run.stderr
    assert "PYTHON=" in run.stderr


def test_a_newer_python_beside_an_old_one_is_found(machine: Machine) -> None:
    machine.put("python3", "exit 1")
    machine.put(
        "python3.12", 'case "$*" in *venv*) echo "$*" >&2; exit 1;; --version) echo Python 3.12.1;; esac'
    )
    run = machine.setup()
    assert "making .venv with Python 3.12.1" in run.stderr
    assert "apt-get install -y python3-venv" in run.stderr
    assert run.returncode == 1


def test_all_there_means_nothing_to_do_and_nothing_said(machine: Machine) -> None:
    machine.put_all_present()
    machine.put_venv()
    for _ in range(2):
        run = machine.setup("--tests", ci=True)
        assert (run.returncode, run.stderr, run.stdout) == (0, "", "")
    assert not (machine.home / "pip.log").exists()


def test_pip_installs_by_hash_and_only_once_for_a_lock(machine: Machine) -> None:
    machine.put_all_present()
    machine.put_venv(pip_works=True, installed="django==5.2.19")
    machine.setup()
    machine.setup()
    calls = (machine.home / "pip.log").read_text(encoding="utf-8").splitlines()
    assert len(calls) == 1
    assert "--require-hashes -r requirements.txt" in calls[0]
    lock = machine.home / "checkout/requirements.txt"
    lock.write_text(lock.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    machine.setup()
    assert len((machine.home / "pip.log").read_text(encoding="utf-8").splitlines()) == 2


def test_no_network_and_no_packages_names_what_is_missing(machine: Machine) -> None:
    machine.put_all_present()
    machine.put_venv(pip_works=False, installed="django==5.2.19")
    run = machine.setup()
    assert run.returncode == 1
    assert "could not install: django==5.2.19" in run.stderr
    assert not (machine.home / "checkout/.venv/.installed-requirements.txt").exists()


def test_libraries_come_by_apt_where_that_is_allowed(machine: Machine) -> None:
    machine.put_all_present()
    machine.put_venv(ctypes_finds=False)
    machine.put("id", "echo 0")
    machine.put("apt-get", f'echo "$*" >>"{machine.home}/apt.log"')
    machine.setup()
    calls = (machine.home / "apt.log").read_text(encoding="utf-8")
    assert (
        "install -qq -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in calls
    )


def test_where_it_may_not_install_it_gives_the_exact_command_and_goes_on(machine: Machine) -> None:
    machine.put_all_present()
    machine.put_venv(ctypes_finds=False)
    machine.put("id", "echo 1000")
    machine.put("sudo", "exit 1")
    machine.put("apt-get", "exit 1")
    run = machine.setup()
    assert run.returncode == 0
    wanted = "sudo apt-get update && sudo apt-get install -y --no-install-recommends libpango-1.0-0"
    assert wanted in run.stderr


@pytest.mark.parametrize(("ci", "code"), [(False, 0), (True, 1)])
def test_a_missing_browser_fails_only_with_ci_set(machine: Machine, ci: bool, code: int) -> None:
    machine.put_all_present()
    machine.put_venv()
    (machine.home / "bin/chromium").unlink()
    run = machine.setup("--tests", ci=ci)
    assert "missing on this system: chromium" in run.stderr
    assert run.returncode == code


@pytest.mark.parametrize("there", [True, False])
def test_the_database_server_is_asked_for_only_where_it_is_wanted(machine: Machine, there: bool) -> None:
    machine.put_all_present()
    machine.put_venv()
    where = machine.home / "checkout/scripts/with_postgres.sh"
    where.write_text(f'#!/usr/bin/env bash\n[ "$1" = --where ] && exit {int(not there)}\n', encoding="utf-8")
    where.chmod(0o755)
    assert "postgresql" not in machine.setup("--tests").stderr
    assert (
        "missing on this system: postgresql" in machine.setup("--tests", "--postgres").stderr
    ) is not there


def test_locks_are_pinned_hashed_and_name_no_registry() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in text, name
        assert "index-url" not in text, name
        blocks = re.split(r"\n(?=\S)", re.sub(r"(?m)^\s*#.*\n?", "", text).strip())
        for block in blocks:
            assert re.match(r"[\w.-]+==\S+", block), block[:60]
            assert "--hash=sha256:" in block, block[:60]


def test_what_runs_in_production_is_what_is_tested() -> None:
    def pins(name: str) -> set[str]:
        return set(re.findall(r"(?m)^[\w.-]+==[^ \\]+", (ROOT / name).read_text(encoding="utf-8")))

    assert pins("requirements.txt") <= pins("requirements-dev.txt")
    wanted = re.findall(
        r"(?m)^([\w.-]+)(?:\[.+\])?==(\S+)", (ROOT / "requirements.in").read_text(encoding="utf-8")
    )
    assert {f"{name}=={version}" for name, version in wanted} <= pins("requirements.txt")


def test_python_versions_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["requires-python"] == ">=3.11"
    assert project["tool"]["ruff"]["target-version"] == "py311"
    assert project["tool"]["mypy"]["python_version"] == "3.11"
    assert "(3, 11)" in (ROOT / "scripts/setup.sh").read_text(encoding="utf-8")


def test_ci_runs_what_anyone_runs() -> None:
    script = ROOT / ".ci/run"
    assert os.access(script, os.X_OK)
    assert os.access(ROOT / "scripts/setup.sh", os.X_OK)
    assert "exec make test" in script.read_text(encoding="utf-8")


def test_make_test_runs_every_test_and_some_with_nothing_beside_them() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    recipe = makefile.partition("\nsuite:")[2].partition("\n\n")[0]
    beside, alone = re.findall(r"-m pytest (.+)", recipe)
    assert '-m "not alone"' in beside and "-n $(WORKERS)" in beside
    assert "-m alone" in alone and "-n " not in alone
    for target, runs in (("test", "@$(MAKE)"), ("test-postgres", "@scripts/with_postgres.sh $(MAKE)")):
        steps = makefile.partition(f"\n{target}:")[2].partition("\n\n")[0]
        assert f"{runs} --no-print-directory suite" in steps
    for name in ("test_stress.py", "test_form_bombs.py"):
        assert "pytestmark = pytest.mark.alone" in (ROOT / "tests" / name).read_text(encoding="utf-8")


def test_what_is_costly_is_made_once_by_whoever_comes_first(tmp_path: Path) -> None:
    """Threads stand for processes: the lock is the file's, and each opens it for itself."""
    made, names = list[str](), [f"form {number}" for number in range(12)]

    def make(name: str) -> str:
        made.append(name)
        time.sleep(0.01)
        return name.upper()

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _each: made_once(names, make, tmp_path), range(4)))
    assert sorted(made) == sorted(names)
    assert found == [{name: name.upper() for name in names}] * 4
    assert [list(each) for each in found] == [names] * 4


def test_keys_are_made_once_and_for_the_owner_only(tmp_path: Path) -> None:
    old_mask = os.umask(0)  # the most careless umask there is
    try:
        with override_settings(KEYS_DIR=tmp_path / "keys"):
            call_command("make_keys", verbosity=0)
            key = tmp_path / "keys/secret_key"
            first = key.read_text(encoding="utf-8")
            key.chmod(0o644)
            call_command("make_keys", verbosity=0)
    finally:
        os.umask(old_mask)
    assert len(first) >= 50
    assert key.read_text(encoding="utf-8") == first
    assert key.stat().st_mode & 0o777 == 0o600
    assert key.parent.stat().st_mode & 0o777 == 0o700
    assert sorted(path.name for path in key.parent.iterdir()) == ["draft_keys", "draft_pepper", "secret_key"]


def test_a_folder_that_cannot_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with (
        override_settings(KEYS_DIR=tmp_path / "file/keys"),
        pytest.raises(CommandError, match="could not make the keys in"),
    ):
        call_command("make_keys", verbosity=0)
