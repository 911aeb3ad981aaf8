"""From the scores of the model to quotations, roles and entities, in word indices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quellenlage.layers.model.labels import QUOTE_LABELS, ROLES, TYPES

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

REACH = 160
"""Words that the reader sees on either side of a quotation (97 of 100 speakers stand nearer than 60)."""

UNLIKELY = 5.0
"""Score by which a word must fall short of being no name before names are not looked for there."""


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


@dataclass(frozen=True, slots=True)
class Hint:
    """A quotation that another reader of the text (the rules) has found: evidence for the model, not a verdict.

    Attributes:
        words: Indices of its words, ascending.
        type: Index into :data:`TYPES`.
        roles: Indices of the words of each role.
    """

    words: tuple[int, ...]
    type: int
    roles: Mapping[str, frozenset[int]]


def tags(quotes: Sequence[tuple[Sequence[int], int]], *, length: int) -> list[list[int]]:
    """Return the labels of the outer and of the inner layer, each ``[length]``.

    A quotation goes to the outer layer where no longer one covers any of its words, else to the inner one; of a third
    level nothing is kept.

    Args:
        quotes: Words, ascending, and index into :data:`TYPES` of each quotation.
        length: Words of the article.
    """
    layers = [[0] * length, [0] * length]
    for words, kind in sorted(quotes, key=lambda quote: -len(quote[0])):
        for layer in layers:
            if any(layer[at] for at in words):
                continue
            before = -2
            for at in words:
                mark = "B" if before == -2 else "I" if at == before + 1 else "C"
                layer[at] = QUOTE_LABELS.index(f"{mark}-{TYPES[kind]}")
                before = at
            break
    return layers


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
    options = np.empty(into.shape, dtype=np.float32)
    flat, rows = options.reshape(-1), np.arange(len(start)) * len(start)
    for at in range(1, length):
        np.add(into, best, out=options)
        options.argmax(axis=1, out=back[at])
        best = flat[rows + back[at]] + emissions[at]
    path = np.empty(length, dtype=np.int64)
    path[-1] = best.argmax()
    for at in range(length - 1, 0, -1):
        path[at - 1] = back[at, path[at]]
    return path


RESCALE = 4
"""Words after which probabilities are brought back to a sum of one: a word takes a factor of e^60 off them at most, and
a product of two has to stay above a double's e^-700."""


def marginals(emissions: Floats, moves: Floats, start: Floats) -> NDArray[np.float64]:
    """Return the probability of each label at each word, ``[words, labels]``, by forward-backward (Rabiner 1989)."""
    local = np.exp((emissions - emissions.max(axis=1, keepdims=True)).astype(np.float64))
    step = np.exp(np.maximum(moves.astype(np.float64), -60.0))
    back = np.ascontiguousarray(step.T)
    forward, backward = np.empty_like(local), np.ones_like(local)
    np.multiply(np.exp(np.maximum(start.astype(np.float64), -60.0)), local[0], out=forward[0])
    for at in range(1, len(local)):
        np.multiply(forward[at - 1] @ step, local[at], out=forward[at])
        if at % RESCALE == 0:
            forward[at] /= forward[at].sum()
    for at in range(len(local) - 2, -1, -1):
        np.matmul(local[at + 1] * backward[at + 1], back, out=backward[at])
        if at % RESCALE == 0:
            backward[at] /= backward[at].sum()
    both = forward * backward
    shares: NDArray[np.float64] = both / both.sum(axis=1, keepdims=True)
    return shares


def overlap(left: Sequence[int], right: Sequence[int]) -> float:
    """Return the F1 of two sets of words."""
    total = len(left) + len(right)
    return 2 * len(set(left) & set(right)) / total if total else 0.0


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


def entity_path(emissions: Floats, moves: Floats) -> Ints:
    """Return the best path of entity labels ``[words]``; only stretches where a name is possible are searched.

    Args:
        emissions: ``[words, labels]``, the first label for no name.
        moves: ``[labels, labels]``, from row to column; no name comes before the first word.
    """
    path = np.zeros(len(emissions), dtype=np.int64)
    possible = np.flatnonzero(emissions[:, 1:].max(axis=1) > emissions[:, 0] - UNLIKELY)
    for stretch in np.split(possible, np.flatnonzero(np.diff(possible) > 1) + 1):
        if len(stretch):
            path[stretch] = viterbi(emissions[stretch], moves, moves[0])
    return path


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


AGREED = 2.0
"""Logit added to words that the rules give a role, too."""

CONTRADICTED = 1.0
"""Logit taken from the other words where the rules name some for a role (both on dev: roles F1 0.684 against 0.670)."""


def supported(logits: Floats, hint: Hint, *, begin: int) -> Floats:
    """Weigh the role logits ``[words, 4]`` of a quotation with the roles that the rules gave it.

    Args:
        logits: Of the words from ``begin`` on.
        hint: The same quotation as the rules found it.
        begin: Index of the first of these words in the article.
    """
    result = logits.copy()
    for index, role in enumerate(ROLES):
        own = [at - begin for at in sorted(hint.roles.get(role, frozenset())) if 0 <= at - begin < len(logits)]
        if own:
            result[:, index] -= CONTRADICTED
            result[own, index] += CONTRADICTED + AGREED
    return result


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
