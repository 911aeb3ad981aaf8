"""Windows to padded tensors, for the heads of the network."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from quellenlage.layers.model.decode import surroundings
from quellenlage.layers.model.labels import ROLES
from training.articles import Article, Quotation, Window
from training.network import Marks

PAD = 1
UNKNOWN = 3


@dataclass(frozen=True, slots=True)
class Pieces:
    """Input of the encoder for a batch of windows."""

    pieces: Tensor
    present: Tensor | None
    first: Tensor
    last: Tensor
    lengths: Tensor


@dataclass(frozen=True, slots=True)
class Roles:
    """Input and gold of the reader for all quotations of a batch.

    Attributes:
        window: ``[quotations]``, which window of the batch each is in.
        words: ``[quotations, words]``, indices in the window.
        marks: See :class:`Marks`.
        gold: ``[quotations, words, 4]`` of 0 and 1.
        type: ``[quotations]``.
        medium: ``[quotations]``.
    """

    window: Tensor
    words: Tensor
    marks: Marks
    gold: Tensor
    type: Tensor
    medium: Tensor


def grouped(windows: Sequence[Window], *, budget: int, dice: random.Random) -> Iterator[list[Window]]:
    """Yield batches of windows of like length with at most ``budget`` pieces, padding included, in random order."""
    order = list(windows)
    dice.shuffle(order)
    batches: list[list[Window]] = []
    for at in range(0, len(order), 64):
        batch: list[Window] = []
        for window in sorted(order[at : at + 64], key=lambda window: len(window.pieces)):
            if batch and (len(batch) + 1) * len(window.pieces) > budget:
                batches.append(batch)
                batch = []
            batch.append(window)
        batches.append(batch)
    dice.shuffle(batches)
    yield from batches


def padded(rows: Sequence[Sequence[int]], value: int) -> Tensor:
    """Return ``[rows, longest]``."""
    longest = max(len(row) for row in rows)
    result = np.full((len(rows), longest), value, dtype=np.int64)
    for index, row in enumerate(rows):
        result[index, : len(row)] = row
    return torch.from_numpy(result)


def pieces(batch: Sequence[Window], *, hide: float = 0.0, dice: random.Random | None = None) -> Pieces:
    """Make the encoder's input; with ``hide``, that share of the pieces becomes unknown."""
    ids = [list(window.pieces) for window in batch]
    if hide and dice:
        for row in ids:
            for at in range(1, len(row) - 1):
                if dice.random() < hide:
                    row[at] = UNKNOWN
    coded = padded(ids, PAD)
    lengths = torch.tensor([len(row) for row in ids])
    present = torch.arange(coded.shape[1])[None, :] < lengths[:, None]
    return Pieces(
        pieces=coded,
        present=None if bool(present.all()) else present,
        first=padded([window.first for window in batch], 0),
        last=padded([window.last for window in batch], 0),
        lengths=torch.tensor([len(window.first) for window in batch]),
    )


def shaken(words: Sequence[int], *, length: int, dice: random.Random) -> list[int]:
    """Move the ends of a quotation by up to three words, as a tagger would err."""
    result = list(words)
    for end in (0, -1):
        chance = dice.random()
        if chance < 0.12 and len(result) > 4:
            count = dice.randint(1, 3)
            result = result[count:] if end == 0 else result[:-count]
        elif chance < 0.24:
            count = dice.randint(1, 3)
            if end == 0:
                result = [*range(max(0, result[0] - count), result[0]), *result]
            else:
                result = [*result, *range(result[-1] + 1, min(length, result[-1] + 1 + count))]
    return result


def inside(article: Article, window: Window) -> list[Quotation]:
    """Return the quotations that lie wholly in a window."""
    end = window.begin + len(window.first)
    return [
        quotation
        for quotation in article.quotations
        if quotation.words[0] >= window.begin and quotation.words[-1] < end
    ]


def roles(batch: Sequence[Window], articles: Sequence[Article], dice: random.Random) -> Roles | None:
    """Make the reader's input with gold quotations, a quarter of them with shaken ends; None without any."""
    rows = []
    for index, window in enumerate(batch):
        found = inside(articles[window.article], window)
        length = len(window.first)
        covered = np.zeros(length, dtype=bool)
        for quotation in found:
            if dice.random() > 0.1:
                covered[[at - window.begin for at in quotation.words]] = True
        for quotation in found:
            words = shaken([at - window.begin for at in quotation.words], length=length, dice=dice)
            rows.append((index, quotation, window.begin, surroundings(words, length=length, covered=covered)))
    if not rows:
        return None
    gold = torch.zeros(len(rows), max(row[3].end - row[3].begin for row in rows), len(ROLES))
    for number, (_, quotation, shift, near) in enumerate(rows):
        for role, words_of in enumerate(quotation.roles):
            chosen = [at - shift - near.begin for at in words_of if near.begin <= at - shift < near.end]
            gold[number, chosen, role] = 1.0
    return Roles(
        window=torch.tensor([row[0] for row in rows]),
        words=padded([range(row[3].begin, row[3].end) for row in rows], 0),
        marks=Marks(
            place=padded([row[3].place.tolist() for row in rows], 0),
            distance=padded([row[3].distance.tolist() for row in rows], 0),
            other=padded([row[3].other.tolist() for row in rows], 0),
            present=padded([[1] * len(row[3].place) for row in rows], 0).bool(),
        ),
        gold=gold,
        type=torch.tensor([row[1].type for row in rows]),
        medium=torch.tensor([row[1].medium for row in rows]),
    )
