# make run    set up and serve on http://127.0.0.1:8000      make test   set up, lint, type-check, test
# make test-postgres    the same tests on a PostgreSQL server of their own
# make format, make messages, make bench, make fuzz, make stress, make screenshots, make audit,
# make lock: for those who change things
SHELL := bash
.DELETE_ON_ERROR:
.PHONY: setup setup-tests setup-postgres run test test-postgres suite lint forms bench fuzz stress audit format lock messages screenshots

PYTHON_IN_VENV := $(or $(AMPARO_VENV),.venv)/bin/python
PORT ?= 8000
# How many processes share the tests: "auto" is as many as there are cores; WORKERS=1 is easiest on the machine.
WORKERS ?= auto
UV_VERSION := 0.13.8
export PYTHON

setup:
	@scripts/setup.sh

setup-tests:
	@scripts/setup.sh --tests

setup-postgres:
	@scripts/setup.sh --tests --postgres

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
	@$(MAKE) --no-print-directory suite

# The whole suite once more, on a throw-away PostgreSQL server (scripts/with_postgres.sh); each site that a test
# starts has a database of its own on it (tests/databases.py).
test-postgres: setup-postgres forms
	@scripts/with_postgres.sh $(MAKE) --no-print-directory suite

# In WORKERS processes; then, one after the other, what must not be disturbed.
suite:
	$(PYTHON_IN_VENV) manage.py collectstatic --noinput --verbosity 0
	$(PYTHON_IN_VENV) -m pytest -q -m "not alone" -n $(WORKERS) --dist loadgroup
	$(PYTHON_IN_VENV) -m pytest -q -m alone

lint: setup-tests
	$(PYTHON_IN_VENV) -m ruff format --check .
	$(PYTHON_IN_VENV) -m ruff check .
	$(PYTHON_IN_VENV) -m mypy
	$(PYTHON_IN_VENV) manage.py makemigrations --check --dry-run

# Without CI set, the tests that need the official forms are skipped where there are none.
forms: setup-tests
	$(PYTHON_IN_VENV) manage.py install_forms || [ -z "$$CI" ]
	$(PYTHON_IN_VENV) manage.py check_forms || [ -z "$$CI" ]

# How fast and how small, beside what it is compared with; a quarter of an hour on a quiet machine. Writes
# docs/performance.md, with ONLY="packet pages" only those tables of it.
bench: setup-postgres
	$(PYTHON_IN_VENV) -m tests.benchmarks $(ONLY)

# 10,000 hostile posts over every page of questions.
fuzz: setup-tests
	POSTS=$(or $(POSTS),10000) $(PYTHON_IN_VENV) -m pytest -q -s tests/test_fuzz.py

# A picture of every page at three widths in each language, to flip through: var/screenshots/index.html.
screenshots: setup-tests
	$(PYTHON_IN_VENV) manage.py install_forms
	$(PYTHON_IN_VENV) -m tests.screenshots

# The heavy way: every page of the stories, by a hundred people at once, and by clicking with marked answers.
stress: setup-tests
	WHOLE_STORY=1 $(PYTHON_IN_VENV) -m pytest -q -s tests/test_stress.py tests/test_privacy.py

# Known faults of what we run on; --strict: what could not be looked up is no pass. Asks pypi.org; run it weekly.
audit: setup-tests
	$(PYTHON_IN_VENV) -m pip_audit --strict --disable-pip --require-hashes --progress-spinner off \
	    -r requirements.txt -r requirements-dev.txt

format: setup-tests
	$(PYTHON_IN_VENV) -m ruff check --fix .
	$(PYTHON_IN_VENV) -m ruff format .

# The texts of the code and of the data into locale/*/LC_MESSAGES/django.po, checked, and what the site reads made
# of them. Both are committed: a site needs no gettext. What is untranslated then fails in tests/test_spanish.py.
messages: setup-tests
	$(PYTHON_IN_VENV) manage.py makemessages
	for catalogue in locale/*/LC_MESSAGES/django.po; do \
	    msgfmt --check --statistics -o "$${catalogue%.po}.mo" "$$catalogue" || exit 1; done

# uv resolves; pip installs (--require-hashes). The files name no registry: pip's own settings do.
lock: setup-tests
	$(PYTHON_IN_VENV) -m pip install --quiet uv==$(UV_VERSION)
	$(PYTHON_IN_VENV) -m uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	    --custom-compile-command "make lock" requirements.in -o requirements.txt
	$(PYTHON_IN_VENV) -m uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	    --custom-compile-command "make lock" requirements-dev.in -o requirements-dev.txt
