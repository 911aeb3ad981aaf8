"""Pairs of assertions that one number, one fate or one matter ties together, whatever their words.

``Mindestens neun Menschen wurden verletzt`` and ``Das Präsidium spricht von 14 Verletzten`` share hardly a word, yet
count one thing; ``kein Liter sei in den Fluss gelangt`` denies what ``Löschwasser gelangte in den Fluss`` tells. Such
anchors are proposed and scored here, beside the pairs that the scorer of meaning and words finds (``pairs.py``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final

from quellenlage.corpus.claims import ellipsis
from quellenlage.corpus.claims.assertions import Assertion
from quellenlage.corpus.claims.fates import Count, all_counts, one_kind, other_matter, unlike
from quellenlage.corpus.claims.features import FEATURES
from quellenlage.corpus.claims.moments import other_day
from quellenlage.corpus.claims.opposites import opposed
from quellenlage.corpus.claims.pairs import Pair
from quellenlage.corpus.claims.quantity import Quantity
from quellenlage.corpus.claims.wordings import first

SAME_FATE: Final = 0.55
"""Probability of two counts of one fate whose numbers meet."""

OTHER_NUMBER: Final = 0.45
"""The same where their numbers exclude each other."""

ANSWER: Final = 0.6
"""Probability of a bare figure and the figure that it answers."""

SAME_NUMBER: Final = 0.4
"""Probability of two equal, unusual numbers of one unit."""

OPPOSED: Final = 0.5
"""Probability of a denial in other words."""

PART_OF: Final = 0.05
"""Probability that is left of a pair where one counts some of those whom the other counts."""

_NEAR: Final = 0.28
"""Share that the smaller of two figures for one fate must be of the larger."""

_REACH: Final = 2
"""Sentences between two voices that count one thing in one article."""

_EXACT_FATES: Final = frozenset({"votes", "offer"})
"""Fates with several numbers in one story by their nature: only an equal number is the same."""

_HELD: Final = "stake"
"""The fate of shares; each holder has one of his own."""

_SOLE: Final = 2
"""Significant figures from which a number is unusual."""

_UNUSUAL: Final = 13
"""Least number that is unusual."""

_HEAD: Final = 5
"""Letters that noun and verb of one fate share."""

_POURED: Final = frozenset({"volume", "mass", "area"})
_MEASURES: Final = frozenset({"percent", "percentpoint", "duration"})
_NOTHING: Final = (0.0,) * len(FEATURES)

_CROWD: Final = 60
"""Different counts of one fate in a story from which they are no anchor: the story is a list of such."""

Scored = dict[tuple[int, int], tuple[float, tuple[str, ...]]]


def anchored(reading: ellipsis.Reading, pairs: Sequence[Pair]) -> list[Pair]:
    """Return the scorer's pairs with those that an anchor ties, each with the higher probability.

    Args:
        reading: The assertions as ``read`` returns them.
        pairs: Scored pairs over their indices.
    """
    found = reading.found
    seen: dict[tuple[str, str], int] = {}
    same = [seen.setdefault((a.print, a.language), number) for number, a in enumerate(found)]
    chosen = sorted(set(same))
    counted = all_counts(found)
    scored: Scored = {}
    for answer, figure in reading.answers.items():
        _keep(scored, same[answer], same[figure], ANSWER, ())
    _by_fate(found, counted, chosen, scored)
    _by_number(found, counted, chosen, scored)
    for i, j, words in opposed(found):
        _keep(scored, same[i], same[j], OPPOSED, words)
    out = []
    for scored_pair in pairs:
        pair = scored_pair
        probability, words = scored.pop((pair.first, pair.second), (0.0, ()))
        a, b, left, right = found[pair.first], found[pair.second], counted[pair.first], counted[pair.second]
        other = _part_of(left, right, days=other_day(a, b)) or _other_holder(a, b, left, right)
        if not probability and other:
            pair = replace(pair, probability=min(pair.probability, PART_OF))
        raised = probability > pair.probability
        out.append(replace(pair, probability=probability, shared=pair.shared or words) if raised else pair)
    out += [Pair(i, j, _NOTHING, p, words) for (i, j), (p, words) in scored.items()]
    return sorted(out, key=lambda pair: (pair.first, pair.second))


def _part_of(left: Sequence[Count], right: Sequence[Count], *, days: bool) -> bool:
    """Tell whether two clauses count other matters, or some and all of the same people, and nothing that is equal."""
    both = [(x, y) for x in left for y in right if one_kind(x, y)]
    return bool(both) and all(other_matter(x, y) or (days and _happened(x) and _happened(y)) for x, y in both)


def _happened(count: Count) -> bool:
    """Tell whether a verb tells the fate, so that the clause's day is the day of it and not of a report on it."""
    return bool(count.fate) and not count.quantity.noun.startswith(count.told[:_HEAD])


def _keep(scored: Scored, i: int, j: int, probability: float, words: tuple[str, ...]) -> None:
    key = (min(i, j), max(i, j))
    if i != j and probability > scored.get(key, (0.0, ()))[0]:
        scored[key] = probability, words


def _by_fate(found: Sequence[Assertion], counted: list[list[Count]], chosen: list[int], scored: Scored) -> None:
    """Tie the counts of one fate."""
    fates: dict[tuple[str, str], list[tuple[int, Count]]] = defaultdict(list)
    for number in chosen:
        for count in counted[number]:
            if count.fate:
                fates[count.fate, count.kind].append((number, count))
    for members in fates.values():
        if len(members) > _CROWD:
            continue
        for (i, x), (j, y) in combinations(members, 2):
            probability = _same_fate(found[i], found[j], x, y) if i != j else 0.0
            if probability:
                _keep(scored, i, j, probability, tuple(dict.fromkeys((x.told, y.told))))


def apart_in_time(a: Assertion, b: Assertion) -> bool:
    """Tell whether two clauses are of different days or places, or one tells what is expected."""
    if a.forecast != b.forecast or a.negative != b.negative or other_day(a, b):
        return True
    return bool(a.cities and b.cities and not a.cities & b.cities)


def _same_fate(a: Assertion, b: Assertion, x: Count, y: Count) -> float:
    if apart_in_time(a, b) or unlike(x, y):
        return 0.0
    if x.quantity.value == y.quantity.value:
        return SAME_FATE
    if (
        x.fate in _EXACT_FATES
        or (x.fate == "demand" and x.kind != "percent")
        or _inside(x, y)
        or _inside(y, x)
        or not near(x.quantity, y.quantity)
    ):
        return 0.0
    if x.fate == _HELD and (not _holder(a) or _holder(a) != _holder(b)):
        return 0.0
    if a.article == b.article and (a.statement == b.statement or abs(a.sentence - b.sentence) > _REACH):
        return 0.0  # one voice counts two things
    return SAME_FATE if x.quantity.meets(y.quantity) or x.fate == _HELD else OTHER_NUMBER


def _holder(assertion: Assertion) -> str:
    """Return the kind of holder of shares that a clause tells, or an empty string."""
    return (first("holder", assertion.language, assertion.print) or ("", ""))[0]


def _other_holder(a: Assertion, b: Assertion, left: Sequence[Count], right: Sequence[Count]) -> bool:
    """Tell whether two clauses give the shares of two kinds of holders."""
    held = any(x.fate == _HELD for x in left) and any(y.fate == _HELD for y in right)
    return held and "" != _holder(a) != _holder(b) != ""


def _by_number(found: Sequence[Assertion], counted: list[list[Count]], chosen: list[int], scored: Scored) -> None:
    """Tie equal and unusual numbers of one unit in different articles."""
    values: dict[tuple[str, float], list[tuple[int, Count]]] = defaultdict(list)
    for number in chosen:
        for count in counted[number]:
            if count.quantity.exact and unusual(count.quantity):
                values[count.kind, round(count.quantity.value, 3)].append((number, count))
    for (kind, _), members in values.items():
        if len(members) > _CROWD:
            continue
        for (i, x), (j, y) in combinations(members, 2):
            a, b = found[i], found[j]
            if a.article == b.article or apart_in_time(a, b) or (x.fate and y.fate and x.fate != y.fate):
                continue
            if kind in _MEASURES and not (a.entities & b.entities or set(a.terms) & set(b.terms)):
                continue
            _keep(scored, i, j, SAME_NUMBER, (x.quantity.words,))


def _inside(x: Count, y: Count) -> bool:
    """Tell whether one count is of one place and can be part of the other; a part that is more than all cannot."""
    return x.here and (y.here or x.quantity.low <= y.quantity.high)


def near(x: Quantity, y: Quantity) -> bool:
    """Tell whether two figures can be of one thing by their size."""
    low, high = sorted((x.value, y.value))
    return low > 1 and low >= _NEAR * high


def unusual(quantity: Quantity) -> bool:
    """Tell whether a number is likely to be one thing in a story: 53 and 480 are, 7 and 2000 are not.

    So are round amounts of what is poured or weighed, since few things in a story are.
    """
    if quantity.unit in _POURED:
        return True
    digits = f"{quantity.value:.2f}".replace(".", "").strip("0")
    return quantity.value >= _UNUSUAL and len(digits) >= _SOLE
