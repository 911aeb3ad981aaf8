"""What the story stage knows of an article: weighted terms, days, and words by which it looks back."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from quellenlage import edtf
from quellenlage.corpus.features import BODY_CHARS, LEAD_CHARS, Features, features
from quellenlage.corpus.looking_back import looks_back, takes_up
from quellenlage.corpus.rarity import Numbers, Rarity, Values, Weights, name_share
from quellenlage.corpus.records import Names
from quellenlage.layers.annotations import Annotations

Vector = npt.NDArray[np.float32]

TITLE_WEIGHT = 2.0
BODY_WEIGHT = 0.5

CHANNELS = ("words", "names", "entities", "numbers")

_KEPT = ((80, 0.0), (40, 6.0), (40, 6.0), (40, 8.0))
"""Keys kept of each channel, and the length that they are scaled by at least: two or three rare names or numbers must
be shared before they count in full."""

_TELLING: Mapping[str, float] = {"person": 1.0, "event": 1.0, "organization": 0.7, "place": 0.4, "nationality": 0.2}
"""What a name in common tells, by its kind: countries and cities are in many stories at once, persons in few."""


@dataclass(frozen=True, slots=True)
class Profile:
    """An article as the story stage sees it.

    Attributes:
        key: Document key.
        language: BCP 47 code, the first part.
        terms: Numbers of its stems, skeletons of names, entities and figures, one channel after the other, in each the
            heaviest first; ``4 * number + channel``, so that no two channels share one.
        weights: Their weights.
        ends: Where each channel ends.
        days: First and last day on which it may have been published, as ordinals, or None.
        size: Words read.
        looks_back: Whether title or lead say that it comes long after (``ein Jahr nach der Flut``).
        takes_up: First and last day of a happening that it says it takes up (``zwei Wochen nach dem Brand``), or None.
        vector: Sentence vector of title and lead, of length 1, where it was made.
        told_months: Months that it names with their year (``2025-07``): an article does not name its own month so.
    """

    key: str
    language: str
    terms: Numbers
    weights: Values
    ends: tuple[int, ...]
    days: tuple[int, int] | None
    size: int
    told_months: frozenset[str]
    looks_back: bool
    takes_up: tuple[int, int] | None = None
    vector: Vector | None = None

    @property
    def has_entities(self) -> bool:
        """Whether it names anything that the name stage knows."""
        return self.ends[2] > self.ends[1]


class Seen(NamedTuple):
    """The counts of an article by the numbers of their keys, in each channel, and its words."""

    counts: tuple[Weights, ...]
    size: int


class Profiler:
    """Makes profiles; what is rare is learned from the articles that it has seen.

    Args:
        names: The entities, whose names tell how rare they are.
    """

    def __init__(self, names: Names | None = None) -> None:
        known = {e.id: name_share(e.name) for e in names.entities} if names is not None else {}
        self._channels = tuple(
            Rarity(channel, background=known if channel == "entities" else None) for channel in CHANNELS
        )

    def see(self, raw: Features, entities: Mapping[str, float]) -> Seen:
        """Count an article for rarity; what is returned is to be given to ``profile``."""
        channels = zip(self._channels, (raw.words, raw.names, entities, raw.numbers), strict=True)
        return Seen(tuple(rarity.add(counts) for rarity, counts in channels), raw.size)

    def profile(self, annotations: Annotations, seen: Seen, vector: Vector | None = None) -> Profile:
        """Weigh an article's features as rare as they are now."""
        document = annotations.document
        language, published = document.language.partition("-")[0], days(document.published)
        lead = document.text[: document.title_end + LEAD_CHARS]
        weighed = [
            rarity.weigh(counts, keep=keep, least=least)
            for rarity, counts, (keep, least) in zip(self._channels, seen.counts, _KEPT, strict=True)
        ]
        return Profile(
            key=document.key,
            language=language,
            terms=np.concatenate([len(CHANNELS) * one.numbers + place for place, one in enumerate(weighed)]),
            weights=np.concatenate([one.weights for one in weighed]),
            ends=tuple(accumulate(len(one.numbers) for one in weighed)),
            days=published,
            size=seen.size,
            told_months=told_months(annotations),
            looks_back=looks_back(lead),
            takes_up=takes_up(lead, language, published[0]) if published else None,
            vector=vector,
        )

    def weights(self, profile: Profile, channel: str) -> dict[str, float]:
        """Return the weights of a profile in one of ``CHANNELS`` by key, the heaviest first."""
        place = CHANNELS.index(channel)
        part = slice(profile.ends[place - 1] if place else 0, profile.ends[place])
        numbers = (profile.terms[part] // len(CHANNELS)).tolist()
        keys = map(self._channels[place].key, numbers)
        return dict(zip(keys, profile.weights[part].tolist(), strict=True))


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


@lru_cache(maxsize=10_000)
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
