"""A number with its unit and with what it leaves open, and the algebra of comparing two of them.

Every quantity is an interval, so that two exclude each other exactly where their intervals lie apart by more than the
coarser of them is rounded. That is symmetric, no quantity excludes itself, and a wider interval never excludes more.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import Final

PEOPLE: Final = frozenset({"person", "injured", "dead", "missing", "job"})
"""Units that count people; any of them can be meant by a number of *Menschen*."""

ABOUT: Final = 0.04
"""Half-width of *rund*, *etwa*, *about*, as a share. Rounding to two significant figures leaves 0.5 to 5 percent; at 4
percent „rund 2000“ meets 1950 and „etwa 20“ does not meet 19."""

NEAR: Final = 0.12
"""How far *knapp*, *fast* reach down and *gut* reaches up, as a share."""

_MILLION: Final = 1_000_000
"""Sum from which its currency is often left out."""

_NOUNS: Final = frozenset({"count", "rate"})
"""Units that say nothing without the noun that is counted."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit.

    Attributes:
        start: First code point, of the bounding word where there is one.
        end: One past the last code point of number and scale.
        value: The number as said, in the unit's base (metres, minutes, euros, persons …).
        low: Least value that it admits.
        high: Greatest value that it admits.
        unit: Key of the unit (``money:EUR``, ``person``), ``count`` for a counted noun, ``number`` for a bare number.
        noun: What is counted, as a lemma in lower case; empty for units of measure and bare numbers.
        words: The quantity as the text has it, without the unit of a counted noun.
        kind: A kind of what the unit counts (``truck`` of ``vehicle``, ``up`` of ``length``); empty for any.
        role: ``change`` (``um 3 Prozent``), ``from`` (``von 2 auf 3``), ``part`` (``zwei davon``), ``whole`` (``neun
            der 31 Wagen``), or empty.
        step: What the last digit given is worth: 1 for ``1950``, 100,000 for ``2,3 Millionen``; 0 for bounds, ranges.
    """

    start: int
    end: int
    value: float
    low: float
    high: float
    unit: str
    noun: str
    words: str
    kind: str = ""
    role: str = ""
    step: float = 0.0

    @property
    def exact(self) -> bool:
        """True where the number is given, at most rounded; False for ranges and open bounds."""
        return self.low > 0.85 * self.value and self.high < 1.15 * self.value if self.value else self.low == self.high

    def meets(self, other: Quantity) -> bool:
        """Tell whether both can be the same number: they admit a common value, or one is the other rounded."""
        return self._apart(other) <= self._rounds(other)

    def overlaps(self, other: Quantity) -> bool:
        """Tell whether both admit a common value, rounding aside."""
        return self._apart(other) <= 0.0

    def _apart(self, other: Quantity) -> float:
        slack = 1e-9 * max(1.0, abs(self.value), abs(other.value))
        return max(self.low - other.high, other.low - self.high) - slack

    def _rounds(self, other: Quantity) -> float:
        """Return by how much the one that gives fewer digits may be off for that (``2,3 Millionen``, ``2.345.678``)."""
        if self.step == other.step or not self.step or not other.step:
            return 0.0
        coarse = self if self.step > other.step else other
        return min(coarse.step / 2, ABOUT * abs(coarse.value))


def interval(value: float, bound: str) -> tuple[float, float]:
    """Return the least and the greatest value that a bounded number admits."""
    match bound:
        case "about":
            return value * (1 - ABOUT), value * (1 + ABOUT)
        case "below":
            return value * (1 - NEAR), value
        case "above":
            return value, value * (1 + NEAR)
        case "least" | "more":
            return value, inf
        case "most" | "less":
            return 0.0, value
        case _:
            return value, value


def comparable(a: Quantity, b: Quantity) -> bool:
    """Tell whether two quantities measure the same thing, so that they can agree or exclude each other.

    What something changed by and what it came to, a part and its whole, can agree but exclude nothing.
    """
    if not _same_thing(a, b):
        return False
    if a.role == b.role:
        return a.role != "part" or (bool(a.noun) and _same_noun(a, b))
    return "part" not in (a.role, b.role) and a.meets(b)


def _same_thing(a: Quantity, b: Quantity) -> bool:
    if a.unit != b.unit:
        if _bare_sum(a, b) or _bare_sum(b, a):
            return True
        return a.unit in PEOPLE and b.unit in PEOPLE and "person" in (a.unit, b.unit)
    if a.unit in _NOUNS:
        return _same_noun(a, b)
    return a.kind == b.kind or not a.kind or not b.kind


def _bare_sum(bare: Quantity, money: Quantity) -> bool:
    """Tell whether a number without a unit can be a sum like the other (``allenfalls 900 Millionen``)."""
    return bare.unit == "number" and money.unit.startswith("money") and min(bare.value, money.value) >= _MILLION


def _same_noun(a: Quantity, b: Quantity) -> bool:
    return a.noun.endswith(b.noun) or b.noun.endswith(a.noun)
