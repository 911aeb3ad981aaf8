"""Closeness of meaning of clauses: vectors of the sentence encoder that the stories use too.

German, English and Russian share one space, so that a Russian clause meets its German counterpart.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

LONGEST: Final = 64
"""Word pieces that are read of a clause; one of the cases has more."""

_NEIGHBOURS: Final = 2
_NEIGHBOURS_WEIGHT: Final = 0.5
"""What stands around an assertion: two before and two behind, each with half its weight. With one or four on each side,
pairs held out of the fit are told less well (logarithmic loss 320 and 325 against 319; 328 without)."""


_BLOCK: Final = 512


def vectors(texts: Sequence[tuple[str, str]]) -> Matrix:
    """Return one vector of length 1 for each text, as rows; a text's vector does not depend on the others.

    Args:
        texts: Words and language of each text.
    """
    from quellenlage.corpus.encoder import DIMENSIONS, encoder

    unique = sorted(set(texts))
    if not unique:
        return np.zeros((0, DIMENSIONS), dtype=np.float32)
    encoded = encoder().encode([text for text, _ in unique], [language for _, language in unique], longest=LONGEST)
    place = {text: number for number, text in enumerate(unique)}
    out: Matrix = encoded[[place[text] for text in texts]]
    return out


def around(matrix: Matrix, articles: Sequence[str]) -> Matrix:
    """Return vectors of length 1 of texts together with their neighbours in the same article.

    Args:
        matrix: The texts' own vectors, in the order of the articles.
        articles: Key of each text's article.
    """
    out = matrix.copy()
    for row, article in enumerate(articles):
        for other in range(max(0, row - _NEIGHBOURS), min(len(articles), row + _NEIGHBOURS + 1)):
            if other != row and articles[other] == article:
                out[row] += np.float32(_NEIGHBOURS_WEIGHT) * matrix[other]
    norms = np.linalg.norm(out, axis=1, keepdims=True)
    return np.asarray(out / np.where(norms > 0, norms, 1), np.float32)


def best_by_article(matrix: Matrix, articles: Sequence[int]) -> Matrix:
    """Return the highest product of each text with a text of each article, as [texts, articles].

    Args:
        matrix: The texts' vectors.
        articles: Number of each text's article, from 0 without a gap.
    """
    places = np.asarray(articles)
    order = np.argsort(places, kind="stable")
    starts = np.searchsorted(places[order], np.arange(places.max(initial=-1) + 1))
    out = np.zeros((len(matrix), len(starts)), np.float32)
    for begin in range(0, len(matrix), _BLOCK):  # in blocks, so that memory stays small
        close = matrix[begin : begin + _BLOCK] @ matrix[order].T
        out[begin : begin + _BLOCK] = np.maximum.reduceat(close, starts, axis=1)
    return out
