"""Frequencies of labels in the training data, to begin the heads with."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from quellenlage.layers.model.decode import REACH
from quellenlage.layers.model.labels import (
    GERMEVAL_LABELS,
    MEDIA,
    QUOTE_LABELS,
    ROLES,
    TYPES,
    WIKINEURAL_LABELS,
    allowed_moves,
)
from training.articles import Article, layers
from training.names import Sentence
from training.network import Priors

MOVE_WEIGHT = 0.2
"""Chosen on WikiNEuRal's held-out tenth after three epochs (F1 0.863 without moves, 0.885 with BIO alone, 0.894 at 0.2,
0.890 at 0.4, 0.878 at 0.7); GermEval's fold agrees (0.709, 0.730, 0.744, 0.729, 0.653)."""


def count(articles: Sequence[Article], sentences: Sequence[Sentence]) -> Priors:
    """Count moves between quotation labels, roles, types, media and entity labels."""
    moves = torch.zeros(2, len(QUOTE_LABELS), len(QUOTE_LABELS))
    roles, kinds, read = torch.zeros(len(ROLES)), torch.zeros(len(TYPES) + len(MEDIA)), 0
    for article in articles:
        for layer, tags in enumerate(layers(article)):
            for before, tag in itertools.pairwise(tags):
                moves[layer, before, tag] += 1
        for quotation in article.quotations:
            roles += torch.tensor([len(words) for words in quotation.roles], dtype=torch.float32)
            read += min(len(article.words), 2 * REACH + len(quotation.words))
            kinds[quotation.type] += 1
            kinds[len(TYPES) + quotation.medium] += 1
    total = kinds.sum() / 2
    return Priors(
        outer=moves[0],
        inner=moves[1],
        roles=roles / read,
        kinds=kinds / total,
        wikineural=_shares(sentences, "wikineural", len(WIKINEURAL_LABELS)),
        germeval=_shares(sentences, "germeval", len(GERMEVAL_LABELS)),
    )


def entity_moves(sentences: Sequence[Sentence], source: str, labels: tuple[str, ...]) -> NDArray[np.float32]:
    """Return scores of moves between the entity labels of one source, ``[labels, labels]``, the first row the start.

    Not learned with the network: a share (:data:`MOVE_WEIGHT`) of the logarithm of how often one label follows another
    in the training data, and what BIO forbids.
    """
    counts = np.full((len(labels), len(labels)), 0.02)
    for sentence in sentences:
        if sentence.source == source:
            for before, label in itertools.pairwise((0, *sentence.labels)):
                counts[before, label] += 1
    scores = MOVE_WEIGHT * np.log(counts / counts.sum(axis=1, keepdims=True))
    return np.where(allowed_moves(labels), scores, -1e4).astype(np.float32)


def _shares(sentences: Sequence[Sentence], source: str, labels: int) -> Tensor:
    counts = torch.zeros(labels)
    for sentence in sentences:
        if sentence.source == source:
            counts += torch.bincount(torch.tensor(sentence.labels), minlength=labels)
    return counts / counts.sum()
