"""The layers in the order in which they run, and the one function that runs them over a document."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from quellenlage.documents.document import Document
from quellenlage.layers.annotations import Annotations
from quellenlage.layers.layer import Layer, check_plan


@cache
def layers() -> tuple[Layer, ...]:
    """Return the layers in running order, their plan checked.

    The layers are imported on the first call, since their resources take longer to load than ``--help`` may take.

    Raises:
        PlanError: A layer requires what no layer before it assigns.
    """
    from quellenlage.layers import credits, entities, events, sentences, statements, times

    plan = (
        sentences.LAYER,
        entities.LAYER,
        times.LAYER,
        credits.LAYER,
        statements.LAYER,
        events.LAYER,
    )
    check_plan(plan)
    return plan


def annotate(document: Document) -> Annotations:
    """Run all layers over one document.

    Args:
        document: The article.

    Returns:
        Its annotations, all fields filled.
    """
    annotations = Annotations(document)
    for layer in layers():
        annotations = layer.annotate(annotations)
    return annotations


def fingerprint() -> str:
    """Return 16 hexadecimal digits that change whenever a layer's code, its resources or the way of reading do.

    Stored annotations made under another fingerprint are made again. It is computed from the names and sizes of the
    files of the ``documents`` and ``layers`` packages, which costs milliseconds where hashing their content would not.
    """
    from quellenlage.layers.statements.mode import mode

    return _fingerprint(mode())


@cache
def _fingerprint(mode: str) -> str:
    root = Path(__file__).parent.parent
    digest = hashlib.sha256(f"{mode}\n".encode())
    for package in ("documents", "layers"):
        for path in sorted((root / package).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(f"{path.relative_to(root).as_posix()}\x1f{path.stat().st_size}\n".encode())
    return digest.hexdigest()[:16]
