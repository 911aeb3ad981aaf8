"""Articles as words with labels: reading, varying and cutting them into windows for training."""

from __future__ import annotations

import itertools
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from quellenlage.layers.model.decode import tags
from quellenlage.layers.model.labels import MEDIA, ROLES, TYPES
from quellenlage.layers.model.windows import cut
from training.moods import remooded

TYPE_NAMES = {
    "Direct": "direct",
    "Indirect": "indirect",
    "Reported": "reported",
    "FreeIndirect": "free_indirect",
    "IndirectFreeIndirect": "indirect_free_indirect",
}
OPENING, CLOSING, STRAIGHT = "„«‹‚", "“”»›‘", '"'
STYLES = (("„", "“"), ("„", "”"), ("»", "«"), ("«", "»"), ('"', '"'), ("“", "”"))


@dataclass(frozen=True, slots=True)
class Quotation:
    """A gold quotation in word indices.

    Attributes:
        words: Indices of its words, ascending.
        type: Index into ``TYPES``.
        medium: Index into ``MEDIA``.
        roles: Indices of the words of each role, in the order of ``ROLES``.
    """

    words: tuple[int, ...]
    type: int
    medium: int
    roles: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One article.

    Attributes:
        name: Its name in the corpus.
        words: Its words.
        gaps: The characters before each word.
        quotations: Gold.
        unlabelled: Words at the beginning (a title) that have no label.
    """

    name: str
    words: tuple[str, ...]
    gaps: tuple[str, ...]
    quotations: tuple[Quotation, ...]
    unlabelled: int = 0


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of an article that fits the encoder.

    Attributes:
        article: Position of the article in its list.
        begin: First word.
        pieces: Ids with the start and end signs.
        first: First piece of each word.
        last: Last piece of each word.
    """

    article: int
    begin: int
    pieces: tuple[int, ...]
    first: tuple[int, ...]
    last: tuple[int, ...]


def read(path: Path) -> list[Article]:
    """Read a file of the quotation corpus."""
    with path.open(encoding="utf-8") as lines:
        return [_article(json.loads(line)) for line in lines]


def _article(record: dict[str, Any]) -> Article:
    text, tokens = record["originalText"], record["tokens"]
    gaps, end = [], 0
    for token in tokens:
        gaps.append(text[end : token["charBegin"]])
        end = token["charEnd"]
    quotations = [
        Quotation(
            words=tuple(sorted(set(note["quote"]["tokenIds"]))),
            type=TYPES.index(TYPE_NAMES[note["type"]]),
            medium=MEDIA.index(note["medium"]),
            roles=tuple(tuple(sorted(set(note[role]["tokenIds"]))) for role in ROLES),
        )
        for note in record["annotations"]
        if note["quote"]["tokenIds"]
    ]
    words = tuple(text[token["charBegin"] : token["charEnd"]] for token in tokens)
    return Article(record["documentName"], words, tuple(gaps), tuple(quotations))


def layers(article: Article) -> list[list[int]]:
    """Return the label of each word in the outer and in the inner layer, -1 where it is not annotated."""
    result = tags([(quotation.words, quotation.type) for quotation in article.quotations], length=len(article.words))
    for layer in result:
        layer[: article.unlabelled] = [-1] * article.unlabelled
    return result


def varied(article: Article, dice: random.Random, *, moods: float = 0.0) -> Article:
    """Return a variant: other quotation marks, Swiss spelling, a title or a dateline before the text, other moods.

    Args:
        article: What is varied.
        dice: Where chance comes from.
        moods: Share of the variants whose reported clauses are put in other moods.
    """
    words = list(article.words)
    if moods and dice.random() < moods:
        words = remooded(words, [(quotation.words, quotation.type) for quotation in article.quotations], dice)
    if dice.random() < 0.5:
        words = _restyled(words, *dice.choice(STYLES))
    if dice.random() < 0.15:
        words = [word.replace("ß", "ss") for word in words]
    gaps = list(article.gaps)
    chance = dice.random()
    if chance < 0.4:
        title = re.sub(r"^\d+ - | \(\d{4}-\d\d-\d\d\)$", "", article.name).split()
        return _prefixed(replace(article, words=tuple(words), gaps=tuple(gaps)), title, unlabelled=len(title))
    if chance < 0.55:
        dateline = [dice.choice(("Berlin", "MOSKAU", "Wien", "London", "Genf", "KIEW", "Washington"))]
        dateline += ["(", dice.choice(("dpa", "AFP", "Reuters", "sda", "AP", "APA")), ")", dice.choice("-–—")]
        return _prefixed(replace(article, words=tuple(words), gaps=tuple(gaps)), dateline, unlabelled=0)
    return replace(article, words=tuple(words), gaps=tuple(gaps))


def _restyled(words: Sequence[str], opening: str, closing: str) -> list[str]:
    result, is_open = [], False
    for word in words:
        if len(word) == 1 and word in OPENING + CLOSING + STRAIGHT and word not in "‚‘‹›":
            is_open = not is_open if word == STRAIGHT else word in "„«"
            if word == "“":
                is_open = False
            result.append(opening if is_open else closing)
        else:
            result.append(word)
    return result


def _prefixed(article: Article, prefix: Sequence[str], *, unlabelled: int) -> Article:
    if not prefix or not article.words:
        return article
    shift = len(prefix)
    gaps = [
        "",
        *(" " if word not in ")" and before != "(" else "" for before, word in itertools.pairwise(prefix)),
    ]
    body = ("\n\n" if unlabelled else " ", *article.gaps[1:])
    moved = tuple(
        replace(
            quotation,
            words=tuple(at + shift for at in quotation.words),
            roles=tuple(tuple(at + shift for at in role) for role in quotation.roles),
        )
        for quotation in article.quotations
    )
    return replace(
        article, words=(*prefix, *article.words), gaps=(*gaps, *body), quotations=moved, unlabelled=unlabelled
    )


def windows(articles: Sequence[Article], tokenizer: Tokenizer, *, overlap: int) -> Iterator[Window]:
    """Cut articles into windows that overlap by ``overlap`` pieces."""
    texts = ["".join(gap + word for gap, word in zip(item.gaps, item.words, strict=True)) for item in articles]
    coded = tokenizer.encode_batch(texts, add_special_tokens=False)
    for index, (item, pieces) in enumerate(zip(articles, coded, strict=True)):
        ends = np.cumsum([len(gap) + len(word) for gap, word in zip(item.gaps, item.words, strict=True)])
        begins = ends - [len(word) for word in item.words]
        for window in cut(pieces.ids, pieces.offsets, begins, ends, overlap=overlap):
            yield Window(index, window.begin, window.pieces, window.first, window.last)
