"""How alike two articles are, and whether they can be one story: words, names, figures, meaning, days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from quellenlage.corpus.profiles import CHANNELS, Profile
from quellenlage.corpus.rarity import Values

HEADLINE_DAYS = 2.0
"""Days in which the likeness of two headlines fades to a third (tuned on OG2021: 1 to 3 alike)."""

ARTICLE_DAYS = 6.0
"""The same for articles of 200 words and more, which tell more themselves."""

STRANGERS = 0.15
"""Cosine of the vectors of two headlines that have nothing to do with each other, or little more: counted as none."""

UNDATED = 0.85
"""Factor for an article without a date: what time would tell must be told by the content."""

UNDATED_NUMBERS = 0.04
"""Likeness of figures that an article without a date must have: the same people a year later share none."""

UNDATED_WITHOUT_FIGURES = 0.5
"""Factor where it has not."""

UNDATED_LOOKING_BACK = 0.25
"""Factor where one of the two says that it comes long after (``ein Jahr nach der Flut``)."""


TAKES_UP = 1.3
"""Factor for articles of the days that a later one says it takes up (``zwei Wochen nach dem Brand``): that it says so
tells more than the words that they share, which are fewer after some weeks."""

NO_DAYS = (-1, -1)
"""What stands for the days of an article without a date."""

Days = npt.NDArray[np.int32]


class Likeness(NamedTuple):
    """How alike an article is to others, 0 to 1 each, and all together; ``meaning`` is NaN without vectors."""

    words: Values
    names: Values
    numbers: Values
    meaning: Values
    time: Values
    total: Values


class Comparer:
    """Compares an article with many at once.

    The article's weights are laid out by term, so that those of all others are multiplied in one pass.
    """

    def __init__(self) -> None:
        self._laid_out = np.zeros(1_024)

    def likeness(self, first: Profile, others: Sequence[Profile]) -> Likeness:
        """Return how alike an article is to each of the others."""
        words, names, entities, numbers = self._products(first, others)
        names = np.maximum(names, entities)
        meaning = _meanings(first, others)
        spans = np.array([other.days or NO_DAYS for other in others], np.int32).reshape(-1, 2)
        dated = (spans[:, 0] != NO_DAYS[0]) & (first.days is not None)
        named = dated & np.array([first.has_entities and other.has_entities for other in others], np.bool_)
        own = np.array([other.language == first.language for other in others], np.bool_)
        seen = ~np.isnan(meaning)
        like = np.where(seen, meaning, 0.0)
        # Rare names in common tell a story only where the dates are near; the same people meet again a year later.
        by_names = 0.5 * words + 0.5 * entities + 0.3 * like
        by_words = np.where(seen, np.where(dated, 0.44 * words + 0.82 * like, 0.6 * words + 0.7 * like), words)
        across = np.maximum(np.where(seen, 0.7 * like, words), names)
        content = 0.8 * np.where(own, np.where(named, by_names, by_words), across) + 0.3 * numbers
        time = fading(first, spans, np.array([other.size for other in others]))
        for place in np.flatnonzero(~dated).tolist():
            time[place] = _undated(first, others[place], float(numbers[place]))
        return Likeness(words, names, numbers, meaning, time, content * time)

    def _products(self, first: Profile, others: Sequence[Profile]) -> Values:
        """Return the scalar products with the others, a row a channel; the sums do not depend on the machine."""
        count = len(CHANNELS)
        if not others:
            return np.zeros((count, 0))
        terms = np.concatenate([other.terms for other in others])
        most = int(max(terms.max(initial=0), first.terms.max(initial=0)))
        if most >= len(self._laid_out):
            self._laid_out = np.zeros(2 * most)
        self._laid_out[first.terms] = first.weights
        products = self._laid_out[terms] * np.concatenate([other.weights for other in others])
        self._laid_out[first.terms] = 0.0
        rows = np.repeat(np.arange(len(others)), [len(other.terms) for other in others])
        sums = np.bincount(len(others) * (terms & (count - 1)) + rows, weights=products, minlength=count * len(others))
        return np.asarray(sums, np.float64).reshape(count, len(others))


def _meanings(first: Profile, others: Sequence[Profile]) -> Values:
    """Return how near the vectors are, strangers counted as 0; NaN where one is missing."""
    found = np.full(len(others), np.nan)
    rows = [vector for other in others if (vector := other.vector) is not None]
    if first.vector is not None and rows:
        # Summed without BLAS, whose rounding depends on the machine.
        cosines = np.einsum("ij,j->i", np.stack(rows), first.vector)
        places = [place for place, other in enumerate(others) if other.vector is not None]
        found[places] = np.maximum(0.0, cosines - STRANGERS) / (1 - STRANGERS)
    return found


def fading(first: Profile, spans: Days, sizes: npt.NDArray[np.integer]) -> Values:
    """Return the factors by which the days between an article and others lessen their likeness.

    Args:
        first: The article.
        spans: First and last day of each of the others, ``NO_DAYS`` without a date; the factor is then 1.
        sizes: Their words.
    """
    if first.days is None:
        return np.ones(len(sizes))
    gaps = np.maximum(np.maximum(first.days[0] - spans[:, 1], spans[:, 0] - first.days[1]), 0)
    loose = np.maximum(spans[:, 1] - spans[:, 0], first.days[1] - first.days[0]) > 1
    scale = HEADLINE_DAYS + (ARTICLE_DAYS - HEADLINE_DAYS) * np.minimum(1.0, np.minimum(first.size, sizes) / 200)
    faded = np.exp(-gaps / scale) * np.where(loose, UNDATED, 1.0)
    if first.takes_up is not None:
        begin, end = first.takes_up
        faded = np.where((spans[:, 1] >= begin) & (spans[:, 0] <= end), np.maximum(faded, TAKES_UP), faded)
    return np.where(spans[:, 0] == NO_DAYS[0], 1.0, faded)


def _undated(first: Profile, second: Profile, numbers: float) -> float:
    """Return the factor for two articles of which one at least has no date."""
    dated, undated = (first, second) if second.days is None else (second, first)
    if dated.days is not None and _month(dated.days) in undated.told_months:
        return 0.0
    if first.looks_back != second.looks_back:
        return UNDATED_LOOKING_BACK
    return UNDATED if numbers >= UNDATED_NUMBERS else UNDATED_WITHOUT_FIGURES


@lru_cache(maxsize=1_000)
def _month(span: tuple[int, int]) -> str:
    return date.fromordinal(span[0]).isoformat()[:7]
