# The commands of the README. Needs CPython 3.11 or newer with pip, and make; everything else goes into .venv.
# Your own interpreter: make report PYTHON=python3.13. Your own pages: make report PAGES=~/pages

PYTHON ?= python3
PAGES ?= seeds/
REPORTS ?= reports/
VENV := .venv
BIN := $(VENV)/bin
# A pip that installs for the user by default cannot install into an environment; all else in its configuration holds.
PIP := PIP_USER=0 PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip --quiet --quiet
MODERN := import sys; sys.version_info >= (3, 11) or sys.exit(sys.executable + " is " + sys.version.split()[0] + \
	": CPython 3.11 or newer is needed, name one with PYTHON=...")

.DELETE_ON_ERROR:
.PHONY: help report lab test check format docs notebooks accuracy bench lock clean

help:
	@echo "make report   parse and tag $(PAGES), run the notebooks, write $(REPORTS)*.html"
	@echo "make lab      open the notebooks in JupyterLab"
	@echo "make test     run every test, the notebooks included"
	@echo "make check    lint, format, types and the direction of imports"
	@echo "make format   put code and notebooks into the format that make check wants"
	@echo "make docs     bring the list of modules in ARCHITECTURE.md up to date"
	@echo "make notebooks  run the notebooks on the seeds and keep the figures that the tests compare"
	@echo "make accuracy  measure on annotated pages and publish the figures (GOLD='name=file,texts ...')"
	@echo "make bench    speed and memory beside other extractors and engines"
	@echo "make lock     pin what pyproject.toml declares (UPGRADE=--upgrade for newer releases)"
	@echo "make clean    remove the environment and the reports"

report: $(VENV)/.run
	@$(BIN)/workbench report $(PAGES) --output $(REPORTS)

lab: $(VENV)/.run
	$(BIN)/workbench lab

test: $(VENV)/.dev
	$(BIN)/python -m pytest

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(VENV)/.made
	$(BIN)/python tools/list_modules.py

notebooks: $(VENV)/.dev
	$(BIN)/python tools/refresh_notebooks.py

accuracy: $(VENV)/.dev
	$(BIN)/python tools/refresh_accuracy.py $(GOLD)

bench: $(VENV)/.dev
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/corpus.py
	$(BIN)/python benchmarks/whole.py
	$(BIN)/python benchmarks/ingest.py
	$(BIN)/python benchmarks/near.py
	$(BIN)/python benchmarks/stories.py

$(VENV)/.made:
	@$(PYTHON) -c '$(MODERN)'
	@echo "making $(VENV) ..." >&2
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/.made
	@echo "installing what requirements.lock pins ..." >&2
	@$(PIP) install --no-compile --require-hashes --requirement requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	@echo "installing what requirements-dev.lock pins ..." >&2
	@$(PIP) install --no-compile --require-hashes --requirement requirements-dev.lock
	@touch $@

# Hashes let pip refuse a changed file; no index is named, so each user's own pip configuration holds.
COMPILE = $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --custom-compile-command "make lock" $(UPGRADE)

lock: | $(VENV)/.made
	@$(PIP) install uv
	$(COMPILE) --group build --output-file requirements.lock
	$(COMPILE) --group build --extra dev --constraint requirements.lock --output-file requirements-dev.lock

clean:
	rm -rf $(VENV) $(REPORTS) build dist
