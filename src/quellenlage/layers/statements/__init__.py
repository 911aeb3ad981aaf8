"""Statements: who said what, by rules. ``LAYER`` is the component."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from quellenlage.layers.annotations import Annotations
from quellenlage.layers.layer import Layer


def annotate(annotations: Annotations) -> Annotations:
    """Fill ``statements`` and ``inner_statements``."""
    from quellenlage.layers.statements import assemble, plausible

    found, inner = assemble.statements(annotations)
    return replace(annotations, statements=plausible.checked(annotations, found), inner_statements=inner)


LAYER: Final = Layer(
    "statements",
    frozenset({"sentences", "referents", "mentions", "times", "credits"}),
    frozenset({"statements", "inner_statements"}),
    annotate,
)
