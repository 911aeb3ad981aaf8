"""EDTF values (ISO 8601-2): which days they admit, how they sort, whether two can be the same day, how they read.

Understood are the forms the dossier uses: years, months, days and times of day, ``X`` for unknown digits, seasons (21
to 24), quarters (33 to 36) and halves (40, 41) of a year, the qualifiers ``~``, ``?`` and ``%``, and intervals with
open ends (``..`` or nothing). A value outside them bounds nothing: it is never read as some date.
"""

from __future__ import annotations

import json
import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

Bounds = tuple[date | None, date | None]
SortKey = tuple[int, int, str, int, str]

_POINT: Final = re.compile(
    r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2})(?:T(?P<hour>\d\d)(?::(?P<minute>\d\d))?(?::\d\d)?)?)?)?"
    r"(?P<qualifier>[~?%]?)"
)
_SEASONS: Final = {
    21: (3, 5),
    22: (6, 8),
    23: (9, 11),
    24: (12, 14),  # December to February of the next year: meteorological winter of the northern half
    33: (1, 3),
    34: (4, 6),
    35: (7, 9),
    36: (10, 12),
    40: (1, 6),
    41: (7, 12),
}
_UNDATED: Final = date.max.toordinal() + 1


class _Point(NamedTuple):
    """One end of an EDTF value: its parts as written, the days it admits, and its qualifier (or an empty string)."""

    year: str
    month: str | None
    day: str | None
    clock: str | None
    first: date | None
    last: date | None
    qualifier: str


def _range(digits: str, low: int, high: int) -> tuple[int, int]:
    """Return the least and greatest number that ``digits`` (``X`` is any) can be, kept within ``low`` to ``high``."""
    return max(low, int(digits.replace("X", "0"))), min(high, int(digits.replace("X", "9")))


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


@lru_cache(maxsize=4096)
def _point(text: str) -> _Point | None:
    match = _POINT.fullmatch(text)
    if match is None:
        return None
    year, month, day, qualifier = match["year"], match["month"], match["day"], match["qualifier"]
    clock = None if match["hour"] is None else f"{match['hour']}:{match['minute'] or '00'}"
    first: date | None = None
    last: date | None = None
    years = _range(year, 1, 9999)
    if year == "XXXX" or years[0] > years[1]:
        return _Point(year, month, day, clock, None, None, qualifier)
    if month is None:
        first, last = date(years[0], 1, 1), date(years[1], 12, 31)
    elif month.isdigit() and int(month) in _SEASONS:
        if day is not None or years[1] == 9999:
            return None
        start, end = _SEASONS[int(month)]
        first, last = date(years[0], start, 1), _month_end(years[1] + (end > 12), (end - 1) % 12 + 1)
    else:
        months = _range(month, 1, 12)
        if months[0] > months[1]:
            return None
        first, last = date(years[0], months[0], 1), _month_end(years[1], months[1])
        if day is not None:
            days = _range(day, 1, last.day)
            if days[0] > days[1]:
                return None
            first, last = (
                first.replace(day=min(days[0], monthrange(first.year, first.month)[1])),
                last.replace(day=days[1]),
            )
    return _Point(year, month, day, clock, first, last, qualifier)


def _ends(value: str) -> tuple[_Point | None, _Point | None] | None:
    """Split a value into its ends (one date: the same twice); an open end is None, a malformed value is None."""
    begin, slash, end = value.partition("/")
    if not slash:
        point = _point(value)
        return None if point is None else (point, point)
    ends = tuple(None if part in {"", ".."} else _point(part) for part in (begin, end))
    if any(point is None and part not in {"", ".."} for point, part in zip(ends, (begin, end), strict=True)):
        return None
    return (ends[0], ends[1]) if ends != (None, None) else None


def bounds(value: str | None) -> Bounds:
    """Return the first and the last day that a value admits.

    Args:
        value: An EDTF value or None.

    Returns:
        Two dates; None for an end that is open or unknown, both None where the value is None, has no known year or is
        not understood.
    """
    ends = _ends(value) if value else None
    if ends is None:
        return None, None
    return ends[0].first if ends[0] else None, ends[1].last if ends[1] else None


def sort_key(value: str | None) -> SortKey:
    """Return a key that sorts values by first day, then time of day, then precision; undated values come last.

    An interval open at its start sorts at its end. Of two values with the same first day the longer one comes first, so
    that a year stands before its January.
    """
    first, last = bounds(value)
    if first is None and last is None:
        return _UNDATED, 0, "", 0, value or ""
    begin = (first or last or date.max).toordinal()
    ends = _ends(value or "")
    clock = (ends[0].clock or "") if ends and ends[0] else ""
    length = (last or date.max).toordinal() - begin
    return begin, 1 if clock else 0, clock, -length, value or ""


def _slack(point: _Point | None) -> timedelta:
    """How far an approximate end may lie from what it says: one unit of its own precision to either side."""
    if point is None or point.qualifier not in {"~", "%"} or point.first is None or point.last is None:
        return timedelta(0)
    return point.last - point.first + timedelta(days=1)


def compatible(a: str | None, b: str | None) -> bool:
    """Tell whether both values admit the same day. A value that bounds nothing is compatible with every other."""
    windows: list[tuple[int, int]] = []
    for value in (a, b):
        first, last = bounds(value)
        ends = _ends(value or "") or (None, None)
        low = first.toordinal() - _slack(ends[0]).days if first else 0
        high = last.toordinal() + _slack(ends[1]).days if last else _UNDATED
        windows.append((low, high))
    return windows[0][0] <= windows[1][1] and windows[1][0] <= windows[0][1]


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, str]]:
    text = files("quellenlage").joinpath("resources/edtf-words.json").read_text("utf-8")
    words: dict[str, dict[str, str]] = json.loads(text)
    return words


def _display_point(point: _Point, words: dict[str, str]) -> str:
    year = point.year.lstrip("0") or "0"
    if "X" in year:
        unknown = year.count("X")
        known = point.year.rstrip("X")
        if not known or "X" in known or unknown > 2:
            text = words["undated"]
        elif unknown == 1:
            text = words["decade"].format(year=f"{int(known)}0")
        else:
            text = words["century"].format(number=int(known) + 1)
    elif point.month is None:
        text = year
    elif not point.month.isdigit():
        text = words["day_in"].format(period=year) if point.day else words["month_in"].format(period=year)
    elif int(point.month) > 12:
        text = words[f"season{int(point.month)}"].format(year=year)
    else:
        month = words[f"month{int(point.month)}"]
        if point.day is None:
            text = words["month"].format(month=month, year=year)
        elif not point.day.isdigit():
            text = words["day_in_month"].format(period=words["month"].format(month=month, year=year))
        else:
            text = words["day"].format(day=int(point.day), month=month, year=year)
            if point.clock:
                text = words["clock"].format(day=text, clock=point.clock)
    return words[f"qualifier{point.qualifier}"].format(date=text) if point.qualifier else text


def display(value: str | None, *, language: str = "de") -> str:
    """Return a value as a reader would write it, with its uncertainty.

    Args:
        value: An EDTF value or None.
        language: ``de`` or ``en``.

    Returns:
        ``16. Juli 2025``, ``an einem Tag im November 2023``, ``Sommer 2024``, ``etwa 2021``, ``2024 bis 2026``; a value
        that is not understood as it stands.
    """
    words = _words()[language]
    if not value:
        return words["undated"]
    ends = _ends(value)
    if ends is None:
        return value
    begin, end = ends
    if begin is None or end is None:
        point, word = (end, "until") if begin is None else (begin, "from")
        return value if point is None else words[word].format(date=_display_point(point, words))
    if begin is end or begin == end:
        return _display_point(begin, words)
    same_month = (begin.year, begin.month) == (end.year, end.month)
    plain = bool(begin.day and begin.day.isdigit() and end.day and end.day.isdigit()) and not (begin.clock or end.clock)
    if same_month and plain and not begin.qualifier and not end.qualifier:
        return words["days"].format(first=int(begin.day or 0), rest=_display_point(end, words))
    return words["span"].format(begin=_display_point(begin, words), end=_display_point(end, words))
