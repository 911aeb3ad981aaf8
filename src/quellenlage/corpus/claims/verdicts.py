"""Verdicts: what the mentions of a claim and their origins add up to.

Two independent origins that agree corroborate; several articles with one origin are copies; one is a single source. A
dispute is shown only where two mentions with different origins exclude each other: numbers whose intervals do not meet,
dates with no common day, or a denial.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from quellenlage import edtf
from quellenlage.corpus.claims.assertions import Assertion
from quellenlage.corpus.claims.deeds import Deed, differ
from quellenlage.corpus.claims.fates import other_fate
from quellenlage.corpus.claims.figures import other_initiator, unhurt
from quellenlage.corpus.claims.focus import focus
from quellenlage.corpus.claims.moments import excluding_days, finest, other_day, other_hour, role_of
from quellenlage.corpus.claims.opposites import contrary
from quellenlage.corpus.claims.quantity import PEOPLE, Quantity, comparable
from quellenlage.corpus.claims.terms import words_of
from quellenlage.corpus.claims.venues import Venue, elsewhere
from quellenlage.corpus.records import Difference, Verdict

_RISEN: Final = frozenset(
    [
        "gestiegen",
        "erhöht",
        "angewachsen",
        "inzwischen",
        "mittlerweile",
        "nunmehr",
        "weitere",
        "risen",
        "rose",
        "climbed",
        "now",
        "выросло",
        "возросло",
    ]
)
"""Words that tell a later, higher toll from a contradiction."""


@dataclass(frozen=True, slots=True)
class Told:
    """A mention as far as the verdict needs it.

    Attributes:
        assertion: What is asserted.
        roots: Ids of the origins it rests on.
        published: Publication date of its article (EDTF), or None.
        denies: True where it says the opposite of the claim.
        number: Its number among the story's assertions; for a denial that points back, of what it denies.
        deeds: What only one side can have done, with who did it as the mention tells it.
        venue: Where it says that something took place.
    """

    assertion: Assertion
    roots: frozenset[str]
    published: str | None
    denies: bool
    number: int
    deeds: tuple[Deed, ...] = ()
    venue: Venue | None = None


Likely = Callable[[int, int], float]
"""Probability that two assertions, by their numbers, say the same thing."""

_EARLIER: Final = frozenset(["noch", "damals", "zuvor", "zuletzt", "previously", "still", "last", "тогда", "ранее"])
_LONG: Final = 60
"""Days before publication from which a dated figure is one of an earlier time."""

NUMBER: Final = 0.2
"""Probability that two mentions must themselves have before differing numbers are a dispute."""

_MEASURES: Final = frozenset({"length", "volume", "mass", "area", "duration", "percent", "temperature", "speed"})

MEASURE: Final = 0.5
"""The same for units in which anything may be measured, where no word is shared."""

FOREIGN: Final = 0.52
"""The same for denials in another language."""

_BARE: Final = 2
"""Content words of a clause that says no more than that something was or was not."""

DATE: Final = 0.22
"""The same for dates."""

HOUR: Final = 0.3
"""The same for times of one day, since several things happen on one."""

PLACE: Final = 0.24
"""The same for places and for who started it."""

_NAME: Final = 4
"""Letters of a word that names a place rather than how it lies (``an der``)."""

OTHER: Final = 0.3
"""The same for denials, which are easier to mistake."""


BEARING: Final = 0.5
"""Probability from which a mention without the value in dispute belongs to one that has it."""

OPPOSITE: Final = 0.22
"""The same for opposites, whose words are on one matter by themselves."""


class Judgement(NamedTuple):
    """The verdict with what decided it."""

    verdict: Verdict
    differs_in: Difference | None
    why: str


def _share_word(a: Assertion, b: Assertion) -> bool:
    return any(w == 1.0 and b.terms.get(term) == 1.0 for term, w in a.terms.items())


def _update(a: Told, b: Told, x: Quantity, y: Quantity) -> bool:
    """Tell whether the later of two tolls is an update: published later, and said to have risen, or to remain.

    ``inzwischen neun Tote`` is higher; ``nach zwei Menschen wird noch gesucht`` is lower.
    """
    if x.unit not in PEOPLE or a.published is None or b.published is None:
        return False
    early, late, low, high = (a, b, x, y) if edtf.sort_key(a.published) <= edtf.sort_key(b.published) else (b, a, y, x)
    words = set(late.assertion.print.split())
    told = _RISEN if high.value > low.value else words_of(f"{late.assertion.language}.remaining")
    return early.published != late.published and bool(words & told)


def apart(a: Assertion, b: Assertion) -> bool:
    """Tell whether two assertions speak of different moments: other days, or a forecast and what became of it."""
    if a.forecast != b.forecast and (b if a.forecast else a).told:
        return True
    return other_day(a, b)


def _bygone(told: Told) -> bool:
    """Tell whether a mention tells of an earlier time for comparison: dated long ago, with *noch* or the like."""
    days = [edtf.bounds(time.edtf)[1] for time in told.assertion.dates if time.edtf]
    published = edtf.bounds(told.published)[0] if told.published else None
    if not days or published is None or not set(told.assertion.print.split()) & _EARLIER:
        return False
    return all(day is not None and (published - day).days > _LONG for day in days)


def _close(a: Told, b: Told, likely: Likely, least: float) -> bool:
    return likely(a.number, b.number) >= least


def _number(told: Sequence[Told], likely: Likely) -> str | None:
    chosen = focus([t.assertion for t in told])
    places = sorted(chosen)
    for position, i in enumerate(places):
        for j in places[position + 1 :]:
            a, b, x, y = told[i], told[j], chosen[i], chosen[j]
            if a.roots == b.roots or not comparable(x, y) or x.meets(y) or apart(a.assertion, b.assertion):
                continue
            if x.unit in PEOPLE and other_fate(a.assertion, x, b.assertion, y):
                continue  # those who strike and those who lose their jobs
            if _bygone(a) != _bygone(b):
                continue  # the figure of an earlier time, told for comparison
            bare = x.unit in _MEASURES and not (_share_word(a.assertion, b.assertion) or (x.kind and x.kind == y.kind))
            if not _close(a, b, likely, MEASURE if bare else NUMBER):
                continue
            if not _update(a, b, x, y):
                return f"{x.words} / {y.words}"
    return None


def _date(told: Sequence[Told], likely: Likely) -> str | None:
    for i, a in enumerate(told):
        for b in told[i + 1 :]:
            if a.roots == b.roots or a.denies != b.denies or not _close(a, b, likely, DATE):
                continue
            if a.assertion.occasion or b.assertion.occasion:
                continue  # on another day it is another occasion
            if _other_value(a.assertion, b.assertion):
                continue  # a gauge of one day and of another
            if (found := _from_now(a, b) or _from_now(b, a)) is not None:
                return found
            dates_a, dates_b = finest(a.assertion.dates), finest(b.assertion.dates)
            if len(dates_a) != 1 or len(dates_b) != 1:
                continue
            x, y = dates_a[0], dates_b[0]
            since = role_of(a.assertion, x) == role_of(b.assertion, y) == "since"
            if since and _resumed(a.assertion) != _resumed(b.assertion):
                continue  # since when something stands still, and since when it moves again
            if excluding_days(a.assertion, x, b.assertion, y):
                return f"{x.edtf} / {y.edtf}"
            if other_hour(a.assertion, x, b.assertion, y) and _close(a, b, likely, HOUR):
                return f"{x.edtf} / {y.edtf}, at another time of day"
    return None


def _from_now(now: Told, then: Told) -> str | None:
    """Return *at once* and a day that lies behind it, where one mention tells the one and the other the other."""
    words = set(now.assertion.print.split()) & words_of(f"{now.assertion.language}.at_once")
    published = edtf.bounds(now.published)[1] if now.published else None
    days = finest(then.assertion.dates)
    if not words or published is None or finest(now.assertion.dates) or len(days) != 1:
        return None
    begins = edtf.bounds(days[0].edtf)[0]
    later = begins is not None and begins > published and role_of(then.assertion, days[0]) in ("on", "since")
    return f"{min(words)} / {days[0].edtf}" if later else None


def _other_value(a: Assertion, b: Assertion) -> bool:
    """Tell whether both give a measure of one kind, and no two of these can be the same."""
    values = [(x, y) for x in a.quantities for y in b.quantities if x.unit in _MEASURES and comparable(x, y)]
    return bool(values) and not any(x.meets(y) for x, y in values)


def _resumed(assertion: Assertion) -> bool:
    """Tell whether something starts again (``fahren wieder``)."""
    return bool(set(assertion.print.split()) & words_of(f"{assertion.language}.again"))


def _place(told: Sequence[Told], likely: Likely) -> str | None:
    """Return two cities that exclude each other: each mention names one, both are known, and they differ.

    Other places are left out, since nothing here knows which lies in which.
    """
    for i, a in enumerate(told):
        for b in told[i + 1 :]:
            if a.roots == b.roots or a.denies != b.denies or not _close(a, b, likely, PLACE):
                continue
            if a.venue and b.venue and elsewhere(a.venue, b.venue) and not other_day(a.assertion, b.assertion):
                return f"{a.venue.words} / {b.venue.words}"
            x, y = a.assertion, b.assertion
            shared = _share_word(x, y)
            if (x.rejected & y.cities and x.cities) or (y.rejected & x.cities and y.cities):
                return f"{_named(x, x.cities)} / {_named(y, y.cities)}"
            one_each = len(x.cities) == len(y.cities) == 1 and x.cities != y.cities and not _namesakes(x, y)
            if shared and one_each and not apart(x, y):
                return f"{_named(x, x.cities)} / {_named(y, y.cities)}"
    return None


def _namesakes(a: Assertion, b: Assertion) -> bool:
    """Tell whether the cities of two assertions share a name (``Frankfurt``, ``Frankfurt an der Oder``)."""
    names = [{word for word in _named(x, x.cities).lower().split() if word[:1].isalpha()} for x in (a, b)]
    return any(len(word) >= _NAME for word in names[0] & names[1])


def _actor(told: Sequence[Told], likely: Likely) -> str | None:
    """Return two different ones to whom the start of the same thing is given."""
    for i, a in enumerate(told):
        for b in told[i + 1 :]:
            x, y = a.assertion, b.assertion
            if a.roots == b.roots or a.denies != b.denies or not _close(a, b, likely, PLACE):
                continue
            agree = any(d.kind == e.kind and d.keys & e.keys for d in a.deeds for e in b.deeds)
            if other_initiator(x, y) and not agree:
                return f"{_named(x, x.initiators)} / {_named(y, y.initiators)}"
    return None


def _rival(told: Sequence[Told], likely: Likely) -> str | None:
    """Return two different ones who are said to have done what only one side can have done."""
    for i, a in enumerate(told):
        for b in told[i + 1 :]:
            if a.roots == b.roots or a.denies or b.denies or not _close(a, b, likely, PLACE):
                continue
            rivals = next(((d, e) for d in a.deeds for e in b.deeds if differ(d, e)), None)
            if rivals is not None:
                return f"{rivals[0].words} / {rivals[1].words}"
    return None


def _named(assertion: Assertion, ids: frozenset[str]) -> str:
    return ", ".join(assertion.names[entity] for entity in sorted(ids))


def _same_matter(a: Told, b: Told, likely: Likely) -> bool:
    """Tell whether a denial is of what the other asserts.

    It points back at it, or both share a content word; across languages, where no words are shared, both must be the
    likelier to be the same.
    """
    x, y = a.assertion, b.assertion
    if x.back or y.back:
        return _close(a, b, likely, OTHER)
    for occasion, other in ((x, y), (y, x)):
        if occasion.occasion and sum(w == 1.0 for w in other.terms.values()) > _BARE:
            return False  # an occasion is only denied by saying that there was none
    if x.language != y.language:
        return _close(a, b, likely, FOREIGN)
    return _close(a, b, likely, OTHER) and (_share_word(x, y) or unhurt(x, y))


def _polarity(told: Sequence[Told], likely: Likely) -> str | None:
    for a in told:
        for b in told:
            if a.roots == b.roots:
                continue
            if a.denies and not b.denies and _same_matter(a, b, likely):
                return f"“{b.assertion.words}” / “{a.assertion.words}”"
            both = not (a.denies or b.denies or a.assertion.back or b.assertion.back)
            if both and contrary(a.assertion, b.assertion) and _close(a, b, likely, OPPOSITE):
                return f"“{a.assertion.words}” / “{b.assertion.words}”"
    return None


_TESTS: Final[tuple[tuple[Difference, Callable[[Sequence[Told], Likely], str | None]], ...]] = (
    ("number", _number),
    ("actor", _rival),
    ("polarity", _polarity),
    ("date", _date),
    ("place", _place),
    ("actor", _actor),
)
"""What two mentions can differ in, in the order in which it is told."""


def judge(told: Sequence[Told], likely: Likely) -> Judgement:
    """Return the verdict on a claim.

    Args:
        told: Its mentions; at least one.
        likely: How likely two of them say the same thing.
    """
    for kind, test in _TESTS:
        found = test(told, likely)
        if found is not None:
            return Judgement("disputed", kind, f"{kind}: {found}")
    roots = frozenset().union(*(t.roots for t in told))
    if len(roots) > 1:
        return Judgement("corroborated", None, f"{len(roots)} independent origins")
    if len({t.assertion.article for t in told}) > 1:
        return Judgement("copied", None, "one origin in several articles")
    return Judgement("single_source", None, "one origin")


def bearing(told: Sequence[Told], judgement: Judgement, likely: Likely) -> set[int]:
    """Return which mentions (positions) of a disputed claim bear on what it is disputed in.

    These are the mentions that tell the number, day, place or actor, and what is likely the same as one of them. What
    was only taken along (``Die Krise fällt in seinen Besuch`` beside two days of his departure) is a claim of its own.
    """
    values = focus([t.assertion for t in told])
    tests: dict[Difference | None, Callable[[int], bool]] = {
        "number": lambda n: n in values,
        "date": lambda n: bool(finest(told[n].assertion.dates)),
        "place": lambda n: bool(told[n].venue or told[n].assertion.cities),
        "actor": lambda n: bool(told[n].deeds or told[n].assertion.initiators),
    }
    tells = tests.get(judgement.differs_in)
    if tells is None:
        return set(range(len(told)))
    core = {n for n in range(len(told)) if tells(n) or told[n].assertion.back} or set(range(len(told)))
    return core | {n for n in range(len(told)) if any(_close(told[n], told[m], likely, BEARING) for m in core)}


def sides(told: Sequence[Told]) -> list[list[Told]]:
    """Part mentions that cannot all be true: by polarity, then by numbers that do not meet.

    A mention without the number stays with the first side of its polarity. One list means that nothing excludes.
    """
    chosen = focus([t.assertion for t in told])
    out: list[tuple[bool, list[Quantity], list[Told]]] = []
    for n, mention in sorted(enumerate(told), key=lambda pair: pair[0] not in chosen):
        quantity = chosen.get(n)
        fitting = (
            entry
            for entry in out
            if entry[0] == mention.denies and (quantity is None or all(quantity.meets(other) for other in entry[1]))
        )
        chosen_side = next(fitting, None)
        if chosen_side is None:
            chosen_side = (mention.denies, [], [])
            out.append(chosen_side)
        chosen_side[2].append(mention)
        if quantity is not None:
            chosen_side[1].append(quantity)
    return [side for _, _, side in out]
