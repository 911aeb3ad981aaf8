"""Values of days and longer stretches counted on from a date: „zwei Tage später“, „heute in einer Woche“."""

from __future__ import annotations

from datetime import date
from typing import Final

from quellenlage.layers.times import dates
from quellenlage.layers.times.calendar import day_reading, unpinned
from quellenlage.layers.times.context import Context
from quellenlage.layers.times.dates import Reading
from quellenlage.layers.times.scan import View
from quellenlage.layers.times.spans import count_of, duration

_NEAR: Final = 300  # tokens, blanks included: a paragraph
_STORY: Final = 1000  # tokens, blanks included, from the start of something to its third week


def duration_shift(view: View, context: Context) -> Reading | None:
    """„zwei Jahre zuvor“, „drei Tage später“: a duration, counted from the date the text named last."""
    found = duration(view, context)
    if found is None:
        return None
    count, unit, sign = count_of(view, "n") or "X", view.text("u") or "", view.number("later") or 0
    last = context.last_day if unit in {"D", "W"} else context.last
    edtf = None
    if last is not None and view.begin - last.token < _NEAR and count.isdigit() and found.mod is None:
        edtf = _moved(last.year, last.month, last.date, sign * int(count), unit)
    if edtf is None:
        return found._replace(edtf=None, anchor="none", why="a length of time from a date that is not told")
    return found._replace(edtf=edtf, anchor="text", why="counted from the date named before")


def _moved(year: int, month: int | None, day: date | None, count: int, unit: str) -> str | None:
    """Return the date some units on from one known to the year, month or day, to the precision that both have."""
    if unit == "D" and day is not None:
        return dates.shift(day, count).isoformat()
    if unit == "W" and day is not None:
        return dates.shift(day, 7 * count).isoformat()
    if unit == "M" and month is not None:
        there = dates.shift_months(year, month, count)
        return f"{there[0]:04d}-{there[1]:02d}" if 0 < there[0] <= date.max.year else None
    if unit == "Y" and 0 < year + count <= date.max.year:
        return f"{year + count:04d}"
    return None


def nth_period(view: View, context: Context) -> Reading | None:
    """„in der dritten Woche“, „am zweiten Tag“: counted from the day on which the text says that something began."""
    number, unit = view.number("n") or 1, view.text("u") or "D"
    start = context.start.date if context.start and view.begin - context.start.token < _STORY else None
    if start is None or number > 100:
        unknown = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}[unit]
        return Reading("DATE", unknown, None, "none", "counted from a start that the text does not date")
    why = f"counted from the start on {start}"
    if unit == "W":
        there = dates.shift(start, 7 * (number - 1))
        return Reading("DATE", dates.week(there), dates.week_interval(there), "text", why)
    if unit == "D":
        return day_reading(dates.shift(start, number - 1), why, anchored=False)
    year, month = dates.shift_months(start.year, start.month, number - 1)
    timex = f"{year:04d}-{month:02d}" if unit == "M" else f"{start.year + number - 1:04d}"
    return Reading("DATE", timex, timex, "text", why)


def day_shift(view: View, context: Context) -> Reading | None:
    """„heute in einer Woche“, „heute vor 20 Jahren“, „Donnerstag vor einer Woche“: exact to the day."""
    today, count, unit = context.published.day, count_of(view, "n"), view.text("u")
    weekday = view.number("w")
    if count is None or unit not in {"D", "W", "M", "Y"} or (weekday is not None and unit != "W"):
        return None
    if today is None:
        timex = f"XXXX-WXX-{weekday}" if weekday else "XXXX-XX-XX"
        return unpinned(timex, "counted from the publication", context)
    sign = -1 if view.value("back") else 1
    day = dates.shift(today, view.number("deictic") or 0)
    if weekday is not None:
        day = (dates.weekday_before if sign < 0 else dates.weekday_after)(today, weekday, strict=False)
    found: date | None
    if unit in {"D", "W"}:
        found = dates.shift(day, sign * int(count) * (7 if unit == "W" else 1))
    else:
        year, month = dates.shift_months(day.year, day.month, sign * int(count) * (12 if unit == "Y" else 1))
        found = dates.safe_date(year, month, day.day)
    return None if found is None else day_reading(found, f"counted from the publication date {today}")
