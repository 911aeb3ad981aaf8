"""Short ids for the reader: articles ``a1`` … by path, statements ``q1`` … by article and place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quellenlage.layers.annotations import Annotations


@dataclass(frozen=True, slots=True)
class Numbering:
    """The way from a document key to its article id, and from a statement to its id."""

    article: Mapping[str, str]
    statement: Mapping[tuple[str, int], str]

    @classmethod
    def of(cls, annotated: Sequence[Annotations]) -> Numbering:
        """Number articles by path (digits compared as numbers), statements by article and place."""
        ordered = sorted(
            annotated, key=lambda annotations: (natural(annotations.document.path), annotations.document.key)
        )
        article = {annotations.document.key: f"a{number}" for number, annotations in enumerate(ordered, 1)}
        statement: dict[tuple[str, int], str] = {}
        for annotations in ordered:
            for index in range(len(annotations.statements)):
                statement[annotations.document.key, index] = f"q{len(statement) + 1}"
        return cls(article, statement)


def natural(path: str) -> tuple[tuple[int, int | str], ...]:
    """Return a sort key under which ``a2.txt`` comes before ``a10.txt``."""
    return tuple((0, int(part)) if part.isdecimal() else (1, part) for part in re.split(r"(\d+)", path) if part)
