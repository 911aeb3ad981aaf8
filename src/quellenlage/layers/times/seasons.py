"""Values of the parts of a year: seasons, quarters and halves, calendar weeks, school years."""

from __future__ import annotations

from datetime import date

from quellenlage.layers.annotations import Anchor
from quellenlage.layers.times import dates
from quellenlage.layers.times.calendar import looks
from quellenlage.layers.times.context import Context
from quellenlage.layers.times.dates import Reading
from quellenlage.layers.times.scan import View
from quellenlage.layers.times.tense import PAST


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


def season(view: View, context: Context) -> Reading | None:
    """A season, of a year given or found by tense."""
    code, year, mod = view.text("season"), view.number("y"), view.text("mod")
    if code is None:
        return None
    number, first, _ = dates.SEASONS[code]
    anchor = "text"
    why = "as written"
    if year is None:
        published = context.now
        relation = "-1" if view.value("vorjahr") or view.value("of") else view.text("rel")
        if published.year is None or (relation and relation.startswith("T")):
            return Reading("DATE", f"XXXX-{code}", None, "none", "a season of a year that is not known", mod=mod)
        known = context.published.year is not None
        anchor = "published" if known else "text"
        why = f"season by the {'publication date' if known else 'date of the lead,'} {published}"
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
