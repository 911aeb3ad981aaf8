"""Values of days that a word names by itself: heute, gestern, morgen, and the feasts of the year."""

from __future__ import annotations

from quellenlage.layers.times import aims, dates
from quellenlage.layers.times.calendar import day_reading, looks, unpinned
from quellenlage.layers.times.context import Context
from quellenlage.layers.times.dates import Reading
from quellenlage.layers.times.scan import View
from quellenlage.layers.times.tense import FUTURE, PAST


def deictic(view: View, context: Context) -> Reading | None:
    """Heute, gestern, morgen, with a part of day or without."""
    offset = view.number("deictic")
    if offset is None:
        offset = view.number("heutig") or 0
    part = view.text("p")
    if part is None:
        value = view.text("w") or ""
        part = value.partition(":")[2] or (value if value.isalpha() else None)
    bare = view.rule == "deictic" and offset == 0
    named = not context.grammar.lists["dayword"].isdisjoint(context.before(view.begin))
    if bare and not (context.daily or named or aims.this_very_day(view, context)):
        return Reading("DATE", "PRESENT_REF", None, "none", "the present, not the day")
    today = context.published.day
    if today is None:
        return unpinned("XXXX-XX-XX", "counted from the day of publication", context, part=part)
    return day_reading(dates.shift(today, offset), f"counted from the publication date {today}", part=part)


def of_today(view: View, context: Context) -> Reading | None:
    """„die Welt von gestern“: past, present and future at large."""
    offset = view.number("deictic")
    offset = (view.number("morgen") or 0) if offset is None else offset
    if context.after(view.end) == ["an"]:  # „von heute an“
        return deictic(view, context)
    value = "PAST_REF" if offset < 0 else "FUTURE_REF" if offset else "PRESENT_REF"
    return Reading("DATE", value, None, "none", "a reference without a date")


def today_adjective(view: View, context: Context) -> Reading | None:
    """Heutig, gestrig: the day where the text is a report of the day, else the present."""
    offset = view.number("heutig")
    today = context.published.day
    if offset == 0 and (not context.daily or today is None):
        return Reading("DATE", "PRESENT_REF", None, "none", "the present, not the day")
    if today is None:
        return unpinned("XXXX-XX-XX", "counted from the day of publication", context)
    return day_reading(dates.shift(today, offset or 0), f"counted from the publication date {today}")


def holiday(view: View, context: Context) -> Reading | None:
    """A feast by name: in the year given, else before or after publication by tense."""
    code = view.text("hol")
    sunday = view.number("a")
    if sunday is not None:
        code = f"A-{7 * (4 - sunday)}" if 1 <= sunday <= 4 else None
    if code is None:
        return None
    year, relation = view.number("y"), view.text("rel")
    before = context.before(view.begin)
    if before and year is None and before[0].endswith(context.grammar.endings.get("named", ())):
        return Reading("DATE", "XXXX-XX-XX", None, "none", "a feast in a name")
    if year is not None:
        day = dates.feast(code, year)
        return day_reading(day, f"feast in {year}", anchored=False) if day else None
    today = context.published.day
    if today is None:
        fixed = f"XXXX-{code}" if code[0].isdigit() else "XXXX-XX-XX"
        if context.published.year is None:
            return Reading("DATE", fixed, None, "none", "a feast; the publication date is not known")
        return Reading(
            "DATE", fixed, f"{context.published.year:04d}", "published", f"a feast in the year of {context.published}"
        )
    told = PAST if relation and relation.startswith("-") else FUTURE if relation in {"1", "2"} else looks(view, context)
    years = (today.year - 1, today.year, today.year + 1)
    days = [day for y in years if (day := dates.feast(code, y))]
    if told == PAST:
        found = max((day for day in days if day <= today), default=None)
    elif told == FUTURE:
        found = min((day for day in days if day >= today), default=None)
    else:
        found = min(days, key=lambda day: abs((day - today).days), default=None)
    return day_reading(found, f"feast by the publication date {today}") if found else None
