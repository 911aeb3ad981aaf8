"""What the story stage knows of an article: weighted vectors, days, and whether two articles can be one story."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from quellenlage import edtf
from quellenlage.corpus.features import BODY_CHARS, LEAD_CHARS, Features, features
from quellenlage.corpus.rarity import Rarity, name_share
from quellenlage.corpus.records import Names
from quellenlage.layers.annotations import Annotations

Sparse = Mapping[str, float]
Vector = npt.NDArray[np.float32]

TITLE_WEIGHT = 2.0
BODY_WEIGHT = 0.5
KEPT_WORDS = 80
KEPT_NAMES = 40
KEPT_NUMBERS = 40

LEAST_NUMBERS = 8.0
"""Two or three rare numbers must be shared before numbers alone count in full."""

HEADLINE_DAYS = 2.0
"""Days in which the likeness of two headlines fades to a third (tuned on OG2021: 1 to 3 alike)."""

ARTICLE_DAYS = 6.0
"""The same for articles of 200 words and more, which tell more themselves."""

_TELLING: Mapping[str, float] = {"person": 1.0, "event": 1.0, "organization": 0.7, "place": 0.4, "nationality": 0.2}
"""What a name in common tells, by its kind: countries and cities are in many stories at once, persons in few."""

STRANGERS = 0.15
"""Cosine of the vectors of two headlines that have nothing to do with each other, or little more: counted as none."""

UNDATED = 0.85
"""Factor for an article without a date: what time would tell must be told by the content."""

UNDATED_NUMBERS = 0.04
"""Likeness of figures that an article without a date must have: the same people a year later share none."""

UNDATED_WITHOUT_FIGURES = 0.5
"""Factor where it has not."""

UNDATED_LOOKING_BACK = 0.25
"""Factor where one of the two says that it comes long after (``ein Jahr nach der Flut``)."""


@dataclass(frozen=True, slots=True)
class Profile:
    """An article as the story stage sees it.

    Attributes:
        key: Document key.
        language: BCP 47 code, the first part.
        words: Weighted stems.
        names: Weighted consonant skeletons of names.
        entities: Weighted entity ids.
        numbers: Weighted numbers.
        days: First and last day on which it may have been published, as ordinals, or None.
        size: Words read.
        looks_back: Whether title or lead say that it comes long after (``ein Jahr nach der Flut``).
        vector: Sentence vector of title and lead, of length 1, where it was made.
        told_months: Months that it names with their year (``2025-07``): an article does not name its own month so.
    """

    key: str
    language: str
    words: Sparse
    names: Sparse
    entities: Sparse
    numbers: Sparse
    days: tuple[int, int] | None
    size: int
    told_months: frozenset[str]
    looks_back: bool
    vector: Vector | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two articles are, 0 to 1 each, and all together."""

    words: float
    names: float
    numbers: float
    meaning: float | None
    time: float
    total: float


class Profiler:
    """Makes profiles; what is rare is learned from the articles that it has seen.

    Args:
        names: The entities, whose names tell how rare they are.
    """

    def __init__(self, names: Names | None = None) -> None:
        self._words = Rarity("words")
        self._names = Rarity("names")
        known = {e.id: name_share(e.name) for e in names.entities} if names is not None else {}
        self._entities = Rarity("entities", background=known)
        self._numbers = Rarity("numbers")

    def see(self, raw: Features, entities: Mapping[str, float]) -> None:
        """Count an article for rarity."""
        self._words.add(raw.words)
        self._names.add(raw.names)
        self._entities.add(entities)
        self._numbers.add(raw.numbers)

    def profile(
        self,
        annotations: Annotations,
        raw: Features,
        entities: Mapping[str, float],
        vector: Vector | None = None,
    ) -> Profile:
        """Weigh an article's features as rare as they are now."""
        document = annotations.document
        return Profile(
            key=document.key,
            language=document.language.partition("-")[0],
            words=self._words.weigh(raw.words, keep=KEPT_WORDS),
            names=self._names.weigh(raw.names, keep=KEPT_NAMES, least=6.0),
            entities=self._entities.weigh(entities, keep=KEPT_NAMES, least=6.0),
            numbers=self._numbers.weigh(raw.numbers, keep=KEPT_NUMBERS, least=LEAST_NUMBERS),
            days=days(document.published),
            size=raw.size,
            told_months=told_months(annotations),
            looks_back=_looking_back().search(document.text[: document.title_end + LEAD_CHARS]) is not None,
            vector=vector,
        )


def raw_features(annotations: Annotations) -> Features:
    """Read an article's features: title, lead and body with their weights, debris left out."""
    document = annotations.document
    kept: list[str] = []
    start = document.title_end
    for debris in document.debris:
        kept.append(document.text[start : max(start, debris.start)])
        start = max(start, debris.end)
    kept.append(document.text[start:])
    body = "\n".join(kept).strip()
    return features(
        ((document.title, TITLE_WEIGHT), (body[:LEAD_CHARS], 1.0), (body[LEAD_CHARS:BODY_CHARS], BODY_WEIGHT))
    )


def gist(annotations: Annotations) -> str:
    """Return what is encoded of an article: its title and the beginning of its lead."""
    document = annotations.document
    body = next((s for s in annotations.sentences if not s.heading), None)
    lead = document.text[body.start : body.end] if body is not None else document.text[document.title_end :][:200]
    return f"{document.title} {lead}".strip()


def telling(names: Names) -> dict[str, float]:
    """Return, by entity id, how much a name tells of a story by its kind; media tell nothing and are left out."""
    return {
        entity.id: _TELLING.get(entity.type, 0.5)
        for entity in names.entities
        if not (entity.known or "").startswith("agency/")
    }


def entity_counts(annotations: Annotations, names: Names, weights: Mapping[str, float]) -> dict[str, float]:
    """Count an article's entities, damped, with the weights of ``telling``."""
    key = annotations.document.key
    counts = Counter(names.of.get((key, mention.referent), "") for mention in annotations.mentions)
    return {id_: weights[id_] * (1 + math.log(count)) for id_, count in counts.items() if id_ in weights}


def days(published: str | None) -> tuple[int, int] | None:
    """Return the first and last day of a date as ordinals; None where it is open or unknown."""
    first, last = edtf.bounds(published)
    return None if first is None or last is None else (first.toordinal(), last.toordinal())


def told_months(annotations: Annotations) -> frozenset[str]:
    """Return the months that an article names with their year."""
    text = annotations.document.text
    return frozenset(
        time.edtf
        for time in annotations.times
        if time.edtf is not None and len(time.edtf) == 7 and time.edtf[:4] in text[time.start : time.end]
    )


def likeness(first: Profile, second: Profile) -> Likeness:
    """Compare two articles."""
    numbers = _dot(first.numbers, second.numbers)
    names = max(_dot(first.names, second.names), _dot(first.entities, second.entities))
    words = _dot(first.words, second.words)
    meaning = None
    if first.vector is not None and second.vector is not None:
        meaning = max(0.0, float(first.vector @ second.vector) - STRANGERS) / (1 - STRANGERS)
    undated = first.days is None or second.days is None
    if first.language != second.language:
        content = max(words, names) if meaning is None else max(0.7 * meaning, names)
    elif first.entities and second.entities and not undated:
        # Rare names in common tell a story only where the dates are near; the same people meet again a year later.
        named = _dot(first.entities, second.entities)
        content = 0.5 * words + 0.5 * named if meaning is None else 0.5 * words + 0.3 * meaning + 0.5 * named
    elif meaning is None:
        content = words
    else:
        content = 0.6 * words + 0.7 * meaning if undated else 0.44 * words + 0.82 * meaning
    content = 0.8 * content + 0.3 * numbers
    time = _time(first, second, numbers)
    return Likeness(words, names, numbers, meaning, time, content * time)


def _time(first: Profile, second: Profile, numbers: float) -> float:
    if first.days is None or second.days is None:
        dated, undated = (first, second) if second.days is None else (second, first)
        if dated.days is not None and _month(dated.days) in undated.told_months:
            return 0.0
        if first.looks_back != second.looks_back:
            return UNDATED_LOOKING_BACK
        return UNDATED if numbers >= UNDATED_NUMBERS else UNDATED_WITHOUT_FIGURES
    gap = max(first.days[0] - second.days[1], second.days[0] - first.days[1], 0)
    loose = max(first.days[1] - first.days[0], second.days[1] - second.days[0]) > 1
    scale = HEADLINE_DAYS + (ARTICLE_DAYS - HEADLINE_DAYS) * min(1.0, min(first.size, second.size) / 200)
    return math.exp(-gap / scale) * (UNDATED if loose else 1.0)


@cache
def _looking_back() -> re.Pattern[str]:
    lines = (files("quellenlage.corpus") / "resources" / "looking-back.tsv").read_text("utf-8").splitlines()
    patterns = [line for line in lines if line and not line.startswith("#")]
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


def _month(span: tuple[int, int]) -> str:
    return date.fromordinal(span[0]).isoformat()[:7]


def _dot(first: Sparse, second: Sparse) -> float:
    """Return the scalar product; ``fsum`` makes it the same in whatever order the shared keys come."""
    shared = first.keys() & second.keys()
    return math.fsum([first[key] * second[key] for key in shared]) if shared else 0.0
