"""Write the word table of the corpus stage: frequent words of six languages.

    pip install wordfreq --editable . && python scripts/list_words.py src/quellenlage/corpus/resources

Written are ``words.txt`` (the words) and, for quick loading, the summed frequency of the words that share a stem
(``word-stems.txt``) or a skeleton (``name-skeletons.txt``), in units of one in a thousand million.

wordfreq's code is Apache-2.0, its word lists CC BY-SA 4.0; the package itself does not need it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from wordfreq import top_n_list, zipf_frequency

from quellenlage.corpus.features import STEM_LETTERS, skeleton

SIZES = {"de": 20_000, "en": 14_000, "ru": 13_000, "es": 9_000, "fr": 8_000, "pt": 8_000}


def vocabulary() -> list[tuple[str, float]]:
    """Return the most frequent words of each language with their highest Zipf frequency, the most frequent first."""
    best: dict[str, float] = {}
    for language, size in SIZES.items():
        for word in top_n_list(language, size):
            if any(character.isalpha() for character in word) and len(word) > 1:
                best[word] = max(best.get(word, 0.0), zipf_frequency(word, language))
    return sorted(best.items(), key=lambda item: (-item[1], item[0]))


def summed(keyed: Iterable[tuple[str, float]]) -> str:
    """Return one line a key: key, blank, summed frequency."""
    total: dict[str, float] = {}
    for key, zipf in keyed:
        if key:
            total[key] = total.get(key, 0.0) + 10**zipf
    return "".join(f"{key} {round(value)}\n" for key, value in sorted(total.items()))


def main(folder: Path) -> None:
    """Write the three files."""
    words = vocabulary()
    (folder / "words.txt").write_text("".join(f"{word}\n" for word, _ in words), "utf-8")
    stems = summed((word[:STEM_LETTERS], zipf) for word, zipf in words)
    (folder / "word-stems.txt").write_text(stems, "utf-8")
    (folder / "name-skeletons.txt").write_text(summed((skeleton(word), zipf) for word, zipf in words), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
