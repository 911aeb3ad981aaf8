"""Debris: what web pages leave in an article's text. It stays there, marked, so that later layers leave it out."""

from __future__ import annotations

from quellenlage.documents.document import Debris


def find_debris(text: str, *, title_end: int = 0) -> tuple[Debris, ...]:
    """Return the debris of a text."""
    return ()
