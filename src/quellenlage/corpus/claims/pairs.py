"""How likely two assertions of a story say the same thing.

Each candidate (``candidates.py``) gets a few general features (``features.py``), and a logistic scorer whose weights
stand in ``resources/scorer.tsv`` (made by ``scripts/train_claim_scorer.py``) turns them into a probability.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import exp
from typing import Final

from quellenlage.corpus.claims.candidates import candidates, neighbours
from quellenlage.corpus.claims.features import FEATURES, Features
from quellenlage.corpus.claims.senses import other_matter

_ELLIPTIC: Final = FEATURES.index("number_elliptic")
_EXCLUDES: Final = FEATURES.index("number_excludes")
_KINDRED: Final = tuple(FEATURES.index(name) for name in ("rarest", "concept", "number_same_noun", "number_elliptic"))
_OTHER_THING: Final = FEATURES.index("other_thing")
_OTHER_DAY: Final = FEATURES.index("date_excludes")
_OTHER_DAY_TOO: Final = FEATURES.index("number_and_date_exclude")
_STRANGE: Final = 0.3
"""Share that is left where two figures have nothing but their unit in common (a turnover and a price, both in euros) or
are told of different things (a turnover and a share that both lost percents) or of different days (two readings), and
where what happens on two days is not the same (an inspection and a race)."""

_MEANING: Final = FEATURES.index("meaning")
_TELLING_THE_SAME: Final = 0.45
"""Cosine from which two clauses with different figures can say the same without a word in common."""

_REJECTS: Final = FEATURES.index("rejects")

_ON_THE_MATTER: Final = 0.04
"""Least probability of a pair in which one says that the other's value is wrong, or that somebody else started it."""

_OTHER_SIDE: Final = 0.5
"""Least probability of the other side's figure, which shares few words with the first by its nature."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two assertions (indices) with their features and the words that they share.

    Attributes:
        first: Index of the one that comes first.
        second: Index of the other.
        features: Values in the order of ``FEATURES``.
        probability: That both put the same thing forward.
        shared: What they share, for the reader.
    """

    first: int
    second: int
    features: tuple[float, ...]
    probability: float
    shared: tuple[str, ...]


@lru_cache(maxsize=1)
def weights() -> tuple[float, ...]:
    """Return the scorer's weights in the order of ``FEATURES``."""
    text = (files("quellenlage.corpus.claims") / "resources" / "scorer.tsv").read_text("utf-8")
    rows = dict(line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(float(rows.get(name, "0")) for name in FEATURES)


class Comparer(Features):
    """Scores the pairs of assertions of one story."""

    def candidates(self) -> list[tuple[int, int]]:
        """Return the pairs worth comparing, sorted; pairs of equal words are no candidates but already one."""
        return candidates(self)

    def other_sides(self) -> list[Pair]:
        """Return only the figures that another side gives: all there is to compare in a lone article."""
        nothing = (0.0,) * len(FEATURES)
        return [Pair(i, j, nothing, _OTHER_SIDE, ()) for i, j in sorted(neighbours(self, range(len(self.found))))]

    def pairs(self) -> list[Pair]:
        """Return all candidates scored."""
        weight = weights()
        out: list[Pair] = []
        for i, j in self.candidates():
            values, shared = self.features(i, j)
            total = sum(w * v for w, v in zip(weight, values, strict=True))
            probability = 1.0 / (1.0 + exp(-max(-30.0, min(30.0, total))))
            if self._strange(i, j, values):
                probability *= _STRANGE
            if values[_REJECTS] and probability >= _ON_THE_MATTER:
                probability = max(probability, _OTHER_SIDE)
            if values[_ELLIPTIC]:
                probability = max(probability, _OTHER_SIDE)
            out.append(Pair(i, j, values, probability, shared))
        return out

    def _strange(self, i: int, j: int, values: Sequence[float]) -> bool:
        """Tell whether two assertions give other figures or other days, and not of one matter."""
        if not values[_EXCLUDES]:
            return bool(values[_OTHER_DAY]) and other_matter(self.senses[i], self.senses[j])
        unlike = values[_MEANING] < _TELLING_THE_SAME and not any(values[p] for p in _KINDRED)
        return bool(values[_OTHER_THING] or values[_OTHER_DAY_TOO]) or unlike
