# Everything runs in .venv, made from the lock file; nothing else is touched.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
# Who has done their share of the tests takes half of what another has yet to do.
PYTEST := $(BIN)/pytest -q -n auto --dist worksteal

.PHONY: run chat check quick test soak bench lock clean

# The main job: the platforms that are configured; without any, the terminal.
run: .venv/installed
	@$(BIN)/senpai run

chat: .venv/installed
	@$(BIN)/senpai chat

# Format, lint, types, layers, migrations and documents.
check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@mkdir -p .cache && rm -f .cache/check.sqlite3
	ALEMBIC_URL=sqlite:///.cache/check.sqlite3 $(BIN)/alembic upgrade head
	ALEMBIC_URL=sqlite:///.cache/check.sqlite3 $(BIN)/alembic check
	$(BIN)/senpai roles check --strict content

# The tests one runs while working.
quick: $(READY)
	$(PYTEST) -m "not slow"

test: $(READY)
	$(PYTEST)

# The tests that take long, with a thousand processes killed instead of two hundred, and an
# interview cut off at each of its steps, on both databases.
soak: $(READY)
	SENPAI_KILLS=1000 $(PYTEST) tests/soak tests/interviews/test_crashes.py

bench: $(READY)
	$(BIN)/python -m benchmarks

.venv/installed: requirements/run.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(READY): .venv/installed requirements/dev.txt
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	@touch $@

# Pins what pyproject.toml asks for, for every platform, without addresses of registries.
lock: $(READY)
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --extra build pyproject.toml -o requirements/run.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --extra build --extra dev pyproject.toml \
		-c requirements/run.txt -o requirements/dev.txt

clean:
	rm -rf .venv .ruff_cache .mypy_cache .pytest_cache .import_linter_cache .hypothesis
