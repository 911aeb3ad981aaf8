"""Write the word table of the corpus stage: frequent words of six languages.

Each with its frequency and the consonant skeleton by which names are compared.

    pip install wordfreq --editable . && python scripts/list_words.py src/quellenlage/corpus/resources/words.txt

wordfreq's code is Apache-2.0, its word lists CC BY-SA 4.0; the package itself does not need it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from wordfreq import top_n_list, zipf_frequency

from quellenlage.corpus.features import skeleton

SIZES = {"de": 20_000, "en": 14_000, "ru": 13_000, "es": 9_000, "fr": 8_000, "pt": 8_000}


def vocabulary() -> list[tuple[str, float]]:
    """Return the most frequent words of each language with their highest Zipf frequency, the most frequent first."""
    best: dict[str, float] = {}
    for language, size in SIZES.items():
        for word in top_n_list(language, size):
            if any(character.isalpha() for character in word) and len(word) > 1:
                best[word] = max(best.get(word, 0.0), zipf_frequency(word, language))
    return sorted(best.items(), key=lambda item: (-item[1], item[0]))


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(
        "".join(f"{word} {round(zipf * 100)} {skeleton(word)}\n" for word, zipf in vocabulary()), "utf-8"
    )
