"""Fit the weights of the claim scorer on annotated cases and write them to ``corpus/claims/resources/scorer.tsv``.

Usage: ``python scripts/train_claim_scorer.py [CASES_FOLDER ...] [--write]``

Without folders it takes ``../shared/cases`` and ``benchmarks/cases``, of these all that have been read: those
that are kept unread (``UNREAD``) tell how the program does on new texts, and must not be fitted to.

Only the weights of the general features in ``quellenlage.corpus.claims.features.FEATURES`` are learned; no word of any
article enters them. Pairs of assertions from one story count: both of one gold claim (positive), of two gold claims, or
one of a gold claim and one of none (negative). Printed is the average precision with each case held out in turn.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from quellenlage import documents, sources
from quellenlage.corpus.claims.assertions import Assertion, assertions
from quellenlage.corpus.claims.features import FEATURES
from quellenlage.corpus.claims.pairs import Comparer
from quellenlage.layers import catalogue
from quellenlage.layers.annotations import Annotations

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "src/quellenlage/corpus/claims/resources/scorer.tsv"
UNREAD = frozenset({"meran", "linz", "ankara", "kiel", "nairobi"})
"""Cases of ``benchmarks/cases`` that nothing is fitted to (see the README there)."""
_RIDGE = 0.5
_STEPS = 60
_NON_POSITIVE = frozenset(
    {"number_excludes", "number_missing", "better_partner", "other_thing", "elsewhere", "one_is_occasion", "number_far"}
)
"""Features that can only speak against a pair."""
_NON_NEGATIVE = frozenset(
    {
        "meaning",
        "meaning_squared",
        "contained",
        "overlap",
        "rarest",
        "entities",
        "number_equal",
        "concept",
        "shared_words",
        "around",
        "bound_excludes",
        "number_same_noun",
        "number_elliptic",
        "rejects",
        "same_happening",
        "same_thing",
    }
)
"""Features that can only speak for a pair, whatever a small sample says."""


def case_folders(*roots: Path) -> list[Path]:
    """Return the cases to fit on.

    Args:
        *roots: Folders of cases; by default the shared ones and our own.
    """
    roots = roots or (ROOT.parent / "shared" / "cases", ROOT / "benchmarks" / "cases")
    found = [path.parent for root in roots for path in sorted(root.glob("*/gold.json"))]
    return [folder for folder in found if folder.name not in UNREAD]


def _annotate(folder: Path) -> list[Annotations]:
    records = sources.read([str(p) for p in sorted(folder.glob("*.txt"))])
    return [catalogue.annotate(documents.build(record)) for record in records]


def case_pairs(folder: Path, annotated: Sequence[Annotations] = ()) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return features, labels and weights of a case's pairs."""
    from quellenlage.corpus import names

    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    annotated = annotated or _annotate(folder)
    unified = names.unify(annotated)
    by_stem = {Path(a.document.path).stem: a for a in annotated}
    rows: list[tuple[float, ...]] = []
    labels: list[float] = []
    weight: list[float] = []
    for story in gold["stories"]:
        found: list[Assertion] = []
        for stem in story:
            found.extend(assertions(by_stem[stem], unified))
        claims = _claims_of(found, gold, by_stem)
        comparer = Comparer(found)
        for i, j in comparer.candidates():
            if not claims[i] and not claims[j]:
                continue
            values, _ = comparer.features(i, j)
            same = bool(claims[i] & claims[j])
            rows.append(values)
            labels.append(float(same))
            weight.append(1.0)
    return np.array(rows), np.array(labels), np.array(weight)


def _claims_of(found: list[Assertion], gold: dict, by_stem: dict[str, Annotations]) -> list[set[int]]:
    key_of = {stem: a.document.key for stem, a in by_stem.items()}
    out: list[set[int]] = [set() for _ in found]
    for number, claim in enumerate(gold["claims"]):
        for stem, quote, *_ in claim["mentions"]:
            start = by_stem[stem].document.text.find(quote)
            end = start + len(quote)
            for place, assertion in enumerate(found):
                if assertion.article != key_of[stem]:
                    continue
                shared = min(end, assertion.span.end) - max(start, assertion.span.start)
                if 2 * shared >= min(len(quote), assertion.span.end - assertion.span.start):
                    out[place].add(number)
    return out


def fit(x: np.ndarray, y: np.ndarray, w: np.ndarray) -> np.ndarray:
    """Fit a logistic regression by Newton steps with a ridge; features that may only support stay at or above zero."""
    beta = np.zeros(x.shape[1])
    free = np.ones(x.shape[1], dtype=bool)
    positive = np.array([name in _NON_NEGATIVE for name in FEATURES])
    negative = np.array([name in _NON_POSITIVE for name in FEATURES])
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        ridge = np.full(x.shape[1], _RIDGE)
        ridge[0] = 1e-3
        gradient = x.T @ (w * (y - p)) - ridge * beta
        hessian = (x * (w * p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        step = np.zeros_like(beta)
        step[free] = np.linalg.solve(hessian[np.ix_(free, free)], gradient[free])
        beta += step
        bad = (positive & (beta < 0)) | (negative & (beta > 0))
        if bad.any():
            beta[bad] = 0.0
            free &= ~bad
    return beta


def average_precision(y: np.ndarray, p: np.ndarray) -> float:
    """Return the mean precision at each positive."""
    order = np.argsort(-p, kind="stable")
    hits = np.cumsum(y[order])
    ranks = np.arange(1, len(y) + 1)
    return float(np.sum(hits / ranks * y[order]) / max(1.0, y.sum()))


def main() -> int:
    """Fit, report, and with ``--write`` store the weights."""
    arguments = [Path(a) for a in sys.argv[1:] if not a.startswith("--")]
    data = {folder.name: case_pairs(folder) for folder in case_folders(*arguments)}
    for held, (x, y, _) in data.items():
        parts = [value for name, value in data.items() if name != held]
        beta = fit(*(np.concatenate([p[i] for p in parts]) for i in range(3)))
        p = 1 / (1 + np.exp(-x @ beta))
        hit = p >= 0.5
        precision = y[hit].mean() if hit.any() else 0.0
        recall = y[hit].sum() / max(1.0, y.sum())
        found = f"AP {average_precision(y, p):.3f} P {precision:.3f} R {recall:.3f}"
        print(f"{held:10} pairs {len(y):5} same {int(y.sum()):4} {found}")
    beta = fit(*(np.concatenate([p[i] for p in data.values()]) for i in range(3)))
    for name, value in zip(FEATURES, beta, strict=True):
        print(f"{name:24} {value:8.3f}")
    if "--write" in sys.argv:
        lines = [
            "# Weights of the claim scorer, fitted by scripts/train_claim_scorer.py on annotated cases of our own."
        ]
        lines += [f"{name}\t{value:.4f}" for name, value in zip(FEATURES, beta, strict=True)]
        TARGET.write_text("\n".join(lines) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
