"""Candidates: the articles that one may share a story with, found by the rare terms they have in common."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import chain

import numpy as np

from quellenlage.corpus.likeness import NO_DAYS, fading
from quellenlage.corpus.profiles import Profile

COMPARED = 40
"""Articles that one is compared with, those that share most rare terms and are near in time."""

COMPARED_HEADLINES = 250
"""The same for headlines, whose few terms tell less."""

HEADLINE_WORDS = 60
"""Words below which an article is a headline with little more."""

POSTINGS = 120
"""Articles that are looked at for one term, the latest: a term that more hold tells little."""

POSTINGS_HEADLINES = 300
"""The same for headlines."""

_RARE = (14, 8, 8, 8)  # terms of an article by which it is found, in each channel


class Candidates:
    """An index of articles by their rare terms, in order of arrival."""

    def __init__(self) -> None:
        self._postings: dict[int, list[int]] = {}
        self._days: array[int] = array("i")
        self._sizes: array[int] = array("i")

    def add(self, profile: Profile, rare: Sequence[tuple[int, float]]) -> None:
        """Add an article; its number is that of those added before."""
        number = len(self._sizes)
        self._days.extend(profile.days or NO_DAYS)
        self._sizes.append(profile.size)
        for term, _ in rare:
            posted = self._postings.setdefault(term, [])
            posted.append(number)
            if len(posted) > 2 * POSTINGS_HEADLINES:
                del posted[:-POSTINGS_HEADLINES]

    def find(self, profile: Profile, rare: Sequence[tuple[int, float]], *, oldest: int) -> list[int]:
        """Return the articles to compare one with, none older than ``oldest``, in no order.

        Args:
            profile: The article.
            rare: Its ``rare_terms``.
            oldest: The first number that counts.
        """
        headline = profile.size < HEADLINE_WORDS
        latest, most = (POSTINGS_HEADLINES, COMPARED_HEADLINES) if headline else (POSTINGS, COMPARED)
        posted = [self._postings.get(term, ())[-latest:] for term, _ in rare]
        lengths = [len(numbers) for numbers in posted]
        touched = np.fromiter(chain.from_iterable(posted), np.int64, sum(lengths))
        weights = np.repeat([weight for _, weight in rare], lengths)
        numbers, places = np.unique(touched, return_inverse=True)
        shared = np.bincount(places, weights=weights, minlength=len(numbers))
        days = np.frombuffer(self._days, np.int32).reshape(-1, 2)[numbers]
        sizes = np.frombuffer(self._sizes, np.int32)[numbers]
        shared = np.where(numbers < oldest, 0.0, shared * fading(profile, days, sizes))
        return [int(n) for n in numbers[np.argsort(-shared, kind="stable")[:most]] if n >= oldest]

    def forget(self, oldest: int) -> None:
        """Drop terms that no article from ``oldest`` on holds."""
        for term in [term for term, posted in self._postings.items() if posted[-1] < oldest]:
            del self._postings[term]


def rare_terms(profile: Profile) -> list[tuple[int, float]]:
    """Return the terms by which stories are found: the heaviest words, names, entities and numbers."""
    found: list[tuple[int, float]] = []
    start = 0
    for end, kept in zip(profile.ends, _RARE, strict=True):
        part = slice(start, min(end, start + kept))
        found.extend(zip(profile.terms[part].tolist(), profile.weights[part].tolist(), strict=True))
        start = end
    return found
