"""Claims against truth: ``make bench-claims``.

Four tables: the claim figures of the annotated cases, once with the weights that ship and once with weights fitted
without the case (held out); sentence pairs (RTE-3 and PAWS-X in German) with the scorer's features refitted in five
folds; answers of several outlets to one question (NAnCo), each question held out; and the processor time of the ledger
for one story of 10 to 100 articles.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from types import ModuleType
from unittest import mock
from xml.etree import ElementTree

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "scripts"))

from quellenlage import documents
from quellenlage.corpus import claims
from quellenlage.corpus.claims import meaning, pairs
from quellenlage.corpus.claims.assertions import Assertion
from quellenlage.corpus.claims.polarity import negative
from quellenlage.corpus.claims.quantities import quantities
from quellenlage.corpus.claims.terms import terms
from quellenlage.documents.document import Document
from quellenlage.dossier.build import build, survey
from quellenlage.layers import catalogue
from quellenlage.layers.annotations import Annotations
from quellenlage.layers.span import Span
from quellenlage.layers.tokens import tokenise
from quellenlage.sources import read
from quellenlage.sources.record import Record
from results import replace_section
from train_claim_scorer import case_folders, case_pairs, fit

ROOT = Path(__file__).resolve().parent.parent
FOLDS = 5
SEED = 5
FIGURES = ("claims.same", "claims.verdict", "claims.sources", "claims.differs", "claims.false_alarms")
EVENTS = ("events.found", "events.type", "events.date", "events.status", "events.who")
LEDGER_SECONDS = 3.0
GROWTH = 1.3


def _score_module(cases: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", cases / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _annotated(folder: Path) -> tuple[Annotations, ...]:
    paths = [str(path) for path in sorted(folder.glob("*.txt"))]
    built = (documents.build(record) for record in read(paths) if isinstance(record, Record))
    return tuple(catalogue.annotate(document) for document in built if isinstance(document, Document))


def _mean(rows: Sequence[dict[str, dict[str, float]]], key: str) -> str:
    """Return the mean of a figure weighted by n; for counts the sum."""
    if key == "claims.false_alarms":
        return str(sum(int(row[key]["count"]) for row in rows))
    field = "f1" if key == "claims.same" else "r"
    known = [(row[key][field], row[key]["n"]) for row in rows if row[key][field] is not None]
    return f"{sum(value * n for value, n in known) / max(1, sum(n for _, n in known)):.3f}"


def cases_table(cases: Path) -> str:
    """Return the figures over the cases, shipped and held out."""
    score = _score_module(cases)
    folders = sorted(path.parent for path in cases.glob("*/gold.json"))
    texts = {folder: _annotated(folder) for folder in folders}
    fitted = dict.fromkeys([*folders, *case_folders(ROOT / "benchmarks" / "cases")])
    samples = {folder: case_pairs(folder, texts.get(folder, ())) for folder in fitted}
    shipped, held = [], []
    for folder, annotated in texts.items():
        case = score.Case(folder)
        shipped.append(score.score(case, build(annotated).model_dump(mode="json")))
        others = [sample for other, sample in samples.items() if other != folder and len(sample[0])]
        beta = tuple(fit(*(np.concatenate([part[i] for part in others]) for i in range(3))))
        with mock.patch.object(pairs, "weights", lambda beta=beta: beta):
            held.append(score.score(case, build(annotated).model_dump(mode="json")))
    lines = ["| figure | shipped weights | case held out |", "| --- | --- | --- |"]
    lines += [f"| {key} | {_mean(shipped, key)} | {_mean(held, key)} |" for key in FIGURES + EVENTS]
    return "\n".join(lines)


def plain(text: str, language: str) -> Assertion:
    """Return a text as one assertion, without layers above tokens."""
    tokens = tokenise(text, 0, len(text), language=language)
    return Assertion(
        article=text,
        span=Span(0, max(1, len(text))),
        words=text,
        language=language,
        sentence=0,
        paragraph=0,
        statement=None,
        negative=negative(tokens, language=language),
        back=False,
        occasion=False,
        forecast=False,
        told=False,
        subjunctive=False,
        terms=terms(tokens, language=language) if tokens else {},
        entities=frozenset(),
        cities=frozenset(),
        quantities=quantities(tokens, text, language=language),
        dates=(),
        concepts=frozenset(),
        print=text.lower(),
    )


def _features(texts: Sequence[tuple[str, str]], language: str) -> np.ndarray:
    flat = [plain(text, language) for pair in texts for text in pair]
    comparer = pairs.Comparer(flat)
    return np.array([comparer.features(2 * n, 2 * n + 1)[0] for n in range(len(texts))])


def _balanced(y: np.ndarray, guess: np.ndarray) -> float:
    return float((guess[y == 1].mean() + (1 - guess[y == 0]).mean()) / 2)


def _folds(x: np.ndarray, y: np.ndarray) -> float:
    """Return the accuracy with weights and threshold fitted on the other folds."""
    order = np.random.default_rng(SEED).permutation(len(y))
    right = 0
    for fold in range(FOLDS):
        test = order[fold::FOLDS]
        train = np.setdiff1d(order, test)
        beta = fit(x[train], y[train], np.ones(len(train)))
        scores = x[train] @ beta
        threshold = max(
            np.quantile(scores, np.linspace(0.05, 0.95, 91)), key=lambda t: ((scores >= t) == y[train]).mean()
        )
        right += int(((x[test] @ beta >= threshold) == y[test]).sum())
    return right / len(y)


def pairs_table(data: Path) -> str:
    """Return the accuracy on sentence pairs."""
    tree = ElementTree.parse(data / "claims" / "rte3-de-dev.xml").getroot()
    rte = [((p.findtext("t") or "", p.findtext("h") or ""), p.get("entailment") == "ENTAILMENT") for p in tree]
    rows = [line.split("\t") for line in (data / "claims" / "pawsx-de-dev.tsv").read_text("utf-8").splitlines()]
    paws = [((row[0], row[1]), row[2] == "1") for row in rows if len(row) == 3 and row[2] in "01"]
    lines = ["| pairs | n | accuracy, five folds | majority |", "| --- | --- | --- | --- |"]
    for name, sample in (("RTE-3 German dev", rte), ("PAWS-X German dev", paws)):
        y = np.array([float(label) for _, label in sample])
        x = _features([texts for texts, _ in sample], "de")
        lines.append(f"| {name} | {len(y)} | {_folds(x, y):.3f} | {max(y.mean(), 1 - y.mean()):.3f} |")
    lines.append(f"| NAnCo dev, balanced accuracy | 4 questions | {nanco(data):.3f} | 0.500 |")
    return "\n".join(lines)


def nanco(data: Path) -> float:
    """Return the balanced accuracy of telling pairs of answers of one group from others, each question held out.

    Two answers are one group where at least two of the three readers put them into one.
    """
    questions = json.loads((data / "claims" / "nanco-dev.json").read_text("utf-8"))
    samples = []
    for question in questions:
        answers = [a for a in question["answers"] if a["Answer"].strip()]
        chosen = list(combinations(range(len(answers)), 2))
        readers = ("cluster_Phil", "cluster_Lidiya", "cluster_Jason")
        y = np.array([float(sum(answers[i][r] == answers[j][r] for r in readers) >= 2) for i, j in chosen])
        comparer = pairs.Comparer([replace(plain(a["Answer"], "en"), article=str(n)) for n, a in enumerate(answers)])
        samples.append((np.array([comparer.features(i, j)[0] for i, j in chosen]), y))
    found = []
    for held, (x, y) in enumerate(samples):
        train_x = np.concatenate([s[0] for n, s in enumerate(samples) if n != held])
        train_y = np.concatenate([s[1] for n, s in enumerate(samples) if n != held])
        weight = np.where(train_y == 1, 1 / train_y.mean(), 1 / (1 - train_y.mean()))
        beta = fit(train_x, train_y, weight)
        scores = train_x @ beta
        threshold = max(np.quantile(scores, np.linspace(0.02, 0.98, 97)), key=lambda t: _balanced(train_y, scores >= t))
        found.append(_balanced(y, x @ beta >= threshold))
    return float(np.mean(found))


def varied(texts: Sequence[str], count: int) -> list[Annotations]:
    """Return articles of one story: sentences of the given texts in new selections, other numbers in some of them."""
    dice = random.Random(SEED)
    bodies = [[s for s in text.split("\n\n", 1)[-1].replace("\n\n", " ").split(". ") if s.strip()] for text in texts]
    out = []
    for number in range(count):
        body = dice.choice(bodies)
        kept = [s for s in body if dice.random() < 0.8]
        kept = [
            "".join(str(dice.randrange(1, 10)) if c.isdigit() and dice.random() < 0.2 else c for c in s) for s in kept
        ]
        text = f"Bericht {number}\n\n" + ". ".join(kept)
        document = Document(
            f"{number}.txt",
            text,
            f"Bericht {number}",
            len(f"Bericht {number}"),
            f"Blatt {number}",
            None,
            None,
            "2025-07-16",
            "de",
        )
        out.append(catalogue.annotate(document))
    return out


def speed_table(cases: Path) -> tuple[str, float, float]:
    """Return the times of the ledger by number of articles, the seconds for 50, and the growth from 10 to 100."""
    texts = [a.document.text for a in _annotated(sorted(cases.glob("*/gold.json"))[1].parent)]
    articles = varied(texts, 100)
    seconds: dict[int, float] = {}
    lines = [
        "| articles in one story | claims | processor seconds | milliseconds an article |",
        "| --- | --- | --- | --- |",
    ]
    meaning.vectors([("warm", "de")])
    for count in (10, 25, 50, 100):
        corpus = survey(articles[:count])
        story = replace(corpus.stories[0], articles=tuple(a.document.key for a in corpus.annotated))
        begin = time.process_time()
        found = claims.align(corpus.annotated, corpus.names, corpus.copies, (story,), corpus.origins)
        seconds[count] = time.process_time() - begin
        lines.append(f"| {count} | {len(found)} | {seconds[count]:.2f} | {1000 * seconds[count] / count:.1f} |")
    growth = (seconds[100] / 100) / (seconds[10] / 10)
    lines.append(f"\nGrowth per article from 10 to 100: {growth:.2f} (at most {GROWTH}).")
    return "\n".join(lines), seconds[50], growth


def main() -> int:
    """Run and write the section; exit status 1 where the ledger is too slow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--cases", type=Path, default=ROOT.parent / "shared" / "cases")
    options = parser.parse_args()
    speed, fifty, growth = speed_table(options.cases)
    table = "\n\n".join((cases_table(options.cases), pairs_table(options.data), speed))
    print(table)
    replace_section("claims", table)
    return 0 if fifty < LEDGER_SECONDS and growth <= GROWTH else 1


if __name__ == "__main__":
    sys.exit(main())
