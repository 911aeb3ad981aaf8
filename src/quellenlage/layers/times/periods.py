"""Values of weeks, weekends, months, years, decades and centuries counted from an anchor."""

from __future__ import annotations

from datetime import date
from typing import Final

from quellenlage.layers.annotations import Anchor
from quellenlage.layers.times import dates
from quellenlage.layers.times.calendar import looks, unpinned
from quellenlage.layers.times.context import Context
from quellenlage.layers.times.dates import Reading
from quellenlage.layers.times.scan import View
from quellenlage.layers.times.tense import FUTURE, PAST

_UNKNOWN: Final = {
    "Y": "XXXX",
    "M": "XXXX-XX",
    "W": "XXXX-WXX",
    "D": "XXXX-XX-XX",
    "Q": "XXXX-QX",
    "SEM": "XXXX-HX",
    "DE": "XXX",
    "CE": "XX",
    "ML": "X",
}


_FROM_LEAD: Final = frozenset(("Y", "M", "Q", "SEM"))
"""Units long enough to be counted from the day that the first paragraph dates, where publication is not known."""

_DAY_OF_WEEK: Final = {"START": 0, "MID": 2}
"""Days from Monday to what „Wochenbeginn“ and „Wochenmitte“ name."""


def _period(
    unit: str, steps: int, year: int, month: int | None, day: date | None, *, anchor: str, why: str, mod: str | None
) -> Reading | None:
    """Return the period ``steps`` units from an anchor that is known to the year, the month or the day."""
    place: Anchor = "published" if anchor == "published" else "text"
    if unit == "Y":
        timex = f"{year + steps:04d}"
        return Reading("DATE", timex, timex, place, why, mod=mod, named=(year + steps, None, None))
    if unit == "DE":
        timex = f"{year // 10 + steps:03d}"
        return Reading("DATE", timex, f"{timex}X", place, why, mod=mod)
    if unit == "CE":
        timex = f"{year // 100 + steps:02d}"
        return Reading("DATE", timex, f"{timex}XX", place, why, mod=mod)
    if unit == "ML":
        return Reading("DATE", f"{year // 1000 + steps}", f"{year // 1000 + steps}XXX", place, why, mod=mod)
    if month is None:
        return None
    if unit == "M":
        y, m = dates.shift_months(year, month, steps)
        timex = f"{y:04d}-{m:02d}"
        return Reading("DATE", timex, timex, place, why, mod=mod, named=(y, m, None))
    if unit == "Q":
        y, m = dates.shift_months(year, (month - 1) // 3 * 3 + 1, 3 * steps)
        return Reading("DATE", f"{y:04d}-Q{m // 3 + 1}", f"{y:04d}-{33 + m // 3}", place, why, mod=mod)
    if unit == "SEM":
        y, m = dates.shift_months(year, (month - 1) // 6 * 6 + 1, 6 * steps)
        return Reading("DATE", f"{y:04d}-H{m // 6 + 1}", f"{y:04d}-{40 + m // 6}", place, why, mod=mod)
    if day is None:
        return None
    if unit == "W":
        there = dates.shift(day, 7 * steps)
        return Reading("DATE", dates.week(there), dates.week_interval(there), place, why, mod=mod)
    there = dates.shift(day, steps)
    return Reading(
        "DATE", there.isoformat(), there.isoformat(), place, why, mod=mod, named=(there.year, there.month, there.day)
    )


def from_publication(unit: str, steps: int, context: Context, *, mod: str | None = None) -> Reading | None:
    """Return the period ``steps`` units from the publication date; underspecified where that date does not reach."""
    published = context.published
    lead = context.now if published.year is None and unit in _FROM_LEAD else None
    if lead is not None and lead.year is not None:
        why = f"counted from the date of the lead, {lead}"
        found = _period(unit, steps, lead.year, lead.month, None, anchor="text", why=why, mod=mod)
        if found is not None:
            return found
    if published.year is not None:
        why = f"counted from the publication date {published}"
        found = _period(
            unit, steps, published.year, published.month, published.day, anchor="published", why=why, mod=mod
        )
        if found is not None:
            return found
        if unit == "D":
            return unpinned("XXXX-XX-XX", "counted from the day of publication", context)
    return Reading("DATE", _UNKNOWN[unit], None, "none", f"the publication date ({published}) does not reach", mod=mod)


def from_named(unit: str, steps: int, context: Context, *, mod: str | None = None) -> Reading | None:
    """Return the period ``steps`` units from the date the text named last."""
    last = context.last_day if unit in {"D", "W"} else context.last
    if last is not None:
        why = (
            f"counted from {last.year:04d}"
            + (f"-{last.month:02d}" if last.month else "")
            + (f"-{last.day:02d}" if last.day else "")
            + ", named before"
        )
        found = _period(unit, steps, last.year, last.month, last.date, anchor="text", why=why, mod=mod)
        if found is not None:
            return found
    return Reading("DATE", _UNKNOWN[unit], None, "none", "leans on a date the text does not give", mod=mod)


def relperiod(view: View, context: Context) -> Reading | None:
    """„vergangene Woche“, „im nächsten Jahr“, „Anfang des Jahres“, „im selben Monat“."""
    unit, mod = view.text("unit"), view.text("mod")
    if unit not in _UNKNOWN:
        return None
    relation = view.text("rel") or "0"
    if relation.startswith("T"):
        return from_named(unit, int(relation[1:]), context, mod=mod)
    if unit == "D":
        if int(relation) < 0:
            return None
        return from_named("D", int(relation), context)
    return from_publication(unit, int(relation), context, mod=mod)


def edge(view: View, context: Context) -> Reading | None:
    """Jahresende, Monatsanfang, Wochenmitte: the period itself with a mod."""
    unit, _, mod = (view.text("edge") or "").partition(":")
    year = view.number("y")
    if year is not None:
        return Reading("DATE", f"{year:04d}", f"{year:04d}", "text", "as written", mod=mod, named=(year, None, None))
    told = looks(view, context)
    month = context.published.month or 6
    steps = 0
    if unit == "Y" and told == PAST and mod == "END" and month < 11:
        steps = -1
    if unit == "Y" and told == FUTURE and mod == "START" and month > 2:
        steps = 1
    if unit == "W" and mod in _DAY_OF_WEEK and context.published.day is not None:
        return _in_week(told, _DAY_OF_WEEK[mod], mod, context.published.day)
    return from_publication(unit, steps, context, mod=mod)


def _in_week(told: int | None, number: int, mod: str, today: date) -> Reading:
    """Return „zu Wochenbeginn“ or „zur Wochenmitte“: a week for TIMEX3, its Monday or Wednesday as a date."""
    day = dates.shift(dates.monday(today), number)
    if told == FUTURE and day < today:
        day = dates.shift(day, 7)
    elif told == PAST and day > today:
        day = dates.shift(day, -7)
    why = f"counted from the publication date {today}"
    return Reading("DATE", dates.week(day), day.isoformat(), "published", why, mod=mod)


def vorjahr(view: View, context: Context) -> Reading | None:
    """Vorjahr, Vormonat, Vorwoche, Vortag and their compounds."""
    unit = view.text("vorjahr") or ""
    if unit == "D":
        return from_named("D", -1, context) if context.last_day else from_publication("D", -1, context)
    if unit in {"YM", "YQ"}:
        return from_publication("Y", -1, context)
    if unit == "S":
        return from_publication("Y", -1, context)
    return from_publication(unit, -1, context)


def folgejahr(view: View, context: Context) -> Reading | None:
    """Folgejahr, Folgetag: one on from the date the text named last."""
    return from_named(view.text("folgejahr") or "Y", 1, context)


def weekend(view: View, context: Context) -> Reading | None:
    """A weekend, as an interval of two days."""
    today = context.published.day
    if today is None:
        timex = "XXXX-WXX-WE"
        return Reading("DATE", timex, None, "none", f"the publication date ({context.published}) does not reach")
    saturday = dates.shift(dates.monday(today), 5)
    relation = view.text("rel")
    told = looks(view, context)
    if relation in {"1", "2"}:
        saturday = dates.shift(saturday, 7 * (int(relation) - (today < saturday)))
    elif relation in {"-1", "-2"}:
        saturday = dates.shift(saturday, 7 * int(relation))
    elif told in {PAST, None} and today < saturday and relation is None:
        saturday = dates.shift(saturday, -7)
    edtf = dates.interval(saturday, dates.shift(saturday, 1))
    why = f"weekend by the publication date {today}"
    return Reading("DATE", dates.week(saturday) + "-WE", edtf, "published", why)


def century(view: View, context: Context) -> Reading | None:
    """„das 20. Jahrhundert“ is the hundred years 19XX; a millennium likewise."""
    number, unit = view.number("n"), view.text("c")
    if not number or number > 30:
        return None
    digits = f"{number - 1:02d}" if unit == "CE" else f"{number - 1}"
    return Reading(
        "DATE", digits, digits + ("XX" if unit == "CE" else "XXX"), "text", "as written", mod=view.text("mod")
    )


def decade(view: View, context: Context) -> Reading | None:
    """„die fünfziger Jahre“, „1990er“: the latest such decade that had begun at publication."""
    start = view.number("decadew")
    if start is None:
        start = view.number("dn")
    if start is None:
        return None
    why = "as written"
    if start < 100:
        reference = context.published.year or 2020
        why = f"latest such decade before {reference}"
        start += (reference - 10 - start) // 100 * 100
    timex = f"{start // 10:03d}"
    mod = view.text("mod") or view.text("late")
    return Reading("DATE", timex, f"{timex}X", "text", why, mod=mod)


def yearpair(view: View, context: Context) -> Reading | None:
    """„2024/25“: a school, business or playing year, as an interval of both years."""
    year = view.number("y")
    if year is None:
        return None
    return Reading("DATE", f"{year}/{year + 1}", f"{year}/{year + 1}", "text", "as written", named=(year, None, None))


def yearrest(view: View, context: Context) -> Reading | None:
    """The second half of „1925-26“."""
    year, rest = view.number("y"), view.number("y2")
    if year is None or rest is None:
        return None
    end = year // 100 * 100 + rest
    return Reading("DATE", f"{end}", f"{end}", "text", "century of the year before", named=(end, None, None))
