"""Frequencies of labels in the training data, to begin the heads with."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import torch
from torch import Tensor

from quellenlage.layers.model.decode import REACH
from quellenlage.layers.model.labels import GERMEVAL_LABELS, MEDIA, QUOTE_LABELS, ROLES, TYPES, WIKINEURAL_LABELS
from training.articles import Article, layers
from training.names import Sentence
from training.network import Priors


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


def _shares(sentences: Sequence[Sentence], source: str, labels: int) -> Tensor:
    counts = torch.zeros(labels)
    for sentence in sentences:
        if sentence.source == source:
            counts += torch.bincount(torch.tensor(sentence.labels), minlength=labels)
    return counts / counts.sum()
