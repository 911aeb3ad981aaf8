"""Exact words with a little of what stands around them."""

from __future__ import annotations

from dataclasses import dataclass

from quellenlage.dossier.schema import Range

CONTEXT = 90
"""Characters of context on each side: about one line of a page, enough to see whose words they are."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article in their context; ``before + words + after`` is a substring of its text.

    Attributes:
        before: What stands before them in the same paragraph.
        words: The words themselves.
        after: What stands behind them in the same paragraph.
        cut_before: Whether the paragraph begins earlier.
        cut_after: Whether the paragraph goes on.
    """

    before: str
    words: str
    after: str
    cut_before: bool
    cut_after: bool


def quote(text: str, place: Range, *, context: int = CONTEXT) -> Quote:
    """Take a range's words out of a text with up to ``context`` characters on each side, cut between words.

    A range outside the text gives empty words: a dossier made elsewhere is shown as far as it can be.
    """
    start, end = min(place.start, len(text)), min(place.end, len(text))
    paragraph_start = text.rfind("\n", 0, start) + 1
    paragraph_end = text.find("\n", end)
    paragraph_end = len(text) if paragraph_end < 0 else paragraph_end
    left, right = max(paragraph_start, start - context), min(paragraph_end, end + context)
    if left > paragraph_start:
        space = text.find(" ", left, start)
        left = space + 1 if space >= 0 else start
    if right < paragraph_end:
        space = text.rfind(" ", end, right)
        right = space if space >= 0 else end
    return Quote(
        before=text[left:start],
        words=text[start:end],
        after=text[end:right],
        cut_before=left > paragraph_start,
        cut_after=right < paragraph_end,
    )


def joined(text: str, places: tuple[Range, ...]) -> str:
    """Return the words of several ranges in one line, with an ellipsis where something stands between them."""
    return " … ".join(part for part in (text[place.start : place.end] for place in places) if part)
