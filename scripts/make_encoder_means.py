"""Make the mean headline vectors, one a language, that the sentence encoder takes off.

    python scripts/make_encoder_means.py ../shared/data src/quellenlage/corpus/resources/encoder-means.npz

Reads headlines of OG2021 (CC BY-NC-ND 4.0) and the beginnings of articles of SemEval-2022 Task 8, at most 300 a
language; what is kept of them is their mean vector.
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

import numpy as np

from quellenlage.corpus.encoder import encoder

LANGUAGES = {"eng": "en", "spa": "es", "por": "pt", "fra": "fr"}
MOST = 300


def main(data: Path, target: Path) -> None:
    """Write the means; ``other`` is the mean of all of them."""
    texts: dict[str, list[str]] = {}
    for name, language in LANGUAGES.items():
        rows = (data / "stories" / f"{name}.jsonl").read_text("utf-8").splitlines()
        texts[language] = [json.loads(row)["title"] for row in rows[:: max(1, len(rows) // MOST)]][:MOST]
    csv.field_size_limit(10_000_000)
    with (data / "similarity" / "train.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for side in ("1", "2"):
                language = row[f"lang{side}"][:2]
                if language not in LANGUAGES.values() and len(texts.setdefault(language, [])) < MOST:
                    texts[language].append(row[f"text{side}"][:120])
    means = {
        language: encoder().raw(sorted(set(chosen))).mean(0)
        for language, chosen in sorted(texts.items())
        if len(chosen) >= 50
    }
    means["other"] = np.mean(list(means.values()), axis=0)
    print({language: (len(texts.get(language, ())), float(np.linalg.norm(mean))) for language, mean in means.items()})
    np.savez(target, **{language: mean.astype(np.float32) for language, mean in means.items()})


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
