"""Make the word table of the story stage from the output of distill_words.py: frequencies and small vectors.

    python scripts/make_word_table.py OUT_DIR src/quellenlage/corpus/resources

Writes ``words.txt`` (one word a line, the most frequent first, with its Zipf frequency in hundredths) and, where
``vectors.npy`` is complete, ``word-vectors.npy`` (int8, one row a word). The encoder's vectors are centred, their
common directions (which tell frequency and language, not meaning) removed, the rest cut to ``DIMENSIONS`` by PCA and
scaled to int8 (A. Mu and P. Viswanath, All-but-the-top, 2018; MinishLab, Model2Vec, 2024).
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

DIMENSIONS = 192
REMOVED = 3


def reduce(vectors: np.ndarray) -> np.ndarray:
    """Return the vectors centred, cut to ``DIMENSIONS`` and scaled to int8."""
    centred = vectors.astype(np.float32)
    centred /= np.linalg.norm(centred, axis=1, keepdims=True)
    centred -= centred.mean(0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    axes = axes[:, ::-1]
    cut = centred @ axes[:, REMOVED : REMOVED + DIMENSIONS]
    cut /= np.linalg.norm(cut, axis=1, keepdims=True) + 1e-9
    return np.clip(np.rint(cut * (127 / np.abs(cut).max())), -127, 127).astype(np.int8)


def main(source: Path, target: Path) -> None:
    """Write the table."""
    rows = [line.split("\t") for line in (source / "words.txt").read_text("utf-8").splitlines()]
    target.mkdir(parents=True, exist_ok=True)
    (target / "words.txt").write_text("".join(f"{word} {round(float(zipf) * 100)}\n" for word, zipf in rows), "utf-8")
    vectors = np.load(source / "vectors.npy") if (source / "vectors.npy").exists() else np.empty((0, 0))
    if len(vectors) == len(rows):
        np.save(target / "word-vectors.npy", reduce(vectors))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
