"""The numbers of a clause as they are spoken: several words to one number, ranges, and numbers that count nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from quellenlage.corpus.claims import french
from quellenlage.corpus.claims.counted import counted
from quellenlage.corpus.claims.numbers import Tables, bound, figure, number, step, tables_of
from quellenlage.layers import german
from quellenlage.layers.annotations import Token

_SPAN: Final = re.compile(r"(\d+(?:[.,]\d+)*)[-‐‑–](\d+(?:[.,]\d+)*)")


class Spoken:
    """Reads the numbers of one clause.

    Args:
        tokens: The clause's tokens.
        text: The document's text.
        language: First part of the BCP 47 code.
    """

    def __init__(self, tokens: Sequence[Token], text: str, *, language: str) -> None:
        self.tokens, self.text, self.language = tokens, text, language
        self.tables: Tables = tables_of(language)
        self.low = [token.text.lower() for token in tokens]

    def word(self, place: int) -> str:
        """Return the token at a place in lower case; empty outside the clause."""
        return self.low[place] if 0 <= place < len(self.low) else ""

    def value_at(self, place: int) -> float | None:
        """Return the number that a token is, none for a token outside the clause."""
        if not 0 <= place < len(self.tokens):
            return None
        return number(self.tokens[place].text, self.tables, language=self.language)

    def capital(self, place: int) -> bool:
        """Tell whether a token can be a noun: in German those have a capital."""
        return self.language != "de" or self.tokens[place].text[:1].isupper()

    def number(self, place: int) -> tuple[float, float, int] | None:
        """Return value, worth of the last digit and last token of the number at a place."""
        word, folded = self.tokens[place].text, self.word(place)
        group = french.grouped(self.tokens, place, self.text) if self.language == "fr" else None
        if group is not None:
            return group[0], 1.0, group[1]
        span = _SPAN.fullmatch(word)
        value = figure(span[1], language=self.language) if span else self.value_at(place)
        last = place
        if value is None and self.tables.has("one", folded):
            last, value = self._one(place)
        elif value is None and folded == "cent" and self.word(place - 1) == "pour":
            return None  # French: "5 pour cent"
        elif value is None and folded in self.tables.scales and self.language != "de":
            last, value = place - 1, 1.0  # "million rubles": no word for one
        if value is None or self.tables.has("both", folded):
            return None
        worth = step(span[1] if span else word, language=self.language)
        while self.word(last + 1) in self.tables.scales:
            last += 1
            scale = self.tables.scales[self.word(last)]
            value, worth = value * scale, worth * scale
        joined = last + 2 if last > place and self.tables.has("joint", self.word(last + 1)) else last + 1
        more = self.value_at(joined)
        added = last > place and more is not None and self.language in ("en", "fr")  # "two hundred and fifty"
        if added and more is not None and more < worth:
            return value + more, 1.0, joined
        return value, worth, last

    def _one(self, place: int) -> tuple[int, float | None]:
        """Read the article as 1 before a scale, a measure, a victim or a person (``eine Million``, ``ein Toter``)."""
        following = self.word(place + 1)
        if self.tables.has("half", following):
            after = self.word(place + 2)
            return place + 1, 0.5 if after in self.tables.scales or after in self.tables.units else None
        unit = self.tables.units.get(following, ("", 0.0))[0]
        if unit == "duration":
            return place, 1.0 if self._lasting(place) else None
        known = unit in ("injured", "dead", "missing", "percent") or unit.startswith("money")
        return place, 1.0 if known or following in self.tables.scales or self.tables.has(
            "somebody", following
        ) else None

    def _lasting(self, place: int) -> bool:
        """Tell whether a clause says how long something lasted (``nur einen Tag lang``), not when."""
        limited = self.tables.has("only", self.word(place - 1)) or bool(bound(self.tokens, place, self.tables)[0])
        beside = self.tables.has("lasting", self.word(place + 2))
        return beside or (limited and any(self.tables.has("lasting", word) for word in self.low))

    def upper(self, place: int, last: int) -> tuple[float, int] | None:
        """Return the upper end of a range whose lower end was just read, and its last token."""
        span = _SPAN.fullmatch(self.tokens[place].text)
        if span:
            top = figure(span[2], language=self.language)
            return None if top is None else (top, last)
        link = self.word(last + 1)
        between = self.tables.has("between", self.word(place - 1)) and self.tables.has("joint", link)
        if not between and not self.tables.has("till", link) and link not in ("–", "-"):
            return None
        read = self.number(last + 2) if last + 2 < len(self.tokens) else None
        return None if read is None else (read[0], read[2])

    def names(self, place: int, last: int) -> bool:
        """Tell whether a number names something instead of counting (``Halle 3``, ``Boeing 737``, ``außer Acht``)."""
        if place == 0 or last > place:
            return False
        before, token = self.tokens[place - 1], self.tokens[place]
        if self.text[before.end : token.start] not in (" ", "\u00a0", "-"):
            return False
        if self.tables.has("label", self.word(place - 1)):
            return True
        if self.language == "de" and token.text == "Acht":
            return True
        bare = counted(self.tokens, place + 1, self.tables, language=self.language).unit == "number"
        named = before.text[:1].isupper() and (place > 1 or german.is_noun(before.text))
        return token.text.isdigit() and bare and named and not bound(self.tokens, place, self.tables)[0]

    def aside(self, place: int, last: int) -> bool:
        """Tell whether a number is an ordinal, negated, or an age (in brackets, behind *im Alter von*)."""
        token = self.tokens[place]
        around = self.text[max(0, token.start - 1) : token.start] + self.text[token.end : token.end + 1]
        if around == "()" or self.tables.has("aged", f"{self.word(place - 2)} {self.word(place - 1)}"):
            return True
        ordinal = self.language == "de" and token.text.isdigit() and self.text[token.end : token.end + 2] in (". ", ".")
        if ordinal and place + 1 < len(self.tokens) and self.tokens[place + 1].start > token.end:
            return True
        negated = self.tables.has("not", self.word(place - 1)) and bound(self.tokens, place + 1, self.tables)[0] == ""
        return negated and self.tokens[place - 1].end < token.start  # "almost two hours, not 40 minutes"
