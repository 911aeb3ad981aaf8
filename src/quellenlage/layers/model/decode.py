"""From the scores of the model to quotations, roles and entities, in word indices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quellenlage.layers.model.labels import QUOTE_LABELS, ROLES, TYPES

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

REACH = 160
"""Words that the reader sees on either side of a quotation (97 of 100 speakers stand nearer than 60)."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A quotation as the tags tell it.

    Attributes:
        words: Indices of its words, ascending.
        type: Index into :data:`TYPES`.
        layer: 0 for the outer layer, 1 for quotations inside others.
    """

    words: tuple[int, ...]
    type: int
    layer: int


def viterbi(emissions: Floats, moves: Floats, start: Floats) -> Ints:
    """Return the best path of labels ``[words]`` (Viterbi 1967).

    Args:
        emissions: ``[words, labels]``.
        moves: ``[labels, labels]``, from row to column.
        start: ``[labels]``.
    """
    length = len(emissions)
    if length == 0:
        return np.zeros(0, dtype=np.int64)
    back = np.empty((length, len(start)), dtype=np.int64)
    best = start + emissions[0]
    into = np.ascontiguousarray(moves.T)
    rows = np.arange(len(start))
    for at in range(1, length):
        options = into + best
        choice = options.argmax(axis=1)
        back[at] = choice
        best = options[rows, choice] + emissions[at]
    path = np.empty(length, dtype=np.int64)
    path[-1] = best.argmax()
    for at in range(length - 1, 0, -1):
        path[at - 1] = back[at, path[at]]
    return path


def quotations(path: Sequence[int], *, layer: int) -> list[Tagged]:
    """Collect quotations from a path of labels; a part that continues joins the quotation before it."""
    found: list[tuple[list[int], int]] = []
    for at, code in enumerate(path):
        label = QUOTE_LABELS[code]
        if label == "O":
            continue
        kind = TYPES.index(label[2:])
        inside = found and found[-1][0][-1] == at - 1
        if label[0] == "B" or not found or (label[0] == "I" and not inside):
            found.append(([at], kind))
        else:
            found[-1][0].append(at)
    return [Tagged(words=tuple(words), type=kind, layer=layer) for words, kind in found]


def entity_spans(path: Sequence[int], labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return ``(first word, one past the last, type)`` of a path of BIO labels."""
    spans: list[tuple[int, int, str]] = []
    for at, code in enumerate(path):
        label = labels[code]
        if label == "O":
            continue
        if label[0] == "I" and spans and spans[-1][1] == at and spans[-1][2] == label[2:]:
            spans[-1] = (spans[-1][0], at + 1, label[2:])
        else:
            spans.append((at, at + 1, label[2:]))
    return spans


def distance_bucket(distance: Ints) -> Ints:
    """Put signed distances in words into 64 buckets: exact up to 12, then wider and wider (T5's scheme)."""
    size = np.abs(distance)
    wide = 12 + np.floor(np.log(np.maximum(size, 12) / 12) / np.log(160 / 12) * 17).astype(np.int64)
    bucket = np.where(size < 12, size, np.minimum(wide, 29))
    return np.where(distance < 0, bucket, bucket + 32)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the reader is given for one quotation, each array of length ``end - begin``.

    Attributes:
        begin: First word read.
        end: One past the last.
        place: Index into ``PLACES``.
        distance: Bucket.
        other: 1 in another quotation.
    """

    begin: int
    end: int
    place: Ints
    distance: Ints
    other: Ints


def surroundings(words: Sequence[int], *, length: int, covered: NDArray[np.bool_]) -> Surroundings:
    """Describe the words around a quotation.

    Args:
        words: Its word indices, ascending.
        length: Words of the article.
        covered: ``[length]``, True for words in any quotation.
    """
    chosen = np.asarray(words, dtype=np.int64)
    begin = max(0, int(chosen[0]) - REACH)
    end = min(length, int(chosen[-1]) + 1 + REACH)
    span = np.arange(begin, end)
    inside = np.zeros(end - begin, dtype=bool)
    inside[chosen - begin] = True
    place = np.where(span < chosen[0], 0, np.where(span > chosen[-1], 3, np.where(inside, 1, 2)))
    right = np.searchsorted(chosen, span)
    left_word = chosen[np.maximum(right - 1, 0)]
    right_word = chosen[np.minimum(right, len(chosen) - 1)]
    from_left, from_right = span - left_word, span - right_word
    nearest = np.where(np.abs(from_left) <= np.abs(from_right), from_left, from_right)
    other = (covered[begin:end] & ~inside).astype(np.int64)
    return Surroundings(begin, end, place.astype(np.int64), distance_bucket(nearest), other)


def role_words(logits: Floats, *, begin: int, thresholds: Sequence[float]) -> dict[str, tuple[int, ...]]:
    """Choose the words of each role.

    Args:
        logits: ``[words, 4]``.
        begin: Index of the first of these words in the article.
        thresholds: Logit above which a word is taken, per role.
    """
    return {
        role: tuple(int(at) + begin for at in np.flatnonzero(logits[:, index] > thresholds[index]))
        for index, role in enumerate(ROLES)
    }
