"""Neighbours by meaning: articles whose sentence vectors are near, and vectors drawn towards their neighbours.

The vector of one headline is noisy. That of a headline with those surely of its story mixed in is less so: two groups
of reports on one happening come nearer, two on different happenings of one kind do not. This is query expansion by
pseudo-relevance (Rocchio, 1971) done once for every headline. Whole articles tell enough by themselves.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float32]

LATEST = 4_000
"""Vectors that are searched, the latest: some days of a large stream, all of most corpora."""

SURE = 0.3
"""Likeness from which an article is a neighbour that is surely of the same story."""

PULL = 1.0
"""Weight of all neighbours together, where their likeness adds up to one, against the article's own vector."""

DRAWN = 0.7
"""Factor for the likeness of drawn vectors, which raises all of it: one threshold fits drawn vectors and others
(tuned on OG2021; 0.68 and 0.7 score alike in English and Spanish)."""


class Meanings:
    """The sentence vectors of articles in order of arrival, searched by cosine."""

    def __init__(self) -> None:
        self._rows: Vector | None = None
        self._numbers: list[int] = []

    def add(self, number: int, vector: Vector) -> None:
        """Keep an article's vector (length 1); numbers must rise."""
        count = len(self._numbers)
        if self._rows is None:
            self._rows = np.empty((2 * LATEST, len(vector)), np.float32)
        if count == len(self._rows):
            self._rows[:LATEST] = self._rows[-LATEST:]
            del self._numbers[:-LATEST]
            count = LATEST
        self._rows[count] = vector
        self._numbers.append(number)

    def nearest(self, vector: Vector, *, most: int, least: float) -> list[int]:
        """Return the numbers of at most ``most`` of the latest articles with a cosine above ``least``, nearest first.

        Summed without BLAS, whose rounding, and with it the order of equals, depends on the number of cores.
        """
        count = len(self._numbers)
        if self._rows is None or not count:
            return []
        start = max(0, count - LATEST)
        cosines = np.einsum("ij,j->i", self._rows[start:count], vector)
        places = np.flatnonzero(cosines > least)
        order = places[np.argsort(-cosines[places], kind="stable")[:most]]
        return [self._numbers[start + int(place)] for place in order]


def drawn(
    vectors: Sequence[Vector | None], ends: Sequence[int], likeness: Sequence[float]
) -> tuple[Vector | None, ...]:
    """Return vectors of length 1, each drawn towards those of its sure neighbours.

    Args:
        vectors: One an article, of length 1, or None.
        ends: The two article numbers of every link, one after the other.
        likeness: The likeness of every link; those below ``SURE`` are left out.
    """
    pulls: dict[int, list[tuple[int, float]]] = {}
    for first, second, like in zip(ends[::2], ends[1::2], likeness, strict=True):
        if like > SURE and vectors[first] is not None and vectors[second] is not None:
            pulls.setdefault(first, []).append((second, like))
            pulls.setdefault(second, []).append((first, like))
    result = list(vectors)
    for number, neighbours in pulls.items():
        own = vectors[number]
        if own is None:
            continue
        scale = PULL / max(1.0, sum(like for _, like in neighbours))
        moved = own.astype(np.float64)
        for other, like in sorted(neighbours):
            near = vectors[other]
            if near is not None:
                moved += scale * like * near
        result[number] = np.asarray(moved / np.sqrt((moved * moved).sum()), np.float32)
    return tuple(result)
