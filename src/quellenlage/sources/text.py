"""A plain text is one record; what its lines mean is for the documents stage."""

from __future__ import annotations

from quellenlage.sources.record import Record


def record(content: bytes, *, path: str) -> Record:
    """Return the record of a text file."""
    return Record(path=path, kind="text", content=content)
