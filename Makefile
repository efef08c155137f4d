# make run: the dashboard. make test: everything that must hold. Both set up a fresh machine.
PYTHON ?= python3
PORT ?= 8501
HOST ?= localhost
BIN := .venv/bin
# One more than there are processors: tests in a browser wait for it.
WORKERS = $(shell $(BIN)/python -c "import os; print(min(4, os.cpu_count() + 1))")

.PHONY: run refresh test lint bench bench-smoke screenshots clean

run: .venv/run.installed
	@$(BIN)/python -m data.build
	@$(BIN)/streamlit run dashboard.py --server.port $(PORT) --server.address $(HOST)

# make refresh: every source that has an address. make refresh SOURCES="census_saipe": these.
refresh: .venv/run.installed
	@$(BIN)/python -m data.refresh $(SOURCES)

test: .venv/test.installed lint
	@$(BIN)/python -m data.build
	@$(BIN)/python -m tests.browser.chromium
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder

lint: .venv/test.installed
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

bench: .venv/bench.installed
	@$(BIN)/python -m data.build
	@$(BIN)/python -m tests.browser.chromium
	@$(BIN)/python -m benchmarks.dashboard
	@$(BIN)/python -m benchmarks.roster
	@$(BIN)/python -m benchmarks.access
	@$(BIN)/python -m benchmarks.placement
	@$(BIN)/python -m benchmarks.documents
	@$(BIN)/python -m benchmarks.ingest

bench-smoke: .venv/bench.installed
	@$(BIN)/python -m data.build
	@$(BIN)/python -m tests.browser.chromium
	@$(BIN)/python -m benchmarks.dashboard --quick
	@$(BIN)/python -m benchmarks.roster --quick
	@$(BIN)/python -m benchmarks.access --quick
	@$(BIN)/python -m benchmarks.placement --quick
	@$(BIN)/python -m benchmarks.documents --quick
	@$(BIN)/python -m benchmarks.ingest --quick

screenshots: .venv/test.installed
	@$(BIN)/python -m data.build
	@$(BIN)/python -m tests.browser.screenshots

clean:
	rm -rf .venv data/built

# One stamp a requirements file: installed again only when it or the pins change.
.venv/%.installed: requirements.txt requirements-test.txt requirements-bench.txt constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements$(if $(filter-out run,$*),-$*).txt
	@touch $@
