"""How far the rules' quotations speak for each label: counted on the training part, where rules were not trained.

For each label of the gold and each label that the rules give the same word: the logarithm of how often the rules say
so where the gold does. The model's scores take a share of it (``trust``) before the best path is sought: a
logarithmic pool of two readers. Run in the project's environment: ``python -m training.evidence --out FILE``.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np

from quellenlage.layers.model.decode import tags
from quellenlage.layers.model.labels import QUOTE_LABELS, TYPES
from quellenlage.layers.statements import mode

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
import bench_statements

SMOOTHING = 0.3


def table(data: Path) -> list[list[float]]:
    """Return ``[label of the rules][label of the gold]``."""
    mode.set_mode("rules")
    path = data / "quotations" / "train.jsonl"
    articles = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    named = {given: TYPES.index(name) for name, given in bench_statements.TYPES.items()}
    counts = np.full((len(QUOTE_LABELS), len(QUOTE_LABELS)), SMOOTHING)
    for article, statements in zip(articles, bench_statements.annotated(articles), strict=True):
        length = len(article["tokens"])
        found = [bench_statements.quotation(article, statement) for statement in statements]
        system = [(sorted(item.parts["quote"]), named[str(item.type)]) for item in found if item.parts["quote"]]
        notes = article["annotations"]
        gold = [
            (sorted(set(note["quote"]["tokenIds"])), named[note["type"]]) for note in notes if note["quote"]["tokenIds"]
        ]
        np.add.at(counts, (tags(system, length=length)[0], tags(gold, length=length)[0]), 1.0)
    shares = np.log(counts / counts.sum(axis=0, keepdims=True))
    return [[round(float(value), 3) for value in row] for row in shares]


def main() -> None:
    """Read the command line and count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    given.out.write_text(json.dumps(table(given.data)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
