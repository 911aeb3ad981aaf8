"""How far a time reaches: the interval that a preposition makes of it („seit 2019“, „bis Mai“, „von 2024 bis 2026“).

``Time.edtf`` stays the date that is named; the interval stands beside it.
"""

from __future__ import annotations

from typing import Final

from quellenlage.layers.times.context import Context
from quellenlage.layers.times.dates import Reading

_BACK: Final = 3  # words between the preposition and the span („bis einschließlich zum“)


def opened(begin: int, reading: Reading, context: Context) -> str | None:
    """Return the EDTF interval, open at one end, of a time behind a word such as *seit* or *bis*.

    Args:
        begin: First token of the span.
        reading: What the span means.
        context: The text.

    Returns:
        ``2019/..``, ``../2025-05``, ``2022~/..``, or None.
    """
    if reading.type == "SET":
        return None
    lists = context.grammar.lists
    for word in context.before(begin, _BACK):
        if word in lists["since"]:
            start = reading.since if reading.type == "DURATION" else reading.edtf
            return f"{start.partition('/')[0]}/.." if start else None
        if word in lists["bound"] and reading.type != "DURATION":
            return f"../{reading.edtf.rpartition('/')[2]}" if reading.edtf else None
        if word not in lists["betweenbound"]:
            return None
    return None


def joined(first: Reading, second: Reading) -> str | None:
    """Return the EDTF interval of a range's two ends, or None where one is not known or they stand in no order."""
    if first.edtf is None or second.edtf is None or "DURATION" in {first.type, second.type}:
        return None
    begin, end = first.edtf.partition("/")[0], second.edtf.rpartition("/")[2]
    return f"{begin}/{end}" if begin < end else None
