"""How rare a word is: a background of six languages for small corpora, the corpus itself for large ones."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from quellenlage.corpus.features import skeleton
from quellenlage.errors import ResourceError

Numbers = npt.NDArray[np.int32]
Values = npt.NDArray[np.float64]

BACKGROUND_ARTICLES = 1_000
"""The background counts like this many articles, so that it fades once the corpus is larger."""

ARTICLE_WORDS = 300
"""Words of the typical article for which a word's frequency is turned into the share of articles that hold it."""

POWER = 0.7
"""Flattens the logarithm: a word twice as rare is not twice the evidence (OG2021 titles, BCubed F1: 0.7 gives 0.736,
0.718, 0.764 for por, spa, fra where 1 gives 0.729, 0.718, 0.756)."""

UNKNOWN = 1e-7
"""Frequency of a word that no list has: one in ten million, about the rank where the lists end."""


def _lines(name: str) -> str:
    resource = files("quellenlage.corpus") / "resources" / name
    try:
        return resource.read_text("utf-8")
    except OSError as error:
        raise ResourceError(f"{resource}: {error}") from error


@cache
def known_words() -> frozenset[str]:
    """Return the frequent words of six languages.

    Raises:
        ResourceError: The list is missing.
    """
    return frozenset(_lines("words.txt").split())


class Weights(NamedTuple):
    """Keys, by the numbers that their channel gave them, with their weights."""

    numbers: Numbers
    weights: Values


_NONE = Weights(np.empty(0, np.int32), np.empty(0))
_FILES = {"words": "word-stems.txt", "names": "name-skeletons.txt"}


@cache
def _background(channel: str) -> Mapping[str, float]:
    """Return the share of articles that hold each key of a channel; empty for a channel without a list.

    Raises:
        ResourceError: The list is missing or damaged.
    """
    if channel not in _FILES:
        return {}
    columns = _lines(_FILES[channel]).split()
    try:
        frequencies = np.minimum(np.array(columns[1::2], np.float64) * 1e-9, 0.5)
        shares = -np.expm1(ARTICLE_WORDS * np.log1p(-frequencies))
        return dict(zip(columns[::2], shares.tolist(), strict=True))
    except ValueError as error:
        raise ResourceError(f"{_FILES[channel]}: {error}") from error


def _share(frequency: float) -> float:
    return -math.expm1(ARTICLE_WORDS * math.log1p(-min(frequency, 0.5)))


_UNKNOWN_SHARE = _share(UNKNOWN)


def name_share(name: str) -> float:
    """Return the share of articles that hold a name, by its rarest word; a name that no list has is rare."""
    background = _background("names")
    return min((background.get(skeleton(word), _UNKNOWN_SHARE) for word in name.split()), default=_UNKNOWN_SHARE)


def _number_share(number: str) -> float:
    """Return a rough share of articles that hold a number: small and round ones are common, decimals are not."""
    if not number.isdecimal():
        return 0.002
    if len(number) <= 2:
        return 0.1 if number.endswith("0") or int(number) <= 31 else 0.03
    return 0.02 if number.rstrip("0") in set("123456789") else 0.003


class _Numbered(dict[str, int]):
    """Keys numbered in the order in which they are first asked for."""

    def __init__(self) -> None:
        self.order: list[str] = []

    def __missing__(self, key: str) -> int:
        number = self[key] = len(self.order)
        self.order.append(key)
        return number


class Rarity:
    """Inverse document frequency in one channel, background and corpus taken together.

    Args:
        channel: ``words``, ``names``, ``numbers``, or another without a background of its own.
        background: Share of articles that hold each key, instead of the channel's own.
    """

    def __init__(self, channel: str, *, background: Mapping[str, float] | None = None) -> None:
        self._channel = channel
        self._power = 1.0 if channel == "numbers" else POWER
        self._background = _background(channel) if background is None else background
        self._known = _Numbered()
        self._expected = np.empty(1_024)
        self._seen = np.zeros(1_024, np.float64)
        self._filled = 0
        self._articles = 0

    def add(self, counts: Mapping[str, float]) -> Weights:
        """Count an article's keys and return them by number, the counts as their weights.

        A key counts as often as the article has it, so that what stands in titles becomes common sooner (OG2021,
        English and Spanish: BCubed F1 0.782 and 0.756; by articles alone 0.777 and 0.751).
        """
        self._articles += 1
        if not counts:
            return _NONE
        seen = Weights(self._numbers(counts), np.fromiter(counts.values(), np.float64, len(counts)))
        self._seen[seen.numbers] += seen.weights
        return seen

    def weigh(self, counts: Weights, *, keep: int, least: float = 0.0) -> Weights:
        """Weigh an article's counts by rarity and scale them to length 1 (empty for an empty article).

        Args:
            counts: The counts, as ``add`` returned them.
            keep: Keep at most so many keys, the heaviest.
            least: Scale by no less than this length, so that one or two keys alone do not make a full match.

        Returns:
            The heaviest first, those of equal weight in the order of ``counts``.
        """
        numbers = counts.numbers
        if not len(numbers):
            return _NONE
        total = BACKGROUND_ARTICLES + self._articles + 1.0
        ratio = total / (self._expected[numbers] + self._seen[numbers] + 0.5)
        weighed = counts.weights * np.log(np.maximum(ratio, 1.0)) ** self._power
        heaviest = np.argsort(-weighed, kind="stable")[:keep]
        weighed = weighed[heaviest]
        length = max(least, math.sqrt(float((weighed * weighed).sum())))
        return Weights(numbers[heaviest], weighed / length) if length else _NONE

    def key(self, number: int) -> str:
        """Return the key of a number."""
        return self._known.order[number]

    def _numbers(self, counts: Mapping[str, float]) -> Numbers:
        found = np.fromiter(map(self._known.__getitem__, counts), np.int32, len(counts))
        fresh = self._known.order[self._filled :]
        if fresh:
            size = self._filled + len(fresh)
            if size > len(self._seen):
                more = max(size, 2 * len(self._seen)) - len(self._seen)
                self._expected = np.concatenate((self._expected, np.empty(more)))
                self._seen = np.concatenate((self._seen, np.zeros(more, np.float64)))
            self._expected[self._filled : size] = [BACKGROUND_ARTICLES * self._share(key) for key in fresh]
            self._filled = size
        return found

    def _share(self, key: str) -> float:
        if self._channel == "numbers":
            return _number_share(key)
        return self._background.get(key, _UNKNOWN_SHARE)
