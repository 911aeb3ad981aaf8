"""The document: one article's immutable text with what is known of it. Every span of the program points into it."""

from __future__ import annotations

import hashlib
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from quellenlage.errors import SpanError

DebrisKind = Literal["teaser", "credit", "advertisement", "heading", "caption", "other"]


@dataclass(frozen=True, slots=True)
class Debris:
    """A stretch of the text that is no part of the report: a teaser, a photo credit, a foreign heading.

    Attributes:
        start: First code point.
        end: One past the last code point.
        kind: What it is.
        reason: The marker that gave it away, for the reader.
    """

    start: int
    end: int
    kind: DebrisKind
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    r"""One article.

    The text is NFC, has ``\n`` line ends and no U+0000; it is the title, one empty line, the body (or the body alone
    where no title is known). ``debris`` is sorted by start and does not overlap.

    Attributes:
        path: Where it came from, as the user gave it (for JSONL: ``file.jsonl:LINE``).
        text: The whole text.
        title: The title, or an empty string.
        title_end: End of the title in ``text`` (0 without a title).
        outlet: The publication, or None.
        url: The canonical address, or None.
        author: The author line as given, or None.
        published: EDTF date, to the day, month or year, or None where unknown.
        language: BCP 47 code, for example ``de``.
        debris: Stretches that later layers leave out.
        unread_date: What the article gives for its date where that cannot be read, or None.
    """

    path: str
    text: str
    title: str
    title_end: int
    outlet: str | None
    url: str | None
    author: str | None
    published: str | None
    language: str
    debris: tuple[Debris, ...] = ()
    unread_date: str | None = None

    def __post_init__(self) -> None:
        if "\x00" in self.text or "\r" in self.text or not unicodedata.is_normalized("NFC", self.text):
            raise SpanError(f"{self.path}: the text is not normalised (NFC, line feeds, no U+0000)")
        if self.text[: self.title_end] != self.title:
            raise SpanError(f"{self.path}: the text does not begin with its title")

    @property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8, as 64 hexadecimal digits."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def key(self) -> str:
        """Identity of the article across runs: text, date and origin (address, else outlet, else path)."""
        origin = self.url or self.outlet or self.path
        parts = (self.text, self.published or "", origin)
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]

    def debris_at(self, start: int, end: int) -> Debris | None:
        """Return the debris that covers more than half of ``[start, end)``, if any."""
        place = bisect_right(self.debris, start, key=lambda debris: debris.start)
        for debris in self.debris[max(0, place - 1) :]:
            if debris.start >= end:
                break
            if 2 * (min(end, debris.end) - max(start, debris.start)) > end - start:
                return debris
        return None
