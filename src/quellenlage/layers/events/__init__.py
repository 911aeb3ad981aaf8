"""Events: what happened, when, where and between whom, typed after PLOVER by a lexicon of verbs and event nouns."""

from __future__ import annotations

from typing import Final

from quellenlage.layers.annotations import Annotations
from quellenlage.layers.layer import Layer


def _annotate(annotations: Annotations) -> Annotations:
    from quellenlage.layers.events.extract import annotate

    return annotate(annotations)


LAYER: Final = Layer(
    "events",
    frozenset({"sentences", "referents", "mentions", "times", "statements"}),
    frozenset({"events"}),
    _annotate,
)
