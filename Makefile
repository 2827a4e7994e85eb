# Every target makes its own environment where it is missing: Python 3.11+, make and git are all that is assumed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TRELLIS := $(BIN)/trellis
RUN_READY := $(VENV)/.run-ready
DEV_READY := $(VENV)/.dev-ready
BENCH_READY := $(VENV)/.bench-ready
JOBS ?= auto

.PHONY: install demo test quick chaos check format bench screenshots migration lock clean

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Trellis needs Python 3.11 or newer; set PYTHON=python3.12, say")'
	$(PYTHON) -m venv $(VENV)

# What an editable install would write, without a build: that needs the network, or a setuptools in the venv.
$(TRELLIS): | $(VENV)/bin/python
	$(BIN)/python -c 'import pathlib, sysconfig; pathlib.Path(sysconfig.get_path("purelib"), "trellis.pth").write_text("$(CURDIR)\n")'
	printf '#!/bin/sh\nexec "$(CURDIR)/$(BIN)/python" -P -m bot "$$@"\n' > $@
	chmod +x $@

$(RUN_READY): requirements.txt | $(TRELLIS)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.txt
	touch $@

$(DEV_READY): requirements-dev.txt | $(TRELLIS)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.txt
	touch $@ $(RUN_READY)

$(BENCH_READY): requirements-bench.txt $(DEV_READY)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-bench.txt
	touch $@

install: $(RUN_READY) ## $(VENV)/bin/trellis, ready to run

demo: $(RUN_READY) ## a local Slack, a fictional company and the bot: prints one address to open; FRESH=1 begins anew
	$(BIN)/python -m bot demo $(if $(FRESH),--fresh)

test: $(DEV_READY) ## all tests, in parallel
	$(BIN)/python -m pytest -n $(JOBS)

quick: $(DEV_READY) ## the tests to run while you work
	$(BIN)/python -m pytest -n $(JOBS) -m "not slow"

chaos: $(DEV_READY) ## at full size: workers killed at any instant, a year of 500 people, every zone to 2035
	$(BIN)/python -m pytest -n $(JOBS) --full tests/chaos

check: $(DEV_READY) ## format, lint, types, import rules, sizes, one voice
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m pytest tests/test_sizes.py tests/test_voice.py tests/test_words.py tests/abroad/test_language.py

format: $(DEV_READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(BENCH_READY) ## the figures of the README, measured here; PART=million for one part
	$(BIN)/python -m bench $(PART)

screenshots: $(DEV_READY) ## the pictures of docs/first-hour.md, made again by the journeys; needs Chromium
	mkdir -p docs/images
	$(BIN)/python -m pytest -n $(JOBS) tests/browser/test_first_hour.py tests/browser/test_journeys.py --screenshots docs/images

migration: $(DEV_READY) ## draft the next revision: make migration NAME="what changes"
	$(BIN)/python -m storage.migrations "$(NAME)"

lock: ## pin again; needs uv
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url pyproject.toml -o requirements.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --group bench -c requirements-dev.txt -o requirements-bench.txt

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache
