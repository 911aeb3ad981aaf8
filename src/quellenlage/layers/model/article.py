"""Reads one article with the model: its quotations with their roles, and its entities, as spans of the document."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from quellenlage.layers.annotations import Annotations, EntityType, StatementType, Token
from quellenlage.layers.model.decode import Ints, Tagged, entity_spans, quotations, role_words, surroundings, viterbi
from quellenlage.layers.model.labels import GERMEVAL_LABELS, MEDIA, QUOTE_LABELS, TYPES
from quellenlage.layers.model.network import Network, Scores
from quellenlage.layers.span import Span

MAX_THREADS = 4
"""Threads in a process that runs alone; more gain little on texts of this length."""

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
def _read(tokens: tuple[Token, ...]) -> Reading:
    """Read the tokens of one article; the last readings are kept, since two layers ask for them."""
    if not tokens:
        return Reading((), ())
    model = network()
    return read(model, tokens)


def read(model: Network, tokens: Sequence[Token]) -> Reading:
    """Read the tokens of one article with a given model."""
    text, begins, ends = text_of(tokens)
    scores = model.scores(text, begins, ends)
    return Reading(_quotations(model, scores, tokens), _entities(scores, tokens))


def of(annotations: Annotations) -> Reading:
    """Return what the model says of a document whose sentences are known."""
    return _read(tuple(token for sentence in annotations.sentences for token in sentence.tokens))


def entities(annotations: Annotations) -> tuple[Entity, ...]:
    """Return the names that the model finds in a document whose sentences are known, in order."""
    return of(annotations).entities


def _quotations(model: Network, scores: Scores, tokens: Sequence[Token]) -> tuple[Quotation, ...]:
    size = len(QUOTE_LABELS)
    found: list[tuple[Tagged, float]] = []
    covered = np.zeros(len(tokens), dtype=bool)
    for layer, chain in enumerate(model.chains):
        emissions = scores.tags[:, layer * size : (layer + 1) * size]
        path = viterbi(emissions, chain.moves, chain.start)
        odds = np.exp(emissions - emissions.max(axis=1, keepdims=True))
        quoted = 1.0 - odds[:, 0] / odds.sum(axis=1)
        for tagged in quotations(path.tolist(), layer=layer):
            words = list(tagged.words)
            covered[words] = True
            found.append((tagged, float(quoted[words].mean())))
    result = []
    for tagged, confidence in found:
        near = surroundings(tagged.words, length=len(tokens), covered=covered)
        logits, kind = model.read(scores.states, near)
        chosen = role_words(logits, begin=near.begin, thresholds=model.thresholds)
        result.append(
            Quotation(
                content=spans_of(tokens, tagged.words),
                type=TYPES[int(kind[: len(TYPES)].argmax())],
                medium=MEDIA[int(kind[len(TYPES) :].argmax())],
                roles={role: spans_of(tokens, words) for role, words in chosen.items()},
                nested=tagged.layer == 1,
                confidence=round(confidence, 3),
                words=tagged.words,
                role_words=chosen,
            )
        )
    return tuple(sorted(result, key=lambda quotation: (quotation.words[0], quotation.words[-1], quotation.nested)))


def _entities(scores: Scores, tokens: Sequence[Token]) -> tuple[Entity, ...]:
    odds = np.exp(scores.germeval - scores.germeval.max(axis=1, keepdims=True))
    share = odds / odds.sum(axis=1, keepdims=True)
    path = share.argmax(axis=1)
    return tuple(
        Entity(
            Span(tokens[first].start, tokens[past - 1].end),
            ENTITY_TYPES[label],
            round(float(share[np.arange(first, past), path[first:past]].mean()), 3),
        )
        for first, past, label in entity_spans(path.tolist(), GERMEVAL_LABELS)
        if label in ENTITY_TYPES
    )
