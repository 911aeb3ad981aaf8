"""Spans: half-open ranges of code points, checked where they are made."""

from __future__ import annotations

from typing import NamedTuple

from quellenlage.errors import SpanError


class Span(NamedTuple):
    """A half-open range ``[start, end)`` of code points in a document's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of the span."""
        return text[self.start : self.end]

    def overlap(self, other: Span) -> int:
        """Return the number of code points that both spans cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def covers(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


def checked(text: str, start: int, end: int, surface: str | None = None) -> Span:
    """Make a span and check it against its text.

    Args:
        text: The document's text.
        start: First code point.
        end: One past the last code point; an empty span is an error.
        surface: The characters that must stand there, where the caller knows them.

    Raises:
        SpanError: The span is empty, out of bounds, or covers other characters than ``surface``.
    """
    if not 0 <= start < end <= len(text):
        raise SpanError(f"span {start}:{end} does not lie in a text of {len(text)} code points")
    if surface is not None and text[start:end] != surface:
        raise SpanError(f"span {start}:{end} covers {text[start:end]!r}, not {surface!r}")
    return Span(start, end)
