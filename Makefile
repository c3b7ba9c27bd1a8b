# `make demo` and `make test` each work alone on a fresh clone: they make the environment they need.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
SAMPLES := src/dragoman/samples

FAST := .venv-fast

.PHONY: demo test pictures lint gate assets fast speed clean

# the ledger is made anew, so that it holds the samples and nothing else
demo: $(VENV)/.installed
	$(BIN)/dragoman code $(wildcard $(SAMPLES)/*.*) --output demo.html
	rm -f demo.db demo.db-wal demo.db-shm
	$(BIN)/dragoman add $(SAMPLES) --ledger demo.db
	$(BIN)/dragoman report AZE KAZ --since 2022 --until 2025 --ledger demo.db --output demo-report.html --force
	@echo
	$(BIN)/dragoman report AZE KAZ --since 2022 --until 2025 --ledger demo.db
	@echo
	@echo "Above: the report on the work done by Azerbaijan and Kazakhstan, from sample dispatches in ten languages."
	@echo "demo-report.html is the same to look at and to print; demo.html shows how six dispatches were read."
	@echo "Look next at:"
	@echo "  $(BIN)/dragoman events AZE KAZ --ledger demo.db        every event, with its sources"
	@echo "  $(BIN)/dragoman commitments AZE KAZ --ledger demo.db   what was announced, and what became of it"
	@echo "  $(BIN)/dragoman briefing FRA DEU --date 2024-05-25 --ledger demo.db"
	@echo "  $(BIN)/dragoman serve --ledger demo.db                 all of it in the browser"
	@echo "  $(BIN)/dragoman user add ada --role editor --ledger demo.db    who may then judge and add there"
	@echo "  $(BIN)/dragoman search Токаев --ledger demo.db         in any script"
	@echo "  $(BIN)/dragoman add FILE.txt --date YYYY-MM-DD --ledger demo.db    a dispatch of your own"

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest

# the pictures in docs/pages, taken of the samples; wants a browser (see .ci/browser)
pictures: $(VENV)/.installed-dev
	.ci/browser $(BIN)/python -m pytest tests/browser/test_pictures.py --renew

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/mypy

gate: $(VENV)/.installed-dev
	$(BIN)/python bench/gate.py

# What the pages move and draw with: src/dragoman/web/static/built, which is committed, so that nobody else needs Node.
assets:
	cd assets && npm ci --ignore-scripts --no-audit --no-fund && npm run build

# As the released wheels are: compiled. Needs a C compiler and two minutes.
fast: $(FAST)/.installed
	@echo "$(FAST)/bin/dragoman is compiled"

speed: $(FAST)/.installed
	$(FAST)/bin/python bench/speed.py

clean:
	rm -rf $(VENV) $(FAST) demo.html demo-report.html demo.db demo.db-* build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

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
	rm -rf build/fast && mkdir -p build/fast && cp -r pyproject.toml README.md LICENSE NOTICE src build/fast
	HATCH_BUILD_HOOKS_ENABLE=1 $(FAST)/bin/python -m pip install --quiet --disable-pip-version-check ./build/fast
	@touch $@
