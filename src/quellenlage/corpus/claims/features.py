"""What two assertions of a story have in common and in what they differ, as numbers without any word.

Each feature lies between 0 and 1 and means the same in every story, so that a small scorer can weigh them
(``pairs.py``).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property
from math import log
from typing import TYPE_CHECKING, Final

import numpy as np

from quellenlage.corpus.claims.assertions import Assertion
from quellenlage.corpus.claims.figures import agreement, nearness, other_initiator, other_side, rejects, same_noun
from quellenlage.corpus.claims.meaning import around, best_by_article, vectors
from quellenlage.corpus.claims.moments import other_day, same_bound, same_day
from quellenlage.corpus.claims.senses import happenings, senses
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
    "around",
    "better_partner",
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
    "same_happening",
    "same_thing",
    "other_thing",
    "one_is_said",
    "elsewhere",
    "one_is_occasion",
    "number_far",
)
"""Names of the features, in the order of ``features``; all lie between 0 and 1."""

MEASURES: Final = frozenset({"percent", "percentpoint", "duration", "number"})
"""Units in which anything is measured, so that sharing them says little."""

_DERIVED: Final = re.compile(r"(?:ungen|ung|en|n|e)$")
_STEM: Final = 5
"""Letters of the stem that noun and verb of one family share."""


_OTHERS: Final = 10
"""Assertions of other matters that are reckoned with, so that in a story of two sentences no word is common."""

_FAR: Final = 0.15
"""Share of the larger number below which the smaller one is hardly another figure for the same."""

_LUCK: Final = 0.15
"""What the only assertion of an article would be nearer than a stranger, as far as a nearest among one tells."""


def _stems(assertion: Assertion) -> dict[str, str]:
    """Return the content words of a German assertion by what verb and noun of one family share (``überprüf``)."""
    out: dict[str, str] = {}
    for term, weight in assertion.terms.items():
        if weight == 1.0 and assertion.language == "de" and "-" not in term:
            stem = _DERIVED.sub("", term)
            if len(stem) >= _STEM:
                out.setdefault(stem, term)
    return out


class Features:
    """Compares the assertions of one story."""

    def __init__(self, found: Sequence[Assertion]) -> None:
        self.found = found
        self.count = len({assertion.print for assertion in found}) or 1
        seen: dict[str, set[str]] = defaultdict(set)
        for assertion in found:
            for term in (*assertion.terms, *assertion.entities, *(f"concept {c}" for c in assertion.concepts)):
                seen[term].add(assertion.print)
        self.frequency = {term: len(prints) for term, prints in seen.items()}
        self.top = log(_OTHERS + self.count)
        self.totals = [self._total(assertion) for assertion in found]
        self.own = [[t for t, w in assertion.terms.items() if w == 1.0] for assertion in found]
        self.stems = [_stems(assertion) for assertion in found]
        self.senses = [senses(a.terms, a.words, language=a.language) for a in found]
        told: dict[str, set[str]] = defaultdict(set)
        for assertion, own in zip(found, self.senses, strict=True):
            for sense in own:
                told[sense].add(assertion.print)
        self.frequency.update({f"sense {sense}": len(prints) for sense, prints in told.items()})
        self.lengths: dict[str, int] = {}
        for assertion in found:
            self.lengths[assertion.article] = max(assertion.sentence, self.lengths.get(assertion.article, 1))

    @cached_property
    def vectors(self) -> Matrix:
        """The assertions' vectors of meaning; made when first needed, since they cost the most."""
        return vectors([(assertion.words, assertion.language) for assertion in self.found])

    @cached_property
    def surroundings(self) -> Matrix:
        """The assertions' vectors with what stands around them, which tells what *the figure* or *he* is about."""
        return around(self.vectors, [assertion.article for assertion in self.found])

    @cached_property
    def articles(self) -> list[int]:
        """The number of each assertion's article."""
        numbers: dict[str, int] = {}
        return [numbers.setdefault(assertion.article, len(numbers)) for assertion in self.found]

    @cached_property
    def sizes(self) -> Counter[int]:
        """How many assertions each article has."""
        return Counter(self.articles)

    @cached_property
    def joined(self) -> Matrix:
        """The assertions' own vectors beside those with their surroundings: a product counts both."""
        return np.concatenate((self.vectors, self.surroundings), axis=1)

    @cached_property
    def best(self) -> Matrix:
        """How near each assertion comes to the nearest one of each article."""
        return best_by_article(self.joined, self.articles)

    def rarity(self, term: str) -> float:
        """Return how rare a word is in the story, 0 to 1."""
        return log((_OTHERS + self.count) / self.frequency.get(term, 1)) / self.top

    def _around(self, i: int, j: int) -> float:
        """Return how alike two assertions are with what stands around them; in one article that is the same text."""
        if self.found[i].article == self.found[j].article:
            return 0.0
        return max(0.0, float(self.surroundings[i] @ self.surroundings[j]))

    def _better_partner(self, i: int, j: int) -> float:
        """Return how much nearer the nearest in the other's article is, mean of both ways.

        What two reports tell once each, they tell in one place each: the nearest clause of the other report is the
        likelier partner. Among few, to be the nearest tells little.
        """
        a, b = self.articles[i], self.articles[j]
        if a == b:
            return 0.0
        close = float(self.joined[i] @ self.joined[j])
        gaps = float(self.best[i, b]) - close, float(self.best[j, a]) - close
        luck = _LUCK / self.sizes[a] + _LUCK / self.sizes[b]
        return min(1.0, (sum(max(0.0, gap) for gap in gaps) + luck) / 2)

    def _senses(self, i: int, j: int) -> tuple[float, float, float, tuple[str, ...]]:
        """Return what two assertions tell alike: happenings, things, whether all things differ, and the words of it.

        The first two are the rarity of the rarest sense of that kind that both tell.
        """
        left, right = self.senses[i], self.senses[j]
        things = left.keys() - happenings(), right.keys() - happenings()
        common = sorted(left.keys() & right.keys(), key=lambda s: (-self.rarity(f"sense {s}"), s))
        happening = max((self.rarity(f"sense {s}") for s in common if s in happenings()), default=0.0)
        thing = max((self.rarity(f"sense {s}") for s in common if s not in happenings()), default=0.0)
        words = (left[s] if left[s] == right[s] else f"{left[s]}/{right[s]}" for s in common)
        other = bool(things[0] and things[1] and not things[0] & things[1])
        return happening, thing, float(other), tuple(dict.fromkeys(words))

    def _elsewhere(self, i: int, j: int) -> float:
        """Return how far apart two assertions stand, each measured in its article from top to end."""
        a, b = self.found[i], self.found[j]
        if a.article == b.article:
            return 0.0
        return abs(a.sentence / self.lengths[a.article] - b.sentence / self.lengths[b.article])

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
        measure = all(q.unit in MEASURES or q.unit.startswith("money") for q in (*a.quantities, *b.quantities))
        on_same_day, on_other_day = same_day(a, b), float(other_day(a, b))
        concepts = a.concepts & b.concepts
        foreign = float(a.language != b.language)
        thin = float(min(len(self.own[i]), len(self.own[j])) <= 1)
        other_city = float(len(a.cities) == len(b.cities) == 1 and a.cities != b.cities)
        happening, thing, other_thing, alike = self._senses(i, j)
        values = (
            1.0,
            meaning,
            meaning * meaning,
            contained,
            overlap,
            max(shared.values(), default=0.0),
            min(3, sum(w == 1.0 and b.terms.get(t) == 1.0 for t, w in a.terms.items())) / 3,
            self._around(i, j),
            self._better_partner(i, j),
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
            happening,
            thing,
            other_thing,
            float((a.statement is None) != (b.statement is None)),
            self._elsewhere(i, j),
            float(a.occasion != b.occasion),
            float(excludes > 0 and nearness(a, b) < _FAR),
        )
        words = sorted(shared, key=lambda term: (-shared[term], term))
        words += [word for word in alike if word not in shared]
        return values, tuple(words[:6])
