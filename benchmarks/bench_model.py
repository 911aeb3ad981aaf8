"""Quality and speed of the neural model alone: ``python benchmarks/bench_model.py --data ../shared/data``.

Quality: the corpus's own metrics on its dev part with nothing of the gold given, and strict span F1 of the entity head
on the folds held out in training. Speed: articles of 250 words a second, the model's time against that of the bare int8
matrix products of its shapes, both measured here in turn, and the whole statement layer in two processes. The least of
several runs counts, in processor time.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import re
import resource
import statistics
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np

import bench_statements
from bare_products import bare
from quellenlage.documents.document import Document
from quellenlage.layers import sentences, statements
from quellenlage.layers.annotations import Annotations, Token
from quellenlage.layers.model import article
from quellenlage.layers.model.decode import Hint, entity_path, entity_spans
from quellenlage.layers.model.files import FOLDER
from quellenlage.layers.model.labels import GERMEVAL_LABELS, ROLES, TYPES, WIKINEURAL_LABELS
from quellenlage.layers.model.network import Network
from quellenlage.layers.statements import mode
from quotation_metric import Quotation, evaluate

sys.path.insert(0, str(Path(__file__).parents[1]))
from training.names import Sentence, germeval, packed, split, wikineural

NAMES = {given: name for name, given in bench_statements.TYPES.items()}
WORDS = 250
ROUNDS = 5


def gold_of(record: dict[str, Any]) -> list[Quotation]:
    """Return the annotations of a record of the corpus."""
    return [
        Quotation(
            parts={part: frozenset(note[part]["tokenIds"]) for part in ("quote", *ROLES)},
            type=NAMES[str(note["type"])],
            medium=str(note["medium"]),
        )
        for note in record["annotations"]
    ]


def hints_of(records: list[dict[str, Any]]) -> list[list[Hint]]:
    """Return what the rules find in each record."""
    mode.set_mode("rules")
    kinds = {given: TYPES.index(name) for name, given in bench_statements.TYPES.items()}
    found = []
    for record, statements in zip(records, bench_statements.annotated(records), strict=True):
        quotes = [bench_statements.quotation(record, statement) for statement in statements]
        found.append(
            [
                Hint(
                    tuple(sorted(quote.parts["quote"])),
                    kinds[str(quote.type)],
                    {role: frozenset(quote.parts[role]) for role in ROLES},
                )
                for quote in quotes
                if quote.parts["quote"]
            ]
        )
    return found


def system_of(model: Network, tokens: list[Token], hints: list[Hint] | None) -> list[Quotation]:
    """Return what the model finds."""
    if not tokens:
        return []
    scores = model.scores(*article.text_of(tokens))
    return [
        Quotation(
            parts={
                "quote": frozenset(found.words),
                **{role: frozenset(words) for role, words in found.role_words.items()},
            },
            type=found.type,
            medium=found.medium,
        )
        for found in article.read_quotations(model, scores, tokens, hints=hints)
    ]


def quotations(model: Network, path: Path) -> list[list[Token]]:
    """Print the corpus's metrics; return the tokens of its articles."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    tokens = [
        [Token(token["charBegin"], token["charEnd"], token["text"]) for token in record["tokens"]] for record in records
    ]
    gold = [gold_of(record) for record in records]
    for title, hints in (("model alone", [None] * len(records)), ("with the rules as evidence", hints_of(records))):
        print(f"quotations/dev, {title}:")
        system = [system_of(model, words, given) for words, given in zip(tokens, hints, strict=True)]
        for name, score in evaluate(system, gold).items():
            print(f"  {name:28} F1 {score.f1:.4f}  P {score.precision:.4f}  R {score.recall:.4f}")
    return tokens


def names(model: Network, held: list[Sentence], name: str) -> None:
    """Print strict span F1 on held-out sentences."""
    right = given = wanted = 0
    labels = WIKINEURAL_LABELS if held[0].source == "wikineural" else GERMEVAL_LABELS
    for item, gold in packed(held, None):
        ends = np.cumsum([len(gap) + len(word) for gap, word in zip(item.gaps, item.words, strict=True)])
        begins = ends - np.asarray([len(word) for word in item.words])
        text = "".join(gap + word for gap, word in zip(item.gaps, item.words, strict=True))
        scores = model.scores(text, begins, ends)
        emissions = scores.wikineural if held[0].source == "wikineural" else scores.germeval
        path = entity_path(emissions, model.entity_moves[held[0].source]).tolist()
        system, truth = set(entity_spans(path, labels)), set(entity_spans(gold, labels))
        right, given, wanted = right + len(system & truth), given + len(system), wanted + len(truth)
    precision, recall = right / max(1, given), right / max(1, wanted)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"entities {name:19} F1 {f1:.4f}  P {precision:.4f}  R {recall:.4f}  ({wanted} spans)")


def seconds(action: Callable[[], object]) -> float:
    """Return the processor seconds of an action, of all its threads: other work on the machine adds little to them."""
    start = time.process_time()
    action()
    return time.process_time() - start


def speed(articles: list[list[Token]], *, threads: int) -> None:
    """Print articles a second of the model alone and its ratio to the bare products."""
    model = Network(FOLDER, threads=threads)
    chosen = [words[:WORDS] for words in articles if len(words) >= WORDS][:20]
    texts = [article.text_of(words) for words in chosen]
    pieces = round(statistics.mean(len(model._tokenizer.encode(text).ids) for text, _, _ in texts))
    blocks = 1 + max(map(int, re.findall(rb"block(\d+)\.out\.weight", (FOLDER / "encoder.onnx").read_bytes())))
    bares = [bare(pieces, blocks=blocks, threads=threads, attention=attention) for attention in (False, True)]
    article.read(model, chosen[0])
    whole, encoder = [], []
    least: list[list[float]] = [[], []]
    begun = time.perf_counter()
    for _ in range(ROUNDS):
        whole.append([seconds(lambda words=words: article.read(model, words)) for words in chosen])
    wall = (time.perf_counter() - begun) / ROUNDS / len(chosen)
    for _ in range(ROUNDS):
        for parts in texts:
            encoder.append(seconds(lambda parts=parts: model.scores(*parts)))
            for products, times in zip(bares, least, strict=True):
                times.append(seconds(products))
    best = statistics.mean(min(times) for times in zip(*whole, strict=True))
    mine = statistics.mean(min(encoder[at :: len(texts)]) for at in range(len(texts)))
    weights, all_products = (
        statistics.mean(min(times[at :: len(texts)]) for at in range(len(texts))) for times in least
    )
    print(
        f"{threads} threads: {1 / wall:.1f} articles/s of {WORDS} words ({pieces} pieces) by the clock; processor "
        f"time: encoder {1000 * mine:.1f} ms, with roles {1000 * best:.1f} ms; bare int8 products of weights "
        f"{1000 * weights:.1f} ms (encoder {mine / weights:.2f} times, with roles {best / weights:.2f}), all bare int8 "
        f"products, attention's among them, {1000 * all_products:.1f} ms (encoder {mine / all_products:.2f} times, "
        f"with roles {best / all_products:.2f})"
    )


def layer(texts: list[str]) -> tuple[float, float]:
    """Return seconds by the clock and of the processor that the statement layer takes for texts; one process's part."""
    mode.set_mode("model")
    documents = [
        Annotations(Document(str(at), text, "", 0, None, None, None, None, "de")) for at, text in enumerate(texts)
    ]
    prepared = [sentences.annotate(document) for document in documents]
    statements.annotate(prepared[0])
    clock, processor = time.perf_counter(), time.process_time()
    for document in prepared:
        statements.annotate(document)
    return time.perf_counter() - clock, time.process_time() - processor


def layers(records: list[dict[str, Any]]) -> None:
    """Print articles a second of the whole statement layer, rules and model merged, in two processes."""
    chosen = [record for record in records if len(record["tokens"]) >= WORDS][:40]
    texts = [record["originalText"][: record["tokens"][WORDS - 1]["charEnd"]].replace("\r", " ") for record in chosen]
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        taken = list(pool.map(layer, [texts[::2], texts[1::2]]))
    clock, processor = max(part[0] for part in taken), sum(part[1] for part in taken)
    print(
        f"statement layer, rules and model, two processes: {len(texts) / clock:.1f} articles/s of {WORDS} words by the "
        f"clock, {1000 * processor / len(texts):.1f} ms of the processor an article ({2 * len(texts) / processor:.1f} "
        "articles/s on two free cores)"
    )


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--cases", type=Path, help="not used here; all benchmarks take it")
    parser.add_argument("--only", choices=("quality", "speed"))
    given = parser.parse_args()
    begun = time.perf_counter()
    model = Network(FOLDER, threads=2)
    print(f"loaded in {time.perf_counter() - begun:.2f} s")
    path = given.data / "quotations" / "dev.jsonl"
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    if given.only == "speed":
        tokens = [[Token(t["charBegin"], t["charEnd"], t["text"]) for t in record["tokens"]] for record in records]
    else:
        tokens = quotations(model, path)
        folder = given.data / "entities"
        names(model, split(germeval(folder / "germeval-train.tsv"), fold=4, folds=5)[1], "germeval, a fifth")
        names(model, split(wikineural(folder / "wikineural-de-val.conllu"), fold=9, folds=10)[1], "wikineural, a tenth")
    if given.only != "quality":
        for threads in (1, 2):
            speed(tokens, threads=threads)
        layers(records)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB (with the benchmark's own)")


if __name__ == "__main__":
    main()
