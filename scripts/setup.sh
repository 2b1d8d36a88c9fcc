#!/usr/bin/env bash
# Sets up what `make run` needs; with --tests, what `make test` needs too; with --postgres besides,
# what `make test-postgres` needs. Safe to repeat, quick when nothing changed.
# PYTHON names the Python to use; AMPARO_VENV the virtual environment (.venv).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

VENV=${AMPARO_VENV:-.venv}
TESTS=no POSTGRES=no
for option in "$@"; do
    case $option in
        --tests) TESTS=yes ;;
        --postgres) POSTGRES=yes ;;
    esac
done
if [ "$TESTS" = yes ]; then LOCK=requirements-dev.txt; else LOCK=requirements.txt; fi
STAMP=$VENV/.installed-$LOCK

say() { printf 'setup: %s\n' "$*" >&2; }

python_is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    local python
    for python in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if python_is_new_enough "$python"; then echo "$python"; return; fi
    done
    say "Python 3.11 or newer is needed and was not found (python3 is: $(python3 --version 2>&1 || true))."
    say "Install one (Debian 12, Ubuntu 24.04: apt-get install python3 python3-venv), or name it: make setup PYTHON=/path/to/python3"
    return 1
}

# --- system packages: installed where we may, else the exact command is named ---

install_packages() {  # the Debian packages to install; true if they were
    local run=() apt=(apt-get -o Acquire::Retries=1 -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20)
    command -v apt-get >/dev/null || return 1
    if [ "$(id -u)" != 0 ]; then
        sudo -n true >/dev/null 2>&1 || return 1
        run=(sudo -n)
    fi
    run+=(env DEBIAN_FRONTEND=noninteractive "${apt[@]}")
    say "installing $*"
    "${run[@]}" install -qq -y --no-install-recommends "$@" </dev/null >/dev/null 2>&1 && return
    "${run[@]}" update -qq </dev/null >/dev/null 2>&1 || true
    "${run[@]}" install -qq -y --no-install-recommends "$@" </dev/null >/dev/null
}

has_library() { "$VENV/bin/python" -c 'import ctypes, sys; ctypes.CDLL(sys.argv[1])' "$1" 2>/dev/null; }
# On other systems than Linux the libraries go by other names; WeasyPrint itself says whether it finds them.
has_weasyprint_libraries() { "$VENV/bin/python" -c 'import weasyprint' >/dev/null 2>&1; }
# Not `grep -q`: it would stop reading early and, with pipefail, fail what it has found.
has_font() { fc-list : family 2>/dev/null | grep -F "$1" >/dev/null; }
has_command() { command -v "$1" >/dev/null; }

missing_packages() {
    if [ "$(uname)" = Linux ]; then
        has_library libpango-1.0.so.0 || echo libpango-1.0-0
        has_library libpangoft2-1.0.so.0 || echo libpangoft2-1.0-0
        has_library libharfbuzz-subset.so.0 || echo libharfbuzz-subset0
    else
        has_weasyprint_libraries || echo pango
    fi
    has_command fc-list || echo fontconfig
    has_font "Liberation Serif" || echo fonts-liberation
    has_font "DejaVu Sans" || echo fonts-dejavu-core
    if [ "$TESTS" = yes ]; then
        has_command chromium || echo chromium
        has_command pdftotext || echo poppler-utils
        has_command qpdf || echo qpdf
        has_command msgfmt || echo gettext
    fi
    if [ "$POSTGRES" = yes ]; then
        scripts/with_postgres.sh --where >/dev/null 2>&1 || echo postgresql
    fi
}

set_up_system() {
    local missing
    missing=$(missing_packages | tr '\n' ' ')
    [ -n "$missing" ] || return 0
    # shellcheck disable=SC2086  # one word a package
    install_packages $missing || true
    missing=$(missing_packages | tr '\n' ' ')
    [ -n "$missing" ] || return 0
    say "missing on this system: $missing"
    if has_command apt-get; then
        say "to install: sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing% }"
    else
        say "install them with this system's package manager (the names are Debian's)."
    fi
    if [ "$TESTS" = yes ] && [ -n "${CI:-}" ]; then return 1; fi
}

# --- Python packages ---

fingerprint() {  # of the lock and the Python it is installed for
    "$VENV/bin/python" -c '
import hashlib, pathlib, sys
print(hashlib.sha256(pathlib.Path(sys.argv[1]).read_bytes()).hexdigest(), sys.version.split()[0])' "$1"
}

set_up_venv() {
    local python
    if python_is_new_enough "$VENV/bin/python" && "$VENV/bin/python" -m pip --version >/dev/null 2>&1; then return; fi
    python=$(find_python)
    say "making $VENV with $("$python" --version)"
    "$python" -m venv --clear "$VENV" >/dev/null 2>&1 && return
    install_packages python3-venv && "$python" -m venv --clear "$VENV" >/dev/null && return
    say "Python's venv module is missing. To install it: sudo apt-get install -y python3-venv"
    return 1
}

missing_distributions() {  # the locked packages that are not installed at all; version mismatches with --exact
    "$VENV/bin/python" - "$LOCK" "$@" <<'PYTHON'
import re, sys
from importlib.metadata import PackageNotFoundError, version
from pip._vendor.packaging.markers import Marker
for line in open(sys.argv[1], encoding="utf-8"):
    found = re.match(r"([\w.-]+)==([^ ;\\]+)(?: *; *([^\\]+))?", line)
    if not found or (found[3] and not Marker(found[3].strip()).evaluate()):
        continue
    try:
        here = version(found[1])
    except PackageNotFoundError:
        here = ""
    if not here or ("--exact" in sys.argv and here != found[2]):
        print(f"{found[1]}=={found[2]}")
PYTHON
}

set_up_packages() {
    local print absent
    print=$(fingerprint "$LOCK")
    if [ "$(cat "$STAMP" 2>/dev/null)" = "$print" ]; then return; fi
    if [ -n "$(missing_distributions --exact)" ]; then
        say "installing the packages of $LOCK"
        if ! "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$LOCK"; then
            absent=$(missing_distributions | tr '\n' ' ')
            if [ -z "$absent" ] && [ "$TESTS" = no ]; then
                say "could not update: $(missing_distributions --exact | tr '\n' ' ')"
                say "going on with the versions that are here; run make setup again when there is a network."
                return
            fi
            say "could not install: ${absent:-$(missing_distributions --exact | tr '\n' ' ')}"
            say "a package index must be within reach the first time (pip's own settings say which)."
            return 1
        fi
    fi
    echo "$print" >"$STAMP"
}

set_up_venv
set_up_packages
set_up_system
