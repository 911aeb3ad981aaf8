"""Encodings, languages and debris on real press texts: `python benchmarks/bench_sources.py --data ../shared/data`.

Prints how many texts come out exactly right from a legacy encoding (against charset-normalizer on the same bytes), how
many languages are named right, how often debris is marked, and the cost of a text and of a page.
"""

from __future__ import annotations

import argparse
import csv
import json
import time
from collections import Counter
from pathlib import Path

from charset_normalizer import from_bytes

from quellenlage import documents, sources
from quellenlage.documents.debris import find_debris
from quellenlage.documents.language import by_function_words, language_of
from quellenlage.documents.normalise import normalise
from quellenlage.sources.encoding import decode

ENCODINGS = {
    "de": ("cp1252",),
    "en": ("cp1252",),
    "es": ("cp1252",),
    "fr": ("cp1252",),
    "it": ("cp1252",),
    "pl": ("cp1250",),
    "ru": ("cp1251", "koi8-r"),
    "tr": ("cp1254",),
}
TEXTS_A_CELL = 80
PAGES = Path(__file__).parents[1] / "tests" / "documents" / "pages"


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    options = parser.parse_args()
    csv.field_size_limit(10**9)
    with (options.data / "similarity" / "train.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    texts = [(row[f"lang{side}"], row[f"text{side}"]) for row in rows for side in (1, 2)]
    bench_encodings(texts)
    bench_languages(texts)
    with (options.data / "quotations" / "train.jsonl").open(encoding="utf-8") as stream:
        reports = [str(json.loads(line)["originalText"]) for line in stream]
    bench_reports(reports)
    bench_cost()
    return 0


def bench_encodings(texts: list[tuple[str, str]]) -> None:
    """Decode texts from legacy encodings, ours and charset-normalizer on the same bytes."""
    total, ours, peer = Counter[str](), Counter[str](), Counter[str]()
    for language, text in texts:
        for encoding in ENCODINGS.get(language, ()):
            for size in (200, 1500):
                content = text[:size].encode(encoding, "ignore")
                cell = f"{language} {encoding} {size:5}"
                if content.isascii() or total[cell] >= TEXTS_A_CELL:
                    continue
                right = content.decode(encoding)
                best = from_bytes(content).best()
                total[cell] += 1
                ours[cell] += decode(content) == right
                peer[cell] += best is not None and str(best) == right
    print("encoding (exactly right of; ours, charset-normalizer)")
    for cell in sorted(total):
        print(f"  {cell}  {total[cell]:4} {ours[cell]:4} {peer[cell]:4}")
    print(f"  all {total.total()}: ours {ours.total()}, charset-normalizer {peer.total()}")


def bench_languages(texts: list[tuple[str, str]]) -> None:
    """Name the languages; tell how many needed no model."""
    right = sum(language_of(text) == language for language, text in texts)
    plain = sum(by_function_words(text)[0] is not None for _, text in texts)
    print(f"language: {right} of {len(texts)} right, {plain} by function words alone")


def bench_reports(reports: list[str]) -> None:
    """Count what is marked in clean reports, where every mark is an error, and how many need no model."""
    marked = sum(len(find_debris(normalise(report))) for report in reports)
    plain = sum(by_function_words(report)[0] == "de" for report in reports)
    print(f"clean German reports: {marked} marks of debris in {len(reports)}; {plain} named German by function words")


def bench_cost() -> None:
    """Time a page and a text, after the first of each."""
    records = [item for item in sources.read([str(PAGES)]) if isinstance(item, sources.Record)]
    text = sources.Record(path="a", kind="text", content=("Titel\n\n" + "Der Rat tagt heute. " * 100).encode())
    for name, group in (("page", records), ("text of 2,000 characters", [text] * 5)):
        for record in group:
            documents.build(record)
        began = time.perf_counter()
        for record in group * 20:
            documents.build(record)
        print(f"{name}: {(time.perf_counter() - began) / (20 * len(group)) * 1000:.1f} ms")


if __name__ == "__main__":
    raise SystemExit(main())
