"""Quantities in a clause: numbers as figures and words, with their unit and with what they leave open.

``rund 2000 Menschen`` is a quantity of persons of about 2000; ``mindestens 35`` is open upwards; ``Dutzende`` and
``zwischen 20 und 30`` are ranges. No quantities are dates, ages, and numbers that name something (``Halle 3``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from quellenlage.corpus.claims.counted import (
    Counted,
    counted,
    counted_before,
    dimension,
    is_part,
    is_rate,
    number_of,
    role,
)
from quellenlage.corpus.claims.numbers import bound, figure, step
from quellenlage.corpus.claims.quantity import PEOPLE, Quantity, interval
from quellenlage.corpus.claims.spoken import Spoken
from quellenlage.layers.annotations import Token

__all__ = ["Quantity", "quantities"]

_AGE: Final = re.compile(r"\d+-?(?:jährig|Jährig|year|летн)")
_GLUED: Final = re.compile(r"(\d+(?:[.,]\d+)*)([^\W\d]{1,12}|%)")
_YEARS: Final = range(1900, 2101)
_VICTIMS: Final = frozenset({"dead", "injured", "missing"})
_FEW: Final = 13
_TALLY: Final = 10_000
"""More than the votes of any chamber, so that two tallies are the same value only where both sides are."""
_SEVERAL: Final = (2.0, 12.0)
"""What *mehrere*, *einige*, *several* make of the scale behind them (``mehrere hundert``)."""


_YEAR: Final = 525_600  # minutes
_ONE_YEAR: Final = re.compile(
    r"\b(?:einem|einer?|eines|an?|one|один|одного)\s+(?:Jahre?s?|year|года?)\s+(?:und|and|и)\s+$"
)
_AND: Final = re.compile(r"(?:\s+\w+)?\s+(?:und|and|и)\s+")


def quantities(
    tokens: Sequence[Token],
    text: str,
    *,
    language: str,
    taken: Sequence[tuple[int, int]] = (),
    people: frozenset[int] = frozenset(),
) -> tuple[Quantity, ...]:
    """Return the quantities of a clause, in order.

    Args:
        tokens: The clause's tokens.
        text: The document's text.
        language: ``de``, ``en`` or ``ru``; figures are read as in German elsewhere.
        taken: Ranges of code points that are dates or times and hold no quantity.
        people: Starts of tokens that name people by their nation (``280.000 Moldauer``).
    """
    walk = _Walk(tokens, text, language, taken, people)
    out: list[Quantity] = []
    place = 0
    while place < len(tokens):
        made, place = walk.at(place)
        out.extend(made)
    return tuple(_composed(out, text))


def _composed(found: Sequence[Quantity], text: str) -> list[Quantity]:
    """Join the parts of one duration (``ein Jahr und neun Monate``, ``two years and three months``)."""
    out: list[Quantity] = []
    for quantity in found:
        last = out[-1] if out else None
        if not _exact_duration(quantity):
            out.append(quantity)
        elif last and _exact_duration(last) and last.value > quantity.value and _joined(last, quantity, text):
            out[-1] = _sum(last.start, quantity, last.value, text)
        elif year := _ONE_YEAR.search(text, max(0, quantity.start - 24), quantity.start):
            out.append(_sum(year.start(), quantity, _YEAR, text))
        else:
            out.append(quantity)
    return out


def _exact_duration(quantity: Quantity) -> bool:
    return quantity.unit == "duration" and quantity.low == quantity.high and not quantity.role


def _joined(first: Quantity, second: Quantity, text: str) -> bool:
    return _AND.fullmatch(text, first.end, second.start) is not None


def _sum(start: int, second: Quantity, more: float, text: str) -> Quantity:
    value = more + second.value
    return replace(second, start=start, value=value, low=value, high=value, words=text[start : second.end])


class _Walk(Spoken):
    """Reads the quantities of one clause from left to right."""

    def __init__(
        self,
        tokens: Sequence[Token],
        text: str,
        language: str,
        taken: Sequence[tuple[int, int]],
        people: frozenset[int],
    ) -> None:
        super().__init__(tokens, text, language=language)
        self.taken, self.people = taken, people

    def at(self, place: int) -> tuple[list[Quantity], int]:
        """Return the quantity that begins at a token, if any, and where to go on."""
        token = self.tokens[place]
        if any(start <= token.start < end for start, end in self.taken) or _AGE.match(token.text):
            return [], place + 1
        for read in (self._vague, self._fraction, self._glued, self._plain):
            found = read(place)
            if found is not None:
                return found
        return [], place + 1

    def _vague(self, place: int) -> tuple[list[Quantity], int] | None:
        """Read ``Dutzende``, ``mehrere hundert``."""
        first, last, found = place, place, self.tables.vague.get(self.word(place))
        scale = self.tables.scales.get(self.word(place + 1))
        if found is not None and not self.capital(place):
            return None
        if found is None and scale and self.tables.has("several", self.word(place)):
            last, found = place + 1, (_SEVERAL[0] * scale, _SEVERAL[1] * scale)
        if found is None:
            return None
        again = last + 2 if self.word(last + 1) == "of" else last + 1
        times = self.tables.scales.get(self.word(again)) or self.tables.scales.get(self.word(again).removesuffix("s"))
        if times:  # "tens of thousands"
            last, found = again, (found[0] * times, found[1] * times)
        behind = counted(self.tokens, last + 1, self.tables, language=self.language)
        unit = behind.unit if behind.unit != "number" else "count"
        low, high = (edge * behind.factor for edge in found)
        return [self._made(first, last, low, (low, high), replace(behind, unit=unit))], last + 1

    def _fraction(self, place: int) -> tuple[list[Quantity], int] | None:
        """Read ``die Hälfte``, ``drei Viertel der``, ``jeder dritte``; a *Viertel* that is part of a town is none."""
        share = self.tables.fractions.get(self.word(place))
        if self.tables.has("every", self.word(place)):
            ordinal = self.tables.fractions.get(f"/{self.word(place + 1)}")
            if ordinal is not None:
                return [self._share(place, place + 1, ordinal, 1.0)], place + 2
        if share is None or not self.capital(place):
            return None
        before = self.word(place - 1)
        times = self.value_at(place - 1)
        article = self.tables.has("one", before) or self.tables.has("the", before)
        if share not in (0.5,) and times is None and not self.tables.has("one", before):
            return None
        return [self._share(place - 1 if times or article else place, place, share, times or 1.0)], place + 1

    def _share(self, first: int, last: int, share: float, times: float) -> Quantity:
        kind, begin = bound(self.tokens, first, self.tables)
        edges = interval(100 * share * times, kind or "about")
        made = self._made(begin, last, 100 * share * times, edges, Counted("percent", 1.0, "", last + 1))
        return replace(made, role="") if made.role == "part" else made  # "ein Drittel davon" is of what was told

    def _glued(self, place: int) -> tuple[list[Quantity], int] | None:
        """Read a figure written together with its unit (``12km``, ``50-Millionen-Euro-Paket``)."""
        token = self.tokens[place]
        match = _GLUED.fullmatch(token.text)
        parts = token.text.replace("‑", "-").split("-")
        digits, words = (match[1], [match[2].lower()]) if match else (parts[0], [p.lower() for p in parts[1:]])
        value = figure(digits, language=self.language)
        if value is None or not words:
            return None
        worth = step(digits, language=self.language)
        while words and words[0] in self.tables.scales:
            scale = self.tables.scales[words.pop(0)]
            value, worth = value * scale, worth * scale
        if not match and len(words) < 2:
            return None
        if not words:
            unit = self._unit(place, place)
        elif words[0] in self.tables.units:
            key, factor = self.tables.units[words[0]]
            unit = Counted(key.partition(".")[0], factor, "", place + 1)
        else:
            return None
        kind, first = bound(self.tokens, place, self.tables)
        value, worth = value * unit.factor, worth * unit.factor
        return [
            replace(self._made(first, place, value, interval(value, kind), unit), step=0.0 if kind else worth)
        ], place + 1

    def _plain(self, place: int) -> tuple[list[Quantity], int] | None:
        """Read a number with what it counts, or a range of two."""
        read = self.number(place)
        if read is None or self.word(place + 1) in self.tables.fractions:
            return None
        value, worth, last = read
        if self.names(place, last) or self.aside(place, last):
            return [], last + 1
        kind, first = bound(self.tokens, place, self.tables)
        if place == last and (tally := self._tally(place, value)) is not None:
            return [tally], last + 3
        edges = interval(value, kind)
        upper = self.upper(place, last)
        if upper is not None:
            top, last = upper
            if self.tables.has("between", self.word(first - 1)):
                first -= 1
            edges = (edges[0], interval(top, kind)[1]) if top >= value else edges
        unit = self._unit(place, last)
        if self._skipped(place, last, unit, bounded=bool(kind) or upper is not None):
            return [], last + 1
        low, high = (edge * unit.factor for edge in edges)
        made = self._made(first, last, value * unit.factor, (low, high), unit)
        return [replace(made, step=0.0 if upper or kind else worth * unit.factor)], last + 1

    def _tally(self, place: int, votes: float) -> Quantity | None:
        """Return the votes for and against something as one value (``31 zu 27``)."""
        against, before = self.value_at(place + 2), self.word(place - 1)
        if against is None or not self.tables.has("against", self.word(place + 1)):
            return None
        counts = counted(self.tokens, place + 3, self.tables, language=self.language).unit
        if counts not in ("number", "vote") or self.tables.has("from", before) or self.tables.has("between", before):
            return None
        both = votes + against / _TALLY
        return self._made(place, place + 2, both, (both, both), Counted("tally", 1.0, "", place + 3))

    def _unit(self, place: int, last: int) -> Counted:
        unit = counted(self.tokens, last + 1, self.tables, language=self.language)
        before = self.text[self.tokens[place].start - 1 : self.tokens[place].start] if self.tokens[place].start else ""
        if before and before in "$€£":
            key, factor = self.tables.units[before]
            unit = Counted(key, factor, "", last + 1)
        if unit.unit in ("count", "person") and self.tokens[unit.behind - 1].start in self.people:
            unit = replace(unit, unit="person", kind="")
        if unit.noun and unit.unit not in PEOPLE and is_rate(self.tokens, unit.behind, self.tables):
            unit = replace(unit, unit="rate")
        if unit.unit == "number":
            total = number_of(self.tokens[:place], self.tables) or counted_before(self.tokens, place, self.tables)
            unit = replace(total, behind=unit.behind, factor=1.0) if total else unit
        return unit

    def _skipped(self, place: int, last: int, unit: Counted, *, bounded: bool) -> bool:
        """Tell whether a number is a year, a clock time, an age, how long ago something was, or part of a name."""
        token = self.tokens[place]
        far = unit.unit == "count" and unit.behind > last + 2
        if last == place and token.text.isdigit() and len(token.text) == 4 and int(token.text) in _YEARS:
            return not bounded and (unit.unit == "number" or far)
        if unit.unit == "duration":
            first = bound(self.tokens, place, self.tables)[1]
            away = self.tables.has("since", self.word(first - 1)) or self.tables.has("ago", self.word(unit.behind))
            return away or self.tables.has("old", self.word(unit.behind))
        group = unit.noun and unit.unit not in _VICTIMS and (self.value_at(place) or _FEW) < _FEW
        if group and not bounded and self.tables.has("the", self.word(place - 1)):
            return True  # "the two men": who they are, not how many
        return unit.unit == "clock"

    def _made(self, first: int, last: int, value: float, edges: tuple[float, float], unit: Counted) -> Quantity:
        """Return the quantity on the tokens from ``first`` to ``last``, with its role in the clause."""
        part = is_part(self.tokens, first, last + 1, self.tables, language=self.language)
        kind = dimension(self.tokens, first, unit.behind, self.tables) if unit.unit == "length" else unit.kind
        shown = max(last, unit.behind - 1) if not unit.noun and unit.unit not in ("number", "count") else last
        begin, end = self.tokens[first].start, self.tokens[shown].end
        return Quantity(
            start=begin,
            end=end,
            value=value,
            low=edges[0],
            high=edges[1],
            unit=unit.unit,
            noun=unit.noun,
            words=self.text[begin:end],
            kind=kind,
            role="part" if part else role(self.tokens, first, unit.behind, unit.unit, self.tables),
        )
