"""The entity layer: who and what a document names, by name and by description."""

from __future__ import annotations

from quellenlage.layers.annotations import Annotations
from quellenlage.layers.layer import Layer


def _annotate(annotations: Annotations) -> Annotations:
    from quellenlage.layers.entities.recognise import recognise

    return recognise(annotations)


LAYER = Layer("entities", frozenset({"sentences"}), frozenset({"referents", "mentions"}), _annotate)
