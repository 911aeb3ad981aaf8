"""When an event happened: the time expression of its clause, else of its sentence, else of what stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quellenlage.layers.annotations import Time
from quellenlage.layers.events.clauses import Clause

VERBAL: Final = frozenset({"REQUEST", "ACCUSE", "REJECT", "SUPPORT", "CONCEDE", "THREATEN"})
"""Types that are acts of speech: they take no date from a neighbouring sentence, whose time is another act's."""


def _day(value: str) -> str:
    """Reduce a value to whole days: clock times are dropped, an interval inside one day is that day."""
    ends = [part.split("T", 1)[0] for part in value.split("/")]
    return ends[0] if len(ends) == 2 and ends[0] == ends[1] else "/".join(ends)


def _usable(time: Time) -> bool:
    return time.type in ("DATE", "TIME") and time.edtf is not None and "~" not in time.edtf.replace("~", "", 1)


def nearest(times: Sequence[Time], start: int, end: int, near: int) -> str | None:
    """Return the date of the usable time inside ``[start, end)`` that stands nearest to ``near``; days before years.

    Args:
        times: The document's times in order.
        start: First code point.
        end: One past the last.
        near: Code point of the trigger.
    """
    best: tuple[tuple[int, int], str] | None = None
    for time in times:
        if time.end <= start or time.start >= end or not _usable(time) or time.edtf is None:
            continue
        day = _day(time.edtf)
        key = (-min(len(day), 10), abs(time.start - near))
        if best is None or key < best[0]:
            best = (key, day)
    return best[1] if best else None


def date_of(clause: Clause, sentence: tuple[int, int], near: int, times: Sequence[Time]) -> str | None:
    """Return the EDTF date of an event told in a clause: from the clause, else from the rest of its sentence."""
    return nearest(times, clause.start, clause.end, near) or nearest(times, sentence[0], sentence[1], near)
