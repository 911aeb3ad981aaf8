"""Units and segments: what the rules look at.

A unit is a sentence, or several that one quotation holds together. A segment is a stretch of a unit between commas,
semicolons, colons, dashes and sentence marks; quotations and bracketed words are taken whole, so that no comma inside
them cuts anything. A segment with two finite verbs around *und* is cut there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from quellenlage import limits
from quellenlage.layers.annotations import Sentence, Token
from quellenlage.layers.statements.quotes import Quote

SEPARATORS: Final = frozenset({",", ";", ":", "–", "—", "-", ".", "!", "?", "…", "..."})
ENDS: Final = frozenset({".", "!", "?", "…", "..."})


@dataclass(slots=True)
class Segment:
    """Tokens ``first`` to ``last`` (exclusive) of a unit, with the marks around them (empty at the edges)."""

    first: int
    last: int
    before: str
    after: str


@dataclass(slots=True)
class Unit:
    """A run of sentences held together by quotations.

    Attributes:
        text: The document's text.
        tokens: The tokens.
        words: Their texts.
        low: Their texts in lower case.
        quote: For each token the number of its quotation in ``quotes``, or -1.
        quotes: Quotations as ranges of this unit's tokens.
        bracket: For each token whether it stands in round or square brackets.
        segments: The segments in order.
        paragraph: Number of the paragraph it begins in.
        heading: Whether it is a title or heading.
        offset: Place of its first token among the document's tokens.
        finite: Tells whether a word can be a finite verb in its language.
    """

    text: str
    tokens: list[Token]
    words: list[str]
    low: list[str]
    quote: list[int]
    quotes: list[Quote]
    bracket: list[bool]
    paragraph: int
    heading: bool
    offset: int
    finite: Callable[[str], bool]
    segments: list[Segment] = field(default_factory=list)

    def full(self, number: int) -> bool:
        """Tell whether a quotation is a sentence or clause of its own: a sentence mark or a finite verb in it.

        In a few words that begin small the last one is a participle, no verb (*„tief besorgt“*).
        """
        quote = self.quotes[number]
        marked = not self.words[quote.first][0].isalnum()
        inner = range(quote.first + marked, quote.last)
        if len(inner) < 2:
            return False
        if self.words[quote.last - 1] in ENDS or self.words[quote.last - 1] == ",":
            return True
        short = len(inner) <= 4 and self.words[inner[0]][0].islower()
        return any(self.finite(self.words[place]) for place in (inner[:-1] if short else inner))

    def whole_quote(self, first: int, last: int) -> bool:
        """Tell whether a range is one or more quotations and nothing but punctuation between them."""
        return any(self.quote[i] >= 0 for i in range(first, last)) and all(
            self.quote[i] >= 0 or not self.words[i][0].isalnum() for i in range(first, last)
        )

    def trimmed(self, first: int, last: int) -> tuple[int, int]:
        """Return a range without punctuation at its edges (brackets and quotation marks stay)."""
        while first < last and self.words[first] in SEPARATORS and self.quote[first] < 0:
            first += 1
        while last > first and self.words[last - 1] in SEPARATORS and self.quote[last - 1] < 0:
            last -= 1
        return first, last


def _brackets(words: Sequence[str]) -> list[bool]:
    out, start = [False] * len(words), -1
    for place, word in enumerate(words):
        if word in ("(", "[") and start < 0:
            start = place
        elif word in (")", "]") and start >= 0:
            if place - start < 40:
                out[start : place + 1] = [True] * (place + 1 - start)
            start = -1
    return out


def _stops(group: Sequence[Sentence]) -> set[int]:
    """Return the places of full stops that end a sentence (others belong to ordinals and abbreviations)."""
    out, end = set[int](), 0
    for sentence in group:
        end += len(sentence.tokens)
        for back, token in enumerate(reversed(sentence.tokens)):
            if token.text[0].isalnum():
                break
            out.add(end - 1 - back)
    return out


def _segments(unit: Unit, stops: set[int], cuts_at: Callable[[Unit, int, int], bool]) -> list[Segment]:
    out: list[Segment] = []
    first, before = 0, ""
    for place, word in enumerate(unit.words):
        number = unit.quote[place]
        if number >= 0:
            quote = unit.quotes[number]
            if place == quote.first > first and unit.full(number):
                out.append(Segment(first, place, before, ""))
                first, before = place, ""
            behind = unit.words[place + 1] if place + 1 < len(unit.words) else ","
            if place == quote.last and behind not in SEPARATORS and unit.full(number):
                out.append(Segment(first, place + 1, before, ""))
                first, before = place + 1, ""
            continue
        if unit.bracket[place]:
            continue
        if word == "." and place not in stops:
            continue
        if word in SEPARATORS:
            if place > first:
                out.append(Segment(first, place, before, word))
                before = word
            elif out:
                out[-1].after += word
                before = word
            else:
                before = word
            first = place + 1
        elif place > first and cuts_at(unit, first, place):
            out.append(Segment(first, place, before, ""))
            first, before = place, ""
    if first < len(unit.words):
        out.append(Segment(first, len(unit.words), before, ""))
    return out


def build(
    text: str,
    sentences: Sequence[Sentence],
    quotes: Sequence[Quote],
    *,
    cuts_at: Callable[[Unit, int, int], bool],
    finite: Callable[[str], bool],
) -> list[Unit]:
    """Return the units of a document.

    Args:
        text: The document's text.
        sentences: Its sentences.
        quotes: Its quotations as ranges over all tokens of the sentences.
        cuts_at: Tells whether a segment of a unit that began at one token ends before another (a conjunction between
            two clauses).
        finite: Tells whether a word can be a finite verb.
    """
    units: list[Unit] = []
    offset = index = used = 0
    group: list[Sentence] = []
    end = 0
    for sentence in sentences:
        group.append(sentence)
        end += len(sentence.tokens)
        while index < len(quotes) and quotes[index].last < end:
            index += 1
        if index < len(quotes) and quotes[index].first < end and sentence is not sentences[-1]:
            continue
        stop = index + (index < len(quotes) and quotes[index].first < end)
        units.append(_unit(text, group, quotes[used:stop], offset, cuts_at, finite))
        offset, group, used = end, [], index
    return units


def _unit(
    text: str,
    group: Sequence[Sentence],
    quotes: Sequence[Quote],
    offset: int,
    cuts_at: Callable[[Unit, int, int], bool],
    finite: Callable[[str], bool],
) -> Unit:
    tokens = [token for sentence in group for token in sentence.tokens]
    words = [token.text for token in tokens]
    own = [
        Quote(q.first - offset, min(q.last - offset, len(tokens) - 1), q.closed) for q in quotes if offset <= q.first
    ]
    number = [-1] * len(tokens)
    for place, quote in enumerate(own):
        number[quote.first : quote.last + 1] = [place] * (quote.last + 1 - quote.first)
    unit = Unit(
        text,
        tokens,
        words,
        [word.lower() for word in words],
        number,
        own,
        _brackets(words),
        group[0].paragraph,
        group[0].heading,
        offset,
        finite,
    )
    segments = _segments(unit, _stops(group), cuts_at)
    unit.segments = segments if len(segments) <= limits.MAX_SEGMENTS else []
    return unit
