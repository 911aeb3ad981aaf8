"""Reads one article with the model: its quotations with their roles, and its entities, as spans of the document."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from quellenlage.layers.annotations import Annotations, EntityType, StatementType, Token
from quellenlage.layers.model.decode import (
    Hint,
    Ints,
    Tagged,
    entity_path,
    entity_spans,
    marginals,
    overlap,
    role_words,
    supported,
    surroundings,
    tags,
    viterbi,
)
from quellenlage.layers.model.decode import quotations as tagged
from quellenlage.layers.model.labels import GERMEVAL_LABELS, MEDIA, QUOTE_LABELS, TYPES
from quellenlage.layers.model.network import Network, Scores
from quellenlage.layers.span import Span

MAX_THREADS = 4
"""Threads in a process that runs alone; more gain little on texts of this length."""

SAME = 0.5
"""Overlap (F1) from which a quotation and a hint are the same quotation, as the corpus's metric pairs them."""

ENTITY_TYPES: Mapping[str, EntityType] = {
    "PER": "person",
    "LOC": "place",
    "ORG": "organization",
    "OTH": "other",
    "LOCderiv": "nationality",
}
"""GermEval's labels that are names; its parts of compounds (``LOCpart``) and other derivations are none."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation as the model reads it.

    Attributes:
        content: What was said; several spans where the frame splits it.
        type: Kind of quotation.
        medium: Speech, writing or thought.
        roles: Spans of ``speaker``, ``cue``, ``frame`` and ``addressee``, empty where the text has none.
        nested: True for a quotation inside another.
        confidence: 0 to 1, the mean probability that its words are quoted.
        words: Indices of its words among the article's tokens.
        role_words: The same for each role.
    """

    content: tuple[Span, ...]
    type: StatementType
    medium: str
    roles: Mapping[str, tuple[Span, ...]]
    nested: bool
    confidence: float
    words: tuple[int, ...]
    role_words: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Entity:
    """A name as the model reads it."""

    span: Span
    type: EntityType
    confidence: float


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that the model says of one article."""

    quotations: tuple[Quotation, ...]
    entities: tuple[Entity, ...]


@lru_cache(maxsize=1)
def network() -> Network:
    """Return the model, loaded on the first call: one thread in a worker process, up to four in a process of its own.

    Raises:
        ResourceError: A file of the model is missing or damaged.
    """
    if multiprocessing.parent_process() is not None:
        return Network(threads=1)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return Network(threads=min(cores, MAX_THREADS))


def text_of(tokens: Sequence[Token]) -> tuple[str, Ints, Ints]:
    """Return the text the model reads, with first and last offsets of each token in it.

    White space and what lies in debris between two tokens becomes one blank.
    """
    parts: list[str] = []
    begins = np.empty(len(tokens), dtype=np.int64)
    ends = np.empty(len(tokens), dtype=np.int64)
    at, before = 0, tokens[0].start if tokens else 0
    for index, token in enumerate(tokens):
        if token.start > before:
            parts.append(" ")
            at += 1
        parts.append(token.text)
        begins[index] = at
        at += len(token.text)
        ends[index] = at
        before = token.end
    return "".join(parts), begins, ends


def spans_of(tokens: Sequence[Token], words: Sequence[int]) -> tuple[Span, ...]:
    """Join neighbouring words to spans of the document."""
    spans: list[Span] = []
    before = -2
    for at in words:
        if spans and at == before + 1:
            spans[-1] = Span(spans[-1].start, tokens[at].end)
        else:
            spans.append(Span(tokens[at].start, tokens[at].end))
        before = at
    return tuple(spans)


@lru_cache(maxsize=2)
def _scores(tokens: tuple[Token, ...]) -> Scores:
    """Score the tokens of one article; the last ones are kept, since two layers ask for them."""
    return network().scores(*text_of(tokens))


def tokens_of(annotations: Annotations) -> tuple[Token, ...]:
    """Return all tokens of a document in order."""
    return tuple(token for sentence in annotations.sentences for token in sentence.tokens)


def quotations(annotations: Annotations, *, hints: Sequence[Hint] | None = None) -> tuple[Quotation, ...]:
    """Return the quotations of a document whose sentences are known.

    Args:
        annotations: The document.
        hints: What the rules have found, in token numbers; evidence that is weighed with the model's own.

    Raises:
        ResourceError: A file of the model is missing or damaged.
    """
    tokens = tokens_of(annotations)
    return read_quotations(network(), _scores(tokens), tokens, hints=hints) if tokens else ()


def entities(annotations: Annotations) -> tuple[Entity, ...]:
    """Return the names that the model finds in a document whose sentences are known, in order.

    Raises:
        ResourceError: A file of the model is missing or damaged.
    """
    tokens = tokens_of(annotations)
    return _entities(network(), _scores(tokens), tokens) if tokens else ()


def read(model: Network, tokens: Sequence[Token]) -> Reading:
    """Read the tokens of one article, at least one, with a given model."""
    scores = model.scores(*text_of(tokens))
    return Reading(read_quotations(model, scores, tokens), _entities(model, scores, tokens))


def _tagged(model: Network, scores: Scores, hints: Sequence[Hint] | None) -> list[tuple[Tagged, float]]:
    """Return the quotations of both layers with their confidence."""
    size, length = len(QUOTE_LABELS), len(scores.tags)
    hinted = tags([(hint.words, hint.type) for hint in hints or ()], length=length)[0]
    found: list[tuple[Tagged, float]] = []
    for layer, chain in enumerate(model.chains):
        emissions = scores.tags[:, layer * size : (layer + 1) * size]
        if layer == 0 and hints is not None:
            emissions = emissions + model.trust * model.evidence[hinted]
        items = tagged(viterbi(emissions, chain.moves, chain.start).tolist(), layer=layer)
        if items:
            quoted = 1.0 - marginals(emissions, chain.moves, chain.start)[:, 0]
            found += [(item, float(quoted[list(item.words)].mean())) for item in items]
    return found


def read_quotations(
    model: Network, scores: Scores, tokens: Sequence[Token], *, hints: Sequence[Hint] | None = None
) -> tuple[Quotation, ...]:
    """Return the quotations of scored tokens, in the order of the text.

    Args:
        model: The model.
        scores: Its scores of the tokens.
        tokens: The tokens, at least one.
        hints: What the rules have found; by default they were not asked, which is not the same as having found nothing.
    """
    found = _tagged(model, scores, hints)
    covered = np.zeros(len(tokens), dtype=bool)
    for item, _ in found:
        covered[list(item.words)] = True
    result = []
    for item, confidence in found:
        near = surroundings(item.words, length=len(tokens), covered=covered)
        logits, kind = model.read(scores.states, near)
        rivals = [(overlap(hint.words, item.words), -at, hint) for at, hint in enumerate(hints or ())]
        share, _, hint = max(rivals, default=(0.0, 0, None), key=lambda rival: rival[:2])
        if hint is not None and share >= SAME:
            logits = supported(logits, hint, begin=near.begin)
        chosen = role_words(logits, begin=near.begin, thresholds=model.thresholds)
        result.append(
            Quotation(
                content=spans_of(tokens, item.words),
                type=TYPES[item.type],
                medium=MEDIA[int(kind[len(TYPES) :].argmax())],
                roles={role: spans_of(tokens, words) for role, words in chosen.items()},
                nested=item.layer == 1,
                confidence=round(confidence, 3),
                words=item.words,
                role_words=chosen,
            )
        )
    return tuple(sorted(result, key=lambda quotation: (quotation.words[0], quotation.words[-1], quotation.nested)))


def _entities(model: Network, scores: Scores, tokens: Sequence[Token]) -> tuple[Entity, ...]:
    odds = np.exp(scores.germeval - scores.germeval.max(axis=1, keepdims=True))
    share = odds / odds.sum(axis=1, keepdims=True)
    path = entity_path(scores.germeval, model.entity_moves["germeval"])
    return tuple(
        Entity(
            Span(tokens[first].start, tokens[past - 1].end),
            ENTITY_TYPES[label],
            round(float(share[np.arange(first, past), path[first:past]].mean()), 3),
        )
        for first, past, label in entity_spans(path.tolist(), GERMEVAL_LABELS)
        if label in ENTITY_TYPES
    )
