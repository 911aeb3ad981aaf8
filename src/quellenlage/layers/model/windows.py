"""Windows over long articles: where they lie and which of them speaks for a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

OVERLAP = 128
"""Pieces that neighbouring windows share, so that each word has at least 64 pieces on either side in one of them."""

MAX_PIECES = 508
"""Pieces of a window without its start and end signs; the encoder has 512 positions."""

START, END = 0, 2
"""Ids of the signs before and after a text."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of an article that fits the encoder.

    Attributes:
        begin: First word.
        pieces: Ids with the start and end signs.
        first: Position of the first piece of each word.
        last: Position of the last piece of each word.
    """

    begin: int
    pieces: tuple[int, ...]
    first: tuple[int, ...]
    last: tuple[int, ...]


def cut(
    ids: Sequence[int], offsets: Sequence[tuple[int, int]], begins: Ints, ends: Ints, *, overlap: int
) -> list[Window]:
    """Cut an article into windows of at most 508 pieces.

    Args:
        ids: Ids of its pieces.
        offsets: First and one past the last code point of each piece.
        begins: First code point of each word, ascending.
        ends: One past its last.
        overlap: Pieces that neighbouring windows share.
    """
    if len(begins) == 0 or len(ids) == 0:
        return []
    starts = np.asarray([start for start, _ in offsets], dtype=np.int64)
    first = np.maximum(np.searchsorted(starts, begins, side="right") - 1, 0)
    last = np.maximum(np.searchsorted(starts, ends, side="left") - 1, first)
    windows: list[Window] = []
    begin = 0
    while True:
        end = max(int(np.searchsorted(last, first[begin] + MAX_PIECES, side="left")), begin + 1)
        low = int(first[begin])
        high = min(int(last[end - 1]) + 1, low + MAX_PIECES)
        windows.append(
            Window(
                begin=begin,
                pieces=(START, *ids[low:high], END),
                first=tuple(int(at) - low + 1 for at in first[begin:end]),
                last=tuple(min(int(at) - low, MAX_PIECES - 1) + 1 for at in last[begin:end]),
            )
        )
        if end >= len(first):
            return windows
        begin = max(int(np.searchsorted(first, first[end - 1] - overlap)), begin + 1)


def speakers(windows: Sequence[tuple[int, int]], *, length: int) -> Ints:
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
