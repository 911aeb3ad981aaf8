"""What a later story says of the days of an earlier one: claims joined where the later clause names those days.

A trial, an anniversary, a second round: the report of months later tells what had happened (``Bei dem Unfall im März
waren neun Arbeiter verletzt worden``). Words and meaning alone do not tell that from the next accident (0054); a date
of then, or a word for it (``damals``), does. So only clauses that have one are compared, by the scorer that compares
the assertions of one story.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import permutations
from typing import Final, NamedTuple

from quellenlage import edtf
from quellenlage.corpus.claims.assertions import Assertion
from quellenlage.corpus.claims.moments import other_day
from quellenlage.corpus.claims.pairs import Comparer, Pair
from quellenlage.corpus.claims.retold import Line, join, regrouped
from quellenlage.corpus.claims.wordings import tells

LIKELY: Final = 0.4
"""Probability from which a clause that looks back tells the same: of 21 such pairs in 23 annotated cases 19 did (0.25:
21 of 28); without the date or the word 27 of 109."""

BEFORE: Final = timedelta(days=7)
"""How long before the first report a matter may have begun."""

MONTH: Final = timedelta(days=31)
"""The longest date that tells of which matter a clause is: a year holds many."""

Days = tuple[date, date]


class _Member(NamedTuple):
    """An assertion with the place of its line and its number in the thread."""

    line: int
    number: int
    assertion: Assertion


class _Tie(NamedTuple):
    """Two lines, and the assertions of the earlier and of the later one that tie them."""

    line: int
    other: int
    told: int
    again: int
    probability: float


class _Across(Comparer):
    """Compares the assertions of an earlier story with a few of a later one."""

    def __init__(self, found: Sequence[Assertion], asked: Sequence[tuple[int, int]]) -> None:
        super().__init__(found)
        self._asked = list(asked)

    def candidates(self) -> list[tuple[int, int]]:
        """Return the pairs asked for."""
        return self._asked


def looked_back(lines: Sequence[Line], published: Mapping[str, str | None]) -> list[Line]:
    """Return the claims of a thread with those of an earlier story that a later one looks back on joined.

    Args:
        lines: The claims of its stories.
        published: EDTF date of each article by key.
    """
    stories: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        stories.setdefault(line.story.id, []).append(place)
    days = {
        story: span
        for story, places in stories.items()
        if (span := _days([published.get(key) for key in lines[places[0]].story.articles])) is not None
    }
    ties: dict[tuple[int, int], float] = {}
    owner = list(range(len(lines)))
    for first, later in permutations(stories, 2):
        if first not in days or (later in days and days[later][0] <= days[first][1]):
            continue
        for tie in _ties(_members(lines, stories[first]), _members(lines, stories[later]), days[first]):
            ties[tie.told, tie.again] = ties[tie.again, tie.told] = tie.probability
            join(owner, tie.line, tie.other)
    return regrouped(lines, owner, ties)


def _ties(told: Sequence[_Member], later: Sequence[_Member], days: Days) -> list[_Tie]:
    """Return for each clause that looks back on those days the likeliest clause of the earlier story."""
    asked = [
        (i, len(told) + j)
        for j, again in enumerate(later)
        if _looks_back(again.assertion, days)
        for i, member in enumerate(told)
        if not other_day(member.assertion, again.assertion)
    ]
    if not asked:
        return []
    found = [*told, *later]
    best: dict[int, Pair] = {}
    for pair in _Across([member.assertion for member in found], asked).pairs():
        if pair.probability >= LIKELY and (pair.second not in best or pair.probability > best[pair.second].probability):
            best[pair.second] = pair
    return [
        _Tie(found[p.first].line, found[p.second].line, found[p.first].number, found[p.second].number, p.probability)
        for p in best.values()
    ]


def _members(lines: Sequence[Line], places: Sequence[int]) -> list[_Member]:
    """Return the assertions of a story's lines; denials that point back are not compared."""
    return [_Member(place, *member) for place in places for member in lines[place].members if not member[1].back]


def _days(published: Sequence[str | None]) -> Days | None:
    """Return the first and the last day on which articles may have been published, or None where none is dated."""
    spans = [(first, last) for value in published for first, last in [edtf.bounds(value)] if first and last]
    return (min(first for first, _ in spans), max(last for _, last in spans)) if spans else None


def _looks_back(assertion: Assertion, days: Days) -> bool:
    """Tell whether a clause names the days of an earlier story, to the month at least, or has a word for them."""
    if assertion.forecast:
        return False
    if tells("then", assertion.language, assertion.print):
        return True
    begin, end = days[0] - BEFORE, days[1]
    for time in assertion.dates:
        first, last = edtf.bounds(time.edtf)
        if first and last and last - first <= MONTH and first <= end and last >= begin:
            return True
    return False
