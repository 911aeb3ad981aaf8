"""What stands in a range of one document: mentions, times, statements and their frames."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from quellenlage.corpus.records import Names
from quellenlage.layers.annotations import Annotations, Mention, Time, Token
from quellenlage.layers.span import Span

_STEM: Final = 6
"""Letters by which a noun is known again in another form."""

_QUOTED: Final = 2
"""Words of a literal quotation that stand for themselves beside a longer frame."""

_MARKS: Final = '„“”«»‹›‚‘"'
"""Quotation marks; an apostrophe is none."""

_BEFORE: Final = 600
"""Code points before a clause in which the thing stands that it speaks of."""


class Reader:
    """Finds what stands in a range of one document."""

    def __init__(self, annotations: Annotations, names: Names) -> None:
        self.document = annotations.document
        self.language = self.document.language.split("-")[0]
        self.mentions: list[Mention] = sorted(annotations.mentions, key=lambda m: (m.start, m.end))
        self.mention_starts = [m.start for m in self.mentions]
        self.times: list[Time] = sorted(annotations.times, key=lambda t: (t.start, t.end))
        self.time_starts = [t.start for t in self.times]
        self.referents = annotations.referents
        self.names = names
        self.contents: list[tuple[int, int, int]] = []
        self.frames: list[tuple[int, int]] = []
        self.cues: list[tuple[int, int]] = []
        for index, statement in enumerate(annotations.statements):
            self.contents.extend((span.start, span.end, index) for span in statement.content)
            self.frames.extend((span.start, span.end) for span in (*statement.frame, *statement.cue))
            self.cues.extend((span.start, span.end) for span in statement.cue)
            self.frames.extend((span.start, span.end) for span in statement.speaker_spans if statement.frame)
        self.contents.sort()
        self.frames.sort()
        self.statements = annotations.statements

    def content_at(self, tokens: Sequence[Token]) -> int | None:
        """Return the statement whose content covers more than half of the tokens; of several the shortest."""
        covered: dict[int, int] = {}
        first, last = tokens[0].start, tokens[-1].end
        for begin, stop, index in self.contents:
            if begin >= last:
                break
            if stop > first:
                covered[index] = covered.get(index, 0) + sum(begin <= token.start < stop for token in tokens)
        sizes = [
            (sum(span.end - span.start for span in self.statements[index].content), index)
            for index, shared in covered.items()
            if 2 * shared > len(tokens)
        ]
        return min(sizes)[1] if sizes else None

    def is_city(self, mention: Mention) -> bool:
        """Tell whether the gazetteer knows what is mentioned as a city."""
        return (self.referents[mention.referent].known or "").startswith("city/")

    def framed(self, token: Token) -> bool:
        """Tell whether a token belongs to a frame and to no statement's content."""
        if any(begin <= token.start < stop for begin, stop, _ in self.contents):
            return False
        return any(begin <= token.start < stop for begin, stop in self.frames)

    def tells_of_speech(self, tokens: Sequence[Token]) -> bool:
        """Tell whether a cue of a statement stands on the tokens and no content: the rest of a frame."""
        first, last = tokens[0].start, tokens[-1].end
        if not any(first <= begin < last for begin, _ in self.cues):
            return False
        return not any(begin < last and stop > first for begin, stop, _ in self.contents)

    def speaks(self, tokens: Sequence[Token]) -> bool:
        """Tell whether a clause holds a speech act whole: its cue and at least part of its content."""
        first, last = tokens[0].start, tokens[-1].end
        cue = any(first <= begin < last for begin, _ in self.cues)
        return cue and any(begin < last and stop > first for begin, stop, _ in self.contents)

    def denies(self, tokens: Sequence[Token]) -> bool:
        """Tell whether the tokens are content that somebody denies (``bestritt, Geld genommen zu haben``)."""
        index = self.content_at(tokens) if tokens else None
        return index is not None and self.statements[index].certainty == "denied"

    def quoted(self, tokens: Sequence[Token]) -> bool:
        """Tell whether the tokens are the literal words of a statement (``… , he told the newspaper``)."""
        index = self.content_at(tokens) if len(tokens) >= _QUOTED else None
        return index is not None and self.statements[index].type == "direct"

    def with_marks(self, span: Span) -> Span:
        """Return a span with the quotation mark beside it whose partner stands inside.

        A mark opens where a space or bracket stands before it, whichever style the article keeps.
        """
        text = self.document.text
        opened = stray = 0
        for place in range(span.start, span.end):
            if text[place] in _MARKS:
                if text[place] == "»" and opened and text[place - 1].isspace():  # « French spacing »
                    opened -= 1
                elif place == 0 or not (text[place - 1].isalnum() or text[place - 1] in ".,!?…%" + _MARKS):
                    opened += 1
                elif opened:
                    opened -= 1
                else:
                    stray += 1
        behind = re.match(rf"[.,!?…]?(?:[{_MARKS}]|[ \u00a0\u202f]»)", text[span.end : span.end + 3])
        start = span.start - (bool(stray) and text[max(0, span.start - 1) : span.start] in tuple(_MARKS))
        return Span(start, span.end + (behind.end() if opened and behind is not None else 0))

    def named(self, noun: str, start: int) -> bool:
        """Tell whether a noun itself stands shortly before ``start``: then it means that thing, not what was said."""
        return noun.lower()[:_STEM] in self.document.text[max(0, start - _BEFORE) : start].lower()

    def mentioned(self, tokens: Sequence[Token]) -> list[Mention]:
        """Return the mentions on the tokens."""
        if not tokens:
            return []
        first = bisect_left(self.mention_starts, tokens[0].start)
        last = bisect_left(self.mention_starts, tokens[-1].end)
        own = {token.start for token in tokens}
        return [m for m in self.mentions[first:last] if m.start in own]

    def timed(self, tokens: Sequence[Token]) -> list[Time]:
        """Return the time expressions on the tokens."""
        if not tokens:
            return []
        first = bisect_left(self.time_starts, tokens[0].start)
        last = bisect_right(self.time_starts, tokens[-1].start)
        own = {token.start for token in tokens}
        return [t for t in self.times[first:last] if t.start in own]
