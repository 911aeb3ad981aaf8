"""When an event happened: the time expression of its clause, else of its sentence, else of what stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quellenlage import edtf
from quellenlage.layers.annotations import Time

VERBAL: Final = frozenset({"REQUEST", "ACCUSE", "REJECT", "SUPPORT", "CONCEDE", "THREATEN"})
"""Types that are acts of speech: they take no date from a neighbouring sentence, whose time is another act's."""

_OLDEST: Final = 150
"""Years before publication beyond which a bare number of four digits is rather no year (``Resolution 1701``)."""


def day(value: str) -> str:
    """Reduce a value to whole days: clock times are dropped, an interval inside one day is that day."""
    ends = [part.split("T", 1)[0] for part in value.split("/")]
    return ends[0] if len(ends) == 2 and ends[0] == ends[1] else "/".join(ends)


def _usable(time: Time) -> bool:
    # a duration has a date where it is counted from the publication (vor drei Wochen)
    return time.type in ("DATE", "TIME", "DURATION") and time.edtf is not None and time.edtf.count("~") < 2


def bare(time: Time) -> bool:
    """Tell whether an expression names only a part of the day, whose date was filled in from the publication."""
    return time.type == "TIME" and time.anchor == "published" and time.why.startswith(("day of the", "a part of"))


class Calendar:
    """The times of a document, and which of them can date an event told in a given tense.

    Args:
        times: The document's times in order.
        published: Publication date (EDTF) or None.
    """

    def __init__(self, times: Sequence[Time], published: str | None) -> None:
        self._first, self._last = edtf.bounds(published)
        self._times = [time for time in times if _usable(time) and not self._absurd(time)]

    def _absurd(self, time: Time) -> bool:
        value = (time.edtf or "")[:4]
        years = time.timex.isdecimal() and self._last is not None and value.isdecimal()
        return years and self._last is not None and int(value) < self._last.year - _OLDEST

    def can_be(self, date: str, *, back: bool | None) -> bool:
        """Tell whether an event told as past (True) or as coming (False) can have a date; None: either."""
        begins, ends = edtf.bounds(date)
        if back is True and begins is not None and self._last is not None:
            return begins <= self._last
        if back is False and ends is not None and self._first is not None:
            return ends >= self._first
        return True

    def nearest(self, start: int, end: int, near: int, *, back: bool | None = None, clock: bool = True) -> str | None:
        """Return the date of the time inside ``[start, end)`` that stands nearest to ``near``; days before years.

        Args:
            start: First code point.
            end: One past the last.
            near: Code point of the trigger.
            back: Whether the event is told as past, as coming, or either.
            clock: Also take parts of the day without a date of their own.
        """
        best: tuple[tuple[int, int], str] | None = None
        for time in self._times:
            if time.end <= start or time.start >= end or time.edtf is None or (bare(time) and not clock):
                continue
            value = day(time.edtf)
            if not self.can_be(value, back=back):
                continue
            key = (-min(len(value), 10), abs(time.start - near))
            if best is None or key < best[0]:
                best = (key, value)
        return best[1] if best else None
