"""Dates of publication as they are written in headers, pages and feeds, to EDTF. What is no date is None."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate
from functools import cache
from importlib.resources import files
from typing import Final


@cache
def months() -> dict[str, int]:
    """Return the number of each month's name, in lower case."""
    table = files("quellenlage.documents").joinpath("resources/months.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    return {name: int(number) for number, names in rows for name in names.split()}


_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:[T ]\d{1,2}[:.h]?\d{2}.{0,24})?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}.{0,12})?")
_SLASHED = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})\b.{0,24}")
_EDTF = re.compile(r"([0-9]{4})(?:-([0-9]{2}|XX))?(?:-([0-9]{2}|XX))?[~?%]?")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b.{0,24}")
_DAY_FIRST = re.compile(r"(?:\w+\.?,?\s)?(\d{1,2})(?:\.|st|nd|rd|th)?\s+([^\W\d]+)\.?,?\s+(\d{4})\b.{0,32}")
_MONTH_FIRST = re.compile(r"(?:\w+\.?,?\s)?([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b.{0,32}")
_MONTH_ONLY = re.compile(r"([^\W\d]+)\.?\s+(\d{4})")
_EARLIEST: Final = 1600  # the first newspaper (Strasbourg, 1605)
_LATEST: Final = 2100  # a fixed year, so that no result depends on the day of the run
_MAX_CHARS: Final = 80


def edtf(value: object) -> str | None:
    """Return the date as EDTF, to the day where a day is given, else to the month or year; None for what is no date.

    A timestamp gives the day as it is written there: it is not moved to another time zone. A number is a Unix time,
    in seconds or milliseconds, and gives the day in UTC. Days come first in dates
    with dots; ``05/06/2024`` is ambiguous: None.

    Args:
        value: Text or number as found.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _from_unix(float(value))
    if not isinstance(value, str):
        return None
    text = " ".join(value.split())
    if not text or len(text) > _MAX_CHARS:
        return None
    if re.fullmatch(r"\d{10}|\d{13}", text):
        return _from_unix(float(text))
    match = _EDTF.fullmatch(text)
    if match and (text[-1] in "~?%" or "XX" in text):
        month = 1 if match[2] in (None, "XX") else int(match[2])
        day = 1 if match[3] in (None, "XX") else int(match[3])
        return text if _day(int(match[1]), month, day) else None
    for pattern in (_ISO, _COMPACT, _SLASHED):
        if match := pattern.fullmatch(text):
            return _edtf(*(None if part is None else int(part) for part in match.groups()))
    if match := _DOTTED.fullmatch(text):
        return _edtf(int(match[3]), int(match[2]), int(match[1]))
    return _with_month_name(text)


def _with_month_name(text: str) -> str | None:
    if match := _DAY_FIRST.fullmatch(text):
        month = months().get(match[2].lower())
        return _edtf(int(match[3]), month, int(match[1])) if month else None
    if match := _MONTH_FIRST.fullmatch(text):
        month = months().get(match[1].lower())
        return _edtf(int(match[3]), month, int(match[2])) if month else None
    if match := _MONTH_ONLY.fullmatch(text):
        month = months().get(match[1].lower())
        return _edtf(int(match[2]), month, None) if month else None
    try:
        parsed = parsedate(text)  # RFC 5322, as in feeds
    except (ValueError, IndexError, TypeError):
        return None
    return _edtf(*parsed[:3]) if parsed else None


def _from_unix(seconds: float) -> str | None:
    if not 0 < seconds < 1e14:
        return None
    try:
        moment = datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, tz=UTC)
    except (OverflowError, ValueError, OSError):
        return None
    return _edtf(moment.year, moment.month, moment.day)


def _edtf(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    if year is None or not _day(year, 1 if month is None else month, 1 if day is None else day):
        return None
    if month is None:
        return f"{year:04}"
    return f"{year:04}-{month:02}" if day is None else f"{year:04}-{month:02}-{day:02}"


def _day(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has none such or no press report can be of it."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if _EARLIEST <= year <= _LATEST else None
