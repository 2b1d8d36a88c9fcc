# make run    set up and serve on http://127.0.0.1:8000      make test   set up, lint, type-check, test
# make format, make bench, make lock: for those who change things
SHELL := bash
.DELETE_ON_ERROR:
.PHONY: setup setup-tests run test lint forms bench format lock

PYTHON_IN_VENV := $(or $(AMPARO_VENV),.venv)/bin/python
PORT ?= 8000
UV_VERSION := 0.13.8
export PYTHON

setup:
	@scripts/setup.sh

setup-tests:
	@scripts/setup.sh --tests

# AMPARO_LOCAL: plain http on this machine only, so the cookies cannot be marked Secure.
run: export AMPARO_LOCAL := 1
run: export PORT := $(PORT)
run: setup
	@$(PYTHON_IN_VENV) manage.py make_keys
	@$(PYTHON_IN_VENV) manage.py migrate --verbosity 0
	@$(PYTHON_IN_VENV) manage.py collectstatic --noinput --verbosity 0
	@$(PYTHON_IN_VENV) manage.py install_forms \
	    || echo "Not every official form is installed: those that are missing come out as answer sheets." >&2
	@exec $(PYTHON_IN_VENV) -m gunicorn interview.wsgi

test: setup-tests lint forms
	$(PYTHON_IN_VENV) -m pytest -q

lint: setup-tests
	$(PYTHON_IN_VENV) -m ruff format --check .
	$(PYTHON_IN_VENV) -m ruff check .
	$(PYTHON_IN_VENV) -m mypy
	$(PYTHON_IN_VENV) manage.py makemigrations --check --dry-run

# Without CI set, the tests that need the official forms are skipped where there are none.
forms: setup-tests
	$(PYTHON_IN_VENV) manage.py install_forms || [ -z "$$CI" ]
	$(PYTHON_IN_VENV) manage.py check_forms || [ -z "$$CI" ]

bench: setup-tests
	$(PYTHON_IN_VENV) -m tests.benchmarks.bench_packet

format: setup-tests
	$(PYTHON_IN_VENV) -m ruff check --fix .
	$(PYTHON_IN_VENV) -m ruff format .

# uv resolves; pip installs (--require-hashes). The files name no registry: pip's own settings do.
lock: setup-tests
	$(PYTHON_IN_VENV) -m pip install --quiet uv==$(UV_VERSION)
	$(PYTHON_IN_VENV) -m uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	    --custom-compile-command "make lock" requirements.in -o requirements.txt
	$(PYTHON_IN_VENV) -m uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	    --custom-compile-command "make lock" requirements-dev.in -o requirements-dev.txt
