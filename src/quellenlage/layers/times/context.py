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


_PARTS: Final = frozenset(",;:–—")
_SENTENCE: Final = 60  # tokens, blanks included, to either side


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
        other_day: The day named before that one.
        past_day: The day named last that is not after publication.
        start: The day that something began, named last („Start war am 1. Juli“).
        vague: Where „vor einigen Tagen“, „kürzlich“ stood last: what follows in its sentence was no day that is known.
        pinned: Weekday number to day, where the text itself gives a weekday with its full date.
        lead: The day that the first paragraph dates what it tells to, where the publication date is not known.
    """

    grammar: Grammar
    text: str
    tokens: Tokens
    published: Published
    daily: bool = False
    last: Named | None = None
    last_day: Named | None = None
    other_day: Named | None = None
    past_day: Named | None = None
    start: Named | None = None
    vague: int | None = None
    pinned: dict[int, date] = field(default_factory=dict)
    lead: date | None = None
    _directions: dict[int, int | None] = field(default_factory=dict)

    @property
    def now(self) -> Published:
        """The publication date, or where it is not known the day of the lead."""
        if self.published.year is None and self.lead is not None:
            return Published(self.lead.year, self.lead.month, self.lead)
        return self.published

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
            self.other_day, self.last_day = self.last_day, self.last
            today, day = self.published.day, self.last.date
            if today is not None and day is not None and day <= today:
                self.past_day = self.last
            cues = self.grammar.lists.get("start")
            if cues and not cues.isdisjoint(self._sentence(token)):
                self.start = self.last

    def _sentence(self, token: int) -> set[str]:
        """Return the words around a token, in lower case, as far as its sentence goes."""
        words = self.tokens.words
        low = high = token
        while low > 0 and token - low < _SENTENCE and not tense.is_end(words, low - 1):
            low -= 1
        while high < len(words) and high - token < _SENTENCE and not tense.is_end(words, high):
            high += 1
        return {word.lower() for word in words[low:high]}

    def same_clause(self, one: int, other: int) -> bool:
        """Tell whether nothing that parts clauses stands between two tokens of one sentence."""
        return self.same_sentence(one, other) and _PARTS.isdisjoint(self.tokens.words[one:other])

    def days_each(self, token: int) -> tuple[date, date] | None:
        """Return the first and last of two days that a time of day holds for („5. und 6. Mai, jeweils um 10 Uhr“)."""
        first, last = self.other_day, self.last_day
        if (
            first is None
            or last is None
            or self.grammar.lists.get("each", frozenset()).isdisjoint(self.before(token, 5))
        ):
            return None
        if first.date is None or last.date is None or first.date >= last.date:
            return None
        return (first.date, last.date) if self.same_sentence(first.token, token) else None

    def day_untold(self, token: int) -> bool:
        """Tell whether a token's sentence lies on a day that the text leaves open („vor einigen Tagen“)."""
        return self.vague is not None and self.vague < token and self.same_sentence(self.vague, token)

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
