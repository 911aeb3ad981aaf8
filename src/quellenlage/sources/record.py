"""Records: bytes with an origin, before anything was understood of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

RecordKind = Literal["text", "html", "fields"]


@dataclass(frozen=True, slots=True)
class Record:
    """One article as it came in.

    Attributes:
        path: Where from: the path as given, ``-`` for standard input, ``file.jsonl:LINE`` for a line of a file.
        kind: ``text`` and ``html`` carry ``content``; ``fields`` (a JSONL line) carries ``fields``.
        content: The raw bytes of a text or page.
        fields: The fields of a JSONL article, as decoded from JSON.
        offset: Byte offset of the record in its file.
    """

    path: str
    kind: RecordKind
    content: bytes = b""
    fields: Mapping[str, object] = field(default_factory=dict)
    offset: int = 0
