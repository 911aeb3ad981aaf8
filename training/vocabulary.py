"""Trims the vocabulary of multilingual-e5-small to what German, English, Russian and French news need.

A piece is kept where it occurs in the news texts given, where it is frequent in the frequency lists of PyPI's
``wordfreq`` (as written and capitalised, because the lists are in lower case), or where it is a single letter of the
Latin, Greek or Cyrillic script or a sign of punctuation, so that every word of these languages can still be spelled.
"""

from __future__ import annotations

import csv
import json
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tokenizers import Tokenizer

LANGUAGES = ("de", "en", "ru", "fr")
WORDS = {"de": 150_000, "en": 80_000, "ru": 110_000, "fr": 60_000}
SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")


def texts(data: Path) -> Iterator[str]:
    """Yield the texts of the four languages under ``shared/data``."""
    for name in ("train", "dev"):
        with (data / "quotations" / f"{name}.jsonl").open(encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                yield record["documentName"]
                yield record["originalText"]
    csv.field_size_limit(10_000_000)
    with (data / "similarity" / "train.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            for side in ("1", "2"):
                if row["lang" + side] in LANGUAGES:
                    yield row["text" + side]
    for name in ("eng", "fra"):
        with (data / "stories" / f"{name}.jsonl").open(encoding="utf-8") as lines:
            yield from (" ".join(str(value) for value in json.loads(line).values()) for line in lines)
    for path in sorted((data / "entities").iterdir()):
        words = [line.split("\t")[1] for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line]
        for at in range(0, len(words), 400):
            yield " ".join(words[at : at + 400])


def frequent() -> Iterator[tuple[str, float]]:
    """Yield words of the frequency lists, in lower case and capitalised, with their share of running text."""
    import wordfreq

    for language in LANGUAGES:
        for word in wordfreq.top_n_list(language, WORDS[language]):
            share = wordfreq.word_frequency(word, language)
            yield word, share
            yield word.capitalize(), share


def is_spelling(piece: str) -> bool:
    """Tell whether a piece is one letter or sign that the four languages may need."""
    bare = piece.removeprefix("▁")
    if len(bare) > 1:
        return False
    if not bare:
        return True
    category = unicodedata.category(bare)
    if category[0] in "LM":
        return unicodedata.name(bare, "").split(" ")[0] in SCRIPTS
    return category[0] in "PSZ" or bare in "0123456789"


def choose(tokenizer: Tokenizer, data: Path, *, size: int) -> list[str]:
    """Return the pieces to keep, in the order of the full vocabulary."""
    seen: Counter[str] = Counter()
    for text in texts(data):
        seen.update(tokenizer.encode(text, add_special_tokens=False).tokens)
    weight: dict[str, float] = {piece: 1.0 + count for piece, count in seen.items() if count > 1}
    for word, share in frequent():
        for piece in tokenizer.encode(word, add_special_tokens=False).tokens:
            weight[piece] = weight.get(piece, 0.0) + share * 2e5
    vocabulary = tokenizer.get_vocab()
    keep = {piece for piece in vocabulary if is_spelling(piece)} | set(SPECIAL)
    for piece, _ in sorted(weight.items(), key=lambda item: (-item[1], item[0])):
        if len(keep) >= size:
            break
        if piece in vocabulary:
            keep.add(piece)
    return sorted(keep - {"<mask>"}, key=vocabulary.__getitem__)


def kept(full: Path, trimmed: Path) -> list[int]:
    """Return, for each id of a trimmed ``tokenizer.json``, the id in the full vocabulary."""
    vocabulary = Tokenizer.from_file(str(full)).get_vocab()
    chosen = Tokenizer.from_file(str(trimmed)).get_vocab()
    return [vocabulary[piece] for piece in sorted(chosen, key=chosen.__getitem__)]


def trim(full: Path, data: Path, target: Path, *, size: int) -> None:
    """Write the trimmed ``tokenizer.json``."""
    source = json.loads(full.read_text(encoding="utf-8"))
    tokenizer = Tokenizer.from_file(str(full))
    chosen = choose(tokenizer, data, size=size)
    vocabulary = tokenizer.get_vocab()
    ids = [vocabulary[piece] for piece in chosen]
    table = source["model"]["vocab"]
    source["model"]["vocab"] = [[table[index][0], round(table[index][1], 4)] for index in ids]
    source["added_tokens"] = [token for token in source["added_tokens"] if token["content"] in SPECIAL]
    source["truncation"] = source["padding"] = None
    target.write_text(json.dumps(source, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
