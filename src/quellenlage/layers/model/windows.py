"""Windows over long articles: where they lie and which of them speaks for a word."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

OVERLAP = 128
"""Pieces that neighbouring windows share, so that each word has at least 64 pieces on either side in one of them."""


def speakers(windows: Sequence[tuple[int, int]], *, length: int) -> NDArray[np.int64]:
    """Return for each word the number of the window in whose middle it stands best.

    Args:
        windows: First word and one past the last word of each window, in order, together covering all words.
        length: Words of the article.
    """
    best = np.full(length, -1, dtype=np.int64)
    margin = np.full(length, -1, dtype=np.int64)
    for number, (begin, end) in enumerate(windows):
        words = np.arange(begin, end)
        left = words - begin if begin else np.full(end - begin, length)
        right = end - 1 - words if end < length else np.full(end - begin, length)
        room = np.minimum(left, right)
        better = room > margin[begin:end]
        best[begin:end][better] = number
        margin[begin:end][better] = room[better]
    return best
