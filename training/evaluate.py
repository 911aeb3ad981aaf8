"""Scores of a network on articles and on sentences with entities, with nothing of the gold given."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from quellenlage.layers.model.decode import Tagged, entity_spans, quotations, role_words, surroundings, viterbi
from quellenlage.layers.model.labels import GERMEVAL_LABELS, MEDIA, ROLES, TYPES, WIKINEURAL_LABELS
from quellenlage.layers.model.windows import OVERLAP, speakers
from training import batches
from training.articles import Article, Window, windows
from training.names import Sentence, packed
from training.network import Marks, Network

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from quotation_metric import Quotation as Measured
from quotation_metric import Score, evaluate

THRESHOLDS = (0.0, 0.0, 0.0, 0.0)
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Scored:
    """What the network says of an article, word by word."""

    states: Tensor
    outer: Floats
    inner: Floats


def gold_of(article: Article) -> list[Measured]:
    """Return the gold in the metric's form."""
    return [
        Measured(
            parts={
                "quote": frozenset(quotation.words),
                **{role: frozenset(words) for role, words in zip(ROLES, quotation.roles, strict=True)},
            },
            type=TYPES[quotation.type],
            medium=MEDIA[quotation.medium],
        )
        for quotation in article.quotations
    ]


def score_words(network: Network, articles: Sequence[Article], tokenizer: Tokenizer) -> list[Scored]:
    """Run encoder and tag heads over articles and join their windows."""
    cut = list(windows(articles, tokenizer, overlap=OVERLAP))
    outputs: dict[int, tuple[Tensor, Tensor, Tensor]] = {}
    order = sorted(range(len(cut)), key=lambda index: len(cut[index].pieces))
    with torch.inference_mode():
        for at in range(0, len(order), 8):
            numbers = order[at : at + 8]
            made = batches.pieces([cut[number] for number in numbers])
            words = network.words(made.pieces, made.present, made.first, made.last)
            outer, inner = network.tags(words)
            for row, number in enumerate(numbers):
                size = len(cut[number].first)
                outputs[number] = (words[row, :size].float(), outer[row, :size].float(), inner[row, :size].float())
    return [_joined(index, article, cut, outputs) for index, article in enumerate(articles)]


def _joined(
    index: int, article: Article, cut: Sequence[Window], outputs: dict[int, tuple[Tensor, Tensor, Tensor]]
) -> Scored:
    own = [number for number, window in enumerate(cut) if window.article == index]
    spans = [(cut[number].begin, cut[number].begin + len(cut[number].first)) for number in own]
    best = speakers(spans, length=len(article.words))
    parts = []
    for which in range(3):
        whole = torch.zeros(len(article.words), outputs[own[0]][which].shape[1])
        for position, number in enumerate(own):
            begin, end = spans[position]
            mine = torch.from_numpy(best[begin:end] == position)
            whole[begin:end][mine] = outputs[number][which][mine]
        parts.append(whole)
    return Scored(parts[0], parts[1].numpy(), parts[2].numpy())


def found(network: Network, scored: Scored) -> list[Tagged]:
    """Decode both layers of quotations."""
    tagged: list[Tagged] = []
    for layer, (crf, emissions) in enumerate(((network.outer, scored.outer), (network.inner, scored.inner))):
        path = viterbi(emissions, crf.scores().detach().numpy(), crf.start.detach().numpy())
        tagged += quotations(path.tolist(), layer=layer)
    return tagged


def read_roles(network: Network, scored: Scored, tagged: Sequence[Tagged]) -> list[tuple[int, Floats, Floats]]:
    """Return for each quotation the first word read, the role logits and the logits of type and medium."""
    covered = np.zeros(len(scored.states), dtype=bool)
    for quotation in tagged:
        covered[list(quotation.words)] = True
    result = []
    with torch.inference_mode():
        for quotation in tagged:
            near = surroundings(quotation.words, length=len(covered), covered=covered)
            marks = Marks(
                place=torch.from_numpy(near.place)[None],
                distance=torch.from_numpy(near.distance)[None],
                other=torch.from_numpy(near.other)[None],
                present=torch.ones(1, near.end - near.begin, dtype=torch.bool),
            )
            logits, kind = network.reader(scored.states[None, near.begin : near.end], marks)
            result.append((near.begin, logits[0].float().numpy(), kind[0].float().numpy()))
    return result


def predict(network: Network, scored: Scored, *, thresholds: Sequence[float] = THRESHOLDS) -> list[Measured]:
    """Return the quotations of an article in the metric's form."""
    tagged = found(network, scored)
    result = []
    for quotation, (begin, logits, kind) in zip(tagged, read_roles(network, scored, tagged), strict=True):
        chosen = role_words(logits, begin=begin, thresholds=thresholds)
        parts = {"quote": frozenset(quotation.words), **{role: frozenset(words) for role, words in chosen.items()}}
        best_type, medium = int(kind[: len(TYPES)].argmax()), int(kind[len(TYPES) :].argmax())
        result.append(Measured(parts=parts, type=TYPES[best_type], medium=MEDIA[medium]))
    return result


def quotation_scores(network: Network, articles: Sequence[Article], tokenizer: Tokenizer) -> dict[str, Score]:
    """Score a network on articles of the quotation corpus."""
    network.eval()
    system = [predict(network, scored) for scored in score_words(network, articles, tokenizer)]
    return evaluate(system, [gold_of(article) for article in articles])


def entity_score(
    network: Network, sentences: Sequence[Sentence], tokenizer: Tokenizer, moves: NDArray[np.float32]
) -> Score:
    """Return the strict span F1 on sentences of one source (all types of its scheme), with the scores of moves."""
    network.eval()
    right = given = wanted = 0
    items = packed(sentences, None)
    labels = WIKINEURAL_LABELS if sentences[0].source == "wikineural" else GERMEVAL_LABELS
    scored = score_words(network, [article for article, _ in items], tokenizer)
    with torch.inference_mode():
        for (_, gold), words in zip(items, scored, strict=True):
            broad, fine = network.entities(words.states[None])
            logits = (broad if sentences[0].source == "wikineural" else fine)[0].float().numpy()
            path = viterbi(logits, moves, moves[0]).tolist()
            system_spans, gold_spans = set(entity_spans(path, labels)), set(entity_spans(gold, labels))
            right += len(system_spans & gold_spans)
            given += len(system_spans)
            wanted += len(gold_spans)
    return Score(right / given if given else 0.0, right / wanted if wanted else 0.0)
