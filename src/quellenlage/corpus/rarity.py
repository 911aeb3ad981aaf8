"""How rare a word is: a background of six languages for small corpora, the corpus itself for large ones."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

import numpy as np

from quellenlage.corpus.features import skeleton
from quellenlage.errors import ResourceError

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
        self._seen: Counter[str] = Counter()
        self._articles = 0

    def add(self, keys: Iterable[str]) -> None:
        """Count an article."""
        self._articles += 1
        self._seen.update(keys)

    def weigh(self, counts: Mapping[str, float], *, keep: int, least: float = 0.0) -> dict[str, float]:
        """Weigh an article's counts by rarity and scale them to length 1 (empty for an empty article).

        Args:
            counts: The counts.
            keep: Keep at most so many keys, the heaviest.
            least: Scale by no less than this length, so that one or two keys alone do not make a full match.
        """
        total = BACKGROUND_ARTICLES + self._articles + 1.0
        weighed = {key: count * self._weight(key, total) for key, count in counts.items()}
        if len(weighed) > keep:
            weighed = dict(sorted(weighed.items(), key=lambda item: (-item[1], item[0]))[:keep])
        length = max(least, math.sqrt(sum(value * value for value in weighed.values())))
        return {key: value / length for key, value in weighed.items()} if length else {}

    def _weight(self, key: str, total: float) -> float:
        ratio = total / (BACKGROUND_ARTICLES * self._expected(key) + self._seen[key] + 0.5)
        return float(math.log(ratio) ** self._power) if ratio > 1.0 else 0.0

    def _expected(self, key: str) -> float:
        if self._channel == "numbers":
            return _number_share(key)
        return self._background.get(key, _UNKNOWN_SHARE)
