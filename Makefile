# make demo   a virtual environment, the demo cases with a report of each, and the desk of the first in the browser
#             (make demo SERVE=no only builds)
# make test   the same environment with the tools of development, and every test
#
# Needs Python 3.11 or newer with venv, and make; everything else goes into .venv. With uv on the PATH it is faster.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
UV     := $(shell command -v uv 2>/dev/null)
SOURCES = $(shell find cuibono -type f -not -path '*/__pycache__/*')

# Further arguments for pytest: make test PYTEST="-n 2 -k ocr"
PYTEST ?=

ifdef UV
INSTALL = $(UV) pip install --quiet --compile-bytecode --python $(BIN)/python
else
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check
endif

.DELETE_ON_ERROR:
.PHONY: help demo install install-dev test lint format docs licences lock clean

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile
	@echo "further: install install-dev lint format docs licences lock clean"

demo: demo-case/report.html
	@echo "The reports are demo-case/*.html; more of the first case: $(BIN)/cuibono -C demo-case/solar findings"
ifneq ($(SERVE),no)
	@$(BIN)/cuibono -C demo-case/solar serve --port 0
endif

demo-case/report.html: $(VENV)/installed $(SOURCES)
	$(BIN)/cuibono demo demo-case --no-serve
	@touch $@

install: $(VENV)/installed

install-dev: $(VENV)/installed-dev

test: $(VENV)/installed-dev
	$(BIN)/python -m pytest $(PYTEST)

lint: $(VENV)/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(VENV)/installed-dev
	$(BIN)/python scripts/docs.py
	$(BIN)/python scripts/pages.py --write

licences: $(VENV)/installed-dev
	$(BIN)/python scripts/licences.py

lock:
	scripts/lock.sh

clean:
	rm -rf $(VENV) demo-case dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

# The files below are stamps: they say that a step was done, and with what.
$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "cuibono needs Python 3.11 or newer; $(PYTHON) is: $$($(PYTHON) --version 2>&1)." >&2; \
		echo "  Try: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
		echo "$(PYTHON) cannot make virtual environments: its module venv is missing." >&2; \
		echo "  Try: apt-get install python3-venv   (Debian and Ubuntu keep it apart)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(INSTALL) --require-hashes -r requirements.lock
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/installed-dev: requirements-dev.lock $(VENV)/installed
	$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@
