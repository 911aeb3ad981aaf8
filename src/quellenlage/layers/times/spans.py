"""Values of durations, recurring times, times of day, and references to past, present and future."""

from __future__ import annotations

from datetime import date
from typing import Final

from quellenlage.layers.annotations import Anchor
from quellenlage.layers.times import dates
from quellenlage.layers.times.calendar import day_reading, unpinned
from quellenlage.layers.times.context import Context
from quellenlage.layers.times.dates import Reading
from quellenlage.layers.times.scan import View
from quellenlage.layers.times.tense import FUTURE, PAST, PRESENT, plans

_CLOCK_UNITS: Final = {"H": "H", "MIN": "M", "S": "S"}
_NEAR: Final = 300  # tokens, blanks included: a paragraph
_SAME_STORY: Final = 7  # days; a part of a day told in the past belongs to a day so near that was just named
_YESTERDAY: Final = 2  # the same, for a day named paragraphs before
_FOLLOWS: Final = 40  # tokens, blanks included: the sentence after
_SOME_DAYS: Final = 7  # „vor einigen Tagen“ reaches no further back
_FAR: Final = 500  # units; nobody counts back further to a date
_ROUND: Final = 10  # „vor zwanzig Jahren“ is said of eighteen, „vor 31 Jahren“ is not
_POINTING: Final = frozenset(("T0", "T1", "T-1"))
_ARTICLES: Final = frozenset(("den", "der", "dem", "die", "the"))
_MAGNITUDE: Final = 1_000_000  # a count above it is no duration anyone gives


def amount(count: str, unit: str) -> str:
    """Return a TIMEX3 duration: ``P3Y``, ``PT2H``, ``PXD``."""
    return f"PT{count}{_CLOCK_UNITS[unit]}" if unit in _CLOCK_UNITS else f"P{count}{unit}"


def count_of(view: View, name: str) -> str | None:
    """Return how many units a captured number word gives, as TIMEX3 writes it; None without one or beyond a million."""
    word = view.word(name)
    if word is None:
        return None
    if word.category == "indef":
        return "1"
    if isinstance(word.value, int) and word.value > _MAGNITUDE:
        return None
    return str(word.value)


def duration(view: View, context: Context) -> Reading | None:
    """A length of time; behind „vor“ it also tells an approximate date."""
    count = count_of(view, "n")
    word = view.word("u")
    unit = "WE" if word and word.category == "weekend" else view.text("u") or view.text("unit")
    if unit is None:
        return None
    if count is None:
        count = "1" if view.value("one") else "X"
    if view.value("frac") is not None:
        count = f"{count}.{context.tokens.words[view.word('frac').token]}"  # type: ignore[union-attr]
    timex = amount(count, unit)
    second = count_of(view, "n2") if view.value("u2") else None
    if second is not None:
        rest = amount(second, str(view.value("u2")))
        timex += rest[2:] if timex.startswith("PT") and rest.startswith("PT") else rest[1:]
    mod = view.text("apx") or view.text("comp") or view.text("adj")
    mod = None if mod == "NONE" else mod
    edtf, why = None, "a length of time"
    before = context.before(view.begin)
    ago = bool(view.value("ago")) or not context.grammar.lists["ago"].isdisjoint(before)
    if ago and count == "X" and unit in {"D", "W"}:
        context.vague = view.begin
    since = None
    if count.isdigit() and second is None:
        since = _counted(-int(count), unit, context, exact=mod is None)
        if ago:
            edtf, why = since, f"counted back from the publication date {context.published}"
            why = why if edtf else "a length of time before a date that is not known"
        elif not context.grammar.lists["hence"].isdisjoint(before) and _to_come(view, context):
            edtf = _counted(int(count), unit, context, exact=mod is None)
            why = f"counted on from the publication date {context.published}" if edtf else why
    return Reading("DURATION", timex, edtf, "published" if edtf else "none", why, mod=mod, since=since)


def _to_come(view: View, context: Context) -> bool:
    """Tell whether a count behind „in“ leads to a day to come („in drei Wochen soll …“); with the past none."""
    first = context.tokens.words[view.begin].lower()
    told = context.direction(view.begin, view.end)
    german = context.grammar.language == "de"
    planned = german and told == PRESENT and plans(context.tokens.words, view.begin, view.end, context.grammar)
    return first not in _ARTICLES and (told == FUTURE or planned)


def _counted(count: int, unit: str, context: Context, *, exact: bool) -> str | None:
    """Return the date some units from publication, to the unit; „rund“ and round numbers make it approximate."""
    today, published = context.published.day, context.published
    if published.year is None or abs(count) > _FAR or not 0 < published.year + count <= date.max.year:
        return None
    about = "" if exact and (abs(count) < _ROUND or count % _ROUND) else "~"
    if unit == "Y":
        return f"{published.year + count:04d}{about}"
    if unit == "M" and published.month is not None:
        year, month = dates.shift_months(published.year, published.month, count)
        return f"{year:04d}-{month:02d}{about}"
    if today is not None and unit in {"D", "W"}:
        return f"{dates.shift(today, count * (7 if unit == 'W' else 1)).isoformat()}{about}"
    return None


def lang(view: View, context: Context) -> Reading | None:
    """Jahrelang, tagelang."""
    return Reading("DURATION", view.text("lang") or "PXX", None, "none", "a length of time not counted")


def lasting(view: View, context: Context) -> Reading | None:
    """Dreitägig, mehrstündig, „eine zweijährige Haftstrafe“."""
    count, _, unit = (view.text("lasting") or "").partition(":")
    mod = view.text("apx") or view.text("comp")
    return Reading(
        "DURATION", amount(count, unit), None, "none", "a length of time", mod=None if mod == "NONE" else mod
    )


def fixed_duration(view: View, context: Context) -> Reading | None:
    """Viertelstunde, Vierteljahr: lengths that one word gives."""
    value = view.text("halfhour")
    if value is None:
        value = {"Y": "P3M", "D": "P9M"}.get(view.text("halfyear") or "")
    return None if value is None else Reading("DURATION", value, None, "none", "a length of time")


def set_adverb(view: View, context: Context) -> Reading | None:
    """Täglich, jährlich."""
    return Reading("SET", view.text("freqadv") or "", None, "none", "a recurring time", freq="1X")


def set_every(view: View, context: Context) -> Reading | None:
    """„jedes Jahr“, „alle vier Jahre“, „jeden Montag“, „jeden letzten Donnerstag im Monat“."""
    quant = view.text("quantor") or "EVERY"
    value = view.text("w")
    if value is not None:
        if view.rule == "every-nth-wd-month":
            return Reading("SET", "P1M", None, "none", "a day that recurs in a month", quant=quant, freq="1X")
        day, _, part = value.partition(":")
        timex = f"XXXX-WXX-{day}" + (f"T{part}" if part else "")
        return Reading("SET", timex, None, "none", "a recurring day", quant=quant)
    if view.text("season"):
        return Reading("SET", f"XXXX-{view.text('season')}", None, "none", "a recurring season", quant=quant)
    if view.text("part"):
        return Reading("SET", f"XXXX-XX-XXT{view.text('part')}", None, "none", "a recurring time of day", quant=quant)
    unit = "WE" if view.value("weekend") else view.text("unit") or view.text("u")
    if unit is None:
        return None
    count = count_of(view, "n") or count_of(view, "o") or "1"
    return Reading("SET", amount(count, unit), None, "none", "a recurring time", quant=quant)


def set_per(view: View, context: Context) -> Reading | None:
    """„pro Jahr“, „zweimal im Monat“."""
    unit = view.text("unit") or view.text("u")
    return None if unit is None else Reading("SET", amount("1", unit), None, "none", "a rate", freq="1X")


def weekday_set(view: View, context: Context) -> Reading | None:
    """Montags, „Mittwoch vormittags“."""
    part = view.text("p")
    timex = f"XXXX-WXX-{view.text('w')}" + (f"T{part}" if part else "")
    return Reading("SET", timex, None, "none", "a recurring day", quant="EVERY")


def partset(view: View, context: Context) -> Reading | None:
    """Morgens, nachts."""
    return Reading("SET", f"XXXX-XX-XXT{view.text('partset')}", None, "none", "a recurring time of day", quant="EVERY")


def ref(view: View, context: Context) -> Reading | None:
    """Damals, jetzt, künftig: no date, but where on the line of time."""
    value = view.text("ref") or view.text("gerade")
    return None if value is None else Reading("DATE", value, None, "none", "a reference without a date")


def _day_for_clock(view: View, context: Context) -> tuple[str, str | None, Anchor, str]:
    """Return the day of a time of day (TIMEX3, EDTF, anchor, why): the one just named, else the publication's."""
    last = context.last_day
    each = context.days_each(view.begin)
    if each is not None:
        return each[0].isoformat(), dates.interval(*each), "text", f"on each day from {each[0]} to {each[1]}"
    if (
        last is not None
        and last.date is not None
        and (
            context.same_sentence(last.token, view.begin)
            or (view.begin - last.token < _FOLLOWS and not context.breaks(last.token, view.begin))
        )
    ):
        return last.date.isoformat(), last.date.isoformat(), "text", f"day named before: {last.date}"
    today = context.published.day
    if today is not None and context.day_untold(view.begin):
        found = _open_day(today, None)
        return found.timex, found.edtf, found.anchor, found.why
    past = context.past_day
    if past is not None and past.date is not None and context.direction(view.begin, view.end) == PAST:
        day = _day_told(view, context)
        if day is not None:
            return day.isoformat(), day.isoformat(), "text", f"day named before: {day}"
    if today is not None:
        return today.isoformat(), today.isoformat(), "published", f"day of the publication {today}"
    found = unpinned("XXXX-XX-XX", "a time of day", context)
    return found.timex, found.edtf, found.anchor, found.why


def clock(view: View, context: Context) -> Reading | None:
    """A time on the clock.

    The EDTF value is ISO 8601. TIMEX3 keeps the figures of a German hour as they are written (``T8:30`` of „8.30 Uhr“,
    but ``T08:30`` of „halb neun“): KRAUTS does so throughout.
    """
    word = view.word("h")
    hour = 1 if word is not None and word.category == "indef" else view.number("h")
    minute = view.number("min") or 0
    if hour is None or hour > 24:
        return None
    if view.value("half"):
        hour, minute = hour - 1, 30
    if view.value("back"):
        hour -= 1
    hour %= 25
    day, edtf, anchor, why = _day_for_clock(view, context)
    if (view.text("p") in {"EV", "AF"} or view.text("ampm") == "PM") and hour < 12:
        hour += 12
    if view.text("ampm") == "AM" and hour == 12:
        hour = 0
    precise = view.value("min") is not None or view.value("half") is not None
    full = f"{edtf}T{hour:02d}" + (f":{minute:02d}" if precise else "") if edtf and not {"X", "/"} & set(edtf) else edtf
    figures = context.tokens.words[word.token] if word is not None and context.grammar.language == "de" else ""
    shown = figures if figures == str(hour) else f"{hour:02d}"
    return Reading("TIME", f"{day}T{shown}:{minute:02d}", full, anchor, why)


def _open_day(today: date, code: str | None) -> Reading:
    """Return a time of day „vor einigen Tagen“: of the publication month, where that reaches back some days."""
    known = f"{today.year:04d}-{today.month:02d}-XX" if today.day > _SOME_DAYS else None
    timex = (known or "XXXX-XX-XX") + (f"T{code}" if code else "")
    why = f"some days before the publication date {today}"
    return Reading("TIME", timex, known, "published" if known else "none", why)


def _day_told(view: View, context: Context) -> date | None:
    """Return the day, named in a sentence before, that a part of the day or an hour is told of."""
    today, told = context.published.day, context.direction(view.begin, view.end)
    last = context.last_day
    if told == PAST and last is not None and today is not None and last.date is not None and last.date > today:
        last = context.past_day
    if today is None or last is None or last.date is None:
        return None
    # a report of yesterday stays on that day throughout
    near = abs((today - last.date).days) < (_SAME_STORY if view.begin - last.token < _NEAR else _YESTERDAY)
    coming = last.date > today and not context.breaks(last.token, view.begin)
    fits = near and (told != FUTURE or coming) and (told != PAST or last.date <= today)
    return last.date if fits else None


def _over_night(view: View, context: Context) -> bool:
    """Tell whether a morning ends the night after the day told of („bis zum Morgen“, but „bis zum Vormittag“)."""
    word = view.word("p")
    forenoon = word is not None and context.tokens.words[word.token].lower().startswith("vormittag")
    return not forenoon and not context.grammar.lists["bound"].isdisjoint(context.before(view.begin, 3))


def part(view: View, context: Context) -> Reading | None:
    """A part of the day: of the day named in the same sentence, else of the publication."""
    code = view.text("p")
    last = context.last_day
    if last is not None and last.date is not None and context.same_sentence(last.token, view.begin):
        return day_reading(last.date, f"day named before: {last.date}", part=code, anchored=False)
    today = context.published.day
    if today is not None and context.day_untold(view.begin):
        return _open_day(today, code)
    if view.text("rel") in _POINTING and last is not None and last.date is not None:  # „in jener Nacht“
        return day_reading(last.date, f"day named before: {last.date}", part=code, anchored=False)
    if view.text("rel") in _POINTING:
        timex = f"XXXX-XX-XXT{code}"
        return Reading("TIME", timex, None, "none", "leans on a date the text does not give")
    found = _day_told(view, context)
    if found is not None:
        if today is not None and found < today and code == "MO" and _over_night(view, context):
            found = dates.shift(found, 1)
        return day_reading(found, f"day named before: {found}", part=code, anchored=False)
    if today is None:
        return unpinned("XXXX-XX-XX", "a part of the day", context, part=code)
    return day_reading(today, f"day of the publication {today}", part=code)
