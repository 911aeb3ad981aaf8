"""Which assertions of a story may say the same thing, and how likely they do.

Candidates come from an inverted index over rare words, entities and quantities, and from the nearest vectors of
meaning. Each candidate gets a few general features (no words), and a logistic scorer whose weights stand in
``resources/scorer.tsv`` (made by ``scripts/train_claim_scorer.py``) turns them into a probability.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from itertools import combinations
from math import exp, log
from typing import TYPE_CHECKING, Final

from quellenlage.corpus.claims.assertions import Assertion
from quellenlage.corpus.claims.figures import agreement, nearness, other_initiator, other_side, rejects, same_noun
from quellenlage.corpus.claims.meaning import vectors
from quellenlage.corpus.claims.moments import other_day, same_bound, same_day
from quellenlage.corpus.claims.terms import PART

if TYPE_CHECKING:
    from quellenlage.corpus.claims.meaning import Matrix

FEATURES: Final = (
    "bias",
    "meaning",
    "meaning_squared",
    "contained",
    "overlap",
    "rarest",
    "shared_words",
    "word_meaning",
    "word_meaning_other_language",
    "entities",
    "entities_differ",
    "number_equal",
    "number_excludes",
    "number_excludes_meaning",
    "measure_excludes_meaning",
    "number_ratio",
    "measure_ratio",
    "number_same_noun",
    "number_elliptic",
    "number_missing",
    "number_and_date_exclude",
    "date_equal",
    "date_excludes",
    "bound_excludes",
    "concept",
    "other_language",
    "meaning_other_language",
    "same_article",
    "polarity_differs",
    "forecast_differs",
    "thin",
    "thin_meaning",
    "date_excludes_meaning",
    "city_excludes",
    "city_excludes_meaning",
    "rejects",
)
"""Names of the features, in the order of ``features``; all lie between 0 and 1."""

_NEIGHBOURS: Final = 8
_NEAR: Final = 0.28
"""Cosine from which a vector neighbour is a candidate: below it one in twenty pairs of the cases says the same."""

_ELLIPTIC: Final = FEATURES.index("number_elliptic")
_SUPPORT: Final = tuple(
    FEATURES.index(name)
    for name in ("number_equal", "number_excludes", "date_equal", "bound_excludes", "concept", "other_language")
)
_UNSUPPORTED: Final = 0.7
"""Share that is left of a probability which rests on words alone, without number, day or kind of event."""

_REJECTS: Final = FEATURES.index("rejects")

_ON_THE_MATTER: Final = 0.04
"""Least probability of a pair in which one says that the other's value is wrong, or that somebody else started it."""

_OTHER_SIDE: Final = 0.5
"""Least probability of the other side's figure, which shares few words with the first by its nature."""

_MEASURES: Final = frozenset({"percent", "percentpoint", "duration", "number"})
"""Units in which anything is measured, so that sharing them says little."""

_TELLING: Final = 20
"""Number from which one is likely to mean the same whatever it is said to count."""

_DERIVED: Final = re.compile(r"(?:ungen|ung|en|n|e)$")
_STEM: Final = 5
"""Letters of the stem that noun and verb of one family share."""

_COMMON: Final = 24
"""A word that more distinct assertions of the story share finds no candidates."""


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


def _stems(assertion: Assertion) -> dict[str, str]:
    """Return the content words of a German assertion by what verb and noun of one family share (``überprüf``)."""
    out: dict[str, str] = {}
    for term, weight in assertion.terms.items():
        if weight == 1.0 and assertion.language == "de" and "-" not in term:
            stem = _DERIVED.sub("", term)
            if len(stem) >= _STEM:
                out.setdefault(stem, term)
    return out


class Comparer:
    """Compares the assertions of one story."""

    def __init__(self, found: Sequence[Assertion]) -> None:
        self.found = found
        self.count = len({assertion.print for assertion in found}) or 1
        seen: dict[str, set[str]] = defaultdict(set)
        for assertion in found:
            for term in (*assertion.terms, *assertion.entities, *(f"concept {c}" for c in assertion.concepts)):
                seen[term].add(assertion.print)
        self.frequency = {term: len(prints) for term, prints in seen.items()}
        self.top = log(1 + self.count)
        self.totals = [self._total(assertion) for assertion in found]
        words = sorted({term for assertion in found for term, weight in assertion.terms.items() if weight == 1.0})
        self.words = words
        self.word_place = {word: number for number, word in enumerate(words)}
        self.rows = [[self.word_place[t] for t, w in assertion.terms.items() if w == 1.0] for assertion in found]
        self.stems = [_stems(assertion) for assertion in found]
        self.rarities = [[self.rarity(t) for t, w in a.terms.items() if w == 1.0] for a in found]

    @cached_property
    def vectors(self) -> Matrix:
        """The assertions' vectors of meaning; made when first needed, since the encoder takes a second to load."""
        return vectors([assertion.words for assertion in self.found])

    @cached_property
    def word_vectors(self) -> Matrix:
        """The words' vectors of meaning."""
        return vectors(self.words)

    def rarity(self, term: str) -> float:
        """Return how rare a word is in the story, 0 to 1."""
        return log((1 + self.count) / self.frequency.get(term, 1)) / self.top if self.top else 0.0

    def _word_meaning(self, i: int, j: int) -> float:
        """Return how well the words of the shorter assertion are met in meaning by those of the other, 0 to 1."""
        if len(self.rows[i]) > len(self.rows[j]):
            i, j = j, i
        if not self.rows[i]:
            return 0.0
        close = self.word_vectors[self.rows[i]] @ self.word_vectors[self.rows[j]].T
        best = close.max(axis=1)
        weight = self.rarities[i]
        total = sum(weight)
        return max(0.0, float(sum(b * w for b, w in zip(best, weight, strict=True)) / total)) if total else 0.0

    def _total(self, assertion: Assertion) -> float:
        return sum(self.rarity(term) * weight for term, weight in assertion.terms.items() if weight == 1.0)

    def features(self, i: int, j: int) -> tuple[tuple[float, ...], tuple[str, ...]]:
        """Return the features of a pair and the words it shares, the rarest first."""
        a, b = self.found[i], self.found[j]
        meaning = max(0.0, float(self.vectors[i] @ self.vectors[j]))
        shared = {t: min(w, b.terms[t]) * self.rarity(t) for t, w in a.terms.items() if t in b.terms}
        for stem in sorted(self.stems[i].keys() & self.stems[j].keys()):  # "überprüft", "Überprüfung"
            one, other = self.stems[i][stem], self.stems[j][stem]
            if one not in shared and other not in shared:
                shared[one] = PART * max(self.rarity(one), self.rarity(other))
        mass = sum(shared.values())
        least, most = sorted((self.totals[i], self.totals[j]))
        contained = min(1.0, mass / least) if least else 0.0
        overlap = min(1.0, mass / (least + most - mass)) if least + most > mass else float(mass > 0)
        common = a.entities & b.entities
        union = min(sum(map(self.rarity, a.entities)), sum(map(self.rarity, b.entities)))
        entities = min(1.0, sum(map(self.rarity, common)) / union) if common and union else 0.0
        equal, excludes, missing = agreement(a, b)
        measure = all(q.unit in _MEASURES or q.unit.startswith("money") for q in (*a.quantities, *b.quantities))
        on_same_day, on_other_day = same_day(a, b), float(other_day(a, b))
        concepts = a.concepts & b.concepts
        foreign = float(a.language != b.language)
        thin = float(min(len(self.rows[i]), len(self.rows[j])) <= 1)
        other_city = float(len(a.cities) == len(b.cities) == 1 and a.cities != b.cities)
        words_met = self._word_meaning(i, j)
        values = (
            1.0,
            meaning,
            meaning * meaning,
            contained,
            overlap,
            max(shared.values(), default=0.0),
            min(3, sum(w == 1.0 and b.terms.get(t) == 1.0 for t, w in a.terms.items())) / 3,
            words_met,
            words_met * foreign,
            entities,
            float(bool(a.entities) and bool(b.entities) and not common),
            equal,
            excludes,
            excludes * meaning * (not measure),
            excludes * meaning * measure,
            excludes * nearness(a, b) * (not measure),
            excludes * nearness(a, b) * measure,
            excludes * same_noun(a, b),
            other_side(a, b),
            missing,
            excludes * on_other_day,
            on_same_day,
            on_other_day,
            on_other_day * same_bound(a, b),
            max((self.rarity(f"concept {c}") for c in concepts), default=0.0),
            foreign,
            foreign * meaning,
            float(a.article == b.article),
            float(a.negative != b.negative),
            float(a.forecast != b.forecast),
            thin,
            thin * meaning,
            on_other_day * meaning,
            other_city,
            other_city * meaning,
            float(rejects(a, b) or other_initiator(a, b)),
        )
        words = sorted(shared, key=lambda term: (-shared[term], term))
        return values, tuple(words[:6])

    def candidates(self) -> list[tuple[int, int]]:
        """Return the pairs worth comparing, sorted; pairs of equal words are no candidates but already one."""
        first: dict[tuple[str, str], int] = {}
        for number, assertion in enumerate(self.found):
            first.setdefault((assertion.print, assertion.language), number)
        chosen = sorted(first.values())
        index: dict[str, list[int]] = defaultdict(list)
        for number in chosen:
            assertion = self.found[number]
            keys = [*assertion.terms, *(f"{s}-" for s in self.stems[number]), *assertion.entities, *assertion.rejected]
            keys += [f"{q.unit} {q.noun if q.unit == 'count' else ''} {q.value:g}" for q in assertion.quantities]
            keys += [f"{q.value:g}" for q in assertion.quantities if q.value >= _TELLING and q.unit not in _MEASURES]
            keys += [f"{q.value:g}" for q in assertion.quantities if q.value >= _TELLING and q.unit == "number"]
            keys += [f"concept {concept}" for concept in assertion.concepts]
            for key in keys:
                index[key].append(number)
        out: set[tuple[int, int]] = set()
        for members in index.values():
            if len(members) <= _COMMON:
                out.update(combinations(members, 2))
        out.update(self._near(chosen))
        out.update(self._neighbours(chosen))
        return sorted(out)

    def _neighbours(self, chosen: Sequence[int]) -> set[tuple[int, int]]:
        """Return each figure with the other side's figure in the sentences behind it."""
        out: set[tuple[int, int]] = set()
        for place, number in enumerate(chosen):
            a = self.found[number]
            for other in chosen[place + 1 : place + 1 + _NEIGHBOURS] if a.quantities else ():
                if other_side(a, self.found[other]):
                    out.add((number, other))
        return out

    def _near(self, chosen: list[int]) -> set[tuple[int, int]]:
        """Return each assertion with the nearest ones by meaning, in blocks so that memory stays small."""
        import numpy as np

        out: set[tuple[int, int]] = set()
        matrix = self.vectors[chosen]
        for begin in range(0, len(chosen), 512):
            close = matrix[begin : begin + 512] @ matrix.T
            width = min(_NEIGHBOURS + 1, close.shape[1])
            best = np.argpartition(-close, width - 1, axis=1)[:, :width]
            for row, columns in enumerate(best):
                for column in columns:
                    if column != begin + row and close[row, column] >= _NEAR:
                        a, b = chosen[begin + row], chosen[int(column)]
                        out.add((min(a, b), max(a, b)))
        return out

    def other_sides(self) -> list[Pair]:
        """Return only the figures that another side gives: all there is to compare in a lone article."""
        nothing = (0.0,) * len(FEATURES)
        return [Pair(i, j, nothing, _OTHER_SIDE, ()) for i, j in sorted(self._neighbours(range(len(self.found))))]

    def pairs(self) -> list[Pair]:
        """Return all candidates scored."""
        weight = weights()
        out: list[Pair] = []
        for i, j in self.candidates():
            values, shared = self.features(i, j)
            total = sum(w * v for w, v in zip(weight, values, strict=True))
            probability = 1.0 / (1.0 + exp(-max(-30.0, min(30.0, total))))
            if not any(values[place] for place in _SUPPORT):
                probability *= _UNSUPPORTED
            if values[_REJECTS] and probability >= _ON_THE_MATTER:
                probability = max(probability, _OTHER_SIDE)
            if values[_ELLIPTIC]:
                probability = max(probability, _OTHER_SIDE)
            out.append(Pair(i, j, values, probability, shared))
        return out
