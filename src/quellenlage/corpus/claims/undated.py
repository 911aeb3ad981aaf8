"""Days without a year in articles without a publication date, read by the story's other articles.

``Am 30. September wird weiterverhandelt`` says no year, and an article that does not say when it appeared gives none.
The articles that tell the same story do: the year is the one that brings the day nearest to them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from statistics import median_low
from typing import Final

from quellenlage import edtf
from quellenlage.corpus.claims.assertions import Assertion
from quellenlage.layers.annotations import Time

_YEARLESS: Final = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")
_MIDDLE: Final = 15
"""The day that stands for a month."""


def with_years(found: Sequence[Assertion], published: Sequence[str | None]) -> list[Assertion]:
    """Return the assertions, days and months without a year in the one nearest to the story's publication dates.

    Args:
        found: The assertions of a story.
        published: The publication dates (EDTF) of its articles; None where one is unknown.
    """
    days = [first for value in published if (first := edtf.bounds(value)[0]) is not None]
    if not days or None not in published:
        return list(found)
    near = date.fromordinal(median_low(day.toordinal() for day in days))
    return [replace(a, dates=tuple(_dated(time, near) for time in a.dates)) if a.dates else a for a in found]


def _dated(time: Time, near: date) -> Time:
    match = _YEARLESS.fullmatch(time.timex) if time.edtf is None else None
    if match is None:
        return time
    day = int(match[2] or _MIDDLE)
    years: list[tuple[int, int]] = []
    for year in (near.year - 1, near.year, near.year + 1):
        try:
            years.append((abs((date(year, int(match[1]), day) - near).days), year))
        except ValueError:  # 29 February, or no day at all
            continue
    return replace(time, edtf=f"{min(years)[1]}{time.timex[4:]}") if years else time
