"""Stories compared as wholes: what their articles say together, where each alone says too little.

The first reports on a happening and those of some days later share few words, and each of the later ones names only
some of the people. Together they name them all. Mean likeness, by which stories grow, does not see that.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from quellenlage.corpus.likeness import STRANGERS, UNDATED, Comparer
from quellenlage.corpus.profiles import CHANNELS, Profile
from quellenlage.corpus.rarity import Values

WHOLE: Final = 0.18
"""Likeness of two stories as wholes from which they are one. Of the 206 ways to part a story of the annotated cases in
two it joins 186 again (0.14: 186, 0.25: 177); of the 304 pairs of a part of one story with another story none."""

NEAR: Final = 0.55
"""Mean factor for days that they must have: articles without a date, or more than a week between them, do not do."""

STORY_DAYS: Final = 12.0
"""Days in which the likeness of two stories as wholes fades to a third; that of two articles fades in half of them,
since it is what each tells alone."""

NAMED: Final = 0.3
"""Likeness of their names that they must have; 0.25 joins two matters of one town that share its mayor."""

HINT: Final = 0.03
"""Mean likeness of their articles below which they are not compared."""

READ: Final = 12
"""Articles of a story that are read, the first and those after them."""


def alike(first: Sequence[Profile], second: Sequence[Profile], comparer: Comparer) -> bool:
    """Tell whether two stories, taken as wholes, are one.

    Args:
        first: The profiles of one story's articles.
        second: Those of the other's.
        comparer: Compares articles, for the days between them.
    """
    if len(first) + len(second) < 3:
        return False
    days = _days(first[:READ], second[:READ], comparer)
    if days < NEAR:
        return False
    words, _, entities, numbers = _cosines(first[:READ], second[:READ])
    if entities < NAMED:
        return False
    content = 0.8 * (0.5 * words + 0.5 * entities + 0.3 * _meaning(first, second)) + 0.3 * numbers
    return bool(content * days >= WHOLE)


def _days(first: Sequence[Profile], second: Sequence[Profile], comparer: Comparer) -> float:
    """Return the mean factor for the days between the articles of both."""
    factors: list[float] = []
    for one in first:
        times = comparer.likeness(one, second).time.tolist()
        for other, time in zip(second, times, strict=True):
            if one.days is None or other.days is None:
                factors.append(time)
                continue
            gap = max(one.days[0] - other.days[1], other.days[0] - one.days[1], 0)
            loose = max(one.days[1] - one.days[0], other.days[1] - other.days[0]) > 1
            factors.append(float(np.exp(-gap / STORY_DAYS)) * (UNDATED if loose else 1.0))
    return float(np.mean(factors))


def _cosines(first: Sequence[Profile], second: Sequence[Profile]) -> list[float]:
    """Return the cosine of the summed weights of both, a channel at a time."""
    terms = np.concatenate([profile.terms for profile in (*first, *second)])
    weights = np.concatenate([profile.weights for profile in (*first, *second)])
    keys, places = np.unique(terms, return_inverse=True)
    cut = sum(len(profile.terms) for profile in first)
    one = np.bincount(places[:cut], weights=weights[:cut], minlength=len(keys))
    other = np.bincount(places[cut:], weights=weights[cut:], minlength=len(keys))
    found = []
    for channel in range(len(CHANNELS)):
        here = (keys & (len(CHANNELS) - 1)) == channel
        found.append(_cosine(one[here], other[here]))
    return found


def _cosine(one: Values, other: Values) -> float:
    length = float(np.sqrt((one * one).sum() * (other * other).sum()))
    return float((one * other).sum()) / length if length else 0.0


def _meaning(first: Sequence[Profile], second: Sequence[Profile]) -> float:
    """Return how near the mean sentence vectors are, strangers counted as 0; 0 without vectors."""
    one, other = ([p.vector for p in story[:READ] if p.vector is not None] for story in (first, second))
    if not one or not other:
        return 0.0
    cosine = _cosine(np.mean(one, axis=0, dtype=np.float64), np.mean(other, axis=0, dtype=np.float64))
    return max(0.0, cosine - STRANGERS) / (1 - STRANGERS)
