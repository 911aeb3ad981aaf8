"""Documents: text you can point into. A record becomes a document or a reject."""

from __future__ import annotations

from quellenlage.documents.document import Document
from quellenlage.sources.record import Record
from quellenlage.sources.rejects import Reject

__all__ = ["Document", "build"]


def build(record: Record) -> Document | Reject:
    """Turn a record into a document: decode, extract, normalise, date, name the language, mark debris.

    Args:
        record: What a source read.

    Returns:
        The document, or the reject that says why there is none. Nothing is raised for bad content.
    """
    from quellenlage.documents.assemble import assemble
    from quellenlage.documents.metadata import Parts

    parts: Parts | Reject
    if record.kind == "text":
        from quellenlage.documents.plain import split

        parts = split(record)
    elif record.kind == "html":
        from quellenlage.documents.extract import extract

        parts = extract(record)
    else:
        from quellenlage.documents.fields import from_fields

        parts = from_fields(record)
    return parts if isinstance(parts, Reject) else assemble(parts, record)
