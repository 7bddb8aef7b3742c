# make run    convert a telegram (FILE=path, by default a specimen), show the TEI, validate it and verify it against the text
# make test   lint, types, import contracts, tests
# make docs   the documentation as a site, in build/site
# Each makes its own environment in .venv; nothing but Python 3.11 or newer is needed.

SHELL := /bin/sh
export PYTHONUTF8 := 1
# the tests start Python a hundred times: what is compiled is kept
unexport PYTHONDONTWRITEBYTECODE
export FILE
# relative to this folder, so that it may lie anywhere, in a path with blanks and accents too
PY := .venv/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check

.PHONY: run test docs clean

run: .venv/run.stamp
	@[ -n "$$FILE" ] || FILE=$$(find corpus -name '*.txt' | sort | head -n 1); \
	[ -n "$$FILE" ] || { echo "make run: corpus/ holds no specimen; name a telegram: make run FILE=telegram.txt" >&2; exit 2; }; \
	out=$$(mktemp -d) || exit 2; trap 'rm -rf "$$out"' EXIT; tei="$$out/telegram.xml"; \
	if [ -t 2 ]; then export FORCE_COLOR=1; fi; \
	$(PY) -m tei_cable convert "$$FILE" -o "$$tei" 2>"$$out/said" || [ $$? -lt 2 ] || { cat "$$out/said" >&2; exit 2; }; \
	$(PY) -m rich.syntax --wrap --background-color default "$$tei" && cat "$$out/said" >&2 && \
	$(PY) -m tei_cable validate "$$tei" --schema cable --schema cable.xsd && \
	$(PY) -m tei_cable verify "$$FILE" "$$tei"

test: .venv/test.stamp
	$(PY) -m ruff check .
	$(PY) -m mypy
	.venv/bin/lint-imports
	$(PY) -m pytest -n 2 --dist worksteal

docs: .venv/docs.stamp
	$(PY) -m tools.manual build/site

.venv/bin/python:
	@sh tools/venv.sh .venv

.venv/run.stamp: .venv/bin/python pyproject.toml
	$(PIP) -e .
	@touch $@

.venv/docs.stamp: .venv/bin/python pyproject.toml
	$(PIP) -e '.[docs]'
	@touch $@

.venv/test.stamp: .venv/bin/python pyproject.toml
	$(PIP) -e '.[dev]'
	@touch $@ .venv/run.stamp

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist build/site
