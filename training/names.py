"""Sentences with entities: GermEval 2014 and WikiNEuRal, packed into windows of several sentences."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from quellenlage.layers.model.labels import GERMEVAL_LABELS, WIKINEURAL_LABELS
from training.articles import Article

Source = Literal["germeval", "wikineural"]
NO_SPACE_BEFORE = frozenset(".,:;!?)]}“»%’…")
NO_SPACE_AFTER = frozenset("([{„«")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with a label for each word, in the labels of its source."""

    source: Source
    words: tuple[str, ...]
    labels: tuple[int, ...]


def germeval(path: Path) -> list[Sentence]:
    """Read GermEval's TSV: number, word, outer label, inner label."""
    return _sentences(path.read_text(encoding="utf-8"), column=2, labels=GERMEVAL_LABELS, source="germeval")


def wikineural(path: Path) -> list[Sentence]:
    """Read WikiNEuRal's file: number, word, label."""
    return _sentences(path.read_text(encoding="utf-8"), column=2, labels=WIKINEURAL_LABELS, source="wikineural")


def _sentences(text: str, *, column: int, labels: Sequence[str], source: Source) -> list[Sentence]:
    codes = {label: index for index, label in enumerate(labels)}
    found: list[Sentence] = []
    for block in text.split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line and not line.startswith("#\t")]
        if rows:
            words = tuple(row[1].replace(" ", "_") or "_" for row in rows)
            found.append(Sentence(source, words, tuple(codes[row[column]] for row in rows)))
    return found


def split(sentences: Sequence[Sentence], *, fold: int, folds: int) -> tuple[list[Sentence], list[Sentence]]:
    """Return the sentences to train on and the held-out fold: one block, since neighbours are near-duplicates."""
    begin, end = len(sentences) * fold // folds, len(sentences) * (fold + 1) // folds
    return [*sentences[:begin], *sentences[end:]], list(sentences[begin:end])


def packed(sentences: Sequence[Sentence], dice: random.Random | None) -> list[tuple[Article, list[int]]]:
    """Pack sentences of one source into articles of 1 to 8 sentences, in order, or shuffled where dice are given.

    Returns:
        Articles without quotations, each with the labels of its words.
    """
    order = list(range(len(sentences)))
    if dice:
        dice.shuffle(order)
    result: list[tuple[Article, list[int]]] = []
    at = 0
    while at < len(order):
        take = dice.choice((1, 2, 4, 8)) if dice else 4
        words: list[str] = []
        labels: list[int] = []
        for index in order[at : at + take]:
            words.extend(sentences[index].words)
            labels.extend(sentences[index].labels)
        at += take
        gaps = [""]
        for before, word in itertools.pairwise(words):
            gaps.append("" if word in NO_SPACE_BEFORE or before in NO_SPACE_AFTER else " ")
        result.append((Article("", tuple(words), tuple(gaps), ()), labels))
    return result
