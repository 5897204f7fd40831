# Two commands: `make run` and `make test`. Both set up what they need, once.
# Needs python3 (3.11 or newer) with pip, and make. No administrator, nothing system-wide.

PYTHON ?= python3
BIN := .venv/bin
# Packages from a folder instead of the network: make run BUNDLE=path (see `make bundle`).
BUNDLE ?=
FROM := $(if $(BUNDLE),--no-index --find-links $(BUNDLE))
UV := UV_SYSTEM_CERTS=1 VIRTUAL_ENV=.venv $(BIN)/uv
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# A stamp's name holds a checksum of what it stands for: new lists, or a moved folder, set up anew.
key = $(shell (pwd; cat $(1)) 2>/dev/null | cksum | cut -d' ' -f1)
BASE := .venv/.base-$(call key,requirements/uv.txt)
RUN := .venv/.run-$(call key,requirements/uv.txt requirements/run.txt pyproject.toml)
TEST := .venv/.test-$(call key,requirements/uv.txt requirements/test.txt pyproject.toml)
BENCH := .venv/.bench-$(call key,requirements/uv.txt requirements/bench.txt pyproject.toml)
JOURNEYS := .venv/.journeys-$(call key,requirements/uv.txt requirements/journeys.txt pyproject.toml)
TEXTS := .venv/.texts
TRANSLATIONS := $(shell find gensvar -name '*.po')

.DEFAULT_GOAL := help
.PHONY: help run setup test tests check bench bundle lock journeys asterisk

help: ## Say what can be made
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 18

run: $(RUN) $(TEXTS) ## Start Gensvar with the demo town on http://localhost:8000
	@exec $(BIN)/gensvar up --demo

setup: $(RUN) $(TEXTS) ## Set up the program and start nothing, for production

# Types are worked out on one core, so the tests go beside them.
test: $(TEST) $(TEXTS) ## Check the code and run the tests
	@$(MAKE) --no-print-directory --jobs=2 check tests

tests: $(TEST) $(TEXTS)
	@exec $(BIN)/python -m pytest -q -n auto --maxprocesses=4 --dist loadfile --no-loadscope-reorder

check: $(TEST) $(TEXTS) ## Lint, types, import contracts, sizes, migrations and translations
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet || { echo "Format the files above with: ruff format"; exit 1; }
	@$(BIN)/python -m gensvar.config.sizes
	@$(BIN)/python -m gensvar.config.translations check
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/python -m mypy gensvar
	@$(BIN)/gensvar migrate --check

bench: $(BENCH) $(TEXTS) ## List the benchmarks, or run one: make bench NAME=x
	@exec $(BIN)/python -m benchmarks $(NAME)

bundle: $(BASE) ## Fetch all packages into var/bundle, to install without a network
	@$(PYTHON) -m pip --python $(BIN)/python download --quiet --require-hashes --only-binary :all: \
	    --dest var/bundle -r requirements/uv.txt -r requirements/run.txt
	@echo "Copy this folder to the other machine, then: make run BUNDLE=var/bundle"

lock: $(BASE) ## Write the locked lists of packages anew
	@requirements/lock.sh

journeys: $(JOURNEYS) $(TEXTS) ## Set up what the browser tests and peers need (used by .ci/run)

asterisk: ## Put a real Asterisk in .asterisk (Debian 12, root) and start it; see docs/telephone.md
	@asterisk/engine.sh install
	@asterisk/engine.sh start

$(BASE):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	    { echo "Gensvar needs Python 3.11 or newer: install it, or name it with make PYTHON=/path/to/python3."; exit 1; }
	@$(PYTHON) -c 'import venv' 2>/dev/null || \
	    { echo "Python's module venv is missing: install it (Debian: apt install python3-venv)."; exit 1; }
	@$(PYTHON) -m pip --version >/dev/null 2>&1 || \
	    { echo "pip is missing: install it (Debian: apt install python3-pip)."; exit 1; }
	@test -w . || { echo "This folder is read-only for you: copy it to a place of your own and run make there."; exit 1; }
	@echo "Setting up in .venv (once; about a minute on a fast network) …"
	@$(BIN)/python -c 'import sys' 2>/dev/null || $(PYTHON) -m venv --clear --without-pip .venv
	@$(PYTHON) -m pip --python $(BIN)/python install --quiet $(FROM) --require-hashes -r requirements/uv.txt
	@rm -f .venv/.base-* && touch $@

define install
	@$(UV) pip install --quiet --compile-bytecode $(FROM) --require-hashes -r $(1)
	@$(UV) pip install --quiet --no-deps -e .
	@rm -f $(2) && touch $@
endef

$(RUN): $(BASE)
	$(call install,requirements/run.txt,.venv/.run-*)

$(TEST): $(BASE)
	$(call install,requirements/test.txt,.venv/.test-*)

$(BENCH): $(BASE)
	$(call install,requirements/bench.txt,.venv/.bench-*)

$(JOURNEYS): $(BASE)
	$(call install,requirements/journeys.txt,.venv/.journeys-*)

# Compiled once here, so that a start takes a second less, also where Python may not write.
$(TEXTS): $(TRANSLATIONS) | $(if $(filter run setup,$(MAKECMDGOALS)),$(RUN),$(TEST))
	@$(BIN)/python -m gensvar.config.translations compile
	@$(BIN)/python -m compileall -q gensvar
	@touch $@
