"""What a time is aimed at apart from the tense of its verb: „für Freitag“, „nächster Termin: Montag“, „ruft am Montag“.

A report of the day tells scenes in the present („am Mittwoch steht das Telefon nicht still“), and names days to come
behind a verb of the past („für Freitag kündigte sie Streiks an“); neither is found by tense alone.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from quellenlage.layers.times import dates
from quellenlage.layers.times.context import Context
from quellenlage.layers.times.scan import View
from quellenlage.layers.times.tense import FUTURE, PAST, clauses, plans

_SCENE_DAYS: Final = 2
"""Days before publication of which a report tells in the present; a day so near is rather that one than the one in
five or six days, which would be „am kommenden Mittwoch“."""


def for_a_day(view: View, context: Context) -> bool:
    """Tell whether a time is what something is meant for („für Freitag“, *for Friday*, „auf Montag vertagt“)."""
    target = context.grammar.lists["target"]
    before = context.before(view.whole[0], 3)
    if before and before[0] not in target and before[0] in context.grammar.lists["betweenbound"]:
        before = before[1:]
    if not before or before[0] not in target:
        return False
    if context.after(view.whole[1])[:1] in (["'"], ["’"]):  # *blamed for Friday's attack*
        return False
    return before[0] not in context.grammar.lists["weaktarget"] or called(view, context)


def nearest(view: View, context: Context) -> bool:
    """Tell whether a day meant for something may be over („hatte für Mittwoch eine Sitzung angesetzt“)."""
    found, own, _ = clauses(context.tokens.words, *view.whole)
    return not context.grammar.lists["earlier"].isdisjoint(word.lower() for word in found[own])


def awaited(view: View, context: Context) -> bool:
    """Tell whether a clause speaks of what comes next („Nächster Termin: Montag“, „die nächste Runde ist am …“)."""
    begin, end = view.whole
    before = [word for word in context.before(begin, 2) if word not in context.grammar.lists["clockday"]]
    if before and before[0] in context.grammar.lists["copula"]:
        return True
    found, own, _ = clauses(context.tokens.words, begin, end)
    stems = context.grammar.endings["next"]
    near = [found[own], found[own - 1]] if own and len(found[own]) <= end - begin + 1 else [found[own]]
    return any(word.lower().startswith(stems) for clause in near for word in clause)


def scene(view: View, day: date, context: Context) -> bool:
    """Tell whether a weekday in the present tense is one just gone by: ``day`` is the latest such day."""
    today = context.published.day
    if today is None or not 0 < (today - day).days <= _SCENE_DAYS:
        return False
    return not plans(context.tokens.words, *view.whole, context.grammar)


def called(view: View, context: Context) -> bool:
    """Tell whether a past clause tells of a call, plan or appointment (*rief zum Streik am 23. September auf*)."""
    begin, end = view.whole
    found, own, _ = clauses(context.tokens.words, begin, end)
    return not context.grammar.tense["calling"].isdisjoint(word.lower() for word in found[own])


def just_ahead(month: int, day: int | None, published: date | None, *, days: int) -> bool:
    """Tell whether a day, or the first of a month, comes soon after publication: the last one is most of a year ago."""
    if published is None:
        return False
    years = (published.year, published.year + 1)
    found = [there for year in years if (there := dates.safe_date(year, month, day or 1))]
    return any(0 < (there - published).days <= days for there in found)


def this_very_day(view: View, context: Context) -> bool:
    """Tell whether a bare „heute“ is the day: *ab heute*, told in the past, or what is to be („heute soll …“)."""
    begin, end = view.whole
    before, after = context.before(begin), context.after(end)
    if before and (before[0] in context.grammar.lists["fromday"] or (before[0] == "von" and after == ["an"])):
        return True
    found, own, _ = clauses(context.tokens.words, begin, end)
    words = {word.lower() for word in found[own]}
    joined = bool(after) and after[0] in context.grammar.lists["to"] - {"-", "–"}  # „heute und demnächst“
    if joined or not context.grammar.lists["state"].isdisjoint(words):
        return False
    tense = context.grammar.tense
    if not (context.grammar.lists["ofday"] | tense["strong"]).isdisjoint(words):
        return True
    told = context.direction(begin, end)
    return told == PAST or (
        told == FUTURE and plans(context.tokens.words, begin, end, context.grammar, infinitive=True)
    )
