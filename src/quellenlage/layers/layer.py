"""What a layer is: a function from annotations to annotations that declares what it needs and what it fills in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quellenlage.errors import PlanError
from quellenlage.layers.annotations import Annotations


@dataclass(frozen=True, slots=True)
class Layer:
    """One declared component.

    Attributes:
        name: Unique name.
        requires: Fields of ``Annotations`` that must be filled before.
        assigns: Fields of ``Annotations`` that it fills.
        annotate: The function; it returns a copy and never edits the text.
    """

    name: str
    requires: frozenset[str]
    assigns: frozenset[str]
    annotate: Callable[[Annotations], Annotations]


def check_plan(layers: Sequence[Layer]) -> None:
    """Check that every layer's needs are filled by the layers before it and that no field is filled twice.

    Raises:
        PlanError: Names the layer and the field.
    """
    filled = {"document"}
    for layer in layers:
        missing = layer.requires - filled
        if missing:
            raise PlanError(f"layer {layer.name!r} requires {sorted(missing)}, which no layer before it assigns")
        twice = layer.assigns & filled
        if twice:
            raise PlanError(f"layer {layer.name!r} assigns {sorted(twice)} a second time")
        filled |= layer.assigns
