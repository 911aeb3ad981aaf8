"""Values of calendar dates and weekdays, and the direction in which both are counted."""

from __future__ import annotations

from datetime import date
from typing import Final

from quellenlage.layers.annotations import TimexType
from quellenlage.layers.times import aims, dates
from quellenlage.layers.times.context import Context, Named, Published
from quellenlage.layers.times.dates import Reading
from quellenlage.layers.times.scan import View
from quellenlage.layers.times.tense import FUTURE, PAST, PRESENT

_AHEAD_PRESENT: Final = 8  # months; a clause in the present tells of a month to come more often than of one gone by
_AHEAD_NONE: Final = 5
_AHEAD_SINCE: Final = 2  # «с марта» without a verb that tells is rather the March gone by
_YET_BEFORE: Final = 2  # words of „noch vor (dem Sommer)“
_ORIGINS: Final = frozenset(("wd", "wdday", "wd-part", "weekend"))  # „der Sieger vom Montag“
_NEAR: Final = 160  # tokens, blanks included: about three sentences
_SOON: Final = 45  # days
_JUST_OVER: Final = 2  # months
_SOON_MONTH: Final = 75  # days to the first of a month that something is called for
_LONG_AGO: Final = 2  # years; a month told of in the past belongs to such a year if one was just named


def looks(view: View, context: Context) -> int | None:
    """Return the direction for a span: by its preposition, else by the tense of its clause."""
    found = context.direction(*view.whole)
    before = context.before(view.whole[0], 2)
    lists = context.grammar.lists
    named = view.rule in _ORIGINS and before[:1] == ["vom"] and found == PRESENT
    if named and lists["fromon"].isdisjoint(context.after(view.whole[1])):
        return PAST
    if len(lists["yetbefore"] & set(context.before(view.whole[0], 3))) == _YET_BEFORE:
        return FUTURE
    if found != FUTURE and not lists["back"].isdisjoint(before):
        return PAST
    if before and before[0] in lists["back"] & lists["since"]:  # „soll seit Mai in Haft sitzen“
        return PAST
    if aims.for_a_day(view, context) or (found != PAST and aims.awaited(view, context)):
        return FUTURE
    if found != PAST and not lists["ahead"].isdisjoint(before[:1]):
        return FUTURE
    if found != PAST and len(before) > 1 and before[0] in lists["betweenbound"] and before[1] in lists["bound"]:
        return FUTURE
    return found


def _full_year(year: int, context: Context) -> int:
    """Give a year of two digits its century: the one that puts it nearest before ten years from publication."""
    reference = context.published.year or 2020
    return year + (reference + 10 - year) // 100 * 100


def year_of(month: int, day: int | None, view: View, context: Context) -> tuple[int | None, str]:
    """Return the year of a month or day named without one, and from what it was taken.

    A past clause takes the latest such month or day not after publication, another the first not before it; a text that
    tells of another year in the same stretch keeps to that year.
    """
    published = context.now
    last = context.last
    near = last is not None and view.begin - last.token < _NEAR and not _describes(last, context)
    if near and last is not None and last.year != published.year:
        told = looks(view, context)
        gap = (published.year or last.year + _LONG_AGO) - last.year
        beside = context.same_sentence(last.token, view.begin)
        if (gap >= _LONG_AGO and told == PAST) or (beside and told == (PAST if gap > 0 else FUTURE) and last.month):
            return last.year, f"year named before: {last.year}"
    if published.year is None:
        return None, "no publication date"
    why = f"{'publication date' if context.published.year else 'date of the lead,'} {published}"
    if published.month is None:
        return published.year, why
    told = looks(view, context)
    bound = context.grammar.lists["bound"]
    if told == PAST and not bound.isdisjoint(context.before(view.whole[0], 2)):  # „was extended until 15 May“
        told = None
    if told == FUTURE and context.direction(*view.whole) == PAST:  # „für den 15. Mai rief sie zum Streik auf“
        told = None
    here = (published.month, published.day.day if published.day and day else 0)
    there = (month, day if published.day and day else 0)
    called = aims.called(view, context) and aims.just_ahead(
        month, day, published.day, days=_SOON if day else _SOON_MONTH
    )
    if told == PAST and not called:
        return published.year - (there > here), f"last before the {why}"
    over = _just_over(month, day, published) and _of_a_noun(view, context)
    if told == FUTURE and not over:
        return published.year + (there < here), f"next after the {why}"
    if called and not day:
        return published.year + (month < published.month), f"called for, next after the {why}"
    if there[1]:
        years = (published.year - 1, published.year, published.year + 1)
        days = [found for year in years if (found := dates.safe_date(year, month, day or 1))]
        nearest = min(days, key=lambda found: abs((found - (published.day or found)).days), default=None)
        return (nearest.year if nearest else published.year), f"nearest to the {why}"
    distance = (month - published.month) % 12
    since = not context.grammar.lists["since"].isdisjoint(context.before(view.whole[0]))
    reach = _AHEAD_SINCE if since else _AHEAD_PRESENT if told == PRESENT else _AHEAD_NONE
    ahead = distance <= reach
    return published.year + ((there < here) if ahead else -(there > here)), f"nearest to the {why}"


def _describes(named: Named, context: Context) -> bool:
    """Tell whether a bare year only describes a thing („die 1998 gebaute Fähre“): it dates nothing told of it."""
    if named.month is not None or context.grammar.language != "de":
        return False
    before, after = context.before(named.token), context.after(named.token + 1, 1)
    inflected = bool(after) and after[0].islower() and after[0].endswith(("e", "en", "er", "es", "em"))
    return inflected and bool(before) and before[0] in context.grammar.tense["determiner"]


def _of_a_noun(view: View, context: Context) -> bool:
    """Tell whether a date belongs to the noun before it, not to the verb („nach dem Brand am 5. Mai wird …“)."""
    begin = view.whole[0]
    before = [word for word in context.tokens.words[max(0, begin - 6) : begin] if word != " "][-2:]
    joined = context.grammar.lists["clockday"] | context.grammar.lists["monthnoun"]
    return len(before) == 2 and before[1].lower() in joined and before[0][:1].isupper()


def _just_over(month: int, day: int | None, published: Published) -> bool:
    """Tell whether a date lies so shortly before publication that nobody would name the next one without its year."""
    if published.day is None or not day:
        return published.month is not None and 0 < (published.month - month) % 12 <= _JUST_OVER
    years = (published.year or 1, (published.year or 2) - 1)
    days = [found for year in years if (found := dates.safe_date(year, month, day))]
    return any(0 < (published.day - found).days <= _SOON for found in days)


def day_reading(day: date, why: str, *, part: str | None = None, anchored: bool = True) -> Reading:
    """Return the reading of a full date, with a part of day where given."""
    timex = day.isoformat() + (f"T{part}" if part else "")
    named = (day.year, day.month, day.day)
    return Reading(
        "TIME" if part else "DATE", timex, day.isoformat(), "published" if anchored else "text", why, named=named
    )


def unpinned(timex: str, why: str, context: Context, *, part: str | None = None) -> Reading:
    """Return the reading of a day that lies in the month of publication, or of one that nothing pins."""
    published = context.published
    suffix = f"T{part}" if part else ""
    kind: TimexType = "TIME" if part else "DATE"
    if published.year is not None and published.month is not None:
        value = f"{published.year:04d}-{published.month:02d}-XX"
        return Reading(kind, value + suffix, value, "published", f"{why}; a day of the publication month {published}")
    if published.year is not None:
        value = f"{published.year:04d}-XX-XX"
        return Reading(kind, value + suffix, value, "published", f"{why}; a day of the publication year {published}")
    return Reading(kind, timex + suffix, None, "none", f"{why}; the publication date is not known")


def calendar(view: View, context: Context) -> Reading | None:
    """A date by day, month and year, or by the part of them that is given."""
    year, month, day = view.number("y"), view.number("m"), view.number("d")
    mod, part = view.text("mod"), view.text("p")
    word = view.word("y")
    if year is not None and word is not None and word.category == "num" and len(context.tokens.words[word.token]) == 2:
        year = _full_year(year, context)
    why = "as written"
    anchored = False
    relation, of = view.text("rel"), view.text("of")
    if of is not None:
        relation = "-1"
    if year is None and relation is not None:
        if relation.startswith("T"):
            year = context.last.year + int(relation[1:]) if context.last else None
        elif of is None and view.rule == "rel-m" and month is not None:
            year = _relative_month(int(relation), month, context)
        elif context.published.year is not None:
            year = context.published.year + int(relation)
        why, anchored = f"year counted from the publication date {context.published}", True
    elif year is None and month is not None:
        year, why = year_of(month, day, view, context)
        anchored = context.published.year is not None
    weekday = view.number("w")
    if month is None:
        if year is not None:
            timex = f"{year:04d}"
            return Reading("DATE", timex, timex, "text", why, mod=mod, named=(year, None, None))
        return _day_of_month(day, weekday, view, context) if day else None
    if day is None:
        if year is None:
            return Reading("DATE", f"XXXX-{month:02d}", None, "none", why, mod=mod)
        timex = f"{year:04d}-{month:02d}"
        return Reading(
            "DATE", timex, timex, "published" if anchored else "text", why, mod=mod, named=(year, month, None)
        )
    if year is None:
        full = _year_by_weekday(month, day, weekday, context)
        if full is None:
            return Reading("DATE", f"XXXX-{month:02d}-{day:02d}", None, "none", why)
        return day_reading(full, "day, month and weekday agree in this year only", part=part)
    if weekday is not None and anchored:
        full = _year_by_weekday(month, day, weekday, context, near=year)
        year = full.year if full else year
    found = dates.safe_date(year, month, day)
    if found is None:
        return None
    return day_reading(found, why, part=part, anchored=anchored)


def _relative_month(relation: int, month: int, context: Context) -> int | None:
    """Return the year of „im vergangenen Juli“ or „nächsten Mai“."""
    published = context.published
    if published.year is None or published.month is None:
        return None
    if relation < 0:
        return published.year - (month >= published.month)
    return published.year + (month <= published.month) if relation > 0 else published.year


def _year_by_weekday(
    month: int, day: int, weekday: int | None, context: Context, near: int | None = None
) -> date | None:
    """Return the date nearest to publication on which day, month and weekday agree; None without an anchor."""
    year = near or context.published.year
    if weekday is None or year is None:
        return None
    for step in (0, -1, 1, -2, 2):
        found = dates.safe_date(year + step, month, day)
        if found is not None and found.isoweekday() == weekday:
            return found
    return None


def _day_of_month(day: int, weekday: int | None, view: View, context: Context) -> Reading | None:
    """A weekday with the day of the month but no month: the nearest month in which they agree."""
    today = context.published.day
    if today is None or weekday is None:
        return unpinned(f"XXXX-XX-{day:02d}", "day without a month", context)
    ahead = looks(view, context) != PAST
    for step in (0, 1, -1, 2, -2) if ahead else (0, -1, 1, -2, 2):
        year, month = dates.shift_months(today.year, today.month, step)
        found = dates.safe_date(year, month, day)
        if found is not None and found.isoweekday() == weekday:
            why = f"nearest month to the publication date {today} where weekday and day agree"
            return day_reading(found, why)
    return None


def weekday(view: View, context: Context) -> Reading | None:
    """A weekday: before or after publication by its adjective, else by the tense of its clause."""
    value = view.text("w")
    if value is None:
        return None
    number, _, part = value.partition(":")
    day = int(number)
    part_code = part or view.text("p")
    relation = view.text("rel")
    offset = view.number("heutig")
    today = context.published.day
    if today is None:
        if day in context.pinned and relation is None:
            return day_reading(
                context.pinned[day],
                "the weekday's full date stands in the text",
                part=part_code,
                anchored=False,
            )
        return unpinned(f"XXXX-WXX-{day}", "a weekday", context, part=part_code)
    if offset is not None:
        return day_reading(dates.shift(today, offset), f"counted from the publication date {today}", part=part_code)
    if view.rule in {"wd-week"} and relation is not None and not relation.startswith("T"):
        found = dates.shift(dates.monday(today), 7 * int(relation) + day - 1)
        return day_reading(found, f"week counted from the publication date {today}", part=part_code)
    if relation is not None and relation.startswith("T"):
        base = context.last_day.date if context.last_day else None
        if base is None:
            return Reading("DATE", f"XXXX-WXX-{day}", None, "none", "leans on a date the text does not give")
        found = (
            dates.weekday_after(base, day, strict=relation == "T1")
            if relation != "T-1"
            else dates.weekday_before(base, day, strict=True)
        )
        return day_reading(found, f"counted from {base}, named before", part=part_code, anchored=False)
    if relation in {"-1", "-2"}:
        found = dates.weekday_before(today, day, strict=True)
        found = dates.shift(found, -7) if relation == "-2" else found
        return day_reading(found, f"weekday before the publication date {today}", part=part_code)
    if relation in {"1", "2"}:
        found = dates.weekday_after(today, day, strict=True)
        found = dates.shift(found, 7) if relation == "2" else found
        return day_reading(found, f"weekday after the publication date {today}", part=part_code)
    if relation == "0":
        found = dates.shift(dates.monday(today), day - 1)
        return day_reading(found, f"in the week of the publication date {today}", part=part_code)
    told = looks(view, context)
    found = dates.weekday_before(today, day, strict=False)
    coming = dates.weekday_after(today, day, strict=False)
    over = told == FUTURE and aims.nearest(view, context) and today - found < coming - today
    if told in {PAST, None} or over or (told == PRESENT and aims.scene(view, found, context)):
        return day_reading(found, f"weekday before or on the publication date {today}", part=part_code)
    found = coming
    return day_reading(found, f"weekday on or after the publication date {today}", part=part_code)
