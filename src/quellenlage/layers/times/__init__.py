"""The times layer: every date, time, duration and recurring time, its value, and from what it was computed."""

from __future__ import annotations

from quellenlage.layers.annotations import Annotations
from quellenlage.layers.layer import Layer


def _annotate(annotations: Annotations) -> Annotations:
    from quellenlage.layers.times.tag import annotate

    return annotate(annotations)


LAYER = Layer(name="times", requires=frozenset({"sentences"}), assigns=frozenset({"times"}), annotate=_annotate)
"""Needs the sentences: what stands in none of them (debris, rules, page furniture) is left out."""
