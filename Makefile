# `make demo` and `make test` each work alone on a fresh clone: they make the environment they need.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
SAMPLES := src/dragoman/samples

FAST := .venv-fast

.PHONY: demo test lint gate fast speed clean

demo: $(VENV)/.installed
	$(BIN)/dragoman code $(SAMPLES)
	$(BIN)/dragoman code $(SAMPLES) --output demo.html
	@echo
	@echo "Above: six dispatches, German and English, with a row for every fact that was read from them."
	@echo "Now open demo.html in a browser. Point at a coloured passage to see its record, or at a record to see its words."
	@echo "Then try a dispatch of your own:  $(BIN)/dragoman code FILE.txt --date YYYY-MM-DD"

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/mypy

gate: $(VENV)/.installed-dev
	$(BIN)/python bench/gate.py

# As the released wheels are: compiled. Needs a C compiler and two minutes.
fast: $(FAST)/.installed
	@echo "$(FAST)/bin/dragoman is compiled"

speed: $(FAST)/.installed
	$(FAST)/bin/python bench/speed.py

clean:
	rm -rf $(VENV) $(FAST) demo.html build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "dragoman needs Python 3.11 or newer; say which: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.installed

$(FAST)/.installed: pyproject.toml $(shell find src -name '*.py')
	$(PYTHON) -m venv $(FAST)
	rm -rf build/fast && mkdir -p build/fast && cp -r pyproject.toml README.md LICENSE src build/fast
	HATCH_BUILD_HOOKS_ENABLE=1 $(FAST)/bin/python -m pip install --quiet --disable-pip-version-check ./build/fast
	@touch $@
