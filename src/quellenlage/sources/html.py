"""A saved page is one record; what of it is the article is for the documents stage."""

from __future__ import annotations

from quellenlage.sources.record import Record


def record(content: bytes, *, path: str) -> Record:
    """Return the record of a saved page."""
    return Record(path=path, kind="html", content=content)
