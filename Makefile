# Every goal works on a fresh Debian machine with python3, twice in a row, and from a path with a space in it.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
PYTHON ?= python3
DATA ?= ../shared/data
PORT ?= 8080
PY := .venv/bin/python
export PYTHON

.PHONY: help run test check sample planted bench screenshots docs clean

help:  ## list the goals
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):[^#]*## /  make \1\t/' | expand -t 16

run:  ## install, open two dossiers to try, serve them, and print the address
	@tools/setup.sh
	@mkdir -p build/run
	@.venv/bin/operative serve --demo --port $(PORT) --database "sqlite:///build/run/operative.db"

test:  ## install what tests need, and run every check and every test
	@tools/setup.sh --system dev
	@$(MAKE) --no-print-directory sample
	@$(MAKE) --no-print-directory check
	@$(PY) -m pytest -q -n auto $(ARGS)

check:  ## style, types and the arrows between the parts
	@tools/setup.sh dev
	@$(PY) -m ruff check src tests bench tools
	@$(PY) -m mypy
	@$(PY) -c 'from importlinter.cli import lint_imports_command; lint_imports_command()'

sample:  ## make build/sample/ (.txt, .docx, .pdf) from the bundled texts
	@tools/setup.sh dev
	@$(PY) tools/make_sample.py build/sample

planted:  ## plant known bugs in a copy of the sources, and see that the tests catch each
	@tools/setup.sh dev
	@$(PY) tools/plant.py $(ARGS)

bench:  ## measure against real documents: make bench DATA=../shared/data
	@tools/setup.sh dev bench
	@$(PY) bench/run.py "$(DATA)" $(ARGS)

screenshots:  ## take the pictures of every page into docs/images/
	@tools/setup.sh --system dev
	@$(PY) tools/screenshots.py docs/images $(ARGS)

docs:  ## build the documentation into site/
	@tools/setup.sh dev docs
	@NO_COLOR=1 $(PY) -m zensical build --clean

clean:  ## remove what the other goals made
	@rm -rf .venv build site .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
