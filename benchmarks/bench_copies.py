"""Copies against truth: ``make bench-copies``.

The 850 articles of the quotation corpus, 3,000 generated copies of them (``copies_generator.py``, seeded) and 300
articles that only share quotations with one of them go through reading, cleaning, sentences and credits; the copies
found are compared with the truth. The peer in the same table is MinHash-LSH over the same shingles (rensa), without
alignment, at three thresholds.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from copies_generator import Article, copies, originals
from quellenlage import documents
from quellenlage.corpus.copies import find_copies
from quellenlage.corpus.shingles import words_of
from quellenlage.documents.document import Document
from quellenlage.layers import credits, sentences
from quellenlage.layers.annotations import Annotations
from quellenlage.sources.record import Record
from results import replace_section

SEED = 7
COPIES = 3_000
SHARED_QUOTES = 300
FLOORS = {"pair F1": 0.98, "direction": 0.90}
Pair = tuple[str, str]


def corpus_texts(data: Path) -> list[tuple[str, str]]:
    """Return title and body of the articles of the quotation corpus."""
    texts = []
    for part in ("train", "dev"):
        for line in (data / "quotations" / f"{part}.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            title = re.sub(r"^\d+ - | \(\d{4}-\d\d-\d\d\)$", "", row["documentName"])
            texts.append((title, row["originalText"]))
    return texts


def generated(texts: Sequence[tuple[str, str]], *, seed: int, count: int) -> list[Article]:
    """Return originals, copies and articles that only share quotations."""
    made = list(originals(texts, seed=seed))
    long = [article for article in made if sum(len(p.split()) for p in article.paragraphs) >= 50]
    elsewhere = [p for article in made for p in article.paragraphs[1:] if 20 <= len(p.split()) <= 80]
    every: list[Article] = list(made)
    for place, article in enumerate(long):
        share = count * (place + 1) // len(long) - count * place // len(long)
        every.extend(copies(article, share, seed=seed, elsewhere=elsewhere))
    every.extend(quoting(made, seed=seed))
    return every


def quoting(made: Sequence[Article], *, seed: int) -> Iterable[Article]:
    """Make articles that print another's quotations in sentences of their own."""
    rng = random.Random(f"{seed}/quotes")
    sources = [(a, re.findall(r"[„“\"]([^„“”\"]{40,300})[“”\"]", " ".join(a.paragraphs))) for a in made]
    sources = [(a, quotes) for a, quotes in sources if quotes]
    for number in range(min(SHARED_QUOTES, len(sources))):
        article, quotes = sources[number]
        host = rng.choice(made)
        added = tuple(f"Dazu hieß es: „{quote}“" for quote in quotes[:3])
        yield Article(
            f"q{number:04d}",
            host.title + " (2)",
            (*_other_words(host, rng), *added),
            article.published,
            f"Echo {number:04d}",
        )


def _other_words(host: Article, rng: random.Random) -> tuple[str, ...]:
    """Words of an article in random order: same vocabulary, no shared passage."""
    words = " ".join(host.paragraphs).split()
    rng.shuffle(words)
    return tuple(" ".join(words[start : start + 60]) for start in range(0, len(words), 60))


def annotate(article: Article) -> Annotations:
    """Read, clean and annotate as far as copies need it."""
    document = documents.build(Record(path=f"{article.id}.txt", kind="text", content=article.file().encode()))
    assert isinstance(document, Document), document
    return credits.annotate(sentences.LAYER.annotate(Annotations(document)))


def families(pairs: Iterable[Pair]) -> set[Pair]:
    """Return all pairs inside the groups that the pairs join."""
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        parent.setdefault(key, key)
        while parent[key] != key:
            key = parent[key]
        return key

    for first, second in pairs:
        parent[root(first)] = root(second)
    groups: dict[str, list[str]] = defaultdict(list)
    for key in sorted(parent):
        groups[root(key)].append(key)
    return {pair for group in groups.values() for pair in combinations(sorted(group), 2)}


def f1(found: set[Pair], truth: set[Pair]) -> tuple[float, float, float]:
    """Return precision, recall and F1."""
    hit = len(found & truth)
    precision, recall = hit / max(1, len(found)), hit / max(1, len(truth))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def peer(annotated: Sequence[Annotations], threshold: float) -> set[Pair]:
    """MinHash-LSH with rensa: pairs whose estimated resemblance reaches a threshold."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=threshold, num_perm=128, num_bands=64)
    sketches, found = [], set()
    for number, annotations in enumerate(annotated):
        hashes = words_of(annotations.document).hashes.tolist()
        grams = [f"{hashes[i : i + 5]}" for i in range(max(1, len(hashes) - 4))]
        sketch = RMinHash(num_perm=128, seed=1)
        sketch.update(grams)
        for other in index.query(sketch):
            if sketch.jaccard(sketches[other]) >= threshold:
                first, second = sorted((_id(annotated[other]), _id(annotations)))
                found.add((first, second))
        index.insert(number, sketch)
        sketches.append(sketch)
    return found


def _id(annotations: Annotations) -> str:
    return Path(annotations.document.path).stem


def main() -> int:
    """Run and print the table; status 1 below a floor."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--cases", type=Path)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--copies", type=int, default=COPIES)
    parser.add_argument("--errors", action="store_true", help="print wrong pairs")
    arguments = parser.parse_args()
    made = generated(corpus_texts(arguments.data), seed=arguments.seed, count=arguments.copies)
    annotated = [annotate(article) for article in made]
    by_id = {article.id: article for article in made}
    source = {article.id: article.copy_of for article in made if article.copy_of}
    truth = families(source.items())
    began = time.perf_counter()
    found = find_copies(annotated)
    seconds = time.perf_counter() - began
    ids = {a.document.key: _id(a) for a in annotated}
    linked = families((ids[copy.article], ids[copy.source]) for copy in found)
    quoting_pairs = {pair for pair in linked if any(id_.startswith("q") for id_ in pair)}
    precision, recall, score = f1(linked, truth)
    pairs = [(ids[copy.article], ids[copy.source], copy.directed) for copy in found]
    true_pairs = [p for p in pairs if source.get(p[0], p[0]) == source.get(p[1], p[1])]
    to_original = [p for p in true_pairs if source.get(p[0]) == p[1] or source.get(p[1]) == p[0]]
    right = sum(directed and source.get(first) == second for first, second, directed in to_original)
    undirected = sum(not directed for _, _, directed in to_original)
    count = len(made) - len(source) - SHARED_QUOTES
    asked = max(1, len(to_original))
    columns = (
        "system",
        "pair P",
        "pair R",
        "pair F1",
        "direction right",
        "undirected",
        "quotations alone",
        "articles/s",
    )
    lines = [
        f"{len(source)} copies of {count} originals, {SHARED_QUOTES} articles that share quotations only; "
        f"seed {arguments.seed}. “Quotations alone”: pairs of these called copies.",
        "",
        f"| {' | '.join(columns)} |",
        "| " + " | ".join("---" for _ in columns) + " |",
        f"| quellenlage | {precision:.4f} | {recall:.4f} | {score:.4f} | {right / asked:.4f} "
        f"| {undirected / asked:.4f} | {len(quoting_pairs)} | {len(made) / seconds:.0f} |",
    ]
    if not arguments.errors:
        for threshold in (0.1, 0.2, 0.3):
            began = time.perf_counter()
            p, r, f = f1(families(peer(annotated, threshold)), truth)
            rate = len(made) / (time.perf_counter() - began)
            lines.append(
                f"| rensa MinHash-LSH, at least {threshold} | {p:.4f} | {r:.4f} | {f:.4f} | – | – | – | {rate:.0f} |"
            )
    table = "\n".join(lines)
    print(table)
    if arguments.errors:
        for first, second in sorted(truth - linked)[:40]:
            if source.get(second) == first or source.get(first) == second:
                copy = by_id[second] if source.get(second) == first else by_id[first]
                print("missed", copy.id, copy.kept, copy.edits, sum(len(p.split()) for p in copy.paragraphs))
        for pair in sorted(linked - truth)[:20]:
            print("wrong", *pair)
        for copy in found:
            first, second = ids[copy.article], ids[copy.source]
            if source.get(second) == first:
                print(
                    "turned",
                    first,
                    second,
                    by_id[second].edits,
                    by_id[first].published,
                    by_id[second].published,
                    copy.reason,
                )
        return 0
    replace_section("copies", table)
    return int(score < FLOORS["pair F1"] or right / max(1, len(to_original)) < FLOORS["direction"])


if __name__ == "__main__":
    sys.exit(main())
