"""Calendar arithmetic and the two notations: TIMEX3 values and EDTF."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, NamedTuple

from quellenlage.layers.annotations import Anchor, TimexType

SEASONS: Final = {"SP": (21, 3, 5), "SU": (22, 6, 8), "FA": (23, 9, 11), "WI": (24, 12, 2)}
"""TIMEX3 season: EDTF season, first month, last month (meteorological, northern half)."""


class Reading(NamedTuple):
    """What an action makes of a span, before it is tied to the text.

    Attributes:
        type: TIMEX3 type.
        timex: TIMEX3 value.
        edtf: EDTF value or None.
        anchor: What it was computed from.
        why: The same in words.
        mod: TIMEX3 mod.
        quant: TIMEX3 quant.
        freq: TIMEX3 freq.
        since: Of a duration, the EDTF date that lies so long before publication.
        named: The date that later expressions of the text may lean on: ``(year, month or None, day or None)``.
    """

    type: TimexType
    timex: str
    edtf: str | None
    anchor: Anchor
    why: str
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    named: tuple[int, int | None, int | None] | None = None
    since: str | None = None


def safe_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift(day: date, days: int) -> date:
    """Return the day some days later, held within the years 1 to 9999."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def shift_months(year: int, month: int, months: int) -> tuple[int, int]:
    """Return year and month some months later."""
    index = year * 12 + month - 1 + months
    return index // 12, index % 12 + 1


def week(day: date) -> str:
    """Return the ISO week of a day (``1995-W15``)."""
    year, number, _ = day.isocalendar()
    return f"{year:04d}-W{number:02d}"


def monday(day: date) -> date:
    """Return the Monday of a day's week."""
    return shift(day, -day.weekday())


def interval(begin: date, end: date) -> str:
    """Return an EDTF interval of days."""
    return f"{begin.isoformat()}/{end.isoformat()}"


def week_interval(day: date) -> str:
    """Return the week of a day, Monday to Sunday, as an EDTF interval."""
    return interval(monday(day), shift(monday(day), 6))


def weekday_before(day: date, number: int, *, strict: bool) -> date:
    """Return the latest day with weekday ``number`` (Monday is 1) not after ``day``; before it where ``strict``."""
    back = (day.isoweekday() - number) % 7
    return day - timedelta(days=back or (7 if strict else 0))


def weekday_after(day: date, number: int, *, strict: bool) -> date:
    """Return the first day with weekday ``number`` (Monday is 1) not before ``day``; after it where ``strict``."""
    ahead = (number - day.isoweekday()) % 7
    return shift(day, ahead or (7 if strict else 0))


def easter(year: int) -> date:
    """Return Easter Sunday of the Western churches."""
    from dateutil.easter import easter as compute  # type: ignore[import-untyped,unused-ignore]

    found: date = compute(year)
    return found


def feast(code: str, year: int) -> date | None:
    """Return the day of a feast: ``12-24`` is fixed, ``E49`` counts from Easter, ``A-7`` from the fourth Advent."""
    if code[0] == "E":
        return shift(easter(year), int(code[1:])) if 1583 <= year <= 4099 else None
    if code[0] == "A":
        return shift(weekday_before(date(year, 12, 24), 7, strict=False), int(code[1:]))
    month, day = code.split("-")
    return safe_date(year, int(month), int(day))
