"""Values of weeks, weekends, months, quarters, seasons, years and longer periods counted from an anchor."""

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


def calendar_week(view: View, context: Context) -> Reading | None:
    """„32. Kalenderwoche“, „KW 32“: an ISO week of the year given or of the publication's year."""
    number, year = view.number("n"), view.number("y") or context.published.year
    if not number or number > 53:
        return None
    if year is None:
        return Reading("DATE", f"XXXX-W{number:02d}", None, "none", "the year is not known")
    try:
        begin = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    given = view.number("y") is not None
    why = "as written" if given else f"year of the publication date {context.published}"
    anchor: Anchor = "text" if given else "published"
    return Reading("DATE", dates.week(begin), dates.week_interval(begin), anchor, why)


def schoolyear(view: View, context: Context) -> Reading | None:
    """„im laufenden Schuljahr“, „in der vergangenen Saison“: from August to July."""
    relation, published = view.text("rel") or "0", context.published
    if published.year is None or published.month is None or relation.startswith("T"):
        return Reading("DATE", "XXXX", None, "none", f"the publication date ({published}) does not reach")
    first = published.year - (published.month < int(view.text("schoolyear") or 8)) + int(relation)
    value = f"{first}/{first + 1}"
    return Reading("DATE", value, value, "published", f"counted from the publication date {published}")


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
    return from_publication(unit, steps, context, mod=mod)


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


def season(view: View, context: Context) -> Reading | None:
    """A season, of a year given or found by tense."""
    code, year, mod = view.text("season"), view.number("y"), view.text("mod")
    if code is None:
        return None
    number, first, _ = dates.SEASONS[code]
    anchor = "text"
    why = "as written"
    if year is None:
        published = context.published
        relation = "-1" if view.value("vorjahr") or view.value("of") else view.text("rel")
        if published.year is None or (relation and relation.startswith("T")):
            return Reading("DATE", f"XXXX-{code}", None, "none", "a season of a year that is not known", mod=mod)
        anchor, why = "published", f"season by the publication date {published}"
        year = published.year
        month = published.month
        told = looks(view, context)
        if view.rule == "season-rel" or month is None:
            year += int(relation or 0)
        else:
            running = year - (1 if code == "WI" and month <= 2 else 0)
            ended = running - (0 if _over(code, month) else 1)
            begun = running - (0 if month >= first or (code == "WI" and month <= 2) else 1)
            if relation is not None and int(relation) < 0:
                year = ended + int(relation) + 1
            elif relation is not None and int(relation) > 0:
                year = begun + int(relation)
            elif relation == "0":
                year = running
            elif told == PAST:
                year = begun
            else:
                year = begun if not _over(code, month) and begun == running else ended + 1
    edtf = f"{year:04d}-{number}"
    return Reading(
        "DATE",
        f"{year:04d}-{code}",
        edtf,
        "published" if anchor == "published" else "text",
        why,
        mod=mod,
        named=(year, None, None),
    )


def _over(code: str, month: int) -> bool:
    """Tell whether this year's season has ended by a month (winter ends next year)."""
    last = dates.SEASONS[code][2]
    return month > last if code != "WI" else False


def ordinalperiod(view: View, context: Context) -> Reading | None:
    """„das dritte Quartal 2024“, „die erste Jahreshälfte“."""
    number, unit, year = view.number("n"), view.text("q"), view.number("y")
    if number is None or number > (4 if unit == "Q" else 2) or number < 1:
        return None
    anchor = "text"
    if year is None:
        relation = view.text("rel") or "0"
        if context.published.year is None or relation.startswith("T"):
            return Reading("DATE", f"XXXX-{'Q' if unit == 'Q' else 'H'}{number}", None, "none", "the year is not known")
        step = -1 if view.value("of") else int(relation)
        if (
            step == 0
            and looks(view, context) == PAST
            and (context.published.month or 12) <= (number - 1) * (3 if unit == "Q" else 6)
        ):
            step = -1
        year, anchor = context.published.year + step, "published"
    timex = f"{year:04d}-{'Q' if unit == 'Q' else 'H'}{number}"
    edtf = f"{year:04d}-{(32 if unit == 'Q' else 39) + number}"
    why = "as written" if anchor == "text" else f"year by the publication date {context.published}"
    return Reading("DATE", timex, edtf, "published" if anchor == "published" else "text", why)


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
