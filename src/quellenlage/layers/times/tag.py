"""Tagging: from a text and its publication date to time expressions with their values."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Final

from quellenlage.documents.document import Debris
from quellenlage.layers.annotations import Annotations, Sentence, Time
from quellenlage.layers.span import checked
from quellenlage.layers.times import calendar, deixis, periods, reach, seasons, shifts, spans
from quellenlage.layers.times.context import Context, Published
from quellenlage.layers.times.dates import Reading, safe_date, shift
from quellenlage.layers.times.grammar import LANGUAGES, Grammar, load
from quellenlage.layers.times.guards import GUARDS
from quellenlage.layers.times.scan import Hit, View, hits, tokenise
from quellenlage.layers.times.tense import FUTURE

Action = Callable[[View, Context], Reading | None]
ACTIONS: Final[dict[str, Action]] = {
    action.__name__: action
    for action in (
        calendar.calendar, calendar.weekday, deixis.deictic, deixis.of_today, deixis.today_adjective,
        deixis.holiday, periods.relperiod, seasons.calendar_week, seasons.schoolyear, periods.edge,
        periods.vorjahr, periods.folgejahr, periods.weekend, seasons.season, seasons.ordinalperiod,
        periods.century, periods.decade, periods.yearpair, periods.yearrest, spans.duration,
        shifts.duration_shift, shifts.nth_period, shifts.day_shift, spans.lang, spans.lasting, spans.fixed_duration,
        spans.set_adverb, spans.set_every, spans.set_per, spans.weekday_set, spans.partset, spans.ref, spans.clock,
        spans.part,
    )
}  # fmt: skip
"""What the grammar files may name behind ``do``."""


_CLOSE: Final = 4  # tokens, blanks included, between „heute“ and its time on the clock
_HOURS: Final = frozenset(("midnight", "noon"))
_RANGE: Final = 20  # code points between the ends of a range
_DATELINE: Final = re.compile(
    r"[A-ZÄÖÜ]{3}[A-ZÄÖÜ/-]{0,24}[.:] |[A-ZÄÖÜ][\w /.-]{2,30} \([a-z]{1,8}(?:/[a-z]{1,8})?\) ?[-–—.:] "
)
_HEAD: Final = 800  # code points in which a dateline stands, among the first lines that are not empty
_HEAD_LINES: Final = 4
_DAY_RULES: Final = frozenset(
    (
        "heutig-wd",
        "heutig-wdday",
        "night-to",
        "night-von-zu",
        "night-von",
        "night-to-deictic",
        "deictic-part",
        "morgen-part",
    )
)


def _of_the_day(found: Sequence[Hit], context: Context) -> bool:
    """Tell whether a text is a report of the day: by its dateline, by „gestern“, „heute Abend“, „heute um 20 Uhr“."""
    lines = [line.strip() for line in context.text[:_HEAD].split("\n") if line.strip()]
    if any(_DATELINE.match(line) for line in lines[:_HEAD_LINES]):
        return True
    for place, hit in enumerate(found):
        day = hit.words.get("deictic")
        if hit.rule.id in _DAY_RULES or (day is not None and day.value != 0 and hit.rule.id != "of-today"):
            return True
        after = found[place + 1] if place + 1 < len(found) else None
        if day is None or after is None or not after.rule.id.startswith("clock"):
            continue
        if after.begin - hit.end <= _CLOSE:
            return True
    return False


def _prepare(found: Sequence[Hit], context: Context) -> None:
    """Look over all matches once: is this a report of the day, and which weekdays does the text date itself?"""
    context.daily = _of_the_day(found, context)
    for hit in found:
        if "w" in hit.words and {"d", "m", "y"} <= hit.words.keys():
            reading = calendar.calendar(View(hit, {}, 0), context)
            if reading and reading.named and reading.named[1] and reading.named[2]:
                day = date(reading.named[0], reading.named[1], reading.named[2])
                context.pinned.setdefault(day.isoweekday(), day)
    context.lead = _lead(found, context)


def _lead(found: Sequence[Hit], context: Context) -> date | None:
    """Return the latest full date in the first paragraph of the body that is not told of as to come."""
    text = context.text
    end = text.find("\n\n", text.find("\n\n") + 2)
    days = [
        day
        for hit in found
        if {"d", "m", "y"} <= hit.words.keys() and (end < 0 or context.tokens.starts[hit.begin] < end)
        if (reading := calendar.calendar(View(hit, {}, 0), context)) and reading.named
        if (day := safe_date(*(part or 0 for part in reading.named)))
        if context.direction(hit.begin, hit.end) != FUTURE
    ]
    return max(days, default=None)


def _days_first(found: list[Hit], context: Context) -> None:
    """Move a day before the time on the clock that it stands behind („at 5 p.m. on Friday“): the clock leans on it."""
    words = context.grammar.lists["clockday"]
    for place in range(len(found) - 1):
        clock, day = found[place : place + 2]
        gap = {word.lower() for word in context.tokens.words[clock.end : day.spans[0][0]] if not word.isspace()}
        dated = not day.words.keys().isdisjoint(("w", "d", "deictic"))
        hour = clock.rule.id.startswith("clock") or clock.rule.id in _HOURS
        if dated and hour and day.begin - clock.end <= _CLOSE and gap and words >= gap:
            found[place], found[place + 1] = day, clock


def _allowed(hit: Hit, context: Context) -> bool:
    """Tell whether a rule's guard holds, and every misspelt word of the match has a cue before it."""
    typos, cues = context.grammar.classes.typos, context.grammar.lists["slipcue"]
    for word in hit.words.values():
        if typos and context.tokens.words[word.token] in typos and cues.isdisjoint(context.before(word.token)):
            return False
    return hit.rule.guard is None or GUARDS[hit.rule.guard](hit, context)


def _touches(begin: int, end: int, pieces: Sequence[Debris] | Sequence[Sentence]) -> bool:
    """Tell whether a span touches one of the pieces, which are in order and do not overlap."""
    place = bisect_right(pieces, begin, key=lambda piece: piece.start)
    return any(piece.start < end and begin < piece.end for piece in pieces[max(0, place - 1) : place + 1])


def _read(hit: Hit, context: Context) -> list[tuple[View, Reading]]:
    """Work out the values of all spans of a match, in the order of the text."""
    read: list[tuple[View, Reading]] = []
    for span, (action, arguments) in enumerate(hit.rule.do):
        view = View(hit, arguments, span)
        reading = ACTIONS[action](view, context)
        if reading is not None:
            read.append((view, reading))
            if reading.named is not None:
                context.name(reading.named, view.begin)
    if hit.rule.id.startswith("clock-range"):
        for place in range(0, len(read) - 1, 2):
            (first, begin), (second, end) = read[place : place + 2]
            joined = _hours(begin.edtf, end.edtf)
            read[place], read[place + 1] = (first, begin._replace(edtf=joined)), (second, end._replace(edtf=joined))
    return read


def _hours(begin: str | None, end: str | None) -> str | None:
    """Return the interval of two times on the clock; one that ends before it begins ends on the next day."""
    if begin is None or end is None or "T" not in begin or "T" not in end:
        return begin
    if end <= begin:
        day, _, clock = end.partition("T")
        end = f"{shift(date.fromisoformat(day), 1).isoformat()}T{clock}"
    return f"{begin}/{end}"


def tag(
    text: str,
    *,
    published: str | None,
    language: str = "de",
    debris: Sequence[Debris] = (),
    sentences: Sequence[Sentence] = (),
) -> tuple[Time, ...]:
    """Find the time expressions of a text and work out their values.

    Args:
        text: The text.
        published: EDTF publication date, to the day, month or year, or None where unknown.
        language: BCP 47 code; a language without a grammar has no time expressions.
        debris: Stretches to leave out.
        sentences: Where given, only what stands in one of them counts.

    Returns:
        The expressions in the order of the text, without overlap.
    """
    code = language.split("-", maxsplit=1)[0].lower()
    if code not in LANGUAGES:
        return ()
    grammar: Grammar = load(code)
    tokens = tokenise(text, grammar)
    context = Context(grammar, text, tokens, Published.parse(published))
    found = list(hits(tokens, grammar, lambda hit: _allowed(hit, context)))
    _prepare(found, context)
    _days_first(found, context)
    kept: list[tuple[int, Reading, int, int]] = []
    told: tuple[str, int] | None = None
    for hit in found:
        for view, reading in _read(hit, context):
            again = told is not None and told[0] == reading.timex and context.same_clause(told[1], view.begin)
            told = (reading.timex, view.end)
            if again and hit.rule.id == "ref":
                continue
            begin, end = tokens.starts[view.begin], tokens.starts[view.end]
            if _touches(begin, end, debris) or (sentences and not _touches(begin, end, sentences)):
                continue
            place = checked(text, begin, end)
            kept.append((view.begin, reading, place.start, place.end))
    kept.sort(key=lambda one: one[2])
    return tuple(
        Time(begin, end, reading.type, reading.timex, reading.edtf, reading.anchor, reading.mod,
             reading.quant, reading.freq, reading.why, interval)
        for (_, reading, begin, end), interval in zip(kept, _intervals(text, kept, context), strict=True)
    )  # fmt: skip


def _intervals(text: str, kept: Sequence[tuple[int, Reading, int, int]], context: Context) -> list[str | None]:
    """Return the interval of each time: from one end of a range to the other, or open at one end."""
    found: list[str | None] = [None] * len(kept)
    lists = context.grammar.lists
    words = lists["rangeword"]
    for place, ((_, first, _, end), (_, second, begin, _)) in enumerate(pairwise(kept)):
        between = text[end:begin].lower().split() if begin - end <= _RANGE else []
        if between and between[0] in words and lists["betweenbound"].issuperset(between[1:]):
            found[place] = found[place + 1] = reach.joined(first, second)
    return [
        interval or reach.opened(token, reading, context)
        for interval, (token, reading, _, _) in zip(found, kept, strict=True)
    ]


def annotate(annotations: Annotations) -> Annotations:
    """Fill ``times`` of one document."""
    document = annotations.document
    times = tag(
        document.text,
        published=document.published,
        language=document.language,
        debris=document.debris,
        sentences=annotations.sentences,
    )
    return replace(annotations, times=times)
