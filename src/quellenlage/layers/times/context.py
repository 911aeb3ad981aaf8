"""What a value may be computed from: the publication date as far as it is known, and the dates the text has named."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from quellenlage.layers.times import tense
from quellenlage.layers.times.dates import safe_date
from quellenlage.layers.times.grammar import Grammar
from quellenlage.layers.times.scan import Tokens

_PUBLISHED: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Published:
    """The publication date: to the day, the month, the year, or not known at all."""

    year: int | None
    month: int | None
    day: date | None

    @classmethod
    def parse(cls, value: str | None) -> Published:
        """Read an EDTF date; anything but a plain year, month or day counts as unknown to that precision."""
        match = _PUBLISHED.match(value or "")
        if match is None:
            return cls(None, None, None)
        year = int(match[1])
        month = int(match[2]) if match[2] and 1 <= int(match[2]) <= 12 else None
        day = safe_date(year, month, int(match[3])) if month and match[3] else None
        return cls(year or None, month, day)

    def __str__(self) -> str:
        if self.day:
            return self.day.isoformat()
        if self.year is None:
            return "unknown"
        return f"{self.year:04d}-{self.month:02d}" if self.month else f"{self.year:04d}"


@dataclass(slots=True)
class Named:
    """The date the text named last.

    Attributes:
        year: Its year.
        month: Its month, where it has one.
        day: Its day, where it has one.
        token: Where it stands.
    """

    year: int
    month: int | None
    day: int | None
    token: int

    @property
    def date(self) -> date | None:
        """The full date, where it is one."""
        return safe_date(self.year, self.month, self.day) if self.month and self.day else None


@dataclass(slots=True)
class Context:
    """The state of one text while its expressions are read in order.

    Attributes:
        grammar: The language's grammar.
        text: The text.
        tokens: Its tokens.
        published: The publication date.
        daily: Whether the text reads like a report of the day („gestern“, clock times, a dateline).
        last: The date named last, of any precision.
        last_day: The day named last.
        pinned: Weekday number to day, where the text itself gives a weekday with its full date.
    """

    grammar: Grammar
    text: str
    tokens: Tokens
    published: Published
    daily: bool = False
    last: Named | None = None
    last_day: Named | None = None
    pinned: dict[int, date] = field(default_factory=dict)
    _directions: dict[int, int | None] = field(default_factory=dict)

    def before(self, token: int, count: int = 1) -> list[str]:
        """Return up to ``count`` words or marks before a token, in lower case, nearest first."""
        found: list[str] = []
        place = token - 1
        while place >= 0 and len(found) < count:
            word = self.tokens.words[place]
            if "\n\n" in word:
                break
            if not word.isspace():
                found.append(word.lower())
            place -= 1
        return found

    def after(self, token: int, count: int = 1) -> list[str]:
        """Return up to ``count`` words or marks from a token on, as written."""
        found: list[str] = []
        place = token
        while place < len(self.tokens.words) and len(found) < count:
            word = self.tokens.words[place]
            if "\n\n" in word:
                break
            if not word.isspace():
                found.append(word)
            place += 1
        return found

    def direction(self, begin: int, end: int) -> int | None:
        """Return where the clause around a span looks; worked out once a span."""
        if begin not in self._directions:
            self._directions[begin] = tense.direction(self.tokens.words, begin, end, self.grammar)
        return self._directions[begin]

    def name(self, named: tuple[int, int | None, int | None], token: int) -> None:
        """Remember a date the text names."""
        self.last = Named(*named, token)
        if named[2] is not None:
            self.last_day = self.last

    def breaks(self, one: int, other: int) -> bool:
        """Tell whether a paragraph ends between two tokens."""
        return any("\n\n" in word for word in self.tokens.words[one:other])

    def same_sentence(self, one: int, other: int) -> bool:
        """Tell whether two tokens stand in one sentence, as far as marks tell."""
        low, high = min(one, other), max(one, other)
        words = self.tokens.words
        return high - low < 120 and not any(
            tense.is_end(words, place) or "\n\n" in words[place] for place in range(low, high)
        )
